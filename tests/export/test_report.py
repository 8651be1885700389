"""The report of a build."""

from __future__ import annotations

from dataclasses import replace

from eventgraph.export.report import MOST_MERGES, render_report, summary
from eventgraph.model import Graph, Link
from eventgraph.vocabulary import Verdict
from samples import SAMPLE
from snapshotting import Snapshot


def test_report(snapshot: Snapshot) -> None:
    """Counts, problems, documents, merges, conflicts, single sources and undated events."""
    snapshot(render_report(SAMPLE), "report.md")


def test_an_empty_graph_has_an_empty_report() -> None:
    """Each section says that there is nothing."""
    assert render_report(Graph()).count("None.") == 7


def test_unsure_pairs_stand_apart() -> None:
    """A pair that was not merged is listed for a person, not among the merges."""
    doubt = replace(SAMPLE.links[0], verdict=Verdict.UNSURE)
    report = render_report(replace(SAMPLE, links=(doubt,)))
    assert report.index("for a person to decide") < report.index("Both are Chief")


def test_the_same_merge_is_told_once() -> None:
    """Equal links are counted, not repeated; very many are cut with a number."""
    assert "(3 times)" in render_report(replace(SAMPLE, links=SAMPLE.links * 3))
    many = tuple(
        Link(
            left=SAMPLE.links[0].left,
            right=SAMPLE.links[0].right,
            verdict=Verdict.SAME,
            score=1.0,
            by="rule",
            because=f"reason {number}",
        )
        for number in range(MOST_MERGES + 7)
    )
    assert "and 7 more" in render_report(replace(SAMPLE, links=many))


def test_summary() -> None:
    """The counts on one line, with problems only if there are any."""
    assert summary(SAMPLE) == "2 documents, 5 entities, 5 events (3 dated), 1 problem"
    assert summary(Graph()) == "0 documents, 0 entities, 0 events (0 dated)"
