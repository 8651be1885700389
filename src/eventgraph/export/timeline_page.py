"""``timeline.html``: the chronology as a page to read and to print, each event with its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from eventgraph.export.chronology import (
    counted,
    participants_in_words,
    places_in_words,
    speakers_in_words,
    year_of,
)
from eventgraph.export.files import write_file
from eventgraph.export.page import read_template, render_page, shell
from eventgraph.graph.index import GraphIndex
from eventgraph.graph.select import chronology
from eventgraph.graph.words import basis_in_words, day_in_words, quantity_in_words, when_in_words
from eventgraph.model import Claim, Event, Graph
from eventgraph.schema import load_schema
from eventgraph.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as the page shows it; every field is text for autoescape."""

    id: str
    when: str
    basis: str
    label: str
    kind: str
    family: str
    status: str
    details: tuple[tuple[str, str], ...]
    before: str
    trigger: str
    after: str
    cited: tuple[Cited, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as the page names it."""

    title: str
    origin: str
    published: str
    url: str


def render_timeline_page(graph: Graph, events: Sequence[Event]) -> str:
    """The page as text, its events in the order given, grouped by year."""
    index = GraphIndex(graph)
    years = [
        (year, [_entry(event, index) for event in group]) for year, group in groupby(events, key=year_of)
    ]
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


def _entry(event: Event, index: GraphIndex) -> Entry:
    told = index.quoted(event)
    kind = load_schema().event[event.type]
    words = index.documents[told.document].text
    start, end = told.sentence
    document = index.documents[event.when.span.document] if event.when else None
    return Entry(
        id=event.id,
        when=when_in_words(event.when),
        basis=basis_in_words(event.when, document) if event.when else "",
        label=event.full_label,
        kind=kind.label,
        family=kind.family,
        status="" if event.status is Status.HAPPENED else event.status,
        details=tuple(_details(event, index)),
        before=words[start : told.start],
        trigger=words[told.start : told.end],
        after=words[told.end : end],
        cited=tuple(_cited(document, index) for document in event.sources),
        claims=tuple(_claim(claim, index) for claim in event.claims),
    )


def _details(event: Event, index: GraphIndex) -> Iterator[tuple[str, str]]:
    said = {
        "Who": participants_in_words(event, index),
        "Where": places_in_words(event, index),
        "How many": "; ".join(quantity_in_words(quantity) for quantity in event.quantities),
        "Operation": index.name(event.operation, ""),
        "Said by": speakers_in_words(event, index),
    }
    return ((name, words) for name, words in said.items() if words)


def _cited(document: str, index: GraphIndex) -> Cited:
    cited = index.documents[document]
    day = day_in_words(cited.published) if cited.published else "publication date unknown"
    return Cited(index.source(document), cited.origin, day, cited.url)


def _claim(claim: Claim, index: GraphIndex) -> str:
    return f"{claim.about} {claim.value} ({claim.state}), {index.source(claim.document)}"
