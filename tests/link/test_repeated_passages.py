"""Passages that stand in several documents are told once."""

from __future__ import annotations

from datetime import date

import pytest

from eventgraph.link import conclude
from eventgraph.model import Graph
from eventgraph.vocabulary import Verdict
from stories import Story, on

LONG = "Officers of the Larnby Watch arrested 12 people in the old harbour on March 12."
SHORT = "The Watch held 12 people."


def told(origin: str, text: str, published: date | None, passage: str = LONG) -> Story:
    """A document with a passage that tells of arrests by a body, with a private person after it."""
    story = Story(origin, text, published)
    trigger = "arrested" if "arrested" in text else "held"
    assert passage
    body = story.name("agency", "Larnby Watch" if "Larnby Watch" in text else "Watch")
    story.tell(
        "arrest",
        trigger,
        {"agent": [body]},
        when=on(date(2024, 3, 12)),
        quantities=(story.number("12", 12),),
    )
    return story


def graph_of(*stories: Story) -> Graph:
    """The graph of these documents."""
    return conclude([story.observed() for story in stories])


def test_a_shared_sentence_counts_once() -> None:
    """The later document's mentions are repeats, however its lines break; the number is told once."""
    first = told("z.txt", f"Harbour news. {LONG}", date(2024, 3, 13))
    second = told("a.txt", LONG.replace("in the old", "in\n  the old") + " More later.", date(2024, 3, 14))
    graph = graph_of(first, second)
    (event,) = graph.events
    assert [(mention.document, mention.repeat) for mention in event.mentions] == [
        (first.id, False),
        (second.id, True),
    ]
    assert len(event.quantities) == 1
    assert event.claims == ()
    (watch,) = graph.entities
    assert [mention.repeat for mention in watch.mentions] == [False, True]
    assert {(link.by, link.verdict, link.score) for link in graph.links} == {("repeat", Verdict.SAME, 1.0)}
    assert {link.because for link in graph.links} == {"The same passage stands in z.txt."}


def test_three_copies_point_to_the_first() -> None:
    """The earliest published is the original; without a date, the origin decides."""
    stories = [told(name, f"{LONG} {name} says so.", None) for name in ("c.txt", "b.txt", "a.txt")]
    graph = graph_of(*stories)
    (event,) = graph.events
    origins = {document.id: document.origin for document in graph.documents}
    assert [(origins[m.document], m.repeat) for m in event.mentions] == [
        ("a.txt", False),
        ("b.txt", True),
        ("c.txt", True),
    ]


def test_a_short_sentence_is_no_copy() -> None:
    """Many reports share a few words."""
    graph = graph_of(
        told("a.txt", f"{SHORT} So it is.", date(2024, 3, 13), SHORT),
        told("b.txt", f"{SHORT} That is all.", date(2024, 3, 14), SHORT),
    )
    assert not [m for event in graph.events for m in event.mentions if m.repeat]


@pytest.mark.parametrize("gap", [" ", "\n", "  \n\t "])
def test_a_whole_document_that_stands_twice_is_all_repeats(gap: str) -> None:
    """Short sentences of a copied document are copied, too."""
    text = f"{SHORT}{gap}Nobody was hurt and nobody said why it was done at all."
    first, second = told("a.txt", text.replace(gap, " "), None, SHORT), told("b.txt", text, None, SHORT)
    assert [m.repeat for event in graph_of(first, second).events for m in event.mentions] == [False, True]


def test_people_in_a_copied_passage_are_one() -> None:
    """A name alone would not tie them; the same passage does."""
    stories = []
    for origin in ("a.txt", "b.txt"):
        story = Story(
            origin, f"{origin} reports. Bo Lind, a sailor, was seen near the old harbour wall late on Monday."
        )
        story.name("person", "Bo Lind")
        stories.append(story)
    assert [len(entity.mentions) for entity in graph_of(*stories).entities] == [2]
