"""Where dates are put: as finely as they are known, and never finer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from eventgraph.export.axis import Lacking, Unit, days, lacking, lacking_in_words, stretch, unit
from eventgraph.model import DayPair
from samples import TUESDAY

JULY = (date(2023, 7, 1), date(2023, 7, 31))


def pair(first: tuple[int, int, int] | None, last: tuple[int, int, int] | None = None) -> DayPair:
    """Days of a date, the last the first where it is not given."""
    last = last or first
    return (date(*first) if first else None, date(*last) if last else None)


@pytest.mark.parametrize(
    ("days_of", "expected"),
    [
        (pair((2023, 7, 5)), Unit(2023, 7, 5)),
        (JULY, Unit(2023, 7)),
        (pair((2023, 7, 3), (2023, 7, 9)), Unit(2023, 7)),
        (pair((2023, 7, 31), (2023, 8, 6)), Unit(2023)),
        (pair((2023, 12, 30), (2024, 1, 2)), None),
        ((None, date(2023, 7, 5)), None),
        ((None, None), None),
    ],
)
def test_the_finest_unit_that_holds_all_days(days_of: DayPair, expected: Unit | None) -> None:
    """A week is in its month, or in its year where it begins in another month."""
    assert unit(days_of) == expected


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        (JULY, JULY, (Unit(2023, 7), None)),
        (pair((2023, 1, 1), (2023, 12, 31)), None, (Unit(2023), None)),
        (pair((2023, 1, 1), (2023, 3, 31)), None, (Unit(2023, 1), Unit(2023, 3))),
        (pair((1990, 1, 1), (1999, 12, 31)), None, (Unit(1990), Unit(1999))),
        (pair((2023, 7, 31), (2023, 8, 6)), None, (Unit(2023, 7), Unit(2023, 8))),
        (pair((2023, 11, 1)), pair((2023, 12, 7)), (Unit(2023, 11, 1), Unit(2023, 12, 7))),
        (pair((2023, 5, 1), (2023, 5, 31)), (None, None), (Unit(2023, 5), None)),
        (pair((2023, 5, 3)), pair((2023, 1, 1), (2023, 12, 31)), (Unit(2023, 5, 3), None)),
        ((None, date(2024, 1, 24)), None, Lacking.OPEN),
        ((None, None), pair((2024, 3, 15)), Lacking.OPEN),
        (pair((1990, 1, 1), (1999, 12, 31)), (None, None), Lacking.COARSE),
    ],
)
def test_from_which_unit_to_which(begin: DayPair, end: DayPair | None, expected: object) -> None:
    """Months and years stay what they are; a bound has no place, an open end is no end."""
    assert stretch(replace(TUESDAY, begin=begin, end=begin if end is None else end)) == expected


@pytest.mark.parametrize(
    ("begin", "end", "about", "expected"),
    [
        (pair((2024, 3, 12)), None, False, (date(2024, 3, 12), date(2024, 3, 12))),
        (pair((2023, 11, 1)), pair((2023, 12, 7)), False, (date(2023, 11, 1), date(2023, 12, 7))),
        (pair((2024, 3, 12)), None, True, Lacking.COARSE),
        (JULY, None, False, Lacking.COARSE),
        (pair((2024, 3, 12)), JULY, False, Lacking.COARSE),
        (pair((2024, 3, 12)), (None, None), False, Lacking.OPEN),
    ],
)
def test_known_to_the_day(begin: DayPair, end: DayPair | None, about: bool, expected: object) -> None:  # noqa: FBT001
    """A calendar takes a date of which both ends are single days; "about 12 March" is none."""
    assert days(replace(TUESDAY, begin=begin, end=end or begin, approximate=about)) == expected


def test_what_has_no_place_is_counted() -> None:
    """The counts in words, in one order whatever order they were found in."""
    counts = lacking([Lacking.COARSE, (1, 2), Lacking.UNDATED, Lacking.COARSE])
    assert lacking_in_words(counts, "day") == "Left out: 1 undated, 2 known less finely than to the day."
    assert lacking_in_words({}, "day") == ""
    assert stretch(None) is days(None) is Lacking.UNDATED
