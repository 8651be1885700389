"""The days that an EDTF text (ISO 8601-2) allows: what outputs and gold are checked against."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

Days = tuple[date | None, date | None]
SEASON_BEGINS = {21: 3, 22: 6, 23: 9, 24: 12}
QUARTER_BEGINS = {33: 1, 34: 4, 35: 7, 36: 10}


def outer_days(text: str) -> Days:
    """The first and the last day that a text allows; None where it is open or unknown."""
    if "/" in text:
        begin, end = text.split("/")
        return _simple(begin)[0], _simple(end)[1]
    if text.startswith("["):
        parts = re.split(r"\.\.|,", text.strip("[]"))
        return _simple(parts[0])[0], _simple(parts[-1])[1]
    return _simple(text)


def _simple(text: str) -> Days:
    """A year, month, season, quarter, day, decade or century."""
    if text in {"", ".."}:
        return None, None
    plain = text.replace("?", "").rstrip("~")
    if plain.endswith("X"):
        width = plain.count("X")
        first = int(plain.rstrip("X")) * 10**width
        return date(max(first, 1), 1, 1), date(first + 10**width - 1, 12, 31)
    numbers = [int(part) for part in plain.split("-")]
    if len(numbers) == 3:
        return date(*numbers), date(*numbers)
    if len(numbers) == 1:
        return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
    year, number = numbers
    begins = SEASON_BEGINS.get(number) or QUARTER_BEGINS.get(number)
    first, months = (begins, 3) if begins else (number, 1)
    last_year, last = year + (first + months - 2) // 12, (first + months - 2) % 12 + 1
    return date(year, first, 1), date(last_year, last, monthrange(last_year, last)[1])
