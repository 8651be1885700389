"""Text and Markdown files. The marks of Markdown stay, so that offsets count in what was written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventgraph.read.days import read_day
from eventgraph.read.decode import decode
from eventgraph.read.records import Flaw, Record, one_line

FRONT_MATTER = re.compile(r"---[^\S\n]*\n(?P<fields>(?:[^\n]*\n)*?)(?:---|\.\.\.)[^\S\n]*(?:\n|$)")
FIELD = re.compile(r"^(?P<key>[A-Za-z_-]+):[^\S\n]*(?P<value>.*)$", re.MULTILINE)


def read_text(data: bytes) -> Iterator[Record | Flaw]:
    """The one record of a text file."""
    text, flaw = decode(data)
    if flaw:
        yield flaw
    if text or not flaw:
        yield Record(text=fold_line_ends(text))


def read_markdown(data: bytes) -> Iterator[Record | Flaw]:
    """The one record of a Markdown file; a block of metadata at its head is left out of the text."""
    for found in read_text(data):
        yield found if isinstance(found, Flaw) else _without_front_matter(found.text)


def fold_line_ends(text: str) -> str:
    r"""The text with ``\n`` for each line end and without a byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _without_front_matter(text: str) -> Record:
    matter = FRONT_MATTER.match(text)
    if matter is None:
        return Record(text=text)
    fields = {field["key"].lower(): _bare(field["value"]) for field in FIELD.finditer(matter["fields"])}
    return Record(
        text=text[matter.end() :],
        title=fields.get("title", ""),
        publisher=fields.get("publisher", ""),
        url=fields.get("url", ""),
        published=read_day(fields.get("date", fields.get("published"))),
    )


def _bare(value: str) -> str:
    return one_line(value.strip().strip("\"'"))
