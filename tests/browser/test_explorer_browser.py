"""The explorer in a browser: what a person clicks and types, and what must never happen."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from eventgraph.export.explorer import render_explorer
from eventgraph.model import Document, Graph
from generated import generated
from opened import WATCH, Open, until
from samples import FIRST, HERON, LARNBY, POLICE, QUIST, SAMPLE, SECOND

pytestmark = pytest.mark.browser

ARREST = "arrest:aaaaaaaa"
HOSTILE = (
    "<script>globalThis.broken=1</script>",
    "</script><script>globalThis.broken=2</script>",
    "<img src=x onerror=globalThis.broken=3>",
    '" onmouseover="globalThis.broken=4',
    "a title with href in it",
    "{{ 7 * 7 }}",
    "\u202eevil \u2066bidi\u2069",
    "line\u2028end",
    "👮🏽‍♀️ emoji",
    "W" * 10_000,
)


def test_it_opens_without_a_network(open_explorer: Open) -> None:
    """One request, for the file itself; no violation of the policy, no word on the console."""
    opened = open_explorer(SAMPLE)
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []
    assert len([url for url in opened.requests if url.startswith("file:")]) == 1
    assert opened.violations == []
    assert opened.complaints == []


def test_a_list_item_shows_its_sentence(open_explorer: Open) -> None:
    """Trigger, date, participants, place and number are marked with their labels; the source stands below."""
    opened = open_explorer(SAMPLE)
    opened.page.click(f'[data-event="{ARREST}"] a')
    quote = opened.page.locator("#panel blockquote").first
    assert quote.text_content() == FIRST.text[: FIRST.text.index(" Chief Ada")]
    marks = quote.locator("mark").evaluate_all(
        "marks => marks.map(mark => [mark.className, mark.textContent, mark.dataset.label])"
    )
    assert marks == [
        ["who", "Port Authority Police", "by"],
        ["what", "arrested", "arrest"],
        ["number", "at least 12", "number"],
        ["who", "people", "suspect"],
        ["where", "Larnby", "in"],
        ["when", "Tuesday", "when"],
    ]
    panel = opened.page.inner_text("#panel")
    assert "12 March 2024" in panel
    assert "reckoned from the publication date, 14 March 2024" in panel
    assert "Published 14 March 2024, from the dateline" in panel
    assert "harbour.txt" in panel
    assert "Where sources differ" in panel
    assert opened.fragment == ARREST


def test_a_node_in_the_graph_opens_the_panel_and_marks_the_list(open_explorer: Open) -> None:
    """A click on an event's shape selects it in the panel, the list and the address; the ground clears it."""
    opened = open_explorer(SAMPLE)
    opened.click_node(ARREST)
    opened.page.wait_for_selector("#panel blockquote")
    assert opened.heading == "At least 12 people arrested in Larnby"
    assert opened.page.locator("li[aria-current]").get_attribute("data-event") == ARREST
    assert opened.fragment == ARREST
    ground = opened.page.locator("#network").bounding_box()
    assert ground is not None
    opened.page.mouse.click(ground["x"] + ground["width"] - 20, ground["y"] + ground["height"] - 20)
    opened.page.wait_for_selector("#panel >> text=Every fact shows its sentence")
    assert opened.fragment == ""
    assert opened.page.locator("li[aria-current]").count() == 0


def test_a_click_on_the_graph_moves_nothing(open_explorer: Open) -> None:
    """The node that was clicked stays under the pointer, and so does all the rest."""
    opened = open_explorer(generated(42))
    places = "() => ['agency:coastal-police', 'location:varda-bay'].map(explorer.position)"
    before = opened.page.evaluate(places)
    opened.click_node("agency:coastal-police")
    opened.page.wait_for_selector("#panel blockquote")
    assert opened.heading == "Coastal Police"
    assert opened.page.evaluate(places) == before


def test_an_entity_shows_names_posts_and_events(open_explorer: Open) -> None:
    """Selected from the words of a quote."""
    opened = open_explorer(SAMPLE, fragment=ARREST)
    opened.page.click("#panel dl a >> text=Port Authority Police")
    opened.page.wait_for_selector("#panel >> text=Also called")
    panel = opened.page.inner_text("#panel")
    assert opened.fragment == POLICE
    assert "Also called Police" in panel
    assert "Chief, Ada Quist" in panel
    assert "At least 12 people arrested in Larnby" in panel
    assert "twice" in panel or "2 times in 2 documents" in panel


def test_an_operation_is_one_with_its_event(open_explorer: Open) -> None:
    """The list's event leads to the entity; its panel tells both."""
    opened = open_explorer(SAMPLE)
    opened.page.click('[data-event="operation:bbbbbbbb"] a')
    opened.page.wait_for_selector("#panel >> text=No date given")
    assert opened.fragment == HERON
    panel = opened.page.inner_text("#panel")
    assert panel.count("At least 12 people arrested in Larnby") == 1
    assert "part of it" in panel


def test_the_address_opens_what_it_names_and_back_goes_back(open_explorer: Open) -> None:
    """A link to a selection works; so does the back button; a made-up id selects nothing."""
    opened = open_explorer(SAMPLE, fragment=QUIST)
    assert opened.heading == "Ada Quist"
    opened.page.click(f'[data-event="{ARREST}"] a')
    opened.page.go_back()
    until(opened.page, "document.querySelector('#panel h2').textContent === 'Ada Quist'")
    opened.page.evaluate("location.hash = '#person:nobody'")
    opened.page.wait_for_selector("#panel .intro")


def test_search_narrows_lists_and_says_when_nothing_fits(open_explorer: Open) -> None:
    """Names, aliases, labels, dates and sentences are searched, whatever the case and accents."""
    opened = open_explorer(SAMPLE)
    page = opened.page
    page.fill("#search", "COCAÏNE")
    assert page.locator("#events li:visible").count() == 1
    assert page.inner_text("#count-events") == "1"
    page.fill("#search", "march 2024")
    assert page.locator("#events li:visible").get_attribute("data-event") == ARREST
    page.click("#tab-names")
    page.fill("#search", "larn")
    assert page.locator("#names li:visible").get_attribute("data-entity") == LARNBY
    page.fill("#search", "xyzzy")
    assert page.locator("#nothing").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#names li:visible").count() == 5


def test_types_are_switched_off_and_on(open_explorer: Open) -> None:
    """A chip of the legend hides its events in the list, and says so to all."""
    opened = open_explorer(SAMPLE)
    chip = opened.page.locator(".chip", has_text="Crime")
    chip.click()
    assert chip.get_attribute("aria-pressed") == "false"
    assert opened.page.locator('[data-event="trafficking:dddddddd"]').is_hidden()
    chip.click()
    assert opened.page.locator('[data-event="trafficking:dddddddd"]').is_visible()


def test_everything_can_be_done_with_the_keyboard(open_explorer: Open) -> None:
    """Search, list, next event, graph, evidence, and out again."""
    opened = open_explorer(SAMPLE)
    page = opened.page
    page.keyboard.press("/")
    page.keyboard.type("arrested")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    until(page, "document.querySelectorAll('#panel mark').length > 0")
    assert opened.fragment == ARREST
    page.focus("#search")
    page.keyboard.press("Escape")
    page.focus("#network")
    page.keyboard.press("]")
    assert opened.fragment == "hearing:eeeeeeee"
    page.keyboard.press("[")
    assert opened.fragment == ARREST
    page.keyboard.press("ArrowLeft")
    assert opened.fragment == POLICE
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    page.wait_for_selector("#panel .intro")


def test_tabs_follow_the_arrows(open_explorer: Open) -> None:
    """Events and names are two tabs of one list."""
    opened = open_explorer(SAMPLE)
    opened.page.focus("#tab-events")
    opened.page.keyboard.press("ArrowRight")
    assert opened.page.locator("#names").is_visible()
    assert opened.page.locator("#events").is_hidden()


@pytest.mark.parametrize("width", [320, 390, 720])
@pytest.mark.parametrize("fragment", ["", ARREST, POLICE])
def test_a_phone_never_scrolls_sideways(open_explorer: Open, width: int, fragment: str) -> None:
    """One column; nothing is wider than the screen."""
    opened = open_explorer(SAMPLE, fragment=fragment, size=(width, 640))
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    assert opened.page.locator("#events").is_visible()


def test_a_repeated_passage_is_told_once(open_explorer: Open) -> None:
    """The copy is named, not quoted again."""
    arrest = SAMPLE.events[0]
    told = (arrest.mentions[0], dataclasses.replace(arrest.mentions[1], repeat=True))
    events = (dataclasses.replace(arrest, mentions=told), *SAMPLE.events[1:])
    opened = open_explorer(dataclasses.replace(SAMPLE, events=events), fragment=ARREST)
    assert opened.page.locator("#panel .told blockquote").count() == 1
    assert "The same passage also stands in later.html" in " ".join(opened.page.inner_text("#panel").split())


def hostile(word: str) -> Graph:
    """The sample with a hostile word in every field that holds free text."""
    documents: tuple[Document, ...] = tuple(
        dataclasses.replace(
            document,
            title=word,
            publisher=word,
            origin=word,
            text=document.text + word,
            url=f"https://e.org/{word}",
        )
        for document in (FIRST, SECOND)
    )

    def spoil(thing: Any) -> Any:  # noqa: ANN401 (any value of the model)
        free = {"label", "name", "value", "text", "qualifier", "what", "because", "by", "key"}
        if isinstance(thing, tuple):
            return tuple(spoil(item) for item in thing)
        if not dataclasses.is_dataclass(thing) or isinstance(thing, type):
            return thing
        changes = {
            field.name: word
            if field.name in free and isinstance(getattr(thing, field.name), str)
            else spoil(getattr(thing, field.name))
            for field in dataclasses.fields(thing)
        }
        return dataclasses.replace(thing, **changes)

    spoilt: Graph = spoil(dataclasses.replace(SAMPLE, documents=(), title=""))
    entities = tuple(dataclasses.replace(entity, aliases=(word,)) for entity in spoilt.entities)
    return dataclasses.replace(spoilt, documents=documents, entities=entities, title=word)


@pytest.mark.parametrize("word", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_shown_and_never_run(open_explorer: Open, word: str) -> None:
    """Through every field: nothing runs, nothing is asked for, the words can be read, nothing overflows."""
    opened = open_explorer(hostile(word), size=(360, 640))
    page = opened.page
    for node in (ARREST, POLICE, HERON):
        page.evaluate("(id) => { location.hash = id }", node)
        until(page, "document.querySelector('#panel .close')")
        page.evaluate("document.querySelectorAll('#panel details').forEach((box) => { box.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    shown = [page.text_content("h1") or "", page.text_content("#panel h2") or ""]
    start = word.lstrip("\u202e")[:4]
    assert all(start in text for text in shown)
    assert page.evaluate("globalThis.broken") is None
    assert page.locator("main img, main script, [onmouseover], [onerror]").count() == 0
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []
    assert opened.violations == []
    assert opened.complaints == []


def test_the_policy_stops_what_escaping_would_not(browser: Any, tmp_path: Any) -> None:  # noqa: ANN401 (fixtures)
    """Markup planted in the finished page, as by a fault of ours, does not run and loads nothing."""
    planted = "<script>globalThis.broken = 1</script>"
    planted += "<img src='https://e.org/x.png' onerror='globalThis.broken = 2'>"
    path = tmp_path / "planted.html"
    path.write_text(render_explorer(SAMPLE).replace("<main>", planted + "<main>"), encoding="utf-8")
    context = browser.new_context(offline=True)
    try:
        page = context.new_page()
        page.add_init_script(WATCH)
        page.goto(f"file://{path}")
        until(page, "globalThis.violations.length >= 2")
        assert page.evaluate("globalThis.broken") is None
        assert page.locator("#events li").count() == 5
    finally:
        context.close()


def test_labels_do_not_cover_each_other(open_explorer: Open) -> None:
    """About sixty nodes above the timeline: every label that is drawn has room, and most names are."""
    opened = open_explorer(generated(42), size=(1440, 900))
    boxes = opened.page.evaluate("explorer.labels()")
    overlaps = [
        (a["id"], b["id"])
        for number, a in enumerate(boxes)
        for b in boxes[:number]
        if a["left"] < b["right"]
        and b["left"] < a["right"]
        and a["top"] < b["bottom"]
        and b["top"] < a["bottom"]
    ]
    assert overlaps == []
    names = {entity.id for entity in generated(42).entities}
    assert len(names & {box["id"] for box in boxes}) >= 0.9 * len(names)


def test_what_has_no_ties_is_counted_and_shown_on_demand(open_explorer: Open) -> None:
    """In a bigger graph, nodes without an edge are left out at first, but never in silence."""
    opened = open_explorer(generated(80))
    button = opened.page.locator("#alone")
    assert button.inner_text().startswith("Show ")
    fewer = opened.visible()
    button.click()
    assert button.inner_text().startswith("Hide ")
    more = opened.visible()
    assert "official:jun-mori-2" in more - fewer
    button.click()
    opened.page.evaluate("location.hash = '#official:jun-mori-2'")
    until(opened.page, "explorer.labels().some((box) => box.id === 'official:jun-mori-2')")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_five_hundred_events_open_and_answer(open_explorer: Open, scheme: str) -> None:
    """A big graph opens without complaint, and search and selection work."""
    opened = open_explorer(generated(500), scheme=scheme)
    opened.page.fill("#search", "varda bay")
    assert 0 < opened.page.locator("#events li:visible").count() < 500
    opened.page.locator("#events li:visible a").first.click()
    opened.page.wait_for_selector("#panel blockquote")
    assert opened.complaints == []


def test_print_is_the_chronology_with_sentences(open_explorer: Open) -> None:
    """On paper: each event with date, sentence and source, no graph."""
    opened = open_explorer(SAMPLE)
    opened.page.emulate_media(media="print")
    opened.page.wait_for_selector("#print article")
    printed = opened.page.inner_text("#print")
    assert "12 March 2024: At least 12 people arrested in Larnby" in printed
    assert "The Port Authority Police arrested" in printed
    assert opened.page.locator("#network").is_hidden()


def test_without_scripts_the_list_stands(browser: Any, open_explorer: Open, tmp_path: Any) -> None:  # noqa: ANN401 (fixtures)
    """Who switches JavaScript off still reads the dated events."""
    open_explorer(SAMPLE)
    context = browser.new_context(java_script_enabled=False, offline=True)
    try:
        page = context.new_page()
        page.goto(f"file://{tmp_path}/explorer0.html")
        assert page.locator("#events li").count() == 5
        assert "need JavaScript" in page.inner_text(".noscript")
    finally:
        context.close()
