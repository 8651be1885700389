"""What a graph can be written as, and by which function: looked up by name, imported when it is used.

pyvis, igraph and rdflib are heavy, and most commands need none of them.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from eventgraph.errors import UnknownFormat, UsageError
from eventgraph.model import Event, Graph

Exporter = Callable[[Graph, Path], None]

BUILD_FILES = {
    "graph.ttl": "rdf:write_turtle",
    "graph.trig": "rdf:write_trig",
    "explorer.html": "explorer:write_explorer",
    "timeline.md": "chronology:write_timeline_markdown",
    "timeline.html": "timeline_page:write_timeline_page",
    "events.csv": "chronology:write_events_csv",
    "report.md": "report:write_report",
}
"""What a build writes beside ``graph.json``, and by which function of which module here."""

FORMATS = {
    "ttl": "rdf:write_turtle",
    "trig": "rdf:write_trig",
    "nquads": "rdf:write_nquads",
    "jsonld": "rdf:write_jsonld",
    "graphml": "networks:write_graphml",
    "html": "explorer:write_explorer",
    "md": "chronology:write_timeline_markdown",
}
"""What ``eventgraph export --to`` knows that is one file."""

FOLDERS = {"csv": "tables:write_tables"}
"""What it knows that is several files in a folder."""

FULL_TEXT = {"explorer:write_explorer": "explorer:write_full_explorer"}
"""What writes whole documents too, in the place of what writes only evidence."""

TIMELINES = {
    "md": "chronology:render_markdown",
    "csv": "chronology:render_csv",
    "json": "chronology:render_json",
    "html": "timeline_page:render_timeline_page",
    "timelinejs": "timelinejs:render_timelinejs",
    "ics": "ical:render_ical",
    "ranked": "chronology:render_ranked",
}
"""What ``eventgraph timeline --format`` knows."""

INCOMPLETE = {"timelinejs": "timelinejs:left_out", "ics": "ical:left_out"}
"""Timelines that cannot hold every date, and which function says how many events they leave out."""


def exporter(name: str, *, full_text: bool = False) -> Exporter:
    """The exporter of a format, to a file or a folder; with ``full_text``, one that writes whole documents.

    UnknownFormat names those there are; UsageError where a format has no place for documents.
    """
    known = FORMATS | FOLDERS
    if name not in known:
        raise UnknownFormat(f"No exporter is called {name!r}; there are {', '.join(sorted(known))}.")
    if full_text and known[name] not in FULL_TEXT:
        raise UsageError(f"--full-text is for html; {name} holds no documents.")
    return exporter_of(FULL_TEXT[known[name]] if full_text else known[name])


def rendered(graph: Graph, name: str, *, full_text: bool = False) -> str:
    """The graph in a format, as text.

    UnknownFormat names the formats there are; UsageError where the format is several files, or
    has no place for the whole documents that ``full_text`` asks for.
    """
    write = exporter(name, full_text=full_text)
    if name in FOLDERS:
        raise UsageError(
            f"{name} is several tables: name a folder with --output. Events alone: timeline --format {name}"
        )
    with TemporaryDirectory() as folder:
        file = Path(folder) / "graph"
        write(graph, file)
        return file.read_text(encoding="utf-8")


def timeline(graph: Graph, events: Sequence[Event], name: str) -> str:
    """Events of a graph, in the order given, as a timeline. UnknownFormat names the formats there are."""
    if name not in TIMELINES:
        raise UnknownFormat(f"No timeline is called {name!r}; there are {', '.join(TIMELINES)}.")
    text: str = _function(TIMELINES[name])(graph, events)
    return text


def left_out(events: Sequence[Event], name: str) -> str:
    """How many events a timeline of this name leaves out, and why, as a sentence; "" if none."""
    words: str = _function(INCOMPLETE[name])(events) if name in INCOMPLETE else ""
    return words


def exporter_of(place: str) -> Exporter:
    """The exporter at a place as `BUILD_FILES` and `FORMATS` name it: "module:function"."""
    found: Exporter = _function(place)
    return found


def _function(place: str) -> Any:  # noqa: ANN401 (any function of a module here)
    module, _, name = place.partition(":")
    return getattr(importlib.import_module(f"eventgraph.export.{module}"), name)
