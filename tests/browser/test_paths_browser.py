"""Paths between two nodes: shortest, in time order, highlighted and told with dates and sentences."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from eventgraph.model import EventPlace, Graph, Participant
from eventgraph.vocabulary import PlaceBasis, PlaceRelation, Precision
from generated import dated, generated
from opened import Open, Opened, until
from samples import ENTITIES, LARNBY, POLICE, QUIST, SAMPLE

pytestmark = pytest.mark.browser

ARREST = "arrest:aaaaaaaa"


def chained(*days: date | None) -> Graph:
    """Names in a row, each joined with the next by one event on its day."""
    (arrest, *_) = SAMPLE.events
    names = [entity.id for entity in ENTITIES]
    events = []
    for number, day in enumerate(days):
        (first, second), mention = names[number : number + 2], arrest.mentions[0]
        span = mention.span
        events.append(
            dataclasses.replace(
                arrest,
                id=f"arrest:{number:08}",
                label=f"Link {number}",
                operation=None,
                when=dated(span, day, Precision.DAY) if day else None,
                participants=(
                    Participant(span.document, span.start, span.end, role="agent", text="x", entity=first),
                ),
                places=(
                    EventPlace(
                        *(span.document, span.start, span.end),
                        relation=PlaceRelation.IN,
                        basis=PlaceBasis.TEXT,
                        text="y",
                        entity=second,
                    ),
                ),
                related=(),
                claims=(),
            )
        )
    return dataclasses.replace(SAMPLE, events=tuple(events), relations=(), links=())


def path_to(opened: Opened, node: str) -> None:
    """Ask for a path and choose its other end in the graph."""
    opened.page.click(".actions button >> text=Path to")
    opened.page.click("#whole")
    opened.click_node(node)
    opened.page.wait_for_selector("#panel .options")


def stops(opened: Opened) -> list[str]:
    """The labels of the path in the panel."""
    return [str(text) for text in opened.page.locator("#panel .trail li > div > a").all_inner_texts()]


def test_a_path_is_listed_with_dates_and_sentences(open_explorer: Open) -> None:
    """From the place to the chief, over the arrest and the police."""
    opened = open_explorer(SAMPLE, fragment=LARNBY)
    path_to(opened, QUIST)
    assert opened.heading == "From Larnby to Ada Quist"
    assert stops(opened) == [
        "Larnby",
        "At least 12 people arrested in Larnby",
        "Port Authority Police",
        "Ada Quist",
    ]
    panel = opened.page.inner_text("#panel")
    assert "Path, 3 steps" in panel
    assert "12 March 2024" in panel
    assert "The Port Authority Police arrested" in panel
    assert opened.fragment == LARNBY
    opened.page.click("#panel .trail a >> text=Ada Quist")
    until(opened.page, "document.querySelector('#panel h2').textContent === 'Ada Quist'")


def test_the_other_end_can_be_searched(open_explorer: Open) -> None:
    """The list's link is the end of the path, not the new selection; so is the keyboard's Enter."""
    opened = open_explorer(SAMPLE, fragment=LARNBY)
    opened.page.click(".actions button >> text=Path to")
    assert "Choose the other end" in opened.page.inner_text(".hint")
    opened.page.click("#tab-names")
    opened.page.fill("#search", "quist")
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_selector("#panel .trail")
    assert opened.heading == "From Larnby to Ada Quist"
    opened.page.click("#panel .close")
    assert opened.heading == "Larnby"


def test_escape_leaves_the_choice_and_then_the_path(open_explorer: Open) -> None:
    """One step back each time; the selection stays."""
    opened = open_explorer(SAMPLE, fragment=LARNBY)
    opened.page.click(".actions button >> text=Path to")
    opened.page.keyboard.press("Escape")
    assert opened.page.locator(".hint").is_hidden()
    path_to(opened, QUIST)
    opened.page.keyboard.press("Escape")
    assert opened.heading == "Larnby"
    assert opened.fragment == LARNBY


@pytest.mark.parametrize(
    ("days", "timely"),
    [
        ((date(2024, 1, 1), date(2024, 1, 1), date(2024, 2, 1)), True),
        ((date(2024, 1, 1), date(2023, 12, 31), date(2024, 2, 1)), False),
        ((date(2024, 1, 1), None, date(2024, 2, 1)), False),
    ],
)
def test_time_may_not_go_back(open_explorer: Open, days: tuple[date | None, ...], timely: bool) -> None:  # noqa: FBT001
    """The same path is there without the order of time; turned round, time goes the other way."""
    names = [entity.id for entity in ENTITIES]
    opened = open_explorer(chained(*days), fragment=names[0])
    path_to(opened, names[3])
    assert [stop for stop in stops(opened) if stop.startswith("Link")] == ["Link 0", "Link 1", "Link 2"]
    opened.page.check("#panel .options input")
    assert (opened.page.locator("#panel .trail").count() == 1) == timely
    opened.page.click("text=Turn round")
    assert opened.page.locator("#panel .trail").count() == 0
    opened.page.uncheck("#panel .options input")
    assert len(stops(opened)) == 7


def test_bounds_decide_where_days_are_unknown(open_explorer: Open) -> None:
    """An event of a month fits before one in its middle, since it may have been before."""
    graph = chained(date(2024, 1, 20), date(2024, 1, 10))
    first, *others = graph.events
    month = dataclasses.replace(first, when=dated(first.mentions[0].span, date(2024, 1, 20), Precision.MONTH))
    names = [entity.id for entity in ENTITIES]
    opened = open_explorer(dataclasses.replace(graph, events=(month, *others)), fragment=names[0])
    path_to(opened, names[2])
    opened.page.check("#panel .options input")
    assert stops(opened)[1::2] == ["Link 0", "Link 1"]


def test_what_is_not_joined_is_told(open_explorer: Open) -> None:
    """No path: words, not silence."""
    opened = open_explorer(SAMPLE, fragment=POLICE)
    path_to(opened, "person:mia-rowe")
    assert "Nothing that is shown joins the two" in opened.page.inner_text("#panel")


def test_a_path_brings_in_what_the_overview_left_out(open_explorer: Open) -> None:
    """Every stop is in the picture."""
    opened = open_explorer(generated(1200), fragment="agency:coastal-police-3")
    opened.page.click(".actions button >> text=Path to")
    opened.page.click("#tab-names")
    opened.page.fill("#search", "varda bay 17")
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_selector("#panel .trail")
    links = opened.page.locator("#panel .trail li > div > a").evaluate_all(
        "links => links.map((a) => decodeURIComponent(a.hash.slice(1)))"
    )
    assert set(links) <= opened.visible()
    assert opened.complaints == []


def test_an_event_can_be_an_end(open_explorer: Open) -> None:
    """From the arrest to the chief: its agent's chief."""
    opened = open_explorer(SAMPLE, fragment=ARREST)
    path_to(opened, QUIST)
    assert stops(opened)[0] == "At least 12 people arrested in Larnby"
