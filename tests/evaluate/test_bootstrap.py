"""The interval of a score over documents drawn again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.evaluate.bootstrap import interval
from eventgraph.evaluate.tally import Tally, total

tallies = st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5)).map(
    lambda parts: Tally(parts[0], parts[0] + parts[1], parts[0] + parts[2])
)


@settings(max_examples=20)
@given(st.lists(tallies, min_size=2, max_size=10))
def test_it_is_ordered_and_repeatable(documents: list[Tally]) -> None:
    """The bounds are shares in order, and a second run gives the same."""
    found = interval(documents)
    assert found is not None
    low, high = found
    assert 0 <= low <= high <= 1
    assert interval(documents) == found


def test_one_document_has_none() -> None:
    """A single document says nothing about how scores vary."""
    assert interval([Tally(1, 1, 1)]) is None


def test_alike_documents_have_a_narrow_one() -> None:
    """Where all documents score alike, the interval is the score."""
    documents = [Tally(1, 2, 2)] * 5
    assert interval(documents) == (0.5, 0.5)


def test_it_holds_the_score() -> None:
    """Documents that differ give an interval around the score of them all."""
    documents = [Tally(n, 10, 10) for n in range(11)]
    found = interval(documents)
    assert found is not None
    assert found[0] < total(documents).f1 < found[1]
    assert found[1] - found[0] > 0.2
