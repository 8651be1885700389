"""Whole documents for the explorer, by paragraph, with everything that was found in them marked.

Marks are those of `explorer_passages`: offsets in UTF-16 code units from the start of their paragraph. A
paragraph's own start counts as the offsets of passages do, in UTF-16 code units of the document.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from eventgraph.export.explorer_edges import node_of
from eventgraph.export.explorer_passages import Mark, nested, utf16_offset
from eventgraph.model import Document, Event, Graph, Span

PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*", re.MULTILINE)
"""Lines that stand together."""
PLACE = "location"

Paragraph = tuple[int, str, list[list[object]]]
"""Where it begins, its text, its marks."""


def texts(graph: Graph) -> dict[str, list[Paragraph]]:
    """The paragraphs of each document, by its id: start, text, marks. Copies of others are left out."""
    found: dict[str, list[Mark]] = {}
    for mark in all_marks(graph):
        found.setdefault(mark.span.document, []).append(mark)
    return {
        document.id: list(paragraphs(document, found.get(document.id, [])))
        for document in graph.documents
        if not document.duplicate_of
    }


def paragraphs(document: Document, marks: list[Mark]) -> Iterator[Paragraph]:
    """Each paragraph of a document with the marks that lie within it."""
    ordered = sorted(marks, key=lambda mark: mark.span.start)
    at, units = 0, 0
    for found in PARAGRAPH.finditer(document.text):
        start, text = found.start(), found.group().rstrip()
        units += utf16_offset(document.text[at:start], start - at)
        at = start
        whole = Span(document.id, start, start + len(text))
        first = bisect_left(ordered, start, key=lambda mark: mark.span.start)
        last = bisect_left(ordered, whole.end, key=lambda mark: mark.span.start)
        inside = (mark for mark in ordered[first:last] if whole.contains(mark.span))
        yield units, text, [row(text, start, mark) for mark in nested(inside)]


def row(text: str, start: int, mark: Mark) -> list[object]:
    """A mark as the page has it: start, end, kind, no label, and the node it leads to if there is one."""
    ends = [utf16_offset(text, at - start) for at in (mark.span.start, mark.span.end)]
    return [*ends, mark.kind, "", *([mark.node] if mark.node else [])]


def all_marks(graph: Graph) -> Iterator[Mark]:
    """What was found in the documents: happenings, dates and numbers with their event, names, other dates."""
    for event in graph.events:
        yield from marks_of_event(event)
    for entity in graph.entities:
        kind = "where" if entity.type == PLACE else "who"
        for mention in entity.mentions:
            yield Mark(mention.span, kind, "", entity.id)
    for time in graph.times:
        yield Mark(time.span, "when", "")


def marks_of_event(event: Event) -> Iterator[Mark]:
    """The words that tell an event, its date and its numbers, each leading to it."""
    node = node_of(event)
    for mention in event.mentions:
        yield Mark(mention.span, "what", "", node)
    if event.when:
        yield Mark(event.when.span, "when", "", node)
    for quantity in event.quantities:
        yield Mark(quantity.span, "number", "", node)
