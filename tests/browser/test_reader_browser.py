"""Whole documents in the panel, and the list of all documents."""

from __future__ import annotations

import dataclasses

import pytest

from eventgraph.model import Graph
from opened import Open
from samples import FIRST, POLICE, SAMPLE, SECOND

pytestmark = pytest.mark.browser

ARREST = "arrest:aaaaaaaa"


def in_paragraphs() -> Graph:
    """The sample, its first document with two more paragraphs."""
    more = dataclasses.replace(FIRST, text=FIRST.text + "\n\nThe harbour was quiet.\n\nNobody whistled.")
    return dataclasses.replace(SAMPLE, documents=(more, SECOND))


def test_a_quote_opens_its_document(open_explorer: Open) -> None:
    """All paragraphs are there, that of the quote is marked, what was found leads to its node."""
    opened = open_explorer(in_paragraphs(), fragment=ARREST, full_text=True)
    opened.page.click("#panel .evidence .read >> nth=0")
    opened.page.wait_for_selector("#panel .document")
    assert opened.heading == "Port police <end> a smuggling ring"
    paragraphs = opened.page.locator("#panel .document p")
    assert paragraphs.count() == 3
    assert paragraphs.nth(1).inner_text() == "The harbour was quiet."
    assert opened.page.locator("#panel .document p.here").count() == 1
    assert "arrested" in opened.page.inner_text("#panel .document p.here")
    assert opened.page.evaluate("document.activeElement.id") == "panel"
    opened.page.click("#panel .document a.marked >> text=Port Authority Police")
    opened.page.wait_for_selector("#panel >> text=Also called")
    assert opened.fragment == POLICE


def test_a_date_in_a_document_leads_to_its_event(open_explorer: Open) -> None:
    """Tuesday is the day of the arrest."""
    opened = open_explorer(in_paragraphs(), full_text=True)
    opened.page.click("#documents")
    opened.page.click("#panel .sources .read >> nth=1")
    opened.page.click("#panel .document a.marked >> text=Tuesday")
    opened.page.wait_for_selector("#panel blockquote")
    assert opened.fragment == ARREST


def test_the_list_of_documents_tells_where_they_come_from(open_explorer: Open) -> None:
    """Also where only evidence travels: then nothing can be opened, and the list says so."""
    opened = open_explorer(SAMPLE, fragment=ARREST)
    opened.page.click("#documents")
    assert opened.heading == "2 documents"
    listed = opened.page.inner_text("#panel .sources")
    assert "Harbour Post" in listed
    assert "14 March 2024" in listed
    assert "not the whole documents" in opened.page.inner_text("#panel")
    assert opened.page.locator(".read").count() == 0
    opened.page.click("#panel .close")
    assert opened.heading == "At least 12 people arrested in Larnby"


def test_escape_leads_back_from_a_document(open_explorer: Open) -> None:
    """To what was selected before."""
    opened = open_explorer(SAMPLE, fragment=ARREST, full_text=True)
    opened.page.click("#panel .evidence .read >> nth=0")
    opened.page.keyboard.press("Escape")
    assert opened.heading == "At least 12 people arrested in Larnby"
    assert opened.complaints == []
