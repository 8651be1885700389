"""Names found wherever they stand: in any case, joined or parted by dashes, without accents.

A pattern of all names would be tried at every place of a text, which is too slow for thousands of names.
So names are kept by their first letters, and a word is compared only with those that begin like it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from eventgraph.text.letters import without_accents

BETWEEN_WORDS = r"(?:[\s_\-+.,'\u2019]|%20)*"
"""What may stand between the words of a name: white space in texts, dashes in addresses and ids."""

BEGINNING = 3
"""Letters that a word of a text and a name must share before they are compared."""
WORD = re.compile(r"[^\W_]+")


class NameFinder:
    """The places of some names in texts; of two that begin at one place the longer."""

    def __init__(self, names: Iterable[str]) -> None:
        begun: defaultdict[str, list[str]] = defaultdict(list)
        odd: list[str] = []
        spellings = {spelling for name in names for spelling in (name, _in_ascii(name)) if spelling}
        for spelling in sorted(spellings, key=lambda name: (-len(name), name)):
            word = WORD.match(spelling)
            (begun[_plain(word.group()[:BEGINNING])] if word else odd).append(spelling)
        self._begun = {beginning: _pattern(found) for beginning, found in begun.items()}
        self._lengths = sorted({len(beginning) for beginning in begun})
        self._odd = _pattern(odd) if odd else None

    def find(self, text: str) -> list[tuple[int, int]]:
        """Where names stand: start and end (excluded) in code points, in order; they may overlap."""
        found = [match.span() for match in self._odd.finditer(text)] if self._odd else []
        found += self._regular(text)
        return sorted(found)

    def _regular(self, text: str) -> Iterator[tuple[int, int]]:
        """The places of names that begin with a letter or digit, as most do."""
        for word in WORD.finditer(text):
            start = word.start()
            beginning = _plain(text[start : start + BEGINNING])
            for length in self._lengths:
                pattern = self._begun.get(beginning[:length])
                match = pattern.match(text, start) if pattern else None
                if match:
                    yield match.span()


def _pattern(spellings: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<![^\W_]){_spelled(name)}(?![^\W_])" for name in spellings))


def _spelled(name: str) -> str:
    """The pattern of one name: several words in any case, a single one as written or in capitals."""
    words = re.findall(r"\w+", name)
    if len(words) > 1:
        return f"(?i:{BETWEEN_WORDS.join(re.escape(word) for word in words)})"
    return f"(?:{re.escape(name)}|{re.escape(name.upper())})"


def _plain(letters: str) -> str:
    """Small letters without accents: alike for all that a pattern takes for the same letter."""
    return without_accents(letters).casefold().replace("\u0131", "i")[:BEGINNING]


def _in_ascii(name: str) -> str:
    """A name as addresses have it, in ASCII letters."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
