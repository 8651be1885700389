"""Which files are read, in which order, under which origins."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventgraph.model import Problem
from eventgraph.read.paths import Source, find_sources


def plant(folder: Path, *names: str) -> None:
    """Make files of these names, with their folders."""
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")


def origins(*paths: Path) -> list[str]:
    """The origins found below the paths."""
    return [found.origin for found in find_sources(paths) if isinstance(found, Source)]


def test_origin_is_the_path_below_what_was_given(tmp_path: Path) -> None:
    """Files of a folder are called by their path in it, a file given itself by its name; all sorted."""
    plant(tmp_path, "b.txt", "crime/a.txt", "crime/deep/c.txt", "B.txt")
    assert origins(tmp_path) == ["B.txt", "b.txt", "crime/a.txt", "crime/deep/c.txt"]
    assert origins(tmp_path / "crime" / "a.txt", tmp_path / "b.txt") == ["a.txt", "b.txt"]


def test_relative_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How a PATH is written makes no difference."""
    plant(tmp_path, "data/a.txt", "other/b.txt")
    monkeypatch.chdir(tmp_path / "data")
    assert origins(Path()) == origins(Path("../data")) == origins(Path("../other/../data/")) == ["a.txt"]


def test_hidden_files_and_decisions_are_passed_over(tmp_path: Path) -> None:
    """Hidden files, the file of decisions and a README are no input, and no problem, unless given."""
    plant(tmp_path, ".hidden.txt", ".git/a.txt", "decisions.toml", "sub/README.md", "a.txt")
    assert origins(tmp_path / "sub" / "README.md", tmp_path / ".hidden.txt") == [".hidden.txt", "README.md"]
    assert [found.origin for found in find_sources([tmp_path]) if isinstance(found, Source)] == ["a.txt"]
    assert not [found for found in find_sources([tmp_path]) if isinstance(found, Problem)]


def test_missing_path_is_a_problem(tmp_path: Path) -> None:
    """A path that is not there is reported under its own name; the others are read."""
    plant(tmp_path, "a.txt")
    missing = tmp_path / "nowhere"
    found = find_sources([missing, tmp_path / "a.txt", missing])
    assert Problem(missing.as_posix(), "no such file or folder") in found
    assert len(found) == 2


def test_a_file_is_read_once(tmp_path: Path) -> None:
    """A file that several paths reach is read once, under its longest origin, in any order of paths."""
    plant(tmp_path, "crime/a.txt")
    paths = [tmp_path, tmp_path / "crime", tmp_path / "crime" / "a.txt", tmp_path]
    assert origins(*paths) == origins(*reversed(paths)) == ["crime/a.txt"]


@pytest.mark.parametrize(
    ("files", "given", "expected"),
    [
        (["north/a.txt", "south/a.txt"], ["north", "south"], ["north/a.txt", "south/a.txt"]),
        (["n/x/a.txt", "s/x/a.txt"], ["n/x", "s/x"], ["n/x/a.txt", "s/x/a.txt"]),
        (["n/a.txt", "s/a.txt", "s/b.txt"], ["n/a.txt", "s"], ["b.txt", "n/a.txt", "s/a.txt"]),
        (["a.txt", "s/a.txt"], ["a.txt", "s"], ["s/a.txt", "top/a.txt"]),
    ],
)
def test_same_origins_are_told_apart(
    tmp_path: Path, files: list[str], given: list[str], expected: list[str]
) -> None:
    """Files of the same origin get the folders above them, whatever the order of the paths."""
    top = tmp_path / "top"
    plant(top, *files)
    paths = [top / name for name in given]
    assert origins(*paths) == origins(*reversed(paths)) == expected


def test_loops_of_links_end(tmp_path: Path) -> None:
    """A link to a folder above ends; one to a folder elsewhere is followed; a dead link counts as a file."""
    plant(tmp_path, "data/sub/a.txt", "elsewhere/b.txt")
    (tmp_path / "data" / "sub" / "loop").symlink_to(tmp_path / "data")
    (tmp_path / "data" / "self").symlink_to("self")
    (tmp_path / "data" / "dead.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "data" / "linked").symlink_to(tmp_path / "elsewhere")
    assert origins(tmp_path / "data") == ["dead.txt", "linked/b.txt", "self", "sub/a.txt"]


def test_names_are_of_one_spelling(tmp_path: Path) -> None:
    """An accent of two code points and an accent of one give the same origin; line breaks are replaced."""
    plant(tmp_path, "cafe\u0301.txt", "a\nb.txt")
    assert origins(tmp_path) == ["a\ufffdb.txt", "caf\u00e9.txt"]


def test_closed_folder_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be listed is reported; the rest is read."""
    plant(tmp_path, "a.txt", "closed/b.txt")
    scandir = __import__("os").scandir

    def refuse(folder: Path) -> object:
        if Path(folder).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr("eventgraph.read.paths.os.scandir", refuse)
    found = find_sources([tmp_path])
    assert [item.origin for item in found if isinstance(item, Source)] == ["a.txt"]
    assert Problem("closed", "cannot be read: Permission denied") in found


def test_what_builds_wrote_is_passed_over(tmp_path: Path) -> None:
    """Names of outputs are left out where a build has been, and only there."""
    plant(tmp_path, "a.txt", "report.md", "out/.cache.sqlite", "out/report.md", "out/b.txt")
    plant(tmp_path, "old/graph.trig", "old/report.md", "old/notes/report.md")
    found = find_sources([tmp_path], {"report.md", "graph.trig"})
    assert [item.origin for item in found if isinstance(item, Source)] == [
        "a.txt",
        "old/notes/report.md",
        "out/b.txt",
        "report.md",
    ]
    named = find_sources([tmp_path / "out" / "report.md"], {"report.md"})
    assert [item.origin for item in named if isinstance(item, Source)] == ["report.md"]
