"""What relations are read from: the parsed text with its mentions, and which of them are one thing."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from eventgraph.entities.candidate import BODY, PERSON, Candidate
from eventgraph.entities.chains import Chain
from eventgraph.entities.refer import Reference
from eventgraph.model import Document, Mention, RelationMention, Span
from eventgraph.text.parse import Parsed, Token
from eventgraph.vocabulary import MentionKind

BODIES = frozenset({"agency", "organisation"})
PEOPLE = frozenset({"person", "official"})


@dataclass(frozen=True, slots=True)
class Ground:
    """A parsed text and its mentions in text order, those by description and pronoun among them.

    ``chains`` has the chain of each mention by its id.
    """

    parsed: Parsed
    document: Document
    mentions: Sequence[Mention]
    chains: Mapping[str, Chain] = field(default_factory=dict)

    def between(self, left: Mention, right: Mention) -> str:
        """The words between two mentions."""
        return self.document.text[left.end : right.start]

    def head(self, mention: Mention) -> Token | None:
        """The syntactic head of a mention, if it stands in parsed text."""
        tokens = self.parsed.tokens_in(mention.start, mention.end)
        inside = {token.index for token in tokens}
        return next((t for t in tokens if t.head not in inside or t.head == t.index), None)

    def covering(self, token: Token) -> Mention | None:
        """The mention a token is part of."""
        at = bisect.bisect_right(self.mentions, token.start, key=lambda mention: mention.start) - 1
        return self.mentions[at] if at >= 0 and token.start < self.mentions[at].end else None

    def chain(self, span: Span) -> Chain | None:
        """The chain of a mention."""
        return self.chains.get(span.mention_id)

    def sentence_of(self, mention: Mention) -> int | None:
        """The number of the sentence that a mention stands in."""
        token = self.parsed.token_at(mention.start)
        return token.sentence if token is not None else None

    def relation(self, kind: str, subject: Span, object_: Span, rule: str) -> RelationMention:
        """A relation whose words reach from the one mention to the other."""
        return RelationMention(
            self.document.id,
            min(subject.start, object_.start),
            max(subject.end, object_.end),
            type=kind,
            subject=subject.span,
            object=object_.span,
            rule=rule,
        )


def all_mentions(mentions: Sequence[Mention], references: Sequence[Reference]) -> tuple[Mention, ...]:
    """Named mentions and those by description and pronoun in the order of their spans."""
    return tuple(sorted([*mentions, *(r.mention for r in references)], key=lambda m: (m.start, m.end)))


def all_chains(of: Mapping[str, Chain], references: Sequence[Reference]) -> dict[str, Chain]:
    """The chain of each mention by its id, of descriptions and pronouns that of what they stand for."""
    meant = {r.mention.mention_id: of[r.link.left] for r in references if r.link.left in of}
    return {**of, **meant}


def stand_ins(parsed: Parsed, references: Sequence[Reference]) -> list[Candidate]:
    """What may hold a post or have one, and is named elsewhere: "she", "the agency"."""
    found = []
    for reference in references:
        mention = reference.mention
        tokens = parsed.tokens_in(mention.start, mention.end)
        pronoun = mention.kind is MentionKind.PRONOUN and mention.type in PEOPLE
        if tokens and ((pronoun and tokens[0].tag == "PRP") or mention.type in BODIES):
            sort = PERSON if mention.type in PEOPLE else BODY
            found.append(Candidate(tokens[0].index, tokens[-1].index + 1, sort, mention.rule))
    return found
