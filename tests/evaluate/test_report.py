"""A whole evaluation: from files to a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventgraph.errors import UsageError
from eventgraph.evaluate import Record, evaluate, read_records, write_records
from eventgraph.evaluate.coreference import BASELINES
from eventgraph.evaluate.layout import EntityRecord, RelationRecord
from eventgraph.evaluate.tally import Tally
from snapshotting import Snapshot

GOLD = Path(__file__).parent.parent / "gold" / "data.jsonl"


def test_gold_against_itself_is_perfect() -> None:
    """Every measure is 100 where the output is the gold, and every layer has measures."""
    report = evaluate(GOLD, read_records(GOLD))
    layers = {row.layer for row in report.rows}
    assert layers >= {"entities", "names", "times", "events", "arguments", "dates", "quantities", "status"}
    bounds = report.row("quantities", "value, bounds")
    assert bounds.tally.recall == 1
    compared = [row for row in report.rows if row is not bounds and row.layer not in BASELINES]
    assert {row.tally.f1 for row in compared} == {1}


def test_nothing_found_scores_nothing() -> None:
    """Without records every document counts as one in which nothing was found."""
    report = evaluate(GOLD, [])
    assert {row.tally.f1 for row in report.rows} == {0}
    assert report.row("entities", "strict").tally.gold > 100


def test_records_of_other_documents_are_passed_over(tmp_path: Path) -> None:
    """Only documents of the gold are compared."""
    gold = Record(id="a", text="Larnby", entities=(EntityRecord(0, 6, "location"),))
    write_records([gold], tmp_path / "gold.jsonl")
    report = evaluate(tmp_path / "gold.jsonl", [gold, Record(id="b", entities=(EntityRecord(0, 3),))])
    assert report.row("entities", "strict").tally.output == 1


def test_the_table(tmp_path: Path) -> None:
    """The table names the set, aligns its columns and leaves out what has no gold."""
    records = [
        Record(id=name, text="Larnby", entities=(EntityRecord(0, 6, "location"),)) for name in ("a", "b")
    ]
    folder = tmp_path / "harbour"
    folder.mkdir()
    write_records(records, folder / "gold.jsonl")
    lines = evaluate(folder / "gold.jsonl", records[:1]).render().splitlines()
    assert lines[0].split() == ["set", "layer", "measure", "n", "precision", "recall", "F1", "95", "%"]
    assert lines[1].split() == [
        "harbour/gold",
        "entities",
        "strict",
        "2",
        "100.0",
        "50.0",
        "66.7",
        "0.0–100.0",  # noqa: RUF001 (an en dash)
    ]
    assert len({line.index("entities") for line in lines[1:5]}) == 1
    assert not any("times" in line for line in lines)


INK = "The Ink Bureau and its head, Vera Lunt, trust Pen House. Lunt said so. It agrees."


def mention(words: str, kind: str, entity: str, way: str = "NAM", after: int = 0) -> EntityRecord:
    """Words of the text, as an entity."""
    start = INK.index(words, after)
    return EntityRecord(start, start + len(words), kind, id=entity, mention=way)


def test_entities_from_words_to_relations(tmp_path: Path, snapshot: Snapshot) -> None:
    """The rows of entities: found, of each type, put together beside names spelt alike, and related."""
    lunt, bureau, house = (
        mention("Vera Lunt", "official", "l"),
        mention("Ink Bureau", "agency", "b"),
        mention("Pen House", "organisation", "h"),
    )
    again, it = mention("Lunt", "official", "l", after=50), mention("It", "agency", "b", "PRO")
    head = RelationRecord(type="holds_position", subject="l", object="b", label="head", status="happened")
    gold = [
        Record(id="1", text=INK, entities=(bureau, lunt, house, again, it), relations=(head,)),
        Record(id="2", text=INK, entities=(bureau, lunt), relations=()),
    ]
    strayed = mention("Pen House", "agency", "b")
    output = [
        Record(id="1", text=INK, entities=(bureau, lunt, strayed, again), relations=(head,)),
        Record(id="2", text=INK, entities=(bureau, mention("Vera Lunt", "official", "v")), relations=(head,)),
    ]
    folder = tmp_path / "ink"
    folder.mkdir()
    write_records(gold, folder / "gold.jsonl")
    report = evaluate(folder / "gold.jsonl", output)
    snapshot(report.render(), "scores.txt")
    assert report.row("relations", "right").tally == Tally(1, 2, 1)
    everyone = evaluate(folder / "gold.jsonl", output, singletons=True)
    measure = ("coreference", "within: CEAF-e")
    assert round(everyone.row(*measure).tally.gold - report.row(*measure).tally.gold) == 3


def test_a_measure_without_gold_is_asked_for_in_vain(tmp_path: Path) -> None:
    """Asking for a row that is not there is an error, not a zero."""
    write_records([Record(id="a")], tmp_path / "gold.jsonl")
    report = evaluate(tmp_path / "gold.jsonl", [])
    with pytest.raises(KeyError):
        report.row("events", "strict")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"id": "a"}\n{"id": \n', "gold.jsonl:2: no record"),
        (b'{"text": "a"}\n', "gold.jsonl:1: no record"),
        (b'{"id": "a"}\n\n{"id": "a"}\n', "gold.jsonl:3: the id a comes twice"),
        (b'{"id": "\xff"}\n', "gold.jsonl:1: no record"),
        (b'{"id": "a", "events": [{"start": "x", "end": 3}]}\n', "gold.jsonl:1: no record"),
    ],
)
def test_broken_gold_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    """Gold that cannot be read is an error that names file and line."""
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=message):
        evaluate(path, [])


def test_missing_gold_is_named(tmp_path: Path) -> None:
    """A gold file that is not there is an error that names it."""
    with pytest.raises(UsageError, match=r"nowhere\.jsonl"):
        evaluate(tmp_path / "nowhere.jsonl", [])
