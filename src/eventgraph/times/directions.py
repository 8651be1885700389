"""Where the words of a match point to, and from which day: "last", "that", "the following"."""

from __future__ import annotations

from eventgraph.times import periods
from eventgraph.times.anchor import STEPS, Base, Context, Direction
from eventgraph.times.edtf import WRITTEN, Ground
from eventgraph.times.grammar import Match
from eventgraph.times.periods import Period, Unit

DIRECTIONS = {
    "last": Direction.LAST,
    "past": Direction.LAST,
    "previous": Direction.LAST,
    "next": Direction.NEXT,
    "coming": Direction.NEXT,
    "following": Direction.NEXT,
    "this": Direction.THIS,
    "current": Direction.THIS,
}
SPOKEN_OF = ("that", "same", "following", "previous")
"""Words that point from what was told last, not from publication."""
TOLD_IN_THE_DAY = ("earlier", "later")
"""With these, "in the day" is the day that is spoken of."""
FROM_TODAY = ("this", "last", "next", "past", "coming", "current", "latest")
"""Words that point from publication, even in a story."""
AHEAD = frozenset({"in", "over", "during", "for", "within"})
"""Before these, "the next year" is the one to come."""

NEAR_TOKENS = 60
"""How far back, in tokens, the date may stand that a time of day or "the next year" goes on from."""

UNITS = {
    "day": (Unit.DAY, 1),
    "week": (Unit.WEEK, 1),
    "fortnight": (Unit.WEEK, 2),
    "month": (Unit.MONTH, 1),
    "quarter": (Unit.QUARTER, 1),
    "year": (Unit.YEAR, 1),
    "decade": (Unit.YEAR, 10),
    "century": (Unit.YEAR, 100),
    "quarter-century": (Unit.YEAR, 25),
    "half-century": (Unit.YEAR, 50),
}
"""The unit that a step of a word counts in, and how many of them it takes."""


def direction_of(match: Match) -> Direction:
    """Where a word such as "last" points."""
    bare = Direction.NOT_LATER if match.tokens.kind(match.first - 1) == "since" else Direction.NEAREST
    kinds = match.kinds[2:] if match.has("time") else match.kinds  # "this time last year"
    return next((DIRECTIONS[kind] for kind in kinds if kind in DIRECTIONS), bare)


def base_of(match: Match, context: Context, unit: Unit) -> Base | None:
    """What a unit of the calendar is reckoned from: what was told last and is fine enough, or publication.

    None where the words point from what was told, but nothing told is so fine.
    """
    if match.has(*SPOKEN_OF):
        return context.told_within(unit)
    if _is_the_next(match):
        near = unit is Unit.DAY or context.narrative or context.told_here(paragraph_before(match))
        return context.told_within(unit) if near else context.published
    if match.has(*TOLD_IN_THE_DAY) and match.has("the") and unit is Unit.DAY:
        return context.told_since(-1) or context.published
    return context.published if match.has(*FROM_TODAY) else context.current


def _is_the_next(match: Match) -> bool:
    """Whether "the next day" follows the one told last; "over the next year" goes on from today."""
    before = match.tokens.kind(match.first - 1)
    return match.has("the") and match.has("next") and before not in AHEAD


def pointed_year(match: Match, context: Context) -> tuple[int, Ground] | None:
    """The year a match names, or points to ("last year", "the year"), or the one spoken in."""
    written = match.number("year", "shortyear")
    if written is not None:
        return written, WRITTEN
    base = context.spoken_of if match.has(*SPOKEN_OF) else context.current
    if base is None:
        return None
    return base.day.year + STEPS[direction_of(match)], base.ground


def step(base: Base, unit: Unit, steps: int) -> Period:
    """The period of that unit so many steps from the base. ValueError, OverflowError: no such day."""
    return periods.shift(periods.containing(unit, base.day), steps)


def paragraph_before(match: Match) -> int:
    """The first token of the paragraph, or one not too far before the match."""
    first = max(match.first - NEAR_TOKENS, 0)
    breaks = [index for index in range(first, match.first) if match.tokens.kinds[index] == "break"]
    return breaks[-1] if breaks else first


def unit_word(match: Match) -> str:
    """The word of the unit in the singular."""
    return str(match.value("unit", "units"))
