"""Scores agree with those of an independent scorer, where the development data is at hand."""

from __future__ import annotations

import importlib.util
import json
import random
from argparse import Namespace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from eventgraph.evaluate.coreference import score_coreference
from eventgraph.evaluate.layout import Record, TimelineRecord
from eventgraph.evaluate.spans import score_spans
from eventgraph.evaluate.tally import Tally, total
from eventgraph.evaluate.timelines import score_timeline

SHARED = Path(__file__).parents[2].parent / "shared"
SCORER = SHARED / "tools" / "score.py"

pytestmark = pytest.mark.skipif(
    not SCORER.exists(), reason="the development data and its scorer lie outside the project"
)

MEASURES = {
    "strict": "strict",
    "relaxed": "relaxed",
    "strict, type": "strict+type",
    "relaxed, type": "relaxed+type",
}


def scorer() -> Any:  # noqa: ANN401 (a script without types)
    """The independent scorer, as a module."""
    spec = importlib.util.spec_from_file_location("independent_scorer", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def worn(items: list[dict[str, Any]], source: random.Random) -> list[dict[str, Any]]:
    """The labels as a program might find them: some missing, moved, retyped or double."""
    found = []
    for item in items:
        change = source.random()
        copy = {**item, "type": item.get("type") or "other"}
        copy.pop("optional", None)
        if change < 0.15:
            continue
        if change < 0.35:
            copy["start"] = max(0, copy["start"] - source.randint(0, 6))
            copy["end"] += source.randint(0, 6)
        elif change < 0.5:
            copy["type"] = "other"
        elif change < 0.6:
            found.append({**copy, "start": copy["start"] + 1, "end": copy["end"] + 9})
        found.append(copy)
    return found


@pytest.mark.parametrize("name", ["articles", "gum_news", "meantime", "re3d_open"])
@pytest.mark.parametrize("layer", ["entities", "names", "times", "events"])
def test_spans_agree(name: str, layer: str) -> None:
    """Strict, relaxed and typed precision, recall and F1 are the same to two decimals."""
    lines = (SHARED / "gold" / name / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {row["id"]: row for row in map(json.loads, lines)}
    source = random.Random(7)
    key = "entities" if layer == "names" else layer
    output = {row["id"]: {"id": row["id"], key: worn(row.get(key, []), source)} for row in gold.values()}
    options = Namespace(layer=key, named=layer == "names", scope=True, types={}, nodct=False)
    theirs = scorer().spans(gold, output, options)

    tallies = [
        score_spans(msgspec.convert(row, Record), msgspec.convert(output[row["id"]], Record))
        for row in gold.values()
    ]
    assert theirs["gold"] == total(found[layer, "strict"] for found in tallies).gold
    typed = any(item.get("type") for row in gold.values() for item in row.get(key, []))
    for ours, measure in MEASURES.items():
        if typed or "type" not in ours:
            whole: Tally = total(found[layer, ours] for found in tallies)
            percent = [round(100 * share, 2) for share in (whole.precision, whole.recall, whole.f1)]
            assert percent == pytest.approx(list(theirs[measure].values()), abs=0.011)


COREFERENCE_LAYERS = {"entities": "coreference", "events": "event coreference"}
COREFERENCE = {"MUC": "MUC", "B-cubed": "B3", "CEAF-e": "CEAFe"}


def mixed(items: list[dict[str, Any]], source: random.Random) -> list[dict[str, Any]]:
    """The same labels with entities torn and run together, one at a stretch."""
    found: list[dict[str, Any]] = []
    for item in {(item["start"], item["end"]): item for item in items}.values():
        change = source.random()
        other = source.choice(found)["id"] if found and change < 0.2 else item["id"]
        found.append({**item, "id": f"{other}*" if change > 0.8 else other})
    return found


COREFERENCE_OF = [
    # set, layer, across documents, mentions the same where they overlap
    ("gum_news", "entities", False, False),
    ("meantime", "entities", False, False),
    ("meantime", "entities", True, False),
    ("meantime", "events", False, False),
    ("meantime", "events", True, False),
    ("meantime", "events", False, True),
    ("meantime", "events", True, True),
]


@pytest.mark.parametrize(("name", "layer", "cross", "relaxed"), COREFERENCE_OF)
@pytest.mark.parametrize("singletons", [False, True])
def test_coreference_agrees(name: str, layer: str, *, cross: bool, relaxed: bool, singletons: bool) -> None:
    """MUC, B-cubed and, where the scorer has its optimal matching (scipy), CEAF-e are the same."""
    lines = (SHARED / "gold" / name / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {row["id"]: row for row in map(json.loads, lines)}
    source = random.Random(7)
    output = {
        row["id"]: {"id": row["id"], layer: mixed(worn(row[layer], source), source)} for row in gold.values()
    }
    options = Namespace(
        layer=layer,
        named=False,
        scope=True,
        types={},
        relaxed=relaxed,
        cross=cross,
        singletons=singletons,
    )
    theirs = scorer().coref(gold, output, options)
    pairs = [
        (msgspec.convert(row, Record), msgspec.convert(output[row["id"]], Record)) for row in gold.values()
    ]
    scores = score_coreference(pairs, singletons=singletons)
    scope = ("across" if cross else "within") + (", relaxed" if relaxed else "")
    for ours, measure in COREFERENCE.items():
        whole = total([found[COREFERENCE_LAYERS[layer], f"{scope}: {ours}"] for found in scores])
        if ours == "CEAF-e":
            assert whole.gold == pytest.approx(theirs["gold chains"])
            if importlib.util.find_spec("scipy") is None:
                continue
        percent = [round(100 * share, 2) for share in (whole.precision, whole.recall, whole.f1)]
        assert percent == pytest.approx(list(theirs[measure].values()), abs=0.011)


TIMELINES = {
    "temporal awareness": "temporal awareness (micro, approx.)",
    "mentions": "event mentions",
    "mentions, date": "event mention + date",
}


def torn(timeline: list[dict[str, Any]], source: random.Random) -> list[dict[str, Any]]:
    """The same timeline as a program might find it: events missed, moved to other ranks, or made up."""
    found = []
    for row in timeline:
        change = source.random()
        if change < 0.2:
            continue
        copy = {**row, "mentions": list(row["mentions"])}
        if change < 0.4:
            other = source.choice(timeline)
            copy |= {"rank": other["rank"], "date": other["date"]}
        elif change < 0.5:
            copy["mentions"].append({"doc": copy["mentions"][0]["doc"], "start": source.randint(0, 4000)})
        found.append(copy)
    source.shuffle(found)
    return found


def test_timelines_agree() -> None:
    """Temporal awareness, mentions and mentions with their date are the same to two decimals."""
    lines = (SHARED / "gold" / "timeline15" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {row["id"]: row for row in map(json.loads, lines)}
    source = random.Random(7)
    output = {name: {**row, "timeline": torn(row["timeline"], source)} for name, row in gold.items()}
    theirs = scorer().timeline(gold, output, Namespace(spans=True))
    scores = [
        score_timeline(msgspec.convert(row, TimelineRecord), msgspec.convert(output[name], TimelineRecord))
        for name, row in gold.items()
    ]
    for ours, measure in TIMELINES.items():
        whole = total([found["timelines", ours] for found in scores])
        percent = [round(100 * share, 2) for share in (whole.precision, whole.recall, whole.f1)]
        assert percent == pytest.approx(list(theirs[measure].values()), abs=0.011)
