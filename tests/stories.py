"""Observations made by hand: a text, and what is marked in it by its words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from eventgraph.model import (
    Argument,
    Attribute,
    Document,
    EventMention,
    Link,
    Mention,
    Observations,
    PlaceReference,
    Quantity,
    Reference,
    RelationMention,
    Span,
    TimeMention,
    When,
)
from eventgraph.vocabulary import Basis, MentionKind, PlaceBasis, Precision, TimexType, Verdict


def on(day: date) -> When:
    """The whole of one day, written out."""
    return When(
        begin=(day, day),
        end=(day, day),
        precision=Precision.DAY,
        edtf=day.isoformat(),
        basis=Basis.EXPLICIT,
    )


def between(first: date, last: date) -> When:
    """An interval whose ends are known."""
    return When(
        begin=(first, first),
        end=(last, last),
        precision=Precision.INTERVAL,
        edtf=f"{first}/{last}",
        basis=Basis.EXPLICIT,
    )


@dataclass
class Story:
    """One document and what is observed in it; words are found by their text and number from 1."""

    origin: str
    text: str
    published: date | None = None
    mentions: list[Mention] = field(default_factory=list)
    events: list[EventMention] = field(default_factory=list)
    relations: list[RelationMention] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The id the reader would give the document."""
        return hashlib.sha256(f"{self.origin}\0{self.text}".encode()).hexdigest()[:16]

    def span(self, words: str, nth: int = 1) -> Span:
        """Where the words stand for the nth time, as whole words."""
        places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", self.text)]
        return Span(self.id, places[nth - 1], places[nth - 1] + len(words))

    def at(self, words: str, nth: int = 1) -> tuple[str, int, int]:
        """The same as positional arguments."""
        span = self.span(words, nth)
        return span.document, span.start, span.end

    def sentence(self, span: Span) -> Span:
        """The sentence around a span; sentences end in a full stop and white space, or at an empty line."""
        return next(sentence for sentence in self.sentences() if sentence.contains(span))

    def sentences(self) -> tuple[Span, ...]:
        """All sentences."""
        return tuple(
            Span(self.id, found.start(), found.end())
            for found in re.finditer(r"\S.*?(?:\.(?=\s|$)|(?=\n\n)|$)", self.text, re.DOTALL)
        )

    def name(self, kind: str, words: str, nth: int = 1, *, by: MentionKind = MentionKind.NAME) -> Span:
        """Mark an entity."""
        mention = Mention(*self.at(words, nth), type=kind, name=" ".join(words.split()), kind=by, rule="hand")
        self.mentions.append(mention)
        return mention.span

    def detail(self, words: str, key: str, value: str) -> None:
        """Give the mention marked last an attribute, told by these words."""
        attribute = Attribute(*self.at(words), key=key, value=value)
        last = self.mentions[-1]
        self.mentions[-1] = replace(last, attributes=(*last.attributes, attribute))

    def protect(self) -> None:
        """Make the mention marked last a protected one."""
        self.mentions[-1] = replace(self.mentions[-1], protected=True)

    def same(self, left: Span, right: Span, by: str = "alias", score: float = 0.95) -> None:
        """Link two mentions within the document."""
        self.links.append(
            Link(
                left=left.mention_id,
                right=right.mention_id,
                verdict=Verdict.SAME,
                score=score,
                by=by,
                because="The text says so.",
            )
        )

    def post(self, words: str, subject: Span, agency: Span | None, label: str) -> None:
        """Say that somebody holds a post."""
        self.relation("holds_position", words, subject, agency, label)

    def relation(self, kind: str, words: str, subject: Span, target: Span | None, label: str = "") -> None:
        """Say that a relation holds."""
        self.relations.append(
            RelationMention(*self.at(words), type=kind, subject=subject, object=target, label=label)
        )

    def tell(
        self,
        kind: str,
        words: str,
        roles: Mapping[str, Sequence[Span | str]] | None = None,
        **more: object,
    ) -> EventMention:
        """Tell an event by its trigger. Roles are spans of mentions, or words without one."""
        arguments = tuple(
            Argument(*self._of(who), role=role, mention=who if isinstance(who, Span) else None)
            for role, everybody in (roles or {}).items()
            for who in everybody
        )
        nth = more.pop("nth", 1)
        assert isinstance(nth, int)
        trigger = self.span(words, nth)
        event = EventMention(
            trigger.document,
            trigger.start,
            trigger.end,
            type=kind,
            lemma=words,
            sentence=self.sentence(trigger),
            arguments=arguments,
            rule="verb",
        )
        event = replace(event, **more)  # type: ignore[arg-type]
        self.events.append(event)
        return event

    def _of(self, who: Span | str) -> tuple[str, int, int]:
        """A span given as such or by its words, as positional arguments."""
        span = self.span(who) if isinstance(who, str) else who
        return span.document, span.start, span.end

    def number(self, words: str, value: int, role: str = "patient", part_of: Span | None = None) -> Quantity:
        """A number of people."""
        return Quantity(
            *self.at(words),
            value=Decimal(value),
            low=Decimal(value),
            high=Decimal(value),
            unit="people",
            what="people",
            role=role,
            part_of=part_of,
        )

    def where(self, place: Span, basis: PlaceBasis = PlaceBasis.TEXT) -> tuple[PlaceReference, ...]:
        """A place within which something happened."""
        return (PlaceReference(place.document, place.start, place.end, mention=place, basis=basis),)

    def time(self, words: str, when: When | None) -> Span:
        """Mark a time expression."""
        mention = TimeMention(
            *self.at(words), type=TimexType.DATE, value=when.edtf if when else "XXXX", when=when
        )
        self.times.append(mention)
        return mention.span

    def speaker(self, who: Span) -> tuple[Reference, ...]:
        """A chain of one speaker."""
        return (Reference(who.document, who.start, who.end, mention=who),)

    def observed(self) -> Observations:
        """Everything that was marked."""
        return Observations(
            document=Document(id=self.id, origin=self.origin, text=self.text, published=self.published),
            sentences=self.sentences(),
            times=tuple(sorted(self.times, key=lambda time: time.span)),
            mentions=tuple(sorted(self.mentions, key=lambda mention: mention.span)),
            events=tuple(sorted(self.events, key=lambda event: event.span)),
            relations=tuple(sorted(self.relations, key=lambda relation: relation.span)),
            links=tuple(self.links),
        )
