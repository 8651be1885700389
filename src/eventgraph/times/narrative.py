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
from eventgraph.times.tense import SURELY_FUTURE, TenseOf
from eventgraph.vocabulary import Basis

OF_THE_DAY = ("weekday", "shortweekday", "dayword", "tonight", "ago")
"""Kinds of tokens by which a text shows that it tells of the days around its publication."""
TELLING = (*OF_THE_DAY, "year", "month", "shortmonth", "before_christ", "anno_domini")
"""Kinds of tokens that tell anything of this."""
FAR_YEARS = 2
"""A year so far from publication is not news."""
FEWEST_YEARS = 4
"""With fewer years named, a text is a narrative only if all of them are far."""
FEWEST_YEARLESS = 3
"""With few years named, it must write a far month, season or day out, or begin with a far year and tell so
many days or months without a year."""
NARRATIVE_SHARE = 0.6
"""Of the years a narrative names, so many are far from its publication."""
NEWS_SHARE = 0.25
"""With more words such as "Tuesday" and "yesterday" for each far year, a text is news with a history."""
CLOSE_DAYS = 30
"""A day without a year that can be so close to publication is a sign of news."""
CLOSE_SHARE_OF_FEW, CLOSE_SHARE = 0.4, 0.5
"""With more such days and months than this share, a text is news (the second where it names many years)."""


@dataclass(slots=True)
class _Signs:
    """What a text names: far years, near years, far months or days; words of the day; days without a year.

    ``close`` are those that can lie next to publication, ``to_come`` those told as to come.
    """

    far: int = 0
    near: int = 0
    far_dates: int = 0
    of_the_day: int = 0
    yearless: int = 0
    close: int = 0
    to_come: int = 0
    begins_far: bool = False

    def note(self, match: Match, published: date, tense: TenseOf) -> None:
        """Count what a match tells."""
        if not match.has(*TELLING):
            return
        years = _years(match)
        distant = sum(abs(year - published.year) > FAR_YEARS for year in years)
        distant += match.has("before_christ", "anno_domini")
        if not self.far + self.near + self.yearless:
            self.begins_far = distant > 0
        self.far, self.near = self.far + distant, self.near + len(years) - min(distant, len(years))
        month = match.number("month", "shortmonth")
        self.far_dates += bool(distant) and (month is not None or match.has("season", "fall"))
        self.of_the_day += not years and match.has(*OF_THE_DAY)
        if month is not None and not distant and not years:
            self.yearless += 1
            self.close += _is_close(month, match.number("day", "dayordinal"), published)
            self.to_come += tense(match.first, match.last) == SURELY_FUTURE

    def tell_few_years(self) -> bool:
        """Whether a text that names few years is a story all the same."""
        if self.near or not self.far or self.to_come:
            return False
        if self.close:
            few = self.close <= CLOSE_SHARE_OF_FEW * self.yearless
            return self.begins_far and few and self.yearless > FEWEST_YEARLESS
        return self.far_dates > 0 or (self.begins_far and self.yearless >= FEWEST_YEARLESS)

    def tell_many_years(self) -> bool:
        """Whether a text that names many years is a story."""
        mostly_far = self.far > NARRATIVE_SHARE * (self.far + self.near)
        return mostly_far and self.close <= CLOSE_SHARE * self.yearless


def is_narrative(matches: Iterable[Match], published: date | None, tense: TenseOf) -> bool:
    """Whether a text is a story of old times; so is all of which nobody knows when it was published."""
    if published is None:
        return True
    signs = _Signs()
    for match in matches:
        signs.note(match, published, tense)
    if signs.of_the_day > NEWS_SHARE * signs.far:
        return False
    return signs.tell_many_years() if signs.far + signs.near >= FEWEST_YEARS else signs.tell_few_years()


def _is_close(month: int, day: int | None, published: date) -> bool:
    """Whether a day without a year can lie next to the day of publication, a month in it or before it."""
    if day is None:
        return (published.month - month) % 12 <= 1
    distance = abs((date(LEAP_YEAR, month, min(max(day, 1), 28)) - published.replace(year=LEAP_YEAR)).days)
    return min(distance, DAYS_IN_YEAR - distance) <= CLOSE_DAYS


LEAP_YEAR, DAYS_IN_YEAR = 2000, 366


def _years(match: Match) -> list[int]:
    """The years that a match writes out."""
    values = (
        match.tokens.values[i] for i in range(match.first, match.last) if match.tokens.kinds[i] == "year"
    )
    return [value for value in values if isinstance(value, int)]


BEFORE_ASIDES = frozenset({"of", "until", "since", "before", "after", "by"})
"""A bare year behind one of these is told of something else: "the pact of 1932", "until 1918"."""


def is_aside(match: Match, meaning: Meaning) -> bool:
    """Whether a date only looks back or ahead from where a story is.

    So do "eight years earlier", and a year that ends a sentence: "they were freed the following year."
    """
    if match.has("earlier", "before", "ago"):
        return True
    if meaning.period is None or meaning.period.unit is not Unit.YEAR:
        return False
    bare = match.kinds == ["year"] and match.tokens.kind(match.first - 1) in BEFORE_ASIDES
    ends = match.tokens.kind(match.last) in {"stop", "break", ""}
    return bare or (ends and meaning.ground.basis is Basis.MENTION)


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

    def reach(self, match: Match) -> bool:
        """Note the match that is read next; whether a new paragraph begins with it."""
        paragraph = "break" in match.tokens.kinds[self._token : match.first]
        if paragraph:
            self.holds = False
        if match.has(*OF_THE_DAY) and not match.has("year"):
            self.holds = False
        self._token = match.last
        return paragraph

    def tell(self, meaning: Meaning) -> None:
        """Note what a match denotes."""
        if self.published is None or meaning.period is None:
            return
        far = abs(meaning.period.year - self.published.year) > FAR_YEARS
        if meaning.ground.basis is Basis.EXPLICIT:
            self.holds = far and meaning.period.unit is Unit.DAY
        elif meaning.ground.basis is Basis.PUBLICATION:
            self.holds = False
