"""Seen once, meant always: further places of the names that a document has introduced."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.entities.candidate import (
    BODY,
    PERSON,
    PLACE,
    Candidate,
    covered,
    is_acronym,
    is_capital,
    tokens_of,
    words_of,
)
from eventgraph.entities.classify import head_type, short_by_last
from eventgraph.entities.gender import is_given_name
from eventgraph.entities.knowledge import gazetteer, name_words
from eventgraph.entities.names import name_parts, persons
from eventgraph.text.parse import Parsed, Token

HYPHENED = 4
"""Tokens of a surname and two given names with a hyphen between them."""
SHORTEST_SURNAME = 3
"""Letters; shorter ones are too often a word of something else."""


def surnames(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Bare surnames and given names of people named in full, where the model missed or mistook them."""
    full = [words for c in persons(candidates) if len(words := name_parts(parsed, c)) > 1]
    last = {words[-1] for words in full if len(words[-1]) >= SHORTEST_SURNAME}
    last |= {words[1] for words in full if len(words) > 2 and len(words[1]) >= SHORTEST_SURNAME}  # noqa: PLR2004 (two surnames)
    last |= {words[0] for words in full if _is_family_first(words)}
    given = {words[0] for words in full if len(words[0]) >= SHORTEST_SURNAME}
    mistaken = last - _meant_otherwise(parsed, candidates)
    at = covered(candidates)
    found = []
    for token in parsed.tokens:
        if token.text not in last and token.text not in given:
            continue
        seen = at.get(token.index)
        likely = token.pos == "PROPN" or (token.text in last and token.pos in {"NOUN", "ADJ", "X"})
        if seen is None and likely and _alone(parsed, token):
            found.append(Candidate(token.index, token.index + 1, PERSON, "surname", 1))
        elif seen is not None and len(seen) == 1 and seen.sort != PERSON and token.text in mistaken:
            found.append(Candidate(token.index, token.index + 1, PERSON, "surname", 2))
    return found


def _is_family_first(words: Sequence[str]) -> bool:
    """Whether the form of a name shows that the surname stands first: "Kang Dae-sik"."""
    hyphened = list(words[2:3]) == ["-"] and words[-1].islower() and len(words) == HYPHENED
    return hyphened and len(words[0]) >= SHORTEST_SURNAME


def namesakes(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Full names that end in a surname of the document or begin with a given name, mistaken for others."""
    last = {parts[-1] for c in persons(candidates) if len(parts := name_parts(parsed, c)) > 1}
    ends_of = {tuple(p[1:]) for c in persons(candidates) if len(p := name_parts(parsed, c)) > 2}  # noqa: PLR2004
    at = covered(candidates)
    found = []
    for candidate in candidates:
        words = tokens_of(parsed, candidate)
        known = gazetteer().find(words_of(parsed, candidate)) or head_type([t.lower for t in words])
        if candidate.sort not in {BODY, PLACE} or candidate.rule != "model" or known:
            continue
        before = parsed.tokens[max(0, candidate.first - 1)]
        ends = len(words) > 1 and candidate.sort == BODY and words[-1].text in last
        if tuple(t.text for t in words) in ends_of or (
            ends and not gazetteer().find(words[0].text) and all(t.text.istitle() for t in words)
        ):
            found.append(Candidate(candidate.first, candidate.last, PERSON, "surname", 2))
        elif len(words) == 1 and _is_given_alone(at.get(before.index)) and _gives_name(before, words[0]):
            found.append(Candidate(before.index, candidate.last, PERSON, "given name", 2))
    return found


def _is_given_alone(seen: Candidate | None) -> bool:
    """Whether what stands before a word is nothing yet, or a person of one word."""
    return seen is None or (seen.sort == PERSON and len(seen) == 1)


def _gives_name(before: Token, token: Token) -> bool:
    """Whether a given name that is no place's stands right before a word."""
    beside = before.sentence == token.sentence and before.tag == "NNP" and before.index < token.index
    return beside and is_capital(before) and is_given_name(before.text) and not gazetteer().find(before.text)


def _meant_otherwise(parsed: Parsed, candidates: list[Candidate]) -> set[str]:
    """Words that are no mere surname: the lexicon knows them, or a longer name of a body begins with them.

    Of companies and the like it must stand before anybody of that surname: in "Colm Ford left. Ford slept."
    it is the person's, in "Ford grew. Otto Ford left." the company's.
    """
    begins = {parsed.tokens[c.first].text for c in candidates if c.sort == BODY and len(c) > 1}
    singles: dict[str, int] = {}
    for c in candidates:
        if len(c) == 1 and c.sort != PERSON:
            singles.setdefault(words_of(parsed, c), c.first)
    people: dict[str, int] = {}
    for c in persons(candidates):
        if len(words := name_parts(parsed, c)) > 1:
            people.setdefault(words[-1], c.first)
    known = gazetteer()
    return begins | {
        word
        for word, first in singles.items()
        if known.find(word)
        and not (known.type_of(word) == "organisation" and people.get(word, first) < first)
    }


def _alone(parsed: Parsed, token: Token) -> bool:
    """Whether no capital word stands right after a word, which would make it part of a longer name."""
    after = token.index + 1
    return after >= len(parsed.tokens) or not (
        parsed.tokens[after].tag in {"NNP", "NNPS"}
        and is_capital(parsed.tokens[after])
        and parsed.tokens[after].sentence == token.sentence
    )


def companies(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Bodies called by one word of their name, where the model took that for a person or place.

    A company by the first word, "Brightwell" of "Brightwell Foods"; others by the last, "Larnavela" of
    "Grupo Larnavela".
    """
    known = gazetteer()
    firsts = {
        tokens[0].text
        for tokens in (tokens_of(parsed, c) for c in candidates if c.sort == BODY and len(c) > 1)
        if head_type([t.lower for t in tokens]) == "organisation"
        and not (known.find(tokens[0].text) or tokens[0].text in known.demonyms)
        and tokens[0].lower not in name_words().state | name_words().direction
    }
    firsts |= {name for c in candidates if c.sort == BODY and (name := called_by_last(tokens_of(parsed, c)))}
    firsts -= {part for c in persons(candidates) if len(c) > 1 for part in name_parts(parsed, c)}
    singles = (
        c
        for c in candidates
        if len(c) == 1
        and c.sort in {PERSON, PLACE, ""}
        and c.rule == "model"
        and parsed.tokens[c.first].label != "NORP"
    )
    return [
        Candidate(c.first, c.last, BODY, "first word", 1) for c in singles if words_of(parsed, c) in firsts
    ]


def called_by_last(tokens: Sequence[Token]) -> str:
    """The word that a body is called by: "Larnavela" of "Grupo Larnavela"."""
    return short_by_last([token.text for token in tokens])


def seen_elsewhere(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Further places where the words of a name stand that the model saw only once."""
    sorts = {tuple(t.text for t in tokens_of(parsed, c)): c.sort for c in candidates if _tells(parsed, c)}
    lengths: dict[str, list[int]] = {}
    for words in sorts:
        known = lengths.setdefault(words[0], [])
        if len(words) not in known:
            known.append(len(words))
    at = covered(candidates)
    found = []
    for token in parsed.tokens:
        if token.index in at:
            continue
        for length in lengths.get(token.text, ()):
            words = tuple(t.text for t in parsed.tokens[token.index : token.index + length])
            if words in sorts and not _is_makers(parsed, token, length, sorts[words]):
                found.append(Candidate(token.index, token.index + length, sorts[words], "seen elsewhere", 1))
    return found


def _is_makers(parsed: Parsed, token: Token, length: int, sort: str) -> bool:
    """Whether a known maker's name of one word stands within a longer name: "the Boeing Dreamlifter"."""
    return length == 1 and sort == BODY and bool(gazetteer().find(token.text)) and not _alone(parsed, token)


def _tells(parsed: Parsed, candidate: Candidate) -> bool:
    """Whether the words of a candidate are a name wherever they stand."""
    words = words_of(parsed, candidate)
    single = len(candidate) == 1 and len(words) >= SHORTEST_SURNAME
    return bool(candidate.sort) and (
        len(candidate) > 1 or (single and (is_acronym(words) or candidate.weight > 0))
    )
