"""Corrections by a person: ``decisions.toml`` read, and pinned to words in sources.

A decision quotes words, with the origin of their document; what it says holds for the entity or the
event that is observed at these words. It is applied at every build, after everything else. One whose
words are gone, or name nothing any more, becomes a `Problem`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from eventgraph.errors import ConfigError
from eventgraph.model import When
from eventgraph.schema import load_schema
from eventgraph.times.edtf import Ground
from eventgraph.times.edtf_text import read_edtf
from eventgraph.vocabulary import Basis, Status

SOURCE = "decisions.toml"
TYPED = frozenset({"retype", "add"})
"""The actions that name a type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words in a source that a decision points at: the ``nth`` place (from 1) where ``text`` stands.

    Without ``nth`` it is the first place for the words of an entity, the only one for those of an event.
    """

    origin: str
    text: str
    nth: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """What a person says of an event that was missed.

    ``participants`` are pairs of a role and words of the document that ``place`` stands in as well.
    """

    participants: tuple[tuple[str, str], ...] = ()
    place: str = ""
    status: Status = Status.HAPPENED


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One correction by a person, pinned to words and not to ids.

    ``action`` is merge, split, rename, retype, reject, redate or add; ``value`` is the new name or type.
    ``when`` is the date that a person fixed, ``missed`` what else is said of an event that is added.
    ``event`` is whether the words are the trigger of an event; those of a merge or a split may be either.
    ``number`` counts the decisions of one action in the file, from 1.
    """

    action: str
    a: Quote
    b: Quote | None = None
    value: str = ""
    when: When | None = None
    missed: Missed | None = None
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
    nth: int | None = None


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
    type: str
    a: _Quote | None = None
    event: _Quote | None = None
    note: str = ""


class _Reject(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    a: _Quote | None = None
    event: _Quote | None = None
    note: str = ""


class _Redate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    event: _Quote
    edtf: str
    note: str = ""


class _Add(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    at: _Quote
    type: str
    edtf: str = ""
    participants: dict[str, str | tuple[str, ...]] = msgspec.field(default_factory=dict)
    place: str = ""
    status: Status = Status.HAPPENED
    note: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    merge: tuple[_Merge, ...] = ()
    split: tuple[_Split, ...] = ()
    rename: tuple[_Rename, ...] = ()
    retype: tuple[_Retype, ...] = ()
    reject: tuple[_Reject, ...] = ()
    redate: tuple[_Redate, ...] = ()
    add: tuple[_Add, ...] = ()


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
    try:
        decisions = tuple(_decisions(decided))
        for decision in decisions:
            _check(decision)
    except ConfigError as error:
        raise ConfigError(f"{source}: {error}") from error
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
        yield _of_either("retype", number, kind)
    for number, reject in enumerate(decided.reject, 1):
        yield _of_either("reject", number, reject)
    for number, redate in enumerate(decided.redate, 1):
        when = _when(redate.edtf, f"[[redate]] {number}")
        event = _quote(redate.event)
        yield Decision(action="redate", a=event, when=when, note=redate.note, event=True, number=number)
    for number, add in enumerate(decided.add, 1):
        yield _added(number, add)


def _of_either(action: str, number: int, decided: _Retype | _Reject) -> Decision:
    """A decision about an entity or an event, as the key says."""
    quote = decided.a or decided.event
    if quote is None or (decided.a and decided.event):
        raise ConfigError(f"[[{action}]] {number}: needs either a (an entity) or event")
    return Decision(
        action=action,
        a=_quote(quote),
        value=decided.type if isinstance(decided, _Retype) else "",
        note=decided.note,
        event=decided.a is None,
        number=number,
    )


def _added(number: int, add: _Add) -> Decision:
    """An event that was missed."""
    participants = tuple(
        (role, words)
        for role, one_or_more in add.participants.items()
        for words in ((one_or_more,) if isinstance(one_or_more, str) else one_or_more)
    )
    return Decision(
        action="add",
        a=_quote(add.at),
        value=add.type,
        when=_when(add.edtf, f"[[add]] {number}") if add.edtf else None,
        missed=Missed(participants=participants, place=add.place, status=add.status),
        note=add.note,
        event=True,
        number=number,
    )


def _when(text: str, title: str) -> When:
    """A date that a person fixed. ConfigError where it cannot be read."""
    try:
        return read_edtf(text, Ground(Basis.DECISION))
    except ValueError as error:
        raise ConfigError(f"{title}: edtf {text!r} cannot be read: {error}") from error


def _quote(quote: _Quote) -> Quote:
    """A quote as the model has it."""
    return Quote(origin=quote.origin, text=quote.text, nth=quote.nth)


def _check(decision: Decision) -> None:
    """ConfigError where a decision has a value that cannot be."""
    quotes = [quote for quote in (decision.a, decision.b) if quote is not None]
    if any(not quote.text.strip() or (quote.nth is not None and quote.nth < 1) for quote in quotes):
        raise ConfigError(f"{decision.title}: text must not be empty and nth counts from 1")
    types: Collection[str] = load_schema().event if decision.event else load_schema().entity
    if decision.action in TYPED and decision.value not in types:
        raise ConfigError(f"{decision.title}: type must be one of {', '.join(sorted(types))}")
    if decision.action == "rename" and not decision.value.strip():
        raise ConfigError(f"{decision.title}: name must not be empty")
    if decision.missed:
        _check_participants(decision, decision.missed)


def _check_participants(decision: Decision, missed: Missed) -> None:
    """ConfigError where an event that is added has a role that its type lacks, or somebody without words."""
    roles = load_schema().event[decision.value].roles
    if any(role not in roles for role, _ in missed.participants):
        raise ConfigError(f"{decision.title}: the roles of {decision.value} are {', '.join(roles)}")
    if any(not words.strip() for _, words in missed.participants):
        raise ConfigError(f"{decision.title}: words of participants must not be empty")
