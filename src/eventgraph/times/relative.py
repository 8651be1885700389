"""Expressions that need a day to be reckoned from: "last week", "two years later", "the end of the year"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from eventgraph.times import periods
from eventgraph.times.amounts import amount_of, duration
from eventgraph.times.anchor import STEPS, Base, Context, Direction
from eventgraph.times.clocks import clock_of, timed
from eventgraph.times.dates import in_era
from eventgraph.times.directions import (
    FROM_TODAY,
    SPOKEN_OF,
    UNITS,
    base_of,
    direction_of,
    paragraph_before,
    step,
    unit_word,
)
from eventgraph.times.edtf import Ground
from eventgraph.times.grammar import Match
from eventgraph.times.meaning import (
    NO_BASE,
    NO_CALENDAR,
    NO_SUCH_YEAR,
    TOO_COARSE,
    UNKNOWN_DAY,
    Meaning,
    dated,
    lasting,
    repeated,
    undated,
    untold,
)
from eventgraph.times.parts_of_year import QUARTERS
from eventgraph.times.periods import MONTHS_IN_YEAR, Period, Unit
from eventgraph.vocabulary import Basis, TimexType

UNKNOWN = {
    Unit.DAY: UNKNOWN_DAY,
    Unit.WEEK: "XXXX-WXX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
    Unit.DECADE: "XXX",
    Unit.CENTURY: "XX",
}
"""How TIMEX3 writes a unit of the calendar that cannot be told; "XXXX" is a year."""
WINTER, MARCH = "WI", 3
"""Told up to March, "this winter" is the one that began in the December before."""
SEASONS_IN_YEAR = len(periods.SEASONS)
ROUND_UNITS = frozenset({"decade", "century", "quarter-century", "half-century"})


def ago(match: Match, context: Context) -> Meaning | None:
    """Reads "two weeks ago", in the unit that is counted, no finer; "two years ago today"."""
    word, number = unit_word(match), amount_of(match)
    quarter = _same_quarter(match, context)
    if quarter is not None:
        return quarter
    if number is None or match.kinds[0] == "units":
        return undated("PAST_REF", NO_CALENDAR)
    if word not in UNITS:
        return lasting(duration(number, word))
    if context.published is None:
        return undated(UNKNOWN.get(UNITS[word][0], "XXXX"))
    moved = _moved(match, context.published, word, -number)
    return _of_the_same_name(match, context.published, moved)


def _of_the_same_name(match: Match, base: Base, moved: Meaning) -> Meaning:
    """As fine as the words say: "a year ago today" is a day, "a year ago this month" a month."""
    named = "day" if match.has("dayword") else str(match.tokens.values[match.last - 1])
    if moved.period is None or not match.has("dayword", "this") or named not in UNITS:
        return moved
    unit = UNITS[named][0]
    if moved.period.unit in {Unit.DAY, Unit.WEEK} or unit is Unit.YEAR:
        back = base.day - timedelta((base.day - moved.period.first).days // 7 * 7)
    else:
        months = (moved.period.first.year - base.day.year) * MONTHS_IN_YEAR
        months += moved.period.first.month - base.day.month if moved.period.unit is Unit.MONTH else 0
        month = periods.shift(periods.containing(Unit.MONTH, base.day), months)
        back = month.first.replace(day=min(base.day.day, month.last.day))
    return dated(periods.containing(unit, back), base.ground)


def _same_quarter(match: Match, context: Context) -> Meaning | None:
    """The same quarter a year before, where a quarter was told: "up from $2 million a year earlier"."""
    told = context.quarter_told(match.first)
    a_year = unit_word(match) == "year" and match.has("a", "dash") and not match.has("day", "number", "half")
    if told is None or not a_year or not match.has("ago", "earlier"):
        return None
    return dated(periods.shift(told[0], -QUARTERS), told[1])


def same_period(match: Match, context: Context) -> Meaning | None:
    """Reads "the same period last year", "the year-earlier quarter": a year before what was told last."""
    quarter = context.quarter_told(match.first)
    told = quarter or context.told_here(paragraph_before(match)) or _current_unit(match, context)
    if told is None:
        return undated("XXXX")
    period, ground = told
    if period.unit in {Unit.MONTH, Unit.QUARTER, Unit.SEASON, Unit.HALF}:
        return dated(periods.shift(period, -MONTHS_IN_YEAR // periods.MONTHS[period.unit]), ground)
    return dated(periods.year(period.year - 1), ground)


def _current_unit(match: Match, context: Context) -> tuple[Period, Ground] | None:
    """The month, quarter or year of publication."""
    base, word = context.published, str(match.value("unit"))
    if base is None:
        return None
    unit = UNITS[word][0] if word in {"month", "quarter"} else Unit.YEAR
    return periods.containing(unit, base.day), base.ground


def shifted(match: Match, context: Context) -> Meaning | None:
    """Reads "two years later", "a day earlier" (from what was told last), "three weeks from now"."""
    word, number = unit_word(match), amount_of(match)
    quarter = _same_quarter(match, context)
    if quarter is not None:
        return quarter
    later = match.has("from", "time", "later", "after", "on")
    if match.kinds[0] == "units":
        return undated("FUTURE_REF" if later else "PAST_REF", NO_CALENDAR)
    from_now = match.has("from", "time")
    if word not in UNITS or number is None:
        return lasting(duration(number, word))
    if UNITS[word][0] is Unit.YEAR and context.before_christ is not None and not from_now:
        years = round(number * UNITS[word][1])
        return undated(in_era(context.before_christ, years if later else -years), NO_SUCH_YEAR)
    base = context.published if from_now else _passed(UNITS[word][0], context, later=later)
    if base is None:
        return lasting(duration(number, word))
    if match.has("dayword", "weekday"):
        return _from_day(match, base, word, number)
    return _moved(match, base, word, number if later else -number)


def _from_day(match: Match, base: Base, word: str, number: float) -> Meaning:
    """Reads "a week from today", "two weeks from Monday" (the next one): weeks are counted to the day."""
    weekday = match.number("weekday")
    days = match.number("dayword") or 0
    if weekday is not None:
        days = (weekday - base.day.isoweekday()) % periods.DAYS_IN_WEEK or periods.DAYS_IN_WEEK
    base = Base(base.day + timedelta(days), base.ground)
    if UNITS[word][0] is Unit.WEEK:
        return dated(step(base, Unit.DAY, round(number * UNITS[word][1] * periods.DAYS_IN_WEEK)), base.ground)
    return _moved(match, base, word, number)


COUNTED_BACK = frozenset({Unit.MONTH, Unit.QUARTER, Unit.YEAR})
"""With nothing told, "a year earlier" is a year before publication; "three days earlier" is none."""


def _passed(unit: Unit, context: Context, *, later: bool) -> Base | None:
    """What "a year earlier" goes back from: the date told last, unless it lies ahead, else publication."""
    told, published = context.told_within(unit), context.published
    if later or published is None:
        return told
    if told is None:
        return published if unit in COUNTED_BACK else None
    return told if told.day <= published.day else published


def _moved(match: Match, base: Base, word: str, number: float) -> Meaning:
    """So many units from a base. Halves of years are counted in months; round numbers are approximate."""
    unit, size = UNITS[word]
    approximate = match.has("about", "bound", "over", "vague") or word in ROUND_UNITS
    if not float(number * size).is_integer() and unit is Unit.YEAR:
        unit, size, approximate = Unit.MONTH, MONTHS_IN_YEAR * size, True
    try:
        period = step(base, unit, round(number * size))
    except (ValueError, OverflowError):
        return undated("PAST_REF" if number < 0 else "FUTURE_REF", NO_SUCH_YEAR)
    return dated(period, base.ground, approximate=approximate)


def move(match: Match, date: Meaning, *, later: bool) -> Meaning | None:
    """A date moved by the length of time that a match tells; None where that would invent precision."""
    word, number = unit_word(match), amount_of(match)
    if date.period is None or number is None or word not in UNITS:
        return None
    order = list(Unit)
    if order.index(date.period.unit) > order.index(UNITS[word][0]):
        return None
    return _moved(match, Base(date.period.first, date.ground), word, number if later else -number)


def pointed(match: Match, context: Context) -> Meaning | None:
    """Reads "last week", "this month", "that summer", "the following day", "next weekend"."""
    if match.has("season", "fall"):
        return _pointed_season(match, context)
    if match.has("past") and match.has("unit"):
        return _around(context.published, unit_word(match), 1, Direction.LAST)
    unit = _unit_of(match)
    steps = -1 if match.has("latest") else STEPS[direction_of(match)]
    if unit is Unit.YEAR and context.before_christ is not None and not match.has(*FROM_TODAY):
        return undated(in_era(context.before_christ, steps), NO_SUCH_YEAR)
    base = base_of(match, context, unit)
    if base is None:
        return _unknown(unit, context)
    return dated(step(base, unit, steps), base.ground)


ROUND = {"decade": Unit.DECADE, "century": Unit.CENTURY}


def _unknown(unit: Unit, context: Context) -> Meaning:
    """A unit of the calendar that nothing tells, or nothing that is fine enough."""
    return undated(UNKNOWN.get(unit, "XXXX"), NO_BASE if context.told is None else TOO_COARSE)


def _unit_of(match: Match) -> Unit:
    """The unit that a match names."""
    word = unit_word(match)
    return Unit.WEEKEND if match.has("weekend") else ROUND.get(word) or UNITS[word][0]


def clock_of_pointed(match: Match, context: Context) -> Meaning | None:
    """Reads "noon the following day"."""
    day, clock = pointed(match, context), clock_of(match)
    if day is None or clock is None:
        return day
    if day.period is None:
        return untold(day.value, clock, day.reason)
    return timed(match, day.period, day.ground)


def _pointed_season(match: Match, context: Context) -> Meaning:
    """Reads "last summer" (the latest that is over), "this summer", "next summer" (yet to begin)."""
    code, direction = str(match.value("season", "fall")), direction_of(match)
    if context.before_christ is not None and not match.has(*FROM_TODAY):
        return undated(f"{in_era(context.before_christ, STEPS[direction])}-{code}", NO_SUCH_YEAR)
    base = base_of(match, context, Unit.YEAR)
    if base is None:
        return undated(f"XXXX-{code}")
    told_in_winter = base.ground.basis is Basis.PUBLICATION and base.day.month <= MARCH
    year = base.day.year - (code == WINTER and told_in_winter)
    period = periods.season(year, code)
    if direction is Direction.LAST and period.last >= base.day:
        period = periods.season(year - 1, code)
    if direction is Direction.NEXT and period.first <= base.day:
        period = periods.season(year + 1, code)
    return dated(period, base.ground)


def neighbour(match: Match, context: Context) -> Meaning | None:
    """Reads "the year before", "the day after", "the night before": next to what was told last."""
    unit, clock = Unit.DAY if match.has("daypart") else _unit_of(match), clock_of(match)
    base = context.told_within(unit)
    if base is None and clock is not None:
        return untold(UNKNOWN_DAY, clock)
    if base is None:
        return _unknown(unit, context)
    return dated(step(base, unit, 1 if match.has("after") else -1), base.ground, clock=clock)


def next_but_one(match: Match, context: Context) -> Meaning | None:
    """Reads "the week after next", "the year before last"."""
    base = context.published
    if match.has("season", "fall"):
        near = _pointed_season(match, context)
        return near if near.period is None else dated(_years_off(near.period, match), near.ground)
    if base is None:
        return undated(UNKNOWN.get(_unit_of(match), "XXXX"))
    return dated(step(base, _unit_of(match), 2 if match.has("after") else -2), base.ground)


def _years_off(season: Period, match: Match) -> Period:
    """The same season a year further off."""
    return periods.shift(season, SEASONS_IN_YEAR if match.has("after") else -SEASONS_IN_YEAR)


def weekend(match: Match, context: Context) -> Meaning | None:
    """Reads "the weekend": the last one, unless the words around speak of what is to come, or it is on."""
    if match.has("weekends"):
        return repeated("XXXX-WXX-WE")
    base = context.published
    if base is None:
        return undated("XXXX-WXX-WE")
    this = periods.containing(Unit.WEEKEND, base.day)
    coming = context.tense(match.first, match.last).future or base.day >= this.first
    return dated(this if coming else periods.shift(this, -1), base.ground)


def the_unit(match: Match, context: Context) -> Meaning | None:
    """Reads "the year", "the week": the one spoken in; "the quarter": the one told, else the last."""
    word = unit_word(match)
    if word == "year":
        return lasting(duration(1, word))
    told = context.quarter_told(match.first) if word == "quarter" else None
    if told is not None:
        return dated(*told)
    base = context.current
    if base is None:
        return undated(UNKNOWN.get(UNITS[word][0], "XXXX"))
    return dated(step(base, UNITS[word][0], -1 if word == "quarter" else 0), base.ground)


def time_spoken_of(_match: Match, _context: Context) -> Meaning | None:
    """Reads "at the time", "by that time": the words alone do not say how long the time was."""
    return undated("PAST_REF", NO_CALENDAR)


def edge_of_unit(match: Match, context: Context) -> Meaning | None:
    """Reads "the end of the year", "late last month", "early next spring": some day of the whole."""
    if match.has("season", "fall"):
        return _pointed_season(match, context)
    unit, steps = _unit_of(match), STEPS[direction_of(match)]
    if unit is Unit.YEAR and context.before_christ is not None and not match.has(*FROM_TODAY):
        return undated(in_era(context.before_christ, steps), NO_SUCH_YEAR)
    base = base_of(match, context, unit)
    return _unknown(unit, context) if base is None else dated(step(base, unit, steps), base.ground)


def recent_duration(match: Match, context: Context) -> Meaning | None:
    """Reads "the past two weeks", "the next few days": up to, or from, the day of publication."""
    number, word = None if _bare(match) else amount_of(match), unit_word(match)
    if match.has(*SPOKEN_OF):
        base = context.told_within(UNITS[word][0]) if word in UNITS else None
        return _around(base, word, number, direction_of(match))
    base = context.current if match.has("next", "coming") else context.published
    return _around(base, word, number, direction_of(match))


def _around(base: Base | None, word: str, number: float | None, direction: Direction) -> Meaning:
    """A length of time with its days, as far back (or ahead) as its unit lets it reach."""
    meaning, steps = lasting(duration(number, word)), STEPS[direction]
    if base is None or number is None or word not in UNITS or steps == 0:
        return meaning
    unit, size = UNITS[word]
    try:
        edge = step(base, unit, steps * round(number * size))
    except (ValueError, OverflowError):
        return meaning
    days = periods.stretch(edge.first, base.day) if steps < 0 else periods.stretch(base.day, edge.last)
    return replace(meaning, period=days, ground=base.ground)


def _bare(match: Match) -> bool:
    """Whether nothing tells how many: "the past weeks"."""
    return not match.has("day", "number", "numberword", "multiplier", "vague", "half", "a", "year")


def ahead(match: Match, base: Base) -> Meaning | None:
    """When "in two weeks" is, reckoned from a day; None where the words do not say how far."""
    word, number = unit_word(match), amount_of(match)
    return None if number is None or word not in UNITS else _moved(match, base, word, number)


def is_length(meaning: Meaning) -> bool:
    """Whether it is a length of time that nothing places in the calendar."""
    return meaning.type is TimexType.DURATION and meaning.period is None
