"""Offsets carried between texts with the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.text.align import align

WORDS = st.lists(st.text("abcé“”.", min_size=1, max_size=6), min_size=1, max_size=12)
GAPS = st.lists(st.sampled_from([" ", "\n", "  ", "\n\n "]), min_size=12, max_size=12)


def spaced(words: list[str], gaps: list[str]) -> str:
    """The words with these gaps between them."""
    return "".join(word + gap for word, gap in zip(words, gaps, strict=False)).rstrip()


@given(WORDS, GAPS, GAPS)
def test_each_word_meets_its_twin(words: list[str], one: list[str], other: list[str]) -> None:
    """Every stretch of whole words carries to the same words."""
    left, right = spaced(words, one), spaced(words, other)
    carry = align(left, right).carry
    start = 0
    for word in words:
        start = left.index(word, start)
        end = start + len(word)
        assert right[carry(start) : carry(end)] == word
        start = end


def test_other_words_are_refused() -> None:
    """Texts with different words cannot be aligned."""
    for left, right in [("a b", "a c"), ("a", "a b"), ("", "")]:
        with pytest.raises(ValueError, match=r"words|zip"):
            align(left, right)
