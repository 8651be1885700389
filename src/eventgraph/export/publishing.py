"""All files of a build into its folder: whole or not at all, one build at a time."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from eventgraph.export.formats import BUILD_FILES, FULL_TEXT, exporter_of
from eventgraph.graph.wire import FILE_NAME, encode
from eventgraph.model import Graph

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]

STAGING = ".staging"


def publish(graph: Graph, shown: Graph, folder: Path, *, full_text: bool = False) -> None:
    """Write all files of a build into a folder: ``graph`` as graph.json, ``shown`` as the rest.

    Everything is written to a folder of its own first and moved into place when it is whole, so an
    interrupted build leaves what was there before. Of two builds into one folder at the same time, one
    waits for the other here, and the last has it all. OSError if the folder cannot be written to.
    With ``full_text`` the explorer holds the whole documents.
    """
    staging = folder / STAGING
    with _alone(folder):
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(parents=True)
        try:
            (staging / FILE_NAME).write_bytes(encode(graph))
            for name, place in BUILD_FILES.items():
                exporter_of(FULL_TEXT.get(place, place) if full_text else place)(shown, staging / name)
            _move(staging, folder)
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def _move(staging: Path, folder: Path) -> None:
    """Every file into place. What cannot be replaced is found out before anything is."""
    files = sorted(staging.iterdir())
    for file in files:
        if (folder / file.name).is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(folder / file.name))
    for file in files:
        file.replace(folder / file.name)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder while it lasts; whoever else wants it waits. Where there are no such locks, go on."""
    folder.mkdir(parents=True, exist_ok=True)
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems have no locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
