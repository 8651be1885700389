"""Laws of the RDF, for the sample and for graphs made up by hypothesis: it conforms and reads back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings

from eventgraph.export.rdf import quads, render_jsonld, render_nquads, render_trig, to_rdflib
from eventgraph.export.rdf_terms import prefixes
from eventgraph.model import Graph
from made_graphs import graphs
from samples import EVENTS, SAMPLE

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")

FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


@cache
def shapes() -> rdflib.Graph:
    """The shapes that ship with the package."""
    text = resources.files("eventgraph.export").joinpath("shapes.ttl").read_text(encoding="utf-8")
    return rdflib.Graph().parse(data=text, format="turtle")


def faults(graph: Graph) -> str:
    """What SHACL finds wrong with the RDF of a graph, "" for nothing."""
    return faults_of(to_rdflib(graph).triples((None, None, None)))


def faults_of(triples: Iterable[Any]) -> str:
    """What SHACL finds wrong with some triples, "" for nothing."""
    data = rdflib.Graph()
    for triple in triples:
        data.add(triple)
    conforms, _, report = pyshacl.validate(data, shacl_graph=shapes())
    return "" if conforms else str(report)


def test_the_sample_conforms() -> None:
    """The RDF of the sample keeps every rule of the shapes; undated events are no fault."""
    assert faults(SAMPLE) == ""


@given(graphs())
@settings(FEW, max_examples=8)
def test_any_graph_conforms(graph: Graph) -> None:
    """Whatever the graph holds, its RDF keeps every rule of the shapes."""
    assert faults(graph) == ""


@given(graphs())
@FEW
def test_every_format_reads_back(graph: Graph) -> None:
    """TriG, N-Quads and JSON-LD give back every quad, whatever characters are in texts, names and ids."""
    expected = set(quads(graph))
    assert set(ox.parse("".join(render_trig(graph)), format=ox.RdfFormat.TRIG)) == expected
    assert set(ox.parse("".join(render_nquads(graph)), format=ox.RdfFormat.N_QUADS)) == expected
    assert set(ox.parse(render_jsonld(graph), format=ox.RdfFormat.JSON_LD)) == expected


@given(graphs())
@FEW
def test_literals_are_valid_in_two_engines(graph: Graph) -> None:
    """No literal is wrong for its type to rdflib, and the engine computes with every date and number."""
    dataset = to_rdflib(graph)
    literals = {o for _, _, o in dataset.triples((None, None, None)) if isinstance(o, rdflib.Literal)}
    assert not [literal for literal in literals if literal.ill_typed]
    store = ox.Store()
    store.extend(quads(graph))
    wrong = store.query(
        "SELECT ?o { ?s ?p ?o FILTER(DATATYPE(?o) IN (xsd:date, xsd:decimal, xsd:integer)) "
        "FILTER(!COALESCE(?o <= ?o, false)) }",
        prefixes=prefixes(),
        use_default_graph_as_union=True,
    )
    assert isinstance(wrong, ox.QuerySolutions)
    assert not list(wrong)


@given(graphs())
@FEW
def test_no_blank_nodes_and_no_quad_twice(graph: Graph) -> None:
    """Every subject is an IRI, every value an IRI or a literal, and each quad comes once."""
    found = list(quads(graph))
    assert len(found) == len(set(found))
    assert all(isinstance(quad.subject, ox.NamedNode) for quad in found)
    assert not [quad for quad in found if isinstance(quad.object, ox.BlankNode)]


def rows(store: ox.Store, pattern: str, *variables: str) -> set[tuple[str | None, ...]]:
    """The values of some variables of a pattern."""
    found = store.query(
        f"SELECT {' '.join(variables)} {{ {pattern} }}", prefixes=prefixes(), use_default_graph_as_union=True
    )
    assert isinstance(found, ox.QuerySolutions)
    return {tuple(value.value if value else None for value in row) for row in found}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("12", "12"),
        ("12.50", "12.5"),
        ("1E+3", "1000"),
        ("-0.0", "0"),
        ("0.001", "0.001"),
        ("1000", "1000"),
        ("-7.10", "-7.1"),
    ],
)
def test_decimals_have_one_form(value: str, expected: str) -> None:
    """A number is written in the canonical form of xsd:decimal, however it was written in the text."""
    quantity = replace(EVENTS[0].quantities[0], value=Decimal(value))
    graph = replace(SAMPLE, events=(replace(EVENTS[0], quantities=(quantity,), related=()),))
    store = ox.Store()
    store.extend(quads(graph))
    assert rows(store, "?q eg:value ?v", "?v") == {(expected,)}
    assert f'eg:value "{expected}"^^xsd:decimal' in "".join(render_trig(graph))
