"""The graph back from its RDF: what went in comes out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings

from eventgraph.errors import GraphBroken, GraphMissing
from eventgraph.export.rdf import (
    quads,
    render_trig,
    write_jsonld,
    write_nquads,
    write_trig,
    write_turtle,
)
from eventgraph.export.rdf_reading import graph_of, read_rdf
from eventgraph.model import Graph
from held import held
from made_graphs import graphs
from samples import SAMPLE

FEW = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


@given(graphs())
@FEW
def test_what_went_in_comes_out(graph: Graph) -> None:
    """Every document, time expression, entity, event and relation, with all of its fields."""
    assert graph_of("".join(render_trig(graph))) == held(graph)


def test_the_sample_comes_back() -> None:
    """Below another base, too, which is kept."""
    graph = replace(SAMPLE, base="https://kg.example/x#")
    assert graph_of("".join(render_trig(graph))) == held(graph)


@pytest.mark.parametrize(
    ("write", "name"),
    [(write_trig, "graph.trig"), (write_nquads, "graph.nq"), (write_jsonld, "graph.jsonld")],
)
def test_every_whole_format_is_read(write: object, name: str, tmp_path: Path) -> None:
    """TriG, N-Quads, in whatever order their lines are, and JSON-LD."""
    assert callable(write)
    write(SAMPLE, tmp_path / name)
    assert read_rdf(tmp_path / name) == held(SAMPLE)


def test_an_engine_may_come_between() -> None:
    """What a store gives back is read alike: nothing hangs on the order of the file."""
    store = ox.Store()
    store.extend(quads(SAMPLE))
    dumped = store.dump(format=ox.RdfFormat.TRIG)
    assert dumped is not None
    assert graph_of(dumped.decode()) == held(SAMPLE)


def test_what_cannot_be_read(tmp_path: Path) -> None:
    """No file, no RDF, RDF of something else, and the facts without their texts."""
    with pytest.raises(GraphMissing):
        read_rdf(tmp_path / "graph.trig")
    write_turtle(SAMPLE, tmp_path / "graph.ttl")
    (tmp_path / "graph.png").write_text("", encoding="utf-8")
    for name, words in (("graph.ttl", "the facts alone"), ("graph.png", "not a file of RDF")):
        with pytest.raises(GraphBroken, match=words):
            read_rdf(tmp_path / name)
    whole = "".join(render_trig(SAMPLE))
    for broken in ("<a> <b>", whole.replace("eg:status eg:alleged", "eg:status eg:rumoured"),
                   whole.replace("    eg:status eg:happened ;\n", "", 1)):  # fmt: skip
        with pytest.raises(GraphBroken):
            graph_of(broken)


PREDICATES = sorted({quad.predicate.value for quad in quads(SAMPLE)})


@pytest.mark.parametrize("predicate", PREDICATES)
@pytest.mark.parametrize("value", [None, ox.Literal("x"), ox.NamedNode("https://example.org/kg/nowhere")])
def test_broken_rdf_is_refused_or_read(predicate: str, value: ox.Literal | ox.NamedNode | None) -> None:
    """Whatever one property says, or if it says nothing: a graph or GraphBroken, and no other error."""
    store = ox.Store()
    for quad in quads(SAMPLE):
        if quad.predicate.value != predicate:
            store.add(quad)
        elif value is not None:
            store.add(ox.Quad(quad.subject, quad.predicate, value, quad.graph_name))
    dumped = store.dump(format=ox.RdfFormat.TRIG)
    assert dumped is not None
    try:
        graph = graph_of(dumped.decode())
    except GraphBroken:
        return
    assert isinstance(graph, Graph)


def test_a_file_of_nothing_is_an_empty_graph() -> None:
    """RDF that speaks of no documents."""
    assert graph_of("").documents == ()
