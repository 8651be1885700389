"""The graph as a network: entities and events are nodes, and who took part in what are the edges.

Attributes are strings, numbers and booleans only, dates are ISO strings, and what is not known is left
out, so that every writer of networkx takes it (GraphML knows neither dates nor None). Claims, mentions
and texts stay out: a network is for looking and counting; the evidence is in the RDF and ``graph.json``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from eventgraph.export.files import write_file
from eventgraph.graph.words import readable
from eventgraph.model import Entity, Event, EventWhen, Graph, Relation
from eventgraph.schema import load_schema

if TYPE_CHECKING:
    from networkx import MultiDiGraph

Value = str | int | float | bool
Node = tuple[str, dict[str, Value]]
"""Id, attributes."""

Edge = tuple[str, str, str, dict[str, Value]]
"""From, to, key, attributes."""

NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document can hold."""


def to_networkx(graph: Graph) -> MultiDiGraph:
    """The graph as a networkx MultiDiGraph; nodes by id, edges with keys that stay the same.

    Nodes have ``kind`` ("entity" or "event"), ``type`` and ``label``. Edges lead from an event to its
    participants, places, operation and related events, and from the subject of a relation to its object;
    ``kind`` says which, ``type`` the role or relation. Events that did not happen are in it too, with
    their ``status`` on node and edges and in the label.
    """
    import networkx as nx  # noqa: PLC0415 (0.2 s that other exports need not pay)

    network = nx.MultiDiGraph(name=graph.title)
    for name, attributes in nodes(graph):
        network.add_node(name, **attributes)
    for source, target, key, attributes in edges(graph):
        network.add_edge(source, target, key=key, **attributes)
    return network


def nodes(graph: Graph) -> Iterator[Node]:
    """Every entity and every event."""
    for entity in graph.entities:
        yield entity.id, _entity(entity)
    for event in graph.events:
        yield event.id, _event(event)


def edges(graph: Graph) -> Iterator[Edge]:
    """Every tie between two of them."""
    known = {name for name, _ in nodes(graph)}
    return (edge for edge in _edges(graph) if edge[0] in known and edge[1] in known)


def render_graphml(graph: Graph) -> Iterator[str]:
    """The network as GraphML, a line each, which Gephi, yEd and Cytoscape read."""
    from networkx import generate_graphml, relabel_nodes  # noqa: PLC0415 (see above)

    network = to_networkx(graph)
    for _, attributes in network.nodes(data=True):
        _make_xml_safe(attributes)
    for *_, attributes in network.edges(data=True):
        _make_xml_safe(attributes)
    _make_xml_safe(network.graph)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    for line in generate_graphml(relabel_nodes(network, _xml_safe), prettyprint=True):
        yield f"{line}\n"


def write_graphml(graph: Graph, path: Path) -> None:
    """Write the network as GraphML."""
    write_file(render_graphml(graph), path)


def _entity(entity: Entity) -> dict[str, Value]:
    kind = load_schema().entity.get(entity.type)
    return _known(
        kind="entity",
        type=entity.type,
        label=entity.name,
        aliases="|".join(entity.aliases),
        colour=kind.colour if kind else None,
        mentions=len(entity.mentions),
    )


def _event(event: Event) -> dict[str, Value]:
    schema = load_schema()
    kind = schema.event.get(event.type)
    when = event.when
    return _known(
        kind="event",
        type=event.type,
        label=event.full_label,
        family=kind.family if kind else None,
        colour=schema.family[kind.family].colour if kind else None,
        status=event.status.value,
        confidence=event.confidence.value,
        aggregate=event.aggregate,
        **_dates(when),
        precision=when.precision.value if when else None,
        mentions=len(event.mentions),
        sources=len(event.sources),
    )


def _edges(graph: Graph) -> Iterator[Edge]:
    for event in graph.events:
        yield from _participations(event)
        yield from _places(event)
        yield from _belongings(event)
    for relation in graph.relations:
        yield from _relation(relation)


def _participations(event: Event) -> Iterator[Edge]:
    roles = load_schema().role
    for each in event.participants:
        if each.entity:
            label = roles[each.role].label if each.role in roles else each.role
            attributes = _known(
                kind="participation", type=each.role, label=label, text=each.text, **_as_event(event)
            )
            yield event.id, each.entity, f"{each.role} {each.mention_id}", attributes


def _places(event: Event) -> Iterator[Edge]:
    for place in event.places:
        if place.entity:
            attributes = _known(
                kind="place",
                type=place.relation.value,
                label=place.relation.value,
                text=place.text,
                **_as_event(event),
            )
            yield event.id, place.entity, f"{place.relation} {place.mention_id}", attributes


def _belongings(event: Event) -> Iterator[Edge]:
    if event.operation:
        attributes = _known(kind="operation", type="operation", label="belongs to", **_as_event(event))
        yield event.id, event.operation, "operation", attributes
    for each in event.related:
        label = readable(each.relation)
        attributes = _known(kind="related", type=each.relation.value, label=label, **_as_event(event))
        yield event.id, each.event, each.relation.value, attributes


def _relation(relation: Relation) -> Iterator[Edge]:
    if relation.object is None:
        return
    kind = load_schema().relation.get(relation.type)
    attributes = _known(
        kind="relation",
        type=relation.type,
        label=relation.label or (kind.label if kind else relation.type),
        qualifier=relation.qualifier,
        status=relation.status.value,
        **_dates(relation.when),
    )
    yield relation.subject, relation.object, relation.id, attributes


def _as_event(event: Event) -> dict[str, Value | None]:
    """What an edge has of its event: how real it is, and when."""
    return {"status": event.status.value, **_dates(event.when)}


def _dates(when: EventWhen | None) -> dict[str, Value | None]:
    """A date as written, its first and its last day; an open or unknown end is left out.

    ``start`` and ``end`` are what Gephi takes for the two ends of a time interval, and networkx for those
    of a spell in GEXF.
    """
    return {
        "edtf": when.edtf if when else None,
        "start": when.earliest.isoformat() if when and when.earliest else None,
        "end": when.latest.isoformat() if when and when.latest else None,
    }


def _known(**attributes: Value | None) -> dict[str, Value]:
    """The attributes that say something."""
    return {name: value for name, value in attributes.items() if value is not None and value != ""}


def _make_xml_safe(attributes: dict[str, Value]) -> None:
    for name, value in attributes.items():
        if isinstance(value, str):
            attributes[name] = _xml_safe(value)


def _xml_safe(value: str) -> str:
    return NOT_XML.sub("\N{REPLACEMENT CHARACTER}", value)
