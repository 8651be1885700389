"""The evidence behind one thing."""

from __future__ import annotations

import dataclasses

import pytest

from eventgraph.errors import UnknownThing
from eventgraph.export.explain import explain
from eventgraph.model import Attribute, Speaker
from eventgraph.vocabulary import DECISION, Basis, Status
from marked import graph_of
from samples import EVENTS, FIRST, QUIST, SAMPLE, at
from snapshotting import Snapshot


def test_an_event(snapshot: Snapshot) -> None:
    """Its date with basis, participants, claims, and each sentence with its rule."""
    snapshot(explain(SAMPLE, "arrest:aaaaaaaa"), "explain-event.txt")


def test_an_event_tells_what_a_person_decided() -> None:
    """What was decided, and that its date rests on that."""
    first = next(event for event in SAMPLE.events if event.id == "arrest:aaaaaaaa")
    assert first.when
    told = first.mentions[0]
    decided = dataclasses.replace(
        first,
        when=dataclasses.replace(first.when, basis=Basis.DECISION),
        attributes=(Attribute(told.document, told.start, told.end, key=DECISION, value="dated 2024: a log"),),
    )
    events = tuple(decided if event is first else event for event in SAMPLE.events)
    text = explain(dataclasses.replace(SAMPLE, events=events), decided.id)
    assert "  decision    dated 2024: a log\n" in text
    assert ", fixed by a person\n" in text


def test_an_entity(snapshot: Snapshot) -> None:
    """Its names, posts, mentions, merges and events."""
    snapshot(explain(SAMPLE, "official:ada-quist"), "explain-entity.txt")


def test_a_name_will_do() -> None:
    """A name that only one entity has leads to it."""
    assert explain(SAMPLE, "Quist") == explain(SAMPLE, "official:ada-quist")


@pytest.mark.parametrize("wanted", ["nobody", "event:none"])
def test_what_is_unknown_is_an_error(wanted: str) -> None:
    """Nothing of this name is no empty answer."""
    with pytest.raises(UnknownThing, match=wanted):
        explain(SAMPLE, wanted)


def test_a_relation_tells_its_status_time_and_speaker() -> None:
    """What is only alleged, when a post is held and who says so stand below it."""
    told = dataclasses.replace(
        SAMPLE.relations[0],
        status=Status.ALLEGED,
        when=EVENTS[0].when,
        said_by=(Speaker(*at(FIRST, "Ada Quist"), text="Ada Quist", entity=None),),
    )
    text = explain(dataclasses.replace(SAMPLE, relations=(told,)), QUIST)
    assert "alleged; 12 March 2024; said by Ada Quist" in text


def test_many_mentions_are_counted() -> None:
    """Each place is listed only if asked for; merges with one reason are told once with their number."""
    text = " ".join(["{agency#a:Larnby Police} searched."] * 500)
    graph = graph_of(text, "{agency:Larnby Police} left.")
    told = explain(graph, "agency:larnby-police")
    assert "  named 501 times in 2 documents\n  0.txt: “Larnby Police” 500 times\n" in told
    assert (
        "    “Larnby Police” (0.txt) = “Larnby Police” (0.txt): The text says so. [alias, 0.950] (499 times)"
        in told
    )
    assert (
        "  one across documents\n    “Larnby Police” (0.txt) = “Larnby Police” (1.txt): Both are named"
        in told
    )
    assert len(told.splitlines()) < 20
    assert explain(graph, "agency:larnby-police", everything=True).count("  0.txt ") == 500


def test_what_is_not_merged_is_told() -> None:
    """With the reason, below the merges."""
    graph = graph_of("{person:Bo Lind} fell.", "{person:Bo Lind} sang.")
    told = explain(graph, graph.entities[0].id)
    assert "  perhaps one, and kept apart\n    “Bo Lind” (0.txt) ? “Bo Lind” (1.txt): Both are named" in told
