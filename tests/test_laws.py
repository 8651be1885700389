"""Laws that hold for any documents: spans lie in their texts, order does not matter, ids survive."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.graph.check import check
from eventgraph.graph.protect import protect
from eventgraph.graph.wire import decode, encode
from eventgraph.link import conclude
from eventgraph.model import Document, Observations
from eventgraph.observe import observe_document
from eventgraph.spans import spans_of

pytestmark = pytest.mark.model

AGENCIES = st.sampled_from(
    ["The Larnby Police Department", "Interpol", "The FBI", "Customs officers", "Police"]
)
VERBS = st.sampled_from(
    ["arrested", "rescued", "charged", "allegedly smuggled", "did not find", "will question"]
)
PATIENTS = st.sampled_from(
    ["14 people", "Ada Quist, 41,", "at least 30 kg of cocaine", "two boys aged 9", "nobody"]
)
TIMES = st.sampled_from(["on Tuesday", "in July 2023", "since May", "from Nov. 1 to Dec. 7", "last year", ""])
PLACES = st.sampled_from(
    ["in Larnby", "near Kansas City", "outside the United States", "at the port of Rotterdam", ""]
)
TAILS = st.sampled_from(
    [".", ", Chief Ada Quist said.", " during Operation Grey Heron.", ", officials said —  again.", "…"]
)
STRANGE = st.text(st.sampled_from("a Z.9\u00a0\u00ad\u200f\n“”—é\U0001f600'(,"), max_size=30)
SENTENCES = st.builds(
    lambda *words: " ".join(word for word in words if word), AGENCIES, VERBS, PATIENTS, TIMES, PLACES
).flatmap(lambda words: TAILS.map(lambda tail: words + tail))
TEXTS = st.lists(SENTENCES | STRANGE, min_size=1, max_size=5).map("\n".join)
DAYS = st.none() | st.dates(date(2012, 1, 1), date(2026, 1, 1))


@st.composite
def documents(draw: st.DrawFn) -> list[Document]:
    """One to three documents with sentences of many shapes among them."""
    texts = draw(st.lists(TEXTS, min_size=1, max_size=3))
    return [
        Document(id=f"{number:016x}", origin=f"{number}.txt", text=text, published=draw(DAYS))
        for number, text in enumerate(texts)
    ]


def observed(read: list[Document]) -> list[Observations]:
    """What each document says."""
    return [observe_document(document) for document in read]


@given(documents())
@settings(max_examples=60)
def test_every_fact_stands_in_its_document(read: list[Document]) -> None:
    """All spans lie in their documents, the graph passes its check, masked or not, and round-trips."""
    found = observed(read)
    for observations in found:
        length = len(observations.document.text)
        for span in spans_of(observations):
            assert span.document == observations.document.id
            assert 0 <= span.start < span.end <= length
    graph = conclude(found)
    check(graph)
    check(protect(graph))
    assert decode(encode(graph)) == graph


@given(documents(), st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_the_order_of_documents_does_not_matter(read: list[Document], chance: Random) -> None:
    """Documents in any order conclude to the same bytes."""
    found = observed(read)
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert encode(conclude(shuffled)) == encode(conclude(found))


@given(documents())
@settings(max_examples=30)
def test_ids_survive_a_later_document(read: list[Document]) -> None:
    """A document published later, about other things, changes no id of what was there."""
    found = observed(read)
    later = Document(
        id="f" * 16,
        origin="later.txt",
        text="The Hadley Rowing Club elected Joan Firth as its president.",
        published=date(2026, 6, 1),
    )
    before, after = conclude(found), conclude([*found, observe_document(later)])
    assert {entity.id for entity in before.entities} <= {entity.id for entity in after.entities}
    assert {event.id for event in before.events} <= {event.id for event in after.events}
