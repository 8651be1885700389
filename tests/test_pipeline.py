"""The whole path: determinism, incremental builds, bad input, corrections, whole or nothing."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from eventgraph import cached
from eventgraph.errors import ConfigError, GraphBroken, NothingRead, UsageError
from eventgraph.export import BUILD_FILES, publishing
from eventgraph.graph.check import check
from eventgraph.graph.wire import decode, encode
from eventgraph.model import Document, Graph, Observations
from eventgraph.observe import observe_document
from eventgraph.pipeline import BuildOptions, build, evaluate_gold
from eventgraph.read import ReadOptions
from eventgraph.text.parse import Parsed
from snapshotting import Snapshot

DATA = Path(__file__).parent.parent / "data"
THREE = ("salt-harvest-first-arrests.txt", "shadow-tanker-sanctions.md", "los-angeles-guardian-sweep.txt")

pytestmark = pytest.mark.model


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with three of the sample articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in THREE:
        shutil.copy(DATA / name, folder / name)
    return folder


@pytest.fixture
def observed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The origins of the documents observed, as they are observed."""
    seen: list[str] = []

    def spy(document: Document, *, parsed: Parsed | None = None, model: str = "") -> Observations:
        seen.append(document.origin)
        return observe_document(document, parsed=parsed, model=model)

    monkeypatch.setattr(cached, "observe_document", spy)
    return seen


def hashes(folder: Path) -> dict[str, str]:
    """The sha256 of each file of a build, the cache left out."""
    files = ["graph.json", *BUILD_FILES]
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in files}


def run_build(folder: Path, output: Path, jobs: int, seed: str) -> dict[str, str]:
    """Build in a process of its own; the hashes of its files."""
    subprocess.run(
        [
            *(sys.executable, "-c", "from eventgraph.cli import main; main()"),
            *("build", str(folder), "--output", str(output), "--jobs", str(jobs)),
        ],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    return hashes(output)


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    """In another folder, with another hash seed and another number of processes, nothing differs."""
    copy = tmp_path / "elsewhere"
    shutil.copytree(DATA, copy)
    one = run_build(DATA, tmp_path / "one", 1, "1")
    two = run_build(copy, tmp_path / "two", 2, "77")
    assert one == two
    assert run_build(copy, tmp_path / "two", 1, "5") == one, "from the cache"


def test_only_what_changed_is_observed(articles: Path, tmp_path: Path, observed: list[str]) -> None:
    """A second build observes nothing; a changed file alone; a removed file disappears."""
    output = tmp_path / "output"
    build([articles], output)
    assert sorted(observed) == sorted(THREE)
    observed.clear()
    build([articles], output)
    assert observed == []
    changed = articles / THREE[0]
    changed.write_text(
        changed.read_text(encoding="utf-8") + "\nPolice also searched a barn.\n", encoding="utf-8"
    )
    build([articles], output)
    assert observed == [THREE[0]]
    changed.unlink()
    graph = build([articles], output)
    assert {document.origin for document in graph.documents} == set(THREE[1:])
    assert THREE[0] not in (output / "graph.json").read_text(encoding="utf-8")


def test_a_repeated_document_is_read_once(articles: Path, tmp_path: Path, observed: list[str]) -> None:
    """A word-for-word copy is not observed, names its original and counts as no further source."""
    text = (articles / THREE[0]).read_text(encoding="utf-8")
    before = build([articles], tmp_path / "before")
    (articles / "wire-copy.txt").write_text(text.replace("\n", "\r\n"), encoding="utf-8", newline="")
    observed.clear()
    after = build([articles], tmp_path / "after")
    assert len(observed) == 3
    copy = next(document for document in after.documents if document.duplicate_of)
    assert copy.origin in {"wire-copy.txt", THREE[0]}
    assert len(after.events) == len(before.events)
    assert [event.quantities for event in after.events] == [event.quantities for event in before.events]
    assert any(told.repeat for event in after.events for told in event.mentions)


def test_ids_survive_an_added_document(articles: Path, tmp_path: Path) -> None:
    """A later document changes no id of what was there."""
    before = build([articles], tmp_path / "before")
    (articles / "later.txt").write_text(
        "date 2025-11-03\n\nPolice in Larnby arrested 7 people on Monday, the mayor said.\n", encoding="utf-8"
    )
    after = build([articles], tmp_path / "after")
    assert {entity.id for entity in before.entities} <= {entity.id for entity in after.entities}
    assert {event.id for event in before.events} <= {event.id for event in after.events}


@pytest.mark.parametrize("name", THREE)
def test_graphs_of_three_articles(name: str, tmp_path: Path, snapshot: Snapshot) -> None:
    """Any change in what is found in three articles shows."""
    graph = build([DATA / name], tmp_path)
    snapshot(encode(graph).decode(), f"{Path(name).stem}.graph.json")


def test_every_sample_is_read_and_checked(tmp_path: Path) -> None:
    """The sample articles build without a problem into a graph that passes its check and round-trips."""
    graph = build([DATA], tmp_path)
    assert graph.problems == ()
    check(graph)
    assert decode((tmp_path / "graph.json").read_bytes()) == graph
    assert {file.name for file in tmp_path.iterdir()} >= {"graph.json", ".cache.sqlite", *BUILD_FILES}


def test_protected_people_are_masked(tmp_path: Path) -> None:
    """Nobody whom graph.json marks as protected is named in any other output, unless asked for."""
    graph = build([DATA], tmp_path)
    names = [entity.name for entity in graph.entities if entity.protected]
    assert names, "the samples name a child"
    for name in BUILD_FILES:
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert not [hidden for hidden in names if hidden in text], name
    build([DATA], tmp_path, BuildOptions(show_protected=True))
    assert names[0] in (tmp_path / "timeline.md").read_text(encoding="utf-8")


def bad_input(folder: Path) -> None:
    """Files that cannot be read, or only in part, beside one that can."""
    (folder / "good.txt").write_text("Police arrested 12 people on 3 May 2024 in Larnby.", encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 4)
    (folder / "large.txt").write_bytes(b"Police said so. " * 70_000)
    (folder / "none.html").write_text("<html><body></body></html>", encoding="utf-8")
    (folder / "dots.txt").write_text("... --- ...", encoding="utf-8")
    (folder / "sheet.xlsx").write_bytes(b"PK")
    (folder / "feed.jsonl").write_text(
        '{"text": "A court fined the firm on 4 May 2024."}\n{"text": \n{"title": "x"}\n', encoding="utf-8"
    )


def test_bad_input_is_named_and_loses_nothing(tmp_path: Path) -> None:
    """Each bad file or line becomes a problem with its source; all that is good is in the graph."""
    folder = tmp_path / "in"
    folder.mkdir()
    bad_input(folder)
    options = BuildOptions(read=ReadOptions(max_megabytes=1))
    graph = build([folder, tmp_path / "nowhere"], tmp_path / "out", options)
    assert {document.origin for document in graph.documents} == {"good.txt", "feed.jsonl#1"}
    sources = sorted({problem.source.split("/")[-1] for problem in graph.problems})
    assert sources == [
        "binary.txt",
        "dots.txt",
        "empty.txt",
        "feed.jsonl:2",
        "feed.jsonl:3",
        "large.txt",
        "none.html",
        "nowhere",
        "sheet.xlsx",
    ]
    report = (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
    assert all(source in report for source in sources)


def test_nothing_read_is_an_error(tmp_path: Path) -> None:
    """Where nothing at all could be read, nothing is written and the reasons are given."""
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(NothingRead, match=r"empty\.txt"):
        build([tmp_path / "empty.txt"], tmp_path / "out")
    assert not (tmp_path / "out" / "graph.json").exists()


def test_one_path_is_no_list(tmp_path: Path) -> None:
    """A path where a list of paths is wanted is an error that says so, not a list of its letters."""
    with pytest.raises(UsageError, match="list of paths"):
        build("data", tmp_path)  # type: ignore[arg-type]  # the misuse that is tested


def test_a_build_that_fails_leaves_the_old_output_whole(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failing exporter, or a graph that fails its check, changes no file of the last build."""
    output = tmp_path / "output"
    build([articles], output)
    before = hashes(output)
    (articles / THREE[0]).unlink()

    def broken(graph: Graph, path: Path) -> None:
        raise OSError(f"no room for {path.name} of {graph.title}")

    with monkeypatch.context() as patch:
        patch.setattr(publishing, "exporter_of", lambda _: broken)
        with pytest.raises(OSError, match="no room"):
            build([articles], output)
    assert hashes(output) == before

    def refuse(graph: Graph) -> None:
        raise GraphBroken(graph.title)

    with monkeypatch.context() as patch:
        patch.setattr("eventgraph.pipeline.check", refuse)
        with pytest.raises(GraphBroken):
            build([articles], output)
    assert hashes(output) == before
    build([articles], output)
    assert hashes(output) != before
    assert not (output / publishing.STAGING).exists()


def test_a_document_that_cannot_be_observed_costs_no_other(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever goes wrong over one document is a problem; it is tried again at the next build."""

    def sometimes(document: Document, *, parsed: Parsed | None = None, model: str = "") -> Observations:
        if document.origin == THREE[0]:
            raise ValueError("too strange")
        return observe_document(document, parsed=parsed, model=model)

    with monkeypatch.context() as patch:
        patch.setattr(cached, "observe_document", sometimes)
        graph = build([articles], tmp_path / "output")
    assert [(p.source, p.message) for p in graph.problems] == [
        (THREE[0], "not observed: ValueError: too strange")
    ]
    assert len(graph.documents) == 3
    assert build([articles], tmp_path / "output").problems == ()


def test_what_is_wrong_with_the_program_itself_ends_a_build(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of the lexicon that cannot be read is no problem of each document; nothing is written."""

    def never(*_: object, **__: object) -> Observations:
        raise ConfigError("lexicon/roles.toml: Invalid value")

    with monkeypatch.context() as patch:
        patch.setattr(cached, "observe_document", never)
        with pytest.raises(ConfigError):
            build([articles], tmp_path / "output")
    assert not (tmp_path / "output" / "graph.json").exists()


def test_a_text_that_cannot_be_observed_is_told_beside_the_scores(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Scores over fewer texts than the gold has say so."""
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "a", "text": "Police arrested Otto Brandel.", "events": []}))

    def never(*_: object, **__: object) -> Observations:
        raise ValueError("too strange")

    monkeypatch.setattr(cached, "observe_document", never)
    assert [p.message for p in evaluate_gold(gold).problems] == ["not observed: ValueError: too strange"]


def test_decisions_are_applied_at_every_build(articles: Path, tmp_path: Path) -> None:
    """A correction beside the documents changes the graph; one that matches nothing is reported."""
    graph = build([articles], tmp_path / "before")
    long_names = (e for e in graph.entities if e.type == "agency" and len(e.name.split()) > 1)
    mention = next(long_names).mentions[0]
    document = next(d for d in graph.documents if d.id == mention.document)
    words = document.text[mention.start : mention.end]
    nth = document.text[: mention.start].count(words) + 1
    place = f"{{origin = {json.dumps(document.origin)}, text = {json.dumps(words)}, nth = {nth}}}"
    (articles / "decisions.toml").write_text(
        f'[[rename]]\na = {place}\nname = "The Renamed Bureau"\n\n'
        '[[reject]]\na = {origin = "gone.txt", text = "Nobody"}\n',
        encoding="utf-8",
    )
    after = build([articles], tmp_path / "after")
    assert "The Renamed Bureau" in {entity.name for entity in after.entities}
    assert ["matches nothing" in problem.message for problem in after.problems] == [True]
