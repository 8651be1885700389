"""Gold against output, measure by measure, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from msgspec import structs

from eventgraph.evaluate.arguments import score_arguments
from eventgraph.evaluate.bootstrap import interval
from eventgraph.evaluate.coreference import score_coreference
from eventgraph.evaluate.counts import score_counts
from eventgraph.evaluate.dating import score_dating
from eventgraph.evaluate.layout import Record, TimelineRecord, read_records, read_timelines
from eventgraph.evaluate.mapping import Mapping
from eventgraph.evaluate.relations import score_relations
from eventgraph.evaluate.spans import score_spans
from eventgraph.evaluate.status import score_status
from eventgraph.evaluate.tally import Measure, Score, Scorer, Scores, Tally, total
from eventgraph.evaluate.timelines import score_timeline
from eventgraph.evaluate.times import score_times
from eventgraph.model import Problem

SCORERS: tuple[Scorer, ...] = (
    score_spans,
    score_times,
    score_arguments,
    score_dating,
    score_counts,
    score_status,
    score_relations,
)

HEADINGS = ("set", "layer", "measure", "n", "precision", "recall", "F1", "95 %")


@dataclass(frozen=True, slots=True)
class Row:
    """One measure over a set: the tally, and the interval of its F1 (None for a single one)."""

    set: str
    layer: str
    measure: str
    tally: Score
    interval: tuple[float, float] | None

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as it is printed; ``n`` is how many the gold has, scores are percentages."""
        tally = self.tally
        scores = (_percent(score) for score in (tally.precision, tally.recall, tally.f1))
        between = "–".join(_percent(bound) for bound in self.interval) if self.interval else ""  # noqa: RUF001 (an en dash between numbers)
        return (self.set, self.layer, self.measure, f"{tally.gold:.0f}", *scores, between)


@dataclass(frozen=True, slots=True)
class Report:
    """The measures of one set or several, in a fixed order, and what could not be read of their texts."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()

    def row(self, layer: str, measure: str) -> Row:
        """The row of one measure, in the first set that has it. KeyError if none has."""
        for row in self.rows:
            if (row.layer, row.measure) == (layer, measure):
                return row
        raise KeyError((layer, measure))

    def render(self) -> str:
        """The table as text: one row a line, columns aligned."""
        table = [HEADINGS, *(row.cells for row in self.rows)]
        widths = [max(map(len, column)) for column in zip(*table, strict=True)]
        return "".join(f"{_aligned(cells, widths)}\n" for cells in table)


def evaluate(
    gold_path: Path,
    records: Iterable[Record],
    *,
    singletons: bool = False,
    mapping: Mapping | None = None,
) -> Report:
    """Compare records with the gold of a JSONL file, document by document, by their ids.

    A document without a record counts as one in which nothing was found; records of other documents are
    passed over. Measures for which the gold has nothing to compare are left out. With ``singletons``,
    coreference counts entities that are mentioned once, too. A ``mapping`` gives both sides common names
    of types and roles; coreference, which asks for no types, is that of all entities still.
    UsageError where the gold cannot be read.
    """
    gold = read_records(gold_path)
    output = {record.id: record for record in records}
    compared = [(wanted, output.get(wanted.id, Record(id=wanted.id))) for wanted in gold]
    coreference = score_coreference(compared, singletons=singletons)
    common = mapping or Mapping()
    scores = [
        _scores(common.of(wanted), common.of(found)) | chains
        for (wanted, found), chains in zip(compared, coreference, strict=True)
    ]
    return Report(tuple(_rows(gold_path, scores)))


def evaluate_timelines(gold_path: Path, timelines: Iterable[TimelineRecord]) -> Report:
    """Compare timelines with the gold of a JSONL file, target by target, by their ids.

    A target without a timeline counts as one of which nothing was found. UsageError where the gold cannot
    be read.
    """
    output = {timeline.id: timeline for timeline in timelines}
    scores = [
        score_timeline(wanted, output.get(wanted.id) or structs.replace(wanted, timeline=()))
        for wanted in read_timelines(gold_path)
    ]
    return Report(tuple(_rows(gold_path, scores)))


def _scores(gold: Record, output: Record) -> Scores:
    found: Scores = {}
    for score in SCORERS:
        found |= score(gold, output)
    return found


def _rows(gold: Path, compared: list[Scores]) -> Iterator[Row]:
    name = f"{gold.parent.name}/{gold.stem}"
    for measure in _measures(compared):
        column = [scores.get(measure, Tally()) for scores in compared]
        if (whole := total(column)).gold:
            yield Row(name, *measure, whole, interval(column))


def _measures(compared: list[Scores]) -> list[Measure]:
    """All measures, those of a layer together, in the order in which they first come."""
    measures = list(dict.fromkeys(measure for scores in compared for measure in scores))
    layers = list(dict.fromkeys(layer for layer, _ in measures))
    return sorted(measures, key=lambda measure: layers.index(measure[0]))


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def _aligned(cells: tuple[str, ...], widths: list[int]) -> str:
    """Words to the left, numbers to the right."""
    words = 3
    padded = [
        cell.ljust(width) if place < words else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return "  ".join(padded).rstrip()
