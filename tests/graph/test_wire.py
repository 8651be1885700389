"""``graph.json``: the same graph comes back, the same bytes go out, the schema describes them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.errors import GraphBroken, GraphMissing
from eventgraph.graph.wire import decode, encode, json_schema, load
from eventgraph.model import Document, Graph
from samples import SAMPLE

TEXTS = st.text(max_size=40)
GRAPHS = st.builds(
    Graph,
    title=TEXTS,
    documents=st.lists(
        st.builds(Document, id=TEXTS, origin=TEXTS, text=TEXTS, published=st.none() | st.dates()), max_size=3
    ).map(tuple),
    entities=st.lists(st.sampled_from(SAMPLE.entities), max_size=3).map(tuple),
    events=st.lists(st.sampled_from(SAMPLE.events), max_size=3).map(tuple),
)


@given(GRAPHS)
@settings(max_examples=50)
def test_what_was_written_is_read(graph: Graph) -> None:
    """Reading what was written gives the same graph, and writing that gives the same bytes."""
    again = decode(encode(graph))
    assert again == graph
    assert encode(again) == encode(graph)


def test_numbers_keep_their_decimals() -> None:
    """A decimal stands as a JSON number with the digits it had."""
    event = SAMPLE.events[0]
    quantity = replace(event.quantities[0], value=Decimal("1655.50"))
    graph = replace(SAMPLE, events=(replace(event, quantities=(quantity,)),))
    assert b'"value": 1655.50' in encode(graph)
    assert decode(encode(graph)) == graph


def test_keys_are_sorted() -> None:
    """Every object's keys are in order, so that two builds can be compared line by line."""

    def in_order(pairs: list[tuple[str, object]]) -> dict[str, object]:
        assert [key for key, _ in pairs] == sorted(key for key, _ in pairs)
        return dict(pairs)

    json.loads(encode(SAMPLE), object_pairs_hook=in_order)


def test_the_schema_describes_the_file() -> None:
    """The JSON Schema made from the model accepts the sample and refuses a graph with a wrong status."""
    data = json.loads(encode(SAMPLE))
    jsonschema.validate(data, json_schema())
    data["events"][0]["status"] = "certain"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, json_schema())


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"schema": "eventgraph/0"}', b'{"documents": 1}'])
def test_what_is_no_graph_is_refused(data: bytes) -> None:
    """Bytes of another format raise one error that says so."""
    with pytest.raises(GraphBroken, match=r"graph\.json"):
        decode(data)


def test_no_graph_says_what_to_do(tmp_path: Path) -> None:
    """A folder without a graph leads to the command that makes one."""
    with pytest.raises(GraphMissing, match="eventgraph build"):
        load(tmp_path)


def test_dates_are_iso() -> None:
    """Days are written as ISO 8601."""
    graph = Graph(documents=(Document(id="d", origin="o", text="t", published=date(2024, 3, 14)),))
    assert b'"published": "2024-03-14"' in encode(graph)
