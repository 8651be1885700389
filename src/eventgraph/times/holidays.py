"""Days with names: fixed, movable, and reckoned from Easter."""

from __future__ import annotations

from datetime import date, timedelta

from eventgraph.lexicon import load_lexicon
from eventgraph.times import periods
from eventgraph.times.anchor import Base, Context, Direction
from eventgraph.times.clocks import clock_of
from eventgraph.times.directions import direction_of, pointed_year
from eventgraph.times.edtf import WRITTEN, Ground
from eventgraph.times.grammar import Match
from eventgraph.times.meaning import Meaning, dated, untold
from eventgraph.times.periods import Period, Unit

MIDWEEK = 3


def holiday(match: Match, context: Context) -> Meaning | None:
    """Reads "Thanksgiving", "last Christmas", "Easter 2012", "Christmas morning"."""
    rule = load_lexicon("times/holidays")[str(match.value("holiday"))]
    clock = clock_of(match)
    found = _year(rule, match, context)
    if found is None:
        return untold(_without_year(rule), clock)
    day = periods.day_of(_holiday(rule, found[0]))
    return dated(_weekend_at(day) if match.has("weekend") else day, found[1], clock=clock)


def _weekend_at(day: Period) -> Period:
    """The weekend that a holiday makes longer: the one before, up to a Wednesday; else the one behind."""
    weekend = periods.containing(Unit.WEEKEND, day.first)
    return periods.shift(weekend, -1) if day.first.isoweekday() <= MIDWEEK else weekend


def _year(rule: dict[str, int], match: Match, context: Context) -> tuple[int, Ground] | None:
    """The year and what it rests on: written, pointed to, or that of the nearest such day."""
    if "year" in rule:
        return rule["year"], WRITTEN
    if match.has("year", "unit"):
        return pointed_year(match, context)
    base = context.current
    if base is None:
        return None
    return _year_of_holiday(rule, match, context, base)


def _without_year(rule: dict[str, int]) -> str:
    """The value of a day whose year nothing tells."""
    moves = "easter" in rule or "weekday" in rule
    return "XXXX" if moves else f"XXXX-{rule['month']:02d}-{rule['day']:02d}"


def _year_of_holiday(
    rule: dict[str, int], match: Match, context: Context, base: Base
) -> tuple[int, Ground] | None:
    """The nearest by the rule of days, or the last or next one."""
    today, this = base.day, _holiday(rule, base.day.year)
    match direction_of(match):
        case Direction.LAST:
            return today.year - (this >= today), base.ground
        case Direction.NEXT:
            return today.year + (this <= today), base.ground
        case Direction.THIS:
            return today.year, base.ground
    return context.year_of_day((this.month, this.day, None), Direction.NEAREST, (match.first, match.last))


def _holiday(rule: dict[str, int], year: int) -> date:
    """The day in a year of a row of ``lexicon/times/holidays.toml``."""
    if "easter" in rule:
        return periods.shift(periods.day_of(periods.easter(year)), rule["easter"]).first
    if "weekday" in rule:
        day = periods.nth_weekday(year, rule["month"], rule["weekday"], rule["nth"])
        return day + timedelta(rule.get("later", 0))
    return date(year, rule["month"], rule["day"])
