"""Dates that dateparser reads, and that it is not asked about anything else."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from eventgraph.times.freeform import parse_day


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2024/03/14", date(2024, 3, 14)),
        ("14-Mar-2024", date(2024, 3, 14)),
        ("March the 14th, 2024", date(2024, 3, 14)),
        ("2024 March 14", date(2024, 3, 14)),
        ("March 2024", None),
        ("March 14", None),
        ("14", None),
        ("31/Feb/2024", None),
    ],
)
def test_parse_day(words: str, expected: date | None) -> None:
    """A complete date is read; what lacks a year or a day is not filled in."""
    assert parse_day(words) == expected


def test_import_only_when_needed() -> None:
    """Ordinary dates need no dateparser, which takes a fifth of a second to import."""
    code = (
        "import sys, datetime; from eventgraph.times import find_times; "
        "find_times('On May 3, 2012, and Tuesday.', datetime.date(2013, 1, 1)); "
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
