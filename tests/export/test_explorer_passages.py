"""The sentences that travel, and the marks on them in UTF-16 units."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.export.explorer_passages import Mark, Passages, cut_around, marks_within, nested, utf16_offset
from eventgraph.model import Document, Graph, Span
from samples import FIRST, SAMPLE, at


@given(st.text(), st.integers(0, 20))
def test_offsets_count_as_javascript_counts(text: str, offset: int) -> None:
    """An offset is the number of UTF-16 code units before it."""
    offset = min(offset, len(text))
    assert utf16_offset(text, offset) == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def test_marks_on_emoji_hold_their_words() -> None:
    """Characters beyond the first plane before a mark and within it move its ends."""
    text = "👮 Police 🚓 arrested 12."
    document = Document(id="d", origin="d.txt", text=text)
    passages = Passages(Graph(documents=(document,)))
    start = text.index("🚓")
    number, rows = passages.quote(
        Span("d", 0, len(text)), [Mark(Span("d", start, start + len("🚓 arrested")), "what", "arrest")]
    )
    units = text.encode("utf-16-le")
    assert number == 0
    assert units[2 * rows[0][0] : 2 * rows[0][1]].decode("utf-16-le") == "🚓 arrested"  # type: ignore[index]


@pytest.mark.parametrize(
    ("spans", "kept"),
    [
        ([(0, 5), (5, 9)], [(0, 5), (5, 9)]),
        ([(2, 4), (0, 9)], [(0, 9), (2, 4)]),
        ([(0, 5), (3, 9)], [(0, 5)]),
        ([(0, 5), (0, 5)], [(0, 5)]),
        ([(0, 9), (1, 4), (3, 6), (5, 9)], [(0, 9), (1, 4), (5, 9)]),
        ([(3, 3)], []),
    ],
)
def test_marks_nest_and_never_cross(spans: list[tuple[int, int]], kept: list[tuple[int, int]]) -> None:
    """In order, the wider first; the second for the same words and one that crosses are left out."""
    marks = [Mark(Span("d", *span), "who", "") for span in spans]
    assert [(mark.span.start, mark.span.end) for mark in nested(marks)] == kept


def test_the_first_of_two_marks_for_the_same_words_stays() -> None:
    """The order in which marks are given says which is the more telling."""
    marks = [Mark(Span("d", 0, 5), kind, "") for kind in ("what", "who")]
    assert [mark.kind for mark in nested(marks)] == ["what"]


@pytest.mark.parametrize(
    ("text", "word", "passage"),
    [
        ("It rained. Ada Quist spoke there. It stopped.", "Ada", "Ada Quist spoke there."),
        ("Then Lt. Ada Quist spoke there. End of it.", "Quist", "Then Lt. Ada Quist spoke there."),
        ("So U.S. Attorney Joe Roe spoke.", "Roe", "So U.S. Attorney Joe Roe spoke."),
        ("So Supt. Ada Quist spoke.", "Quist", "So Supt. Ada Quist spoke."),
        ("He won. Ada left.", "Ada", "Ada left."),
        ("A heading\n\nAda spoke", "Ada", "Ada spoke"),
        ("He said “it ended.” Ada left.", "Ada", "Ada left."),
    ],
)
def test_a_passage_is_cut_at_the_sentence(text: str, word: str, passage: str) -> None:
    """Words that stand in no evidence sentence show the sentence around them; titles do not end one."""
    start = text.index(word)
    cut = cut_around(text, Span("d", start, start + len(word)))
    assert text[cut.start : cut.end] == passage


@given(st.text(alphabet="ab .\n", max_size=1500), st.data())
def test_a_cut_holds_its_words(text: str, data: st.DataObject) -> None:
    """However a text goes, the passage holds the words, lies in the text and stays short."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 20)))
    cut = cut_around(text, Span("d", start, end))
    assert 0 <= cut.start <= start <= end <= cut.end <= len(text)
    assert cut.end - cut.start <= 2 * 240 + 20


def test_an_evidence_sentence_is_used_where_there_is_one() -> None:
    """Each sentence travels once, whoever asks for it."""
    passages = Passages(SAMPLE)
    place, agency = (Span(*at(FIRST, words)) for words in ("Larnby", "Port Authority Police"))
    assert passages.around(place) == passages.around(agency)
    assert passages.number(passages.around(place)) == passages.number(passages.around(agency)) == 0
    assert passages.rows == [(FIRST.id, FIRST.text[: FIRST.text.index(" Chief Ada")])]


def test_only_asked_sentences_travel() -> None:
    """A document that nobody quotes stays at home."""
    secret = dataclasses.replace(FIRST, id="9999999999999999", text="Nobody quotes this.")
    assert Passages(dataclasses.replace(SAMPLE, documents=(*SAMPLE.documents, secret))).rows == []


def test_marks_are_found_by_their_sentence() -> None:
    """Each sentence has the marks within it, of its own document, and none that crosses its end."""
    spans = [("a", 3, 5), ("a", 0, 9), ("a", 8, 12), ("a", 20, 24), ("b", 3, 5), ("a", 10, 10)]
    marks = [Mark(Span(*span), "role", "who") for span in spans]
    sentences = [Span("a", 0, 10), Span("a", 20, 30), Span("b", 0, 10), Span("c", 0, 10)]
    found = marks_within(marks, sentences)
    assert {sentence: set(held) for sentence, held in found.items()} == {
        sentence: {mark for mark in marks if sentence.contains(mark.span)} for sentence in sentences
    }
    assert [len(found[sentence]) for sentence in sentences] == [3, 1, 1, 0]
