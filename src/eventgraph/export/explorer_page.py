"""The page of the explorer, put together: template, style, vendored and own scripts, data.

The scripts are CommonJS modules on a shelf of ours (``templates/engine/shelf.js``): each stands inside one
function and is run when another asks for it. The vendored ones are unchanged. Ours and the style sheets come
small (``templates/explorer.min.js`` and ``.min.css``): ``make shell`` makes them of ``templates/explorer``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

from eventgraph.export.chronology import UNDATED, year_of
from eventgraph.export.explorer_data import explorer_data
from eventgraph.export.explorer_edges import node_of
from eventgraph.export.explorer_names import joined_names
from eventgraph.export.page import Shell, read_template, render_page, shell
from eventgraph.export.palette import kind_colours
from eventgraph.graph.select import chronology
from eventgraph.graph.words import plural, when_in_words
from eventgraph.model import Event, Graph
from eventgraph.schema import load_schema
from eventgraph.vocabulary import FACTS

VENDOR = Path(__file__).parent / "vendor"
ROWS_OF_RUN = 50
"""Long lists are broken into runs, so that a browser need not lay out those that are far from sight."""


def render(graph: Graph, network: dict[str, Any], *, full_text: bool = False) -> str:
    """The page of a graph around the nodes, edges and options of its network."""
    years = [(year, [*members]) for year, members in groupby(chronology(graph.events), key=year_of)]
    return render_page(
        "explorer/explorer.html.j2",
        explorer_shell(),
        {
            "network": network,
            "names": joined_names(graph),
            "graph": explorer_data(graph, full_text=full_text),
        },
        title=graph.title or "Events",
        generator=graph.generator,
        counts=counts(graph),
        stretch=stretch([year for year, _ in years]),
        chronology=[(year, [entry(event) for event in members]) for year, members in years],
        undated=UNDATED,
        rows_of_run=ROWS_OF_RUN,
        names=list(names(graph)),
    )


def explorer_shell() -> Shell:
    """The scripts and styles of every explorer: the engine, our modules, the colours, our style sheets."""
    return shell(
        ["\n".join(engine()), read_template("explorer.min.js")],
        [f"{kind_colours()}\n{read_template('explorer.min.css')}"],
    )


def engine() -> Iterator[str]:
    """The shelf and, upon it, vis-network with all that it needs: as vendored, or what stands in for it."""
    yield read_template("engine/shelf.js")
    listed = tomllib.loads((VENDOR / "vendored.toml").read_text(encoding="utf-8"))
    for stand_in in listed["stand_in"]:
        yield on_shelf(stand_in["require"], read_template(f"engine/{stand_in['file']}"))
    for module in listed["module"]:
        yield on_shelf(module["require"], (VENDOR / module["file"]).read_text(encoding="utf-8"))


def on_shelf(name: str, code: str) -> str:
    """A CommonJS or UMD module, unchanged, inside the function that puts it on the shelf."""
    return f'shelf.put("{name}", function (module, exports, require) {{\n{code}\n}});'


def counts(graph: Graph) -> list[tuple[int, str]]:
    """How many of what there is, for the head of the page."""
    return [
        (len(graph.events), plural(len(graph.events), "event")),
        (len(graph.entities), plural(len(graph.entities), "name")),
        (len(graph.documents), plural(len(graph.documents), "document")),
    ]


def stretch(headings: list[str]) -> str:
    """From the first year to the last under which events stand, or ""."""
    years = [heading for heading in headings if heading != UNDATED]
    return "\N{EN DASH}".join(dict.fromkeys(years[:1] + years[-1:]))


def entry(event: Event) -> dict[str, Any]:
    """An event as the chronology lists it."""
    return {
        "id": event.id,
        "link": fragment(node_of(event)),
        "kind": load_schema().event[event.type].family,
        "label": event.full_label,
        "when": when_in_words(event.when) if event.when else "",
        "unreal": event.status not in FACTS,
        "statistic": event.aggregate,
        "sources": len(event.sources),
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
