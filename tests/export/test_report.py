"""The report of a build."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from eventgraph.export.merging import doubts, entry
from eventgraph.export.report import MOST_MERGES, render_report, summary
from eventgraph.graph.index import GraphIndex
from eventgraph.graph.protect import protect
from eventgraph.link import conclude, read_decisions
from eventgraph.model import Attribute, Entity, Graph, Link, Problem
from eventgraph.vocabulary import DECISION, Verdict
from marked import graph_of, story
from samples import SAMPLE
from snapshotting import Snapshot


def test_report(snapshot: Snapshot) -> None:
    """Counts, problems, documents, merges, conflicts, single sources and undated events."""
    snapshot(render_report(SAMPLE), "report.md")


def test_an_empty_graph_has_an_empty_report() -> None:
    """Each section says that there is nothing."""
    assert render_report(Graph()).count("None.") == 10


def test_skipped_tables_have_a_section_of_their_own() -> None:
    """What was not read of tables stands apart from other problems."""
    problems = (Problem("a.md", "table at line 3 skipped: no header"), Problem("b.txt", "empty file"))
    report = render_report(Graph(problems=problems))
    section = report.partition("## Skipped tables")[2].partition("##")[0]
    assert section.split("\n\n")[1] == "- a.md: table at line 3 skipped: no header"
    assert "b.txt" in report.partition("## Problems")[2].partition("##")[0]


def decided_sample() -> Graph:
    """The sample, in which a person decided about one event."""
    first = SAMPLE.events[0]
    told = first.mentions[0]
    note = Attribute(told.document, told.start, told.end, key=DECISION, value="dated 2023-07: the <log>")
    return replace(SAMPLE, events=(replace(first, attributes=(note,)), *SAMPLE.events[1:]))


def test_what_a_person_decided_about_events_is_told() -> None:
    """With the event, the reason and the source."""
    report = render_report(decided_sample())
    section = report[report.index("## Decided about events") : report.index("## Perhaps the same")]
    assert f"`{SAMPLE.events[0].id}`: dated 2023-07: the \\<log\\> (" in section


def merges(number: int) -> tuple[Link, ...]:
    """Links of the sample's two mentions of one official, each with a reason of its own."""
    first = SAMPLE.links[0]
    return tuple(replace(first, because=f"reason {n}", verdict=Verdict.SAME) for n in range(number))


def test_the_same_merge_is_told_once() -> None:
    """Equal links are counted, not repeated; very many are cut with a number, or all listed if asked for."""
    assert "(3 times)" in render_report(replace(SAMPLE, links=SAMPLE.links * 3))
    many = replace(SAMPLE, links=merges(MOST_MERGES + 7))
    assert "and 7 more" in render_report(many)
    assert "more:" not in render_report(many, 0)
    assert render_report(many, 5).count("reason") == 5


def test_merges_within_and_across_documents_stand_apart() -> None:
    """The least certain first, since they are what one should read."""
    sure, doubtful = merges(2)
    report = render_report(replace(SAMPLE, links=(sure, replace(doubtful, score=0.2))))
    assert report.index("reason 1") < report.index("reason 0") < report.index("Merged within documents")


def two_towns() -> Graph:
    """Papers on courts and people whom nothing but a name ties; one of them is named more often."""
    texts = [
        "A {agency#a:District Court} in {location:Oslo} heard it.",
        "A {agency#a:District Court} in {location:Bergen} heard it.",
        "{person:Bo Lind} fell. {person#q:Ada Holm} fell. {person#q:Ada Holm} rose.",
        "{person:Bo Lind} sang. {person#q:Ada Holm} sang. {person#q:Ada Holm} wept.",
    ]
    return graph_of(*texts)


def test_the_most_useful_doubt_comes_first() -> None:
    """By the score times what would be joined: the likely before the unlikely, the large before the small."""
    found = doubts(GraphIndex(two_towns()))
    assert [doubt.left.name for doubt in found if isinstance(doubt.left, Entity)] == [
        "Ada Holm",
        "District Court",
        "Bo Lind",
    ]
    report = render_report(two_towns(), 1)
    assert "And 2 more" in report
    assert report.count("[[merge]]\n") == 1


@pytest.mark.parametrize(("verb", "left"), [("merge", 1), ("split", 2)])
def test_the_table_of_a_doubt_settles_it(verb: str, left: int, tmp_path: Path) -> None:
    """Pasted into decisions.toml, as it is or as a split, nobody is asked again."""
    stories = [
        story('{person:Al Berg} met {person#q:Bo "B" Lind}, then {person#q:Bo "B" Lind} left.', "a b.txt"),
        story('{person:Bo "B" Lind} sang.', 'feed "x".jsonl#7'),
    ]
    observed = [one.observed() for one in stories]
    index = GraphIndex(conclude(observed))
    (doubt,) = doubts(index)
    file = tmp_path / "decisions.toml"
    file.write_text("\n".join(entry(doubt, index)).replace("merge", verb), encoding="utf-8")
    settled = conclude(observed, read_decisions(file))
    assert settled.problems == ()
    assert doubts(GraphIndex(settled)) == []
    assert len([entity for entity in settled.entities if entity.name.endswith("Lind")]) == left


def test_a_doubt_about_protected_people_quotes_nothing() -> None:
    """Where names are masked there is no table to paste, but the way to get it."""
    stories = [story("{person:Mia Rowe} fell.", "a.txt"), story("{person:Mia Rowe} sang.", "b.txt")]
    stories[0].protect()
    graph = protect(conclude([one.observed() for one in stories]))
    report = render_report(graph)
    assert "Mia" not in report
    assert "--show-protected" in report
    assert "[[merge]]\n" not in report


def test_a_doubt_shows_its_sentences() -> None:
    """From where one ends to where it does, cut where it is long."""
    words = "word " * 100
    graph = graph_of(
        f"It was so. The U.S. envoy met {{person:Bo Lind}} in town. {words}",
        f"{words} {{person:Bo Lind}} {words}",
    )
    report = render_report(graph)
    assert "0.txt: The U.S. envoy met Bo Lind in town.\n" in report
    assert "1.txt: … " in report


def test_summary() -> None:
    """The counts on one line, with problems only if there are any."""
    assert summary(SAMPLE) == "2 documents, 5 entities, 5 events (3 dated), 1 problem"
    assert summary(Graph()) == "0 documents, 0 entities, 0 events (0 dated)"
