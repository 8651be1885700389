"""What was done to the graph stands in the address: paths, folds, what is hidden, focused and moved."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from generated import generated
from opened import KEEP_COPIED, Open, Opened, until
from samples import LARNBY, POLICE, QUIST, SAMPLE

pytestmark = pytest.mark.browser

SMUGGLED = "trafficking:dddddddd"
COAST = "agency:coastal-police"


def press(opened: Opened, words: str) -> None:
    """Press a button of the selection's row."""
    opened.page.click(f".actions button >> text={words}")


def again(open_explorer: Open, opened: Opened, **how: object) -> Opened:
    """The same graph, opened by the address that the page has now."""
    assert opened.filters
    fragment = opened.page.evaluate("location.hash.slice(1)")
    return open_explorer(SAMPLE, fragment=fragment, **how)


def test_what_is_hidden_and_folded_is_there_again(open_explorer: Open) -> None:
    """By its address in another window; the two follow each other in the order in which they were done."""
    opened = open_explorer(SAMPLE, fragment=QUIST)
    press(opened, "Collapse")
    opened.page.evaluate(f"location.hash = '#{LARNBY}' + location.hash.slice(location.hash.indexOf('?'))")
    until(opened.page, "document.querySelector('#panel h2').textContent === 'Larnby'")
    press(opened, "Hide")
    assert opened.filters == f"did=fold~{QUIST},hide~{LARNBY}"
    assert not {SMUGGLED, LARNBY} & opened.visible()
    other = again(open_explorer, opened)
    assert other.visible() == opened.visible()
    assert other.page.locator("text=Show 1 hidden").is_visible()
    assert other.complaints == []


def test_back_undoes_what_was_done(open_explorer: Open) -> None:
    """Each deed is a step back, and forward again; expanding takes the place of folding."""
    opened = open_explorer(SAMPLE, fragment=QUIST)
    everything = opened.visible()
    press(opened, "Collapse")
    folded = opened.visible()
    press(opened, "Expand")
    assert opened.filters == f"did=open1~{QUIST}"
    opened.page.go_back()
    until(opened.page, f"!explorer.visible().includes('{SMUGGLED}')")
    assert opened.visible() == folded
    opened.page.go_back()
    until(opened.page, f"explorer.visible().includes('{SMUGGLED}')")
    assert opened.visible() == everything
    opened.page.go_forward()
    until(opened.page, f"!explorer.visible().includes('{SMUGGLED}')")
    assert opened.heading == "Ada Quist"


def test_a_focus_is_there_again_and_left_by_back(open_explorer: Open) -> None:
    """So is what was brought in beside it."""
    graph = generated(42)
    opened = open_explorer(graph, fragment=COAST)
    everything = opened.visible()
    press(opened, "Focus")
    focused = opened.visible()
    far = min(everything - focused)
    opened.page.evaluate(
        "(id) => document.querySelector(`[data-event='${id}'] a, [data-entity='${id}'] a`).click()", far
    )
    assert opened.visible() == focused | {far}
    opened.filters  # noqa: B018 (waits until the address is written)
    other = open_explorer(graph, fragment=opened.page.evaluate("location.hash.slice(1)"))
    assert other.visible() == focused | {far}
    opened.page.go_back()
    opened.page.go_back()
    until(opened.page, "(many) => explorer.visible().length === many", len(everything))


def test_what_was_moved_stands_there_again(open_explorer: Open) -> None:
    """As far from its own place; a pane of another shape, where that place is another, breaks nothing."""
    opened = open_explorer(SAMPLE)
    opened.click_node(POLICE)
    own = opened.where(POLICE)
    opened.page.focus("#network")
    for _ in range(3):
        opened.page.keyboard.press("Shift+ArrowDown")
    assert opened.filters.startswith(f"pins={POLICE}~0~")
    moved = opened.where(POLICE)
    opened.page.keyboard.press("Escape")
    opened.page.click("#whole")
    other = again(open_explorer, opened)
    assert other.where(POLICE) == pytest.approx(opened.where(POLICE), abs=1.5)
    assert moved[1] - own[1] == pytest.approx(72, abs=3)
    phone = again(open_explorer, opened, size=(390, 844))
    assert phone.visible() == opened.visible()
    assert phone.complaints == []


@pytest.mark.parametrize("order", ["", "~timely"])
def test_a_path_is_there_again(open_explorer: Open, order: str) -> None:
    """With its list in the panel and its order of time; Escape leaves it, back brings it again."""
    opened = open_explorer(SAMPLE, fragment=f"{LARNBY}?path={LARNBY}~{QUIST}{order}")
    assert opened.heading == "From Larnby to Ada Quist"
    assert opened.page.is_checked("#panel .options input") == bool(order)
    opened.page.keyboard.press("Escape")
    assert opened.heading == "Larnby"
    assert opened.filters == ""
    opened.page.go_back()
    until(opened.page, "document.querySelector('#panel h2').textContent.startsWith('From')")
    opened.page.click("#documents")
    opened.page.click("#panel .close")
    assert opened.heading == "From Larnby to Ada Quist"
    opened.page.click("#panel .trail a >> text=Ada Quist")
    until(opened.page, "document.querySelector('#panel h2').textContent === 'Ada Quist'")
    assert opened.filters == ""


def test_a_search_for_a_path_is_one_step_back(open_explorer: Open) -> None:
    """From the path to what was selected before."""
    opened = open_explorer(SAMPLE, fragment=LARNBY)
    press(opened, "Path to")
    opened.page.click("#tab-names")
    opened.page.click(f"#names a[href='#{QUIST}']")
    opened.page.wait_for_selector("#panel .trail")
    assert opened.filters == f"tab=names&path={LARNBY}~{QUIST}"
    opened.page.go_back()
    until(opened.page, "document.querySelector('#panel h2').textContent === 'Larnby'")


@pytest.mark.parametrize(
    "address",
    [
        "?did=hide~nobody:here,burn~X,fold~,open9~X,focus0~X,~,,&pins=X~1~2,X~a~b&path=X~Y&alone=maybe",
        f"?path={QUIST}~{QUIST}&did={QUIST}&pins={QUIST}~1e9~0,{QUIST}~999999~1,{QUIST}~NaN~0",
        f"?path={QUIST}~{LARNBY}~timely~more&namepins={QUIST}",
        "?did=%E0%A4%A&pins=%&path=%zz&alone=%00",
        quote("?did=hide~<img src=x onerror=broken=1>&path=<script>broken=2</script>", safe="?=&~"),
        "?__proto__=x&did=__proto__,constructor~toString&pins=hasOwnProperty~1~1",
        "x" * 100_000,
        f"?did={','.join(['hide~' + QUIST] * 6000)}",
        f"?{'did=&' * 30_000}",
        "%" * 50_000,
    ],
    ids=range(10),
)
def test_nothing_hostile_in_an_address_does_anything(open_explorer: Open, address: str) -> None:
    """Made-up ids, markup, broken codes, endless words: the page stands as it would without."""
    opened = open_explorer(SAMPLE, fragment=address)
    plain = open_explorer(SAMPLE)
    assert opened.visible() == plain.visible()
    assert opened.where(POLICE) == pytest.approx(plain.where(POLICE), abs=1)
    assert opened.page.locator("#panel .intro").is_visible()
    assert opened.page.evaluate("globalThis.broken") is None
    assert opened.violations == []
    assert opened.complaints == []


def test_a_link_that_grows_too_long_says_what_it_leaves_out(open_explorer: Open) -> None:
    """In a window; the back button still knows all of it."""
    opened = open_explorer(generated(500), fragment="?status=planned")
    opened.page.evaluate(KEEP_COPIED)
    opened.page.evaluate(
        """() => {
            const state = shelf.require("./state");
            const nodes = explorer.visible().slice(0, 400);
            state.set({ pins: new Set(nodes.map((id) => id + "~100~-100")) });
            state.set({ node: nodes[0] }, { push: true });
            state.set({ node: null }, { push: true });
        }"""
    )
    opened.page.click("#copy-link")
    assert "it leaves out what was moved" in opened.page.inner_text("dialog")
    assert opened.page.evaluate("copied.length") < 4200
    assert opened.page.evaluate("copied").endswith("?status=planned")
    opened.page.keyboard.press("Escape")
    opened.page.go_back()
    until(opened.page, "document.querySelector('#panel .close')")
    assert opened.page.evaluate("shelf.require('./state').get().pins.size") == 400
    assert opened.complaints == []


def test_names_alone_keep_their_own_folds_and_places(open_explorer: Open) -> None:
    """The other projection begins anew; back leads to the first with what was folded there."""
    opened = open_explorer(SAMPLE, fragment=QUIST)
    press(opened, "Collapse")
    folded = opened.visible()
    opened.page.click("#view-names")
    assert opened.filters == "graph=names"
    opened.page.focus("#network")
    opened.page.keyboard.press("Shift+ArrowDown")
    assert f"namepins={QUIST}~0~" in opened.filters
    opened.page.go_back()
    until(opened.page, "(many) => explorer.visible().length === many", len(folded))
    assert opened.visible() == folded
