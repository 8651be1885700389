"""The build's check of its own RDF: the rules of ``shapes.ttl``, fast, over the nodes as they are written.

It finds what a SHACL engine finds: tests hold the two against each other. All graphs count as one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import islice
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from eventgraph.errors import GraphBroken
from eventgraph.export.rdf_shapes import SH, Rule, Shape, load_shapes
from eventgraph.export.rdf_terms import RDF, RDFS, XSD, Term
from eventgraph.export.rdf_turtle import Properties, Shortener

MOST_SHOWN = 5
NUMERIC = frozenset({XSD["decimal"], XSD["integer"], XSD["nonNegativeInteger"]})

Values = Sequence[Term]
Comparable = date | Decimal


def _matches(pattern: str) -> Callable[[str], bool]:
    return lambda value: re.fullmatch(pattern, value, re.ASCII) is not None


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


FORMS: dict[NamedNode, Callable[[str], bool]] = {
    XSD["date"]: _is_day,
    XSD["integer"]: _matches(r"[+-]?\d+"),
    XSD["nonNegativeInteger"]: _matches(r"\+?\d+"),
    XSD["decimal"]: _matches(r"[+-]?(\d+(\.\d*)?|\.\d+)"),
    XSD["boolean"]: _matches("true|false|0|1"),
}
"""Whether a value is valid for a datatype; of others any is."""


class Fault(NamedTuple):
    """A rule that a node breaks, None where it is one of the shape as a whole, and how."""

    shape: Shape
    node: NamedNode
    rule: Rule | None
    words: str


class Check:
    """What has been seen of some RDF, and what is wrong with it."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self.shortener = Shortener(prefixes)
        self.shapes = load_shapes()
        self.values: dict[NamedNode, dict[NamedNode, Values]] = {path: {} for path in _watched(self.shapes)}
        self.members: dict[NamedNode, dict[NamedNode, None]] = defaultdict(dict)

    def passing(
        self, nodes: Iterable[tuple[NamedNode, Properties]]
    ) -> Iterator[tuple[NamedNode, Properties]]:
        """The nodes of one graph as they come, each taken note of."""
        for subject, properties in nodes:
            self.see(subject, properties)
            yield subject, properties

    def see(self, subject: NamedNode, properties: Properties) -> None:
        """Take note of what one graph says of one subject."""
        for predicate, values in properties.items():
            seen = self.values.get(predicate)
            if seen is not None:
                before = seen.get(subject)
                seen[subject] = values if before is None else list(dict.fromkeys([*before, *values]))
            if predicate == RDF["type"]:
                for kind in values:
                    if isinstance(kind, NamedNode):
                        self.members[kind][subject] = None

    def refuse(self) -> None:
        """Return if nothing is wrong; else GraphBroken with the first few faults."""
        faults = [self._in_words(fault) for fault in islice(self.faults(), MOST_SHOWN + 1)]
        if faults:
            more = " (and more)" if len(faults) > MOST_SHOWN else ""
            raise GraphBroken("The RDF fails its own check: " + "; ".join(faults[:MOST_SHOWN]) + more)

    def faults(self) -> Iterator[Fault]:
        """Everything that is wrong, one rule after the other."""
        self._include_subclasses()
        for shape in self.shapes:
            nodes = list(self._targets(shape))
            for kind in shape.classes:
                for node in nodes:
                    if node not in self.members[kind]:
                        yield Fault(shape, node, None, f"is no {self._name(kind)}")
            for rule in shape.rules:
                for node, words in self._broken(rule, nodes):
                    yield Fault(shape, node, rule, words)
            if shape.either:
                for node in self._undecided(shape, nodes):
                    yield Fault(shape, node, None, "keeps not exactly one of two rules")

    def _in_words(self, fault: Fault) -> str:
        path = ""
        if fault.rule is not None:
            path = f" {'^' if fault.rule.inverse else ''}{self._name(fault.rule.path)}"
        return f"{self._name(fault.node)}{path} {fault.words} ({fault.shape.name})"

    def _include_subclasses(self) -> None:
        """Members of a class are members of what it is declared to be below, in the RDF itself."""
        for below, above in self.values[RDFS["subClassOf"]].items():
            for kind in above:
                if isinstance(kind, NamedNode) and below in self.members:
                    self.members[kind].update(self.members[below])

    def _targets(self, shape: Shape) -> Iterator[NamedNode]:
        found: dict[NamedNode, None] = {}
        for kind in shape.of_classes:
            found |= self.members[kind]
        for predicate in shape.with_properties:
            found |= dict.fromkeys(self.values[predicate])
        yield from found

    def _undecided(self, shape: Shape, nodes: Iterable[NamedNode]) -> Iterator[NamedNode]:
        """The nodes that keep none of the alternatives, or several."""
        kept: dict[NamedNode, int] = dict.fromkeys(nodes, 0)
        for rules in shape.either:
            broken = {node for rule in rules for node, _ in self._broken(rule, kept)}
            for node in kept:
                kept[node] += node not in broken
        return (node for node, count in kept.items() if count != 1)

    def _broken(self, rule: Rule, nodes: Iterable[NamedNode]) -> Iterator[tuple[NamedNode, str]]:
        """The nodes that break a rule, and how."""
        values = self._backwards(rule.path) if rule.inverse else self.values[rule.path]
        tests = list(self._tests(rule))
        for node in nodes:
            found = values.get(node, ())
            if len(found) < rule.least:
                yield node, f"has {len(found)} values, not at least {rule.least}"
            if rule.most is not None and len(found) > rule.most:
                yield node, f"has {len(found)} values, not at most {rule.most}"
            for test, words in tests:
                for value in found:
                    if not test(node, value):
                        yield node, f"is {self._name(value)}, {words}"

    def _backwards(self, path: NamedNode) -> dict[NamedNode, Values]:
        found: dict[NamedNode, list[Term]] = defaultdict(list)
        for subject, values in self.values[path].items():
            for value in values:
                if isinstance(value, NamedNode):
                    found[value].append(subject)
        return dict(found)

    def _tests(self, rule: Rule) -> Iterator[tuple[Callable[[NamedNode, Term], bool], str]]:
        """What each value of a rule must be, and how to say that it is not."""
        if rule.datatype is not None:
            datatype, is_valid = rule.datatype, FORMS.get(rule.datatype)
            yield (
                lambda _, value: (
                    isinstance(value, Literal)
                    and value.datatype == datatype
                    and (is_valid is None or is_valid(value.value))
                ),
                f"no {self._name(datatype)}",
            )
        if rule.kind is not None:
            kind = NamedNode if rule.kind == SH["IRI"] else Literal
            yield lambda _, value: isinstance(value, kind), f"no {kind.__name__}"
        for wanted in rule.classes:
            members = self.members[wanted]
            yield _member_of(members), f"no {self._name(wanted)}"
        if rule.one_of:
            yield lambda _, value: value in rule.one_of, "not in the list"
        for others, is_strict in ((rule.below, True), (rule.at_most, False)):
            for other in others:
                yield self._before(other, is_strict=is_strict), f"not before {self._name(other)}"
        if rule.low is not None or rule.high is not None:
            yield lambda _, value: _within(value, rule.low, rule.high), "out of bounds"

    def _before(self, path: NamedNode, *, is_strict: bool) -> Callable[[NamedNode, Term], bool]:
        others = self.values[path]

        def test(node: NamedNode, value: Term) -> bool:
            return all(_in_order(value, other, is_strict=is_strict) for other in others.get(node, ()))

        return test

    def _name(self, term: Term) -> str:
        return self.shortener.term(term)


def _watched(shapes: Iterable[Shape]) -> Iterator[NamedNode]:
    """The properties that rules speak of."""
    yield RDFS["subClassOf"]
    for shape in shapes:
        yield from shape.with_properties
        for rule in (*shape.rules, *(rule for rules in shape.either for rule in rules)):
            yield from (rule.path, *rule.below, *rule.at_most)


def _member_of(members: Container[NamedNode]) -> Callable[[NamedNode, Term], bool]:
    return lambda _, value: value in members


def _comparable(term: Term) -> Comparable | None:
    if not isinstance(term, Literal):
        return None
    try:
        if term.datatype == XSD["date"]:
            return date.fromisoformat(term.value)
        return Decimal(term.value) if term.datatype in NUMERIC else None
    except (ValueError, InvalidOperation):
        return None


def _in_order(first: Term, second: Term, *, is_strict: bool) -> bool:
    """Whether two values can be compared and come in this order."""
    match _comparable(first), _comparable(second):
        case (date() as one, date() as other):
            return one < other if is_strict else one <= other
        case (Decimal() as low, Decimal() as high):
            return low < high if is_strict else low <= high
    return False


def _within(value: Term, low: Literal | None, high: Literal | None) -> bool:
    return (low is None or _in_order(low, value, is_strict=False)) and (
        high is None or _in_order(value, high, is_strict=False)
    )
