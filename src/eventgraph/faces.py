"""What a graph can be asked for by Python users: its words, and itself as an object of other libraries.

The methods are here so that the model stays data. Those that hand over to `eventgraph.export` import it
when they are called: the one place where a lower layer reaches for a higher, and tests/test_house.py
names it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from pyvis.network import Network
    from rdflib import Dataset

    from eventgraph.model import Graph, Span


class GraphFaces:
    """The methods of `Graph`. Nothing is masked: give `eventgraph.graph.protect.protect` the graph first."""

    __slots__ = ()

    def text_of(self, span: Span) -> str:
        """The words at a span. KeyError if the document is not in the graph."""
        document = next((d for d in self._graph.documents if d.id == span.document), None)
        if document is None:
            raise KeyError(span.document)
        return document.text[span.start : span.end]

    def to_rdflib(self, base: str | None = None) -> Dataset:
        """The RDF as an rdflib Dataset: all of ``graph.trig``, the union as default graph, prefixes bound.

        ``base`` is what the IRIs begin with instead of the graph's own; UsageError if it cannot be one.
        Comfortable up to some 400 events; `eventgraph.query.run` takes any number.
        """
        from eventgraph.export.rdf import to_rdflib  # noqa: PLC0415 (see above)

        return to_rdflib(self._graph, base)

    def to_networkx(self) -> MultiDiGraph:
        """Entities and events as nodes by id, who took part in what as edges; see `export.networks`."""
        from eventgraph.export.networks import to_networkx  # noqa: PLC0415 (see above)

        return to_networkx(self._graph)

    def to_pyvis(self) -> Network:
        """The network of the explorer; its ``write_html`` writes the whole offline page."""
        from eventgraph.export.explorer_network import build_network  # noqa: PLC0415 (see above)

        return build_network(self._graph)

    @property
    def _graph(self) -> Graph:
        return cast("Graph", self)
