"""Gold with names of its own, compared under common names."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventgraph.errors import UsageError
from eventgraph.evaluate import Record, evaluate, write_records
from eventgraph.evaluate.layout import ArgumentRecord, EntityRecord, EventRecord
from eventgraph.evaluate.mapping import Mapping, read_mapping
from eventgraph.evaluate.tally import Tally

NAMES = Mapping(types={"PER": "P", "official": "P", "person": "P"}, roles={"A0": "agent"})


def test_common_names() -> None:
    """Entities of other types are left out, roles of other names stay, and without types all stay."""
    record = Record(
        id="a",
        entities=(EntityRecord(0, 4, "PER"), EntityRecord(5, 9, "FIN"), EntityRecord(10, 14)),
        events=(EventRecord(20, 24, args=(ArgumentRecord(0, 4, "A0"), ArgumentRecord(5, 9, "A1"))),),
    )
    common = NAMES.of(record)
    assert common.entities == (EntityRecord(0, 4, "P"),)
    assert [argument.role for argument in common.events[0].args] == ["agent", "A1"]
    assert Mapping(roles=NAMES.roles).of(record).entities == record.entities
    assert Mapping().of(record) == record


def test_both_sides_are_renamed(tmp_path: Path) -> None:
    """Types are right where their common names agree; coreference is that of all entities still."""
    gold = Record(
        id="a",
        text="Lund met Lund. It rose. It fell.",
        entities=(
            EntityRecord(0, 4, "PER", id="l"),
            EntityRecord(9, 13, "PER", id="l"),
            EntityRecord(15, 17, "FIN", id="i", mention="PRO"),
            EntityRecord(24, 26, "FIN", id="i", mention="PRO"),
        ),
    )
    found = [EntityRecord(0, 4, "official", id="o"), EntityRecord(9, 13, "agency", id="o")]
    write_records([gold], tmp_path / "gold.jsonl")
    report = evaluate(tmp_path / "gold.jsonl", [Record(id="a", entities=tuple(found))], mapping=NAMES)
    assert report.row("names", "strict, type").tally == Tally(1, 1, 2)
    assert report.row("coreference", "within: CEAF-e").tally.gold == 2


@pytest.mark.parametrize("content", [b"", b"[]", b'{"types": {"PER": 1}}', b'{"kinds": {}}', b"\xff"])
def test_broken_files_are_named(tmp_path: Path, content: bytes) -> None:
    """What is no file of common names is an error that names it."""
    path = tmp_path / "names.json"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=r"names\.json: no common names"):
        read_mapping(path)
    with pytest.raises(UsageError, match="nowhere"):
        read_mapping(tmp_path / "nowhere.json")
