"""TimelineJS JSON: dates as fine as known, status and source with each event, and no markup of others."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from eventgraph.errors import NothingDated
from eventgraph.export.timelinejs import left_out, render_timelinejs
from eventgraph.graph.select import chronology
from eventgraph.model import Event, Graph
from hostile_markup import ADDRESSES, HOSTILE
from samples import FIRST, SAMPLE
from snapshotting import Snapshot

EVENTS = chronology(SAMPLE.events)
OURS = {"blockquote", "b", "p", "a", "wbr"}


class Tags(HTMLParser):
    """The elements of a text that becomes HTML, with their attributes, and what is shown."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.shown = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.shown += data


def made(graph: Graph = SAMPLE, events: tuple[Event, ...] = EVENTS) -> dict[str, Any]:
    """The JSON, read."""
    found: dict[str, Any] = json.loads(render_timelinejs(graph, events))
    return found


def test_the_whole_file(snapshot: Snapshot) -> None:
    """The sample as TimelineJS takes it."""
    snapshot(render_timelinejs(SAMPLE, EVENTS), "timelinejs.json")


def test_undated_events_are_counted() -> None:
    """The title tells how many events have no place, and why; they are on no slide."""
    assert left_out(EVENTS) == "Left out: 2 undated."
    found = made()
    assert "3 of 5 events are shown." in found["title"]["text"]["text"]
    assert "Left out: 2 undated." in found["title"]["text"]["text"]
    assert [slide["unique_id"] for slide in found["events"]] == [
        event.id.replace(":", "-") for event in EVENTS if event.when
    ]


def test_status_and_source_travel_with_the_event() -> None:
    """A headline alone tells what is no fact; the text quotes and names the source."""
    alleged, arrest, planned = made()["events"]
    assert alleged["text"]["headline"] == "Alleged: 40 kg of cocaine smuggled"
    assert planned["text"]["headline"] == "Planned: Hearing"
    assert planned["start_date"] == {"year": 2024, "month": 4, "display_date": "since April 2024"}
    assert "end_date" not in planned
    assert arrest["group"] == "Enforcement"
    assert "<b>arrested</b>" in arrest["text"]["text"]
    assert '<a href="https://example.org/harbour"' in arrest["text"]["text"]


def test_nothing_dated_is_an_error() -> None:
    """TimelineJS takes no timeline without events, so none is made."""
    with pytest.raises(NothingDated, match=r"No event is known to the year\. Left out: 2 undated"):
        render_timelinejs(SAMPLE, [event for event in EVENTS if event.when is None])


@pytest.mark.parametrize("url", ADDRESSES)
@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_shown_and_nothing_else(words: str, url: str) -> None:
    """Whatever a document holds, the only elements are ours, the only attributes those of plain links."""
    document = replace(FIRST, title=words, publisher=words, url=url)
    event = replace(next(event for event in EVENTS if event.when), label=words)
    graph = replace(SAMPLE, title=words, documents=(document, *SAMPLE.documents[1:]), events=(event,))
    found = made(graph, (event,))
    for text in (
        *found["title"]["text"].values(),
        *(value for slide in found["events"] for value in slide["text"].values()),
    ):
        tags = Tags(text)
        assert {tag for tag, _ in tags.found} <= OURS
        for tag, attributes in tags.found:
            assert set(attributes) == ({"href", "target", "rel"} if tag == "a" else set())
            assert "'" not in str(attributes.get("href", ""))
        assert "www." not in text
    assert "\r" not in json.dumps(found)
