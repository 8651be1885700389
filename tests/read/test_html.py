"""Web pages: the article and what the page says about it."""

from __future__ import annotations

from datetime import date

import pytest

from eventgraph.read.html import read_html
from eventgraph.read.records import Flaw, Record

ARTICLE = (
    "<nav><a href='/'>Home</a> <a href='/n'>News</a></nav><article><h1>Two held in Larnby</h1>"
    "<p>Police in Larnby arrested José Núñez and a second man on Tuesday.</p>"
    "<p>The raid was over by noon, Chief Ada Quist said.</p></article>"
    "<footer>Copyright 2019 Larnby Post</footer>"
)
DAY = date(2024, 3, 14)


def page(head: str, body: str = ARTICLE) -> str:
    """A page with this in its head."""
    return f"<!doctype html><html><head><title>Two held</title>{head}</head><body>{body}</body></html>"


def only(html: str, encoding: str = "utf-8") -> Record:
    """The one record of a page."""
    (record,) = read_html(html.encode(encoding))
    assert isinstance(record, Record)
    return record


def test_article_without_what_surrounds_it() -> None:
    """The paragraphs are lines of the text; menus and footers are not in it."""
    record = only(
        page(
            '<meta property="og:site_name" content="Larnby Post">'
            '<link rel="canonical" href="https://larnby.example/two-held">'
            '<meta property="article:published_time" content="2024-03-14T08:00:00Z">'
        )
    )
    assert record.text.splitlines()[-2:] == [
        "Police in Larnby arrested José Núñez and a second man on Tuesday.",
        "The raid was over by noon, Chief Ada Quist said.",
    ]
    assert "Home" not in record.text
    assert "Copyright" not in record.text
    assert "Two held" in record.title
    assert (record.publisher, record.url) == ("Larnby Post", "https://larnby.example/two-held")
    assert (record.published, record.mark) == (DAY, "")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta name="date" content="2024-03-14">', DAY),
        ('<meta name="date" content="March 14, 2024">', DAY),
        ('<meta property="article:published_time" content="2024-03">', None),
        ('<meta name="date" content="March 2024">', None),
        ('<meta name="date" content="2024">', None),
        ("", None),
    ],
)
def test_only_a_day_that_is_written_counts(head: str, day: date | None) -> None:
    """No day is made of a month, a year or the copyright line."""
    assert only(page(head)).published == day


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ('<meta charset="iso-8859-1">', "latin-1"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
        ("", "latin-1"),
        ('<meta charset="utf-8">', "latin-1"),
        ('<meta charset="utf-8">', "utf-16"),
    ],
)
def test_encoding(declaration: str, encoding: str) -> None:
    """A page is decoded as it declares, or as it is where it declares wrongly or nothing."""
    assert "José Núñez" in only(page(declaration), encoding).text


@pytest.mark.parametrize("sign", ["\a", "&#7;", "&#x1F;", "&#0;", "&#xD800;"])
def test_stray_signs_do_not_lose_a_page(sign: str) -> None:
    """A control character or half a surrogate pair costs itself, not the page."""
    text = only(page("", ARTICLE.replace("second", f"second {sign}"))).text
    assert "and a second" in text
    text.encode()


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "plain",
        "<p>",
        page("", "<nav><a href='/'>Home</a></nav><div>Log in. Sign up</div>"),
        "<" * 5000,
        "<div>" * 5000,
    ],
)
def test_page_without_an_article(html: str, caplog: pytest.LogCaptureFixture) -> None:
    """Menus, fragments and broken pages are reported as holding no article, and nowhere else."""
    assert list(read_html(html.encode())) == [Flaw("no article in this page")]
    assert not caplog.records


def test_tables_are_rows_between_bars() -> None:
    """A table is kept, row by row; a single cell only lays out the page, and of those prose is kept."""
    table = (
        "<table><tr><th>Date</th><th>City</th><th>Arrests</th></tr>"
        "<tr><td>3 May 2024</td><td>Larnby</td><td>12</td></tr></table>"
    )
    layout = "<table><tr><td><p>Two men in the harbour were held as well, he said.</p></td></tr></table>"
    box = "<table><tr><td>Share</td></tr></table>"
    text = only(page("", ARTICLE.replace("</article>", f"{table}{layout}{box}</article>"))).text
    lines = [line.strip() for line in text.splitlines()]
    assert lines[-4:] == [
        "| Date | City | Arrests |",
        "|---|---|---|",
        "| 3 May 2024 | Larnby | 12 |",
        "Two men in the harbour were held as well, he said.",
    ]
