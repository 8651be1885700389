"""Numbers in words and figures, lengths of time and times of day."""

from __future__ import annotations

import re

from eventgraph.times.grammar import Match
from eventgraph.times.tokens import Tokens

UNKNOWN = "X"
"""How TIMEX3 writes an amount that nobody told: "several weeks" are PXW."""

DURATION_UNITS = {
    "second": ("T", "S", 1),
    "minute": ("T", "M", 1),
    "hour": ("T", "H", 1),
    "day": ("", "D", 1),
    "week": ("", "W", 1),
    "fortnight": ("", "W", 2),
    "month": ("", "M", 1),
    "quarter": ("", "Q", 1),
    "year": ("", "Y", 1),
    "decade": ("", "Y", 10),
    "century": ("", "Y", 100),
}
"""Unit to its place in a duration, its letter, and how many of those it is."""

UNKNOWN_LETTERS = {"decade": "DE", "century": "CE"}

CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?\s*([ap])?", re.IGNORECASE)
HOURS, MINUTES, HALF_DAY = 24, 60, 12
COUNTING = frozenset({"day", "year", "number", "numberword"})
"""The kinds of tokens that tell how many."""


def amount(tokens: Tokens, first: int, last: int) -> float | None:
    """The number that the tokens tell ("two and a half", "twenty-five", "a"); None if it is not told."""
    total, group, seen = 0.0, 0.0, False
    for index in range(first, last):
        kind, value = tokens.kinds[index], tokens.values[index]
        if tokens.words[index].lower() == "couple":
            group, seen = 2, True
        elif kind == "vague":
            return None
        elif kind == "half":
            total += 0.5
            seen = True
        elif kind in COUNTING and isinstance(value, (int, float)):
            group, seen = group + value, True
        elif kind == "multiplier" and isinstance(value, int):
            group, seen = (group or 1) * value, True
            if value > 100:  # noqa: PLR2004 (hundreds go on: two hundred thousand)
                total, group = total + group, 0.0
    if not seen:
        return 1 if any(tokens.kinds[i] in {"a", "the"} for i in range(first, last)) else None
    if group == 0 and total == 0.5:  # noqa: PLR2004 (half an hour)
        return total
    return total + group


def amount_of(match: Match) -> float | None:
    """The number in a match, before its unit (or about it: "a year and a half")."""
    unit = match.find("unit", "units")
    if unit == match.first and match.tokens.kinds[unit] == "unit":
        return 1  # "year-ago"
    number = amount(match.tokens, match.first, match.last if unit is None else unit)
    if unit is not None and "half" in match.tokens.kinds[unit : match.last]:
        return (number or 1) + 0.5
    return number


def duration(number: float | None, unit: str) -> str:
    """A length of time as TIMEX3 writes it: P5W, PT2H, P2.5Y, PXD."""
    time, letter, size = DURATION_UNITS[unit]
    if number is None:
        return f"P{time}{UNKNOWN}{UNKNOWN_LETTERS.get(unit, letter)}"
    return f"P{time}{number * size:.10g}{letter}"


def clock_of(match: Match) -> str | None:
    """The time of day in a match: "03:00", or a part of the day such as "TNI"; None if there is none."""
    part = match.value("daypart", "dayparts", "overnight", "tonight")
    index = match.find("clock", "noon")
    if index is None:
        return f"T{part}" if isinstance(part, str) else None
    value = match.tokens.values[index]
    if match.tokens.kinds[index] == "noon" and isinstance(value, str):
        return value
    found = CLOCK.match(str(value))
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        hour = hour % HALF_DAY + (HALF_DAY if found[3] in "pP" else 0)
    elif part in {"AF", "EV", "NI"} and hour < HALF_DAY:
        hour += HALF_DAY
    within_a_day = hour < HOURS or (hour, minute) == (HOURS, 0)
    return f"{hour:02d}:{minute:02d}" if within_a_day and minute < MINUTES else None


UNIVERSAL = frozenset({"UTC", "GMT"})


def zone_of(match: Match) -> str:
    """The "Z" of a value where the words name universal time; other zones are left local."""
    index = match.find("zone")
    return "Z" if index is not None and match.tokens.words[index] in UNIVERSAL else ""
