"""Sets that grow unless they contradict."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eventgraph.link.partition import Partition


def coloured(colours: dict[int, str]) -> Partition[int, str]:
    """Nodes with colours; "" goes with any colour, two colours clash."""
    return Partition(
        colours,
        lambda left, right: f"{left} is not {right}" if left and right and left != right else "",
        lambda left, right: left or right,
    )


def test_joined_sets_keep_what_both_say() -> None:
    """The summary of a union is known at each of its nodes; others stay apart."""
    sets = coloured({1: "red", 2: "", 3: "blue"})
    assert sets.join(1, 2) == ""
    assert sets.summary(2) == "red"
    assert sets.groups([3, 1, 2]) == [[3], [1, 2]]


def test_a_contradiction_is_refused_with_its_reason() -> None:
    """Through a third node as well; unless it is to be joined whatever is known."""
    sets = coloured({1: "red", 2: "", 3: "blue"})
    sets.join(1, 2)
    assert sets.join(2, 3) == "red is not blue"
    assert sets.root(2) != sets.root(3)
    assert sets.join(2, 3, whatever=True) == ""
    assert sets.root(1) == sets.root(3)


def test_joining_twice_changes_nothing() -> None:
    """What is one already cannot clash with itself."""
    sets = coloured({1: "red", 2: "red"})
    sets.join(1, 2)
    assert (sets.join(2, 1), sets.refuse(1, 2)) == ("", "")


def test_what_was_set_apart_never_joins() -> None:
    """Not by way of a third, nor when it is to be joined whatever is known; what is alone joins nothing."""
    sets = coloured({1: "red", 2: "", 3: "red", 4: "red", 5: ""})
    sets.set_apart(1, 3)
    sets.join(1, 2)
    assert sets.join(2, 3) == "a decision keeps them apart"
    assert sets.join(3, 2, whatever=True) == "a decision keeps them apart"
    assert sets.join(3, 4) == ""
    assert sets.are_apart(4, 2)
    sets.set_alone(5)
    assert sets.join(5, 1) == "a decision keeps them apart"
    assert not sets.are_apart(5, 5)


@given(
    st.dictionaries(st.integers(0, 8), st.sampled_from(["", "red", "blue"]), min_size=1),
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8))),
)
def test_no_set_ever_contradicts(colours: dict[int, str], links: list[tuple[int, int]]) -> None:
    """However links come, no set holds two colours, and every node is in exactly one set."""
    sets = coloured(colours)
    for left, right in links:
        if left in sets and right in sets:
            sets.join(left, right)
    groups = sets.groups(sorted(colours))
    assert sorted(node for group in groups for node in group) == sorted(colours)
    assert all(len({colours[node] for node in group} - {""}) <= 1 for group in groups)
