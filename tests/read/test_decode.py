"""Bytes to text, in the encodings that newsrooms have used."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.errors import UsageError
from eventgraph.read.decode import decode, read_text

NAMES = "José Núñez of São Tomé met Zoë Brontë and Jürgen Müller in Malmö. “It’s a café – fine,” he said."  # noqa: RUF001
PLAIN = "José Núñez met Zoë Brontë and Jürgen Müller at a café in Malmö on Tuesday."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (NAMES, "utf-8"),
        (NAMES, "utf-8-sig"),
        (NAMES, "utf-16"),
        (NAMES, "utf-16-le"),
        (NAMES, "utf-16-be"),
        (NAMES, "utf-32"),
        (NAMES, "cp1252"),
        (PLAIN, "latin-1"),
        ("Ana Peña was held.", "latin-1"),
        ("SÃO PAULO (AFP) — Police held twelve.", "cp1252"),
        ("A fine of £40 or 50° of frost.", "latin-1"),
        (NAMES + PLAIN + " A box of 3×5 feet, ¶ 4.", "cp1252"),  # noqa: RUF001 (a sign of times)
        (PLAIN, "mac_roman"),
        (NAMES, "mac_roman"),
        (PLAIN, "cp850"),
        ("Police in Larnby arrested Łukasz Żółw on Tuesday.", "cp1250"),
        ("The naïve plan cost €50 in the Hauptstraße, at 5° C.", "mac_roman"),
        ("Полиция задержала двенадцать человек во вторник в городе, сообщили власти. " * 4, "cp1251"),
    ],
)
def test_text_is_read_right(text: str, encoding: str) -> None:
    """The text comes back as it was written, and nothing is amiss."""
    assert decode(text.encode(encoding)) == (text, None)


@pytest.mark.parametrize(
    "data",
    [
        b"\x00\x01\x02\x03",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 4,
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00",
        b"one\x00two",
        gzip.compress(NAMES.encode() * 9, mtime=0),
        random.Random(7).randbytes(5000),
    ],
)
def test_data_is_no_text(data: bytes) -> None:
    """Bytes that are no text are refused."""
    text, flaw = decode(data)
    assert text == ""
    assert flaw is not None


def test_broken_utf8_is_read_and_reported() -> None:
    """One broken byte does not turn a whole text into another encoding; it is replaced, and said so."""
    text, flaw = decode(NAMES.encode() + b" \xff end")
    assert text == NAMES + " \ufffd end"
    assert flaw is not None
    assert "1 broken" in flaw.message


def test_declared_encoding_counts() -> None:
    """What a page declares of itself is taken, unless it cannot be."""
    data = "Полиция задержала двенадцать человек.".encode("koi8-r")
    assert decode(data, "koi8-r")[0] == "Полиция задержала двенадцать человек."
    assert decode(PLAIN.encode("latin-1"), "no-such-encoding")[0] == PLAIN


WRITTEN = st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\t"))


@settings(deadline=None)
@given(WRITTEN, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_unicode_round_trip(text: str, encoding: str) -> None:
    """Any text in any Unicode encoding with its mark, or in UTF-8, comes back."""
    assert decode(text.encode(encoding))[0] == text.removeprefix("\ufeff" if encoding == "utf-8" else "")


@settings(deadline=None)
@given(st.binary())
def test_no_bytes_break_it(data: bytes) -> None:
    """Whatever the bytes, there is a text without NUL or a reason why not."""
    text, flaw = decode(data)
    assert "\0" not in text
    assert text or flaw or not data.strip(b"\xef\xbb\xbf\xfe\xff")


def test_a_file_is_read_whatever_its_encoding(tmp_path: Path) -> None:
    """The text and what is wrong with it; where there is no file or no text, the error names it."""
    file = tmp_path / "a.txt"
    file.write_bytes("Zoë".encode("utf-16"))
    assert read_text(file) == ("Zoë", None)
    file.write_bytes(bytes(range(32)) * 9)
    with pytest.raises(UsageError, match=r"a\.txt: bytes that are no text"):
        read_text(file)
    with pytest.raises(UsageError, match="nowhere: No such file"):
        read_text(tmp_path / "nowhere")
