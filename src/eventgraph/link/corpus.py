"""All observations in one fixed order, by publication date, so that nothing depends on how they came."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from eventgraph.model import Document, Mention, Observations, Span

Found = TypeVar("Found", bound=Span)
Place = tuple[int, int, int]


def publication_key(document: Document) -> tuple[date, str, str]:
    """Documents in the order they were published; those of unknown date last, then by origin."""
    return (document.published or date.max, document.origin, document.id)


@dataclass(frozen=True)
class Corpus:
    """The observations of all documents, earliest published first."""

    observations: tuple[Observations, ...]

    @classmethod
    def of(cls, observations: Iterable[Observations]) -> Corpus:
        """The corpus of these observations in any order; a document given twice is kept once."""
        once = {observed.document.id: observed for observed in observations}
        return cls(tuple(sorted(once.values(), key=lambda observed: publication_key(observed.document))))

    @cached_property
    def by_document(self) -> dict[str, Observations]:
        """The observations of each document, by its id."""
        return {observed.document.id: observed for observed in self.observations}

    @cached_property
    def rank(self) -> dict[str, int]:
        """The place of each document in the order of publication."""
        return {observed.document.id: number for number, observed in enumerate(self.observations)}

    @cached_property
    def mentions(self) -> dict[str, Mention]:
        """Every mention of an entity by its id, in order; of two at one span the first."""
        found: dict[str, Mention] = {}
        for observed in self.observations:
            for mention in sorted(observed.mentions, key=lambda mention: (mention.span, mention.type)):
                found.setdefault(mention.mention_id, mention)
        return found

    def document(self, span: Span) -> Document:
        """The document a span lies in. KeyError if it is not of this corpus."""
        return self.by_document[span.document].document

    def text(self, span: Span) -> str:
        """The words at a span."""
        return self.document(span).text[span.start : span.end]

    def place(self, span: Span) -> Place:
        """Where a span stands among all documents in their order."""
        return (self.rank[span.document], span.start, span.end)

    def sentence(self, span: Span) -> Span:
        """The sentence a span begins in, or the span itself where no sentence is known."""
        sentences = self.by_document[span.document].sentences
        number = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
        if number >= 0 and sentences[number].contains(span):
            return sentences[number].span
        return span.span


def beginning_in(spans: Sequence[Found], stretch: Span) -> Iterator[Found]:
    """Those of the spans of one document, in their order, that begin within a stretch of it."""
    first = bisect_left(spans, stretch.start, key=lambda span: span.start)
    for number in range(first, len(spans)):
        if spans[number].start >= stretch.end:
            return
        yield spans[number]
