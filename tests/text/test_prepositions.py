"""Prepositions that the language model takes for adjectives."""

from __future__ import annotations

import pytest

from eventgraph.text.blocks import find_blocks
from eventgraph.text.parse import parse

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "noun"),
    [
        ("Police fired at protesters who had gathered outside parliament.", "outside", "parliament"),
        ("Hundreds rallied outside parliament on Monday.", "outside", "parliament"),
        ("Crowds gathered outside courtrooms in Larnby.", "outside", "courtrooms"),
        ("Historic cities such as Aleppo have been reduced to rubble by regime shells.", "to", "rubble"),
    ],
)
def test_it_brings_its_noun(text: str, word: str, noun: str) -> None:
    """The word hangs on the verb before it and brings the noun."""
    parsed = parse(text, find_blocks(text))
    tokens = {token.text: token for token in parsed.tokens}
    assert (tokens[word].dep, tokens[noun].dep, parsed.head(tokens[noun]).text) == ("prep", "pobj", word)
    for token in parsed.tokens:
        if token.head != token.index:
            assert token.index in parsed.head(token).children


def test_an_adjective_stays_one() -> None:
    """Behind an article the word describes its noun."""
    text = "Workers painted the outside walls."
    parsed = parse(text, find_blocks(text))
    assert next(token for token in parsed.tokens if token.text == "outside").dep == "amod"
