"""Running a query: checked first, then given to a process of its own, which is killed when time is up."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import msgspec

from eventgraph.errors import GraphMissing, QueryError, QueryTooLarge, UsageError
from eventgraph.export.rdf import quads
from eventgraph.export.rdf_terms import prefixes
from eventgraph.graph.protect import MASK, protect
from eventgraph.graph.wire import load
from eventgraph.model import Graph
from eventgraph.query.answer import Answer
from eventgraph.query.exchange import UNMASKED, Fault, Reply, Request
from eventgraph.query.guard import place, pointer, refuse, unknown_prefix
from eventgraph.query.locate import Place

WORKER = "eventgraph.query.worker"
LOCATOR = "eventgraph.query.locate"
LOCATING_SECONDS = 5

MOST_CHARACTERS = 50_000_000
"""Of text in one answer."""

RDF_FILE = "graph.trig"
"""What is asked in the folder of a build."""

QUERY_FILES = frozenset({".rq", ".sparql"})


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a query may go: seconds (loading the graph included), rows, and megabytes of memory.

    The limit on memory holds where the system knows one (Linux); time and rows hold everywhere.
    """

    seconds: float = 30
    rows: int = 100_000
    megabytes: int = 4096


def run(graph: Graph | Path, sparql: str, *, limits: Limits = Limits()) -> Answer:
    """Ask a graph, a file of RDF or the folder of a build in SPARQL 1.1; all its graphs count as one.

    The prefixes of the RDF files are known. QueryError if the query cannot be read, with the place;
    QueryRefused if it would fetch or change anything; QueryTooLarge if it goes over a limit;
    GraphMissing if there is no such file.
    """
    request, data = _request(graph, sparql, limits)
    return _answer(_ask(request, data, limits), sparql)


def run_build(folder: Path, sparql: str, *, everyone: bool = False, limits: Limits = Limits()) -> Answer:
    """Ask the build in a folder: its ``graph.trig``, which is read much faster than it is made.

    Where that file is missing, or names protected people though not ``everyone`` is to be shown, and
    where everyone is, the graph is made anew from ``graph.json``. Errors are those of `run`.
    """
    if not everyone and (folder / RDF_FILE).is_file():
        request, data = _request(folder, sparql, limits)
        reply = _ask(msgspec.structs.replace(request, mask=MASK), data, limits)
        if not (reply.fault and reply.fault.reason == UNMASKED):
            return _answer(reply, sparql)
    graph = load(folder)
    return run(graph if everyone else protect(graph), sparql, limits=limits)


def sparql_of(argument: str) -> str:
    """The query itself: of stdin for ``-``, of the file if it names one, else the argument as it is.

    UsageError if a file that ends in .rq or .sparql is not there.
    """
    if argument == "-":
        return sys.stdin.read()
    if "\n" in argument or "{" in argument:
        return argument
    file = Path(argument)
    if file.is_file():
        return file.read_text(encoding="utf-8-sig")
    if file.suffix in QUERY_FILES:
        raise UsageError(f"{argument}: there is no such file.")
    return argument


def _ask(request: Request, data: bytes, limits: Limits) -> Reply:
    refuse(request.sparql)
    return _from_worker(msgspec.json.encode(request) + b"\n" + data, limits)


def _answer(reply: Reply, sparql: str) -> Answer:
    if reply.answer is not None:
        return reply.answer
    raise _error(reply.fault or Fault("broken", "no answer came back"), sparql)


def _error(fault: Fault, sparql: str) -> QueryError:
    """The fault as an error; one of syntax shows the line and a mark below the place."""
    if fault.reason == "large":
        return QueryTooLarge(fault.message)
    if fault.reason != "syntax":
        return QueryError(f"The query cannot be run: {fault.message}")
    unknown = unknown_prefix(sparql, frozenset(prefixes()))
    if unknown is not None:
        where = place(sparql, unknown.start())
        return QueryError(f"The prefix {unknown['prefix']}: is not known{where}")
    found = _place(sparql)
    if not found.line:
        return QueryError(f"The query has an error: {fault.message.partition(', [')[0]}")
    what = f"{found.word!r} does not fit here" if found.word else "something is missing at the end"
    mark = pointer(sparql, found.line, found.column)
    return QueryError(f"The query has an error in line {found.line}, column {found.column}: {what}{mark}")


def _place(sparql: str) -> Place:
    """Where the mistake is, nowhere if that takes too long to find."""
    command = [sys.executable, "-P", "-m", LOCATOR]
    try:
        done = subprocess.run(  # noqa: S603 (our own module)
            command, input=sparql.encode(), capture_output=True, timeout=LOCATING_SECONDS, check=True
        )
        return msgspec.json.decode(done.stdout, type=Place)
    except (subprocess.SubprocessError, msgspec.DecodeError):
        return Place()


def _request(graph: Graph | Path, sparql: str, limits: Limits) -> tuple[Request, bytes]:
    file, data = "", b""
    if isinstance(graph, Graph):
        data = "".join(f"{quad} .\n" for quad in quads(graph)).encode()
    else:
        file = str(_rdf_file(graph))
    return Request(
        sparql=sparql,
        prefixes=prefixes(),
        rows=limits.rows,
        megabytes=limits.megabytes,
        characters=MOST_CHARACTERS,
        file=file,
    ), data


def _rdf_file(path: Path) -> Path:
    file = path / RDF_FILE if path.is_dir() else path
    if not file.is_file():
        raise GraphMissing(f"{file}: there is no such file; run eventgraph build first.")
    return file.resolve()


def _from_worker(message: bytes, limits: Limits) -> Reply:
    # -P: what lies in the folder one happens to stand in is not imported.
    command = [sys.executable, "-P", "-m", WORKER]
    try:
        done = subprocess.run(  # noqa: S603 (our own module)
            command, input=message, capture_output=True, timeout=limits.seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise QueryTooLarge(f"The query was stopped after {limits.seconds:g} seconds.") from None
    if done.returncode < 0:
        raise QueryTooLarge(f"The query needs more than {limits.megabytes:,} megabytes, or nests too deeply.")
    try:
        return msgspec.json.decode(done.stdout, type=Reply)
    except msgspec.DecodeError:
        detail = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise QueryError(f"The query cannot be run: {' '.join(detail)}") from None
