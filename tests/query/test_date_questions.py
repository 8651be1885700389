"""Questions about dates over the RDF: what certainly and what possibly falls between two days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from eventgraph.export.rdf import to_rdflib
from eventgraph.export.rdf_terms import EPOCH
from eventgraph.query import run
from every_date import BETWEEN, DATES, GRAPH

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")

CERTAINLY = "?e eg:earliestDay ?first ; eg:latestDay ?last FILTER(?first >= FROM && ?last <= TO)"
POSSIBLY = (
    "?e eg:edtf ?date OPTIONAL { ?e eg:earliestDay ?first } OPTIONAL { ?e eg:latestDay ?last } "
    "FILTER(COALESCE(?first, FROM) <= TO && COALESCE(?last, TO) >= FROM)"
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
