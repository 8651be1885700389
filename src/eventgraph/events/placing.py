"""Where a happening took place: the places its clause names, else the dateline's for the lead."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from eventgraph.events.entries import load_triggers
from eventgraph.events.grammar import (
    NOMINAL,
    clause_verb,
    coordinated,
    direct_object,
    is_at_once,
    is_passive,
    is_verbal,
    own_words,
    prepositional,
    subject,
    twin,
)
from eventgraph.events.localities import (
    is_spot,
    location_of,
    place_befallen,
    place_of,
    place_within,
    relations,
)
from eventgraph.events.reading import Reading
from eventgraph.events.triggers import Trigger
from eventgraph.lexicon import load_lexicon
from eventgraph.model import PlaceReference
from eventgraph.text.parse import Parsed, Token
from eventgraph.vocabulary import PlaceBasis, PlaceRelation

DIRECTIONS = frozenset(load_lexicon("places_of_events")["directions"])
JUSTICE = "justice"
DEEPEST = 3
STAYING = {PlaceRelation.IN, PlaceRelation.NEAR, PlaceRelation.OUTSIDE}


def find_places(reading: Reading, trigger: Trigger) -> tuple[PlaceReference, ...]:
    """The places of a trigger, the words of its clause first; for each relation those of one phrase."""
    found: dict[PlaceRelation, tuple[PlaceReference, ...]] = {}
    for preposition, noun in _candidates(reading, trigger):
        staying = relations().get(preposition.lower) in {PlaceRelation.IN, PlaceRelation.NEAR}
        if _is_borrowed(preposition, trigger) and (found or not staying):
            continue
        if _is_origin(reading, preposition) and not _is_left(reading, trigger, preposition, noun):
            continue
        places = (_place(reading, preposition, place, trigger) for place in coordinated(reading.parsed, noun))
        group = tuple(place for place in places if place is not None)
        named = any(_is_named(reading, place) for place in group)
        held = any(_is_named(reading, place) for place in found.get(group[0].relation, ())) if group else False
        if group and not held and (named or not found):
            found[group[0].relation] = group
    if not any(_is_named(reading, place) for group in found.values() for place in group):
        more = next(iter(_further(reading, trigger, lone=not found)), None)
        if more is not None:
            found[more.relation] = (more,)
    together = {place for group in found.values() for place in group}
    return tuple(sorted(together, key=lambda place: (place.start, place.end, place.relation)))


def _further(reading: Reading, trigger: Trigger, *, lone: bool) -> Iterator[PlaceReference]:
    """Places by other bonds, for what no phrase sets at a named place; ``lone`` if none sets it anywhere."""
    yield from _held_within(reading, trigger)
    if lone and trigger.family != "speech":
        yield from _anywhere(reading, trigger)
    if lone and trigger.type in _situated():
        yield from _undergoing(reading, trigger)
    if lone:
        yield from _of_dateline(reading, trigger)


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
            and relations().get(preposition.lower) in STAYING
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
    place = place_befallen(reading, noun) if noun is not None else None
    if place is not None:
        yield place


def _is_origin(reading: Reading, preposition: Token) -> bool:
    """Whether "from" tells where somebody or something comes from ("two men from Larnby")."""
    return preposition.lower == "from" and reading.parsed.head(preposition).pos in NOMINAL


def _is_left(reading: Reading, trigger: Trigger, preposition: Token, noun: Token) -> bool:
    """Whether "from" behind another noun than the trigger's tells what is left ("moved men from A to B")."""
    holder, words = reading.parsed.head(preposition), load_lexicon("places_of_events")
    if holder is trigger.token:
        return True
    verb = reading.parsed.head(holder)
    nouns = (*reading.parsed.children(verb, "prep"), *reading.parsed.children(holder, "prep"))
    goes_on = any(other.lower in ("to", "into") and other.index > noun.index for other in nouns)
    return trigger.type in words["moving"] and (goes_on or reading.mention_of(noun) is None)


def _is_named(reading: Reading, place: PlaceReference) -> bool:
    return place.mention is not None or reading.document.text[place.start].isupper()


def _held_within(reading: Reading, trigger: Trigger) -> Iterator[PlaceReference]:
    """The place in the phrase of a noun: of the trigger, of a building that it befell, of a court that acts."""
    parsed, token = reading.parsed, trigger.token
    if not trigger.is_verb and trigger.family in load_lexicon("places_of_events")["held"]:
        countries = trigger.type in load_lexicon("places_of_events")["national"]
        within = place_within(reading, token, countries=countries)
        if within is not None:
            yield within
    verb = clause_verb(parsed, token)
    if not is_verbal(verb) or trigger.family == "speech" or (verb is not token and not _is_made(parsed, token)):
        return
    for noun in (subject(parsed, verb), direct_object(parsed, verb)):
        hosts = noun is not None and (is_spot(noun) or noun.lemma in load_lexicon("places_of_events")["hosts"])
        within = place_within(reading, noun, countries=False) if noun is not None and hosts else None
        if within is not None:
            yield within


def _is_made(parsed: Parsed, noun: Token) -> bool:
    """Whether a noun is the object of a verb that only says that it was done ("a court held a hearing")."""
    return noun.dep == "dobj" and parsed.head(noun).lemma in load_lexicon("light_verbs")["doing"]


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
        yield from _at_once(reading, token)
    elif not trigger.is_verb and trigger.type != "operation":
        for clause in parsed.children(token, "relcl", "acl"):
            yield from _below(reading, clause, 0)
            for due in (*parsed.children(clause, "acomp"), clause):
                for planned in parsed.children(due, "xcomp"):
                    yield from _below(reading, planned, 0)
        if place_within(reading, token, countries=False) is None:
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


def _at_once(reading: Reading, verb: Token) -> Iterator[tuple[Token, Token]]:
    """What a clause with "as" or "when" shares with the one it hangs on ("died when a boat sank off Larnby")."""
    parsed = reading.parsed
    clauses = [clause for clause in parsed.children(verb, "advcl") if is_at_once(parsed, clause)]
    if verb.dep == "advcl" and is_at_once(parsed, verb):
        clauses.append(parsed.head(verb))
    for clause in clauses:
        yield from (pair for pair in _below(reading, clause, 0) if relations().get(pair[0].lower) in STAYING)


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
    if noun.dep == "pobj" and reading.parsed.head(noun).lower in load_lexicon("places_of_events")["apart"]:
        return
    if verb is not noun and verb.lemma not in load_lexicon("speech")["saying"]:
        yield from (pair for pair in _below(reading, verb, 0) if relations().get(pair[0].lower) in STAYING)


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
            if depth < DEEPEST and (preposition.lower in relations() or preposition.lower in {"of", "during"}):
                yield from _below(reading, noun, depth + 1)
        if depth < DEEPEST:
            yield from _below(reading, preposition, depth + 1)


def _behind_particles(parsed: Parsed, token: Token) -> Iterator[tuple[Token, Token]]:
    """What stands behind a particle of a verb ("pulled back from Larnby", "drowned off Larnby")."""
    for particle in parsed.children(token, "advmod", "prt"):
        if particle.lower == "off":
            near = (noun for noun in parsed.children(token, "dobj") if noun.index == particle.index + 1)
            yield from ((particle, noun) for noun in near)
        if particle.lower not in DIRECTIONS:
            for by in parsed.children(particle, "prep"):
                yield from ((by, noun) for noun in parsed.children(by, "pobj") if by.lower != "of")


def _leaves(parsed: Parsed, preposition: Token) -> bool:
    """Whether "of" belongs to "out" ("broke out of the prison")."""
    return preposition.lower == "of" and parsed.head(preposition).lower == "out"


def _place(reading: Reading, preposition: Token, noun: Token, trigger: Trigger) -> PlaceReference | None:
    if _entry_role(trigger, preposition.lower) not in {"", "place"}:
        return None
    found = place_of(reading, preposition, noun, spots=trigger.family != JUSTICE)
    leaves = trigger.token.lemma in load_lexicon("places_of_events")["leaving"]
    return None if preposition.lower == "for" and not leaves else found


def _entry_role(trigger: Trigger, preposition: str) -> str:
    entry = load_triggers().entries.get(trigger.type)
    return entry.prepositions.get(preposition, "") if entry else ""


def _of_dateline(reading: Reading, trigger: Trigger) -> Iterator[PlaceReference]:
    """The dateline's place, for what the first sentence after it tells, and for what happened "here"."""
    parsed = reading.parsed
    place = reading.datelines.get(trigger.token.sentence)
    if place is None:
        return
    sentence = parsed.sentence_of(trigger.token)
    words = parsed.tokens[sentence.first : sentence.last]
    here = any(word.lower == "here" for word in parsed.children(clause_verb(parsed, trigger.token), "advmod"))
    alone = all(location_of(reading, word) is None for word in words)
    if not here and not (alone and trigger.is_verb and trigger.type in _situated()):
        return
    mention = next((m for m in reading.mentions if m.overlaps(place)), None)
    yield PlaceReference(
        place.document, place.start, place.end,
        mention=mention.span if mention else None, basis=PlaceBasis.DATELINE,
    )  # fmt: skip
