"""Readable headlines for events, built from what is known: "139 people arrested in Larnby".

Three ways, the first that gives something: what was done to whom; who said what; the reporter's own
words about who did it. What has none of these is called by its type.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from eventgraph.graph.words import quantity_in_words
from eventgraph.lexicon import load_lexicon
from eventgraph.link.names import plain
from eventgraph.link.repeats import folded
from eventgraph.link.wording import Wording, label_words
from eventgraph.model import Argument, Entity, EventPlace, EventQuantity, Participant
from eventgraph.schema import load_schema
from eventgraph.vocabulary import PlaceBasis, PlaceRelation

LONGEST = 80
"""Characters of a label; longer ones end in an ellipsis at a word."""
MOST_NAMES = 2
MOST_COUNTS = 3
LEAST_ROOM = 12
"""Characters that must be left of a label for words to be added."""
WHERE = r"\b(in|at|near|off|on|outside|across)\s+(?:the\s+)?$"
"""What stands before a place, to be kept in a label."""


@cache
def headlines(table: str) -> Mapping[str, Any]:
    """A table of ``[headlines]`` in ``lexicon/link.toml``: what each type of event says of its patient."""
    return dict(load_lexicon("link")["headlines"][table])


@cache
def counted_people() -> frozenset[str]:
    """The types of events that are done to people."""
    return frozenset(load_lexicon("link")["counts"]["people"])


class Headline:
    """The parts of an event that its label is made of.

    ``wording`` is that of the telling whose words are used; participants and quantities are those of
    all tellings.
    """

    def __init__(
        self,
        kind: str,
        wording: Wording,
        participants: Sequence[Participant],
        quantities: Sequence[EventQuantity],
        entities: Mapping[str, Entity],
    ) -> None:
        self._kind = kind
        self._wording = wording
        self._participants = participants
        self._quantities = quantities
        self._entities = entities

    def write(self, places: Sequence[EventPlace]) -> str:
        """The label, at most 80 characters."""
        speech = load_schema().event[self._kind].family == "speech"
        told = self._spoken() if speech else self._told()
        words = self._done(places) or told or self._named(places)
        return shorten(words[:1].upper() + words[1:])

    def _done(self, places: Sequence[EventPlace]) -> str:
        """What was done to whom ("12 people charged with fraud in Larnby"), "" where either is unknown."""
        patient = self._counted("patient") or self._names("patient")
        said = self._done_word(patient)
        if not (said and patient):
            return ""
        words = f"{patient} {said}"
        room = LONGEST - len(words) - 1
        prepositions = headlines("completed").get(self._kind, ())
        if prepositions and room >= LEAST_ROOM and (rest := self._wording.completion(prepositions, room)):
            trigger = self._wording.trigger
            return f"{patient} {trigger if self._is_participle(trigger) else said} {rest}"
        return words + self._place(places, LONGEST - len(words))

    def _is_participle(self, trigger: str) -> bool:
        """Whether a trigger can stand behind its patient ("man alleged to have", "owner sentenced to")."""
        return self._wording.is_verb and trigger.endswith("ed") and " " not in trigger

    def _done_word(self, patient: str) -> str:
        """What is said of a patient of this type; of some things it is said otherwise ("warrants served")."""
        said: str = headlines("done").get(self._kind, "")
        last = plain(patient).rpartition(" ")[2].removesuffix("s")
        if said and last in headlines("of_thing"):
            return str(headlines("of_thing")[last])
        return said

    def _spoken(self) -> str:
        """Who said what ("Police said: 12 people arrested"), "" where no verb says so."""
        if not self._wording.is_verb:
            return ""
        speaker = self._names("agent")
        if not speaker:
            words = self._wording.predicate(LONGEST)
            return words if " " in words else ""
        verb = self._verb_of_saying()
        lead = f"{speaker} {verb}"
        if words := self._wording.said(LONGEST - len(lead) - 2):
            return f"{lead}{words}"
        before = self._wording.said_before(LONGEST - len(lead) - 2)
        return f"{lead}: {before}" if before else ""

    def _verb_of_saying(self) -> str:
        """The verb as written, or the type's own where it is no finite one ("is asking")."""
        trigger = self._wording.trigger
        unfit = trigger.split()[0].endswith("ing") or self._wording.is_bare or plain(trigger) == "says"
        return str(headlines("said").get(self._kind, trigger)) if unfit else trigger

    def _told(self) -> str:
        """Who did it, in the words of the text; "" where they say no more than the type."""
        subject = self._subject()
        room = LONGEST - len(subject) - 1
        if self._wording.is_verb:
            words = self._wording.predicate(room)
            telling = self._kind not in headlines("done") or " " in self._wording.trigger
            passive = words.split()[:1] and words.split()[0] in label_words("passives")
            known = subject or (" " in words and telling and not passive)
            return f"{subject} {words}".strip() if known else ""
        if not self._wording.is_noun:
            return ""
        if subject and self._wording.has_doer_beside:
            owner = f"{subject}'s" if self._wording.has_owner else subject
            return f"{owner} {self._wording.noun_phrase(room - 2)}"
        words = self._wording.noun_phrase(LONGEST)
        return words if " " in words else ""

    def _subject(self) -> str:
        """The names of those before the trigger, two at most."""
        return self._joined([self._name(argument) for argument in self._wording.subjects()])

    def _named(self, places: Sequence[EventPlace]) -> str:
        """What it is, with who did it and to whom: "Port Authority Police search"."""
        what = load_schema().event[self._kind].label.lower()
        if self._kind == "event" and self._wording.trigger:
            what = self._wording.trigger
        agent = self._names("agent")
        patient = self._names("patient") if self._kind != "operation" else ""
        words = f"{agent} {what}" if agent else what
        words = f"{words}: {patient}" if patient and patient != what else words
        return words + self._place(places, LONGEST - len(words))

    def _counted(self, role: str) -> str:
        """The numbers of a role with what they count: "at least 12 people", "40 kg of cocaine and a boat".

        Parts of other numbers count where there are no others.
        """
        counting = [q for q in self._quantities if q.role == role and q.value is not None]
        counting = [q for q in counting if q.part_of is None] or counting
        peopled = self._kind in counted_people()
        counting = [q for q in counting if q.unit == "people" or not peopled]
        counts = [self._wording.counted(q) or quantity_in_words(q) for q in counting]
        return self._joined(counts[:1] if peopled else counts, most=MOST_COUNTS)

    def _names(self, role: str) -> str:
        """The names or words of those in a role, two at most."""
        found = [participant for participant in self._participants if participant.role == role]
        named = [p for p in found if p.entity] or found
        return self._joined([self._name(participant) for participant in named])

    def _joined(self, names: Sequence[str], most: int = MOST_NAMES) -> str:
        """Names in a row: "A and B"; "A, B and others" where there are more."""
        names = list(dict.fromkeys(filter(None, names)))
        names = [name for name in names if not name.isdecimal()] or names
        if len(names) > most:
            return f"{', '.join(names[:most])} and others"
        return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))

    def _name(self, participant: Participant | EventPlace | Argument) -> str:
        """The name of a participant's entity, or its words with their modifiers."""
        if isinstance(participant, Argument):
            known = next((p for p in self._participants if p.span == participant.span and p.entity), None)
            identifier = known.entity if known else self._wording.setting.known(participant.mention)
        else:
            identifier = participant.entity
        entity = self._entities.get(identifier or "")
        if entity:
            return entity.name
        words = folded(self._wording.text(self._wording.modified(participant)))
        nobody = plain(words) in label_words("pronouns") | label_words("nobody")
        return "" if nobody else re.sub(r"^(?:the|an?) ", "", words)

    def _place(self, places: Sequence[EventPlace], room: int) -> str:
        """Where it happened (" in Larnby"); "" where at best a dateline says so, or it does not fit."""
        inside = [
            place
            for place in places
            if place.relation is PlaceRelation.IN
            and place.basis is PlaceBasis.TEXT
            and (place.entity or not place.text.islower())
        ]
        if not inside:
            return ""
        place = inside[0]
        before = self._wording.before(place)
        where = re.search(WHERE, before, re.IGNORECASE)
        name = self._name(place)
        article = "the " if re.search(r"\bthe $", before) or place.text[:4].casefold() == "the " else ""
        words = f" {where[1].lower() if where else 'in'} {article}{name}"
        return words if len(words) <= room else ""


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
