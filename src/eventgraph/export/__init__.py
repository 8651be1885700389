"""A graph to files. Each exporter is imported when it is used: pyvis, rdflib and igraph are heavy."""

from __future__ import annotations

import errno
import importlib
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from eventgraph.errors import UnknownFormat
from eventgraph.graph.wire import FILE_NAME, encode
from eventgraph.model import Event, Graph

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]

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
    "csv": "chronology:write_events_csv",
    "html": "explorer:write_explorer",
    "md": "chronology:write_timeline_markdown",
}
"""What ``eventgraph export --to`` knows."""

TIMELINES = {
    "md": "chronology:render_markdown",
    "csv": "chronology:render_csv",
    "json": "chronology:render_json",
    "html": "timeline_page:render_timeline_page",
}
"""What ``eventgraph timeline --format`` knows."""

STAGING = ".staging"


def exporter(name: str) -> Exporter:
    """The exporter of a format. UnknownFormat names those there are."""
    if name not in FORMATS:
        raise UnknownFormat(f"No exporter is called {name!r}; there are {', '.join(sorted(FORMATS))}.")
    return exporter_of(FORMATS[name])


def rendered(graph: Graph, name: str) -> str:
    """The graph in a format, as text. UnknownFormat names the formats there are."""
    write = exporter(name)
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


def publish(graph: Graph, shown: Graph, folder: Path) -> None:
    """Write all files of a build into a folder: ``graph`` as graph.json, ``shown`` as the rest.

    Everything is written to a folder of its own first and moved into place when it is whole, so an
    interrupted build leaves what was there before. Of two builds into one folder at the same time, one
    waits for the other here, and the last has it all. OSError if the folder cannot be written to.
    """
    staging = folder / STAGING
    with _alone(folder):
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(parents=True)
        try:
            (staging / FILE_NAME).write_bytes(encode(graph))
            for name, place in BUILD_FILES.items():
                exporter_of(place)(shown, staging / name)
            _move(staging, folder)
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def _move(staging: Path, folder: Path) -> None:
    """Every file into place. What cannot be replaced is found out before anything is."""
    files = sorted(staging.iterdir())
    for file in files:
        if (folder / file.name).is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(folder / file.name))
    for file in files:
        file.replace(folder / file.name)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder while it lasts; whoever else wants it waits. Where there are no such locks, go on."""
    folder.mkdir(parents=True, exist_ok=True)
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems have no locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def exporter_of(place: str) -> Exporter:
    """The exporter at a place as `BUILD_FILES` and `FORMATS` name it: "module:function"."""
    found: Exporter = _function(place)
    return found


def _function(place: str) -> Any:  # noqa: ANN401 (any function of a module here)
    module, _, name = place.partition(":")
    return getattr(importlib.import_module(f"eventgraph.export.{module}"), name)
