"""Dates counted from a dated happening: "two days after the attack", "17 months after he was elected".

Days are counted to the day, months to the month, years to the year; weeks, which nobody counts so closely,
are left alone. The other way round, what a dated clause is so long after is dated too.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from eventgraph.events.grammar import clause_verb, is_verbal
from eventgraph.events.reading import Reading
from eventgraph.events.sharing import shared
from eventgraph.events.triggers import Trigger
from eventgraph.model import EventMention, Span, TimeMention, When
from eventgraph.text.parse import Parsed, Token
from eventgraph.times.edtf import Ground, when_of
from eventgraph.times.periods import Period, Unit, day_of, month, shift, year
from eventgraph.vocabulary import Basis, Precision

Told = tuple[Trigger, EventMention]

COUNTED = re.compile(r"P(\d{1,3})([DMY])")
UNITS = {"D": Unit.DAY, "M": Unit.MONTH, "Y": Unit.YEAR}
FINE_ENOUGH = {
    Unit.DAY: {Precision.DAY},
    Unit.MONTH: {Precision.DAY, Precision.MONTH},
    Unit.YEAR: {Precision.DAY, Precision.MONTH, Precision.YEAR},
}
"""How fine a date has to be for so many days, months or years to be counted from it."""
LASTING = {"for", "within", "over", "during"}
"""Words before a span of time that says how long something took ("held for two days before he was freed")."""
STEPS = {"after": 1, "before": -1}


@dataclass(frozen=True, slots=True)
class _Count:
    """So many days from one happening (``below`` "after") to another (``above``), by their words."""

    time: TimeMention
    unit: Unit
    number: int
    above: Token
    below: Token


def dated_by_happening(reading: Reading, told: Sequence[Told]) -> tuple[EventMention, ...]:
    """The events in the same order, those without a date given one that is counted from another's."""
    found = [event for _, event in told]
    places = {word.index: at for at, (trigger, _) in enumerate(told) for word in trigger.words}
    for count in _counts(reading):
        below = places.get(count.below.index)
        base = _date_of(told, found, below)
        if base is not None:
            when = _counted(base[0], count, base[1])
            for at in _dated_with(reading.parsed, count, told, places):
                _give(found, at, when, count.time)
            continue
        above = places.get(count.above.index)
        if below is not None and above is not None and _is_exact(found[above]):
            given = found[above]
            reverse = dataclasses.replace(count, number=-count.number)
            when = _counted(given.when, reverse, given.when_span) if given.when is not None else None
            _give(found, below, when, count.time)
    return tuple(found)


def _counts(reading: Reading) -> Iterator[_Count]:
    """The spans of time that are counted from a happening."""
    parsed = reading.parsed
    for time in reading.times:
        value = COUNTED.fullmatch(time.value) if time.when is None and time.mod is None else None
        words = parsed.tokens_in(time.start, time.end) if value is not None else ()
        if value is None or not words:
            continue
        before = parsed.tokens[max(0, words[0].index - 1)].lower
        behind = parsed.tokens[words[-1].index + 1 : words[-1].index + 2]
        if (
            before in LASTING
            or not behind
            or behind[0].lower not in STEPS
            or behind[0].sentence != words[-1].sentence
        ):
            continue
        ends = _ends(parsed, behind[0], words[-1])
        if ends is not None:
            step = STEPS[behind[0].lower] * int(value[1])
            yield _Count(time, UNITS[value[2]], step, *ends)


def _ends(parsed: Parsed, after: Token, last: Token) -> tuple[Token, Token] | None:
    """What is dated so and what it is counted from: a verb and, behind "after", a verb or noun."""
    if after.dep == "mark":
        below = parsed.head(after)
        return (parsed.head(below), below) if below.dep == "advcl" else None
    brought = parsed.child(after, "pobj", "pcomp")
    above = clause_verb(parsed, parsed.head(after) if parsed.head(after) is not last else last)
    return (above, brought) if brought is not None and is_verbal(above) else None


def _date_of(told: Sequence[Told], found: Sequence[EventMention], at: int | None) -> tuple[When, Span] | None:
    """The date of a happening: its own or, of a noun that speaks of it again, that of the only one dated."""
    if at is None:
        return None
    (trigger, _), event = told[at], found[at]
    if event.when is not None and event.when_span is not None and _is_exact(event):
        return event.when, event.when_span
    if trigger.is_verb or trigger.token.tag == "NNS" or event.when is not None:
        return None
    earlier = [one for one in found[:at] if one.type == event.type and _is_exact(one)]
    days = {one.when.edtf for one in earlier if one.when is not None}
    first = next(iter(earlier), None)
    if len(days) != 1 or first is None or first.when is None or first.when_span is None:
        return None
    return first.when, first.when_span


def _is_exact(event: EventMention) -> bool:
    """Whether words date a happening to one day, month or year, and not about."""
    when = event.when
    exact = when is not None and when.begin == when.end and when.begin[0] is not None and not when.approximate
    return exact and event.when_span is not None and not event.aggregate


def _counted(base: When, count: _Count, anchor: Span | None) -> When | None:
    """So many days, months or years from a date; None where that is too coarse."""
    first = base.begin[0]
    if first is None or base.precision not in FINE_ENOUGH[count.unit]:
        return None
    try:
        period = shift(_period(count.unit, first), count.number)
    except ValueError:
        return None
    return when_of(period, Ground(Basis.MENTION, anchor, "?" in base.edtf))


def _period(unit: Unit, first: date) -> Period:
    if unit is Unit.DAY:
        return day_of(first)
    return month(first.year, first.month) if unit is Unit.MONTH else year(first.year)


def _dated_with(
    parsed: Parsed, count: _Count, told: Sequence[Told], places: Mapping[int, int]
) -> Iterator[int]:
    """The happening that is dated so, and those that share its date."""
    at = places.get(count.above.index)
    if at is not None:
        yield at
    here = [trigger for trigger, _ in told if trigger.token.sentence == count.above.sentence]
    root = parsed.tokens_in(count.time.start, count.time.end)[-1]
    for trigger, _ in shared(parsed, root, count.above, here):
        if trigger.token is not count.below:
            yield places[trigger.token.index]


def _give(found: list[EventMention], at: int, when: When | None, time: TimeMention) -> None:
    """Date an event that no words date."""
    if when is not None and found[at].when is None and found[at].when_span is None:
        found[at] = dataclasses.replace(found[at], when=when, when_span=time.span)
