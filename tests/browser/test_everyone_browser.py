"""The explorer for everyone: without mouse or sight, in the system's colours, large, still, in any script."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

import pytest

from eventgraph.model import Graph
from generated import generated
from opened import Open, Opened, until
from samples import LARNBY, POLICE, QUIST, SAMPLE

pytestmark = pytest.mark.browser

ARREST, HEARING = "arrest:aaaaaaaa", "hearing:eeeeeeee"
SENTENCE = "Port Authority Police"
FOCUSED = """() => {
  const at = document.activeElement;
  return at.closest("#panel") ? "panel" : at.id || at.textContent.trim().replace(/\\s+/g, " ");
}"""

# How far what is written stands out from the ground behind it, as WCAG reckons it.
CONTRAST = """(selector) => {
  const light = (colour) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
    const context = canvas.getContext("2d");
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data]
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = (part) => {
    const colour = getComputedStyle(part).backgroundColor;
    return /^rgba.* 0\\)$/.test(colour) && part.parentElement ? ground(part.parentElement) : colour;
  };
  return [...document.querySelectorAll(selector)].filter((part) => part.offsetParent).map((part) => {
    const both = [light(getComputedStyle(part).color), light(ground(part))].sort((a, b) => b - a);
    return (both[0] + 0.05) / (both[1] + 0.05);
  });
}"""


def focused(opened: Opened) -> str:
    """What has the focus: its id or words, "panel" for anything in it."""
    return str(opened.page.evaluate(FOCUSED))


# --- keyboard -------------------------------------------------------------------------------


def test_the_skip_links_lead_to_every_pane(open_explorer: Open) -> None:
    """The first four stops; each takes the focus to a pane."""
    opened = open_explorer(generated(42))
    page = opened.page
    for number, pane in enumerate(["chronicle", "network", "panel", "timeline-fold"], start=1):
        page.evaluate("document.activeElement.blur()")
        page.evaluate("document.body.tabIndex = -1; document.body.focus()")
        for _ in range(number):
            page.keyboard.press("Tab")
        assert page.locator(".skips").bounding_box()["x"] >= 0  # type: ignore[index]
        page.keyboard.press("Enter")
        assert focused(opened) == pane
    assert opened.fragment == ""


def test_one_reads_without_a_mouse(open_explorer: Open) -> None:
    """From the list into the evidence, on to a name in it and back to the list; the focus is never lost."""
    opened = open_explorer(SAMPLE)
    page = opened.page
    page.focus(f'[data-event="{ARREST}"] a')
    page.keyboard.press("Enter")
    until(page, "document.querySelectorAll('#panel mark').length > 0")
    assert focused(opened).endswith("Larnby 2 sources")
    page.keyboard.press("Enter")
    assert focused(opened) == "panel"
    page.focus(f'#panel dl a[href="#{POLICE}"]')
    page.keyboard.press("Enter")
    until(page, "document.querySelector('#panel h2').textContent === 'Port Authority Police'")
    assert focused(opened) == "panel"
    page.go_back()
    until(page, "document.querySelector('#panel h2').textContent.startsWith('At least 12')")
    assert focused(opened) == "panel"
    page.keyboard.press("Escape")
    assert focused(opened).endswith("Larnby 2 sources")
    assert opened.fragment == ""


def test_the_focus_outlives_the_button_that_was_pressed(open_explorer: Open) -> None:
    """Hide, bring back, focus, leave it: the graph has it then."""
    opened = open_explorer(SAMPLE, fragment=LARNBY)
    page = opened.page
    for button in (".actions button >> text=Hide", "text=Show 1 hidden"):
        page.focus(button)
        page.keyboard.press("Enter")
        assert focused(opened) == "network"
    page.evaluate(f"location.hash = '#{QUIST}'")
    until(page, "document.querySelector('#panel h2').textContent === 'Ada Quist'")
    for button in (".actions button >> text=Focus", "text=Leave the focus"):
        page.focus(button)
        page.keyboard.press("Enter")
    assert focused(opened) == "network"


def test_a_path_is_found_without_a_mouse(open_explorer: Open) -> None:
    """Both ends by the keyboard; its list takes the focus, Escape gives it back."""
    opened = open_explorer(SAMPLE, fragment=LARNBY)
    page = opened.page
    page.focus(".actions button >> text=Path to")
    page.keyboard.press("Enter")
    page.keyboard.press("/")
    page.keyboard.type("quist")
    page.focus("#tab-events")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel .trail")
    assert "Path" in page.inner_text("#status")


def test_single_keys_can_be_switched_off(open_explorer: Open) -> None:
    """For those who speak to the computer; all else still works."""
    opened = open_explorer(SAMPLE)
    page = opened.page
    page.uncheck("#panel .keys input")
    page.keyboard.press("]")
    page.keyboard.press("/")
    assert opened.fragment == ""
    assert focused(opened) == "panel"
    page.check("#panel .keys input")
    page.keyboard.press("]")
    assert opened.fragment != ""


# --- screen reader --------------------------------------------------------------------------


def test_what_a_screen_reader_hears(open_explorer: Open) -> None:
    """Landmarks with names, headings in order, rows that tell date and event, evidence with its source."""
    opened = open_explorer(SAMPLE, fragment=ARREST)
    heard = opened.page.locator("body").aria_snapshot()
    for words in (
        "- banner:",
        "- search:",
        '- region "Events and names":',
        '- region "Graph":',
        'complementary "Evidence: At least 12 people arrested in Larnby"',
        '- region "Timeline":',
        '- heading "At least 12 people arrested in Larnby" [level=2]',
        '- link "12 March 2024 At least 12 people arrested in Larnby 2 sources"',
        '- button "Timeline" [expanded]',
        '- slider "From"',
        "- blockquote:",
        "Selected: At least 12 people arrested in Larnby, enforcement, ",
    ):
        assert words in heard
    assert not {"\u2304", "\u203a"} & set(heard)
    current = opened.page.locator(".list a[aria-current=true]")
    assert current.count() == 1
    levels = opened.page.locator("h1, h2, h3").evaluate_all(
        "all => all.filter((one) => one.offsetParent).map((one) => Number(one.tagName[1]))"
    )
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_walking_the_graph_is_told(open_explorer: Open) -> None:
    """Each step by the arrows says what it came to."""
    opened = open_explorer(SAMPLE, fragment=ARREST)
    opened.page.focus("#network")
    opened.page.keyboard.press("ArrowLeft")
    assert opened.page.inner_text("#status").startswith("Selected: Port Authority Police, agency, ")


# --- colours of the system ------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_lost_in_forced_colours(open_explorer: Open, scheme: str) -> None:
    """All words stand out; what is chosen, marked or alleged is told by lines; so is it in the graph."""
    opened = open_explorer(SAMPLE, fragment=ARREST, scheme=f"forced {scheme}")
    page = opened.page
    written = page.evaluate(
        CONTRAST, "mark, .list a, .chip, .tabs button, .switch button, .deed, #panel dd, .key span"
    )
    assert len(written) > 20
    assert min(written) >= 4.5
    outlined = page.evaluate(
        "() => getComputedStyle(document.querySelector('.list li[aria-current] > a')).outlineStyle"
    )
    assert outlined == "solid"
    grounds = page.locator(".tabs button").evaluate_all(
        "all => all.map((one) => getComputedStyle(one).borderBottomColor)"
    )
    assert len(set(grounds)) == 2
    bullets = page.locator(".list:not([hidden]) li > a").evaluate_all(
        "all => all.map((one) => getComputedStyle(one, '::before').backgroundColor)"
    )
    assert len(set(bullets)) == 2
    inks = page.evaluate(
        """() => {
            const canvas = document.querySelector("#network canvas");
            const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
            let coloured = 0;
            for (let at = 0; at < data.length; at += 4) {
              const parts = data.slice(at, at + 3);
              if (data[at + 3] > 250 && Math.max(...parts) - Math.min(...parts) > 150) coloured++;
            }
            return coloured;
        }"""
    )
    assert inks < 400


def test_a_picture_has_its_own_colours(open_explorer: Open) -> None:
    """What is saved for others does not name the colours of this system."""
    opened = open_explorer(SAMPLE, scheme="forced light")
    opened.page.click("#export")
    with opened.page.expect_download() as saving:
        opened.page.click("#exports button >> text=SVG")
    text = saving.value.path().read_text(encoding="utf-8")
    assert "CanvasText" not in text
    assert "#" in text


# --- large, small, still --------------------------------------------------------------------


@pytest.mark.parametrize("size", [(720, 450), (640, 400), (320, 256), (320, 640), (900, 700), (1024, 768)])
def test_enlarged_twice_or_four_times_all_can_be_read(open_explorer: Open, size: tuple[int, int]) -> None:
    """As in a window of a half or a quarter: none scrolls sideways; evidence has most of it, and closes."""
    opened = open_explorer(SAMPLE, fragment=ARREST, size=size)
    page = opened.page
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    panel = page.locator("#panel").bounding_box()
    assert panel is not None
    assert panel["height"] >= min(190, size[1] * 0.5)
    page.locator("#panel figure").last.scroll_into_view_if_needed()
    page.click("#panel .close")
    assert page.locator("#panel .intro").count() == 1
    tabs = page.locator(".tabs button").evaluate_all(
        """all => {
            const end = (part) => part.getBoundingClientRect().right;
            return all.map((one) => end(one) <= end(one.closest(".chronicle")));
        }"""
    )
    assert all(tabs)


def test_nothing_moves_for_those_who_want_it_still(open_explorer: Open) -> None:
    """The graph is where it will be at once, and no rule of style moves anything."""
    opened = open_explorer(SAMPLE)
    opened.page.click("#closer")
    opened.page.evaluate("document.getElementById('whole').click()")
    first = opened.where(POLICE)
    opened.page.wait_for_timeout(350)
    assert opened.where(POLICE) == first
    moving = opened.page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((one) => {
            const style = getComputedStyle(one);
            return parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0;
        }).length"""
    )
    assert moving == 0


# --- any script -----------------------------------------------------------------------------


def leftwards() -> Graph:
    """The sample with names from right to left, with brackets, numbers and points at their ends."""
    names = {POLICE: "شرطة (الميناء) 12!", QUIST: "אדה קויסט (מפקדת)", LARNBY: "لارنبي"}
    entities = tuple(
        dataclasses.replace(entity, name=names.get(entity.id, entity.name)) for entity in SAMPLE.entities
    )
    events = tuple(
        dataclasses.replace(event, label="اعتقال 12 شخصًا (على الأقل)!") if event.id == ARREST else event
        for event in SAMPLE.events
    )
    return dataclasses.replace(SAMPLE, entities=entities, events=events, title="ملفات (2024)")


@pytest.mark.parametrize("size", [(1280, 800), (320, 640)])
def test_names_from_right_to_left_disturb_nothing(open_explorer: Open, size: tuple[int, int]) -> None:
    """Each within its own bounds: dates and counts beside them keep their place; so do labels."""
    opened = open_explorer(leftwards(), fragment=ARREST, size=size)
    page = opened.page
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    for place in ("h1 bdi", "#panel h2 bdi", f'[data-event="{ARREST}"] bdi', "#panel dd bdi"):
        assert page.locator(place).first.evaluate("one => getComputedStyle(one).direction") == "rtl"
    row = page.locator(f'[data-event="{ARREST}"]')
    sides = row.evaluate(
        """(one) => {
            const range = document.createRange();
            return [".when", ".label", ".aside"].map((part) => {
              range.selectNodeContents(one.querySelector(part));
              return range.getBoundingClientRect().left;
            });
        }"""
    )
    assert max(sides) - min(sides) < 3
    drawn = page.evaluate(
        """() => {
            const told = [];
            const own = CanvasRenderingContext2D.prototype.fillText;
            CanvasRenderingContext2D.prototype.fillText = function (words, ...place) {
              told.push([words, this.direction]);
              return own.call(this, words, ...place);
            };
            document.getElementById("whole").click();
            CanvasRenderingContext2D.prototype.fillText = own;
            return told;
        }"""
    )
    ways = {words: way for words, way in drawn if isinstance(words, str)}
    assert all(way == ("rtl" if words[0] > "\u0590" else "ltr") for words, way in ways.items())
    assert opened.complaints == []
