"""Timelines of targets against gold: events, dates, order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eventgraph.errors import UsageError
from eventgraph.evaluate import evaluate_timelines, timelines
from eventgraph.evaluate.layout import TimelineRecord, holds_timelines, read_timelines
from eventgraph.evaluate.tally import Score, Tally, TwoSided
from eventgraph.evaluate.timelines import score_timeline
from eventgraph.graph.index import GraphIndex
from eventgraph.graph.ranking import Ranked, Telling
from samples import FIRST, SAMPLE, SECOND

DAYS = ("XXXX-XX-XX", "2024-03-11", "2024-03-12", "2024-03-13", "2024-03-14")


def timeline(**ranks: int) -> TimelineRecord:
    """A timeline of tellings by their ranks; the name of a telling gives its offset, a at 0."""
    rows = tuple(
        Ranked(number, DAYS[number], (Telling("d", ord(name) - ord("a")),)) for name, number in ranks.items()
    )
    return TimelineRecord(id="t", target="T", timeline=rows)


@pytest.mark.parametrize(
    ("gold", "output", "awareness", "mentions", "dates"),
    [
        # two dates and one order a side
        (timeline(a=1, b=2), timeline(a=1, b=2), (3, 3, 3, 3), (2, 2, 2), (2, 2, 2)),
        # the order of rows does not matter
        (timeline(a=1, b=2), timeline(b=2, a=1), (3, 3, 3, 3), (2, 2, 2), (2, 2, 2)),
        # both dates are false, yet the order is right
        (timeline(a=1, b=2), timeline(a=3, b=4), (1, 3, 1, 3), (2, 2, 2), (0, 2, 2)),
        # one after the other is not at the same time
        (timeline(a=1, b=2), timeline(a=2, b=2), (1, 3, 1, 3), (2, 2, 2), (1, 2, 2)),
        # whoever leaves out the middle is right of what he says, and misses what it tells
        (timeline(a=1, b=2, c=3), timeline(a=1, c=3), (3, 3, 2, 5), (2, 2, 3), (2, 2, 3)),
        (timeline(a=1, c=3), timeline(a=1, b=2, c=3), (2, 5, 3, 3), (2, 3, 2), (2, 3, 2)),
        # what is undated says nothing on either side
        (timeline(a=1, b=0), timeline(a=1, b=2), (1, 3, 1, 1), (1, 2, 1), (1, 2, 1)),
        (timeline(a=1, b=2), timeline(a=0, b=0), (0, 0, 0, 3), (0, 0, 2), (0, 0, 2)),
        (timeline(), timeline(a=1), (0, 1, 0, 0), (0, 1, 0), (0, 1, 0)),
    ],
)
def test_scores(
    gold: TimelineRecord,
    output: TimelineRecord,
    awareness: tuple[int, int, int, int],
    mentions: tuple[int, int, int],
    dates: tuple[int, int, int],
) -> None:
    """What holds of what is said; tellings found; tellings on the right date."""
    expected: dict[str, Score] = {
        "temporal awareness": TwoSided(*awareness),
        "mentions": Tally(*mentions),
        "mentions, date": Tally(*dates),
    }
    assert score_timeline(gold, output) == {("timelines", name): score for name, score in expected.items()}


def wanted(target: str, *docs: str) -> TimelineRecord:
    """A target without its gold."""
    return TimelineRecord(id=target, target=target, timeline=(), docs=docs)


def test_the_timeline_of_a_target() -> None:
    """Targets are found as --who finds them, as agent or patient, in facts, in the documents that count."""
    targets = [
        wanted("port authority police"),
        wanted("Police", SECOND.origin),
        wanted("Mia Rowe"),
        wanted("Ada Quist"),
        wanted("Nobody"),
    ]
    found = {record.target: record.timeline for record in timelines(GraphIndex(SAMPLE), targets)}
    first, second = (Telling(each.origin, each.text.index("arrested")) for each in (FIRST, SECOND))
    assert found == {
        "port authority police": (Ranked(1, "2024-03-12", (first, second)),),
        "Police": (Ranked(1, "2024-03-12", (second,)),),
        "Mia Rowe": (Ranked(0, "XXXX-XX-XX", (Telling(FIRST.origin, FIRST.text.index("found")),)),),
        "Ada Quist": (),  # she says so, and of something alleged
        "Nobody": (),
    }


def line(name: str, *rows: tuple[int, str, int]) -> dict[str, Any]:
    """A line of a gold file, with keys that nobody asks for."""
    told = [
        {"rank": rank, "date": day, "mentions": [{"doc": "d", "start": start, "words": "said"}]}
        for rank, day, start in rows
    ]
    return {"id": name, "target": name, "topic": "news", "timeline": told}


def write(path: Path, *lines: dict[str, Any]) -> Path:
    """The lines as a file."""
    path.write_text("".join(f"{json.dumps(each)}\n" for each in lines), encoding="utf-8")
    return path


def test_a_table_of_targets(tmp_path: Path) -> None:
    """Scores are summed over targets; one without a timeline counts as one of which nothing was found."""
    gold = write(
        tmp_path / "gold.jsonl",
        line("A", (1, "2024-03-12", 3), (2, "2024-03-14", 9)),
        line("B", (1, "2024-XX-XX", 5)),
    )
    report = evaluate_timelines(gold, read_timelines(gold)[:1])
    assert report.row("timelines", "temporal awareness").tally == TwoSided(3, 3, 3, 4)
    assert report.row("timelines", "mentions").cells[3:7] == ("3", "100.0", "66.7", "80.0")
    assert report.row("timelines", "mentions, date").interval == (0, 1)


def test_kinds_of_gold(tmp_path: Path) -> None:
    """A file tells by its first line whether it holds timelines or documents; a broken line is named."""
    assert holds_timelines(write(tmp_path / "a.jsonl", line("A")))
    assert not holds_timelines(write(tmp_path / "b.jsonl", {"id": "a", "text": "b"}))
    assert not holds_timelines(write(tmp_path / "c.jsonl"))
    with pytest.raises(UsageError, match=r"d\.jsonl:2: no record"):
        read_timelines(write(tmp_path / "d.jsonl", line("A"), {"id": "B", "target": "B"}))
    with pytest.raises(UsageError, match=r"nowhere\.jsonl"):
        holds_timelines(tmp_path / "nowhere.jsonl")
