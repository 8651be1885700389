"""What a single cell of a table says: a number with its unit, or a happening; of two values neither.

A cell is too short for the language model, so its words are looked up in the lexicons as they stand.
Offsets are code points of the cell's text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from eventgraph.events.entries import Test, load_triggers, members
from eventgraph.lexicon import load_lexicon
from eventgraph.text.forms import base_forms
from eventgraph.vocabulary import Status

PIECE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:['’-][^\W\d_]+)*|\S")  # noqa: RUF001
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")  # noqa: RUF001
OPEN = "event"
"""The type of what happened but belongs to no other type."""


@dataclass(frozen=True, slots=True)
class Amount:
    """The one number of a cell, from ``start`` to ``end``; bounds as in `eventgraph.model.Quantity`."""

    start: int
    end: int
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    unit: str = ""
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """What a cell says happened: the words from ``start`` to ``end``, with type and lemma."""

    start: int
    end: int
    type: str
    lemma: str
    status: Status = Status.HAPPENED


def is_blank(text: str) -> bool:
    """Whether a cell holds nothing, or a sign for nothing."""
    return text.casefold().strip() in _words("rows", "blank")


def is_several(text: str) -> bool:
    """Whether a cell may hold two values or more ("Fraud; theft")."""
    return any(sign in f"{text.casefold()} " for sign in load_lexicon("tables")["rows"]["apart"])


def amount_in(text: str) -> Amount | None:
    """The number of a cell; None where it holds none, or two.

    >>> found = amount_in("at least 40 kg of cocaine")
    >>> (found.value, found.unit, found.qualifier, found.high)
    (Decimal('40'), 'kg', 'at least', None)
    """
    pieces = list(PIECE.finditer(text))
    places = [number for number, piece in enumerate(pieces) if _value(piece.group()) is not None]
    if len(places) != 1:
        return None
    first = last = places[0]
    value = _value(pieces[first].group()) or Decimal(0)
    scales, units = load_lexicon("quantities")["scales"], _units()
    while last + 1 < len(pieces) and pieces[last + 1].group().lower() in scales:
        last += 1
        value *= scales[pieces[last].group().lower()]
    unit = units.get(pieces[first - 1].group().lower(), "") if first else ""
    first -= bool(unit)
    if not unit and last + 1 < len(pieces):
        following = pieces[last + 1].group()
        unit = next((units[form] for form in base_forms(following.lower()) if form in units), "")
        if not unit and any(form in members("people") for form in base_forms(following.lower())):
            unit = "people"
        last += bool(unit)
        if not unit and pieces[last].end() == pieces[last + 1].start() and following.isalpha():
            return None  # "17B" is a name, no number
    return _bounded(text, Amount(pieces[first].start(), pieces[last].end(), value, value, value, unit))


def unit_of(words: str) -> str:
    """The unit that words are the name of ("kg", "US$"), "" where they are none."""
    units = _units()
    return next((units[form] for form in base_forms(words.casefold()) if form in units), "")


def happening_in(text: str) -> Happening | None:
    """What a cell says happened, by the last word before "of", "on" and the like; None for two happenings.

    >>> happening_in("Drug raid on a warehouse").type, happening_in("Regatta").type
    ('search', 'event')
    """
    words = list(WORD.finditer(text))
    if is_blank(text) or is_several(text) or not words:
        return None
    status, whole = _status(words[0].group().casefold())
    if whole:
        return Happening(0, len(text), OPEN, " ".join(text.casefold().split()))
    words = words[1:] if status is not Status.HAPPENED and len(words) > 1 else words
    lowered = [word.group().casefold() for word in words]
    phrase = _phrase(lowered)
    if phrase:
        kind, lemma = phrase
        return Happening(words[0].start(), words[-1].end(), kind, lemma, status)
    behind = _words("rows", "behind_head")
    size = next((n for n, word in enumerate(lowered) if n and word in behind), len(words))
    for number in dict.fromkeys((size - 1, 0)):
        kind, lemma = _typed(lowered[:number], lowered[number], lowered[size : size + 1])
        if kind:
            return Happening(words[number].start(), words[number].end(), kind, lemma, status)
    return Happening(0, len(text), OPEN, " ".join(text.casefold().split()), status)


def _status(word: str) -> tuple[Status, bool]:
    """What the first word of a cell makes of the rest, and whether it takes its type away."""
    unreal = load_lexicon("tables")["unreal"]
    told = next((Status(key) for key in ("planned", "alleged", "negated") if word in unreal[key]), None)
    return told or Status.HAPPENED, word in unreal["open"]


def _phrase(words: Sequence[str]) -> tuple[str, str] | None:
    """The type and the lemma of a phrase of the lexicon that the cell begins with ("Pleaded guilty")."""
    forms = [set(base_forms(word)) for word in words]
    for verb in base_forms(words[0]):
        for rest, test, kind in load_triggers().phrases.get(verb, ()):
            left = iter(forms[1:])
            if test is None and all(any(lemma in form for form in left) for lemma in rest):
                return kind, " ".join((verb, *rest))
    return None


def _typed(before: Sequence[str], word: str, behind: Sequence[str]) -> tuple[str, str]:
    """The type that the triggers have for a word, and its lemma; ("", "") for none."""
    triggers = load_triggers()
    around = {form for other in before for form in base_forms(other)}
    for lemma in base_forms(word):
        for test, kind in triggers.noun_tests.get(lemma, ()):
            if _passes(test, around, {*behind}):
                return kind, lemma
        kind = triggers.nouns.get(lemma) or triggers.verbs.get(lemma) or _alone().get(lemma, "")
        if kind:
            return kind, lemma
    return "", ""


def _passes(test: Test, around: set[str], behind: set[str]) -> bool:
    """Whether a cell alone meets the test of a noun; what a whole sentence would have to say it cannot."""
    if test.governed or test.brought or test.owner:
        return False
    compound = not test.compound or any(_is_one_of(around, name) for name in test.compound)
    preposition = not test.preposition or bool(behind.intersection(test.preposition))
    return compound and preposition and not behind.intersection(test.not_preposition)


def _is_one_of(words: set[str], name: str) -> bool:
    return bool(words & members(name[1:])) if name.startswith("@") else name in words


def _value(piece: str) -> Decimal | None:
    if piece[0].isdigit():
        return Decimal(piece.replace(",", ""))
    digits = load_lexicon("quantities")["digits"]
    parts = piece.casefold().split("-")
    return Decimal(sum(digits[part] for part in parts)) if all(part in digits for part in parts) else None


def _bounded(text: str, bare: Amount) -> Amount:
    """The number with the qualifier before it and what that makes of its bounds."""
    before = " ".join(text[: bare.start].casefold().split())
    for kind, phrases in load_lexicon("quantities")["before"].items():
        for phrase in sorted(phrases, key=len, reverse=True):
            if before == phrase or (before.endswith(f" {phrase}") and kind != "exactly"):
                start = re.search(r"\s+".join(map(re.escape, phrase.split())), text, re.IGNORECASE)
                low, high = _bounds(kind, bare.value)
                begin = start.start() if start else bare.start
                return Amount(begin, bare.end, bare.value, low, high, bare.unit, phrase)
    return bare


def _bounds(kind: str, value: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most that a qualifier of this kind leaves, both included."""
    step = Decimal(1) if value == value.to_integral_value() else Decimal(0)
    bounds: dict[str, tuple[Decimal | None, Decimal | None]] = {
        "at_least": (value, None),
        "more_than": (value + step, None),
        "at_most": (None, value),
        "less_than": (None, value - step),
        "about": (None, None),
    }
    return bounds.get(kind, (value, value))


@cache
def _alone() -> dict[str, str]:
    return {word: kind for kind, words in load_lexicon("tables")["cells"].items() for word in words}


@cache
def _units() -> dict[str, str]:
    table = load_lexicon("quantities")
    return {name.casefold(): unit for name, unit in {**table["currencies"], **table["measures"]}.items()}


@cache
def _words(table: str, key: str) -> frozenset[str]:
    return frozenset(load_lexicon("tables")[table][key])
