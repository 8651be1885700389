"""``timeline.html``: the chronology as a page to read and to print, each event with its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from eventgraph.export.chronology import counted, year_of
from eventgraph.export.entries import entry
from eventgraph.export.files import write_file
from eventgraph.export.page import read_template, render_page, shell
from eventgraph.graph.index import GraphIndex
from eventgraph.graph.select import chronology
from eventgraph.model import Event, Graph


def render_timeline_page(graph: Graph, events: Sequence[Event]) -> str:
    """The page as text, its events in the order given, grouped by year."""
    index = GraphIndex(graph)
    years = [(year, [entry(event, index) for event in group]) for year, group in groupby(events, key=year_of)]
    return render_page(
        "timeline.html.j2",
        shell([], [read_template("timeline.css")]),
        {},
        title=graph.title or "Timeline",
        counted=counted(events),
        sources=len(graph.documents),
        years=years,
        generator=graph.generator,
    )


def write_timeline_page(graph: Graph, path: Path) -> None:
    """Write ``timeline.html``."""
    write_file([render_timeline_page(graph, chronology(graph.events))], path)
