"""Publication days as metadata write them. A month or a year alone is no day, and none is made of it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from eventgraph.lexicon import load_lexicon

ISO = re.compile(r"(?P<year>\d{4})(?P<rule>[-/.]?)(?P<month>\d{2})(?P=rule)(?P<day>\d{2})(?!\d)")
FIGURES = re.compile(r"(?P<first>\d{1,2})[-/.](?P<second>\d{1,2})[-/.](?P<year>\d{4})(?!\d)")
MOST_MONTHS = 12


def read_day(value: object) -> date | None:
    """The day that a value of metadata begins with, as written there, whatever its time zone.

    None for a coarser date, for figures that could be read in two ways (03/04/2024) and for what is
    no date at all.
    """
    text = value.strip() if isinstance(value, str) else ""
    if match := ISO.match(text):
        return _day(match["year"], match["month"], match["day"])
    if match := FIGURES.match(text):
        return _unambiguous(match)
    match = _in_words().match(text)
    return _spelt_day(match) if match else None


def states_day(source: str, day: date) -> bool:
    """Whether a source writes this very day out somewhere, in ISO 8601 or in English words."""
    if any(_day(match["year"], match["month"], match["day"]) == day for match in ISO.finditer(source)):
        return True
    return any(_spelt_day(match) == day for match in _in_words().finditer(source))


def _unambiguous(match: re.Match[str]) -> date | None:
    first, second = int(match["first"]), int(match["second"])
    if first != second and max(first, second) <= MOST_MONTHS:
        return None
    month, day = sorted((first, second))
    return _day(match["year"], month, day)


def _spelt_day(match: re.Match[str]) -> date | None:
    month = _months()[(match["month"] or match["month2"]).casefold()]
    return _day(match["year"], month, match["day"] or match["day2"])


def _day(year: str, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Each spelling of a month, in small letters, with its number."""
    kinds = load_lexicon("times/words")["kinds"]
    return {**kinds["month"], **kinds["shortmonth"]}


@cache
def _in_words() -> re.Pattern[str]:
    names = "|".join(sorted(_months(), key=lambda name: (-len(name), name)))
    suffix, year = "(?:st|nd|rd|th)?", r"(?P<year>\d{4})(?!\d)"
    day_first = rf"(?P<day>\d{{1,2}}){suffix}[\s-]+(?P<month>{names})\b\.?,?[\s-]+"
    month_first = rf"(?P<month2>{names})\b\.?\s+(?P<day2>\d{{1,2}}){suffix},?\s+"
    return re.compile(rf"(?:[a-z]{{3,9}}\.?,?\s+)?(?<!\d)(?:{day_first}|{month_first}){year}", re.IGNORECASE)
