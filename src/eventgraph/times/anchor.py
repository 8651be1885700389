"""What a date is reckoned from: the day of publication, a date spoken of before, or the text's only year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from eventgraph.model import Span
from eventgraph.times.edtf import Ground
from eventgraph.times.grammar import Match
from eventgraph.times.narrative import Thread
from eventgraph.times.periods import DAYS_IN_WEEK, MONTHS_IN_YEAR, Period, Unit, is_year
from eventgraph.times.periods import month as month_of
from eventgraph.times.tense import Tense, TenseOf
from eventgraph.vocabulary import Basis

WRONG_DIRECTION_DAYS = {False: 150, True: 400}
"""How many days nearer a date must lie that the tense speaks against (measured); if it is certain, never."""
MOST_DAYS = 1000
"""More than any day of last or next year is away."""
NEARLY_TODAY = 3
"""So many days off, a tense says nothing against a date."""
WRONG_FUTURE_MONTHS, WRONG_PAST_MONTHS = 5, 8
"""The same in months for a bare month: to come against the tense, past against the tense."""
COARSENESS = tuple(Unit)
"""Units from the finest to the coarsest."""
QUARTER_TOKENS = 90
"""So far on, "a year ago" still speaks of the quarter that was told (measured as 450 characters)."""
STORY_MONTHS = 4
"""A month so many months before the one told last is that of the next year: stories go forward."""


class Direction(Enum):
    """Which of many Fridays or Mays the words point to."""

    LAST = auto()
    NEAREST = auto()
    THIS = auto()
    NEXT = auto()
    NOT_LATER = auto()
    """The last one, today included: "since May"."""
    THIS_OR_NEXT = auto()
    """The next one, today included: "for May delivery"."""


STEPS = {
    Direction.LAST: -1,
    Direction.NEAREST: 0,
    Direction.THIS: 0,
    Direction.NEXT: 1,
    Direction.NOT_LATER: 0,
    Direction.THIS_OR_NEXT: 0,
}


@dataclass(frozen=True, slots=True)
class Base:
    """A day to reckon from, and what it rests on."""

    day: date
    ground: Ground


@dataclass(frozen=True, slots=True)
class NamedYear:
    """A year that the text writes out, and where."""

    year: int
    span: Span


@dataclass(frozen=True, slots=True)
class Told:
    """A date that the text told, where, and whether its year was inferred."""

    period: Period
    span: Span
    year_inferred: bool = False

    @property
    def ground(self) -> Ground:
        """What is reckoned from it rests on it."""
        return Ground(Basis.MENTION, self.span, self.year_inferred)

    @property
    def base(self) -> Base:
        """Its first day, to reckon from."""
        return Base(self.period.first, self.ground)


class Context:
    """What is known while a text is read from its beginning to its end.

    A ``narrative`` tells of times far from its publication and is dated from what it told last.
    ``day_first`` is how the text writes its numeric dates,
    where it writes one that can be read in one way only. ``before_christ`` is the year before our era
    that was told last, if nothing later was told since.
    """

    def __init__(
        self,
        published: Base | None,
        years: tuple[NamedYear, ...],
        tense: TenseOf,
        *,
        narrative: bool = True,
    ) -> None:
        self.published = published
        self._only_year = years[0] if len({named.year for named in years}) == 1 else None
        self.tense = tense
        self.narrative = narrative
        self.thread = Thread(None if published is None else published.day)
        self.day_first: bool | None = None
        self.before_christ: int | None = None
        self._last: Told | None = None
        self._last_year: Told | None = None
        self._last_token = 0
        self._by_unit: dict[Unit, Told] = {}
        self._quarter: tuple[Told, int] | None = None

    def remember(self, told: Told, token: int, *, aside: bool = False) -> None:
        """Note the date that was told last, which ends before that token.

        An ``aside`` ("the pact of 1932", "eight years earlier") does not move the year that a story is in.
        """
        period, self._last = told.period, told
        self._last_token = token
        self.before_christ = None
        self._by_unit.pop(period.unit, None)
        self._by_unit[period.unit] = self._last
        if period.unit not in {Unit.DECADE, Unit.CENTURY} and not (aside and self._last_year):
            self._last_year = told
        if period.unit is Unit.QUARTER and not aside:
            self._quarter = (self._last, token)

    def reach(self, match: Match) -> None:
        """Note the match that is read next. A year before our era holds up to the end of its paragraph."""
        if self.thread.reach(match) or match.has("weekday", "shortweekday"):
            self.before_christ = None

    @property
    def last_period(self) -> Period | None:
        """The date that was told last."""
        return self._last.period if self._last else None

    @property
    def told(self) -> Base | None:
        """The first day of what was told last."""
        return self._last.base if self._last else None

    def told_within(self, unit: Unit) -> Base | None:
        """The first day of what was told last that is no coarser than a unit."""
        finer = COARSENESS[: COARSENESS.index(unit) + 1]
        for told in reversed(self._by_unit):
            if told in finer:
                return self._by_unit[told].base
        return None

    def told_since(self, token: int) -> Base | None:
        """The same, if it is a day and was told behind that token."""
        if self._last is None or self._last.period.unit is not Unit.DAY or self._last_token <= token:
            return None
        return self.told

    def told_here(self, token: int) -> tuple[Period, Ground] | None:
        """What was told last, as fine as it was told, if that was behind a token."""
        if self._last is None or self._last_token <= token:
            return None
        return self._last.period, self._last.ground

    def quarter_told(self, token: int) -> tuple[Period, Ground] | None:
        """The quarter spoken of within the last tokens before that one: reports compare quarters."""
        if self._quarter is None or token - self._quarter[1] > QUARTER_TOKENS:
            return None
        return self._quarter[0].period, self._quarter[0].ground

    @property
    def spoken_of(self) -> Base | None:
        """What "that June" is reckoned from: what was told last, else publication."""
        return self.told or self.published

    @property
    def current(self) -> Base | None:
        """What "the year" is reckoned from: publication; in a story, what was told last."""
        return self._story or self.published

    @property
    def _story(self) -> Base | None:
        """What was told last, where the text now tells a story."""
        return self._last_year.base if self._last_year and self.narrative else None

    def weekday(
        self, weekday: int, direction: Direction, tokens: tuple[int, int], *, spoken_of: bool = False
    ) -> tuple[date, Ground] | None:
        """The day meant by an ISO weekday; ``tokens`` are those of the words, first and last (excluded).

        With ``spoken_of`` ("the following Monday") it is reckoned from the day told last.

        If nothing points elsewhere: the last one up to the base's own day, or the next one where the
        words around speak of what is to come.
        """
        base = self.published
        if self._last is not None and (spoken_of or self.narrative):
            certain = self.published is not None or not self._last.year_inferred
            told = self.told if self._last.period.unit is Unit.DAY and certain else None
            base = told if spoken_of or told else base
        if base is None:
            return None
        back = (base.day.isoweekday() - weekday) % DAYS_IN_WEEK
        ahead = (weekday - base.day.isoweekday()) % DAYS_IN_WEEK
        if base.ground.basis is Basis.MENTION:
            direction = Direction.NEXT if direction is Direction.NEAREST else direction
        if direction is Direction.LAST:
            return base.day - timedelta(back or DAYS_IN_WEEK), base.ground
        if direction is Direction.NEXT:
            return base.day + timedelta(ahead or DAYS_IN_WEEK), base.ground
        tense = self.tense(*tokens)
        to_come = not tense.past if direction is Direction.THIS else tense.future
        to_come = to_come and direction is not Direction.NOT_LATER
        return base.day + timedelta(ahead if to_come else -back), base.ground

    def year_of_day(
        self, day: tuple[int, int, int | None], direction: Direction, tokens: tuple[int, int]
    ) -> tuple[int, Ground] | None:
        """The year of a month, day and weekday (or None) whose year is not written.

        The nearest in which the day falls on that weekday, weighed by the tense.
        """
        month, number, weekday = day
        base = self._base_of_years(month, tokens)
        if isinstance(base, NamedYear):
            return base.year, Ground(Basis.CONTEXT, base.span, year_inferred=True)
        if base is None:
            return None
        if base.ground.basis is Basis.MENTION:
            return self._next_in_narrative(base, month)
        tense = self.tense(*tokens)

        def cost(year: int) -> int:
            last = month_of(year, month).last
            candidate = last.replace(day=min(number, last.day))
            days = (candidate - base.day).days
            if direction is Direction.NOT_LATER and days > 0:
                return 2 * MOST_DAYS
            if weekday is not None and candidate.isoweekday() != weekday:
                return MOST_DAYS + abs(days)
            wrong = (tense.future and days < -NEARLY_TODAY) or (tense.past and days > NEARLY_TODAY)
            return abs(days) + WRONG_DIRECTION_DAYS[tense.certain] * wrong

        years = (year for year in range(base.day.year - 1, base.day.year + 2) if is_year(year))
        return min(years, key=cost), base.ground

    def year_of_month(
        self, month: int, direction: Direction, tokens: tuple[int, int]
    ) -> tuple[int, Ground] | None:
        """The same for a month: "May", "last May"."""
        pointed = direction not in {Direction.NEAREST, Direction.NOT_LATER}
        base = self.published if pointed else self._base_of_years(month, tokens)
        if isinstance(base, NamedYear):
            return base.year, Ground(Basis.CONTEXT, base.span, year_inferred=True)
        if base is None:
            return None
        if direction is not Direction.NEAREST:
            return _year_pointed_to(month, direction, base.day), base.ground
        if base.ground.basis is Basis.MENTION:
            return self._next_in_narrative(base, month)
        return _nearest_year(month, base.day, self.tense(*tokens)), base.ground

    def _base_of_years(self, month: int, tokens: tuple[int, int]) -> Base | NamedYear | None:
        """What the year of a month is told by that nobody wrote."""
        tense = self.tense(*tokens)
        if self.published is None:
            if self._only_year is not None:
                return self._only_year
            return None if tense.future and tense.certain else self._story
        if tense.future and tense.certain:
            return self.published
        if self.thread.holds and self._last_year is not None and self.told is not None:
            ahead = (month - self._last_year.period.first.month) % MONTHS_IN_YEAR
            return self.told if ahead <= STORY_MONTHS else self.current
        return self.current

    @staticmethod
    def _next_in_narrative(base: Base, month: int) -> tuple[int, Ground]:
        """Stories go forward: the month told next lies at most a little before the one told last."""
        back = base.day.month - month
        year = base.day.year + (back > STORY_MONTHS)
        return year, Ground(base.ground.basis, base.ground.anchor, year_inferred=True)


def _year_pointed_to(month: int, direction: Direction, today: date) -> int:
    """The year of "last May", "this May", "since May", "next May", "for May delivery"."""
    match direction:
        case Direction.THIS:
            return today.year
        case Direction.NOT_LATER:
            return today.year - (month > today.month)
        case Direction.THIS_OR_NEXT:
            return today.year + (month < today.month)
    this_year = month < today.month if direction is Direction.LAST else month > today.month
    return today.year + (0 if this_year else STEPS[direction])


def _nearest_year(month: int, today: date, tense: Tense) -> int:
    """The year in which a month is nearest, weighed by the tense."""
    ahead, back = (month - today.month) % MONTHS_IN_YEAR, (today.month - month) % MONTHS_IN_YEAR
    ahead_cost = ahead + tense.past * (MONTHS_IN_YEAR if tense.certain else WRONG_FUTURE_MONTHS)
    back_cost = back + tense.future * (MONTHS_IN_YEAR if tense.certain else WRONG_PAST_MONTHS)
    if back and ahead_cost < back_cost:
        return today.year + (month < today.month)
    return today.year - (month > today.month)
