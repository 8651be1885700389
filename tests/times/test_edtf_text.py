"""EDTF that a person wrote, read back: bounds, precision, and what is no EDTF."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtf_days import outer_days
from eventgraph.times.edtf import Ground, when_of
from eventgraph.times.edtf_text import read_edtf
from eventgraph.times.periods import Unit, containing
from eventgraph.vocabulary import Basis, Precision


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2024-03-12", Precision.DAY),
        ("2023-07", Precision.MONTH),
        ("2024-21", Precision.SEASON),
        ("2024-24", Precision.SEASON),
        ("2024-33", Precision.QUARTER),
        ("2023", Precision.YEAR),
        ("199X", Precision.DECADE),
        ("19XX", Precision.CENTURY),
        ("2012~", Precision.YEAR),
        ("2012?-11-01", Precision.DAY),
        ("2023-11-01/2023-12-07", Precision.INTERVAL),
        ("2024-01/2024-03-14", Precision.INTERVAL),
        ("[2023-11-01..2023-12-07]", Precision.INTERVAL),
        ("[2023-11-01,2023-12-07]", Precision.INTERVAL),
        ("2023-05/..", Precision.MONTH),
        ("../2024-03-15", Precision.DAY),
        ("[..2024-01-24]", Precision.DAY),
        ("[2024-01-24..]", Precision.DAY),
    ],
)
def test_forms(text: str, precision: Precision) -> None:
    """Each form keeps its text, has the days it allows, and rests on what it is said to."""
    when = read_edtf(f" {text} ", Ground(Basis.DECISION))
    assert (when.edtf, when.precision, when.basis) == (text, precision, Basis.DECISION)
    assert (when.earliest, when.latest) == outer_days(text)
    assert when.approximate is text.endswith("~")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("May 2023", "no date"),
        ("2023-7", "no date"),
        ("23", "no date"),
        ("19X", "no date"),
        ("1XX", "no date"),
        ("0000", "year 0"),
        ("2023-13", "no calendar"),
        ("2023-25", "no calendar"),
        ("2023-02-30", "day"),
        ("2024/2023", "ends before"),
        ("[2024..2023]", "ends before"),
        ("2023/2024/2025", "no interval"),
        ("../..", "no interval"),
        ("2023/", "empty"),
        ("[]", "no set of days"),
        ("[..]", "no set of days"),
        ("[,2023]", "no set of days"),
        ("\u0662\u0660\u0662\u0663", "no date"),
    ],
)
def test_what_is_no_edtf(text: str, said: str) -> None:
    """It says what is wrong."""
    with pytest.raises(ValueError, match=said):
        read_edtf(text)


@given(
    st.dates(date(100, 1, 1), date(9000, 1, 1)),
    st.sampled_from([Unit.DAY, Unit.MONTH, Unit.QUARTER, Unit.SEASON, Unit.YEAR, Unit.DECADE, Unit.CENTURY]),
    st.sampled_from(["", "~"]),
)
def test_what_is_written_is_read(day: date, unit: Unit, mark: str) -> None:
    """Every period that has a form of its own is read as it was."""
    when = when_of(containing(unit, day), approximate=bool(mark))
    assert read_edtf(when.edtf) == when
