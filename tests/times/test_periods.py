"""The calendar: bounds of periods, steps between them, movable feasts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.times import periods
from eventgraph.times.periods import Period, Unit, containing, shift

UNITS = st.sampled_from([unit for unit in Unit if unit is not Unit.STRETCH])
DAYS = st.dates(min_value=date(200, 1, 1), max_value=date(9700, 12, 31))


@given(UNITS, DAYS)
def test_a_day_lies_in_its_period(unit: Unit, day: date) -> None:
    """The period of a day contains it; a weekend is that of its week."""
    period = containing(unit, day)
    if unit is Unit.WEEKEND:
        assert (period.first.isoweekday(), period.last.isoweekday()) == (6, 7)
    else:
        assert period.first <= day <= period.last


@given(UNITS, DAYS, st.integers(-50, 50))
def test_steps_there_and_back(unit: Unit, day: date, steps: int) -> None:
    """So many steps forth and as many back end where they began."""
    period = containing(unit, day)
    try:
        moved = shift(period, steps)
        returned = shift(moved, -steps)
    except ValueError:
        return
    assert returned == period


@given(UNITS, DAYS)
def test_neighbours_touch(unit: Unit, day: date) -> None:
    """The next period begins after the last day of this one; without a gap, weekends apart."""
    period = containing(unit, day)
    gap = (shift(period, 1).first - period.last).days
    assert gap == (6 if unit is Unit.WEEKEND else 1)


@pytest.mark.parametrize(
    ("period", "timex"),
    [
        (periods.day(2024, 2, 29), "2024-02-29"),
        (periods.month(2024, 2), "2024-02"),
        (periods.quarter(2024, 3), "2024-Q3"),
        (periods.half(2024, 1), "2024-H1"),
        (periods.season(2024, "WI"), "2024-WI"),
        (periods.year(420), "0420"),
        (periods.decade(1990), "199"),
        (periods.century(20), "19"),
        (containing(Unit.WEEK, date(2020, 12, 31)), "2020-W53"),
        (containing(Unit.WEEKEND, date(2024, 3, 14)), "2024-W11-WE"),
    ],
)
def test_timex(period: Period, timex: str) -> None:
    """Each unit has its form in TIMEX3."""
    assert period.timex == timex


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2000, "2000-04-23"),
        (2008, "2008-03-23"),
        (2012, "2012-04-08"),
        (2019, "2019-04-21"),
        (2024, "2024-03-31"),
    ],
)
def test_easter(year: int, expected: str) -> None:
    """Easter Sundays as the almanac has them."""
    assert periods.easter(year).isoformat() == expected


@pytest.mark.parametrize(
    ("year", "month", "weekday", "nth", "expected"),
    [
        (2023, 11, 4, 4, "2023-11-23"),
        (2024, 5, 1, -1, "2024-05-27"),
        (2024, 9, 1, 1, "2024-09-02"),
        (2024, 1, 1, 3, "2024-01-15"),
    ],
)
def test_nth_weekday(year: int, month: int, weekday: int, nth: int, expected: str) -> None:
    """Thanksgiving, Memorial Day, Labor Day, Martin Luther King Day."""
    assert periods.nth_weekday(year, month, weekday, nth).isoformat() == expected


def test_winter_reaches_into_the_next_year() -> None:
    """A winter begins in the December of its year; January is of the winter before."""
    assert periods.season(2023, "WI").last == date(2024, 2, 29)
    assert containing(Unit.SEASON, date(2024, 1, 15)) == periods.season(2023, "WI")


@pytest.mark.parametrize(
    ("period", "steps"), [(periods.year(1), -1), (periods.year(9999), 1), (periods.day(1, 1, 1), -1)]
)
def test_edges_of_the_calendar(period: Period, steps: int) -> None:
    """Steps out of the years 1 to 9999 are refused."""
    with pytest.raises(ValueError, match=r"year|calendar"):
        shift(period, steps)


def test_impossible_day() -> None:
    """There is no 30 February."""
    with pytest.raises(ValueError, match="day"):
        periods.day(2023, 2, 30)
