"""The explorer: one HTML file with the graph, the dated events and the sentence behind each of them.

It opens by double click without a network. `explorer_network` makes the graph, `explorer_data` what the
panel shows, `explorer_page` and ``templates/`` the page, `page` its safety. Texts stay at home: only the
sentences that are evidence travel, unless whole documents are asked for.
"""

from __future__ import annotations

from pathlib import Path

from eventgraph.export.files import write_file
from eventgraph.model import Graph


def write_explorer(graph: Graph, path: Path, *, full_text: bool = False) -> None:
    """Write the explorer of a graph as one UTF-8 file, whole or not at all.

    With ``full_text`` the documents can be read in it from end to end.
    """
    write_file([render_explorer(graph, full_text=full_text)], path)


def write_full_explorer(graph: Graph, path: Path) -> None:
    """`write_explorer` with the whole documents."""
    write_explorer(graph, path, full_text=True)


def render_explorer(graph: Graph, *, full_text: bool = False) -> str:
    """The explorer of a graph as the text of one HTML page; the same graph gives the same text."""
    from eventgraph.export.explorer_network import build_network  # noqa: PLC0415 (it loads pyvis)

    return build_network(graph, full_text=full_text).generate_html()
