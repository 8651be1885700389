"""Events by who, what, where, when and how sure."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.errors import UnknownThing
from eventgraph.graph.select import Selection, chronology, find_entities, select
from eventgraph.vocabulary import Status
from samples import SAMPLE

D = date.fromisoformat


def chosen(**fields: Any) -> list[str]:  # noqa: ANN401 (any field of a selection)
    """The types of the events that a selection keeps."""
    return [event.type for event in select(SAMPLE, Selection(**fields))]


@pytest.mark.parametrize(
    ("fields", "types"),
    [
        ({}, ["trafficking", "arrest", "hearing", "discovery", "operation"]),
        ({"who": "Port Authority Police"}, ["arrest"]),
        ({"who": "QUIST"}, ["trafficking"]),
        ({"who": "official:ada-quist"}, ["trafficking"]),
        ({"who": "people"}, ["arrest"]),
        ({"who": "Quist", "roles": ("speaker",)}, ["trafficking"]),
        ({"who": "Quist", "roles": ("agent", "patient")}, []),
        ({"who": "Port Authority Police", "roles": ("agent",)}, ["arrest"]),
        ({"who": "Port Authority Police", "roles": ("patient",)}, []),
        ({"roles": ("patient",)}, ["arrest", "discovery"]),
        ({"where": "larnby"}, ["arrest"]),
        ({"operation": "grey heron"}, ["arrest", "operation"]),
        ({"types": ("arrest", "hearing")}, ["arrest", "hearing"]),
        ({"status": (Status.ALLEGED,)}, ["trafficking"]),
        ({"begin": D("2024-02-15"), "end": D("2024-02-20")}, ["trafficking"]),
        ({"begin": D("2024-02-15"), "end": D("2024-03-12")}, ["trafficking", "arrest"]),
        ({"begin": D("2030-01-01")}, ["hearing"]),
        ({"end": D("2024-03-12"), "certain": True}, ["arrest"]),
        ({"begin": D("2024-02-02"), "certain": True}, ["arrest"]),
        ({"certain": True}, ["arrest", "discovery", "operation"]),
    ],
)
def test_selection(fields: dict[str, Any], types: list[str]) -> None:
    """Each field keeps what fits it, in the order of the chronology."""
    assert chosen(**fields) == types


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"who": "nobody"}, "nobody"),
        ({"operation": "Gray Heron"}, "Perhaps: Operation Grey Heron"),
        ({"where": "Larnbi"}, "Perhaps: Larnby"),
    ],
)
def test_an_unknown_name_is_an_error(fields: dict[str, Any], message: str) -> None:
    """A name that no event has is no empty answer; names like it are offered."""
    with pytest.raises(UnknownThing, match=message):
        select(SAMPLE, Selection(**fields))


def test_an_unknown_type_or_role_is_an_error() -> None:
    """A type or role that the schema lacks is no empty answer."""
    with pytest.raises(UnknownThing, match="arest"):
        select(SAMPLE, Selection(types=("arest",)))
    with pytest.raises(UnknownThing, match=r"No role is called doer; there are agent, .*, speaker\."):
        select(SAMPLE, Selection(roles=("doer",)))


@given(st.permutations(SAMPLE.events))
def test_the_order_of_input_does_not_matter(events: list[Any]) -> None:
    """Any order of the same events gives the same chronology."""
    assert chronology(events) == chronology(SAMPLE.events)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ada Quist", ["official:ada-quist"]),
        ("ada quist", ["official:ada-quist"]),
        ("police", ["agency:port-authority-police"]),
        ("larn", []),
    ],
)
def test_entities_by_name(words: str, found: list[str]) -> None:
    """Whole words of a name find it, parts of words do not."""
    assert [entity.id for entity in find_entities(SAMPLE, words)] == found
