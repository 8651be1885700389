"""RDF read into nodes: each IRI with what all graphs say of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from eventgraph.errors import GraphBroken
from eventgraph.export.rdf_terms import DCT, NIF, ONTOLOGY, RDF
from eventgraph.model import DayPair, Span


class Node:
    """One IRI with its properties; every look-up is by property."""

    def __init__(self, iri: str) -> None:
        self.iri = iri
        self.said: dict[str, dict[str, None]] = defaultdict(dict)

    def all(self, term: NamedNode) -> list[str]:
        """The values: IRIs whole, literals without their types."""
        return list(self.said.get(term.value, ()))

    def get(self, term: NamedNode) -> str:
        """The one value, "" where there is none. GraphBroken where there are several."""
        values = self.all(term)
        if len(values) > 1:
            raise GraphBroken(
                f"The RDF says two things of {self.iri}: {term.value} is {values[0]}, {values[1]}"
            )
        return values[0] if values else ""

    def need(self, term: NamedNode) -> str:
        """The one value. GraphBroken where there is none."""
        if not self.all(term):
            raise GraphBroken(f"The RDF lacks {term.value} of {self.iri}")
        return self.get(term)

    def word(self, term: NamedNode) -> str:
        """The value of a closed list that an individual of the ontology stands for."""
        return self.need(term).removeprefix(ONTOLOGY)

    def true(self, term: NamedNode) -> bool:
        """Whether a flag is set."""
        return "true" in self.all(term)

    def day(self, term: NamedNode) -> date | None:
        """A day, None where there is none."""
        value = self.get(term)
        return date.fromisoformat(value) if value else None

    def days(self, first: NamedNode, last: NamedNode) -> DayPair:
        """A first and a last day."""
        return self.day(first), self.day(last)

    def is_a(self, term: NamedNode) -> bool:
        """Whether it is of a class."""
        return term.value in self.said.get(RDF["type"].value, ())


class Nodes:
    """All nodes of some quads, by IRI; graphs count as one."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._nodes: dict[str, Node] = {}
        for quad in quads:
            subject, value = quad.subject, quad.object
            if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
                self[subject.value].said[quad.predicate.value][value.value] = None

    def __getitem__(self, iri: str) -> Node:
        node = self._nodes.get(iri)
        if node is None:
            node = self._nodes[iri] = Node(iri)
        return node

    def of(self, term: NamedNode) -> Iterator[Node]:
        """The nodes of a class."""
        return (node for node in self._nodes.values() if node.is_a(term))

    def id_of(self, iri: str) -> str | None:
        """The id that an IRI stands for, None for no IRI."""
        return self[iri].need(DCT["identifier"]) if iri else None

    def span(self, iri: str) -> Span:
        """The stretch of a document that a mention or sentence is."""
        node = self[iri]
        document = self[node.need(NIF["referenceContext"])].need(DCT["identifier"])
        return Span(document, int(node.need(NIF["beginIndex"])), int(node.need(NIF["endIndex"])))

    def at(self, iri: str) -> tuple[str, int, int]:
        """The same as positional arguments."""
        span = self.span(iri)
        return span.document, span.start, span.end
