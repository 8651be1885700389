"""What holds of the findings of any text, however odd its words, tags and names."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entities.handmade import Word, parsed
from eventgraph.entities import EntityFindings, find_entities
from eventgraph.entities.names import known_names, model_names
from eventgraph.entities.repair import repair
from eventgraph.model import Document
from eventgraph.text.parse import Parsed
from eventgraph.vocabulary import MentionKind

CONFUSING = """
    the The of and for , ( ) - 's . “ '' with in as is Operation dubbed Project FBI ICE U.S.
    Ministry Department Agency agency Police police LAPD court Quist Ada Brandel Larnby Norway
    Danish County City Trade Industry Ltd A380 company operation Director director acting former
    Chief President replaced he she his girl victim raped 9 34 year old 🙂 ÉCOLE
"""
WORDS = CONFUSING.split()
TAGS = ["NNP", "NNPS", "NN", "NNS", "VBD", "PRP", "PRP$", "DT", "IN", "CD", "JJ", ","]
LABELS = ["", "", "ORG", "PERSON", "GPE", "LOC", "FAC", "NORP", "EVENT", "DATE", "PRODUCT"]

words = st.builds(Word, st.sampled_from([*WORDS, "Q" * 300]), st.sampled_from(TAGS), st.sampled_from(LABELS))
paragraphs = st.lists(st.lists(words, min_size=1, max_size=14), max_size=5)
texts = paragraphs.map(lambda s: parsed(*s))


def find(text: Parsed) -> EntityFindings:
    """The findings of a parsed text."""
    return find_entities(Document(id="d", origin="d.txt", text=text.text), text)


@settings(max_examples=200, deadline=None)
@given(texts)
def test_findings_are_sound(text: Parsed) -> None:
    """Spans lie in the text, links join mentions of one kind of thing, and the order is that of the spans."""
    findings = find(text)
    by_id = {mention.mention_id: mention for mention in findings.mentions}
    for mention in findings.mentions:
        assert 0 <= mention.start < mention.end <= len(text.text)
        assert mention.name
    for link in findings.links:
        assert by_id[link.left].type == by_id[link.right].type
        assert link.because
        assert 0 < link.score <= 1
    for relation in findings.relations:
        assert relation.subject.mention_id in by_id
        assert relation.object is None or relation.object.mention_id in by_id
    assert [m.span for m in findings.mentions] == sorted(m.span for m in findings.mentions)


@settings(max_examples=50, deadline=None)
@given(texts)
def test_names_never_overlap(text: Parsed) -> None:
    """No two mentions by name share a character."""
    named = [m for m in find(text).mentions if m.kind is MentionKind.NAME]
    assert not [(a, b) for a, b in pairwise(named) if a.overlaps(b)]


@settings(max_examples=50, deadline=None)
@given(texts)
def test_descriptions_and_pronouns_stand_for_something(text: Parsed) -> None:
    """A description or pronoun is a mention only if it is linked to a name."""
    findings = find(text)
    right = {link.right for link in findings.links}
    assert all(m.mention_id in right for m in findings.mentions if m.kind is not MentionKind.NAME)


@pytest.mark.parametrize("count", [1, 3000])
def test_a_name_that_stands_many_times_is_one_chain(count: int) -> None:
    """However often a name stands, each further place is linked once, to the first."""
    text = parsed(*[[Word("Quist", "NNP", "PERSON"), Word("spoke", "VBD")]] * count)
    findings = find(text)
    assert len(findings.mentions) == count
    assert len(findings.links) == count - 1
    assert {link.left for link in findings.links} <= {findings.mentions[0].mention_id}


def test_two_long_forms_of_one_acronym_refuse_it() -> None:
    """An acronym that two names of the document may stand for is linked to neither."""
    text = parsed(
        [Word("Norland", "NNP", "ORG"), Word("met", "VBD")],
        [Word("Larnby", "NNP"), Word("Border", "NNP"), Word("Agency", "NNP"), Word("met", "VBD")],
        [Word("Lowland", "NNP"), Word("Border", "NNP"), Word("Agency", "NNP"), Word("met", "VBD")],
        [Word("LBA", "NNP", "ORG"), Word("left", "VBD")],
    )
    findings = find(text)
    assert "LBA" in [m.name for m in findings.mentions]
    assert not findings.links


@settings(max_examples=100, deadline=None)
@given(texts)
def test_candidates_never_overlap_once_repaired(text: Parsed) -> None:
    """Candidates are in order, apart, within one sentence each, and have words."""
    seen = model_names(text, ())
    candidates = repair(text, [*seen, *known_names(text, seen)])
    assert all(left.last <= right.first for left, right in pairwise(candidates))
    for candidate in candidates:
        assert 0 <= candidate.first < candidate.last <= len(text.tokens)
        assert text.words(candidate.first, candidate.last).strip()


@settings(max_examples=50, deadline=None)
@given(texts)
def test_repair_comes_to_an_end(text: Parsed) -> None:
    """What is repaired once has no names left that overlap when it is repaired again."""
    once = repair(text, model_names(text, ()))
    twice = repair(text, once)
    assert all(left.last <= right.first for left, right in pairwise(twice))


@settings(max_examples=50, deadline=None)
@given(paragraphs, st.randoms(use_true_random=False))
def test_paragraphs_in_any_order_are_read(sentences: list[list[Word]], chance: random.Random) -> None:
    """However paragraphs are ordered, spans lie in the text and names are apart."""
    mixed = chance.sample(sentences, len(sentences))
    text = parsed(*mixed)
    named = [m for m in find(text).mentions if m.kind is MentionKind.NAME]
    assert all(text.text[m.start : m.end].strip() for m in named)
    assert not [(a, b) for a, b in pairwise(named) if a.overlaps(b)]


@settings(max_examples=50, deadline=None)
@given(paragraphs)
def test_a_text_that_stands_twice_has_the_same_names(sentences: list[list[Word]]) -> None:
    """A second copy of all paragraphs adds its own names and changes none of the first."""
    once, twice = parsed(*sentences), parsed(*sentences, *sentences)
    first = [(m.start, m.end, m.type) for m in find(once).mentions if m.kind is MentionKind.NAME]
    both = [(m.start, m.end, m.type) for m in find(twice).mentions if m.kind is MentionKind.NAME]
    assert both[: len(first)] == first


def listed(count: int, label: str) -> Parsed:
    """One sentence that is a list of so many names, each another."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [f"Larn{letters[i % 26]}{letters[i // 26 % 26]}{letters[i // 676]}" for i in range(count)]
    return parsed([word for name in names for word in (Word(name, "NNP", label), Word(",", ","))])


def repeated(count: int, label: str) -> Parsed:
    """So many sentences with one name."""
    return parsed(*[[Word("Quist", "NNP", label), Word("spoke", "VBD")]] * count)


def chained(count: int, label: str) -> Parsed:
    """One sentence with one name so many times."""
    return parsed([Word("Quist", "NNP", label), Word("and", "CC")] * count)


@pytest.mark.parametrize("make", [listed, repeated, chained])
@pytest.mark.parametrize("label", ["PERSON", "GPE", "ORG"])
def test_cost_grows_with_the_number_of_names(make: Callable[[int, str], Parsed], label: str) -> None:
    """Twice the names are twice the work, as calls of functions count it; all names were met before."""
    small, large = make(150, label), make(300, label)
    find(large)
    assert calls(lambda: find(large)) < 2.2 * calls(lambda: find(small))


def calls(work: Callable[[], object]) -> int:
    """How many calls and returns of functions some work is."""
    count = 0

    def note(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "text",
    [
        listed(2000, "GPE"),
        repeated(10_000, "ORG"),
        parsed([Word("Q" * 300, "NNP", "PERSON"), Word("spoke", "VBD")]),
        parsed([Word(word, "NNP", "PERSON") for word in ("🙂", "ADA", "🙂QUIST", "\u200b", "“ADA”")]),
        parsed([Word(word, "NNP", "ORG") for word in ('"', "LARNBY", "'", "STEEL", "”", "🏭")]),
        parsed([Word(word.upper(), "NNP", "ORG") for word in WORDS]),
        parsed([Word("“" * 40, "``", "PERSON"), Word("(" * 40, "NNP", "ORG")]),
    ],
    ids=["list", "one name", "long", "emoji", "quotes", "capitals", "marks"],
)
def test_odd_texts_keep_their_offsets(text: Parsed) -> None:
    """Long lists, capitals, emoji and marks are read to the end; each name lies in the text and has words."""
    for mention in find(text).mentions:
        assert 0 <= mention.start < mention.end <= len(text.text)
        assert text.text[mention.start : mention.end].strip()
