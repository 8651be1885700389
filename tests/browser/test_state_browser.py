"""What narrows the explorer, and the address that keeps it."""

from __future__ import annotations

import pytest

from generated import generated
from opened import KEEP_COPIED, Open, Opened, until
from samples import FIRST, POLICE, QUIST, SAMPLE, SECOND

pytestmark = pytest.mark.browser

ARREST, HEARING, FOUND = "arrest:aaaaaaaa", "hearing:eeeeeeee", "discovery:cccccccc"
SMUGGLED, HERON = "trafficking:dddddddd", "operation:bbbbbbbb"


def listed(opened: Opened) -> set[str]:
    """The events that the list shows."""
    rows = opened.page.locator("#events li:not([hidden])")
    return set(rows.evaluate_all("rows => rows.map(row => row.dataset.event)"))


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ("", {ARREST, HEARING, FOUND, SMUGGLED, HERON}),
        ("status=planned", {ARREST, FOUND, SMUGGLED, HERON}),
        ("status=planned,alleged,happened", set()),
        (f"source={SECOND.id}", {ARREST, HEARING}),
        ("source=by+Harbour+Post", {ARREST, FOUND, SMUGGLED, HERON}),
        ("source=with+HARBOUR+post", {ARREST, FOUND, SMUGGLED, HERON}),
        ("source=with+later.html", {ARREST, HEARING}),
        ("source=with+xyzzy", set()),
        ("disputed=yes", {ARREST}),
        ("from=2024-02-10&to=2024-02-20", {SMUGGLED}),
        ("from=2024-02-10&to=2024-02-20&mode=certain", set()),
        ("from=2024-02-01&to=2024-03-12&mode=certain", {SMUGGLED, ARREST}),
        ("from=2030-01-01", {HEARING}),
        ("from=2024-04-01&mode=certain", {HEARING}),
        ("to=2024-01-31", set()),
        ("off=event+crime", {ARREST, HEARING, FOUND, HERON}),
        (f"only=yes&starred={FOUND},{HEARING}", {HEARING, FOUND}),
        ("q=cocaine&status=planned", {SMUGGLED}),
    ],
)
def test_the_address_narrows_the_list(open_explorer: Open, filters: str, expected: set[str]) -> None:
    """Each filter by itself and some together; undated events are in no range of dates."""
    opened = open_explorer(SAMPLE, fragment=f"?{filters}")
    assert listed(opened) == expected
    assert opened.page.inner_text("#count-events") == str(len(expected))
    assert opened.complaints == []


@pytest.mark.parametrize(
    "address",
    [
        "nobody:at-all?status=made-up&source=elsewhere&from=2024-02-31&to=soon&mode=maybe&tab=secret",
        "?off=event+nothing,constructor&disputed=1&starred=arrest:none&sort=-price&graph=x&only=true",
        "?__proto__=1&constructor=2&q",
        "%E0%A4%A?q=%E0%A4%A",
    ],
)
def test_nothing_unknown_in_an_address_is_believed(open_explorer: Open, address: str) -> None:
    """Made-up ids and values come to nothing, and the page stands."""
    opened = open_explorer(SAMPLE, fragment=address)
    assert len(listed(opened)) == 5
    assert opened.page.locator("#panel .intro").is_visible()
    assert opened.page.locator("#clear").is_hidden()
    assert opened.complaints == []


def test_filters_are_set_by_hand_and_stand_in_the_address(open_explorer: Open) -> None:
    """Status, source, dates; the button counts them and clears all."""
    opened = open_explorer(SAMPLE, size=(1440, 900))
    page = opened.page
    page.click("#types")
    page.click(".chip.status.planned")
    assert page.get_attribute(".chip.status.planned", "aria-pressed") == "false"
    page.fill("#source", SECOND.origin)
    page.fill("[aria-label=From]", "2024-03-01")
    page.fill("[aria-label=To]", "2024-03-31")
    assert listed(opened) == {ARREST}
    assert opened.filters == f"status=planned&source={SECOND.id}&from=2024-03-01&to=2024-03-31"
    assert page.inner_text("#clear") == "Clear 4"
    page.click("#clear")
    assert len(listed(opened)) == 5
    assert opened.filters == ""
    assert page.input_value("#source") == ""
    assert page.locator("#clear").is_hidden()


def test_a_source_is_found_by_part_of_its_name(open_explorer: Open) -> None:
    """Typed in part, and told how many it is; one that the list offers is meant alone; Escape clears."""
    opened = open_explorer(SAMPLE, fragment=ARREST)
    page = opened.page
    page.click("#types")
    page.focus("#source")
    offered = page.locator("#sources option").evaluate_all("all => all.map((one) => one.value)")
    assert offered == [SECOND.origin, FIRST.title, "Harbour Post"]
    page.keyboard.type("harbour p")
    assert listed(opened) == {ARREST, FOUND, SMUGGLED, HERON}
    assert page.inner_text(".found") == "1 document"
    assert page.get_attribute(".found", "role") == "status"
    assert opened.filters == "source=with+harbour+p"
    page.fill("#source", "Harbour Post")
    assert opened.filters == "source=by+Harbour+Post"
    page.fill("#source", SECOND.origin)
    assert opened.filters == f"source={SECOND.id}"
    page.fill("#source", "nowhere at all")
    assert page.inner_text(".found") == "no documents"
    assert page.locator("#nothing").is_visible()
    page.keyboard.press("Escape")
    assert page.input_value("#source") == ""
    assert opened.fragment == ARREST
    assert len(listed(opened)) == 5
    page.evaluate("location.hash = '?source=with+later'")
    until(page, "document.getElementById('source').value === 'later'")


def test_counts_follow_the_other_filters(open_explorer: Open) -> None:
    """A type says what it would show; undated events that a range leaves out are counted."""
    opened = open_explorer(SAMPLE, fragment="?from=2024-02-01&to=2024-03-31")
    page = opened.page
    assert page.inner_text(".left-out") == "2 undated not shown"
    chips = dict(
        page.locator("#kinds .chip").evaluate_all(
            "all => all.map(c => [c.childNodes[1].data, c.lastChild.data || c.lastChild.textContent])"
        )
    )
    assert chips["Enforcement"] == "1"
    assert chips["Crime"] == "1"
    assert chips["Justice"] == "0"
    assert page.inner_text("#count-names") == str(page.locator("#names li:not([hidden])").count())


def test_selecting_keeps_the_filters_and_goes_back(open_explorer: Open) -> None:
    """A selection goes into the history with the filters of its time."""
    opened = open_explorer(SAMPLE, fragment="?status=planned")
    page = opened.page
    page.click(f'[data-event="{ARREST}"] a')
    assert opened.fragment == ARREST
    assert opened.filters == "status=planned"
    page.click("#panel dl a >> text=Port Authority Police")
    assert opened.fragment == POLICE
    page.go_back()
    until(page, f"location.hash.startsWith('#{ARREST}')")
    assert opened.heading == "At least 12 people arrested in Larnby"
    page.go_back()
    page.wait_for_selector("#panel .intro")
    assert HEARING not in listed(opened)


def test_typing_fills_no_history(open_explorer: Open) -> None:
    """Back after a search leads to what was before the selection, not letter by letter."""
    opened = open_explorer(SAMPLE, fragment=QUIST)
    opened.page.fill("#search", "cocaine")
    assert opened.filters == "q=cocaine"
    opened.page.click(f'[data-event="{SMUGGLED}"] a')
    opened.page.go_back()
    until(opened.page, "document.querySelector('#panel h2').textContent === 'Ada Quist'")
    assert opened.page.input_value("#search") == "cocaine"


def test_the_link_to_what_is_seen_is_copied(open_explorer: Open) -> None:
    """The whole address, with all that was chosen just now."""
    opened = open_explorer(SAMPLE, fragment=ARREST)
    page = opened.page
    page.evaluate(KEEP_COPIED)
    page.fill("#search", "heron")
    page.click("#copy-link")
    until(page, "globalThis.copied !== undefined")
    copied = page.evaluate("globalThis.copied")
    assert copied.startswith("file://")
    assert copied.endswith(f"#{ARREST}?q=heron")


def test_where_the_clipboard_is_closed_the_text_can_be_taken_by_hand(open_explorer: Open) -> None:
    """A window shows it, selected."""
    opened = open_explorer(SAMPLE, fragment="?disputed=yes")
    page = opened.page
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }")
    page.click("#copy-link")
    page.wait_for_selector("dialog textarea")
    chosen = page.evaluate("document.activeElement.value.slice(document.activeElement.selectionStart)")
    assert chosen.endswith("#?disputed=yes")
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog", state="detached")


def test_stars_stand_in_the_address(open_explorer: Open) -> None:
    """An event is starred in its panel, marked in the list, and the list narrowed to it."""
    opened = open_explorer(SAMPLE, fragment=ARREST)
    page = opened.page
    page.click("#panel [data-star]")
    assert page.inner_text("#panel [data-star]") == "★ Starred"
    assert opened.filters == f"starred={ARREST}"
    assert "starred" in (page.get_attribute(f'[data-event="{ARREST}"]', "class") or "")
    page.click("#types")
    page.click(".chip.switch >> text=Starred")
    assert listed(opened) == {ARREST}


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_has_all_filters_in_one_sheet(open_explorer: Open, width: int) -> None:
    """Folded at first; unfolded, with types and fields, nothing is wider than the screen or too small."""
    opened = open_explorer(SAMPLE, fragment="?disputed=yes", size=(width, 700))
    page = opened.page
    assert page.locator("#kinds").is_hidden()
    assert page.locator("#filters").is_hidden()
    page.click("#types")
    assert page.locator("#kinds").is_visible()
    assert page.locator("#source").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.locator(".tools :is(button, input, select)").evaluate_all(
        """all => all
            .filter(e => e.offsetParent && e.type !== "radio" && Math.min(e.offsetWidth, e.offsetHeight) < 24)
            .map(e => e.textContent)"""
    )
    assert small == []


def test_a_filter_answers_within_a_tenth_of_a_second(open_explorer: Open) -> None:
    """Five hundred events in lists, table and counts; the fastest of five. The graph follows."""
    opened = open_explorer(generated(500), fragment="?tab=table")
    spent = opened.page.evaluate(
        """() => {
            const state = shelf.require("./state");
            const times = [];
            for (let turn = 0; turn < 5; turn++) {
                const start = performance.now();
                state.set({ status: new Set(turn % 2 ? [] : ["happened"]), q: turn % 2 ? "" : "varda" });
                document.body.offsetHeight;
                times.push(performance.now() - start);
            }
            return Math.min(...times);
        }"""
    )
    assert spent <= 100


def test_what_is_printed_is_what_is_shown(open_explorer: Open) -> None:
    """The chronology of the filter, with sentences and sources, and how many it leaves out."""
    opened = open_explorer(SAMPLE, fragment="?status=planned,alleged")
    opened.page.emulate_media(media="print")
    opened.page.wait_for_selector("#print article")
    printed = opened.page.inner_text("#print")
    assert "3 of 5 events" in printed
    assert "The Port Authority Police arrested" in printed
    assert FIRST.title in printed
    assert "Hearing" not in printed
