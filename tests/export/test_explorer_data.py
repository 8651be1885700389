"""What the panel is told about events and entities."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest

from eventgraph.export.explorer_data import explorer_data
from eventgraph.model import DayPair, Graph
from eventgraph.vocabulary import Basis
from samples import EVENTS, FIRST, HERON, MIA, POLICE, QUIST, SAMPLE, SECOND

DATA = explorer_data(SAMPLE)


def row(kind: str, wanted: str, data: dict[str, Any] = DATA) -> dict[str, Any]:
    """The row of an event or entity."""
    return next(row for row in data[kind] if row["id"] == wanted)


def marked(quote: Any, data: dict[str, Any] = DATA) -> dict[str, str]:  # noqa: ANN401 (a quote as the page has it)
    """The marked words of a quote, by kind."""
    number, marks = quote
    text = data["passages"][number][1]
    return {mark[2]: text[mark[0] : mark[1]] for mark in marks}


def test_events_stand_in_time_and_undated_ones_last() -> None:
    """The order of the list and of the keys that walk it."""
    assert [event["id"].partition(":")[0] for event in DATA["events"]] == [
        "trafficking",
        "arrest",
        "hearing",
        "discovery",
        "operation",
    ]


def test_every_fact_of_an_event_is_marked_in_its_sentence() -> None:
    """Trigger, date, participants, place and number are the very words."""
    first, second = (quote["quote"] for quote in row("events", "arrest:aaaaaaaa")["quotes"])
    assert marked(first) == {
        "what": "arrested",
        "when": "Tuesday",
        "who": "people",
        "where": "Larnby",
        "number": "at least 12",
    }
    assert marked(second) == {"what": "arrested"}
    assert DATA["passages"][second[0]][0] == SECOND.id


def test_a_date_says_what_it_rests_on() -> None:
    """Words of the date, words of the text, basis."""
    assert row("events", "arrest:aaaaaaaa")["when"] == {
        "words": "12 March 2024",
        "text": "Tuesday",
        "basis": "reckoned from the publication date, 14 March 2024",
        "edtf": "2024-03-12",
        "days": [19794, 19794, 19794, 19794],
    }
    assert "when" not in row("events", "discovery:cccccccc")


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        ((date(1970, 1, 1), date(1970, 1, 31)), (date(1970, 1, 1), date(1970, 1, 31)), [0, 30, 0, 30]),
        ((date(1969, 12, 31), date(1969, 12, 31)), (None, None), [-1, -1, None, None]),
        ((None, date(2024, 1, 24)), (None, date(2024, 1, 24)), [None, 19746, None, 19746]),
    ],
    ids=["within a month", "since a day", "by a day"],
)
def test_days_are_counted_and_unknown_ones_stay_so(
    begin: DayPair, end: DayPair, expected: list[object]
) -> None:
    """First and last day of the begin and of the end."""
    arrest = EVENTS[0]
    assert arrest.when is not None
    when = dataclasses.replace(arrest.when, begin=begin, end=end, clock="03:00")
    graph = dataclasses.replace(SAMPLE, events=(dataclasses.replace(arrest, when=when), *EVENTS[1:]))
    shown = row("events", arrest.id, explorer_data(graph))["when"]
    assert shown["days"] == expected
    assert shown["clock"] == "03:00"


def test_a_date_from_another_date_quotes_it() -> None:
    """Reckoned from "Tuesday": the words are shown."""
    arrest = EVENTS[0]
    assert arrest.when is not None
    when = dataclasses.replace(arrest.when, basis=Basis.MENTION, anchor=arrest.when.span)
    graph = dataclasses.replace(SAMPLE, events=(dataclasses.replace(arrest, when=when), *EVENTS[1:]))
    shown = row("events", arrest.id, explorer_data(graph))["when"]["basis"]
    assert shown == "reckoned from another date in the text, “Tuesday”"


def test_allegations_travel_with_their_status() -> None:
    """The label says it, and so does the status; what happened says nothing."""
    alleged = row("events", "trafficking:dddddddd")
    assert alleged["label"] == "Alleged: 40 kg of cocaine smuggled"
    assert (alleged["status"], alleged["statusWords"]) == ("alleged", "Alleged")
    assert alleged["quotes"][0]["saidBy"] == [{"text": "Chief Ada Quist", "node": QUIST}]
    assert "status" not in row("events", "arrest:aaaaaaaa")


def test_an_operation_and_its_event_are_one_node() -> None:
    """The event leads to the entity's node."""
    assert row("events", "operation:bbbbbbbb")["node"] == HERON


def test_claims_show_each_answer_with_its_source() -> None:
    """12 and 14, each with the sentence that says so."""
    claims = row("events", "arrest:aaaaaaaa")["claims"]
    assert [(claim["value"], claim["state"], marked(claim["quote"])) for claim in claims] == [
        ("12", "shown here", {"claim": "at least 12"}),
        ("14", "also said", {"claim": "14"}),
    ]


def test_entities_bring_names_details_and_sentences() -> None:
    """Aliases, attributes, where they are named, why they were merged."""
    assert row("entities", POLICE)["aliases"] == ["Police"]
    assert len(row("entities", POLICE)["quotes"]) == 2
    assert row("entities", MIA)["details"][0]["value"] == "9"
    assert row("entities", QUIST)["merges"] == [
        {
            "why": "surname and title: Both are Chief, of agencies that share a place.",
            "pins": [[FIRST.id, "Ada Quist"], [SECOND.id, "Quist"]],
        }
    ]


def test_posts_are_relations_with_their_sentence() -> None:
    """Chief of the police, as the sentence says it."""
    (post,) = DATA["relations"]
    assert (post["subject"], post["label"], post["object"]) == (QUIST, "Chief", POLICE)
    assert marked(post["quote"]) == {"name": "Chief Ada Quist"}


def test_documents_come_without_their_text() -> None:
    """Title, publisher, origin, date and how it is known; never the text."""
    assert DATA["documents"][FIRST.id] == {
        "title": "Port police <end> a smuggling ring",
        "origin": "harbour.txt",
        "publisher": "Harbour Post",
        "url": "https://example.org/harbour",
        "published": "published 14 March 2024, from the dateline",
    }


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x"])
def test_a_strange_address_is_no_link(url: str) -> None:
    """It does not even travel."""
    graph = dataclasses.replace(SAMPLE, documents=(dataclasses.replace(FIRST, url=url), SECOND))
    assert "url" not in explorer_data(graph)["documents"][FIRST.id]


def test_an_empty_graph_has_empty_data() -> None:
    """Nothing to show is no error."""
    data = explorer_data(Graph())
    assert (data["events"], data["entities"], data["passages"]) == ([], [], [])


def test_an_event_tells_why_its_passages_are_one() -> None:
    """As an entity does: the rule and its reason."""
    arrest = SAMPLE.events[0]
    link = dataclasses.replace(
        SAMPLE.links[0],
        left=arrest.mentions[0].mention_id,
        right=arrest.mentions[1].mention_id,
        by="same happening",
        because="They tell of the same day and place.",
    )
    (reason,) = row("events", arrest.id, explorer_data(dataclasses.replace(SAMPLE, links=(link,))))["merges"]
    assert reason["why"] == "same happening: They tell of the same day and place."
