"""Sentences whose verb the language model took for an adjective."""

from __future__ import annotations

import pytest

from eventgraph.text.blocks import find_blocks
from eventgraph.text.parse import Parsed, parse

pytestmark = pytest.mark.model


def _parsed(text: str) -> Parsed:
    return parse(text, find_blocks(text))


@pytest.mark.parametrize(
    ("text", "subject", "verb", "object_"),
    [
        ("A warder tortured inmates.", "warder", "tortured", "inmates"),
        ("A couple conned pensioners out of their savings.", "couple", "conned", "pensioners"),
        ("The party stuffed ballot boxes.", "party", "stuffed", "boxes"),
        ("The boss sexually harassed staff.", "boss", "harassed", "staff"),
        ("A minister misappropriated relief money.", "minister", "misappropriated", "money"),
        ("A gang hotwired three cars", "gang", "hotwired", "cars"),
    ],
)
def test_a_hidden_verb_is_found(text: str, subject: str, verb: str, object_: str) -> None:
    """What stood between two noun phrases is the verb of the sentence, with its subject and object."""
    parsed = _parsed(text)
    words = {token.text: token for token in parsed.tokens}
    assert words[verb].dep == "ROOT"
    assert words[verb].pos == "VERB"
    assert (words[subject].dep, parsed.head(words[subject]).text) == ("nsubj", verb)
    assert (words[object_].dep, parsed.head(words[object_]).text) == ("dobj", verb)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("State owned railways of the north", "owned"),
        ("The police found stolen goods.", "stolen"),
        ("Armed men in a hired van.", "hired"),
        ("A man with a broken leg.", "broken"),
    ],
)
def test_a_mere_adjective_stays_one(text: str, word: str) -> None:
    """A participle that describes a noun is no verb."""
    token = next(token for token in _parsed(text).tokens if token.text == word)
    assert token.dep != "ROOT"


@pytest.mark.parametrize(
    "text", ["A warder tortured inmates.", "The boss sexually harassed staff on Monday."]
)
def test_heads_and_children_agree(text: str) -> None:
    """The mended tree is a tree: every word but the root is among the children of its head."""
    parsed = _parsed(text)
    for token in parsed.tokens:
        if token.head != token.index:
            assert token.index in parsed.tokens[token.head].children


@pytest.mark.parametrize(
    ("text", "subject", "verb", "object_", "whose"),
    [
        ("The arrest of two students angered teachers.", "arrest", "angered", "teachers", "students"),
        ("The expulsion of two members angered voters.", "expulsion", "angered", "voters", "members"),
    ],
)
def test_what_stirs_somebody_is_found(text: str, subject: str, verb: str, object_: str, whose: str) -> None:
    """The noun before the verb is what the happening is of, the one behind it whom it stirred."""
    parsed = _parsed(text)
    tokens = {token.text: token for token in parsed.tokens}
    found = (tokens[subject].dep, tokens[verb].dep, tokens[object_].dep, tokens[whose].dep)
    assert found == ("nsubj", "ROOT", "dobj", "pobj")


@pytest.mark.parametrize(
    ("text", "subject", "named"),
    [
        ("The president named Lee, a lawyer, to the court.", "president", "Lee"),
        ("Kohl named Weber to be the new minister.", "Kohl", "Weber"),
    ],
)
def test_who_names_is_found(text: str, subject: str, named: str) -> None:
    """The verb is "named" where the sentence has no other."""
    parsed = _parsed(text)
    tokens = {token.text: token for token in parsed.tokens}
    assert (tokens[subject].dep, tokens["named"].dep, tokens[named].dep) == ("nsubj", "ROOT", "dobj")


def test_somebody_who_is_named_so_stays() -> None:
    """Beside another verb it only tells a name."""
    parsed = _parsed("A clerk named Lee was arrested.")
    assert next(token.dep for token in parsed.tokens if token.text == "named") == "acl"
