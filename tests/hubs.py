"""A graph of any size in which a few names are in many events, as in real files: some are in nearly all."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from eventgraph.model import Claim, Event, EventQuantity, Graph, Participant, Span
from eventgraph.query import Question
from eventgraph.query.questions import Kind
from eventgraph.vocabulary import ClaimAbout, ClaimState
from generated import generated

STEEPNESS = 0.7
"""Of Pareto's law; the lower, the more events have the commonest names."""

DISPUTED = 0.2
"""The share of events on whose number sources differ."""


def with_hubs(events: int, seed: int = 1) -> Graph:
    """So many events with participants drawn by Pareto's law, a number each, and claims that differ."""
    graph = generated(events)
    drawing = _Drawing(graph, random.Random(seed))
    return replace(graph, events=tuple(drawing.event(event) for event in graph.events))


class _Drawing:
    """Draws who takes part, where, and how many."""

    def __init__(self, graph: Graph, chance: random.Random) -> None:
        self.chance = chance
        self.names: dict[str, list[str]] = defaultdict(list)
        for entity in graph.entities:
            self.names[entity.type].append(entity.id)

    def event(self, event: Event) -> Event:
        """The event with other participants, places and numbers."""
        span = event.mentions[0].span
        at = (span.document, span.start, span.end)
        suspect = Participant(*at, role="patient", text="", entity=self.drawn("official"))
        partner = Participant(*at, role="agent", text="", entity=self.drawn("agency"))
        people = [
            replace(each, entity=self.drawn(each.entity.partition(":")[0])) if each.entity else each
            for each in event.participants
        ]
        return replace(
            event,
            participants=(*people, suspect, partner),
            places=tuple(
                replace(place, entity=self.drawn("location")) if place.entity else place
                for place in event.places
            ),
            quantities=(self.number(event, span),),
            claims=tuple(self.claims(span)) if self.chance.random() < DISPUTED else (),
        )

    def drawn(self, kind: str) -> str:
        """An entity of a type: the first ones much more often than the last."""
        known = self.names[kind]
        return known[min(len(known), int(self.chance.paretovariate(STEEPNESS))) - 1]

    def number(self, event: Event, span: Span) -> EventQuantity:
        """How many people."""
        value = Decimal(self.chance.randint(1, 99))
        return EventQuantity(
            span.document, span.start, span.end, id=f"{event.id}-number", role="patient", what="people",
            value=value, low=value, high=value, unit="people", qualifier="", part_of=None, text=str(value),
        )  # fmt: skip

    def claims(self, span: Span) -> Iterator[Claim]:
        """Two answers to how many."""
        for state in (ClaimState.CHOSEN, ClaimState.OTHER):
            yield Claim(
                span.document, span.start, span.end, about=ClaimAbout.QUANTITY,
                value=str(self.chance.randint(1, 99)), state=state,
            )  # fmt: skip


def worst_case(question: Question, graph: Graph) -> dict[str, str]:
    """Arguments that ask a question about what is in most events; what can be left out is left out."""
    common = Counter(each.entity or "" for event in graph.events for each in event.participants)
    hubs = [identifier for identifier, _ in common.most_common() if identifier.startswith("agency:")]
    operations = Counter(event.operation or "" for event in graph.events)
    del operations[""]
    busy = next(event for event in graph.events if any(each.entity == hubs[0] for each in event.participants))
    words = {
        Kind.ENTITY: iter(hubs),
        Kind.OPERATION: iter([name for name, _ in operations.most_common()]),
        Kind.EVENT: iter([busy.id]),
        Kind.DOCUMENT: iter([graph.documents[0].id]),
        Kind.TYPE: iter(["enforcement"]),
        Kind.FROM: iter(["2020"]),
        Kind.TO: iter(["2030"]),
        Kind.DAYS: iter(["1"]),
    }
    needed = (argument for argument in question.arguments if not argument.optional)
    return {argument.name: next(words[argument.kind]) for argument in needed}
