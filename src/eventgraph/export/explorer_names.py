"""The second projection of the explorer: names alone, joined by the events that they share.

Entities and events are told by their number in the page's data: entities as the graph has them, events in
the order of the chronology. What somebody only says about an event joins nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

from eventgraph.export.layout import place
from eventgraph.graph.select import chronology
from eventgraph.model import Event, Graph

CLIQUE = 12
"""Of more parties than these, each is joined with the first one only: a list of forty is no web."""


def joined_names(graph: Graph) -> dict[str, Any]:
    """Ties and places: ``ties`` holds rows of two entities and their events, ``places`` x and y of entities.

    A tie without events stands for a lasting relation. Everything is told by number.
    """
    number = {entity.id: index for index, entity in enumerate(graph.entities)}
    shared = ties_of(graph, number)
    ids = [entity.id for entity in graph.entities]
    points = place(ids, [(ids[one], ids[other]) for one, other in shared])
    return {
        "places": [list(points[entity]) for entity in ids],
        "ties": [[*pair, *events] for pair, events in sorted(shared.items())],
    }


def ties_of(graph: Graph, number: dict[str, int]) -> dict[tuple[int, int], list[int]]:
    """The events that each two entities share, in order of time; none where only a relation joins them."""
    shared: dict[tuple[int, int], list[int]] = {}
    for index, event in enumerate(chronology(graph.events)):
        for pair in pairs([number[name] for name in parties(event) if name in number]):
            shared.setdefault(pair, []).append(index)
    for relation in graph.relations:
        ends = [number[end] for end in (relation.subject, relation.object) if end in number]
        for pair in pairs(ends):
            shared.setdefault(pair, [])
    return shared


def parties(event: Event) -> Iterable[str]:
    """The entities that an event joins, each once: its operation, who took part, where it was."""
    named = [event.operation, *(p.entity for p in event.participants), *(p.entity for p in event.places)]
    return dict.fromkeys(name for name in named if name)


def pairs(members: list[int]) -> Iterator[tuple[int, int]]:
    """Every two of the members, the lower number first; of many, the first with each of the others."""
    joined = combinations(members, 2) if len(members) <= CLIQUE else ((members[0], m) for m in members[1:])
    for one, other in joined:
        if one != other:
            yield (one, other) if one < other else (other, one)
