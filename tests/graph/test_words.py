"""Dates in words say no more than their source."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from eventgraph.graph.words import ordinal, plain_number, quantity_in_words, when_in_words
from eventgraph.model import DayPair, EventQuantity, EventWhen, Span
from eventgraph.vocabulary import Basis, Precision

D = date.fromisoformat


def pair(first: str | None, last: str | None) -> DayPair:
    """A pair of days from ISO words."""
    return (D(first) if first else None, D(last) if last else None)


@pytest.mark.parametrize(
    ("begin", "end", "precision", "edtf", "words"),
    [
        (("2023-07-26", "2023-07-26"), None, "day", "2023-07-26", "26 July 2023"),
        (("2023-07-01", "2023-07-31"), None, "month", "2023-07", "July 2023"),
        (("2023-01-01", "2023-12-31"), None, "year", "2023", "2023"),
        (("2023-01-01", "2023-12-31"), None, "year", "2023~", "2023"),
        (("2023-04-01", "2023-06-30"), None, "quarter", "2023-34", "2nd quarter of 2023"),
        (("2023-06-01", "2023-08-31"), None, "season", "2023-22", "summer 2023"),
        (("1990-01-01", "1999-12-31"), None, "decade", "199X", "the 1990s"),
        (("1801-01-01", "1900-12-31"), None, "century", "18XX", "the 19th century"),
        (("2024-03-11", "2024-03-17"), None, "week", "2024-03-11/2024-03-17", "week of 11 March 2024"),
        (
            ("2012-11-01", "2012-11-01"),
            ("2012-12-07", "2012-12-07"),
            "interval",
            "2012?-11-01/2012?-12-07",
            "1 November 2012 to 7 December 2012 (year inferred)",
        ),
        (
            ("2023-11-01", "2023-12-07"),
            None,
            "interval",
            "[2023-11-01..2023-12-07]",
            "between 1 November 2023 and 7 December 2023",
        ),
        (("2023-05-01", "2023-05-31"), (None, None), "month", "2023-05/..", "since May 2023"),
        ((None, "2024-01-24"), None, "day", "[..2024-01-24]", "by 24 January 2024"),
        ((None, "2024-03-14"), ("2024-03-14", None), "day", "2024-03-14", "as of 14 March 2024"),
        ((None, "2010-12-31"), ("2010-01-01", None), "year", "2010", "as of 2010"),
        (
            (None, "2024-03-14"),
            ("2024-05-02", None),
            "interval",
            "2024-03-14/2024-05-02",
            "as of 14 March 2024 to 2 May 2024",
        ),
        ((None, None), ("2024-03-15", "2024-03-15"), "day", "../2024-03-15", "until 15 March 2024"),
        (
            ("2024-01-01", "2024-01-31"),
            ("2024-03-14", "2024-03-14"),
            "interval",
            "2024-01/2024-03-14",
            "January 2024 to 14 March 2024",
        ),
    ],
)
def test_dates_in_words(
    begin: tuple[str | None, str | None],
    end: tuple[str | None, str | None] | None,
    precision: str,
    edtf: str,
    words: str,
) -> None:
    """Each shape of a date reads as people write it."""
    when = EventWhen(
        span=Span("d", 0, 1),
        text="x",
        edtf=edtf,
        begin=pair(*begin),
        end=pair(*(end or begin)),
        earliest=pair(*begin)[0],
        latest=pair(*(end or begin))[1],
        precision=Precision(precision),
        basis=Basis.EXPLICIT,
    )
    assert when_in_words(when) == words


def test_what_is_inferred_says_so() -> None:
    """A date that rests on the rest of the text is never shown as if it were written out."""
    day = pair("2012-11-01", "2012-12-07")
    when = EventWhen(
        span=Span("d", 0, 1),
        text="x",
        edtf="[2012-11-01..2012-12-07]",
        begin=day,
        end=day,
        earliest=day[0],
        latest=day[1],
        precision=Precision.INTERVAL,
        basis=Basis.CONTEXT,
    )
    assert when_in_words(when) == "between 1 November 2012 and 7 December 2012 (inferred)"


def test_no_date_is_undated() -> None:
    """An event without a date says so."""
    assert when_in_words(None) == "undated"


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (21, "21st")]
)
def test_ordinals(number: int, words: str) -> None:
    """The ordinals of English, with the teens as the exception they are."""
    assert ordinal(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [("50", "50"), ("50.0", "50"), ("1E+3", "1000"), ("0.50", "0.5"), ("-7.25", "-7.25"), ("-0.0", "0")],
)
def test_plain_decimals(number: str, words: str) -> None:
    """Numbers are printed without exponents and without empty zeros."""
    assert plain_number(Decimal(number)) == words


@pytest.mark.parametrize(
    ("text", "what", "unit", "qualifier", "words"),
    [
        ("12", "people", "people", "", "12 people"),
        ("at least 50\npeople", "people", "people", "at least", "at least 50 people"),
        ("Nearly 300", "", "", "nearly", "Nearly 300"),
        ("two", "them", "", "", "two"),
        ("40 kg", "cocaine", "kg", "", "40 kg of cocaine"),
        ("15%", "voters", "%", "", "15% of voters"),
        ("14", "guns", "gun", "", "14 guns"),
        ("dozens", "people", "people", "", "dozens of people"),
        ("several", "boats", "boat", "", "several boats"),
        ("an undisclosed number", "suspects", "", "undisclosed", "an undisclosed number of suspects"),
    ],
)
def test_a_number_says_what_it_counts(text: str, what: str, unit: str, qualifier: str, words: str) -> None:
    """What is counted is added where the words lack it, with "of" behind measures and loose numbers."""
    quantity = EventQuantity(
        "d", 0, 1, id="d:0-1", role="patient", what=what, value=None, low=None, high=None,
        unit=unit, qualifier=qualifier, part_of=None, text=text,
    )  # fmt: skip
    assert quantity_in_words(quantity) == words
