"""Which texts, or parts of a text, tell of times far from the day of publication.

They are dated from what they told last, as a story goes on, and not from their publication.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from eventgraph.times.grammar import Match
from eventgraph.times.meaning import Meaning
from eventgraph.times.periods import Unit
from eventgraph.vocabulary import Basis

OF_THE_DAY = ("weekday", "shortweekday", "dayword", "tonight", "ago")
"""Kinds of tokens by which a text shows that it tells of the days around its publication."""
FAR_YEARS = 2
"""A year so far from publication is not news."""
FEWEST_YEARS = 4
"""With fewer years named, a text is a narrative only if all of them are far."""
FEWEST_YEARLESS = 2
"""With few years named, it must write a far month or day out, or tell so many days or months without a year."""
NARRATIVE_SHARE = 0.6
"""Of the years a narrative names, so many are far from its publication."""
NEWS_SHARE = 0.25
"""With more words such as "Tuesday" and "yesterday" for each far year, a text is news with a history."""
CLOSE_DAYS = 14
"""A day without a year that can be so close to publication is a sign of news."""
CLOSE_SHARE, CLOSE_SHARE_OF_MANY = 0.25, 0.5
"""With such a share of close days and months, a text is news (the second where it names many years)."""


@dataclass(slots=True)
class _Signs:
    """What a text names: far years, near years, far months or days; words of the day; days without a year."""

    far: int = 0
    near: int = 0
    far_dates: int = 0
    of_the_day: int = 0
    yearless: int = 0
    close: int = 0

    def note(self, match: Match, published: date) -> None:
        """Count what a match tells."""
        years = _years(match)
        distant = sum(abs(year - published.year) > FAR_YEARS for year in years)
        distant += match.has("before_christ", "anno_domini")
        self.far, self.near = self.far + distant, self.near + len(years) - min(distant, len(years))
        month = match.number("month", "shortmonth")
        self.far_dates += bool(distant) and month is not None
        self.of_the_day += not years and match.has(*OF_THE_DAY)
        if month is not None and not distant and not years:
            self.yearless += 1
            self.close += _is_close(month, match.number("day", "dayordinal"), published)


def is_narrative(matches: Iterable[Match], published: date | None) -> bool:
    """Whether a text is a story of old times; so is all of which nobody knows when it was published."""
    if published is None:
        return True
    signs = _Signs()
    for match in matches:
        signs.note(match, published)
    if signs.of_the_day > NEWS_SHARE * signs.far:
        return False
    if signs.far + signs.near >= FEWEST_YEARS:
        mostly_close = signs.close > CLOSE_SHARE_OF_MANY * signs.yearless
        return signs.far > NARRATIVE_SHARE * (signs.far + signs.near) and not mostly_close
    if signs.near or not signs.far or (signs.close and signs.close >= CLOSE_SHARE * signs.yearless):
        return False
    return signs.far_dates > 0 or signs.yearless >= FEWEST_YEARLESS


def _is_close(month: int, day: int | None, published: date) -> bool:
    """Whether a day without a year can lie next to the day of publication, a month in it or before it."""
    if day is None:
        return (published.month - month) % 12 <= 1
    distance = abs((date(LEAP_YEAR, month, min(day, 28)) - published.replace(year=LEAP_YEAR)).days)
    return min(distance, DAYS_IN_YEAR - distance) <= CLOSE_DAYS


LEAP_YEAR, DAYS_IN_YEAR = 2000, 366


def _years(match: Match) -> list[int]:
    """The years that a match writes out."""
    values = (
        match.tokens.values[i] for i in range(match.first, match.last) if match.tokens.kinds[i] == "year"
    )
    return [value for value in values if isinstance(value, int)]


@dataclass(slots=True)
class Thread:
    """The thread of a story told within news: it begins with a far day that is written out in full.

    It breaks off at the end of the paragraph, and where the text comes back to its own days. A month of
    an earlier year begins none: in news, what follows it is more often of the year of publication
    (seen in our own gold).
    """

    published: date | None
    holds: bool = False
    _token: int = 0

    def reach(self, match: Match) -> None:
        """Note the match that is read next."""
        if "break" in match.tokens.kinds[self._token : match.first]:
            self.holds = False
        if match.has(*OF_THE_DAY) and not match.has("year"):
            self.holds = False
        self._token = match.last

    def tell(self, meaning: Meaning) -> None:
        """Note what a match denotes."""
        if self.published is None or meaning.period is None:
            return
        far = abs(meaning.period.year - self.published.year) > FAR_YEARS
        if meaning.ground.basis is Basis.EXPLICIT:
            self.holds = far and meaning.period.unit is Unit.DAY
        elif meaning.ground.basis is Basis.PUBLICATION:
            self.holds = False
