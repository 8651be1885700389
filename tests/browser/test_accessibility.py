"""axe-core over the explorer: no violation of WCAG 2.2 AA in any state, light or dark."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page

from generated import generated
from opened import Open
from samples import HERON, LARNBY, POLICE, QUIST, SAMPLE

pytestmark = pytest.mark.browser

ARREST = "arrest:aaaaaaaa"
PHONE = (390, 844)
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RUN = """async (rules) => {
  const found = await axe.run(document, { runOnly: { type: "tag", values: rules } });
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ": " + node.html.slice(0, 99)));
}"""

Act = Callable[[Page], Any]


def nothing(_: Page) -> None:
    """Leave the page as it opens."""


def searched_in_vain(page: Page) -> None:
    """A search that nothing fits."""
    page.fill("#search", "xyzzy")


def type_switched_off(page: Page) -> None:
    """One type of events hidden."""
    page.click("#kinds .chip >> nth=-1")


def names_listed(page: Page) -> None:
    """The second tab of the list."""
    page.click("#tab-names")


def everything_opened(page: Page) -> None:
    """Every fold of the panel open."""
    page.evaluate("document.querySelectorAll('#panel details').forEach((box) => { box.open = true })")


def names_alone(page: Page) -> None:
    """The second projection, with the selection folded."""
    page.click("#view-names")
    page.click(".actions button >> text=Collapse")


def path_found(page: Page) -> None:
    """A path from the selection to an official."""
    page.click(".actions button >> text=Path to")
    page.click("#tab-names")
    page.click(f"#names a[href='#{QUIST}']")
    page.wait_for_selector("#panel .trail")


def path_looked_for(page: Page) -> None:
    """Its other end is to be chosen, in a graph in focus."""
    page.click(".actions button >> text=Focus")
    page.click(".actions button >> text=Path to")


def document_read(page: Page) -> None:
    """A whole document, opened from a quote."""
    page.click("#panel .evidence .read >> nth=0")


def documents_listed(page: Page) -> None:
    """All documents."""
    page.click("#documents")


def undated_listed(page: Page) -> None:
    """The list of events without a date, over the lanes."""
    page.click("#timeline-undated")


def event_pointed_at(page: Page) -> None:
    """The card of an event, by the keys of the timeline."""
    page.focus("#timeline-lanes")
    page.keyboard.press("ArrowRight")


def timeline_unfolded(page: Page) -> None:
    """On a phone it opens by a press."""
    page.click("#timeline-fold")


STATES: dict[str, tuple[dict[str, Any], Act]] = {
    "nothing selected": ({}, nothing),
    "an event": ({"fragment": ARREST}, everything_opened),
    "an official": ({"fragment": QUIST}, everything_opened),
    "an operation": ({"fragment": HERON}, nothing),
    "a search in vain": ({}, searched_in_vain),
    "a type switched off": ({"fragment": ARREST}, type_switched_off),
    "the names": ({}, names_listed),
    "names alone": ({"fragment": POLICE}, names_alone),
    "a path": ({"fragment": LARNBY}, path_found),
    "a path's other end": ({"fragment": LARNBY}, path_looked_for),
    "a document": ({"fragment": ARREST, "full_text": True}, document_read),
    "the documents": ({}, documents_listed),
    "a range of dates": ({"fragment": "?from=2024-03-01&to=2024-03-31"}, event_pointed_at),
    "the undated events": ({}, undated_listed),
    "the timeline on a phone": ({"size": PHONE}, timeline_unfolded),
    "a phone": ({"size": PHONE}, nothing),
    "an event on a phone": ({"fragment": ARREST, "size": PHONE}, everything_opened),
}
"""How to open the page, and what a person does then."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_no_violation(open_explorer: Open, state: str, scheme: str) -> None:
    """WCAG 2.0 to 2.2, levels A and AA."""
    how, act = STATES[state]
    opened = open_explorer(SAMPLE, scheme=scheme, **how)
    act(opened.page)
    assert violations(opened.page) == []


def test_axe_finds_no_violation_in_a_big_graph(open_explorer: Open) -> None:
    """Two hundred events."""
    assert violations(open_explorer(generated(200)).page) == []


def test_axe_would_find_one(open_explorer: Open) -> None:
    """The check itself works: a picture without words is found."""
    page = open_explorer(SAMPLE).page
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert [found.split(":")[0] for found in violations(page)] == ["image-alt"]


def violations(page: Page) -> list[str]:
    """Rule and element of each violation."""
    page.evaluate(AXE)
    return list(page.evaluate(RUN, list(RULES)))
