"""Observations kept in an SQLite file by content, so that a second build reads only what changed.

A key is a hash of everything that observing depends on: the document with its publication date, the
program's own files and the language model. An entry therefore never goes stale; it is only no longer
asked for, and `keep_only` drops it. A file that is broken or of another make is begun anew, whenever
that comes to light: losing what was kept costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from eventgraph.model import Document, Observations

FILE_NAME = ".cache.sqlite"

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Observations)


@cache
def program_fingerprint() -> str:
    """A hash of the program's code, word lists and schema, and of the versions it parses with."""
    digest = hashlib.sha256()
    for name, data in sorted(_source_files(resources.files("eventgraph"), "")):
        digest.update(name.encode() + b"\0" + data + b"\0")
    for package in ("spacy", "numpy", "thinc", "dateparser"):
        digest.update(f"{package} {metadata.version(package)}\0".encode())
    return digest.hexdigest()


def _source_files(folder: Traversable, prefix: str) -> Iterable[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            yield from _source_files(entry, f"{name}/")
        elif entry.name.endswith((".py", ".toml")):
            yield name, entry.read_bytes()


def key_of(document: Document, model: str) -> str:
    """The key of a document's observations under a language model."""
    parts = [program_fingerprint(), model, repr(document)]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


class ObservationStore:
    """Observations by key in one SQLite file; also usable as a context, which closes it."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it. OSError where that cannot be."""
        self._path = path
        with _told_as_os_error(path):
            self._connection = _open(path)

    def get(self, key: str) -> Observations | None:
        """What is kept under the key, or None; an entry that cannot be read counts as none."""
        row = None
        with self._mending():
            row = self._connection.execute("SELECT value FROM observations WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        try:
            return _decoder.decode(zlib.decompress(row[0]))
        except (zlib.error, msgspec.DecodeError):
            return None

    def put(self, key: str, observations: Observations) -> None:
        """Keep observations, unless the file proves to be broken. OSError where there is no room for them."""
        value = zlib.compress(_encoder.encode(observations), 1)
        with self._mending(), self._connection:
            self._connection.execute("INSERT OR REPLACE INTO observations VALUES (?, ?)", (key, value))

    def keep_only(self, keys: Iterable[str]) -> None:
        """Drop every entry whose key is not among these."""
        with self._mending(), self._connection:
            self._connection.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (key TEXT PRIMARY KEY)")
            self._connection.execute("DELETE FROM wanted")
            self._connection.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", ((k,) for k in keys))
            self._connection.execute("DELETE FROM observations WHERE key NOT IN (SELECT key FROM wanted)")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def _mending(self) -> Iterator[None]:
        """Begin the file anew if it proves to be broken."""
        with _told_as_os_error(self._path):
            try:
                yield
            except sqlite3.DatabaseError as error:
                if not _is_broken(error):
                    raise
                self._connection.close()
                self._connection = _begun_anew(self._path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _open(path: Path) -> sqlite3.Connection:
    try:
        return _prepared(path)
    except sqlite3.DatabaseError as error:
        if not _is_broken(error):
            raise
        return _begun_anew(path)


def _begun_anew(path: Path) -> sqlite3.Connection:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    return _prepared(path)


def _is_broken(error: sqlite3.DatabaseError) -> bool:
    """Whether a file is to blame that is no database, a damaged one, or one with other columns."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the rest of the code is detail
    return code in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR}


@contextmanager
def _told_as_os_error(path: Path) -> Iterator[None]:
    """What the file system is to blame for (no room, no right, locked) is an OSError."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise OSError(f"{path}: {error}") from error


def _prepared(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    try:
        with closing(connection.cursor()) as cursor:
            cursor.execute("PRAGMA journal_mode = WAL")
            cursor.execute("PRAGMA synchronous = NORMAL")
            cursor.execute("PRAGMA temp_store = MEMORY")
            cursor.execute(
                "CREATE TABLE IF NOT EXISTS observations (key TEXT PRIMARY KEY, value BLOB NOT NULL)"
            )
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
