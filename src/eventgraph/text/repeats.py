"""Passages that stand twice in one text, however the lines break.

A page saved with its summary, or a story with its own plain copy, tells everything twice. The copy is
found by its words, so that it is read once and counted as one source; `Repeat.carry` leads from what
was observed in the original to the same words in the copy.
"""

from __future__ import annotations

import bisect
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eventgraph.text.blocks import find_blocks
from eventgraph.text.front import find_front
from eventgraph.text.lines import WORD, begins_small, ends_sentence

FEWEST_WORDS = 6
FEWEST_CHARACTERS = 40
"""Shorter passages ("he said.") are common speech, no copies."""
LONGEST_SENTENCE = 1000
"""Words; what has no border for longer is not compared, which keeps the time linear."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """Two stretches ``(start, end)`` of a text with the same words in the same order.

    Both begin and end where a sentence, a line or a paragraph does. The original comes first and has
    no copy within it. ``shifts`` says from which code point of the original on the copy is how far
    away.
    """

    original: tuple[int, int]
    copy: tuple[int, int]
    shifts: tuple[tuple[int, int], ...]

    def holds(self, start: int, end: int) -> bool:
        """Whether the stretch lies within the original."""
        return self.original[0] <= start <= end <= self.original[1]

    def carry(self, offset: int) -> int:
        """The code point of the copy for one of the original; ValueError outside the original.

        Each word, and the end of each word, meets its twin; what lies between words stays between.
        """
        if not self.holds(offset, offset):
            raise ValueError(f"{offset} is not in {self.original}")
        number = bisect.bisect_right(self.shifts, offset, key=lambda shift: shift[0])
        carried = offset + self.shifts[number - 1][1]
        return min([carried, *map(sum, self.shifts[number : number + 1])])


def find_repeats(text: str) -> tuple[Repeat, ...]:
    """The passages that repeat an earlier one, in the order of the copies, which never overlap.

    Time grows with the length of the text.
    """
    return tuple(_Search(text).repeats())


def fingerprint(text: str) -> str:
    """The sha256, in hexadecimal, of a text's words: equal for texts that differ in white space only."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


class _Search:
    """The words of a text as numbers, and the borders between which passages can stand."""

    def __init__(self, text: str) -> None:
        numbers: dict[str, int] = {}
        self.stretches = [word.span() for word in WORD.finditer(text)]
        self.words = [numbers.setdefault(text[start:end], len(numbers)) for start, end in self.stretches]
        self.borders = list(_borders(text, self.stretches))
        self.is_border = bytearray(len(self.words) + 1)
        for border in self.borders:
            self.is_border[border] = 1

    def repeats(self) -> Iterator[Repeat]:
        firsts: dict[tuple[int, ...], int] = {}
        copies: list[int] = []
        done = 0
        for copy in self.borders:
            if copy < done:
                continue
            original = firsts.setdefault(tuple(self.words[copy : copy + FEWEST_WORDS]), copy)
            next_copy = bisect.bisect_left(copies, original)
            stop = min([copy, *copies[next_copy : next_copy + 1]])
            count = self._count_common(original, copy, stop)
            if count >= FEWEST_WORDS and self._length(copy, count) >= FEWEST_CHARACTERS:
                copies.append(copy)
                done = copy + count
                yield self._repeat(original, copy, count)

    def _count_common(self, original: int, copy: int, stop: int) -> int:
        """How many words from ``original`` on, up to ``stop``, stand again from ``copy`` on.

        Only so far as there is a border in both places, lest half a sentence be taken for a passage.
        """
        count = 0
        for index in range(bisect.bisect_right(self.borders, original), len(self.borders)):
            border = self.borders[index]
            reached = border - original
            if border > stop or copy + reached > len(self.words) or reached - count > LONGEST_SENTENCE:
                break
            if not self.is_border[copy + reached]:
                continue
            if self.words[original + count : border] != self.words[copy + count : copy + reached]:
                break
            count = reached
        return count

    def _length(self, first: int, count: int) -> int:
        return self.stretches[first + count - 1][1] - self.stretches[first][0]

    def _repeat(self, original: int, copy: int, count: int) -> Repeat:
        shifts: list[tuple[int, int]] = []
        for step in range(count):
            start = self.stretches[original + step][0]
            shift = self.stretches[copy + step][0] - start
            if not shifts or shifts[-1][1] != shift:
                shifts.append((start, shift))
        return Repeat(self._stretch(original, count), self._stretch(copy, count), tuple(shifts))

    def _stretch(self, first: int, count: int) -> tuple[int, int]:
        return self.stretches[first][0], self.stretches[first + count - 1][1]


def _borders(text: str, stretches: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The numbers of the words before which a passage can begin or end; the last is behind all words."""
    edges = {edge for block in find_blocks(text) for edge in (block.start, block.end)}
    edges |= {edge for front in find_front(text) for edge in (front.start, front.end)}
    ended = True
    for number, (start, end) in enumerate(stretches):
        word = text[start:end]
        if start in edges or (ended and not begins_small(word)):
            yield number
        ended = end in edges or ends_sentence(word)
    yield len(stretches)
