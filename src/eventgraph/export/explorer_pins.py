"""Where words stand, as ``decisions.toml`` points at them: for corrections that are copied from the page.

A pin is the words and, where they stand more than once in their document, the number of the place, from 1.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from eventgraph.graph.protect import MASK
from eventgraph.model import Document, EntityMention, Span

Pin = list[str | int]

MOST_PINS = 12
"""Of an entity: the names that documents give it."""


class Pins:
    """The pins of spans in some documents; what stands where is looked up once for the same words."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._places: dict[tuple[str, str], list[int]] = {}

    def words(self, span: Span) -> Pin:
        """The words at a span and which of their places it is; empty where a mask hides what they are."""
        document = self._documents[span.document]
        words = document.text[span.start : span.end]
        if not words.strip() or MASK in words or MASK in document.origin:
            return []
        places = self._of(document, words)
        return [words, bisect_left(places, span.start) + 1] if len(places) > 1 else [words]

    def placed(self, span: Span) -> Pin:
        """The same behind the id of the document; empty where there is no pin."""
        words = self.words(span)
        return [span.document, *words] if words else []

    def of_entity(self, mentions: Sequence[EntityMention]) -> list[Pin]:
        """One pin for each name that a document uses, its first; at most `MOST_PINS`."""
        found: dict[tuple[str, str], Pin] = {}
        for mention in mentions:
            pin = self.placed(mention.span)
            if pin:
                found.setdefault((mention.document, str(pin[1]).casefold()), pin)
        return list(found.values())[:MOST_PINS]

    def _of(self, document: Document, words: str) -> list[int]:
        """Every offset where words stand, in order; they may overlap, but not stand in a mask."""
        key = (document.id, words)
        if key not in self._places:
            self._places[key] = places(document.text, words)
        return self._places[key]


def places(text: str, words: str) -> list[int]:
    """Every offset where words stand in a text, but for those that a mask brought with it."""
    masks = _all(text, MASK)
    return [at for at in _all(text, words) if not _touches(masks, at, at + len(words))]


def _touches(masks: Sequence[int], start: int, end: int) -> bool:
    """Whether a mask that begins at one of these offsets shares anything with a stretch."""
    before = bisect_left(masks, end) - 1
    return before >= 0 and masks[before] + len(MASK) > start


def _all(text: str, words: str) -> list[int]:
    """Every offset where words stand in a text; they may overlap."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found
