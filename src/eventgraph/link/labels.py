"""Readable headlines for events, built from what is known: "139 people arrested in Larnby"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from eventgraph.lexicon import load_lexicon
from eventgraph.link.names import plain
from eventgraph.model import Entity, EventPlace, EventQuantity, Participant
from eventgraph.schema import load_schema
from eventgraph.vocabulary import PlaceBasis, PlaceRelation

LONGEST = 80
"""Characters of a label; longer ones end in an ellipsis at a word."""
MOST_NAMES = 2


@cache
def headline_words() -> Mapping[str, str]:
    """What each type of event says of its patient: "arrested"."""
    return dict(load_lexicon("link")["headlines"])


@cache
def counted_people() -> frozenset[str]:
    """The types of events that are done to people."""
    return frozenset(load_lexicon("link")["counts"]["people"])


class Headline:
    """The parts of an event that its label is made of."""

    def __init__(
        self,
        kind: str,
        trigger: str,
        participants: Sequence[Participant],
        quantities: Sequence[EventQuantity],
        entities: Mapping[str, Entity],
    ) -> None:
        self._kind = kind
        self._trigger = " ".join(trigger.split())
        self._participants = participants
        self._quantities = quantities
        self._entities = entities

    def write(self, places: Sequence[EventPlace]) -> str:
        """The label, at most 80 characters."""
        words = self._who_was_done_to() or self._what_it_is()
        place = self._place(places)
        if place and len(words) + len(place) < LONGEST:
            words += place
        return shorten(words[:1].upper() + words[1:])

    def _who_was_done_to(self) -> str:
        """What was done to whom ("12 people arrested"), "" where either is unknown."""
        said = headline_words().get(self._kind)
        patient = self._counted("patient") or self._names("patient")
        return f"{patient} {said}" if said and patient else ""

    def _what_it_is(self) -> str:
        """Who did it and what it is ("Port Authority Police search"), or what it is alone."""
        what = load_schema().event[self._kind].label.lower()
        agent = self._names("agent")
        patient = self._names("patient") if self._kind != "operation" else ""
        if self._kind == "event" and self._trigger:
            parts = (agent, self._trigger, patient) if agent else (patient, self._trigger)
            return " ".join(filter(None, parts))
        words = f"{agent} {what}" if agent else what
        return f"{words}: {patient}" if patient and patient != what else words

    def _counted(self, role: str) -> str:
        """The first number of a role with what it counts: "at least 12 people", "40 kg of cocaine"."""
        for quantity in self._quantities:
            counts = quantity.role == role and quantity.part_of is None and quantity.value is not None
            if counts and (quantity.unit == "people" or self._kind not in counted_people()):
                return count_words(quantity)
        return ""

    def _names(self, role: str) -> str:
        """The names or words of those in a role, two at most."""
        found = [p for p in self._participants if p.role == role]
        named = [p for p in found if p.entity] or found
        names = list(dict.fromkeys(self._name(participant) for participant in named))
        if len(names) > MOST_NAMES:
            return f"{', '.join(names[:MOST_NAMES])} and others"
        return " and ".join(names)

    def _name(self, participant: Participant | EventPlace) -> str:
        """The name of a participant's entity, or its words on one line."""
        entity = self._entities.get(participant.entity or "")
        return entity.name if entity else re.sub(r"^(?:the|an?) ", "", " ".join(participant.text.split()))

    def _place(self, places: Sequence[EventPlace]) -> str:
        """Where it happened ("in Larnby", a space before it), "" where only a dateline or nothing says so."""
        inside = [
            place
            for place in places
            if place.relation is PlaceRelation.IN
            and place.basis is PlaceBasis.TEXT
            and (place.entity or not place.text.islower())
        ]
        return f" in {self._name(inside[0])}" if inside else ""


def count_words(quantity: EventQuantity) -> str:
    """A number with what it counts, on one line."""
    text, what = " ".join(quantity.text.split()), " ".join(quantity.what.split())
    if not what or plain(what) in plain(text):
        return text
    of = quantity.unit and quantity.unit != "people" and plain(quantity.unit) in plain(text)
    return f"{text} of {what}" if of else f"{text} {what}"


def shorten(text: str) -> str:
    """Text of at most 80 characters, cut at a word.

    >>> shorten("word " * 20)[-10:]
    'word word…'
    """
    text = text.strip()
    if len(text) <= LONGEST:
        return text
    head = text[: LONGEST - 1]
    return f"{head.rpartition(' ')[0] or head}…".replace(",…", "…")
