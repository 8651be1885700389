"""Whether the timelines of some targets have the right events, on the right dates, in the right order.

A measure like that of SemEval-2015, task 4 (temporal awareness): a timeline says of each telling on which
date it lies, and of each and the next whether it is earlier or of the same rank. Precision is the share of
what the output says that holds in the gold, recall the share of what the gold says that holds in the
output. What is undated says nothing. Tellings are the same where they begin at the same place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from eventgraph.errors import UnknownThing
from eventgraph.evaluate.layout import TimelineRecord
from eventgraph.evaluate.tally import Scores, Tally, TwoSided
from eventgraph.graph.index import GraphIndex
from eventgraph.graph.ranking import Ranked, Telling, rank
from eventgraph.graph.select import Selection, select
from eventgraph.vocabulary import Status

LAYER = "timelines"

PARTS = ("agent", "patient")
"""What a target is in the events of its timeline."""

TOLD_AS_FACT = (Status.HAPPENED, Status.ONGOING, Status.PLANNED)
"""What is denied, doubted, alleged or only thought of is no part of a timeline."""


class Placed(NamedTuple):
    """Where a telling stands in a timeline."""

    rank: int
    date: str


Timeline = Mapping[Telling, Placed]
"""The tellings of a timeline that are dated, in order."""


def timelines(index: GraphIndex, targets: Iterable[TimelineRecord]) -> Iterator[TimelineRecord]:
    """The timeline of each target as the graph has it, from the documents that the target names.

    The target is sought as ``timeline --who`` does; of one that is not found the timeline is empty.
    """
    for wanted in targets:
        selection = Selection(who=wanted.target, roles=PARTS, status=TOLD_AS_FACT)
        documents = frozenset(wanted.docs) if wanted.docs else None
        try:
            found = rank(index, select(index.graph, selection), documents)
        except UnknownThing:
            found = ()
        yield TimelineRecord(id=wanted.id, target=wanted.target, timeline=found, docs=wanted.docs)


def score_timeline(gold: TimelineRecord, output: TimelineRecord) -> Scores:
    """Temporal awareness; dated tellings found; and those found that have the right date."""
    wanted, given = _dated(gold.timeline), _dated(output.timeline)
    common = wanted.keys() & given.keys()
    right = sum(wanted[telling].date == given[telling].date for telling in common)
    return {
        (LAYER, "temporal awareness"): TwoSided(*_held(given, wanted), *_held(wanted, given)),
        (LAYER, "mentions"): Tally(len(common), len(given), len(wanted)),
        (LAYER, "mentions, date"): Tally(right, len(given), len(wanted)),
    }


def _dated(rows: Iterable[Ranked]) -> Timeline:
    """The first place of each telling; a sort by rank keeps the order within one."""
    found: dict[Telling, Placed] = {}
    for row in sorted(rows, key=lambda row: row.rank):
        if row.rank:
            for telling in row.mentions:
                found.setdefault(telling, Placed(row.rank, row.date))
    return found


def _held(said: Timeline, by: Timeline) -> tuple[int, int]:
    """How much of what one timeline says holds in the other, and how much it says."""
    dates = [telling in by and by[telling].date == placed.date for telling, placed in said.items()]
    orders = [
        left in by and right in by and _order(said, left, right) == _order(by, left, right)
        for left, right in pairwise(said)
    ]
    return sum(dates) + sum(orders), len(dates) + len(orders)


def _order(timeline: Timeline, left: Telling, right: Telling) -> int:
    """Below 0 where the left comes earlier, 0 where both have one rank, above 0 where it comes later."""
    earlier, later = timeline[left].rank, timeline[right].rank
    return (earlier > later) - (earlier < later)
