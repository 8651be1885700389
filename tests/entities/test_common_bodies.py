"""Bodies of the state that have no name: where they begin and end beside a title."""

from __future__ import annotations

import pytest

from entities.handmade import Word, parsed
from eventgraph.entities.common_bodies import before_state_body, state_body_after, state_body_before
from eventgraph.text.parse import Token

TAGS = {"of": "IN", "for": "IN", "the": "DT", "'s": "POS", "top": "JJ"}


def tokens(text: str) -> tuple[Token, ...]:
    """Words in small letters as nouns, but for a few."""
    words = [Word(word, TAGS.get(word, "NN" if word.islower() else "NNP")) for word in text.split()]
    return tuple(parsed(words).tokens)


@pytest.mark.parametrize(
    ("text", "index", "expected"),
    [
        ("head of the drugs squad", 1, True),
        ("spokesman for the border police", 1, True),
        ("head of police", 1, True),
        ("head of the chess club", 1, False),
        ("head of the Drugs squad", 1, False),
        ("head of", 1, False),
        ("head the drugs squad", 1, False),
        ("head", 1, False),
    ],
)
def test_a_body_after_a_title(text: str, index: int, expected: bool) -> None:  # noqa: FBT001 (a column of the table)
    """A preposition, small words, and a noun for a body of the state."""
    words = tokens(text)
    assert state_body_after(words, index, len(words)) is expected


@pytest.mark.parametrize(
    ("text", "index", "expected"),
    [
        ("the ministry 's spokesman", 3, True),
        ("the district 's administrator", 3, True),
        ("the club 's director", 3, False),
        ("the Ministry 's spokesman", 3, False),
        ("the ministry spokesman", 2, False),
        ("spokesman", 0, False),
    ],
)
def test_a_body_before_a_title(text: str, index: int, expected: bool) -> None:  # noqa: FBT001 (a column of the table)
    """Its owner, a body or a place without a name."""
    assert state_body_before(tokens(text), index, 0) is expected


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("the head of the drugs squad", 2),
        ("the spokesman for the border police", 2),
        ("the head of the chess club", 6),
        ("the head", 2),
    ],
)
def test_where_a_title_ends(text: str, end: int) -> None:
    """Before "of the drugs squad", or where the words end."""
    words = tokens(text)
    assert before_state_body(words, len(words), 0) == end
