"""Transcripts: whose turn it is."""

from __future__ import annotations

import pytest

from eventgraph.text.turns import find_turns

INTERVIEW = (
    "HOST: Who was held?\nCHIEF ADA QUIST: We held two.\n"
    "HOST: And then?\nADA QUIST (by phone): One fled.\nHe is free.\n"
)


def test_turns() -> None:
    """Each turn with its label, the name in it without titles, and its end."""
    turns = find_turns(INTERVIEW)
    said = [(INTERVIEW[slice(*t.name)], t.named, INTERVIEW[t.label[1] : t.end].strip()) for t in turns]
    assert said == [
        ("HOST", False, "Who was held?"),
        ("ADA QUIST", True, "We held two."),
        ("HOST", False, "And then?"),
        ("ADA QUIST", True, "One fled.\nHe is free."),
    ]


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("Q. Who was held?\nA. Two men.\nQ: When?\nA: On Friday.\n", 4),
        (INTERVIEW, 4),
        ("HOST: Who?\nADA QUIST: Two men.\n", 0),
        ("Killed: 2\nInjured: 14\nMissing: 3\nHeld: 4\n", 0),
        ("Date: 3 May 2024\nFrom: Ada Quist\nTo: Bo Lind\nSubject: a raid\n", 0),
        ("Note: a.\nNote: b.\nNote: c.\nNote: d.\n", 0),
        (INTERVIEW + "Police in Larnby held two.\n" * 20, 0),
        ("", 0),
    ],
)
def test_what_is_a_transcript(text: str, turns: int) -> None:
    """Labels that come back make one; figures, headers and a few labels in an article do not."""
    assert len(find_turns(text)) == turns
