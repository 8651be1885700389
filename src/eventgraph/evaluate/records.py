"""The graph as records: what each document says, under the ids that were concluded.

The concluded layer says which entity or event a mention belongs to and what type it was given; the
observed layer says what stands at each mention (a name or a pronoun, the roles, the numbers and the date
of that very sentence). A record needs both: of a graph alone, the number that another article corrected
could no longer be told from the correction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from msgspec import UNSET

from eventgraph.evaluate.layout import (
    PLACE_ROLE,
    ArgumentRecord,
    DateRecord,
    EntityRecord,
    EventRecord,
    QuantityRecord,
    Record,
    RelationRecord,
    TimeRecord,
    WhenRecord,
)
from eventgraph.graph.index import record_id
from eventgraph.model import (
    DayPair,
    Event,
    EventEvidence,
    EventMention,
    EventWhen,
    Graph,
    Observations,
    Quantity,
    Relation,
    RelationMention,
    Span,
    TimeMention,
    When,
)
from eventgraph.vocabulary import MentionKind

MONTH_LENGTH, YEAR_LENGTH = len("2024-03"), len("2024")


@dataclass(slots=True)
class _Concluded:
    """What a graph says of one document."""

    entities: list[tuple[Span, str, str]] = field(default_factory=list)
    events: list[tuple[EventEvidence, Event]] = field(default_factory=list)
    relations: list[tuple[Span, Relation]] = field(default_factory=list)


def records(graph: Graph, observations: Iterable[Observations]) -> Iterator[Record]:
    """One record for each document observed, in the order of the observations.

    The graph must have been concluded from these observations, with names unmasked: texts and offsets
    are those of the documents. The id of a record is that of its line in a JSONL file, or the document's
    origin. Mentions that a decision rejected are left out.
    """
    concluded = _by_document(graph)
    for observed in observations:
        yield _record(observed, concluded[observed.document.id])


def _by_document(graph: Graph) -> defaultdict[str, _Concluded]:
    found: defaultdict[str, _Concluded] = defaultdict(_Concluded)
    for entity in graph.entities:
        for mention in entity.mentions:
            found[mention.document].entities.append((mention.span, entity.id, entity.type))
    for event in graph.events:
        for evidence in event.mentions:
            found[evidence.document].events.append((evidence, event))
    for relation in graph.relations:
        first = {span.document: span for span in sorted(relation.mentions, reverse=True)}
        for document, span in first.items():
            found[document].relations.append((span, relation))
    return found


def _record(observed: Observations, concluded: _Concluded) -> Record:
    document = observed.document
    kinds = {mention.span: mention.kind for mention in observed.mentions}
    times = sorted(observed.times, key=lambda time: (time.start, time.end))
    return Record(
        id=record_id(document),
        text=document.text,
        published=document.published.isoformat() if document.published else None,
        entities=tuple(
            EntityRecord(
                span.start, span.end, kind, id=entity, mention=kinds.get(span, MentionKind.NAME).value
            )
            for span, entity, kind in sorted(concluded.entities)
        ),
        # TIMEX3 has expressions side by side: of "from Nov. 1 to Dec. 7" it lists the two dates.
        times=tuple(_time(time) for time in times if not time.parts),
        ranges=tuple(_time(time) for time in times if time.parts),
        events=tuple(_events(observed, concluded)),
        relations=tuple(_relations(observed, concluded)),
    )


def _time(time: TimeMention) -> TimeRecord:
    return TimeRecord(
        time.start,
        time.end,
        time.type.value,
        value=time.value,
        mod=time.mod.value if time.mod else None,
        dated=None if time.when is None else _dated(time.when),
    )


def _dated(when: When) -> WhenRecord:
    return WhenRecord(
        edtf=when.edtf,
        earliest=when.earliest.isoformat() if when.earliest else None,
        latest=when.latest.isoformat() if when.latest else None,
        precision=when.precision.value,
        basis=when.basis.value,
    )


def _events(observed: Observations, concluded: _Concluded) -> Iterator[EventRecord]:
    told: defaultdict[Span, list[EventMention]] = defaultdict(list)
    for mention in observed.events:
        told[mention.span].append(mention)
    for evidence, event in sorted(concluded.events, key=lambda pair: (pair[0].span, pair[1].id)):
        mentions = sorted(told[evidence.span], key=lambda mention: mention.type != evidence.type)
        yield _event(evidence, event, mentions[0] if mentions else None)


def _event(evidence: EventEvidence, event: Event, mention: EventMention | None) -> EventRecord:
    """One telling of an event; its date is the sentence's own, else the one that was concluded."""
    when = (mention and mention.when) or event.when
    return EventRecord(
        evidence.start,
        evidence.end,
        evidence.type,
        id=event.id,
        lemma=mention.lemma if mention else UNSET,
        status=(mention.status if mention else event.status).value,
        args=_arguments(mention) if mention else (),
        quantities=tuple(map(_quantity, mention.quantities)) if mention else (),
        time=date_record(when) if when else None,
    )


def _arguments(mention: EventMention) -> tuple[ArgumentRecord, ...]:
    roles = [(argument.span, argument.role) for argument in mention.arguments]
    places = [(place.span, PLACE_ROLE) for place in mention.places]
    return tuple(
        ArgumentRecord(span.start, span.end, role) for span, role in dict.fromkeys(sorted(roles + places))
    )


def _quantity(quantity: Quantity) -> QuantityRecord:
    return QuantityRecord(
        start=quantity.start,
        end=quantity.end,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        what=quantity.what,
    )


def _relations(observed: Observations, concluded: _Concluded) -> Iterator[RelationRecord]:
    """The relations that a document tells of, each once, where it first does; the status is its own."""
    told = {(mention.span, mention.type): mention for mention in observed.relations}
    for span, relation in sorted(concluded.relations, key=lambda pair: (pair[0], pair[1].id)):
        yield _relation(span, relation, told.get((span, relation.type)))


def _relation(span: Span, relation: Relation, mention: RelationMention | None) -> RelationRecord:
    return RelationRecord(
        start=span.start,
        end=span.end,
        type=relation.type,
        subject=relation.subject,
        object=relation.object,
        label=relation.label,
        qualifier=relation.qualifier,
        status=(mention or relation).status.value,
    )


def date_record(when: When | EventWhen) -> DateRecord:
    """A date as far as ISO goes without inventing anything.

    ``begin`` and ``end`` are a day, month or year where the words mean just that, else the first day it
    can have begun and the last it can have ended. ``value`` is both in one, or ``begin/end``.
    """
    begin, end = _unit(when.begin) or _iso(when.earliest), _unit(when.end) or _iso(when.latest)
    value = begin if begin == end else f"{begin}/{end}" if begin and end else None
    return DateRecord(value=value, begin=begin, end=end)


def _unit(days: DayPair) -> str | None:
    """The one day, month or year that a pair of days spans."""
    first, last = days
    if first is None or last is None:
        return None
    after = last + timedelta(days=1) if last < date.max else None
    text = first.isoformat()
    if first == last:
        return text
    if after and first.day == after.day == 1:
        if (after.year, after.month) == (first.year + first.month // 12, first.month % 12 + 1):
            return text[:MONTH_LENGTH]
        if first.month == after.month == 1 and after.year == first.year + 1:
            return text[:YEAR_LENGTH]
    return None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
