"""How a document opens: its headline, and the sentences right after it that tell the same once more."""

from __future__ import annotations

import re
from dataclasses import dataclass

from eventgraph.link.corpus import Corpus
from eventgraph.model import Span

HEAD_LINES = 6
"""Sentences, as they were parsed, within which the running text begins after headline, date and place."""
LEAD_SENTENCES = 2
"""Sentences of running text that tell what the headline tells."""
FEWEST_WORDS = 5
"""Words that a sentence of running text has, at least: "By A. Quist." is none."""
CLOSED = re.compile(r"[.!?…][\"'\u201d\u2019)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Opening:
    """Offsets at which the running text begins and its first sentences end; 0 and 0 where none is known."""

    begins: int = 0
    ends: int = 0

    def is_headline(self, span: Span) -> bool:
        """Whether a span stands above the running text."""
        return span.end <= self.begins

    def is_lead(self, span: Span) -> bool:
        """Whether a span stands in the first sentences of the running text."""
        return self.begins <= span.start < self.ends


UNKNOWN = Opening()


def opening_of(corpus: Corpus, document: str) -> Opening:
    """The opening of a document: what stands before the first sentence that ends with a mark is headline."""
    sentences = corpus.by_document[document].sentences
    for number, sentence in enumerate(sentences[:HEAD_LINES]):
        text = corpus.text(sentence)
        if CLOSED.search(text) and len(text.split()) >= FEWEST_WORDS:
            if number == 0:
                return UNKNOWN
            last = sentences[min(number + LEAD_SENTENCES, len(sentences)) - 1]
            return Opening(sentence.start, last.end)
    return UNKNOWN
