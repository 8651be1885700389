"""Who is an official by a post at an agency, however the text says so, and by a body without a name."""

from __future__ import annotations

import pytest

from entities.reading import names

pytestmark = pytest.mark.model

OFFICIALS = [
    "Ada Quist, of the Larnby Police, said nobody was hurt.",
    "Ada Quist, from the National Crime Agency, told reporters that two men fled.",
    "The Larnby Border Agency was set up in 2001. Ada Quist, who heads the agency, resigned.",
    "Ada Quist, the head of the drugs squad, resigned.",
    "The head of the drugs squad, Ada Quist, resigned.",
    "A spokeswoman for the drugs squad, Ada Quist, resigned.",
    "The deputy director of the border agency, Ada Quist, resigned.",
    "The ministry's spokeswoman, Ada Quist, resigned.",
    "The province's deputy director, Ada Quist, resigned.",
    "Europol's Ada Quist said 14 suspects were held.",
    "Portland Mayor Ilse Brandel left. Her predecessor, Ada Quist, did not.",
    "According to Capt. Ada Quist, nobody was hurt.",
    "NCSC-UK agents left. Minister Ada Quist denied it.",
]
PEOPLE = [
    "Ada Quist, from the Larnby Chess Club, said nobody was hurt.",
    "Ada Quist, of Oslo, said nobody was hurt.",
    "The Larnby Police said Ada Quist, from Oslo, was hurt.",
    "Ada Quist, the head of the chess club, resigned.",
    "The chairwoman of the chess club, Ada Quist, resigned.",
    "The club's deputy director, Ada Quist, resigned.",
    "The Larnby Police shot Ada Quist.",
    "The FBI's Ada Quist investigation ended.",
    "The chairwoman of the chess club, Ilse Brandel, left. Her predecessor, Ada Quist, did not.",
    "Ada Quist sued the head of the drugs squad.",
]


@pytest.mark.parametrize("text", OFFICIALS)
def test_an_official(text: str) -> None:
    """Whoever speaks for an agency, leads one, or holds a post of a body of the state."""
    assert ("official", "Ada Quist") in names(text)


@pytest.mark.parametrize("text", PEOPLE)
def test_no_official(text: str) -> None:
    """Whoever has to do with a club, or with an agency from outside."""
    assert ("person", "Ada Quist") in names(text)


def test_a_surname_alone_is_the_official_too() -> None:
    """Who turns out to be an official is one wherever the name stands."""
    text = "Quist spoke on Monday. Ada Quist, from the National Crime Agency, said two men fled. Quist left."
    assert {kind for kind, name in names(text) if name.endswith("Quist")} == {"official"}
