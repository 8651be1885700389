"""Typography out of the way: one plain form of the text to read, and the way back to its offsets.

Digits of any script become 0-9, every blank a space, every dash "-", every apostrophe "'"; soft
hyphens, zero-width and direction marks vanish. Only what vanishes changes offsets.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]+"
)
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
APOSTROPHES = "\u2018\u2019\u201b\u02bc\u0060\u00b4"


class _Plain(dict[int, int]):
    """Code point to plain code point, worked out when first met."""

    def __missing__(self, code: int) -> int:
        character = chr(code)
        digit = unicodedata.decimal(character, None)
        plain = code
        if digit is not None:
            plain = ord("0") + digit
        elif character in DASHES:
            plain = ord("-")
        elif character in APOSTROPHES:
            plain = ord("'")
        elif character in "\u2028\u2029\x85":
            plain = ord("\n")
        elif character.isspace() and character not in "\n\r":
            plain = ord(" ")
        self[code] = plain
        return plain


_PLAIN = _Plain()


@dataclass(frozen=True, slots=True)
class Folded:
    """The plain text; ``offsets[i]`` is where its code point ``i`` stands, or None if nothing moved."""

    text: str
    offsets: tuple[int, ...] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch (end excluded, not empty) in the text as it was given."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(text: str) -> Folded:
    """The plain form of a text. Same length unless it holds characters that nobody sees."""
    if text.isascii():
        return Folded(text)
    plain = text.translate(_PLAIN)
    if not INVISIBLE.search(plain):
        return Folded(plain)
    kept = [
        (first, last)
        for first, last in zip(
            [0, *(match.end() for match in INVISIBLE.finditer(plain))],
            [*(match.start() for match in INVISIBLE.finditer(plain)), len(plain)],
            strict=True,
        )
        if first < last
    ]
    offsets = tuple(offset for first, last in kept for offset in range(first, last))
    return Folded("".join(plain[first:last] for first, last in kept), offsets)
