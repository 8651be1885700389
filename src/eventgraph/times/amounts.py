"""Numbers in words and figures, lengths of time, and what the words add to either."""

from __future__ import annotations

from eventgraph.times.grammar import Match
from eventgraph.times.tokens import Tokens
from eventgraph.vocabulary import TimexMod

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
    "quarter-century": ("", "Y", 25),
    "half-century": ("", "Y", 50),
}
"""Unit to its place in a duration, its letter, and how many of those it is."""

UNKNOWN_LETTERS = {"decade": "DE", "century": "CE"}
PARTS = {"hour": ("minute", 60), "year": ("month", 12)}
"""Half of a unit is told in the unit below: half an hour is PT30M, half a year P6M."""

COUNTING = frozenset({"day", "year", "number", "numberword"})
"""The kinds of tokens that tell how many."""
INEXACT = ("about", "bound", "over")
"""The kinds of tokens that say how exact an amount or a year is."""
POSITIONS = ("early", "mid", "late", "beginning", "middle", "end")
"""The kinds of tokens that say which part of a stretch of time is meant."""


def amount(tokens: Tokens, first: int, last: int) -> float | None:
    """The number that the tokens tell ("two and a half", "twenty-five", "a"); None if it is not told."""
    kinds = tokens.kinds[first:last]
    if "vague" in kinds:
        return 2 if any(tokens.word(i) == "couple" for i in range(first, last)) else None
    halves = 0.5 * kinds.count("half") + sum(_fraction(tokens, i) for i in range(first, last))
    whole = _whole(tokens, first, last)
    if whole is None and not halves:
        return 1 if {"a", "the"} & set(kinds) else None
    return (whole or 0) + halves


def _whole(tokens: Tokens, first: int, last: int) -> float | None:
    """The number without fractions: hundreds and thousands multiply what stands before them."""
    total, group, seen = 0.0, 0.0, False
    for index in range(first, last):
        kind, value = tokens.kinds[index], tokens.values[index]
        if "slash" in {tokens.kind(index + 1), tokens.kind(index - 1)} or not isinstance(value, (int, float)):
            continue
        if kind in COUNTING:
            group, seen = group + value, True
        elif kind == "multiplier":
            group, seen = (group or 1) * value, True
            if value > 100:  # noqa: PLR2004 (hundreds go on: two hundred thousand)
                total, group = total + group, 0.0
    return total + group if seen else None


def _fraction(tokens: Tokens, slash: int) -> float:
    """What "1/2" is worth, at its stroke; nothing at any other token."""
    if tokens.kinds[slash] != "slash":
        return 0.0
    above, below = tokens.values[slash - 1], tokens.values[slash + 1]
    if not isinstance(above, int) or not isinstance(below, int):
        return 0.0
    return above / below


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
    """A length of time as TIMEX3 writes it: P5W, PT2H, PT30M, P2.5Y, PXD."""
    time, letter, size = DURATION_UNITS[unit]
    if number is None:
        return f"P{time}{UNKNOWN}{UNKNOWN_LETTERS.get(unit, letter)}"
    if unit in PARTS and number == 0.5:  # noqa: PLR2004 (half a unit)
        part, parts = PARTS[unit]
        return duration(number * parts, part)
    return f"P{time}{_plain(number * size)}{letter}"


def _plain(number: float) -> str:
    """A number in plain digits, with no more than six behind the point."""
    return str(int(number)) if float(number).is_integer() else f"{number:.6f}".rstrip("0").rstrip(".")


AGO = {
    TimexMod.MORE_THAN: TimexMod.BEFORE,
    TimexMod.EQUAL_OR_MORE: TimexMod.BEFORE,
    TimexMod.LESS_THAN: TimexMod.AFTER,
    TimexMod.EQUAL_OR_LESS: TimexMod.AFTER,
}
"""A bound on how long ago is one on the day itself."""


def mod_of(match: Match) -> TimexMod | None:
    """What the words add to a TIMEX3 value: how exact it is, or which part of it is meant."""
    word = match.value(*INEXACT) or match.value(*POSITIONS)
    if word is None:
        return None
    mod = TimexMod(str(word))
    return AGO.get(mod, mod) if match.has("ago") else mod
