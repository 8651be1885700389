"""Lists that go on with the sentence above them: "Police in Larnby:" and below it "- arrested 12 people".

Such a list is one sentence that was broken into lines. It is read as one, with commas where its bullets
are; other items are sentences, or numbers and names, of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from eventgraph.text.lines import Line, is_abbreviation

ITEM = re.compile(r"(?P<bullet>[-*+•‣▪◦●·–—])\s+(?=(?P<first>\S))")  # noqa: RUF001 (dashes are bullets)
FEWEST_ITEMS = 2
FEWEST_LEADING = 3
"""Words of a line that items below it can go on with; a shorter one ("Seized:") is a heading."""
LONGEST_LIST = 1_500
"""Code points from the leading line to the last item; longer ones are read item by item."""


@dataclass(frozen=True, slots=True)
class Lists:
    """Where lines go on in the next one (``joined``, by where that line begins), and what the model is given.

    ``signs`` has the sign to be read at a code point instead of the one that stands there.
    """

    joined: frozenset[int] = frozenset()
    signs: dict[int, str] = field(default_factory=dict)


def find_lists(lines: Sequence[Line]) -> Lists:
    """The lists among lines that go on with the line above them."""
    joined: set[int] = set()
    signs: dict[int, str] = {}
    full = [line for line in lines if not line.blank]
    number = 0
    while number < len(full):
        items = _items(full, number) if full[number].text.endswith(":") else []
        if items:
            joined.update(item.start for item in items)
            signs |= _signs(full[number], items)
        number += 1 + len(items)
    return Lists(frozenset(joined), signs)


def _items(lines: Sequence[Line], leading: int) -> list[Line]:
    """The items below a line, if they go on with it: all with one bullet, the first with a small letter."""
    found: list[Line] = []
    bullet = ""
    for line in lines[leading + 1 :]:
        item = ITEM.match(line.text)
        if item is None or (bullet and item["bullet"] != bullet) or not _goes_on(item["first"]):
            break
        bullet = item["bullet"]
        found.append(line)
        if line.end - lines[leading].start > LONGEST_LIST:
            return []
    following = lines[leading + 1 + len(found) : leading + 2 + len(found)]
    broken = bool(following) and bool(ITEM.match(following[0].text))
    small = any(ITEM.sub("", line.text, count=1)[:1].islower() for line in found)
    leads = len(lines[leading].words) >= FEWEST_LEADING
    return found if len(found) >= FEWEST_ITEMS and small and leads and not broken else []


def _goes_on(first: str) -> bool:
    return first.islower() or first.isdigit()


def _signs(leading: Line, items: Sequence[Line]) -> dict[int, str]:
    """The colon and the first bullet are white space, other bullets commas; the last is read as "and"."""
    signs = {leading.end - 1: " ", items[0].start: " "}
    for before, item in pairwise(items):
        last = before.text[-1]
        if last == "." and not is_abbreviation(before.words[-1]):
            signs[before.end - 1] = ","
        joined = before.words[-1] in {"and", "or"}
        signs[item.start] = "&" if item is items[-1] and not joined else " "
        if last not in ",;." and not joined:
            signs[before.end] = ","  # where the line ends
    return signs
