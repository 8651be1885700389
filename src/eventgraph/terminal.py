"""What a person sees of a command: text that cannot command a terminal, and a bar while it reads."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from eventgraph.errors import UsageError

if TYPE_CHECKING:
    from eventgraph.cached import Progress


def speak_utf8() -> None:
    """Output is UTF-8 whatever the locale, as all files are; only a terminal is spoken to in its own way."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            own = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=own, errors="backslashreplace")


def write(text: str, output: Path | None) -> None:
    """Text to a file or to stdout; a terminal gets no character of a document that might command it."""
    if output is None:
        from eventgraph.graph.words import visible

        sys.stdout.write(visible(text.replace("\r\n", "\n")) if sys.stdout.isatty() else text)
    else:
        from eventgraph.export.files import write_file

        try:
            write_file([text], output)
        except OSError as error:
            raise UsageError(f"{output}: {error.strerror}") from error


@contextmanager
def progress() -> Iterator[Progress | None]:
    """A bar on a terminal's stderr; nothing anywhere else."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
