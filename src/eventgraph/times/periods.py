"""The calendar: stretches of days (a day, a week, a quarter, a decade) and steps from one to another.

Years run from 1 to 9999 in the proleptic Gregorian calendar; whatever would leave them raises
ValueError, as does a day that no calendar has.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum, auto

from eventgraph.vocabulary import Precision


class Unit(StrEnum):
    """What a period is one of."""

    DAY = auto()
    WEEK = auto()
    WEEKEND = auto()
    MONTH = auto()
    QUARTER = auto()
    SEASON = auto()
    HALF = auto()
    YEAR = auto()
    DECADE = auto()
    CENTURY = auto()
    STRETCH = auto()
    """Any other days in a row."""


PRECISIONS = {
    Unit.DAY: Precision.DAY,
    Unit.WEEK: Precision.WEEK,
    Unit.WEEKEND: Precision.INTERVAL,
    Unit.MONTH: Precision.MONTH,
    Unit.QUARTER: Precision.QUARTER,
    Unit.SEASON: Precision.SEASON,
    Unit.HALF: Precision.INTERVAL,
    Unit.YEAR: Precision.YEAR,
    Unit.DECADE: Precision.DECADE,
    Unit.CENTURY: Precision.CENTURY,
    Unit.STRETCH: Precision.INTERVAL,
}

DAYS_IN_WEEK = 7
SATURDAY = 6
MONTHS_IN_YEAR = 12
MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.HALF: 6}
YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}
SEASONS = ("SP", "SU", "FA", "WI")
"""In the order of EDTF (21 to 24). They begin in March, June, September and December, in the north."""
EDTF_SEASON, EDTF_QUARTER = 21, 33


def _timex_week(monday: date) -> str:
    year, week, _ = monday.isocalendar()
    return f"{year:04d}-W{week:02d}"


TIMEX: dict[Unit, Callable[[date], str]] = {
    Unit.DAY: date.isoformat,
    Unit.WEEK: _timex_week,
    Unit.WEEKEND: lambda day: f"{_timex_week(day)}-WE",
    Unit.MONTH: lambda day: f"{day.year:04d}-{day.month:02d}",
    Unit.QUARTER: lambda day: f"{day.year:04d}-Q{(day.month + 2) // 3}",
    Unit.SEASON: lambda day: f"{day.year:04d}-{SEASONS[day.month // 3 - 1]}",
    Unit.HALF: lambda day: f"{day.year:04d}-H{(day.month + 5) // 6}",
    Unit.YEAR: lambda day: f"{day.year:04d}",
    Unit.DECADE: lambda day: f"{day.year // 10:03d}",
    Unit.CENTURY: lambda day: f"{day.year // 100:02d}",
}
"""A period's value in TIMEX3 by its first day."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days: its unit, first and last day (both included)."""

    unit: Unit
    first: date
    last: date

    @property
    def precision(self) -> Precision:
        """How fine it is."""
        return PRECISIONS[self.unit]

    @property
    def year(self) -> int:
        """The year it begins in."""
        return self.first.year

    @property
    def timex(self) -> str:
        """Its value as TIMEX3 writes it: 2024-03-12, 2024-W11, 2024-Q1, 2024-SP, 199."""
        if self.unit is Unit.STRETCH:
            return f"{self.first.isoformat()}/{self.last.isoformat()}"
        return TIMEX[self.unit](self.first)

    def edtf(self, year_mark: str = "", mark: str = "") -> str:
        """Its EDTF form, with marks after the year ("?") and after the whole ("~").

        What EDTF has no form for, such as some day of a week, is ``[first..last]``.
        """
        year, month = f"{self.first.year:04d}{year_mark}", self.first.month
        match self.unit:
            case Unit.DAY:
                form = f"{year}-{self.first:%m-%d}"
            case Unit.MONTH:
                form = f"{year}-{month:02d}"
            case Unit.QUARTER:
                form = f"{year}-{EDTF_QUARTER + (month - 1) // 3}"
            case Unit.SEASON:
                form = f"{year}-{EDTF_SEASON + month // 3 - 1}"
            case Unit.YEAR:
                form = year
            case Unit.DECADE:
                form = f"{self.first.year // 10:03d}X"
            case Unit.CENTURY:
                form = f"{self.first.year // 100:02d}XX"
            case _:
                first, last = (day_of(day).edtf(year_mark, mark) for day in (self.first, self.last))
                return f"[{first}..{last}]"
        return form + mark


def day_of(day: date) -> Period:
    """The one day as a period."""
    return Period(Unit.DAY, day, day)


def day(year: int, month: int, number: int) -> Period:
    """A day by its numbers. ValueError for 30 February."""
    return day_of(date(year, month, number))


def month(year: int, number: int) -> Period:
    """A month of a year. ValueError if there is no such month."""
    return _months(Unit.MONTH, year, number)


def quarter(year: int, number: int) -> Period:
    """The first to the fourth quarter of a calendar year."""
    return _months(Unit.QUARTER, year, 3 * number - 2)


def half(year: int, number: int) -> Period:
    """The first or the second half of a year."""
    return _months(Unit.HALF, year, 6 * number - 5)


def season(year: int, code: str) -> Period:
    """A season by its TIMEX3 code (SP SU FA WI); a winter begins in the December of its year."""
    return _months(Unit.SEASON, year, 3 * SEASONS.index(code) + 3)


def year(number: int) -> Period:
    """A calendar year."""
    return Period(Unit.YEAR, date(number, 1, 1), date(number, 12, 31))


def decade(first_year: int) -> Period:
    """The ten years from one that ends in 0."""
    return Period(Unit.DECADE, date(first_year, 1, 1), date(first_year + 9, 12, 31))


def century(number: int) -> Period:
    """The 20th century as 1900 to 1999, as EDTF and TIMEX3 both write it."""
    first = max(100 * (number - 1), MINYEAR)
    return Period(Unit.CENTURY, date(first, 1, 1), date(100 * number - 1, 12, 31))


def _months(unit: Unit, year: int, first_month: int) -> Period:
    """So many months from the first of one."""
    first = date(year, first_month, 1)
    end = first_month + MONTHS[unit] - 1
    last_year, last_month = year + (end - 1) // MONTHS_IN_YEAR, (end - 1) % MONTHS_IN_YEAR + 1
    return Period(unit, first, date(last_year, last_month, monthrange(last_year, last_month)[1]))


def containing(unit: Unit, when: date) -> Period:
    """The period of that unit in which a day lies. A weekend is that of the day's week, Monday to Sunday.

    ValueError for a stretch, which is no unit.
    """
    if unit is Unit.STRETCH:
        raise ValueError("a stretch of days is no unit to divide the calendar by")
    monday = when - timedelta(when.weekday())
    match unit:
        case Unit.DAY:
            return day_of(when)
        case Unit.WEEK:
            return Period(unit, monday, monday + timedelta(DAYS_IN_WEEK - 1))
        case Unit.WEEKEND:
            return Period(unit, monday + timedelta(SATURDAY - 1), monday + timedelta(DAYS_IN_WEEK - 1))
        case Unit.YEAR:
            return year(when.year)
        case Unit.DECADE:
            return decade(when.year // 10 * 10)
        case Unit.CENTURY:
            return century(when.year // 100 + 1)
        case Unit.SEASON:
            winter = when.month < 3  # noqa: PLR2004 (March)
            return season(when.year - winter, SEASONS[-1] if winter else SEASONS[when.month // 3 - 1])
        case _:
            size = MONTHS[unit]
            return _months(unit, when.year, (when.month - 1) // size * size + 1)


def shift(period: Period, steps: int) -> Period:
    """The period so many of its own units later (earlier if negative); a stretch has none.

    ValueError outside the years 1 to 9999.
    """
    try:
        if period.unit is Unit.DAY:
            return day_of(period.first + timedelta(steps))
        if period.unit in {Unit.WEEK, Unit.WEEKEND}:
            offset = timedelta(DAYS_IN_WEEK * steps)
            return Period(period.unit, period.first + offset, period.last + offset)
    except OverflowError as error:
        raise ValueError(f"{steps} steps leave the calendar") from error
    if period.unit is Unit.STRETCH:
        raise ValueError("a stretch of days is no unit to count in")
    if period.unit in YEARS:
        return containing(period.unit, date(period.first.year + YEARS[period.unit] * steps, 1, 1))
    count = period.first.year * MONTHS_IN_YEAR + period.first.month - 1 + MONTHS[period.unit] * steps
    return _months(period.unit, count // MONTHS_IN_YEAR, count % MONTHS_IN_YEAR + 1)


def stretch(first: date, last: date) -> Period:
    """The days from one to another. ValueError if they are not in order."""
    if first > last:
        raise ValueError(f"{first} is after {last}")
    return Period(Unit.STRETCH, first, last)


def is_year(number: int) -> bool:
    """Whether the calendar has that year."""
    return MINYEAR <= number <= MAXYEAR


def easter(year_number: int) -> date:
    """Easter Sunday in the western churches (the anonymous Gregorian computus)."""
    golden, century_part, rest = year_number % 19, year_number // 100, year_number % 100
    moon = (19 * golden + century_part - century_part // 4 - (8 * century_part + 13) // 25 + 15) % 30
    sunday = (32 + 2 * (century_part % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    count = moon + sunday - 7 * late + 114
    return date(year_number, count // 31, count % 31 + 1)


def nth_weekday(year_number: int, month_number: int, weekday: int, nth: int) -> date:
    """The nth ISO weekday (1 is Monday) of a month; -1 is the last."""
    if nth < 0:
        last = month(year_number, month_number).last
        return last - timedelta((last.isoweekday() - weekday) % DAYS_IN_WEEK)
    first = date(year_number, month_number, 1)
    return first + timedelta((weekday - first.isoweekday()) % DAYS_IN_WEEK + DAYS_IN_WEEK * (nth - 1))
