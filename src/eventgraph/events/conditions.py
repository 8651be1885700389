"""Whether a test of the trigger lexicon holds for a verb or a noun, by what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from eventgraph.events.classes import fits, is_one_of, keys_at
from eventgraph.events.entries import Test
from eventgraph.events.grammar import (
    at_hands_of,
    clauses,
    direct_object,
    governing_verb,
    has_two_objects,
    is_passive,
    prepositional,
    subject,
)
from eventgraph.events.reading import Reading
from eventgraph.text.parse import Parsed, Token

PREDICATED = ("attr", "oprd")
"""What a verb says that its subject or object is ("named her minister", "became minister")."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What all tests of a verb ask of its clause, looked up once."""

    passive: bool = False
    surface: Token | None = None
    direct: Token | None = None
    doing: Token | None = None
    undergoing: frozenset[str] = frozenset()
    """The keys of its object and of what is said of it (see `classes.keys_at`)."""
    beside: frozenset[str] = frozenset()
    """The keys of what else may be its object: measures, and of two objects the other."""


def clause_of(reading: Reading, verb: Token) -> Clause:
    """What the tests of a verb ask of its clause."""
    parsed = reading.parsed
    passive, surface = is_passive(parsed, verb), subject(parsed, verb)
    direct = surface if passive else direct_object(parsed, verb)
    measures = (noun for noun in parsed.children(verb, "npadvmod") if not is_date(reading, noun))
    undergoing = _all_keys(reading, (direct, *parsed.children(verb, *PREDICATED)))
    beside = _all_keys(reading, (*parsed.children(verb, "dobj"), *measures))
    by = (noun for preposition, noun in prepositional(parsed, verb) if preposition.lower == "by")
    doing = next(by, None) or at_hands_of(parsed, verb) if passive else surface
    return Clause(passive, surface, direct, doing, undergoing, beside)


def _all_keys(reading: Reading, nouns: Iterable[Token | None]) -> frozenset[str]:
    return frozenset[str]().union(*(keys_at(reading, noun) for noun in nouns))


def verb_passes(reading: Reading, verb: Token, clause: Clause, test: Test, last: Token | None = None) -> bool:
    """Whether a test holds for a verb; ``last`` is the last word of a phrase, which may bring an object."""
    parsed, passive, direct, doing = reading.parsed, clause.passive, clause.direct, clause.doing
    if (test.passive and not passive) or (test.active and passive):
        return False
    sought, undergoing, keys = test.sought, direct, clause.undergoing
    if direct is None and last is not None:
        undergoing = parsed.child(last, "pobj", "nsubj")
        keys = keys | keys_at(reading, undergoing)
    if passive and doing is None and verb.dep == "acl" and not test.object and not test.passive:
        doing = clause.surface
    if test.object and sought.object.isdisjoint(keys) and sought.object.isdisjoint(clause.beside):
        return False
    if test.not_object and not sought.not_object.isdisjoint(keys):
        return False
    if test.subject and sought.subject.isdisjoint(keys_at(reading, doing)):
        return False
    if test.not_subject and not sought.not_subject.isdisjoint(keys_at(reading, doing)):
        return False
    if (test.no_object and direct is not None) or (test.transitive and undergoing is None):
        return False
    if not _is_built_so(parsed, verb, test):
        return False
    return not test.preposition or _brings(reading, test, verb, undergoing)


def is_date(reading: Reading, noun: Token) -> bool:
    """Whether a noun only says when ("received a medal last month"), which no verb has for its object."""
    time = reading.time_of(noun)
    return time is not None and time.type == "DATE"


def _is_built_so(parsed: Parsed, verb: Token, test: Test) -> bool:
    """Whether a verb governs what a test asks for, and no preposition or second object that it forbids."""
    if test.ungiven and has_two_objects(parsed, verb):
        return False
    if test.clause and not clauses(parsed, verb).intersection(test.clause):
        return False
    following = parsed.children(verb, "prep", "prt", "advmod") if test.not_preposition else ()
    return all(child.lower not in test.not_preposition for child in following)


def _brings(reading: Reading, test: Test, token: Token, undergoing: Token | None = None) -> bool:
    """Whether a preposition of the test follows and brings what it asks for.

    What is brought may hang on the object ("held a man on murder charges") or an adverb ("sent back to").
    """
    parsed = reading.parsed
    if not test.brought:
        following = parsed.children(token, "prep", "agent", "prt")
        return any(child.lower in test.preposition for child in following)
    return any(
        preposition.lower in test.preposition and not keys_at(reading, noun).isdisjoint(test.sought.brought)
        for head in (token, undergoing, *parsed.children(token, "advmod"))
        if head is not None
        for preposition, noun in prepositional(parsed, head)
    )


def asked_for(reading: Reading, test: Test, verb: Token) -> Token | None:
    """What the preposition of a test brings, where the test says what that has to be."""
    return next(
        (
            noun
            for preposition, noun in prepositional(reading.parsed, verb)
            if preposition.lower in test.preposition
            and not keys_at(reading, noun).isdisjoint(test.sought.brought)
        ),
        None,
    )


def noun_passes(reading: Reading, noun: Token, test: Test) -> bool:
    """Whether a test holds for a noun."""
    parsed = reading.parsed
    modifiers = parsed.children(noun, "compound", "amod", "nmod")
    modifiers += [below for modifier in modifiers for below in parsed.children(modifier, "compound", "conj")]
    if (test.plural or test.singular) and test.plural is not (noun.tag in {"NNS", "NNPS"}):
        return False
    if test.compound and not fits(reading, modifiers, test.compound):
        return False
    if fits(reading, modifiers, test.not_compound):
        return False
    if test.preposition and not _brings(reading, test, noun):
        return False
    if test.owner and not is_one_of(reading, parsed.child(noun, "poss"), test.owner):
        return False
    verb = governing_verb(parsed, noun) if test.governed else None
    return not test.governed or (verb is not None and verb.lemma in test.governed)
