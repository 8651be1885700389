"""Text to tokens: words, numbers and signs, each with its kind; white space is left out.

The kinds of a text make a string of one character each, the *codes*, which the grammar's regular
expressions run over: it is a sixth as long as the text and says all that the rules ask for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from eventgraph.times.words import SIGNS, Value, Words, load_words

SHAPES = r"""
      (?P<word>     (?![QH][1-4]\b|FY\s?'?\d)[^\W\d_]+ )
    | (?P<iso>      \d{4}-\d\d-\d\d (?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)? (?![\w-]) )
    | (?P<numeric>  \d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|\d\d)(?![\w/-]) )
    | (?P<clock>    \d{1,2}(?:[:.]\d\d)?(?::\d\d)?\s{0,2}[ap](?:\.\s?m\.|m\b)
                  | \d{1,2}:\d\d(?::\d\d)?(?!\w|:\d)
                  | (?:[01]\d|2[0-3])[:.]?[0-5]\d(?=\s?(?:(?-i:ZONES)|local\ time|h)\b)
                  | (?:(?<=\bat\s)|(?<=\bby\s)|(?<=from\s)|(?<=until\s))
                    (?:[01]\d|2[0-3]):?[0-5]\d\s?(?:hours|hrs)\b )
    | (?P<quartername> Q[1-4]\b | [1-4]Q\b )
    | (?P<halfname>    H[12]\b | [12]H\b )
    | (?P<fiscalyear>  FY\s?'?(?:\d{4}|\d\d)\b )
    | (?P<decade>   (?:1\d|20)\d0'?s\b | [1-9]\d0s(?=\ (?:BC|B\.C)) | '?[2-9]0'?s\b | '[01]0'?s\b )
    | (?P<shortyear> '\d\d(?![\w']) )
    | (?P<dayordinal> \d{1,4}(?:st|nd|rd|th)\b )
    | (?P<number>   \d+(?:,\d{3})*(?:\.\d+)?½? | ½ )
    | (?P<possessive> 's\b | (?<=s)'(?=\s) )
    | (?P<break>    \n\s*\n )
    | (?P<other>    \S )
    """
"""What tokens look like, first alternative first; ZONES stands for the time zones of the lexicon."""
TOKEN = re.compile(
    SHAPES.replace("ZONES", "|".join(sorted(load_words().zones))),
    re.VERBOSE | re.IGNORECASE,
)

OFFSET = re.compile(r"\s?[+-]\s?\d{1,2}(?::?\d\d)?\b")
"""Hours that a zone is ahead of universal time or behind it: "GMT+8", "UTC -03:30"."""
LAST_DOT = re.compile(r"\.\s*(?:\Z|\n\s*\n)")
"""A dot that ends the paragraph as well as an abbreviation is left to the paragraph."""
LAST_DAY = 31
LONGEST_YEAR, LONGEST_NUMBER = 4, 16
"""In characters; no amount of time needs more."""
MOST_KNOWN = 20_000
"""Words that are remembered between texts."""
FIRST_BARE_YEAR, LAST_BARE_YEAR = 1000, 2199


@dataclass(slots=True)
class Tokens:
    """The tokens of a text as columns: offsets (end excluded), the word, its kind and value."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    codes: str = ""

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, index: int) -> str:
        """The word in lower case; "" outside the text."""
        return self.words[index].lower() if 0 <= index < len(self.words) else ""

    def kind(self, index: int) -> str:
        """The kind of the token; "" outside the text."""
        return self.kinds[index] if 0 <= index < len(self.kinds) else ""


def lex(text: str) -> Tokens:
    """The tokens of a plain text (see `eventgraph.times.fold`), in one pass."""
    words = load_words()
    rows: list[tuple[int, int, str, str, Value]] = []
    position = 0
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if start < position:
            continue  # within a phrase
        word = match[0]
        found = _KNOWN[word]
        if found is not None:
            rows.append((start, end, word, *found))
            continue
        kind, value, position = _word(words, text, start, end)
        if kind == "other" and match.lastgroup != "word":
            kind, value = _shape(match.lastgroup or "other", word)
        rows.append((start, position, text[start:position], kind, value))
    starts, ends, spelt, kinds, values = map(list, zip(*rows, strict=True)) if rows else ([], [], [], [], [])
    codes = words.codes
    return Tokens(text, starts, ends, spelt, kinds, values, "".join([codes[kind] for kind in kinds]))


class _Known(dict[str, tuple[str, Value] | None]):
    """What the words and signs are that mean the same wherever they stand, worked out when first met."""

    def __missing__(self, word: str) -> tuple[str, Value] | None:
        if len(self) >= MOST_KNOWN:
            self.clear()
        sign = SIGNS.get(word)
        found = load_words().plain(word) if word.isalpha() else sign and (sign, None)
        self[word] = found or None
        return self[word]


_KNOWN = _Known()


def _word(words: Words, text: str, start: int, end: int) -> tuple[str, Value, int]:
    """Kind, value and end of the word or phrase that begins here."""
    word = text[start:end]
    phrases = words.phrases.get(word.lower())
    found = phrases and phrases.match(text, start)
    if found:
        return found
    kind, value = words.kind_of(word)
    if kind == "zone" and (offset := OFFSET.match(text, end)):
        return kind, "", offset.end()
    if kind in words.dotted and text.startswith(".", end):
        ends_here = LAST_DOT.match(text, end) is not None
        return words.dotted[kind], value, end + (not ends_here)
    return kind, value, end


def _shape(shape: str, word: str) -> tuple[str, Value]:
    """Kind and value of a token that is no word."""
    if shape == "number":
        return _number(word)
    if shape == "dayordinal":
        return shape, int(word[:-2])
    if shape == "quartername":
        return shape, int(word.strip("Qq"))
    if shape == "halfname":
        return shape, int(word.strip("Hh"))
    if shape == "shortyear":
        return shape, full_year(word[1:])
    if shape == "fiscalyear":
        return shape, full_year("".join(filter(str.isdecimal, word)))
    if shape == "other":
        return SIGNS.get(word, "other"), None
    return shape, word.strip() if shape == "clock" else word


TURN_OF_CENTURY = 35
"""Two-digit years up to this are of the 21st century, later ones of the 20th."""


def full_year(digits: str) -> int:
    """A year from its digits: 00 to 35 are 2000 to 2035, 36 to 99 are 1936 to 1999. Four stay."""
    if len(digits) >= LONGEST_YEAR:
        return int(digits)
    return int(digits) + (2000 if int(digits) <= TURN_OF_CENTURY else 1900)


def _number(word: str) -> tuple[str, Value]:
    """A day of a month, a year, or a number that can be neither; None if nobody counts so far."""
    if not word.isdecimal() or len(word) > LONGEST_YEAR:
        return "number", _amount(word) if len(word) <= LONGEST_NUMBER else None
    value = int(word)
    if len(word) == LONGEST_YEAR and FIRST_BARE_YEAR <= value <= LAST_BARE_YEAR:
        return "year", value
    if len(word) < LONGEST_YEAR - 1 and 1 <= value <= LAST_DAY:
        return "day", value
    return "number", value


def _amount(word: str) -> float:
    """A number that is no plain integer: "1,500", "2.5", "2½"."""
    whole = word.removesuffix("½").replace(",", "")
    return float(whole or 0) + 0.5 * word.endswith("½")
