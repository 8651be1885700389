"""The graph back from its RDF: documents, time expressions, entities, events and relations as they were.

What RDF does not hold is empty: links that merged mentions, with the doubts among them, and problems.
Tuples come back in the order of their spans (mentions by publication), whatever the order in the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import pyoxigraph as ox
from pyoxigraph import NamedNode

from eventgraph.errors import GraphBroken, GraphMissing
from eventgraph.export.rdf_facts import RELATED
from eventgraph.export.rdf_nodes import Node, Nodes
from eventgraph.export.rdf_sources import ABOUT
from eventgraph.export.rdf_terms import (
    DCT,
    EG,
    FOAF,
    GAF,
    NIF,
    PROV,
    RDFS,
    SCHEMA_ORG,
    SEM,
    SKOS,
    term,
)
from eventgraph.graph.check import check_references
from eventgraph.model import (
    Attribute,
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
    Participant,
    RelatedEvent,
    Relation,
    Span,
    Speaker,
    TimeExpression,
)
from eventgraph.schema import load_schema
from eventgraph.vocabulary import (
    DEFAULT_BASE,
    FACTS,
    STATUS_WORDS,
    Basis,
    ClaimState,
    Confidence,
    PlaceBasis,
    PlaceRelation,
    Precision,
    PublishedBasis,
    Status,
    TimexMod,
    TimexType,
)

S = TypeVar("S", bound=Span)
SIDES = {node.value: about for about, node in ABOUT.items()}
FACTS_GRAPH = "graph/facts"


def read_rdf(path: Path) -> Graph:
    """The graph of a file that ``export`` or a build wrote: TriG, N-Quads or JSON-LD, by its suffix.

    GraphMissing if there is no such file; GraphBroken if it holds no such graph (``graph.ttl``, which has
    the facts alone, does not).
    """
    kind = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if kind is None:
        raise GraphBroken(f"{path.name}: not a file of RDF")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GraphMissing(f"{path} cannot be read: {error.strerror}") from error
    return _graph_of(data, kind, path.name)


def graph_of(trig: str) -> Graph:
    """The graph of a text in TriG. GraphBroken if it holds no such graph."""
    return _graph_of(trig.encode(), ox.RdfFormat.TRIG, "TriG")


def _graph_of(data: bytes, kind: ox.RdfFormat, name: str) -> Graph:
    try:
        nodes = Nodes(ox.parse(data, format=kind))
        if any(nodes.of(FOAF["Document"])) and not any(nodes.of(NIF["Context"])):
            raise GraphBroken(f"{name} holds the facts alone, without texts; graph.trig holds it all.")
        graph = _Reading(nodes).graph()
    except (SyntaxError, ValueError, KeyError, ArithmeticError) as error:
        raise GraphBroken(f"{name} holds no graph of events that can be read: {error}") from error
    check_references(graph)
    return graph


class _Reading:
    """The things of a graph, made of nodes."""

    def __init__(self, nodes: Nodes) -> None:
        self.nodes = nodes
        schema = load_schema()
        self.event_types = {term(kind.rdf).value: name for name, kind in schema.event.items()}
        self.roles = {term(kind.rdf).value: name for name, kind in schema.role.items()}
        self.relation_types = {term(kind.rdf).value: name for name, kind in schema.relation.items()}
        ours_first = sorted(schema.entity.items(), key=lambda pair: not pair[1].rdf.startswith("eg:"))
        self.entity_types = {name: term(kind.rdf) for name, kind in ours_first}

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The documents by id, in their order."""
        found = (self._document(node) for node in self.nodes.of(NIF["Context"]))
        return {each.id: each for each in sorted(found, key=lambda each: (each.origin, each.id))}

    def graph(self) -> Graph:
        """The whole of it."""
        made = next((node for node in self.nodes.of(PROV["Entity"]) if node.iri.endswith(FACTS_GRAPH)), None)
        software = next(self.nodes.of(PROV["SoftwareAgent"]), None)
        return Graph(
            generator=software.get(RDFS["label"]) if software else "",
            title=made.get(DCT["title"]) if made else "",
            base=made.iri.removesuffix(FACTS_GRAPH) if made else DEFAULT_BASE,
            documents=tuple(self.documents.values()),
            times=self._sorted(self._time(node) for node in self.nodes.of(EG["TimeExpression"])),
            entities=self._by_id(self._entities()),
            events=self._by_id(self._event(node) for node in self.nodes.of(EG["Event"])),
            relations=self._by_id(self._relation(node) for node in self.nodes.of(EG["Relation"])),
        )

    def _by_id(self, things: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(sorted(things, key=lambda thing: thing.id))

    def _sorted(self, spans: Iterable[S]) -> tuple[S, ...]:
        """Spans in their order, what stands at one span in an order of its own."""
        return tuple(sorted(spans, key=lambda each: (each.span, repr(each))))

    def _told(self, spans: Iterable[S]) -> tuple[S, ...]:
        """Spans as they were published."""

        def order(span: S) -> tuple[date, str, int, int]:
            document = self.documents[span.document]
            return document.published or date.max, document.origin, span.start, span.end

        return tuple(sorted(self._sorted(spans), key=order))

    def _document(self, node: Node) -> Document:
        publisher = node.get(DCT["publisher"])
        return Document(
            id=node.need(DCT["identifier"]),
            origin=node.need(EG["origin"]),
            text=node.get(NIF["isString"]),
            title=node.get(DCT["title"]),
            publisher=self.nodes[publisher].need(FOAF["name"]) if publisher else "",
            url=node.get(SCHEMA_ORG["url"]),
            published=node.day(DCT["issued"]),
            published_basis=PublishedBasis(node.word(EG["publishedBasis"])),
            duplicate_of=self.nodes.id_of(node.get(EG["duplicateOf"])),
        )

    def _time(self, node: Node) -> TimeExpression:
        mod = node.get(EG["timexMod"])
        return TimeExpression(
            *self.nodes.at(node.iri),
            type=TimexType(node.need(EG["timexType"])),
            value=node.get(EG["timexValue"]),
            mod=TimexMod(mod) if mod else None,
            edtf=node.get(EG["edtf"]) or None,
        )

    def _entities(self) -> Iterator[Entity]:
        seen: set[str] = set()
        for name, kind in self.entity_types.items():
            for node in self.nodes.of(kind):
                if node.iri not in seen:
                    seen.add(node.iri)
                    yield self._entity(node, name)

    def _entity(self, node: Node, kind: str) -> Entity:
        return Entity(
            id=node.need(DCT["identifier"]),
            type=kind,
            name=node.get(RDFS["label"]),
            aliases=tuple(sorted(node.all(SKOS["altLabel"]))),
            protected=node.true(EG["protected"]),
            mentions=self._told(
                EntityMention(*self.nodes.at(iri), repeat=self.nodes[iri].true(EG["repeat"]))
                for iri in node.all(GAF["denotedBy"])
            ),
            attributes=self._attributes(node),
        )

    def _attributes(self, node: Node) -> tuple[Attribute, ...]:
        details = [self.nodes[iri] for iri in node.all(EG["attribute"])]
        return self._sorted(
            Attribute(*self._words(each), key=each.get(EG["key"]), value=each.get(EG["attributeValue"]))
            for each in details
        )

    def _words(self, node: Node) -> tuple[str, int, int]:
        """The one place where something stands."""
        return self.nodes.at(node.need(GAF["denotedBy"]))

    def _text_at(self, at: tuple[str, int, int]) -> str:
        return self.documents[at[0]].text[at[1] : at[2]]

    def _when(self, node: Node) -> EventWhen | None:
        if not node.get(EG["datedBy"]):
            return None
        begin = node.days(SEM["hasEarliestBeginTimeStamp"], SEM["hasLatestBeginTimeStamp"])
        end = node.days(SEM["hasEarliestEndTimeStamp"], SEM["hasLatestEndTimeStamp"])
        anchor = node.get(EG["anchor"])
        return EventWhen(
            span=self.nodes.span(node.need(EG["datedBy"])),
            text=node.get(EG["dateText"]),
            edtf=node.get(EG["edtf"]),
            earliest=begin[0],
            latest=end[1],
            begin=begin,
            end=end,
            precision=Precision(node.word(EG["precision"])),
            basis=Basis(node.word(EG["basis"])),
            approximate=node.true(EG["approximate"]),
            clock=node.get(EG["clock"]) or None,
            anchor=self.nodes.span(anchor) if anchor else None,
        )

    def _event(self, node: Node) -> Event:
        status = Status(node.word(EG["status"]))
        prefix = "" if status in FACTS else f"{STATUS_WORDS[status]}: "
        return Event(
            id=node.need(DCT["identifier"]),
            type=self.event_types[node.need(EG["eventType"])],
            label=node.get(RDFS["label"]).removeprefix(prefix),
            status=status,
            confidence=Confidence(node.word(EG["confidence"])),
            aggregate=node.true(EG["aggregate"]),
            operation=self.nodes.id_of(node.get(EG["operation"])),
            when=self._when(node),
            participants=self._sorted(map(self._participant, self._parts(node, "participation"))),
            places=self._sorted(map(self._place, self._parts(node, "placement"))),
            quantities=self._sorted(map(self._quantity, self._parts(node, "quantity"))),
            mentions=self._told(map(self._evidence, self.evidence[node.iri])),
            related=tuple(self._related(node)),
            claims=self._sorted(map(self._claim, self.claims[node.iri])),
            attributes=self._attributes(node),
        )

    @cached_property
    def evidence(self) -> dict[str, list[Node]]:
        """The pieces of evidence for each event, by its IRI."""
        return self._by_event(EG["Evidence"], EG["evidenceFor"])

    @cached_property
    def claims(self) -> dict[str, list[Node]]:
        """The claims about each event, by its IRI."""
        return self._by_event(EG["Claim"], EG["claimFor"])

    def _by_event(self, kind: NamedNode, leads: NamedNode) -> dict[str, list[Node]]:
        found: dict[str, list[Node]] = defaultdict(list)
        for node in self.nodes.of(kind):
            found[node.need(leads)].append(node)
        return found

    def _parts(self, node: Node, name: str) -> list[Node]:
        return [self.nodes[iri] for iri in node.all(EG[name])]

    def _participant(self, node: Node) -> Participant:
        at = self._words(node)
        return Participant(
            *at,
            role=self.roles[node.need(EG["role"])],
            text=node.get(EG["participantText"]) or self._text_at(at),
            entity=self.nodes.id_of(node.get(EG["participant"])),
        )

    def _place(self, node: Node) -> EventPlace:
        at = self._words(node)
        return EventPlace(
            *at,
            relation=PlaceRelation(node.word(EG["placeRelation"])),
            basis=PlaceBasis(node.word(EG["placeBasis"])),
            text=node.get(EG["placeText"]) or self._text_at(at),
            entity=self.nodes.id_of(node.get(EG["place"])),
        )

    def _quantity(self, node: Node) -> EventQuantity:
        role = node.get(EG["role"])
        wholes = {self.nodes.id_of(iri) for iri in node.all(EG["partOf"])}
        return EventQuantity(
            *self._words(node),
            id=node.need(DCT["identifier"]),
            role=self.roles[role] if role else "",
            what=node.get(EG["what"]),
            value=_number(node.get(EG["value"])),
            low=_number(node.get(EG["lowerBound"])),
            high=_number(node.get(EG["upperBound"])),
            unit=node.get(EG["unit"]),
            qualifier=node.get(EG["qualifier"]),
            part_of=min((each for each in wholes if each), default=None),
            text=node.get(EG["quantityText"]),
        )

    def _evidence(self, node: Node) -> EventEvidence:
        mention = node.need(GAF["denotedBy"])
        sentence = self.nodes.span(node.need(EG["sentence"]))
        return EventEvidence(
            *self.nodes.at(mention),
            type=self.event_types[node.need(EG["toldAs"])],
            by=node.get(EG["foundBy"]),
            sentence=(sentence.start, sentence.end),
            repeat=self.nodes[mention].true(EG["repeat"]),
            said_by=self._speakers(node),
        )

    def _speakers(self, node: Node) -> tuple[Speaker, ...]:
        """One speaker is told by plain properties, a chain by a node for each."""
        chain = sorted(self._parts(node, "speaker"), key=lambda each: int(each.need(EG["speakerPlace"])))
        if chain:
            return tuple(
                Speaker(
                    *self._words(each),
                    text=each.get(EG["speakerText"]),
                    entity=self.nodes.id_of(each.get(EG["speakerEntity"])),
                )
                for each in chain
            )
        if not node.get(EG["saidAt"]):
            return ()
        entity = self.nodes.id_of(node.get(EG["saidBy"]))
        return (
            Speaker(*self.nodes.at(node.get(EG["saidAt"])), text=node.get(EG["saidByText"]), entity=entity),
        )

    def _related(self, node: Node) -> Iterator[RelatedEvent]:
        for relation, leads in sorted(RELATED.items()):
            for other in sorted(self.nodes[iri].need(DCT["identifier"]) for iri in node.all(leads)):
                yield RelatedEvent(relation=relation, event=other)

    def _claim(self, node: Node) -> Claim:
        return Claim(
            *self._words(node),
            about=SIDES[node.need(EG["about"])],
            value=node.get(EG["claimedValue"]),
            state=ClaimState(node.word(EG["claimState"])),
            published=node.day(DCT["issued"]),
            said_by=self._speakers(node),
        )

    def _relation(self, node: Node) -> Relation:
        return Relation(
            id=node.need(DCT["identifier"]),
            type=self.relation_types[node.need(EG["relationType"])],
            subject=self.nodes[node.need(EG["subject"])].need(DCT["identifier"]),
            object=self.nodes.id_of(node.get(EG["object"])),
            label=node.get(EG["title"]),
            qualifier=node.get(EG["qualifier"]),
            status=Status(node.word(EG["relationStatus"])),
            when=self._when(node),
            mentions=self._told(map(self.nodes.span, node.all(GAF["denotedBy"]))),
            said_by=self._speakers(node),
        )


def _number(value: str) -> Decimal | None:
    return Decimal(value) if value else None
