"""The pyvis network of a graph."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from pyvis.network import Network

from eventgraph.export.explorer_edges import joined_edges
from eventgraph.export.explorer_network import ExplorerNetwork, NodeIds, build_network
from eventgraph.model import Graph
from generated import generated
from samples import HERON, POLICE, QUIST, SAMPLE

NETWORK = build_network(SAMPLE)


def test_it_is_a_pyvis_network() -> None:
    """Whoever knows pyvis can go on with it: nodes, edges, options are pyvis's own."""
    assert isinstance(NETWORK, Network)
    network = build_network(SAMPLE)
    network.add_node("note", label="A note")
    network.add_edge("note", POLICE)
    assert network.get_node("note")["label"] == "A note"
    assert network.payload()["edges"][-1]["to"] == POLICE


def test_an_operation_and_its_event_are_one_node() -> None:
    """Five entities and five events, one of which is the operation's own: nine nodes."""
    assert len(NETWORK.node_ids) == 9
    assert HERON in NETWORK.node_ids
    assert "operation:bbbbbbbb" not in NETWORK.node_ids


def test_edges_say_what_they_mean() -> None:
    """One edge between two nodes, with all its meanings; a patient is called by its type's word."""
    meanings = {(edge.source, edge.target): edge.role for edge in joined_edges(SAMPLE)}
    assert meanings[("arrest:aaaaaaaa", POLICE)] == "by"
    assert meanings[("arrest:aaaaaaaa", HERON)] == "part of"
    assert meanings[("trafficking:dddddddd", QUIST)] == "said by"
    assert meanings[(QUIST, POLICE)] == "Chief"
    assert meanings[("discovery:cccccccc", "person:mia-rowe")] == "found"


def test_physics_are_off_and_places_are_integers() -> None:
    """Positions are computed beforehand."""
    payload = NETWORK.payload()
    assert payload["options"]["physics"]["enabled"] is False
    assert all(isinstance(node[axis], int) for node in payload["nodes"] for axis in "xy")


def test_what_hangs_on_much_is_bigger() -> None:
    """Size grows with the number of edges."""
    assert NETWORK.get_node(POLICE)["size"] > NETWORK.get_node("hearing:eeeeeeee")["size"]


def test_labels_carry_their_status() -> None:
    """A label that travels alone says that it is an allegation."""
    assert NETWORK.get_node("trafficking:dddddddd")["label"].startswith("Alleged: ")


def test_ids_are_known_at_once() -> None:
    """The list of ids answers membership as pyvis expects, and stays a list."""
    ids = NodeIds()
    ids.append("a")
    assert "a" in ids
    assert "b" not in ids
    assert list(ids) == ["a"]


def test_two_relations_between_two_entities_are_one_edge() -> None:
    """Parallel edges are joined, each meaning once, whatever their direction."""
    (post,) = SAMPLE.relations
    back = dataclasses.replace(post, id="x", type="works_with", label="", subject=POLICE, object=QUIST)
    roles = [
        edge.role
        for edge in joined_edges(dataclasses.replace(SAMPLE, relations=(post, post, back)))
        if {edge.source, edge.target} == {POLICE, QUIST}
    ]
    assert roles == ["Chief, works with"]


def test_pyvis_writes_our_page(tmp_path: Path) -> None:
    """write_html makes the offline page in UTF-8, with nothing that pyvis would load."""
    NETWORK.write_html(str(tmp_path / "page.html"), open_browser=False)
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page == NETWORK.generate_html()
    assert "cdnjs" not in page
    assert "bootstrap" not in page.lower()


def test_an_empty_graph_makes_an_empty_network() -> None:
    """Nothing to draw is no error."""
    assert ExplorerNetwork(Graph()).payload()["nodes"] == []
    assert build_network(Graph()).payload()["nodes"] == []


def test_the_same_graph_gives_the_same_network() -> None:
    """Places, sizes and order do not change from one time to the next."""
    assert build_network(generated(50)).payload() == build_network(generated(50)).payload()
