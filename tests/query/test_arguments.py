"""The arguments of questions: names looked up loosely, dates and types read, hostile words harmless."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.errors import ConfigError, EventGraphError, UnknownThing, UsageError
from eventgraph.graph.words import UNSEEN
from eventgraph.model import Graph
from eventgraph.query import load_questions, prepare
from eventgraph.query.arguments import meaning_of
from eventgraph.query.guard import refuse, tokens
from eventgraph.query.questions import PLACE, Argument, Kind, Question
from eventgraph.schema import load_schema
from hostile import HOSTILE, named
from made_graphs import graphs
from told import Teller

QUESTIONS = load_questions()
TYPES = {kind.rdf for kind in load_schema().event.values()}


def towns() -> Graph:
    """Names that hold one another, other names, and events that share words."""
    told = Teller()
    told.document("harbour/one.txt", "2024-03-14")
    told.document("two.txt", "2024-03-15")
    told.entity("agency", "Los Angeles Police Department", "LAPD")
    told.entity("agency", "Police")
    told.entity("agency", "Port Elin Police")
    told.entity("location", "Los Angeles")
    told.entity("location", "Port Elin")
    told.entity("operation", "Operation Night Tide", "Night Tide")
    told.entity("person", "José Müller")
    told.event("arrest:01", told.says("two.txt", "LAPD arrested two."), "2024-03", label="Two men arrested")
    told.event("arrest:02", told.says("two.txt", "Police arrested three."), label="Three men arrested")
    graph = told.graph()
    titled = replace(graph.documents[0], title="Night at the port")
    return replace(graph, documents=(titled, *graph.documents[1:]))


TOWNS = towns()


@pytest.mark.parametrize(
    ("kind", "words", "expected"),
    [
        (Kind.ENTITY, "LAPD", ["agency:los-angeles-police-department"]),
        (Kind.ENTITY, "l.a.p.d.", ["agency:los-angeles-police-department"]),
        (Kind.ENTITY, "los angeles police", ["agency:los-angeles-police-department"]),
        (Kind.ENTITY, "agency:los-angeles-police-department", ["agency:los-angeles-police-department"]),
        (Kind.ENTITY, "Los Angeles", ["location:los-angeles"]),
        (Kind.ENTITY, "POLICE", ["agency:police"]),
        (Kind.ENTITY, "angeles", ["agency:los-angeles-police-department", "location:los-angeles"]),
        (Kind.ENTITY, "jose muller", ["person:josé-müller"]),
        (Kind.PLACE, "port elin", ["location:port-elin"]),
        (Kind.PLACE, "angeles", ["location:los-angeles"]),
        (Kind.OPERATION, "night tide", ["operation:operation-night-tide"]),
        (Kind.EVENT, "arrest:01", ["arrest:01"]),
        (Kind.EVENT, "three men", ["arrest:02"]),
        (Kind.DOCUMENT, "two.txt", ["74776f2e74787400"]),
        (Kind.DOCUMENT, "74776f2e74787400", ["74776f2e74787400"]),
        (Kind.DOCUMENT, "night at", ["686172626f75722f"]),
        (Kind.DOCUMENT, "one.txt", ["686172626f75722f"]),
    ],
)
def test_names(kind: Kind, words: str, expected: list[str]) -> None:
    """By another name, a part of one, an id; a whole name goes before names that hold it."""
    assert sorted(meaning_of(kind, words, TOWNS).terms) == [f'"{identifier}"' for identifier in expected]


@pytest.mark.parametrize(
    ("kind", "words", "expected"),
    [
        (Kind.ENTITY, "Los Angles Police", "Nothing is called 'Los Angles Police'. .*Los Angeles Police"),
        (Kind.ENTITY, "Zzyzx", "Nothing is called 'Zzyzx'"),
        (Kind.OPERATION, "LAPD", "Nothing is called 'LAPD'"),
        (Kind.PLACE, "LAPD", "Nothing is called 'LAPD'"),
        (Kind.EVENT, "Two men arested", "No event is called .*Two men arrested"),
        (Kind.DOCUMENT, "tow.txt", "No document is called .*two.txt"),
        (Kind.TYPE, "arested", "No type of event is called 'arested'; there are operation, .*enforcement"),
    ],
)
def test_unknown_names(kind: Kind, words: str, expected: str) -> None:
    """What nothing is called is an error that names what is like it."""
    with pytest.raises(UnknownThing, match=expected):
        meaning_of(kind, words, TOWNS)


def test_ambiguous_events() -> None:
    """Words that several events have are an error that lists their ids and dates."""
    with pytest.raises(UsageError) as caught:
        meaning_of(Kind.EVENT, "men arrested", TOWNS)
    assert str(caught.value).splitlines() == [
        "2 events are called 'men arrested'; give an id:",
        "  arrest:01  2024-03  Two men arrested",
        "  arrest:02  undated  Three men arrested",
    ]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2024-02-10", "2024-02-10", "2024-02-10"),
        (" 2024-02 ", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("2024-33", "2024-01-01", "2024-03-31"),
        ("2024-02/2024-04", "2024-02-01", "2024-04-30"),
        ("[2024-02-03..2024-04-01]", "2024-02-03", "2024-04-01"),
        ("2024~", "2024-01-01", "2024-12-31"),
    ],
)
def test_dates(words: str, first: str, last: str) -> None:
    """A date of any coarseness stands for its first day, or its last."""
    for kind, day in ((Kind.FROM, first), (Kind.TO, last)):
        assert meaning_of(kind, words, TOWNS).terms == (f'"{day}"^^xsd:date',)


@pytest.mark.parametrize(
    ("kind", "words", "expected"),
    [
        (Kind.TO, "2024/..", "open"),
        (Kind.FROM, "../2024", "open"),
        (Kind.FROM, "[..2024]", "open"),
        (Kind.FROM, "2024-02-30", "2024-02-30"),
        (Kind.FROM, "yesterday", "no date"),
        (Kind.FROM, "2024-05/2024-01", "ends before"),
        (Kind.FROM, "", "empty"),
        (Kind.FROM, '2024"} #', "no date"),
        (Kind.DAYS, "-1", "not a number of days"),
        (Kind.DAYS, "1.5", "not a number of days"),
        (Kind.DAYS, "²", "not a number of days"),
        (Kind.DAYS, "9" * 5000, "not a number of days"),
    ],
)
def test_broken_dates_and_numbers(kind: Kind, words: str, expected: str) -> None:
    """Open and broken dates, and what is no number, are refused with what is wrong."""
    with pytest.raises(UsageError, match=expected):
        meaning_of(kind, words, TOWNS)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("arrest", ["eg:Arrest"]),
        ("Charges dropped", ["eg:ChargesDropped"]),
        ("operation", ["eg:OperationEvent"]),
        ("justice", [kind.rdf for kind in load_schema().event.values() if kind.family == "justice"]),
        ("event", ["eg:OtherEvent"]),
    ],
)
def test_types(words: str, expected: list[str]) -> None:
    """A type, or all of a family; a type goes before a family of its name."""
    found = meaning_of(Kind.TYPE, words, TOWNS).terms
    assert sorted(found) == sorted(expected if words != "event" else [load_schema().event["event"].rdf])


WORDS = {Kind.FROM: "2024", Kind.TO: "2024", Kind.DAYS: "3", Kind.TYPE: "arrest"}


def code(sparql: str) -> list[str]:
    """The tokens of a query; strings and numbers, which arguments become, without their values."""
    found = (token for token in tokens(sparql) if token.lastgroup != "space")
    return [token.lastgroup if token.lastgroup in {"string", "number"} else token.group() for token in found]


def harmless(question: Question, given: dict[str, str], graph: Graph) -> None:
    """What runs is the question itself with terms in its places, below lines of comment."""
    sparql = prepare(question, given, graph).sparql
    refuse(sparql)
    given_places = {each.name for each in question.arguments if given.get(each.name) or each.default}
    filled = PLACE.sub(lambda place: place[0] if place["name"] in given_places else "", question.sparql)
    own = code(filled)
    words = iter(code(sparql))
    added: list[str] = []
    for expected in own:
        added += iter(partial(next, words, expected), expected)
    assert list(words) == []
    assert set(added) <= {"string", "number", "^^", "^", "xsd:date", *TYPES}
    comments, _, _ = sparql.partition("SELECT")
    assert all(line.startswith("#") for line in comments.removesuffix("\n").split("\n"))
    assert not UNSEEN.search(comments.replace("\n", ""))


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_arguments(words: str) -> None:
    """Whatever is asked for, by itself and where everything is called so: harmless, or an error of ours."""
    for question, graph in product(QUESTIONS.values(), (TOWNS, named(words))):
        with suppress(EventGraphError):
            harmless(question, {each.name: words for each in question.arguments}, graph)
        with suppress(EventGraphError):
            harmless(question, {each.name: WORDS.get(each.kind, words) for each in question.arguments}, graph)


@settings(max_examples=15)
@given(graphs(), st.data())
def test_whatever_the_names(graph: Graph, data: st.DataObject) -> None:
    """Names, labels and files of any characters, asked for as they are or by part, never break out."""
    called = [
        *(name for entity in graph.entities for name in (entity.id, entity.name, *entity.aliases)),
        *(event.full_label for event in graph.events),
        *(document.origin for document in graph.documents),
    ]
    question = data.draw(st.sampled_from(list(QUESTIONS.values())))
    words = st.sampled_from(called) | st.text()
    given = {each.name: WORDS.get(each.kind) or data.draw(words) for each in question.arguments}
    with suppress(EventGraphError):
        harmless(question, given, graph)


def test_a_name_never_leaves_its_line() -> None:
    """A line break in a name is none in the comment, and an id with one is a string that holds it."""
    words = '"} #\n} x'
    sparql = prepare(QUESTIONS["about"], {"who": words}, named(words)).sparql
    assert sparql.splitlines()[1].startswith("# who ")
    assert sparql.splitlines()[2].startswith("SELECT")
    assert r'"person:\"} #\n} x"' in sparql


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "about needs who: A name or an id."),
        ({"who": ""}, "about needs who"),
        ({"who": "LAPD", "whom": "x"}, "about has no argument whom; it has who."),
    ],
)
def test_missing_and_strange_arguments(given: dict[str, str], expected: str) -> None:
    """What is missing is named with its help, what the question has not with what it has."""
    with pytest.raises(UsageError, match=expected):
        prepare(QUESTIONS["about"], given, TOWNS)


def test_defaults_and_notes() -> None:
    """A default stands for what is not given; notes say what words were taken for, five names at most."""
    asked = prepare(QUESTIONS["gaps"], {"who": "angeles"}, TOWNS)
    assert "VALUES ?days { 30 }" in asked.sparql
    assert asked.notes == ("who 'angeles': Los Angeles Police Department, Los Angeles", "days '30': 30")
    assert asked.sparql.startswith("# gaps: the gaps in somebody's timeline\n# who 'angeles': ")


def test_places_for_arguments_that_are_not_given_restrict_nothing() -> None:
    """No VALUES without values is left."""
    question = Question(
        name="q", summary="s", sparql="SELECT ?x WHERE {\n  VALUES ?x {}\n  ?x ?y ?z\n}\n",
        arguments=(Argument(name="x", kind=Kind.ENTITY, help="h", optional=True),),
    )  # fmt: skip
    assert question.filled({}) == "SELECT ?x WHERE {\n  ?x ?y ?z\n}\n"
    assert (
        question.filled({"x": ('"a"', '"b"')})
        == 'SELECT ?x WHERE {\n  VALUES ?x { "a" "b" }\n  ?x ?y ?z\n}\n'
    )


def test_every_question_has_its_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question whose arguments and places differ is refused when it is read."""
    assert len(QUESTIONS) >= 17
    monkeypatch.setattr("eventgraph.query.questions.PLACE", re.compile("(?P<name>no place)"))
    load_questions.cache_clear()
    with pytest.raises(ConfigError, match="arguments and their places differ"):
        load_questions()
    load_questions.cache_clear()
