"""Graphs made by hand out of sentences, where what is told of each stands beside it; and asking them.

Words are looked for in the sentence that tells of them, so that a test says only who, what, when and where.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

import pyoxigraph as ox

from eventgraph.export.rdf import quads, to_rdflib
from eventgraph.export.rdf_terms import prefixes
from eventgraph.model import (
    Claim,
    Document,
    Entity,
    EntityMention,
    Event,
    EventEvidence,
    EventPlace,
    EventQuantity,
    EventWhen,
    Graph,
    Link,
    Participant,
    Relation,
    Span,
    Speaker,
)
from eventgraph.query import Answer, load_questions, prepare
from eventgraph.query.exchange import Request
from eventgraph.query.guard import refuse
from eventgraph.query.worker import _ask
from eventgraph.times.edtf_text import read_edtf
from eventgraph.vocabulary import (
    Basis,
    ClaimAbout,
    ClaimState,
    PlaceBasis,
    PlaceRelation,
    Status,
    Verdict,
)

if TYPE_CHECKING:
    import rdflib

Rows = list[tuple[str, ...]]


def entity_id(kind: str, name: str) -> str:
    """The id that an entity of a made graph has."""
    return f"{kind}:{name.lower().replace(' ', '-')}"


@dataclass(frozen=True)
class Sentence:
    """A sentence where it stands; ``repeat`` where it stands elsewhere already."""

    span: Span
    words: str
    repeat: bool = False

    def at(self, words: str) -> tuple[str, int, int]:
        """The place of words in it, its first word where they do not stand in it."""
        start = self.words.find(words)
        words = words if start >= 0 else self.words.split(" ")[0]
        begin = self.span.start + max(start, 0)
        return self.span.document, begin, begin + len(words)

    def speakers(self, names: Iterable[str], known: dict[str, str]) -> tuple[Speaker, ...]:
        """Who says so, nearest first."""
        return tuple(Speaker(*self.at(name), text=name, entity=known.get(name)) for name in names)


@dataclass(frozen=True)
class Number:
    """A number of an event, as its sentence has it."""

    text: str
    value: str | None
    unit: str = "people"
    low: str | None = ""
    high: str | None = ""
    part_of: str = ""
    qualifier: str = ""


@dataclass(frozen=True)
class Told:
    """One of several answers, and the words of the sentence that give it."""

    sentence: Sentence
    words: str
    value: str
    state: ClaimState = ClaimState.OTHER
    about: ClaimAbout = ClaimAbout.QUANTITY
    said_by: tuple[str, ...] = ()


@dataclass
class Teller:
    """Makes a graph sentence by sentence."""

    days: dict[str, date | None] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def document(self, origin: str, published: str | None = None) -> None:
        """A document, empty so far."""
        self.days[origin] = date.fromisoformat(published) if published else None
        self.texts[origin] = ""

    def says(self, origin: str, words: str, *, repeat: bool = False) -> Sentence:
        """A further sentence of a document; entities that are known are mentioned where they stand in it."""
        start = len(self.texts[origin])
        self.texts[origin] += f"{words} "
        sentence = Sentence(Span(document_id(origin), start, start + len(words)), words, repeat)
        for name, identifier in self.known.items():
            if name in words:
                mention = EntityMention(*sentence.at(name), repeat=repeat)
                entity = self.entities[identifier]
                self.entities[identifier] = replace(entity, mentions=(*entity.mentions, mention))
        return sentence

    def entity(self, kind: str, *names: str, protected: bool = False, as_id: str = "") -> str:
        """An entity with its name and other names; it is mentioned in the sentences that follow."""
        identifier = as_id or entity_id(kind, names[0])
        self.entities[identifier] = Entity(
            id=identifier, type=kind, name=names[0], aliases=names[1:], protected=protected
        )
        self.known |= dict.fromkeys(names, identifier)
        return identifier

    def event(self, name: str, sentence: Sentence, when: str | None = None, **told: Any) -> Event:  # noqa: ANN401
        """An event that a sentence tells, ``name`` is its id.

        Told of it: ``label``, ``status``, ``aggregate``, ``operation``, ``said_by``; ``also`` (sentences);
        words for each role (``agent`` ...), ``place``; ``numbers``; ``claims``.
        """
        tellings = (sentence, *told.get("also", ()))
        people = [(role, words) for role in ("agent", "patient", "topic") for words in told.get(role, ())]
        event = Event(
            id=name,
            type=name.partition(":")[0],
            label=told.get("label", sentence.words.rstrip(".")),
            status=told.get("status", Status.HAPPENED),
            aggregate=told.get("aggregate", False),
            operation=self.known[told["operation"]] if "operation" in told else None,
            when=dated(sentence, when, told.get("dated", "")),
            participants=tuple(
                Participant(*sentence.at(words), role=role, text=words, entity=self.known.get(words))
                for role, words in people
            ),
            places=tuple(self._place(sentence, words) for words in told.get("place", ())),
            quantities=tuple(numbers(sentence, told.get("numbers", ()))),
            mentions=tuple(self._telling(each, name, told) for each in tellings),
            claims=tuple(self._claim(answer) for answer in told.get("claims", ())),
        )
        self.events.append(event)
        return event

    def relation(
        self,
        kind: str,
        subject: str,
        sentence: Sentence,
        when: str | None = None,
        **told: Any,  # noqa: ANN401
    ) -> None:
        """A relation that a sentence states; ``object``, ``label``, ``qualifier``, ``status``."""
        whole = told.get("object")
        self.relations.append(
            Relation(
                id=f"{kind}:{len(self.relations):08d}",
                type=kind,
                subject=self.known[subject],
                object=self.known[whole] if whole else None,
                label=told.get("label", ""),
                qualifier=told.get("qualifier", ""),
                status=told.get("status", Status.HAPPENED),
                when=dated(sentence, when, ""),
                mentions=(sentence.span,),
            )
        )

    def doubt(self, left: str, right: str, score: float, because: str) -> None:
        """Two entities that may be one, by their names."""
        first, second = (self.entities[self.known[name]].mentions[0] for name in (left, right))
        self.links.append(
            Link(
                left=first.mention_id, right=second.mention_id, verdict=Verdict.UNSURE, score=score,
                by="name", because=because,
            )
        )  # fmt: skip

    def graph(self) -> Graph:
        """What was told."""
        return Graph(
            documents=tuple(
                Document(id=document_id(origin), origin=origin, text=text, published=self.days[origin])
                for origin, text in sorted(self.texts.items())
            ),
            entities=tuple(self.entities[identifier] for identifier in sorted(self.entities)),
            events=tuple(sorted(self.events, key=lambda event: event.id)),
            relations=tuple(self.relations),
            links=tuple(self.links),
        )

    def _place(self, sentence: Sentence, words: str) -> EventPlace:
        return EventPlace(
            *sentence.at(words),
            relation=PlaceRelation.IN,
            basis=PlaceBasis.TEXT,
            text=words,
            entity=self.known.get(words),
        )

    def _telling(self, sentence: Sentence, name: str, told: dict[str, Any]) -> EventEvidence:
        return EventEvidence(
            *sentence.at(told.get("trigger", "")),
            type=name.partition(":")[0],
            by="verb",
            sentence=(sentence.span.start, sentence.span.end),
            repeat=sentence.repeat,
            said_by=sentence.speakers(
                (who for who in told.get("said_by", ()) if who in sentence.words), self.known
            ),
        )

    def _claim(self, answer: Told) -> Claim:
        sentence = answer.sentence
        published = {document_id(origin): day for origin, day in self.days.items()}
        return Claim(
            *sentence.at(answer.words),
            about=answer.about,
            value=answer.value,
            state=answer.state,
            published=published[sentence.span.document],
            said_by=sentence.speakers(answer.said_by, self.known),
        )


def document_id(origin: str) -> str:
    """The id of a document of a made graph."""
    return origin.encode().hex()[:16].ljust(16, "0")


def dated(sentence: Sentence, when: str | None, words: str) -> EventWhen | None:
    """The date of an event, as EDTF writes it, and the words that give it."""
    if when is None:
        return None
    read = read_edtf(when)
    return EventWhen(
        span=Span(*sentence.at(words or when)),
        text=words or when,
        edtf=when,
        earliest=read.earliest,
        latest=read.latest,
        begin=read.begin,
        end=read.end,
        precision=read.precision,
        basis=read.basis,
        approximate=read.approximate,
    )


def numbers(sentence: Sentence, told: Sequence[Number]) -> Iterable[EventQuantity]:
    """The numbers of a sentence; a bound that is not given is the value, None where it is open."""
    for number in told:
        value = Decimal(number.value) if number.value else None
        low, high = (
            value if bound == "" else Decimal(bound) if bound else None for bound in (number.low, number.high)
        )
        whole = Span(*sentence.at(number.part_of)).mention_id if number.part_of else None
        span = Span(*sentence.at(number.text))
        yield EventQuantity(
            *sentence.at(number.text), id=span.mention_id, role="patient", what=number.unit, value=value,
            low=low, high=high, unit=number.unit, qualifier=number.qualifier, part_of=whole, text=number.text,
        )  # fmt: skip


@dataclass(frozen=True)
class Asking:
    """A graph in both engines."""

    graph: Graph

    @cached_property
    def rdflib(self) -> rdflib.Dataset:
        return to_rdflib(self.graph)

    @cached_property
    def store(self) -> ox.Store:
        store = ox.Store()
        store.extend(quads(self.graph))
        return store

    def ask(self, name: str, **given: str) -> Rows:
        """The rows of a named question, "" for what is unbound; both engines must give the same."""
        return self._asked(name, given)[1]

    def columns(self, name: str, names: str, **given: str) -> Rows:
        """Some columns of the rows, by their names with spaces between them."""
        variables, rows = self._asked(name, given)
        places = [variables.index(each) for each in names.split()]
        return [tuple(row[place] for place in places) for row in rows]

    def answer(self, sparql: str) -> Answer:
        """What the program's own engine answers, without a process of its own."""
        refuse(sparql)
        known = prefixes(self.graph.base)
        request = Request(sparql=sparql, prefixes=known, rows=1000, megabytes=1000, characters=1_000_000)
        return _ask(self.store, request, known)

    def _asked(self, name: str, given: dict[str, str]) -> tuple[tuple[str, ...], Rows]:
        sparql = prepare(load_questions()[name], given, self.graph).sparql
        answer = self.answer(sparql)
        rows = [tuple(plain(term.value) if term else "" for term in row) for row in answer.rows]
        found = cast("Iterable[Iterable[object]]", self.rdflib.query(sparql))
        assert [tuple("" if term is None else plain(str(term)) for term in row) for row in found] == rows
        return answer.variables, rows


def plain(value: str) -> str:
    """A number as both engines would write it ("5.0" is "5")."""
    try:
        return format(Decimal(value).normalize(), "f") if value.replace(".", "", 1).isdigit() else value
    except ArithmeticError:
        return value


def redated(graph: Graph, event: str, basis: Basis) -> Graph:
    """The graph with the date of one event resting on something else."""
    return replace(
        graph,
        events=tuple(
            replace(each, when=replace(each.when, basis=basis)) if each.id == event and each.when else each
            for each in graph.events
        ),
    )
