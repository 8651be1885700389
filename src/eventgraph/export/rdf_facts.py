"""What the graph concludes, as triples: documents, entities, events, relations and the concepts they use.

Every event is an ``eg:Event``. Only what happened or goes on is a ``sem:Event`` too, with the plain
shortcuts of that vocabulary, so that a query over SEM never takes an allegation for a fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pyoxigraph import NamedNode, Triple

from eventgraph.export.merging import doubts
from eventgraph.export.rdf_concepts import concepts
from eventgraph.export.rdf_terms import (
    DCT,
    EG,
    FOAF,
    ORG,
    PROV,
    RDF,
    RDFS,
    SCHEMA_ORG,
    SEM,
    SKOS,
    Names,
    any_uri,
    boolean,
    concept,
    day,
    day_number,
    describe,
    edtf,
    flag,
    number,
    numbered,
    term,
    text,
)
from eventgraph.graph.index import GraphIndex
from eventgraph.graph.select import chronology
from eventgraph.model import (
    Attribute,
    Document,
    Entity,
    Event,
    EventPlace,
    EventQuantity,
    EventWhen,
    Graph,
    Participant,
    Relation,
)
from eventgraph.schema import load_schema
from eventgraph.vocabulary import FACTS, EventRelation, PlaceBasis, PlaceRelation

OUTSIDE_CLASSES = {
    "agency": (ORG["Organization"], FOAF["Organization"], SEM["Actor"]),
    "organisation": (ORG["Organization"], FOAF["Organization"], SEM["Actor"]),
    "official": (FOAF["Person"], SEM["Actor"]),
    "person": (SEM["Actor"],),
    "location": (SEM["Place"],),
    "operation": (),
}
"""What an entity is in vocabularies that others know, by its type."""

NAMED_BY_FOAF = frozenset({"agency", "organisation", "official", "person"})
NO_ACTORS = frozenset({"topic", "instrument"})
"""Roles of what is spoken of or used, which do not make an actor."""

RELATED = {
    EventRelation.PART_OF: EG["partOfEvent"],
    EventRelation.REPORTS: EG["reports"],
    EventRelation.CONCERNS: EG["concerns"],
    EventRelation.FOLLOWS: EG["follows"],
}
NOT_NOW = frozenset({"former", "incoming"})
"""Qualifiers of a relation that has ended or not begun."""

MEMBERSHIPS = frozenset({"holds_position", "member_of"})
"""Relations that the Organization Ontology calls a membership."""


def facts(graph: Graph, names: Names) -> Iterator[Triple]:
    """Every triple of the facts, in the order in which they are read: events by their dates."""
    yield from _run(graph, names)
    for document in graph.documents:
        yield from _document(document, names)
    for entity in graph.entities:
        yield from _entity(entity, names)
    shortcuts = _Shortcuts(graph, names)
    quantities = _by_quantity(graph, names)
    for event in chronology(graph.events):
        yield from _event(event, names)
        yield from shortcuts.of(event)
        yield from _participations(event, names)
        yield from _placements(event, names)
        yield from _quantities(event, quantities, names)
        yield from attributes(event.id, names("event", event.id), event.attributes, names)
        yield from _event_context(event, names)
    places = frozenset(entity.id for entity in graph.entities if entity.type == "location")
    for relation in graph.relations:
        yield from _relation(relation, names, at_place=relation.object in places)
    yield from _doubts(graph, names)
    yield from concepts(graph)


def when_triples(subject: NamedNode, when: EventWhen | None) -> Iterator[Triple]:
    """A date: four stamps as full days, an open or unknown bound left out, and how finely it is known."""
    if when is None:
        return
    yield from describe(
        subject,
        (EG["edtf"], edtf(when.edtf)),
        (SEM["hasEarliestBeginTimeStamp"], day(when.begin[0])),
        (SEM["hasLatestBeginTimeStamp"], day(when.begin[1])),
        (SEM["hasEarliestEndTimeStamp"], day(when.end[0])),
        (SEM["hasLatestEndTimeStamp"], day(when.end[1])),
        (EG["earliestDay"], day_number(when.earliest)),
        (EG["latestDay"], day_number(when.latest)),
        (EG["precision"], concept(when.precision)),
        (EG["basis"], concept(when.basis)),
        (EG["approximate"], flag(when.approximate)),
        (EG["clock"], text(when.clock or "")),
        (EG["dateText"], text(when.text)),
    )


def participation_names(event: Event, names: Names) -> Iterator[tuple[Participant, NamedNode]]:
    """Each participant with the IRI of its participation."""
    minted = (names.at("participation", each, event.id, each.role) for each in event.participants)
    return zip(event.participants, numbered(minted), strict=True)


def placement_names(event: Event, names: Names) -> Iterator[tuple[EventPlace, NamedNode]]:
    """Each place with the IRI of its placement."""
    minted = (names.at("placement", each, event.id, each.relation) for each in event.places)
    return zip(event.places, numbered(minted), strict=True)


def quantity_names(event: Event, names: Names) -> Iterator[tuple[EventQuantity, NamedNode]]:
    """Each quantity with its IRI."""
    minted = (names.at("quantity", each, event.id) for each in event.quantities)
    return zip(event.quantities, numbered(minted), strict=True)


def attribute_names(
    owner: str, details: tuple[Attribute, ...], names: Names
) -> Iterator[tuple[Attribute, NamedNode]]:
    """Each attribute of an entity or event, whose id is the owner, with its IRI."""
    minted = (names.at("attribute", each, owner, each.key) for each in details)
    return zip(details, numbered(minted), strict=True)


def attributes(
    owner: str, subject: NamedNode, details: tuple[Attribute, ...], names: Names
) -> Iterator[Triple]:
    """The attributes of an entity or event."""
    for detail, name in attribute_names(owner, details, names):
        yield Triple(subject, EG["attribute"], name)
        yield from describe(
            name,
            (RDF["type"], EG["Attribute"]),
            (EG["key"], text(detail.key)),
            (EG["attributeValue"], text(detail.value)),
        )


def _run(graph: Graph, names: Names) -> Iterator[Triple]:
    """What made the graph, from what."""
    run, made = names("run", "build"), names("graph", "facts")
    yield from describe(made, (RDF["type"], PROV["Entity"]), (DCT["title"], text(graph.title)))
    yield Triple(made, PROV["wasGeneratedBy"], run)
    yield Triple(run, RDF["type"], PROV["Activity"])
    for document in graph.documents:
        source = names("document", document.id)
        yield Triple(run, PROV["used"], source)
        yield from describe(
            names("graph", document.id),
            (RDF["type"], PROV["Entity"]),
            (PROV["wasDerivedFrom"], source),
            (PROV["wasGeneratedBy"], run),
        )
    if graph.generator:
        software = names("software", graph.generator.replace(" ", "-"))
        yield Triple(run, PROV["wasAssociatedWith"], software)
        yield from describe(
            software, (RDF["type"], PROV["SoftwareAgent"]), (RDFS["label"], text(graph.generator))
        )


def _document(document: Document, names: Names) -> Iterator[Triple]:
    subject = names("document", document.id)
    publisher = names("publisher", document.publisher) if document.publisher else None
    duplicate = names("document", document.duplicate_of) if document.duplicate_of else None
    yield from describe(
        subject,
        (RDF["type"], FOAF["Document"]),
        (RDF["type"], PROV["Entity"]),
        (RDFS["label"], text(document.title or document.origin)),
        (DCT["title"], text(document.title)),
        (DCT["publisher"], publisher),
        (DCT["issued"], day(document.published)),
        (EG["publishedBasis"], concept(document.published_basis)),
        (EG["origin"], text(document.origin)),
        (SCHEMA_ORG["url"], any_uri(document.url)),
        (EG["duplicateOf"], duplicate),
        (DCT["identifier"], text(document.id)),
    )
    if publisher:
        yield from describe(publisher, (RDF["type"], FOAF["Agent"]), (FOAF["name"], text(document.publisher)))


def _entity(entity: Entity, names: Names) -> Iterator[Triple]:
    subject = names("entity", entity.id)
    kind = load_schema().entity.get(entity.type)
    yield from describe(
        subject,
        (RDF["type"], term(kind.rdf) if kind else EG["Entity"]),
        *((RDF["type"], outside) for outside in OUTSIDE_CLASSES.get(entity.type, ())),
        (RDFS["label"], text(entity.name)),
        (FOAF["name"], text(entity.name) if entity.type in NAMED_BY_FOAF else None),
        *((SKOS["altLabel"], text(alias)) for alias in entity.aliases),
        (EG["protected"], flag(entity.protected)),
        (DCT["identifier"], text(entity.id)),
    )
    yield from attributes(entity.id, subject, entity.attributes, names)


def _event(event: Event, names: Names) -> Iterator[Triple]:
    subject = names("event", event.id)
    kind = load_schema().event.get(event.type)
    yield from describe(
        subject,
        (RDF["type"], EG["Event"]),
        (RDF["type"], SEM["Event"] if event.status in FACTS else None),
        (RDF["type"], term(kind.rdf) if kind else None),
        (RDFS["label"], text(event.full_label)),
        (EG["eventType"], term(kind.rdf) if kind else None),
        (EG["status"], concept(event.status)),
    )
    yield from when_triples(subject, event.when)


def _event_context(event: Event, names: Names) -> Iterator[Triple]:
    """What the event belongs to, how surely it is known, and from which documents; copies are no sources."""
    yield from describe(
        names("event", event.id),
        (EG["operation"], names("entity", event.operation) if event.operation else None),
        *((RELATED[each.relation], names("event", each.event)) for each in event.related),
        (EG["confidence"], concept(event.confidence)),
        (EG["aggregate"], boolean(event.aggregate)),
        *((PROV["hadPrimarySource"], names("document", source)) for source in sorted(event.sources)),
        (DCT["identifier"], text(event.id)),
    )


class _Shortcuts:
    """The plain SEM triples of events that are facts."""

    def __init__(self, graph: Graph, names: Names) -> None:
        self.names = names
        self.types = {entity.id: entity.type for entity in graph.entities}
        self.real = {event.id for event in graph.events if event.status in FACTS}
        self.operations = {
            event.operation: event.id
            for event in reversed(graph.events)
            if event.type == "operation" and event.operation and event.status in FACTS
        }

    def of(self, event: Event) -> Iterator[Triple]:
        """Who, where, and the larger events it is part of; nothing unless it is a fact."""
        if event.status not in FACTS:
            return
        subject = self.names("event", event.id)
        yield from self._actors(event, subject)
        for place in event.places:
            if place.entity and place.relation is PlaceRelation.IN and place.basis is PlaceBasis.TEXT:
                entity = self.names("entity", place.entity)
                yield Triple(subject, SEM["hasPlace"], entity)
                yield Triple(entity, RDF["type"], SEM["Place"])
        for whole in self._wholes(event):
            yield Triple(subject, SEM["subEventOf"], self.names("event", whole))

    def _actors(self, event: Event, subject: NamedNode) -> Iterator[Triple]:
        for each in event.participants:
            if not each.entity or each.role in NO_ACTORS or self.types.get(each.entity) == "operation":
                continue
            entity = self.names("entity", each.entity)
            yield Triple(subject, SEM["hasActor"], entity)
            yield Triple(entity, RDF["type"], SEM["Actor"])

    def _wholes(self, event: Event) -> list[str]:
        wholes = {each.event for each in event.related if each.relation is EventRelation.PART_OF}
        if event.operation in self.operations:
            wholes.add(self.operations[event.operation])
        return sorted((wholes & self.real) - {event.id})


def _participations(event: Event, names: Names) -> Iterator[Triple]:
    roles = load_schema().role
    for each, name in participation_names(event, names):
        yield Triple(names("event", event.id), EG["participation"], name)
        yield from describe(
            name,
            (RDF["type"], EG["Participation"]),
            (EG["role"], term(roles[each.role].rdf) if each.role in roles else EG[each.role]),
            (EG["participant"], names("entity", each.entity) if each.entity else None),
            (EG["participantText"], None if each.entity else text(each.text)),
        )


def _placements(event: Event, names: Names) -> Iterator[Triple]:
    for each, name in placement_names(event, names):
        yield Triple(names("event", event.id), EG["placement"], name)
        yield from describe(
            name,
            (RDF["type"], EG["Placement"]),
            (EG["place"], names("entity", each.entity) if each.entity else None),
            (EG["placeText"], None if each.entity else text(each.text)),
            (EG["placeRelation"], concept(each.relation)),
            (EG["placeBasis"], concept(each.basis)),
        )


def _by_quantity(graph: Graph, names: Names) -> dict[str, list[NamedNode]]:
    """The IRIs of each quantity by its id: one number may count for two events (arrested and charged)."""
    found: dict[str, list[NamedNode]] = {}
    for event in graph.events:
        for quantity, name in quantity_names(event, names):
            found.setdefault(quantity.id, []).append(name)
    return found


def _quantities(event: Event, known: dict[str, list[NamedNode]], names: Names) -> Iterator[Triple]:
    roles = load_schema().role
    for each, name in quantity_names(event, names):
        role = each.role
        wholes = known.get(each.part_of or "", [])
        yield Triple(names("event", event.id), EG["quantity"], name)
        yield from describe(
            name,
            (RDF["type"], EG["Quantity"]),
            (EG["value"], number(each.value)),
            (EG["lowerBound"], number(each.low)),
            (EG["upperBound"], number(each.high)),
            (EG["unit"], text(each.unit)),
            (EG["what"], text(each.what)),
            (EG["qualifier"], text(each.qualifier)),
            (EG["role"], term(roles[role].rdf) if role in roles else None),
            *((EG["partOf"], whole) for whole in wholes if whole != name),
            (EG["quantityText"], text(each.text)),
            (DCT["identifier"], text(each.id)),
        )


def _relation(relation: Relation, names: Names, *, at_place: bool) -> Iterator[Triple]:
    """A relation; a membership at a body, which a place is not: "mayor of Larnby"."""
    name, subject = names("relation", relation.id), names("entity", relation.subject)
    whole = names("entity", relation.object) if relation.object else None
    kind = load_schema().relation.get(relation.type)
    real = relation.status in FACTS
    member = real and relation.type in MEMBERSHIPS
    yield from describe(
        name,
        (RDF["type"], EG["Relation"]),
        (RDF["type"], ORG["Membership"] if member else None),
        (EG["relationType"], term(kind.rdf) if kind else None),
        (EG["subject"], subject),
        (EG["object"], whole),
        (ORG["member"], subject if member else None),
        (ORG["organization"], whole if member and not at_place else None),
        (EG["title"], text(relation.label)),
        (EG["qualifier"], text(relation.qualifier)),
        (EG["relationStatus"], concept(relation.status)),
        (DCT["identifier"], text(relation.id)),
    )
    yield from when_triples(name, relation.when)
    body = relation.type not in MEMBERSHIPS or not at_place
    if kind and whole and real and body and relation.qualifier not in NOT_NOW:
        yield Triple(subject, term(kind.rdf), whole)


def _doubts(graph: Graph, names: Names) -> Iterator[Triple]:
    """Pairs of entities, or of events, that may be one and were kept apart: each once, the surest link."""
    kinds = {entity.id: "entity" for entity in graph.entities} | {event.id: "event" for event in graph.events}
    found = {
        (min(d.left.id, d.right.id), max(d.left.id, d.right.id)): d.link for d in doubts(GraphIndex(graph))
    }
    for (left, right), link in sorted(found.items()):
        yield from describe(
            names("doubt", left, right),
            (RDF["type"], EG["Doubt"]),
            (EG["between"], names(kinds[left], left)),
            (EG["between"], names(kinds[right], right)),
            (EG["score"], number(Decimal(str(link.score)))),
            (EG["because"], text(link.because)),
            (EG["foundBy"], text(link.by)),
        )
