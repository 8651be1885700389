"""What the values of the model tell of themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eventgraph.model import EventEvidence
from eventgraph.vocabulary import FACTS, Status
from samples import EVENTS, FIRST, SECOND

ARREST = EVENTS[0]


def marked(*repeats: bool) -> tuple[EventEvidence, ...]:
    """The evidence of the arrest, in two documents, as repeats or not."""
    return tuple(replace(told, repeat=repeat) for told, repeat in zip(ARREST.mentions, repeats, strict=True))


@pytest.mark.parametrize(
    ("repeats", "sources"),
    [
        ((False, False), (FIRST.id, SECOND.id)),
        ((False, True), (FIRST.id,)),
        ((True, False), (SECOND.id,)),
        ((True, True), (FIRST.id, SECOND.id)),
    ],
)
def test_copies_are_no_sources(repeats: tuple[bool, bool], sources: tuple[str, ...]) -> None:
    """A document that only repeats a passage is no source of its own, unless there is no other."""
    assert replace(ARREST, mentions=marked(*repeats)).sources == sources


def test_each_source_counts_once() -> None:
    """Two tellings in one document are one source."""
    assert replace(ARREST, mentions=(ARREST.mentions[0], ARREST.mentions[0])).sources == (FIRST.id,)


@pytest.mark.parametrize("status", Status)
def test_a_label_that_travels_alone_says_what_is_no_fact(status: Status) -> None:
    """Only what happened or goes on has a bare label."""
    event = replace(ARREST, status=status)
    assert (event.full_label == event.label) == (status in FACTS) == (status in {"happened", "ongoing"})
    assert event.full_label.endswith(event.label)
