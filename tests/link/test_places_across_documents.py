"""Places across documents: one name of several places, what ties them, and what lies in what."""

from __future__ import annotations

from datetime import date

import pytest

from eventgraph.link import conclude
from eventgraph.model import Entity, Graph
from eventgraph.vocabulary import Verdict
from stories import Story, on

DAY = date(2024, 3, 12)


def naming(origin: str, name: str, inside: str = "", near: str = "") -> Story:
    """A document that names a place, what that lies in ("Oregon, United States"), and another place."""
    words = [name, *filter(None, (near,))]
    story = Story(origin, " ".join(f"Here stands {word} at last." for word in words), DAY)
    story.name("location", name)
    *division, country = inside.split(", ")
    for key, value in (("division", "".join(division)), ("country", country)):
        if value:
            story.detail(name, key, value)
    if near:
        story.name("location", near)
    return story


def graph_of(*stories: Story) -> Graph:
    """The graph of these documents."""
    return conclude([story.observed() for story in stories])


def called(graph: Graph, name: str) -> list[Entity]:
    """The entities of a name."""
    return [entity for entity in graph.entities if entity.name == name]


@pytest.mark.parametrize(
    ("name", "left", "right", "by"),
    [
        ("Portland", "Oregon, United States", "Oregon, United States", "same name"),
        ("Georgia", "Georgia", "Georgia", "same name"),
        ("Georgia", "Georgia, United States", "Georgia, United States", "same name"),
        ("Tripoli", "Libya", "Libya", "same name"),
        ("Larnby", "Oregon, United States", "", "same name"),
        ("Larnby", "", "", "same name"),
        ("Oslo", "Norway", "", "same name"),
    ],
)
def test_one_place(name: str, left: str, right: str, by: str) -> None:
    """Places of one name that lie in the same, or whose name no other place has."""
    graph = graph_of(naming("a.txt", name, left), naming("b.txt", name, right))
    assert len(called(graph, name)) == 1
    assert [(link.by, link.verdict) for link in graph.links] == [(by, Verdict.SAME)]


@pytest.mark.parametrize(
    ("left", "right"), [("Kiev", "Kyiv"), ("Ore.", "Oregon"), ("Bombay", "Mumbai"), ("Burma", "MYANMAR")]
)
def test_two_names_of_one_place(left: str, right: str) -> None:
    """Former and foreign names and abbreviations that the gazetteer knows."""
    graph = graph_of(naming("a.txt", left), naming("b.txt", right))
    assert len(graph.entities) == 1


@pytest.mark.parametrize(
    ("name", "left", "right"),
    [
        ("Portland", "Oregon, United States", "Maine, United States"),
        ("Georgia", "Georgia", "Georgia, United States"),
        ("Washington", "Washington, United States", "District of Columbia, United States"),
        ("Tripoli", "Libya", "North Lebanon, Lebanon"),
        ("Hyderabad", "Telangana, India", "Sindh, Pakistan"),
        ("Valencia", "Valencian Community, Spain", "Carabobo, Venezuela"),
        ("Larnby", "Oregon, United States", "Ohio, United States"),
    ],
)
def test_two_places(name: str, left: str, right: str) -> None:
    """They lie in two divisions or countries, and nobody is asked."""
    graph = graph_of(naming("a.txt", name, left), naming("b.txt", name, right))
    assert [entity.id.partition("-")[0] for entity in called(graph, name)] == [f"location:{name.lower()}"] * 2
    assert graph.links == ()


@pytest.mark.parametrize(
    ("name", "left", "right"),
    [
        ("Portland", "Oregon, United States", "United States"),
        ("Portland", "United States", "United States"),
        ("Georgia", "Georgia", ""),
        ("Cambridge", "", ""),
        ("Birmingham", "England, United Kingdom", ""),
        ("Victoria", "", ""),
    ],
)
def test_perhaps_one_place(name: str, left: str, right: str) -> None:
    """Of a name that several places have, one that no text places is left to a person."""
    graph = graph_of(naming("a.txt", name, left), naming("b.txt", name, right))
    assert len(called(graph, name)) == 2
    assert [(link.by, link.verdict) for link in graph.links] == [("name of several places", Verdict.UNSURE)]


def test_another_place_in_both_texts_ties_a_bare_name() -> None:
    """Two texts that name the same village mean one Cambridge; a country that both name tells nothing."""
    tied = graph_of(naming("a.txt", "Cambridge", near="Larnby"), naming("b.txt", "Cambridge", near="Larnby"))
    assert len(called(tied, "Cambridge")) == 1
    loose = graph_of(naming("a.txt", "Cambridge", near="France"), naming("b.txt", "Cambridge", near="France"))
    assert len(called(loose, "Cambridge")) == 2


def test_a_bare_name_joins_no_two_places() -> None:
    """Portland of no document's word ties neither Oregon's nor Maine's to the other."""
    graph = graph_of(
        naming("a.txt", "Portland", "Oregon, United States"),
        naming("b.txt", "Portland", "United States"),
        naming("c.txt", "Portland", "Maine, United States"),
        naming("d.txt", "Portland", "Oregon, United States"),
    )
    assert sorted(len(entity.mentions) for entity in called(graph, "Portland")) == [1, 1, 2]


def arrest(origin: str, place: str, division: str, country: str) -> Story:
    """A document that tells of one man's arrest in a place."""
    story = Story(origin, f"On Tuesday police arrested Otto Brandel, 34, in {place}.", DAY)
    person = story.name("person", "Otto Brandel")
    story.detail("34", "age", "34")
    where = story.name("location", place)
    for key, value in (("division", division), ("country", country)):
        if value:
            story.detail(place, key, value)
    story.tell("arrest", "arrested", {"patient": [person]}, places=story.where(where), when=on(DAY))
    return story


@pytest.mark.parametrize(
    ("where", "country", "events"),
    [("Oregon", "United States", 1), ("United States", "", 1), ("Maine", "United States", 2)],
)
def test_events_in_a_place_and_in_what_holds_it(where: str, country: str, events: int) -> None:
    """An arrest told in Portland and in Oregon is one, since the gazetteer has Portland in Oregon."""
    told = (arrest("a.txt", "Portland", "Oregon", "United States"), arrest("b.txt", where, "", country))
    assert len(graph_of(*told).events) == events
