"""``shapes.ttl`` as data: what the RDF of every graph conforms to, for the fast check of a build.

Only the part of SHACL that the file uses is known; anything else in it is a ConfigError, so that no rule
can be written that the build would not check.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

import pyoxigraph as ox
from pyoxigraph import BlankNode, Literal, NamedNode

from eventgraph.errors import ConfigError
from eventgraph.export.rdf_terms import RDF, RDFS, Namespace, Term

SH = Namespace("http://www.w3.org/ns/shacl#")

Value = NamedNode | BlankNode | Literal
Said = dict[NamedNode, list[Value]]

KNOWN = {
    "targets": {"targetClass", "targetSubjectsOf"},
    "node": {"class", "property", "xone"},
    "property": {
        *("path", "minCount", "maxCount", "datatype", "class", "nodeKind", "in"),
        *("lessThan", "lessThanOrEquals", "minInclusive", "maxInclusive"),
    },
}
"""The terms of SHACL that shapes may use, and where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What the values of one path must be; ``inverse`` where the path leads against its property.

    A count of None is no bound. ``one_of`` is empty where any value will do.
    """

    path: NamedNode
    inverse: bool
    least: int
    most: int | None
    datatype: NamedNode | None
    kind: NamedNode | None
    classes: tuple[NamedNode, ...]
    one_of: frozenset[Term]
    below: tuple[NamedNode, ...]
    at_most: tuple[NamedNode, ...]
    low: Literal | None
    high: Literal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Rules for the nodes of some classes and for the subjects of some properties.

    ``either`` holds alternatives, of which exactly one must be kept.
    """

    name: str
    of_classes: tuple[NamedNode, ...]
    with_properties: tuple[NamedNode, ...]
    classes: tuple[NamedNode, ...]
    rules: tuple[Rule, ...]
    either: tuple[tuple[Rule, ...], ...]


@cache
def load_shapes() -> tuple[Shape, ...]:
    """The shapes that ship with the program."""
    text = resources.files("eventgraph.export").joinpath("shapes.ttl").read_text(encoding="utf-8")
    return shapes_of(text)


def shapes_of(turtle: str) -> tuple[Shape, ...]:
    """The shapes of a text in Turtle. ConfigError where it uses SHACL that is not known here."""
    return tuple(_Reader(turtle).shapes())


class _Reader:
    def __init__(self, turtle: str) -> None:
        self.said: dict[object, Said] = defaultdict(lambda: defaultdict(list))
        for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE):
            if not isinstance(quad.object, NamedNode | BlankNode | Literal):
                raise ConfigError("shapes.ttl holds a triple in a triple")
            self.said[quad.subject][quad.predicate].append(quad.object)

    def shapes(self) -> Iterator[Shape]:
        for subject, said in list(self.said.items()):
            if SH["NodeShape"] in said.get(RDF["type"], ()) and isinstance(subject, NamedNode):
                self._allow(said, KNOWN["targets"] | KNOWN["node"])
                yield Shape(
                    name=subject.value.rpartition("#")[2],
                    of_classes=_named(said, "targetClass"),
                    with_properties=_named(said, "targetSubjectsOf"),
                    classes=_named(said, "class"),
                    rules=self._rules(said),
                    either=tuple(self._alternatives(said)),
                )

    def _alternatives(self, said: Said) -> Iterator[tuple[Rule, ...]]:
        for choices in said.get(SH["xone"], ()):
            for choice in self._list(choices):
                self._allow(self.said[choice], {"property"})
                yield self._rules(self.said[choice])

    def _rules(self, said: Said) -> tuple[Rule, ...]:
        return tuple(self._rule(self.said[node]) for node in said.get(SH["property"], ()))

    def _rule(self, said: Said) -> Rule:
        self._allow(said, KNOWN["property"])
        path, inverse = self._path(said)
        most = _literal(said, "maxCount")
        return Rule(
            path=path,
            inverse=inverse,
            least=int(least.value) if (least := _literal(said, "minCount")) else 0,
            most=int(most.value) if most else None,
            datatype=next(iter(_named(said, "datatype")), None),
            kind=next(iter(_named(said, "nodeKind")), None),
            classes=_named(said, "class"),
            one_of=frozenset(
                value
                for values in said.get(SH["in"], ())
                for value in self._list(values)
                if not isinstance(value, BlankNode)
            ),
            below=_named(said, "lessThan"),
            at_most=_named(said, "lessThanOrEquals"),
            low=_literal(said, "minInclusive"),
            high=_literal(said, "maxInclusive"),
        )

    def _path(self, said: Said) -> tuple[NamedNode, bool]:
        (path,) = said[SH["path"]]
        if isinstance(path, NamedNode):
            return path, False
        inner = self.said[path]
        self._allow(inner, {"inversePath"})
        (property_,) = _named(inner, "inversePath")
        return property_, True

    def _list(self, node: Value) -> Iterator[Value]:
        while node != RDF["nil"]:
            (first,), (node,) = self.said[node][RDF["first"]], self.said[node][RDF["rest"]]
            yield first

    def _allow(self, said: Said, words: set[str]) -> None:
        allowed = {SH[word] for word in words} | {RDF["type"], RDFS["comment"]}
        for term in said:
            if term not in allowed:
                raise ConfigError(f"shapes.ttl: the check of a build does not know {term.value} here")


def _named(said: Said, word: str) -> tuple[NamedNode, ...]:
    return tuple(value for value in said.get(SH[word], ()) if isinstance(value, NamedNode))


def _literal(said: Said, word: str) -> Literal | None:
    return next((value for value in said.get(SH[word], ()) if isinstance(value, Literal)), None)
