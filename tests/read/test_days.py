"""Days of publication as metadata write them."""

from __future__ import annotations

from datetime import date

import pytest

from eventgraph.read.days import read_day, states_day

DAY = date(2024, 3, 14)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-03-14", DAY),
        ("2024-03-14T23:30:00-05:00", DAY),
        ("2024-03-14 08:00", DAY),
        ("20240314", DAY),
        ("2024/03/14", DAY),
        (" 2024-03-14 ", DAY),
        ("March 14, 2024", DAY),
        ("Mar. 14, 2024", DAY),
        ("14 March 2024", DAY),
        ("14th March 2024", DAY),
        ("14-Mar-2024", DAY),
        ("Thu, 14 Mar 2024 10:22:00 GMT", DAY),
        ("Thursday, March 14, 2024", DAY),
        ("14/03/2024", DAY),
        ("03/14/2024", DAY),
        ("04/04/2024", date(2024, 4, 4)),
        ("03/04/2024", None),
        ("2024-03", None),
        ("March 2024", None),
        ("2024", None),
        ("2024-02-30", None),
        ("32 March 2024", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (20240314, None),
    ],
)
def test_read_day(value: object, day: date | None) -> None:
    """A full date is its day; a coarser or doubtful one is none."""
    assert read_day(value) == day


@pytest.mark.parametrize(
    ("source", "states"),
    [
        ('content="2024-03-14T08:00"', True),
        ("Posted on March 14, 2024 by Ada", True),
        ("on 14 March 2024.", True),
        ('content="2024-03"', False),
        ("March 2024", False),
        ("2024-03-15, and March 13, 2024", False),
    ],
)
def test_states_day(source: str, *, states: bool) -> None:
    """A day counts as stated only where it is written out."""
    assert states_day(source, DAY) is states
