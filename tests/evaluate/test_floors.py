"""Accuracy on our own gold does not slide unseen: floors lie a little under what was last measured."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from eventgraph.evaluate import Report
from eventgraph.pipeline import evaluate_gold

GOLD = Path(__file__).parent.parent / "gold"

FLOORS = [
    # set, layer, measure, least F1 (0 to 1)
    ("data", "names", "strict", 0.98),
    ("data", "names", "strict, type", 0.95),
    ("data", "times", "strict", 0.97),
    ("data", "times", "relaxed, value", 0.94),
    ("data", "events", "relaxed", 0.88),
    ("data", "events", "relaxed, type", 0.79),
    ("data", "arguments", "right role", 0.76),
    ("data", "dates", "day", 0.88),
    ("data", "quantities", "value", 0.84),
    ("data", "status", "right, of found", 0.97),
    ("unseen", "names", "strict", 0.98),
    ("unseen", "names", "strict, type", 0.91),
    ("unseen", "times", "strict", 0.94),
    ("unseen", "times", "relaxed, value", 0.90),
    ("unseen", "events", "relaxed", 0.85),
    ("unseen", "events", "relaxed, type", 0.69),
    ("unseen", "arguments", "right role", 0.76),
    ("unseen", "dates", "day", 0.80),
    ("unseen", "quantities", "value", 0.76),
    ("unseen", "status", "right, of found", 0.91),
    ("events-a", "events", "relaxed", 0.94),
    ("events-a", "events", "type, of found", 0.91),
    ("events-a", "arguments", "right role", 0.85),
    ("events-a", "arguments", "place, of found", 0.84),
    ("events-a", "dates", "day", 0.92),
    ("events-a", "quantities", "value", 0.87),
    ("events-a", "status", "right, of found", 0.95),
    ("events-b", "events", "relaxed", 0.91),
    ("events-b", "events", "type, of found", 0.91),
    ("events-b", "arguments", "right role", 0.80),
    ("events-b", "arguments", "place, of found", 0.86),
    ("events-b", "dates", "day", 0.86),
    ("events-b", "quantities", "value", 0.92),
    ("events-b", "status", "right, of found", 0.95),
    ("events-c", "events", "relaxed", 0.91),
    ("events-c", "events", "type, of found", 0.95),
    ("events-c", "arguments", "right role", 0.76),
    ("events-c", "arguments", "place, of found", 0.86),
    ("events-c", "dates", "day", 0.88),
    ("events-c", "quantities", "value", 0.87),
    ("events-c", "status", "right, of found", 0.93),
    ("events-d", "events", "relaxed", 0.89),
    ("events-d", "events", "type, of found", 0.80),
    ("events-d", "arguments", "right role", 0.70),
    ("events-d", "arguments", "place, of found", 0.64),
    ("events-d", "dates", "day", 0.78),
    ("events-d", "quantities", "value", 0.84),
    ("events-d", "status", "right, of found", 0.88),
    ("events-f", "events", "relaxed", 0.92),
    ("events-f", "events", "type, of found", 0.93),
    ("events-f", "arguments", "right role", 0.73),
    ("events-f", "dates", "day", 0.91),
    ("events-f", "quantities", "value", 0.87),
    ("events-f", "status", "right, of found", 0.96),
    ("events-g", "events", "relaxed", 0.90),
    ("events-g", "events", "type, of found", 0.89),
    ("events-g", "arguments", "right role", 0.83),
    ("events-g", "arguments", "place, of found", 0.80),
    ("events-g", "dates", "day", 0.87),
    ("events-g", "quantities", "value", 0.90),
    ("events-g", "status", "right, of found", 0.94),
    ("events-h", "events", "relaxed", 0.93),
    ("events-h", "events", "type, of found", 0.87),
    ("events-h", "arguments", "right role", 0.82),
    ("events-h", "arguments", "place, of found", 0.82),
    ("events-h", "dates", "day", 0.93),
    ("events-h", "quantities", "value", 0.87),
    ("events-h", "status", "right, of found", 0.94),
    ("types", "events", "relaxed", 0.91),
    ("types", "events", "type, of found", 0.90),
    ("types-unseen", "events", "relaxed", 0.89),
    ("types-unseen", "events", "type, of found", 0.70),
    ("numbers", "quantities", "value, of found", 0.96),
    ("events-e", "events", "relaxed", 0.92),
    ("events-e", "events", "type, of found", 0.90),
    ("events-e", "arguments", "right role", 0.73),
    ("events-e", "dates", "day", 0.82),
    ("events-e", "quantities", "value", 0.87),
    ("events-e", "status", "right, of found", 0.97),
    ("events-unseen", "events", "relaxed", 0.92),
    ("events-unseen", "events", "type, of found", 0.84),
    ("events-unseen", "arguments", "right role", 0.78),
    ("events-unseen", "dates", "day", 0.86),
    ("events-unseen", "quantities", "value", 0.80),
    ("events-unseen", "status", "right, of found", 0.94),
    ("events-unseen", "arguments", "place, of found", 0.80),
    ("events-unseen-2", "events", "relaxed", 0.93),
    ("events-unseen-2", "events", "type, of found", 0.88),
    ("events-unseen-2", "arguments", "right role", 0.79),
    ("events-unseen-2", "arguments", "place, of found", 0.90),
    ("events-unseen-2", "dates", "day", 0.86),
    ("events-unseen-2", "quantities", "value", 0.85),
    ("events-unseen-2", "status", "right, of found", 0.94),
    ("names", "names", "strict", 0.91),
    ("names", "names", "strict, type", 0.85),
    ("names", "coreference", "within: mean", 0.63),
    ("names", "coreference", "across: mean", 0.64),
    ("names", "relations", "right", 0.53),
    ("names-unseen", "names", "strict", 0.91),
    ("names-unseen", "names", "strict, type", 0.75),
    ("names-unseen", "coreference", "within: mean", 0.52),
    ("names-unseen", "coreference", "across: mean", 0.55),
    ("names-unseen", "relations", "right", 0.46),
    ("times", "times", "strict", 0.95),
    ("times", "times", "relaxed", 0.97),
    ("times", "times", "relaxed, value", 0.93),
    ("times", "times", "EDTF", 0.92),
    ("times", "times", "basis", 0.95),
    ("times", "times", "modifier", 0.98),
    ("times", "ranges", "EDTF", 0.94),
    ("times-unseen", "times", "strict", 0.97),
    ("times-unseen", "times", "relaxed", 0.98),
    ("times-unseen", "times", "relaxed, value", 0.92),
    ("times-unseen", "times", "EDTF", 0.92),
    ("times-unseen", "times", "basis", 0.95),
    ("times-unseen", "ranges", "EDTF", 0.96),
    ("times-newswire", "times", "strict", 0.97),
    ("times-newswire", "times", "relaxed, value", 0.94),
    ("times-histories", "times", "strict", 0.96),
    ("times-histories", "times", "relaxed, value", 0.93),
    ("times-posts", "times", "strict", 0.94),
    ("times-posts", "times", "relaxed, value", 0.89),
]

pytestmark = pytest.mark.model


@cache
def report(name: str) -> Report:
    """The scores on one of our gold files."""
    return evaluate_gold(GOLD / f"{name}.jsonl")


@pytest.mark.parametrize(("name", "layer", "measure", "least"), FLOORS)
def test_scores_hold(name: str, layer: str, measure: str, least: float) -> None:
    """No score falls under its floor; one that rises far above it deserves a higher one."""
    assert report(name).row(layer, measure).tally.f1 >= least
