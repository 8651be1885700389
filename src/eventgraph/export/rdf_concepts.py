"""The concepts that a graph uses, as triples: event types and families, roles, relations, defined."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from eventgraph.export.rdf_terms import EG, RDF, RDFS, SKOS, describe, english, term
from eventgraph.model import Graph
from eventgraph.schema import EventType, Family, RelationType, Term, load_schema

Described = EventType | Family | RelationType | Term
"""What the schema gives a name and a definition."""


def concepts(graph: Graph) -> Iterator[Triple]:
    """The event types, families, roles and relations of the graph; each type is a class of events, too."""
    schema = load_schema()
    types = sorted(_types(graph) & set(schema.event))
    for name in sorted({schema.event[name].family for name in types}):
        yield from _concept(family_term(name), schema.family[name], EG["eventTypes"])
    for name in types:
        kind = schema.event[name]
        subject = term(kind.rdf)
        yield Triple(subject, RDFS["subClassOf"], EG["Event"])
        yield from _concept(subject, kind, EG["eventTypes"])
        yield Triple(subject, SKOS["broader"], family_term(kind.family))
    for name in sorted(_roles(graph) & set(schema.role)):
        yield from _concept(term(schema.role[name].rdf), schema.role[name], EG["roles"])
    for name in sorted({relation.type for relation in graph.relations} & set(schema.relation)):
        yield from _concept(term(schema.relation[name].rdf), schema.relation[name], EG["relationTypes"])


def family_term(name: str) -> NamedNode:
    """The concept of a family of event types."""
    return EG[f"family{name.capitalize()}"]


def _types(graph: Graph) -> set[str]:
    told = {told.type for event in graph.events for told in event.mentions}
    return told | {event.type for event in graph.events}


def _roles(graph: Graph) -> set[str]:
    counted = {each.role for event in graph.events for each in event.quantities}
    return counted | {each.role for event in graph.events for each in event.participants}


def _concept(
    subject: NamedNode, kind: EventType | Family | RelationType | Term, scheme: NamedNode
) -> Iterator[Triple]:
    yield from describe(
        subject,
        (RDF["type"], SKOS["Concept"]),
        (SKOS["prefLabel"], english(kind.label)),
        (SKOS["definition"], english(kind.definition)),
        (SKOS["inScheme"], scheme),
    )
