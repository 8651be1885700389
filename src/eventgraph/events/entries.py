"""The trigger lexicon, loaded and indexed by lemma: ``lexicon/events/*.toml`` and ``lexicon/nouns.toml``."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import NamedTuple

import msgspec

from eventgraph.errors import ConfigError
from eventgraph.lexicon import load_lexicon
from eventgraph.schema import load_schema

Words = tuple[str, ...] | str


class Sought(NamedTuple):
    """What a test seeks, and must not meet, as keys of nouns (see `keys_of`)."""

    object: frozenset[str]
    not_object: frozenset[str]
    subject: frozenset[str]
    not_subject: frozenset[str]
    brought: frozenset[str]


class Test(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Lemmas that trigger a type only beside certain words; each list that is given must be met.

    A verb may be a phrase ("hand over"), whose other words then belong to the trigger; "*" is any verb that
    nothing else makes a trigger, within a phrase too ("* way out"). ``clause`` names what
    the verb governs, as `grammar.clauses` does; one of several is enough. An ``ungiven`` verb gives nobody
    anything ("denied it", not "denied him entry"); a ``transitive`` one has an object. What is ``first`` is
    tried before the tests of all other types, what is ``last`` after them: the usual sense of a verb.
    """

    verb: Words = ()
    noun: Words = ()
    object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    not_subject: tuple[str, ...] = ()
    compound: tuple[str, ...] = ()
    preposition: tuple[str, ...] = ()
    not_preposition: tuple[str, ...] = ()
    brought: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    governed: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()
    not_compound: tuple[str, ...] = ()
    no_object: bool = False
    ungiven: bool = False
    plural: bool = False
    singular: bool = False
    passive: bool = False
    active: bool = False
    transitive: bool = False
    first: bool = False
    last: bool = False

    @property
    def lemmas(self) -> tuple[str, ...]:
        """The lemmas the test is for."""
        words = self.verb or self.noun
        return (words,) if isinstance(words, str) else words

    @cached_property
    def sought(self) -> Sought:
        """Its lists as keys, made when they are first asked for."""
        lists = (self.object, self.not_object, self.subject, self.not_subject, self.brought)
        return Sought(*map(keys_of, lists))


Phrase = tuple[tuple[str, ...], Test | None, str]
"""The words of a phrase behind its verb, its test and its type."""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The triggers of one event type."""

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    undergone: tuple[str, ...] = ()
    tested: tuple[Test, ...] = ()
    prepositions: dict[str, str] = {}
    possessor: str = "agent"
    objects: bool = False
    alone: str = "agent"


class NounClasses(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Classes of nouns by name, and the entity types whose names belong to a class."""

    names: dict[str, tuple[str, ...]]
    classes: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Triggers:
    """All entries, indexed: a lemma leads to a type, or to the tests and phrases that may.

    Phrases lie by their verb, the longest first; of one length, those under a test first.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    verbs: dict[str, str] = field(default_factory=dict)
    nouns: dict[str, str] = field(default_factory=dict)
    joined: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    phrases: dict[str, list[Phrase]] = field(default_factory=dict)
    verb_tests: dict[str, list[tuple[Test, str]]] = field(default_factory=dict)
    noun_tests: dict[str, list[tuple[Test, str]]] = field(default_factory=dict)
    undergone: frozenset[str] = frozenset()

    def phrases_among(self, verb: str, words: frozenset[str]) -> list[Phrase]:
        """The phrases of a verb whose other words are all among these, in the order to try them in."""
        by_word = self._by_last_word.get(verb, {})
        found = (place for word in words & by_word.keys() for place in by_word[word])
        phrases = (self.phrases[verb][place] for place in sorted(found))
        return [phrase for phrase in phrases if words.issuperset(phrase[0])]

    @cached_property
    def _by_last_word(self) -> dict[str, dict[str, list[int]]]:
        """Where the phrases of each verb lie among them, by their last word: few of them stand in a text."""
        found: dict[str, dict[str, list[int]]] = {}
        for verb, phrases in self.phrases.items():
            for place, (rest, _, _) in enumerate(phrases):
                found.setdefault(verb, {}).setdefault((verb, *rest)[-1], []).append(place)
        return found


@cache
def load_entries() -> dict[str, Entry]:
    """The entries of every event type, by type. ConfigError where a file contradicts the schema."""
    schema = load_schema()
    found: dict[str, Entry] = {}
    for family in sorted({event.family for event in schema.event.values()} - {"event"}):
        try:
            found |= msgspec.convert(load_lexicon(f"events/{family}"), dict[str, Entry])
        except msgspec.ValidationError as error:
            raise ConfigError(f"lexicon/events/{family}.toml: {error}") from error
    if unknown := sorted(set(found) - set(schema.event)):
        raise ConfigError(f"lexicon/events: no event types in schema.toml: {unknown}")
    return found


@cache
def load_triggers() -> Triggers:
    """The entries, indexed. The first type that lists a lemma has it."""
    entries = load_entries()
    index = Triggers(
        entries=entries, undergone=frozenset(lemma for entry in entries.values() for lemma in entry.undergone)
    )
    for kind, entry in entries.items():
        for lemma in (*entry.verbs, *entry.undergone):
            index.verbs.setdefault(lemma, kind)
        for lemma in entry.nouns:
            _index_noun(index, lemma, kind)
        for phrase in entry.phrases:
            verb, *rest = phrase.split()
            index.phrases.setdefault(verb, []).append((tuple(rest), None, kind))
        for test in entry.tested:
            _index_test(index, test, kind)
    for tests in (*index.verb_tests.values(), *index.noun_tests.values()):
        tests.sort(key=lambda test: (not test[0].first, test[0].last))
    for phrases in index.phrases.values():
        phrases.sort(key=_phrase_order)
    return index


def _phrase_order(phrase: Phrase) -> tuple[int, bool, bool, bool]:
    """The longest first, then those under a test, of these those that are to be first, last the last."""
    rest, test, _ = phrase
    return -len(rest), test is None, test is None or not test.first, test is not None and test.last


def _index_noun(index: Triggers, lemma: str, kind: str) -> None:
    """A noun of several words ("sit-in", "ex gratia") is found word by word, hyphens being words."""
    index.nouns.setdefault(lemma, kind)
    first, *rest = lemma.replace("-", " - ").split()
    if rest:
        index.joined.setdefault(first, []).append((tuple(rest), kind))


def _index_test(index: Triggers, test: Test, kind: str) -> None:
    for lemma in test.lemmas:
        if not test.verb:
            index.noun_tests.setdefault(lemma, []).append((test, kind))
        elif " " in lemma:
            verb, *rest = lemma.split()
            index.phrases.setdefault(verb, []).append((tuple(rest), test, kind))
        else:
            index.verb_tests.setdefault(lemma, []).append((test, kind))


@cache
def load_classes() -> NounClasses:
    """The classes of nouns. ConfigError if the file is not of this form."""
    try:
        return msgspec.convert(load_lexicon("nouns"), NounClasses)
    except msgspec.ValidationError as error:
        raise ConfigError(f"lexicon/nouns.toml: {error}") from error


@cache
def members(name: str) -> frozenset[str]:
    """The lemmas of a class, those of the classes it holds included."""
    listed = load_classes().classes.get(name, ())
    held = [members(word[1:]) for word in listed if word.startswith("@")]
    return frozenset(word for word in listed if not word.startswith("@")).union(*held)


@cache
def keys_of(words: tuple[str, ...]) -> frozenset[str]:
    """What a noun must share with lemmas and classes to be one of them.

    "=" and a lemma for each lemma, the members of each class, and the classes themselves, for nouns that
    belong to them by another way than their words.
    """
    classes = frozenset(word for word in words if word.startswith("@"))
    lemmas = frozenset(f"={word}" for word in words if word not in classes)
    return lemmas.union(classes, *(members(word[1:]) for word in classes))
