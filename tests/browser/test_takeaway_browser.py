"""What is taken away from the explorer: tables, pictures."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from eventgraph.model import Graph
from opened import Open, Opened
from samples import EVENTS, FIRST, LARNBY, SAMPLE

pytestmark = pytest.mark.browser

ARREST = "arrest:aaaaaaaa"
SVG = "{http://www.w3.org/2000/svg}"
PNG = b"\x89PNG\r\n\x1a\n"


def taken(opened: Opened, what: str) -> tuple[str, bytes]:
    """The name and the content of the file that a button of the menu gives."""
    page = opened.page
    if page.locator("#exports").is_hidden():
        page.click("#export")
    with page.expect_download() as download:
        page.click(f'#exports [aria-label="{what}"]')
    path = download.value.path()
    return download.value.suggested_filename, Path(path).read_bytes()


def relabelled(label: str) -> Graph:
    """The sample with an arrest of another label."""
    events = (dataclasses.replace(EVENTS[0], label=label), *EVENTS[1:])
    entities = tuple(
        dataclasses.replace(entity, name=label) if entity.id == LARNBY else entity
        for entity in SAMPLE.entities
    )
    return dataclasses.replace(SAMPLE, events=events, entities=entities)


def test_the_shown_events_as_csv(open_explorer: Open) -> None:
    """Only what the filter lets through, a line each, in the columns of events.csv."""
    opened = open_explorer(SAMPLE, fragment="?status=planned,alleged&disputed=yes")
    name, content = taken(opened, "Events as CSV")
    (row,) = csv.DictReader(io.StringIO(content.decode()))
    assert name == "harbour.csv"
    assert row["id"] == ARREST
    assert (row["earliest"], row["latest"], row["edtf"]) == ("2024-03-12", "2024-03-12", "2024-03-12")
    assert row["who"] == "Port Authority Police (by); people (suspect)"
    assert (row["where"], row["numbers"], row["sources"]) == ("Larnby", "at least 12 people", "2")
    assert row["source"] == FIRST.title
    assert row["quote"].startswith("The Port Authority Police arrested")


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1+1", "\t=1"])
def test_no_cell_is_run_by_a_spreadsheet(open_explorer: Open, label: str) -> None:
    """An apostrophe stands before whatever would begin a formula."""
    opened = open_explorer(relabelled(label))
    _, content = taken(opened, "Events as CSV")
    rows = list(csv.DictReader(io.StringIO(content.decode())))
    assert {row["label"] for row in rows if row["id"] == ARREST} == {f"'{label.strip()}"}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_a_cell_keeps_commas_quotes_and_lines(open_explorer: Open) -> None:
    """One line, quoted."""
    opened = open_explorer(relabelled('Two, "three"\nand four'))
    _, content = taken(opened, "Events as CSV")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(content.decode()))}
    assert rows[ARREST]["label"] == 'Two, "three" and four'
    assert len(rows) == 5


def test_the_starred_events_as_json(open_explorer: Open) -> None:
    """With passages, sources and claims, the address they come from and what to beware of."""
    opened = open_explorer(SAMPLE, fragment=f"?starred={ARREST}")
    opened.page.click("#export")
    opened.page.click("#exports >> text=1 starred")
    name, content = taken(opened, "Events as JSON")
    found = json.loads(content)
    (event,) = found["events"]
    assert name == "harbour.json"
    assert found["caution"] == "Machine-extracted; an arrest is not guilt."
    assert f"starred={ARREST}" in found["view"]
    assert event["status"] == "happened"
    assert len(event["quotes"]) == 2
    assert event["quotes"][0]["source"]["publisher"] == "Harbour Post"
    assert [claim["state"] for claim in event["claims"]] == ["shown here", "also said"]


def test_the_graph_as_svg(open_explorer: Open) -> None:
    """Well formed; what the filter hides is not drawn, and nothing in it can run."""
    label = "<script>globalThis.broken = 1</script> & \u202eevil"
    opened = open_explorer(relabelled(label), fragment="?off=event+crime")
    _, content = taken(opened, "Graph as SVG")
    picture = ET.fromstring(content)  # noqa: S314 (our own file)
    words = " ".join(text.text or "" for text in picture.iter(f"{SVG}text"))
    titles = [title.text for path in picture.iter(f"{SVG}path") for title in path.iter(f"{SVG}title")]
    assert "Port Authority" in words
    assert "Machine-extracted" in words
    assert "<script>globalThis.broken = 1</script> & [U+202E]evil" in titles
    assert "Alleged: 40 kg of cocaine smuggled" not in titles
    assert b"<script" not in content
    assert len(list(picture.iter(f"{SVG}line"))) >= 4


def test_the_graph_as_png(open_explorer: Open) -> None:
    """A picture, made in the page alone."""
    opened = open_explorer(SAMPLE)
    name, content = taken(opened, "Graph as PNG")
    assert name == "harbour.png"
    assert content.startswith(PNG)
    assert len(content) > 5000
    assert opened.violations == []
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:", "blob:"))] == []


def test_the_menu_opens_and_closes_with_the_keyboard(open_explorer: Open) -> None:
    """Escape leads back to its button and keeps the selection."""
    opened = open_explorer(SAMPLE, fragment=ARREST)
    page = opened.page
    page.focus("#export")
    page.keyboard.press("Enter")
    assert page.locator("#exports").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.locator("#exports").is_hidden()
    assert page.evaluate("document.activeElement.id") == "export"
    assert opened.fragment == ARREST
