"""Names are found as by one pattern of them all, only faster."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.graph.name_finder import NameFinder, _in_ascii, _pattern

LETTERS = "aAbBe\u00e9\u00c9\u0301iI\u0131\u0130\u017fs\u00dfk\u212a.-_' 7"
NAME = st.text(st.sampled_from(LETTERS), min_size=1, max_size=8).filter(str.strip)
NAMES = st.lists(NAME, min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Mia Rowe", "Mia Rowe left; MIA  ROWE, mia-rowe and miarowe too.", 4),
        ("Mia Rowe", "Mia left; Rowe stayed; Mia Rowell is another.", 0),
        ("Zoë", "Zoë, ZOË and Zoe, not zoo.", 3),
        ("Li Wei", "Li%20Wei, liwei", 2),
        ("O'Brien Kelly", "O’Brien Kelly", 1),  # noqa: RUF001 (typographic apostrophe)
        ("“Mia", "She is called “Mia here.", 2),  # with the mark and without
    ],
)
def test_spellings(name: str, text: str, found: int) -> None:
    """Any case, joined, parted by dashes, without accents; never within another word."""
    assert len(NameFinder([name]).find(text)) == found


@given(NAMES, st.text(st.sampled_from(LETTERS), max_size=40))
@settings(max_examples=300)
def test_the_same_as_one_pattern(names: list[str], text: str) -> None:
    """Whatever one pattern of all names finds lies within what is found, and nothing else is found."""
    spellings = {spelling for name in names for spelling in (name, _in_ascii(name)) if spelling}
    pattern = _pattern(sorted(spellings, key=lambda name: (-len(name), name)))
    found = NameFinder(names).find(text)
    for match in pattern.finditer(text):
        assert any(start <= match.start() and match.end() <= end for start, end in found)
    assert all(pattern.fullmatch(text, start, end) for start, end in found)
