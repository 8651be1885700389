"""Where a date may be put by a format that wants numbers: as finely as it is known, and no finer.

A `Unit` stands for all its days. Whatever is written here holds every day that the date allows, so a
month never becomes its first day, and what is only bounded ("by 24 January") has no place at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from eventgraph.model import DayPair, EventWhen


class Lacking(StrEnum):
    """Why a format has no place for an event."""

    UNDATED = "undated"
    OPEN = "open"
    """Only a bound is known, or no end."""
    COARSE = "coarse"
    """Known less finely than the format can say."""


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """A year, one of its months or one of its days."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date:
        """The first day of it, by which a unit is put on an axis."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def numbers(self) -> dict[str, int]:
        """Those of ``year``, ``month`` and ``day`` that are known."""
        known = {"year": self.year, "month": self.month, "day": self.day}
        return {name: number for name, number in known.items() if number is not None}


def unit(pair: DayPair) -> Unit | None:
    """The finest unit that holds every day of the pair; None if none does, or the pair is open."""
    first, last = pair
    if first is None or last is None or first.year != last.year:
        return None
    if first.month != last.month:
        return Unit(first.year)
    return Unit(first.year, first.month, first.day if first == last else None)


def stretch(when: EventWhen | None) -> tuple[Unit, Unit | None] | Lacking:
    """From which unit to which a date goes; no second one where the end is the start, open or unclear.

    What happened at one time within several months or years ("the 1990s", "last winter") goes from the
    first to the last of them.
    """
    if when is None:
        return Lacking.UNDATED
    first, last = when.begin
    if first is None or last is None:
        return Lacking.OPEN
    if when.begin == when.end:
        return _around(first, last)
    start = unit(when.begin)
    if start is None:
        return Lacking.COARSE
    end = unit(when.end)
    return start, end if end and end.first > start.first else None


def _around(first: date, last: date) -> tuple[Unit, Unit | None]:
    """The months or, where it fills whole years or several, the years that hold two days and all between."""
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if first.year != last.year:
        return Unit(first.year), Unit(last.year)
    if whole:
        return Unit(first.year), None
    if first.month != last.month:
        return Unit(first.year, first.month), Unit(last.year, last.month)
    return Unit(first.year, first.month, first.day if first == last else None), None


def days(when: EventWhen | None) -> tuple[date, date] | Lacking:
    """The first and the last day of a date that is known to the day at both ends."""
    if when is None:
        return Lacking.UNDATED
    bounds = (*when.begin, *when.end)
    if None in bounds:
        return Lacking.OPEN
    start, end = unit(when.begin), unit(when.end)
    if when.approximate or start is None or end is None or start.day is None or end.day is None:
        return Lacking.COARSE
    return start.first, end.first


def lacking(places: Iterable[object]) -> Mapping[Lacking, int]:
    """How many have no place, by why; ``places`` are what `stretch` or `days` gave."""
    found = Counter(place for place in places if isinstance(place, Lacking))
    return {why: found[why] for why in Lacking if found[why]}


def lacking_in_words(counts: Mapping[Lacking, int], finest: str) -> str:
    """The counts as "Left out: 2 undated, 1 open, 3 known less finely than to the day." or ""."""
    words = {Lacking.COARSE: f"known less finely than to the {finest}"}
    said = [f"{number} {words.get(why, why)}" for why, number in counts.items()]
    return f"Left out: {', '.join(said)}." if said else ""
