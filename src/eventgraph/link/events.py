"""Sets of event mentions to `Event`s: ids, roles, numbers, evidence, and how they bear on each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from eventgraph.link.corpus import Corpus
from eventgraph.link.counting import choose_quantities
from eventgraph.link.gathering import Gathering
from eventgraph.link.labels import Headline, shorten
from eventgraph.link.names import BODIES, plain
from eventgraph.link.naming import HASH_LENGTH, first_attributes, short_hash
from eventgraph.link.tellings import OPEN_TYPE, Telling, pronouns
from eventgraph.link.weighing import (
    Setting,
    choose_places,
    choose_status,
    choose_when,
    strongest,
)
from eventgraph.link.wording import Wording
from eventgraph.model import (
    Argument,
    Entity,
    EntityMention,
    Event,
    EventEvidence,
    Participant,
    RelatedEvent,
    Span,
)
from eventgraph.schema import load_schema
from eventgraph.vocabulary import DECISION, Confidence, EventRelation, MentionKind


@dataclass(frozen=True, slots=True)
class Cluster:
    """The tellings of one happening, in order, with the id of the event they make."""

    id: str
    tellings: tuple[Telling, ...]

    @property
    def telling(self) -> tuple[Telling, ...]:
        """Those that are no repeats; all, where there are only repeats."""
        return tuple(t for t in self.tellings if not t.mention.repeat) or self.tellings

    @property
    def type(self) -> str:
        """The first type that the first document to tell it gives, "event" only where there is no other."""
        first = [t.mention.type for t in self.tellings if t.document == self.tellings[0].document]
        return next((kind for kind in first if kind != OPEN_TYPE), first[0])

    @property
    def operation(self) -> str | None:
        """The operation that the first of them to name one belongs to."""
        return next((t.operation for t in self.tellings if t.operation), None)


def clusters_of(corpus: Corpus, gathering: Gathering, entities: Mapping[str, Entity]) -> list[Cluster]:
    """The happenings, each with an id made from its type and its earliest mention.

    An operation's own event takes the earliest mention of its name, so that its id is the same
    whether or not a text tells of it.
    """
    taken: set[str] = set()
    found = []
    for numbers in gathering.sets.groups([telling.number for telling in gathering.tellings]):
        tellings = tuple(gathering.tellings[number] for number in numbers)
        made = Cluster("", tellings)
        kind, first = made.type, tellings[0].mention.span
        if kind == "operation" and made.operation:
            first = entities[made.operation].mentions[0].span
        identifier = event_id(corpus, kind, first)
        if identifier in taken:
            identifier = event_id(corpus, kind, first, exact=True)
        taken.add(identifier)
        found.append(replace(made, id=identifier))
    return found


def event_id(corpus: Corpus, kind: str, span: Span, *, exact: bool = False) -> str:
    """Type and 8 hexadecimal digits of the hash of the place; all 16, of start and end, where ``exact``."""
    if exact:
        return f"{kind}:{short_hash(corpus, span, str(span.end))}"
    return f"{kind}:{short_hash(corpus, span)[:HASH_LENGTH]}"


def make_events(setting: Setting, gathering: Gathering, entities: Mapping[str, Entity]) -> tuple[Event, ...]:
    """All events, sorted by id. ``entities`` are by their ids; each operation gets an event of its own."""
    clusters = clusters_of(setting.corpus, gathering, entities)
    instead: dict[str, str] = {}
    events = []
    for cluster in clusters:
        event, replaced = _event(setting, cluster, entities)
        events.append(event)
        instead |= {number: kept for number, kept in replaced.items() if number not in instead}
    told = {c.operation for c in clusters if c.type == "operation" and c.operation}
    events += [
        _untold_operation(setting.corpus, entity)
        for entity in entities.values()
        if entity.type == "operation" and entity.id not in told
    ]
    events = _with_relations(events, clusters)
    events = _with_agencies(events, entities)
    events = _with_reported(setting.corpus, events)
    return tuple(sorted((_with_parts(event, instead) for event in events), key=lambda event: event.id))


def _event(
    setting: Setting, cluster: Cluster, entities: Mapping[str, Entity]
) -> tuple[Event, dict[str, str]]:
    """The event of one cluster, and for each of its numbers the id of the one that stands for it."""
    tellings = cluster.telling
    own = {telling.number for telling in tellings}
    when, when_claims = choose_when(setting, tellings)
    status, status_claims = choose_status(setting, tellings)
    places, place_claims = choose_places(setting, tellings)
    quantities, quantity_claims, instead = choose_quantities(setting, tellings)
    people = participants(setting, tellings)
    claims = (*when_claims, *place_claims, *quantity_claims, *status_claims)
    label = Headline(cluster.type, _wording(setting, tellings), people, quantities, entities).write(places)
    operation = cluster.operation
    if cluster.type == "operation" and operation:
        label = shorten(entities[operation].name)
    event = Event(
        id=cluster.id,
        type=cluster.type,
        label=label,
        status=status,
        confidence=strongest(tellings, lambda telling: telling.mention.confidence),
        aggregate=tellings[0].mention.aggregate,
        operation=operation,
        when=when,
        participants=people,
        places=places,
        quantities=quantities,
        mentions=tuple(_evidence(setting, telling) for telling in cluster.tellings),
        claims=claims,
        attributes=first_attributes(
            attribute
            for telling in cluster.tellings
            for attribute in telling.mention.attributes
            if telling.number in own or attribute.key == DECISION
        ),
    )
    return event, instead


def _wording(setting: Setting, tellings: Sequence[Telling]) -> Wording:
    """The words that can label a happening: of the first verb that somebody stands before, else the first."""
    found = [Wording(setting, telling.mention) for telling in tellings]
    return next((wording for wording in found if wording.is_verb and wording.subjects()), found[0])


def participants(setting: Setting, tellings: Iterable[Telling]) -> tuple[Participant, ...]:
    """Who took part, each in each role once, as first told; a pronoun for nobody known is left out."""
    found: dict[tuple[str, str], Participant] = {}
    for telling in tellings:
        for argument in telling.mention.arguments:
            entity = setting.known(argument.mention)
            text = setting.corpus.text(argument)
            if entity or not (plain(text) in pronouns() or _is_pronoun(setting.corpus, argument)):
                found.setdefault(
                    (argument.role, entity or plain(" ".join(text.split()))),
                    Participant(
                        argument.document,
                        argument.start,
                        argument.end,
                        role=argument.role,
                        text=text,
                        entity=entity,
                    ),
                )
    return tuple(found.values())


def _is_pronoun(corpus: Corpus, argument: Argument) -> bool:
    """Whether the words are a pronoun, as far as they were observed as a mention."""
    mention = corpus.mentions.get(argument.mention.mention_id) if argument.mention else None
    return mention is not None and mention.kind is MentionKind.PRONOUN


def _evidence(setting: Setting, telling: Telling) -> EventEvidence:
    """Where one telling stands, by which rule it was read and who says so."""
    mention = telling.mention
    return EventEvidence(
        mention.document,
        mention.start,
        mention.end,
        type=mention.type,
        by=mention.rule,
        sentence=(mention.sentence.start, mention.sentence.end),
        repeat=mention.repeat,
        said_by=setting.speakers(mention.said_by),
    )


def _untold_operation(corpus: Corpus, entity: Entity) -> Event:
    """The event of an operation that is named and never told: known by its name alone."""
    first = entity.mentions[0]
    sentence = corpus.sentence(first)
    return Event(
        id=event_id(corpus, "operation", first),
        type="operation",
        label=shorten(entity.name),
        confidence=Confidence.WEAK,
        operation=entity.id,
        mentions=(_name_as_evidence(first, sentence),),
    )


def _name_as_evidence(mention: EntityMention, sentence: Span) -> EventEvidence:
    """The mention of an operation's name, as where its event is told."""
    return EventEvidence(
        mention.document,
        mention.start,
        mention.end,
        type="operation",
        by="operation name",
        sentence=(sentence.start, sentence.end),
        repeat=mention.repeat,
    )


def _with_relations(events: Sequence[Event], clusters: Sequence[Cluster]) -> list[Event]:
    """The events with what their mentions say of other events, and each a part of its operation."""
    at: dict[Span, str] = {}
    for cluster in clusters:
        for telling in cluster.tellings:
            at.setdefault(telling.mention.span, cluster.id)
    related: dict[str, set[tuple[EventRelation, str]]] = defaultdict(set)
    for cluster in clusters:
        for telling in cluster.tellings:
            related[cluster.id] |= {
                (r.relation, at[r.event.span]) for r in telling.mention.related if r.event.span in at
            }
    for part, whole in _parts_of_wholes(clusters):
        related[part].add((EventRelation.PART_OF, whole))
    own = {event.operation: event.id for event in events if event.type == "operation" and event.operation}
    for event in events:
        if event.operation and event.type != "operation":
            related[event.id].add((EventRelation.PART_OF, own[event.operation]))
    return [
        replace(
            event,
            related=tuple(
                RelatedEvent(relation=relation, event=other)
                for relation, other in sorted(related[event.id])
                if other != event.id
            ),
        )
        for event in events
    ]


def _parts_of_wholes(clusters: Sequence[Cluster]) -> Iterator[tuple[str, str]]:
    """The ids of happenings that count a part of what another of their type counts, with that other's id."""
    counting: dict[tuple[str, Span], str] = {}
    for cluster in clusters:
        for telling in cluster.tellings:
            for quantity in telling.mention.quantities:
                counting.setdefault((cluster.type, quantity.span), cluster.id)
    for cluster in clusters:
        for telling in cluster.tellings:
            wholes = (quantity.part_of for quantity in telling.parts if telling.is_part)
            yield from (
                (cluster.id, counting[cluster.type, whole.span])
                for whole in wholes
                if whole is not None and (cluster.type, whole.span) in counting
            )


def _with_reported(corpus: Corpus, events: Sequence[Event]) -> list[Event]:
    """Each announcement or the like with no words of its own labelled with the first thing it reports."""
    by_id = {event.id: event for event in events}
    labelled = []
    for event in events:
        told = [by_id[r.event] for r in event.related if r.relation is EventRelation.REPORTS]
        kind = load_schema().event[event.type]
        if told and kind.family == "speech" and event.label.endswith(kind.label.lower()):
            first = min(told, key=lambda other: corpus.place(other.mentions[0]))
            words = first.label if first.status is event.status else first.full_label
            labelled.append(replace(event, label=shorten(f"{event.label}: {words}")))
        else:
            labelled.append(event)
    return labelled


def _with_agencies(events: Sequence[Event], entities: Mapping[str, Entity]) -> list[Event]:
    """Each operation's event with the agencies that act in what was done in it."""
    acting: dict[str, dict[str, Participant]] = defaultdict(dict)
    families = load_schema().event
    for event in events:
        if event.operation and families[event.type].family == "enforcement":
            for person in event.participants:
                entity = entities.get(person.entity or "")
                if person.role == "agent" and entity and entity.type in BODIES:
                    acting[event.operation].setdefault(entity.id, person)
    return [
        replace(event, participants=_joined(event.participants, acting[event.operation]))
        if event.type == "operation" and event.operation
        else event
        for event in events
    ]


def _joined(known: Sequence[Participant], acting: Mapping[str, Participant]) -> tuple[Participant, ...]:
    """The participants with those agents that are not among them, by their ids."""
    agents = {person.entity for person in known if person.role == "agent"}
    return (*known, *(acting[entity] for entity in sorted(acting) if entity not in agents))


def _with_parts(event: Event, instead: Mapping[str, str]) -> Event:
    """The event with parts pointing at the numbers that are shown; a whole that is not shown is none."""
    quantities = tuple(
        replace(quantity, part_of=_whole(quantity.id, quantity.part_of, instead))
        for quantity in event.quantities
    )
    return replace(event, quantities=quantities)


def _whole(part: str, whole: str | None, instead: Mapping[str, str]) -> str | None:
    """The id of the number shown for a whole."""
    shown = instead.get(whole or "")
    return shown if shown != part else None
