"""Free-form absolute dates that the grammar finds but does not read itself: dateparser does.

Only whole expressions with year, month and day are handed over, never running text. The library is
imported when the first such date is met (0.2 s).
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from eventgraph.times.anchor import Context
from eventgraph.times.grammar import Match
from eventgraph.times.meaning import NO_SUCH_DAY, Meaning, dated, undated
from eventgraph.times.periods import day_of

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

SETTINGS = {
    "PARSERS": ["absolute-time"],
    "REQUIRE_PARTS": ["day", "month", "year"],
    "RETURN_AS_TIMEZONE_AWARE": False,
    "DATE_ORDER": "MDY",
}
LONGEST = 40
"""No date is longer, in characters."""


def freeform(match: Match, _context: Context) -> Meaning | None:
    """Reads "2024/03/14", "14-Mar-2024", "March the 14th, 2024"."""
    words = " ".join(match.tokens.text[match.start : match.end].split())
    day = parse_day(words) if len(words) <= LONGEST else None
    if day is None or _is_swapped(match, day):
        return undated(f"{match.value('year')}-XX-XX", NO_SUCH_DAY)
    return dated(day_of(day))


def _is_swapped(match: Match, day: date) -> bool:
    """Whether "2024/13/05" was read with its day first, as nobody writes behind a year."""
    figures = [int(word) for word in match.tokens.words[match.first : match.last] if word.isdecimal()]
    return len(figures) == len("ymd") and (day.year, day.month) != tuple(figures[:2])


@lru_cache(maxsize=4096)
def parse_day(words: str) -> date | None:
    """The day that a complete date denotes, or None if it is none."""
    found = _parser().get_date_data(words)
    return found.date_obj.date() if found.date_obj and found.period == "day" else None


@lru_cache(maxsize=1)
def _parser() -> DateDataParser:
    from dateparser.date import DateDataParser  # noqa: PLC0415 (0.2 s that hardly any text needs)

    return DateDataParser(languages=["en"], settings=SETTINGS)
