"""Comparing a text with a file of ``tests/snapshots``: the type of the fixture of that name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

SNAPSHOTS = Path(__file__).parent / "snapshots"

Snapshot = Callable[[str, str], None]
"""Called with the text and the name of the file that holds what it should be."""
