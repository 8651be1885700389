"""Graphs made up by hypothesis: references hold, texts, names and ids are of any characters."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any

from hypothesis import strategies as st

from eventgraph.model import (
    Attribute,
    Claim,
    DayPair,
    Document,
    Entity,
    EntityMention,
    Event,
    EventEvidence,
    EventPlace,
    EventQuantity,
    EventWhen,
    Graph,
    Participant,
    RelatedEvent,
    Relation,
    Span,
    Speaker,
    TimeExpression,
)
from eventgraph.schema import load_schema
from eventgraph.vocabulary import (
    Basis,
    ClaimAbout,
    ClaimState,
    Confidence,
    EventRelation,
    PlaceBasis,
    PlaceRelation,
    Precision,
    PublishedBasis,
    Status,
    TimexMod,
    TimexType,
)

CHARACTERS = st.characters(exclude_categories=["Cs"])
WORDS = st.text(CHARACTERS, min_size=1, max_size=12)
TEXTS = st.text(CHARACTERS, min_size=10, max_size=60)
DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9990, 1, 1))
EVENT_TYPES = st.sampled_from(["arrest", "operation", "killing", "event"])
ROLES = st.sampled_from(sorted(load_schema().role))
MANY = partial(st.lists, min_size=1, max_size=3, unique=True)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=3)


@st.composite
def spans(draw: st.DrawFn, documents: list[Document]) -> Span:
    """A stretch of one of the documents."""
    document = draw(st.sampled_from(documents))
    start = draw(st.integers(0, len(document.text) - 1))
    return Span(document.id, start, draw(st.integers(start + 1, len(document.text))))


@st.composite
def whens(draw: st.DrawFn, documents: list[Document]) -> EventWhen:
    """A date: a day, a stretch, or open at one end."""
    first = draw(DAYS)
    latest_begin = first + timedelta(days=draw(st.integers(0, 400)))
    last = latest_begin + timedelta(days=draw(st.integers(0, 400)))
    begin: DayPair = draw(
        st.sampled_from([(first, latest_begin), (None, latest_begin), (first, None), (None, None)])
    )
    end: DayPair = draw(st.sampled_from([(first, last), (None, last), (None, None)]))
    return EventWhen(
        span=draw(spans(documents)),
        text=draw(WORDS),
        edtf=draw(WORDS),
        earliest=begin[0],
        latest=end[1],
        begin=begin,
        end=end,
        precision=draw(st.sampled_from(Precision)),
        basis=draw(st.sampled_from(Basis)),
        approximate=draw(st.booleans()),
        clock=draw(st.sampled_from([None, "TNI"])),
        anchor=draw(st.none() | spans(documents)),
    )


def place_of(span: Span) -> dict[str, Any]:
    """A span as the arguments of whatever rests on it."""
    return {"document": span.document, "start": span.start, "end": span.end}


def is_copy(span: Span) -> bool:
    """Whether words repeat a passage: said of the words, so the same for all that rests on them."""
    return span.start % 3 == 0


class Writer:
    """Draws what stands in some documents, with the words as they stand there."""

    def __init__(self, draw: st.DrawFn, documents: list[Document], entities: list[Entity]) -> None:
        self.draw = draw
        self.documents = documents
        self.texts = {document.id: document.text for document in documents}
        self.spans = spans(documents)
        self.who = st.none() | st.sampled_from([each.id for each in entities]) if entities else st.none()
        self.operations = [each.id for each in entities if each.type == "operation"]

    def at(self, **details: object) -> dict[str, Any]:
        """A place, and what stands there."""
        return place_of(self.draw(self.spans)) | details

    def words(self, **details: object) -> dict[str, Any]:
        """A place with its words, and perhaps whom they mean."""
        span = self.draw(self.spans)
        text = self.texts[span.document][span.start : span.end]
        return place_of(span) | {"text": text, "entity": self.draw(self.who)} | details

    def speakers(self) -> tuple[Speaker, ...]:
        """Nobody, somebody, or somebody by somebody's account."""
        return tuple(Speaker(**self.words()) for _ in range(self.draw(st.integers(0, 3))))

    def evidence(self) -> EventEvidence:
        """Where an event is told."""
        span = self.draw(self.spans)
        return EventEvidence(
            **place_of(span), type=self.draw(EVENT_TYPES), by=self.draw(WORDS),
            sentence=(span.start, span.end), repeat=is_copy(span), said_by=self.speakers(),
        )  # fmt: skip

    def quantity(self, name: str, others: list[str]) -> EventQuantity:
        """A number."""
        low, high = sorted([self.draw(NUMBERS), self.draw(NUMBERS)])
        return EventQuantity(
            **self.at(
                id=name, role=self.draw(st.sampled_from(["", "patient", "topic"])), what=self.draw(WORDS),
                value=self.draw(st.none() | NUMBERS), low=low, high=high, unit="people", qualifier="",
                part_of=self.draw(st.sampled_from([None, *(other for other in others if other != name)])),
                text=self.draw(WORDS),
            )
        )  # fmt: skip

    def claim(self) -> Claim:
        """One of several answers."""
        return Claim(
            **self.at(
                about=self.draw(st.sampled_from(ClaimAbout)), value=self.draw(WORDS | st.just("12.50")),
                state=self.draw(st.sampled_from(ClaimState)), published=self.draw(st.none() | DAYS),
                said_by=self.speakers(),
            )
        )  # fmt: skip

    def event(self, name: str, names: list[str]) -> Event:
        """An event with a little of everything."""
        draw = self.draw
        return Event(
            id=name,
            type=draw(EVENT_TYPES),
            label=draw(WORDS),
            status=draw(st.sampled_from(Status)),
            confidence=draw(st.sampled_from(Confidence)),
            aggregate=draw(st.booleans()),
            operation=draw(st.sampled_from([None, *self.operations])),
            when=draw(st.none() | whens(self.documents)),
            participants=tuple(
                Participant(**self.words(role=role)) for role in draw(st.lists(ROLES, max_size=2))
            ),
            places=(
                EventPlace(
                    **self.words(
                        relation=draw(st.sampled_from(PlaceRelation)), basis=draw(st.sampled_from(PlaceBasis))
                    )
                ),
            ),
            quantities=(self.quantity(f"q:{name}", [f"q:{other}" for other in names]),),
            mentions=tuple(self.evidence() for _ in range(draw(st.integers(1, 2)))),
            related=tuple(
                RelatedEvent(relation=relation, event=draw(st.sampled_from(names)))
                for relation in draw(st.lists(st.sampled_from(EventRelation), max_size=2, unique=True))
            ),
            claims=(self.claim(),),
            attributes=(Attribute(**self.at(key="age", value=draw(WORDS))),),
        )

    def relation(self) -> Relation:
        """A relation between two entities, or of one."""
        draw = self.draw
        return Relation(
            id="r",
            type=draw(st.sampled_from(sorted(load_schema().relation))),
            subject=draw(self.who.filter(bool)) or "",
            object=draw(self.who),
            label=draw(st.just("") | WORDS),
            qualifier=draw(st.sampled_from(["", "former", "acting"])),
            status=draw(st.sampled_from(Status)),
            when=draw(st.none() | whens(self.documents)),
            mentions=tuple(draw(st.lists(self.spans, max_size=2, unique=True))),
            said_by=self.speakers(),
        )


@st.composite
def documents(draw: st.DrawFn) -> list[Document]:
    """Two documents, the second perhaps a copy of the first."""
    return [
        Document(
            id=name,
            origin=draw(WORDS),
            text=draw(TEXTS),
            title=draw(st.just("") | WORDS),
            publisher=draw(st.just("") | WORDS),
            url=draw(st.just("") | WORDS),
            published=draw(st.none() | DAYS),
            published_basis=draw(st.sampled_from(PublishedBasis)),
            duplicate_of=draw(st.sampled_from([None, *earlier])),
        )
        for name, earlier in (("1" * 16, []), ("2" * 16, ["1" * 16]))
    ]


@st.composite
def entities(draw: st.DrawFn, texts: list[Document]) -> list[Entity]:
    """One to three entities."""
    made = []
    for name in draw(st.lists(WORDS, min_size=1, max_size=3, unique=True)):
        kind, places = draw(st.sampled_from(sorted(load_schema().entity))), draw(MANY(spans(texts)))
        made.append(
            Entity(
                id=f"{kind}:{name}",
                type=kind,
                name=name,
                aliases=tuple(draw(st.lists(WORDS, max_size=2, unique=True))),
                protected=draw(st.booleans()),
                mentions=tuple(EntityMention(**place_of(span), repeat=is_copy(span)) for span in places),
                attributes=(Attribute(**place_of(places[0]), key="age", value=draw(WORDS)),),
            )
        )
    return made


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """A graph whose references hold."""
    texts = draw(documents())
    known = draw(entities(texts))
    writer = Writer(draw, texts, known)
    names = draw(st.lists(WORDS, min_size=1, max_size=2, unique=True))
    return Graph(
        generator=draw(st.just("") | WORDS),
        title=draw(st.just("") | WORDS),
        documents=tuple(texts),
        times=tuple(
            TimeExpression(
                **place_of(span), type=draw(st.sampled_from(TimexType)), value=draw(WORDS),
                mod=draw(st.sampled_from([None, *TimexMod])), edtf=draw(st.none() | WORDS),
            )
            for span in draw(st.lists(spans(texts), max_size=2, unique=True))
        ),
        entities=tuple(known),
        events=tuple(writer.event(name, names) for name in names),
        relations=(writer.relation(),),
    )  # fmt: skip
