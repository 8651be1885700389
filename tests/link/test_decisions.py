"""Decisions: the file, and what they make of the graph."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from eventgraph.errors import ConfigError
from eventgraph.link import Decision, Quote, conclude, read_decisions
from eventgraph.link.decisions import Missed, parse_decisions
from eventgraph.model import Entity, Graph
from eventgraph.times.edtf import Ground
from eventgraph.times.edtf_text import read_edtf
from eventgraph.vocabulary import Basis, Status, Verdict
from stories import Story, on

DAY = on(date(2024, 3, 12))


def first() -> Story:
    """A harbour force arrests somebody."""
    story = Story(
        "a.txt", "The Harbour Watch arrested Bo Lind on March 12. The Watch is old.", date(2024, 3, 13)
    )
    watch = story.name("agency", "Harbour Watch")
    short = story.name("agency", "Watch", 2)
    story.same(watch, short)
    lind = story.name("person", "Bo Lind")
    story.tell("arrest", "arrested", {"agent": [watch], "patient": [lind]}, when=DAY)
    return story


def second() -> Story:
    """The same, in another paper's words."""
    story = Story(
        "b.txt", "Port Watch officers held Bo Lind, a sailor. The Harbour Watch is near.", date(2024, 3, 14)
    )
    watch = story.name("organisation", "Port Watch")
    lind = story.name("person", "Bo Lind")
    story.name("agency", "Harbour Watch")
    story.tell("arrest", "held", {"agent": [watch], "patient": [lind]})
    return story


def decided(text: str) -> Graph:
    """The graph of both stories with the decisions of a file."""
    return conclude([first().observed(), second().observed()], parse_decisions(text))


def entity(graph: Graph, name: str) -> Entity:
    """The one entity of a name."""
    (found,) = [entity for entity in graph.entities if entity.name == name]
    return found


def test_a_file_is_read(tmp_path: Path) -> None:
    """All seven actions, with notes and places counted from 1."""
    file = tmp_path / "decisions.toml"
    file.write_text(
        '[[merge]]\na = {origin = "a.txt", text = "LHP"}\n'
        'b = {origin = "b.txt", text = "the department", nth = 2}\nnote = "same"\n'
        '[[split]]\na = {origin = "a.txt", text = "Quist"}\n'
        '[[rename]]\na = {origin = "a.txt", text = "LHP"}\nname = "Harbour Police"\n'
        '[[retype]]\na = {origin = "a.txt", text = "LHP"}\ntype = "agency"\n'
        '[[reject]]\nevent = {origin = "a.txt", text = "arrested"}\n'
        '[[redate]]\nevent = {origin = "a.txt", text = "held"}\nedtf = "2023-07"\n'
        '[[add]]\nat = {origin = "a.txt", text = "fell"}\ntype = "death"\nstatus = "alleged"\n'
        'participants = {patient = ["Bo Lind", "a boy"]}\nplace = "Larnby"\n',
        encoding="utf-8",
    )
    assert read_decisions(file) == (
        Decision(
            action="merge",
            a=Quote(origin="a.txt", text="LHP"),
            b=Quote(origin="b.txt", text="the department", nth=2),
            note="same",
        ),
        Decision(action="split", a=Quote(origin="a.txt", text="Quist")),
        Decision(action="rename", a=Quote(origin="a.txt", text="LHP"), value="Harbour Police"),
        Decision(action="retype", a=Quote(origin="a.txt", text="LHP"), value="agency"),
        Decision(action="reject", a=Quote(origin="a.txt", text="arrested"), event=True),
        Decision(
            action="redate",
            a=Quote(origin="a.txt", text="held"),
            when=read_edtf("2023-07", Ground(Basis.DECISION)),
            event=True,
        ),
        Decision(
            action="add",
            a=Quote(origin="a.txt", text="fell"),
            value="death",
            missed=Missed(
                participants=(("patient", "Bo Lind"), ("patient", "a boy")),
                place="Larnby",
                status=Status.ALLEGED,
            ),
            event=True,
        ),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[merge]\n", "line 1"),
        ("[[unite]]\n", "unite"),
        ('note = 1\n\n[[merge]]\na = {origin = "a", text = "b"}\n', "note"),
        ('[[merge]]\na = {origin = "a", text = "b"}\n', r"\[\[merge\]\] 1, line 1.*`b`"),
        (
            '[[split]]\na = {origin = "a", text = "b"}\n[[split]]\na = {origin = "a", txt = "b"}\n',
            "line 3.*txt",
        ),
        ('[[split]]\na = {origin = "a", text = "b", nth = 0}\n', "nth counts from 1"),
        ('[[split]]\na = {origin = "a", text = " "}\n', "text must not be empty"),
        ('[[rename]]\na = {origin = "a", text = "b"}\nname = ""\n', "name must not be empty"),
        ('[[retype]]\na = {origin = "a", text = "b"}\ntype = "ship"\n', "agency, location"),
        ("[[reject]]\n", "needs either"),
        ('[[retype]]\ntype = "agency"\n', "needs either"),
        ('[[retype]]\nevent = {origin = "a", text = "b"}\ntype = "agency"\n', "abuse, accident"),
        ('[[redate]]\nevent = {origin = "a", text = "b"}\n', "`edtf`"),
        ('[[redate]]\nevent = {origin = "a", text = "b"}\nedtf = "May"\n', r"\[\[redate\]\] 1: edtf 'May'"),
        ('[[redate]]\nevent = {origin = "a", text = "b"}\nedtf = "2023-02-30"\n', "day is out of range"),
        ('[[add]]\nat = {origin = "a", text = "b"}\ntype = "party"\n', "abuse, accident"),
        ('[[add]]\nat = {origin = "a", text = "b"}\ntype = "death"\nstatus = "sad"\n', "line 1.*status"),
        (
            '[[add]]\nat = {origin = "a", text = "b"}\ntype = "death"\nparticipants = {agent = "c"}\n',
            "the roles of death are patient",
        ),
        (
            '[[add]]\nat = {origin = "a", text = "b"}\ntype = "death"\nparticipants = {patient = ""}\n',
            "must not be empty",
        ),
    ],
)
def test_a_bad_file_says_where_and_what(text: str, said: str) -> None:
    """The line, the key or the values there are."""
    with pytest.raises(ConfigError, match=said):
        parse_decisions(text)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """A missing file, and one that is no text."""
    with pytest.raises(ConfigError, match=r"none\.toml"):
        read_decisions(tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00\x80")
    with pytest.raises(ConfigError, match=r"bytes\.toml"):
        read_decisions(tmp_path / "bytes.toml")


def test_undecided_the_stories_have_two_bodies_and_two_sailors() -> None:
    """Names alone merge the agency of both papers, but neither the other body nor the man."""
    graph = decided("")
    assert [e.id for e in graph.entities] == [
        "agency:harbour-watch",
        "organisation:port-watch",
        "person:bo-lind",
        f"person:bo-lind-{graph.entities[3].id[-8:]}",
    ]
    assert len([event for event in graph.events if event.type == "arrest"]) == 2


def test_merge() -> None:
    """Two people become one, by a link that says a person decided; what they did follows."""
    graph = decided(
        '[[merge]]\na = {origin = "a.txt", text = "Bo Lind"}\nb = {origin = "b.txt", text = "Bo Lind"}\n'
        'note = "The same ship."\n'
    )
    assert len(entity(graph, "Bo Lind").mentions) == 2
    assert [link.because for link in graph.links if link.by == "decision"] == ["The same ship."]
    assert graph.problems == ()


def test_merge_of_what_contradicts() -> None:
    """A person may tie together what the program never would."""
    graph = decided(
        '[[merge]]\na = {origin = "a.txt", text = "Harbour Watch"}\n'
        'b = {origin = "b.txt", text = "Bo Lind"}\n'
    )
    assert entity(graph, "Harbour Watch").aliases == ("Bo Lind", "Watch")
    assert len(graph.entities) == 3


def test_merge_of_events() -> None:
    """Two triggers become one event."""
    graph = decided(
        '[[merge]]\na = {origin = "a.txt", text = "arrested"}\nb = {origin = "b.txt", text = "held"}\n'
    )
    (event,) = [event for event in graph.events if event.type == "arrest"]
    assert [graph.text_of(mention) for mention in event.mentions] == ["arrested", "held"]


def test_split_from_another() -> None:
    """The agency of one paper is kept from that of the other."""
    graph = decided(
        '[[split]]\na = {origin = "a.txt", text = "Harbour Watch"}\n'
        'b = {origin = "b.txt", text = "Harbour Watch"}\n'
    )
    assert len([e for e in graph.entities if e.name == "Harbour Watch"]) == 2
    assert not [link for link in graph.links if link.by == "same name" and link.verdict is Verdict.SAME]


def test_split_from_everything() -> None:
    """A name stands alone, apart from what its own text calls the same."""
    graph = decided('[[split]]\na = {origin = "a.txt", text = "Watch", nth = 2}\n')
    assert len(entity(graph, "Harbour Watch").mentions) == 2
    assert len(entity(graph, "Watch").mentions) == 1


def test_rename_and_retype() -> None:
    """The old name becomes another name; the id follows both."""
    graph = decided(
        '[[rename]]\na = {origin = "b.txt", text = "Port Watch"}\nname = "Port Security"\n'
        '[[retype]]\na = {origin = "b.txt", text = "Port Watch"}\ntype = "agency"\n'
    )
    found = entity(graph, "Port Security")
    assert (found.id, found.type, found.aliases) == ("agency:port-security", "agency", ("Port Watch",))


def test_an_operation_that_a_person_calls_an_agency_has_no_event() -> None:
    """What was done in it stays, as part of nothing."""
    story = Story("a.txt", "They arrested 12 people in Harbour Watch.", None)
    watch = story.name("operation", "Harbour Watch")
    story.tell("arrest", "arrested", operation=watch)
    quote = Quote(origin="a.txt", text="Harbour Watch")
    graph = conclude([story.observed()], [Decision(action="retype", a=quote, value="agency")])
    assert [(event.type, event.operation, event.related) for event in graph.events] == [("arrest", None, ())]


def test_reject() -> None:
    """A rejected entity leaves its words behind; a rejected event is gone."""
    graph = decided(
        '[[reject]]\na = {origin = "b.txt", text = "Port Watch"}\n'
        '[[reject]]\nevent = {origin = "a.txt", text = "arrested"}\n'
    )
    assert "Port Watch" not in {e.name for e in graph.entities}
    (event,) = [event for event in graph.events if event.type == "arrest"]
    assert [(p.text, p.entity) for p in event.participants if p.role == "agent"] == [("Port Watch", None)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[split]]\na = {origin = "gone.txt", text = "Bo Lind"}\n', "does not stand in gone.txt"),
        ('[[split]]\na = {origin = "a.txt", text = "Bo Lind", nth = 2}\n', "(2) does not stand in a.txt"),
        ('[[reject]]\na = {origin = "a.txt", text = "old"}\n', "no entity is found"),
        ('[[reject]]\nevent = {origin = "a.txt", text = "old"}\n', "no event is found"),
    ],
)
def test_a_decision_that_matches_nothing_is_a_problem(text: str, said: str) -> None:
    """It is named by its action and number, and the build goes on."""
    (problem,) = decided(text).problems
    assert problem.source == "decisions.toml"
    assert problem.message.startswith(("[[split]] 1: ", "[[reject]] 1: "))
    assert said in problem.message
    assert problem.message.endswith("matches nothing any more")
