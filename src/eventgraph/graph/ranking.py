"""Events ranked by their dates, as a timeline that can be compared: the layout of SemEval-2015, task 4.

A date is a day, month or year, with X for what is not known: ``2024-03-12``, ``2024-03-XX``,
``2024-XX-XX``, ``XXXX-XX-XX``. Events of one date have one rank, counted from 1; the undated have rank 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from eventgraph.graph.index import GraphIndex, record_id
from eventgraph.model import Event, EventWhen

UNDATED = "XXXX-XX-XX"

COARSE = (len("2024-03"), len("2024"))
"""How much of an ISO date two days of one month, or of one year, share."""


class Telling(msgspec.Struct, frozen=True):
    """Where an event is told: the document (see `record_id`) and the offset of the first code point."""

    doc: str
    start: int


class Ranked(msgspec.Struct, frozen=True):
    """An event of a timeline."""

    rank: int
    date: str
    mentions: tuple[Telling, ...]


def rank(
    index: GraphIndex, events: Iterable[Event], documents: frozenset[str] | None = None
) -> tuple[Ranked, ...]:
    """The events by rank, the undated first; those of one rank by where they are first told.

    Only what the named documents tell counts, where any are named.
    """
    found = []
    for event in events:
        tellings = _tellings(index, event, documents)
        if tellings:
            found.append((coarse_date(event.when), tellings))
    dates = {UNDATED, *(day for day, _ in found)}
    ranks = {day: number for number, day in enumerate(sorted(dates, key=_order))}
    ranked = [Ranked(ranks[day], day, tellings) for day, tellings in found]
    return tuple(
        sorted(ranked, key=lambda row: (row.rank, [(told.doc, told.start) for told in row.mentions]))
    )


def coarse_date(when: EventWhen | None) -> str:
    """The day on which an event began, or the month or year in which it must have, else `UNDATED`."""
    first, last = when.begin if when else (None, None)
    if first is None or last is None:
        return UNDATED
    if first == last:
        return first.isoformat()
    return next((shared for length in COARSE if (shared := _shared(first, last, length))), UNDATED)


def _shared(first: date, last: date, length: int) -> str:
    """That much of two dates with X for the rest, "" where they differ."""
    kept = first.isoformat()[:length]
    return kept + UNDATED[length:] if kept == last.isoformat()[:length] else ""


def _tellings(index: GraphIndex, event: Event, documents: frozenset[str] | None) -> tuple[Telling, ...]:
    told = {(record_id(index.documents[span.document]), span.start) for span in event.mentions}
    return tuple(Telling(*place) for place in sorted(told) if documents is None or place[0] in documents)


def _order(day: str) -> tuple[bool, str]:
    """Undated first, a year before its months, a month before its days."""
    return day != UNDATED, day.replace("X", "")
