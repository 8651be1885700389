"""Tables to events: which are read, what each row tells, and what is said of the others."""

from __future__ import annotations

from datetime import date

import pytest

from eventgraph.events import Sheets, read_sheets, tell_rows
from eventgraph.events.columns import HEADINGS, NO_DAY, NO_EVENT, NO_ROWS, TWO_DAYS
from eventgraph.model import Document, EventMention, Span
from eventgraph.spans import spans_of
from eventgraph.text.tables import find_tables

PUBLISHED = date(2024, 5, 14)


def document(header: str, *rows: str) -> Document:
    """A document with one table, its cells between bars."""
    lines = [header, "|".join("-" for _ in header.split("|")), *rows]
    text = "Police listed it.\n\n" + "\n".join(f"| {line} |" for line in lines) + "\n"
    return Document(id="d", origin="a.md", text=text, published=PUBLISHED)


def told(given: Document) -> tuple[Sheets, tuple[EventMention, ...]]:
    """The tables of a document and the events in them, with the names that the cells have."""
    sheets = read_sheets(given, find_tables(given.text))
    return sheets, tell_rows(given, sheets, sheets.mentions)


def lines(given: Document) -> list[str]:
    """Each event in a line: its status unless it happened, type, day, place, who takes part, numbers."""
    text = given.text

    def words(span: Span) -> str:
        return text[span.start : span.end]

    found = []
    for event in told(given)[1]:
        parts = [event.type if event.status == "happened" else f"{event.status} {event.type}"]
        parts += [event.when.edtf if event.when else "undated"]
        parts += [f"in {words(place)}" for place in event.places]
        parts += [f"{argument.role} {words(argument)}" for argument in event.arguments]
        parts += [" ".join(filter(None, [str(q.value), q.unit, q.what])) for q in event.quantities]
        found.append(", ".join(parts))
    return found


@pytest.mark.parametrize(
    ("header", "row", "events"),
    [
        ("Date | City | Event", "3 May 2024 | Larnby | Drug raid", ["search, 2024-05-03, in Larnby"]),
        ("When | Where | What", "May 3 | Larnby | Arson", ["attack, 2024-05-03, in Larnby"]),
        ("City | Incident", "Larnby | Bombing", ["attack, undated, in Larnby"]),
        ("Date | Event", "3 May 2024 | Regatta", ["event, 2024-05-03"]),
        (
            "Date | City | Agency | Arrests | People rescued",
            "3 May 2024 | Larnby | Larnby Police | 12 | 4",
            [
                "arrest, 2024-05-03, in Larnby, agent Larnby Police, 12 people",
                "rescue, 2024-05-03, in Larnby, agent Larnby Police, 4 people",
            ],
        ),
        (
            "Date | Incident | Killed | Injured",
            "3 May 2024 | Bombing | at least 2 | 14",
            ["attack, 2024-05-03", "death, 2024-05-03, 2 people", "injury, 2024-05-03, 14 people"],
        ),
        ("Date | Event | Arrested", "3 May 2024 | Arrest | 12", ["arrest, 2024-05-03, 12 people"]),
        ("Date | Event | Depth (km)", "3 May 2024 | Earthquake | 5", ["disaster, 2024-05-03, 5 km depth"]),
        ("Date | Fine ($)", "3 May 2024 | 500", ["fine, 2024-05-03, 500 USD"]),
        ("Date | Cocaine seized (kg)", "3 May 2024 | 40.5", ["seizure, 2024-05-03, 40.5 kg cocaine"]),
        ("Date | Raids", "3 May 2024 | 3", ["search, 2024-05-03, 3 raids"]),
        (
            "Defendant | Charge | Sentence | Date",
            "Bo Lind | fraud | five years in prison | 3 May 2024",
            ["sentence, 2024-05-03, patient Bo Lind, 5 year"],
        ),
        (
            "Defendant | Charge | Verdict | Date",
            "Bo Lind | fraud | Acquitted | 3 May 2024",
            ["acquittal, 2024-05-03, patient Bo Lind"],
        ),
        ("Name | Date of arrest", "Bo Lind | 3 May 2024", ["arrest, 2024-05-03, patient Bo Lind"]),
        (
            "Defendant | Hearing date | Court",
            "Bo Lind | 3 June 2024 | Larnby Court",
            ["planned hearing, 2024-06-03, agent Larnby Court, patient Bo Lind"],
        ),
        ("Suspect | Offence | Date", "Bo Lind | Fraud | 3 May 2024", ["alleged fraud, 2024-05-03"]),
        ("Date | Offence | Arrests", "3 May 2024 | Fraud | 2", ["arrest, 2024-05-03, 2 people"]),
        (
            "Perpetrator | Event | Date",
            "Red Kite Group | Bombing | 3 May 2024",
            ["attack, 2024-05-03, agent Red Kite Group"],
        ),
        ("Agency | Event | Date", "Larnby Police | Bombing | 3 May 2024", ["attack, 2024-05-03"]),
        (
            "Victim | Event | Date",
            "Bo Lind | Kidnapping | 3 May 2024",
            ["kidnapping, 2024-05-03, patient Bo Lind"],
        ),
        (
            "Operation | Date | Arrests",
            "Operation Grey Heron | 1-7 May 2024 | 45",
            ["operation, 2024-05-01/2024-05-07", "arrest, 2024-05-01/2024-05-07, 45 people"],
        ),
        ("Date | Event | Status", "3 May 2024 | Raid | Cancelled", ["negated search, 2024-05-03"]),
        ("Date | Event", "20 May 2024 | Raid", ["planned search, 2024-05-20"]),
        ("Date | Event", "20 May | Raid", ["search, undated"]),
        ("Date | Arrests", "3 May 2024, 5 May 2024 | 2", ["arrest, undated, 2 people"]),
        ("Date | Event", "3 May 2024 | Fraud; theft", []),
        ("Date | Arrests | Killed", "3 May 2024 | 0 | -", []),
        ("Date | Arrests", "3 May 2024 | 3 / 4", []),
        (
            "Date | City | Event",
            "3 May 2024 | Larnby, Quayle / Dorne | Raid",
            ["search, 2024-05-03, in Larnby"],
        ),
    ],
)
def test_rows(header: str, row: str, events: list[str]) -> None:
    """What a row says under its header; blank cells, nothing and two values in a cell say nothing."""
    given = document(header, row)
    assert not told(given)[0].problems
    assert lines(given) == events


@pytest.mark.parametrize(
    ("header", "rows", "fault"),
    [
        ("Team | Won | Lost", ["Larnby | 3 | 4"], NO_DAY),
        ("City | Arrests", ["Larnby | 3"], NO_DAY),
        ("Larnby | 3 May 2024", ["Quayle | 4 May 2024"], NO_DAY),
        ("Date | Temperature", ["3 May 2024 | 17"], NO_EVENT),
        ("Date | When | Event", ["3 May 2024 | 4 May 2024 | Raid"], TWO_DAYS),
        ("Date | City | Event", ["2024 | | ", "3 May | Larnby | Raid"], HEADINGS),
        ("Date | City | Event", ["Total | 3 | 4"], NO_ROWS),
    ],
)
def test_tables_that_are_not_read(header: str, rows: list[str], fault: str) -> None:
    """They are skipped as a whole, with the line and the reason."""
    given = document(header, *rows)
    sheets, events = told(given)
    assert (events, sheets.times, sheets.mentions) == ((), (), ())
    assert [problem.message for problem in sheets.problems] == [f"table at line 3 skipped: {fault}"]
    assert sheets.problems[0].source == given.origin


def test_columns_that_nobody_knows_are_told() -> None:
    """The rest of the table is read."""
    given = document("Date | Event | Remarks", "3 May 2024 | Raid | small")
    assert lines(given) == ["search, 2024-05-03"]
    assert told(given)[0].problems[0].message == "table at line 3 read without the columns “Remarks”"


@pytest.mark.parametrize("total", ["Total", "TOTAL:", "Grand total", "Subtotal", "All"])
def test_totals_are_no_happenings(total: str) -> None:
    """Rows that sum up, blank rows and headers that come again tell nothing."""
    header = "Date | City | Arrests"
    given = document(header, "3 May 2024 | Larnby | 2", f"{total} | | 2", " | | ", header, f" | {total} | 2")
    assert lines(given) == ["arrest, 2024-05-03, in Larnby, 2 people"]


def test_statistics() -> None:
    """Numbers of a year are no single happenings."""
    given = document("Year | Arrests", "2022 | 1,200", "2023 | 1,655")
    assert lines(given) == ["arrest, 2022, 1200 people", "arrest, 2023, 1655 people"]
    assert all(event.aggregate for event in told(given)[1])


def test_days_of_a_column_are_read_together() -> None:
    """One row tells how all of them write their days."""
    given = document("Date | Event", "03/05/2024 | Raid", "13/05/2024 | Raid")
    assert lines(given) == ["search, 2024-05-03", "search, 2024-05-13"]


def test_the_row_and_its_header_are_the_evidence() -> None:
    """The sentence of an event is its row; the header and the column's own one are attributes with spans."""
    given = document("Date | City | Arrests", "3 May 2024 | Larnby | 12")
    (event,) = told(given)[1]

    def words(span: Span) -> str:
        return given.text[span.start : span.end]

    assert words(event) == "12"
    assert words(event.sentence) == "| 3 May 2024 | Larnby | 12 |"
    assert {a.key: words(a) for a in event.attributes} == {
        "table header": "| Date | City | Arrests |",
        "column": "Arrests",
    }
    assert all(span.document == given.id for span in spans_of(event))


@pytest.mark.parametrize(
    ("header", "row", "hidden"),
    [
        ("Name | Age | Date of arrest", "Bo Lind | 16 | 3 May 2024", True),
        ("Name | Age | Date of arrest", "Bo Lind | 34 | 3 May 2024", False),
        ("Victim | Offence | Date", "Bo Lind | Rape | 3 May 2024", True),
        ("Victim | Offence | Date", "Bo Lind | Kidnapping | 3 May 2024", False),
        ("Suspect | Offence | Date", "Bo Lind | Rape | 3 May 2024", False),
    ],
)
def test_children_and_victims_are_protected(header: str, row: str, hidden: bool) -> None:  # noqa: FBT001 (an answer)
    """By the age in the row, or by what was done to those in a column of victims."""
    (mention,) = told(document(header, row))[0].mentions
    assert (mention.name, mention.type, mention.protected) == ("Bo Lind", "person", hidden)


def test_rows_of_a_copied_passage_are_left_out() -> None:
    """They are read where they stand first."""
    given = document("Date | Event", "3 May 2024 | Raid", "4 May 2024 | Arson")
    start = given.text.index("| 4 May")
    sheets = read_sheets(given, find_tables(given.text), [(start, len(given.text))])
    assert [event.type for event in tell_rows(given, sheets, ())] == ["search"]
