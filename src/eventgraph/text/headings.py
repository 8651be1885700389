"""What a column of a table holds, by the words of its header: ``lexicon/tables.toml``."""

from __future__ import annotations

import re
from functools import cache

from eventgraph.lexicon import load_lexicon

MARKS = "*_`:. \t"
IN_BRACKETS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]*)[)\]]\s*$")
JOINTS = re.compile(r"\s*(?:[/&,]|\b(?:and|or)\b)\s*")
"""What joins two names for what one column holds: "city or town"."""
WITH_OF = frozenset({"place", "region", "agency"})
"""Kinds of columns whose header may say of what: "place of the raid"; what others say so is another thing."""
LONGEST_HEADER = 8
"""Words of a header; what is longer is told, not named."""


def heading_of(header: str) -> str:
    """The key of ``[headers]`` that a header belongs to, "" for none.

    >>> heading_of("City"), heading_of("City or town"), heading_of("Place of the raid"), heading_of("Mood")
    ('place', 'place', 'place', '')
    """
    plain = plain_header(header)
    if plain in _headings():
        return _headings()[plain]
    kinds = {_headings().get(part, "") for part in JOINTS.split(plain)} - {"idle"}
    if len(kinds) == 1 and kinds != {""}:
        return kinds.pop()
    head = _headings().get(plain.partition(" of ")[0], "")
    return head if head in WITH_OF else ""


def plain_header(header: str) -> str:
    """A header in small letters without the marks around it and what stands in brackets at its end."""
    return " ".join(IN_BRACKETS.sub("", header.strip(MARKS)).casefold().strip(MARKS).split())


def bracketed(header: str) -> str:
    """What stands in brackets at the end of a header ("kg" of "Seized (kg)"), "" if nothing does."""
    match = IN_BRACKETS.search(header.strip(MARKS))
    return match["inside"].strip() if match else ""


def names_columns(headers: list[str]) -> bool:
    """Whether these are headers beyond doubt: short, without numbers, and two of them known."""
    bare = [header for header in headers if header.strip(MARKS)]
    short = all(len(header.split()) <= LONGEST_HEADER and not header.strip()[:1].isdigit() for header in bare)
    return short and len({header for header in bare if heading_of(header) or counted_type(header)}) > 1


def counted_type(header: str) -> str:
    """The type of event that ``[counts]`` has for a header without its idle words, "" for none."""
    idle = set(load_lexicon("tables")["idle_words"])
    plain = plain_header(header)
    bare = " ".join(word for word in plain.split() if word not in idle)
    return _counted().get(plain, "") or _counted().get(bare, "")


@cache
def _headings() -> dict[str, str]:
    return {words: kind for kind, headers in load_lexicon("tables")["headers"].items() for words in headers}


@cache
def _counted() -> dict[str, str]:
    return {words: kind for kind, headers in load_lexicon("tables")["counts"].items() for words in headers}
