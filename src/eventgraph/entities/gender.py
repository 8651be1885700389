"""Whether "he" or "she" may stand for somebody: by given name, courtesy title and what one is called."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from eventgraph.entities.candidate import WORDS_KEPT
from eventgraph.lexicon import load_lexicon
from eventgraph.text.letters import without_accents

GENDERS = ("female", "male")


@cache
def _words() -> dict[str, frozenset[str]]:
    people = load_lexicon("people")
    return {gender: frozenset(people[gender]) for gender in GENDERS}


@cache
def _names() -> dict[str, str]:
    names = load_lexicon("given_names")
    return {name: gender for gender in GENDERS for name in names[gender].split()}


@cache
def _courtesy() -> dict[str, str]:
    words = load_lexicon("people")["courtesy"]
    return {word: gender for gender in GENDERS for word in words[gender]}


def gender_of_name(name: str) -> str:
    """The gender that the given name of a full name tells, "" where it tells none."""
    words = name.split()
    if len(words) == 1:
        return ""
    return _gender_of_given(words[0]) or _gender_of_given(words[0].split("-")[0]) if words else ""


def is_given_name(word: str) -> bool:
    """Whether a word is a given name that the lexicon knows."""
    return _gender_of_given(word) != ""


@lru_cache(maxsize=WORDS_KEPT)
def _gender_of_given(word: str) -> str:
    """The gender of a given name, with or without its accents."""
    names, lower = _names(), word.casefold()
    return names.get(lower) or names.get(without_accents(lower), "")


def gender_of_words(words: Iterable[str]) -> str:
    """The one gender that words for people (lower case) or courtesy titles tell, "" for none or two."""
    found = {_gender_of_word(word) for word in words} - {""}
    return found.pop() if len(found) == 1 else ""


def _gender_of_word(word: str) -> str:
    if word in _words()["female"] or word.endswith("woman"):
        return "female"
    if word in _words()["male"] or (word.endswith("man") and word in _person_nouns()):
        return "male"
    return _courtesy().get(word.rstrip("."), "")


@cache
def _person_nouns() -> frozenset[str]:
    people = load_lexicon("people")
    return frozenset(word for sort in (*GENDERS, "either") for word in people[sort])


def is_person_noun(word: str) -> bool:
    """Whether a noun in small letters, in the singular, stands for a person."""
    ends = word.endswith(("woman", "sman", "person")) and len(word) >= len("oarsman")
    return word in _person_nouns() or ends


def fits(left: str, right: str) -> bool:
    """Whether two genders may be one person's; "" fits both."""
    return not left or not right or left == right
