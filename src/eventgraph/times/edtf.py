"""Periods to `When`: bounds, precision and the EDTF text, by the table of ``docs/dates.md``.

The EDTF text and the bounds always say the same: ``a/b`` lasted from a to b, ``[a..b]`` is some day
from a to b, ``a~`` is about a, and a "?" stands behind a year that nobody wrote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from eventgraph.model import Span, When
from eventgraph.times.periods import Period, Unit, day_of, shift
from eventgraph.vocabulary import Basis, Precision


@dataclass(frozen=True, slots=True)
class Ground:
    """What a date rests on: its basis, the words it was reckoned from, and whether its year was inferred."""

    basis: Basis = Basis.EXPLICIT
    anchor: Span | None = None
    year_inferred: bool = False


WRITTEN = Ground()
"""A date that the text writes out."""


def when_of(
    period: Period,
    ground: Ground = WRITTEN,
    *,
    approximate: bool = False,
    clock: str | None = None,
    other: Period | None = None,
) -> When:
    """A happening within the period: some day of it. With an ``other``, it is the one or the other."""
    marks = "?" if ground.year_inferred else "", "~" if approximate else ""
    first, second = sorted([period, other or period], key=lambda one: one.first)
    bounds = (first.first, second.last)
    either = f"[{first.edtf(*marks)},{second.edtf(*marks)}]"
    return When(
        begin=bounds,
        end=bounds,
        precision=Precision.INTERVAL if other else period.precision,
        edtf=either if other else period.edtf(*marks),
        basis=ground.basis,
        anchor=ground.anchor,
        approximate=approximate,
        clock=clock,
    )


def from_to(begin: When, end: When) -> When:
    """Throughout, from the one to the other: "from Nov. 1 to Dec. 7"."""
    weaker = end if end.basis is not Basis.EXPLICIT else begin
    return When(
        begin=begin.begin,
        end=end.end,
        precision=Precision.INTERVAL,
        edtf=f"{_plain(begin, first=True)}/{_plain(end, first=False)}",
        basis=weaker.basis,
        anchor=weaker.anchor,
        approximate=begin.approximate or end.approximate,
    )


def since(when: When) -> When:
    """From then on, to no known end."""
    return replace(when, end=(None, None), edtf=f"{_plain(when, first=True)}/..")


def beginning(when: When) -> When:
    """Of what is so since then, the time at which it began."""
    return replace(when, end=when.begin, edtf=when.edtf.removesuffix("/.."))


def until(when: When) -> When:
    """Up to then, from no known beginning."""
    return replace(when, begin=(None, None), edtf=f"../{_plain(when, first=False)}")


def by(when: When) -> When:
    """Some day no later than that."""
    bounds = (None, when.latest)
    return replace(when, begin=bounds, end=bounds, edtf=f"[..{_plain(when, first=False)}]")


def not_before(when: When) -> When:
    """Some day no earlier than that."""
    bounds = (when.earliest, None)
    return replace(when, begin=bounds, end=bounds, edtf=f"[{_plain(when, first=True)}..]")


def before(when: When, period: Period) -> When:
    """Some day earlier than the period, which is what ``when`` dates. ValueError before the year 1."""
    earlier = when_of(_neighbour(period, -1), _ground(when), approximate=when.approximate)
    return replace(by(earlier), precision=when.precision)


def after(when: When, period: Period) -> When:
    """Some day later than the period, which is what ``when`` dates. ValueError after the year 9999."""
    later = when_of(_neighbour(period, 1), _ground(when), approximate=when.approximate)
    return replace(not_before(later), precision=when.precision)


def within(when: When) -> When:
    """One happening during a stretch of time: some day from its first to its last."""
    if "/" not in when.edtf:
        return when
    first, last = when.edtf.split("/")
    bounds = (when.earliest, when.latest)
    inner = f"{'' if first == '..' else first}..{'' if last == '..' else last}"
    return replace(when, begin=bounds, end=bounds, edtf=f"[{inner}]")


def holding(when: When) -> When:
    """What is so at that time and may be so before and after: it began no later and ends no earlier.

    Its EDTF is the time that is told; the bounds say what may lie beyond it.
    """
    return replace(when, begin=(None, when.latest), end=(when.earliest, None))


def holding_both(one: When, other: When) -> When:
    """What is so at two times, and so between them: "2024-03-14/2024-05-02"."""
    first, last = sorted([one, other], key=lambda when: (when.begin[1] or date.min, when.end[0] or date.min))
    if first.end[0] == last.end[0]:
        return first
    return replace(
        first,
        begin=first.begin,
        end=last.end,
        precision=Precision.INTERVAL,
        edtf=f"{_plain(first, first=True).split('/')[0]}/{_plain(last, first=False).split('/')[-1]}",
    )


def of_day(day: date, anchor: Span | None = None) -> When:
    """The day of publication."""
    return when_of(day_of(day), Ground(Basis.PUBLICATION, anchor))


def around(when: When) -> When:
    """About then: a day that something nearby tells, and not the words themselves."""
    if when.approximate:
        return when
    return replace(when, approximate=True, edtf=f"{when.edtf}~" if "[" not in when.edtf else when.edtf)


def up_to(when: When, day: date) -> When:
    """A sum that began then and stood so on a day: "30 arrested since January", said on that day."""
    return replace(
        when,
        end=(day, day),
        precision=Precision.INTERVAL,
        edtf=f"{when.edtf.split('/')[0]}/{day.isoformat()}",
    )


def _ground(when: When) -> Ground:
    return Ground(when.basis, when.anchor, "?" in when.edtf)


def _neighbour(period: Period, step: int) -> Period:
    """The period of the same kind before or after; for odd stretches the day."""
    if period.unit in {Unit.WEEK, Unit.WEEKEND, Unit.HALF, Unit.STRETCH}:
        edge = period.first if step < 0 else period.last
        return day_of(edge + timedelta(step))
    return shift(period, step)


def _plain(when: When, *, first: bool) -> str:
    """The EDTF of one end of a range: of ``[a..b]``, for which a range has no form, the outer day."""
    if not when.edtf.startswith("["):
        return when.edtf
    inner = re.split(r"\.\.|,", when.edtf.strip("[]"))
    return inner[0] if first else inner[-1]
