"""What keeps a page of many events quick leaves it right: rows that are laid out late, one drawing."""

from __future__ import annotations

import pytest

from generated import generated
from opened import Open, Opened, until

pytestmark = pytest.mark.browser

COUNT_DRAWINGS = """() => {
    globalThis.drawings = 0;
    const context = document.querySelector("#network canvas").getContext("2d");
    context.clearRect = function (...box) {
        drawings += 1;
        return CanvasRenderingContext2D.prototype.clearRect.apply(this, box);
    };
}"""
IN_SIGHT = """() => {
    const row = document.querySelector("#events li[aria-current]");
    if (!row) return false;
    const list = document.getElementById("events");
    const [inner, outer] = [row, list].map((part) => part.getBoundingClientRect());
    return inner.top >= outer.top && inner.bottom <= outer.bottom;
}"""


def drawings(opened: Opened, act: str) -> int:
    """How often the graph is drawn until four pictures after something was done."""
    opened.page.evaluate(COUNT_DRAWINGS)
    opened.page.evaluate(act)
    opened.see()
    opened.see()
    return int(opened.page.evaluate("drawings"))


def test_the_graph_is_drawn_once_for_all_that_changes(open_explorer: Open) -> None:
    """A filter, a search and both at once: one drawing each, not one for each step of it."""
    opened = open_explorer(generated(120))
    chip = """document.querySelectorAll('.chip[class*="kind-event-"]')"""
    assert drawings(opened, f"{chip}[0].click()") == 1
    assert drawings(opened, f"{chip}[0].click(), {chip}[1].click(), {chip}[2].click()") == 1
    search = (
        "Object.assign(document.getElementById('search'), {value: 'port'}).dispatchEvent(new Event('input'))"
    )
    assert drawings(opened, search) == 1


def test_a_hidden_graph_is_drawn_when_it_is_seen_again(open_explorer: Open) -> None:
    """Nothing that was asked for while there was no room for it is lost."""
    opened = open_explorer(generated(60))
    page = opened.page
    page.evaluate("document.querySelector('.picture').hidden = true")
    page.evaluate("""document.querySelector('.chip[class*="kind-event-"]').click()""")
    opened.see()
    assert drawings(opened, "document.querySelector('.picture').hidden = false") >= 1
    assert len(page.evaluate("explorer.labels()")) > 0


def test_an_event_far_down_the_list_is_brought_into_sight(open_explorer: Open) -> None:
    """Rows that were never laid out have their place, and keep it when they are."""
    opened = open_explorer(generated(500))
    page = opened.page
    for at in (470, 30, 260):
        page.evaluate(f"document.querySelectorAll('#events li a')[{at}].click()")
        opened.see()
        until(page, IN_SIGHT)
        assert page.inner_text("#events li[aria-current] .label") == page.inner_text("#panel h2")


def test_the_list_is_as_long_as_what_it_holds(open_explorer: Open) -> None:
    """What a filter leaves out takes no room, laid out or not."""
    opened = open_explorer(generated(500))
    page = opened.page
    whole = page.evaluate("document.getElementById('events').scrollHeight")
    page.fill("#search", "Port Elin 1")
    until(page, "Number(document.getElementById('count-events').textContent) < 250")
    opened.see()
    left = page.evaluate("document.getElementById('events').scrollHeight")
    share = page.evaluate("Number(document.getElementById('count-events').textContent) / 500")
    assert share * whole * 0.8 < left < share * whole * 1.2 + 400
