"""Triggers of no type: verbs, and nouns of a list, that tell of something happening all the same.

The vocabulary is open: whatever is no mere state, no word of saying and carries no other happening
(``lexicon/open_events.toml``). Whether it is worth telling is decided by its date and participants.
"""

from __future__ import annotations

from functools import cache

from eventgraph.events.classes import is_one_of
from eventgraph.events.grammar import direct_object, is_passive, prepositional, stands_before, subject
from eventgraph.events.money import is_coin
from eventgraph.events.reading import Reading
from eventgraph.events.triggers import Trigger, is_idle, is_in_idiom, is_particular
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Token

GOVERNED = ("xcomp", "ccomp", "acomp", "attr", "oprd")
MODIFYING = {"amod", "compound", "aux", "nmod", "npadvmod"}


@cache
def _words(name: str) -> frozenset[str]:
    """A list of ``lexicon/open_events.toml``."""
    return frozenset(load_lexicon("open_events")[name])


@cache
def _saying() -> frozenset[str]:
    return frozenset(load_lexicon("speech")["saying"])


def open_triggers(reading: Reading, taken: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """The triggers of no type, in text order; ``taken`` are those that have one."""
    covered = {word.index for trigger in taken for word in trigger.words}
    nouns = [
        token
        for token in reading.parsed.tokens
        if token.pos == "NOUN" and token.index not in covered and _tells(reading, token)
    ]
    told = covered | {noun.index for noun in nouns}
    verbs = [
        token
        for token in reading.parsed.tokens
        if token.pos == "VERB" and token.index not in covered and _happens(reading, token, told)
    ]
    found = sorted([*nouns, *verbs], key=lambda token: token.index)
    return tuple(Trigger(token, "event", "open", _words_of(reading, token)) for token in found)


def _words_of(reading: Reading, token: Token) -> tuple[Token, ...]:
    """A verb with the particle right behind it ("fought off")."""
    behind = (prt for prt in reading.parsed.children(token, "prt") if prt.index == token.index + 1)
    return (token, *behind)


def _tells(reading: Reading, noun: Token) -> bool:
    """Whether a noun tells a particular happening ("the launch of the probe")."""
    if noun.lemma not in _words("happenings") or noun.dep in MODIFYING:
        return False
    idle = reading.name_of(noun) is not None or is_in_idiom(reading, noun)
    return not idle and is_particular(reading, Trigger(noun, "event", "open", (noun,)))


def _happens(reading: Reading, verb: Token, told: set[int]) -> bool:
    """Whether a verb is no state, no word of saying, and says more than a happening that it governs."""
    modifies = verb.dep in MODIFYING and not stands_before(reading.parsed, verb)
    if verb.lemma in _words("stative") or modifies or is_coin(reading.parsed.tokens, verb.index):
        return False
    if verb.lemma in _saying() and not _is_done_to_goods(reading, verb):
        return False
    if verb.lemma in _words("carrying") and reading.parsed.child(verb, *GOVERNED):
        return False
    if verb.lemma in _words("light") and _is_light(reading, verb, told):
        return False
    if verb.lemma in _words("counting") and _only_counts(reading, verb, told):
        return False
    return not reading.name_of(verb) and not is_idle(reading, verb)


def _is_done_to_goods(reading: Reading, verb: Token) -> bool:
    """Whether a word of saying means something else of goods ("the maker recalled 60,000 cars")."""
    lexicon, parsed = load_lexicon("open_events"), reading.parsed
    if verb.lemma not in lexicon["handling"]:
        return False
    found = subject(parsed, verb) if is_passive(parsed, verb) else direct_object(parsed, verb)
    return is_one_of(reading, found, tuple(lexicon["handled"]))


def _is_light(reading: Reading, verb: Token, told: set[int]) -> bool:
    """Whether the happening is what the verb governs ("took part in talks", "a vote was held")."""
    parsed = reading.parsed
    found = subject(parsed, verb) if is_passive(parsed, verb) else direct_object(parsed, verb)
    return found is None or found.index in told


def _only_counts(reading: Reading, verb: Token, told: set[int]) -> bool:
    """Whether a verb says what the number of a happening has come to."""
    parsed = reading.parsed
    nouns = [noun for noun in (subject(parsed, verb), direct_object(parsed, verb)) if noun is not None]
    nouns += [below for noun in nouns for of, below in prepositional(parsed, noun) if of.lower == "of"]
    return any(noun.index in told and noun.pos == "NOUN" for noun in nouns)
