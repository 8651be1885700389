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
from eventgraph.times.meaning import Meaning, dated
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
    return None if day is None else dated(day_of(day))


@lru_cache(maxsize=4096)
def parse_day(words: str) -> date | None:
    """The day that a complete date denotes, or None if it is none."""
    found = _parser().get_date_data(words)
    return found.date_obj.date() if found.date_obj and found.period == "day" else None


@lru_cache(maxsize=1)
def _parser() -> DateDataParser:
    from dateparser.date import DateDataParser  # noqa: PLC0415 (0.2 s that hardly any text needs)

    return DateDataParser(languages=["en"], settings=SETTINGS)
