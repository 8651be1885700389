"""Passages that stand twice are read once and kept at both places."""

from __future__ import annotations

from collections import Counter

import pytest

from eventgraph.model import Document, Observations, Span
from eventgraph.observe import copy_to, observe_document
from eventgraph.spans import spans_of
from eventgraph.text.repeats import Repeat

STORY = (
    "Harbour police in Larnby arrested 14 people on 12 March 2024 during Operation Grey Heron. "
    "Chief Ada Quist said the suspects would appear in court on 2 April 2024."
)
AGAIN = STORY.replace(". ", ".\n").replace("arrested 14", "arrested\n14")

pytestmark = pytest.mark.model


def document(text: str, name: str = "d") -> Document:
    """A document without a date of publication."""
    return Document(id=name, origin=f"{name}.txt", text=text)


def said(text: str, span: Span) -> str:
    """The words at a span, white space folded."""
    return " ".join(text[span.start : span.end].split())


def told(observations: Observations) -> list[tuple[str, str, bool]]:
    """Type, words and place in the order of telling of each event."""
    text = observations.document.text
    return [(event.type, text[event.start : event.end], event.repeat) for event in observations.events]


def test_a_passage_that_stands_twice_is_read_once() -> None:
    """However the lines break, each mention of the copy is a repeat that is linked to its original."""
    once = observe_document(document(STORY))
    twice = observe_document(document(f"{STORY}\n\n{AGAIN}"))
    fresh = [entry[:2] for entry in told(twice) if not entry[2]]
    copied = [entry[:2] for entry in told(twice) if entry[2]]
    assert fresh == [entry[:2] for entry in told(once)]
    assert copied == fresh
    assert len(twice.mentions) == 2 * len(once.mentions)
    assert len(twice.times) == 2 * len(once.times)
    repeats = [link for link in twice.links if link.by == "repeat"]
    assert len(repeats) == len(once.events) + len(once.mentions)


def test_spans_of_copies_hold_the_same_words() -> None:
    """Every span of a copy reads as that of its original, white space apart."""
    text = f"{STORY}\n\n{AGAIN}"
    twice = observe_document(document(text))
    for layer in (twice.events, twice.mentions, twice.times, twice.sentences):
        words = Counter(
            tuple(" ".join(text[s.start : s.end].split()) for s in spans_of(item)) for item in layer
        )
        assert set(words.values()) == {2}


def test_a_document_that_repeats_another() -> None:
    """Observations move to a document with the same words; all its mentions are repeats of the first."""
    first = observe_document(document(STORY))
    second = copy_to(first, document(AGAIN, "e"))
    assert second.document.duplicate_of == "d"
    assert all(event.repeat for event in second.events)
    assert all(mention.repeat for mention in second.mentions)
    assert {span.document for event in second.events for span in spans_of(event)} == {"e"}
    assert [said(AGAIN, m) for m in second.mentions] == [said(STORY, m) for m in first.mentions]
    assert copy_to(first, first.document) is first


def test_copying_asks_each_stretch_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence that stands many times costs few looks a copy, not one at every other copy."""
    asked = 0
    holds = Repeat.holds

    def counting(repeat: Repeat, start: int, end: int) -> bool:
        nonlocal asked
        asked += 1
        return holds(repeat, start, end)

    monkeypatch.setattr(Repeat, "holds", counting)
    text = "Police in Larnby arrested 12 people on 3 May 2024.\n" * 60
    observed = observe_document(Document(id="d", origin="a.txt", text=text))
    assert len(observed.sentences) == 60
    assert asked < 60 * 60
