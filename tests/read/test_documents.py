"""Files to documents, bad input to problems; nothing ends the run."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.model import Document, Problem
from eventgraph.read import READERS, ReadOptions, read
from eventgraph.read.decode import ODD_WESTERN
from eventgraph.vocabulary import PublishedBasis

SENTENCE = "Police in Larnby arrested José Núñez on Tuesday."


def documents(*paths: Path) -> list[Document]:
    """The documents below the paths."""
    return [found for found in read(paths) if isinstance(found, Document)]


def problems(*paths: Path, options: ReadOptions | None = None) -> dict[str, str]:
    """The problems below the paths: source and message."""
    found = read(paths, options or ReadOptions())
    return {item.source: item.message for item in found if isinstance(item, Problem)}


def test_document(tmp_path: Path) -> None:
    """A text file is a document whose id is made of its origin and its text."""
    (tmp_path / "crime").mkdir()
    (tmp_path / "crime" / "a.txt").write_bytes(f"{SENTENCE}\r\nHe said so.\r".encode())
    (document,) = documents(tmp_path)
    text = f"{SENTENCE}\nHe said so.\n"
    assert document == Document(
        id=hashlib.sha256(f"crime/a.txt\0{text}".encode()).hexdigest()[:16], origin="crime/a.txt", text=text
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(tmp_path: Path, encoding: str, line_end: str) -> None:
    """However a text is encoded and its lines end, the document is the same."""
    (tmp_path / "a.txt").write_bytes(line_end.join([SENTENCE, "", SENTENCE]).encode(encoding))
    assert [document.text for document in documents(tmp_path)] == [f"{SENTENCE}\n\n{SENTENCE}"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.pdf", b"%PDF", "unknown format .pdf; known are .htm, .html, .jsonl, .md, .txt"),
        (
            "notes",
            b"Police held two.",
            "unknown format without a suffix; known are .htm, .html, .jsonl, .md, .txt",
        ),
        ("a.txt", b"", "empty file"),
        ("a.txt", b" \n\t\n", "no text"),
        ("a.txt", b"\xef\xbb\xbf", "no text"),
        ("a.txt", b"12:30\n----\n", "no sentence in this text"),
        ("a.txt", b"Larnby", "no sentence in this text"),
        ("a.txt", b"\x00\x01\x02\x03", "bytes that are no text"),
        ("a.md", b"---\ntitle: Nothing\n---\n", "no text"),
        ("a.html", b"<html><body><nav>Home News</nav></body></html>", "no article in this page"),
        ("a.html", b"\x00\x01\x02\x03", "bytes that are no text"),
        ("a.jsonl", b"\n\n", "no records in this file"),
    ],
)
def test_bad_file_is_a_problem(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    """A file that cannot be read is reported with the reason, and the rest is read."""
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(SENTENCE, encoding="utf-8")
    assert problems(tmp_path) == {name: message}
    assert [document.origin for document in documents(tmp_path)] == ["z.txt"]


def test_large_file_is_refused_by_name_of_the_option(tmp_path: Path) -> None:
    """A file over the limit is a problem that says how to raise it; with a higher limit it is read."""
    (tmp_path / "a.txt").write_text(SENTENCE * 50, encoding="utf-8")
    low = problems(tmp_path, options=ReadOptions(max_megabytes=0.001))
    assert low == {"a.txt": "0.0 MB, over the limit of 0.001 MB; --max-megabytes raises it"}
    assert problems(tmp_path, options=ReadOptions(max_megabytes=0.01)) == {}
    with (tmp_path / "a.txt").open("r+b") as file:
        file.truncate(60_000_000)
    assert problems(tmp_path) == {"a.txt": "60.0 MB, over the limit of 20 MB; --max-megabytes raises it"}


def test_pipe_is_not_opened(tmp_path: Path) -> None:
    """A named pipe, which would wait for ever, is refused."""
    os.mkfifo(tmp_path / "a.txt")
    assert problems(tmp_path) == {"a.txt": "not a regular file"}


def test_dead_link_and_closed_file_are_problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system refuses to open is reported in its words."""
    (tmp_path / "dead.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "closed.txt").write_text(SENTENCE, encoding="utf-8")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert problems(tmp_path) == {
        "dead.txt": "cannot be read: No such file or directory",
        "closed.txt": "cannot be read: Permission denied",
    }


def test_partly_broken_text_is_read_and_reported(tmp_path: Path) -> None:
    """A broken byte costs one character, and is reported."""
    (tmp_path / "a.txt").write_bytes(SENTENCE.encode() + b"\xff")
    assert [document.text for document in documents(tmp_path)] == [SENTENCE + "\ufffd"]
    assert "broken" in problems(tmp_path)["a.txt"]


def test_suffix_in_capitals(tmp_path: Path) -> None:
    """The capitals of a suffix make no difference."""
    (tmp_path / "A.TXT").write_text(SENTENCE, encoding="utf-8")
    assert [document.origin for document in documents(tmp_path)] == ["A.TXT"]


def test_records_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    """Two records of one id are two documents, the second marked."""
    line = f'{{"id": "x", "text": "{SENTENCE}"}}\n'
    (tmp_path / "feed.jsonl").write_text(line * 3, encoding="utf-8")
    found = documents(tmp_path)
    assert [document.origin for document in found] == ["feed.jsonl#x", "feed.jsonl#x~2", "feed.jsonl#x~3"]
    assert len({document.id for document in found}) == 3


def test_metadata_is_the_basis_of_its_day(tmp_path: Path) -> None:
    """A day from metadata says so; without one the basis is unknown."""
    (tmp_path / "a.jsonl").write_text(
        f'{{"text": "{SENTENCE}", "date": "2024-03-14"}}\n{{"text": "{SENTENCE}", "date": "2024-03"}}\n',
        encoding="utf-8",
    )
    assert [document.published_basis for document in documents(tmp_path)] == [
        PublishedBasis.METADATA,
        PublishedBasis.UNKNOWN,
    ]


def test_order_of_paths_does_not_matter(tmp_path: Path) -> None:
    """The same documents come in the same order, whatever the order of the paths."""
    for name in ("b/x.txt", "a/x.txt", "a/y.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(SENTENCE, encoding="utf-8")
    paths = [tmp_path / "a", tmp_path / "b"]
    assert documents(*paths) == documents(*reversed(paths))
    assert [document.origin for document in documents(*paths)] == ["a/x.txt", "b/x.txt", "y.md"]


def test_every_reader_is_named_by_a_small_suffix() -> None:
    """Suffixes are looked up in small letters, so they are registered so, in order."""
    assert list(READERS) == sorted(suffix.lower() for suffix in READERS)


def test_heavy_imports_wait_for_a_page(tmp_path: Path) -> None:
    """The parser of web pages is not even imported until there is one."""
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    program = (
        "import pathlib, sys, eventgraph.read as r; found = list(r.read([pathlib.Path(sys.argv[1])]));"
        "print(len(found), 'trafilatura' in sys.modules, 'spacy' in sys.modules)"
    )
    run = [sys.executable, "-c", program, str(tmp_path)]
    assert subprocess.run(run, check=True, capture_output=True, text=True).stdout == "1 False False\n"


WRITTEN = st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\t"))


@settings(deadline=None)
@given(WRITTEN, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_what_was_written_is_read(text: str, encoding: str) -> None:
    """Any text in any Unicode encoding comes back, or is reported where it holds no sentence."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "a.txt").write_bytes(text.encode(encoding))
        (found,) = read([Path(folder)])
    if isinstance(found, Document):
        assert found.text == text.removeprefix("\ufeff")
    else:
        assert found.message in {"empty file", "no text", "no sentence in this text"}


@settings(deadline=None)
@given(st.text("abcdeéüñçøE .,’“”–\n", max_size=12))  # noqa: RUF001 (typographic signs)
def test_western_text_is_read(text: str) -> None:
    """European letters in Windows-1252 come back, if they stand as they do in words; nothing is lost."""
    sentence = f"{SENTENCE} {text}"
    with TemporaryDirectory() as folder:
        (Path(folder) / "a.txt").write_bytes(sentence.encode("cp1252"))
        (found,) = read([Path(folder)])
    assert isinstance(found, Document)
    assert found.text == sentence or ODD_WESTERN.search(sentence)
