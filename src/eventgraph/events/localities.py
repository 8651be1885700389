"""What a noun names as a place: a location, the premises of a body, or a spot without a name ("a house").

Names that were taken for people or for nothing at all are places where only places stand ("near Velnac").
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from eventgraph.entities.atlas import CITY, COUNTRY, DIVISION, atlas
from eventgraph.events.entries import members
from eventgraph.events.grammar import is_verbal, phrase_start, prepositional
from eventgraph.events.reading import Reading
from eventgraph.events.roles import BODIES, PEOPLE
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Mention, PlaceReference
from eventgraph.text.parse import Token
from eventgraph.vocabulary import MentionKind, PlaceBasis, PlaceRelation

HOUSED = {"at", "inside", "outside"}
"""Prepositions by which a body is where something happened ("appeared at Larnby Crown Court")."""
INNER = ("compound", "nmod", "poss", "amod")
"""How the name of a place stands within the phrase of another noun ("a Larnby tearoom")."""


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_lexicon("places_of_events")[key])


@cache
def relations() -> dict[str, PlaceRelation]:
    """How each preposition relates a happening to a place."""
    listed = load_lexicon("places_of_events")["relations"]
    return {word: PlaceRelation(relation) for relation, words in listed.items() for word in words}


def place_of(reading: Reading, preposition: Token, noun: Token, *, spots: bool) -> PlaceReference | None:
    """The place that a preposition brings; with ``spots`` also one without a name."""
    relation = relations().get(preposition.lower)
    if relation is None or reading.time_of(noun):
        return None
    mention = location_of(reading, noun) or _premises(reading, preposition, noun)
    if mention is not None:
        return _named(mention, relation)
    if _stands_for_a_place(reading, preposition, noun):
        return _by_words(reading, noun, relation)
    if not spots or preposition.lower not in _words("unnamed"):
        return None
    aboard = preposition.lower in _words("aboard") and noun.lemma in _words("vessels")
    return _by_words(reading, noun, relation) if is_spot(noun) or aboard else None


def place_befallen(reading: Reading, noun: Token) -> PlaceReference | None:
    """The place that something was done to ("an earthquake shook Larnby", "the town was shelled")."""
    mention = location_of(reading, noun)
    if mention is not None:
        return _named(mention, PlaceRelation.IN)
    area = noun.tag == "NN" and noun.lemma in members("areas") and reading.name_of(noun) is None
    return _by_words(reading, noun, PlaceRelation.IN) if area else None


def place_within(reading: Reading, noun: Token, *, countries: bool) -> PlaceReference | None:
    """The place named before a noun ("the Larnby bombing"); countries act, so they count only if asked for."""
    for child in reading.parsed.children(noun, *INNER):
        mention = reading.name_of(child)
        named = mention is not None and mention.type == "location" and child.pos == "PROPN"
        if mention is not None and named and (countries or _is_town(mention.name)):
            return _named(mention, PlaceRelation.IN)
    return None


def _is_town(name: str) -> bool:
    """Whether a name is not that of a country alone."""
    kinds = {place.kind for place in atlas().find(name)}
    return not kinds or bool(kinds & {CITY, DIVISION}) or COUNTRY not in kinds


def _named(mention: Mention, relation: PlaceRelation) -> PlaceReference:
    return PlaceReference(
        mention.document, mention.start, mention.end,
        mention=mention.span, relation=relation, basis=PlaceBasis.TEXT,
    )  # fmt: skip


def _by_words(reading: Reading, noun: Token, relation: PlaceRelation) -> PlaceReference:
    span = reading.span(phrase_start(reading.parsed, noun), noun)
    return PlaceReference(span.document, span.start, span.end, relation=relation)


def location_of(reading: Reading, noun: Token) -> Mention | None:
    """The location a noun is, or that stands within its phrase ("five Southern California counties")."""
    mention = reading.mention_of(noun)
    if mention is not None:
        return mention if mention.type == "location" else None
    for preposition, town in prepositional(reading.parsed, noun):
        named = reading.name_of(town)
        part = is_spot(noun) or noun.lemma in _words("parts")
        if preposition.lower == "of" and part and named is not None and named.type == "location":
            return named
    inside = reading.parsed.children(noun, *INNER, "appos") if is_spot(noun) else ()
    return _first_location(reading, inside)


def _first_location(reading: Reading, words: Iterable[Token]) -> Mention | None:
    named = (reading.name_of(word) for word in words)
    return next((mention for mention in named if mention is not None and mention.type == "location"), None)


def is_spot(noun: Token) -> bool:
    """Whether a noun is one for places: a building or an area."""
    return noun.lemma in members("areas") or noun.lemma in members("building")


def _premises(reading: Reading, preposition: Token, noun: Token) -> Mention | None:
    """The body at whose premises something happened."""
    mention = reading.name_of(noun)
    if mention is None or mention.type not in BODIES:
        return None
    in_court = preposition.lower == "in" and noun.lemma in members("court")
    return mention if in_court or preposition.lower in HOUSED else None


def _stands_for_a_place(reading: Reading, preposition: Token, noun: Token) -> bool:
    """Whether a proper noun of no known sort stands where a place does: "marched through Velnac"."""
    parsed = reading.parsed
    words = parsed.tokens[phrase_start(parsed, noun).index : noun.index + 1]
    form = noun.pos == "PROPN" and all(w.text.istitle() and w.text.isalpha() for w in words)
    if not form or preposition.lower not in _words("locating") or parsed.children(noun, "det", "poss"):
        return False
    if any(w.lower in _words("nowhere") for w in words):
        return False
    mention = reading.name_of(noun)
    if mention is None:
        return reading.mention_of(noun) is None and preposition.lower in _words("sure")
    alone = mention.end - mention.start <= noun.end - noun.start
    if not alone or mention.type not in {*PEOPLE, "organisation"}:
        return False
    head = parsed.head(preposition)
    held = mention.type == "organisation" and not is_verbal(head) and head.lemma in _words("held_in")
    return not held and not _has_full_name(reading, mention)


def _has_full_name(reading: Reading, mention: Mention) -> bool:
    """Whether the document names somebody in full who is called so ("Otto Brandel", then "Brandel")."""
    end = f" {mention.name}"
    named = (m for m in reading.mentions if m.kind is MentionKind.NAME and m.type in PEOPLE)
    return any(m.name.endswith(end) or m.name.startswith(f"{mention.name} ") for m in named)
