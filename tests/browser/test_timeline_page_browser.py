"""``timeline.html`` in a browser: filters that only hide, no network, no script of others, for everyone."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from axe import violations
from eventgraph.export.timeline_page import write_timeline_page
from eventgraph.model import Graph
from generated import generated
from hostile_markup import ADDRESSES, HOSTILE
from opened import Open, Opened
from samples import FIRST, SAMPLE

pytestmark = pytest.mark.browser

ARREST, ALLEGED = "arrest:aaaaaaaa", "trafficking:dddddddd"
PHONE, NARROW = (390, 844), (320, 640)


def shown(opened: Opened) -> list[str]:
    """The ids of the events that are not hidden, in the order of the page."""
    found: list[str] = opened.page.locator(".entry:visible").evaluate_all("all => all.map(one => one.id)")
    return found


def settle(opened: Opened) -> None:
    """Wait until what was typed has been taken."""
    opened.page.wait_for_selector('#events[aria-busy="false"]')


def harmless(opened: Opened) -> bool:
    """Whether the page asked for nothing but itself, broke no policy and complained of nothing."""
    asked = [url for url in opened.requests if not url.startswith("data:")]
    return len(asked) == 1 and opened.violations == [] and opened.complaints == []


def test_it_opens_without_a_network(open_timeline: Open) -> None:
    """One request, for the file itself; all events are there, the years in the rail."""
    opened = open_timeline(SAMPLE)
    assert len(shown(opened)) == 5
    assert opened.page.locator(".years .name").all_inner_texts() == ["2024", "Undated"]
    assert opened.page.inner_text("#found") == "5 events"
    assert harmless(opened)


def test_without_scripts_it_is_the_plain_list(open_timeline: Open) -> None:
    """Every event can be read and no filter is shown that would not work."""
    opened = open_timeline(SAMPLE, script=False)
    assert opened.page.locator(".entry").count() == 5
    assert opened.page.locator(".entry").first.is_visible()
    assert not opened.page.locator("#filters").is_visible()


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("q=cocaine", [ALLEGED]),
        ("q=larnby detained", []),
        ("q=larnby suspect", [ARREST]),
        ("type=crime,justice", [ALLEGED, "hearing:eeeeeeee"]),
        ("status=alleged", [ALLEGED]),
        ("source=1", [ARREST, "hearing:eeeeeeee"]),
        ("from=2024-03-01", [ARREST, "hearing:eeeeeeee"]),
        ("to=2024-02-10", [ALLEGED]),
        ("from=2030-01-01", ["hearing:eeeeeeee"]),
        ("q=nowhere", []),
    ],
)
def test_the_address_holds_the_filters(fragment: str, expected: list[str], open_timeline: Open) -> None:
    """A link with filters shows what they leave; a month or an open end is kept where it could overlap."""
    opened = open_timeline(SAMPLE, fragment=fragment)
    assert shown(opened) == expected
    assert opened.page.locator("#nothing").is_visible() == (not expected)
    assert opened.page.inner_text("#found").startswith(f"{len(expected)} of 5 events")
    assert harmless(opened)


def test_clicking_and_typing(open_timeline: Open) -> None:
    """Chips, fields and search work together, say what is left, and are cleared at once."""
    opened = open_timeline(SAMPLE)
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("QUÍST")
    settle(opened)
    assert set(shown(opened)) == {ALLEGED}
    opened.page.click('.chip[data-family="enforcement"]')
    settle(opened)
    assert shown(opened) == []
    assert opened.fragment == "q=QUÍST&type=enforcement"
    opened.page.click("#clear")
    assert len(shown(opened)) == 5
    assert opened.fragment == ""
    opened.page.select_option("#status", "planned")
    opened.page.fill("#from", "2024-01-01")
    settle(opened)
    assert shown(opened) == ["hearing:eeeeeeee"]
    assert opened.page.inner_text("#found") == "1 of 5 events; 2 undated left out"
    assert opened.page.locator(".years li:visible").count() == 1
    assert harmless(opened)


def test_by_keyboard(open_timeline: Open) -> None:
    """The first stop leads past the filters; chips are switched with the space bar."""
    opened = open_timeline(SAMPLE)
    opened.page.keyboard.press("Tab")
    assert opened.page.evaluate("document.activeElement.textContent") == "Skip to the events"
    opened.page.keyboard.press("Tab")
    assert opened.page.evaluate("document.activeElement.id") == "search"
    opened.page.focus('.chip[data-family="crime"]')
    opened.page.keyboard.press("Space")
    settle(opened)
    assert shown(opened) == [ALLEGED]
    assert opened.page.get_attribute('.chip[data-family="crime"]', "aria-pressed") == "true"


def test_on_a_phone(open_timeline: Open) -> None:
    """The filters fold away, nothing is wider than the screen, and what is tapped is large enough."""
    for size in (PHONE, NARROW):
        opened = open_timeline(generated(60), size=size)
        assert not opened.page.locator("#choices").is_visible()
        opened.page.click("#more")
        assert opened.page.locator("#choices").is_visible()
        assert opened.page.evaluate("document.documentElement.scrollWidth") == size[0]
        small = opened.page.locator("button:visible, select:visible, input:visible, .years a").evaluate_all(
            "all => all.filter(one => one.getBoundingClientRect().height < 24).map(one => one.outerHTML)"
        )
        assert small == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("fragment", ["", "q=police", "q=nowhere", ARREST])
def test_axe_finds_nothing(fragment: str, scheme: str, open_timeline: Open) -> None:
    """No violation of WCAG 2.2 A or AA, in light and dark, whole, filtered, empty and with a target."""
    opened = open_timeline(SAMPLE, fragment=fragment, scheme=scheme)
    assert violations(opened.page) == []


def hostile() -> Graph:
    """Each hostile text as title, publisher and label, each address as that of a source."""
    (event,) = (event for event in SAMPLE.events if event.id == ARREST)
    texts = (*HOSTILE, *HOSTILE[: len(ADDRESSES)])
    documents = [
        dataclasses.replace(FIRST, id=f"{number:016}", title=words, publisher=words, url=url)
        for number, (words, url) in enumerate(zip(texts, ADDRESSES * len(texts), strict=False))
    ]
    events = [
        dataclasses.replace(
            event,
            id=f"arrest:{number:08}",
            label=document.title,
            mentions=(dataclasses.replace(event.mentions[0], document=document.id),),
        )
        for number, document in enumerate(documents)
    ]
    return dataclasses.replace(
        SAMPLE, title=" ".join(HOSTILE), documents=(*SAMPLE.documents, *documents), events=tuple(events)
    )


def test_hostile_text_is_shown(open_timeline: Open) -> None:
    """Nothing of it runs, nothing leads anywhere but to web pages, and the phone does not scroll sideways."""
    opened = open_timeline(hostile(), fragment="q=<script>", size=NARROW)
    assert len(shown(opened)) > 0
    opened.page.fill("#search", "' onmouseover=")
    opened.page.evaluate(
        "document.querySelectorAll('*').forEach((e) => e.dispatchEvent(new MouseEvent('mouseover')))"
    )
    settle(opened)
    assert opened.page.evaluate("globalThis.broken ?? null") is None
    assert opened.page.locator("script").count() == 1
    links = opened.page.locator(".cited a").evaluate_all("all => all.map((one) => one.protocol)")
    assert set(links) == {"https:"}
    assert opened.page.evaluate("document.documentElement.scrollWidth") == NARROW[0]
    assert harmless(opened)


def test_ten_thousand_events(open_file: Open, tmp_path: Path) -> None:
    """The page of 10,000 events opens, and a filter goes over all of them in a moment."""
    path = tmp_path / "big.html"
    few = generated(500)
    many = [
        dataclasses.replace(event, id=f"{event.id}{turn:02}") for turn in range(20) for event in few.events
    ]
    write_timeline_page(dataclasses.replace(few, events=tuple(many)), path)
    opened = open_file(path, patience=60_000)
    assert opened.page.inner_text("#found") == "10,000 events"
    opened.page.evaluate("location.hash = 'q=broker&status=alleged'")
    opened.page.locator("#found", has_text="of 10,000").wait_for()
    seconds = opened.page.evaluate(
        """() => {
            const before = performance.now();
            location.hash = 'type=crime';
            dispatchEvent(new HashChangeEvent('hashchange'));
            document.body.getBoundingClientRect();
            return (performance.now() - before) / 1000;
        }"""
    )
    assert seconds < 2
    assert harmless(opened)
