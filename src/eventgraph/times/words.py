"""The words of time as the lexicon lists them: which kind of token a word is, and what it is worth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from eventgraph.lexicon import load_lexicon

Value = int | float | str | None
"""What a token is worth: a number (month, weekday, count) or a code (season, unit); often nothing."""

FIRST = re.compile(r"\d+|[^\W\d_]+")
"""The first token of a phrase."""

SIGNS = {
    ",": "comma",
    "-": "dash",
    "/": "slash",
    "(": "open",
    "[": "open",
    ")": "close",
    "]": "close",
    "%": "percent",
    "$": "currency",
    "£": "currency",
    "€": "currency",
    "+": "plus",
    ".": "stop",
    "!": "stop",
    "?": "stop",
    ";": "stop",
    "@": "at",
}
"""The kinds of single characters."""

SHAPES = (
    "other",
    "iso",
    "numeric",
    "clock",
    "decade",
    "quartername",
    "halfname",
    "fiscalyear",
    "shortyear",
    "dayordinal",
    "day",
    "year",
    "number",
    "possessive",
    "break",
    "holiday",
)
"""The kinds that the lexer tells by shape, not by a list of words."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases that begin with one word: a pattern with a group for each, longest first, and what each is."""

    pattern: re.Pattern[str]
    meanings: tuple[tuple[str, Value], ...]

    def match(self, text: str, start: int) -> tuple[str, Value, int] | None:
        """Kind, value and end (excluded) of the phrase that begins there."""
        found = self.pattern.match(text, start)
        if found is None or found.lastindex is None:
            return None
        return *self.meanings[found.lastindex - 1], found.end()


@dataclass(frozen=True)
class Words:
    """The lexicon, ready for the lexer.

    ``kinds`` maps a lower-case word to its kind and value; ``phrases`` maps the first word of phrases
    to those that begin with it; ``codes`` gives each kind one character.
    """

    kinds: dict[str, tuple[str, Value]]
    phrases: dict[str, Phrases]
    codes: dict[str, str]
    capitalised: frozenset[str]
    uppercase: frozenset[str]
    dotted: dict[str, str]

    @property
    def zones(self) -> frozenset[str]:
        """The abbreviations of time zones, in capitals as they are written."""
        return frozenset(word.upper() for word, (kind, _) in self.kinds.items() if kind == "zone")

    def plain(self, word: str) -> tuple[str, Value] | None:
        """Kind and value of a word that means the same whatever stands behind it; None for any other."""
        lower = word.lower()
        if lower in self.phrases:
            return None
        kind, value = self.kind_of(word)
        return None if kind in self.dotted or kind == "zone" else (kind, value)

    def kind_of(self, word: str) -> tuple[str, Value]:
        """The kind and value of a word as written; ("other", None) if it has nothing to do with time."""
        lower = word.lower()
        found = self.kinds.get(lower)
        if found is None:
            return "other", None
        if lower in self.capitalised and not word[0].isupper():
            return "other", None
        if lower in self.uppercase and not word.isupper():
            return "other", None
        return found


@cache
def load_words() -> Words:
    """The words of ``lexicon/times``. ConfigError where a file is broken."""
    table = load_lexicon("times/words")
    kinds: dict[str, tuple[str, Value]] = {}
    for kind, words in table["kinds"].items():
        kinds.update({word: (kind, value) for word, value in words.items()})
    for kind, words in table["words"].items():
        kinds.update(dict.fromkeys(words, (kind, None)))
    names = [*SHAPES, *dict.fromkeys(SIGNS.values()), *table["kinds"], *table["phrases"], *table["words"]]
    return Words(
        kinds=kinds,
        phrases=_phrases(
            {**table["phrases"], "holiday": {name: name for name in load_lexicon("times/holidays")}}
        ),
        codes={name: chr(0xE000 + number) for number, name in enumerate(dict.fromkeys(names))},
        capitalised=frozenset(table["capitalised"]["words"]),
        uppercase=frozenset(table["uppercase"]["words"]),
        dotted=dict(table["dotted"]),
    )


def _phrases(table: dict[str, dict[str, Value]]) -> dict[str, Phrases]:
    """The phrases by their first word, any white space between their words."""
    found: dict[str, list[tuple[str, str, Value]]] = {}
    for kind, phrases in table.items():
        for phrase, value in phrases.items():
            first = FIRST.match(phrase)
            if first:
                found.setdefault(first[0], []).append((phrase, kind, value))
    return {first: _alternatives(phrases) for first, phrases in found.items()}


def _alternatives(phrases: list[tuple[str, str, Value]]) -> Phrases:
    ordered = sorted(phrases, key=lambda item: (-len(item[0]), item[0]))
    groups = ("(" + r"\s+".join(map(re.escape, phrase.split())) + ")" for phrase, _, _ in ordered)
    pattern = re.compile("(?:" + "|".join(groups) + r")(?![^\W_])", re.IGNORECASE)
    return Phrases(pattern, tuple((kind, value) for _, kind, value in ordered))
