"""The page of the explorer, put together: template, style, vendored and own scripts, data.

The scripts are CommonJS modules on a shelf of ours (``templates/explorer/shelf.js``): each stands unchanged
inside one function and is run when another asks for it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

from eventgraph.export.explorer_data import days, explorer_data, in_time, is_dated
from eventgraph.export.explorer_edges import node_of
from eventgraph.export.explorer_words import when_in_words
from eventgraph.export.page import Shell, read_template, render_page, shell
from eventgraph.model import Event, Graph
from eventgraph.schema import load_schema
from eventgraph.vocabulary import Status

VENDOR = Path(__file__).parent / "vendor"
MODULES = ("page", "shapes", "evidence", "panel", "graph", "chronicle", "main")
"""Our scripts, each after those it needs."""
STYLES = ("page.css", "chronicle.css", "panel.css", "print.css")
UNDATED = "Undated"
UNREAL = {Status.ALLEGED, Status.PLANNED, Status.DENIED, Status.NEGATED, Status.HYPOTHETICAL}


def render(graph: Graph, network: dict[str, Any]) -> str:
    """The page of a graph around the nodes, edges and options of its network."""
    events = in_time(graph.events)
    return render_page(
        "explorer/explorer.html.j2",
        explorer_shell(),
        {"network": network, "graph": explorer_data(graph)},
        title=graph.title or "Events",
        generator=graph.generator,
        counts=counts(graph),
        stretch=stretch(events),
        chronology=list(chronology(events)),
        names=list(names(graph)),
        undated=sum(not is_dated(event) for event in events),
    )


def explorer_shell() -> Shell:
    """The scripts and styles of every explorer: the engine, our modules, the style sheets."""
    ours = [on_shelf(f"./{name}", read_template(f"explorer/{name}.js")) for name in MODULES]
    styles = [family_colours(), *(read_template(f"explorer/{name}") for name in STYLES)]
    return shell(["\n".join(engine()), "\n".join([*ours, 'shelf.require("./main");'])], ["\n".join(styles)])


def engine() -> Iterator[str]:
    """The shelf and, upon it, vis-network with all that it needs, as vendored."""
    yield read_template("explorer/shelf.js")
    for module in tomllib.loads((VENDOR / "vendored.toml").read_text(encoding="utf-8"))["module"]:
        yield on_shelf(module["require"], (VENDOR / module["file"]).read_text(encoding="utf-8"))


def on_shelf(name: str, code: str) -> str:
    """A CommonJS or UMD module, unchanged, inside the function that puts it on the shelf."""
    return f'shelf.put("{name}", function (module, exports, require) {{\n{code}\n}});'


def family_colours() -> str:
    """The style rules that give every kind of entity and event its colour, on white and on dark."""
    schema = load_schema()
    kinds = [*schema.entity.items(), *(("event-" + name, family) for name, family in schema.family.items())]
    light = "\n".join(f".kind-{name} {{ --kind: {kind.colour}; }}" for name, kind in kinds)
    dark = "\n".join(f"  .kind-{name} {{ --kind: {kind.dark}; }}" for name, kind in kinds)
    return f"{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}"


def counts(graph: Graph) -> list[tuple[int, str]]:
    """How many of what there is, for the head of the page."""
    return [
        (len(graph.events), "event" if len(graph.events) == 1 else "events"),
        (len(graph.entities), "name" if len(graph.entities) == 1 else "names"),
        (len(graph.documents), "document" if len(graph.documents) == 1 else "documents"),
    ]


def stretch(events: list[Event]) -> str:
    """From the year of the first dated event to that of the last, or ""."""
    years = [at.year for event in events if is_dated(event) for at in days(event)]
    if not years:
        return ""
    return str(min(years)) if min(years) == max(years) else f"{min(years)}–{max(years)}"


def chronology(events: list[Event]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The events under the year they begin in; those without a date last, under "Undated"."""
    for heading, members in groupby(events, key=year_of):
        yield heading, [entry(event) for event in members]


def year_of(event: Event) -> str:
    """The heading of an event in the chronology."""
    return str(days(event)[0].year) if is_dated(event) else UNDATED


def entry(event: Event) -> dict[str, Any]:
    """An event as the chronology lists it."""
    return {
        "id": event.id,
        "link": fragment(node_of(event)),
        "kind": load_schema().event[event.type].family,
        "label": event.full_label,
        "when": when_in_words(event.when) if event.when else "",
        "unreal": event.status in UNREAL,
        "statistic": event.aggregate,
        "sources": len({mention.document for mention in event.mentions}),
    }


def names(graph: Graph) -> Iterator[tuple[str, str, list[dict[str, str]]]]:
    """Type, heading and entities of each type that the graph has, in the order of the schema."""
    for name, kind in load_schema().entity.items():
        members = [entity for entity in graph.entities if entity.type == name]
        members.sort(key=lambda entity: (entity.name.casefold(), entity.id))
        if members:
            yield (
                name,
                kind.plural,
                [{"id": entity.id, "link": fragment(entity.id), "label": entity.name} for entity in members],
            )


def fragment(node: str) -> str:
    """The part of the address that selects a node."""
    return "#" + quote(node, safe=":-_.~")
