"""What of a text is not read, and why: code and passages in other languages.

What is left out is told, by the lines it stands in, so that nobody takes silence for absence. Tables are
found by `eventgraph.text.tables`; those that can be read are, as tables.
"""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from eventgraph.text.blocks import LONGEST_SENTENCE, Block, find_blocks
from eventgraph.text.code import find_code
from eventgraph.text.languages import FEWEST_WORDS, WORD, language_of, seems_english
from eventgraph.text.lines import LINE_BREAK
from eventgraph.text.tables import find_tables

WHOLLY = 0.8
"""Share of the words whose language can be told that are in another one, above which all of a text is."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Stretches ``(start, end)`` of a text that are not read, and what is to be said of it, line by line."""

    stretches: tuple[tuple[int, int], ...] = ()
    messages: tuple[str, ...] = ()


def find_unread(text: str) -> Unread:
    """What is not read of a text, tables apart. Time grows with the length of the text."""
    return _find(text)


@lru_cache(maxsize=2)
def _find(text: str) -> Unread:
    """What `find_unread` gives; kept, since both the parsing and the observing ask."""
    tables = [(table.start, table.end) for table in find_tables(text)]
    code = [c for c in find_code(text) if not _overlaps(c, tables)]
    blocks = find_blocks(text, sorted([*tables, *code]))
    foreign = _foreign(blocks)
    lines = _Lines(text)
    return Unread(
        tuple(sorted([*code, *((block.start, block.end) for block, _ in foreign)])),
        (
            *(f"{lines.words(*piece)} skipped: source code or data" for piece in code),
            *_told(blocks, foreign, lines),
            *_cuts(blocks, lines),
        ),
    )


def _overlaps(stretch: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch shares a code point with one of the others, which are in text order and apart."""
    number = bisect.bisect_left(others, stretch[1], key=lambda other: other[0]) - 1
    return number >= 0 and others[number][1] > stretch[0]


def _foreign(blocks: Sequence[Block]) -> list[tuple[Block, str]]:
    """The blocks in another language, with its name.

    Where nearly all that can be told is in another language, the lines that are too short to tell are too.
    """
    languages = [language_of(block.reading) for block in blocks]
    sizes = [len(WORD.findall(block.reading)) for block in blocks]
    found: Counter[str] = Counter()
    for language, size in zip(languages, sizes, strict=True):
        found[language] += size
    undecided = sum(
        size
        for block, language, size in zip(blocks, languages, sizes, strict=True)
        if not language and (size >= FEWEST_WORDS or seems_english(block.reading))
    )
    del found[""]
    if found.total() > WHOLLY * (found.total() + undecided):
        main = found.most_common(1)[0][0]
        languages = [
            language or ("" if seems_english(block.reading, main) else main)
            for block, language in zip(blocks, languages, strict=True)
        ]
    return [(block, language) for block, language in zip(blocks, languages, strict=True) if language]


def _told(blocks: Sequence[Block], foreign: Sequence[tuple[Block, str]], lines: _Lines) -> Iterator[str]:
    """A message for each language, or one for a text that is wholly in others."""
    of: dict[str, list[Block]] = {}
    for block, language in foreign:
        of.setdefault(language, []).append(block)
    if foreign and len(foreign) == len(blocks):
        yield f"not English, not read (it seems to be {' and '.join(of)})"
        return
    for language, passages in of.items():
        number = f"{len(passages)} passages" if len(passages) > 1 else "a passage"
        where = f"from line {lines.of(passages[0].start)} on"
        yield f"{number} not in English skipped, {where} (it seems to be {language})"


def _cuts(blocks: Sequence[Block], lines: _Lines) -> Iterator[str]:
    """A message for each sentence that goes on for longer than a sentence is read."""
    for number, block in enumerate(blocks):
        if block.cut and not (number and blocks[number - 1].cut):
            where = lines.of(block.start)
            yield f"line {where}: a sentence of over {LONGEST_SENTENCE} characters is read in pieces"


class _Lines:
    """The numbers of a text's lines, from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in LINE_BREAK.finditer(text))]

    def of(self, offset: int) -> int:
        """The line that a code point stands in."""
        return bisect.bisect_right(self._starts, offset)

    def words(self, start: int, end: int) -> str:
        """The lines of a stretch: "lines 3 to 9"."""
        first, last = self.of(start), self.of(max(start, end - 1))
        return f"line {first}" if first == last else f"lines {first} to {last}"
