"""The graph in a browser: two projections, folds, focus, pins, overview; nothing written covers anything."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from generated import generated
from opened import Open, Opened, until
from samples import HERON, LARNBY, POLICE, QUIST, SAMPLE

pytestmark = pytest.mark.browser

ARREST = "arrest:aaaaaaaa"
COAST = "agency:coastal-police"
BAY = "location:varda-bay"


def actions(opened: Opened, words: str) -> None:
    """Press a button of the selection's row."""
    opened.page.click(f".actions button >> text={words}")


def test_names_alone_are_joined_by_their_events(open_explorer: Open) -> None:
    """The second projection has no events as nodes; its switch says which is on; the way back is the same."""
    opened = open_explorer(SAMPLE)
    before = opened.visible()
    opened.page.click("#view-names")
    assert opened.visible() == {POLICE, LARNBY, HERON, QUIST, "person:mia-rowe"}
    assert opened.page.get_attribute("#view-names", "aria-pressed") == "true"
    opened.page.click("#view-events")
    assert opened.visible() == before


def test_a_line_between_names_opens_its_events(open_explorer: Open) -> None:
    """In the order of time, each a link; Escape leads back to what was selected."""
    opened = open_explorer(generated(42), fragment=COAST)
    opened.page.click("#view-names")
    opened.click_between(COAST, BAY)
    opened.page.wait_for_selector("#panel >> text=Joined by")
    assert opened.heading == "Coastal Police and Varda Bay"
    items = opened.page.locator("#panel .events li a")
    count = items.count()
    assert opened.page.inner_text("#panel .kind") == f"Joined by {count} events"
    order = opened.page.evaluate(
        "[...document.querySelectorAll('#events li')].map((row) => row.dataset.event)"
    )
    told = [str(items.nth(number).get_attribute("href"))[1:] for number in range(count)]
    assert told == sorted(told, key=order.index)
    opened.page.keyboard.press("Escape")
    assert opened.heading == "Coastal Police"
    opened.click_between(COAST, BAY)
    items.first.click()
    opened.page.wait_for_selector("#panel blockquote")
    assert opened.fragment == told[0]


def test_an_event_stands_for_its_names_where_only_names_are(open_explorer: Open) -> None:
    """Selected in the list, it is read in the panel, and nothing else leaves the picture."""
    opened = open_explorer(SAMPLE)
    opened.page.click("#view-names")
    opened.page.click(f'[data-event="{ARREST}"] a')
    opened.page.wait_for_selector("#panel blockquote")
    assert ARREST not in opened.visible()
    assert {POLICE, LARNBY, HERON} <= opened.visible()


def test_neighbours_fold_away_and_come_back(open_explorer: Open) -> None:
    """Collapse hides what hangs on a node alone, a count says so, expand brings it back."""
    opened = open_explorer(SAMPLE, fragment=QUIST)
    before = opened.visible()
    actions(opened, "Collapse")
    folded = before - opened.visible()
    assert folded == {"trafficking:dddddddd"}
    assert opened.page.inner_text("#status") == "1 folded away."
    actions(opened, "Expand")
    assert opened.visible() == before
    assert opened.page.inner_text("#status") == "1 brought in."


def test_focus_leaves_only_what_is_near(open_explorer: Open) -> None:
    """One to three steps; a button leaves it again."""
    opened = open_explorer(generated(42), fragment=COAST)
    everything = opened.visible()
    seen = []
    for steps in "123":
        opened.page.select_option(".actions select", steps)
        actions(opened, "Focus")
        seen.append(opened.visible())
    assert seen[0] < seen[1] < seen[2] <= everything
    assert all(COAST in nodes for nodes in seen)
    opened.page.click("text=Leave the focus")
    assert opened.visible() == everything


def test_a_node_is_hidden_and_shown_again(open_explorer: Open) -> None:
    """Hidden is never lost: a button tells how many; so does a link to it."""
    opened = open_explorer(SAMPLE, fragment=LARNBY)
    everything = opened.visible()
    actions(opened, "Hide")
    assert opened.visible() == everything - {LARNBY}
    assert opened.fragment == ""
    opened.page.click("text=Show 1 hidden")
    assert opened.visible() == everything
    opened.page.evaluate(f"location.hash = '#{LARNBY}'")
    actions(opened, "Hide")
    opened.page.evaluate(f"location.hash = '#{LARNBY}'")
    until(opened.page, f"explorer.visible().includes('{LARNBY}')")


def test_what_is_dragged_stays_until_it_is_put_back(open_explorer: Open) -> None:
    """Through filters and projections; the reset button puts it back."""
    opened = open_explorer(SAMPLE)
    page = opened.page
    page.click("#whole")
    x, y = opened.where(ARREST)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y + 20, steps=4)
    page.mouse.move(x + 60, y + 40, steps=4)
    page.mouse.up()
    moved = opened.where(ARREST)
    assert moved != pytest.approx((x, y), abs=20)
    page.fill("#search", "arrested")
    page.keyboard.press("Escape")
    chip = page.locator(".chip", has_text="Enforcement")
    chip.click()
    chip.click()
    assert opened.where(ARREST) == pytest.approx(moved, abs=1)
    page.click("#reset")
    page.click("#whole")
    assert opened.where(ARREST) == pytest.approx((x, y), abs=2)


def test_nodes_are_moved_without_dragging(open_explorer: Open) -> None:
    """With Shift and the arrows, or by a click where it shall stand."""
    opened = open_explorer(SAMPLE, fragment=POLICE)
    x, y = opened.where(POLICE)
    opened.page.focus("#network")
    opened.page.keyboard.press("Shift+ArrowRight")
    assert opened.where(POLICE) == pytest.approx((x + 24, y), abs=2)
    assert opened.fragment == POLICE
    actions(opened, "Move")
    opened.page.mouse.click(640, 330)
    opened.page.wait_for_timeout(100)
    assert opened.where(POLICE) == pytest.approx((640, 330), abs=2)
    assert opened.fragment == POLICE


def test_a_big_graph_opens_with_its_overview(open_explorer: Open) -> None:
    """How many are shown is told; what is selected or searched comes in with its neighbours."""
    opened = open_explorer(generated(1200))
    assert len(opened.visible()) == 400
    assert opened.page.inner_text(".notes").startswith("Showing 400 of 1,7")
    link = opened.page.evaluate(
        """[...document.querySelectorAll("#events li")].map((row) => row.dataset.event)
             .find((id) => !explorer.visible().includes(id))"""
    )
    opened.page.evaluate("(id) => { location.hash = '#' + id }", link)
    until(opened.page, "(id) => explorer.visible().includes(id)", link)
    assert len(opened.visible()) > 400
    opened.page.fill("#search", "jun mori 7")
    assert "official:jun-mori-7" in opened.visible()
    assert opened.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["events", "names"])
@pytest.mark.parametrize("fragment", ["", COAST])
def test_nothing_written_covers_anything(open_explorer: Open, view: str, scheme: str, fragment: str) -> None:
    """About sixty nodes: labels, roles, numbers and counts of the folded have room of their own."""
    opened = open_explorer(generated(42), scheme=scheme, fragment=fragment)
    opened.page.click(f"#view-{view}")
    if fragment:
        actions(opened, "Collapse")
    opened.page.wait_for_timeout(100)
    boxes = opened.page.evaluate("explorer.words()")
    assert len(boxes) > 6
    assert [pair for pair in combinations(boxes, 2) if covers(*pair)] == []


def covers(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two boxes share a spot."""
    across = one["left"] < other["right"] and other["left"] < one["right"]
    return bool(across and one["top"] < other["bottom"] and other["top"] < one["bottom"])
