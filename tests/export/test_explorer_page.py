"""The page of the explorer as text: offline, small, the same each time, readable without its scripts."""

from __future__ import annotations

import gzip
import hashlib
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from eventgraph.export.explorer import render_explorer, write_explorer
from eventgraph.export.explorer_page import VENDOR, explorer_shell
from eventgraph.export.page import source_hash
from eventgraph.model import Graph
from generated import generated
from samples import SAMPLE

PAGE = render_explorer(SAMPLE)
LISTED = tomllib.loads((VENDOR / "vendored.toml").read_text(encoding="utf-8"))
VENDORED: list[dict[str, Any]] = LISTED["module"]
STAND_INS: list[dict[str, Any]] = LISTED["stand_in"]
SHELL_LIMIT = 500_000
PACKED_LIMIT = 140_000
PER_EVENT = 1_500


@pytest.mark.parametrize("module", VENDORED, ids=lambda module: str(module["package"]))
def test_vendored_files_are_as_published(module: dict[str, Any]) -> None:
    """Each has the checksum that was taken from the published package, and its licence beside it."""
    path = VENDOR / module["file"]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == module["sha256"]
    assert [name for name in path.parent.iterdir() if name.name.lower().startswith("license")]


def test_every_vendored_file_is_listed() -> None:
    """Nothing lies in the folder that the list does not name."""
    scripts = {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*.js")}
    assert scripts == {module["file"] for module in VENDORED}


def test_all_that_vendored_files_ask_for_is_there() -> None:
    """Each module comes after those that it needs, vendored or our own in their place."""
    there = {stand_in["require"] for stand_in in STAND_INS}
    for module in VENDORED:
        asked = re.findall(r'\brequire\("([^"]+)"\)', (VENDOR / module["file"]).read_text(encoding="utf-8"))
        assert set(asked) <= there
        there.add(module["require"])


def test_vendored_code_stands_in_the_page_unchanged() -> None:
    """Byte for byte, inside one function of ours."""
    for module in VENDORED:
        assert (VENDOR / module["file"]).read_text(encoding="utf-8") in PAGE


def test_the_policy_comes_first_and_fits() -> None:
    """Every script and style of the page is in the policy; the policy stands before them."""
    policy = PAGE.index("Content-Security-Policy")
    for kind in ("script", "style"):
        for found in re.finditer(rf"<{kind}>(.*?)</{kind}>", PAGE, re.DOTALL):
            assert policy < found.start()
            assert source_hash(found[1]).replace("'", "&#39;") in PAGE


def test_nothing_is_loaded_from_anywhere() -> None:
    """No element of the page names another file."""
    head = PAGE[: PAGE.index("<script")]
    assert not re.findall(r"<(?:link|img|iframe|script|source)[^>]+(?:src|href)=\"(?!data:)[^\"]+", head)
    assert "src=" not in re.sub(r"<script.*?</script>", "", PAGE, flags=re.DOTALL)


def test_the_page_is_not_to_be_indexed_and_warns() -> None:
    """An extracted allegation must not turn up in a search engine."""
    assert '<meta name="robots" content="noindex, nofollow">' in PAGE
    assert "Machine-extracted; an arrest is not guilt." in PAGE


def test_the_list_can_be_read_without_scripts() -> None:
    """Dates in words, status in the label, undated events at the end under their own heading."""
    listed = re.findall(r'<bdi class="label">(.*?)</bdi>', PAGE)
    assert listed[:5] == [
        "Alleged: 40 kg of cocaine smuggled",
        "At least 12 people arrested in Larnby",
        "Planned: Hearing",
        "Mia Rowe found",
        "Operation Grey Heron",
    ]
    assert '<h2>Undated <span class="number">2</span></h2>' in PAGE
    assert "since April 2024" in PAGE


def test_only_evidence_travels() -> None:
    """A sentence that nothing rests on stays at home."""
    shy = Graph(documents=tuple(SAMPLE.documents), events=SAMPLE.events[2:3])
    assert "Chief Quist said" not in render_explorer(shy)


def test_the_shell_is_small() -> None:
    """Scripts and styles without data; 346 and 89 kB of it are the engine."""
    text = "".join([*explorer_shell().scripts, *explorer_shell().styles]).encode()
    assert len(text) <= SHELL_LIMIT
    assert len(gzip.compress(text, 9)) <= PACKED_LIMIT


def test_data_stay_small() -> None:
    """At most 1.5 kB of data an event, network and entities included."""
    page = render_explorer(generated(500))
    data = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert sum(map(len, data)) <= 500 * PER_EVENT


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    """Twice written, twice the same, in UTF-8 with LF line ends."""
    for name in ("a.html", "b.html"):
        write_explorer(SAMPLE, tmp_path / name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes() == PAGE.encode()
    assert b"\r" not in (tmp_path / "a.html").read_bytes().replace(b"\\r", b"")


def test_an_empty_graph_gives_a_page() -> None:
    """Nothing found is no error."""
    assert "<b>0</b> events" in render_explorer(Graph())
