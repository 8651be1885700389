"""Each score on small records made by hand: what is right, what is missed, what is false."""

from __future__ import annotations

from decimal import Decimal

import pytest

from eventgraph.evaluate.arguments import score_arguments
from eventgraph.evaluate.counts import score_counts
from eventgraph.evaluate.dating import score_dating
from eventgraph.evaluate.layout import (
    ArgumentRecord,
    DateRecord,
    EntityRecord,
    EventRecord,
    QuantityRecord,
    Record,
    TimeRecord,
)
from eventgraph.evaluate.spans import score_spans
from eventgraph.evaluate.status import score_status
from eventgraph.evaluate.tally import Tally

Counts = tuple[int, int, int]


def record(*events: EventRecord) -> Record:
    """A record with these events."""
    return Record(id="a", events=events)


def number(value: int, low: int | None, high: int | None) -> QuantityRecord:
    """A quantity with its bounds."""
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    return QuantityRecord(value=Decimal(value), low=bounds[0], high=bounds[1])


@pytest.mark.parametrize(
    ("layer", "measure", "counts"),
    [
        ("entities", "strict", (1, 3, 2)),
        ("entities", "relaxed", (2, 3, 2)),
        ("entities", "strict, type", (0, 3, 2)),
        ("entities", "relaxed, type", (1, 3, 2)),
        ("names", "relaxed", (1, 2, 1)),
        ("times", "relaxed", (2, 2, 2)),
        ("times", "relaxed, value", (1, 2, 2)),
        ("events", "relaxed", (0, 0, 1)),
        ("events", "type, of found", (0, 0, 0)),
    ],
)
def test_spans(layer: str, measure: str, counts: Counts) -> None:
    """Strict asks for the same words, type for the same type, value for the same value."""
    gold = Record(
        id="a",
        entities=(EntityRecord(0, 5, "agency"), EntityRecord(10, 20, "person", mention="NOM")),
        times=(TimeRecord(30, 36, "DATE", value="2024-03"), TimeRecord(40, 46, "DATE", value="2024-03-12")),
        events=(EventRecord(50, 58, "arrest"),),
    )
    output = Record(
        id="a",
        entities=(
            EntityRecord(0, 5, "organisation"),
            EntityRecord(12, 20, "person", mention="NOM"),
            EntityRecord(22, 25, "person"),
        ),
        times=(TimeRecord(30, 36, "DATE", value="2024-03"), TimeRecord(40, 46, "DATE", value="2024-03-11")),
    )
    assert score_spans(gold, output)[layer, measure] == Tally(*counts)


def test_types_of_events_that_were_found() -> None:
    """Of events that were found, those count that have a type in the gold."""
    gold = record(
        EventRecord(0, 4, "arrest"), EventRecord(5, 9, "raid"), EventRecord(10, 14), EventRecord(20, 24, "a")
    )
    output = record(
        EventRecord(0, 6, "arrest"),
        EventRecord(6, 9, "search"),
        EventRecord(10, 14, "b"),
        EventRecord(30, 34),
    )
    assert score_spans(gold, output)["events", "type, of found"] == Tally(1, 2, 2)


def test_gold_without_types_asks_for_none() -> None:
    """Where the gold gives no types, the measure of types has nothing to compare."""
    gold = Record(id="a", entities=(EntityRecord(0, 5),))
    tallies = score_spans(gold, gold)
    assert tallies["entities", "strict"] == Tally(1, 1, 1)
    assert ("entities", "strict, type") not in tallies


@pytest.mark.parametrize(
    ("kind", "counts"), [("agency", (1, 2, 2)), ("person", (0, 1, 0)), ("location", (0, 0, 1))]
)
def test_names_of_each_type(kind: str, counts: Counts) -> None:
    """Same words and same type; under a false type a name is missed in one row and false in another."""
    gold = Record(
        id="a",
        entities=(
            EntityRecord(0, 5, "agency"),
            EntityRecord(10, 20, "agency"),
            EntityRecord(30, 35, "location"),
        ),
    )
    output = Record(
        id="a",
        entities=(
            EntityRecord(0, 5, "agency"),
            EntityRecord(12, 20, "agency"),
            EntityRecord(30, 35, "person"),
            EntityRecord(40, 44, "agency", mention="NOM"),
        ),
    )
    assert score_spans(gold, output)["names", f"strict, {kind}"] == Tally(*counts)


@pytest.mark.parametrize(
    ("measure", "counts"),
    [
        ("found", (2, 4, 3)),
        ("right role", (1, 4, 3)),
        ("agent", (1, 2, 1)),
        ("place", (0, 1, 1)),
        ("place, of found", (0, 0, 0)),
    ],
)
def test_arguments(measure: str, counts: Counts) -> None:
    """Arguments count end to end: those of a false event are false, those of a missed one are missed."""
    gold = record(
        EventRecord(10, 18, args=(ArgumentRecord(0, 6, "agent"), ArgumentRecord(20, 25, "patient"))),
        EventRecord(40, 48, args=(ArgumentRecord(50, 55, "place"),)),
    )
    output = record(
        EventRecord(
            10,
            18,
            args=(
                ArgumentRecord(4, 6, "agent"),
                ArgumentRecord(20, 25, "place"),
                ArgumentRecord(70, 75, "patient"),
            ),
        ),
        EventRecord(60, 68, args=(ArgumentRecord(50, 55, "agent"),)),
    )
    assert score_arguments(gold, output)["arguments", measure] == Tally(*counts)


@pytest.mark.parametrize(
    ("gold", "output", "counts"),
    [
        ([], [(5, 9)], (0, 0, 0)),
        ([(5, 9)], [], (0, 1, 1)),
        ([(5, 9)], [(8, 12), (20, 24)], (1, 1, 1)),
        ([(5, 9), (20, 24)], [(20, 24)], (1, 1, 1)),
        ([(5, 9)], [(20, 24)], (0, 1, 1)),
    ],
)
def test_places_of_events_that_were_found(
    gold: list[tuple[int, int]], output: list[tuple[int, int]], counts: Counts
) -> None:
    """An event that has a place in the gold is right with one of its places, whatever others it is given."""
    wanted, found = (
        record(EventRecord(0, 4, args=tuple(ArgumentRecord(*place, "place") for place in places)))
        for places in (gold, output)
    )
    assert score_arguments(wanted, found)["arguments", "place, of found"] == Tally(*counts)


@pytest.mark.parametrize(
    ("gold", "output", "day", "month", "year"),
    [
        ("2024-03-12", "2024-03-12", (1, 1, 1), (1, 1, 1), (1, 1, 1)),
        ("2024-03-12", "2024-03-11", (0, 1, 1), (1, 1, 1), (1, 1, 1)),
        ("2024-03-12", "2024-03", (0, 0, 1), (1, 1, 1), (1, 1, 1)),
        ("2024-03", "2024-03-12", (0, 0, 0), (1, 1, 1), (1, 1, 1)),
        ("2024-03-12", None, (0, 0, 1), (0, 0, 1), (0, 0, 1)),
        (None, "2024-03-12", (0, 0, 0), (0, 0, 0), (0, 0, 0)),
        ("PRESENT_REF", "2024-03-12", (0, 0, 0), (0, 0, 0), (0, 0, 0)),
        ("2024-03-12/2024-03-14", "2024-03-12", (1, 1, 1), (1, 1, 1), (1, 1, 1)),
    ],
)
def test_dates(gold: str | None, output: str | None, day: Counts, month: Counts, year: Counts) -> None:
    """A date is right as far as both go; a coarser answer is none, and undated gold asks for nothing."""
    wanted = record(EventRecord(0, 4, time=DateRecord(value=gold) if gold else None))
    found = record(EventRecord(0, 4, time=DateRecord(value=output) if output else None))
    tallies = score_dating(wanted, found)
    assert tallies["dates", "day"] == Tally(*day)
    assert tallies["dates", "month"] == Tally(*month)
    assert tallies["dates", "year"] == Tally(*year)


@pytest.mark.parametrize(
    ("gold", "output", "counts"),
    [
        ("2024-03-12", "2024-03-12", (1, 1, 1)),
        ("2024-03-12", "2024-03", (0, 1, 1)),
        ("2024-03", "2024-03-12", (1, 1, 1)),
        ("2024", "2023-12", (0, 1, 1)),
        ("2024-03", None, (0, 1, 1)),
        (None, "2024-03", (0, 0, 0)),
    ],
)
def test_dates_of_events_that_were_found(gold: str | None, output: str | None, counts: Counts) -> None:
    """A date is right if it is the gold's as far as that goes."""
    wanted = record(
        EventRecord(0, 4, time=DateRecord(value=gold)), EventRecord(9, 12, time=DateRecord(value="2024"))
    )
    found = record(EventRecord(0, 4, time=DateRecord(value=output)))
    assert score_dating(wanted, found)["dates", "right, of found"] == Tally(*counts)


def test_a_date_of_bounds_is_its_beginning() -> None:
    """Where there is no single value, what counts is when it began."""
    dated = record(EventRecord(0, 4, time=DateRecord(begin="2023-11")))
    assert score_dating(dated, dated)["dates", "month"] == Tally(1, 1, 1)


@pytest.mark.parametrize(
    ("gold", "output", "value", "bounds"),
    [
        ([number(12, 12, 12)], [number(12, 12, 12)], (1, 1, 1), (1, 1, 1)),
        ([number(12, 12, None)], [number(12, 12, 12)], (1, 1, 1), (0, 1, 1)),
        ([QuantityRecord(value=Decimal(12))], [number(12, 12, 12)], (1, 1, 1), (0, 1, 0)),
        ([number(12, 12, 12)], [number(13, 13, 13)], (0, 1, 1), (0, 1, 1)),
        ([number(2, 2, 2)], [number(2, 2, 2)] * 2, (1, 2, 1), (1, 2, 1)),
        ([QuantityRecord(value=Decimal("8.30"))], [number(8, 8, 8)], (0, 1, 1), (0, 1, 0)),
        ([number(5, 5, 5)], [], (0, 0, 1), (0, 0, 1)),
    ],
)
def test_counts(
    gold: list[QuantityRecord], output: list[QuantityRecord], value: Counts, bounds: Counts
) -> None:
    """A number given twice is right once; bounds are asked for where the gold has them."""
    tallies = score_counts(
        record(EventRecord(0, 4, quantities=tuple(gold))), record(EventRecord(0, 4, quantities=tuple(output)))
    )
    assert tallies["quantities", "value"] == Tally(*value)
    assert tallies["quantities", "value, bounds"] == Tally(*bounds)
    assert tallies["quantities", "value, of found"] == Tally(value[0], value[2], value[2])


def test_numbers_of_a_missed_event_are_none_of_found() -> None:
    """What is asked for of a missed event counts from end to end only."""
    missed = score_counts(record(EventRecord(0, 4, quantities=(number(5, 5, 5),))), record())
    assert missed["quantities", "value"] == Tally(0, 0, 1)
    assert missed["quantities", "value, of found"] == Tally(0, 0, 0)


@pytest.mark.parametrize(
    ("gold", "output", "right", "no_fact"),
    [
        ("alleged", "alleged", (1, 1, 1), (1, 1, 1)),
        ("alleged", "denied", (0, 1, 1), (1, 1, 1)),
        ("alleged", "happened", (0, 1, 1), (0, 0, 1)),
        ("happened", "alleged", (0, 1, 1), (0, 1, 0)),
        ("happened", "ongoing", (0, 1, 1), (0, 0, 0)),
        ("planned", None, (0, 1, 1), (0, 0, 1)),
        (None, "alleged", (0, 0, 0), (0, 0, 0)),
    ],
)
def test_status(gold: str | None, output: str | None, right: Counts, no_fact: Counts) -> None:
    """An allegation told as a fact is an error of its own; gold without a status asks for none."""
    tallies = score_status(record(EventRecord(0, 4, status=gold)), record(EventRecord(0, 4, status=output)))
    assert tallies["status", "right, of found"] == Tally(*right)
    assert tallies["status", "no fact, of found"] == Tally(*no_fact)
