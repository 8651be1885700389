"""Sentences in capitals as the language model is given them."""

from __future__ import annotations

import pytest

from eventgraph.text.blocks import find_blocks
from eventgraph.text.capitals import is_shouted
from eventgraph.text.parse import parse


@pytest.mark.parametrize(
    ("text", "shouted"),
    [
        ("POLICE IN LARNBY HELD 12 PEOPLE.", True),
        ("Police in Larnby held 12 people.", False),
        ("POLICE HELD TWO.", False),
        ("TWO HELD IN LARNBY HARBOUR RAID", False),
        ("POLICE IN LARNBY HELD TWO MEN IN A RAID ON THE OLD HARBOUR ON FRIDAY", True),
        ("12 34 56 78 90 12.", False),
    ],
)
def test_what_is_a_sentence_in_capitals(text: str, shouted: bool) -> None:  # noqa: FBT001 (an answer)
    """Sentences are, headings and figures are not."""
    assert is_shouted(text) is shouted


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "Police in Larnby arrested 12 people on 3 May 2024.",
        "Chief Ada Quist said the suspects would appear in court on Monday.",
        "The FBI said John Smith of New York was charged in the U.S. with fraud and may face trial.",
        "Mary Pell, 9, was found dead near Saint-Denis, officials said.",
        "I saw him go. He left on Friday with cocaine.",
    ],
)
def test_small_letters_come_back(sentence: str) -> None:
    """Common words become small again, names and acronyms keep their capitals; offsets stay."""
    text = f"{sentence.upper()}\n"
    parsed = parse(text, find_blocks(text))
    for token in parsed.tokens:
        assert token.text == sentence[token.start : token.end]
    assert parsed.text == text
