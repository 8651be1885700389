"""The bars of a year: certain and possible days, marks of operations, open ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from eventgraph.export.bars import MOST_BARS, Bar, bars_by_year
from eventgraph.graph.index import GraphIndex
from eventgraph.model import DayPair, Event
from eventgraph.vocabulary import Status
from samples import HERON, SAMPLE, TUESDAY

ARREST = next(event for event in SAMPLE.events if event.type == "arrest")
OPERATION = next(event for event in SAMPLE.events if event.type == "operation")


def day(year: int, month: int, number: int) -> date:
    """A day, shortly."""
    return date(year, month, number)


def dated(event: Event, begin: DayPair, end: DayPair | None = None) -> Event:
    """The event with another date."""
    return replace(event, when=replace(TUESDAY, begin=begin, end=end or begin))


def bars(*events: Event) -> dict[int, tuple[tuple[Bar, ...], int]]:
    """The bars of some events."""
    return bars_by_year(events, GraphIndex(replace(SAMPLE, events=events)))


def test_an_operation_has_its_span_and_its_events() -> None:
    """A solid bar from the first to the last day, a mark for an arrest, and how many events it has."""
    span = dated(OPERATION, (day(2023, 1, 1),) * 2, (day(2023, 12, 31),) * 2)
    arrest = dated(ARREST, (day(2023, 7, 2),) * 2)
    ((bar,), more) = bars(span, arrest)[2023]
    assert (bar.event, bar.label, bar.aside, more) == (OPERATION.id, "Operation Grey Heron", "1 event", 0)
    assert bar.certain == (("0.00%", "100.00%"),)
    assert bar.marks == ("49.86%",)


def test_what_is_possible_is_no_more_than_possible() -> None:
    """From some day of June until some day of August: July is certain; a month of an event is not."""
    begin, end = (day(2023, 6, 1), day(2023, 6, 30)), (day(2023, 8, 1), day(2023, 8, 31))
    ((bar,), _) = bars(replace(dated(ARREST, begin, end), operation=None))[2023]
    assert bar.certain == (("49.32%", "9.04%"),)
    assert bar.possible == (("41.37%", "25.21%"),)
    ((bar,), _) = bars(*(replace(dated(ARREST, begin), id=f"arrest:{number}") for number in range(2)))[2023]
    assert (bar.label, bar.certain) == ("Operation Grey Heron", ())
    assert bar.possible == (("41.37%", "8.22%"),)


def test_a_span_over_years_is_cut_where_they_end() -> None:
    """Each year that has events shows its own part."""
    span = replace(dated(ARREST, (day(2022, 7, 2),) * 2, (day(2024, 7, 1),) * 2), operation=None)
    other = dated(OPERATION, (day(2024, 1, 1),) * 2)
    found = bars(span, replace(other, operation=None, type="arrest"))
    assert {year: [bar.certain for bar in some] for year, (some, _) in found.items()} == {
        2022: [(("49.86%", "50.14%"),)],
        2024: [(("0.00%", "50.00%"),)],
    }


def test_open_ends_fade() -> None:
    """What has no known end is drawn as a beginning."""
    since = replace(dated(ARREST, (day(2023, 5, 1), day(2023, 5, 31)), (None, None)), operation=None)
    ((bar,), _) = bars(since)[2023]
    assert (bar.certain, bar.fading) == ((), ("41.10%",))


def test_what_is_no_fact_is_no_day_of_an_operation() -> None:
    """Alleged and planned events do not lengthen an operation; alone they are drawn as what they are."""
    events = [dated(ARREST, (day(2023, 7, 2),) * 2), dated(ARREST, (day(2023, 9, 2),) * 2)]
    planned = replace(events[1], id="arrest:planned", status=Status.PLANNED)
    ((bar,), _) = bars(events[0], planned)[2023]
    assert len(bar.marks) == 1
    assert bars(planned, replace(planned, id="arrest:other")) == {}


def test_a_bound_alone_gives_no_bar() -> None:
    """What is only said to be over by a day has no beginning."""
    assert bars(dated(ARREST, (None, day(2024, 1, 24))), dated(OPERATION, (None, day(2024, 1, 24)))) == {}


def test_there_are_only_so_many() -> None:
    """The rest of a year is a number."""
    span = dated(ARREST, (day(2023, 1, 1),) * 2, (day(2023, 2, 1),) * 2)
    many = [replace(span, id=f"arrest:{number:03}", operation=None) for number in range(MOST_BARS + 3)]
    some, more = bars(*many)[2023]
    assert (len(some), more) == (MOST_BARS, 3)
    assert HERON not in {bar.event for bar in some}
