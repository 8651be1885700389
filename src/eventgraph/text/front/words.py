"""What dates, clock times and names look like in headers and datelines, built from the word lists.

This only finds where date words stand. What day they mean is for `eventgraph.times` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from eventgraph.lexicon import load_lexicon

JUNK = r"[\s,;:|·•–—-]*"  # noqa: RUF001 (dashes as written)
DASH = re.compile(r"\s*[–—]\s*|\s*--+\s*|\s+-\s+")  # noqa: RUF001


@cache
def words_of(table: str, key: str) -> frozenset[str]:
    """A list of ``lexicon/front.toml``, folded as `fold` does, for looking up."""
    return frozenset(map(fold, _lists()[table][key]))


def fold(words: str) -> str:
    """Words without capitals, full stops and doubled white space, to be compared."""
    return " ".join(words.replace(".", "").casefold().split())


@cache
def either(table: str, key: str) -> str:
    """A regular expression for any phrase of a list of ``lexicon/front.toml``."""
    return alternatives(_lists()[table][key])


def alternatives(phrases: Iterable[str]) -> str:
    """A regular expression for any of the phrases, whatever the capitals and white space; longest first."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?i:" + "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first) + ")"


@cache
def full_date() -> str:
    """A regular expression for a date with its year, in words or figures."""
    day, month, year = r"\d{1,2}(?i:st|nd|rd|th)?", _month(), r"(?:1[5-9]|20)\d\d"
    weekday = rf"(?:{_weekday()},?\s+)?"
    forms = (
        rf"{weekday}{month}\s+{day},?\s+{year}",
        rf"{weekday}{day}(?:\s+of)?[\s-]+{month},?[\s-]+{year}",
        rf"{year}-\d\d-\d\d",
        rf"{year}/\d{{1,2}}/\d{{1,2}}",
        rf"\d{{1,2}}[/.]\d{{1,2}}[/.](?:{year}|\d\d)",
    )
    return rf"(?<!\w)(?:{'|'.join(forms)})(?![/-]?\d)"


@cache
def any_date() -> str:
    """A regular expression for a date with or without its year, or a day of the week."""
    day, month, weekday = r"\d{1,2}(?i:st|nd|rd|th)?", _month(), _weekday()
    short = rf"(?:{weekday},?\s+)?(?:{month}\s+{day}|{day}\s+{month})|{weekday}"
    return rf"(?:{full_date()}|(?<!\w)(?:{short})(?!\w))"


@cache
def clock() -> str:
    """A regular expression for a time of day with its zone."""
    zone = rf"(?:\s*(?:\(?{alternatives(_lists()['dates']['zones'])}\b\)?|[+-]\d\d:?\d\d))?"
    noon = r"[ap]\.?\s?m\b\.?"
    time = rf"\d{{1,2}}:\d\d(?::\d\d(?:\.\d+)?)?(?:\s*(?i:{noon}))?|\d{{1,2}}(?:\.\d\d)?\s*(?i:{noon})"
    return rf"(?:(?:(?:at|@|T)\s*)?(?:{time}){zone})"


@cache
def stamp() -> str:
    """A regular expression for a date with its year (group ``date``), a time of day before or behind it."""
    return rf"(?:{clock()}{JUNK}(?:on\s+)?)?(?P<date>{full_date()})(?:{JUNK}{clock()})?"


@cache
def calendar_names(*kinds: str) -> frozenset[str]:
    """The words of some kinds of ``lexicon/times/words.toml``, in small letters."""
    return frozenset(word for kind in kinds for word in load_lexicon("times/words")["kinds"][kind])


def _month() -> str:
    return rf"{alternatives(calendar_names('month', 'shortmonth'))}\b\.?"


def _weekday() -> str:
    return rf"{alternatives(calendar_names('weekday', 'shortweekday'))}\b\.?"


@cache
def _lists() -> dict[str, Any]:
    return load_lexicon("front")
