"""Whether time expressions and ranges denote the right days, and rest on what they should rest on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import UNSET

from eventgraph.evaluate.layout import Record, TimeRecord, WhenRecord
from eventgraph.evaluate.pairing import counted, pair, same_words
from eventgraph.evaluate.tally import Tallies, Tally

PARTS_OF_WHEN: dict[str, Callable[[WhenRecord], Any]] = {
    "EDTF": lambda when: when.edtf,
    "first and last day": lambda when: (when.earliest, when.latest),
    "precision": lambda when: when.precision,
    "basis": lambda when: when.basis,
}


def score_times(gold: Record, output: Record) -> Tallies:
    """Found and with the right EDTF, bounds, precision, basis; the modifier; and ranges in the same way.

    Nothing is said of a layer for which the gold of a document gives no ``dated``.
    """
    wanted = counted(gold.times, gold.times, gold)
    given = counted(output.times, gold.times, gold)
    tallies = _denoted("times", wanted, given)
    if tallies:
        tallies |= _modified(wanted, given) | _ranges(gold, output)
    return tallies


def _denoted(layer: str, gold: Sequence[TimeRecord], output: Sequence[TimeRecord]) -> Tallies:
    """End to end: what is dated in the gold, what is dated in the output, and what is dated alike."""
    if gold and all(item.dated is UNSET for item in gold):
        return {}
    pairs = [(_dated(left), _dated(right)) for left, right in pair(gold, output)]
    dated = [(left, right) for left, right in pairs if left is not None and right is not None]
    asked, given = (
        sum(_dated(item) is not None for item in gold),
        sum(_dated(item) is not None for item in output),
    )
    return {
        (layer, name): Tally(sum(part(left) == part(right) for left, right in dated), given, asked)
        for name, part in PARTS_OF_WHEN.items()
    }


def _dated(item: TimeRecord) -> WhenRecord | None:
    return item.dated if isinstance(item.dated, WhenRecord) else None


def _modified(gold: Sequence[TimeRecord], output: Sequence[TimeRecord]) -> Tallies:
    """The modifiers of TIMEX3: early, about, at least."""
    right = sum(bool(left.mod) and left.mod == right.mod for left, right in pair(gold, output))
    tally = Tally(right, sum(bool(item.mod) for item in output), sum(bool(item.mod) for item in gold))
    return {("times", "modifier"): tally}


def _ranges(gold: Record, output: Record) -> Tallies:
    wanted = counted(gold.ranges, gold.ranges, gold)
    given = counted(output.ranges, gold.ranges, gold)
    strict = sum(same_words(left, right) for left, right in pair(wanted, given))
    return {("ranges", "strict"): Tally(strict, len(given), len(wanted))} | _denoted("ranges", wanted, given)
