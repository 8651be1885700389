"""EDTF texts that a person wrote, read: ISO 8601-2 to `When`, in the forms of ``docs/dates.md``.

One date is a day, month, season (21 to 24), quarter (33 to 36), year, decade (``199X``) or century
(``19XX``), with ``?`` behind a year that is inferred and ``~`` at the end where it is about then. ``a/b``
lasted from one to the other, ``[a..b]`` is some day from a to b, ``[a,b]`` the one or the other; ``..`` is
an open end.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from eventgraph.model import When
from eventgraph.times import edtf, periods
from eventgraph.times.edtf import Ground, from_to, when_of
from eventgraph.times.periods import EDTF_QUARTER, EDTF_SEASON, MONTHS_IN_YEAR, SEASONS, Period

DATE = re.compile(
    r"(?P<year>\d{4})(?P<inferred>\??)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<about>~?)|(?P<years>\d{2,3}X{1,2})(?P<around>~?)",
    re.ASCII,
)
"""One date. A decade is three digits and an X, a century two and two."""
LENGTH = 4
QUARTERS = 4
OPEN = ".."


def read_edtf(text: str, ground: Ground = edtf.WRITTEN) -> When:
    """The `When` of an EDTF text, resting on a ground.

    ValueError, saying what is wrong, where the text is no EDTF of these forms, names a day that no
    calendar has, or ends before it begins.
    """
    found = text.strip()
    if found.startswith("[") and found.endswith("]"):
        when = _some_day(found[1:-1], ground)
    elif "/" in found:
        when = _interval(found, ground)
    else:
        when = _date(found, ground)
    if when.earliest and when.latest and when.earliest > when.latest:
        raise ValueError(f"{text} ends before it begins")
    return when


def _date(text: str, ground: Ground) -> When:
    """One date."""
    found = DATE.fullmatch(text)
    if found is None or len(found["years"] or "0000") != LENGTH:
        raise ValueError(
            f"{text or 'an empty text'} is no date as EDTF writes it (2023, 2023-07, 2023-07-14)"
        )
    about = bool(found["about"] or found["around"])
    return when_of(_period(found), replace(ground, year_inferred=bool(found["inferred"])), approximate=about)


def _period(found: re.Match[str]) -> Period:
    """The stretch of days of one date. ValueError where no calendar has it."""
    if found["years"]:
        digits = found["years"].rstrip("X")
        return (
            periods.century(int(digits) + 1)
            if len(digits) == LENGTH // 2
            else periods.decade(int(digits) * 10)
        )
    year = int(found["year"])
    if not found["month"]:
        return periods.year(year)
    month = int(found["month"])
    if found["day"]:
        return periods.day(year, month, int(found["day"]))
    if month <= MONTHS_IN_YEAR:
        return periods.month(year, month)
    if EDTF_SEASON <= month < EDTF_SEASON + len(SEASONS):
        return periods.season(year, SEASONS[month - EDTF_SEASON])
    if EDTF_QUARTER <= month < EDTF_QUARTER + QUARTERS:
        return periods.quarter(year, month - EDTF_QUARTER + 1)
    raise ValueError(f"{found[0]} has a month that no calendar has")


def _interval(text: str, ground: Ground) -> When:
    """Throughout, from the one to the other; one end may be open."""
    first, slash, last = text.partition("/")
    if not slash or "/" in last or first == last == OPEN:
        raise ValueError(f"{text} is no interval as EDTF writes it (2023-07-14/2023-08)")
    if last == OPEN:
        return edtf.since(_date(first, ground))
    if first == OPEN:
        return edtf.until(_date(last, ground))
    return from_to(_date(first, ground), _date(last, ground))


def _some_day(inner: str, ground: Ground) -> When:
    """Some day of a stretch that may be open at one end, or one of two dates."""
    first, between, last = re.match(r"([^,.]*)(,|\.\.|)(.*)", inner).groups()  # type: ignore[union-attr]
    if not between or not (first or last) or (between == "," and not (first and last)):
        raise ValueError(f"[{inner}] is no set of days as EDTF writes it ([2023-07-14..2023-07-20])")
    one = partial(_date, ground=ground)
    if not first:
        return edtf.by(one(last))
    if not last:
        return edtf.not_before(one(first))
    if between == ",":
        return _either(one(first), one(last))
    return edtf.within(from_to(one(first), one(last)))


def _either(first: When, second: When) -> When:
    """The one date or the other."""
    early, late = sorted((first, second), key=lambda when: (when.begin[0], when.end[1]))
    bounds = (early.begin[0], late.end[1])
    both = from_to(early, late)
    return replace(both, begin=bounds, end=bounds, edtf=f"[{early.edtf},{late.edtf}]")
