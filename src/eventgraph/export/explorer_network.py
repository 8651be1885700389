"""The graph of the explorer as a pyvis `Network`: entities and events as nodes, roles as edges.

pyvis owns the nodes, the edges and the option model, so that whoever knows it can go on from here
(``add_node``, ``add_edge``, ``set_options``). Ours are the page, the writer, the positions, and physics
that stay off. An operation and its operation event are one node, under the entity's id.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from pathlib import Path
from typing import Any

from pyvis.network import Network

from eventgraph.export.explorer_edges import joined_edges, node_of
from eventgraph.export.explorer_page import render
from eventgraph.export.files import write_file
from eventgraph.export.layout import place
from eventgraph.model import Graph
from eventgraph.schema import load_schema

SMALLEST, LARGEST = 8, 24
"""Radii of nodes."""
EDGES_HIDDEN_FROM = 1500
"""From so many edges they are not drawn while the graph is dragged."""


class NodeIds(list[str]):
    """pyvis's list of node ids, that knows at once whether it holds one."""

    def __init__(self) -> None:
        super().__init__()
        self._known: set[str] = set()

    def append(self, node: str) -> None:
        """Add an id."""
        self._known.add(node)
        super().append(node)

    def __contains__(self, node: object) -> bool:
        return node in self._known


class ExplorerNetwork(Network):  # type: ignore[misc]  # pyvis has no types
    """The pyvis network of a graph that writes one offline page, safe and in UTF-8."""

    def __init__(self, graph: Graph, *, full_text: bool = False) -> None:
        super().__init__(directed=True, cdn_resources="in_line")
        self.graph = graph
        self.full_text = full_text
        self.node_ids = NodeIds()
        self.options.physics.enabled = False
        self.options.edges.smooth.enabled = False

    def payload(self) -> dict[str, Any]:
        """Nodes, edges and options as vis-network takes them."""
        nodes, edges, _, _, _, options = self.get_network_data()
        return {"nodes": nodes, "edges": edges, "options": json.loads(options)}

    def generate_html(self, *_: object, **__: object) -> str:
        """The whole page around this network. What pyvis's callers pass beside changes nothing."""
        return render(self.graph, self.payload(), full_text=self.full_text)

    def write_html(self, name: str, *_: object, **__: object) -> None:
        """Write the page to a file, whole or not at all; no browser is opened."""
        write_file([self.generate_html()], Path(name))


def build_network(graph: Graph, *, full_text: bool = False) -> ExplorerNetwork:
    """Every entity and event of a graph as nodes, sized by how much hangs on them, with their edges.

    With ``full_text`` the page holds the whole documents, too.
    """
    edges = tuple(joined_edges(graph))
    degrees = Counter(node for edge in edges for node in (edge.source, edge.target))
    events = [event for event in graph.events if node_of(event) == event.id]
    nodes = [*(entity.id for entity in graph.entities), *(event.id for event in events)]
    points = place(nodes, [(edge.source, edge.target) for edge in edges])
    network = ExplorerNetwork(graph, full_text=full_text)
    network.options.interaction.hideEdgesOnDrag = len(edges) >= EDGES_HIDDEN_FROM
    schema = load_schema()
    for entity in graph.entities:
        drawn = schema.entity[entity.type]
        add(network, entity.id, points, degrees, label=entity.name, shape=drawn.shape, color=drawn.colour)
    for event in events:
        colour = schema.family[schema.event[event.type].family].colour
        add(network, event.id, points, degrees, label=event.full_label, shape="box", color=colour)
    for edge in edges:
        network.add_edge(edge.source, edge.target, role=edge.role)
    return network


def add(
    network: ExplorerNetwork,
    node: str,
    points: dict[str, tuple[int, int]],
    degrees: Counter[str],
    **look: str,
) -> None:
    """Add a node where it stands; its size grows with the root of its degree."""
    x, y = points[node]
    radius = round(min(SMALLEST + 3.2 * math.sqrt(degrees[node]), LARGEST), 1)
    network.add_node(node, x=x, y=y, size=radius, **look)
