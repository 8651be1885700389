"""Dates by their numbers and names: days, months, weekdays, seasons, quarters, decades, holidays."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from eventgraph.lexicon import load_lexicon
from eventgraph.times import periods
from eventgraph.times.amounts import clock_of, zone_of
from eventgraph.times.anchor import STEPS, Base, Context, Direction
from eventgraph.times.edtf import WRITTEN, Ground
from eventgraph.times.grammar import Match
from eventgraph.times.meaning import UNKNOWN_DAY, Meaning, dated, undated, untold
from eventgraph.times.periods import Period, Unit
from eventgraph.times.tokens import LAST_DAY, full_year
from eventgraph.vocabulary import Basis, TimexType

DIRECTIONS = {
    "last": Direction.LAST,
    "past": Direction.LAST,
    "previous": Direction.LAST,
    "next": Direction.NEXT,
    "coming": Direction.NEXT,
    "following": Direction.NEXT,
    "this": Direction.THIS,
    "current": Direction.THIS,
}
QUARTERS, HALVES, WEEKS_IN_MONTH = 4, 2, 5


def direction_of(match: Match) -> Direction:
    """Where a word such as "last" points."""
    bare = Direction.NOT_LATER if match.tokens.kind(match.first - 1) == "since" else Direction.NEAREST
    return next((DIRECTIONS[kind] for kind in match.kinds if kind in DIRECTIONS), bare)


@dataclass(frozen=True, slots=True)
class Fields:
    """The numbers a date is written with; None where it leaves one out."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year_ground: Ground = WRITTEN

    def lend(self, borrower: Fields) -> Fields:
        """The other's fields, with this one's month and year where it has none."""
        return replace(borrower, month=borrower.month or self.month, year=borrower.year or self.year)


def fields_of(match: Match) -> Fields:
    """What a match writes of a date."""
    return Fields(
        year=match.number("year", "shortyear"),
        month=match.number("month", "shortmonth"),
        day=match.number("dayordinal", "day", "ordinalword"),
        weekday=match.number("weekday", "shortweekday"),
    )


def calendar(match: Match, context: Context) -> Meaning | None:
    """Reads "July 26, 2023", "26 July", "May", "last May", "early June 2012"."""
    return date_of(fields_of(match), match, context)


def date_of(fields: Fields, match: Match, context: Context) -> Meaning | None:
    """The date that fields tell; a year that is missing comes from the context."""
    if fields.month is None:
        return _year_or_weekday(fields, match, context)
    ground = fields.year_ground
    if fields.year is None:
        found = _infer_year(fields, match, context)
        if found is None:
            return _yearless(fields)
        fields, ground = replace(fields, year=found[0]), found[1]
    return _placed(fields, ground, match)


def _infer_year(fields: Fields, match: Match, context: Context) -> tuple[int, Ground] | None:
    """The year and what it rests on."""
    tokens = (match.first, match.last)
    month = fields.month or 1
    if match.has("that", "same") and context.told:
        return context.told.day.year, context.told.ground
    if fields.day is not None:
        return context.year_of_day((month, fields.day, fields.weekday), direction_of(match), tokens)
    return context.year_of_month(month, direction_of(match), tokens)


def _yearless(fields: Fields) -> Meaning:
    """A date without a year, as TIMEX3 writes it; impossible days keep their words only."""
    day = "" if fields.day is None else f"-{fields.day:02d}"
    return undated(f"XXXX-{fields.month:02d}{day}")


def _placed(fields: Fields, ground: Ground, match: Match) -> Meaning:
    """Fields with a year and a month in the calendar, if the calendar has such a day."""
    year, month = fields.year or 0, fields.month or 0
    try:
        period = periods.month(year, month) if fields.day is None else periods.day(year, month, fields.day)
    except (ValueError, OverflowError):
        day = "" if fields.day is None else f"-{fields.day:02d}"
        return undated(f"{year:04d}-{month:02d}{day}")
    clock = clock_of(match) if fields.day is not None else None
    return dated(period, ground, clock=clock, zone=zone_of(match) if clock else "")


def _year_or_weekday(fields: Fields, match: Match, context: Context) -> Meaning | None:
    """Fields without a month: one end of a range of years or of weekdays."""
    if fields.weekday is not None:
        return weekday(match, context)
    number = fields.year
    return dated(periods.year(number)) if number is not None and periods.is_year(number) else None


def iso(match: Match, _context: Context) -> Meaning | None:
    """Reads "2023-07-26", "2023-07-26T03:00:00Z"."""
    word = str(match.value("iso"))
    written = re.search(r"[T ](\d\d:\d\d)", word)
    clock = written[1] if written else clock_of(match)
    zone = "Z" if word.endswith("Z") else zone_of(match)
    try:
        day = periods.day(int(word[:4]), int(word[5:7]), int(word[8:10]))
    except ValueError:
        return undated(word[:10])
    return dated(day, clock=clock, zone=zone if clock else "")


def numeric(match: Match, _context: Context) -> Meaning | None:
    """Reads "3/14/2024", "14.03.2024": with dots the day comes first, else the month if it can be one."""
    word = str(match.value("numeric"))
    first, second, written = re.split(r"[/.-]", word)
    year = full_year(written)
    month, day = int(first), int(second)
    if "." in word or month > periods.MONTHS_IN_YEAR:
        month, day = day, month
    if "." in word and len(written) == 2:  # noqa: PLR2004 (a version, a section)
        return None
    try:
        return dated(periods.day(year, month, day), clock=clock_of(match))
    except ValueError:
        return undated(f"{year:04d}-{month:02d}-{day:02d}")


def month_of_pointed_year(match: Match, context: Context) -> Meaning | None:
    """Reads "June last year"."""
    base = context.spoken_of if match.has("that", "same", "previous", "following") else context.published
    month = match.number("month") or 1
    if base is None:
        return undated(f"XXXX-{month:02d}")
    return dated(periods.month(base.day.year + STEPS[direction_of(match)], month), base.ground)


def weekday(match: Match, context: Context) -> Meaning | None:
    """Reads "Wednesday", "early last Friday", "3 a.m. Tuesday", "Thursday night"."""
    number = match.number("weekday", "shortweekday")
    if number is None:
        return None
    clock = clock_of(match)
    found = context.weekday(number, direction_of(match), (match.first, match.last))
    if found is None:
        return untold(f"XXXX-WXX-{number}", clock)
    return dated(periods.day_of(found[0]), found[1], clock=clock, zone=zone_of(match) if clock else "")


def day_of_month(match: Match, context: Context) -> Meaning | None:
    """Reads "on the 14th": of the month told last, else of the month that the tense makes it."""
    number = match.number("dayordinal") or 0
    told = context.last_period
    base = context.told if told and told.unit in {Unit.DAY, Unit.MONTH} else context.published
    if base is None or not 1 <= number <= LAST_DAY:
        return undated(UNKNOWN_DAY)
    month = periods.containing(Unit.MONTH, base.day)
    if base.ground.basis is Basis.PUBLICATION:
        tense = context.tense(match.first, match.last)
        month = periods.shift(
            month, (number < base.day.day) * tense.future - (number > base.day.day) * tense.past
        )
    if number > month.last.day:
        return undated(f"{month.timex}-{number:02d}")
    return dated(periods.day_of(month.first.replace(day=number)), base.ground)


def weekday_of_week(match: Match, context: Context) -> Meaning | None:
    """Reads "Friday of last week", "Tuesday next week"."""
    number = match.number("weekday")
    base = context.published
    if number is None or base is None:
        return undated(f"XXXX-WXX-{number}")
    week = periods.shift(periods.containing(Unit.WEEK, base.day), STEPS[direction_of(match)])
    return dated(periods.day_of(week.first + timedelta(number - 1)), base.ground)


def weekday_set(match: Match, _context: Context) -> Meaning | None:
    """Reads "on Mondays", "on a Monday"."""
    return undated(f"XXXX-WXX-{match.value('weekdays', 'weekday')}", TimexType.SET)


def pointed_year(match: Match, context: Context) -> tuple[int, Ground] | None:
    """The year a match names, or points to ("last year", "the year"), or the one spoken in."""
    written = match.number("year")
    if written is not None:
        return written, WRITTEN
    base = context.spoken_of if match.has("that", "same", "previous", "following") else context.published
    if base is None:
        return None
    return base.day.year + STEPS[direction_of(match)], base.ground


def season(match: Match, context: Context) -> Meaning | None:
    """Reads "the summer of 2012", "spring"."""
    code = str(match.value("season", "fall"))
    found = pointed_year(match, context)
    return undated(f"XXXX-{code}") if found is None else dated(periods.season(found[0], code), found[1])


def week_of_month(match: Match, context: Context) -> Meaning | None:
    """Reads "the last week of March", "the first weekend of May"."""
    month = date_of(
        Fields(year=match.number("year"), month=match.number("month", "shortmonth")), match, context
    )
    if month is None or month.period is None:
        return month
    number = match.number("ordinalword") or -1
    if number > WEEKS_IN_MONTH:
        return None
    if match.has("weekend"):
        first = month.period.first
        saturday = periods.nth_weekday(first.year, first.month, periods.SATURDAY, number)
        return dated(periods.containing(Unit.WEEKEND, saturday), month.ground)
    return dated(_week_in(month.period, number), month.ground, approximate=True)


def _week_in(month: Period, number: int) -> Period:
    """The nth week of a month (-1 is the last), of those that lie more in it than outside.

    Where a week begins the words do not say, so its bounds are about right only.
    """
    middle = timedelta(periods.DAYS_IN_WEEK // 2)
    if number < 0:
        return periods.containing(Unit.WEEK, month.last - middle)
    return periods.containing(
        Unit.WEEK, month.first + middle + timedelta(periods.DAYS_IN_WEEK * (number - 1))
    )


def year(match: Match, _context: Context) -> Meaning | None:
    """Reads "2012", "about 2012", "late 2006"."""
    number = match.number("year", "shortyear") or 0
    return dated(periods.year(number), approximate=match.has("about"))


def era(match: Match, _context: Context) -> Meaning | None:
    """Reads "347 AD", "44 BC": before the year 1 there is no day to tell."""
    number = match.number("day", "number", "year")
    if number is None:
        return None
    if match.has("before_christ"):
        return undated(f"BC{number:04d}")
    return dated(periods.year(number), approximate=match.has("about")) if periods.is_year(number) else None


def decade(match: Match, _context: Context) -> Meaning | None:
    """Reads "the 1990s", "the late '90s", "the nineties"; the '00s to '20s are of our century."""
    word = match.number("decadeword")
    digits = re.sub(r"\D", "", str(match.value("decade")))
    first = word if word is not None else int(digits)
    if first < 100:  # noqa: PLR2004 (two digits)
        first += 2000 if first < 30 and word is None else 1900  # noqa: PLR2004 (the '20s are ours)
    if first % 100 == 0 and not match.has("early", "mid", "late"):
        return Meaning(TimexType.DATE, periods.decade(first).timex, _ten_or_hundred(first))
    return dated(periods.decade(first))


def _ten_or_hundred(first: int) -> Period:
    """What "the 1800s" are: a century, more often than ten years; from 2000 on ten years."""
    return periods.decade(first) if first >= 2000 else periods.century(first // 100 + 1)  # noqa: PLR2004 (see above)


def century(match: Match, _context: Context) -> Meaning | None:
    """Reads "the 19th century"."""
    number = match.number("dayordinal", "ordinalword")
    if number is None or not 1 <= number <= 99:  # noqa: PLR2004 (years have four digits)
        return None
    return dated(periods.century(number))


def quarter(match: Match, context: Context) -> Meaning | None:
    """Reads "the third quarter of 2012", "first-quarter", "the last quarter"."""
    number = match.number("ordinalword", "final", "quartername")
    if number is None:
        return _last_quarter(context)
    if number > QUARTERS:
        return None
    found = pointed_year(match, context)
    if found is None:
        return undated(f"XXXX-Q{number}")
    unpointed = found[1].basis is not Basis.EXPLICIT and direction_of(match) in {
        Direction.NEAREST,
        Direction.NOT_LATER,
    }
    if unpointed and context.published:
        return _nearest_quarter(number, match, context.published, context)
    return dated(periods.quarter(found[0], number), found[1])


def _nearest_quarter(number: int, match: Match, base: Base, context: Context) -> Meaning:
    """The nearest quarter of that number, weighed by the tense; of two as near the past one."""
    this = (base.day.month + 2) // 3
    back, ahead = (this - number) % QUARTERS, (number - this) % QUARTERS
    tense = context.tense(match.first, match.last)
    to_come = ahead + QUARTERS * tense.past < back + QUARTERS * tense.future
    period = periods.shift(periods.containing(Unit.QUARTER, base.day), ahead if to_come else -back)
    return dated(period, base.ground)


def _last_quarter(context: Context) -> Meaning:
    if context.published is None:
        return undated("XXXX-QX")
    this = periods.containing(Unit.QUARTER, context.published.day)
    return dated(periods.shift(this, -1), context.published.ground)


def half(match: Match, context: Context) -> Meaning | None:
    """Reads "the first half of 2012"."""
    number = match.number("ordinalword") or HALVES
    found = pointed_year(match, context)
    if number > HALVES or (match.has("unit") and match.value("unit") != "year"):
        return None
    return undated(f"XXXX-H{number}") if found is None else dated(periods.half(found[0], number), found[1])


def fiscal(match: Match, context: Context) -> Meaning | None:
    """Reads "fiscal 2012": which months it covers is not told, so the year is about right only."""
    if match.has("unit") and not match.has("year") and match.value("unit") != "year":
        return None
    written = match.number("fiscalyear")
    found = (written, WRITTEN) if written else pointed_year(match, context)
    return None if found is None else dated(periods.year(found[0]), found[1], approximate=True)


def holiday(match: Match, context: Context) -> Meaning | None:
    """Reads "Thanksgiving", "last Christmas", "Easter 2012"."""
    rule = load_lexicon("times/holidays")[str(match.value("holiday"))]
    written = match.number("year")
    if written is not None:
        return dated(periods.day_of(_holiday(rule, written)))
    base = context.published
    if base is None:
        return undated(
            "XXXX"
            + ("" if "easter" in rule or "weekday" in rule else f"-{rule['month']:02d}-{rule['day']:02d}")
        )
    year = _year_of_holiday(rule, match, context, base.day)
    return dated(periods.day_of(_holiday(rule, year)), base.ground)


def _year_of_holiday(rule: dict[str, int], match: Match, context: Context, today: date) -> int:
    """The nearest by the rule of days, or the last or next one."""
    this = _holiday(rule, today.year)
    match direction_of(match):
        case Direction.LAST:
            return today.year - (this >= today)
        case Direction.NEXT:
            return today.year + (this <= today)
        case Direction.THIS:
            return today.year
    found = context.year_of_day((this.month, this.day, None), Direction.NEAREST, (match.first, match.last))
    return found[0] if found else today.year


def _holiday(rule: dict[str, int], year: int) -> date:
    """The day in a year of a row of ``lexicon/times/holidays.toml``."""
    if "easter" in rule:
        return periods.shift(periods.day_of(periods.easter(year)), rule["easter"]).first
    if "weekday" in rule:
        day = periods.nth_weekday(year, rule["month"], rule["weekday"], rule["nth"])
        return day + timedelta(rule.get("later", 0))
    return date(year, rule["month"], rule["day"])
