"""Lists of those who took part in an operation, with which press releases end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventgraph.entities.ground import Ground
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Mention, RelationMention

LINE = re.compile(r"[^\n]+")
ITEM = re.compile(r"\s*(?:[-*\u2022\u2013\u2014]|\d+[.)])\s*\S")
"""A line of a list: a dash, a dot or a number before its words."""


def rosters(ground: Ground) -> Iterator[RelationMention]:
    """The agencies of each list whose heading says that they took part in a named operation."""
    heading: Mention | None = None
    for line in LINE.finditer(ground.document.text):
        if ITEM.match(line.group()):
            if heading is not None:
                for agency in _within(ground, line.start(), line.end(), "agency"):
                    yield ground.relation("took_part_in", agency, heading, "list")
        elif line.group().strip():
            heading = _operation_of(ground, line)


def _operation_of(ground: Ground, line: re.Match[str]) -> Mention | None:
    """The operation that a heading means, if it says who took part: "Taking part in the operation:"."""
    words = load_lexicon("relations")["took_part"]
    lower = line.group().lower()
    if not lower.rstrip().endswith(":") or not any(phrase in lower for phrase in words):
        return None
    return next(_within(ground, line.start(), line.end(), "operation"), None)


def _within(ground: Ground, start: int, end: int, kind: str) -> Iterator[Mention]:
    return (mention for mention in ground.mentions if mention.type == kind and start <= mention.start < end)
