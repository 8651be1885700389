"""Walking and moving the values of the model."""

from __future__ import annotations

from eventgraph.model import Span
from eventgraph.spans import relocate, spans_of
from samples import EVENTS, SAMPLE


def shift(span: Span) -> Span:
    """Ten characters further, in another document."""
    return Span(f"{span.document}x", span.start + 10, span.end + 10)


def test_every_nested_span_is_found() -> None:
    """An event's spans are those of its date, participants, places, numbers, claims and evidence."""
    assert {type(span).__name__ for span in spans_of(EVENTS[0])} == {
        "Span",
        "Participant",
        "EventPlace",
        "EventQuantity",
        "EventEvidence",
        "Claim",
        "Speaker",
    }


def test_moving_moves_every_span_and_nothing_else() -> None:
    """Each span goes where the function says, sentences included; all else stays."""
    for event in EVENTS:
        moved = relocate(event, shift)
        assert [span.span for span in spans_of(moved)] == [shift(span.span) for span in spans_of(event)]
        for before, after in zip(event.mentions, moved.mentions, strict=True):
            assert after.sentence == (before.sentence[0] + 10, before.sentence[1] + 10)
        assert (moved.id, moved.label, moved.related) == (event.id, event.label, event.related)


def test_moving_nowhere_changes_nothing() -> None:
    """The identity gives an equal value."""
    assert relocate(SAMPLE, lambda span: span) == SAMPLE
