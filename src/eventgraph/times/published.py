"""The day a document was published: from its source, else from its header, dateline or byline.

The words that told it are the anchor of every date reckoned from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from eventgraph.model import Document, Span
from eventgraph.text.front import Front, FrontKind
from eventgraph.times.find import find_times
from eventgraph.vocabulary import Basis, Precision, PublishedBasis

SOURCES = {
    FrontKind.HEADER: PublishedBasis.HEADER,
    FrontKind.DATELINE: PublishedBasis.DATELINE,
    FrontKind.BYLINE: PublishedBasis.BYLINE,
}
"""The fronts that tell the day of publication, the most trusted first."""
YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class _Told:
    """A day of publication that the text tells, and where it stands (code points, end excluded)."""

    day: date
    basis: PublishedBasis
    words: tuple[int, int]


def date_document(document: Document, fronts: Sequence[Front], fallback: date | None = None) -> Document:
    """The document with its publication date and where that was found.

    A date that it has already stays. A front without a year ("BOSTON, March 14") counts only where
    another front or the dates written out in the text leave one year for it. ``fallback`` is the day
    to take where neither tells one.
    """
    if document.published is not None:
        return document
    told = _told(document.text, fronts)
    if told is not None:
        return replace(document, published=told.day, published_basis=told.basis)
    if fallback is not None:
        return replace(document, published=fallback, published_basis=PublishedBasis.OPTION)
    return document


def published_anchor(document: Document, fronts: Sequence[Front]) -> Span | None:
    """The words that told the publication date of a document; None where they are not in its text."""
    if document.published_basis not in SOURCES.values():
        return None
    told = _told(document.text, fronts)
    return None if told is None else Span(document.id, *told.words)


def _told(text: str, fronts: Sequence[Front]) -> _Told | None:
    """The first full date of the most trusted front, else a date that needs its year inferred."""
    dated = [front for kind in SOURCES for front in fronts if front.kind is kind and front.date is not None]
    for front in dated:
        start, end = front.date or (0, 0)
        day = _full_day(text[start:end])
        if day is not None:
            return _Told(day, SOURCES[front.kind], (start, end))
    for front in dated:
        start, end = front.date or (0, 0)
        day = _day_in_its_year(text, text[start:end], fronts)
        if day is not None:
            return _Told(day, SOURCES[front.kind], (start, end))
    return None


def _full_day(words: str) -> date | None:
    """The day that words write out in full."""
    return next(iter(_full_days(words)), None)


def _full_days(words: str) -> list[date]:
    """All days that words write out in full."""
    return [
        time.when.earliest
        for time in find_times(words)
        if time.when
        and time.when.earliest
        and time.when.precision is Precision.DAY
        and time.when.basis is Basis.EXPLICIT
        and not time.parts
    ]


def _day_in_its_year(text: str, words: str, fronts: Sequence[Front]) -> date | None:
    """A day without its year, where all days that the text writes out leave one: its own, and none later."""
    yearless = next((found for time in find_times(words) if (found := YEARLESS.fullmatch(time.value))), None)
    if yearless is None:
        return None
    outside = [
        text[front.date[0] : front.date[1]] for front in fronts if front.date and front.kind not in SOURCES
    ]
    days = [day for other in [*outside, text] for day in _full_days(other)]
    if len({day.year for day in days}) != 1:
        return None
    try:
        published = date(days[0].year, int(yearless[1]), int(yearless[2]))
    except ValueError:
        return None
    return published if published >= max(days) else None
