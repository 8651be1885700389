"""Parts of years: seasons, quarters, halves, fiscal years, weeks of a month, the first three months."""

from __future__ import annotations

from dataclasses import replace
from datetime import MAXYEAR, timedelta

from eventgraph.times import periods
from eventgraph.times.amounts import amount_of, duration
from eventgraph.times.anchor import STEPS, Base, Context, Direction
from eventgraph.times.dates import date_of, fields_of, year_before_christ
from eventgraph.times.directions import FROM_TODAY, UNITS, direction_of, pointed_year, step, unit_word
from eventgraph.times.edtf import WRITTEN
from eventgraph.times.grammar import Match
from eventgraph.times.meaning import NO_SUCH_DAY, NO_SUCH_YEAR, UNKNOWN_DAY, Meaning, dated, lasting, undated
from eventgraph.times.periods import Period, Unit
from eventgraph.vocabulary import Basis

QUARTERS, HALVES, WEEKS_IN_MONTH = 4, 2, 5
WRONG_SEASON_DAYS = 300
"""How many days nearer a season must lie that the tense speaks against."""
UNPOINTED = frozenset({Direction.NEAREST, Direction.NOT_LATER})
"""No word such as "last" says which one."""


def season(match: Match, context: Context) -> Meaning | None:
    """Reads "the summer of 2012", "spring", "the winter of 1977-78" (which begins in the first year)."""
    code = str(match.value("season", "fall"))
    if context.before_christ is not None and not match.has("year", "shortyear", *FROM_TODAY):
        return undated(f"{year_before_christ(context.before_christ)}-{code}", NO_SUCH_YEAR)
    found = pointed_year(match, context)
    if found is None:
        return undated(f"XXXX-{code}")
    if context.published and found[1].basis is Basis.PUBLICATION and direction_of(match) in UNPOINTED:
        return _nearest_season(code, match, context.published, context)
    return dated(periods.season(found[0], code), found[1])


def _nearest_season(code: str, match: Match, base: Base, context: Context) -> Meaning:
    """The nearest season of that name, weighed by the tense."""
    tense = context.tense(match.first, match.last)

    def cost(period: Period) -> int:
        ahead, back = (period.first - base.day).days, (base.day - period.last).days
        wrong = (tense.past and ahead > 0) or (tense.future and back > 0)
        return max(ahead, back, 0) + WRONG_SEASON_DAYS * wrong

    years = [year for year in range(base.day.year - 1, base.day.year + 2) if periods.is_year(year)]
    seasons = [periods.season(year, code) for year in years if year < MAXYEAR]
    return dated(min(seasons, key=cost), base.ground)


def week_of_month(match: Match, context: Context) -> Meaning | None:
    """Reads "the last week of March", "the first weekend of May"."""
    month = _month_of(match, context)
    if month is None or month.period is None:
        return month
    number = match.number("ordinalword") or -1
    if number > WEEKS_IN_MONTH:
        return None
    if match.has("weekend"):
        first = month.period.first
        saturday = periods.nth_weekday(first.year, first.month, periods.SATURDAY, number)
        return dated(periods.containing(Unit.WEEKEND, saturday), month.ground)
    week = _week_in(month.period, number)
    if week.first + timedelta(periods.DAYS_IN_WEEK // 2) > month.period.last:
        return None  # "the fifth week" of a month that has four
    return dated(week, month.ground, approximate=True)


def _month_of(match: Match, context: Context) -> Meaning | None:
    """The month at the end of a match; what stands before it ("the last week of") tells no year."""
    month = match.part(match.find("month", "shortmonth") or match.first, match.last)
    return date_of(fields_of(month), month, context)


def weekday_of_month(match: Match, context: Context) -> Meaning | None:
    """Reads "the first Monday in February", "the last Friday of the month"."""
    if match.has("unit"):
        base = context.current
        month = None if base is None else step(base, Unit.MONTH, STEPS[_direction_of_month(match)])
        ground = WRITTEN if base is None else base.ground
    else:
        told = _month_of(match, context)
        month, ground = (None, WRITTEN) if told is None else (told.period, told.ground)
    weekday, nth = match.number("weekday") or 1, match.number("ordinalword") or -1
    if month is None:
        return undated(f"XXXX-WXX-{weekday}")
    day = periods.nth_weekday(month.year, month.first.month, weekday, nth)
    return dated(periods.day_of(day), ground) if day <= month.last else undated(UNKNOWN_DAY, NO_SUCH_DAY)


def _direction_of_month(match: Match) -> Direction:
    """Where "last" points before the month, not before the weekday."""
    return direction_of(match.part(match.first + 2, match.last))


def week_of_day(match: Match, context: Context) -> Meaning | None:
    """Reads "the week of Oct. 20", "the weekend of June 3": the one in which the day lies."""
    day = date_of(fields_of(match), match, context)
    if day is None or day.period is None:
        return day
    unit = Unit.WEEKEND if match.has("weekend") else Unit.WEEK
    return dated(periods.containing(unit, day.period.first), day.ground)


def _week_in(month: Period, number: int) -> Period:
    """The nth week of a month (-1 is the last), of those that lie more in it than outside.

    Where a week begins the words do not say, so its bounds are about right only.
    """
    middle = timedelta(periods.DAYS_IN_WEEK // 2)
    if number < 0:
        return periods.containing(Unit.WEEK, month.last - middle)
    return periods.containing(
        Unit.WEEK, month.first + middle + timedelta(periods.DAYS_IN_WEEK * (number - 1))
    )


def quarter(match: Match, context: Context) -> Meaning | None:
    """Reads "the third quarter of 2012", "first-quarter", "the last quarter"."""
    number = match.number("ordinalword", "final", "quartername")
    if number is None and not (match.has("of") and match.has("year", "unit")):
        return _last_quarter(context)
    number = QUARTERS if number is None else number
    if number > QUARTERS:
        return None
    found = pointed_year(match, context)
    if found is None:
        return undated(f"XXXX-Q{number}")
    if context.published and found[1].basis is Basis.PUBLICATION and direction_of(match) in UNPOINTED:
        return _nearest_quarter(number, match, context.published, context)
    return dated(periods.quarter(found[0], number), found[1])


def _nearest_quarter(number: int, match: Match, base: Base, context: Context) -> Meaning:
    """The nearest quarter of that number, weighed by the tense; of two as near the past one."""
    this = (base.day.month + 2) // 3
    back, ahead = (this - number) % QUARTERS, (number - this) % QUARTERS
    tense = context.tense(match.first, match.last)
    to_come = ahead + QUARTERS * tense.past < back + QUARTERS * tense.future
    return dated(step(base, Unit.QUARTER, ahead if to_come else -back), base.ground)


def _last_quarter(context: Context) -> Meaning:
    if context.published is None:
        return undated("XXXX-QX")
    return dated(step(context.published, Unit.QUARTER, -1), context.published.ground)


def half(match: Match, context: Context) -> Meaning | None:
    """Reads "the first half of 2012"."""
    number = match.number("ordinalword", "halfname") or HALVES
    found = pointed_year(match, context)
    if number > HALVES or (match.has("unit") and match.value("unit") != "year"):
        return None
    return undated(f"XXXX-H{number}") if found is None else dated(periods.half(found[0], number), found[1])


def fiscal(match: Match, context: Context) -> Meaning | None:
    """Reads "fiscal 2012": which months it covers is not told, so the year is about right only."""
    if match.has("unit") and not match.has("year") and match.value("unit") != "year":
        return None
    written = match.number("fiscalyear")
    found = (written, WRITTEN) if written is not None else pointed_year(match, context)
    if found is None or not periods.is_year(found[0]):
        return None
    return dated(periods.year(found[0]), found[1], approximate=True)


def part_of_whole(match: Match, context: Context) -> Meaning | None:
    """Reads "the first three months of 2012", "the last ten days of May"."""
    whole, word, number = _whole(match, context), unit_word(match), amount_of(match)
    meaning = lasting(duration(number, word))
    if whole is None or whole.period is None or number is None or word not in UNITS:
        return meaning
    unit, size = UNITS[word]
    steps = round(number * size) - 1
    ground, period = whole.ground, whole.period
    if match.tokens.kind(match.first + 1) in {"last", "final"}:
        edge = step(Base(period.last, ground), unit, -steps)
        days = periods.stretch(max(edge.first, period.first), period.last)
    else:
        edge = step(Base(period.first, ground), unit, steps)
        days = periods.stretch(period.first, edge.last)
    return replace(meaning, period=days, ground=ground)


def _whole(match: Match, context: Context) -> Meaning | None:
    """The month or year that is divided."""
    if match.has("month", "shortmonth"):
        return _month_of(match, context)
    found = pointed_year(match, context)
    return None if found is None else dated(periods.year(found[0]), found[1])
