"""Where a happening took place: the places its clause names, else the dateline's for the lead."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from eventgraph.events.entries import load_triggers, members
from eventgraph.events.grammar import (
    NOMINAL,
    clause_verb,
    coordinated,
    direct_object,
    is_passive,
    is_verbal,
    own_words,
    phrase_start,
    prepositional,
    subject,
    twin,
)
from eventgraph.events.reading import Reading
from eventgraph.events.roles import BODIES
from eventgraph.events.triggers import Trigger
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Mention, PlaceReference
from eventgraph.text.parse import Parsed, Token
from eventgraph.vocabulary import PlaceBasis, PlaceRelation

RELATIONS = {
    preposition: PlaceRelation(relation)
    for relation, prepositions in load_lexicon("places_of_events")["relations"].items()
    for preposition in prepositions
}
DIRECTIONS = frozenset(load_lexicon("places_of_events")["directions"])
JUSTICE = "justice"
DEEPEST = 3
STAYING = {PlaceRelation.IN, PlaceRelation.NEAR, PlaceRelation.OUTSIDE}
HOUSED = {"at", "inside", "outside"}
"""Prepositions by which a body is where something happened ("appeared at Larnby Crown Court")."""


def find_places(reading: Reading, trigger: Trigger) -> tuple[PlaceReference, ...]:
    """The places of a trigger, the words of its clause first; for each relation those of one phrase."""
    found: dict[PlaceRelation, tuple[PlaceReference, ...]] = {}
    for preposition, noun in _candidates(reading, trigger):
        staying = RELATIONS.get(preposition.lower) in {PlaceRelation.IN, PlaceRelation.NEAR}
        if _is_borrowed(preposition, trigger) and (found or not staying):
            continue
        if _is_origin(reading, preposition) and reading.parsed.head(preposition) is not trigger.token:
            continue
        places = (_place(reading, preposition, place, trigger) for place in coordinated(reading.parsed, noun))
        group = tuple(place for place in places if place is not None)
        if group and not _is_named(found.get(group[0].relation, ())) and (_is_named(group) or not found):
            found[group[0].relation] = group
    if not found and trigger.family != "speech":
        for place in _anywhere(reading, trigger):
            found.setdefault(place.relation, (place,))
    if not found and trigger.type in _situated():
        found[PlaceRelation.IN] = tuple(_undergoing(reading, trigger))
    if not any(found.values()) and trigger.is_verb and trigger.type in _situated():
        found[PlaceRelation.IN] = tuple(_of_dateline(reading, trigger))
    together = {place for group in found.values() for place in group}
    return tuple(sorted(together, key=lambda place: (place.start, place.end, place.relation)))


@cache
def _situated() -> frozenset[str]:
    """Types that happen at a spot, with all that is told in one breath with them."""
    return frozenset(load_lexicon("places_of_events")["situated"])


def _anywhere(reading: Reading, trigger: Trigger) -> Iterator[PlaceReference]:
    """The first place that stands in the trigger's clause at all, however it is joined."""
    for word in own_words(reading.parsed, trigger.token):
        preposition = reading.parsed.head(word)
        if (
            word.dep == "pobj"
            and RELATIONS.get(preposition.lower) in STAYING
            and not _is_origin(reading, preposition)
        ):
            place = _place(reading, preposition, word, trigger)
            if place is not None and place.mention is not None:
                yield place
                return


def _undergoing(reading: Reading, trigger: Trigger) -> Iterator[PlaceReference]:
    """The place that a happening befell ("an earthquake shook Larnby", "the town was shelled")."""
    parsed, verb = reading.parsed, clause_verb(reading.parsed, trigger.token)
    if not trigger.is_verb and trigger.token.dep != "nsubj":
        return
    noun = subject(parsed, verb) if is_passive(parsed, verb) else direct_object(parsed, verb)
    if noun is None:
        return
    mention = _location(reading, noun)
    if mention is not None:
        yield PlaceReference(mention.document, mention.start, mention.end, mention=mention.span)
    elif noun.tag == "NN" and noun.lemma in members("areas") and reading.name_of(noun) is None:
        span = reading.span(phrase_start(parsed, noun), noun)
        yield PlaceReference(span.document, span.start, span.end)


def _is_origin(reading: Reading, preposition: Token) -> bool:
    """Whether "from" tells where somebody or something comes from ("two men from Larnby")."""
    return preposition.lower == "from" and reading.parsed.head(preposition).pos in NOMINAL


def _is_named(group: tuple[PlaceReference, ...]) -> bool:
    return any(place.mention is not None for place in group)


def _is_borrowed(preposition: Token, trigger: Trigger) -> bool:
    """Whether a place stands before the trigger, in a verb it is coordinated to."""
    return _shares(trigger.token) and preposition.index < trigger.token.index


def _shares(verb: Token) -> bool:
    """Whether a verb is coordinated to another or a participle that goes with it ("..., killing two")."""
    return verb.dep == "conj" or (verb.dep == "advcl" and verb.tag == "VBG")


def _candidates(reading: Reading, trigger: Trigger) -> Iterator[tuple[Token, Token]]:
    """Prepositional phrases that may say where: of the trigger, then of its object, then fronted ones."""
    parsed, token = reading.parsed, trigger.token
    for word in trigger.words:
        yield from _below(reading, word, 0)
    if trigger.is_verb:
        undergoing = subject(parsed, token) if is_passive(parsed, token) else direct_object(parsed, token)
        if undergoing is not None:
            yield from _below(reading, undergoing, 0)
    if trigger.is_verb and trigger.family != "speech":
        yield from _fronted(reading, token)
        yield from _of_where(reading, token)
        doer = None if is_passive(parsed, token) else subject(parsed, token)
        doers = [doer, *(noun for prep, noun in prepositional(parsed, token) if prep.dep == "agent")]
        for noun in doers:
            if noun is not None:
                yield from _below(reading, noun, 0)
        beside = twin(parsed, token)
        if beside is not None:
            yield from _below(reading, beside, 0)
        yield from _of_first(reading, trigger)
    elif not trigger.is_verb and trigger.type != "operation":
        for clause in parsed.children(token, "relcl", "acl"):
            yield from _below(reading, clause, 0)
        yield from _of_clause(reading, token)


def _of_first(reading: Reading, trigger: Trigger) -> Iterator[tuple[Token, Token]]:
    """What a verb coordinated to another shares of its places ("found the house in Kansas and ...")."""
    verb = trigger.token
    first = reading.parsed.head(verb)
    if verb.dep == "conj" and first.dep == "advcl" and first.tag == "VBG":
        first = reading.parsed.head(first)
    on_the_spot = trigger.type in _situated() or verb.dep == "advcl"
    if _shares(verb) and is_verbal(first) and on_the_spot:
        found = direct_object(reading.parsed, first)
        yield from _below(reading, first, 0)
        if found is not None:
            yield from _below(reading, found, 0)


def _fronted(reading: Reading, verb: Token) -> Iterator[tuple[Token, Token]]:
    """What stands before the verbs that a verb is coordinated or subordinate to: "In Ohio, agents ..."."""
    parsed, climbed = reading.parsed, 0
    while climbed < DEEPEST and verb.dep in {"conj", "xcomp", "advcl", "pcomp"}:
        verb, climbed = parsed.head(verb), climbed + 1
        if is_verbal(verb):
            yield from (pair for pair in _below(reading, verb, 0) if pair[0].index < verb.index)


def _of_where(reading: Reading, verb: Token) -> Iterator[tuple[Token, Token]]:
    """What a clause with "where" tells more of: "a house in Kansas, where agents found her"."""
    parsed, noun = reading.parsed, reading.parsed.head(verb)
    if verb.dep == "relcl" and any(child.lower == "where" for child in parsed.children(verb, "advmod")):
        if noun.dep == "pobj":
            yield parsed.head(noun), noun
        yield from _below(reading, noun, 0)


def _of_clause(reading: Reading, noun: Token) -> Iterator[tuple[Token, Token]]:
    """What the verb of a noun's clause says of its place, unless that verb only tells of the noun."""
    verb = clause_verb(reading.parsed, noun)
    if noun.dep == "pobj" and reading.parsed.head(noun).lower in {"for", "of", "with", "on"}:
        return
    if verb is not noun and verb.lemma not in load_lexicon("speech")["saying"]:
        yield from _below(reading, verb, 0)


def _below(reading: Reading, token: Token, depth: int) -> Iterator[tuple[Token, Token]]:
    parsed = reading.parsed
    if token.pos == "ADP":
        yield from ((token, noun) for noun in parsed.children(token, "pobj"))
    for direction in parsed.children(token, "advmod", "npadvmod"):
        if direction.lower in DIRECTIONS:
            yield from ((direction, noun) for _, noun in prepositional(parsed, direction))
    yield from _behind_particles(parsed, token)
    for preposition in parsed.children(token, "prep"):
        for noun in parsed.children(preposition, "pobj"):
            yield (parsed.head(preposition) if _leaves(parsed, preposition) else preposition), noun
            if depth < DEEPEST and (preposition.lower in RELATIONS or preposition.lower in {"of", "during"}):
                yield from _below(reading, noun, depth + 1)
        if depth < DEEPEST:
            yield from _below(reading, preposition, depth + 1)


def _behind_particles(parsed: Parsed, token: Token) -> Iterator[tuple[Token, Token]]:
    """What stands behind a particle of a verb ("pulled back from Larnby")."""
    for particle in parsed.children(token, "advmod", "prt"):
        if particle.lower not in DIRECTIONS:
            for by in parsed.children(particle, "prep"):
                yield from ((by, noun) for noun in parsed.children(by, "pobj") if by.lower != "of")


def _leaves(parsed: Parsed, preposition: Token) -> bool:
    """Whether "of" belongs to "out" ("broke out of the prison")."""
    return preposition.lower == "of" and parsed.head(preposition).lower == "out"


def _place(reading: Reading, preposition: Token, noun: Token, trigger: Trigger) -> PlaceReference | None:
    relation = RELATIONS.get(preposition.lower)
    if relation is None or reading.time_of(noun):
        return None
    if _entry_role(trigger, preposition.lower) not in {"", "place"}:
        return None
    mention = _location(reading, noun) or _premises(reading, preposition, noun)
    if mention is None:
        return _unnamed(reading, preposition, noun, trigger)
    if preposition.lower == "for" and trigger.token.lemma not in load_lexicon("places_of_events")["leaving"]:
        return None
    return PlaceReference(
        mention.document,
        mention.start,
        mention.end,
        mention=mention.span,
        relation=relation,
        basis=PlaceBasis.TEXT,
    )


def _premises(reading: Reading, preposition: Token, noun: Token) -> Mention | None:
    """The body at whose premises something happened."""
    mention = reading.name_of(noun)
    if mention is None or mention.type not in BODIES:
        return None
    in_court = preposition.lower == "in" and noun.lemma in members("court")
    return mention if in_court or preposition.lower in HOUSED else None


def _entry_role(trigger: Trigger, preposition: str) -> str:
    entry = load_triggers().entries.get(trigger.type)
    return entry.prepositions.get(preposition, "") if entry else ""


def _location(reading: Reading, noun: Token) -> Mention | None:
    """The location a noun is, or that stands within its phrase ("five Southern California counties")."""
    mention = reading.mention_of(noun)
    if mention is not None:
        return mention if mention.type == "location" else None
    for preposition, town in prepositional(reading.parsed, noun):
        named = reading.name_of(town)
        if preposition.lower == "of" and _is_area(noun) and named is not None and named.type == "location":
            return named
    for child in reading.parsed.children(noun, "compound", "nmod", "poss", "appos"):
        inside = reading.name_of(child)
        if inside is not None and inside.type == "location" and _is_area(noun):
            return inside
    return None


def _is_area(noun: Token) -> bool:
    return noun.lemma in members("areas") or noun.lemma in members("building")


def _unnamed(reading: Reading, preposition: Token, noun: Token, trigger: Trigger) -> PlaceReference | None:
    if (
        trigger.family == JUSTICE
        or preposition.lower not in load_lexicon("places_of_events")["unnamed"]
        or not _is_area(noun)
    ):
        return None
    span = reading.span(phrase_start(reading.parsed, noun), noun)
    relation = RELATIONS[preposition.lower]
    return PlaceReference(span.document, span.start, span.end, relation=relation)


def _of_dateline(reading: Reading, trigger: Trigger) -> Iterator[PlaceReference]:
    """The dateline's place, for what the first sentence after it tells."""
    place = reading.datelines.get(trigger.token.sentence)
    sentence = reading.parsed.sentence_of(trigger.token)
    words = reading.parsed.tokens[sentence.first : sentence.last]
    if place is None or any(_location(reading, word) is not None for word in words):
        return
    mention = next((m for m in reading.mentions if m.overlaps(place)), None)
    yield PlaceReference(
        place.document, place.start, place.end,
        mention=mention.span if mention else None, basis=PlaceBasis.DATELINE,
    )  # fmt: skip
