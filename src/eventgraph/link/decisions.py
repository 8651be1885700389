"""Corrections by a person: ``decisions.toml`` read, and pinned to words in sources.

A decision quotes words, with the origin of their document; what it says holds for the entity or the
event that is observed at these words. It is applied at every build, after everything else. One whose
words are gone, or name nothing any more, becomes a `Problem`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from eventgraph.errors import ConfigError
from eventgraph.schema import load_schema

SOURCE = "decisions.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words in a source that a decision points at: the ``nth`` place (from 1) where ``text`` stands."""

    origin: str
    text: str
    nth: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One correction by a person, pinned to words and not to ids.

    ``action`` is merge, split, rename, retype or reject; ``value`` is the new name or type. ``event``
    is whether the words are the trigger of an event. ``number`` counts the decisions of one action in
    the file, from 1.
    """

    action: str
    a: Quote
    b: Quote | None = None
    value: str = ""
    note: str = ""
    event: bool = False
    number: int = 1

    @property
    def title(self) -> str:
        """How a message names it: ``[[merge]] 2``."""
        return f"[[{self.action}]] {self.number}"


class _Quote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    origin: str
    text: str
    nth: int = 1


class _Merge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    a: _Quote
    b: _Quote
    note: str = ""


class _Split(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    a: _Quote
    b: _Quote | None = None
    note: str = ""


class _Rename(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    a: _Quote
    name: str
    note: str = ""


class _Retype(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    a: _Quote
    type: str
    note: str = ""


class _Reject(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    a: _Quote | None = None
    event: _Quote | None = None
    note: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    merge: tuple[_Merge, ...] = ()
    split: tuple[_Split, ...] = ()
    rename: tuple[_Rename, ...] = ()
    retype: tuple[_Retype, ...] = ()
    reject: tuple[_Reject, ...] = ()


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a TOML file, by action and in the order of the file.

    ConfigError, with the line or the key, where the file cannot be read, is no TOML, has a key that
    means nothing or a value that cannot be.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path.name}: cannot be read: {error}") from error
    return parse_decisions(text, path.name)


def parse_decisions(text: str, source: str = SOURCE) -> tuple[Decision, ...]:
    """The decisions in the text of such a file; see `read_decisions`."""
    try:
        table = tomllib.loads(text)
        decided = msgspec.convert(table, _File)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{source}: {error}") from error
    except msgspec.ValidationError as error:
        raise ConfigError(f"{source}: {_where(str(error), text)}") from error
    decisions = tuple(_decisions(decided))
    for decision in decisions:
        _check(decision, source)
    return decisions


def _where(message: str, text: str) -> str:
    """A message about ``$.merge[1].a`` with the table and its line named."""
    found = re.search(r"\$\.(\w+)\[(\d+)\]", message)
    if not found:
        return message
    heads = [
        n for n, line in enumerate(text.splitlines(), 1) if re.match(rf"\s*\[\[\s*{found[1]}\s*\]\]", line)
    ]
    number = int(found[2])
    line = f", line {heads[number]}" if number < len(heads) else ""
    return f"[[{found[1]}]] {number + 1}{line}: {message}"


def _decisions(decided: _File) -> Iterator[Decision]:
    """The tables of a file as decisions."""
    for number, merge in enumerate(decided.merge, 1):
        yield Decision(action="merge", a=_quote(merge.a), b=_quote(merge.b), note=merge.note, number=number)
    for number, split in enumerate(decided.split, 1):
        b = _quote(split.b) if split.b else None
        yield Decision(action="split", a=_quote(split.a), b=b, note=split.note, number=number)
    for number, name in enumerate(decided.rename, 1):
        yield Decision(action="rename", a=_quote(name.a), value=name.name, note=name.note, number=number)
    for number, kind in enumerate(decided.retype, 1):
        yield Decision(action="retype", a=_quote(kind.a), value=kind.type, note=kind.note, number=number)
    for number, reject in enumerate(decided.reject, 1):
        if (reject.a is None) == (reject.event is None):
            raise ConfigError(f"[[reject]] {number}: needs either a (an entity) or event")
        quote = reject.a or reject.event
        assert quote is not None  # noqa: S101 (one of the two is there)
        yield Decision(
            action="reject",
            a=_quote(quote),
            note=reject.note,
            event=reject.event is not None,
            number=number,
        )


def _quote(quote: _Quote) -> Quote:
    """A quote as the model has it."""
    return Quote(origin=quote.origin, text=quote.text, nth=quote.nth)


def _check(decision: Decision, source: str) -> None:
    """ConfigError where a decision has a value that cannot be."""
    quotes = [quote for quote in (decision.a, decision.b) if quote is not None]
    if any(not quote.text.strip() or quote.nth < 1 for quote in quotes):
        raise ConfigError(f"{source}: {decision.title}: text must not be empty and nth counts from 1")
    types = load_schema().entity
    if decision.action == "retype" and decision.value not in types:
        raise ConfigError(f"{source}: {decision.title}: type must be one of {', '.join(sorted(types))}")
    if decision.action == "rename" and not decision.value.strip():
        raise ConfigError(f"{source}: {decision.title}: name must not be empty")
