"""Turtle made to be read: triples grouped by subject, in the order in which they come.

A serialiser that sorts by IRI would scatter an event's label, date and participants; this one keeps the
order of its input, which is why it is deterministic if the input is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from eventgraph.export.rdf_terms import RDF, XSD, Term

LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_:.\-]|%[0-9A-F]{2})*(?<!\.)")
"""Local names that every reader of Turtle takes as they are; others are written as whole IRIs."""

ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
TO_ESCAPE = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]')
BARE = frozenset({XSD["boolean"].value, XSD["integer"].value})
"""Datatypes whose literals Turtle writes without quotes."""

LONGEST_LINE = 100
"""Characters, beyond which values get lines of their own."""

MOST_KNOWN = 100_000
"""IRIs that are remembered with their short forms; what comes again comes soon."""

Properties = dict[NamedNode, list[Term]]


class Shortener:
    """Writes IRIs with prefixes where that is safe."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self.prefixes = prefixes
        self.used: set[str] = set()
        self._names = {iri: name for name, iri in prefixes.items()}
        self._known: dict[str, str | None] = {}

    def header(self, *, used: bool = False) -> str:
        """The prefix declarations, a line each; only those ``used`` so far, or all."""
        declared = (name for name in self.prefixes if name in self.used or not used)
        return "".join(f"@prefix {name}: <{self.prefixes[name]}> .\n" for name in declared)

    def compact(self, node: NamedNode) -> str:
        """``prefix:name``, or the IRI itself where no prefix fits."""
        return self._short(node.value) or node.value

    def term(self, term: Term) -> str:
        """A term as Turtle writes it."""
        if isinstance(term, NamedNode):
            return self._short(term.value) or f"<{term.value}>"
        if term.language:
            return f"{quoted(term.value)}@{term.language}"
        if term.datatype == XSD["string"]:
            return quoted(term.value)
        if term.datatype.value in BARE:
            return term.value
        return f"{quoted(term.value)}^^{self.term(term.datatype)}"

    def _short(self, iri: str) -> str | None:
        if iri not in self._known:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[iri] = self._find(iri)
        return self._known[iri]

    def _find(self, iri: str) -> str | None:
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._names.get(iri[:cut])
        if prefix is None or not LOCAL.fullmatch(iri, cut):
            return None
        self.used.add(prefix)
        return f"{prefix}:{iri[cut:]}"


def quoted(value: str) -> str:
    """A string in double quotes on one line, whatever is in it."""
    return f'"{TO_ESCAPE.sub(_escape, value)}"'


def grouped(triples: Iterable[Triple]) -> Iterator[tuple[NamedNode, Properties]]:
    """Each subject with its properties, types first; subjects, properties and values as they first come."""
    subjects: dict[NamedNode, dict[NamedNode, dict[Term, None]]] = {}
    for triple in triples:
        subject, value = triple.subject, triple.object
        if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode | Literal):
            raise TypeError(f"{triple}: only IRIs and literals are written")
        properties = subjects.setdefault(subject, {})
        properties.setdefault(triple.predicate, {}).setdefault(value)
    for subject, properties in subjects.items():
        ordered = sorted(properties.items(), key=lambda pair: pair[0] != RDF["type"])
        yield subject, {predicate: list(values) for predicate, values in ordered}


def turtle_blocks(nodes: Iterable[tuple[NamedNode, Properties]], shortener: Shortener) -> Iterator[str]:
    """A paragraph a subject, one property a line; values that would make the line too long have their own."""
    for subject, properties in nodes:
        lines = [_line(predicate, values, shortener) for predicate, values in properties.items()]
        yield f"\n{shortener.term(subject)}\n" + " ;\n".join(lines) + " .\n"


def _line(predicate: NamedNode, values: list[Term], shortener: Shortener) -> str:
    verb, written = _verb(predicate, shortener), [shortener.term(value) for value in values]
    line = f"    {verb} {', '.join(written)}"
    if len(line) <= LONGEST_LINE or len(written) == 1:
        return line
    return f"    {verb}\n        " + ",\n        ".join(written)


def _verb(predicate: NamedNode, shortener: Shortener) -> str:
    return "a" if predicate == RDF["type"] else shortener.term(predicate)


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return ESCAPES.get(character) or f"\\u{ord(character):04X}"
