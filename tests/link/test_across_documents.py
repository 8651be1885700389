"""Who is who across documents: what is one entity, what stays apart, what is left to a person."""

from __future__ import annotations

from datetime import date

import pytest

from eventgraph.link import conclude
from eventgraph.model import Entity, Graph
from eventgraph.vocabulary import Verdict
from stories import Story

DAY = date(2024, 3, 12)


def naming(origin: str, kind: str, *names: str, place: str = "", inside: str = "") -> Story:
    """A document that names one entity by all of these names, and perhaps a place and where that lies."""
    words = [*names, *filter(None, (place, inside))]
    story = Story(origin, ". ".join(f"Here stands {word} at last" for word in words) + ".", DAY)
    spans = [story.name(kind, name) for name in names]
    for span in spans[1:]:
        story.same(spans[0], span)
    if place:
        inner = story.name("location", place)
        if inside:
            story.relation("located_in", place, inner, story.name("location", inside))
    return story


def graph_of(*stories: Story) -> Graph:
    """The graph of these documents."""
    return conclude([story.observed() for story in stories])


def of_family(graph: Graph, *kinds: str) -> list[Entity]:
    """The entities of some types."""
    return [entity for entity in graph.entities if entity.type in kinds]


@pytest.mark.parametrize(
    ("kind", "left", "right", "by"),
    [
        ("agency", ["Larnby Harbour Police"], ["the Larnby Harbour Police"], "same name"),
        ("agency", ["Larnby Harbour Police", "LHP"], ["LHP"], "acronym"),
        ("agency", ["LHP"], ["Larnby Harbour Police", "LHP"], "acronym"),
        ("agency", ["Larnby Harbour Police", "LHP"], ["Larnby Police", "LHP"], "acronym"),
        ("agency", ["Larnby Defence Agency"], ["Larnby Defense Agency"], "other form"),
        ("agency", ["Larnby Aeronautic Agency"], ["Larnby Aeronautics Agency"], "near name"),
        ("agency", ["US Tidal Safety Office"], ["Tidal Safety Office"], "same name"),
        ("organisation", ["Grey Heron Ltd"], ["Grey Heron"], "same name"),
        ("operation", ["Operation Grey Heron"], ["Grey Heron"], "same name"),
        ("location", ["Larnby"], ["LARNBY"], "same name"),
        ("organisation", ["Tidesec"], ["TIDESEC"], "same name"),
    ],
)
def test_one_entity_in_two_documents(kind: str, left: list[str], right: list[str], by: str) -> None:
    """Names, acronyms that a document explains, and spellings tie documents together."""
    graph = graph_of(naming("a.txt", kind, *left), naming("b.txt", kind, *right))
    assert len(graph.entities) == 1
    assert [(link.by, link.verdict) for link in graph.links if link.by != "alias"] == [(by, Verdict.SAME)]


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("agency", ["Larnby Harbour Police"], ["Larnby Fire Brigade"]),
        ("agency", ["US Tidal Safety Office"], ["British Tidal Safety Office"]),
        ("agency", ["Eastern Larnby Court"], ["Western Larnby Court"]),
        ("person", ["Ada Quist"], ["Eda Quist"]),
        ("person", ["Victim 1"], ["Victim 1"]),
        ("person", ["Jane Doe"], ["Jane Doe"]),
        ("operation", ["Operation Heron"], ["Operation Hero"]),
        ("location", ["Larnby"], ["Tarnby"]),
    ],
)
def test_two_entities_without_doubt(kind: str, left: list[str], right: list[str]) -> None:
    """They stay apart, and nobody is asked."""
    graph = graph_of(naming("a.txt", kind, *left), naming("b.txt", kind, *right))
    assert len(graph.entities) == 2
    assert graph.links == ()


@pytest.mark.parametrize(
    ("kind", "left", "right", "by"),
    [
        ("agency", ["Supreme Court"], ["Supreme Court"], "general name"),
        ("agency", ["Larnby Harbour Police"], ["LHP"], "initials"),
        ("agency", ["Larnby Harbour Police", "LHP"], ["Lower Hill Patrol", "LHP"], "acronym"),
        ("person", ["Ada Quist"], ["Ada Quist"], "name alone"),
        ("official", ["Ada Quist"], ["Ada Quist"], "name alone"),
    ],
)
def test_doubts_are_listed(kind: str, left: list[str], right: list[str], by: str) -> None:
    """What a name alone suggests is kept apart, with a link that is unsure."""
    graph = graph_of(naming("a.txt", kind, *left), naming("b.txt", kind, *right))
    assert len(graph.entities) == 2
    assert [(x.by, x.verdict) for x in graph.links if x.by != "alias"] == [(by, Verdict.UNSURE)]


def test_a_general_name_and_one_place_are_enough() -> None:
    """Texts that name the same place mean the same court."""
    graph = graph_of(
        naming("a.txt", "agency", "Supreme Court", place="Larnby"),
        naming("b.txt", "agency", "Supreme Court", place="Larnby"),
    )
    assert len(of_family(graph, "agency")) == 1


def test_places_of_one_name_in_different_states_stay_apart() -> None:
    """What contains them tells them apart, abbreviations written out; one that could be either is left."""
    graph = graph_of(
        naming("a.txt", "person", "Bo Lind", place="Portnby", inside="Ore."),
        naming("b.txt", "person", "Al Berg", place="Portnby", inside="Oregon"),
        naming("c.txt", "person", "Cy Holm", place="Portnby", inside="Maine"),
        naming("d.txt", "location", "Portnby"),
    )
    towns = [entity for entity in graph.entities if entity.name == "Portnby"]
    assert sorted(len(town.mentions) for town in towns) == [1, 1, 2]
    assert len([link for link in graph.links if "Another fits as well" in link.because]) == 2


def person(origin: str, kind: str = "person", **more: str) -> Story:
    """A document that names Ada Quist, with an age, a case number, a post."""
    text = f"In {origin}, Ada Quist was there, aged 34, case 17-B, as chief of the Larnby Watch."
    story = Story(origin, text, DAY)
    quist = story.name(kind, "Ada Quist")
    for key, words in (("age", "34"), ("case number", "17-B")):
        if key.partition(" ")[0] in more:
            story.detail(words, key, more[key.partition(" ")[0]])
    if "post" in more or "agency" in more:
        watch = story.name("agency", "Larnby Watch")
        if "post" in more:
            story.post("chief", quist, watch, more["post"])
    return story


@pytest.mark.parametrize(
    ("left", "right", "people"),
    [
        ({"age": "34"}, {"age": "34"}, 1),
        ({"age": "34"}, {"age": "35"}, 1),
        ({"age": "34"}, {"age": "51"}, 2),
        ({"age": "34"}, {}, 2),
        ({"case": "17-B"}, {"case": "17-b"}, 1),
        ({"case": "17-B"}, {"case": "18-C"}, 2),
        ({"post": "chief"}, {"post": "director"}, 1),
        ({"post": "chief"}, {"agency": "yes"}, 1),
        ({"post": "chief"}, {}, 2),
    ],
)
def test_people_need_more_than_a_name(left: dict[str, str], right: dict[str, str], people: int) -> None:
    """An age, a case number, a post or its agency must agree."""
    graph = graph_of(person("a.txt", **left), person("b.txt", **right))
    assert len(of_family(graph, "person", "official")) == people


@pytest.mark.parametrize(("title", "people"), [("director", 2), ("director of fisheries", 1)])
def test_a_title_that_anybody_has_is_not_enough(title: str, people: int) -> None:
    """Two directors of one name are two, as long as nobody says of what."""
    stories = []
    for origin in ("a.txt", "b.txt"):
        story = Story(origin, f"{origin}: Ada Quist spoke as {title}.", DAY)
        story.post(title, story.name("official", "Ada Quist"), None, title)
        stories.append(story)
    assert len(of_family(graph_of(*stories), "official")) == people


def test_a_surname_with_a_post_is_that_official() -> None:
    """A chief named Quist of the same agency is Ada Quist; without a post the surname says nothing."""
    full = person("a.txt", "official", post="chief")
    short = Story("b.txt", "Chief Quist of the Larnby Watch spoke.", DAY)
    watch = short.name("agency", "Larnby Watch")
    short.post("Chief Quist", short.name("official", "Quist"), watch, "chief")
    bare = Story("c.txt", "Quist sells bread in town.", DAY)
    bare.name("person", "Quist")
    graph = graph_of(full, short, bare)
    assert [(e.id, len(e.mentions)) for e in of_family(graph, "official", "person")] == [
        ("official:ada-quist", 2),
        ("person:quist", 1),
    ]


def test_the_more_specific_type_wins() -> None:
    """An organisation that another text calls an agency is an agency, and a person in office an official."""
    graph = graph_of(
        naming("a.txt", "organisation", "Larnby Watch"),
        naming("b.txt", "agency", "Larnby Watch"),
    )
    assert [entity.id for entity in graph.entities] == ["agency:larnby-watch"]


def test_two_full_names_are_never_one_person() -> None:
    """A link that says so is refused, and kept as unsure with the reason."""
    story = naming("a.txt", "person", "Ada Quist", "Bo Lind")
    graph = graph_of(story)
    assert [entity.name for entity in graph.entities] == ["Ada Quist", "Bo Lind"]
    (link,) = graph.links
    assert link.verdict is Verdict.UNSURE
    assert "Refused: “Ada Quist” and “Bo Lind” are two names." in link.because


def test_many_documents_with_one_name_are_one_entity() -> None:
    """Many documents with one name are compared with what is known, not with each other."""
    stories = [naming(f"{number}.txt", "agency", "Larnby Watch") for number in range(500)]
    graph = graph_of(*stories)
    assert [len(entity.mentions) for entity in graph.entities] == [500]
    assert len(graph.links) == 499
