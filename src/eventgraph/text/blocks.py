"""A text cut into the blocks that are parsed: paragraphs, headings and list items, in text order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a text that is parsed by itself.

    ``start`` is the code point at which it begins; ``reading`` is what the language model is given,
    of the same length as the text from there, so that offsets carry over.
    """

    start: int
    reading: str


def find_blocks(text: str, masked: Sequence[tuple[int, int]] = ()) -> tuple[Block, ...]:
    """The blocks of a text, without the masked stretches ``(start, end)``."""
    return tuple(_blocks(text, masked))


def _blocks(text: str, masked: Sequence[tuple[int, int]]) -> Iterator[Block]:
    shown = list(text)
    for start, end in masked:
        shown[start:end] = "\n" * (end - start)
    visible = "".join(shown)
    position = 0
    for match in [*BLANK_LINE.finditer(visible), None]:
        end = match.start() if match else len(visible)
        block = visible[position:end]
        if block.strip():
            lead = len(block) - len(block.lstrip())
            yield Block(position + lead, block.strip().replace("\n", " "))
        position = match.end() if match else end
