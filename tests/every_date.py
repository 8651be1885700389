"""Events with every kind of date: day, month, year, range, open and unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from eventgraph.model import DayPair, Event, Graph, Span
from eventgraph.vocabulary import Precision
from samples import EVENTS, FIRST, SAMPLE, TUESDAY

BETWEEN = "some day between 1 and 20 March"

DATES: dict[str, tuple[DayPair, DayPair, str, Precision]] = {
    "on 12 March": (
        (date(2024, 3, 12), date(2024, 3, 12)),
        (date(2024, 3, 12), date(2024, 3, 12)),
        "2024-03-12",
        Precision.DAY,
    ),
    "in February": (
        (date(2024, 2, 1), date(2024, 2, 29)),
        (date(2024, 2, 1), date(2024, 2, 29)),
        "2024-02",
        Precision.MONTH,
    ),
    "in 2024": (
        (date(2024, 1, 1), date(2024, 12, 31)),
        (date(2024, 1, 1), date(2024, 12, 31)),
        "2024",
        Precision.YEAR,
    ),
    "from 1 to 20 March": (
        (date(2024, 3, 1), date(2024, 3, 1)),
        (date(2024, 3, 20), date(2024, 3, 20)),
        "2024-03-01/2024-03-20",
        Precision.INTERVAL,
    ),
    BETWEEN: (
        (date(2024, 3, 1), date(2024, 3, 20)),
        (date(2024, 3, 1), date(2024, 3, 20)),
        "[2024-03-01..2024-03-20]",
        Precision.INTERVAL,
    ),
    "since February": ((date(2024, 2, 1), date(2024, 2, 29)), (None, None), "2024-02/..", Precision.MONTH),
    "by 5 March": ((None, date(2024, 3, 5)), (None, date(2024, 3, 5)), "[..2024-03-05]", Precision.DAY),
    "until 5 March": ((None, None), (date(2024, 3, 5), date(2024, 3, 5)), "../2024-03-05", Precision.DAY),
    "before 2024": ((None, date(2023, 12, 31)), (None, date(2023, 12, 31)), "[..2023]", Precision.YEAR),
}


def event(name: str) -> Event:
    """An event with that date; its id is the words."""
    begin, end, edtf, precision = DATES[name]
    when = replace(
        TUESDAY,
        span=Span(FIRST.id, 0, 3),
        edtf=edtf,
        begin=begin,
        end=end,
        earliest=begin[0],
        latest=end[1],
        precision=precision,
    )
    return replace(EVENTS[0], id=name, when=when, related=())


GRAPH = Graph(
    documents=SAMPLE.documents,
    entities=SAMPLE.entities,
    events=(*(event(name) for name in DATES), replace(EVENTS[0], id="undated", when=None, related=())),
)
