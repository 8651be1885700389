"""Words of one family have one stem, words of others have another."""

from __future__ import annotations

import pytest

from eventgraph.link.derivation import family, is_derived

FAMILIES = [
    ("decide", "decision"),
    ("explode", "explosion"),
    ("invade", "invasion"),
    ("expand", "expansion"),
    ("replace", "replacement"),
    ("agree", "agreement"),
    ("reorganise", "reorganisation"),
    ("reorganise", "reorganization"),
    ("investigate", "investigation"),
    ("deport", "deportation"),
    ("contribute", "contribution"),
    ("reduce", "reduction"),
    ("deliver", "delivery"),
    ("deny", "denial"),
    ("remove", "removal"),
    ("perform", "performance"),
    ("ship", "shipping"),
    ("fly", "flight"),
    ("sell", "sale"),
    ("lose", "loss"),
    ("withdraw", "withdrawal"),
    ("delay", "delay"),
    ("make decision", "decide"),
    ("file for bankruptcy", "bankruptcy"),
    ("shut down", "shutdown"),
]

STRANGERS = [
    ("arrest", "search"),
    ("deny", "delay"),
    ("decide", "divide"),
    ("launch", "lunch"),
    ("receive", "recede"),
]


@pytest.mark.parametrize(("verb", "noun"), FAMILIES)
def test_one_family(verb: str, noun: str) -> None:
    """A verb and the nouns made from it."""
    assert family(verb) == family(noun) != ""


@pytest.mark.parametrize(("left", "right"), STRANGERS)
def test_two_families(left: str, right: str) -> None:
    """Words that merely look alike."""
    assert family(left) != family(right)


@pytest.mark.parametrize("word", ["say", "have", "", "call for"])
def test_words_that_say_little(word: str) -> None:
    """They have no family: two of them tell nothing of one happening."""
    assert family(word) == ""


@pytest.mark.parametrize(
    ("word", "derived"),
    [("decision", True), ("flight", True), ("removal", True), ("search", False), ("arrest", False)],
)
def test_nouns_made_from_verbs(word: str, derived: bool) -> None:  # noqa: FBT001 (a column)
    """By their form, or listed."""
    assert is_derived(word) is derived
