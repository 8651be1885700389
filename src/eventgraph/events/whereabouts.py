"""The prepositional phrases that may say where something happened, the closest to its words first."""

from __future__ import annotations

from collections.abc import Iterator

from eventgraph.events.entries import members
from eventgraph.events.grammar import (
    NOMINAL,
    antecedent,
    clause_verb,
    direct_object,
    is_at_once,
    is_passive,
    is_verbal,
    prepositional,
    subject,
    twin,
)
from eventgraph.events.localities import place_within, relations, words_of_places
from eventgraph.events.nouns import content
from eventgraph.events.reading import Reading
from eventgraph.events.triggers import Trigger
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token
from eventgraph.vocabulary import PlaceRelation

DEEPEST = 3
STAYING = {PlaceRelation.IN, PlaceRelation.NEAR, PlaceRelation.OUTSIDE}
THROUGH = {"off", "down", "up", "over", "through", "across", "around"}
"""Particles that may bring the name of a place ("drowned off Larnby", "skied down Larnberg")."""
HURT = {"killing", "death", "injury"}
AT = {"in", "at", "on", "near", "outside", "inside", "off", "north", "south", "east", "west"}
Pair = tuple[Token, Token]
"""A preposition, or "where", with the noun that it brings."""


def candidates(reading: Reading, trigger: Trigger) -> Iterator[Pair]:
    """Prepositional phrases that may say where: of the trigger, then of its object, then fronted ones."""
    for word in trigger.words:
        if word.lemma not in {"way", "route"}:  # "died on the way to hospital"
            yield from _below(reading, word, 0)
    if trigger.is_verb:
        yield from _of_object(reading, trigger)
        for where, place in _of_where(reading, trigger.token):
            if trigger.family != "speech" or reading.name_of(place) is not None:
                yield where, place
        if trigger.family != "speech":
            yield from _of_verb(reading, trigger)
    elif trigger.type != "operation":
        yield from _of_noun(reading, trigger)


def _of_object(reading: Reading, trigger: Trigger) -> Iterator[Pair]:
    """What is said of whoever undergoes it ("found a body in Larnby", "seized gold hidden in a house")."""
    parsed, verb = reading.parsed, trigger.token
    undergoing = subject(parsed, verb) if is_passive(parsed, verb) else direct_object(parsed, verb)
    if verb.lemma == "find":
        for state in parsed.children(verb, "ccomp", "xcomp", "oprd", "acomp"):
            clause = parsed.child(state, "aux", "mark", "auxpass")
            if state.tag in {"VBN", "VBG", "JJ"} and clause is None:  # "found a van burned out in a field"
                yield from _below(reading, state, 0)
    if undergoing is None:
        return
    yield from _below(reading, undergoing, 0)
    if trigger.type in words_of_places("finding"):
        whole = content(parsed, undergoing)
        nouns = (undergoing,) if whole is undergoing else (undergoing, whole)
        for hidden in (child for noun in nouns for child in parsed.children(noun, "acl")):
            yield from _below(reading, hidden, 0)


def _of_verb(reading: Reading, trigger: Trigger) -> Iterator[Pair]:
    """What stands before a verb or is said of whoever does it, and what it shares with other verbs."""
    parsed, verb = reading.parsed, trigger.token
    yield from _fronted(reading, verb)
    doer = None if is_passive(parsed, verb) else subject(parsed, verb)
    doers = (noun for preposition, noun in prepositional(parsed, verb) if preposition.dep == "agent")
    for noun in (doer, *doers):
        if noun is not None:
            yield from _below(reading, noun, 0)
    beside = twin(parsed, verb)
    if beside is not None:
        yield from (pair for pair in _below(reading, beside, 0) if stays(pair[0]))
    if doer is not None and trigger.type in words_of_places("finding"):
        for digging in parsed.children(doer, "acl"):
            yield from (pair for pair in _below(reading, digging, 0) if stays(pair[0]))
    yield from _of_first(reading, trigger)
    yield from _at_once(reading, verb)
    yield from _of_next(reading, trigger)


def _of_noun(reading: Reading, trigger: Trigger) -> Iterator[Pair]:
    """What clauses say of a noun ("talks that are due to open in Larnby"), then what its own clause says."""
    parsed, noun = reading.parsed, trigger.token
    for clause in parsed.children(noun, "relcl", "acl"):
        yield from _below(reading, clause, 0)
        for due in (*parsed.children(clause, "acomp"), clause):
            for planned in parsed.children(due, "xcomp"):
                yield from _below(reading, planned, 0)
    yield from _set_off(reading, noun)
    if place_within(reading, noun, countries=False) is None:
        yield from _of_clause(reading, trigger)


def _of_first(reading: Reading, trigger: Trigger) -> Iterator[Pair]:
    """What a verb coordinated to another shares of its places ("found the house in Kansas and ...")."""
    verb = trigger.token
    first = reading.parsed.head(verb)
    if verb.dep == "conj" and first.dep == "advcl" and first.tag == "VBG":
        first = reading.parsed.head(first)
    if verb.dep == "acl" and verb.tag == "VBG":
        told = [other for other in reading.parsed.children(first, "acl") if other.index < verb.index]
        yield from (pair for other in told for pair in _below(reading, other, 0) if stays(pair[0]))
    on_the_spot = trigger.type in words_of_places("situated") or verb.dep == "advcl"
    if shares(verb) and is_verbal(first) and on_the_spot:
        found = direct_object(reading.parsed, first)
        yield from _below(reading, first, 0)
        if found is not None:
            yield from _below(reading, found, 0)


def _at_once(reading: Reading, verb: Token) -> Iterator[Pair]:
    """What a clause with "as" or "when" shares with the one above it ("died when a boat sank off Larnby")."""
    parsed = reading.parsed
    clauses = [clause for clause in parsed.children(verb, "advcl") if is_at_once(parsed, clause)]
    if verb.dep == "advcl" and is_at_once(parsed, verb):
        clauses.append(parsed.head(verb))
    clauses += [verbal for noun in clauses if noun.pos in NOMINAL for verbal in parsed.children(noun, "acl")]
    for clause in clauses:
        yield from (pair for pair in _below(reading, clause, 0) if stays(pair[0]))


def arrivals(reading: Reading, trigger: Trigger) -> Iterator[Pair]:
    """Whither somebody went who then, or for that, did something ("marched them to a mill and shot two").

    Not "deported nine men to Larnby and arrested two", where nobody goes with them.
    """
    parsed, verb = reading.parsed, trigger.token
    above = parsed.head(verb)
    aim = verb.dep in {"advcl", "xcomp"} and any(word.lower == "to" for word in parsed.children(verb, "aux"))
    then = verb.dep == "conj" and verb.tag == above.tag and parsed.child(verb, "nsubj", "nsubjpass") is None
    if not (aim or then) or not is_verbal(above) or above.lemma not in words_of_places("going"):
        return
    if then and trigger.type not in words_of_places("situated") | words_of_places("on_arrival"):
        return
    for preposition, noun in _below(reading, above, 0):
        if relations().get(preposition.lower) is PlaceRelation.TO and preposition.index < verb.index:
            yield preposition, noun


def _of_next(reading: Reading, trigger: Trigger) -> Iterator[Pair]:
    """What the verb coordinated to a verb says, if both are acts of one raid ("seized X and shot Y in Z")."""
    parsed, verb = reading.parsed, trigger.token
    if trigger.type not in words_of_places("situated"):
        return
    hurt = trigger.type in HURT and is_passive(parsed, verb)  # "two were killed and nine injured in Larnby"
    for other in parsed.children(verb, "conj"):
        own = None if hurt and is_passive(parsed, other) else parsed.child(other, "nsubj", "nsubjpass")
        if is_verbal(other) and own is None and other.tag == verb.tag and not parsed.children(verb, "prep"):
            yield from (pair for pair in _below(reading, other, 0) if pair[0].lower in AT)


def _fronted(reading: Reading, verb: Token) -> Iterator[Pair]:
    """What stands before the verbs that a verb is coordinated or subordinate to: "In Ohio, agents ..."."""
    parsed, climbed = reading.parsed, 0
    while climbed < DEEPEST and _shares_front(parsed, verb):
        verb, climbed = parsed.head(verb), climbed + 1
        if is_verbal(verb):
            yield from (pair for pair in _below(reading, verb, 0) if pair[0].index < verb.index)


def _shares_front(parsed: Parsed, verb: Token) -> bool:
    """Whether what stands before the verb above holds for a verb too; not for what somebody only says."""
    told = parsed.head(verb).lemma in load_lexicon("speech")["saying"]
    whole = verb.dep == "ccomp" and not told and parsed.child(verb, "mark") is None
    return verb.dep in {"conj", "xcomp", "advcl", "pcomp"} or whole


def _of_where(reading: Reading, verb: Token) -> Iterator[Pair]:
    """What a clause with "where" tells more of: "a house in Kansas, where agents found her"."""
    parsed = reading.parsed
    while verb.dep in {"xcomp", "conj"} and is_verbal(parsed.head(verb)):
        verb = parsed.head(verb)
    noun = parsed.head(verb)
    for where in parsed.children(verb, "advmod") if verb.dep == "relcl" else ():
        if where.lower == "where":
            place = noun if noun.label not in {"DATE", "TIME"} else _before_date(parsed, noun)
            yield where, place
            yield from _below(reading, place, 0)


def _before_date(parsed: Parsed, date: Token) -> Token:
    """The place before a date that "where" parsed as telling of ("to Larnby on Monday, where she spoke")."""
    before = reversed(parsed.tokens[parsed.sentence_of(date).first : date.index])
    places = (w for w in before if (w.dep == "pobj" and w.label not in {"DATE", "TIME"}) or w.label == "GPE")
    return next(places, date)


def _set_off(reading: Reading, noun: Token) -> Iterator[Pair]:
    """What follows a noun at once or behind a comma: "at the last meeting, in Larnby, the club ..."."""
    after = reading.parsed.tokens[noun.index + 1 : noun.index + 3]
    preposition = next((token for token in after if token.text != ","), None)
    if preposition is not None and preposition.pos == "ADP":
        for place in reading.parsed.children(preposition, "pobj"):
            yield preposition, place


def _of_clause(reading: Reading, trigger: Trigger) -> Iterator[Pair]:
    """What the verb of a noun's clause says of its place, unless that verb only tells of the noun."""
    noun, verb = trigger.token, clause_verb(reading.parsed, trigger.token)
    together = {
        *words_of_places("together"),
        *(words_of_places("afterwards") if trigger.family == "disaster" else ()),
    }
    if noun.dep == "pobj" and reading.parsed.head(noun).lower not in together:
        return
    told = noun.dep == "nsubjpass" and reading.parsed.head(noun) is verb
    if verb is not noun and (told or verb.lemma not in load_lexicon("speech")["saying"]):
        yield from (pair for pair in _below(reading, verb, 0) if stays(pair[0]))


def _below(reading: Reading, token: Token, depth: int) -> Iterator[Pair]:
    parsed = reading.parsed
    if token.pos == "ADP":
        yield from ((token, noun) for noun in parsed.children(token, "pobj"))
    yield from _away(parsed, token)
    yield from _behind_particles(parsed, token)
    for preposition in parsed.children(token, "prep"):
        for noun in parsed.children(preposition, "pobj"):
            joint = parsed.tokens[preposition.index - 1] if _leaves(parsed, preposition) else preposition
            if depth == 0 or token.pos == "ADP" or stays(joint):
                yield joint, antecedent(parsed, noun)
            if depth < DEEPEST and _leads_on(preposition, noun):
                yield from _below(reading, noun, depth + 1)
        if depth < DEEPEST:
            yield from _below(reading, preposition, depth + 1)


def _away(parsed: Parsed, token: Token) -> Iterator[Pair]:
    """Places from which something is some way off ("north of Larnby", "20 km from Larnby")."""
    below = parsed.children(token, "advmod", "npadvmod", "dobj", "attr", "dep")
    for direction in below:
        if direction.lower in words_of_places("directions") and direction.dep in {"advmod", "npadvmod"}:
            yield from ((direction, noun) for _, noun in prepositional(parsed, direction))
    for far in below:
        if far.lemma in words_of_places("distances") and far.dep != "advmod":
            yield from prepositional(parsed, far)


def stays(preposition: Token) -> bool:
    """Whether a preposition says where something is, not whence or whither."""
    return relations().get(preposition.lower) in STAYING


def _leads_on(preposition: Token, noun: Token) -> bool:
    """Whether what stands below a noun may be said of the happening too ("at a rally in Larnby")."""
    joins = preposition.lower in relations() or preposition.lower in {"of", "during"}
    joins = joins or (
        preposition.lower == "against"
        and noun.lemma in members("culprits") | members("swindlers") | members("outlaws")
    )
    return joins and noun.lemma not in words_of_places("ways")


def _behind_particles(parsed: Parsed, token: Token) -> Iterator[Pair]:
    """What stands behind a particle of a verb ("pulled back from Larnby", "drowned off Larnby")."""
    for particle in parsed.children(token, "advmod", "prt"):
        if particle.lower in THROUGH:
            named = (noun for noun in parsed.children(token, "dobj") if noun.pos == "PROPN")
            near = (noun for noun in named if noun.index == particle.index + 1)
            yield from ((particle, noun) for noun in near)
        if particle.lower not in words_of_places("directions"):
            for by in parsed.children(particle, "prep"):
                yield from ((by, noun) for noun in parsed.children(by, "pobj") if by.lower != "of")


def _leaves(parsed: Parsed, preposition: Token) -> bool:
    """Whether "of" belongs to "out" ("broke out of the prison")."""
    return preposition.lower == "of" and parsed.tokens[max(0, preposition.index - 1)].lower == "out"


def shares(verb: Token) -> bool:
    """Whether a verb is coordinated to another or a participle that goes with it ("..., killing two")."""
    return verb.dep == "conj" or (verb.dep == "advcl" and verb.tag == "VBG")
