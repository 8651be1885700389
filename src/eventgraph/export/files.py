"""Text to files: UTF-8 with LF line ends, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def write_file(pieces: Iterable[str], path: Path) -> None:
    """Write the pieces as one file, which others see only when it is whole.

    A failure leaves what was there before. Half a surrogate pair, which UTF-8 cannot hold, becomes "?".
    What is no regular file (a pipe, a device) is written to as it is. OSError if it cannot be written.
    """
    if path.exists() and not path.is_file():
        _write(pieces, path)
        return
    target = path.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        _write(pieces, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _write(pieces: Iterable[str], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="\n", errors="replace") as file:
        file.writelines(pieces)
