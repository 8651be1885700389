"""Reads the bare number that begins at a word: figures, words, scales, halves and sums of money.

Tokens in, a value out; what a number counts, and what qualifies it, is for `events.quantities` to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Token

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+,\d{1,2}|\d+(?:\.\d+)?")
DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
GROUP = re.compile(r"\d{3}")
SCALED = re.compile(rf"({DIGITS.pattern})([a-z]{{1,3}})")
SUM = re.compile(rf"([A-Za-z.$¢₵]{{1,4}})({DIGITS.pattern})([a-z]{{1,3}})?")
LEAST_DIGITS = 3
"""Digits behind a single letter that make it a sum without a scale ("R480", but not "N95")."""
HUNDRED, TWENTY = 100, 20

Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True)
class Bare:
    """A number without qualifiers: ``first`` and ``last`` are indices of tokens, both included.

    ``loose`` numbers ("dozens") have in ``value`` the least they can mean; ``currency`` is an ISO code or "".
    """

    value: Decimal
    first: int
    last: int
    loose: bool = False
    currency: str = ""


@cache
def _openers() -> frozenset[str]:
    """The words a number may begin with."""
    table = load_lexicon("quantities")
    loose, parts = table["loose"], table["fractions"]
    listed = (loose["times"], loose["few"], loose["words"], table["groups"], table["digits"], parts)
    signs = (table["currencies"], table["prefixes"])
    return frozenset({"a", "an", *(f"{part}s" for part in parts)}.union(*listed, *signs))


def may_begin(token: Token) -> bool:
    """Whether a number may begin at a token; what begins with no other word need not be read."""
    word = token.lower
    return word in _openers() or (not word.isalpha() and (len(word) > 1 or word.isdigit()))


def read_number(tokens: Tokens, index: int) -> Bare | None:
    """The number that begins at a token ("3.4 million", "two dozen", "half a million"); None if none does."""
    loosely = _loose(tokens, index) or _fraction(tokens, index) or _group(tokens, index)
    if loosely is not None:
        return loosely
    currency = _currency(tokens, index)
    start = index + 1 if currency else index
    if start >= len(tokens):
        return None
    read = _scaled_figures(tokens, start, currency) or _figures(tokens, start) or _words(tokens, start)
    if read is None:
        currency, read = _joined_sum(tokens, index)
    return None if read is None else Bare(read[0], index, read[1], currency=currency)


def _at(tokens: Tokens, index: int, beside: int) -> str:
    """The word at an index in lower case, without a full stop; "" beyond the sentence of ``beside``."""
    inside = index < len(tokens) and tokens[index].sentence == tokens[beside].sentence
    return tokens[index].lower.removesuffix(".") if inside else ""


def _scale(tokens: Tokens, index: int, beside: int) -> int | None:
    """What the word at an index multiplies by ("million"); None for any other word."""
    found: int | None = load_lexicon("quantities")["scales"].get(_at(tokens, index, beside))
    return found


def _loose(tokens: Tokens, index: int) -> Bare | None:
    """A number told loosely: "dozens", "tens of thousands", "several hundred"."""
    loose = load_lexicon("quantities")["loose"]
    word = tokens[index].lower
    if _at(tokens, index + 1, index) == "of" and word in loose["times"]:
        greater = loose["plurals"].get(_at(tokens, index + 2, index))
        if greater is not None:
            return Bare(Decimal(loose["times"][word] * greater), index, index + 2, loose=True)
    scale = _scale(tokens, index + 1, index)
    if scale is not None and word in loose["few"]:
        return Bare(Decimal(loose["few"][word] * scale), index, index + 1, loose=True)
    if word not in loose["words"]:
        return None
    return Bare(Decimal(loose["words"][word]), index, index, loose=True)


def _group(tokens: Tokens, index: int) -> Bare | None:
    """A number that a group has by its name: "a pair of hikers", "a trio of men"."""
    size = load_lexicon("quantities")["groups"].get(tokens[index].lower)
    alone = index > 0 and tokens[index - 1].lower in {"a", "another", "the"}
    if size is None or not alone or _at(tokens, index + 1, index) != "of":
        return None
    return Bare(Decimal(size), index, index)


def _fraction(tokens: Tokens, index: int) -> Bare | None:
    """A part of a scale: "half a million", "half a dozen", "a quarter of a million"."""
    parts = load_lexicon("quantities")["fractions"]
    at = index + 1 if tokens[index].lower in {"a", "one", "three"} else index
    word = _at(tokens, at, index).removesuffix("s")
    if word not in parts:
        return None
    times = 3 if tokens[index].lower == "three" else 1
    after = at + 1
    while _at(tokens, after, index) in {"of", "a"}:
        after += 1
    scale = _scale(tokens, after, index)
    if scale is None or (scale < HUNDRED and word != "half"):
        return None
    return Bare(Decimal(str(parts[word])) * times * scale, index, after)


def _scaled_figures(tokens: Tokens, index: int, currency: str) -> tuple[Decimal, int] | None:
    """Figures with their scale in one token ("2.3bn"); of money, "40m" and "12k" as well."""
    match = SCALED.fullmatch(tokens[index].lower)
    words = load_lexicon("quantities")
    if match is None or match[2] not in words["scales"]:
        return None
    if not currency and match[2] not in words["unmistakable"]["scales"]:
        return None
    return Decimal(_plain(match[1])) * words["scales"][match[2]], index


def _figures(tokens: Tokens, index: int) -> tuple[Decimal, int] | None:
    """Figures, their groups and the scales behind them ("2 200", "3.4 million")."""
    lower = tokens[index].lower
    if not DIGITS.fullmatch(lower):
        return None
    figures, last = _grouped(tokens, index, lower)
    value = Decimal(figures)
    return _multiplied(tokens, value, last)


def _multiplied(tokens: Tokens, value: Decimal, last: int) -> tuple[Decimal, int]:
    """A value times the scales that follow its last token, "and a half" between or behind them."""
    start = last
    while True:
        words = [_at(tokens, last + step, start) for step in (1, 2, 3)]
        if words == ["and", "a", "half"]:
            value, last = value + (value if last > start else 1) * Decimal("0.5"), last + 3
            continue
        scale = _scale(tokens, last + 1, start)
        if scale is None:
            return value, last
        value, last = value * scale, last + 1


def _grouped(tokens: Tokens, index: int, figures: str) -> tuple[str, int]:
    """Digits with the groups of three behind them that a space sets off ("2 200", "R480 000")."""
    last, grouped = index, figures
    while last + 1 < len(tokens) and len(figures) <= LEAST_DIGITS and figures.isdigit():
        following = tokens[last + 1]
        after = tokens[last + 2].text if last + 2 < len(tokens) else ""
        joined = following.start == tokens[last].end + 1 and following.sentence == tokens[last].sentence
        if not (joined and GROUP.fullmatch(following.text)) or after == "-":
            break
        grouped, last = grouped + following.text, last + 1
    return _plain(grouped), last


def _plain(figures: str) -> str:
    """Digits without commas between thousands and with a point for a decimal comma ("1,2 million")."""
    decimal = DECIMAL_COMMA.fullmatch(figures)
    return figures.replace(",", "." if decimal else "")


def _words(tokens: Tokens, index: int) -> tuple[Decimal, int] | None:
    """A number in words, scales and "and" included ("forty-five", "two hundred and fifty", "a million")."""
    if tokens[index].lower in {"a", "an"} and _scale(tokens, index + 1, index) is not None:
        return _multiplied(tokens, Decimal(1), index)
    first = _word(tokens, index)
    if first is None:
        return None
    value, last = _multiplied(tokens, *first)
    scaled = _scale(tokens, last, index)
    between = index > 0 and tokens[index - 1].lower == "between"
    while scaled is not None and scaled >= HUNDRED:
        at = last + 2 if _at(tokens, last + 1, index) == "and" and not between else last + 1
        rest = _word(tokens, at) if _at(tokens, at, index) else None
        if rest is None:
            break
        added, end = _multiplied(tokens, *rest)
        if added >= scaled:
            break
        value, last, scaled = value + added, end, _scale(tokens, end, index)
    return value, last


def _word(tokens: Tokens, index: int) -> tuple[Decimal, int] | None:
    """A number word below a hundred, and the index of its last token ("seven", "twenty-one")."""
    digits = load_lexicon("quantities")["digits"]
    token = tokens[index]
    if token.lower in digits and (
        token.tag == "CD" or token.label == "CARDINAL" or token.dep in {"nummod", "amod"}
    ):
        value = Decimal(digits[token.lower])
        if value >= TWENTY and _at(tokens, index + 1, index) == "-":
            unit = digits.get(_at(tokens, index + 2, index))
            return (value + unit, index + 2) if unit else (value, index)
        return value, index
    parts = token.lower.split("-")
    if len(parts) > 1 and all(part in digits for part in parts):
        return Decimal(sum(digits[part] for part in parts)), index
    return None


def _currency(tokens: Tokens, index: int) -> str:
    """The currency that a token is, before a number: "$", "Rs"; "" for any other."""
    words, token = load_lexicon("quantities"), tokens[index]
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if not (DIGITS.fullmatch(following) or SCALED.fullmatch(following)):
        return ""
    signs = words["currencies"]
    sign = "" if token.text.isalpha() else signs.get(token.text, "") or signs.get(token.lower, "")
    code: str = sign or words["prefixes"].get(token.lower, "")
    return code


def _joined_sum(tokens: Tokens, index: int) -> tuple[str, tuple[Decimal, int] | None]:
    """Currency, value and last token of a sum that begins in one token ("Sh1.2", "P2.7bn", "R480 000")."""
    match = SUM.fullmatch(tokens[index].text)
    words = load_lexicon("quantities")
    scale = (match[3] or "").lower() if match else ""
    if match is None or (scale and scale not in words["scales"]):
        return "", None
    counted = scale or _scale(tokens, index + 1, index) is not None
    large = counted or sum(map(str.isdigit, match[2])) >= LEAST_DIGITS
    letter = words["letters"].get(match[1], "") if large else ""
    currency = words["prefixes"].get(match[1].lower(), "") or letter
    if not currency:
        return "", None
    figures, last = _grouped(tokens, index, match[2])
    return currency, _multiplied(tokens, Decimal(figures) * words["scales"].get(scale, 1), last)
