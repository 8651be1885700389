"""Events by rank: dates with X for what is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from eventgraph.graph.index import GraphIndex
from eventgraph.graph.ranking import UNDATED, Ranked, Telling, coarse_date, rank
from eventgraph.model import Event, EventWhen
from samples import FEBRUARY, FIRST, SAMPLE, SECOND

INDEX = GraphIndex(SAMPLE)


def begun(first: str | None, last: str | None) -> EventWhen:
    """A date that began between two days."""
    days = [date.fromisoformat(day) if day else None for day in (first, last)]
    return replace(FEBRUARY, begin=(days[0], days[1]))


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2024-03-12", "2024-03-12", "2024-03-12"),
        ("2024-02-01", "2024-02-29", "2024-02-XX"),
        ("2024-02-05", "2024-02-11", "2024-02-XX"),
        ("2024-02-26", "2024-03-03", "2024-XX-XX"),
        ("2024-01-01", "2024-12-31", "2024-XX-XX"),
        ("2020-01-01", "2029-12-31", UNDATED),
        ("2023-12-30", "2024-01-02", UNDATED),
        (None, "2024-03-12", UNDATED),
        ("2024-03-12", None, UNDATED),
    ],
)
def test_dates(first: str | None, last: str | None, written: str) -> None:
    """A date is as coarse as what is known of the beginning; a bound is none."""
    assert coarse_date(begun(first, last)) == written
    assert coarse_date(None) == UNDATED


def test_ranks() -> None:
    """A year comes before its months and a month before its days; one date is one rank, no date rank 0."""
    days = ["2024-03-12", "2024-03-01", "2024-03-12", None, "2023-05-01"]
    dated = [begun(day, day) if day else None for day in days]
    dated += [begun("2024-03-01", "2024-03-31"), begun("2024-01-01", "2024-12-31")]
    (event,) = (event for event in SAMPLE.events if event.type == "discovery")
    events = [replace(event, when=when) for when in dated]
    assert [(row.rank, row.date) for row in rank(INDEX, events)] == [
        (0, UNDATED),
        (1, "2023-05-01"),
        (2, "2024-XX-XX"),
        (3, "2024-03-XX"),
        (4, "2024-03-01"),
        (5, "2024-03-12"),
        (5, "2024-03-12"),
    ]


def arrest() -> Event:
    """The event that both documents tell."""
    return next(event for event in SAMPLE.events if event.type == "arrest")


def test_tellings_of_one_event_stand_together() -> None:
    """An event is one row with all its tellings, of the documents that count."""
    first, second = (Telling(each.origin, each.text.index("arrested")) for each in (FIRST, SECOND))
    assert rank(INDEX, [arrest()]) == (Ranked(1, "2024-03-12", (first, second)),)
    assert rank(INDEX, [arrest()], frozenset({SECOND.origin})) == (Ranked(1, "2024-03-12", (second,)),)
    assert rank(INDEX, [arrest()], frozenset({"other.txt"})) == ()
