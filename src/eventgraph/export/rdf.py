"""The graph as RDF: a deterministic projection, and the files it is written to.

The facts stand in one named graph, what each document says in its own. ``graph.ttl`` holds the facts
alone; the other formats hold everything. ``base`` is what IRIs begin with, the graph's own base unless
another is given.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode, Quad, Triple

from eventgraph.export.files import write_file
from eventgraph.export.rdf_check import Check
from eventgraph.export.rdf_facts import facts
from eventgraph.export.rdf_sources import source_graphs
from eventgraph.export.rdf_terms import RDF, XSD, Names, Term, prefixes
from eventgraph.export.rdf_turtle import Shortener, grouped, turtle_blocks
from eventgraph.model import Graph

if TYPE_CHECKING:
    from rdflib import Dataset

JSON_PLAIN: dict[str, Callable[[str], str | int | bool]] = {
    XSD["string"].value: str,
    XSD["boolean"].value: "true".__eq__,
    XSD["integer"].value: int,
}
"""Datatypes that JSON-LD writes as plain JSON, with what makes them so."""


def quads(graph: Graph, base: str | None = None) -> Iterator[Quad]:
    """Every quad of the graph, each once, in a fixed order: the facts, then each document.

    UsageError if the base IRI is not absolute or does not end in ``/`` or ``#``.
    """
    for name, triples in named_graphs(graph, base):
        for triple in dict.fromkeys(triples):
            yield Quad(triple.subject, triple.predicate, triple.object, name)


def named_graphs(graph: Graph, base: str | None = None) -> Iterator[tuple[NamedNode, Iterator[Triple]]]:
    """The facts and the graph of each document: IRI and triples (a triple may come more than once)."""
    names = Names(_base(graph, base))
    yield names("graph", "facts"), facts(graph, names)
    yield from source_graphs(graph, names)


def render_turtle(graph: Graph, base: str | None = None) -> Iterator[str]:
    """The facts in Turtle, in pieces: grouped by subject, events by their dates."""
    shortener = Shortener(prefixes(_base(graph, base)))
    yield shortener.header()
    yield from turtle_blocks(grouped(facts(graph, Names(_base(graph, base)))), shortener)


def render_trig(graph: Graph, base: str | None = None) -> Iterator[str]:
    """Everything in TriG, in pieces: the facts, then a graph a document.

    At the end GraphBroken if it does not conform to the shapes, so that no such file is ever whole.
    """
    known = prefixes(_base(graph, base))
    shortener, check = Shortener(known), Check(known)
    yield shortener.header()
    for name, triples in named_graphs(graph, base):
        yield f"\n{shortener.term(name)} {{\n"
        yield from turtle_blocks(check.passing(grouped(triples)), shortener)
        yield "}\n"
    check.refuse()


def render_nquads(graph: Graph, base: str | None = None) -> Iterator[str]:
    """Everything in N-Quads, a line each, sorted."""
    for line in sorted(str(quad) for quad in quads(graph, base)):
        yield f"{line} .\n"


def render_jsonld(graph: Graph, base: str | None = None) -> str:
    """Everything in JSON-LD; the context is local, so that nothing is fetched to read it."""
    shortener = Shortener(prefixes(_base(graph, base)))
    content = [
        {"@id": shortener.compact(name), "@graph": list(_nodes(triples, shortener))}
        for name, triples in named_graphs(graph, base)
    ]
    document = {"@context": prefixes(_base(graph, base)), "@graph": content}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def write_turtle(graph: Graph, path: Path, *, base: str | None = None) -> None:
    """Write the facts in Turtle (``graph.ttl``)."""
    write_file(render_turtle(graph, base), path)


def write_trig(graph: Graph, path: Path, *, base: str | None = None) -> None:
    """Write everything in TriG (``graph.trig``). GraphBroken if it does not conform to the shapes."""
    write_file(render_trig(graph, base), path)


def write_nquads(graph: Graph, path: Path, *, base: str | None = None) -> None:
    """Write everything in N-Quads, sorted, so that two graphs can be compared line by line."""
    write_file(render_nquads(graph, base), path)


def write_jsonld(graph: Graph, path: Path, *, base: str | None = None) -> None:
    """Write everything in JSON-LD."""
    write_file([render_jsonld(graph, base)], path)


def to_rdflib(graph: Graph, base: str | None = None) -> Dataset:
    """Everything as an rdflib Dataset whose default graph is the union, with the prefixes bound.

    rdflib is comfortable up to some 50,000 triples, about 400 events; beyond, use ``eventgraph.query``.
    """
    import rdflib  # noqa: PLC0415 (0.3 s that writing files need not pay)

    dataset = rdflib.Dataset(default_union=True)
    for prefix, iri in prefixes(_base(graph, base)).items():
        dataset.bind(prefix, iri, replace=True)
    for name, triples in named_graphs(graph, base):
        part = dataset.graph(rdflib.URIRef(name.value))
        for triple in triples:
            part.add(tuple(_for_rdflib(term) for term in (triple.subject, triple.predicate, triple.object)))
    return dataset


def _base(graph: Graph, base: str | None) -> str:
    return graph.base if base is None else base


def _for_rdflib(term: Any) -> Any:  # noqa: ANN401 (the terms of two libraries)
    import rdflib  # noqa: PLC0415 (see above)

    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    if term.datatype == XSD["string"]:
        return rdflib.Literal(term.value)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)


def _nodes(triples: Iterable[Triple], shortener: Shortener) -> Iterator[dict[str, Any]]:
    for subject, properties in grouped(triples):
        node: dict[str, Any] = {"@id": shortener.compact(subject)}
        for predicate, objects in properties.items():
            if predicate == RDF["type"]:
                node["@type"] = [shortener.compact(each) for each in objects if isinstance(each, NamedNode)]
                continue
            values = [_json_value(each, shortener) for each in objects]
            node[shortener.compact(predicate)] = values if len(values) > 1 else values[0]
        yield node


def _json_value(term: Term, shortener: Shortener) -> object:
    if isinstance(term, NamedNode):
        return {"@id": shortener.compact(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value in JSON_PLAIN:
        return JSON_PLAIN[term.datatype.value](term.value)
    return {"@value": term.value, "@type": shortener.compact(term.datatype)}
