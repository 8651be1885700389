"""Transcripts: who speaks, by the label before each turn ("ADA QUIST: We arrested two.")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from eventgraph.lexicon import load_lexicon
from eventgraph.text.lines import Line, find_lines

FEWEST_TURNS = 4
"""Labelled lines that make a transcript; at least one label comes back, and at least two differ."""
LEAST_SHARE = 0.3
"""Share of the lines of a transcript that are labelled; the others go on with a turn."""
LABEL = re.compile(
    r"(?P<who>[^\W\d_a-z][\w.'’-]*(?:[ ][^\W\d_a-z][\w.'’-]*){0,5}(?:[ ]\([^()]{1,40}\))?)[ ]?:\s+(?=\S)"  # noqa: RUF001
    r"|(?P<letter>[QA])[.:]\s+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says: from behind the label to ``end``.

    ``label`` is the stretch ``(start, end)`` of the label with its colon, ``name`` that of the speaker's
    words in it without titles; ``named`` tells whether these are a full name.
    """

    label: tuple[int, int]
    name: tuple[int, int]
    named: bool
    end: int


def find_turns(text: str) -> tuple[Turn, ...]:
    """The turns of a transcript, in order; none where a text is no transcript. Time grows with its length."""
    return _find(text)


@lru_cache(maxsize=2)
def _find(text: str) -> tuple[Turn, ...]:
    lines = [line for line in find_lines(text) if not line.blank]
    found = [(line, label) for line in lines if (label := LABEL.match(line.text))]
    labels = Counter(_words(label) for _, label in found)
    often = len(found) >= FEWEST_TURNS and len(found) >= LEAST_SHARE * len(lines)
    if not often or len(labels) == 1 or labels.most_common(1)[0][1] == 1:
        return ()
    ends = [line.start for line, _ in found[1:]] + [len(text)]
    return tuple(_turn(line, label, end) for (line, label), end in zip(found, ends, strict=True))


def _words(label: re.Match[str]) -> str:
    return label["who"] or label["letter"]


def _turn(line: Line, label: re.Match[str], end: int) -> Turn:
    start = line.start
    words = list(_name_words(_words(label)))
    name = (words[0].start(), words[-1].end()) if words else (0, len(_words(label)))
    return Turn((start, start + label.end()), (start + name[0], start + name[1]), len(words) > 1, end)


def _name_words(who: str) -> Iterator[re.Match[str]]:
    """The words of a label up to a bracket that are no titles and no parts that somebody plays."""
    for word in re.finditer(r"[^\s()]+", who.split("(", maxsplit=1)[0]):
        if word.group().casefold().strip(".") not in _roles():
            yield word


@cache
def _roles() -> frozenset[str]:
    return frozenset(load_lexicon("transcripts")["roles"])
