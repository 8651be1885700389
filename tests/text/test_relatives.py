"""Relative clauses with a saying amid them."""

from __future__ import annotations

import pytest

from eventgraph.text.blocks import find_blocks
from eventgraph.text.parse import parse

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "who", "verb"),
    [
        ("The man, who police say shot the clerk, fled to Larnby.", "who", "shot"),
        ("The driver, who officials said was arrested in Larnby, denied it.", "who", "arrested"),
        ("The man, who said that police shot the clerk, fled to Larnby.", "who", "said"),
        ("The man, who said he shot the clerk, fled to Larnby.", "who", "said"),
    ],
)
def test_who_does_what_is_said_of_him(text: str, who: str, verb: str) -> None:
    """A saying amid a relative clause takes no verb from the one whom it tells of."""
    parsed = parse(text, find_blocks(text))
    token = next(token for token in parsed.tokens if token.text == who)
    assert parsed.head(token).text == verb
    assert token.dep in {"nsubj", "nsubjpass"}
