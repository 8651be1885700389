"""Where words stand, as a decision points at them."""

from __future__ import annotations

import pytest

from eventgraph.export.explorer_pins import MOST_PINS, Pins, places
from eventgraph.graph.protect import MASK
from eventgraph.model import Document, EntityMention, Span

TEXT = f"Police met the police. Police left. {MASK} saw a person; police saw {MASK}."


def pins(origin: str = "a.txt") -> Pins:
    """The pins of one document with the text."""
    return Pins({"d": Document(id="d", origin=origin, text=TEXT)})


def span(words: str, nth: int = 1) -> Span:
    """Where words stand for the nth time."""
    at = -1
    for _ in range(nth):
        at = TEXT.index(words, at + 1)
    return Span("d", at, at + len(words))


@pytest.mark.parametrize(
    ("words", "nth", "pin"),
    [
        ("met", 1, ["met"]),
        ("Police", 1, ["Police", 1]),
        ("Police", 2, ["Police", 2]),
        ("police", 2, ["police", 2]),
        ("left", 1, ["left"]),
        ("person", 2, ["person"]),
        (MASK, 1, []),
        (" ", 1, []),
    ],
)
def test_a_number_stands_where_words_stand_more_than_once(words: str, nth: int, pin: list[str | int]) -> None:
    """Counted as decisions count; a mask is nobody's words."""
    assert pins().words(span(words, nth)) == pin


def test_places_may_overlap() -> None:
    """As decisions read them."""
    assert places("nana na nana", "ana") == [1, 9]
    assert places("aaaa", "aa") == [0, 1, 2]


def test_a_masked_origin_cannot_be_pointed_at() -> None:
    """Nobody could paste what it is called."""
    assert pins(f"{MASK}.txt").placed(span("met")) == []


def test_an_entity_has_a_pin_for_each_of_its_names_in_a_document() -> None:
    """The first place of each, whatever the case."""
    mentions = [
        EntityMention(at.document, at.start, at.end)
        for at in (span("Police"), span("police"), span("Police", 2), span("left"))
    ]
    assert pins().of_entity(mentions) == [["d", "Police", 1], ["d", "left"]]


def test_an_entity_has_so_many_pins_at_most() -> None:
    """A page must stay small."""
    mentions = [EntityMention("d", at, at + 3) for at in range(3 * MOST_PINS)]
    assert len(pins().of_entity(mentions)) <= MOST_PINS
