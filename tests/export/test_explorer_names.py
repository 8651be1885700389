"""The second projection: names joined by the events they share."""

from __future__ import annotations

import dataclasses

import pytest

from eventgraph.export.explorer_names import CLIQUE, joined_names, pairs
from eventgraph.graph.select import chronology
from eventgraph.model import Graph
from generated import generated
from samples import HERON, LARNBY, POLICE, QUIST, SAMPLE

NAMES = [entity.id for entity in SAMPLE.entities]
ORDER = [event.id for event in chronology(SAMPLE.events)]


def shared(graph: Graph) -> dict[frozenset[str], list[str]]:
    """The ties by the ids of their ends, with the ids of their events."""
    names = [entity.id for entity in graph.entities]
    events = [event.id for event in chronology(graph.events)]
    return {
        frozenset((names[one], names[other])): [events[number] for number in told]
        for one, other, *told in joined_names(graph)["ties"]
    }


def test_who_takes_part_in_one_event_is_joined_by_it() -> None:
    """The police, the place and the operation of the arrest; a lasting post joins without an event."""
    assert shared(SAMPLE) == {
        frozenset((POLICE, LARNBY)): ["arrest:aaaaaaaa"],
        frozenset((POLICE, HERON)): ["arrest:aaaaaaaa"],
        frozenset((LARNBY, HERON)): ["arrest:aaaaaaaa"],
        frozenset((POLICE, QUIST)): [],
    }


def test_events_of_a_tie_are_in_the_order_of_time() -> None:
    """By number in the chronology."""
    ties = joined_names(generated(60))["ties"]
    assert any(len(events) > 1 for _, _, *events in ties)
    assert all(events == sorted(set(events)) for _, _, *events in ties)


@pytest.mark.parametrize(
    ("members", "count"),
    [([], 0), ([3], 0), ([3, 3], 0), ([1, 2], 1), ([3, 1, 2], 3), (list(range(CLIQUE + 8)), CLIQUE + 7)],
)
def test_many_parties_are_a_star(members: list[int], count: int) -> None:
    """Every two are joined, of a long list each with the first; the lower number stands first."""
    found = list(pairs(members))
    assert len(found) == count
    assert all(one < other for one, other in found)


def test_every_name_has_its_place() -> None:
    """Integer coordinates, no two the same, the same for the same graph."""
    made = joined_names(generated(60))
    places = [tuple(place) for place in made["places"]]
    assert len(set(places)) == len(generated(60).entities)
    assert all(isinstance(value, int) for place in places for value in place)
    assert made == joined_names(generated(60))


def test_an_unknown_end_joins_nothing() -> None:
    """A relation to nobody that the graph knows is left out."""
    (post,) = SAMPLE.relations
    alone = dataclasses.replace(post, object=None)
    assert frozenset((POLICE, QUIST)) not in shared(dataclasses.replace(SAMPLE, relations=(alone,)))
    assert joined_names(Graph()) == {"places": [], "ties": []}
