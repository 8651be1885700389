"""What the README and the pages of docs/ tell people to run does run, on the sample articles."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from eventgraph.export.report import summary
from eventgraph.model import Event
from eventgraph.pipeline import BuildOptions, build
from eventgraph.query import run
from eventgraph.vocabulary import DECISION, Basis

TOP = Path(__file__).parent.parent

pytestmark = pytest.mark.model


def blocks(page: str, language: str) -> list[str]:
    """The code blocks of a page in one language."""
    return re.findall(rf"```{language}\n(.*?)```", (TOP / page).read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the graph of the sample articles."""
    folder = tmp_path_factory.mktemp("built")
    build([TOP / "data"], folder)
    return folder


@pytest.mark.parametrize("query", blocks("docs/queries.md", "sparql"))
def test_the_queries_find_something(query: str, built: Path) -> None:
    """Each query of docs/queries.md gives at least one row."""
    assert run(built, query).rows


def test_the_first_command_prints_what_the_readme_shows(tmp_path: Path) -> None:
    """The README shows the line that the program prints for the sample articles."""
    line = summary(build([TOP / "data"], tmp_path / "output"))
    assert line in blocks("README.md", "console")[0].splitlines()


def test_the_corrections_apply(tmp_path: Path) -> None:
    """The corrections of docs/corrections.md are understood, and each finds what it speaks of."""
    corrections = "\n".join(blocks("docs/corrections.md", "toml"))
    (tmp_path / "decisions.toml").write_text(corrections, encoding="utf-8")
    options = BuildOptions(decisions=tmp_path / "decisions.toml")
    graph = build([TOP / "data"], tmp_path / "output", options)
    assert graph.problems == ()
    assert "UK National Crime Agency" in {entity.name for entity in graph.entities}
    decided = {(event.type, event.when and event.when.basis) for event in graph.events if has_decision(event)}
    assert decided == {
        ("charge", Basis.DECISION),
        ("report", Basis.DECISION),
        ("acquittal", Basis.PUBLICATION),
    }


def has_decision(event: Event) -> bool:
    """Whether a person decided something about an event."""
    return any(detail.key == DECISION for detail in event.attributes)


def test_the_snippet_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The README's lines of Python print arrests with their sentences, and time expressions."""
    shutil.copytree(TOP / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    graphs, times = blocks("README.md", "python")
    exec(compile(graphs, "README.md", "exec"), {})  # noqa: S102 (our own page)
    assert "arrested" in capsys.readouterr().out
    exec(compile(times, "README.md", "exec"), {})  # noqa: S102 (our own page)
    assert capsys.readouterr().out.startswith("Tuesday DATE 2024-03-12 2024-03-12 weekday\n")


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")
def test_python_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The examples of docs/python.md run one after the other, each printing something."""
    shutil.copytree(TOP / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    known: dict[str, object] = {}
    for example in blocks("docs/python.md", "python"):
        exec(compile(example, "docs/python.md", "exec"), known)  # noqa: S102 (our own page)
        assert capsys.readouterr().out.strip(), example
    assert capsys.readouterr().err == ""
    assert {"graph.gexf", "explorer.html"} <= {file.name for file in tmp_path.iterdir()}
