"""The network of the sample graph: nodes, edges with lasting keys, and GraphML that others read."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import igraph
import networkx as nx

from eventgraph.export.networks import render_graphml, to_networkx, write_graphml
from eventgraph.model import Graph, RelatedEvent, Relation
from eventgraph.vocabulary import EventRelation
from samples import EVENTS, HERON, LARNBY, MIA, POLICE, QUIST, SAMPLE

ARREST = EVENTS[0]


def test_nodes_are_entities_and_events() -> None:
    """Every entity and every event is a node, by its id."""
    network = to_networkx(SAMPLE)
    assert set(network) == {entity.id for entity in SAMPLE.entities} | {event.id for event in SAMPLE.events}
    assert network.nodes[POLICE]["kind"] == "entity"
    arrest = network.nodes[ARREST.id]
    assert (arrest["kind"], arrest["type"], arrest["family"]) == ("event", "arrest", "enforcement")
    assert (arrest["edtf"], arrest["start"], arrest["end"]) == (
        "2024-03-12",
        "2024-03-12",
        "2024-03-12",
    )
    assert arrest["sources"] == 2


def test_a_copy_is_no_source() -> None:
    """A document that only repeats a passage does not count."""
    first, *others = ARREST.mentions
    copied = replace(ARREST, mentions=(first, *(replace(told, repeat=True) for told in others)))
    network = to_networkx(replace(SAMPLE, events=(copied,)))
    assert (network.nodes[ARREST.id]["sources"], network.nodes[ARREST.id]["mentions"]) == (1, 2)


def test_edges_say_what_they_are() -> None:
    """Participants, places, operations, related events and relations are edges with a kind and a type."""
    found = {
        (source, target, data["kind"], data["type"])
        for source, target, data in to_networkx(SAMPLE).edges(data=True)
    }
    assert found == {
        (ARREST.id, POLICE, "participation", "agent"),
        (ARREST.id, LARNBY, "place", "in"),
        (ARREST.id, HERON, "operation", "operation"),
        (ARREST.id, "operation:bbbbbbbb", "related", "part_of"),
        ("operation:bbbbbbbb", HERON, "operation", "operation"),
        ("discovery:cccccccc", MIA, "participation", "patient"),
        (QUIST, POLICE, "relation", "holds_position"),
    }


def test_an_allegation_shows() -> None:
    """What did not happen for sure is in the network, with its status and in its label."""
    node = to_networkx(SAMPLE).nodes["trafficking:dddddddd"]
    assert (node["label"], node["status"]) == ("Alleged: 40 kg of cocaine smuggled", "alleged")


def test_what_is_unknown_is_left_out() -> None:
    """An undated event has no date attributes, an open end no last day."""
    network = to_networkx(SAMPLE)
    assert not {"edtf", "start", "end", "precision"} & set(network.nodes["discovery:cccccccc"])
    assert "end" not in network.nodes["hearing:eeeeeeee"]


def test_parallel_edges_stay_apart() -> None:
    """Two ties between the same two things are two edges."""
    again = RelatedEvent(relation=EventRelation.FOLLOWS, event="operation:bbbbbbbb")
    graph = replace(SAMPLE, events=(replace(ARREST, related=(*ARREST.related, again)), *EVENTS[1:]))
    assert set(to_networkx(graph)[ARREST.id]["operation:bbbbbbbb"]) == {"part_of", "follows"}


def test_edges_do_not_make_nodes() -> None:
    """A relation to something that the graph does not hold adds nothing."""
    lost = Relation(id="x", type="works_with", subject=POLICE, object="agency:unknown")
    assert "agency:unknown" not in to_networkx(replace(SAMPLE, relations=(lost,)))


def test_graphml_reads_back(tmp_path: Path) -> None:
    """Reading the file gives the same nodes and edges; two writings are the same bytes."""
    write_graphml(SAMPLE, tmp_path / "a.graphml")
    write_graphml(SAMPLE, tmp_path / "b.graphml")
    assert (tmp_path / "a.graphml").read_bytes() == (tmp_path / "b.graphml").read_bytes()
    again = nx.read_graphml(tmp_path / "a.graphml", force_multigraph=True)
    network = to_networkx(SAMPLE)
    assert dict(again.nodes(data=True)) == dict(network.nodes(data=True))
    assert set(again.edges(keys=True)) == set(network.edges(keys=True))


def test_dates_are_read_by_others(tmp_path: Path) -> None:
    """The file gives igraph the days of nodes and edges; networkx can write them as spells of GEXF."""
    write_graphml(SAMPLE, tmp_path / "graph.graphml")
    read = igraph.Graph.Read_GraphML(str(tmp_path / "graph.graphml"))
    network = to_networkx(SAMPLE)
    assert (read.vcount(), read.ecount()) == (network.number_of_nodes(), network.number_of_edges())
    arrest = read.vs.find(id=ARREST.id)
    assert (arrest["start"], arrest["end"], arrest["label"]) == ("2024-03-12", "2024-03-12", ARREST.label)
    (place,) = read.es.select(kind="place")
    assert (place["start"], place["end"], place["status"]) == ("2024-03-12", "2024-03-12", "happened")
    network.graph |= {"mode": "dynamic", "timeformat": "date"}
    for *_, data in network.edges(data=True):
        data.pop("type")  # GEXF has a word of its own for directed and undirected
    nx.write_gexf(network, tmp_path / "graph.gexf")
    assert 'start="2024-03-12" end="2024-03-12"' in (tmp_path / "graph.gexf").read_text(encoding="utf-8")


def test_graphml_is_xml_whatever_the_names_hold() -> None:
    """Characters that XML cannot hold are replaced; keys have ids of their own."""
    odd = replace(SAMPLE.entities[0], name="A\x00B\x0b<&>\ud7ff\ufffe", aliases=("\x1b[31m",))
    graph = Graph(entities=(odd,), title="\x01")
    tree = ET.parse(io.StringIO("".join(render_graphml(graph))))  # noqa: S314 (our own file)
    texts = [element.text for element in tree.iter("{http://graphml.graphdrawing.org/xmlns}data")]
    assert "A\ufffdB\ufffd<&>\ud7ff\ufffd" in texts
    keys = [element.get("id") for element in tree.iter("{http://graphml.graphdrawing.org/xmlns}key")]
    assert len(keys) == len(set(keys))
