"""The publication date of a document and the words that tell it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from eventgraph.model import Document, Span
from eventgraph.text.front import Front, FrontKind
from eventgraph.times import date_document, published_anchor
from eventgraph.vocabulary import PublishedBasis

FALLBACK = date(2001, 2, 3)


def front(text: str, kind: FrontKind, words: str) -> Front:
    """A front over the text up to the end of the words of its date."""
    start = text.index(words)
    return Front(kind, 0, start + len(words), (start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "kind", "words", "expected"),
    [
        ("date 2023-07-26 They met.", FrontKind.HEADER, "2023-07-26", "2023-07-26"),
        ("BOSTON, March 14, 2024 - They met.", FrontKind.DATELINE, "March 14, 2024", "2024-03-14"),
        ("By A. Roe | 14 March 2024", FrontKind.BYLINE, "14 March 2024", "2024-03-14"),
        ("BOSTON, March 14 - They met.", FrontKind.DATELINE, "March 14", None),
        ("BOSTON, March 14 - They met on May 3, 2024.", FrontKind.DATELINE, "March 14", None),
        ("BOSTON, March 14 - They met on Jan. 3, 2024.", FrontKind.DATELINE, "March 14", "2024-03-14"),
        ("BOSTON, March 14 - They met in 2012.", FrontKind.DATELINE, "March 14", None),
        ("BOSTON, Feb. 30 - They met on Jan. 3, 2024.", FrontKind.DATELINE, "Feb. 30", None),
        ("BOSTON, Monday - They met.", FrontKind.DATELINE, "Monday", None),
        ("They met. Updated March 14, 2024", FrontKind.FOOTER, "March 14, 2024", None),
    ],
)
def test_date_from_the_text(text: str, kind: FrontKind, words: str, expected: str | None) -> None:
    """A full date of a front counts; one without its year only where the text gives it."""
    document = Document(id="d", origin="a.txt", text=text)
    fronts = [front(text, kind, words)]
    dated = date_document(document, fronts)
    if expected is None:
        assert dated == document
        assert published_anchor(dated, fronts) is None
    else:
        assert dated.published == date.fromisoformat(expected)
        assert dated.published_basis is PublishedBasis(kind.value)
        start = text.index(words)
        assert published_anchor(dated, fronts) == Span("d", start, start + len(words))


def test_metadata_stays() -> None:
    """What the file's metadata says is not overruled, and has no words in the text."""
    document = Document(
        id="d",
        origin="a.html",
        text="date 2023-07-26",
        published=date(2020, 1, 1),
        published_basis=PublishedBasis.METADATA,
    )
    fronts = [front(document.text, FrontKind.HEADER, "2023-07-26")]
    assert date_document(document, fronts, FALLBACK) == document
    assert published_anchor(document, fronts) is None


def test_header_before_dateline_before_byline() -> None:
    """The most trusted front wins, wherever it stands."""
    text = "By A. Roe, May 1, 2024. BOSTON, May 2, 2024. date 2024-05-03"
    fronts = [
        front(text, FrontKind.BYLINE, "May 1, 2024"),
        front(text, FrontKind.DATELINE, "May 2, 2024"),
        front(text, FrontKind.HEADER, "2024-05-03"),
    ]
    document = Document(id="d", origin="a.txt", text=text)
    assert date_document(document, fronts).published == date(2024, 5, 3)
    assert date_document(document, fronts[:2]).published == date(2024, 5, 2)


def test_fallback_is_the_option() -> None:
    """Where the text tells nothing, the given date is taken and named as such."""
    document = Document(id="d", origin="a.txt", text="They met.")
    dated = date_document(document, [], FALLBACK)
    assert dated == replace(document, published=FALLBACK, published_basis=PublishedBasis.OPTION)
    assert published_anchor(dated, []) is None
