"""The questions about how many, in both engines: sums worked out by hand from what is told."""

from __future__ import annotations

import pytest

from eventgraph.vocabulary import ClaimAbout, ClaimState, Status
from told import Asking, Number, Teller, Told

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")

STATES = ClaimState.CHOSEN, ClaimState.OTHER


def raids() -> Asking:
    """Arrests and seizures with numbers of every kind; what must not count is told with large ones."""
    told = Teller()
    told.document("one.txt", "2024-05-01")
    told.document("two.txt", "2024-05-02")
    told.entity("location", "Larnby")
    told.entity("location", "Port Elin")
    exact = told.says("one.txt", "Police arrested 12 people in Larnby on 12 March.")
    again = told.says("two.txt", "Police arrested 12 people in Larnby on 12 March.", repeat=True)
    told.event("arrest:01", exact, "2024-03-12", numbers=[Number("12", "12")], place=["Larnby"], also=[again])
    told.event(
        "arrest:02", told.says("one.txt", "At least 50 were held on 20 March, 30 in Larnby."),
        "2024-03-20", place=["Larnby"],
        numbers=[Number("50", "50", low="50", high=None), Number("30", "30", part_of="50")],
    )  # fmt: skip
    told.event(
        "arrest:03", told.says("one.txt", "Up to 7 were held in April."), "2024-04",
        numbers=[Number("7", "7", low=None, high="7")],
    )  # fmt: skip
    told.event(
        "arrest:04", told.says("one.txt", "About 9 were held in Larnby and Port Elin."), "2024-04-03",
        numbers=[Number("9", "9", low=None, high=None, qualifier="about")], place=["Larnby", "Port Elin"],
    )  # fmt: skip
    first = told.says("one.txt", "Police held 20 people on 4 April.")
    second = told.says("two.txt", "Police held 24 people, not 15, on 4 April.")
    told.event(
        "arrest:05", first, "2024-04-04", numbers=[Number("20", "20")], also=[second],
        claims=[
            Told(first, "20", "20", ClaimState.CHOSEN),
            Told(second, "24", "24"),
            Told(second, "15", "15", ClaimState.WITHDRAWN),
            Told(second, "people", "several"),
            Told(second, "4 April", "2024-04-04", about=ClaimAbout.WHEN),
        ],
    )  # fmt: skip
    told.event(
        "arrest:06", told.says("one.txt", "In 2024 a record 1,655 were arrested."), "2024",
        numbers=[Number("1,655", "1655")], aggregate=True,
    )  # fmt: skip
    told.event(
        "arrest:07", told.says("one.txt", "He is said to have had 900 people arrested in March."), "2024-03",
        numbers=[Number("900", "900")], status=Status.ALLEGED,
    )  # fmt: skip
    told.event(
        "arrest:08", told.says("one.txt", "Arrests rose by 40% in March."), "2024-03",
        numbers=[Number("40%", "40", unit="%")],
    )  # fmt: skip
    told.event(
        "arrest:09", told.says("one.txt", "This spring 5 were held."), "2024-21", numbers=[Number("5", "5")]
    )
    told.event("arrest:10", told.says("one.txt", "Earlier 3 were held."), numbers=[Number("3", "3")])
    told.event(
        "arrest:11", told.says("one.txt", "An undisclosed number were held in March."), "2024-03",
        numbers=[Number("An undisclosed number", None)],
    )  # fmt: skip
    told.event(
        "arrest:12", told.says("one.txt", "Since March 6 have been held."), "2024-03/..",
        numbers=[Number("6", "6")],
    )  # fmt: skip
    told.event(
        "seizure:13", told.says("one.txt", "2.5 tonnes of eels and $100 were seized."), "2024-03-05",
        numbers=[Number("2.5", "2.5", unit="t"), Number("100", "100", unit="USD")],
    )  # fmt: skip
    return Asking(told.graph())


RAIDS = raids()


def test_totals_by_month() -> None:
    """No part, percentage, statistic, allegation or repeat counts; what is in no month has its own row."""
    assert RAIDS.ask("totals-by-month", type="arrest") == [
        ("2024-03", "Arrest", "people", "62", "62", "62", "1", "2"),
        ("2024-04", "Arrest", "people", "36", "29", "40", "0", "3"),
        ("not in one month", "Arrest", "people", "11", "11", "11", "0", "2"),
        ("undated", "Arrest", "people", "3", "3", "3", "0", "1"),
    ]


def test_totals_of_all_types_keep_units_apart() -> None:
    """Tonnes and dollars are never added."""
    rows = RAIDS.columns("totals-by-month", "month kind unit total")
    assert [row for row in rows if row[1] == "Seizure"] == [
        ("2024-03", "Seizure", "USD", "100"),
        ("2024-03", "Seizure", "t", "2.5"),
    ]
    assert len(rows) == 6


def test_totals_by_place() -> None:
    """An event with two places is in both rows; one without has the last."""
    assert RAIDS.ask("totals-by-place", type="arrest") == [
        ("Larnby", "Arrest", "people", "71", "71", "71", "1", "3"),
        ("Port Elin", "Arrest", "people", "9", "9", "9", "0", "1"),
        ("no place named", "Arrest", "people", "41", "34", "45", "0", "5"),
    ]


def test_numbers() -> None:
    """Every number, with what it is."""
    rows = RAIDS.columns("numbers", "date value least most unit kind status words", type="enforcement")
    assert rows == [
        ("2024", "1655", "1655", "1655", "people", "statistic", "happened", "1,655"),
        ("2024-03", "900", "900", "900", "people", "total", "alleged", "900"),
        ("2024-03", "40", "40", "40", "%", "total", "happened", "40%"),
        ("2024-21", "5", "5", "5", "people", "total", "happened", "5"),
        ("2024-03", "", "", "", "people", "total", "happened", "An undisclosed number"),
        ("2024-03/..", "6", "6", "6", "people", "total", "happened", "6"),
        ("2024-03-05", "2.5", "2.5", "2.5", "t", "total", "happened", "2.5"),
        ("2024-03-05", "100", "100", "100", "USD", "total", "happened", "100"),
        ("2024-03-12", "12", "12", "12", "people", "total", "happened", "12"),
        ("2024-03-20", "30", "30", "30", "people", "part", "happened", "30"),
        ("2024-03-20", "50", "50", "", "people", "total", "happened", "50"),
        ("2024-04", "7", "", "7", "people", "total", "happened", "7"),
        ("2024-04-03", "9", "", "", "people", "total", "happened", "9"),
        ("2024-04-04", "20", "20", "20", "people", "total", "happened", "20"),
        ("", "3", "3", "3", "people", "total", "happened", "3"),
    ]
