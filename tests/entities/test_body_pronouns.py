"""What "it", "its", "they" and "their" stand for: a body, only where nothing else can be meant."""

from __future__ import annotations

import pytest

from entities.reading import meant

pytestmark = pytest.mark.model

ROWS = [
    ("Larnby Steel Ltd said it had lost money.", ("Larnby Steel Ltd", "it")),
    ("The Larnby Council said they would sue.", ("Larnby Council", "they")),
    ("Larnby Steel Ltd sold its hangars.", ("Larnby Steel Ltd", "its")),
    ("Europol said its officers had found the boat.", ("Europol", "its")),
    ("The Larnby Council said their case was strong.", ("Larnby Council", "their")),
    ("Larnby Steel Ltd said Brandel Foods had lost its case.", ("Brandel Foods", "its")),
]
TRAPS = [
    "Larnby Steel Ltd said it was likely that prices would rise.",
    "Larnby Steel Ltd said it rained on Friday.",
    "Larnby Steel Ltd said it took two years to build the plant.",
    "Larnby Steel Ltd said it is hard to find workers.",
    "The Larnby Council said the storm was so bad it closed schools.",
    "Larnby Steel Ltd sued Ada Quist, saying it was lies.",
    "The Larnby Harbour Board and the Coast Guard said they would sue.",
    "Larnby Steel Ltd urged workers to keep their jobs.",
    "Larnby Steel Ltd gave workers their wages.",
    "The Larnby Council said neighbours should lock their doors.",
    "The police said it would rain.",
    "It sold Larnby Steel Ltd in May.",
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_pronoun_means_the_body(text: str, expected: tuple[str, str]) -> None:
    """In what a body says, and for what belongs to the subject of a clause."""
    assert expected in meant(text)


@pytest.mark.parametrize("text", TRAPS)
def test_a_pronoun_means_no_body(text: str) -> None:
    """The weather, a clause that follows, another thing, two bodies, or people."""
    assert not meant(text)
