"""Where happenings are told to have been: which words are places, and of which happening."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eventgraph.events import Reading, find_events
from eventgraph.model import Span

pytestmark = pytest.mark.model

NAMES = {
    "Ada Quist": "official",
    "Harbour Police": "agency",
    "Brightwater Bank": "organisation",
    "Larnby": "location",
    "Osterholm": "location",
    "Norland": "location",
    "Velnac": "person",
    "Komati": "organisation",
}
ROWS = [
    # names of no known sort, and of a wrong one
    ("Thousands marched through Dresno on Friday.", {"marched": {"Dresno"}}),
    ("Gunmen killed a trader near Velnac.", {"killed": {"Velnac"}}),
    ("A hippo injured a herder at Komati.", {"injured": {"Komati"}}),
    ("Pirates attacked the town of Velnac.", {"attacked": {"Velnac"}}),
    ("The envoy flew to Komati on Sunday.", {"flew": {"Komati"}}),
    ("Harbour Police attacked a man with shares in Komati.", {"attacked": set()}),
    ("Police shot Otto Velnac. The man attacked Velnac.", {"shot": set()}),
    # what stands before a noun
    ("The Larnby bombing killed ten people.", {"bombing": {"Larnby"}}),
    ("A Larnby court jailed two brothers.", {"jailed": {"Larnby"}}),
    ("Officials closed a Larnby warehouse.", {"closed": {"Larnby"}}),
    ("The Norland election was postponed.", {"election": {"Norland"}}),
    ("A Larnby man was jailed for theft.", {"jailed": set()}),
    # whence and whither
    ("Norland deported 30 men from Larnby to Osterholm.", {"deported": {"Larnby", "Osterholm"}}),
    ("Norland expelled the envoy from Larnby.", {"expelled": {"Larnby"}}),
    ("Police arrested a man from Larnby.", {"arrested": set()}),
    ("Soldiers withdrew from Larnby after the attack.", {"withdrew": {"Larnby"}, "attack": set()}),
    ("Two men were arrested in Larnby on their way to Osterholm.", {"arrested": {"Larnby"}}),
    # where, when and as
    ("Police searched a flat in Larnby, where they arrested a boy.", {"arrested": {"Larnby"}}),
    ("The march led to Osterholm, where police arrested a boy.", {"arrested": {"Osterholm"}}),
    ("Ten people died when a ferry sank off Larnby.", {"died": {"Larnby"}, "sank": {"Larnby"}}),
    ("Ten people died as an earthquake shook Osterholm.", {"died": set()}),
    # parts, distances, roads, spots
    ("A bomb killed two people in the east of Larnby.", {"killed": {"Larnby"}}),
    ("Two people were killed in the middle of a speech.", {"killed": set()}),
    ("The ship sank some 18 km from Larnby.", {"sank": {"Larnby"}}),
    ("Two people were killed on the M6.", {"killed": {"M6"}}),
    ("Two people were injured on a bus.", {"injured": {"bus"}}),
    ("Two people were killed in a quarry.", {"killed": {"quarry"}}),
    ("The firm spent the money on a smelter.", {"spent": set()}),
    # what it is about is elsewhere
    ("A court in Larnby jailed a man for a murder in Osterholm.", {"jailed": {"Larnby"}}),
    ("Ada Quist condemned the killing of workers in Larnby.", {"condemned": set()}),
    ("An inquiry into deaths in Larnby blamed Brightwater Bank.", {"inquiry": set()}),
    ("A meeting, in Larnby in 2021, ended in a brawl.", {"meeting": {"Larnby"}}),
    # what lies there, who hosts it, who digs there
    ("Police seized cocaine hidden in a container at Larnby.", {"seized": {"Larnby"}}),
    ("Larnby hosted a summit on Monday.", {"hosted": {"Larnby"}}),
    ("Workers digging near Larnby found a bomb.", {"found": {"Larnby"}}),
    ("Police entered Larnby on Monday.", {"entered": {"Larnby"}}),
]


@pytest.mark.parametrize(("text", "places"), ROWS, ids=[text for text, _ in ROWS])
def test_places(
    read: Callable[..., Reading], words: Callable[[str, Span], str], text: str, places: dict[str, set[str]]
) -> None:
    """The events whose triggers begin with these words have these places."""
    events = find_events(read(text, NAMES))
    told = {}
    for trigger in places:
        at = text.index(trigger)
        event = next((e for e in events if e.start <= at < e.end), None)
        told[trigger] = None if event is None else {words(text, place) for place in event.places}
    assert told == places
