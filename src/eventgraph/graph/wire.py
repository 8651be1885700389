"""``graph.json``: the graph as bytes and back, and the JSON Schema of the format.

Keys are sorted, text is UTF-8, numbers keep their decimals. Nothing in it tells when it was written.
"""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import msgspec

from eventgraph.errors import GraphBroken, GraphMissing
from eventgraph.graph.check import check_references
from eventgraph.model import SCHEMA, Graph

FILE_NAME = "graph.json"

_encoder = msgspec.json.Encoder(order="sorted", decimal_format="number")
_decoder = msgspec.json.Decoder(Graph)


def encode(graph: Graph) -> bytes:
    """The bytes of ``graph.json``, one space of indentation a level, with a line end at the end."""
    return msgspec.json.format(_encoder.encode(graph), indent=1) + b"\n"


def decode(data: bytes) -> Graph:
    """The graph that `encode` wrote. GraphBroken where the bytes are no graph of this format."""
    try:
        graph = _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise GraphBroken(f"{FILE_NAME} is not a graph of the format {SCHEMA}: {error}") from error
    if graph.schema != SCHEMA:
        raise GraphBroken(f"{FILE_NAME} is of the format {graph.schema}; this program reads {SCHEMA}")
    return graph


def load(folder: Path) -> Graph:
    """The last graph built into a folder.

    GraphMissing where there is none that can be read; GraphBroken where it is not of this format or
    speaks of what it does not hold.
    """
    try:
        data = (folder / FILE_NAME).read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise GraphMissing(f"There is no {FILE_NAME} in {folder}; run eventgraph build first.") from error
    except OSError as error:
        raise GraphMissing(f"{folder / FILE_NAME} cannot be read: {error.strerror}") from error
    graph = decode(data)
    check_references(graph)
    return graph


def json_schema() -> dict[str, Any]:
    """The JSON Schema of ``graph.json``, made from the model."""
    schema = msgspec.json.schema(Graph)
    _mend(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA} | schema


def _mend(node: object) -> None:
    """Say "number" for decimals, which msgspec calls strings though we write numbers; indent no text."""
    if isinstance(node, dict):
        if node.get("format") == "decimal":
            node.pop("format")
            node["type"] = "number"
        if isinstance(node.get("description"), str):
            node["description"] = inspect.cleandoc(node["description"])
        for value in node.values():
            _mend(value)
    elif isinstance(node, list):
        for value in node:
            _mend(value)
