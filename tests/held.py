"""What RDF holds of a graph, to compare with what is read from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeVar

from eventgraph.model import Entity, Event, Graph, Relation, Span

S = TypeVar("S", bound=Span)


def held(graph: Graph) -> Graph:
    """What RDF holds of a graph, its tuples in the order in which they are read."""
    days = {d.id: (d.published or date.max, d.origin) for d in graph.documents}

    def placed(spans: tuple[S, ...]) -> tuple[S, ...]:
        return tuple(sorted(spans, key=lambda each: (each.span, repr(each))))

    def told(spans: tuple[S, ...]) -> tuple[S, ...]:
        return tuple(sorted(placed(spans), key=lambda each: (*days[each.document], each.start, each.end)))

    def entity(each: Entity) -> Entity:
        return replace(
            each,
            aliases=tuple(sorted(each.aliases)),
            mentions=told(each.mentions),
            attributes=placed(each.attributes),
        )

    def event(each: Event) -> Event:
        return replace(
            each,
            participants=placed(each.participants),
            places=placed(each.places),
            quantities=placed(each.quantities),
            mentions=told(each.mentions),
            related=tuple(sorted(each.related, key=lambda other: (other.relation, other.event))),
            claims=placed(each.claims),
            attributes=placed(each.attributes),
        )

    def relation(each: Relation) -> Relation:
        return replace(each, mentions=told(each.mentions))

    return replace(
        graph,
        documents=tuple(sorted(graph.documents, key=lambda each: (each.origin, each.id))),
        times=placed(graph.times),
        entities=tuple(sorted(map(entity, graph.entities), key=lambda each: each.id)),
        events=tuple(sorted(map(event, graph.events), key=lambda each: each.id)),
        relations=tuple(map(relation, graph.relations)),
        links=(),
        problems=(),
    )
