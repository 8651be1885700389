"""Where nodes stand: the same for the same graph, apart from each other, isolates in a grid."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.export.layout import CELL, ROOM, STEP, pack, place

NAMES = [f"n{number}" for number in range(24)]
EDGES = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=40)


@settings(max_examples=40, deadline=None)
@given(EDGES)
def test_every_node_has_its_own_place_and_keeps_it(edges: list[tuple[str, str]]) -> None:
    """All nodes are placed at integers, no two on one spot, twice the same."""
    placed = place(NAMES, edges)
    assert list(placed) != []
    assert set(placed) == set(NAMES)
    assert len(set(placed.values())) == len(NAMES)
    assert placed == place(NAMES, edges)
    assert all(isinstance(value, int) for point in placed.values() for value in point)


def test_neighbours_stand_apart() -> None:
    """A star's leaves keep about the room that a label needs."""
    placed = place(NAMES, [(NAMES[0], name) for name in NAMES[1:]])
    nearest = min(math.dist(a, b) for a, b in combinations(placed.values(), 2))
    assert nearest > ROOM * 0.9


@pytest.mark.parametrize("count", [2, 3, 10, 60])
def test_a_chain_has_steps_of_one_length(count: int) -> None:
    """However few or many hang together, neighbours stand at about the same distance."""
    names = [f"n{number}" for number in range(count)]
    placed = place(names, list(pairwise(names)))
    steps = [math.dist(placed[a], placed[b]) for a, b in pairwise(names)]
    assert sum(steps) / len(steps) == pytest.approx(STEP, rel=0.35)


def test_isolated_nodes_stand_in_a_grid_below() -> None:
    """Nodes without an edge are in rows and columns, beneath or beside the rest, in their order."""
    placed = place(NAMES, [("n0", "n1")])
    lonely = [placed[name] for name in NAMES[2:]]
    assert lonely[1][0] - lonely[0][0] == CELL[0]
    assert lonely[1][1] == lonely[0][1]
    assert len({y for _, y in lonely}) < len(lonely)


@given(st.lists(st.tuples(st.floats(0, 900), st.floats(0, 900)), max_size=12))
def test_packed_boxes_do_not_overlap(sizes: list[tuple[float, float]]) -> None:
    """No two parts of the drawing cover each other."""
    boxes = [
        (x, y, x + w, y + h) for (x, y), (w, h) in zip(pack(sizes, [50] * len(sizes)), sizes, strict=True)
    ]
    for a, b in combinations(boxes, 2):
        assert a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1]


def test_nothing_to_place() -> None:
    """A graph without nodes has no places; an edge to nowhere is an error."""
    assert place([], []) == {}
    with pytest.raises(KeyError):
        place(["a"], [("a", "b")])
