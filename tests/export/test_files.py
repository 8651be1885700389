"""Files appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from eventgraph.export.files import write_file


def breaking() -> Iterator[str]:
    """A piece, then a failure."""
    yield "half"
    raise RuntimeError


def test_text_is_utf8_with_line_feeds(tmp_path: Path) -> None:
    """The same bytes on every system; what UTF-8 cannot hold costs one character."""
    path = tmp_path / "page.html"
    write_file(["é\n", "👮\ud800\n"], path)
    assert path.read_bytes() == "é\n👮?\n".encode()


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    """Neither a broken file nor a temporary one stays behind."""
    path = tmp_path / "page.html"
    write_file(["before"], path)
    with pytest.raises(RuntimeError):
        write_file(breaking(), path)
    assert path.read_text(encoding="utf-8") == "before"
    assert [file.name for file in tmp_path.iterdir()] == ["page.html"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """The file that a link leads to is written, the link is not replaced."""
    target, link = tmp_path / "a.txt", tmp_path / "b.txt"
    target.write_text("before", encoding="utf-8")
    link.symlink_to(target)
    write_file(["after"], link)
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "after"


def test_a_device_is_written_to() -> None:
    """What is no regular file is not replaced by one."""
    write_file(["nothing"], Path(os.devnull))
    assert not Path(os.devnull).is_file()
