"""From matches to meanings: which function reads what a rule makes, and the kinds that need no calendar."""

from __future__ import annotations

from collections.abc import Callable

from eventgraph.errors import ConfigError
from eventgraph.times import dates, freeform, relative
from eventgraph.times.amounts import amount, amount_of, duration
from eventgraph.times.anchor import Context
from eventgraph.times.grammar import Match
from eventgraph.times.meaning import UNKNOWN_DAY, Meaning, undated
from eventgraph.vocabulary import TimexType

Maker = Callable[[Match, Context], Meaning | None]
"""Reads a match; None means that it is no time expression after all."""


def length(match: Match, _context: Context) -> Meaning | None:
    """Reads "five weeks", "an 18-month", "two and a half years"."""
    number = None if match.kinds == ["units"] else amount_of(match)
    unit = match.value("unit", "units")
    return None if unit is None else undated(duration(number, str(unit)), TimexType.DURATION)


def every(match: Match, _context: Context) -> Meaning | None:
    """Reads "every Monday", "every two weeks", "each morning", "three times a week"."""
    last = match.last - 1
    kind, value = match.tokens.kinds[last], match.tokens.values[last]
    forms = {
        "weekday": f"XXXX-WXX-{value}",
        "daypart": f"XXXX-XX-XXT{value}",
        "season": f"XXXX-{value}",
        "weekend": "XXXX-WXX-WE",
        "holiday": "XXXX",
    }
    if kind == "month":
        return undated(f"XXXX-{value:02d}", TimexType.SET)
    if kind in {"unit", "units"}:
        counted = None if match.has("times") else amount(match.tokens, match.first + 1, last)
        number = match.number("ordinalword") or counted
        return undated(duration(number or 1, str(value)), TimexType.SET)
    return undated(forms[kind], TimexType.SET)


def frequency(match: Match, _context: Context) -> Meaning | None:
    """Reads "daily", "annual"."""
    return undated(str(match.value("frequency")), TimexType.SET)


def reference(match: Match, _context: Context) -> Meaning | None:
    """Reads "now", "recently": no day can be told."""
    return undated(str(match.value("reference") or "PAST_REF"))


MAKERS: dict[str, Maker] = {
    "ago": relative.ago,
    "calendar": dates.calendar,
    "century": dates.century,
    "clock": relative.clock,
    "day_of_month": dates.day_of_month,
    "dayword": relative.dayword,
    "decade": dates.decade,
    "duration": length,
    "edge_of_unit": relative.edge_of_unit,
    "era": dates.era,
    "every": every,
    "fiscal": dates.fiscal,
    "freeform": freeform.freeform,
    "frequency": frequency,
    "half": dates.half,
    "holiday": dates.holiday,
    "iso": dates.iso,
    "month_of_pointed_year": dates.month_of_pointed_year,
    "neighbour": relative.neighbour,
    "numeric": dates.numeric,
    "part_of_year": relative.part_of_year,
    "part_of_day": relative.part_of_day,
    "pointed": relative.pointed,
    "quarter": dates.quarter,
    "recent_duration": relative.recent_duration,
    "reference": reference,
    "season": dates.season,
    "shifted": relative.shifted,
    "the_unit": relative.the_unit,
    "week_of_month": dates.week_of_month,
    "weekday": dates.weekday,
    "weekday_of_week": dates.weekday_of_week,
    "weekday_set": dates.weekday_set,
    "weekend": relative.weekend,
    "year": dates.year,
}
"""What a rule makes, and the function that reads it."""


def normalise(match: Match, context: Context) -> Meaning | None:
    """What a match denotes, or None if it is no time expression after all.

    Words for a day that the calendar does not have, or before the year 1 or after 9999, are undated.
    ConfigError where its rule makes something that is not listed in `MAKERS`.
    """
    maker = MAKERS.get(match.rule.makes)
    if maker is None:
        raise ConfigError(f"lexicon/times/rules.toml: {match.rule.name}: nothing makes {match.rule.makes}")
    try:
        return maker(match, context)
    except (ValueError, OverflowError):
        return undated(UNKNOWN_DAY)
