"""Protected people: nothing of the shown graph names them, and everything else stays readable."""

from __future__ import annotations

import dataclasses
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.graph.check import check
from eventgraph.graph.protect import MASK, _joined, _MaskedText, protect
from eventgraph.graph.wire import encode
from eventgraph.model import Attribute, Document, Entity, EntityMention, Graph, Link, Span
from eventgraph.spans import spans_of
from eventgraph.vocabulary import DECISION, Verdict
from samples import SAMPLE


def shown() -> str:
    """The masked sample as it is written."""
    return encode(protect(SAMPLE)).decode()


@pytest.mark.parametrize("name", ["Mia Rowe", "MIA ROWE", "mia-rowe", "mia_rowe"])
def test_no_protected_name_is_left(name: str) -> None:
    """Neither a text nor a label nor an id holds the name, in any spelling."""
    assert "Mia Rowe" in encode(SAMPLE).decode()
    assert name not in shown()


def test_the_masked_graph_still_shows_its_words() -> None:
    """It passes the build's own check: ids, spans, quoted words and numbers."""
    check(protect(SAMPLE))


def test_labels_and_participants_read_the_mask() -> None:
    """The event is still told, about somebody who is not named."""
    event = next(event for event in protect(SAMPLE).events if event.type == "discovery")
    assert event.label == f"{MASK} found"
    assert [participant.text for participant in event.participants] == [MASK]
    assert protect(SAMPLE).text_of(event.participants[0]) == MASK
    assert protect(SAMPLE).text_of(event.mentions[0]) == "found"


def test_the_reason_of_a_decision_does_not_name_them() -> None:
    """A person may have written a given name alone."""
    event = next(event for event in SAMPLE.events if event.type == "discovery")
    told = event.mentions[0]
    note = Attribute(told.document, told.start, told.end, key=DECISION, value="dated 2023: Mia told us")
    graph = dataclasses.replace(SAMPLE, events=(dataclasses.replace(event, attributes=(note,)),))
    (shown_note,) = protect(graph).events[0].attributes
    assert shown_note.value == f"dated 2023: {MASK} told us"


def test_a_graph_without_protected_people_is_left_alone() -> None:
    """The very same graph comes back."""
    open_graph = dataclasses.replace(SAMPLE, entities=SAMPLE.entities[:-1], events=())
    assert protect(open_graph) is open_graph


def graph_of(text: str, *mentions: tuple[str, bool]) -> Graph:
    """A graph of one text with one protected child, mentioned by these words; links join neighbours."""
    spans = [EntityMention("d", text.index(words), text.index(words) + len(words)) for words, _ in mentions]
    names = tuple(words for words, named in mentions[1:] if named)
    child = Entity(
        id="person:zoe-marée",
        type="person",
        name=mentions[0][0],
        aliases=names,
        protected=True,
        mentions=tuple(spans),
    )
    other = Entity(
        id="organisation:zoe-maree-fund",
        type="organisation",
        name="Zoé Marée Fund",
        mentions=(EntityMention("d", len(text) - 4, len(text)),),
    )
    document = Document(id="d", origin="zoe-maree.txt", url="https://example.org/zoe_maree", text=text)
    links = tuple(
        Link(
            left=a.mention_id, right=b.mention_id, verdict=Verdict.SAME, score=1, by="x", because="Zoé Marée"
        )
        for a, b in itertools.pairwise(spans)
    )
    return Graph(documents=(document,), entities=(other, child), links=links)


def test_names_in_other_names_addresses_and_reasons_are_masked() -> None:
    """Accents, line ends, possessives, addresses and other entities' names do not let a name through."""
    text = "Zoé\nMarée, 7, was safe. Zoé's aunt thanked all. The girl slept. ZOÉ MARÉE Fund"
    graph = protect(graph_of(text, ("Zoé\nMarée", True), ("Zoé's", True), ("The girl", False)))
    assert graph.documents[0].text == (
        f"{MASK}, 7, was safe. {MASK} aunt thanked all. The girl slept. {MASK} Fund"
    )
    written = encode(graph).decode().casefold()
    assert not [name for name in ("zoé", "marée", "zoe", "maree") if name in written]
    child = next(entity for entity in graph.entities if entity.protected)
    assert [graph.text_of(mention) for mention in child.mentions] == [MASK, MASK, "The girl"]
    ids = {mention.mention_id for mention in child.mentions}
    assert all({link.left, link.right} <= ids for link in graph.links)


@given(
    st.text(alphabet="ab ", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5)), max_size=4),
)
def test_words_outside_of_masks_are_found_at_their_new_place(text: str, marks: list[tuple[int, int]]) -> None:
    """Every stretch keeps its words if it touches no mask, and holds whole masks if it does."""
    stretches = _joined((start, min(len(text), start + size)) for start, size in marks if start < len(text))
    stretches = tuple(stretch for stretch in stretches if stretch[0] < stretch[1])
    masked = _MaskedText(text, stretches)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            words = masked.masked[slice(*masked.moved(start, end))]
            cut = [(a, b) for a, b in stretches if a < end and start < b]
            left = "".join(
                c for at, c in enumerate(text[start:end], start) if not any(a <= at < b for a, b in cut)
            )
            assert words.replace(MASK, "") == left
            assert words.count(MASK) == len(cut)


def test_all_spans_lie_within_the_masked_texts() -> None:
    """No span points outside of its text once names are shorter or longer."""
    graph = protect(SAMPLE)
    lengths = {document.id: len(document.text) for document in graph.documents}
    inside: list[Span] = [
        span for span in spans_of(graph) if 0 <= span.start < span.end <= lengths[span.document]
    ]
    assert len(inside) == len(list(spans_of(graph)))
