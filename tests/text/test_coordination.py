"""Lists of verbs hang on their first verb."""

from __future__ import annotations

import pytest

from eventgraph.text.blocks import find_blocks
from eventgraph.text.parse import parse

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "verb", "first"),
    [
        ("They threatened to kill him, bomb the embassy and burn the school.", "bomb", "kill"),
        ("Police want to question the man, search his house and seize his car.", "search", "question"),
        ("The rebels deny bombing the school, killing the mayor or robbing the bank.", "killing", "bombing"),
        ("If the army attacks the town and kills the mayor, we will leave.", "kills", "attacks"),
        ("If the army attacks the town, kills the mayor and burns the market, we leave.", "kills", "attacks"),
    ],
)
def test_a_link_of_a_list_hangs_on_its_first(text: str, verb: str, first: str) -> None:
    """It is coordinated with the first verb, and the tree stays whole."""
    parsed = parse(text, find_blocks(text))
    tokens = {token.text: token for token in parsed.tokens}
    assert (tokens[verb].dep, parsed.head(tokens[verb]).text) == ("conj", first)
    for token in parsed.tokens:
        assert token.head == token.index or token.index in parsed.head(token).children


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The party won three seats and the Left Bloc won one seat.", "won", "Bloc"),
        ("The party won three seats and lost one.", "lost", ""),
    ],
)
def test_the_second_verb_has_its_own_subject(text: str, verb: str, subject: str) -> None:
    """A noun right before the second verb is no object of the first."""
    parsed = parse(text, find_blocks(text))
    last = [token for token in parsed.tokens if token.text == verb][-1]
    assert (
        "".join(token.text for token in parsed.tokens if token.head == last.index and token.dep == "nsubj")
        == subject
    )


@pytest.mark.parametrize(
    ("text", "verb", "first"),
    [
        ("They threatened to kill him and bombed the embassy.", "bombed", "threatened"),
        ("He denied taking bribes, saying the claims were false.", "saying", "denied"),
        ("He wants to go and she stays.", "stays", "wants"),
    ],
)
def test_another_verb_stays_where_it_is(text: str, verb: str, first: str) -> None:
    """A verb with a tense, a subject or a comma of its own is no link of the list."""
    parsed = parse(text, find_blocks(text))
    tokens = {token.text: token for token in parsed.tokens}
    assert parsed.head(tokens[verb]).text == first
