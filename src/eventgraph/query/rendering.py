"""An answer as text: a table to read, or CSV, JSON, TSV and Turtle for programs."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING

from eventgraph.errors import UnknownFormat, UsageError
from eventgraph.export.chronology import FORMULA_STARTS
from eventgraph.graph.words import plural, visible
from eventgraph.query.answer import Answer, Form, Term, TermKind

if TYPE_CHECKING:
    from eventgraph.export.rdf_turtle import Shortener

NUMBER = re.compile(r"[+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?")

NARROWEST = 40


def render(answer: Answer, format: str = "table") -> str:  # noqa: A002 (the word users know)
    """The answer as text that ends in a line break: table, csv, json, tsv or turtle.

    UnknownFormat names the formats there are; UsageError where Turtle is asked of what is no triples.
    """
    if format not in RENDERERS:
        raise UnknownFormat(f"No format is called {format!r}; there are {', '.join(RENDERERS)}.")
    return RENDERERS[format](answer)


def _table(answer: Answer) -> str:
    """A table as wide as the terminal; IRIs are shortened with their prefixes."""
    from rich.console import Console  # noqa: PLC0415 (only tables need it)
    from rich.table import Table  # noqa: PLC0415 (see above)
    from rich.text import Text  # noqa: PLC0415 (see above)

    from eventgraph.export.rdf_turtle import Shortener  # noqa: PLC0415 (see above)

    if answer.form is Form.TRUTH:
        return _truth(answer)
    shortener = Shortener(answer.prefixes)
    table = Table()
    for variable in answer.variables:
        table.add_column(Text(variable), overflow="fold")
    for row in answer.rows:
        table.add_row(*(Text(_shown(term, shortener)) for term in row))
    width = max(NARROWEST, shutil.get_terminal_size((120, 24)).columns)
    console = Console(file=io.StringIO(), width=width, color_system=None, force_terminal=False)
    with console.capture() as captured:
        console.print(table)
    count = len(answer.rows)
    lines = [line.rstrip() for line in captured.get().splitlines()]
    return "\n".join([*lines, f"{count:,} {plural(count, 'row')}"]) + "\n"


def _csv(answer: Answer) -> str:
    """SPARQL's CSV results; what a spreadsheet would run, numbers apart, gets an apostrophe."""
    if answer.form is Form.TRUTH:
        return _truth(answer)
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(answer.variables)
    writer.writerows([_cell(term) for term in row] for row in answer.rows)
    return file.getvalue()


def _json(answer: Answer) -> str:
    """SPARQL's JSON results; triples are rows of subject, predicate and object."""
    if answer.form is Form.TRUTH:
        content: dict[str, object] = {"head": {}, "boolean": answer.truth}
    else:
        bindings = [
            {name: _binding(term) for name, term in zip(answer.variables, row, strict=True) if term}
            for row in answer.rows
        ]
        content = {"head": {"vars": list(answer.variables)}, "results": {"bindings": bindings}}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _tsv(answer: Answer) -> str:
    """SPARQL's TSV results: terms as Turtle writes them."""
    if answer.form is Form.TRUTH:
        return _truth(answer)
    from eventgraph.export.rdf_turtle import Shortener  # noqa: PLC0415 (only TSV and Turtle need it)

    whole = Shortener({})
    lines = ["\t".join(f"?{variable}" for variable in answer.variables)]
    lines += ["\t".join(_turtle_term(term, whole) if term else "" for term in row) for row in answer.rows]
    return "\n".join(lines) + "\n"


def _turtle(answer: Answer) -> str:
    """The triples in Turtle, a paragraph a subject, everything sorted."""
    from eventgraph.export.rdf_turtle import Shortener  # noqa: PLC0415 (only Turtle needs it)

    if answer.form is not Form.TRIPLES:
        raise UsageError("Turtle holds triples: use CONSTRUCT or DESCRIBE, or another format.")
    shortener = Shortener(answer.prefixes)
    subjects: dict[str, dict[str, set[str]]] = {}
    for row in answer.rows:
        subject, predicate, value = (_turtle_term(term, shortener) for term in row if term)
        subjects.setdefault(subject, {}).setdefault(predicate, set()).add(value)
    paragraphs = [_paragraph(subject, said) for subject, said in sorted(subjects.items())]
    return shortener.header(used=True) + "".join(paragraphs)


def _paragraph(subject: str, said: dict[str, set[str]]) -> str:
    """What is said of one subject, a property a line."""
    lines = [f"    {predicate} {', '.join(sorted(values))}" for predicate, values in sorted(said.items())]
    return f"\n{subject}\n" + " ;\n".join(lines) + " .\n"


RENDERERS: dict[str, Callable[[Answer], str]] = {
    "table": _table,
    "csv": _csv,
    "json": _json,
    "tsv": _tsv,
    "turtle": _turtle,
}


def _truth(answer: Answer) -> str:
    return "true\n" if answer.truth else "false\n"


def _shown(term: Term | None, shortener: Shortener) -> str:
    """A term as a person reads it, with nothing in it that a terminal would act on."""
    from pyoxigraph import NamedNode  # noqa: PLC0415 (only tables, TSV and Turtle need it)

    if term is None:
        return ""
    value = shortener.compact(NamedNode(term.value)) if term.kind is TermKind.URI else term.value
    return visible(value)


def _cell(term: Term | None) -> str:
    if term is None:
        return ""
    if term.kind is TermKind.BNODE:
        return f"_:{term.value}"
    is_number = bool(term.datatype and NUMBER.fullmatch(term.value))
    return f"'{term.value}" if term.value.startswith(FORMULA_STARTS) and not is_number else term.value


def _binding(term: Term) -> dict[str, str]:
    extra = {"datatype": term.datatype, "xml:lang": term.language}
    return {"type": term.kind.value, "value": term.value} | {key: word for key, word in extra.items() if word}


def _turtle_term(term: Term, shortener: Shortener) -> str:
    from pyoxigraph import Literal, NamedNode  # noqa: PLC0415 (only Turtle and TSV need it)

    match term.kind:
        case TermKind.URI:
            return shortener.term(NamedNode(term.value))
        case TermKind.BNODE:
            return f"_:{term.value}"
        case TermKind.TRIPLE:
            return f"<<( {term.value} )>>"
    if term.language:
        return shortener.term(Literal(term.value, language=term.language))
    datatype = NamedNode(term.datatype) if term.datatype else None
    return shortener.term(Literal(term.value, datatype=datatype))
