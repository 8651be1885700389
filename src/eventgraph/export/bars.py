"""The operations and long events of each year, as bars of a chart: what is certain, and what is possible.

Positions are percent of the year, from its first day (0) to the end of its last (100).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from eventgraph.graph.index import GraphIndex
from eventgraph.graph.words import plural, when_in_words
from eventgraph.model import Event, EventWhen
from eventgraph.schema import load_schema
from eventgraph.vocabulary import FACTS

MOST_BARS = 12
"""Bars of one year; of the rest there is the number."""
FEWEST_EVENTS = 2
"""Dated events of an operation without dates of its own that make it worth a bar."""

Stretch = tuple[date, date]
Part = tuple[str, str]
"""Where a stretch begins and how wide it is, as ``12.33%``."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the chart.

    ``certain`` and ``possible`` are stretches, ``marks`` single days of events, ``fading`` where a
    stretch begins that has no known end.
    """

    event: str
    label: str
    aside: str
    family: str
    real: bool
    certain: tuple[Part, ...]
    possible: tuple[Part, ...]
    marks: tuple[str, ...]
    fading: tuple[str, ...]


@dataclass(slots=True)
class Course:
    """An operation or a long event with all its days, over all years."""

    told: Event
    label: str
    aside: str
    operation: bool
    certain: list[Stretch] = field(default_factory=list)
    possible: list[Stretch] = field(default_factory=list)
    marks: set[date] = field(default_factory=set)
    fading: list[date] = field(default_factory=list)

    def add(self, when: EventWhen) -> None:
        """Take the days of a date: its one day, its certain and possible stretch, or its open end."""
        first, last = when.begin
        if first is None or last is None:
            return
        if when.end[1] is None:
            self.possible.append((first, last))
            self.fading.append(last)
        elif first == when.end[1]:
            self.marks.add(first)
        else:
            self.possible.append((first, when.end[1]))
            if when.begin != when.end and when.end[0] and last <= when.end[0]:
                self.certain.append((last, when.end[0]))

    @property
    def years(self) -> set[int]:
        """The years that it touches."""
        spans = (range(first.year, last.year + 1) for first, last in (*self.certain, *self.possible))
        return {day.year for day in (*self.marks, *self.fading)}.union(*spans)

    @property
    def first(self) -> date:
        """The first possible day of all."""
        return min((*self.marks, *self.fading, *(first for first, _ in self.possible)))


def bars_by_year(events: Sequence[Event], index: GraphIndex) -> dict[int, tuple[tuple[Bar, ...], int]]:
    """The bars of each year that has any, at most `MOST_BARS`, and how many more there would be.

    Operations stand before other long events, those with the most events first.
    """
    by_year: dict[int, list[Course]] = defaultdict(list)
    years = {day.year for event in events if event.when and (day := event.when.begin[0])}
    for course in (*_operations(events, index), *_long_events(events)):
        for year in course.years & years:
            by_year[year].append(course)
    return {
        year: (tuple(_bar(course, year) for course in _sorted(courses[:MOST_BARS])), len(courses[MOST_BARS:]))
        for year, courses in by_year.items()
    }


def _sorted(courses: Iterable[Course]) -> list[Course]:
    return sorted(courses, key=lambda course: (not course.operation, course.first, course.told.id))


def _operations(events: Iterable[Event], index: GraphIndex) -> Iterator[Course]:
    members: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.operation:
            members[event.operation].append(event)
    for operation, found in sorted(members.items(), key=lambda item: (-len(item[1]), item[0])):
        dated = [event for event in found if event.when and event.when.begin[0]]
        own = [event for event in found if event.type == "operation"]
        if len(dated) < FEWEST_EVENTS and not any(event in dated for event in own):
            continue
        others = len(found) - len(own)
        course = Course(
            told=next((event for event in own if event in dated), dated[0]),
            label=index.name(operation, ""),
            operation=True,
            aside=f"{others} {plural(others, 'event')}" if others else "",
        )
        for event in dated:
            if event.when and event.status in FACTS:
                course.add(event.when)
        if course.years:
            yield course


def _long_events(events: Iterable[Event]) -> Iterator[Course]:
    """What lasts longer than a day, other than operations."""
    for event in events:
        when = event.when
        if when and when.begin != when.end and event.type != "operation":
            course = Course(event, event.full_label, when_in_words(when), operation=False)
            course.add(when)
            if course.possible:
                yield course


def _bar(course: Course, year: int) -> Bar:
    return Bar(
        event=course.told.id,
        label=course.label,
        aside=course.aside,
        family=load_schema().event[course.told.type].family,
        real=course.told.status in FACTS,
        certain=tuple(_parts(course.certain, year)),
        possible=tuple(_parts(course.possible, year)),
        marks=tuple(_percent(_share(day, year)) for day in sorted(course.marks) if day.year == year),
        fading=tuple(_percent(_share(day, year)) for day in course.fading if day.year == year),
    )


def _parts(stretches: Iterable[Stretch], year: int) -> Iterator[Part]:
    """The parts of stretches that lie in a year, those that lie in another left out."""
    for first, last in sorted(set(stretches)):
        if first.year <= year <= last.year:
            start = _share(max(first, date(year, 1, 1)), year)
            end = 100.0 if last.year > year else _share(last, year, after=True)
            yield _percent(start), _percent(end - start)


def _share(day: date, year: int, *, after: bool = False) -> float:
    """How far into its year a day begins, or with ``after`` ends, in percent."""
    length = (date(year, 12, 31) - date(year, 1, 1)) / timedelta(days=1) + 1
    return ((day - date(year, 1, 1)).days + after) / length * 100


def _percent(share: float) -> str:
    return f"{share:.2f}%"
