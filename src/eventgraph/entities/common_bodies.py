"""Bodies of the state that have no name beside a title: "the head of the drugs squad"."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.entities.names import POSSESSIVES
from eventgraph.entities.pieces import surroundings
from eventgraph.text.parse import Token

BEFORE = frozenset({"of", "for", "at", "with", "in"})
DETERMINERS = frozenset({"the", "a", "an", "its", "their", "this", "that"})
LONGEST = 5
"""Tokens from the preposition to the noun for the body."""
INNER = frozenset({"NOUN", "ADJ", "PROPN"})


def state_body_after(tokens: Sequence[Token], index: int, limit: int) -> bool:
    """Whether "of the drugs squad" or the like begins at an index, up to the end of its noun."""
    if index >= limit or tokens[index].lower not in BEFORE:
        return False
    last = index + 1
    while last < min(limit, index + LONGEST) and (
        tokens[last].lower in DETERMINERS or (tokens[last].pos in INNER and tokens[last].text.islower())
    ):
        last += 1
    return last > index + 1 and tokens[last - 1].lower in surroundings()["agency"]["nouns"]


def state_body_before(tokens: Sequence[Token], index: int, start: int) -> bool:
    """Whether "the ministry's" or "the district's" stands before an index or before adjectives."""
    place = index - 1
    while place > start and tokens[place].pos == "ADJ":
        place -= 1
    if place <= start or tokens[place].text not in POSSESSIVES:
        return False
    owner = tokens[place - 1]
    nouns = surroundings()["agency"]["nouns"] | surroundings()["place"]["nouns"]
    return owner.text.islower() and owner.lower in nouns


def before_state_body(tokens: Sequence[Token], end: int, start: int) -> int:
    """Where a title ends before "of the drugs squad" that itself ends at an index; the index for none."""
    for index in range(end - 2, max(start, end - LONGEST - 1), -1):
        if state_body_after(tokens, index, end) and tokens[index].lower in BEFORE:
            return index
    return end
