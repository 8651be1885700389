"""Sentences in capitals, given their small letters back for the language model, which knows none without.

Common words become small; known names, acronyms and the words that nobody knows get or keep capitals. The
text itself stays as it is: only what the model reads changes, letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from eventgraph.lexicon import load_lexicon
from eventgraph.text.lines import ends_sentence

WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")  # noqa: RUF001
FEWEST_WORDS = 5
"""Words of a passage in capitals that may be a sentence; shorter ones are headings and labels."""
LONGEST_HEADING = 12
"""Words of a passage in capitals that may be a heading, where no full stop ends it."""
LONGEST_NAME = 5
"""Words of a known name that are looked up together."""
LONGEST_ACRONYM = 5
AMBIGUOUS = frozenset({"may", "march"})
"""Months that are words too; beside a number they are months."""
VOWELS = frozenset("aeiouy")

NOUN = "noun"

Kind = Callable[[str], str]
"""What a word in small letters may be: "noun" where only that, "word" for another word, "" for none known."""


def is_shouted(text: str) -> bool:
    """Whether a passage is in capitals throughout and long enough to be a sentence, not a heading."""
    if not text.isupper():
        return False
    words = [word for word in text.split() if any(map(str.isalpha, word))]
    sentence = ends_sentence(text.rsplit(maxsplit=1)[-1])
    return len(words) >= FEWEST_WORDS and (sentence or len(words) > LONGEST_HEADING)


def recased(text: str, kind: Kind) -> str:
    """A passage in capitals as it would be written: of the same length, with capitals where names are.

    >>> known = dict.fromkeys(["police", "in", "held", "on"], "word")
    >>> recased("POLICE IN PARIS HELD ADA QUIST ON 3 MAY.", known.get)
    'Police in Paris held Ada Quist on 3 May.'
    """
    words = list(WORD.finditer(text))
    parts, position, number = [], 0, 0
    while number < len(words):
        word = words[number]
        size, written = _name_at(text, words, number) or (1, _written(text, words, number, kind))
        last = words[number + size - 1]
        if len(written) != last.end() - word.start():
            written = text[word.start() : last.end()]
        begins = not number or ends_sentence(text[words[number - 1].start() : word.start()].strip())
        parts += [text[position : word.start()], written[:1].upper() + written[1:] if begins else written]
        position = last.end()
        number += size
    return "".join([*parts, text[position:]])


def _name_at(text: str, words: Sequence[re.Match[str]], number: int) -> tuple[int, str] | None:
    """The longest known name that begins with a word: how many words it has, and how it is written."""
    for size in range(min(LONGEST_NAME, len(words) - number), 0, -1):
        stretch = text[words[number].start() : words[number + size - 1].end()]
        written = _names().get(stretch.casefold())
        if written:
            return size, written
    return None


def _written(text: str, words: Sequence[re.Match[str]], number: int, kind: Kind) -> str:
    """How one word is written that no list of names has."""
    word, lower = words[number].group(), words[number].group().lower()
    at = words[number].start()
    before = text[max(0, at - 3) : at].rstrip()[-1:]
    behind = text[words[number].end() : words[number].end() + 3].lstrip()[:1]
    if lower in _calendar():
        dated = lower not in AMBIGUOUS or before.isdigit() or behind.isdigit()
        return word.capitalize() if dated else lower
    if lower in _given():
        return word.capitalize()
    named = bool(number) and words[number - 1].group().lower() in _given() and before.isalpha()
    if lower == "i" or (len(word) == 1 and lower != "a"):
        return word
    if kind(lower) and not (named and kind(lower) == NOUN):
        return lower
    if len(word) <= LONGEST_ACRONYM and ("." in word or not VOWELS & {*lower}):
        return word
    return "-".join(part.capitalize() for part in word.split("-"))


@cache
def _calendar() -> frozenset[str]:
    """The names of months and days of the week, in small letters."""
    kinds = load_lexicon("times/words")["kinds"]
    return frozenset(word for kind in ("month", "weekday") for word in kinds[kind])


@cache
def _given() -> frozenset[str]:
    names = load_lexicon("given_names")
    return frozenset(name for written in names.values() for name in written.split())


@cache
def _names() -> Mapping[str, str]:
    """Known names of places and bodies, and their acronyms, by their small letters."""
    places, bodies = load_lexicon("places"), (load_lexicon("agencies"), load_lexicon("organisations"))
    found = [name for table in ("country", "division", "city", "short") for name in _texts(places[table])]
    found += [name for body in bodies for name in _texts(body)]
    small = load_lexicon("languages")["words"]["English"]
    return {name.casefold(): name for name in found if name.casefold() not in small and name[:1].isupper()}


def _texts(table: Any) -> Iterator[str]:  # noqa: ANN401 (a table of TOML holds anything)
    """All keys and texts within a table of a lexicon."""
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict):
        for key, value in table.items():
            yield key
            yield from _texts(value)
    elif isinstance(table, list):
        for value in table:
            yield from _texts(value)
