"""Headlines of events: what was done to whom, who said what, or the reporter's own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from eventgraph.link import conclude
from eventgraph.link.labels import shorten
from eventgraph.model import Event, EventQuantity
from eventgraph.vocabulary import PlaceBasis, PlaceRelation
from stories import Story, on

SUNDAY = on(date(2024, 3, 10))


def label_of(text: str, kind: str, trigger: str, **more: Any) -> str:  # noqa: ANN401 (what a story may tell)
    """The label of the one event of a text; ``names`` are marked, ``counts`` are numbers of people."""
    story = Story("a.txt", text)
    names = {words: story.name(type_, words) for words, type_ in more.pop("names", {}).items()}
    roles = {role: [names.get(who, who) for who in people] for role, people in more.pop("roles", {}).items()}
    counts = more.pop("counts", {})
    more["quantities"] = tuple(
        replace(story.number(words, 12), what=what, unit=unit) for words, (what, unit) in counts.items()
    )
    if place := more.pop("place", ""):
        more["places"] = story.where(story.name("location", place))
    if when := more.pop("when", ""):
        more |= {"when": SUNDAY, "when_span": story.time(when, SUNDAY)}
    story.tell(kind, trigger, roles, **more)
    event: Event = conclude([story.observed()]).events[0]
    return event.label


POLICE = {"Larnby Watch": "agency"}


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "more", "label"),
    [
        (
            "Larnby Watch arrested at least 12 people.",
            "arrest",
            "arrested",
            {
                "roles": {"agent": ["Larnby Watch"]},
                "names": POLICE,
                "counts": {"at least 12": ("people", "people")},
            },
            "At least 12 people arrested",
        ),
        (
            "Officers held the two tall men in Larnby.",
            "arrest",
            "held",
            {"roles": {"patient": ["men"]}, "place": "Larnby"},
            "Two tall men arrested in Larnby",
        ),
        (
            "Agents seized 12 pieces of smuggled ivory.",
            "seizure",
            "seized",
            {"counts": {"12": ("ivory", "")}},
            "12 pieces of smuggled ivory seized",
        ),
        (
            "Agents seized 12 kg of salt and six vans.",
            "seizure",
            "seized",
            {"counts": {"12 kg": ("salt", "kg"), "six": ("vans", "")}},
            "12 kg of salt and six vans seized",
        ),
        (
            "They served 12 search warrants.",
            "search",
            "served",
            {"counts": {"12": ("warrants", "")}},
            "12 search warrants served",
        ),
        (
            "A court sentenced Bo Lind to nine years.",
            "sentence",
            "sentenced",
            {"roles": {"patient": ["Bo Lind"]}, "names": {"Bo Lind": "person"}},
            "Bo Lind sentenced to nine years",
        ),
        ("Nobody was charged.", "charge", "charged", {"roles": {"patient": ["Nobody"]}}, "Charge"),
        (
            "He was held at Larnby Airport.",
            "arrest",
            "held",
            {"roles": {"patient": ["He"]}, "place": "Larnby Airport"},
            "Arrest at Larnby Airport",
        ),
    ],
)
def test_what_was_done_to_whom(text: str, kind: str, trigger: str, more: dict[str, Any], label: str) -> None:
    """Number or name as the text has it, what was done, and what completes it."""
    assert label_of(text, kind, trigger, **more) == label


@pytest.mark.parametrize(
    ("text", "trigger", "agent", "label"),
    [
        (
            "The mayor said that the bridge would close.",
            "said",
            "mayor",
            "Mayor said that the bridge would close",
        ),
        ("The bridge is shut, the mayor said.", "said", "mayor", "Mayor said: The bridge is shut"),
        (
            "“The bridge will have to go,” said the mayor.",
            "said",
            "mayor",
            "Mayor said: The bridge will have to go",
        ),
        (
            "The town's chief executive is saying nothing.",
            "saying",
            "executive",
            "Chief executive said nothing",
        ),
        ("She said it was over.", "said", "She", "Said it was over"),
        ("The mayor said in a letter, “We will win.”", "said", "mayor", "Mayor said: We will win"),
        (
            "The mayor said of the “Red Tern” that she sank.",
            "said",
            "mayor",
            "Mayor said of the “Red Tern” that she sank",
        ),
        (
            "The bridge is shut, the mayor said citing the wind.",
            "said",
            "mayor",
            "Mayor said: The bridge is shut",
        ),
    ],
)
def test_who_said_what(text: str, trigger: str, agent: str, label: str) -> None:
    """The words that are said, wherever they stand."""
    assert label_of(text, "announcement", trigger, roles={"agent": [agent]}) == label


@pytest.mark.parametrize(
    ("text", "trigger", "more", "label"),
    [
        (
            "Dogs picked up the scent on Sunday.",
            "picked",
            {"roles": {"agent": ["Dogs"]}, "when": "Sunday"},
            "Dogs picked up the scent",
        ),
        (
            "The Tern was struck by a dredger off Larnby.",
            "struck",
            {"roles": {"patient": ["Tern"]}},
            "Tern was struck by a dredger off Larnby",
        ),
        (
            "The board will meet next to the river.",
            "meet",
            {"roles": {"agent": ["board"]}},
            "Board to meet next to the river",
        ),
        (
            "He resigned on Sunday after two years in office.",
            "resigned",
            {"when": "Sunday"},
            "Resigned after two years in office",
        ),
        (
            "If the council approves it, work can start.",
            "approves",
            {"roles": {"agent": ["council"]}},
            "Council approves it",
        ),
    ],
)
def test_other_verbs_speak_for_themselves(text: str, trigger: str, more: dict[str, Any], label: str) -> None:
    """Without the date, which stands beside the label, and without who says so."""
    assert label_of(text, "event", trigger, **more) == label


@pytest.mark.parametrize(
    ("text", "trigger", "more", "label"),
    [
        ("It follows an 18-month inquiry.", "inquiry", {}, "18-month inquiry"),
        ("An inquiry is to resume in June.", "inquiry", {}, "Inquiry is to resume in June"),
        (
            "Bo Lind led an inquiry into the fire.",
            "inquiry",
            {"roles": {"agent": ["Bo Lind"], "topic": ["fire"]}, "names": {"Bo Lind": "person"}},
            "Bo Lind led an inquiry into the fire",
        ),
        (
            "The mayor opposed Bo Lind's inquiry.",
            "inquiry",
            {"roles": {"agent": ["Bo Lind"]}, "names": {"Bo Lind": "person"}},
            "Bo Lind's inquiry",
        ),
        ("That was after the inquiry.", "inquiry", {}, "Investigation"),
    ],
)
def test_nouns_with_what_belongs_to_them(text: str, trigger: str, more: dict[str, Any], label: str) -> None:
    """Modifiers, doer and clause; the type where there are none."""
    assert label_of(text, "investigation", trigger, rule="noun", **more) == label


@pytest.mark.parametrize(
    ("relation", "basis", "label"),
    [
        (PlaceRelation.IN, PlaceBasis.TEXT, "Bo Lind arrested in Larnby"),
        (PlaceRelation.FROM, PlaceBasis.TEXT, "Bo Lind arrested"),
        (PlaceRelation.IN, PlaceBasis.DATELINE, "Bo Lind arrested"),
    ],
)
def test_only_a_place_within_which_it_happened(
    relation: PlaceRelation, basis: PlaceBasis, label: str
) -> None:
    """Neither where somebody came from nor the place of a dateline."""
    story = Story("a.txt", "They arrested Bo Lind in Larnby.")
    (place,) = story.where(story.name("location", "Larnby"))
    person = story.name("person", "Bo Lind")
    story.tell(
        "arrest", "arrested", {"patient": [person]}, places=(replace(place, relation=relation, basis=basis),)
    )
    assert conclude([story.observed()]).events[0].label == label


def test_a_long_label_is_never_cut_within_a_name() -> None:
    """At most 80 characters, cut at a word before the name that would not fit."""
    text = (
        "Mayors met to speak for hours of the old bridge with Bartholomew Quillfeather Penhaligon Harrington."
    )
    label = label_of(
        text,
        "event",
        "met",
        roles={"agent": ["Mayors"]},
        names={"Bartholomew Quillfeather Penhaligon Harrington": "person"},
    )
    assert label == "Mayors met to speak for hours of the old bridge…"


def count(text: str, what: str = "people", unit: str = "people") -> EventQuantity:
    """A number."""
    return EventQuantity(
        "d",
        0,
        1,
        id="q",
        role="patient",
        what=what,
        value=Decimal(12),
        low=None,
        high=None,
        unit=unit,
        qualifier="",
        part_of=None,
        text=text,
    )


@pytest.mark.parametrize("text", ["a" * 200, "word " * 50, "short"])
def test_no_label_is_too_long(text: str) -> None:
    """At most 80 characters."""
    assert len(shorten(text)) <= 80
