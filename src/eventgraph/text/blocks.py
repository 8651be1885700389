"""A text cut into the blocks that are parsed: paragraphs, headings and list items, in text order.

What enters is the text with the stretches that are no prose; what leaves is blocks that never overlap.
Lines wrapped by hand are joined, since a line break in mid-sentence misleads the parser; lines that
were broken on purpose stay apart, since a heading is no part of the sentence below it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from eventgraph.lexicon import load_lexicon
from eventgraph.text.lines import WORD, Line, begins_small, ends_sentence, find_lines, is_abbreviation
from eventgraph.text.lists import find_lists

LONGEST_BLOCK = 10_000
"""Code points; memory grows with the longest block."""

LONGEST_SENTENCE = 2_000
"""Code points; a list or a machine wrote what goes on for longer, and trees grow costly with their size."""

LONGEST_WORD = 500
"""Code points; the model's time grows with the square of what it has to peel off a word."""

RULE = re.compile(r"(?:[^\w\s]|_){24,}")
"""So many signs in a row draw a line or, as dots, lead to a number: white space to a reader."""

LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
REFERENCE = re.compile(r"(?<=\S)(?:\[(?:\d{1,3}|citation needed)\])+")
"""Marks of notes right behind a word ("died.[3][4]"): white space to a reader."""

WHITE = re.compile(r"\s")
GAP = re.compile(r"\s+")
BULLET = re.compile(r"(?:[-*+•‣▪◦●·–—>]|#{1,6})\s+")  # noqa: RUF001 (dashes are bullets)
LIST_ITEM = re.compile(r"(?:[-*+•‣▪◦●·–—>]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S")  # noqa: RUF001
MARKED_HEADING = re.compile(r"#{1,6}\s")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a text that is parsed by itself.

    ``start`` is the code point at which it begins; ``reading`` is what the language model is given,
    of the same length as the text from there, so that offsets carry over: each character of white
    space, of a long row of signs and of a note's mark is a plain space, all else stands as in the text, but
    for the bullets of a list that is one sentence. ``cut`` tells that it ends within a sentence that is too
    long.
    """

    start: int
    reading: str
    cut: bool = False

    @property
    def end(self) -> int:
        """The code point behind the block."""
        return self.start + len(self.reading)


def find_blocks(text: str, masked: Sequence[tuple[int, int]] = ()) -> tuple[Block, ...]:
    """The blocks of a text, without the masked stretches ``(start, end)``, which may overlap.

    Every letter and digit outside the masks is in exactly one block; bullets, rules and marks of notes are in
    none.
    Time grows with the length of the text.
    """
    return _find(text, tuple(masked))


@lru_cache(maxsize=2)
def _find(text: str, masked: tuple[tuple[int, int], ...]) -> tuple[Block, ...]:
    """What `find_blocks` gives; kept, since the search for headers and that for repeats both ask."""
    text = REFERENCE.sub(_blank, text)
    stretches = [list(find_lines(text, start, end)) for start, end in _unmasked(len(text), masked)]
    width = max(map(_wrap_width, stretches), default=0)
    lists = [find_lists(lines) for lines in stretches]
    read = _with_signs(text, {at: sign for one in lists for at, sign in one.signs.items()})
    return tuple(
        block
        for lines, found in zip(stretches, lists, strict=True)
        for group in _groups(lines, width, found.joined)
        for block in _cut(read, _without_bullet(group[0]), group[-1].end)
    )


def _blank(found: re.Match[str]) -> str:
    """As many spaces as there are signs."""
    return " " * len(found[0])


def _with_signs(text: str, signs: Mapping[int, str]) -> str:
    """The text with other signs at some code points."""
    parts, position = [], 0
    for at in sorted(signs):
        parts += [text[position:at], signs[at]]
        position = at + 1
    return "".join([*parts, text[position:]]) if parts else text


def _unmasked(length: int, masked: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    position = 0
    for start, end in sorted(masked):
        if start > position:
            yield position, start
        position = max(position, end)
    if position < length:
        yield position, length


def _wrap_width(lines: Sequence[Line]) -> int:
    """The length to which lines were wrapped by hand, 0 if none was.

    The proof of a wrapped line is that the next one begins with a small letter.
    """
    pairs = pairwise(lines)
    return max((len(one.text) for one, two in pairs if _is_open(one) and begins_small(two.text)), default=0)


def _is_open(line: Line) -> bool:
    return not line.blank and not ends_sentence(line.words[-1])


def _groups(lines: Iterable[Line], width: int, joined: Container[int]) -> Iterator[list[Line]]:
    """The lines that are read together; ``joined`` has where those begin that go on with the line above."""
    group: list[Line] = []
    for line in _without_gaps(lines, joined):
        goes_on = line.start in joined or (group and not line.blank and _goes_on(group[-1], line, width))
        if group and not goes_on:
            yield group
            group = []
        if not line.blank:
            group.append(line)
    if group:
        yield group


def _without_gaps(lines: Iterable[Line], joined: Container[int]) -> Iterator[Line]:
    """The lines without the blank ones above a line that goes on with what is above them."""
    gap: list[Line] = []
    for line in lines:
        if line.blank:
            gap.append(line)
            continue
        if line.start not in joined:
            yield from gap
        gap = []
        yield line


def _goes_on(line: Line, following: Line, width: int) -> bool:
    """Whether the sentence of a line goes on in the next line."""
    last, first = line.words[-1], following.words[0]
    if LIST_ITEM.match(following.text) or any(MARKED_HEADING.match(one.text) for one in (line, following)):
        return False
    if ends_sentence(last):
        return False
    if begins_small(first) or last.endswith((",", ";")) or last.lower() in _open_words():
        return True
    if is_abbreviation(last):
        return True
    # A line wrapped by hand ended because the next word had no room; a heading ends sooner.
    return len(line.text) + 1 + len(first) > width > 0


@cache
def _open_words() -> frozenset[str]:
    return frozenset(load_lexicon("sentences")["open_words"])


def _without_bullet(line: Line) -> int:
    bullet = BULLET.match(line.text)
    return line.start + (bullet.end() if bullet else 0)


def _cut(text: str, start: int, end: int) -> Iterator[Block]:
    """The stretch as a block, or as several where it or a word of it is too long for one."""
    position = start
    for word in LONG_WORD.finditer(text, start, end):
        for cut in range(word.start() + LONGEST_WORD, word.end(), LONGEST_WORD):
            yield from _cut_sentences(text, position, cut)
            position = cut
    yield from _cut_sentences(text, position, end)


def _cut_sentences(text: str, start: int, end: int) -> Iterator[Block]:
    """The stretch, cut behind a sentence where it is too long, behind a word where a sentence is."""
    ended = last = start
    for word in WORD.finditer(text, start, end) if end - start > LONGEST_SENTENCE else ():
        cut = 0
        if word.end() - ended > LONGEST_SENTENCE:
            cut = last
        elif word.end() - start > LONGEST_BLOCK:
            cut = ended
        if cut > start:
            yield from _block(text, start, cut, cut=cut != ended)
            gap = GAP.match(text, cut, end)
            start = gap.end() if gap else cut
            ended = max(ended, start)
        last = word.end()
        ended = last if ends_sentence(word.group()) else ended
    if start < end:
        yield from _block(text, start, end)


def _block(text: str, start: int, end: int, *, cut: bool = False) -> Iterator[Block]:
    """The stretch as a block, unless it is but white space to a reader."""
    reading = RULE.sub(_blank, WHITE.sub(" ", text[start:end]))
    bare = reading.strip()
    if bare:
        yield Block(start + len(reading) - len(reading.lstrip()), bare, cut)
