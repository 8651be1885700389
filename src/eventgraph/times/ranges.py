"""Ranges: dates joined by "to" or "and", open stretches such as "since May", bounds such as "by Friday".

A range is a mention of its own over the mentions it joins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from eventgraph.model import When
from eventgraph.times import edtf, periods
from eventgraph.times.amounts import amount_of
from eventgraph.times.anchor import Context
from eventgraph.times.directions import unit_word
from eventgraph.times.guards import listed
from eventgraph.times.meaning import Meaning, dated
from eventgraph.times.periods import MONTHS_IN_YEAR, Period, Unit
from eventgraph.times.relative import ahead, is_length, move
from eventgraph.times.series import Found
from eventgraph.times.tokens import Tokens
from eventgraph.vocabulary import TimexType

CONNECTORS = frozenset({"dash", "to", "and", "through", "until", "slash"})
OPENERS = frozenset({"from", "between", "since"})
MOST_MONTHS = 1200
"""No longer stretch ends with a month: "the nine months ended Sept. 30"."""
NEAR = 8
"""How many tokens back a verb may stand that joins two dates to something else than a stretch."""


@dataclass(frozen=True, slots=True)
class Range:
    """Tokens ``first`` to ``last`` (excluded), the time they tell, and the parts they join.

    ``value`` is that of TIMEX3, or the values of the parts as ISO 8601 joins them. ``when`` is None for
    lengths of time.
    """

    first: int
    last: int
    rule: str
    type: TimexType
    value: str
    when: When | None
    parts: tuple[Found, ...]


def join(found: Sequence[Found], tokens: Tokens, context: Context) -> list[Range]:
    """The ranges among the mentions of a text, in text order."""
    ranges: list[Range] = []
    index = 0
    while index < len(found):
        made = (_pair(found[index], found[index + 1], tokens) if index + 1 < len(found) else None) or _open(
            found[index], tokens, context
        )
        if made:
            ranges.append(made)
        index += len(made.parts) if made else 1
    return ranges


def _pair(left: Found, right: Found, tokens: Tokens) -> Range | None:
    """What two neighbours make together."""
    return _closed(left, right, tokens) or _offset(left, right, tokens) or _ended(left, right, tokens)


def _closed(left: Found, right: Found, tokens: Tokens) -> Range | None:
    """Two neighbours with a connecting word between them."""
    between = [kind for kind in tokens.kinds[left.match.last : right.match.first] if kind != "the"]
    if between[:1] == ["comma"] and left.match.has("year"):
        between = between[1:]
    opener = tokens.kind(left.match.first - 1)
    if len(between) != 1 or not _connects(between[0], opener) or _is_moved(tokens, left.match.first):
        return None
    if left.match.rule.makes == "the_unit":
        return None  # "the week to Friday"
    first = left.match.first - (opener in OPENERS)
    value = f"{left.meaning.value}/{right.meaning.value}"
    begin, end = left.meaning.when, right.meaning.when
    if is_length(left.meaning) and is_length(right.meaning):
        when = None
    elif begin is not None and end is not None and _in_order(begin, end):
        when = edtf.from_to(begin, end)
    else:
        return None
    return Range(first, right.match.last, "range", TimexType.DURATION, value, when, (left, right))


def _is_moved(tokens: Tokens, first: int) -> bool:
    """Whether something was moved from one date to another: "moved the hearing on March 3 to April 5"."""
    for index in range(first - 1, max(first - 1 - NEAR, -1), -1):
        if tokens.kinds[index] in {"stop", "break"}:
            return False
        if tokens.word(index) in listed("moved"):
            return True
    return False


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


def _open(part: Found, tokens: Tokens, context: Context) -> Range | None:
    """A date with a word before it that opens or bounds a stretch of time."""
    before = part.match.first - 1
    opener, when = tokens.kind(before), part.meaning.when
    if opener == "in" and is_length(part.meaning):
        return _ahead(part, tokens, context)
    if opener not in OPEN or when is None or part.meaning.period is None:
        return None
    if part.meaning.type is TimexType.DURATION or tokens.kind(part.match.last) == "possessive":
        return None  # "after the past two weeks", "before Friday's vote"
    if opener in {"before", "after"} and part.meaning.clock is not None:
        return None  # some time of that very day
    vague = part.match.has(*VAGUE_EDGES) or (opener == "before" and part.match.has("end"))
    bound = VAGUE[opener] if vague and opener in VAGUE else OPEN[opener]
    try:
        stretch = bound(when, part.meaning.period)
    except (ValueError, OverflowError):
        return None
    return Range(before, part.match.last, opener, TimexType.DATE, part.meaning.value, stretch, (part,))


def _ahead(part: Found, tokens: Tokens, context: Context) -> Range | None:
    """What is to come "in two weeks", or "within 90 days", of the day of publication."""
    base, before = context.published, part.match.first - 1
    if tokens.kind(part.match.last) in {"of", "from", "after"}:
        return None  # "within 21 days of the verdict"
    if base is None or not context.tense(before, part.match.last).future:
        return None
    meaning = ahead(part.match, base)
    if meaning is None or meaning.period is None:
        return None
    if tokens.word(before) == "within":
        days = periods.stretch(base.day, meaning.period.last)
        meaning = dated(days, base.ground, approximate=meaning.approximate)
    return Range(
        before, part.match.last, tokens.word(before), TimexType.DATE, meaning.value, meaning.when, (part,)
    )


def _offset(left: Found, right: Found, tokens: Tokens) -> Range | None:
    """A length of time before or after a date: "three days before Christmas"."""
    between = tokens.kinds[left.match.last : right.match.first]
    if between not in (["before"], ["after"]) or not is_length(left.meaning):
        return None
    moved = move(left.match, right.meaning, later=between == ["after"])
    return None if moved is None or moved.when is None else _over(left, right, "offset", moved)


def _over(left: Found, right: Found, rule: str, meaning: Meaning) -> Range:
    """One date over two expressions side by side."""
    return Range(
        left.match.first, right.match.last, rule, meaning.type, meaning.value, meaning.when, (left, right)
    )


COUNTED_IN_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def _ended(left: Found, right: Found, tokens: Tokens) -> Range | None:
    """A length of time up to the end of a month: "the nine months ended Sept. 30", "the year to March"."""
    joined = right.match.first - left.match.last == 1 and tokens.word(left.match.last) in listed("ended")
    if not joined or not is_length(left.meaning):
        return None
    period, number = right.meaning.period, amount_of(left.match)
    size = COUNTED_IN_MONTHS.get(unit_word(left.match))
    if period is None or number is None or size is None or not float(number).is_integer():
        return None
    if not 1 <= number * size <= MOST_MONTHS or not periods.is_year(
        period.last.year - MOST_MONTHS // MONTHS_IN_YEAR
    ):
        return None
    if period.unit not in {Unit.DAY, Unit.MONTH}:
        return None
    last_month = periods.containing(Unit.MONTH, period.last)
    if period.last != last_month.last:
        return None
    first = periods.shift(last_month, 1 - round(number) * size).first
    return _over(left, right, "ended", dated(periods.stretch(first, period.last), right.meaning.ground))
