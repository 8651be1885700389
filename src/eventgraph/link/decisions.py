"""Corrections by a person: ``decisions.toml`` read, and pinned to words in sources."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words in a source that a decision points at: the ``nth`` place (from 1) where ``text`` stands."""

    origin: str
    text: str
    nth: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One correction by a person, pinned to words and not to ids.

    ``action`` is merge, split, rename, retype or reject; ``value`` is the new name or type.
    """

    action: str
    a: Quote
    b: Quote | None = None
    value: str = ""
    note: str = ""
