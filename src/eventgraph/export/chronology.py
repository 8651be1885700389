"""The timeline as rows, and as Markdown, CSV, JSON and ranks; the page is in `export.timeline_page`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from eventgraph.export.files import write_file
from eventgraph.graph.index import GraphIndex
from eventgraph.graph.ranking import rank
from eventgraph.graph.select import chronology, first_day
from eventgraph.graph.words import plural, quantity_in_words, visible, when_in_words
from eventgraph.model import Event, Graph
from eventgraph.vocabulary import STATUS_WORDS, Status

FORMULA_STARTS = ("=", "+", "-", "@")
"""What a spreadsheet takes for the beginning of a formula."""

UNDATED = "Undated"


class Row(msgspec.Struct, frozen=True):
    """An event as one line of a chronology; its fields are the columns of ``events.csv``.

    ``source`` is the one quoted, ``cited`` are all: title, day of publication, address.
    """

    id: str
    when: str
    earliest: str
    latest: str
    edtf: str
    precision: str
    basis: str
    type: str
    status: str
    label: str
    who: str
    where: str
    numbers: str
    operation: str
    said_by: str
    sources: int
    source: str
    quote: str
    cited: str


def rows(graph: Graph, events: Iterable[Event]) -> Iterator[Row]:
    """One row an event, in the order given."""
    index = GraphIndex(graph)
    for event in events:
        yield _row(event, index)


def render_csv(graph: Graph, events: Sequence[Event]) -> str:
    """The events as CSV (RFC 4180, LF line ends); cells that a spreadsheet would run are made text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Row.__struct_fields__)
    writer.writerows(
        [guarded(str(cell)) for cell in msgspec.structs.astuple(row)] for row in rows(graph, events)
    )
    return out.getvalue()


def render_json(graph: Graph, events: Sequence[Event]) -> str:
    """The events as a JSON array of rows."""
    data = msgspec.json.encode(list(rows(graph, events)))
    return msgspec.json.format(data, indent=1).decode() + "\n"


def render_ranked(graph: Graph, events: Sequence[Event]) -> str:
    """The events as a JSON array of ranks, dates and places in texts, to be compared with others.

    ``rank`` counts dates from 1, and is 0 where there is none; ``date`` has X for what is not known, as
    2024-03-XX; each of the ``mentions`` has its document (the id of a record, else the origin) and the
    offset of its first code point.
    """
    data = msgspec.json.encode(rank(GraphIndex(graph), events))
    return msgspec.json.format(data, indent=1).decode() + "\n"


def render_markdown(graph: Graph, events: Sequence[Event]) -> str:
    """The chronology as Markdown: a heading a year, a line an event, its sentence, footnotes for sources."""
    index = GraphIndex(graph)
    notes: dict[str, int] = {}
    lines = [f"# {escaped(graph.title or 'Timeline')}", "", counted(events), ""]
    heading = ""
    for event in events:
        year = year_of(event)
        if year != heading:
            heading = year
            lines += [f"## {heading}", ""]
        lines += _markdown_entry(event, index, notes)
    lines += [f"[^{number}]: {escaped(_citation(document, index))}" for document, number in notes.items()]
    return "\n".join(lines).rstrip() + "\n"


def counted(events: Sequence[Event]) -> str:
    """How many events there are, and how many of them are undated."""
    undated = sum(event.when is None for event in events)
    noun = plural(len(events), "event")
    return f"{len(events)} {noun}, {undated} undated." if undated else f"{len(events)} {noun}."


def year_of(event: Event) -> str:
    """The heading an event stands under: the year it began at the earliest, or `UNDATED`."""
    day = first_day(event.when)
    return str(day.year) if day else UNDATED


def guarded(cell: str) -> str:
    """A CSV cell on one line, with an apostrophe before whatever a spreadsheet would run."""
    line = visible(" ".join(cell.split()))
    return f"'{line}" if line.startswith(FORMULA_STARTS) else line


def escaped(text: str) -> str:
    """Text on one line, with the characters escaped that Markdown or HTML would read."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|" else c for c in visible(" ".join(text.split())))


def write_timeline_markdown(graph: Graph, path: Path) -> None:
    """Write ``timeline.md``."""
    write_file([render_markdown(graph, chronology(graph.events))], path)


def write_events_csv(graph: Graph, path: Path) -> None:
    """Write ``events.csv``."""
    write_file([render_csv(graph, chronology(graph.events))], path)


def participants_in_words(event: Event, index: GraphIndex) -> str:
    """Who took part: "LAPD (agent); suspects (patient)"."""
    who = (f"{index.name(p.entity, p.text)} ({p.role})" for p in event.participants)
    return "; ".join(dict.fromkeys(who))


def places_in_words(event: Event, index: GraphIndex) -> str:
    """Where: "Kansas; outside United States"."""
    where = (
        index.name(p.entity, p.text) if p.relation == "in" else f"{p.relation} {index.name(p.entity, p.text)}"
        for p in event.places
    )
    return "; ".join(dict.fromkeys(where))


def speakers_in_words(event: Event, index: GraphIndex) -> str:
    """Who says so, each named once."""
    said = (index.name(s.entity, s.text) for told in event.mentions for s in told.said_by)
    return "; ".join(dict.fromkeys(said))


def _row(event: Event, index: GraphIndex) -> Row:
    when, told = event.when, index.quoted(event)
    return Row(
        id=event.id,
        when=when_in_words(when),
        earliest=when.earliest.isoformat() if when and when.earliest else "",
        latest=when.latest.isoformat() if when and when.latest else "",
        edtf=when.edtf if when else "",
        precision=when.precision if when else "",
        basis=when.basis if when else "",
        type=event.type,
        status=event.status,
        label=event.full_label,
        who=participants_in_words(event, index),
        where=places_in_words(event, index),
        numbers="; ".join(quantity_in_words(quantity) for quantity in event.quantities),
        operation=index.name(event.operation, ""),
        said_by=speakers_in_words(event, index),
        sources=len(event.sources),
        source=index.source(told.document),
        quote=index.sentence(told),
        cited="; ".join(_citation(document, index) for document in event.sources),
    )


def _markdown_entry(event: Event, index: GraphIndex, notes: dict[str, int]) -> list[str]:
    marks = ""
    for document in event.sources:
        marks += f"[^{notes.setdefault(document, len(notes) + 1)}]"
    said = speakers_in_words(event, index)
    told = index.quoted(event)
    stop = "" if event.label.endswith(("…", ".")) else "."
    going_on = f" {STATUS_WORDS[event.status]}." if event.status is Status.ONGOING else ""
    return [
        f"- **{escaped(when_in_words(event.when))}** {escaped(event.full_label)}{stop}{going_on}{marks}",
        f"  > {escaped(index.sentence(told))}" + (f" ({escaped(said)})" if said else ""),
        "",
    ]


def _citation(document: str, index: GraphIndex) -> str:
    cited = index.documents[document]
    day = cited.published.isoformat() if cited.published else "undated"
    return ", ".join(dict.fromkeys([index.source(document), day, cited.url or cited.origin]))
