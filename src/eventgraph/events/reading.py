"""What the parts of this folder read: a document with all that was found in it before its events."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from eventgraph.model import Document, Mention, Span, TimeMention
from eventgraph.text.front import Front
from eventgraph.text.parse import Parsed, Token
from eventgraph.vocabulary import MentionKind


@dataclass(frozen=True)
class Reading:
    """A document with its parse, its fronts, its time expressions and its entity mentions."""

    document: Document
    parsed: Parsed
    fronts: tuple[Front, ...] = ()
    times: tuple[TimeMention, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @cached_property
    def _mention_at(self) -> dict[int, Mention]:
        """The longest mention over each token, by its index."""
        found: dict[int, Mention] = {}
        for mention in sorted(self.mentions, key=lambda mention: (mention.end - mention.start, mention)):
            for token in self.parsed.tokens_in(mention.start, mention.end):
                found[token.index] = mention
        return found

    @cached_property
    def _time_at(self) -> dict[int, TimeMention]:
        """The longest time expression over each token, by its index."""
        found: dict[int, TimeMention] = {}
        for time in sorted(self.times, key=lambda time: (time.end - time.start, time)):
            for token in self.parsed.tokens_in(time.start, time.end):
                found[token.index] = time
        return found

    def mention_of(self, token: Token) -> Mention | None:
        """The entity mention the token stands in."""
        return self._mention_at.get(token.index)

    def name_of(self, token: Token) -> Mention | None:
        """The mention the token stands in, if it names an entity outright."""
        mention = self.mention_of(token)
        return mention if mention is not None and mention.kind is MentionKind.NAME else None

    def time_of(self, token: Token) -> TimeMention | None:
        """The time expression the token stands in."""
        return self._time_at.get(token.index)

    def span(self, first: Token, last: Token) -> Span:
        """The span from one token to another, both included."""
        return Span(self.document.id, first.start, last.end)

    def sentence_span(self, token: Token) -> Span:
        """The span of the sentence a token stands in."""
        sentence = self.parsed.sentence_of(token)
        return Span(self.document.id, sentence.start, sentence.end)
