"""Two texts with the same words: from the code points of one to those of the other."""

from __future__ import annotations

import re

from eventgraph.text.repeats import Repeat

WORD = re.compile(r"\S+")


def align(original: str, copy: str) -> Repeat:
    """The whole of one text as the original of another that differs from it in white space only.

    ValueError where the words differ. Only offsets within or at the edges of words can be carried.
    """
    pairs = list(zip(WORD.finditer(original), WORD.finditer(copy), strict=True))
    if not pairs or any(one.group() != other.group() for one, other in pairs):
        raise ValueError("the texts have different words")
    shifts: list[tuple[int, int]] = []
    for one, other in pairs:
        shift = other.start() - one.start()
        if not shifts or shifts[-1][1] != shift:
            shifts.append((one.start(), shift))
    first, last = pairs[0], pairs[-1]
    return Repeat((first[0].start(), last[0].end()), (first[1].start(), last[1].end()), tuple(shifts))
