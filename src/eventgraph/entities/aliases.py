"""By what other names people go: "Otto Brandel, alias “El Búho”", "Ada Quist, also known as Ada Moor"."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from eventgraph.entities.candidate import PERSON, Candidate, is_capital
from eventgraph.entities.pieces import is_particle
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed

LONGEST = 4
"""Words of an alias."""


@cache
def _between() -> re.Pattern[str]:
    """What stands between a name and an alias."""
    phrases = "|".join(re.escape(phrase) for phrase in load_lexicon("surroundings")["person"]["alias"])
    return re.compile(rf",?\s+\(?(?:{phrases})\s+(?:the\s+)?[\"'\u2018\u201c]?")


def is_alias(between: str) -> bool:
    """Whether the words between two names say that the second is another name of the first's bearer."""
    return _between().fullmatch(between) is not None


def aliases(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """The names that follow "alias", "also known as" and the like after somebody's name."""
    found = []
    for person in candidates:
        end = parsed.tokens[person.last - 1].end
        match = _between().match(parsed.text, end) if person.sort == PERSON else None
        token = parsed.token_at(match.end()) if match else None
        if token is not None and is_capital(token):
            found.append(Candidate(token.index, _end(parsed, token.index), PERSON, "alias", 6))
    return found


def _end(parsed: Parsed, first: int) -> int:
    """The end of the capital words from an index, particles among them."""
    words = parsed.tokens[first : first + LONGEST]
    name = list(takewhile(lambda token: is_capital(token) or is_particle(token), words))
    while is_particle(name[-1]):
        name.pop()
    return first + len(name)
