"""What looks like a name and is none of ours: ships, models, words that begin a sentence, headlines."""

from __future__ import annotations

import pytest

from entities.reading import names

pytestmark = pytest.mark.model

NONE = [
    "The trawler Larn Maid sank on Friday.",
    "The oil tanker Ada Quist sank on Friday.",
    "The ferry Norway sank in 1994.",
    "The airline ordered six Fairwing F20 jets.",
    "The F20 Skimmer fell off the quay.",
    "Reports of theft rose. Thieves took bikes.",
    "Shot twice, he fell.",
    "The court said so. Turnout was 71 percent, down from 76 percent in the first round on Oct 6.",
    "Telecom operator shares fell.",
    "Rise in Fuel Prices Hits Drivers in Quernholt",
    "Larnby Man Charged With Theft",
    "The HQ was hit by shells.",
]
NAMES = [
    ("The trawler was owned by Larn Foods.", "Larn Foods"),
    ("The tanker Iran seized in May was freed.", "Iran"),
    ("The ship Greenpeace sent to Oslo was stopped.", "Greenpeace"),
    ("Ada Quist, 29, built the F20.", "Ada Quist"),
    ("The FBI's 300 agents left.", "FBI"),
    ("Larnby Steel Ltd", "Larnby Steel Ltd"),
    ("Ada Quist Honoured In Oslo\n\nAda Quist has served since 2002.", "Oslo"),
]


@pytest.mark.parametrize("text", NONE)
def test_no_names(text: str) -> None:
    """Nothing is named here that we want."""
    assert not names(text)


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names_near_by(text: str, name: str) -> None:
    """Owners of ships, states that seize them, and lines that are mere names."""
    assert name in [words for _, words in names(text)]
