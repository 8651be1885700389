"""The graph as four tables in CSV: nodes, edges, events, quantities.

Nodes and edges are those of the network (`export.networks`), with the column names that Gephi looks for
(Id, Label, Source, Target, Type). Cells that a spreadsheet would run are made text; numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from eventgraph.export.chronology import guarded, render_csv
from eventgraph.export.files import write_file
from eventgraph.export.networks import Value, edges, nodes
from eventgraph.graph.select import chronology
from eventgraph.graph.words import plain_number
from eventgraph.model import Event, EventQuantity, Graph

NODES = (
    *("Id", "Label", "kind", "type", "family", "status", "confidence", "aggregate", "edtf", "start", "end"),
    *("precision", "aliases", "mentions", "sources", "colour"),
)
EDGES = (
    *("Source", "Target", "Type", "Id", "Label", "kind", "relation", "status", "text", "qualifier", "edtf"),
    *("start", "end"),
)
QUANTITIES = (
    *(
        "event",
        "label",
        "status",
        "aggregate",
        "edtf",
        "start",
        "end",
        "role",
        "what",
        "value",
        "low",
        "high",
    ),
    *("unit", "qualifier", "text", "id", "part_of"),
)

Cell = Value | None
Row = dict[str, Cell]


def write_tables(graph: Graph, folder: Path) -> None:
    """Write ``nodes.csv``, ``edges.csv``, ``events.csv`` and ``quantities.csv`` into a folder.

    OSError if the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in render_tables(graph).items():
        write_file([text], folder / name)


def render_tables(graph: Graph) -> dict[str, str]:
    """The tables by file name, each with a line of column names (RFC 4180, LF line ends)."""
    return {
        "nodes.csv": _table(NODES, _nodes(graph)),
        "edges.csv": _table(EDGES, _edges(graph)),
        "events.csv": render_csv(graph, chronology(graph.events)),
        "quantities.csv": _table(QUANTITIES, _quantities(graph)),
    }


def _nodes(graph: Graph) -> Iterator[Row]:
    for name, said in nodes(graph):
        yield {"Id": name, "Label": said["label"], **said}


def _edges(graph: Graph) -> Iterator[Row]:
    for source, target, key, said in edges(graph):
        ends: Row = {"Source": source, "Target": target, "Type": "Directed", "Id": f"{source} {key} {target}"}
        yield {**ends, "Label": said["label"], "relation": said["type"], **said}


def _quantities(graph: Graph) -> Iterator[Row]:
    for event in chronology(graph.events):
        for quantity in event.quantities:
            yield _quantity(event, quantity)


def _quantity(event: Event, quantity: EventQuantity) -> Row:
    numbers = {"value": quantity.value, "low": quantity.low, "high": quantity.high}
    when = event.when
    return {
        "event": event.id,
        "label": event.full_label,
        "status": event.status.value,
        "aggregate": event.aggregate,
        "edtf": when.edtf if when else None,
        "start": when.earliest.isoformat() if when and when.earliest else None,
        "end": when.latest.isoformat() if when and when.latest else None,
        "role": quantity.role,
        "what": quantity.what,
        **{
            name: None if number is None else Number(plain_number(number)) for name, number in numbers.items()
        },
        "unit": quantity.unit,
        "qualifier": quantity.qualifier,
        "text": quantity.text,
        "id": quantity.id,
        "part_of": quantity.part_of,
    }


class Number(str):
    """Digits, with a sign perhaps, which no spreadsheet would run."""

    __slots__ = ()


def _table(columns: Sequence[str], rows: Iterable[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return out.getvalue()


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, Number | int | float) else guarded(value)
