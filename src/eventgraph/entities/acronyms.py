"""Names introduced with their acronym in brackets."""

from __future__ import annotations

from eventgraph.entities.candidate import BODY, Candidate, is_acronym, is_capital
from eventgraph.entities.classify import head_type
from eventgraph.entities.knowledge import gazetteer, name_words
from eventgraph.entities.pieces import piece_end
from eventgraph.text.parse import Parsed

OPENING, CLOSING = frozenset("(["), frozenset(")]")
LONGEST_NAME = 14
"""Tokens in the longest name that a bracketed acronym may stand for."""


def bracketed(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Names introduced with their acronym: "Larnby Harbour Board (LHB)", both of them.

    Where the name goes on after the bracket, "Crimes At Sea (CAS) Task Force", the
    whole is one name.
    """
    found: list[Candidate] = []
    ends = {candidate.last for candidate in candidates if candidate.sort == BODY and len(candidate) > 1}
    for token in parsed.tokens[1:-2]:
        if token.text not in OPENING or parsed.tokens[token.index + 2].text not in CLOSING:
            continue
        acronym = parsed.tokens[token.index + 1]
        first = long_form(parsed, token.index, acronym.text) if is_acronym(acronym.text) else None
        if first is None:
            known = gazetteer().type_of(acronym.text) == "location"
            if token.index in ends and is_acronym(acronym.text) and not known:
                found.append(Candidate(acronym.index, acronym.index + 1, BODY, "bracketed", 5))
            continue
        last = _head_after(parsed, token.index + 3)
        if last > token.index + 3:
            found.append(Candidate(first, last, BODY, "bracketed", 5))
        else:
            found.append(Candidate(first, token.index, BODY, "bracketed", 5))
            found.append(Candidate(acronym.index, acronym.index + 1, BODY, "bracketed", 5))
    return found


def long_form(parsed: Parsed, bracket: int, acronym: str) -> int | None:
    """The token at which the words before a bracket begin whose initials make the acronym, or None."""
    letters = [letter for letter in acronym.lower() if letter.isalpha()]
    sentence = parsed.sentence_of(parsed.tokens[bracket])
    best = None
    for first in range(bracket - 1, max(sentence.first, bracket - LONGEST_NAME) - 1, -1):
        token = parsed.tokens[first]
        if token.text in CLOSING or token.text in {";", ":"}:
            break
        if is_capital(token) and spells(letters, [t.text for t in parsed.tokens[first:bracket]]):
            best = first
            break
    return _with_country(parsed, best, sentence.first) if best is not None else None


def spells(letters: list[str], words: list[str]) -> bool:
    """Whether the initials of the words make the letters; small words may be left out."""
    initials = [w[0].lower() for w in words if w[0].isalpha() and w.lower() not in name_words().joiners]
    with_small = [w[0].lower() for w in words if w[0].isalpha()]
    return letters in (initials, with_small)


def _with_country(parsed: Parsed, first: int, limit: int) -> int:
    """A name with the country before it, which acronyms leave out: "U.S. Geological Survey (GS)"."""
    if first > limit:
        before = parsed.tokens[first - 1]
        known = gazetteer()
        if is_capital(before) and (known.type_of(before.text) == "location" or before.text in known.demonyms):
            return first - 1
    return first


def _head_after(parsed: Parsed, index: int) -> int:
    """The end of the capital words that finish a name after a bracket, if they are the head of a body."""
    if index >= len(parsed.tokens):
        return index
    limit = parsed.sentence_of(parsed.tokens[index - 1]).last
    end = piece_end(parsed, index, limit)
    return end if end > index and head_type([t.lower for t in parsed.tokens[index:end]]) else index
