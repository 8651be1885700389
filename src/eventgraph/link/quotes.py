"""The words that decisions quote, found in their documents, and what was observed there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from eventgraph.link.corpus import Corpus
from eventgraph.link.decisions import Quote
from eventgraph.model import Document, EventMention, Mention, Span

Found = TypeVar("Found", Mention, EventMention)

GONE = ": it matches nothing any more"
"""How the message ends where what a decision speaks of is not there."""


class Unmatched(Exception):
    """A decision that cannot be applied, and why; it becomes a problem."""


@dataclass(frozen=True)
class Sources:
    """The documents by origin; of a document that was given twice there is one."""

    corpus: Corpus
    by_origin: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, corpus: Corpus) -> Sources:
        """The documents of a corpus."""
        by_origin: dict[str, list[str]] = {}
        for observed in corpus.observations:
            by_origin.setdefault(observed.document.origin, []).append(observed.document.id)
        return cls(corpus, by_origin)

    def stretch(self, quote: Quote) -> Span:
        """Where the quoted words stand; without a number, where they first do. Unmatched if they do not."""
        nth = quote.nth or 1
        for identifier in self.by_origin.get(quote.origin, ()):
            places = list(places_of(self.corpus.by_document[identifier].document, quote.text))
            if len(places) >= nth:
                return places[nth - 1]
        raise Unmatched(f"“{quote.text}” ({nth}) does not stand in {quote.origin}{GONE}")

    def only_stretch(self, quote: Quote) -> Span:
        """The same for words that, not being numbered, may stand once only; whole words are preferred."""
        first = self.stretch(quote)
        if quote.nth is not None:
            return first
        document = self.corpus.document(first)
        places = list(places_of(document, quote.text))
        places = [span for span in places if is_whole(document.text, span)] or places
        if len(places) > 1:
            raise Unmatched(
                f"“{quote.text}” stands {len(places)} times in {quote.origin}: say which with nth"
            )
        return places[0]

    def mention_at(self, span: Span) -> Mention | None:
        """The mention of an entity at a span, or the one that fits it most closely."""
        return closest(self.corpus.by_document[span.document].mentions, span)

    def event_at(self, span: Span) -> EventMention | None:
        """The event mention whose trigger is at a span, or fits it most closely."""
        return closest(self.corpus.by_document[span.document].events, span)

    def entity(self, quote: Quote) -> Mention:
        """The mention of an entity at the quoted words. Unmatched where there is none."""
        found = self.mention_at(self.stretch(quote))
        if found is None:
            raise Unmatched(unnamed(quote))
        return found

    def event(self, quote: Quote) -> EventMention:
        """The one event mention at the quoted words. Unmatched where there is none, or several may be meant.

        Where the words are just a trigger at some places, only these count.
        """
        first = self.stretch(quote)
        if quote.nth is not None:
            found = [event for event in [self.event_at(first)] if event]
        else:
            told = [
                (span, event)
                for span in places_of(self.corpus.document(first), quote.text)
                if (event := self.event_at(span))
            ]
            exact = [(span, event) for span, event in told if event.span == span]
            found = list({event.span: event for _, event in exact or told}.values())
        if len(found) > 1:
            raise Unmatched(
                f"“{quote.text}” tells of {len(found)} events in {quote.origin}: say which with nth"
            )
        if not found:
            raise Unmatched(unnamed(quote, "event"))
        return found[0]


def places_of(document: Document, words: str) -> Iterator[Span]:
    """Every place where words stand in a document, in order; they may overlap."""
    at = document.text.find(words)
    while at >= 0:
        yield Span(document.id, at, at + len(words))
        at = document.text.find(words, at + 1)


def is_whole(text: str, span: Span) -> bool:
    """Whether no letter or digit stands right before or after a span."""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return not (before.isalnum() or after.isalnum())


def closest(items: Iterable[Found], span: Span) -> Found | None:
    """What stands at a span; else the longest thing within it, else the shortest around it; else None."""
    within = [item for item in items if span.contains(item) or item.contains(span)]
    return min(
        within,
        key=lambda item: (
            item.span != span,
            not span.contains(item),
            abs((item.end - item.start) - (span.end - span.start)),
            item.start,
        ),
        default=None,
    )


def unnamed(quote: Quote, what: str = "entity") -> str:
    """The message for words where nothing is observed."""
    return f"no {what} is found at “{quote.text}” in {quote.origin}{GONE}"
