"""The table of events: what it shows, how it is sorted, and that it never gets long."""

from __future__ import annotations

import pytest

from generated import generated
from opened import Open, Opened
from samples import SAMPLE

pytestmark = pytest.mark.browser

ARREST = "arrest:aaaaaaaa"


def column(opened: Opened, name: str) -> list[str]:
    """The cells of a column, from the first row."""
    return opened.page.locator(f"#table tbody td.{name}").all_inner_texts()


def test_it_shows_each_event_in_the_order_of_time(open_explorer: Open) -> None:
    """Date, what, status, who, where, how many, sources."""
    opened = open_explorer(SAMPLE)
    opened.page.click("#tab-table")
    assert opened.page.locator("#table").is_visible()
    assert opened.page.locator("#network").is_hidden()
    heads = opened.page.locator("#table th").all_inner_texts()
    assert heads[1:] == ["Date", "What", "Status", "Who", "Where", "How many", "Sources"]
    assert column(opened, "date") == [
        "February 2024",
        "12 March 2024",
        "since April 2024",
        "undated",
        "undated",
    ]
    cells = opened.page.locator("#table tbody tr:nth-child(2) td").all_inner_texts()
    assert cells[1:] == [
        "12 March 2024",
        "At least 12 people arrested in Larnby",
        "Happened",
        "Port Authority Police, people",
        "Larnby",
        "at least 12 people",
        "Port police <end> a smuggling ring and 1 more",
    ]


@pytest.mark.parametrize(
    ("key", "cell", "first", "last_first"),
    [
        ("date", "date", "since April 2024", "since April 2024"),
        ("what", "what", "Alleged: 40 kg of cocaine smuggled", "Planned: Hearing"),
        ("status", "status", "Alleged", "Planned"),
        ("number", "number", "at least 12 people", "40 kg of cocaine"),
    ],
)
def test_heads_sort_and_say_so(open_explorer: Open, key: str, cell: str, first: str, last_first: str) -> None:
    """A second click turns the order; what is empty comes last either way."""
    opened = open_explorer(SAMPLE, fragment="?tab=table")
    head = opened.page.locator(f"#table th.{key}")
    head.locator("button").click()
    ascending = {"date": "descending"}.get(key, "ascending")
    assert head.get_attribute("aria-sort") == ascending
    assert column(opened, cell)[0] == first
    head.locator("button").click()
    assert head.get_attribute("aria-sort") != ascending
    if key != "date":
        assert column(opened, cell)[0] == last_first
    assert opened.page.locator("#table th[aria-sort=ascending], #table th[aria-sort=descending]").count() == 1


def test_a_row_opens_its_evidence_and_is_marked(open_explorer: Open) -> None:
    """The link selects as everywhere; the next key goes by the order of the table."""
    opened = open_explorer(SAMPLE, fragment="?tab=table&sort=what")
    page = opened.page
    page.click(f'#table tr[data-node="{ARREST}"] a')
    page.wait_for_selector("#panel blockquote")
    assert opened.fragment == ARREST
    assert page.locator("#table tr[aria-current]").get_attribute("data-node") == ARREST
    page.keyboard.press("]")
    assert opened.heading == "Mia Rowe found"


def test_a_screen_reader_gets_a_table(open_explorer: Open) -> None:
    """On a phone too, where the rows are drawn as cards."""
    for size in ((1440, 900), (360, 700)):
        opened = open_explorer(SAMPLE, fragment="?tab=table", size=size)
        table = opened.page.get_by_role("table", name="Events, with date")
        assert table.get_by_role("row").count() == 6
        assert table.get_by_role("columnheader").count() >= 7
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_it_is_turned_a_page_at_a_time(open_explorer: Open) -> None:
    """Of many events a hundred are drawn; a selection turns to its page."""
    opened = open_explorer(generated(250), fragment="?tab=table")
    page = opened.page
    assert page.locator("#table tbody tr").count() == 100
    assert page.inner_text(".pages [role=status]") == "1\N{EN DASH}100 of 250"
    page.click(".pages .next")
    page.click(".pages .next")
    assert page.locator("#table tbody tr").count() == 50
    last = page.locator("#table tbody tr").last.get_attribute("data-node")
    page.click(".pages .previous")
    page.evaluate("(id) => { location.hash = id + '?tab=table' }", last)
    page.wait_for_selector("#table tr[aria-current]")
    assert page.inner_text(".pages [role=status]") == "201\N{EN DASH}250 of 250"
    page.fill("#search", "varda")
    assert page.locator("#table tbody tr").count() <= 100


def test_it_follows_the_filters(open_explorer: Open) -> None:
    """The same events as in the list."""
    opened = open_explorer(SAMPLE, fragment="?tab=table&status=happened")
    assert column(opened, "status") == ["Alleged", "Planned"]
    opened.page.fill("#search", "nothing like this")
    assert opened.page.locator("#nothing").is_visible()
