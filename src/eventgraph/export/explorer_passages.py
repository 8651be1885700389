"""The sentences that travel in the explorer, each once, and the marks on them.

A mark's offsets count UTF-16 code units from the start of its sentence, as JavaScript counts them;
everywhere else in eventgraph offsets count code points of the document.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from eventgraph.model import Graph, Span
from eventgraph.text.lines import WORD, begins_small, ends_sentence

WINDOW = 240
"""The most characters on each side of words that stand in no evidence sentence."""
BLANK_LINE = re.compile(r"\n\s*\n")
LAST_OF_PLANE = 0xFFFF


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to highlight: what kind of thing they are, the label, and the node they lead to."""

    span: Span
    kind: str
    label: str
    node: str | None = None


class Passages:
    """The sentences of a graph that were asked for; ``rows`` holds document id and text of each.

    ``with_places`` adds where it begins in its document, in UTF-16 code units.
    """

    def __init__(self, graph: Graph, *, with_places: bool = False) -> None:
        self.rows: list[tuple[str, str] | tuple[str, str, int]] = []
        self._with_places = with_places
        self._numbers: dict[Span, int] = {}
        self._documents = {document.id: document for document in graph.documents}
        self._evidence: dict[str, list[Span]] = {}
        self._beyond: dict[str, list[int]] = {}
        sentences = {mention.sentence_span for event in graph.events for mention in event.mentions}
        for sentence in sorted(sentences):
            self._evidence.setdefault(sentence.document, []).append(sentence)

    def number(self, sentence: Span) -> int:
        """The number of the passage at a span."""
        if sentence not in self._numbers:
            self._numbers[sentence] = len(self.rows)
            row = (sentence.document, self.text(sentence))
            self.rows.append((*row, self._place(sentence)) if self._with_places else row)
        return self._numbers[sentence]

    def _place(self, sentence: Span) -> int:
        """Where a passage begins in its document."""
        if sentence.document not in self._beyond:
            text = self._documents[sentence.document].text
            wide = () if text.isascii() else (at for at, sign in enumerate(text) if ord(sign) > LAST_OF_PLANE)
            self._beyond[sentence.document] = [*wide]
        return sentence.start + bisect_left(self._beyond[sentence.document], sentence.start)

    def around(self, words: Span) -> Span:
        """The evidence sentence that holds the words, else a passage cut around them."""
        sentences = self._evidence.get(words.document, [])
        before = bisect_right(sentences, words.start, key=lambda sentence: sentence.start)
        if before and sentences[before - 1].contains(words.span):
            return sentences[before - 1]
        return cut_around(self._documents[words.document].text, words.span)

    def quote(self, sentence: Span, marks: Iterable[Mark]) -> list[object]:
        """A passage with its marks: its number, and rows of start, end, kind, label and node."""
        text = self.text(sentence)
        rows = [
            [*(utf16_offset(text, at - sentence.start) for at in (mark.span.start, mark.span.end)), mark.kind]
            + ([mark.label, mark.node] if mark.node else [mark.label])
            for mark in nested(mark for mark in marks if sentence.contains(mark.span))
        ]
        return [self.number(sentence), rows]

    def text(self, span: Span) -> str:
        """The words at a span."""
        return self._documents[span.document].text[span.start : span.end]


def marks_within(marks: Iterable[Mark], sentences: Iterable[Span]) -> dict[Span, list[Mark]]:
    """The marks that each sentence holds, by where they begin: one event may be told in thousands."""
    ordered = sorted(marks, key=_place)
    found: dict[Span, list[Mark]] = {}
    for sentence in sentences:
        first = bisect_left(ordered, (sentence.document, sentence.start), key=_place)
        last = bisect_right(ordered, (sentence.document, sentence.end), key=_place)
        found[sentence] = [mark for mark in ordered[first:last] if sentence.contains(mark.span)]
    return found


def _place(mark: Mark) -> tuple[str, int]:
    """Where a mark begins: its document and code point."""
    return mark.span.document, mark.span.start


def nested(marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks in order, the wider first; none for words that have one, none that crosses another."""
    open_ends: list[tuple[int, int]] = []
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)):
        start, end = mark.span.start, mark.span.end
        while open_ends and open_ends[-1][1] <= start:
            open_ends.pop()
        if open_ends and (open_ends[-1] == (start, end) or open_ends[-1][1] < end):
            continue
        if start < end:
            open_ends.append((start, end))
            yield mark


def cut_around(text: str, words: Span) -> Span:
    """The stretch of a text that reads as the sentence around the words."""
    first, last = max(0, words.start - WINDOW), min(len(text), words.end + WINDOW)
    start, end = first, last
    for gap_start, gap_end in gaps_between_sentences(text, first, last):
        if gap_end <= words.start:
            start = gap_end
        elif gap_start >= words.end:
            end = gap_start
            break
    if start == first > 0:
        start = after_space(text, start, words.start)
    if end == last < len(text):
        end = before_space(text, words.end, end)
    return Span(words.document, start, end)


def gaps_between_sentences(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where in a stretch of a text, by spelling alone, a sentence ends and where the next begins."""
    for word, following in pairwise(WORD.finditer(text, first, last)):
        ended = ends_sentence(word.group()) and not begins_small(following.group())
        if ended or BLANK_LINE.search(text, word.end(), following.start()):
            yield word.end(), following.start()


def after_space(text: str, start: int, limit: int) -> int:
    """The start of the first whole word from here on, at most the limit."""
    found = text.find(" ", start, limit)
    return found + 1 if found >= 0 else start


def before_space(text: str, limit: int, end: int) -> int:
    """The end of the last whole word up to here, at least the limit."""
    found = text.rfind(" ", limit, end)
    return found if found >= 0 else end


def utf16_offset(text: str, offset: int) -> int:
    """An offset in code points as one in UTF-16 code units."""
    if text.isascii():
        return offset
    return offset + sum(ord(character) > LAST_OF_PLANE for character in text[:offset])


def distinct(spans: Sequence[Span]) -> list[Span]:
    """The spans in their order, each once."""
    return list(dict.fromkeys(spans))
