"""The table of how words become a `When` (published 2024-03-14), and the forms of single periods."""

from __future__ import annotations

from datetime import date

import pytest

from eventgraph.model import DayPair, When
from eventgraph.times import edtf, find_times, periods
from eventgraph.times.edtf import Ground, when_of
from eventgraph.times.periods import Unit
from eventgraph.vocabulary import Basis, Precision

PUBLISHED = date(2024, 3, 14)


def widest(text: str, published: date | None = PUBLISHED) -> When | None:
    """What the longest expression of a text denotes."""
    return max(find_times(text, published), key=lambda mention: mention.end - mention.start).when


def days(first: str, last: str) -> DayPair:
    """A pair of days; "" is open."""
    return (date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


TUESDAY = days("2024-03-12", "2024-03-12")
JULY = days("2023-07-01", "2023-07-31")
MAY = days("2023-05-01", "2023-05-31")
OPEN = days("", "")


@pytest.mark.parametrize(
    ("text", "begin", "end", "form"),
    [
        ("He was held on Tuesday.", TUESDAY, TUESDAY, "2024-03-12"),
        ("He was held in July 2023.", JULY, JULY, "2023-07"),
        (
            "It ran from Nov. 1 to Dec. 7.",
            days("2023-11-01", "2023-11-01"),
            days("2023-12-07", "2023-12-07"),
            "2023-11-01/2023-12-07",
        ),
        ("He was held since May.", MAY, OPEN, "2023-05/.."),
        ("Pay by 24 January.", days("", "2024-01-24"), days("", "2024-01-24"), "[..2024-01-24]"),
        ("He is held until Friday.", OPEN, days("2024-03-15", "2024-03-15"), "../2024-03-15"),
        ("It was built before 2012.", days("", "2011-12-31"), days("", "2011-12-31"), "[..2011]"),
        (
            "It was built about 2012.",
            days("2012-01-01", "2012-12-31"),
            days("2012-01-01", "2012-12-31"),
            "2012~",
        ),
    ],
)
def test_words_to_when(text: str, begin: DayPair, end: DayPair, form: str) -> None:
    """Bounds and EDTF are those of the table."""
    when = widest(text)
    assert when is not None
    assert (when.begin, when.end, when.edtf) == (begin, end, form)


def test_happenings_during_a_range() -> None:
    """One of the arrests during an operation fell on some day of it."""
    when = widest("It ran from Nov. 1 to Dec. 7.")
    assert when is not None
    one = edtf.within(when)
    assert one.begin == one.end == days("2023-11-01", "2023-12-07")
    assert one.edtf == "[2023-11-01..2023-12-07]"


def test_sum_up_to_now() -> None:
    """What was counted since January stood so on the day it was said."""
    when = widest("30 people were held since January.")
    assert when is not None
    total = edtf.up_to(when, PUBLISHED)
    assert (total.begin, total.end) == (days("2024-01-01", "2024-01-31"), days("2024-03-14", "2024-03-14"))
    assert total.edtf == "2024-01/2024-03-14"


def test_year_inferred() -> None:
    """A year that nobody wrote carries a question mark."""
    when = find_times("It began on Nov. 1. In 2012, a record was set.")[0].when
    assert when is not None
    assert when.begin == when.end == days("2012-11-01", "2012-11-01")
    assert (when.edtf, when.basis) == ("2012?-11-01", Basis.CONTEXT)


def test_undatable() -> None:
    """With nothing known, words stay undated and keep their span."""
    (mention,) = find_times("It was taken 11 years ago.")
    assert mention.when is None
    assert (mention.start, mention.end) == (13, 25)


def test_about_widens_nothing() -> None:
    """An approximate date says so, keeps its bounds and its precision."""
    when = widest("It was built about 2012.")
    assert when is not None
    assert when.approximate
    assert when.precision is Precision.YEAR


@pytest.mark.parametrize(
    ("period", "form"),
    [
        (periods.day(2024, 3, 12), "2024-03-12"),
        (periods.month(2024, 3), "2024-03"),
        (periods.quarter(2024, 1), "2024-33"),
        (periods.quarter(2024, 4), "2024-36"),
        (periods.season(2024, "SP"), "2024-21"),
        (periods.season(2024, "WI"), "2024-24"),
        (periods.half(2024, 2), "[2024-07-01..2024-12-31]"),
        (periods.year(347), "0347"),
        (periods.decade(1990), "199X"),
        (periods.century(19), "18XX"),
        (periods.containing(Unit.WEEK, PUBLISHED), "[2024-03-11..2024-03-17]"),
        (periods.containing(Unit.WEEKEND, PUBLISHED), "[2024-03-16..2024-03-17]"),
    ],
)
def test_forms_of_periods(period: periods.Period, form: str) -> None:
    """A happening within a period has the period's EDTF, and begins and ends on some day of it."""
    when = when_of(period)
    assert when.edtf == form
    assert when.begin == when.end == (period.first, period.last)
    assert when.precision is period.precision


def test_range_of_weeks_runs_from_outer_day_to_outer_day() -> None:
    """The ends of a range that EDTF has no form for are written as days."""
    first = when_of(periods.containing(Unit.WEEK, date(2024, 3, 1)))
    last = when_of(periods.containing(Unit.WEEK, PUBLISHED))
    assert edtf.from_to(first, last).edtf == "2024-02-26/2024-03-17"
    assert edtf.since(first).edtf == "2024-02-26/.."
    assert edtf.by(last).edtf == "[..2024-03-17]"


def test_range_rests_on_its_weaker_end() -> None:
    """A range with one end reckoned from publication says so."""
    publication = when_of(periods.day(2024, 1, 5), Ground(Basis.PUBLICATION))
    assert edtf.from_to(when_of(periods.day(2024, 1, 1)), publication).basis is Basis.PUBLICATION


def test_edge_of_the_calendar() -> None:
    """There is no year before the first."""
    first = periods.year(1)
    with pytest.raises(ValueError, match="year"):
        edtf.before(when_of(first), first)
