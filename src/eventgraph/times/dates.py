"""Dates by their numbers and names: days, weekdays, months, years, decades, centuries, eras."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from eventgraph.lexicon import load_lexicon
from eventgraph.times import periods
from eventgraph.times.amounts import amount_of
from eventgraph.times.anchor import STEPS, Context, Direction
from eventgraph.times.clocks import clock_of, dayword, timed, zone_of
from eventgraph.times.directions import SPOKEN_OF, direction_of
from eventgraph.times.edtf import WRITTEN, Ground
from eventgraph.times.grammar import Match
from eventgraph.times.guards import listed
from eventgraph.times.meaning import (
    NO_BASE,
    NO_SUCH_DAY,
    NO_SUCH_YEAR,
    UNKNOWN_DAY,
    Meaning,
    dated,
    repeated,
    undated,
    untold,
)
from eventgraph.times.periods import Period, Unit
from eventgraph.times.tokens import LAST_DAY, full_year
from eventgraph.times.words import Value
from eventgraph.vocabulary import Basis

BEFORE_CHRIST = "BC"
"""Begins the value of a year or century before our era."""
YEAR_BEFORE_CHRIST = re.compile(BEFORE_CHRIST + r"(\d{4})")
SHORT_YEAR = len("98")


@dataclass(frozen=True, slots=True)
class Fields:
    """The numbers a date is written with; None where it leaves one out."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year_ground: Ground = WRITTEN


def fields_of(match: Match) -> Fields:
    """What a match writes of a date."""
    return Fields(
        year=match.number("year", "shortyear"),
        month=match.number("month", "shortmonth"),
        day=_day_number(match),
        weekday=match.number("weekday", "shortweekday"),
    )


def _day_number(match: Match) -> int | None:
    """The day of a month, which is no hour before "o'clock" or behind "half past"."""
    for index in range(match.first, match.last):
        value = match.tokens.values[index]
        hour = match.tokens.kind(index + 1) == "oclock" or match.tokens.kind(index - 1) == "past_hour"
        if match.tokens.kinds[index] in {"dayordinal", "day", "ordinalword"} and not hour:
            return value if isinstance(value, int) else None
    return None


def calendar(match: Match, context: Context) -> Meaning | None:
    """Reads "July 26, 2023", "26 July", "May", "last May", "early June 2012"."""
    return date_of(fields_of(match), match, context)


def date_of(fields: Fields, match: Match, context: Context) -> Meaning | None:
    """The date that fields tell; a year that is missing comes from the context."""
    if fields.month is None:
        return _year_or_weekday(fields, match, context)
    ground = fields.year_ground
    if fields.year is None and context.before_christ is not None:
        return undated(f"{year_before_christ(context.before_christ)}{_month_and_day(fields)}", NO_SUCH_YEAR)
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
    told = context.told
    if told is not None and match.has(*SPOKEN_OF):
        whole = context.last_period is not None and context.last_period.unit is Unit.YEAR
        later = match.has("following") and (whole or month <= told.day.month)
        earlier = match.has("previous") and (whole or month >= told.day.month)
        return told.day.year + later - earlier, told.ground
    known = _known_year(fields, match.tokens.word(match.last), context)
    if known is not None:
        return known, Ground(Basis.CONTEXT, year_inferred=True)
    if fields.day is not None:
        return context.year_of_day((month, fields.day, fields.weekday), direction_of(match), tokens)
    delivered = match.tokens.word(match.last) in listed("delivered")
    return context.year_of_month(month, Direction.THIS_OR_NEXT if delivered else direction_of(match), tokens)


def _known_year(fields: Fields, word: str, context: Context) -> int | None:
    """The year of a day that everybody names without it: "the Sept. 11 attacks", told since."""
    for known in load_lexicon("times/rules")["known"]:
        if (fields.month, fields.day) == (known["month"], known["day"]) and word in known["words"]:
            published = context.published
            return known["year"] if published is None or published.day.year >= known["year"] else None
    return None


def _yearless(fields: Fields) -> Meaning:
    """A date without a year, as TIMEX3 writes it; impossible days keep their words only."""
    return undated(f"XXXX{_month_and_day(fields)}")


def _month_and_day(fields: Fields) -> str:
    """The end of a value: "-03-15", "-03" or nothing."""
    told = fields.month is not None and fields.day is not None and 1 <= fields.day <= LAST_DAY
    parts = (fields.month, fields.day if told else None)
    return "".join(f"-{part:02d}" for part in parts if part is not None)


def _placed(fields: Fields, ground: Ground, match: Match) -> Meaning:
    """Fields with a year and a month in the calendar, if the calendar has such a day."""
    year, month = fields.year or 0, fields.month or 0
    try:
        period = periods.month(year, month) if fields.day is None else periods.day(year, month, fields.day)
    except (ValueError, OverflowError):
        return undated(f"{year:04d}{_month_and_day(fields)}", NO_SUCH_DAY)
    return dated(period, ground) if fields.day is None else timed(match, period, ground)


def _year_or_weekday(fields: Fields, match: Match, context: Context) -> Meaning | None:
    """Fields without a month: one end of a range of years or of weekdays."""
    if fields.weekday is not None:
        return weekday(match, context)
    number = fields.year
    return dated(periods.year(number)) if number is not None and periods.is_year(number) else None


def iso(match: Match, _context: Context) -> Meaning | None:
    """Reads "2023-07-26", "2023-07-26T03:00:00Z"."""
    word = str(match.value("iso"))
    written = re.search(r"[T ](\d\d:\d\d(?::\d\d)?)", word)
    clock = written[1] if written and written[1] < "24:01" and written[1][3] < "6" else clock_of(match)
    zone = "Z" if word.endswith("Z") else zone_of(match)
    try:
        day = periods.day(int(word[:4]), int(word[5:7]), int(word[8:10]))
    except ValueError:
        return undated(word[:10], NO_SUCH_DAY)
    return dated(day, clock=clock, zone=zone if clock else "")


def numeric(match: Match, context: Context) -> Meaning | None:
    """Reads "3/14/2024", "14.03.2024".

    With dots the day comes first. Else the month does where it can, unless the text writes another of
    its dates the other way round. Where nothing tells, the value reads the month first, as American
    newsrooms write, and both days are kept.
    """
    word = str(match.value("numeric"))
    first, second, written = re.split(r"[/.-]", word)
    year, month, day = full_year(written), int(first), int(second)
    if "." in word and len(written) == SHORT_YEAR:
        return None  # a version, a section
    open_to_doubt = month != day and max(month, day) <= periods.MONTHS_IN_YEAR and "." not in word
    if "." in word or month > periods.MONTHS_IN_YEAR or (open_to_doubt and context.day_first):
        month, day = day, month
    try:
        meaning = timed(match, periods.day(year, month, day), WRITTEN)
    except ValueError:
        return undated(f"{year:04d}-{month:02d}-{day:02d}", NO_SUCH_DAY)
    if open_to_doubt and context.day_first is None:
        return replace(meaning, other=periods.day(year, day, month))
    return meaning


def tells_day_first(match: Match) -> bool | None:
    """Whether a numeric date writes the day before the month; None where it could be either."""
    first, second = map(int, re.split(r"[/.-]", str(match.value("numeric")))[:2])
    if first > periods.MONTHS_IN_YEAR >= second:
        return True
    return False if second > periods.MONTHS_IN_YEAR >= first else None


def weekday_in_figures(match: Match, context: Context) -> Meaning | None:
    """Reads "Wed 19/6", "Tues 11/5": of the two orders the one that falls on that weekday, the nearest."""
    figures = [
        match.tokens.values[i] for i in range(match.first, match.last) if match.tokens.kinds[i] == "day"
    ]
    weekday, base = match.number("weekday", "shortweekday"), context.published
    if base is None or weekday is None:
        return undated(UNKNOWN_DAY)
    days = [
        day
        for year in range(base.day.year - 1, base.day.year + 2)
        for month, number in (figures[:2], figures[1::-1])
        if (day := _weekday_on(weekday, year, month, number)) is not None
    ]
    if not days:
        return undated(UNKNOWN_DAY, NO_SUCH_DAY)
    nearest = min(days, key=lambda day: abs((day.first - base.day).days))
    return timed(match, nearest, base.ground)


def _weekday_on(weekday: int, year: int, month: Value, number: Value) -> Period | None:
    """The day, if the calendar has it and it falls on that weekday."""
    try:
        day = periods.day(year, int(month or 0), int(number or 0))
    except ValueError:
        return None
    return day if day.first.isoweekday() == weekday else None


def day_of_pointed_year(match: Match, context: Context) -> Meaning | None:
    """Reads "June 3 last year"."""
    month = month_of_pointed_year(match, context)
    day = _day_number(match)
    if month is None or month.period is None or day is None:
        return month
    return _placed(replace(fields_of(match), year=month.period.year), month.ground, match)


def month_of_pointed_year(match: Match, context: Context) -> Meaning | None:
    """Reads "June last year"."""
    if context.before_christ is not None and match.has(*SPOKEN_OF):
        year = in_era(context.before_christ, STEPS[direction_of(match)])
        return undated(f"{year}{_month_and_day(fields_of(match))}", NO_SUCH_YEAR)
    base = context.spoken_of if match.has(*SPOKEN_OF) else context.published
    month = match.number("month", "shortmonth") or 1
    if base is None:
        return undated(f"XXXX-{month:02d}")
    return dated(periods.month(base.day.year + STEPS[direction_of(match)], month), base.ground)


def weekday(match: Match, context: Context) -> Meaning | None:
    """Reads "Wednesday", "early last Friday", "3 a.m. Tuesday", "Thursday night"."""
    number = match.number("weekday", "shortweekday")
    if number is None:
        return None
    clock = clock_of(match)
    tokens = (match.first, match.last)
    told = match.has(*SPOKEN_OF) or _is_the_day(match)
    found = context.weekday(number, direction_of(match), tokens, spoken_of=told)
    if found is None:
        return untold(f"XXXX-WXX-{number}", clock)
    return timed(match, periods.day_of(found[0]), found[1])


def _is_the_day(match: Match) -> bool:
    """Whether a weekday is one of the days just told: "set out on Saturday and was missed on the Monday"."""
    tokens, last = match.tokens, match.last
    alone = last - match.first == 1 and (
        last >= len(tokens) or tokens.kinds[last] in {"stop", "comma", "break"}
    )
    return alone and [tokens.word(match.first - 2), tokens.word(match.first - 1)] == ["on", "the"]


def part_of_weekday(match: Match, context: Context) -> Meaning | None:
    """Reads "the night of Sunday", "the early hours of yesterday"."""
    return dayword(match, context) if match.has("dayword") else weekday(match, context)


def day_of_month(match: Match, context: Context) -> Meaning | None:
    """Reads "on the 14th": of the month told last, else of the month that the tense makes it.

    With a weekday ("Friday the 13th") it is the nearest such day that falls on it.
    """
    number = match.number("dayordinal") or 0
    told = context.last_period
    base = context.told if told and told.unit in {Unit.DAY, Unit.MONTH} else context.published
    if base is None or not 1 <= number <= LAST_DAY:
        return undated(UNKNOWN_DAY, NO_BASE if base is None else NO_SUCH_DAY)
    months = [periods.shift(periods.containing(Unit.MONTH, base.day), steps) for steps in _nearest_first(12)]
    if match.has("weekday"):
        return _on_weekday(number, match.number("weekday") or 0, months, base.ground)
    clock = clock_of(match)
    tense = context.tense(match.first, match.last)
    if context.published and tense.past and base.day > context.published.day:
        base = context.published  # "was arrested on the 3rd", after what is to come was told
    month = periods.containing(Unit.MONTH, base.day)
    if base.ground.basis is Basis.PUBLICATION:
        month = periods.shift(
            month, (number < base.day.day) * tense.future - (number > base.day.day) * tense.past
        )
    return _day_in(month, number, base.ground, clock)


def _nearest_first(most: int) -> list[int]:
    """0, -1, 1, -2, 2 and so on."""
    return sorted(range(-most, most + 1), key=lambda steps: (abs(steps), steps))


def _on_weekday(number: int, weekday: int, months: list[Period], ground: Ground) -> Meaning:
    for month in months:
        if number <= month.last.day and month.first.replace(day=number).isoweekday() == weekday:
            return _day_in(month, number, ground)
    return undated(UNKNOWN_DAY, NO_SUCH_DAY)


def _day_in(month: Period, number: int, ground: Ground, clock: str | None = None) -> Meaning:
    """A day of a month by its number, and perhaps a time on it."""
    if not 1 <= number <= month.last.day:
        return undated(f"{month.timex}-{number:02d}", NO_SUCH_DAY)
    return dated(periods.day_of(month.first.replace(day=number)), ground, clock=clock)


def day_of_pointed_month(match: Match, context: Context) -> Meaning | None:
    """Reads "the 14th of this month", "the 3rd of the month"."""
    pointing = match.has("this", "last", "next")
    base = context.published if pointing else context.spoken_of
    if base is None:
        return undated(UNKNOWN_DAY)
    month = periods.shift(periods.containing(Unit.MONTH, base.day), STEPS[direction_of(match)])
    return _day_in(month, match.number("dayordinal") or 0, base.ground)


def weekday_ago(match: Match, context: Context) -> Meaning | None:
    """Reads "a week ago Monday": so many weeks before the last one."""
    number, weeks, base = match.number("weekday"), amount_of(match), context.published
    if number is None or weeks is None or base is None:
        return undated(f"XXXX-WXX-{number}")
    last = (base.day.isoweekday() - number) % periods.DAYS_IN_WEEK
    days = last + periods.DAYS_IN_WEEK * round(weeks)
    return dated(periods.day_of(base.day - timedelta(days)), base.ground)


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
    return repeated(f"XXXX-WXX-{match.value('weekdays', 'weekday')}")


def year(match: Match, _context: Context) -> Meaning | None:
    """Reads "2012", "about 2012", "late 2006", "the year 2000"."""
    number = match.number("year", "shortyear") or 0
    return dated(periods.year(number), approximate=match.has("about"))


LEAST_CENTURY, MOST_CENTURY = 13, 21
"""Hundreds that years are told in words by: "thirteen hundred" to "twenty forty"."""


def year_in_words(match: Match, _context: Context) -> Meaning | None:
    """Reads "nineteen eighty-four", "eighteen hundred", "two thousand and eight"."""
    values = [
        value
        for index in range(match.first, match.last)
        if isinstance(value := match.tokens.values[index], int)
    ]
    first, *rest = values
    if rest[0] in {100, 1000}:
        number = first * rest[0] + sum(rest[1:])
        told = LEAST_CENTURY <= first < MOST_CENTURY if rest[0] == 100 else first == 2  # noqa: PLR2004
    else:
        number = 100 * first + sum(rest)
        tens_and_ones = len(rest) == 1 or (rest[0] >= 20 and rest[1] < 10)  # noqa: PLR2004 (eighty-four)
        told = LEAST_CENTURY <= first <= MOST_CENTURY - 1 and rest[0] >= 10 and tens_and_ones  # noqa: PLR2004
    return dated(periods.year(number)) if told else None


def era(match: Match, _context: Context) -> Meaning | None:
    """Reads "347 AD", "44 BC", "September 490 BC": before the year 1 there is no day to tell."""
    mark = match.find("before_christ", "anno_domini", "unit") or match.first
    before = match.has("before_christ") or mark == match.last - 1
    written = match.tokens.values[mark - 1 if before else mark + 1]
    if not isinstance(written, (int, float)) or not float(written).is_integer():
        return None
    number = int(written)
    if match.has("before_christ") and (code := match.value("season", "fall")):
        return undated(f"{year_before_christ(number)}-{code}", NO_SUCH_YEAR)
    month, day = match.number("month", "shortmonth"), match.part(match.first, mark - before)
    fields = Fields(year=number, month=month, day=_day_number(day) if day.first < day.last else None)
    if match.has("before_christ"):
        return undated(f"{year_before_christ(number)}{_month_and_day(fields)}", NO_SUCH_YEAR)
    if month is not None:
        return _placed(fields, WRITTEN, match)
    return year_of_era(number, before_christ=False, approximate=match.has("about"))


def year_before_christ(number: int) -> str:
    """The value of a year before our era: BC0044."""
    return f"{BEFORE_CHRIST}{number:04d}"


def in_era(before_christ: int, later: int) -> str:
    """The value of a year so many years after one before our era; into our own it is not reckoned."""
    number = before_christ - later
    return year_before_christ(number) if number > 0 else "XXXX"


def year_of_era(number: int, *, before_christ: bool, approximate: bool = False) -> Meaning | None:
    """A year with its era."""
    if before_christ:
        return undated(year_before_christ(number), NO_SUCH_YEAR)
    if not periods.is_year(number):
        return undated(str(number), NO_SUCH_YEAR)
    return dated(periods.year(number), approximate=approximate)


def decade(match: Match, _context: Context) -> Meaning | None:
    """Reads "the 1990s", "the late '90s", "the nineties"; the '00s to '20s are of our century."""
    if match.has("before_christ"):
        return decade_before_christ(match)
    word = match.number("decadeword")
    digits = re.sub(r"\D", "", str(match.value("decade")))
    first = word if word is not None else int(digits)
    if first < 100:  # noqa: PLR2004 (two digits)
        first += 2000 if first < 30 and word is None else 1900  # noqa: PLR2004 (the '20s are ours)
    return dated(_ten_or_hundred(first))


def decade_before_christ(match: Match) -> Meaning:
    """Reads "the late 230s BC"."""
    digits = re.sub(r"\D", "", str(match.value("decade")))
    return undated(f"{BEFORE_CHRIST}{digits[:-1]:>03}", NO_SUCH_YEAR)


def _ten_or_hundred(first: int) -> Period:
    """What "the 1800s" are: a century, more often than ten years; from 2000 on ten years."""
    return periods.decade(first) if first >= 2000 or first % 100 else periods.century(first // 100 + 1)  # noqa: PLR2004 (see above)


def century(match: Match, _context: Context) -> Meaning | None:
    """Reads "the 19th century"."""
    number = match.number("dayordinal", "ordinalword")
    if number is None or not 1 <= number <= 99:  # noqa: PLR2004 (years have four digits)
        return None
    if match.has("before_christ"):
        return undated(f"{BEFORE_CHRIST}{number - 1:02d}", NO_SUCH_YEAR)
    return dated(periods.century(number))
