"""Names that are asked for: whom they may mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.graph.wanted import Wanted
from eventgraph.model import Document, Entity, EntityMention, Graph, Span

SOMEWHERE = (EntityMention("d", 0, 1),)


def entity(name: str, *aliases: str) -> Entity:
    """An organisation of this name."""
    return Entity(id="organisation:x", type="organisation", name=name, aliases=aliases, mentions=SOMEWHERE)


@pytest.mark.parametrize(
    ("name", "of", "means"),
    [
        ("Harbour Link", ("Harbour Link Ltd.",), True),
        ("harbour link", ("HarbourLink",), True),
        ("HarbourLink", ("Harbour Link Ltd.",), True),
        ("Harbour-Link", ("Harbour Link",), True),
        ("Zoe Capek", ("Zoë Čapek",), True),
        ("U.S. Coast Guard", ("Coast Guard", "US Coast Guard"), True),
        ("Marks & Daughters", ("Marks and Daughters", "Marks & Daughters plc"), True),
        ("HL", ("Harbour Link", "HL"), True),
        ("Link", ("Linklater",), False),
        ("Harbour Link", ("Harbour",), False),
        ("bour Link", ("Harbour Link",), False),
        ("Sable 90", ("Sable 900",), False),
        ("organisation:x", ("Anything",), True),
        ("organisation", ("Anything",), False),
        (".", ("Anything",), False),
    ],
)
def test_entities(name: str, of: tuple[str, ...], *, means: bool) -> None:
    """A name means an entity if it is some of the words of one of its names; an id only as a whole."""
    assert Wanted(name).means(entity(*of)) == means


@pytest.mark.parametrize(
    ("name", "text", "takes"),
    [
        ("Sable X90", "Fenair bought 20 new Sable X90 [jets] on Monday.", False),
        ("Sable X90", "Fenair bought 20 new Sable [X90 jets] on Monday.", True),
        ("Sable X90", "The [X90s] will fly in May.", True),
        ("Sable X90", "The long-range [X-90] will fly in May.", True),
        ("Sable X-90", "The [X90] will fly in May.", True),
        ("Sable X90", "The [X900] will fly in May.", False),
        ("Sable X90", "[Sable] built the X90 in Larnby.", False),
        ("Sable X90", "[Sable] X90 sales rose.", True),
        ("Sable 90 Osprey", "Fenair bought 20 Sable 90 [Ospreys].", True),
        ("Sable 90 Osprey", "Sable showed its new 90 [Osprey] at Larnby.", True),
        ("Sable 90 Osprey", "An [osprey] was seen near Larnby.", False),
        ("Sable 90", "Police arrested [90] on Monday.", False),
        ("Ward 12 riots", "[12 riots] were counted.", False),
        ("Harbour Link", "Harbour [Link] sold its ships.", True),
        ("Harbour Link", "The [link] was cut.", False),
        ("Link", "Harbour [Link] sold its ships.", True),
        ("Harbour", "Harbour [Link] sold its ships.", False),
    ],
)
def test_words(name: str, text: str, *, takes: bool) -> None:
    """Words of no entity are meant if the name, or a part of it with a number, stands over them."""
    before, _, rest = text.partition("[")
    words, _, after = rest.partition("]")
    document = Document(id="d", origin="d.txt", text=before + words + after)
    span = Span("d", len(before), len(before) + len(words))
    assert Wanted(name, Graph(generator="", documents=(document,))).takes(None, words, span) == takes


def test_words_may_name_more_than_their_entity() -> None:
    """Whoever stands for another entity is meant by the words, too, and by the entity whatever the words."""
    graph = Graph(generator="", entities=(entity("Sable", "the maker"),))
    assert Wanted("Sable X90", graph).takes("organisation:x", "Sable X90 jets")
    assert Wanted("Sable", graph).takes("organisation:x", "it")
    assert not Wanted("Fenair", graph).takes("organisation:x", "it")


@given(st.text(), st.text())
def test_any_text_may_be_asked_for(name: str, words: str) -> None:
    """No name and no words break the comparison; a name with a letter means whoever is called so."""
    Wanted(name).takes(None, words)
    assert Wanted(name).means(entity(name)) or not any(map(str.isalnum, name))
