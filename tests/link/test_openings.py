"""How a document opens: the headline, and the first sentences of the running text."""

from __future__ import annotations

from datetime import date

import pytest

from eventgraph.link.corpus import Corpus
from eventgraph.link.openings import opening_of
from eventgraph.model import Span
from stories import Story

LEAD = "The Larnby Watch seized four boats on Monday."
MORE = "They were old and slow boats."
LAST = "Nobody was on board when they came."


def observed(*parts: str) -> tuple[Corpus, str]:
    """A corpus of one document that has these sentences, and the document's id."""
    story = Story("a.txt", "\n\n".join(parts), date(2024, 3, 20))
    spans, at = [], 0
    for part in parts:
        start = story.text.index(part, at)
        at = start + len(part)
        spans.append(Span(story.id, start, at))
    story.sentences = lambda: tuple(spans)  # type: ignore[method-assign]
    return Corpus.of([story.observed()]), story.id


@pytest.mark.parametrize(
    ("parts", "headlines", "leads"),
    [
        (["Watch seizes boats", LEAD, MORE, LAST], 1, 2),
        (["PRESS RELEASE", "Larnby, 12 March", "Watch seizes boats", LEAD, MORE], 3, 2),
        (["Watch seizes boats", "By A. Quist.", LEAD], 2, 1),
        (["Watch seizes boats!", LEAD], 1, 1),
        ([LEAD, MORE], 0, 0),
        (["a list", "of lines", "without", "an end"], 0, 0),
        (["one", "two", "three", "four", "five", "six", "seven", LEAD], 0, 0),
        ([], 0, 0),
    ],
)
def test_headline_and_lead(parts: list[str], headlines: int, leads: int) -> None:
    """What stands before the first sentence that ends in a mark is headline; two such sentences are lead."""
    corpus, document = observed(*parts)
    opening = opening_of(corpus, document)
    sentences = corpus.by_document[document].sentences
    assert [opening.is_headline(s) for s in sentences] == [n < headlines for n in range(len(parts))]
    told = [headlines <= n < headlines + leads for n in range(len(parts))]
    assert [opening.is_lead(s) for s in sentences] == told
