"""The words of the RDF: namespaces, IRIs minted from ids, literals whose form is valid for their type.

Every IRI is flat and readable: the base, the kind of thing, and its id as ``graph.json`` has it, such as
``https://example.org/kg/entity/agency:port-authority-police``; with the prefixes below it is written
``entity:agency:port-authority-police``. There are no blank nodes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Triple

from eventgraph.errors import UsageError
from eventgraph.graph.words import plain_number
from eventgraph.model import Span
from eventgraph.vocabulary import DEFAULT_BASE

ONTOLOGY = "https://w3id.org/eventgraph/ns#"
"""The namespace of the ontology; the one place where it stands."""

Term = NamedNode | Literal
EPOCH = date(1970, 1, 1)
PLAIN = frozenset("-._~:")
AS_IT_IS = re.compile(r"[A-Za-z0-9\-._~:]*")
"""What stands in an IRI as it is, and is nearly all there is to write."""


class Namespace:
    """The terms of a vocabulary, by name: ``SEM["hasActor"]``."""

    def __init__(self, iri: str) -> None:
        self.iri = iri
        self._terms: dict[str, NamedNode] = {}

    def __getitem__(self, name: str) -> NamedNode:
        term = self._terms.get(name)
        if term is None:
            term = self._terms[name] = NamedNode(self.iri + name)
        return term


EG = Namespace(ONTOLOGY)
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
GAF = Namespace("http://groundedannotationframework.org/gaf#")
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
PROV = Namespace("http://www.w3.org/ns/prov#")
ORG = Namespace("http://www.w3.org/ns/org#")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
DCT = Namespace("http://purl.org/dc/terms/")
SCHEMA_ORG = Namespace("https://schema.org/")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
EDTF = Namespace("http://id.loc.gov/datatypes/edtf/")

VOCABULARIES = {
    "eg": EG,
    "sem": SEM,
    "gaf": GAF,
    "nif": NIF,
    "prov": PROV,
    "org": ORG,
    "foaf": FOAF,
    "skos": SKOS,
    "dct": DCT,
    "schema": SCHEMA_ORG,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "edtf": EDTF,
}

KINDS = (
    "document",
    "entity",
    "event",
    "relation",
    "participation",
    "placement",
    "quantity",
    "attribute",
    "claim",
    "evidence",
    "speaker",
    "doubt",
    "mention",
    "sentence",
    "publisher",
    "graph",
    "run",
    "software",
)
"""The kinds of IRI a graph has; each is a folder below the base, and a prefix."""


def prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Every prefix that is written and that queries know, with its IRI."""
    return {name: space.iri for name, space in VOCABULARIES.items()} | {
        kind: f"{base}{kind}/" for kind in KINDS
    }


def term(curie: str) -> NamedNode:
    """The term that ``schema.toml`` writes as ``prefix:name``. UsageError if the prefix is unknown."""
    prefix, _, name = curie.partition(":")
    if prefix not in VOCABULARIES:
        raise UsageError(f"{curie}: unknown prefix; there are {', '.join(VOCABULARIES)}.")
    return VOCABULARIES[prefix][name]


def concept(value: StrEnum) -> NamedNode:
    """The individual of the ontology that stands for a value of a closed list."""
    return EG[value.value]


def check_base(base: str) -> None:
    """Return if IRIs can begin with the base. UsageError if it is not absolute or does not end a level."""
    try:
        NamedNode(base)
    except ValueError as error:
        raise UsageError(f"{base}: not an absolute IRI.") from error
    if not base.endswith(("/", "#")):
        raise UsageError(f"{base}: the base IRI must end in / or #.")


class Names:
    """The IRIs of one graph below a base, which must be absolute and end in ``/`` or ``#``.

    UsageError for a base that is not.
    """

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        check_base(base)
        self.base = base

    def __call__(self, kind: str, *parts: str) -> NamedNode:
        """The IRI of a thing of that kind; its parts are joined by hyphens."""
        return NamedNode(f"{self.base}{kind}/{'-'.join(map(encoded, parts))}")

    def at(self, kind: str, span: Span, *owner: str) -> NamedNode:
        """The IRI of what stands at a span: owner, document, start, end."""
        before = "-".join(map(encoded, (*owner, span.document)))
        return NamedNode(f"{self.base}{kind}/{before}-{span.start}-{span.end}")


@lru_cache(maxsize=100_000)
def encoded(part: str) -> str:
    """The text as part of an IRI: letters and digits of any script stay, what IRIs cannot hold is escaped."""
    if AS_IT_IS.fullmatch(part):
        return part
    return "".join(
        character
        if character.isalnum() or character in PLAIN
        else "".join(f"%{byte:02X}" for byte in character.encode())
        for character in part
    )


def text(value: str) -> Literal | None:
    """A string, None where there is none."""
    return Literal(value) if value else None


def any_uri(value: str) -> Literal | None:
    """An address as written, None where there is none; a literal, since texts hold broken ones."""
    return Literal(value, datatype=XSD["anyURI"]) if value else None


def english(value: str) -> Literal:
    """A string in English."""
    return Literal(value, language="en")


def boolean(value: bool) -> Literal:  # noqa: FBT001 (it is the value)
    """An xsd:boolean."""
    return Literal("true" if value else "false", datatype=XSD["boolean"])


def flag(value: bool) -> Literal | None:  # noqa: FBT001 (it is the value)
    """True, or nothing."""
    return boolean(value) if value else None


def day(value: date | None) -> Literal | None:
    """A full xsd:date, None where the bound is open or unknown."""
    return None if value is None else Literal(value.isoformat(), datatype=XSD["date"])


def day_number(value: date | None) -> Literal | None:
    """The days since 1970-01-01, which every engine can subtract."""
    return None if value is None else integer((value - EPOCH).days)


def number(value: Decimal | None) -> Literal | None:
    """An xsd:decimal in its canonical form: no exponent, no zeros at the end."""
    return None if value is None else Literal(plain_number(value), datatype=XSD["decimal"])


def integer(value: int) -> Literal:
    """An xsd:integer."""
    return Literal(str(value), datatype=XSD["integer"])


def offset(value: int) -> Literal:
    """An offset in Unicode code points."""
    return Literal(str(value), datatype=XSD["nonNegativeInteger"])


def edtf(value: str | None) -> Literal | None:
    """A date in the Extended Date/Time Format (ISO 8601-2)."""
    return None if not value else Literal(value, datatype=EDTF["EDTF"])


def describe(subject: NamedNode, *pairs: tuple[NamedNode, Term | None]) -> Iterator[Triple]:
    """The triples of a subject; a pair whose value is None says nothing."""
    for predicate, value in pairs:
        if value is not None:
            yield Triple(subject, predicate, value)


def numbered(names: Iterator[NamedNode]) -> Iterator[NamedNode]:
    """The same IRIs, the second and later occurrences of one told apart by a number at the end."""
    seen: dict[str, int] = {}
    for name in names:
        seen[name.value] = seen.get(name.value, 0) + 1
        yield name if seen[name.value] == 1 else NamedNode(f"{name.value}-{seen[name.value]}")
