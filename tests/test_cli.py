"""The command line: help for everything, exit codes, quick start."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import typer.main
from typer.core import TyperGroup
from typer.testing import CliRunner

import documents
from eventgraph.cli import QueryFormat, TimelineFormat, TimesFormat, app
from eventgraph.export import FOLDERS, FORMATS, TIMELINES
from eventgraph.graph.wire import encode
from eventgraph.query.rendering import RENDERERS
from eventgraph.times.rendering import TIMES_FORMATS
from samples import SAMPLE


def commands() -> dict[str, str]:
    """Each command with its help."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return {name: command.help or "" for name, command in group.commands.items()}


def eventgraph(*arguments: str | Path, text: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program as a person does."""
    return subprocess.run(
        [sys.executable, "-c", "from eventgraph.cli import main; main()", *map(str, arguments)],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_options_name_all_formats() -> None:
    """What the options offer is what the program can write; they are written out so that --help is quick."""
    assert set(TimelineFormat) == set(TIMELINES)
    assert set(TimesFormat) == set(TIMES_FORMATS)
    assert set(QueryFormat) == set(RENDERERS)
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    (option,) = (each for each in group.commands["export"].params if each.name == "to")
    words = getattr(option, "help", "").replace(",", "").rstrip(".").replace(" or ", " ").split()
    assert sorted(words) == sorted({**FORMATS, **FOLDERS})


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder that holds the sample graph."""
    (tmp_path / "graph.json").write_bytes(encode(SAMPLE))
    return tmp_path


@pytest.mark.parametrize("name", commands())
def test_every_command_has_help_with_an_example(name: str) -> None:
    """--help says what a command does and shows one call of it."""
    assert f"Example: eventgraph {name}" in commands()[name]
    assert CliRunner().invoke(app, [name, "--help"]).exit_code == 0


@pytest.mark.model
def test_generated_pages_are_current() -> None:
    """The pages of docs/ say what the program says; `make docs` makes them."""
    assert documents.stale() == []


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["build", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    """Asking for help imports neither the language model nor the graph libraries."""
    heavy = "{'spacy', 'numpy', 'rdflib', 'networkx', 'pyvis', 'igraph', 'trafilatura', 'dateparser'}"
    code = (
        "import sys\nfrom eventgraph.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"sys.exit(', '.join({heavy} & set(sys.modules)) or 0)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["build", "nowhere"], 1, "nowhere"),
        (["build"], 2, "PATH"),
        (["timeline", "--graph", "nowhere"], 1, "eventgraph build"),
        (["timeline", "--from", "yesterday"], 2, "yesterday"),
        (["nonsense"], 2, "nonsense"),
        (["times", "nowhere.txt"], 2, "nowhere.txt"),
    ],
)
def test_wrong_usage_says_what_is_wrong(arguments: list[str], code: int, words: str, tmp_path: Path) -> None:
    """Failure exits 1, wrong usage 2, each with a line on stderr and no traceback."""
    if arguments[0] == "build":
        arguments = [*arguments, "--output", str(tmp_path)]
    ran = eventgraph(*arguments)
    assert ran.returncode == code
    assert words in ran.stderr
    assert "Traceback" not in ran.stderr


def test_timeline(built: Path) -> None:
    """Options select, formats print, and protected people are masked unless asked for."""
    assert "Alleged: 40 kg" in eventgraph("timeline", "--graph", built, "--status", "alleged").stdout
    assert (
        eventgraph("timeline", "--graph", built, "--type", "arrest", "--format", "csv").stdout.count("\n")
        == 2
    )
    ranked = eventgraph("timeline", "--graph", built, "--role", "agent", "--format", "ranked").stdout
    assert [row["date"] for row in json.loads(ranked)] == ["2024-03-12"]
    assert "Mia Rowe" not in eventgraph("timeline", "--graph", built).stdout
    assert "Mia Rowe" in eventgraph("timeline", "--graph", built, "--show-protected").stdout
    assert eventgraph("timeline", "--graph", built, "--type", "arest").returncode == 2


def test_timelines_that_leave_events_out(built: Path) -> None:
    """TimelineJS JSON and calendars take all selections, and say on stderr what they have no place for."""
    made = eventgraph("timeline", "--graph", built, "--format", "timelinejs", "--type", "arrest")
    assert [slide["start_date"]["day"] for slide in json.loads(made.stdout)["events"]] == [12]
    assert made.stderr == ""
    made = eventgraph("timeline", "--graph", built, "--format", "ics")
    assert made.stdout.count("BEGIN:VEVENT") == 1
    assert made.stderr == "eventgraph: Left out: 2 undated, 1 open, 1 known less finely than to the day.\n"
    made = eventgraph("timeline", "--graph", built, "--format", "ics", "--status", "alleged")
    assert (made.returncode, made.stdout) == (1, "")
    assert "No event is known to the day." in made.stderr


def test_explain(built: Path) -> None:
    """An id or a name leads to the evidence; an unknown one is an error."""
    assert "Tuesday" in eventgraph("explain", "arrest:aaaaaaaa", "--graph", built).stdout
    assert eventgraph("explain", "nobody", "--graph", built).returncode == 2


def test_query(built: Path) -> None:
    """SPARQL in, CSV out when nobody watches."""
    ran = eventgraph("query", "SELECT ?l WHERE { ?e a eg:Arrest ; rdfs:label ?l }", "--graph", built)
    assert ran.stdout.split() == ["l", "At", "least", "12", "people", "arrested", "in", "Larnby"]


@pytest.mark.parametrize("name", ["ttl", "trig", "nquads", "jsonld", "graphml", "md", "html"])
def test_export(built: Path, name: str) -> None:
    """Each format goes to stdout or to a file, with the same bytes, without protected names."""
    file = built / "exported"
    printed = eventgraph("export", "--to", name, "--graph", built)
    assert printed.returncode == 0, printed.stderr
    eventgraph("export", "--to", name, "--graph", built, "--output", file)
    assert file.read_text(encoding="utf-8") == printed.stdout
    assert "Mia Rowe" not in printed.stdout
    assert "Larnby" in printed.stdout


def test_whole_documents_travel_only_when_asked_for(built: Path) -> None:
    """``--full-text`` puts them into the page, masked; other formats refuse it."""
    bare = eventgraph("export", "--to", "html", "--graph", built).stdout
    full = eventgraph("export", "--to", "html", "--full-text", "--graph", built).stdout
    assert '"texts":' not in bare
    assert '"texts":' in full
    assert "Mia Rowe" not in full
    refused = eventgraph("export", "--to", "csv", "--full-text", "--graph", built)
    assert (refused.returncode, "for html" in refused.stderr) == (2, True)


def test_export_of_tables(built: Path) -> None:
    """CSV is four files in a folder; without one, the error says where the events alone are to be had."""
    ran = eventgraph("export", "--to", "csv", "--graph", built, "--output", built / "tables")
    assert (ran.returncode, ran.stdout) == (0, "")
    tables = {file.name: file.read_text(encoding="utf-8") for file in (built / "tables").iterdir()}
    assert set(tables) == {"nodes.csv", "edges.csv", "events.csv", "quantities.csv"}
    assert "Mia Rowe" not in "".join(tables.values())
    assert tables["events.csv"] == eventgraph("timeline", "--format", "csv", "--graph", built).stdout
    alone = eventgraph("export", "--to", "csv", "--graph", built)
    assert alone.returncode == 2
    assert "timeline --format csv" in alone.stderr


def test_export_below_another_base(built: Path) -> None:
    """The IRIs begin as asked for; a base that cannot be is wrong usage, before anything is read."""
    ran = eventgraph("export", "--to", "nquads", "--base", "https://kg.example/", "--graph", built)
    assert "<https://kg.example/event/arrest:aaaaaaaa>" in ran.stdout
    assert "example.org/kg" not in ran.stdout
    for command in (("export", "--to", "nquads", "--graph", built), ("build", built, "--output", built)):
        wrong = eventgraph(*command, "--base", "kg")
        assert (wrong.returncode, wrong.stderr) == (2, "eventgraph: kg: not an absolute IRI.\n")


def test_times() -> None:
    """A text on stdin gives its time expressions with offsets, values and rules."""
    ran = eventgraph("times", "-", "--published", "2024-03-14", text="They met on Tuesday.")
    assert "Tuesday" in ran.stdout
    assert "2024-03-12" in ran.stdout


def test_times_as_json() -> None:
    """Each line is one expression, with all that the library call gives."""
    text = "They met on Tuesday and from May 1 to May 3."
    ran = eventgraph("times", "-", "--published", "2024-03-14", "--format", "json", text=text)
    first, *_, whole = sorted(map(json.loads, ran.stdout.splitlines()), key=lambda row: len(row["parts"]))
    assert (first["text"], first["when"]["earliest"], first["rule"]) == ("Tuesday", "2024-03-12", "weekday")
    assert [text[part["start"] : part["end"]] for part in whole["parts"]] == ["May 1", "May 3"]


def test_times_as_timeml() -> None:
    """The text comes back with TIMEX3 tags in it, as XML that parses whatever stands in the text."""
    text = "A & B <met> on \x0bTuesday, early in May 2021, from May 1 to May 3."
    ran = eventgraph("times", "-", "--published", "2024-03-14", "--format", "timeml", text=text)
    root = ET.fromstring(ran.stdout)  # noqa: S314 (our own output)
    assert "".join(root.find("TEXT").itertext()) == text.replace("\x0b", " ")  # type: ignore[union-attr]
    found = {tag.text: dict(tag.attrib) for tag in root.iter("TIMEX3")}
    assert found["2024-03-14"]["functionInDocument"] == "CREATION_TIME"
    assert found["Tuesday"] == {"tid": "t1", "type": "DATE", "value": "2024-03-12"}


@pytest.mark.model
def test_evaluate(tmp_path: Path) -> None:
    """The texts of a gold file are read and scored; entities mentioned once count where asked for."""
    text = "Police arrested Otto Brandel in Larnby. Brandel denied it."
    names = [(16, "Otto Brandel", "b"), (32, "Larnby", "l"), (40, "Brandel", "b")]
    entities = [{"start": start, "end": start + len(words), "id": name} for start, words, name in names]
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "a", "text": text, "entities": entities}), encoding="utf-8")
    chains = {}
    for options in ((), ("--singletons",)):
        lines = eventgraph("evaluate", gold, *options).stdout.splitlines()
        (row,) = (line.split() for line in lines if "coreference" in line and "CEAF-e" in line)
        chains[options] = row[4]
    assert chains == {(): "1", ("--singletons",): "2"}


@pytest.mark.model
def test_evaluate_timelines(tmp_path: Path) -> None:
    """Several gold files make one table; what was found is written out, and found again as gold."""
    texts, gold, found = (tmp_path / f"{name}.jsonl" for name in ("texts", "gold", "found"))
    article = {
        "id": "a",
        "text": "Police arrested Otto Brandel on March 12, 2024. A court fined Brandel on March 20, 2024.",
    }
    texts.write_text(json.dumps(article), encoding="utf-8")
    rows = [
        {
            "rank": rank,
            "date": f"2024-03-{day}",
            "mentions": [{"doc": "a", "start": article["text"].index(word)}],
        }
        for rank, day, word in ((1, 12, "arrested"), (2, 20, "fined"))
    ]
    target = {"id": "t", "target": "Otto Brandel", "timeline": rows}
    gold.write_text(json.dumps(target), encoding="utf-8")
    ran = eventgraph("evaluate", gold, gold, "--texts", texts, "--records", found)
    lines = [line.split() for line in ran.stdout.splitlines()]
    assert [line[3:] for line in lines if "awareness" in line] == [["awareness", "3", *["100.0"] * 3]] * 2
    written = [json.loads(line) for line in found.read_text(encoding="utf-8").splitlines()]
    assert [record["timeline"] for record in written] == [rows, rows]
    for arguments in ([gold], [texts, "--texts", texts]):
        ran = eventgraph("evaluate", *arguments)
        assert (ran.returncode, "--texts" in ran.stderr) == (2, True)
