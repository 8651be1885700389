"""What the parts of this folder read: a document with all that was found in it before its events."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from functools import cached_property

from eventgraph.model import Document, Mention, Span, TimeMention
from eventgraph.text.front import Front
from eventgraph.text.parse import Parsed, Token
from eventgraph.vocabulary import MentionKind

MARK_OR_BREAK = re.compile(r'[“”"]|\n\s*\n')


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

    @cached_property
    def operations(self) -> tuple[Mention, ...]:
        """The mentions that name an operation, in text order."""
        named = (m for m in self.mentions if m.type == "operation" and m.kind is MentionKind.NAME)
        return tuple(sorted(named, key=lambda m: (m.start, m.end)))

    @cached_property
    def names_one_operation(self) -> bool:
        """Whether all that names an operation has the same name."""
        return len({m.name.lower().removeprefix("the ") for m in self.operations}) == 1

    def operations_in(self, span: Span) -> tuple[Mention, ...]:
        """The mentions within a span that name an operation, in text order."""
        first = bisect.bisect_left(self.operations, span.start, key=lambda m: m.start)
        behind = bisect.bisect_left(self.operations, span.end, key=lambda m: m.start)
        return tuple(m for m in self.operations[first:behind] if m.end <= span.end)

    def nearest_operation(self, offset: int) -> Mention:
        """The mention that names an operation and begins nearest to a code point, of two the first.

        IndexError where none does.
        """
        number = bisect.bisect_left(self.operations, offset, key=lambda m: m.start)
        around = self.operations[max(0, number - 1) : number + 1]
        return around[0] if offset - around[0].start <= abs(around[-1].start - offset) else around[-1]

    @cached_property
    def datelines(self) -> dict[int, Span]:
        """The place of the dateline before a sentence, by the sentence's number."""
        starts = [sentence.start for sentence in self.parsed.sentences]
        found = {}
        for front in self.fronts:
            number = bisect.bisect_left(starts, front.end)
            if front.place is not None and number < len(starts):
                found[number] = Span(self.document.id, *front.place)
        return found

    @cached_property
    def _quotations(self) -> tuple[Span, ...]:
        """From each opening quotation mark to the next closing one, within a paragraph, in text order."""
        found, start = [], -1
        for match in MARK_OR_BREAK.finditer(self.document.text):
            if match[0].startswith("\n"):
                start = -1
            elif start < 0 and match[0] != "”":
                start = match.start()
            elif start >= 0 and match[0] != "“":
                found.append(Span(self.document.id, start, match.end()))
                start = -1
        return tuple(found)

    def quotation_at(self, offset: int) -> Span | None:
        """The quotation that covers the code point, marks included."""
        index = bisect.bisect_right(self._quotations, offset, key=lambda quotation: quotation.start) - 1
        if index >= 0 and self._quotations[index].end > offset:
            return self._quotations[index]
        return None

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

    def times_in(self, start: int, end: int) -> tuple[TimeMention, ...]:
        """The time expressions within a stretch, in text order, of those at one place the longest first."""
        first = bisect.bisect_left(self.times, start, key=lambda time: time.start)
        behind = bisect.bisect_left(self.times, end, key=lambda time: time.start)
        return tuple(sorted(self.times[first:behind], key=lambda time: (time.start, -time.end)))

    @cached_property
    def _words(self) -> tuple[frozenset[str], ...]:
        """The lemmas and lower-case words of each sentence."""
        tokens = self.parsed.tokens
        return tuple(
            frozenset(word for token in tokens[s.first : s.last] for word in (token.lemma, token.lower))
            for s in self.parsed.sentences
        )

    def words_around(self, token: Token) -> frozenset[str]:
        """The lemmas and lower-case words of a token's sentence."""
        return self._words[token.sentence]

    def span(self, first: Token, last: Token) -> Span:
        """The span from one token to another, both included."""
        return Span(self.document.id, first.start, last.end)

    def sentence_span(self, token: Token) -> Span:
        """The span of the sentence a token stands in."""
        sentence = self.parsed.sentence_of(token)
        return Span(self.document.id, sentence.start, sentence.end)
