"""Whole documents in the explorer: only when asked for, by paragraph, marked, protected people masked."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from eventgraph.errors import UsageError
from eventgraph.export import rendered
from eventgraph.export.explorer import render_explorer
from eventgraph.export.explorer_data import explorer_data
from eventgraph.export.explorer_texts import texts
from eventgraph.graph.protect import MASK, protect
from eventgraph.model import Graph
from samples import FIRST, HERON, LARNBY, POLICE, SAMPLE, SECOND

KEPT_BACK = "The lighthouse keeper never learned to whistle."
ARREST = "arrest:aaaaaaaa"


def longer(after: str, document: int = 0) -> Graph:
    """The sample with more words at the end of a document."""
    documents = list(SAMPLE.documents)
    documents[document] = dataclasses.replace(documents[document], text=documents[document].text + after)
    return dataclasses.replace(SAMPLE, documents=tuple(documents))


def words(paragraph: tuple[int, str, list[list[Any]]]) -> list[tuple[str, str, str]]:
    """The marked words of a paragraph with kind and node."""
    _, text, marks = paragraph
    return [(text[start:end], kind, (*node, "")[0]) for start, end, kind, _, *node in marks]


def test_a_sentence_that_is_no_evidence_stays_at_home_unless_asked_for() -> None:
    """Without the option nothing but evidence is in the file."""
    graph = longer(f"\n\n{KEPT_BACK}")
    assert KEPT_BACK not in render_explorer(graph)
    assert KEPT_BACK in render_explorer(graph, full_text=True)
    assert "texts" not in explorer_data(graph)


def test_everything_found_is_marked_and_leads_to_its_node() -> None:
    """Events, names, dates and numbers, each with what it leads to; a date of no event leads nowhere."""
    (first,) = texts(SAMPLE)[FIRST.id]
    assert words(first)[:7] == [
        ("Port Authority Police", "who", POLICE),
        ("arrested", "what", ARREST),
        ("at least 12", "number", ARREST),
        ("Larnby", "where", LARNBY),
        ("Tuesday", "when", ARREST),
        ("Operation Grey Heron", "what", HERON),
        ("Ada Quist", "who", "official:ada-quist"),
    ]
    bare = dataclasses.replace(SAMPLE, events=())
    assert ("Tuesday", "when", "") in words(texts(bare)[FIRST.id][0])


def test_protected_people_are_masked_in_whole_documents() -> None:
    """What is masked in quotes is masked in the text around them."""
    page = render_explorer(protect(SAMPLE), full_text=True)
    assert "Mia Rowe" not in page
    assert MASK in texts(protect(SAMPLE))[FIRST.id][0][1]


def test_paragraphs_are_kept_and_offsets_are_those_of_javascript() -> None:
    """Blank lines part paragraphs, single line ends stay; characters beyond the first plane count two."""
    graph = longer("\n\n🚢🚢 Second,\nstill second.\n \n\n  Third.")
    first, second, third = texts(graph)[FIRST.id]
    assert first[0] == 0
    assert (second[1], third[1]) == ("🚢🚢 Second,\nstill second.", "Third.")
    assert second[0] == len(FIRST.text) + 2
    assert third[0] == second[0] + len(second[1]) + 2 + len("\n \n\n  ")


def test_a_passage_tells_where_it_begins() -> None:
    """In the whole text, counted as its paragraphs are."""
    data = explorer_data(SAMPLE, full_text=True)
    for document, text, start in data["passages"]:
        whole = next(d.text for d in SAMPLE.documents if d.id == document)
        assert whole[start : start + len(text)] == text
    assert all(len(row) == 2 for row in explorer_data(SAMPLE)["passages"])


def test_a_copy_is_not_carried_twice() -> None:
    """A document that repeats another has no text of its own."""
    copy = dataclasses.replace(SECOND, duplicate_of=FIRST.id)
    assert SECOND.id not in texts(dataclasses.replace(SAMPLE, documents=(FIRST, copy)))


def test_only_the_page_holds_documents() -> None:
    """Other formats refuse the option."""
    assert KEPT_BACK in rendered(longer(KEPT_BACK), "html", full_text=True)
    with pytest.raises(UsageError, match="for html"):
        rendered(SAMPLE, "csv", full_text=True)
