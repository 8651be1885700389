"""The timeline as Markdown, CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.export.chronology import (
    counted,
    escaped,
    guarded,
    render_csv,
    render_json,
    render_markdown,
    render_ranked,
)
from eventgraph.graph.select import chronology
from eventgraph.vocabulary import Status
from samples import SAMPLE
from snapshotting import Snapshot

EVENTS = chronology(SAMPLE.events)


def test_markdown(snapshot: Snapshot) -> None:
    """A heading a year, an event with its sentence a line, numbered sources, the undated at the end."""
    snapshot(render_markdown(SAMPLE, EVENTS), "timeline.md")


def test_csv(snapshot: Snapshot) -> None:
    """One row an event with all its columns."""
    snapshot(render_csv(SAMPLE, EVENTS), "events.csv")


def test_json_holds_the_same_rows() -> None:
    """JSON and CSV say the same, in the same order."""
    from_json = [
        {key: str(value) for key, value in row.items()} for row in json.loads(render_json(SAMPLE, EVENTS))
    ]
    assert from_json == list(csv.DictReader(io.StringIO(render_csv(SAMPLE, EVENTS))))


def test_every_source_and_status_is_kept() -> None:
    """A row names all sources with day and address; what goes on says so in Markdown, too."""
    row = next(row for row in json.loads(render_json(SAMPLE, EVENTS)) if row["type"] == "arrest")
    assert row["cited"] == (
        "Port police <end> a smuggling ring, Harbour Post, 2024-03-14, https://example.org/harbour; "
        "later.html, 2024-03-16"
    )
    lasting = replace(EVENTS[1], status=Status.ONGOING)
    assert "arrested in Larnby. Ongoing.[^1][^2]" in render_markdown(SAMPLE, [lasting])


def test_ranks() -> None:
    """Ranks, dates and where events are told, undated ones first."""
    ranked = json.loads(render_ranked(SAMPLE, EVENTS))
    assert [row["rank"] for row in ranked] == [0, 0, 1, 2, 3]
    assert ranked[-2] == {
        "rank": 2,
        "date": "2024-03-12",
        "mentions": [{"doc": "harbour.txt", "start": 26}, {"doc": "later.html", "start": 17}],
    }


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r\n@"])
def test_formulas_become_text(start: str) -> None:
    """A cell that a spreadsheet would run is quoted, in every column that holds words of a source."""
    event = replace(SAMPLE.events[0], label=f"{start}1+1")
    row = next(csv.DictReader(io.StringIO(render_csv(SAMPLE, [event]))))
    assert row["label"] == f"'{start.strip()}1+1"


@given(st.text())
def test_no_cell_begins_a_formula(text: str) -> None:
    """No guarded cell begins with what a spreadsheet runs."""
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.text())
def test_escaped_text_stays_on_its_line(text: str) -> None:
    """Whatever a source holds, it cannot end a Markdown line or open a tag."""
    safe = escaped(text)
    assert len(safe.splitlines()) <= 1
    assert "<" not in safe.replace("\\<", "")


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\x00", "\x1b", "\ufeff"])
def test_unseen_characters_are_written_out(hidden: str) -> None:
    """What would turn the direction of the rest of a line, or command a terminal, is shown by its number."""
    assert guarded(f"a{hidden}b") == f"a[U+{ord(hidden):04X}]b"
    assert escaped(f"a{hidden}b") == f"a\\[U+{ord(hidden):04X}\\]b"


def test_counts() -> None:
    """Undated events are counted, never dropped silently."""
    assert counted(EVENTS) == "5 events, 2 undated."
    assert counted(EVENTS[:1]) == "1 event."
    assert counted(()) == "0 events."
