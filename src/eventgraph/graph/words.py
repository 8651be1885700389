"""Dates, bases and numbers of a graph in words, the same in every output."""

from __future__ import annotations

import calendar
import re
from datetime import date
from decimal import Decimal

from eventgraph.lexicon import load_lexicon
from eventgraph.model import DayPair, Document, EventQuantity, EventWhen
from eventgraph.vocabulary import Basis, Precision, PublishedBasis

PARTS_OF_DAY = {
    "TMO": "morning",
    "TMI": "midday",
    "TAF": "afternoon",
    "TEV": "evening",
    "TNI": "night",
    "TDT": "daytime",
}
"""TIMEX3's parts of the day."""

SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
"""The season codes of ISO 8601-2."""

UNSEEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)
"""Controls, marks of direction and odd line ends: they would show nothing, or disorder what stands beside."""

PUBLISHED_BASES = {
    PublishedBasis.METADATA: "from the file's own data",
    PublishedBasis.HEADER: "from a header of the text",
    PublishedBasis.DATELINE: "from the dateline",
    PublishedBasis.BYLINE: "from the byline",
    PublishedBasis.OPTION: "given when the graph was built",
    PublishedBasis.UNKNOWN: "unknown",
}


def visible(text: str) -> str:
    """The text with its unseen characters written out, as in ``[U+202E]``."""
    return UNSEEN.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)


def plural(number: int, one: str, many: str = "") -> str:
    """The noun for so many: "event" for one, "events" for none or several; ``many`` if not with an s."""
    return one if number == 1 else many or f"{one}s"


def readable(word: str) -> str:
    """A word of the model as people write it: "part of"."""
    return word.replace("_", " ")


def day_in_words(day: date) -> str:
    """A day as "26 July 2023"."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def when_in_words(when: EventWhen | None) -> str:
    """A date as people read it, no finer than its source: "July 2023", "since May 2023", "undated"."""
    if when is None:
        return "undated"
    words = _bounds_in_words(when)
    if when.approximate:
        words = f"about {words}"
    if when.clock:
        words += f", {PARTS_OF_DAY.get(when.clock, when.clock)}"
    if "?" in when.edtf:
        return f"{words} (year inferred)"
    return f"{words} (inferred)" if when.basis is Basis.CONTEXT else words


def basis_in_words(when: EventWhen, document: Document | None) -> str:
    """What a date rests on; ``document`` is the one that its words stand in."""
    if when.basis is Basis.EXPLICIT:
        return "written out in the text"
    if when.basis is Basis.MENTION:
        return "reckoned from another date in the text"
    if when.basis is Basis.CONTEXT:
        return "in part inferred from the rest of the text"
    if when.basis is Basis.DECISION:
        return "fixed by a person"
    if document is None or document.published is None:
        return "reckoned from the publication date"
    return f"reckoned from the publication date, {day_in_words(document.published)}"


def published_in_words(document: Document) -> str:
    """When a document was published and how that is known."""
    if document.published is None:
        return "publication date unknown"
    return f"published {day_in_words(document.published)}, {PUBLISHED_BASES[document.published_basis]}"


def quantity_in_words(quantity: EventQuantity) -> str:
    """A number with what it counts, on one line: "at least 50 people", "40 kg of cocaine"."""
    text, what = " ".join(quantity.text.split()), " ".join(quantity.what.split())
    noun = what.casefold()
    if not what or noun in text.casefold() or noun in load_lexicon("link")["descriptions"]["pronouns"]:
        return text
    return f"{text} of {what}" if _takes_of(quantity, text) else f"{text} {what}"


def _takes_of(quantity: EventQuantity, text: str) -> bool:
    """Whether "of" stands between a number and what it counts: behind a measure, "dozens", "a number"."""
    measured = quantity.unit not in {"", "people"} and quantity.unit.casefold() in text.casefold()
    last = text.casefold().split()[-1]
    loose = last.endswith("s") and last in load_lexicon("quantities")["loose"]["words"]
    return measured or loose or quantity.qualifier == "undisclosed"


def plain_number(number: Decimal) -> str:
    """A decimal in plain digits: no exponent, no zeros after the last digit that counts.

    >>> plain_number(Decimal("12.50")), plain_number(Decimal("1E+3")), plain_number(Decimal("-0.0"))
    ('12.5', '1000', '0')
    """
    text = f"{number:f}" if number else "0"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _bounds_in_words(when: EventWhen) -> str:
    begin, end = when.begin, when.end
    if begin == end:
        return _within(begin, when)
    if begin[0] is None and end[1] is None and begin[1] and end[0]:
        return _held_in_words(begin[1], end[0])
    if end == (None, None):
        return f"since {_pair_in_words(begin)}"
    if begin == (None, None):
        return f"until {_pair_in_words(end)}"
    return f"{_pair_in_words(begin)} to {_pair_in_words(end)}"


def _held_in_words(begun: date, lasting: date) -> str:
    """What is so on a day, in a stretch or from one day to another, and may be before and after."""
    if lasting <= begun:
        return f"as of {_pair_in_words((lasting, begun))}"
    return f"as of {day_in_words(begun)} to {day_in_words(lasting)}"


def _within(pair: DayPair, when: EventWhen) -> str:
    """A happening somewhere within one stretch of days."""
    first, last = pair
    if first is None or last is None:
        return f"by {day_in_words(last)}" if last else f"after {day_in_words(first)}" if first else "undated"
    if when.precision is Precision.SEASON:
        return _season_in_words(when, first)
    if when.precision is Precision.DECADE:
        return f"the {first.year // 10 * 10}s"
    if when.precision is Precision.CENTURY:
        return f"the {ordinal((first.year - 1) // 100 + 1)} century"
    if when.precision is Precision.WEEK:
        return f"week of {day_in_words(first)}"
    if "," in when.edtf:
        return f"{day_in_words(first)} or {day_in_words(last)}"
    if when.precision is Precision.INTERVAL and first != last:
        return f"between {_pair_in_words((first, first))} and {_pair_in_words((last, last))}"
    return _pair_in_words(pair)


def _season_in_words(when: EventWhen, first: date) -> str:
    season = SEASONS.get(when.edtf.rstrip("~?%")[-2:])
    return f"{season} {first.year}" if season else _pair_in_words(when.begin)


def _pair_in_words(pair: DayPair) -> str:
    """A stretch of days by the largest unit that it fills: a year, a quarter, a month, a day."""
    first, last = pair
    if first is None or last is None:
        return day_in_words(first or last) if first or last else "an unknown day"  # type: ignore[arg-type]
    if first == last:
        return day_in_words(first)
    whole_months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole_months and first.year == last.year:
        return _months_in_words(first, last)
    if whole_months and (first.month, last.month) == (1, 12):
        return f"{first.year} to {last.year}"
    if first.year == last.year and first.month == last.month:
        return f"{first.day} to {day_in_words(last)}"
    return f"{day_in_words(first)} to {day_in_words(last)}"


def _months_in_words(first: date, last: date) -> str:
    if (first.month, last.month) == (1, 12):
        return str(first.year)
    if first.month == last.month:
        return f"{calendar.month_name[first.month]} {first.year}"
    if last.month - first.month == 2 and first.month % 3 == 1:  # noqa: PLR2004 (a quarter)
        return f"{ordinal(last.month // 3)} quarter of {first.year}"
    return f"{calendar.month_name[first.month]} to {calendar.month_name[last.month]} {first.year}"


def ordinal(number: int) -> str:
    """A number as "1st", "2nd", "11th"."""
    teens = number % 100 in {11, 12, 13}
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
