"""Ranges: dates joined by "to" or "and", open stretches such as "since May", bounds such as "by Friday".

A range is a mention of its own over the mentions it joins. Parts that share a month or a year lend it
to each other: "Nov. 1-7, 2012", "from November 1 to December 7".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from eventgraph.model import When
from eventgraph.times import dates, edtf, periods
from eventgraph.times.anchor import Context
from eventgraph.times.dates import Fields, fields_of
from eventgraph.times.edtf import Ground
from eventgraph.times.grammar import Match
from eventgraph.times.meaning import Meaning, dated
from eventgraph.times.periods import Period
from eventgraph.times.relative import move
from eventgraph.times.tokens import Tokens
from eventgraph.vocabulary import TimexType

CONNECTORS = frozenset({"dash", "to", "and", "through", "until", "slash"})
ENDS_OF_PART = frozenset(
    {"day", "dayordinal", "ordinalword", "month", "shortmonth", "year", "weekday", "comma"}
)
OPENERS = frozenset({"from", "between", "since"})
TRIMMED = frozenset({"from", "between", "comma", "the"})


@dataclass(frozen=True, slots=True)
class Found:
    """A match, or a part of one, and what it means."""

    match: Match
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Range:
    """Tokens ``first`` to ``last`` (excluded), the time they tell, and the parts they join.

    ``value`` is that of TIMEX3, or the values of the parts as ISO 8601 joins them.
    """

    first: int
    last: int
    rule: str
    type: TimexType
    value: str
    when: When
    parts: tuple[Found, ...]


def split(match: Match) -> tuple[Match, Match]:
    """The two dates that a match of a range rule joins, without the joining words."""
    kinds = match.tokens.kinds
    middle = next(
        index
        for index in range(match.first + 1, match.last)
        if kinds[index] in CONNECTORS and kinds[index - 1] in ENDS_OF_PART
    )
    return _trimmed(match.part(match.first, middle)), _trimmed(match.part(middle + 1, match.last))


def _trimmed(match: Match) -> Match:
    first, last = match.first, match.last
    while first < last - 1 and match.tokens.kinds[first] in TRIMMED:
        first += 1
    while last - 1 > first and match.tokens.kinds[last - 1] in TRIMMED:
        last -= 1
    return match.part(first, last)


def read_pair(match: Match, context: Context) -> tuple[Found, ...]:
    """Both dates of a match of a range rule; each has what the other writes for both.

    None of them where the calendar does not have the days.
    """
    try:
        return _read_pair(*split(match), context)
    except (ValueError, OverflowError):
        return ()


def _read_pair(left: Match, right: Match, context: Context) -> tuple[Found, ...]:
    begin, end = _share(fields_of(left), fields_of(right), right)
    first = dates.date_of(begin, left, context)
    if first is None:
        return ()
    second = _second(first, end, right, context)
    return (Found(left, first),) if second is None else (Found(left, first), Found(right, second))


def _share(begin: Fields, end: Fields, right: Match) -> tuple[Fields, Fields]:
    """Both with the month and year that only one of them writes."""
    if begin.year and not (begin.month or end.month or end.year):
        return begin, replace(end, year=_second_year(begin.year, right))
    if begin.year:
        return begin, begin.lend(end)
    return _lend_year(begin, end), replace(end, month=end.month or begin.month)


def _second(first: Meaning, end: Fields, right: Match, context: Context) -> Meaning | None:
    """The date that ends the range; what it leaves out puts it after the first."""
    if first.period is not None and end.year is None:
        if end.month is not None:
            end = _after(first.period, first.ground, end)
        elif end.weekday is not None:
            return _weekday_after(first.period, first.ground, end.weekday)
    return dates.date_of(end, right, context)


def _second_year(first: int, match: Match) -> int:
    """The second of two years, in the century of the first: "1939-45"."""
    return first // 100 * 100 + (match.number("day", "number") or 0)


def _lend_year(begin: Fields, end: Fields) -> Fields:
    """The first date with the month and year that only the second writes; it lies before it."""
    month = begin.month or end.month
    year = begin.year
    if year is None and end.year is not None and month is not None:
        year = end.year - (month > (end.month or month))
    return replace(begin, month=month, year=year)


def _weekday_after(first: Period, ground: Ground, weekday: int) -> Meaning:
    """The weekday that ends a range, after the day that begins it."""
    days = (weekday - first.first.isoweekday()) % periods.DAYS_IN_WEEK
    return dated(periods.shift(first, days or periods.DAYS_IN_WEEK), ground)


def _after(first: Period, ground: Ground, end: Fields) -> Fields:
    """The second date in the year that puts it after the first, resting on what the first rests on."""
    year = first.first.year + ((end.month or 0) < first.first.month)
    return replace(end, year=year, year_ground=ground)


def join(found: list[Found], tokens: Tokens) -> list[Range]:
    """The ranges among the mentions of a text, in text order."""
    ranges: list[Range] = []
    index = 0
    while index < len(found):
        made = _closed(found, index, tokens) or _offset(found, index, tokens) or _open(found[index], tokens)
        if made:
            ranges.append(made)
        index += len(made.parts) if made else 1
    return ranges


def _closed(found: list[Found], index: int, tokens: Tokens) -> Range | None:
    """Two neighbours with a connecting word between them."""
    if index + 1 == len(found):
        return None
    left, right = found[index], found[index + 1]
    between = [kind for kind in tokens.kinds[left.match.last : right.match.first] if kind != "the"]
    if between[:1] == ["comma"] and left.match.has("year"):
        between = between[1:]
    opener = tokens.kind(left.match.first - 1)
    if len(between) != 1 or not _connects(between[0], opener):
        return None
    begin, end = left.meaning.when, right.meaning.when
    if begin is None or end is None or not _in_order(begin, end):
        return None
    first = left.match.first - (opener in OPENERS)
    value = f"{left.meaning.value}/{right.meaning.value}"
    when = edtf.from_to(begin, end)
    return Range(first, right.match.last, "range", TimexType.DURATION, value, when, (left, right))


def _connects(connector: str, opener: str) -> bool:
    """Whether the word joins a range; "and" does so only after "between"."""
    if connector == "and":
        return opener == "between"
    return connector in CONNECTORS


def _in_order(begin: When, end: When) -> bool:
    """Whether the first day of the one is before the last of the other, and they are not the same."""
    return begin.earliest is not None and end.latest is not None and begin.earliest < end.latest


def _since(when: When, _period: Period) -> When:
    return edtf.since(when)


def _until(when: When, _period: Period) -> When:
    return edtf.until(when)


def _by(when: When, _period: Period) -> When:
    return edtf.by(when)


def _not_before(when: When, _period: Period) -> When:
    return edtf.not_before(when)


OPEN: dict[str, Callable[[When, Period], When]] = {
    "since": _since,
    "starting": _since,
    "beginning": _since,
    "until": _until,
    "through": _until,
    "by": _by,
    "before": edtf.before,
    "after": edtf.after,
}
"""What the word before a date makes of it."""


VAGUE = {"before": _by, "after": _not_before}
"""The same before "mid-2012" and "the end of the year", which begin within the period they name."""
VAGUE_EDGES = ("early", "mid", "late", "middle", "beginning")


def _open(part: Found, tokens: Tokens) -> Range | None:
    """A date with a word before it that opens or bounds a stretch of time."""
    before = part.match.first - 1
    opener, when = tokens.kind(before), part.meaning.when
    if opener not in OPEN or when is None or part.meaning.period is None:
        return None
    if opener in {"before", "after"} and part.meaning.clock is not None:
        return None  # some time of that very day
    vague = part.match.has(*VAGUE_EDGES) or (opener == "before" and part.match.has("end"))
    bound = VAGUE[opener] if vague and opener in VAGUE else OPEN[opener]
    try:
        stretch = bound(when, part.meaning.period)
    except (ValueError, OverflowError):
        return None
    return Range(before, part.match.last, opener, TimexType.DATE, part.meaning.value, stretch, (part,))


def _offset(found: list[Found], index: int, tokens: Tokens) -> Range | None:
    """A length of time before or after a date: "three days before Christmas"."""
    if index + 1 == len(found):
        return None
    left, right = found[index], found[index + 1]
    between = tokens.kinds[left.match.last : right.match.first]
    if between not in (["before"], ["after"]) or left.meaning.type is not TimexType.DURATION:
        return None
    moved = move(left.match, right.meaning, later=between == ["after"])
    if moved is None or moved.when is None:
        return None
    parts = (left, right)
    return Range(left.match.first, right.match.last, "offset", moved.type, moved.value, moved.when, parts)
