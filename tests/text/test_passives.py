"""Passives that stand without their auxiliary."""

from __future__ import annotations

import pytest

from eventgraph.text.blocks import find_blocks
from eventgraph.text.parse import parse

pytestmark = pytest.mark.model


def functions(text: str, word: str) -> list[str]:
    """What each word is to a verb that stands in the text."""
    parsed = parse(text, find_blocks(text))
    verb = next(token for token in parsed.tokens if token.text == word)
    return [token.dep for token in parsed.tokens if token.head == verb.index]


BARE = [
    ("Hostages freed in Sahel", "freed"),
    ("Minister sacked over bribes", "sacked"),
    ("Banker sentenced to 12 years", "sentenced"),
    ("Man killed, two hurt in crash at Larnby", "killed"),
    ("Firm ordered to pay 3 million euros", "ordered"),
    ("Missing girl found alive", "found"),
    ("Several days of fighting saw 120 soldiers and a senior general killed.", "killed"),
    ("This was a cruel attack, with at least ten people killed and a large school destroyed.", "killed"),
    ("This was a cruel attack, with at least ten people killed and a large school destroyed.", "destroyed"),
    ("Norland had two of its envoys expelled.", "expelled"),
    (
        "The results are as follows: 176 persons apprehended; 312 telephones seized; two men charged.",
        "apprehended",
    ),
    (
        "The results are as follows: 176 men apprehended; 312 phones and 97 vans seized; two men charged.",
        "seized",
    ),
]

FULL = [
    ("Rebels freed 40 hostages in Larnby", "freed"),
    ("Police searched for clues in Larnby", "searched"),
    ("Ministers met in Larnby", "met"),
    ("The court freed in its mercy nobody.", "freed"),
    ("Norland sacked its envoy over bribes", "sacked"),
    ("Prices rose in Norland", "rose"),
    ("With prices risen again, many families left Norland.", "risen"),
    ("He said that the general had killed 120 soldiers.", "killed"),
    ("The town is calm; nine officers searched for clues; shops are open.", "searched"),
]


@pytest.mark.parametrize(("text", "word"), BARE)
def test_a_bare_passive_is_one(text: str, word: str) -> None:
    """The subject of a verb that needs an object, and has none, undergoes it."""
    assert "nsubjpass" in functions(text, word)


@pytest.mark.parametrize(("text", "word"), FULL)
def test_an_active_verb_stays_one(text: str, word: str) -> None:
    """A verb with an object, or that needs none, or in a sentence in full, keeps its subject."""
    assert "nsubjpass" not in functions(text, word)
