"""Graphs of any size, made up by rule: for tests of what must hold when there is much to show."""

from __future__ import annotations

import random
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from eventgraph.model import (
    Document,
    Entity,
    EntityMention,
    Event,
    EventEvidence,
    EventPlace,
    EventWhen,
    Graph,
    Participant,
    Relation,
    Span,
)
from eventgraph.vocabulary import Basis, PlaceBasis, PlaceRelation, Precision, PublishedBasis, Status

AGENCIES = ("Harbour Authority", "Coastal Police", "Customs Service", "Fisheries Agency", "Audit Office")
OPERATIONS = ("Operation Clear Water", "Operation Night Tide", "Operation Paper Trail")
OFFICIALS = ("Ana Ruiz", "Omar Sel", "Lea Novak", "Tom Hale", "Jun Mori")
LOCATIONS = ("Port Elin", "Varda Bay", "Lower Quay", "Santa Reva", "Kesh Island", "North Basin")
VERBS = (
    ("arrest", "arrested three suspects"),
    ("seizure", "seized a cargo of eels"),
    ("search", "searched a warehouse"),
    ("charge", "charged a broker"),
    ("announcement", "announced the results"),
    ("fraud", "defrauded pensioners"),
)
STATUSES = (*(Status.HAPPENED,) * 6, Status.ALLEGED, Status.PLANNED, Status.DENIED)
PUBLISHED = date(2025, 12, 15)


class Writer:
    """Writes a text sentence by sentence and remembers what stands where."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.text = ""

    def sentence(self, *parts: str) -> list[Span]:
        """Append a sentence; the spans of its parts."""
        spans = []
        for part in parts:
            spans.append(Span(self.document, len(self.text), len(self.text) + len(part)))
            self.text += f"{part} "
        return spans


def names(events: int) -> Iterator[tuple[str, str]]:
    """Type and name of the entities: more of them the more events there are."""
    rounds = max(1, events // 40)
    for kind, stems in (
        ("agency", AGENCIES),
        ("operation", OPERATIONS),
        ("official", OFFICIALS),
        ("location", LOCATIONS),
    ):
        for turn in range(rounds):
            yield from ((kind, f"{stem} {turn + 1}" if rounds > 1 else stem) for stem in stems)


def entity_id(kind: str, name: str) -> str:
    """The id of a made-up entity."""
    return f"{kind}:{name.lower().replace(' ', '-')}"


def dated(span: Span, day: date, precision: Precision) -> EventWhen:
    """A day, or the month around it."""
    first = day.replace(day=1) if precision is Precision.MONTH else day
    last = day.replace(day=monthrange(day.year, day.month)[1]) if precision is Precision.MONTH else day
    edtf = f"{day:%Y-%m}" if precision is Precision.MONTH else day.isoformat()
    return EventWhen(
        span=span,
        text=day.isoformat(),
        edtf=edtf,
        earliest=first,
        latest=last,
        begin=(first, last),
        end=(first, last),
        precision=precision,
        basis=Basis.EXPLICIT,
    )


def generated(events: int, seed: int = 7) -> Graph:
    """A graph of so many events, the same for the same seed; a third of its names are in no event."""
    chance = random.Random(seed)
    writer = Writer("3333333333333333")
    known = list(names(events))
    mentioned: dict[str, list[EntityMention]] = {}
    made = [make_event(number, chance, writer, (known, mentioned)) for number in range(events)]
    for kind, name in known:
        (at,) = writer.sentence(name)
        mentioned.setdefault(entity_id(kind, name), []).append(EntityMention(at.document, at.start, at.end))
    return Graph(
        generator="eventgraph test",
        title=f"Harbour files, {events} events",
        documents=(
            Document(
                id=writer.document,
                origin="harbour.txt",
                text=writer.text,
                title="Harbour bulletin",
                publisher="Harbour Gazette",
                published=PUBLISHED,
                published_basis=PublishedBasis.METADATA,
            ),
        ),
        entities=tuple(
            sorted(
                (
                    Entity(
                        id=entity_id(kind, name),
                        type=kind,
                        name=name,
                        mentions=tuple(mentioned[entity_id(kind, name)]),
                    )
                    for kind, name in known
                ),
                key=lambda entity: entity.id,
            )
        ),
        events=tuple(sorted(made, key=lambda event: event.id)),
        relations=(
            Relation(
                id="holds_position:00000000",
                type="holds_position",
                subject=entity_id(*next(pair for pair in known if pair[0] == "official")),
                object=entity_id(*known[0]),
                label="Director",
            ),
        ),
    )


def make_event(
    number: int,
    chance: random.Random,
    writer: Writer,
    names_: tuple[list[tuple[str, str]], dict[str, list[EntityMention]]],
) -> Event:
    """One event with an agency, a place and a date, told in one sentence."""
    known, mentioned = names_
    kind, words = chance.choice(VERBS)
    chosen = {
        wanted: chance.choice([name for type_, name in known if type_ == wanted][: 3 + number // 4])
        for wanted in ("agency", "location", "operation")
    }
    day = date(2025, 1, 1) + timedelta(days=chance.randrange(340))
    who, trigger, _, where, _, when = writer.sentence(
        chosen["agency"], words, "in", chosen["location"], "on", f"{day.isoformat()}."
    )
    for wanted, span in (("agency", who), ("location", where)):
        place = mentioned.setdefault(entity_id(wanted, chosen[wanted]), [])
        place.append(EntityMention(span.document, span.start, span.end))
    return Event(
        id=f"{kind}:{number:08x}",
        type=kind,
        label=f"{chosen['agency']} {words} in {chosen['location']}",
        status=chance.choice(STATUSES),
        operation=entity_id("operation", chosen["operation"]) if chance.random() < 0.3 else None,
        when=None if number % 9 == 0 else dated(when, day, chance.choice([Precision.DAY, Precision.MONTH])),
        participants=(
            Participant(
                who.document,
                who.start,
                who.end,
                role="agent",
                text=chosen["agency"],
                entity=entity_id("agency", chosen["agency"]),
            ),
        ),
        places=(
            EventPlace(
                where.document,
                where.start,
                where.end,
                relation=PlaceRelation.IN,
                basis=PlaceBasis.TEXT,
                text=chosen["location"],
                entity=entity_id("location", chosen["location"]),
            ),
        ),
        mentions=(
            EventEvidence(
                trigger.document,
                trigger.start,
                trigger.end,
                type=kind,
                by="rule",
                sentence=(who.start, when.end),
            ),
        ),
    )
