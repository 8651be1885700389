"""How happenings of one sentence bear on each other, and places beside names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eventgraph.events import Reading, find_events
from eventgraph.model import Document, Mention, Span
from eventgraph.text.blocks import find_blocks
from eventgraph.text.front import Front, FrontKind
from eventgraph.text.parse import parse
from eventgraph.vocabulary import EventRelation, PlaceBasis, PlaceRelation

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
        ("Troops pulled back from Larnby.", "pulled back", {("from", "Larnby")}),
        ("A meeting held in Larnby ended the strike.", "meeting", {("in", "Larnby")}),
        ("The earthquake shook Larnby.", "shook", {("in", "Larnby")}),
        ("The storm destroyed 90 homes.", "destroyed", set()),
        ("Two men from Larnby were arrested.", "arrested", set()),
        ("Police arrested the man.", "arrested", set()),
    ],
)
def test_places(read: Read, words: Words, text: str, trigger: str, places: set[tuple[str, str]]) -> None:
    """Places are those of the clause, with how they bear on the event."""
    event = next(e for e in find_events(read(text, NAMES)) if words(text, e) == trigger)
    found = {(PlaceRelation(place.relation).value, words(text, place)) for place in event.places}
    assert found == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("LARNBY - Police arrested three men. A boat sank.", ["LARNBY"]),
        ("LARNBY - Police arrested three men in Norland.", ["Norland"]),
        ("LARNBY - The agency announced the arrest of three men.", []),
    ],
)
def test_a_dateline_is_the_last_resort(words: Words, text: str, places: list[str]) -> None:
    """A dateline places what its first sentence tells, where that names no place."""
    document = Document(id="d", origin="a.txt", text=text)
    dateline = Front(FrontKind.DATELINE, 0, len("LARNBY - "), None, (0, len("LARNBY")))
    parsed = parse(text, find_blocks(text, [(dateline.start, dateline.end)]))
    at = text.find("Norland")
    mentions = (Mention("d", at, at + 7, type="location", name="Norland"),) if at >= 0 else ()
    events = find_events(Reading(document, parsed, (dateline,), (), mentions))
    assert [words(text, place) for event in events for place in event.places] == places
    bases = {place.basis for event in events for place in event.places}
    assert bases <= {PlaceBasis.TEXT if at >= 0 else PlaceBasis.DATELINE}
