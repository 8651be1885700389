"""Whether a preposition of a trigger brings a place, a participant, or both, by the words beside it."""

from __future__ import annotations

from functools import cache

from eventgraph.events.entries import load_triggers, members
from eventgraph.events.localities import is_court, is_spot, location_of, words_of_places
from eventgraph.events.reading import Reading
from eventgraph.events.triggers import Trigger
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Token

TAKEN = {"patient", "recipient"}
"""Roles of a preposition that places can have as well ("fired at Larnby", "handed over to Norland")."""
SOUGHT = {"appeal", "lawsuit"}
"""Types of which a court is asked for something ("challenged the ban before a court")."""
ACTS = {"enforcement", "crime", "violence", "disaster"}
PAIRS = {("on", "topic"), ("from", "recipient")}
"""Prepositions whose role a place only seems to have ("arrested on a road", "seized from a garage")."""


def brings_no_place(
    reading: Reading, trigger: Trigger, preposition: Token, noun: Token, *, own: bool
) -> bool:
    """Whether what a preposition brings takes part, or is what something is about.

    ``own`` if the preposition hangs on the trigger, so that the roles of its type count.
    """
    word = preposition.lower
    if word == "before" and trigger.type in SOUGHT:
        return True
    if word == "over" and is_spot(noun) and trigger.token.lemma not in words_of_places("passing"):
        return True
    if word == "for" and trigger.token.lemma not in words_of_places("leaving"):
        return True
    at_places = trigger.token.lemma in words_of_places("carrying") or trigger.type in words_of_places(
        "at_places"
    )
    role = _entry_role(trigger, word) if own else ""
    either = (role in TAKEN and at_places) or is_called_to(trigger, preposition)
    if role not in {"", "place"} and not either and not is_site(reading, trigger, preposition, noun, role):
        return True
    building = noun.lemma in members("building") - words_of_places("grounds")
    return word == "on" and building and not at_places and location_of(reading, noun) is None


def _entry_role(trigger: Trigger, preposition: str) -> str:
    entry = load_triggers().entries.get(trigger.type)
    return entry.prepositions.get(preposition, "") if entry else ""


def is_site(reading: Reading, trigger: Trigger, preposition: Token, noun: Token, role: str) -> bool:
    """Whether what a preposition brings is where it happened, though it might have a role.

    "Arrested on the scene", "seized from a garage", "brought before a court", "spent it in Larnby".
    """
    word = preposition.lower
    if word == "before":
        return is_court(noun)
    if trigger.type == "investment":
        return word == "in" and location_of(reading, noun) is not None
    return (word, role) in PAIRS and trigger.family in ACTS and (is_spot(noun) or noun.lemma in _things())


@cache
def _things() -> frozenset[str]:
    return words_of_places("vessels") | words_of_places("cars") | words_of_places("containers")


def is_in_thing(trigger: Trigger, preposition: Token, noun: Token) -> bool:
    """Whether something was found in a thing, or befell somebody in his car."""
    found = trigger.type in words_of_places("finding") and noun.lemma in words_of_places("containers")
    held = trigger.type in words_of_places("in_cars") and noun.lemma in words_of_places("cars")
    word = preposition.lower
    return (found and word in words_of_places("containing")) or (held and word in words_of_places("aboard"))


def is_called_to(trigger: Trigger, preposition: Token) -> bool:
    """Whether "to" brings where somebody is needed ("were called to a motel")."""
    return preposition.lower == "to" and trigger.token.lemma in words_of_places("calling")


def is_brought_to(reading: Reading, trigger: Trigger, noun: Token) -> bool:
    """Whether somebody or something is brought to a noun, or called there, and it is a place."""
    places = load_lexicon("places_of_events")
    lemma = trigger.token.lemma
    return (lemma in places["carrying"] or lemma in places["calling"]) and is_place(reading, noun)


def is_place(reading: Reading, noun: Token) -> bool:
    """Whether a noun names a place, or is one for places and no name."""
    mention = reading.name_of(noun)
    return (mention is not None and mention.type == "location") or (mention is None and is_spot(noun))
