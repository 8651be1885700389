"""How happenings of one sentence bear on each other, and places beside names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eventgraph.events import Reading, find_events
from eventgraph.model import Span
from eventgraph.vocabulary import EventRelation, PlaceRelation

pytestmark = pytest.mark.model

NAMES = {"Larnby": "location", "Osterholm": "location", "Norland": "location", "Tom Varga": "person"}
Read = Callable[..., Reading]
Words = Callable[[str, Span], str]


@pytest.mark.parametrize(
    ("text", "trigger", "relation", "other"),
    [
        ("Police said a man had been arrested.", "said", EventRelation.REPORTS, "arrested"),
        ("The agency announced the arrest of two men.", "announced", EventRelation.REPORTS, "arrest"),
        ("Tom Varga was charged with murder.", "charged", EventRelation.CONCERNS, "murder"),
        ("Tom Varga was charged with stealing a car.", "charged", EventRelation.CONCERNS, "stealing"),
        ("Tom Varga was convicted of fraud.", "convicted", EventRelation.CONCERNS, "fraud"),
        ("Charges include sodomy of a child.", "Charges", EventRelation.CONCERNS, "sodomy"),
    ],
)
def test_relations(
    read: Read, words: Words, text: str, trigger: str, relation: EventRelation, other: str
) -> None:
    """An announcement reports what it tells; a word of the law concerns the act."""
    event = next(e for e in find_events(read(text, NAMES)) if words(text, e) == trigger)
    assert (relation, other) in [(r.relation, words(text, r.event)) for r in event.related]


def test_an_arrest_makes_nobody_a_culprit(read: Read) -> None:
    """Whoever is arrested for or charged with a crime does it at most as an allegation."""
    for text in ("Tom Varga was arrested for murder.", "Tom Varga was charged with robbing a bank."):
        crimes = [e for e in find_events(read(text, NAMES)) if e.type in {"killing", "theft"}]
        assert crimes
        assert all(e.status == "alleged" for e in crimes)


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("Police arrested a man in Larnby.", "arrested", {("in", "Larnby")}),
        ("Police arrested men in Larnby and Osterholm.", "arrested", {("in", "Larnby"), ("in", "Osterholm")}),
        ("A ship sank near Larnby.", "sank", {("near", "Larnby")}),
        ("He was extradited from Norland.", "extradited", {("from", "Norland")}),
        ("Ten were rescued outside Norland.", "rescued", {("outside", "Norland")}),
        ("In Larnby, police searched a house and arrested a man.", "arrested", {("in", "Larnby")}),
        ("Police searched homes in five Norland counties.", "searched", {("in", "Norland")}),
        ("Police arrested men in six more countries.", "arrested", {("in", "countries")}),
        ("Police arrested the man.", "arrested", set()),
    ],
)
def test_places(read: Read, words: Words, text: str, trigger: str, places: set[tuple[str, str]]) -> None:
    """Places are those of the clause, with how they bear on the event."""
    event = next(e for e in find_events(read(text, NAMES)) if words(text, e) == trigger)
    found = {(PlaceRelation(place.relation).value, words(text, place)) for place in event.places}
    assert found == places
