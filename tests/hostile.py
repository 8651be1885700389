"""Words made to break out of a query, and a graph in which everything is called so."""

from __future__ import annotations

from dataclasses import replace

from eventgraph.model import Document, Graph
from told import Teller

URL = "http://127.0.0.1"
"""Where the words would have a query fetch from; a test puts its own server here."""

HOSTILE = [
    '"',
    "\\",
    '\\"',
    "'",
    "''' \"\"\"",
    "\n",
    "\r\n} SERVICE <http://127.0.0.1/> { #",
    '" } SERVICE <http://127.0.0.1/> { ?s ?p ?o } #',
    "} SERVICE <http://127.0.0.1/> { ?s ?p ?o } {",
    "VALUES ?x {}",
    "\n  VALUES ?who {}\n",
    "\\u0022 } SERVICE <http://127.0.0.1/> {}",
    "\x00",
    "\x85} SERVICE <http://127.0.0.1/> {}",
    "\u2028} SERVICE <http://127.0.0.1/> {}",
    "\x0b\x0c\x1c",
    "\u202e\u2066",
    "\ufeff",
    "😀" * 3,
    "e\u0301",
    "\ud800",
    "\udcff",
    "{" * 100,
    "x" * 10_000,
    "*" * 10_000,
    "$1 \\1 \\g<0>",
    "<http://127.0.0.1/>",
    "%s {} {0}",
    "",
    " ",
]


def named(words: str) -> Graph:
    """A graph in which everything is called so."""
    told = Teller()
    told.document("one.txt", "2024-03-14")
    for kind in ("person", "operation", "location"):
        told.entity(kind, f"Ann {words}", words, as_id=f"{kind}:{words}")
    sentence = told.says("one.txt", "Ann was held.")
    told.event("arrest:01", sentence, "2024-03", label=words)
    graph = told.graph()
    document = graph.documents[0]
    renamed = Document(id=document.id, origin=words, title=words, text=document.text)
    return replace(graph, documents=(renamed,))
