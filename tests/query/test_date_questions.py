"""Questions about dates over the RDF: what certainly and what possibly falls between two days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from eventgraph.export.rdf import to_rdflib
from eventgraph.export.rdf_terms import EPOCH
from eventgraph.model import DayPair, Event, Graph, Span
from eventgraph.query import run
from eventgraph.vocabulary import Precision
from samples import EVENTS, FIRST, SAMPLE, TUESDAY

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")

BETWEEN = "some day between 1 and 20 March"

CERTAINLY = "?e eg:earliestDay ?first ; eg:latestDay ?last FILTER(?first >= FROM && ?last <= TO)"
POSSIBLY = (
    "?e eg:edtf ?date OPTIONAL { ?e eg:earliestDay ?first } OPTIONAL { ?e eg:latestDay ?last } "
    "FILTER(COALESCE(?first, FROM) <= TO && COALESCE(?last, TO) >= FROM)"
)

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


def question(pattern: str, first: date, last: date) -> str:
    """The query for the ids of events between two days, both included."""
    days = {"FROM": str((first - EPOCH).days), "TO": str((last - EPOCH).days)}
    for name, number in days.items():
        pattern = pattern.replace(name, number)
    return f"SELECT ?id {{ ?e dct:identifier ?id . {pattern} }}"


@pytest.mark.parametrize(
    ("pattern", "first", "last", "expected"),
    [
        (
            CERTAINLY,
            date(2024, 3, 1),
            date(2024, 3, 31),
            {"on 12 March", "from 1 to 20 March", BETWEEN},
        ),
        (CERTAINLY, date(2024, 3, 12), date(2024, 3, 12), {"on 12 March"}),
        (CERTAINLY, date(2024, 2, 1), date(2024, 2, 28), set()),
        (CERTAINLY, date(2023, 1, 1), date(2030, 1, 1), set(DATES) - {"since February", "by 5 March"}
         - {"until 5 March", "before 2024"}),
        (POSSIBLY, date(2024, 3, 10), date(2024, 3, 15),
         {"on 12 March", "in 2024", "from 1 to 20 March", BETWEEN, "since February"}),
        (POSSIBLY, date(2024, 2, 10), date(2024, 2, 11),
         {"in February", "in 2024", "since February", "by 5 March", "until 5 March"}),
        (POSSIBLY, date(2030, 1, 1), date(2030, 12, 31), {"since February"}),
        (POSSIBLY, date(1990, 1, 1), date(1990, 12, 31), {"by 5 March", "until 5 March", "before 2024"}),
    ],
)  # fmt: skip
def test_events_between_two_days(pattern: str, first: date, last: date, expected: set[str]) -> None:
    """Integer days give the right events in both engines; what is open counts as far as it reaches."""
    sparql = question(pattern, first, last)
    assert {row[0].value for row in run(GRAPH, sparql).rows if row[0]} == expected
    found: Iterable[tuple[object, ...]] = to_rdflib(GRAPH).query(sparql)  # type: ignore[assignment]
    assert {str(row[0]) for row in found} == expected
