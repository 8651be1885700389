"""What holds of the findings of any text, however odd its words, tags and names."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entities.handmade import Word, parsed
from eventgraph.entities import EntityFindings, find_entities
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
texts = st.lists(st.lists(words, min_size=1, max_size=14), max_size=5).map(lambda s: parsed(*s))


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
