"""The record format, in which gold and output are alike: one document a line of JSON.

Offsets count Unicode code points of ``text``; the end is excluded. Dates are ISO 8601 as far as they go.
Keys that are not named here (words, notes) are passed over when a file is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from eventgraph.errors import UsageError
from eventgraph.graph.ranking import Ranked

PLACE_ROLE = "place"
"""The role of a place among the arguments of an event."""


class Stretch(msgspec.Struct, frozen=True):
    """Words of the text from ``start`` to ``end``."""

    start: int
    end: int


class Labelled(Stretch, frozen=True):
    """A stretch with a type. Where ``optional``, it is neither asked for nor held against anyone."""

    type: str | None = None
    optional: bool | UnsetType = UNSET


class EntityRecord(Labelled, frozen=True):
    """An entity named at a stretch; ``mention`` is NAM, NOM or PRO, a name where nothing is said."""

    id: str | None = None
    mention: str | None = "NAM"


class WhenRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What an expression denotes: EDTF, first and last day (None is open), how fine, what it rests on."""

    edtf: str
    earliest: str | None = None
    latest: str | None = None
    precision: str
    basis: str


class TimeRecord(Labelled, frozen=True):
    """A time expression, or a range over some, with its TIMEX3 type, value and modifier.

    ``dated`` is None where nothing can be dated, and left out where the gold does not say.
    """

    value: str | None = None
    mod: str | UnsetType | None = UNSET
    dated: WhenRecord | UnsetType | None = UNSET


class ArgumentRecord(Stretch, frozen=True):
    """Who or what takes part in an event; a place has the role `PLACE_ROLE`."""

    role: str


class QuantityRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A number of an event; its stretch need not be given. Bounds are included."""

    start: int | None = None
    end: int | None = None
    value: Decimal | None = None
    low: Decimal | UnsetType | None = UNSET
    high: Decimal | UnsetType | None = UNSET
    what: str = ""


class DateRecord(msgspec.Struct, frozen=True, kw_only=True):
    """When an event took place: ``value`` is one day, month or year, or ``begin/end``."""

    value: str | None = None
    begin: str | None = None
    end: str | None = None


class EventRecord(Labelled, frozen=True):
    """An event told at a trigger; ``lemma`` is that of the trigger, left out where nothing is known of it."""

    id: str | None = None
    lemma: str | UnsetType = UNSET
    status: str | None = None
    args: tuple[ArgumentRecord, ...] = ()
    quantities: tuple[QuantityRecord, ...] = ()
    time: DateRecord | None = None


class RelationRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A lasting relation between two entities, by their ids in the same record.

    ``label`` is the title of a post. The stretch is what says so; the gold need not give it.
    """

    start: int | None = None
    end: int | None = None
    type: str | None = None
    subject: str | None = None
    object: str | None = None
    label: str | None = ""
    qualifier: str | None = ""
    status: str | None = None
    optional: bool | UnsetType = UNSET


class Meta(msgspec.Struct, frozen=True, omit_defaults=True):
    """``full_annotation_end``: the offset up to which the gold is complete; nothing counts beyond."""

    full_annotation_end: int | None = None


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One document with what stands in it; ``relations`` are left out where the gold does not say."""

    id: str
    text: str = ""
    published: str | None = None
    entities: tuple[EntityRecord, ...] = ()
    times: tuple[TimeRecord, ...] = ()
    ranges: tuple[TimeRecord, ...] = ()
    events: tuple[EventRecord, ...] = ()
    relations: tuple[RelationRecord, ...] | UnsetType = UNSET
    meta: Meta | UnsetType = UNSET


class TimelineRecord(msgspec.Struct, frozen=True, kw_only=True):
    """The timeline of a target, made from the documents of a set, or from all where ``docs`` is empty."""

    id: str
    target: str
    timeline: tuple[Ranked, ...]
    docs: tuple[str, ...] = ()


_encoder = msgspec.json.Encoder(decimal_format="number")
R = TypeVar("R", Record, TimelineRecord)


def read_records(path: Path) -> tuple[Record, ...]:
    """The records of a JSONL file, in order.

    UsageError, with the line, where the file cannot be read, a line is no record or an id comes twice.
    """
    return _read(path, Record)


def read_timelines(path: Path) -> tuple[TimelineRecord, ...]:
    """The timelines of a JSONL file, in order. UsageError as for `read_records`."""
    return _read(path, TimelineRecord)


def holds_timelines(path: Path) -> bool:
    """Whether a JSONL file begins with a timeline, rather than with the record of a document.

    UsageError where the file cannot be read.
    """
    first = next((line for _, line in _lines(path)), b"")
    try:
        return "timeline" in msgspec.json.decode(first, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False


def _read(path: Path, kind: type[R]) -> tuple[R, ...]:
    decoder = msgspec.json.Decoder(kind)
    found: dict[str, R] = {}
    for number, line in _lines(path):
        try:
            record = decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise UsageError(f"{path}:{number}: no record: {error}") from error
        if record.id in found:
            raise UsageError(f"{path}:{number}: the id {record.id} comes twice")
        found[record.id] = record
    return tuple(found.values())


def _lines(path: Path) -> list[tuple[int, bytes]]:
    """The lines of a file that are not blank, with their numbers."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    return [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]


def write_records(records: Iterable[Record | TimelineRecord], path: Path) -> None:
    """Write one record a line, in the order given: JSON in UTF-8. All is written, or nothing."""
    part = path.with_name(f"{path.name}.part")
    with part.open("wb") as file:
        file.writelines(_encoder.encode(record) + b"\n" for record in records)
    part.replace(path)
