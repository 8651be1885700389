"""Which output stands for which gold: one to one, by overlap; and what counts on either side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from msgspec import UNSET

from eventgraph.evaluate.layout import EventRecord, Labelled, Record, Stretch

S = TypeVar("S", bound=Stretch)
L = TypeVar("L", bound=Labelled)


def shared(left: Stretch, right: Stretch) -> int:
    """How many code points two stretches share."""
    return max(0, min(left.end, right.end) - max(left.start, right.start))


def same_words(left: Stretch, right: Stretch) -> bool:
    """Whether two stretches begin and end alike."""
    return (left.start, left.end) == (right.start, right.end)


def pair(gold: Sequence[S], output: Sequence[S]) -> list[tuple[S, S]]:
    """Gold with the output that overlaps it, each used once.

    Those that share most come first; among equals, those whose lengths differ least, then
    the later ones.
    """
    candidates = sorted(
        (
            (common, -abs(_length(wanted) - _length(found)), i, j)
            for i, wanted in enumerate(gold)
            for j, found in enumerate(output)
            if (common := shared(wanted, found))
        ),
        reverse=True,
    )
    pairs, used_gold, used_output = [], set(), set()
    for _, _, i, j in candidates:
        if i not in used_gold and j not in used_output:
            used_gold.add(i)
            used_output.add(j)
            pairs.append((gold[i], output[j]))
    return pairs


def _length(stretch: Stretch) -> int:
    return stretch.end - stretch.start


def counted(labelled: Sequence[L], gold: Sequence[L], record: Record) -> list[L]:
    """What counts of one layer, in gold or output.

    Left out are what begins beyond the part of the gold's record that was labelled in full, and what is
    optional in the gold or overlaps it.
    """
    free = [item for item in gold if item.optional is True]
    end = _labelled_until(record)
    return [
        item
        for item in labelled
        if (end is None or item.start < end)
        and item.optional is not True
        and not any(shared(item, other) for other in free)
    ]


def _labelled_until(record: Record) -> int | None:
    return None if record.meta is UNSET else record.meta.full_annotation_end


def pair_events(gold: Record, output: Record) -> list[tuple[EventRecord, EventRecord]]:
    """The events of the gold that were found, each with what was found."""
    return pair(
        counted(gold.events, gold.events, gold),
        counted(output.events, gold.events, gold),
    )
