"""The command line of named questions: listed, explained, printed, run, and nobody named who is protected."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from eventgraph.cli import app
from eventgraph.errors import EventGraphError, GraphMissing, UnknownThing, UsageError
from eventgraph.export.rdf import write_trig
from eventgraph.graph.protect import MASK, protect
from eventgraph.graph.wire import encode
from eventgraph.query import load_questions
from samples import SAMPLE

NAME = "Mia Rowe"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder that holds the sample graph, as a build writes it."""
    (tmp_path / "graph.json").write_bytes(encode(SAMPLE))
    write_trig(protect(SAMPLE), tmp_path / "graph.trig")
    return tmp_path


def asked(*arguments: str | Path) -> str:
    """What ``eventgraph ask`` prints; its error is raised."""
    return printed("ask", *arguments)


def printed(*arguments: str | Path) -> str:
    """What the program prints; its error is raised."""
    result = CliRunner().invoke(app, [*map(str, arguments)])
    if isinstance(result.exception, EventGraphError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout


def test_all_questions_are_listed() -> None:
    """Without arguments and with --help, each with what it asks."""
    listed = asked("--help")
    assert len(load_questions()) >= 17
    for question in load_questions().values():
        assert re.search(rf"^  {question.name} +{question.summary[:20]}", listed, re.MULTILINE)
    assert CliRunner().invoke(app, ["ask"]).output.splitlines()[2:] == listed.splitlines()[2:]


@pytest.mark.parametrize("name", load_questions())
def test_every_question_has_help(name: str) -> None:
    """What it asks, what each argument is, and one call of it with as many arguments as it needs."""
    question = load_questions()[name]
    shown = asked(name, "--help")
    words = " ".join(shown.split())
    assert question.summary[1:] in words
    assert " ".join(question.details.split()) in words
    assert f"Example: eventgraph ask {name} {question.example}".rstrip() in words
    assert all(argument.help in words and argument.name.upper() in shown for argument in question.arguments)
    needed = [each for each in question.arguments if not each.optional and not each.default]
    assert len(needed) <= len(shlex.split(question.example)) <= len(question.arguments)


def test_sparql_is_what_runs(built: Path) -> None:
    """What --sparql prints gives the same rows when ``query`` is given it, and runs nothing itself."""
    sparql = asked("about", "police", "--graph", built, "--sparql")
    assert sparql.startswith("# about: ")
    assert 'VALUES ?who { "agency:port-authority-police" }' in sparql
    (built / "about.rq").write_text(sparql, encoding="utf-8")
    rows = asked("about", "police", "--graph", built)
    assert printed("query", built / "about.rq", "--graph", built) == rows
    assert len(rows.splitlines()) == 3


def test_formats(built: Path) -> None:
    """The same rows in each format; Turtle, which rows are not, is wrong usage."""
    arguments: list[str | Path] = ["said", "arrest:aaaaaaaa", "--graph", built]
    rows = list(csv.DictReader(io.StringIO(asked(*arguments, "--format", "csv"))))
    found = json.loads(asked(*arguments, "--format", "json"))["results"]["bindings"]
    assert [{name: value for name, value in row.items() if value} for row in rows] == [
        {name: term["value"] for name, term in row.items()} for row in found
    ]
    assert asked(*arguments, "--format", "tsv").startswith("?published\t?file\t")
    assert asked(*arguments, "--format", "table").endswith("2 rows\n")
    with pytest.raises(UsageError, match="Turtle"):
        asked(*arguments, "--format", "turtle")
    assert asked(*arguments, "--output", built / "rows.csv") == ""
    assert len((built / "rows.csv").read_text(encoding="utf-8").splitlines()) == 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["about"], "Missing argument 'WHO'"),
        (["about", "police", "Larnby"], "Got unexpected extra argument"),
        (["abuot", "police"], "Did you mean 'about'?"),
        (["about", "police", "--rows", "0"], "Invalid value for '--rows'"),
    ],
)
def test_wrong_arguments(arguments: list[str], words: str) -> None:
    """Too few and too many arguments, and an unknown question, are told with exit code 2."""
    result = CliRunner().invoke(app, ["ask", *arguments])
    assert result.exit_code == 2
    assert words in result.output


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        (["about", "Port Authorty Police"], UnknownThing, "Perhaps: Port Authority Police"),
        (["about", ""], UsageError, "about needs who: A name or an id."),
        (["certainly", "2024-13", "2024"], UsageError, "2024-13"),
        (["certainly", "2024", "2024/.."], UsageError, "open"),
        (["gaps", "police", "many"], UsageError, "many: not a number of days"),
        (["undated", "robery"], UnknownThing, "No type of event is called 'robery'"),
    ],
)
def test_arguments_that_mean_nothing(
    arguments: list[str], error: type[EventGraphError], words: str, built: Path
) -> None:
    """What cannot be read and what nobody is called is an error of one kind, with what is wrong."""
    with pytest.raises(error, match=words):
        asked(*arguments, "--graph", built)


def test_no_build(tmp_path: Path) -> None:
    """A folder without a graph is told."""
    with pytest.raises(GraphMissing):
        asked("undated", "--graph", tmp_path)


@pytest.mark.parametrize("trig", ["as it is shown", "naming everyone", "missing"])
def test_protected_people_are_masked(trig: str, built: Path) -> None:
    """Whatever graph.trig holds, and where it is missing, names are shown only to who asks for them."""
    if trig == "missing":
        (built / "graph.trig").unlink()
    elif trig == "naming everyone":
        write_trig(SAMPLE, built / "graph.trig")
    arguments: list[str | Path] = ["undated", "--graph", built]
    hidden = asked(*arguments)
    assert NAME not in hidden
    assert MASK in hidden
    sparql = "SELECT ?name { ?x eg:protected true ; rdfs:label ?name }"
    assert printed("query", sparql, "--graph", built) == f"name\n{MASK}\n"
    assert NAME in asked(*arguments, "--show-protected")
    assert printed("query", sparql, "--graph", built, "--show-protected") == f"name\n{NAME}\n"


def test_protected_people_cannot_be_asked_for_by_name(built: Path) -> None:
    """A protected name is no name, not even in the SPARQL or in what is suggested."""
    with pytest.raises(UnknownThing) as caught:
        asked("about", NAME, "--graph", built, "--sparql")
    assert NAME not in str(caught.value).replace(repr(NAME), "")
    assert "person:mia-rowe" in asked("about", NAME, "--graph", built, "--sparql", "--show-protected")
