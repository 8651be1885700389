"""What a query comes back with, as plain data."""

from __future__ import annotations

from enum import StrEnum, auto

import msgspec


class Form(StrEnum):
    """What kind of answer a query has."""

    ROWS = auto()
    """SELECT: variables and rows."""
    TRUTH = auto()
    """ASK: yes or no."""
    TRIPLES = auto()
    """CONSTRUCT and DESCRIBE: triples, as rows of subject, predicate, object."""


class TermKind(StrEnum):
    """What kind of RDF term it is; the values are those of SPARQL's JSON results."""

    URI = auto()
    LITERAL = auto()
    BNODE = auto()
    TRIPLE = auto()


class Term(msgspec.Struct, frozen=True):
    """An RDF term. ``datatype`` is an IRI, "" for plain strings; ``language`` is "" where there is none."""

    kind: TermKind
    value: str
    datatype: str = ""
    language: str = ""


Row = tuple[Term | None, ...]
"""One value a variable; None where it is unbound."""


class Answer(msgspec.Struct, frozen=True):
    """What a query found. ``prefixes`` are those that its IRIs can be shortened with."""

    form: Form
    variables: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    truth: bool = False
    prefixes: dict[str, str] = {}

    def default_format(self, *, terminal: bool) -> str:
        """A table for a terminal; for programs Turtle where it is triples, else CSV."""
        if terminal:
            return "table"
        return "turtle" if self.form is Form.TRIPLES else "csv"
