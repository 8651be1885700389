"""Sentences to event mentions: type, trigger, participants, numbers, date, places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from eventgraph.events import Reading, find_events
from eventgraph.model import EventMention, Span

pytestmark = pytest.mark.model

Read = Callable[..., Reading]
Words = Callable[[str, Span], str]

NAMES = {
    "Ada Quist": "official",
    "Mia Rowe": "person",
    "Tom Varga": "person",
    "Harbour Police": "agency",
    "Finance Ministry": "agency",
    "Larnby": "location",
    "Osterholm": "location",
    "Norland": "location",
    "Operation Grey Heron": "operation",
    "Brightwater Bank": "organisation",
}


@dataclass(frozen=True)
class Told:
    """A sentence with what one of its events must say; None is not asked for."""

    text: str
    type: str
    trigger: str
    roles: dict[str, set[str]] = field(default_factory=dict)
    count: float | None = None
    when: str | None = None
    places: set[str] | None = None


TOLD = [
    Told(
        "Harbour Police arrested 12 people in Larnby on Tuesday.",
        "arrest",
        "arrested",
        {"agent": {"Harbour Police"}, "patient": {"people"}},
        12,
        "2024-03-12",
        {"Larnby"},
    ),
    Told(
        "Twelve people were arrested by Harbour Police last month.",
        "arrest",
        "arrested",
        {"agent": {"Harbour Police"}, "patient": {"people"}},
        12,
        "2024-02",
    ),
    Told(
        "The man, arrested on Monday, is 40.", "arrest", "arrested", {"patient": {"man"}}, None, "2024-03-11"
    ),
    Told(
        "The three appeared before Larnby Crown Court on Tuesday.",
        "hearing",
        "appeared before Larnby Crown Court",
        {"patient": {"three"}},
        None,
        "2024-03-12",
    ),
    Told(
        "The skipper, Tom Varga, 44, and deckhand Mia Rowe, 19, drowned.",
        "death",
        "drowned",
        {"patient": {"Tom Varga", "Mia Rowe"}},
    ),
    Told(
        "The fifth was arrested in Larnby on Tuesday.",
        "arrest",
        "arrested",
        {"patient": {"fifth"}},
        None,
        "2024-03-12",
        {"Larnby"},
    ),
    Told(
        "The clue led agents to a house in Larnby, where they rescued the girl.",
        "rescue",
        "rescued",
        {"patient": {"girl"}},
        None,
        None,
        {"Larnby"},
    ),
    Told(
        "Two sailors were taken into custody in Osterholm.",
        "arrest",
        "taken into custody",
        {"patient": {"sailors"}},
        2,
        None,
        {"Osterholm"},
    ),
    Told(
        "The arrest of 30 smugglers was announced on Friday.",
        "arrest",
        "arrest",
        {"patient": {"smugglers"}},
        30,
    ),
    Told(
        "Officers served two search warrants in Larnby.",
        "search",
        "served two search warrants",
        {"agent": {"Officers"}},
        2,
        None,
        {"Larnby"},
    ),
    Told(
        "Agents seized 40 kg of cocaine and three boats.",
        "seizure",
        "seized",
        {"agent": {"Agents"}, "patient": {"cocaine", "boats"}},
        40,
    ),
    Told(
        "The gunman shot dead a guard.", "killing", "shot dead", {"agent": {"gunman"}, "patient": {"guard"}}
    ),
    Told("Four miners died on 3 March 2021.", "death", "died", {"patient": {"miners"}}, 4, "2021-03-03"),
    Told(
        "The company fired its director.", "removal", "fired", {"agent": {"company"}, "patient": {"director"}}
    ),
    Told("Soldiers fired rockets at the village.", "attack", "fired", {"agent": {"Soldiers"}}),
    Told(
        "Ada Quist stepped down as minister in January.",
        "resignation",
        "stepped down",
        {"agent": {"Ada Quist"}},
        None,
        "2024-01",
    ),
    Told(
        "Parliament passed a bill on Wednesday.",
        "legislation",
        "passed a bill",
        {"agent": {"Parliament"}},
        None,
        "2024-03-13",
    ),
    Told(
        "Tom Varga was charged with fraud.",
        "charge",
        "charged",
        {"patient": {"Tom Varga"}, "topic": {"fraud"}},
    ),
    Told(
        "A judge in Larnby sentenced Tom Varga to six years in prison.",
        "sentence",
        "sentenced",
        {"agent": {"judge"}, "patient": {"Tom Varga"}},
        6,
        None,
        {"Larnby"},
    ),
    Told("Rescuers pulled nine people from the water.", "rescue", "pulled", {"patient": {"people"}}, 9),
    Told(
        "An explosion killed three people in Norland.",
        "killing",
        "killed",
        {"agent": {"explosion"}, "patient": {"people"}},
        3,
        None,
        {"Norland"},
    ),
    Told(
        "Brightwater Bank was fined $2 million.",
        "fine",
        "fined",
        {"patient": {"Brightwater Bank"}},
        2_000_000,
    ),
    Told(
        "The Finance Ministry, which investigated the fire, found nothing.",
        "investigation",
        "investigated",
        {"agent": {"Finance Ministry"}},
    ),
    Told(
        "Voters cast ballots in Norland on Sunday.",
        "election",
        "cast ballots",
        {"agent": {"Voters"}},
        None,
        "2024-03-10",
        {"Norland"},
    ),
    Told(
        "In Osterholm, police searched a house and seized 14 guns.",
        "seizure",
        "seized",
        {"agent": {"police"}, "patient": {"guns"}},
        14,
        None,
        {"Osterholm"},
    ),
    Told("Of the passengers, 44 were rescued.", "rescue", "rescued", {"patient": {"passengers"}}, 44),
    Told(
        "Mia Rowe painted the hall on Sunday.",
        "event",
        "painted",
        {"agent": {"Mia Rowe"}},
        None,
        "2024-03-10",
    ),
    Told(
        "Three men made off with 600 phones.",
        "theft",
        "made off with",
        {"agent": {"men"}, "patient": {"phones"}},
        600,
    ),
    Told("The bus plunged into a ravine.", "accident", "plunged into", {"patient": {"bus"}}),
    Told("Forty people were killed and 90 injured.", "injury", "injured", {"patient": {"90"}}, 90),
    Told("Two people were killed.", "death", "killed", {"patient": {"people"}}, 2),
    Told(
        "The launch of the ship by Brightwater Bank was a surprise.", "event", "launch", {"patient": {"ship"}}
    ),
    Told(
        "Rockets hit a school in Larnby on Friday, wounding nine pupils.",
        "injury",
        "wounding",
        {"patient": {"pupils"}},
        9,
        "2024-03-08",
        {"Larnby"},
    ),
    Told(
        "Men were arrested by Harbour Police, and six girls were rescued.",
        "rescue",
        "rescued",
        {"agent": {"Harbour Police"}, "patient": {"girls"}},
        6,
    ),
    Told("A court sentenced its former treasurer.", "sentence", "sentenced", {"patient": {"treasurer"}}),
    Told("A kayaker went missing near Larnby.", "disappearance", "went missing", {"patient": {"kayaker"}}),
    Told("Thirteen were rescued outside Norland.", "rescue", "rescued", {}, 13, None, {"Norland"}),
]


def one(read: Read, words: Words, told: Told) -> EventMention:
    """The event of the type at the trigger; an assertion that lists what there is if it is missing."""
    events = find_events(read(told.text, NAMES))
    found = [e for e in events if e.type == told.type and words(told.text, e) == told.trigger]
    assert found, [(e.type, words(told.text, e)) for e in events]
    return found[0]


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.text)
def test_what_a_sentence_tells(read: Read, words: Words, told: Told) -> None:
    """The event has the type and the trigger, and every role, number, date and place that is asked for."""
    event = one(read, words, told)
    for role, names in told.roles.items():
        assert {words(told.text, a) for a in event.arguments if a.role == role} == names
    if told.count is not None:
        assert told.count in [q.value for q in event.quantities]
    if told.when is not None:
        assert event.when is not None
        assert event.when.edtf == told.when
    if told.places is not None:
        assert {words(told.text, place) for place in event.places} == told.places


@pytest.mark.parametrize(
    "text",
    [
        "The search-and-rescue team has a new boat.",
        "The room had a charged atmosphere.",
        "The search engine is slow.",
        "A spokeswoman declined to comment.",
        "The law enforcement officer was tall.",
        "The road leads to the sea.",
        "He is 40 years old.",
        "The company needs more staff.",
        "Police fight crime.",
        "The cause was unknown.",
    ],
)
def test_what_tells_nothing(read: Read, text: str) -> None:
    """Idioms, modifiers and states are no events."""
    assert not find_events(read(text, NAMES))


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.text)
def test_every_span_lies_in_the_text(read: Read, told: Told) -> None:
    """Every span of every event lies in the document, is not empty and has no white space at its ends."""
    from eventgraph.spans import spans_of  # noqa: PLC0415 (only this test walks spans)

    for span in spans_of(find_events(read(told.text, NAMES))):
        held = told.text[span.start : span.end]
        assert held
        assert held == held.strip()


def test_an_empty_text_tells_nothing(read: Read) -> None:
    """A text without a sentence gives no events."""
    assert find_events(read("")) == ()


def test_the_same_reading_gives_the_same_events(read: Read) -> None:
    """Finding is pure."""
    reading = read(TOLD[0].text, NAMES)
    assert find_events(reading) == find_events(reading)


HOSTILE = {
    "a list of 2,000 nouns": "Police arrested " + ", ".join(["men"] * 1000) + " and women.",
    "2,000 verbs": "He " + " and ".join(["ran"] * 1000) + ".",
    "a chain of prepositions": "The arrest " + "of the head " * 400 + "ended.",
    "capitals": "POLICE ARREST 12 IN RAID ON LARNBY HARBOUR",
    "no verb": "Larnby, Osterholm, Norland; 12, 13, 14",
    "code": "for (i = 0; i < 12; i++) { arrest(people[i]); } // 40 kg",
    "a bullet list": "- 12 arrests\n- 40 kg of cocaine\n- two boats\n",
    "another language": "Zwölf Menschen wurden am Dienstag in Hamburg festgenommen.",
    "marks only": '!!! ??? ... “ ” " - -- — $ % £',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_any_text_is_read(read: Read, name: str) -> None:
    """No text makes the search fail, and what it finds lies in the text."""
    text = HOSTILE[name]
    assert all(0 <= event.start < event.end <= len(text) for event in find_events(read(text)))


def test_events_come_in_text_order(read: Read) -> None:
    """Events are listed by the place of their triggers."""
    text = " ".join(told.text for told in TOLD)
    events = find_events(read(text, NAMES))
    assert [e.start for e in events] == sorted(e.start for e in events)
