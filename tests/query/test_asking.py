"""Queries over the sample graph: right answers, known prefixes, errors with their place, and limits."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import msgspec
import pytest

from eventgraph.errors import (
    EventGraphError,
    GraphMissing,
    QueryError,
    QueryRefused,
    QueryTooLarge,
    UsageError,
)
from eventgraph.export.rdf import quads, write_nquads, write_trig, write_turtle
from eventgraph.query import Form, Limits, load_questions, prepare, run, sparql_of
from eventgraph.query.asking import _from_worker, _request
from eventgraph.query.questions import Kind
from hostile import HOSTILE as HOSTILE_WORDS
from hostile import URL, named
from samples import SAMPLE
from told import Asking

CROSS_PRODUCT = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine that answers everything, and the list of what it was asked."""
    seen: list[str] = []

    class Recorder(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "text/turtle")
            self.end_headers()
            self.wfile.write(b"<urn:a> <urn:b> <urn:c> .")

        do_POST = do_GET  # noqa: N815 (the library's name)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Recorder) as listening:
        thread = threading.Thread(target=listening.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}", seen
        listening.shutdown()
        thread.join()


def values(sparql: str) -> list[tuple[str, ...]]:
    """The values of each row over the sample graph."""
    return [tuple(term.value if term else "" for term in row) for row in run(SAMPLE, sparql).rows]


def test_select() -> None:
    """Prefixes are known; an unbound variable is None; all graphs are asked as one."""
    found = values(
        "SELECT ?id ?label ?date { ?e a eg:Event ; rdfs:label ?label ; dct:identifier ?id "
        "OPTIONAL { ?e eg:edtf ?date } } ORDER BY ?id"
    )
    assert found == [
        ("arrest:aaaaaaaa", "At least 12 people arrested in Larnby", "2024-03-12"),
        ("discovery:cccccccc", "Mia Rowe found", ""),
        ("hearing:eeeeeeee", "Planned: Hearing", "2024-04/.."),
        ("operation:bbbbbbbb", "Operation Grey Heron", ""),
        ("trafficking:dddddddd", "Alleged: 40 kg of cocaine smuggled", "2024-02"),
    ]


def test_sem_holds_facts_only() -> None:
    """A query over SEM alone finds neither what is alleged nor what is planned."""
    assert values("SELECT ?id { ?e a sem:Event ; dct:identifier ?id } ORDER BY ?id") == [
        ("arrest:aaaaaaaa",),
        ("discovery:cccccccc",),
        ("operation:bbbbbbbb",),
    ]


def test_evidence_is_reached() -> None:
    """From an event to the sentence that tells it, its offsets and its document."""
    found = values(
        "SELECT ?origin ?begin ?words { event:arrest:aaaaaaaa gaf:denotedBy ?m . ?m nif:sentence ?s . "
        "?s nif:anchorOf ?words ; nif:beginIndex ?begin ; nif:referenceContext ?d . ?d eg:origin ?origin } "
        "ORDER BY ?origin"
    )
    assert [row[:2] for row in found] == [("harbour.txt", "0"), ("later.html", "0")]
    assert found[1][2] == "Police in Larnby arrested 14 people on March 12, Chief Quist said."


@pytest.mark.parametrize(
    ("sparql", "expected"), [("ASK { ?e a eg:Arrest }", True), ("ASK { ?e a eg:Rescue }", False)]
)
def test_ask(sparql: str, expected: bool) -> None:  # noqa: FBT001 (a table)
    """Yes or no."""
    answer = run(SAMPLE, sparql)
    assert answer.form is Form.TRUTH
    assert answer.truth is expected


@pytest.mark.parametrize(
    "sparql", ["CONSTRUCT { ?e rdfs:label ?l } WHERE { ?e a eg:Event ; rdfs:label ?l }", "DESCRIBE run:build"]
)
def test_triples(sparql: str) -> None:
    """CONSTRUCT and DESCRIBE answer with subject, predicate and object."""
    answer = run(SAMPLE, sparql)
    assert answer.form is Form.TRIPLES
    assert answer.variables == ("subject", "predicate", "object")
    assert answer.rows


@pytest.mark.parametrize("name", ["graph.trig", "graph.nq", "graph.ttl"])
def test_files_and_folders(name: str, tmp_path: Path) -> None:
    """A file of RDF gives the same facts as the graph; a folder means the graph.trig in it."""
    write = {"graph.trig": write_trig, "graph.nq": write_nquads, "graph.ttl": write_turtle}[name]
    write(SAMPLE, tmp_path / name)
    sparql = "SELECT ?l { ?e a eg:Event ; rdfs:label ?l } ORDER BY ?l"
    expected = run(SAMPLE, sparql).rows
    assert run(tmp_path / name, sparql).rows == expected
    if name == "graph.trig":
        assert run(tmp_path, sparql).rows == expected


def test_prefixes_of_a_file_are_known(tmp_path: Path) -> None:
    """A graph under another base is asked with the same prefixes."""
    write_trig(SAMPLE, tmp_path / "graph.trig", base="https://other.example/")
    answer = run(tmp_path, "SELECT ?l { event:arrest:aaaaaaaa rdfs:label ?l }")
    assert len(answer.rows) == 1


def test_a_missing_graph(tmp_path: Path) -> None:
    """A folder without a build is no empty graph."""
    with pytest.raises(GraphMissing):
        run(tmp_path, "ASK { ?s ?p ?o }")


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("SELECT ?x {\n  ?x a eg:Event ;;\n}}", "line 3, column 2: '}' does not fit here"),
        ("SELECT ?x { ?x a ?y FILTER }", "line 1, column 21: 'FILTER' does not fit here"),
        ("SELECT ?x { 'é' ?y ?z } LIMIT x", "line 1, column 25: 'LIMIT'"),
        ("SELECT ?x { ?x a ?y", "line 1, column 20: something is missing at the end"),
        ("PREFIX ex: <urn:x>\nSELECT * { ?s foo:bar ex:a }", "foo: is not known (line 2, column 15)"),
    ],
)
def test_an_error_shows_where(sparql: str, expected: str) -> None:
    """A query that cannot be parsed says in which line and column, and shows the line."""
    with pytest.raises(QueryError) as caught:
        run(SAMPLE, sparql)
    assert expected in str(caught.value)
    assert str(caught.value).endswith("^")


def test_a_broken_file(tmp_path: Path) -> None:
    """A mistake in the file is told as one of the file, a file of another kind as such."""
    (tmp_path / "graph.ttl").write_text("<urn:a> <urn:b> ", encoding="utf-8")
    with pytest.raises(QueryError, match=r"graph\.ttl"):
        run(tmp_path / "graph.ttl", "ASK { ?s ?p ?o }")
    (tmp_path / "graph.doc").write_text("", encoding="utf-8")
    with pytest.raises(QueryError, match="not a file of RDF"):
        run(tmp_path / "graph.doc", "ASK { ?s ?p ?o }")


@pytest.mark.parametrize("sparql", ["ASK " + "{" * 20_000 + "}" * 20_000, "ASK { ?s ?p '\ud800' }"])
def test_a_query_made_to_break_the_program(sparql: str) -> None:
    """Deep nesting and half characters end in an error of ours."""
    with pytest.raises(QueryError):
        run(SAMPLE, sparql, limits=Limits(seconds=10))


HOSTILE = [
    "SELECT * { SERVICE <URL/a> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <URL/a> { ?s ?p ?o } }",
    "SELECT * { SERVICESILENT<URL/a>{} }",
    "PREFIX ex: <URL/> SELECT * { SERVICEex:a { ?s ?p ?o } }",
    "PREFIX ex: <URL/> SELECT * { ?s ?p trueSERVICEex:a { ?s ?p ?o } }",
    "PREFIX ex: <URL/> SELECT * { ?s ?p ex:a.b.SERVICE<URL/a> {} }",
    "PREFIX ex: <URL/> SELECT * { ?s ?p ex:.SERVICE ex:b {} }",
    "SELECT * { BIND(<URL/a> AS ?e) ?a ?b ?c FILTER(?a<?b)SERVICE?e#>\n{ ?s ?p ?o } }",
    "SELECT * { ?a a <urn:'> . SERVICE <URL/a> {} #'\n }",
    "SELECT * FROM <URL/a> { ?s ?p ?o }",
    "SELECT * FROM NAMED <URL/a> { GRAPH ?g { ?s ?p ?o } }",
    "LOAD <URL/a>",
    "LOAD <URL/a> INTO GRAPH <urn:g>",
    "INSERT { <urn:a> <urn:b> ?o } WHERE { SERVICE <URL/a> { ?s ?p ?o } }",
    "SELECT * FROM <file://secret.ttl> { ?s ?p ?o }",
    "LOAD <file://secret.ttl>",
    "SELECT * { ?s ?p ?o { SELECT * { SERVICE ?s { ?a ?b ?c } VALUES ?s { <URL/a> } } } }",
    "SELECT * { FILTER EXISTS { SERVICE <URL/a> { ?s ?p ?o } } }",
    "CONSTRUCT FROM <URL/a> WHERE { ?s ?p ?o }",
    "DESCRIBE <URL/a> FROM <URL/a>",
    "DROP ALL ; LOAD <URL/a>",
]


@pytest.mark.parametrize("sparql", HOSTILE)
def test_nothing_is_fetched(sparql: str, server: tuple[str, list[str]]) -> None:
    """Hostile queries are refused, and a server that they name is never asked."""
    url, seen = server
    with pytest.raises(QueryError):
        run(SAMPLE, sparql.replace("URL", url))
    assert seen == []


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on open files there")
@pytest.mark.parametrize("sparql", HOSTILE)
def test_the_worker_itself_can_open_nothing(sparql: str, server: tuple[str, list[str]]) -> None:
    """Even what gets past the check finds every door shut."""
    url, seen = server
    request, data = _request(SAMPLE, sparql.replace("URL", url), Limits())
    _from_worker(msgspec.json.encode(request) + b"\n" + data, Limits())
    assert seen == []


@pytest.mark.parametrize("words", [words for words in HOSTILE_WORDS if URL in words])
def test_no_question_fetches(words: str, server: tuple[str, list[str]]) -> None:
    """Every named question, asked for words that would have it fetch, of a graph that is full of them."""
    url, seen = server
    words = words.replace(URL, url)
    asking = Asking(named(words))
    for question in load_questions().values():
        fitting = {Kind.FROM: "2024", Kind.TO: "2024", Kind.DAYS: "3", Kind.TYPE: "arrest"}
        given = {each.name: fitting.get(each.kind, words) for each in question.arguments}
        with suppress(EventGraphError):
            asking.answer(prepare(question, given, asking.graph).sparql)
    assert seen == []


@pytest.mark.parametrize("sparql", ["CLEAR ALL", "INSERT DATA { <urn:a> <urn:b> <urn:c> }"])
def test_nothing_is_changed(sparql: str) -> None:
    """Updates are refused."""
    with pytest.raises(QueryRefused):
        run(SAMPLE, sparql)


def test_the_row_limit() -> None:
    """As many rows as the limit allows are an answer, one more is an error."""
    total = len(list(quads(SAMPLE)))
    assert len(run(SAMPLE, "SELECT * { ?s ?p ?o }", limits=Limits(rows=total)).rows) == total
    with pytest.raises(QueryTooLarge, match="rows"):
        run(SAMPLE, "SELECT * { ?s ?p ?o }", limits=Limits(rows=total - 1))


def test_the_time_limit() -> None:
    """A cross product that would never end is stopped."""
    with pytest.raises(QueryTooLarge, match="1 seconds"):
        run(SAMPLE, f"SELECT (COUNT(*) AS ?count) {CROSS_PRODUCT}", limits=Limits(seconds=1))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process")
def test_the_memory_limit() -> None:
    """A sort that would fill the machine is stopped by its memory."""
    with pytest.raises(QueryTooLarge, match=r"megabytes|memory"):
        run(SAMPLE, f"SELECT * {CROSS_PRODUCT} ORDER BY ?c", limits=Limits(seconds=60, megabytes=300))


def test_too_much_text_is_no_answer() -> None:
    """Rows within the limit may still hold more text than a machine can take."""
    texts = "?a nif:isString ?b . ?c nif:isString ?d ."
    others = "?e ?f ?g . ?h ?i ?j ."
    with pytest.raises(QueryTooLarge, match="text"):
        run(SAMPLE, f"SELECT ?b ?d {{ {texts} {others} }}", limits=Limits(rows=10_000_000))


def test_where_a_query_comes_from(tmp_path: Path) -> None:
    """The argument is the query, or the file that holds it; a missing query file is an error."""
    file = tmp_path / "question.rq"
    file.write_text("ASK { ?s ?p ?o }", encoding="utf-8")
    assert sparql_of(str(file)) == "ASK { ?s ?p ?o }"
    assert sparql_of("ASK { ?s ?p ?o }") == "ASK { ?s ?p ?o }"
    with pytest.raises(UsageError):
        sparql_of(str(tmp_path / "missing.rq"))
