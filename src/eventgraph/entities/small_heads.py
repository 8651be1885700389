"""Agencies called by a place and a head in small letters: "Larnby police", "the Larnby field office"."""

from __future__ import annotations

from functools import cache

from eventgraph.entities.candidate import BODY, PLACE, Candidate, covered, words_of
from eventgraph.entities.knowledge import gazetteer
from eventgraph.entities.pieces import root_of
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed


@cache
def _heads() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The heads, as tuples of tokens, the longest first, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load_lexicon("surroundings")["agency"]["heads"]:
        words = tuple(phrase.replace("'s", " 's").split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}


def with_small_heads(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Places with the head of an agency after them, as one name; not countries, whose police are many."""
    at = covered(candidates)
    found = []
    for place in candidates:
        if place.sort != PLACE or _is_country(words_of(parsed, place)):
            continue
        last = _head_end(parsed, place.last)
        tied = last > place.last and root_of(parsed, place).head in range(place.last, last)
        if tied and all(index not in at for index in range(place.last, last)):
            found.append(Candidate(place.first, last, BODY, "small head", max(place.weight, 3) + 1))
    return found


def _is_country(name: str) -> bool:
    """Whether a name is one of a country; "U.S. attorney" is a post of it."""
    return any(known.type == "location" and not known.within for known in gazetteer().find(name))


def _head_end(parsed: Parsed, index: int) -> int:
    """The end of the head in small letters that begins at an index, or the index as it is."""
    tokens = parsed.tokens
    if index >= len(tokens):
        return index
    for words in _heads().get(tokens[index].text, ()):
        here = tuple(token.text.replace("\u2019", "'") for token in tokens[index : index + len(words)])
        if here == words and tokens[index].sentence == tokens[index - 1].sentence:
            return index + len(words)
    return index
