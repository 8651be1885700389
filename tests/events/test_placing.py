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
    ("She went to Larnby on Monday, where she shot a boy.", {"shot": {"Larnby"}}),
    ("The envoy flew to Osterholm, where he is to meet the king.", {"meet": {"Osterholm"}}),
    ("He died on the way to Larnby.", {"died": set()}),
    ("The killing of a monk shocked Larnby.", {"killing": set()}),
    ("The bombing of a school outraged Osterholm.", {"bombing": set()}),
    ("A bombing shook Larnby.", {"bombing": {"Larnby"}}),
    ("The mayor died in office.", {"died": set()}),
    ("Police ran an operation against swindlers in Larnby.", {"ran": {"Larnby"}}),
    ("He was captured at the border post of Osterholm.", {"captured": {"Osterholm"}}),
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
    # where one is freed from or found; not where one is at home
    ("Gangs freed a jailed boss from a hospital in April.", {"freed": {"hospital"}}),
    ("Commandos hauled nine sailors out of the water.", {"hauled": {"water"}}),
    ("Masked men snatched a banker from his car.", {"snatched": {"car"}}),
    ("The doctor fled in a stolen car.", {"fled": set()}),
    ("Police arrested a man from a village.", {"arrested": set()}),
    ("Squads from five jails were drafted in.", {"drafted": set()}),
    ("Police found one of the vans burned out in a field.", {"found": {"field"}}),
    ("A study found that nine had died in the region.", {"found": set()}),
    ("Officers found nine passports in a coffin.", {"found": {"coffin"}}),
    ("Police found a rifle under a bed.", {"found": {"bed"}}),
    ("The minister found comfort in a hymn.", {"found": set()}),
    ("Two guns were seized from a garage.", {"seized": {"garage"}}),
    ("The accord was signed at a customs post.", {"accord": {"customs post"}}),
    ("Ada Quist announced the cuts in a blog post.", {"announced": set()}),
    ("Officers arrested two men on the scene.", {"arrested": {"scene"}}),
    # where one went for it, or was taken before it
    ("Soldiers marched them to a sawmill and shot nine.", {"shot": {"sawmill"}}),
    ("The man drove to Larnby and surrendered.", {"surrendered": {"Larnby"}}),
    ("Norland deported nine men to Osterholm and arrested two.", {"arrested": set()}),
    ("Divers went back into the lake to look for two men.", {"look": {"lake"}}),
    ("Ada Quist flew to Larnby to meet the king.", {"meet": {"Larnby"}}),
    ("Ada Quist went to Osterholm to plan an attack in Larnby.", {"attack": {"Larnby"}}),
    ("Police were called to a motel on Sunday.", {"called": {"motel"}}),
    ("Police were called to the talks on Sunday.", {"called": set()}),
    # courts
    ("Two men will appear before a court in Larnby.", {"appear": {"Larnby"}}),
    ("The men will appear before the Larnby District Court.", {"appear": {"Larnby"}}),
    ("The man was brought before Brightwater Bank.", {"brought": set()}),
    ("The man is challenging the order before a tribunal.", {"challenging": set()}),
    # what stands before a noun of the trigger, or in a name
    ("Ada Quist has won Larnby's snap election.", {"won": {"Larnby"}}),
    ("Shares slid 6 percent on the Larnby bourse.", {"slid": {"Larnby"}}),
    ("In a Larnby courtroom, he pleaded guilty.", {"pleaded": {"Larnby"}}),
    ("Riley Marsh wandered off on Sunday.", {"wandered": set()}),
    ("The old Quern Bridge collapsed on Tuesday.", {"collapsed": set()}),
    ("Two men were shot in Norland's Larnby province.", {"shot": {"Larnby"}}),
    ("The crew left the vessel Nour Star.", {"left": set()}),
    ("Cargo was unloaded from the vessel Nour Star.", {"unloaded": {"Nour Star"}}),
    # two happenings, one place
    (
        "Gunmen kidnapped a boy and shot a man dead on a road near Larnby.",
        {"kidnapped": {"road", "Larnby"}},
    ),
    ("A man was killed and two others were wounded in Larnby.", {"killed": {"Larnby"}}),
    ("Soldiers arrested two men and their lawyers protested in Larnby.", {"arrested": set()}),
    ("Two people were winched out and flown to Larnby.", {"winched": set()}),
    # "where" and "in which"
    ("The school where nine pupils died was closed.", {"died": {"school"}}),
    ("The house in which he was killed was searched.", {"killed": {"house"}, "searched": set()}),
    # over, through, down
    ("A plane flew over the crater at noon.", {"flew": {"crater"}}),
    ("Convicts broke through a wall and escaped.", {"broke": {"wall"}}),
    ("Villagers protested over a bridge.", {"protested": set()}),
    ("A climber fell down Larnby.", {"fell": {"Larnby"}}),
    ("A storm hit Larnby, shearing off roofs.", {"shearing": set()}),
    # no places
    ("Ada Quist spoke in a televised address.", {"spoke": set()}),
    ("Police put nine people behind bars.", {"put": set()}),
    ("Families received 6,000 pesos each from the state.", {"received": set()}),
    ("Profit at Brightwater Bank fell by 4 percent.", {"fell": set()}),
    ("Exports of milk to Norland fell by half.", {"fell": set()}),
    ("A man denies murdering a nurse at a yard in Larnby.", {"denies": set()}),
    ("A minister resigned after protests in Larnby.", {"resigned": set(), "protests": {"Larnby"}}),
    ("Two men were charged with a robbery in Larnby.", {"charged": set(), "robbery": {"Larnby"}}),
    ("Rumours of a case in Larnby were investigated.", {"investigated": set()}),
    ("Police in six countries took down the servers.", {"took": set()}),
    ("They believe the money was spent on flats in Larnby.", {"spent": {"Larnby"}}),
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
