"""Pairing gold with output: one to one, by overlap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.evaluate.layout import Labelled, Meta, Record, Stretch
from eventgraph.evaluate.pairing import counted, pair, shared

Spans = list[tuple[int, int]]

stretches = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda pair: Stretch(pair[0], pair[0] + pair[1])),
    max_size=8,
)


@pytest.mark.parametrize(
    ("gold", "output", "pairs"),
    [
        ([(0, 4)], [(0, 4)], [(0, 0)]),
        ([(0, 4)], [(4, 8)], []),
        ([(0, 4)], [(3, 8)], [(0, 0)]),
        ([(0, 10)], [(0, 3), (3, 10)], [(0, 1)]),
        ([(0, 3), (3, 10)], [(0, 10)], [(1, 0)]),
        ([(0, 4), (2, 6)], [(1, 5), (3, 6)], [(1, 0), (0, 1)]),
        ([(0, 4)], [(0, 9), (0, 5)], [(0, 1)]),
        ([], [(0, 1)], []),
    ],
)
def test_pairs(gold: Spans, output: Spans, pairs: Spans) -> None:
    """The pair that shares most is made first; of equals, the one most alike in length, then the later."""
    wanted = [Stretch(*span) for span in gold]
    found = [Stretch(*span) for span in output]
    expected = {(wanted[i], found[j]) for i, j in pairs}
    assert set(pair(wanted, found)) == expected


@given(stretches, stretches)
def test_each_is_used_once(gold: list[Stretch], output: list[Stretch]) -> None:
    """Pairs overlap, nothing stands in two of them, and nothing that could be paired is left over."""
    gold, output = list(dict.fromkeys(gold)), list(dict.fromkeys(output))
    pairs = pair(gold, output)
    assert all(shared(left, right) for left, right in pairs)
    used_gold, used_output = {left for left, _ in pairs}, {right for _, right in pairs}
    assert len(used_gold) == len(used_output) == len(pairs)
    for left in set(gold) - used_gold:
        assert not any(shared(left, right) for right in set(output) - used_output)


def test_what_counts() -> None:
    """Optional gold, what overlaps it, and what begins beyond the labelled part count neither way."""
    gold = [Labelled(0, 4), Labelled(10, 14, optional=True), Labelled(30, 34)]
    output = [Labelled(0, 4), Labelled(12, 20), Labelled(16, 20), Labelled(29, 34)]
    record = Record(id="a", meta=Meta(full_annotation_end=30))
    assert counted(gold, gold, record) == [Labelled(0, 4)]
    assert counted(output, gold, record) == [Labelled(0, 4), Labelled(16, 20), Labelled(29, 34)]
    assert counted(output, gold, Record(id="a")) == [Labelled(0, 4), Labelled(16, 20), Labelled(29, 34)]
