"""The graph as four tables: what is in them, and that no spreadsheet runs any of it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from eventgraph.export.chronology import FORMULA_STARTS
from eventgraph.export.networks import to_networkx
from eventgraph.export.tables import render_tables, write_tables
from eventgraph.model import Graph
from samples import EVENTS, POLICE, SAMPLE

ARREST = EVENTS[0]


def rows(name: str, graph: Graph = SAMPLE) -> list[dict[str, str]]:
    """The rows of a table."""
    return list(csv.DictReader(io.StringIO(render_tables(graph)[name])))


def test_nodes_and_edges_are_those_of_the_network() -> None:
    """Under the names that Gephi looks for, with all that the network says of them."""
    network = to_networkx(SAMPLE)
    nodes = {row["Id"]: row for row in rows("nodes.csv")}
    assert set(nodes) == set(network)
    assert (
        nodes[ARREST.id] | {"Label": ARREST.label, "type": "arrest", "start": "2024-03-12"}
        == nodes[ARREST.id]
    )
    edges = rows("edges.csv")
    assert sorted((row["Source"], row["Target"]) for row in edges) == sorted(network.edges())
    assert {row["Type"] for row in edges} == {"Directed"}
    assert len({row["Id"] for row in edges}) == len(edges)
    told = {key for _, data in network.nodes(data=True) for key in data}
    assert told - {"label"} <= set(nodes[ARREST.id])
    told = {key for *_, data in network.edges(data=True) for key in data}
    assert told - {"label", "type"} <= set(edges[0])


def test_every_number_is_a_row() -> None:
    """With its bounds, what is not known left empty, and the date and status of its event."""
    found = {row["text"]: row for row in rows("quantities.csv")}
    assert set(found) == {"at least 12", "40 kg"}
    least = found["at least 12"]
    assert (least["value"], least["low"], least["high"], least["qualifier"]) == ("12", "12", "", "at least")
    assert (found["40 kg"]["status"], found["40 kg"]["edtf"]) == ("alleged", "2024-02")
    assert found["40 kg"]["label"].startswith("Alleged: ")


def test_numbers_stay_numbers() -> None:
    """A number below zero is no formula; words that begin like one are text."""
    odd = replace(ARREST.quantities[0], value=Decimal("-2.50"), what="=1+1", text="-2.50")
    (row,) = rows("quantities.csv", replace(SAMPLE, events=(replace(ARREST, quantities=(odd,)),)))
    assert (row["value"], row["what"], row["text"]) == ("-2.5", "'=1+1", "'-2.50")


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_no_cell_is_a_formula(start: str) -> None:
    """Whatever names, labels and words begin with, and however their lines break."""
    entities = tuple(
        replace(each, name=f"{start}cmd|' /C calc'!A0\nx", aliases=(f"{start}1",)) for each in SAMPLE.entities
    )
    events = tuple(replace(each, label=f"{start}1+1") for each in EVENTS)
    for text in render_tables(replace(SAMPLE, entities=entities, events=events)).values():
        cells = [cell for line in csv.reader(io.StringIO(text)) for cell in line]
        assert not [cell for cell in cells if cell.startswith(FORMULA_STARTS)]
        assert not [cell for cell in cells if "\n" in cell]


def test_files_are_the_same_bytes_each_time(tmp_path: Path) -> None:
    """In a folder that is made where there is none."""
    for name in ("one", "two"):
        write_tables(SAMPLE, tmp_path / "new" / name)
    for file in sorted((tmp_path / "new" / "one").iterdir()):
        assert file.read_bytes() == (tmp_path / "new" / "two" / file.name).read_bytes()
        assert b"\r" not in file.read_bytes()
    assert POLICE in (tmp_path / "new" / "one" / "nodes.csv").read_text(encoding="utf-8")
