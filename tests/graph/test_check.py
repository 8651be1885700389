"""The build's check of itself finds what does not stand in the sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from eventgraph.errors import GraphBroken
from eventgraph.graph.check import check
from eventgraph.graph.wire import encode, load
from eventgraph.model import Event, Graph, Link, Relation, Span
from eventgraph.vocabulary import Verdict
from samples import FIRST, SAMPLE, SECOND


def with_event(**changes: Any) -> Graph:  # noqa: ANN401 (any field of an event)
    """The sample with another first event."""
    first, *rest = SAMPLE.events
    return replace(SAMPLE, events=(replace(first, **changes), *rest))


def arrest() -> Event:
    """The first event of the sample."""
    return SAMPLE.events[0]


def test_the_sample_passes() -> None:
    """A graph whose every fact shows its words passes."""
    check(SAMPLE)


def with_link(left: str) -> Graph:
    """The sample with one more link from there."""
    link = Link(left=left, right=f"{FIRST.id}:0-6", verdict=Verdict.SAME, score=1.0, by="x", because="y")
    return replace(SAMPLE, links=(*SAMPLE.links, link))


REFERENCES: list[tuple[str, Callable[[], Graph]]] = [
    ("missing document", lambda: replace(SAMPLE, documents=(replace(FIRST, duplicate_of="f"), SECOND))),
    ("no mention here", lambda: with_link("ffff:0-1")),
    ("no mention here", lambda: with_link(f"{FIRST.id}:0")),
    ("unknown type", lambda: with_event(type="miracle")),
    (
        "unknown type",
        lambda: replace(SAMPLE, entities=(replace(SAMPLE.entities[0], type="angel"), *SAMPLE.entities[1:])),
    ),
    ("document that is not there", lambda: replace(SAMPLE, documents=(FIRST,))),
]
"""What leads nowhere; every reader of a graph finds it."""

BREAKAGES: list[tuple[str, Callable[[], Graph]]] = [
    ("outside its document", lambda: with_event(attributes=(Span(FIRST.id, 5, 9999),))),
    ("outside its document", lambda: with_event(attributes=(Span(FIRST.id, 5, 5),))),
    ("document that is not there", lambda: with_event(attributes=(Span("ffff", 0, 1),))),
    ("quotes 'police'", lambda: with_event(participants=(replace(arrest().participants[0], text="police"),))),
    ("quotes 'Monday'", lambda: with_event(when=replace(arrest().when, text="Monday"))),  # type: ignore[type-var]
    (
        "does not say 300",
        lambda: with_event(quantities=(replace(arrest().quantities[0], value=Decimal(300)),)),
    ),
    ("missing entity", lambda: with_event(operation="operation:other")),
    ("missing event", lambda: replace(SAMPLE, events=SAMPLE.events[:1])),
    ("no mention", lambda: with_event(mentions=())),
    (
        "outside its sentence",
        lambda: with_event(mentions=(replace(arrest().mentions[0], sentence=(40, 50)),)),
    ),
    ("two things", lambda: replace(SAMPLE, events=(*SAMPLE.events, arrest()))),
    ("two things", lambda: replace(SAMPLE, documents=(FIRST, FIRST, SECOND))),
    (
        "stands at none of its mentions",
        lambda: replace(
            SAMPLE,
            entities=(replace(SAMPLE.entities[0], name="Coast Guard", aliases=()), *SAMPLE.entities[1:]),
        ),
    ),
    (
        "missing entity",
        lambda: replace(SAMPLE, relations=(Relation(id="r", type="part_of", subject="agency:none"),)),
    ),
    *REFERENCES,
]


@pytest.mark.parametrize(("message", "broken"), BREAKAGES)
def test_what_does_not_stand_there_is_found(message: str, broken: Callable[[], Graph]) -> None:
    """Each kind of unfounded fact fails the check, and the message says which it is."""
    with pytest.raises(GraphBroken, match=message):
        check(broken())


@pytest.mark.parametrize(("message", "broken"), REFERENCES)
def test_what_leads_nowhere_is_found_by_every_reader(
    message: str, broken: Callable[[], Graph], tmp_path: Path
) -> None:
    """A file whose references lead nowhere is refused when it is read."""
    (tmp_path / "graph.json").write_bytes(encode(broken()))
    with pytest.raises(GraphBroken, match=message):
        load(tmp_path)


@pytest.mark.parametrize(
    ("text", "value", "low"),
    [
        ("1,655", "1655", "1655"),
        ("2.5 million", "2500000", "2500000"),
        ("more than 30", None, "31"),
        ("five", "5", "5"),
    ],
)
def test_numbers_in_their_usual_dress_pass(text: str, value: str | None, low: str) -> None:
    """Thousands separators, millions, strict bounds and number words are what numbers look like."""
    document = replace(FIRST, text=FIRST.text.replace("at least 12", text))
    quantity = replace(
        arrest().quantities[0],
        end=arrest().quantities[0].start + len(text),
        text=text,
        value=Decimal(value) if value else None,
        low=Decimal(low),
    )
    event = Event(id="e", type="arrest", label="x", quantities=(quantity,), mentions=arrest().mentions[:1])
    check(Graph(documents=(document,), events=(event,)))
