"""Careless and hostile use of the whole program: nothing is lost or made up, every error is one line."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from eventgraph.cli import app
from eventgraph.errors import ConfigError, NothingRead
from eventgraph.export import BUILD_FILES, publish, publishing
from eventgraph.graph.wire import encode
from eventgraph.model import Document, Graph, Observations
from eventgraph.pipeline import BuildOptions, build
from eventgraph.store.observations import FILE_NAME as CACHE
from samples import SAMPLE

CALL = (sys.executable, "-c", "from eventgraph.cli import main; main()")
ARTICLE = "Police in Larnby arrested 12 people on 3 May 2024.\n"


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a person does, with some variables of the environment set."""
    return subprocess.run(
        [*CALL, *map(str, arguments)],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with one short article."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder that holds the sample graph."""
    folder = tmp_path / "built"
    folder.mkdir()
    (folder / "graph.json").write_bytes(encode(SAMPLE))
    return folder


@pytest.mark.model
@pytest.mark.parametrize("place", ["articles/output", "articles"])
def test_a_build_never_reads_what_builds_wrote(articles: Path, tmp_path: Path, place: str) -> None:
    """With the output among the documents, even after the cache was deleted, every build is the first one."""
    output, elsewhere = tmp_path / place, tmp_path / "elsewhere"
    options = BuildOptions(records=articles / "records.jsonl")
    build([articles], output, options)
    first = (output / "graph.json").read_bytes()
    (output / CACHE).unlink()
    build([articles], output, options)
    assert (output / "graph.json").read_bytes() == first
    build([articles], elsewhere, options)
    assert (elsewhere / "graph.json").read_bytes() == first


def test_broken_decisions_are_found_before_anything_is_read(articles: Path, tmp_path: Path) -> None:
    """A mistake in the corrections costs no reading."""
    (articles / "decisions.toml").write_text("[[merge]\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"decisions\.toml"):
        build([articles], tmp_path / "output")
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(
    "output", ["articles/a.txt", "articles/a.txt/output"], ids=["is a file", "is in a file"]
)
def test_an_output_that_cannot_be_is_one_line(articles: Path, output: str) -> None:
    """Where nothing can be written, one line says where, and the exit code is 1."""
    ran = run("build", articles, "--output", articles.parent / output)
    assert ran.returncode == 1
    assert ran.stderr.count(b"\n") == 1
    assert b"a.txt" in ran.stderr


@pytest.mark.model
def test_what_stands_in_the_way_of_one_file_stops_all(articles: Path, tmp_path: Path) -> None:
    """A folder in the place of one output leaves every other one as it was."""
    output = tmp_path / "output"
    (output / "timeline.md").mkdir(parents=True)
    with pytest.raises(IsADirectoryError):
        build([articles], output)
    assert sorted(file.name for file in output.iterdir() if not file.name.startswith(".")) == ["timeline.md"]


@pytest.mark.parametrize("broken", ["{", '{"a":' * 100_000, "[]", "\udcff"])
@pytest.mark.parametrize("command", [["timeline"], ["explain", "police"], ["export", "--to", "csv"]])
def test_a_broken_graph_is_one_line(tmp_path: Path, broken: str, command: list[str]) -> None:
    """Whatever has become of graph.json, one line says that it is no graph."""
    (tmp_path / "graph.json").write_bytes(broken.encode(errors="surrogateescape"))
    ran = run(*command, "--graph", tmp_path)
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert ran.stderr.startswith(b"eventgraph: graph.json is not a graph")
    assert ran.stderr.count(b"\n") == 1


def test_a_graph_folder_that_is_none_is_one_line(built: Path) -> None:
    """A file in the place of the folder, or a folder in the place of the file."""
    (built / "folder" / "graph.json").mkdir(parents=True)
    for folder in (built / "graph.json", built / "folder"):
        ran = run("timeline", "--graph", folder)
        assert ran.returncode == 1
        assert ran.stderr.count(b"\n") == 1


def test_output_is_utf8_whatever_the_locale(built: Path) -> None:
    """What goes to a pipe or file has the same bytes under any locale."""
    graph = replace(SAMPLE, title="Zürich 日本")
    (built / "graph.json").write_bytes(encode(graph))
    usual = run("timeline", "--graph", built)
    plain = run("timeline", "--graph", built, LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    odd = run("timeline", "--graph", built, PYTHONIOENCODING="latin-1")
    assert usual.stdout == plain.stdout == odd.stdout
    assert graph.title in usual.stdout.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_no_room_for_the_output_is_one_line(built: Path) -> None:
    """A full disk behind stdout is an error, told in one line."""
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*CALL, "timeline", "--graph", str(built)], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ran.returncode == 1
    assert ran.stderr.startswith(b"eventgraph: ")
    assert ran.stderr.count(b"\n") == 1


@pytest.mark.model
def test_no_room_for_the_cache_is_an_error_of_the_system(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk is full, a build says so and leaves the old output whole."""
    output = tmp_path / "output"
    build([articles], output)
    before = (output / "graph.json").read_bytes()
    (articles / "a.txt").write_text(ARTICLE.replace("12", "13"), encoding="utf-8")

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("eventgraph.store.observations.zlib.compress", full)
    monkeypatch.setattr("eventgraph.store.observations._prepared", full)
    with pytest.raises(OSError, match="disk is full"):
        build([articles], output)
    assert (output / "graph.json").read_bytes() == before


def test_two_builds_into_one_folder_do_not_mix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one build writes, no other can take the folder; afterwards it is free."""
    fcntl = pytest.importorskip("fcntl")

    def taken() -> bool:
        handle = os.open(tmp_path, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(handle)
        return False

    def write(graph: Graph, path: Path) -> None:
        assert taken(), "another build could write at the same time"
        path.write_text(graph.title, encoding="utf-8")

    monkeypatch.setattr(publishing, "exporter_of", lambda _: write)
    publish(Graph(title="harbour"), Graph(title="harbour"), tmp_path)
    assert not taken()
    assert {(tmp_path / name).read_text(encoding="utf-8") for name in BUILD_FILES} == {"harbour"}


@pytest.mark.model
def test_an_interrupted_build_says_so_and_keeps_the_old_output(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C in the middle of a document ends the build and changes no output."""
    output = tmp_path / "output"
    build([articles], output)
    before = (output / "graph.json").read_bytes()
    (articles / "b.txt").write_text(ARTICLE.replace("12", "13"), encoding="utf-8")

    def interrupted(document: Document, **_: object) -> Observations:
        raise KeyboardInterrupt(document.origin)

    with monkeypatch.context() as patch:
        patch.setattr("eventgraph.cached.observe_document", interrupted)
        with pytest.raises(KeyboardInterrupt):
            build([articles], output)
    assert (output / "graph.json").read_bytes() == before
    assert len(build([articles], output).documents) == 2


PEOPLE = ", ".join(f"Bo Lind of street {number}" for number in range(400))
LONG = f"Police in Larnby arrested {PEOPLE} on 3 May 2024.\n"
TABLE = "| Date | City | Arrests |\n|---|---|---|\n| 3 May 2024 | Larnby | 12 |\n| Total | | 12 |\n"
GERMAN = "Die Polizei in Larnby hat am 3. Mai 2024 zwölf Menschen festgenommen und einen befragt.\n"
CODE = "def kill(process):\n    process.attack(9)\n    return process.kill()\n"
BULLETS = "On 3 May 2024, Larnby police:\n- arrested 12 people\n- seized 40 kg of cocaine\n"
TALK = (
    "HOST: Did police kill anybody?\nADA QUIST: We arrested 12 people on 3 May 2024.\n"
    "HOST: When?\nADA QUIST: That was on Friday.\n"
)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "events", "problem"),
    [
        (LONG, {"arrest"}, "line 1: a sentence of over 2000 characters is read in pieces"),
        ("POLICE IN LARNBY ARRESTED 12 PEOPLE ON 3 MAY 2024.\n", {"arrest 2024-05-03"}, ""),
        ("Larnby harbour. 3 May 2024. Twelve suspects. No comment.\n", set(), ""),
        (BULLETS, {"arrest 2024-05-03", "seizure 2024-05-03"}, ""),
        (TALK, {"hypothetical killing", "arrest 2024-05-03"}, ""),
        (CODE, set(), "lines 1 to 3 skipped: source code or data"),
        (GERMAN, set(), "not English, not read (it seems to be German)"),
        (
            f"{ARTICLE}\n{GERMAN}\n{ARTICLE.replace('12', '14')}",
            {"arrest 2024-05-03"},
            "a passage not in English skipped, from line 3 on (it seems to be German)",
        ),
        (f"The list of the harbour.\n\n{TABLE}", {"arrest 2024-05-03"}, ""),
        (
            f"The list of the harbour.\n\n{TABLE.replace('Date', 'Team')}",
            set(),
            "table at line 3 skipped: no header that names a day or an event",
        ),
        ("警方在拉恩比逮捕了十二人。\n", None, "not English, not read (it seems to be Chinese)"),
    ],
    ids=[
        "2,000 words", "capitals", "no verbs", "bullets", "transcript", "code", "German", "mixed", "table",
        "table that is not read", "Chinese",
    ],
)  # fmt: skip
def test_what_is_no_prose(tmp_path: Path, text: str, events: set[str] | None, problem: str) -> None:
    """Each kind of text that is no English prose is read in its own way, or listed as not read."""
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    if events is None:
        with pytest.raises(NothingRead, match="not English"):
            build([tmp_path / "a.txt"], tmp_path / "output")
        return
    graph = build([tmp_path / "a.txt"], tmp_path / "output")
    found = {
        " ".join(
            [
                *([] if event.status == "happened" else [event.status]),
                event.type,
                *([event.when.edtf] if event.when else []),
            ]
        )
        for event in graph.events
    }
    assert found == events
    assert [each.message for each in graph.problems] == ([problem] if problem else [])


@pytest.mark.model
def test_what_was_skipped_is_told_at_every_build(tmp_path: Path) -> None:
    """A document with a problem is kept in the cache with it; its rows are evidence in every output."""
    (tmp_path / "a.md").write_text(
        f"{ARTICLE}\n{GERMAN}\n{TABLE.replace('3 May', '4 May')}", encoding="utf-8"
    )
    first = build([tmp_path / "a.md"], tmp_path / "output")
    second = build([tmp_path / "a.md"], tmp_path / "output")
    assert second.problems == first.problems
    assert len(second.problems) == 1
    table = next(event for event in second.events if event.mentions[0].by == "table")
    assert [second.text_of(detail) for detail in table.attributes] == ["Arrests", "| Date | City | Arrests |"]
    timeline = (tmp_path / "output" / "timeline.md").read_text(encoding="utf-8")
    assert "4 May 2024 \\| Larnby \\| 12" in timeline


def test_ctrl_c_is_one_line(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C gives one line, no traceback, and exit code 130."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("eventgraph.pipeline.build", interrupted)
    ran = CliRunner().invoke(app, ["build", str(articles)])
    assert ran.exit_code == 130
    assert ran.stderr == "eventgraph: interrupted; the next build goes on from what was read\n"
