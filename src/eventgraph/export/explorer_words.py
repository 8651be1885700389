"""Dates and where they come from, as a person reads them: never finer than the text has it.

"July 2023" stays a month, "by 24 January" a bound, and a year that nobody wrote says so.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from eventgraph.model import DayPair, Document, EventWhen
from eventgraph.vocabulary import Basis, Precision, PublishedBasis

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
QUARTERS = ("first", "second", "third", "fourth")
PARTS_OF_DAY = {
    "TMO": "morning",
    "TMI": "midday",
    "TAF": "afternoon",
    "TEV": "evening",
    "TNI": "night",
    "TDT": "daytime",
}
PUBLISHED_FROM = {
    PublishedBasis.METADATA: "from the file’s metadata",
    PublishedBasis.HEADER: "from the header",
    PublishedBasis.DATELINE: "from the dateline",
    PublishedBasis.BYLINE: "from the byline",
    PublishedBasis.OPTION: "given when the graph was built",
}


def when_in_words(when: EventWhen) -> str:
    """When it happened: "July 2023", "1 Nov to 7 Dec 2012 (year inferred)", "by 24 January 2024"."""
    words = stretch_in_words(when)
    if when.approximate:
        words = f"about {words}"
    if when.clock:
        words = f"{words}, {PARTS_OF_DAY.get(when.clock, when.clock)}"
    return f"{words}{inferred(when)}"


def inferred(when: EventWhen) -> str:
    """What of the date nobody wrote, in brackets, or ""."""
    if when.basis is not Basis.CONTEXT:
        return ""
    return " (year inferred)" if "?" in when.edtf[:6] else " (inferred)"


def stretch_in_words(when: EventWhen) -> str:
    """The stretch of days alone, without approximation, clock or inference."""
    if when.begin == when.end:
        return within_in_words(when)
    if when.end == (None, None):
        return f"since {period(when.begin, when.precision)}"
    if when.begin == (None, None):
        return f"until {period(when.end, when.precision)}"
    return between(when.begin, when.end)


def within_in_words(when: EventWhen) -> str:
    """A happening somewhere within one stretch of days."""
    first, last = when.begin
    if first and last:
        return season(when) or period(when.begin, when.precision)
    if last:
        return f"by {coarse_end(when.edtf, last)}"
    return f"on or after {day(first)}" if first else when.text


def period(days: DayPair, precision: Precision = Precision.INTERVAL) -> str:
    """The name of a stretch of days: a day, week, month, quarter, year, decade, century, else both ends."""
    first, last = days
    if not (first and last):
        return day(first or last)
    if first == last:
        return day(first)
    if (first.day, last.day) == (1, monthrange(last.year, last.month)[1]):
        return whole_months(first, last, precision)
    if precision is Precision.WEEK:
        return f"the week of {day(first)}"
    return f"between {day(first, last)} and {day(last, short=True)}"


def whole_months(first: date, last: date, precision: Precision) -> str:
    """The name of a stretch of whole months."""
    years = last.year - first.year + 1
    if (first.month, last.month) == (1, 12):
        if years == 1:
            return str(first.year)
        if precision is Precision.DECADE:
            return f"the {first.year}s"
        if precision is Precision.CENTURY:
            return (
                f"the {ordinal(last.year // 100 if last.year % 100 == 0 else last.year // 100 + 1)} century"
            )
        return f"{first.year} to {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if precision is Precision.QUARTER and first.month % 3 == 1:
        return f"{QUARTERS[first.month // 3]} quarter of {first.year}"
    start = MONTHS[first.month - 1] + ("" if years == 1 else f" {first.year}")
    return f"{start} to {MONTHS[last.month - 1]} {last.year}"


def season(when: EventWhen) -> str:
    """ "summer 2024" where the EDTF names a season, else ""."""
    year, _, code = when.edtf.strip("~?%").partition("-")
    return f"{SEASONS[code]} {year}" if code in SEASONS else ""


def coarse_end(edtf: str, last: date) -> str:
    """The last day of a bound, no finer than the EDTF has it: "the end of 2011"."""
    bound = edtf.strip("[]~?%").rpartition("..")[2]
    if len(bound) == len("2011"):
        return f"the end of {last.year}"
    if len(bound) == len("2011-05"):
        return f"the end of {MONTHS[last.month - 1]} {last.year}"
    return day(last)


def between(begin: DayPair, end: DayPair) -> str:
    """From one stretch to another, throughout: "1 Nov to 7 Dec 2012", "January to 14 March 2024"."""
    last = end[1] or end[0]
    first = begin[0] or begin[1]
    if begin[0] == begin[1] and end[0] == end[1]:
        return f"{day(first, last)} to {day(last, short=True)}"
    start, finish = period(begin), period(end)
    if first and last and first.year == last.year:
        start = start.removesuffix(f" {first.year}")
    return f"{start} to {finish}"


def day(value: date | None, upto: date | None = None, *, short: bool = False) -> str:
    """ "26 July 2023"; before another day shortened: "1" of the same month, "1 Nov" of the same year."""
    if value is None:
        return "an unknown day"
    month = MONTHS[value.month - 1]
    if upto and (value.year, value.month) == (upto.year, upto.month):
        return str(value.day)
    if upto and value.year == upto.year:
        return f"{value.day} {month[:3]}"
    return f"{value.day} {month[:3] if short or upto else month} {value.year}"


def ordinal(number: int) -> str:
    """ "1st", "22nd", "13th"."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def basis_in_words(when: EventWhen, document: Document, anchor_text: str = "") -> str:
    """What the date rests on; ``document`` is the one its words stand in, ``anchor_text`` those it is from."""
    if when.basis is Basis.EXPLICIT:
        return "written out in the text"
    if when.basis is Basis.PUBLICATION:
        published = f", {day(document.published)}" if document.published else ""
        return f"reckoned from the publication date{published}"
    if when.basis is Basis.MENTION:
        return f"reckoned from “{anchor_text}”" if anchor_text else "reckoned from another date in the text"
    return "inferred from the context" + (": nobody wrote the year" if "year" in inferred(when) else "")


def published_in_words(document: Document) -> str:
    """When a document was published and where that was found, or that nobody knows."""
    if document.published is None:
        return "publication date unknown"
    found = PUBLISHED_FROM.get(document.published_basis, "")
    return f"published {day(document.published)}" + (f" ({found})" if found else "")
