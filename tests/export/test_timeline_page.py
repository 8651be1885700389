"""``timeline.html``: readable, sourced, and safe whatever the sources hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from eventgraph.export.timeline_page import render_timeline_page, write_timeline_page
from eventgraph.graph.select import chronology
from samples import FIRST, SAMPLE

HOSTILE = "<script>alert(1)</script>"


def test_every_event_shows_its_sentence_and_source() -> None:
    """Each event stands with date, label, quote with the trigger marked, and where it is from."""
    page = render_timeline_page(SAMPLE, chronology(SAMPLE.events))
    for event in SAMPLE.events:
        assert f'<li id="{event.id}"' in page
        told = event.mentions[0]
        document = next(d for d in SAMPLE.documents if d.id == told.document)
        assert f"<mark>{document.text[told.start : told.end]}</mark>" in page
    assert "Alleged: 40 kg of cocaine smuggled" in page
    assert "reckoned from the publication date, 14 March 2024" in page
    assert 'href="https://example.org/harbour" rel="noopener noreferrer"' in page


def test_hostile_text_stays_text() -> None:
    """Markup in titles, labels, names and addresses is shown, not run."""
    document = replace(FIRST, title=HOSTILE, url="javascript:alert(1)", publisher=HOSTILE)
    event = replace(SAMPLE.events[0], label=HOSTILE)
    graph = replace(SAMPLE, title=HOSTILE, documents=(document, *SAMPLE.documents[1:]), events=(event,))
    page = render_timeline_page(graph, graph.events)
    assert "<script" not in page
    assert "javascript:" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_file_is_the_page(tmp_path: Path) -> None:
    """What is written is what was rendered, in the order of the chronology."""
    write_timeline_page(SAMPLE, tmp_path / "timeline.html")
    text = (tmp_path / "timeline.html").read_text(encoding="utf-8")
    assert text == render_timeline_page(SAMPLE, chronology(SAMPLE.events))
