"""What the parts of the folder ask of a document: its operations by place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eventgraph.events import Reading
from eventgraph.model import Document, Mention, Span
from eventgraph.text.parse import Parsed


def reading(starts: list[int]) -> Reading:
    """A document that names an operation, six code points long, at each of these places."""
    mentions = tuple(Mention("d", at, at + 6, type="operation", name="Sunset") for at in starts)
    return Reading(Document(id="d", origin="d", text=""), Parsed(""), mentions=mentions)


@given(st.sets(st.integers(0, 60), min_size=1), st.integers(0, 70))
def test_the_nearest_operation(starts: set[int], offset: int) -> None:
    """It is the one that begins the fewest code points away; of two, the first."""
    expected = min(sorted(starts), key=lambda at: abs(at - offset))
    assert reading(list(starts)).nearest_operation(offset).start == expected


@given(st.sets(st.integers(0, 60)), st.integers(0, 70), st.integers(0, 30))
def test_operations_within_a_span(starts: set[int], start: int, length: int) -> None:
    """Only those that lie wholly within it, in text order."""
    found = reading(list(starts)).operations_in(Span("d", start, start + length))
    assert [m.start for m in found] == [at for at in sorted(starts) if start <= at <= start + length - 6]
