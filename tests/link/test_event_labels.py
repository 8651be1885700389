"""Headlines built from what is known of an event."""

from __future__ import annotations

from decimal import Decimal

import pytest

from eventgraph.link.labels import Headline, count_words, shorten
from eventgraph.model import Entity, EventPlace, EventQuantity, Participant
from eventgraph.vocabulary import PlaceBasis, PlaceRelation

ENTITIES = {
    "agency:lhp": Entity(id="agency:lhp", type="agency", name="Larnby Harbour Police"),
    "person:bo": Entity(id="person:bo", type="person", name="Bo Lind"),
}


def who(role: str, text: str, entity: str | None = None) -> Participant:
    """A participant."""
    return Participant("d", 0, 1, role=role, text=text, entity=entity)


def count(text: str, what: str = "people", unit: str = "people", role: str = "patient") -> EventQuantity:
    """A number."""
    return EventQuantity(
        "d",
        0,
        1,
        id="q",
        role=role,
        what=what,
        value=Decimal(12),
        low=None,
        high=None,
        unit=unit,
        qualifier="",
        part_of=None,
        text=text,
    )


def place(
    text: str, relation: PlaceRelation = PlaceRelation.IN, basis: PlaceBasis = PlaceBasis.TEXT
) -> EventPlace:
    """A place without an entity."""
    return EventPlace("d", 0, 1, relation=relation, basis=basis, text=text)


POLICE = who("agent", "the LHP", "agency:lhp")


@pytest.mark.parametrize(
    ("kind", "people", "numbers", "label"),
    [
        ("arrest", [POLICE, who("patient", "people")], [count("at least 12")], "At least 12 people arrested"),
        ("arrest", [POLICE, who("patient", "Lind", "person:bo")], [], "Bo Lind arrested"),
        ("arrest", [POLICE, who("patient", "the\nman")], [], "Man arrested"),
        ("arrest", [POLICE], [], "Larnby Harbour Police arrest"),
        ("arrest", [], [count("40 kg", "cocaine", "kg")], "Arrest"),
        ("seizure", [], [count("40 kg", "cocaine", "kg")], "40 kg of cocaine seized"),
        ("announcement", [POLICE], [], "Larnby Harbour Police announcement"),
        ("event", [POLICE, who("patient", "boats")], [], "Larnby Harbour Police towed boats"),
        ("event", [who("patient", "boats")], [], "Boats towed"),
        ("hearing", [], [], "Hearing"),
        ("agreement", [POLICE, who("patient", "an agreement")], [], "Larnby Harbour Police agreement"),
        (
            "killing",
            [who("patient", name) for name in ("Al Berg", "Bo Lind", "Cy Holm")],
            [],
            "Al Berg, Bo Lind and others killed",
        ),
    ],
)
def test_labels(kind: str, people: list[Participant], numbers: list[EventQuantity], label: str) -> None:
    """Number or name and what was done; else who did it; else what it is."""
    assert Headline(kind, "towed", people, numbers, ENTITIES).write([]) == label


@pytest.mark.parametrize(
    ("where", "label"),
    [
        ([place("Larnby")], "Hearing in Larnby"),
        ([place("Larnby", PlaceRelation.FROM)], "Hearing"),
        ([place("Larnby", basis=PlaceBasis.DATELINE)], "Hearing"),
        ([place("several cities")], "Hearing"),
        ([place("X" * 90)], "Hearing"),
    ],
)
def test_a_place_is_named_where_it_has_a_name_and_fits(where: list[EventPlace], label: str) -> None:
    """Only the place within which it happened."""
    assert Headline("hearing", "hearing", [], [], {}).write(where) == label


def test_counts_do_not_say_a_word_twice() -> None:
    """The counted noun is added where the number's words lack it."""
    assert count_words(count("12 people")) == "12 people"
    assert count_words(count("dozens")) == "dozens people"


@pytest.mark.parametrize("text", ["a" * 200, "word " * 50, "short"])
def test_no_label_is_too_long(text: str) -> None:
    """At most 80 characters."""
    assert len(shorten(text)) <= 80
