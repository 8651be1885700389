"""Reading: paths in, documents and problems out, in the order of their origins."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eventgraph.model import Document, Problem
from eventgraph.read.html import read_html
from eventgraph.read.jsonl import read_jsonl
from eventgraph.read.paths import Source, find_sources
from eventgraph.read.plain import read_markdown, read_text
from eventgraph.read.records import Flaw, Record
from eventgraph.text.languages import other_script
from eventgraph.vocabulary import PublishedBasis

READERS: dict[str, Callable[[bytes], Iterator[Record | Flaw]]] = {
    ".htm": read_html,
    ".html": read_html,
    ".jsonl": read_jsonl,
    ".md": read_markdown,
    ".txt": read_text,
}
"""The reader of each format, by the suffix of its files in small letters."""

MEGABYTE = 1_000_000
FEWEST_WORDS = 2
"""Words with a letter that make a text; less is no sentence."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How files are read.

    Those of more than ``max_megabytes`` (of a million bytes) are refused. ``written`` are the names of
    what a build writes, which is no document where a build has written it. ``apart`` are files that
    are no documents wherever they lie.
    """

    max_megabytes: float = 20
    written: frozenset[str] = frozenset()
    apart: frozenset[Path] = frozenset()


def read(paths: Sequence[Path], options: ReadOptions = ReadOptions()) -> Iterator[Document | Problem]:
    """The documents in the files and folders given, sorted by origin; records of a file in its order.

    Whatever cannot be read is a `Problem` in its place, and the rest goes on. The text of a document
    is settled here (see `eventgraph.read.plain` and `eventgraph.read.jsonl`) and never changed after;
    all offsets count its code points.
    """
    taken: set[str] = set()
    apart = {os.path.realpath(path) for path in options.apart}
    for source in find_sources(paths, options.written):
        if isinstance(source, Problem):
            yield source
            continue
        if os.path.realpath(source.path) in apart:
            continue
        for found in _records(source, options):
            if isinstance(found, Flaw):
                yield Problem(
                    source.origin if found.line is None else f"{source.origin}:{found.line}", found.message
                )
                continue
            origin = _free(f"{source.origin}#{found.mark}" if found.mark else source.origin, taken)
            lack = _lack(found.text)
            yield Problem(origin, lack) if lack else _document(origin, found)


def _records(source: Source, options: ReadOptions) -> Iterator[Record | Flaw]:
    reader = READERS.get(source.path.suffix.lower())
    if reader is None:
        suffix = source.path.suffix or "without a suffix"
        yield Flaw(f"unknown format {suffix}; known are {', '.join(READERS)}")
        return
    data = _load(source.path, options)
    if isinstance(data, Flaw):
        yield data
    else:
        yield from reader(data)


def _load(path: Path, options: ReadOptions) -> bytes | Flaw:
    """The bytes of a file. A pipe or a device is refused before it is opened, since it might never end."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Flaw("not a regular file")
        if status.st_size > options.max_megabytes * MEGABYTE:
            return Flaw(
                f"{status.st_size / MEGABYTE:.1f} MB, over the limit of {options.max_megabytes:g} MB;"
                " --max-megabytes raises it"
            )
        return path.read_bytes() or Flaw("empty file")
    except OSError as error:
        return Flaw(f"cannot be read: {error.strerror}")


def _free(origin: str, taken: set[str]) -> str:
    """The origin, or the next of ``origin~2``, ``origin~3`` that no other document has."""
    free, number = origin, 1
    while free in taken:
        number += 1
        free = f"{origin}~{number}"
    taken.add(free)
    return free


def _lack(text: str) -> str:
    """What a text lacks to be read, "" if nothing."""
    if not text.strip():
        return "no text"
    words = 0
    for word in text.split():
        words += any(character.isalpha() for character in word)
        if words == FEWEST_WORDS:
            return ""
    language = other_script(text)
    return f"not English, not read (it seems to be {language})" if language else "no sentence in this text"


def _document(origin: str, record: Record) -> Document:
    return Document(
        id=hashlib.sha256(f"{origin}\0{record.text}".encode()).hexdigest()[:16],
        origin=origin,
        text=record.text,
        title=record.title,
        publisher=record.publisher,
        url=record.url,
        published=record.published,
        published_basis=PublishedBasis.METADATA if record.published else PublishedBasis.UNKNOWN,
    )
