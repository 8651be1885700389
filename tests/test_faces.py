"""What Python users ask of a graph: its words, and itself as an object of rdflib, networkx and pyvis."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest
import rdflib
from pyvis.network import Network

from eventgraph.errors import UsageError
from eventgraph.export.rdf import quads
from eventgraph.model import Span
from samples import FIRST, POLICE, SAMPLE, at

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")


def test_the_words_at_a_span() -> None:
    """As they stand in the document; a document that is not there is an error."""
    assert SAMPLE.text_of(Span(*at(FIRST, "Port Authority Police"))) == "Port Authority Police"
    with pytest.raises(KeyError):
        SAMPLE.text_of(Span("nowhere", 0, 1))


def test_an_rdflib_dataset() -> None:
    """Everything, below the graph's base or another one; an impossible base is refused."""
    dataset = SAMPLE.to_rdflib()
    assert isinstance(dataset, rdflib.Dataset)
    assert len(dataset) == len(set(quads(SAMPLE)))
    for graph, base in ((SAMPLE, "https://kg.example/"), (replace(SAMPLE, base="https://kg.example/"), None)):
        subject = rdflib.URIRef(f"https://kg.example/entity/{POLICE}")
        label = graph.to_rdflib(base).value(subject, rdflib.RDFS.label)
        assert label == rdflib.Literal("Port Authority Police")
    with pytest.raises(UsageError):
        SAMPLE.to_rdflib("kg")


def test_a_networkx_graph() -> None:
    """Entities and events by id, with parallel edges."""
    network = SAMPLE.to_networkx()
    assert isinstance(network, nx.MultiDiGraph)
    assert set(network) == {each.id for each in SAMPLE.entities} | {each.id for each in SAMPLE.events}


def test_a_pyvis_network(tmp_path: Path) -> None:
    """The explorer's own, which writes its page."""
    network = SAMPLE.to_pyvis()
    assert isinstance(network, Network)
    network.write_html(str(tmp_path / "page.html"))
    assert "Port Authority Police" in (tmp_path / "page.html").read_text(encoding="utf-8")
