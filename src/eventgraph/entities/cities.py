"""The cities of the gazetteer where the words around a name show that it is a place.

Thousands of names of cities are surnames, given names, words or companies as well ("Lincoln", "Nancy",
"Orange", "Toyota"), so such a name decides nothing by itself, other than those of ``places.toml``. The
model's word for a person gives way only to the division or country right after the name; a name of several
words ("Nizhny Novgorod") needs no preposition before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventgraph.entities.atlas import CITY, COUNTRY, DIVISION, atlas
from eventgraph.entities.candidate import PERSON, PLACE, Candidate, covered, is_acronym, is_capital
from eventgraph.entities.knowledge import gazetteer
from eventgraph.entities.pieces import surroundings
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token

LONGEST_HOLDER = 3
"""Words in the name of a division or country after a city that are tried."""


def city_names(parsed: Parsed, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The cities where they stand, as candidates; ``candidates`` say what the model saw."""
    at = covered(candidates)
    found: list[Candidate] = []
    position = 0
    for token in parsed.capitals:
        if token.index < position:
            continue
        last = next((last for last in _cities_from(parsed, token) if _is_place(parsed, token, last, at)), 0)
        if last:
            weight = 3 if _has_words(parsed, token, last) else 1
            found.append(Candidate(token.index, last, PLACE, "gazetteer", weight))
            position = last
    return found


def _cities_from(parsed: Parsed, token: Token) -> Iterator[int]:
    """The cities whose names begin at a token, the longest first, as the token after each."""
    word = token.text.split("-")[0].split("'")[0]
    for name in atlas().by_first_word.get(word, ()):
        if parsed.text.startswith(name, token.start) and not gazetteer().find(name):
            end = parsed.token_at(token.start + len(name) - 1)
            if end and end.end == token.start + len(name):
                yield end.index + 1


def _is_place(parsed: Parsed, token: Token, last: int, at: dict[int, Candidate]) -> bool:
    """Whether the tokens from one to ``last`` (excluded) are a city's name here."""
    seen = {at[index] for index in range(token.index, last) if index in at}
    if any(one.first < token.index or one.last > last for one in seen):
        return False
    if _holder_after(parsed, token, last):
        return True
    if any(one.sort == PERSON for one in seen) or is_acronym(token.text) or _in_a_name(parsed, token, last):
        return False
    if _has_words(parsed, token, last):
        return True
    beside = _after_preposition(parsed, token) or _is_visited(parsed, token)
    return all(one.sort == PLACE for one in seen) and beside


def _has_words(parsed: Parsed, token: Token, last: int) -> bool:
    """Whether a name has several words; parts joined by hyphens are one."""
    return " " in parsed.text[token.start : parsed.tokens[last - 1].end]


def _holder_after(parsed: Parsed, token: Token, last: int) -> bool:
    """Whether a comma and the division or country of such a city follow."""
    tokens = parsed.tokens
    if last + 1 >= len(tokens) or tokens[last].text != "," or not is_capital(tokens[last + 1]):
        return False
    cities = atlas().find(parsed.text[token.start : tokens[last - 1].end])
    for end in range(last + 2, min(last + 2 + LONGEST_HOLDER, len(tokens) + 1)):
        holders = atlas().find(parsed.text[tokens[last + 1].start : tokens[end - 1].end])
        if any(
            h.holds(c) for h in holders if h.kind in {COUNTRY, DIVISION} for c in cities if c.kind == CITY
        ):
            return True
    return False


def _in_a_name(parsed: Parsed, token: Token, last: int) -> bool:
    """Whether another word of a name stands right beside: "Bolton Wanderers", "Ada Preston"."""
    tokens = parsed.tokens
    beside = [tokens[index] for index in (token.index - 1, last) if 0 <= index < len(tokens)]
    hyphen = last < len(tokens) and tokens[last].text in {"-", "&"}
    return hyphen or any(
        is_capital(other) and other.pos in {"PROPN", "NOUN", "ADJ"} and other.sentence == token.sentence
        for other in beside
    )


def _after_preposition(parsed: Parsed, token: Token) -> bool:
    """Whether a preposition of place stands before a proper name: "near Gaziantep"."""
    before = parsed.tokens[token.index - 1] if token.index else None
    return (
        token.pos == "PROPN"
        and before is not None
        and before.sentence == token.sentence
        and before.lower in load_lexicon("places")["beside"]["prepositions"]
    )


def _is_visited(parsed: Parsed, token: Token) -> bool:
    """Whether a proper name is what somebody reaches or takes, right after the verb: "shelled Mykolaiv"."""
    verb = parsed.head(token)
    visited = verb.index == token.index - 1 and verb.lemma in surroundings()["place"]["visited"]
    return token.pos == "PROPN" and token.dep == "dobj" and visited
