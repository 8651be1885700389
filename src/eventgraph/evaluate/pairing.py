"""Which output stands for which gold: one to one, by overlap; and what counts on either side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    candidates = (
        ((common, -abs(_length(wanted) - _length(found))), i, j)
        for i, wanted in enumerate(gold)
        for j, found in enumerate(output)
        if (common := shared(wanted, found))
    )
    return [(gold[i], output[j]) for i, j in one_to_one(candidates)]


def one_to_one(candidates: Iterable[tuple[tuple[int, ...], int, int]]) -> list[tuple[int, int]]:
    """Pairs of numbers, each used once on its side; those that weigh most come first, then the later ones."""
    pairs: list[tuple[int, int]] = []
    used_left, used_right = set(), set()
    for _, left, right in sorted(candidates, reverse=True):
        if left not in used_left and right not in used_right:
            used_left.add(left)
            used_right.add(right)
            pairs.append((left, right))
    return pairs


def _length(stretch: Stretch) -> int:
    return stretch.end - stretch.start


def counted(labelled: Sequence[L], gold: Sequence[L], record: Record) -> list[L]:
    """What counts of one layer, in gold or output.

    Left out are what begins beyond the part of the gold's record that was labelled in full, and what is
    optional in the gold or overlaps it.
    """
    free = [item for item in gold if item.optional is True]
    return [
        item
        for item in labelled
        if labelled_in_full(record, item.start)
        and item.optional is not True
        and not any(shared(item, other) for other in free)
    ]


def labelled_in_full(record: Record, start: int) -> bool:
    """Whether an offset lies in the part of the gold's record in which all was labelled."""
    end = None if record.meta is UNSET else record.meta.full_annotation_end
    return end is None or start < end


def pair_events(gold: Record, output: Record) -> list[tuple[EventRecord, EventRecord]]:
    """The events of the gold that were found, each with what was found."""
    return pair(
        counted(gold.events, gold.events, gold),
        counted(output.events, gold.events, gold),
    )
