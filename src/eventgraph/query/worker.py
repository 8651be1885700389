"""The process that runs one query and ends: ``python -m eventgraph.query.worker``.

It reads a `Request` as one line of JSON from stdin, then the quads unless the request names a file, and
writes a `Reply` as JSON to stdout. Before the query runs it gives up the right to open anything: with no
file descriptor to be had there is neither socket nor file, whatever the query asks for. It is killed when
its time is up, and its memory has a limit of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec
import pyoxigraph as ox

from eventgraph.export.rdf_terms import EG, RDFS
from eventgraph.query.answer import Answer, Form, Row, Term, TermKind
from eventgraph.query.exchange import UNMASKED, Fault, Reply, Request

try:
    import resource
except ImportError:  # not on Windows, where the check of the query must do
    resource = None  # type: ignore[assignment]

STRING = "http://www.w3.org/2001/XMLSchema#string"
LANGUAGE_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


def main() -> None:
    """Answer the request on stdin."""
    request = msgspec.json.decode(sys.stdin.buffer.readline(), type=Request)
    sys.stdout.buffer.write(msgspec.json.encode(reply(request, sys.stdin.buffer)))


def reply(request: Request, data: BinaryIO) -> Reply:
    """The answer to a request, or the fault; ``data`` holds the quads unless the request names a file."""
    try:
        _limit_memory(request.megabytes)
        store, prefixes = _load(request, data)
        _shut_doors()
        if request.mask and _names_somebody(store, request.mask):
            return Reply(fault=Fault(UNMASKED, "The graph names protected people."))
        return Reply(answer=_ask(store, request, prefixes))
    except SyntaxError as error:
        return Reply(fault=Fault("syntax", str(error)))
    except TooLarge as error:
        return Reply(fault=Fault("large", str(error)))
    except MemoryError:
        return Reply(fault=Fault("large", "The query needs more memory than it may have."))
    except (OSError, ValueError, RuntimeError) as error:
        return Reply(fault=Fault("broken", str(error)))


class TooLarge(Exception):
    """The answer is over its limit."""


def _load(request: Request, data: BinaryIO) -> tuple[ox.Store, dict[str, str]]:
    store = ox.Store()
    if not request.file:
        store.bulk_load(data.read(), format=ox.RdfFormat.N_QUADS)
        return store, request.prefixes
    path = Path(request.file)
    file_format = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if file_format is None:
        raise ValueError(f"{path.name}: not a file of RDF")
    parser = ox.parse(path=str(path), format=file_format)
    try:
        store.bulk_extend(parser)
    except SyntaxError as error:  # of the file, not of the query
        raise ValueError(f"{path.name}: {error}") from error
    return store, request.prefixes | parser.prefixes


def _names_somebody(store: ox.Store, mask: str) -> bool:
    """Whether a protected entity goes by another name than the mask."""
    hidden = store.quads_for_pattern(None, EG["protected"], None)
    return any(
        label.object != ox.Literal(mask)
        for quad in hidden
        for label in store.quads_for_pattern(quad.subject, RDFS["label"], None)
    )


def _limit_memory(megabytes: int) -> None:
    if resource is not None:
        _set_limit("RLIMIT_AS", megabytes * 1024 * 1024)


def _shut_doors() -> None:
    if resource is not None:
        _set_limit("RLIMIT_NOFILE", 0)
        _set_limit("RLIMIT_CORE", 0)


def _set_limit(name: str, value: int) -> None:
    """Lower a limit of the process for good; a system that does not know it is left as it is."""
    kind = getattr(resource, name, None)
    if kind is None:
        return
    _, most = resource.getrlimit(kind)
    value = value if most == resource.RLIM_INFINITY else min(value, most)
    try:
        resource.setrlimit(kind, (value, value))
    except (ValueError, OSError):
        if name == "RLIMIT_NOFILE":  # without it the doors stay open: run nothing
            raise


def _ask(store: ox.Store, request: Request, prefixes: dict[str, str]) -> Answer:
    found = store.query(request.sparql, prefixes=prefixes, use_default_graph_as_union=True)
    if isinstance(found, ox.QueryBoolean):
        return Answer(form=Form.TRUTH, truth=bool(found), prefixes=prefixes)
    if isinstance(found, ox.QuerySolutions):
        variables = tuple(variable.value for variable in found.variables)
        rows: Iterator[Row] = (tuple(_term(value) for value in solution) for solution in found)
        return Answer(Form.ROWS, variables, tuple(_within(rows, request)), prefixes=prefixes)
    triples: Iterator[Row] = (
        (_term(triple.subject), _term(triple.predicate), _term(triple.object)) for triple in found
    )
    names = ("subject", "predicate", "object")
    return Answer(Form.TRIPLES, names, tuple(_within(triples, request)), prefixes=prefixes)


def _within(rows: Iterator[Row], request: Request) -> Iterator[Row]:
    """The rows; TooLarge as soon as there is one too many, or too much text in them."""
    characters = 0
    for number, row in enumerate(rows, start=1):
        characters += sum(len(term.value) for term in row if term)
        if number > request.rows:
            raise TooLarge(f"The query has more than {request.rows:,} rows; narrow it or add a LIMIT.")
        if characters > request.characters:
            raise TooLarge("The answer holds too much text; ask for less at a time.")
        yield row


def _term(value: object) -> Term | None:
    if value is None:
        return None
    if isinstance(value, ox.NamedNode):
        return Term(TermKind.URI, value.value)
    if isinstance(value, ox.BlankNode):
        return Term(TermKind.BNODE, value.value)
    if isinstance(value, ox.Literal):
        datatype = value.datatype.value
        plain = datatype in {STRING, LANGUAGE_STRING}
        return Term(TermKind.LITERAL, value.value, "" if plain else datatype, value.language or "")
    return Term(TermKind.TRIPLE, str(value))


if __name__ == "__main__":
    main()
