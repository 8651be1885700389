"""The trigger lexicon: consistent with the schema, without duplicates, broad enough."""

from __future__ import annotations

import pytest

from eventgraph.events.entries import Entry, load_classes, load_entries, load_triggers, members
from eventgraph.schema import load_schema

ROLES = {*load_schema().role, "place"}


def words_of(entry: Entry) -> list[str]:
    """Every lemma and phrase of an entry, those under a test included."""
    tested = [lemma for test in entry.tested for lemma in test.lemmas]
    return [*entry.verbs, *entry.nouns, *entry.phrases, *entry.undergone, *tested]


def test_every_type_has_triggers() -> None:
    """Each event type of the schema but the open one has at least one trigger."""
    entries = load_entries()
    assert set(entries) == set(load_schema().event) - {"event"}
    assert not [name for name, entry in entries.items() if not words_of(entry)]


def test_the_lexicon_is_broad() -> None:
    """There are more than 1,200 entries over all types."""
    assert sum(len(words_of(entry)) for entry in load_entries().values()) > 1200


@pytest.mark.parametrize("kind", ["verbs", "nouns", "phrases"])
def test_no_trigger_stands_twice(kind: str) -> None:
    """A verb, noun or phrase triggers one type only, and is listed once."""
    listed = [(word, name) for name, entry in load_entries().items() for word in getattr(entry, kind)]
    words = [word for word, _ in listed]
    assert not [(word, name) for word, name in listed if words.count(word) > 1]


def test_tests_name_known_classes() -> None:
    """Every @class that a test speaks of is a class of nouns.toml."""
    tests = [test for entry in load_entries().values() for test in entry.tested]
    named = {
        word[1:]
        for test in tests
        for words in (
            test.object,
            test.subject,
            test.not_object,
            test.not_subject,
            test.compound,
            test.not_compound,
            test.brought,
            test.owner,
        )
        for word in words
        if word.startswith("@")
    }
    assert named <= set(load_classes().classes)
    assert all(members(name) for name in named)


def test_prepositions_bring_known_roles() -> None:
    """What a preposition brings is a role of the schema or a place."""
    roles = {role for entry in load_entries().values() for role in entry.prepositions.values()}
    assert roles <= ROLES


def test_longer_phrases_are_tried_first() -> None:
    """Of two phrases with one verb, the longer is looked for first; of one length, that under a test."""
    for phrases in load_triggers().phrases.values():
        ranks = [(-len(rest), test is None) for rest, test, _ in phrases]
        assert ranks == sorted(ranks)


def test_what_is_first_goes_before_the_tests_of_other_types() -> None:
    """Among the tests of a lemma, and among its phrases of one length, those marked so come first."""
    triggers = load_triggers()
    for tests in (*triggers.verb_tests.values(), *triggers.noun_tests.values()):
        ranks = [not test.first for test, _ in tests]
        assert ranks == sorted(ranks)
    assert any(test.first for tests in triggers.verb_tests.values() for test, _ in tests)


def test_undergone_verbs_are_triggers() -> None:
    """A verb whose subject undergoes the event triggers its type without more."""
    triggers = load_triggers()
    assert all(lemma in triggers.verbs for lemma in triggers.undergone)


def test_a_class_may_hold_another() -> None:
    """The lemmas of a class that is held belong to the class that holds it."""
    assert members("posts") < members("people")


def test_phrases_under_a_test_are_indexed_by_their_verb() -> None:
    """No bare test has two words."""
    assert not [lemma for lemma in load_triggers().verb_tests if " " in lemma]


def test_what_is_brought_needs_a_preposition() -> None:
    """A test that says what a preposition brings says which one."""
    tests = [test for entry in load_entries().values() for test in entry.tested]
    assert not [test for test in tests if test.brought and not test.preposition]


def test_a_noun_of_several_words_is_looked_for_word_by_word() -> None:
    """Hyphens are words of their own, as the language model has them."""
    joined = load_triggers().joined
    assert (("-", "in"), "protest") in joined["sit"]
    assert (("surge",), "disaster") in joined["storm"]
