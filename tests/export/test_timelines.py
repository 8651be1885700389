"""What every timeline keeps: status, sources, words, and the masks of the protected."""

from __future__ import annotations

import dataclasses
import html
import re

import pytest

from eventgraph.export import TIMELINES, timeline
from eventgraph.graph.protect import MASK, protect
from eventgraph.model import Graph
from eventgraph.vocabulary import STATUS_WORDS, Status
from samples import SAMPLE, TUESDAY

TOLD = sorted(set(TIMELINES) - {"ranked"})
"""Formats in which events are told in words; ranks have none."""

DATED = dataclasses.replace(
    SAMPLE, events=tuple(dataclasses.replace(event, when=TUESDAY) for event in SAMPLE.events)
)
"""The sample with all its events on one day, so that each format has a place for each."""


def plain(graph: Graph, name: str) -> str:
    """A timeline of all events of a graph, without the folds and escapes of its format."""
    text = timeline(graph, graph.events, name).replace("\r\n ", "")
    return re.sub(r"\\([^n])", r"\1", html.unescape(text))


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize("status", sorted(set(Status) - {Status.HAPPENED}))
def test_every_status_is_told(status: Status, name: str) -> None:
    """Whoever reads a format sees what is no fact, and what goes on."""
    event = dataclasses.replace(DATED.events[0], status=status)
    text = plain(dataclasses.replace(DATED, events=(event,)), name)
    assert STATUS_WORDS[status] in text or f'"status": "{status}"' in text or f",{status}," in text


@pytest.mark.parametrize("name", TOLD)
def test_every_source_is_named(name: str) -> None:
    """An event that two documents tell names both, with the address of the one that has one."""
    text = plain(DATED, name)
    for words in (
        "Port police <end> a smuggling ring, Harbour Post",
        "later.html",
        "https://example.org/harbour",
    ):
        assert words in text


@pytest.mark.parametrize("name", TOLD)
def test_every_event_has_its_sentence(name: str) -> None:
    """The words that say so stand beside what is said."""
    text = re.sub("</?(b|mark)>", "", plain(DATED, name))
    assert "Chief Ada Quist said the suspects allegedly smuggled 40 kg of cocaine in February." in text


@pytest.mark.parametrize("name", sorted(TIMELINES))
def test_protected_people_stay_masked(name: str) -> None:
    """A graph that was masked names nobody it should not, in any format."""
    text = plain(protect(DATED), name)
    assert "Mia" not in text
    assert (MASK in text) == (name in TOLD)
