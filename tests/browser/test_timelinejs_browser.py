"""TimelineJS takes what we write for it: every slide, its dates as fine as known, and nothing runs."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from eventgraph.export.page import safe_json
from eventgraph.export.timelinejs import render_timelinejs
from eventgraph.graph.select import chronology
from eventgraph.model import Graph
from generated import generated
from hostile_markup import ADDRESSES, HOSTILE
from opened import Open, Opened
from samples import FIRST, SAMPLE

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><meta charset="utf-8"><title>t</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="file://{folder}/css/timeline.css">
<div id="timeline" style="width: 100%; height: 600px"></div>
<script type="application/json" id="data">{data}</script>
<script src="file://{folder}/js/timeline.js"></script>
<script>
const data = JSON.parse(document.getElementById("data").textContent);
globalThis.timeline = new TL.Timeline("timeline", data, {{ font: null, script_path: "file://{folder}/js/" }});
</script>
"""
DATES = """timeline.config.events.map((event) => [
  event.unique_id, event.start_date.data.year, event.start_date.data.month ?? null,
  event.start_date.data.day ?? null, event.start_date.getDisplayDate(), event.end_date?.data.year ?? null,
])"""
HANDLERS = """[...document.querySelectorAll("*")].flatMap((element) => [...element.attributes])
  .filter((attribute) => attribute.name.startsWith("on") && attribute.value !== "void(0)")
  .map((attribute) => attribute.name + "=" + attribute.value)"""


@pytest.fixture
def take(open_file: Open, packages: Path, tmp_path: Path) -> Open:
    """Show a graph in TimelineJS, from the disk."""

    def taken(graph: Graph) -> Opened:
        made = render_timelinejs(graph, chronology(graph.events))
        folder = packages / "@knight-lab/timelinejs/dist"
        path = tmp_path / "page.html"
        path.write_text(PAGE.format(folder=folder, data=safe_json(json.loads(made))), encoding="utf-8")
        opened = open_file(path, patience=60_000)
        opened.page.wait_for_selector(".tl-timemarker", state="attached")
        return opened

    return taken


def test_it_is_taken_as_it_is(take: Open) -> None:
    """A slide for each dated event behind the title; day, month and bound stay what they are."""
    opened = take(SAMPLE)
    assert opened.page.evaluate("timeline.config.messages") == {"errors": [], "warnings": []}
    assert opened.page.evaluate(DATES) == [
        ["trafficking-dddddddd", 2024, 2, None, "February 2024", None],
        ["arrest-aaaaaaaa", 2024, 3, 12, "12 March 2024", None],
        ["hearing-eeeeeeee", 2024, 4, None, "since April 2024", None],
    ]
    assert opened.page.locator(".tl-slide").count() == 4
    assert opened.page.locator(".tl-timemarker").count() == 3
    assert opened.page.locator(".tl-timegroup").all_inner_texts() == ["Crime", "Enforcement", "Justice"]
    assert "Left out: 2 undated." in opened.page.inner_text(".tl-slide-titleslide")
    opened.page.locator(".tl-slidenav-next").click()
    slide = opened.page.locator(".tl-slide", has_text="Alleged: 40 kg of cocaine smuggled")
    assert "Port police <end> a smuggling ring, Harbour Post, 14 March 2024" in slide.inner_text()
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []


def test_many_events_are_taken(take: Open) -> None:
    """Two hundred events of all statuses, all of them slides."""
    graph = generated(200)
    opened = take(graph)
    dated = sum(event.when is not None for event in graph.events)
    assert opened.page.evaluate("timeline.config.events.length") == dated
    assert opened.page.evaluate("timeline.config.isValid()")
    assert opened.complaints == []


def hostile() -> Graph:
    """An event for each hostile text, as its label and as the title of its source, and for each address."""
    (event,) = (event for event in SAMPLE.events if event.type == "arrest")
    texts = (*HOSTILE, *HOSTILE[: len(ADDRESSES)])
    documents = [
        dataclasses.replace(FIRST, id=f"{number:016}", title=words, publisher=words, url=url)
        for number, (words, url) in enumerate(zip(texts, (*ADDRESSES * 9,), strict=False))
    ]
    told = event.mentions[0]
    events = [
        dataclasses.replace(
            event,
            id=f"arrest:{number:08}",
            label=document.title,
            mentions=(dataclasses.replace(told, document=document.id),),
        )
        for number, document in enumerate(documents)
    ]
    return dataclasses.replace(
        SAMPLE,
        title=" ".join(HOSTILE[:-1]),
        documents=(*SAMPLE.documents, *documents),
        events=tuple(events),
        links=(),
    )


def test_nothing_hostile_runs(take: Open) -> None:
    """Whatever stands in titles, labels and addresses is shown by TimelineJS, and none of it is run."""
    graph = hostile()
    opened = take(graph)
    assert opened.page.evaluate("timeline.config.events.length") == len(graph.events)
    opened.page.evaluate(
        "document.querySelectorAll('*').forEach((e) => e.dispatchEvent(new MouseEvent('mouseover')))"
    )
    assert opened.page.evaluate("globalThis.broken ?? null") is None
    assert opened.page.evaluate(HANDLERS) == []
    assert opened.page.locator("iframe, .tl-slide script, .tl-slide img").count() == 0
    links = opened.page.locator("a[href*='javascript:']")
    assert links.count() == 0
    assert opened.complaints == []
