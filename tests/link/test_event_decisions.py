"""Decisions about events: dated, added, given another type, put together, kept apart, left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from eventgraph.graph.check import check
from eventgraph.link import conclude
from eventgraph.link.decisions import parse_decisions
from eventgraph.model import Event, Graph
from eventgraph.times.edtf_text import read_edtf
from eventgraph.vocabulary import Basis, ClaimAbout, PlaceBasis, Status
from revising import claims
from stories import Story, on

TUESDAY, WEDNESDAY = on(date(2024, 3, 12)), on(date(2024, 3, 13))
A = 'event = {origin = "a.txt", text = "arrested"}\n'
FIRST = 'event = {origin = "a.txt", text = "arrested", nth = 1}\n'
B = '[[redate]]\nevent = {origin = "b.txt", text = "seized"}\nedtf = "2022"\n'


def report(origin: str, verb: str = "arrested", rest: str = "") -> Story:
    """One of the reports of an arrest by an official of a harbour, on Tuesday."""
    story = Story(origin, f"Chief Ada Quist {verb} Bo Lind in Larnby on Tuesday. {rest}", date(2024, 3, 14))
    chief, lind = story.name("official", "Ada Quist"), story.name("official", "Bo Lind")
    place = story.name("location", "Larnby")
    story.tell(
        "arrest",
        verb,
        {"agent": [chief], "patient": [lind]},
        when=TUESDAY,
        when_span=story.time("Tuesday", TUESDAY),
        places=story.where(place),
    )
    return story


def other_day() -> Story:
    """A report of an arrest of the same man on Wednesday."""
    story = Story("c.txt", "Chief Ada Quist held Bo Lind in Larnby on Wednesday.", date(2024, 3, 15))
    chief, lind = story.name("official", "Ada Quist"), story.name("official", "Bo Lind")
    place = story.name("location", "Larnby")
    story.tell(
        "arrest",
        "held",
        {"agent": [chief], "patient": [lind]},
        when=WEDNESDAY,
        when_span=story.time("Wednesday", WEDNESDAY),
        places=story.where(place),
    )
    return story


def decided(text: str, *stories: Story) -> Graph:
    """The graph of these documents with the decisions of a file; it passes the check of every build."""
    graph = conclude([story.observed() for story in stories], parse_decisions(text))
    check(graph)
    return graph


def said(event: Event) -> list[str]:
    """What is told of decisions about an event."""
    return [detail.value for detail in event.attributes if detail.key == "decision"]


def test_undecided_two_reports_of_one_day_are_one_and_the_other_day_is_another() -> None:
    """What the decisions below change."""
    graph = decided("", report("a.txt"), report("b.txt", "seized"), other_day())
    assert sorted(len(event.mentions) for event in graph.events) == [1, 2]


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2024-03-11", {"2024-03-11": "chosen", "2024-03-12": "rejected"}),
        ("2024-03", {"2024-03": "chosen", "2024-03-12": "rejected"}),
        ("2024-03-12", {}),
    ],
)
def test_redate(edtf: str, told: dict[str, str]) -> None:
    """The date holds for the happening, whoever tells it; what the texts say stays, rejected."""
    graph = decided(
        f'[[redate]]\n{A}edtf = "{edtf}"\nnote = "the log"\n', report("a.txt"), report("b.txt", "seized")
    )
    (event,) = graph.events
    assert event.when
    assert (event.when.edtf, event.when.basis) == (edtf, Basis.DECISION)
    assert graph.text_of(event.when.span) == "arrested"
    assert claims(event, ClaimAbout.WHEN) == told
    assert said(event) == [f"dated {edtf}: the log"]


def test_a_date_that_is_finer_than_those_told_rejects_none() -> None:
    """A person knows the day of the month that is told."""
    story = report("a.txt")
    story.events[0] = replace(story.events[0], when=read_edtf("2024-03"))
    graph = decided(f'[[redate]]\n{A}edtf = "2024-03-11"\n', story)
    assert claims(graph.events[0], ClaimAbout.WHEN) == {"2024-03-11": "chosen", "2024-03": "other"}


def test_what_fits_the_new_date_joins() -> None:
    """Dated to Wednesday, the arrest is that of the third report."""
    graph = decided(
        f'[[redate]]\n{A}edtf = "2024-03-13"\n', report("a.txt"), report("b.txt", "seized"), other_day()
    )
    (event,) = graph.events
    assert len(event.mentions) == 3
    assert claims(event, ClaimAbout.WHEN) == {"2024-03-13": "chosen", "2024-03-12": "rejected"}


def test_redate_is_stable_when_documents_are_added() -> None:
    """The same event, by its id, has the same date."""
    text = f'[[redate]]\n{A}edtf = "2023-07"\n'
    (alone,) = decided(text, report("a.txt")).events
    more = decided(text, report("a.txt"), report("b.txt", "seized"), other_day())
    (among,) = [event for event in more.events if event.id == alone.id]
    assert alone.when
    assert among.when
    assert alone.when.edtf == among.when.edtf == "2023-07"


def test_two_dates_for_one_event() -> None:
    """The first holds; the second, of another report of it, is a problem."""
    graph = decided(
        f'[[redate]]\n{A}edtf = "2023-07"\n{B}',
        report("a.txt"),
        report("b.txt", "seized"),
    )
    assert [event.when.edtf for event in graph.events if event.when] == ["2023-07"]
    assert [p.message for p in graph.problems] == [
        "[[redate]] 2: [[redate]] 1 decides otherwise about the same event"
    ]


ADD = (
    '[[add]]\nat = {origin = "a.txt", text = "fell silent"}\ntype = "death"\nedtf = "2024-03-10"\n'
    'participants = {patient = ["Bo Lind"]}\nplace = "Larnby"\nstatus = "alleged"\n'
    'note = "as the family says"\n'
)


def test_add() -> None:
    """An event like those read: with who, where and when, at the words that a person quotes."""
    graph = decided(ADD, report("a.txt", rest="Then Bo Lind fell silent."))
    (event,) = [event for event in graph.events if event.type == "death"]
    assert event.when
    assert (event.when.edtf, event.when.basis, event.status) == ("2024-03-10", Basis.DECISION, Status.ALLEGED)
    assert [(p.role, p.text, p.entity) for p in event.participants] == [
        ("patient", "Bo Lind", "official:bo-lind")
    ]
    assert [(p.entity, p.basis) for p in event.places] == [("location:larnby", PlaceBasis.TEXT)]
    assert [(graph.text_of(told), told.by) for told in event.mentions] == [("fell silent", "decision")]
    assert graph.text_of(event.mentions[0].sentence_span) == "Then Bo Lind fell silent."
    assert said(event) == ["added: as the family says"]
    nearest = event.participants[0]
    assert nearest.start > 50, "of two places the words of the sentence are meant"


def test_an_added_event_joins_what_tells_of_it() -> None:
    """It is compared like any other; a second decision may speak of it."""
    second = Story("b.txt", "Bo Lind died on 10 March.", date(2024, 3, 15))
    lind = second.name("official", "Bo Lind")
    second.tell("death", "died", {"patient": [lind]}, when=on(date(2024, 3, 10)))
    merge = '[[merge]]\na = {origin = "a.txt", text = "fell silent"}\nb = {origin = "b.txt", text = "died"}\n'
    graph = decided(ADD + merge, report("a.txt", rest="Then Bo Lind fell silent."), second)
    (event,) = [event for event in graph.events if event.type == "death"]
    assert len(event.mentions) == 2
    assert graph.problems == ()


def test_retype() -> None:
    """The whole happening has the other type, and its tellings stay together."""
    graph = decided(f'[[retype]]\n{A}type = "rescue"\n', report("a.txt"), report("b.txt", "seized"))
    (event,) = graph.events
    assert (event.type, event.id.partition(":")[0], len(event.mentions)) == ("rescue", "rescue", 2)
    assert event.label == "Bo Lind rescued in Larnby"
    assert said(event) == ["retyped from arrest to rescue"]
    assert [link.by for link in graph.links if link.by == "same happening"] == ["same happening"]


def test_merge_of_what_contradicts() -> None:
    """Two days, and even two types: the first quoted gives the type, and both dates stay."""
    rescue = Story("d.txt", "Bo Lind was pulled out in Tarbridge.", date(2024, 3, 16))
    rescue.tell("rescue", "pulled out", {"patient": [rescue.name("official", "Bo Lind")]})
    pairs = [("a.txt", "arrested", "c.txt", "held"), ("a.txt", "arrested", "d.txt", "pulled out")]
    text = "".join(
        f'[[merge]]\na = {{origin = "{a}", text = "{x}"}}\nb = {{origin = "{b}", text = "{y}"}}\n'
        for a, x, b, y in pairs
    )
    (event,) = decided(text, report("a.txt"), other_day(), rescue).events
    assert (event.type, len(event.mentions)) == ("arrest", 3)
    assert claims(event, ClaimAbout.WHEN) == {"2024-03-13": "chosen", "2024-03-12": "other"}


def test_split() -> None:
    """Two reports that the program takes for one, apart; nobody is asked again."""
    graph = decided(
        '[[split]]\na = {origin = "a.txt", text = "arrested"}\nb = {origin = "b.txt", text = "seized"}\n'
        'note = "he was held twice"\n',
        report("a.txt"),
        report("b.txt", "seized"),
    )
    assert len(graph.events) == 2
    assert graph.links == tuple(link for link in graph.links if "seized" not in link.because)
    assert not [link for link in graph.links if link.by == "same happening"]
    assert [said(event) for event in sorted(graph.events, key=lambda e: e.mentions[0].document)]
    assert all("he was held twice" in said(event)[0] for event in graph.events)


def test_split_from_everything() -> None:
    """One telling stands alone, and what is left of the happening stays together."""
    graph = decided(
        '[[split]]\na = {origin = "b.txt", text = "seized"}\n',
        report("a.txt"),
        report("b.txt", "seized"),
        report("d.txt", "caught"),
    )
    assert sorted(len(event.mentions) for event in graph.events) == [1, 2]
    assert [said(event) for event in graph.events if said(event)] == [["kept apart from all others"]]


TWICE = "They arrested him again."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f'[[redate]]\n{A}edtf = "2023"\n', "tells of 2 events in a.txt: say which with nth"),
        (f'[[retype]]\n{A}type = "rescue"\n', "tells of 2 events in a.txt: say which with nth"),
        (f"[[reject]]\n{A}", "tells of 2 events in a.txt: say which with nth"),
        (
            '[[add]]\nat = {origin = "a.txt", text = "arrested"}\ntype = "rescue"\n',
            "stands 2 times in a.txt: say which with nth",
        ),
        (
            '[[add]]\nat = {origin = "a.txt", text = "arrested", nth = 1}\ntype = "arrest"\n',
            "is found as arrest in a.txt already",
        ),
        ('[[add]]\nat = {origin = "a.txt", text = "gone"}\ntype = "arrest"\n', "does not stand in a.txt"),
        (
            '[[add]]\nat = {origin = "a.txt", text = "Lind"}\ntype = "fine"\nparticipants = {agent = "X"}\n',
            "“X” does not stand in a.txt",
        ),
        (
            '[[add]]\nat = {origin = "a.txt", text = "Chief"}\ntype = "arrest"\nplace = "Oslo"\n',
            "“Oslo” does not stand in a.txt",
        ),
        (
            '[[redate]]\nevent = {origin = "a.txt", text = "Chief"}\nedtf = "2023"\n',
            "no event is found at “Chief” in a.txt: it matches nothing any more",
        ),
        (
            f"[[reject]]\n{FIRST}[[redate]]\n{FIRST}edtf = '2023'\n",
            "“arrested” in a.txt is rejected by a decision",
        ),
    ],
)
def test_what_cannot_be_applied_is_a_problem(text: str, told: str) -> None:
    """It says why, and the rest of the file is applied."""
    story = report("a.txt", rest=TWICE)
    story.tell("arrest", "arrested", nth=2)
    graph = decided(
        text + '[[redate]]\nevent = {origin = "c.txt", text = "held"}\nedtf = "2020"\n', story, other_day()
    )
    (problem,) = graph.problems
    assert told in problem.message
    assert "2020" in {event.when.edtf for event in graph.events if event.when}


def test_words_that_tell_once_need_no_number() -> None:
    """Where one of the places is a trigger and the others are none, it is meant."""
    story = report("a.txt", rest="The man arrested is well.")
    graph = decided(f'[[redate]]\n{A}edtf = "2023"\n', story)
    assert [event.when.edtf for event in graph.events if event.when] == ["2023"]
    assert graph.problems == ()
