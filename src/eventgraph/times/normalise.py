"""From matches to meanings: which function reads what a rule makes, and the kinds that need no calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from eventgraph.errors import ConfigError
from eventgraph.times import clocks, dates, freeform, holidays, parts_of_year, relative
from eventgraph.times.amounts import amount, amount_of, duration, mod_of
from eventgraph.times.anchor import Context
from eventgraph.times.clocks import clock_of
from eventgraph.times.directions import unit_word
from eventgraph.times.grammar import Match
from eventgraph.times.meaning import (
    NO_CALENDAR,
    NO_SUCH_YEAR,
    UNKNOWN_DAY,
    Meaning,
    clock_value,
    lasting,
    repeated,
    undated,
)

Maker = Callable[[Match, Context], Meaning | None]
"""Reads a match; None means that it is no time expression after all."""


def length(match: Match, _context: Context) -> Meaning | None:
    """Reads "five weeks", "an 18-month", "two and a half years"."""
    number = None if match.kinds == ["units"] else amount_of(match)
    unit = match.value("unit", "units")
    if unit is None:
        return None
    value = duration(number, str(unit))
    return repeated(value) if _is_rate(match) else lasting(value)


COUNTS = frozenset({"number", "day", "year", "numberword", "multiplier", "percent"})


def _is_rate(match: Match) -> bool:
    """Whether "a year" says how often: "$100 million a year", "50 barrels a day"."""
    tokens, before = match.tokens, match.first - 1
    plural = tokens.kind(before) == "other" and tokens.word(before).endswith("s")
    counted = plural and any(tokens.kind(index) in COUNTS for index in (before - 1, before - 2))
    return match.kinds == ["a", "unit"] and (counted or tokens.kind(before) in COUNTS)


def all_of_unit(match: Match, _context: Context) -> Meaning | None:
    """Reads "all day", "all week", "all weekend"."""
    return lasting("P1WE" if match.has("weekend") else duration(1, unit_word(match)))


def two_units(match: Match, _context: Context) -> Meaning | None:
    """Reads "1 hour 12 minutes", "nine years and 10 months": the coarser unit first."""
    first = match.find("unit", "units") or match.first
    left, right = match.part(match.first, first + 1), match.part(first + 1, match.last)
    values = [duration(amount_of(part), unit_word(part)) for part in (left, right)]
    if values[0][-1] == values[1][-1]:  # "one decade and two years": TIMEX3 counts both in years
        years = [value.strip("PY") for value in values]
        return lasting(f"P{sum(map(int, years))}Y") if all(map(str.isdecimal, years)) else None
    timed = values[0].startswith("PT") == values[1].startswith("PT")
    return lasting(values[0] + values[1].removeprefix("PT" if timed and "T" in values[1] else "P"))


def every(match: Match, _context: Context) -> Meaning | None:
    """Reads "every Monday", "every two weeks", "each morning", "three times a week", "every other day"."""
    last = match.last - 1
    kind, value = match.tokens.kinds[last], match.tokens.values[last]
    forms = {
        "daypart": f"XXXX-XX-XXT{value}",
        "season": f"XXXX-{value}",
        "weekend": "XXXX-WXX-WE",
        "holiday": "XXXX",
    }
    if kind == "month":
        return repeated(f"XXXX-{value:02d}")
    if kind == "frequency":
        return repeated(str(value))
    if (weekday := match.number("weekday", "shortweekday")) is not None:
        clock = clock_of(match)
        return repeated(f"XXXX-WXX-{weekday}" + (clock_value(clock) if clock else ""))
    if kind in {"unit", "units"}:
        first = match.find("every", "a", "per") or match.first
        counted = amount(match.tokens, first + 1, last) if kind == "units" or match.has("multiplier") else 1
        number = match.number("ordinalword") or match.number("every") or counted
        return repeated(duration(number, str(value)))
    return repeated(forms[kind])


def frequency(match: Match, _context: Context) -> Meaning | None:
    """Reads "daily", "annual"."""
    return repeated(str(match.value("frequency")))


def reference(match: Match, _context: Context) -> Meaning | None:
    """Reads "now", "recently": no day can be told."""
    return undated(str(match.value("reference") or "PAST_REF"), NO_CALENDAR)


MAKERS: dict[str, Maker] = {
    "ago": relative.ago,
    "calendar": dates.calendar,
    "century": dates.century,
    "all_of_unit": all_of_unit,
    "clock": clocks.clock,
    "clock_of_pointed": relative.clock_of_pointed,
    "day_of_month": dates.day_of_month,
    "day_of_pointed_month": dates.day_of_pointed_month,
    "day_of_pointed_year": dates.day_of_pointed_year,
    "dayparts": clocks.dayparts,
    "dayword": clocks.dayword,
    "decade": dates.decade,
    "duration": length,
    "edge_of_unit": relative.edge_of_unit,
    "era": dates.era,
    "every": every,
    "fiscal": parts_of_year.fiscal,
    "freeform": freeform.freeform,
    "frequency": frequency,
    "half": parts_of_year.half,
    "holiday": holidays.holiday,
    "hour_of_part": clocks.hour_of_part,
    "iso": dates.iso,
    "month_of_pointed_year": dates.month_of_pointed_year,
    "neighbour": relative.neighbour,
    "next_but_one": relative.next_but_one,
    "nights_later": clocks.nights_later,
    "numeric": dates.numeric,
    "overnight": clocks.overnight,
    "part_of_day": clocks.part_of_day,
    "part_of_told_day": clocks.part_of_told_day,
    "part_of_weekday": dates.part_of_weekday,
    "part_of_whole": parts_of_year.part_of_whole,
    "pointed": relative.pointed,
    "quarter": parts_of_year.quarter,
    "recent_duration": relative.recent_duration,
    "reference": reference,
    "same_period": relative.same_period,
    "season": parts_of_year.season,
    "shifted": relative.shifted,
    "the_unit": relative.the_unit,
    "time_spoken_of": relative.time_spoken_of,
    "two_units": two_units,
    "week_of_month": parts_of_year.week_of_month,
    "week_of_day": parts_of_year.week_of_day,
    "weekday": dates.weekday,
    "weekday_ago": dates.weekday_ago,
    "weekday_in_figures": dates.weekday_in_figures,
    "weekday_of_month": parts_of_year.weekday_of_month,
    "weekday_of_week": dates.weekday_of_week,
    "weekday_set": dates.weekday_set,
    "weekend": relative.weekend,
    "year": dates.year,
    "year_in_words": dates.year_in_words,
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
        meaning = maker(match, context)
    except (ValueError, OverflowError):
        return undated(UNKNOWN_DAY, NO_SUCH_YEAR)
    mod = mod_of(match)
    return meaning if meaning is None or mod is None else replace(meaning, mod=mod)
