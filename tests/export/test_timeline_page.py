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
    assert page.count("<script") == 1
    assert "javascript:" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_file_is_the_page(tmp_path: Path) -> None:
    """What is written is what was rendered, in the order of the chronology."""
    write_timeline_page(SAMPLE, tmp_path / "timeline.html")
    text = (tmp_path / "timeline.html").read_text(encoding="utf-8")
    assert text == render_timeline_page(SAMPLE, chronology(SAMPLE.events))


def test_filters_know_what_there_is() -> None:
    """Families, statuses and sources with their numbers of events; the bounds of dates, open ones empty."""
    page = render_timeline_page(SAMPLE, chronology(SAMPLE.events))
    assert '<option value="alleged">Alleged (1)</option>' in page
    assert '<option value="1">later.html (2)</option>' in page
    assert 'data-family="crime" data-status="alleged" data-first="2024-02-01" data-last="2024-02-29"' in page
    assert 'data-status="planned" data-first="2024-04-01" data-last="" data-sources="1"' in page
    assert 'data-family="enforcement" aria-pressed' not in page
    assert page.count('class="chip ') == 3


def test_an_empty_page_says_so() -> None:
    """Without events there is a sentence instead of them."""
    page = render_timeline_page(replace(SAMPLE, events=()), ())
    assert "There are no events." in page
    assert 'class="year"' not in page


def test_nothing_is_styled_or_run_from_within_the_text() -> None:
    """The policy allows one style sheet and one script by their hashes; no element has either of its own."""
    page = render_timeline_page(SAMPLE, chronology(SAMPLE.events))
    policy = page.split('Content-Security-Policy" content="')[1].split('"')[0]
    assert policy.count("sha256-") == 2
    assert "unsafe" not in policy
    assert " style=" not in page.split("<body>")[1].split("<script>")[0]
    assert " on" not in {word[:3] for word in page.split("<body>")[1].split("<script>")[0].split('"')[::2]}
