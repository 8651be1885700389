"""Linking of odd input: it ends, ties are refused, and comparisons grow with the number of texts alone."""

from __future__ import annotations

import string
from datetime import date

import pytest

from eventgraph.link import comparison, conclude, entities, gathering, happenings
from eventgraph.link.cards import Card
from eventgraph.link.happenings import Happening, Places
from eventgraph.link.judgement import Judgement
from eventgraph.model import Document, Graph, Link, Mention, Observations
from eventgraph.vocabulary import Verdict
from marked import graph_of, sizes, story
from stories import Story, on

KEYS_OF_AN_EVENT = 6
"""Block keys that the events here have, at most."""


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A list that grows by one item with each comparison of two cards."""
    calls: list[int] = []

    def counted(left: Card, right: Card) -> Judgement | None:
        calls.append(1)
        return comparison.compare(left, right)

    monkeypatch.setattr(entities, "compare", counted)
    return calls


def listed(number: int, names: list[str], kind: str = "person") -> Observations:
    """A document that is one list of names."""
    identifier, text, mentions = f"{number:016x}", "", []
    for name in names:
        mentions.append(Mention(identifier, len(text), len(text) + len(name), type=kind, name=name))
        text += f"{name} ({number})\n"
    document = Document(id=identifier, origin=f"{number}.txt", text=text)
    return Observations(document=document, mentions=tuple(mentions))


def word(number: int) -> str:
    """A made-up word for a number."""
    return "".join(string.ascii_lowercase[int(digit) * 2] for digit in f"{number:05}").capitalize()


ODD = {
    "one name borne by all": ("Bo Lind", "person"),
    "one surname": ("{} Lind", "person"),
    "one given name": ("Bo {}", "person"),
    "one set of initials": ("L{} Harbour Police", "agency"),
    "one acronym": ("LHP", "agency"),
    "one general name": ("District Court", "agency"),
    "one operation": ("Operation Heron", "operation"),
    "names that begin alike": ("Larnbyish{} Office", "organisation"),
}


@pytest.mark.parametrize("kind", ODD)
def test_comparisons_grow_with_the_documents(kind: str, compared: list[int]) -> None:
    """No document costs more than a fixed number of comparisons, whatever thousands of names share."""
    name, type_ = ODD[kind]
    for size in (100, 1000):
        compared.clear()
        conclude([listed(number, [name.format(word(number))], type_) for number in range(size)])
        assert len(compared) <= 2 * entities.MOST_COMPARED * size


def test_a_document_that_is_one_list_of_names(compared: list[int]) -> None:
    """Its names are compared with those of other documents, not with each other."""
    names = [f"{word(number)} Lind" for number in range(1000)]
    graph = conclude([listed(1, names), listed(2, names)])
    assert len(graph.entities) == 2000
    assert len(compared) <= 2 * entities.MOST_COMPARED * 2000


def test_one_name_50_000_times() -> None:
    """A chain of links within one document is one entity, as is the same name elsewhere."""
    many = listed(1, ["Larnby Police"] * 50_000, "agency")
    first, *others = many.mentions
    links = tuple(
        Link(
            left=first.mention_id,
            right=other.mention_id,
            verdict=Verdict.SAME,
            score=1.0,
            by="same name",
            because="Both are written “Larnby Police”.",
        )
        for other in others
    )
    chained = Observations(document=many.document, mentions=many.mentions, links=links)
    graph = conclude([chained, listed(2, ["Larnby PD"], "agency")])
    assert [len(entity.mentions) for entity in graph.entities] == [50_001]


LONG = " ".join(word(number) for number in range(60))


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("{agency:LARNBY HARBOUR POLICE} spoke.", "{agency:Larnby Harbour Police} spoke.", [2]),
        ("{agency:“Larnby Harbour Police”} spoke.", "{agency:Larnby Harbour Police} spoke.", [2]),
        ("{organisation:Grey Heron 🦅} closed.", "{organisation:Grey Heron} closed.", [2]),
        ("{organisation:🦅} closed.", "{organisation:🦅} closed.", [1, 1]),
        ("{organisation:🦅} closed.", "{organisation:🐟} closed.", [1, 1]),
        (f"{{agency:{LONG}}} spoke.", f"{{agency:{LONG}}} spoke.", [2]),
        (f"{{agency:{LONG}}} spoke.", f"{{agency:{LONG[:-9]}}} spoke.", [1, 1]),
        ("{agency:Ministerstwo Łączności} spoke.", "{agency:MINISTERSTWO ŁĄCZNOŚCI} spoke.", [2]),
        ("{agency:警察庁} spoke.", "{agency:警察庁} spoke.", [2]),
        ("{agency:警察庁} spoke.", "{agency:消防庁} spoke.", [1, 1]),
        ("{person:Ms} spoke.", "{person:Dr.} spoke.", [1, 1]),
        ("{agency:the} spoke.", "{agency:'s} spoke.", [1, 1]),
    ],
)
def test_odd_names(left: str, right: str, found: list[int]) -> None:
    """In capitals, in quotes, with emoji, 300 characters long, in other scripts: no crash, no wrong merge."""
    assert sizes(graph_of(left, right), ("agency", "organisation", "person")) == found


def test_two_bodies_of_one_acronym_in_one_text() -> None:
    """Neither takes the acronym of another text, and that stays apart from both."""
    both = (
        "The {agency#a:Larnby Tide Office} ({agency#a:LTO}) and the {agency#b:Lower Town Orphanage} "
        "({agency#b:LTO}) met."
    )
    graph: Graph = graph_of(both, "{agency:LTO} was silent.", "The {agency:Larnby Tide Office} spoke.")
    assert sizes(graph, ("agency",)) == [1, 1, 2]
    unsure = [link for link in graph.links if link.verdict is Verdict.UNSURE]
    assert [link.because for link in unsure] == ["Both are called LTO. Another fits as well."] * 2
    assert story(both, "a.txt").text.count("LTO") == 2


@pytest.mark.parametrize("alike", [False, True])
def test_comparisons_of_events_grow_with_their_number(
    alike: bool,  # noqa: FBT001 (a column)
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No event costs more than a fixed number of comparisons, even if one body does the same in each text."""
    calls: list[int] = []

    def counted(left: Happening, right: Happening, places: Places) -> str:
        calls.append(1)
        return happenings.contradiction(left, right, places)

    monkeypatch.setattr(gathering, "contradiction", counted)
    day = on(date(2024, 3, 12))
    for size in (20, 200):
        calls.clear()
        stories = []
        for number in range(size):
            patient = "Tarby Guard" if alike else f"Guard {word(number)}"
            text = f"Larnby Watch arrested men of {patient} on {number}. {patient} arrested again."
            told = Story(f"{number}.txt", text, date(2024, 3, 20))
            who = {"agent": [told.name("agency", "Larnby Watch")], "patient": [told.name("agency", patient)]}
            told.tell("arrest", "arrested", who, when=day)
            told.tell("arrest", "arrested", nth=2)
            stories.append(told.observed())
        conclude(stories)
        assert len(calls) <= KEYS_OF_AN_EVENT * gathering.MOST_COMPARED * 2 * size


def test_one_happening_in_a_thousand_texts() -> None:
    """What all of them tell is one event, and joining them is quick."""
    stories = []
    for number in range(1000):
        told = Story(f"{number}.txt", f"Bo Lind arrested\n\nBo Lind was arrested, says text {number}.", None)
        name = told.name("person", "Bo Lind")
        told.detail("Bo Lind", "case number", "17")
        for nth in (1, 2):
            told.tell("arrest", "arrested", {"patient": [name]}, nth=nth, when=on(date(2024, 3, 12)))
        stories.append(told.observed())
    assert [len(event.mentions) for event in conclude(stories).events] == [2000]
