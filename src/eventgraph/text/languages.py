"""Whether words are English, by the small words that every sentence needs and by the alphabet.

What is English is never proven; what another language's small words say outright is not. So headlines,
lists of names and figures stay, which have no small words at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache

from eventgraph.lexicon import load_lexicon

WORD = re.compile(r"[^\W\d_]+")
ADDRESS = re.compile(r"[/@=]|\w\.\w")
"""Web pages, mail addresses and dotted letters, whose parts are no words."""
ENGLISH = "English"
UNKNOWN = "another language"
FEWEST_WORDS = 6
"""Words of a passage whose language can be told by itself."""
FEWEST_SMALL = 3
"""Different small words of another language that a passage must have."""
SMALL_SHARE = 0.12
"""Share of a passage's words that must be small ones of another language."""
OUTDONE = 3
"""So many times as many small words of it as English ones, as far as the two do not share them."""
FEWEST_LOWERED = 2
"""Words in small letters, small words apart, that make a sentence of it: names need none."""
FEWEST_UNKNOWN = 25
"""Words in small letters of a passage that can be told to be no English whatever it is."""
ENGLISH_SHARE = 0.04
"""Share of small English words below which such a passage is no English."""
OTHER_LETTERS = 0.5
"""Share of letters of another alphabet above which a passage is in another language."""
FEWEST_LETTERS = 4


def language_of(text: str) -> str:
    """The language a passage seems to be in; "" where it is English or nothing tells.

    >>> language_of("La policía detuvo el lunes a doce personas en la ciudad.")
    'Spanish'
    """
    script = other_script(text)
    if script:
        return script
    words = WORD.findall(" ".join(piece for piece in text.split() if not ADDRESS.search(piece)))
    shouted = text.isupper()
    words = [word for word in words if len(word) > 1 or shouted or word.islower()]
    if len(words) < FEWEST_WORDS:
        return ""
    counted = Counter(word.casefold() for word in words)
    small = _small_words()
    english = sum(counted[word] for word in counted.keys() & small[ENGLISH])
    if english * OUTDONE > len(words):
        return ""
    lowered = [word.casefold() for word in words if shouted or word[0].islower()]
    found = _best(counted, lowered)
    if found:
        return found
    is_other = len({*lowered}) >= FEWEST_UNKNOWN and english < ENGLISH_SHARE * len(words)
    return UNKNOWN if is_other else ""


def _best(counted: Counter[str], lowered: Sequence[str]) -> str:
    """The language whose small words outdo those of English most, "" if none does."""
    own: Counter[str] = Counter()
    different: Counter[str] = Counter()
    for word in counted.keys() & _languages_of().keys():
        for language in _languages_of()[word]:
            own[language] += counted[word]
            different[language] += 1
    small, size = _small_words(), counted.total()
    for language, number in own.most_common():
        if different[language] < FEWEST_SMALL or number <= SMALL_SHARE * size:
            continue
        english = sum(counted[word] for word in counted.keys() & (small[ENGLISH] - small[language]))
        content = sum(word not in small[language] for word in lowered)
        if number > OUTDONE * english and content >= FEWEST_LOWERED:
            return language
    return ""


def seems_english(text: str, other: str = "") -> bool:
    """Whether a passage has a small word of English that the other language, or any other, does not have."""
    words = {word.casefold() for word in WORD.findall(text)}
    others = _small_words().get(other, frozenset()) if other else _shared()
    return bool(words & (_small_words()[ENGLISH] - others))


def other_script(text: str) -> str:
    """The language that the letters of a text stand for, "" for Latin ones and for a text of few letters."""
    if text.isascii():
        return ""
    letters = sum(map(str.isalpha, text))
    scripts = Counter(
        name for c in text if not c.isascii() and c.isalpha() for name in [_script_of(c)] if name
    )
    if letters < FEWEST_LETTERS or sum(scripts.values()) <= OTHER_LETTERS * letters:
        return ""
    known = load_lexicon("languages")["scripts"]
    if {"HIRAGANA", "KATAKANA"} & {*scripts}:
        return str(known["HIRAGANA"])
    return str(known.get(scripts.most_common(1)[0][0], UNKNOWN))


@cache
def _script_of(character: str) -> str:
    """The first word of a letter's name, "" for Latin ones."""
    name = unicodedata.name(character, "").split(" ", 1)[0].split("-")[0]
    return "" if name in {"LATIN", "MODIFIER", "FEMININE", "MASCULINE", "FULLWIDTH"} else name


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """The other languages that have a small word which English does not have."""
    found: dict[str, tuple[str, ...]] = {}
    for language, words in _small_words().items():
        for word in words - _small_words()[ENGLISH]:
            found[word] = (*found.get(word, ()), language)
    return found


@cache
def _shared() -> frozenset[str]:
    """The small words of all languages but English."""
    return frozenset().union(*(words for name, words in _small_words().items() if name != ENGLISH))


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words) for language, words in load_lexicon("languages")["words"].items()}
