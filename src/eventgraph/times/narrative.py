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
"""With fewer years named, a text is a narrative only if all are far and it writes a far date out."""
NARRATIVE_SHARE = 0.6
"""Of the years a narrative names, so many are far from its publication."""
NEWS_SHARE = 0.25
"""With more words such as "Tuesday" and "yesterday" for each far year, a text is news with a history."""


def is_narrative(matches: Iterable[Match], published: date | None) -> bool:
    """Whether a text is a story of old times; so is all of which nobody knows when it was published."""
    if published is None:
        return True
    far, near, far_dates, of_the_day = 0, 0, 0, 0
    for match in matches:
        years = _years(match)
        distant = [year for year in years if abs(year - published.year) > FAR_YEARS]
        far, near = far + len(distant), near + len(years) - len(distant)
        far_dates += bool(distant) and match.has("month", "shortmonth")
        of_the_day += not years and match.has(*OF_THE_DAY)
    if of_the_day > NEWS_SHARE * far:
        return False
    if far + near < FEWEST_YEARS:
        return far_dates > 0 and not near
    return far > NARRATIVE_SHARE * (far + near)


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
