"""What the base form of an English word may be, by its ending alone: for words outside sentences."""

from __future__ import annotations

from collections.abc import Iterator

ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("d", ""),
    ("ing", ""), ("ing", "e"),
)  # fmt: skip
"""What a word loses, and what it gets for it, on the way to its base form."""
SHORTEST = 3
"""Letters of a base form that ends in a doubled letter before its ending."""


def base_forms(word: str) -> Iterator[str]:
    """What the base form of a word in small letters may be, the word itself first.

    >>> list(base_forms("robbed"))
    ['robbed', 'robb', 'robbe', 'robbe', 'rob']
    """
    yield word
    for ending, instead in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield word.removesuffix(ending) + instead
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST and stem[-1] == stem[-2]:
            yield stem[:-1]
