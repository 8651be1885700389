"""The lines of a text and the ends of its sentences, by spelling alone.

This is cheap and coarse: it decides where a text may be cut before the language model reads it. What
a sentence is to the rest of the program, the model says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from eventgraph.lexicon import load_lexicon

LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\u2028\u2029]")
WORD = re.compile(r"\S+")
OPENING = "\"'“‘«([*_"  # noqa: RUF001 (typographic quotes)
CLOSING = "\"'”’»)]*_"  # noqa: RUF001
DOTTED_LETTERS = re.compile(r"(?:[^\W\d_]\.)+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it: code points ``start`` to ``end``, end excluded."""

    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether it has neither a letter nor a digit, such as an empty line or a rule of dashes."""
        return not any(character.isalnum() for character in self.text)

    @property
    def words(self) -> list[str]:
        """What stands between white space."""
        return self.text.split()


def find_lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """The lines of a stretch of a text in order, blank ones too."""
    end = len(text) if end is None else end
    position = start
    for match in LINE_BREAK.finditer(text, start, end):
        yield _line(text, position, match.start())
        position = match.end()
    yield _line(text, position, end)


def _line(text: str, start: int, end: int) -> Line:
    raw = text[start:end]
    bare = raw.strip()
    start += len(raw) - len(raw.lstrip()) if bare else 0
    return Line(start, start + len(bare), bare)


def ends_sentence(word: str) -> bool:
    """Whether a word, as it stands between white space, ends a sentence; not so "Gen." and "U.S."."""
    bare = word.rstrip(CLOSING)
    if not bare.endswith((".", "!", "?", "…")):
        return False
    return bare[-1] != "." or not (is_abbreviation(bare) or _is_dotted(bare))


def is_abbreviation(word: str) -> bool:
    """Whether a word, as it stands between white space, is one that is written with a full stop."""
    return word.endswith(".") and word[:-1].lstrip(OPENING) in _abbreviations()


def begins_small(text: str) -> bool:
    """Whether a text begins, after quotes and brackets, with a small letter."""
    return text.lstrip(OPENING)[:1].islower()


def _is_dotted(word: str) -> bool:
    return bool(DOTTED_LETTERS.fullmatch(word.lstrip(OPENING)))


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(load_lexicon("sentences")["abbreviations"])
