"""What the words of a time expression denote."""

from __future__ import annotations

from dataclasses import dataclass

from eventgraph.model import When
from eventgraph.times.edtf import WRITTEN, Ground, when_of
from eventgraph.times.periods import Period
from eventgraph.vocabulary import TimexType

UNKNOWN_DAY = "XXXX-XX-XX"
"""How TIMEX3 writes a day that cannot be told, or that no calendar has."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """TIMEX3 type and value and, for what can be placed in the calendar, its period and grounds.

    ``clock`` is a time of day as TIMEX3 writes it after the date ("03:00", "TNI").
    """

    type: TimexType
    value: str
    period: Period | None = None
    ground: Ground = WRITTEN
    approximate: bool = False
    clock: str | None = None

    @property
    def when(self) -> When | None:
        """The bounds, or None where the words cannot be dated."""
        if self.period is None:
            return None
        return when_of(self.period, self.ground, approximate=self.approximate, clock=self.clock)


def dated(
    period: Period,
    ground: Ground = WRITTEN,
    *,
    clock: str | None = None,
    zone: str = "",
    approximate: bool = False,
) -> Meaning:
    """A date, or a time of day on it."""
    if clock is None:
        return Meaning(TimexType.DATE, period.timex, period, ground, approximate)
    value = f"{period.timex}{clock_value(clock)}{zone}"
    return Meaning(TimexType.TIME, value, period, ground, approximate, clock)


def clock_value(clock: str) -> str:
    """A clock as it stands in a TIMEX3 value, with its T."""
    return clock if clock.startswith("T") else f"T{clock}"


def undated(value: str, kind: TimexType = TimexType.DATE) -> Meaning:
    """Words with a value but no place in the calendar."""
    return Meaning(kind, value)


def untold(day: str, clock: str | None) -> Meaning:
    """A day with a value but no place in the calendar, or a time of day on it."""
    if clock is None:
        return undated(day)
    return undated(f"{day}{clock_value(clock)}", TimexType.TIME)
