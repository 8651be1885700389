"""What the words of a time expression denote."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from eventgraph.model import When
from eventgraph.times.edtf import WRITTEN, Ground, when_of
from eventgraph.times.periods import Period
from eventgraph.vocabulary import TimexMod, TimexType

UNKNOWN_DAY = "XXXX-XX-XX"
"""How TIMEX3 writes a day that cannot be told, or that no calendar has."""

NO_SUCH_DAY = "no calendar has this day"
NO_SUCH_YEAR = "outside the years 1 to 9999"
NO_BASE = "nothing tells what it is reckoned from"
NO_DAY_NAMED = "a time of day without its day"
TOO_COARSE = "what it is reckoned from is told too coarsely"
AHEAD = "told as past, but reckoned to lie after publication"
NO_CALENDAR = "the words name no place in the calendar"
"""Why an expression has no `When`."""


@dataclass(frozen=True)
class Meaning:
    """TIMEX3 type, value and modifier and, for what can be placed in the calendar, its period and grounds.

    ``clock`` is a time of day as TIMEX3 writes it after the date ("03:00", "TNI"). ``other`` is a second
    period that the words may as well denote ("3/4/2024"). ``reason`` tells why there is no period.
    """

    type: TimexType
    value: str
    period: Period | None = None
    ground: Ground = WRITTEN
    approximate: bool = False
    clock: str | None = None
    mod: TimexMod | None = None
    other: Period | None = None
    reason: str = ""

    @cached_property
    def when(self) -> When | None:
        """The bounds, or None where the words cannot be dated."""
        if self.period is None:
            return None
        return when_of(
            self.period, self.ground, approximate=self.approximate, clock=self.clock, other=self.other
        )


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


def undated(value: str, reason: str = NO_BASE, kind: TimexType = TimexType.DATE) -> Meaning:
    """Words with a value but no place in the calendar, and why."""
    return Meaning(kind, value, reason=reason)


def untold(day: str, clock: str | None, reason: str = NO_BASE) -> Meaning:
    """A day with a value but no place in the calendar, or a time of day on it."""
    if clock is None:
        return undated(day, reason)
    return undated(f"{day}{clock_value(clock)}", reason, TimexType.TIME)


def lasting(value: str) -> Meaning:
    """A length of time by itself."""
    return Meaning(TimexType.DURATION, value)


def repeated(value: str) -> Meaning:
    """A set of times."""
    return Meaning(TimexType.SET, value)
