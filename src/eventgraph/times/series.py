"""Dates that share what they are written with: "Nov. 1-7, 2012", "May 5, 7 and 9", "two to three weeks".

A match of a range rule is split at its joining words. Each part lends the others the month, year, era,
half of the day or unit that they lack.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from eventgraph.times import clocks, dates, parts_of_year, periods
from eventgraph.times.amounts import amount, duration, mod_of
from eventgraph.times.anchor import Context
from eventgraph.times.dates import Fields, fields_of, year_of_era
from eventgraph.times.grammar import Match
from eventgraph.times.meaning import NO_SUCH_YEAR, UNKNOWN_DAY, Meaning, dated, lasting, undated
from eventgraph.times.periods import Period

CONNECTORS = frozenset({"dash", "to", "and", "or", "through", "until", "slash"})
TRIMMED = frozenset({"from", "between", "comma", "dash"})
WITHIN = frozenset({"early", "mid", "late"})
"""A dash behind one of these joins nothing: "mid-July"."""
DAYS = frozenset({"day", "dayordinal", "ordinalword"})
MONTHS = frozenset({"month", "shortmonth"})
DATED = ("weekday", "shortweekday", "month", "shortmonth")
"""Kinds that tell a day beside the second of two times of day."""


@dataclass(frozen=True, slots=True)
class Found:
    """A match, or a part of one, and what it means."""

    match: Match
    meaning: Meaning


def read_series(match: Match, context: Context) -> tuple[Found, ...]:
    """The members of a match of a range rule, in text order, each with what the others write for it."""
    parts = split(match)
    reader = READERS[match.rule.makes]
    try:
        meanings = reader(parts, context)
    except (ValueError, OverflowError):
        meanings = [undated(UNKNOWN_DAY, NO_SUCH_YEAR)] * len(parts)
    return tuple(
        Found(part, replace(meaning, mod=mod_of(part)))
        for part, meaning in zip(parts, meanings, strict=True)
        if meaning is not None
    )


def split(match: Match) -> tuple[Match, ...]:
    """The members that a match of a range rule joins, without the joining words."""
    edges = [match.first - 1, *(i for i in range(match.first, match.last) if _joins(match, i)), match.last]
    parts = (match.part(left + 1, right) for left, right in pairwise(edges))
    return tuple(_trimmed(part) for part in parts if part.first < part.last and _says_anything(part))


def _says_anything(part: Match) -> bool:
    return not set(part.kinds) <= TRIMMED | {"the"}


def _joins(match: Match, index: int) -> bool:
    """Whether a token stands between two members; a comma within a date does not."""
    kind, before, after = (match.tokens.kind(i) for i in (index, index - 1, index + 1))
    if kind == "comma":
        return (before in DAYS and after in DAYS) or (before in MONTHS and after in MONTHS)
    return kind in CONNECTORS and index > match.first and before not in WITHIN


def _trimmed(match: Match) -> Match:
    first, last = match.first, match.last
    while first < last - 1 and match.tokens.kinds[first] in TRIMMED:
        first += 1
    while last - 1 > first and match.tokens.kinds[last - 1] in TRIMMED:
        last -= 1
    return match.part(first, last)


def _of_fields(parts: Sequence[Match], context: Context) -> list[Meaning | None]:
    """Days, months, years or weekdays; a year that nobody writes puts each after the one before it."""
    meanings: list[Meaning | None] = []
    told = [fields_of(part) for part in parts]
    pointed = dates.month_of_pointed_year(parts[-1], context) if parts[-1].has("unit") else None
    if pointed is not None and pointed.period is not None:
        told[-1] = replace(told[-1], year=pointed.period.year, year_ground=pointed.ground)
    for part, fields in zip(parts, _shared(told, parts), strict=True):
        before = meanings[-1] if meanings else None
        if before is not None and before.period is not None and fields.year is None:
            meanings.append(_after(before, before.period, fields, part, context))
        else:
            meanings.append(dates.date_of(fields, part, context))
    return meanings


def _shared(told: list[Fields], parts: Sequence[Match]) -> list[Fields]:
    """The fields of the parts, with the month and year that stand at a later or an earlier one."""
    if all(fields.month is None and fields.weekday is None for fields in told):
        return [
            told[0],
            *(replace(f, year=_second_year(told[0], f, p)) for f, p in zip(told[1:], parts[1:], strict=True)),
        ]
    for index in range(1, len(told)):
        told[index] = replace(told[index], month=told[index].month or told[index - 1].month)
    for index in range(len(told) - 2, -1, -1):
        told[index] = _lent(told[index + 1], told[index])
    for index in range(1, len(told)):
        told[index] = _carried(told[index - 1], told[index])
    return told


def _second_year(first: Fields, second: Fields, part: Match) -> int | None:
    """The second of two years, in the century of the first: "1939-45"."""
    if second.year is not None or first.year is None:
        return second.year
    year = first.year // 100 * 100 + (part.number("day", "number") or 0)
    return year if year > first.year else year + 100  # "1999-00"


def _lent(later: Fields, earlier: Fields) -> Fields:
    """The earlier date with the month and year that only the later one writes; it lies before it."""
    month, year = earlier.month or later.month, earlier.year
    if year is None and later.year is not None and month is not None:
        year = later.year - (month > (later.month or month))
    ground = earlier.year_ground if earlier.year is not None else later.year_ground
    return replace(earlier, month=month, year=year, year_ground=ground)


def _carried(earlier: Fields, later: Fields) -> Fields:
    """The later date with the year that only the earlier one writes; it lies behind it."""
    year = later.year
    if year is None and earlier.year is not None and later.month is not None:
        year = earlier.year + (later.month < (earlier.month or later.month))
    ground = later.year_ground if later.year is not None else earlier.year_ground
    return replace(later, year=year, year_ground=ground)


def _after(before: Meaning, period: Period, fields: Fields, part: Match, context: Context) -> Meaning | None:
    """A date without a year behind the one before it, resting on what that one rests on."""
    if fields.month is None and fields.weekday is not None:
        days = (fields.weekday - period.first.isoweekday()) % periods.DAYS_IN_WEEK
        return dated(periods.shift(period, days or periods.DAYS_IN_WEEK), before.ground)
    year = period.first.year + ((fields.month or 0) < period.first.month)
    return dates.date_of(replace(fields, year=year, year_ground=before.ground), part, context)


def _of_eras(parts: Sequence[Match], _context: Context) -> list[Meaning | None]:
    """Years before our era: "from 431 to 404 BC"."""
    return [year_of_era(part.number("day", "number", "year") or 0, before_christ=True) for part in parts]


def _of_decades(parts: Sequence[Match], context: Context) -> list[Meaning | None]:
    return [dates.decade(part, context) for part in parts]


def _of_clocks(parts: Sequence[Match], context: Context) -> list[Meaning | None]:
    """Times of day; the first has the "a.m." or "p.m." of the second: "between 2 and 3 p.m."."""
    left, right = parts
    day = dates.calendar(right, context) if right.has(*DATED) else None
    if day is None or day.period is None:
        return [clocks.first_of_two(left, right, context), clocks.clock(right, context)]
    return [clocks.on_that_day(clocks.first_of_two(left, right, context), day), day]


def _of_amounts(parts: Sequence[Match], _context: Context) -> list[Meaning | None]:
    """Lengths of time in one unit: "60 to 90 days"."""
    unit = str(parts[-1].value("unit", "units"))
    return [lasting(duration(amount(part.tokens, part.first, part.last), unit)) for part in parts]


def _of_ordinals(parts: Sequence[Match], context: Context) -> list[Meaning | None]:
    """Quarters of one year, or centuries: "the third and fourth quarters of 2012"."""
    last = parts[-1]
    if last.value("unit", "units") == "century":
        return [dates.century(part, context) for part in parts]
    numbers = [part.number("ordinalword", "dayordinal") or 0 for part in parts]
    meaning = parts_of_year.quarter(last, context)
    if meaning is None or meaning.period is None:
        return [undated(f"XXXX-Q{number}") for number in numbers]
    return [dated(periods.shift(meaning.period, number - numbers[-1]), meaning.ground) for number in numbers]


READERS: dict[str, Callable[[Sequence[Match], Context], list[Meaning | None]]] = {
    "calendar": _of_fields,
    "eras": _of_eras,
    "decades": _of_decades,
    "clocks": _of_clocks,
    "amounts": _of_amounts,
    "ordinals": _of_ordinals,
}
"""How the parts of a range rule are read, by what it makes."""
