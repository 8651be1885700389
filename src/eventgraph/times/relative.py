"""Expressions that need a day to be reckoned from: "yesterday", "last week", "two years later"."""

from __future__ import annotations

from eventgraph.times import periods
from eventgraph.times.amounts import amount_of, clock_of, duration, zone_of
from eventgraph.times.anchor import STEPS, Base, Context, Direction
from eventgraph.times.dates import QUARTERS, direction_of, pointed_year
from eventgraph.times.grammar import Match
from eventgraph.times.meaning import UNKNOWN_DAY, Meaning, clock_value, dated, undated, untold
from eventgraph.times.periods import Period, Unit
from eventgraph.vocabulary import TimexType

UNITS = {
    "day": (Unit.DAY, 1),
    "week": (Unit.WEEK, 1),
    "fortnight": (Unit.WEEK, 2),
    "month": (Unit.MONTH, 1),
    "quarter": (Unit.QUARTER, 1),
    "year": (Unit.YEAR, 1),
    "decade": (Unit.YEAR, 10),
    "century": (Unit.YEAR, 100),
}
"""The unit that a step of a word counts in, and how many of them it takes."""
ROUND_UNITS = frozenset({"decade", "century"})
MONTHS_IN_YEAR = periods.MONTHS_IN_YEAR
NEAR_TOKENS = 60
"""How far back the day of a bare time of day may have been told, in tokens."""
COARSENESS = tuple(Unit)
"""Units from the finest to the coarsest."""
SPOKEN_OF = ("that", "same", "following", "previous")
"""Words that point from what was told last, not from publication."""


def _base(match: Match, context: Context) -> Base | None:
    """What the words are reckoned from."""
    next_day = (
        match.has("the") and match.has("next") and (match.has("daypart") or match.value("unit") == "day")
    )
    return context.told if next_day or match.has(*SPOKEN_OF) else context.published


def _coarser_than_told(unit: Unit, base: Base | None, context: Context) -> bool:
    """Whether a step of that unit from what was told would invent precision."""
    last = context.last_period
    if base is None or last is None or base is context.published or unit is Unit.WEEKEND:
        return False
    return COARSENESS.index(last.unit) > COARSENESS.index(unit)


def _step(base: Base, unit: Unit, steps: int) -> Period:
    """The period of that unit so many steps from the base. ValueError, OverflowError: no such day."""
    return periods.shift(periods.containing(unit, base.day), steps)


def dayword(match: Match, context: Context) -> Meaning | None:
    """Reads "today", "late yesterday", "3 p.m. tomorrow", "tonight"."""
    clock = clock_of(match)
    base = context.published
    if base is None:
        return untold(UNKNOWN_DAY, clock)
    period = _step(base, Unit.DAY, match.number("dayword") or 0)
    return dated(period, base.ground, clock=clock, zone=zone_of(match) if clock else "")


def part_of_day(match: Match, context: Context) -> Meaning | None:
    """Reads "this morning", "last night", "that evening", "the following morning", "overnight"."""
    clock = clock_of(match)
    base = _base(match, context)
    if base is None or _coarser_than_told(Unit.DAY, base, context):
        return untold(UNKNOWN_DAY, clock)
    steps = STEPS[direction_of(match)]
    period = _step(base, Unit.DAY, steps)
    return dated(period, base.ground, clock=clock)


def clock(match: Match, context: Context) -> Meaning | None:
    """Reads "10:30 a.m.": of the day told shortly before in the same paragraph.

    Where none was told, the value takes the day of publication as TIMEX3 does, but no day is claimed.
    """
    found = clock_of(match)
    if found is None:
        return None
    base = context.told_since(_paragraph_before(match))
    if base is None:
        day = context.published.day.isoformat() if context.published else UNKNOWN_DAY
        return Meaning(TimexType.TIME, day + clock_value(found) + zone_of(match))
    return dated(periods.day_of(base.day), base.ground, clock=found, zone=zone_of(match))


def _paragraph_before(match: Match) -> int:
    """The first token of the paragraph, or one not too far before the match."""
    first = max(match.first - NEAR_TOKENS, 0)
    breaks = [index for index in range(first, match.first) if match.tokens.kinds[index] == "break"]
    return breaks[-1] if breaks else first


def _unit_word(match: Match) -> str:
    """The word of the unit in the singular."""
    return str(match.value("unit", "units"))


def ago(match: Match, context: Context) -> Meaning | None:
    """Reads "two weeks ago"; in the unit that is counted, no finer."""
    word, number = _unit_word(match), amount_of(match)
    quarter = _same_quarter(match, context)
    if quarter is not None:
        return quarter
    if number is None:
        return undated("PAST_REF")
    if word not in UNITS:
        return undated(duration(number, word), TimexType.DURATION)
    if context.published is None:
        return undated(UNKNOWN_DAY if word == "day" else "XXXX")
    return _moved(match, context.published, word, -number)


def _same_quarter(match: Match, context: Context) -> Meaning | None:
    """The same quarter a year before, where a quarter was told: "up from $2 million a year earlier"."""
    told = context.quarter_told(match.first)
    a_year = _unit_word(match) == "year" and match.has("a", "dash") and not match.has("day", "number", "half")
    if told is None or not a_year or not match.has("ago", "earlier"):
        return None
    return dated(periods.shift(told[0], -QUARTERS), told[1])


def shifted(match: Match, context: Context) -> Meaning | None:
    """Reads "two years later", "a day earlier" (from what was told last), "three weeks from now"."""
    word, number = _unit_word(match), amount_of(match)
    quarter = _same_quarter(match, context)
    if quarter is not None:
        return quarter
    from_now = match.has("from", "time")
    base = context.published if from_now else context.told
    if word not in UNITS or number is None or base is None:
        return undated(duration(number, word), TimexType.DURATION)
    if _coarser_than_told(UNITS[word][0], base, context):
        return undated(duration(number, word), TimexType.DURATION)
    later = from_now or match.has("later", "after")
    return _moved(match, base, word, number if later else -number)


def _moved(match: Match, base: Base, word: str, number: float) -> Meaning:
    """So many units from a base. Halves of years are counted in months; round numbers are approximate."""
    unit, size = UNITS[word]
    approximate = match.has("about", "more", "least", "vague") or word in ROUND_UNITS
    if not float(number).is_integer() and unit is Unit.YEAR:
        unit, size, approximate = Unit.MONTH, MONTHS_IN_YEAR * size, True
    try:
        period = _step(base, unit, round(number * size))
    except (ValueError, OverflowError):
        return undated("PAST_REF" if number < 0 else "FUTURE_REF")
    return dated(period, base.ground, approximate=approximate)


def move(match: Match, date: Meaning, *, later: bool) -> Meaning | None:
    """A date moved by the length of time that a match tells; None where that would invent precision."""
    word, number = _unit_word(match), amount_of(match)
    if date.period is None or number is None or word not in UNITS:
        return None
    if COARSENESS.index(date.period.unit) > COARSENESS.index(UNITS[word][0]):
        return None
    return _moved(match, Base(date.period.first, date.ground), word, number if later else -number)


def pointed(match: Match, context: Context) -> Meaning | None:
    """Reads "last week", "this month", "that summer", "the following day", "next weekend"."""
    if match.has("season", "fall"):
        return _pointed_season(match, context)
    if match.has("past") and match.has("unit"):
        return _around_today(_unit_word(match), 1, Direction.LAST, context)
    unit = Unit.WEEKEND if match.has("weekend") else UNITS[_unit_word(match)][0]
    if _unit_word(match) == "decade":
        unit = Unit.DECADE
    base = _base(match, context)
    if base is None or _coarser_than_told(unit, base, context):
        return undated(UNKNOWN_DAY if unit is Unit.DAY else "XXXX")
    steps = -1 if match.has("latest") else STEPS[direction_of(match)]
    period = _step(base, unit, steps)
    return dated(period, base.ground)


def _pointed_season(match: Match, context: Context) -> Meaning | None:
    """Reads "last summer" (the latest that is over), "this summer", "next summer" (yet to begin)."""
    code = str(match.value("season", "fall"))
    base = _base(match, context)
    if base is None:
        return undated(f"XXXX-{code}")
    period = periods.season(base.day.year, code)
    direction = direction_of(match)
    if direction is Direction.LAST and period.last >= base.day:
        period = periods.season(base.day.year - 1, code)
    if direction is Direction.NEXT and period.first <= base.day:
        period = periods.season(base.day.year + 1, code)
    return dated(period, base.ground)


def neighbour(match: Match, context: Context) -> Meaning | None:
    """Reads "the year before", "the day after": next to what was told last."""
    word = _unit_word(match)
    base = context.told
    if word not in UNITS or base is None or _coarser_than_told(UNITS[word][0], base, context):
        return undated("XXXX")
    period = _step(base, UNITS[word][0], 1 if match.has("after") else -1)
    return dated(period, base.ground)


def weekend(match: Match, context: Context) -> Meaning | None:
    """Reads "the weekend": the last one, unless the words around speak of what is to come, or it is on."""
    if match.has("weekends"):
        return undated("XXXX-WXX-WE", TimexType.SET)
    base = context.published
    if base is None:
        return undated("XXXX-WXX-WE")
    this = periods.containing(Unit.WEEKEND, base.day)
    coming = context.tense(match.first, match.last).future or base.day >= this.first
    return dated(this if coming else periods.shift(this, -1), base.ground)


def the_unit(match: Match, context: Context) -> Meaning | None:
    """Reads "the year", "the week": the one spoken in; "the quarter": the one told, else the last."""
    word = _unit_word(match)
    if word == "year":
        return undated(duration(1, word), TimexType.DURATION)
    told = context.quarter_told(match.first) if word == "quarter" else None
    if told is not None:
        return dated(*told)
    if context.published is None:
        return undated("XXXX")
    period = _step(context.published, UNITS[word][0], -1 if word == "quarter" else 0)
    return dated(period, context.published.ground)


def edge_of_unit(match: Match, context: Context) -> Meaning | None:
    """Reads "the end of the year", "late last month", "year-end": some day of the whole."""
    word = _unit_word(match)
    base = _base(match, context)
    if base is None:
        return undated("XXXX")
    unit = Unit.DECADE if word == "decade" else UNITS[word][0]
    period = _step(base, unit, STEPS[direction_of(match)])
    return dated(period, base.ground)


def recent_duration(match: Match, context: Context) -> Meaning | None:
    """Reads "the past two weeks", "the next few days": up to, or from, the day of publication."""
    word = _unit_word(match)
    number = None if _bare(match) else amount_of(match)
    return _around_today(word, number, direction_of(match), context)


def _around_today(word: str, number: float | None, direction: Direction, context: Context) -> Meaning:
    """A length of time with its days, as far back (or ahead) as its unit lets it reach."""
    value = duration(number, word)
    base, step = context.published, STEPS[direction]
    if base is None or number is None or word not in UNITS or step == 0:
        return undated(value, TimexType.DURATION)
    unit, size = UNITS[word]
    try:
        edge = _step(base, unit, step * round(number * size))
    except (ValueError, OverflowError):
        return undated(value, TimexType.DURATION)
    days = periods.stretch(edge.first, base.day) if step < 0 else periods.stretch(base.day, edge.last)
    return Meaning(TimexType.DURATION, value, days, base.ground)


def part_of_year(match: Match, context: Context) -> Meaning | None:
    """Reads "the first three months of 2012", "the last six weeks of last year"."""
    found = pointed_year(match, context)
    word, number = str(match.value("units")), amount_of(match)
    value = duration(number, word)
    if found is None or number is None or word not in UNITS:
        return undated(value, TimexType.DURATION)
    year, (unit, size) = periods.year(found[0]), UNITS[word]
    steps = round(number * size) - 1
    last = match.tokens.kind(match.first + 1) in {"last", "final"}
    if last:
        edge = _step(Base(year.last, found[1]), unit, -steps)
        days = periods.stretch(max(edge.first, year.first), year.last)
    else:
        edge = _step(Base(year.first, found[1]), unit, steps)
        days = periods.stretch(year.first, edge.last)
    return Meaning(TimexType.DURATION, value, days, found[1])


def _bare(match: Match) -> bool:
    """Whether nothing tells how many: "the past weeks"."""
    return not match.has("day", "number", "numberword", "multiplier", "vague", "half", "a", "year")
