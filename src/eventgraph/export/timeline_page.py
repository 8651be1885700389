"""``timeline.html``: the chronology as a page to read, to filter and to print, each event with its sentence.

Everything stands in the page as text and works without a script. The script, of ours and named by its
hash, only hides what a reader does not want to see now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from eventgraph.export.bars import Bar, bars_by_year
from eventgraph.export.chronology import UNDATED, year_of
from eventgraph.export.entries import Entry, entry
from eventgraph.export.files import write_file
from eventgraph.export.page import read_template, render_page, shell
from eventgraph.export.palette import colours
from eventgraph.graph.index import GraphIndex
from eventgraph.graph.select import chronology
from eventgraph.graph.words import plural
from eventgraph.model import Event, Graph
from eventgraph.schema import load_schema
from eventgraph.vocabulary import FACTS, STATUS_WORDS, Status

STYLES = ("page.css", "entries.css", "print.css")


@dataclass(frozen=True, slots=True)
class Line:
    """An event in words, with what the filters go by.

    ``first`` and ``last`` are its first and last possible day as ISO 8601, "" where open or unknown;
    ``sources`` are the numbers of its documents among the `choices`.
    """

    entry: Entry
    real: bool
    status: str
    first: str
    last: str
    sources: str


@dataclass(frozen=True, slots=True)
class Year:
    """The events under one heading; ``share`` is their number in percent of the fullest year's.

    The undated have no share, since they are of all years.
    """

    name: str
    lines: tuple[Line, ...]
    share: str
    bars: tuple[Bar, ...]
    more_bars: int

    @property
    def anchor(self) -> str:
        """The id of the heading."""
        return f"y{self.name}"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to filter by: its value, how people read it, how many events have it."""

    value: str
    label: str
    events: int


def render_timeline_page(graph: Graph, events: Sequence[Event]) -> str:
    """The page as text, its events in the order given, grouped by year; the undated by operation."""
    years = _years(graph, events)
    dated = [year.name for year in years if year.name != UNDATED]
    undated = sum(event.when is None for event in events)
    return render_page(
        "timeline/timeline.html.j2",
        shell([read_template("timeline/filters.js")], [timeline_style()]),
        {},
        title=graph.title or "Timeline",
        counts=[
            (len(events), plural(len(events), "event")),
            *([(undated, "undated")] if undated else []),
            (len(graph.documents), plural(len(graph.documents), "source")),
        ],
        stretch="\N{EN DASH}".join(dict.fromkeys(dated[:1] + dated[-1:])),
        years=years,
        families=_families(events),
        statuses=_statuses(events),
        sources=_sources(graph, events),
        months="JFMAMJJASOND",
        generator=graph.generator,
    )


def write_timeline_page(graph: Graph, path: Path) -> None:
    """Write ``timeline.html``."""
    write_file([render_timeline_page(graph, chronology(graph.events))], path)


def timeline_style() -> str:
    """The style sheet of every timeline."""
    return "\n".join([colours(), *(read_template(f"timeline/{name}") for name in STYLES)])


def _years(graph: Graph, events: Sequence[Event]) -> list[Year]:
    index = GraphIndex(graph)
    numbers = {document.id: str(number) for number, document in enumerate(graph.documents)}
    bars = bars_by_year(events, index)
    groups = [(name, [*group]) for name, group in groupby(events, key=year_of)]
    for name, group in groups:
        if name == UNDATED:
            group.sort(key=lambda event: (event.operation is None, event.operation))
    fullest = max((len(group) for name, group in groups if name != UNDATED), default=1)
    return [
        Year(
            name,
            tuple(_line(event, index, numbers) for event in group),
            "" if name == UNDATED else f"{len(group) / fullest * 100:.1f}%",
            *bars.get(0 if name == UNDATED else int(name), ((), 0)),
        )
        for name, group in groups
    ]


def _line(event: Event, index: GraphIndex, numbers: dict[str, str]) -> Line:
    when = event.when
    return Line(
        entry=entry(event, index),
        real=event.status in FACTS,
        status=event.status,
        first=when.earliest.isoformat() if when and when.earliest else "",
        last=when.latest.isoformat() if when and when.latest else "",
        sources=" ".join(numbers[document] for document in event.sources),
    )


def _families(events: Sequence[Event]) -> list[Choice]:
    schema = load_schema()
    found = Counter(schema.event[event.type].family for event in events)
    return [Choice(name, kind.label, found[name]) for name, kind in schema.family.items() if found[name]]


def _statuses(events: Sequence[Event]) -> list[Choice]:
    found = Counter(event.status for event in events)
    return [
        Choice(status, STATUS_WORDS[status], found[status]) for status in reversed(Status) if found[status]
    ]


def _sources(graph: Graph, events: Sequence[Event]) -> list[Choice]:
    return sorted(_told_by(graph, events), key=lambda choice: (choice.label.casefold(), choice.value))


def _told_by(graph: Graph, events: Sequence[Event]) -> Iterator[Choice]:
    index = GraphIndex(graph)
    found = Counter(document for event in events for document in event.sources)
    for number, document in enumerate(graph.documents):
        if found[document.id]:
            yield Choice(str(number), index.source(document.id), found[document.id])
