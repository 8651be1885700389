"""The timeline of the explorer in a browser: drawing, range, zoom, keys, and what has no date."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from eventgraph.model import Event, EventWhen, Graph, Span
from eventgraph.vocabulary import Precision, Status
from generated import dated, generated
from opened import Open, Opened, until

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

GRAPH = generated(50)
DATED = [event for event in GRAPH.events if event.when]
LANES = "#timeline-lanes"
DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def opened_timeline(open_explorer: Open, graph: Graph = GRAPH, **more: object) -> Opened:
    """The page, once the timeline was drawn."""
    opened = open_explorer(graph, **more)
    opened.page.evaluate(DRAWN)
    return opened


def held(page: Page) -> int:
    """How many events the range holds, as the pane says."""
    return int(page.inner_text("#timeline-count").split()[0].replace(",", ""))


def click_bar(page: Page, event: Event) -> None:
    """Click where the bar of an event stands, as a person would."""
    box = page.locator(LANES).bounding_box()
    at = page.evaluate("id => explorer.timeline.position(id)", event.id)
    assert box is not None
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])


def shown_in_list(page: Page) -> int:
    """The events that the list shows."""
    return page.locator("#events li:not([hidden])").count()


def days_in_sight(page: Page) -> float:
    """How many days the lanes show."""
    return float(page.evaluate("explorer.timeline.view().to - explorer.timeline.view().from"))


def only(graph: Graph, *events: Event) -> Graph:
    """The graph with these events alone."""
    return dataclasses.replace(graph, events=tuple(sorted(events, key=lambda event: event.id)))


def test_what_is_dated_is_counted_and_what_is_not_is_listed(open_explorer: Open) -> None:
    """Nothing is dropped silently: a button opens the undated, under their operation if they have one."""
    opened = opened_timeline(open_explorer)
    undated = [event for event in GRAPH.events if event.when is None]
    assert held(opened.page) == len(DATED)
    assert opened.page.inner_text("#timeline-undated") == f"{len(undated)} undated"
    opened.page.click("#timeline-undated")
    assert opened.page.locator("#timeline-without li").count() == len(undated)
    headings = opened.page.locator("#timeline-without h3 bdi").all_inner_texts()
    operations = sum(heading.startswith("Operation") for heading in headings)
    assert operations == len({event.operation for event in undated if event.operation})
    assert all(heading.startswith("Operation") for heading in headings[:operations])
    opened.page.click("#timeline-without a >> nth=0")
    opened.page.wait_for_selector("#panel >> text=No date given")


def test_a_click_on_a_bar_opens_the_evidence(open_explorer: Open) -> None:
    """And a click on the ground changes nothing."""
    opened = opened_timeline(open_explorer)
    event = next(event for event in DATED if opened.page.evaluate(PLACED, event.id))
    click_bar(opened.page, event)
    opened.page.wait_for_selector("#panel blockquote")
    assert opened.fragment.startswith(event.id)
    assert opened.heading == event.full_label


PLACED = """(id) => {
    const at = explorer.timeline.position(id);
    const lanes = document.getElementById("timeline-lanes");
    return at && at.y > 40 && at.y < lanes.clientHeight - 10;
}"""


def test_what_is_selected_elsewhere_comes_into_sight(open_explorer: Open) -> None:
    """Its bar stands within the lanes, however far down it was."""
    opened = opened_timeline(open_explorer)
    event = DATED[-1]
    opened.page.click(f'[data-event="{event.id}"] a')
    until(opened.page, PLACED, event.id)


def test_the_brush_moves_by_keys_and_filters_everything(open_explorer: Open) -> None:
    """Two sliders; list, count, address and words follow; the whole time comes back by a button."""
    opened = opened_timeline(open_explorer)
    page = opened.page
    first = page.get_by_role("slider", name="From")
    assert first.get_attribute("aria-valuetext") == "the beginning"
    first.focus()
    for _ in range(3):
        page.keyboard.press("PageUp")
    assert re.fullmatch(r"\d+ \w+ 2025", first.get_attribute("aria-valuetext") or "")
    assert 0 < held(page) < len(DATED)
    assert shown_in_list(page) == held(page)
    until(page, "location.hash.includes('from=2025-')")
    last = page.get_by_role("slider", name="To", exact=True)
    last.press("Home")
    assert held(page) < len(DATED)
    page.click("#timeline-clear")
    assert held(page) == len(DATED)
    assert shown_in_list(page) == len(GRAPH.events)
    assert page.is_hidden("#timeline-clear")


def test_the_brush_is_drawn_with_the_mouse(open_explorer: Open) -> None:
    """Over the open ground a new range, within it the same range elsewhere."""
    opened = opened_timeline(open_explorer)
    page = opened.page
    box = page.locator("#timeline-overview").bounding_box()
    assert box is not None
    left, middle = box["x"] + box["width"] * 0.4, box["y"] + 20
    page.mouse.move(left, middle)
    page.mouse.down()
    page.mouse.move(left + 150, middle, steps=5)
    page.mouse.up()
    held_before, words = held(page), page.inner_text("#timeline-stretch")
    assert 0 < held_before < len(DATED)
    page.mouse.move(left + 60, middle)
    page.mouse.down()
    page.mouse.move(left + 160, middle, steps=5)
    page.mouse.up()
    assert page.inner_text("#timeline-stretch") != words


def test_a_range_may_hold_what_could_or_what_must_lie_in_it(open_explorer: Open) -> None:
    """A month reaches beyond a range of days: possible there, not certain."""
    opened = opened_timeline(open_explorer, fragment="?from=2025-03-10&to=2025-03-20")
    possible = held(opened.page)
    opened.page.select_option("#timeline-mode", "certain")
    assert held(opened.page) < possible
    assert opened.page.inner_text("#timeline-stretch") == "10\N{EN DASH}20 March 2025"


def test_keys_walk_the_events_in_time_and_open_the_evidence(open_explorer: Open) -> None:
    """Each is told on a card and to a screen reader; Enter goes to the panel."""
    opened = opened_timeline(open_explorer)
    page = opened.page
    page.focus(LANES)
    page.keyboard.press("Home")
    told = [page.inner_text("#timeline-says")]
    for _ in range(4):
        page.keyboard.press("ArrowRight")
        told.append(page.inner_text("#timeline-says"))
    firsts = [event.when.earliest for event in DATED if event.when and event.when.earliest]
    assert len(set(told)) == len(told)
    assert f"{min(firsts):%B %Y}" in told[0]
    page.evaluate(DRAWN)
    assert page.inner_text("#timeline-card .what") in told[-1]
    page.keyboard.press("ArrowLeft")
    assert page.inner_text("#timeline-says") == told[-2]
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'panel'")
    assert opened.heading in told[-2]


def test_zoom_goes_from_all_of_time_to_hours(open_explorer: Open) -> None:
    """By keys, buttons and the wheel with ctrl; a drag moves without changing the zoom."""
    opened = opened_timeline(open_explorer)
    page = opened.page
    whole = days_in_sight(page)
    page.click("#timeline-closer")
    assert days_in_sight(page) < whole
    page.focus(LANES)
    for _ in range(30):
        page.keyboard.press("+")
    assert days_in_sight(page) < 1
    page.keyboard.press("0")
    assert days_in_sight(page) >= whole * 0.95
    box = page.locator(LANES).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 100)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -400)
    page.keyboard.up("Control")
    until(page, "(whole) => explorer.timeline.view().to - explorer.timeline.view().from < whole", whole)
    before = page.evaluate("explorer.timeline.view().from")
    zoomed = days_in_sight(page)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 - 120, box["y"] + 100, steps=4)
    page.mouse.up()
    assert page.evaluate("explorer.timeline.view().from") > before
    assert days_in_sight(page) == pytest.approx(zoomed)


@pytest.mark.parametrize("way", ["type", "agency", "operation", "place"])
@pytest.mark.parametrize("size", [50, 500])
def test_labels_stand_where_there_is_room(open_explorer: Open, way: str, size: int) -> None:
    """None covers another, in any kind of lane, at several zooms."""
    opened = opened_timeline(open_explorer, generated(size))
    page = opened.page
    page.select_option("#timeline-by", way)
    for _ in range(4):
        page.evaluate(DRAWN)
        boxes = page.evaluate("explorer.timeline.labels()")
        assert [pair for pair in combinations(boxes, 2) if cover(*pair)] == []
        page.click("#timeline-closer")


def cover(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether two boxes overlap."""
    return (
        one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] < other["bottom"]
        and other["top"] < one["bottom"]
    )


@pytest.mark.parametrize(
    ("status", "precision", "expected"),
    [
        (Status.HAPPENED, Precision.DAY, "solid"),
        (Status.HAPPENED, Precision.MONTH, "hatched"),
        (Status.ALLEGED, Precision.DAY, "outlined"),
        (Status.DENIED, Precision.DAY, "outlined"),
    ],
)
def test_what_is_certain_looks_other_than_what_is_not(
    open_explorer: Open, status: Status, precision: Precision, expected: str
) -> None:
    """A day that is told as fact is solid, a month hatched, an allegation an outline."""
    span = DATED[0].when and DATED[0].when.span
    assert span
    shown = dataclasses.replace(
        DATED[0], status=status, when=dated(span, date(2025, 5, 14), precision), operation=None
    )
    far = dataclasses.replace(DATED[1], when=dated(span, date(2025, 2, 1), Precision.DAY), operation=None)
    opened = opened_timeline(open_explorer, only(GRAPH, shown, far))
    opened.page.evaluate("explorer.timeline.look(20215, 20245)")  # from 8 May 2025
    opened.page.evaluate(DRAWN)
    inked = opened.page.evaluate(INKED, shown.id)
    assert ("solid" if inked > 0.95 else "hatched" if inked > 0.1 else "outlined") == expected


INKED = """(id) => {
    const at = explorer.timeline.position(id);
    const canvas = document.querySelector("#timeline-lanes canvas");
    const x = at.x < 160 ? 700 : at.x;
    const { data } = canvas.getContext("2d").getImageData(x, at.y - 4, 14, 8);
    let dark = 0;
    for (let pixel = 0; pixel < data.length; pixel += 4) dark += data[pixel + 3] > 99 && data[pixel] < 225;
    return dark / (data.length / 4);
}"""
"""The share of a bar's inside that is inked; a month reaches beyond x 700, where no label stands."""


SPAN = DATED[0].when.span if DATED[0].when else Span("", 0, 0)
FAR = dataclasses.replace(DATED[1], when=dated(SPAN, date(2025, 2, 1), Precision.DAY), operation=None)


def told(when: EventWhen) -> Event:
    """An event of that date, told as fact."""
    return dataclasses.replace(DATED[0], status=Status.HAPPENED, when=when, operation=None)


def test_about_a_day_is_no_certain_day(open_explorer: Open) -> None:
    """It is hatched though its days are known."""
    when = dataclasses.replace(dated(SPAN, date(2025, 5, 14), Precision.DAY), edtf="2025-05-14~")
    opened = opened_timeline(open_explorer, only(GRAPH, told(when), FAR))
    opened.page.evaluate("explorer.timeline.look(20215, 20245)")
    opened.page.evaluate(DRAWN)
    assert 0.1 < opened.page.evaluate(INKED, DATED[0].id) < 0.9


def test_the_time_of_the_day_shows_where_it_is_known(open_explorer: Open) -> None:
    """From days on, the bar stands at its hour, with the hour before its label."""
    when = dataclasses.replace(dated(SPAN, date(2025, 5, 14), Precision.DAY), clock="15:00")
    opened = opened_timeline(open_explorer, only(GRAPH, told(when), FAR))
    opened.page.evaluate("explorer.timeline.look(20222, 20223)")  # 14 May 2025
    opened.page.evaluate(DRAWN)
    at = opened.page.evaluate("id => explorer.timeline.position(id)", DATED[0].id)
    width = opened.page.evaluate("document.querySelector('#timeline-lanes').clientWidth")
    assert at["x"] == pytest.approx(160 + (width - 160) * 15 / 24 + 4, abs=2)
    opened.page.focus(LANES)
    opened.page.keyboard.press("ArrowRight")
    assert "14 May 2025, 15:00" in opened.page.inner_text("#timeline-card")


@pytest.mark.parametrize(("open_end", "side"), [("begin", -1), ("end", 1)])
def test_an_open_end_fades_out(open_explorer: Open, open_end: str, side: int) -> None:
    """Beyond the last day that is known the ink grows thinner, and ends."""
    day = dated(SPAN, date(2025, 5, 14), Precision.DAY)
    when = (
        dataclasses.replace(day, begin=(None, None))
        if open_end == "begin"
        else dataclasses.replace(day, end=(None, None))
    )
    opened = opened_timeline(open_explorer, only(GRAPH, told(when), FAR))
    opened.page.evaluate("explorer.timeline.look(20215, 20245)")
    opened.page.evaluate(DRAWN)
    near, far, beyond = (opened.page.evaluate(STRENGTH, [DATED[0].id, side, away]) for away in (6, 24, 44))
    assert near > far > beyond == 0


STRENGTH = """([id, side, away]) => {
    const at = explorer.timeline.position(id);
    const { from, to } = explorer.timeline.view();
    const canvas = document.querySelector("#timeline-lanes canvas");
    const day = (canvas.clientWidth - 160) / (to - from);
    const x = side < 0 ? at.x - 4 - away : at.x - 4 + day + away;
    return canvas.getContext("2d").getImageData(x, at.y, 1, 1).data[3];
}"""
"""How strong the ink is so many pixels before or behind the bar of a day."""


def test_on_a_phone_it_is_folded_and_fits(open_explorer: Open) -> None:
    """It opens by a press, never scrolls sideways, and every control is large enough."""
    opened = opened_timeline(open_explorer, size=(320, 700))
    page = opened.page
    assert page.is_hidden("#timeline-body")
    page.click("#timeline-fold")
    page.evaluate(DRAWN)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = page.evaluate(
        """[...document.querySelectorAll("#timeline button, #timeline select")]
            .map(each => each.getBoundingClientRect())
            .filter(({ width, height }) => width && (width < 24 || height < 24)).length"""
    )
    assert small == 0


def test_without_a_date_there_is_no_timeline(open_explorer: Open) -> None:
    """Nothing to draw, nothing in the way."""
    undated = [dataclasses.replace(event, when=None) for event in GRAPH.events]
    opened = open_explorer(only(GRAPH, *undated))
    assert opened.page.is_hidden("#timeline")
    assert opened.complaints == []
