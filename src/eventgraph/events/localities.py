"""What a noun names as a place: a location, the premises of a body, or a spot without a name ("a house").

Names that were taken for people or for nothing at all are places where only places stand ("near Velnac").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from eventgraph.entities.atlas import CITY, COUNTRY, DIVISION, atlas
from eventgraph.entities.gender import is_given_name
from eventgraph.events.entries import members
from eventgraph.events.grammar import prepositional
from eventgraph.events.nouns import phrase_start
from eventgraph.events.part import BODIES, PEOPLE
from eventgraph.events.reading import Reading
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Mention, PlaceReference
from eventgraph.text.parse import Token
from eventgraph.vocabulary import MentionKind, PlaceBasis, PlaceRelation

ROAD = re.compile(r"[A-Z]{1,2}-?\d{1,4}")
"""The number of a road ("the M6")."""
HOUSED = {"at", "inside", "outside"}
"""Prepositions by which a body is where something happened ("appeared at Larnby Crown Court")."""
LONGEST_NAME = 3
INNER = ("compound", "nmod", "poss", "amod")
"""How the name of a place stands within the phrase of another noun ("a Larnby tearoom")."""


@cache
def words_of_places(key: str) -> frozenset[str]:
    """The words of a list of ``places_of_events.toml``."""
    return frozenset(load_lexicon("places_of_events")[key])


@cache
def relations() -> dict[str, PlaceRelation]:
    """How each preposition relates a happening to a place."""
    listed = load_lexicon("places_of_events")["relations"]
    return {word: PlaceRelation(relation) for relation, words in listed.items() for word in words}


def place_of(
    reading: Reading, preposition: Token, noun: Token, *, spots: bool, travels: bool
) -> PlaceReference | None:
    """The place that a preposition brings; with ``spots`` also one without a name.

    Of what ``travels`` also names of no known sort say whence and whither ("flew to Velnac").
    """
    relation = relations().get(preposition.lower)
    if relation is None or reading.time_of(noun) or _is_no_place(reading, preposition, noun):
        return None
    if reading.parsed.head(preposition).lemma in words_of_places("distances"):
        relation = PlaceRelation.NEAR
    mention = location_of(reading, noun) or _premises(reading, preposition, noun)
    if mention is not None:
        return _named(mention, relation)
    unknown = _of_unknown_name(reading, noun)
    if unknown is not None:
        return bywords_of_places(reading, unknown, relation)
    if _is_road(preposition, noun) or _stands_for_a_place(reading, preposition, noun, travels=travels):
        return bywords_of_places(reading, noun, relation)
    within = place_within(reading, noun, countries=False) if preposition.lower in HOUSED else None
    if within is not None:
        return replace(within, relation=relation)
    spots = spots and preposition.lower in words_of_places("unnamed")
    unnamed = spots and _is_unnamed(reading, preposition, noun)
    return bywords_of_places(reading, noun, relation) if unnamed else None


def _is_road(preposition: Token, noun: Token) -> bool:
    return preposition.lower in {"on", "off", "along", "near"} and ROAD.fullmatch(noun.text) is not None


def _is_unnamed(reading: Reading, preposition: Token, noun: Token) -> bool:
    """Whether a noun is a place without a name ("in a house", "on a bus", "at a customs post")."""
    aboard = preposition.lower in words_of_places("aboard") and noun.lemma in words_of_places("vessels")
    words = load_lexicon("places_of_events")["qualified"].get(noun.lemma, ())
    beside = reading.parsed.children(noun, "compound", "amod") if words else ()
    return is_spot(noun) or aboard or any(word.lower in words for word in beside)


def _of_unknown_name(reading: Reading, noun: Token) -> Token | None:
    """The name of no known sort after "the town of"."""
    if noun.lemma not in members("areas") or noun.tag != "NN":
        return None
    brought = (name for by, name in prepositional(reading.parsed, noun) if by.lower == "of")
    return next((n for n in brought if n.pos == "PROPN" and reading.mention_of(n) is None), None)


def place_befallen(reading: Reading, noun: Token) -> PlaceReference | None:
    """The place that something was done to ("an earthquake shook Larnby", "the town was shelled")."""
    mention = location_of(reading, noun)
    if mention is not None:
        return _named(mention, PlaceRelation.IN)
    area = noun.tag == "NN" and noun.lemma in members("areas") and reading.name_of(noun) is None
    return bywords_of_places(reading, noun, PlaceRelation.IN) if area else None


def place_within(reading: Reading, noun: Token, *, countries: bool) -> PlaceReference | None:
    """The place named before a noun ("the Larnby bombing"); countries act, so they count if asked for."""
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
    span = mention.span if mention.type == "location" or mention.type in BODIES else None
    return PlaceReference(
        mention.document, mention.start, mention.end,
        mention=span, relation=relation, basis=PlaceBasis.TEXT,
    )  # fmt: skip


def bywords_of_places(reading: Reading, noun: Token, relation: PlaceRelation) -> PlaceReference:
    """A place without a mention, by the name that stands right behind its noun ("the vessel Nour Star")."""
    beside = reading.parsed.children(noun, "appos")
    named = next((n for n in beside if n.pos == "PROPN" and n.index - noun.index <= LONGEST_NAME), noun)
    whole = phrase_start(reading.parsed, named)
    noun = named if whole.index == noun.index + 1 else noun
    span = reading.span(phrase_start(reading.parsed, noun), noun)
    return PlaceReference(span.document, span.start, span.end, relation=relation)


def location_of(reading: Reading, noun: Token) -> Mention | None:
    """The location a noun is, or that stands within its phrase ("five Southern California counties")."""
    mention = reading.mention_of(noun)
    if mention is not None:
        return mention if mention.type == "location" else None
    for preposition, town in prepositional(reading.parsed, noun):
        named = reading.name_of(town)
        part = is_spot(noun) or noun.lemma in words_of_places("parts")
        part = part or noun.lemma in load_lexicon("places_of_events")["qualified"]
        if preposition.lower == "of" and part and named is not None and _names_a_place(reading, named, town):
            return named
    inside = reading.parsed.children(noun, *INNER, "appos") if is_host(noun) else ()
    return _first_location(reading, sorted(inside, key=lambda word: abs(word.index - noun.index)))


def _names_a_place(reading: Reading, mention: Mention, noun: Token) -> bool:
    """Whether what "the town of" brings is a place, whatever it was taken for."""
    alone = mention.end - mention.start <= noun.end - noun.start and noun.pos == "PROPN"
    return mention.type == "location" or (alone and not _has_full_name(reading, mention))


def _first_location(reading: Reading, words: Iterable[Token]) -> Mention | None:
    named = (reading.name_of(word) for word in words)
    return next((mention for mention in named if mention is not None and mention.type == "location"), None)


def is_spot(noun: Token) -> bool:
    """Whether a noun is one for places: a building or an area."""
    lemma = noun.lemma
    return lemma in members("areas") or lemma in members("building") or lemma in words_of_places("spots")


def is_host(noun: Token) -> bool:
    """Whether a noun is one for places or for bodies that have their place before them ("a Larnby court")."""
    return is_spot(noun) or noun.lemma in words_of_places("hosts")


def is_court(noun: Token) -> bool:
    """Whether a noun is one for courts."""
    return noun.lemma.lower() in members("court")


def _is_no_place(reading: Reading, preposition: Token, noun: Token) -> bool:
    """Whether a noun for places is used for something else, or says nothing ("in a televised address")."""
    if preposition.lower == "before" and not is_court(noun):
        return True
    if reading.name_of(noun) is not None:
        return False
    article = reading.parsed.child(noun, "det")
    the = "the " if article is not None and article.lower == "the" else ""
    idle = f"{preposition.lower} {the}{noun.lower}" in words_of_places("idioms")
    return idle and location_of(reading, noun) is None


def _premises(reading: Reading, preposition: Token, noun: Token) -> Mention | None:
    """The body at whose premises something happened."""
    mention = reading.name_of(noun)
    if mention is None or mention.type not in BODIES:
        return None
    in_court = preposition.lower in {"in", "before", "where"} and is_court(noun)
    return mention if in_court or preposition.lower in HOUSED else None


def _stands_for_a_place(reading: Reading, preposition: Token, noun: Token, *, travels: bool) -> bool:
    """Whether a proper noun of no known sort stands where a place does: "marched through Velnac"."""
    parsed = reading.parsed
    words = parsed.tokens[phrase_start(parsed, noun).index : noun.index + 1]
    form = noun.pos == "PROPN" and all(w.text.istitle() and w.text.isalpha() for w in words)
    locates = preposition.lower in words_of_places("locating") or (
        travels and preposition.lower in {"to", "from"}
    )
    if not form or not locates or parsed.children(noun, "det", "poss"):
        return False
    if any(w.lower in words_of_places("nowhere") for w in words):
        return False
    mention = reading.name_of(noun)
    if mention is None:
        return reading.mention_of(noun) is None and (travels or preposition.lower in words_of_places("sure"))
    alone = mention.end - mention.start <= noun.end - noun.start
    several = mention.type == "person" and not is_given_name(words[0].text)
    several = several and preposition.lower in words_of_places("sure") - {"at", "around", "between", "where"}
    if not (alone or several) or mention.type not in {*PEOPLE, "organisation"}:
        return False
    holder = parsed.tokens[max(0, preposition.index - 1)]
    held = mention.type == "organisation" and holder.lemma in words_of_places("held_in")
    return not held and not _has_full_name(reading, mention)


def _has_full_name(reading: Reading, mention: Mention) -> bool:
    """Whether the document names somebody in full who is called so ("Otto Brandel", then "Brandel")."""
    end = f" {mention.name}"
    named = (m for m in reading.mentions if m.kind is MentionKind.NAME and m.type in PEOPLE)
    return any(m.name.endswith(end) or m.name.startswith(f"{mention.name} ") for m in named)
