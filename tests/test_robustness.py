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
from eventgraph.errors import ConfigError
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


def test_ctrl_c_is_one_line(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C gives one line, no traceback, and exit code 130."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("eventgraph.pipeline.build", interrupted)
    ran = CliRunner().invoke(app, ["build", str(articles)])
    assert ran.exit_code == 130
    assert ran.stderr == "eventgraph: interrupted; the next build goes on from what was read\n"
