"""Readings made from a sentence, for the tests of this folder: real parse, real times, names by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from eventgraph.events import Reading, find_events
from eventgraph.events.triggers import find_triggers
from eventgraph.model import Document, EventMention, Mention, Span
from eventgraph.text.blocks import find_blocks
from eventgraph.text.parse import parse
from eventgraph.times import find_times

PUBLISHED = date(2024, 3, 14)
DOCUMENT = "d" * 16
NAMES = {
    "Ada Quist": "official",
    "Mia Rowe": "person",
    "Tom Varga": "person",
    "Harbour Police": "agency",
    "Larnby High Court": "agency",
    "Revenue Service": "agency",
    "Larnby": "location",
    "Norland": "location",
    "Operation Grey Heron": "operation",
    "Brightwater Bank": "organisation",
}
"""Names that stand in sentences of the tables of triggers."""

Read = Callable[..., Reading]
Found = Callable[..., EventMention]


def read_text(
    text: str, names: Mapping[str, str] | None = None, published: date | None = PUBLISHED
) -> Reading:
    """A reading of a text, in which every occurrence of the given names has the given type."""
    document = Document(id=DOCUMENT, origin="a.txt", text=text, published=published)
    parsed = parse(text, find_blocks(text))
    mentions = []
    for name, kind in (names or {}).items():
        at = text.find(name)
        while at >= 0:
            mentions.append(Mention(DOCUMENT, at, at + len(name), type=kind, name=name))
            at = text.find(name, at + 1)
    times = find_times(text, published, parsed=parsed, document=DOCUMENT)
    return Reading(document, parsed, (), times, tuple(sorted(mentions)))


def words_at(text: str, span: Span) -> str:
    """The words of a text at a span."""
    return text[span.start : span.end]


@pytest.fixture(scope="session")
def read() -> Read:
    """`read_text`, as a fixture."""
    return read_text


@pytest.fixture(scope="session")
def words() -> Callable[[str, Span], str]:
    """`words_at`, as a fixture."""
    return words_at


TRIGGER_NAMES = {
    "Ada Quist": "official",
    "Tom Varga": "person",
    "Mia Rowe": "person",
    "Harbour Police": "agency",
    "Finance Ministry": "agency",
    "Civic Party": "organisation",
    "Brightwater Bank": "organisation",
    "Calder Group": "organisation",
    "Norland": "location",
    "Larnby": "location",
    "Osterholm": "location",
}
EventTypesAt = Callable[[str, str], set[str]]


@pytest.fixture(scope="session")
def event_types_at() -> EventTypesAt:
    """Text and words in it to the types of the events whose triggers overlap those words."""

    def found(text: str, words: str) -> set[str]:
        at = text.index(words)
        events = find_events(read_text(text, TRIGGER_NAMES))
        return {event.type for event in events if event.start < at + len(words) and at < event.end}

    return found


@pytest.fixture(scope="session")
def types_at() -> Callable[[str, str], set[str]]:
    """The types of the triggers that share a word with the first occurrence of some words of a text."""

    def types(text: str, told: str) -> set[str]:
        start = text.index(told)
        end = start + len(told)
        found = find_triggers(read_text(text, NAMES))
        return {t.type for t in found if any(word.start < end and start < word.end for word in t.words)}

    return types


@pytest.fixture(scope="session")
def told_types_at() -> Callable[[str, str], set[str]]:
    """A function of a text and some words of it: the types of the events whose trigger overlaps them."""

    def types(text: str, words: str) -> set[str]:
        start = text.index(words)
        events = find_events(read_text(text))
        return {event.type for event in events if event.start < start + len(words) and event.end > start}

    return types
