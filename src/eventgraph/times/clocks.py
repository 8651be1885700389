"""Times of day: clock times, parts of days, and the days they lie on."""

from __future__ import annotations

import re
from datetime import timedelta

from eventgraph.times import periods
from eventgraph.times.amounts import amount
from eventgraph.times.anchor import STEPS, Context
from eventgraph.times.directions import base_of, direction_of, paragraph_before, step
from eventgraph.times.edtf import Ground
from eventgraph.times.grammar import Match
from eventgraph.times.meaning import (
    NO_BASE,
    NO_CALENDAR,
    NO_DAY_NAMED,
    TOO_COARSE,
    UNKNOWN_DAY,
    Meaning,
    clock_value,
    dated,
    repeated,
    undated,
    untold,
)
from eventgraph.times.periods import Period, Unit
from eventgraph.vocabulary import TimexType

CLOCK = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))?(?::(\d\d))?\s*([ap])?", re.IGNORECASE)
HOURS, MINUTES, HALF_DAY = 24, 60, 12
LATER_PARTS = frozenset({"AF", "EV", "NI"})
"""Parts of the day in which hours up to twelve are counted from noon."""


def clock_of(match: Match) -> str | None:
    """The time of day in a match: "03:00", or a part of the day such as "TNI"; None if there is none."""
    part = match.value("daypart", "overnight", "tonight", "hour_of_day")
    told = _hour_and_minute(match)
    if told is None:
        noon = match.value("noon")
        return str(noon) if noon else f"T{part}" if isinstance(part, str) else None
    hour, minute, half, second = told
    if half and not (hour <= HALF_DAY or (half in "pP" and hour < HOURS)):
        return None  # "20 a.m."
    if half:
        hour = hour % HALF_DAY + (HALF_DAY if half in "pP" else 0)
    elif part in LATER_PARTS and (hour < HALF_DAY or part == "NI"):
        hour += HALF_DAY  # "12 o'clock tonight" is 24:00
    within_a_day = 0 <= hour < HOURS or (hour, minute) == (HOURS, 0)
    return f"{hour:02d}:{minute:02d}{second}" if within_a_day and minute < MINUTES else None


def _hour_and_minute(match: Match) -> tuple[int, int, str, str] | None:
    """Hour, minute, "a" or "p" (or ""), and ":" with the seconds (or "") as the words write them."""
    figures = match.value("clock")
    if figures is not None:
        found = CLOCK.match(str(figures))
        if not found:
            return None
        return int(found[1]), int(found[2] or 0), found[4] or "", f":{found[3]}" if found[3] else ""
    index = match.find("oclock", "past_hour")
    if index is None:
        return None
    past = match.tokens.values[index] if match.tokens.kinds[index] == "past_hour" else 0
    hour = match.tokens.values[index + 1 if match.tokens.kinds[index] == "past_hour" else index - 1]
    if not isinstance(hour, int) or not isinstance(past, int):
        return None
    return hour - (past < 0), past % MINUTES, "", ""


def zone_of(match: Match) -> str:
    """The "Z" of a value where the words name universal time; other zones are left local."""
    return str(match.value("zone") or "")


def timed(match: Match, period: Period, ground: Ground) -> Meaning:
    """A day, at the time of day that the match writes if it does."""
    clock = clock_of(match)
    return dated(period, ground, clock=clock, zone=zone_of(match) if clock else "")


def dayword(match: Match, context: Context) -> Meaning | None:
    """Reads "today", "late yesterday", "3 p.m. tomorrow", "tonight"."""
    clock = clock_of(match)
    base = context.published
    if base is None:
        return untold(UNKNOWN_DAY, clock)
    if context.narrative and clock is None and match.number("dayword") == 0:
        return undated("PRESENT_REF", NO_CALENDAR)  # the writer's today, in a story of old times
    return timed(match, step(base, Unit.DAY, match.number("dayword") or 0), base.ground)


def part_of_day(match: Match, context: Context) -> Meaning | None:
    """Reads "this morning", "last night", "that evening", "the following morning"."""
    clock = clock_of(match)
    base = base_of(match, context, Unit.DAY)
    if base is None:
        return untold(UNKNOWN_DAY, clock, NO_BASE if context.told is None else TOO_COARSE)
    return timed(match, step(base, Unit.DAY, STEPS[direction_of(match)]), base.ground)


def overnight(match: Match, context: Context) -> Meaning | None:
    """Reads "overnight": the night before publication, or behind it; both days have a part of it."""
    base = context.published
    if base is None:
        return untold(UNKNOWN_DAY, "TNI")
    ahead = context.tense(match.first, match.last).future
    evening = base.day if ahead else base.day - timedelta(1)
    value = f"{evening.isoformat()}TNI"
    night = periods.stretch(evening, evening + timedelta(1))
    return Meaning(TimexType.TIME, value, night, base.ground, clock="TNI")


def part_of_told_day(match: Match, context: Context) -> Meaning | None:
    """Reads "in the morning", "by dusk": of the day told shortly before in the same paragraph."""
    return _of_told_day(clock_of(match), match, context)


def clock(match: Match, context: Context) -> Meaning | None:
    """Reads "10:30 a.m.": of the day told shortly before in the same paragraph."""
    found = clock_of(match)
    return None if found is None else _of_told_day(found, match, context)


def first_of_two(left: Match, right: Match, context: Context) -> Meaning | None:
    """The first of two times of day, which may leave its "a.m." or "p.m." to the second: "2 and 3 p.m."."""
    told, end = _hour_and_minute(left), _hour_and_minute(right)
    if told is None and (hour := left.number("day")) is not None:
        told = (hour, 0, "", "")
    if told is None or told[2] or end is None or not end[2]:
        return clock(left, context)
    hour = told[0] % HALF_DAY + (HALF_DAY if end[2] in "pP" else 0)
    if hour > end[0] % HALF_DAY + (HALF_DAY if end[2] in "pP" else 0):
        hour = (hour + HALF_DAY) % HOURS
    if hour >= HOURS or told[1] >= MINUTES:
        return None
    return _of_told_day(f"{hour:02d}:{told[1]:02d}", left, context)


def on_that_day(told: Meaning | None, day: Meaning) -> Meaning | None:
    """The first of two times of day, on the day of the second unless that is past midnight."""
    if told is None or day.period is None or day.clock is None:
        return told
    clock = told.clock or told.value.partition("T")[2].rstrip("Z")
    return dated(day.period, day.ground, clock=clock) if clock <= day.clock else untold(UNKNOWN_DAY, clock)


def _of_told_day(clock: str | None, match: Match, context: Context) -> Meaning:
    """A time on the day told last.

    Where none was told, the value takes the day of publication as TIMEX3 does, but no day is claimed.
    """
    base = context.told_since(paragraph_before(match))
    zone = zone_of(match)
    if base is None:
        day = context.published.day.isoformat() if context.published else UNKNOWN_DAY
        reason = NO_DAY_NAMED if context.published else NO_BASE
        return Meaning(TimexType.TIME, f"{day}{clock_value(clock or '')}{zone}", reason=reason)
    return dated(periods.day_of(base.day), base.ground, clock=clock, zone=zone)


def hour_of_part(match: Match, context: Context) -> Meaning | None:
    """Reads "5 this morning", "8 tonight" (of the day of publication), "2 in the morning"."""
    hour, part = match.number("day", "numberword"), match.value("daypart", "tonight")
    if hour is None or not 1 <= hour <= HALF_DAY:
        return None
    hour = hour % HALF_DAY + (HALF_DAY if part in LATER_PARTS else 0)
    clock = f"{hour:02d}:00"
    if match.has("in"):
        return _of_told_day(clock, match, context)
    base = context.published
    return (
        untold(UNKNOWN_DAY, clock)
        if base is None
        else dated(periods.day_of(base.day), base.ground, clock=clock)
    )


def nights_later(match: Match, context: Context) -> Meaning | None:
    """Reads "two nights later": so many days after the one told last."""
    number, clock = amount(match.tokens, match.first, match.last), f"T{match.value('daypart', 'dayparts')}"
    base = context.told_within(Unit.DAY)
    if number is None or base is None:
        return untold(UNKNOWN_DAY, clock)
    days = round(number) if match.has("later") else -round(number)
    return dated(step(base, Unit.DAY, days), base.ground, clock=clock)


def dayparts(match: Match, _context: Context) -> Meaning | None:
    """Reads "in the evenings"."""
    return repeated(f"XXXX-XX-XXT{match.value('dayparts')}")
