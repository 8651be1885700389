"""What the explorer draws between what: the nodes of events and entities, and an edge for each role.

An operation and its operation event are one node, under the entity's id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eventgraph.graph.words import readable
from eventgraph.model import Event, Graph, Relation
from eventgraph.schema import load_schema

OPERATION = "operation"


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two nodes, and in a word what it means."""

    source: str
    target: str
    role: str


def node_of(event: Event) -> str:
    """The id of the node that stands for an event: an operation's own event is its entity."""
    return event.operation if event.type == OPERATION and event.operation else event.id


def joined_edges(graph: Graph) -> Iterator[Edge]:
    """One edge between two nodes, with all it means: "by, said by"; sorted; never from a node to itself."""
    known = {entity.id for entity in graph.entities} | {node_of(event) for event in graph.events}
    roles: dict[tuple[str, str], list[str]] = {}
    for edge in all_edges(graph):
        pair = (edge.source, edge.target)
        if edge.source == edge.target or not known.issuperset(pair):
            continue
        meant = roles.setdefault(pair if pair[::-1] not in roles else pair[::-1], [])
        if edge.role not in meant:
            meant.append(edge.role)
    for (source, target), meant in sorted(roles.items()):
        yield Edge(source, target, ", ".join(meant))


def all_edges(graph: Graph) -> Iterator[Edge]:
    """An edge for every role, place, operation, related event, speaker and relation."""
    nodes = {event.id: node_of(event) for event in graph.events}
    for event in graph.events:
        yield from event_edges(event)
        for related in event.related:
            if related.event in nodes:
                yield Edge(node_of(event), nodes[related.event], readable(related.relation))
    for relation in graph.relations:
        yield from relation_edges(relation)


def event_edges(event: Event) -> Iterator[Edge]:
    """From an event to the entities that it names."""
    node = node_of(event)
    for participant in event.participants:
        yield from to_entity(node, participant.entity, role_label(event.type, participant.role))
    for place_ in event.places:
        yield from to_entity(node, place_.entity, str(place_.relation))
    yield from to_entity(node, event.operation, "part of")
    for mention in event.mentions:
        for speaker in mention.said_by:
            yield from to_entity(node, speaker.entity, "said by")


def relation_edges(relation: Relation) -> Iterator[Edge]:
    """Between the two entities of a relation."""
    words = relation.label or load_schema().relation[relation.type].label
    yield from to_entity(
        relation.subject, relation.object, " ".join(filter(None, (relation.qualifier, words)))
    )


def to_entity(node: str, entity: str | None, role: str) -> Iterable[Edge]:
    """The edge to an entity, if there is one."""
    return [Edge(node, entity, role)] if entity else []


def role_label(event_type: str, role: str) -> str:
    """How a role is called with this type of event: a patient is a "suspect", a "victim", a "target"."""
    schema = load_schema()
    kind = schema.event.get(event_type)
    if role == "patient" and kind and kind.patient:
        return kind.patient
    return schema.role[role].label if role in schema.role else role
