"""Words that can be part of a name, and what an apposition calls one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from eventgraph.entities.candidate import Candidate, is_acronym, is_capital
from eventgraph.entities.gender import is_person_noun
from eventgraph.entities.knowledge import name_words
from eventgraph.entities.names import ARTICLES
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token

PROPER = frozenset({"NNP", "NNPS"})
DATES = frozenset({"DATE", "TIME"})
"""The model's labels of what is never part of a name that grows."""
LETTERS = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
"""A word of a name: letters, an apostrophe within them."""
GENERAL = frozenset({"board", "council", "force", "office", "service", "unit"})
"""Nouns that call other bodies than agencies as often."""
BESIDE = 4
"""Tokens before a verb in which it is said who is named so: "a victim, who was named as"."""
FULL_NAME = 2
"""Words of a given name and a surname."""


def is_piece(token: Token) -> bool:
    """Whether a token can be a word of a name."""
    return is_capital(token) and token.pos in {"PROPN", "NOUN", "ADJ"} and token.label not in DATES


def piece_end(parsed: Parsed, index: int, limit: int) -> int:
    """The end of the run of capital words from an index."""
    while index < limit and is_piece(parsed.tokens[index]):
        index += 1
    return index


@cache
def surroundings() -> dict[str, dict[str, frozenset[str]]]:
    """The words of ``surroundings.toml``."""
    tables = load_lexicon("surroundings")
    return {name: {key: frozenset(words) for key, words in table.items()} for name, table in tables.items()}


@cache
def calendar() -> frozenset[str]:
    """The names of months and of the days of the week, in small letters."""
    kinds = load_lexicon("times/words")["kinds"]
    return frozenset([*kinds["month"], *kinds["weekday"]])


def is_particle(token: Token) -> bool:
    """Whether a word may stand within a name in small letters, or in capitals as the name: "van", "DE LA"."""
    return token.lower in surroundings()["person"]["particles"] and (
        token.text.islower() or token.text.isupper()
    )


def has_person_form(tokens: Sequence[Token]) -> bool:
    """Whether words have the form of a person's name: capital words, initials, hyphens, particles, "Jr."."""
    return bool(tokens) and all(
        token.text == "-"
        or (place > 1 and tokens[place - 1].text == "-" and token.text.isalpha())  # "Soo-jin"
        or is_initial(token)
        or is_particle(token)
        or token.lower.rstrip(".") in name_words().generations
        or (is_capital(token) and LETTERS.fullmatch(token.text) is not None and not is_acronym(token.text))
        for place, token in enumerate(tokens)
    )


def is_body_noun(word: str) -> bool:
    """Whether a noun in small letters stands for a body: "airline", "carmaker"."""
    return word in surroundings()["body"]["before"] or word.endswith("maker")


def are_one_subject(parsed: Parsed, noun: Token, name: Token) -> bool:
    """Whether the parse has a noun and the name after it as subjects of the verb next: "party Larn won"."""
    joined = noun.dep == name.dep == "nsubj" and noun.head == name.head and noun.sentence == name.sentence
    return joined and all(t.dep in {"aux", "neg"} for t in parsed.tokens[name.index + 1 : name.head])


def named_as(parsed: Parsed, first: int) -> bool:
    """Whether somebody is named as what begins at a token: "police identified the victim as"."""
    before = parsed.tokens[first - 1] if first else None
    if before is None or before.lower != "as":
        return False
    words, start = surroundings()["naming"], parsed.sentence_of(before).first
    verb = next((t for t in reversed(parsed.tokens[start : first - 1]) if t.pos == "VERB"), None)
    if verb is None or verb.lemma not in words["identifying"]:
        return False
    somebody = parsed.tokens[max(start, verb.index - BESIDE) : first - 1]
    nouns = (t for t in somebody if t.pos in {"NOUN", "PRON"} and t.dep != "nsubj")
    return any(is_person_noun(t.lemma) or t.lower in {"him", "her"} for t in nouns)


def is_initial(token: Token) -> bool:
    """Whether a token is an initial within a person's name: "M."."""
    return len(token.text) <= len("M.") and token.text[:1].isupper() and token.text[1:] in {"", "."}


def root_of(parsed: Parsed, candidate: Candidate) -> Token:
    """The token of a name whose head lies outside it."""
    inside = range(candidate.first, candidate.last)
    tokens = parsed.tokens[candidate.first : candidate.last]
    return next((token for token in tokens if token.head not in inside), tokens[-1])


def noun_before(parsed: Parsed, candidate: Candidate) -> str:
    """What the noun right before a name calls it, "agency" or "": "the Ostmark regulator Larnwerk"."""
    noun = parsed.tokens[candidate.first - 1] if candidate.first else None
    tied = noun is not None and noun.dep == "compound" and candidate.first <= noun.head < candidate.last
    known = noun is not None and noun.lower in load_lexicon("names")["description"]["agency"]
    return "agency" if tied and known and noun is not None and noun.lower not in GENERAL else ""


def called(parsed: Parsed, candidate: Candidate) -> str:
    """What an apposition calls a name, agency or organisation, or "": "Brightwell, a food company"."""
    last = parsed.tokens[candidate.last - 1]
    described = load_lexicon("names")["description"]
    after = [token.lower for token in parsed.tokens[candidate.last : candidate.last + 2]]
    if after[:1] != [","] or after[-1] not in ARTICLES:
        return ""
    nouns = [child.lower for child in parsed.children(last, "appos")]
    kinds = (kind for kind in ("agency", "organisation") if any(noun in described[kind] for noun in nouns))
    return next(kinds, "")
