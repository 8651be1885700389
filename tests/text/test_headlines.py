"""Headlines whose verb looks like a plural noun."""

from __future__ import annotations

import pytest

from eventgraph.text.blocks import find_blocks
from eventgraph.text.parse import parse

pytestmark = pytest.mark.model

TOLD = [
    ("Strike halts trains in Larnby", "Strike", "halts", "trains"),
    ("Blast rocks Larnby market", "Blast", "rocks", "market"),
    ("Larnby police shoots gunman dead", "police", "shoots", "gunman"),
    ("Bank fires chief executive", "Bank", "fires", "executive"),
    ("Calder posts loss of 20 million dollars", "Calder", "posts", "loss"),
    ("Ministry orders inquiry into crash", "Ministry", "orders", "inquiry"),
]
NAMING = [
    ("Bus strikes halt trains", "strikes"),
    ("Truck bombs target market", "bombs"),
    ("Job cuts in Larnby", "cuts"),
    ("Court orders and fines", "orders"),
    ("Bank raids in the north", "raids"),
]


@pytest.mark.parametrize(("text", "subject", "verb", "object_"), TOLD)
def test_a_verb_is_found(text: str, subject: str, verb: str, object_: str) -> None:
    """The verb keeps its place and its letters, and has a subject and an object."""
    parsed = parse(text, find_blocks(text))
    told = next(token for token in parsed.tokens if token.text == verb)
    assert (told.tag, told.dep, text[told.start : told.end]) == ("VBZ", "ROOT", verb)
    below = {child.text: child.dep for child in parsed.children(told)}
    assert below[subject] == "nsubj"
    assert below[object_] == "dobj"
    assert [text[token.start : token.end] for token in parsed.tokens] == [t.text for t in parsed.tokens]


def test_it_may_need_no_object() -> None:
    """Some verbs bring what they are about by a preposition."""
    text = "Retailer Calder files for bankruptcy"
    verb = next(token for token in parse(text, find_blocks(text)).tokens if token.text == "files")
    assert verb.tag == "VBZ"
    assert verb.lemma == "file"


@pytest.mark.parametrize(("text", "word"), NAMING)
def test_a_noun_stays_one(text: str, word: str) -> None:
    """Before a verb of a plural, or with nothing that it does, a plural is no verb."""
    token = next(token for token in parse(text, find_blocks(text)).tokens if token.text == word)
    assert token.tag != "VBZ"
