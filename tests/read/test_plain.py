"""Text and Markdown files."""

from __future__ import annotations

from datetime import date

import pytest

from eventgraph.read.plain import read_markdown, read_text
from eventgraph.read.records import Record

METADATA = """---
title: "Two held: a raid"
date: 2024-03-14
url: https://example.org/a
publisher: Larnby Post
tags:
  - crime
---
"""
BODY = "# Two held\n\nPolice held **two** men.\n"


@pytest.mark.parametrize(
    ("head", "record"),
    [
        ("", Record(text=BODY)),
        (
            METADATA,
            Record(
                text=BODY,
                title="Two held: a raid",
                publisher="Larnby Post",
                url="https://example.org/a",
                published=date(2024, 3, 14),
            ),
        ),
        ("---\nDate: March 2024\n...\n", Record(text=BODY)),
        ("---\n---\n", Record(text=BODY)),
    ],
)
def test_markdown(head: str, record: Record) -> None:
    """Metadata at the head is taken and left out; the marks of Markdown stay in the text."""
    assert list(read_markdown((head + BODY).encode())) == [record]


def test_a_rule_is_no_metadata() -> None:
    """A line of dashes that nothing closes is a part of the text."""
    text = "---\nPolice held two men.\n"
    assert list(read_markdown(text.encode())) == [Record(text=text)]


def test_text_has_no_metadata() -> None:
    """In a text file nothing is left out but the byte order mark and the kind of line ends."""
    assert list(read_text(b"\xef\xbb\xbf---\r\ntitle: a\r\n---\rend")) == [
        Record(text="---\ntitle: a\n---\nend")
    ]
