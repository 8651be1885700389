"""A law for every timeline: no date is written finer than it is known.

What a format writes for a date stands for days: a year for all of its days. Those days must hold every
day on which the event can have begun (and, where an end is written, ended).
"""

from __future__ import annotations

import csv
import io
import json
import re
from calendar import month_name, monthrange
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from eventgraph.errors import NothingDated
from eventgraph.export import TIMELINES, timeline
from eventgraph.export.axis import Lacking, days, stretch
from eventgraph.graph.words import when_in_words
from eventgraph.model import DayPair, EventWhen
from eventgraph.vocabulary import Precision
from samples import SAMPLE, TUESDAY

NO_PAIR: DayPair = (None, None)
DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(month_name[1:])}) (\d{{1,4}})\b")
SETTLED = {"timelinejs", "ics"}
"""Formats that leave out what they have no place for."""


@st.composite
def pairs(draw: st.DrawFn) -> tuple[DayPair, Precision]:
    """The days that a day, week, month, quarter, year, decade or interval allows."""
    day = draw(st.dates(date(1000, 1, 1), date(9990, 1, 1)))
    precision = draw(st.sampled_from(list(Precision)))
    month = day.replace(day=1)
    lengths = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.SEASON: 3}
    if precision in lengths:
        last_month = (month.month + lengths[precision] - 2) % 12 + 1
        year = month.year + (last_month < month.month)
        return (month, date(year, last_month, monthrange(year, last_month)[1])), precision
    if precision is Precision.YEAR:
        return (date(day.year, 1, 1), date(day.year, 12, 31)), precision
    if precision is Precision.DECADE:
        return (date(day.year // 10 * 10, 1, 1), date(day.year // 10 * 10 + 9, 12, 31)), precision
    if precision is Precision.CENTURY:
        return (date(day.year // 100 * 100 + 1, 1, 1), date(day.year // 100 * 100 + 100, 12, 31)), precision
    longer = {Precision.DAY: 0, Precision.WEEK: 6}.get(precision, draw(st.integers(1, 900)))
    return (day, day + timedelta(days=longer)), precision


@st.composite
def whens(draw: st.DrawFn) -> EventWhen:
    """A date of any precision: once, lasting, open at either end, a bound, about then."""
    begin, precision = draw(pairs())
    end: DayPair = begin
    shape = draw(st.sampled_from(["once", "lasting", "since", "until", "by"]))
    if shape == "lasting":
        later, _ = draw(pairs())
        begin, end = sorted((begin, later))
    if shape == "since":
        end = NO_PAIR
    if shape == "until":
        begin = NO_PAIR
    if shape == "by":
        begin = end = (None, begin[1])
    return replace(
        TUESDAY,
        begin=begin,
        end=end,
        earliest=begin[0],
        latest=end[1],
        edtf="2024",
        precision=precision,
        approximate=draw(st.booleans()),
    )


def written(when: EventWhen | None, name: str) -> str:
    """A timeline of one event with this date, "" if the format has no place for it."""
    event = replace(next(event for event in SAMPLE.events if event.when), when=when, claims=())
    try:
        return timeline(replace(SAMPLE, events=(event,)), [event], name)
    except NothingDated:
        return ""


def holds(outer: tuple[date, date], pair: DayPair) -> bool:
    """Whether every day of the pair lies within the outer days."""
    return pair[0] is not None and pair[1] is not None and outer[0] <= pair[0] and pair[1] <= outer[1]


def days_of(parts: dict[str, int]) -> tuple[date, date]:
    """The days for which a date of TimelineJS stands."""
    year, month, day = parts["year"], parts.get("month"), parts.get("day")
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, month, day or 1), date(year, month, day or monthrange(year, month)[1])


@given(whens())
def test_timelinejs(when: EventWhen) -> None:
    """Start and end hold all their days; the words beside them are the words of every other format."""
    text = written(when, "timelinejs")
    assert bool(text) == (not isinstance(stretch(when), Lacking))
    if not text:
        return
    (slide,) = json.loads(text)["events"]
    start, end = days_of(slide["start_date"]), days_of(slide.get("end_date", slide["start_date"]))
    assert slide["display_date"] == slide["start_date"]["display_date"] == when_in_words(when)
    if when.begin == when.end:
        assert holds((start[0], end[1]), when.begin)
    else:
        assert holds(start, when.begin)
        assert "end_date" not in slide or holds(end, when.end)


@given(whens())
def test_ical(when: EventWhen) -> None:
    """A calendar has exactly the days that are known to the day, and nothing else."""
    text = written(when, "ics")
    assert bool(text) == (not isinstance(days(when), Lacking))
    if text:
        calendar: Any = Calendar.from_ical(text)
        (event,) = calendar.walk("VEVENT")
        first, last = event["dtstart"].dt, event["dtend"].dt - timedelta(days=1)
        assert when.begin == (first, first)
        assert when.end == (last, last)
        assert not when.approximate
        assert event["x-eventgraph-precision"] == when.precision


@given(whens())
def test_words(when: EventWhen) -> None:
    """A day is named in words only if it is a bound of the date; a whole month or year names none."""
    words = when_in_words(when)
    bounds = {day for day in (*when.begin, *when.end) if day}
    for number, month, year in DAY.findall(words):
        assert date(int(year), list(month_name).index(month), int(number)) in bounds
    whole = when.precision in {Precision.MONTH, Precision.QUARTER, Precision.YEAR, Precision.DECADE}
    if whole and when.begin == when.end and when.begin[0]:
        assert not DAY.search(words)
    assert ("about" in words) == when.approximate


@given(whens())
def test_rows(when: EventWhen) -> None:
    """CSV and JSON give the bounds as bounds, beside precision and words, and no other day."""
    (row,) = csv.DictReader(io.StringIO(written(when, "csv")))
    (same,) = json.loads(written(when, "json"))
    for found in (row, same):
        assert found["earliest"] == (when.begin[0].isoformat() if when.begin[0] else "")
        assert found["latest"] == (when.end[1].isoformat() if when.end[1] else "")
        assert (found["precision"], found["edtf"]) == (when.precision, when.edtf)
        assert found["when"] == when_in_words(when)


@settings(max_examples=40)
@given(whens())
def test_pages(when: EventWhen) -> None:
    """Markdown and HTML name the date in those words, and no other day but that of a publication."""
    words = when_in_words(when)
    assert f"**{words}**" in written(when, "md").replace("\\", "")
    page = written(when, "html")
    assert f'<p class="when">{words}</p>' in page
    named = {
        match[0]
        for match in DAY.finditer(re.sub("<style>.*</style>|<script>.*</script>", "", page, flags=re.DOTALL))
    }
    assert named <= {match[0] for match in DAY.finditer(words)} | {"14 March 2024", "16 March 2024"}


@given(whens())
def test_ranks(when: EventWhen) -> None:
    """The date of a rank stands for days that hold all on which the event can have begun."""
    (row,) = json.loads(written(when, "ranked"))
    year, month, day = row["date"].split("-")
    known = {"year": year, "month": month, "day": day}
    parts = {name: int(value) for name, value in known.items() if "X" not in value}
    assert not parts or holds(days_of(parts), when.begin)


def test_every_format_has_its_law() -> None:
    """A new format is added here, too; without a date none of them writes one."""
    assert set(TIMELINES) == {"timelinejs", "ics", "csv", "json", "md", "html", "ranked"}
    for name in set(TIMELINES) - SETTLED:
        assert written(None, name)
    for name in SETTLED:
        assert not written(None, name)
