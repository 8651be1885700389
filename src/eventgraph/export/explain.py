"""The evidence behind one entity or event, in plain text: sentences, rules, merges, claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from eventgraph.errors import UnknownThing
from eventgraph.export.merging import across, reasons, shortened
from eventgraph.graph.index import GraphIndex
from eventgraph.graph.select import chronology, find_entities
from eventgraph.graph.words import (
    basis_in_words,
    plural,
    published_in_words,
    quantity_in_words,
    readable,
    when_in_words,
)
from eventgraph.model import Entity, Event, EventEvidence, EventWhen, Graph, Relation, Span
from eventgraph.schema import load_schema
from eventgraph.vocabulary import FACTS, STATUS_WORDS, Verdict

MOST_LINES = 30
"""Mentions and merges of each kind that are listed where not all are asked for."""


def explain(graph: Graph, wanted: str, *, everything: bool = False) -> str:
    """What is known of the entity or event with this id, or of the one with this name or label.

    Where an entity is named very often its mentions are counted; ``everything`` lists each.
    UnknownThing where there is none, or where several have the name: it lists them.
    """
    index, most = GraphIndex(graph), 0 if everything else MOST_LINES
    if wanted in index.events:
        return "\n".join(_event(index.events[wanted], index, most)) + "\n"
    if wanted in index.entities:
        return "\n".join(_entity(index.entities[wanted], index, most)) + "\n"
    labelled = [event for event in graph.events if wanted in {event.label, event.full_label}]
    found: tuple[Entity, ...] = () if labelled else find_entities(graph, wanted)
    ids = [event.id for event in labelled] + [entity.id for entity in found]
    if len(ids) > 1:
        raise UnknownThing(f"{wanted!r} may be any of: {', '.join(ids)}")
    if labelled:
        return "\n".join(_event(labelled[0], index, most)) + "\n"
    if found:
        return "\n".join(_entity(found[0], index, most)) + "\n"
    raise UnknownThing(f"No entity or event is called {wanted!r}.")


def _event(event: Event, index: GraphIndex, most: int) -> Iterator[str]:
    yield event.full_label
    yield f"  id          {event.id}"
    yield f"  status      {STATUS_WORDS[event.status].lower()}"
    yield f"  confidence  {event.confidence}"
    yield f"  when        {when_in_words(event.when)}"
    if event.when:
        yield from _when(event.when, index)
    yield from (
        f"  {p.role:<11} {index.name(p.entity, p.text)}" + (f" [{p.entity}]" if p.entity else "")
        for p in event.participants
    )
    yield from (
        f"  {p.relation:<11} {index.name(p.entity, p.text)} (from the {p.basis})" for p in event.places
    )
    yield from (f"  number      {quantity_in_words(quantity)}" for quantity in event.quantities)
    if event.operation:
        yield f"  operation   {index.name(event.operation, '')} [{event.operation}]"
    yield from (f"  {detail.key:<11} {detail.value}" for detail in event.attributes)
    yield from (f"  {r.relation:<11} {index.events[r.event].full_label} [{r.event}]" for r in event.related)
    yield from (
        f"  claim       {claim.about} {claim.value}: {claim.state} ({index.source(claim.document)})"
        for claim in event.claims
    )
    for told in event.mentions:
        yield from _evidence(told, index)
    yield from _links(event.mentions, index, most)


def _when(when: EventWhen, index: GraphIndex) -> Iterator[str]:
    document = index.documents[when.span.document]
    yield f"  edtf        {when.edtf} ({when.precision})"
    yield f"  basis       “{' '.join(when.text.split())}”, {basis_in_words(when, document)}"


def _evidence(told: EventEvidence, index: GraphIndex) -> Iterator[str]:
    document = index.documents[told.document]
    repeat = ", a repeat" if told.repeat else ""
    yield ""
    yield f"  {document.origin} {told.start}-{told.end}{repeat} ({published_in_words(document)})"
    yield f"    “{index.sentence(told)}”"
    yield f"    trigger “{index.words(told)}”, rule: {told.by}"
    said = [index.name(speaker.entity, speaker.text) for speaker in told.said_by]
    if said:
        yield f"    said by {', citing '.join(said)}"


def _entity(entity: Entity, index: GraphIndex, most: int) -> Iterator[str]:
    yield entity.name
    yield f"  id          {entity.id}"
    yield f"  type        {entity.type}"
    if entity.aliases:
        yield f"  also        {'; '.join(entity.aliases)}"
    yield from (f"  {detail.key:<11} {detail.value}" for detail in entity.attributes)
    for relation in index.graph.relations:
        if entity.id in {relation.subject, relation.object}:
            yield f"  relation    {_relation(relation, index)}"
            yield from _told_so(relation, index)
    yield ""
    yield from _mentions(entity, index, most)
    yield from _links(entity.mentions, index, most)
    yield ""
    for event in chronology(_events_of(entity, index)):
        yield f"  {when_in_words(event.when)}: {event.full_label} [{event.id}]"


def _relation(relation: Relation, index: GraphIndex) -> str:
    label = load_schema().relation[relation.type].label
    said = " ".join(part for part in (relation.qualifier, relation.label) if part)
    known = index.name(relation.object, "")
    ends = ", ".join(part for part in (said, known) if part)
    return f"{index.name(relation.subject, '')} {label} {ends}".rstrip()


def _told_so(relation: Relation, index: GraphIndex) -> Iterator[str]:
    """How real a relation is, when it holds and who says so, as far as that is known."""
    told = [] if relation.status in FACTS else [readable(relation.status)]
    told += [when_in_words(relation.when)] if relation.when else []
    said = [index.name(speaker.entity, speaker.text) for speaker in relation.said_by]
    told += [f"said by {', citing '.join(said)}"] if said else []
    if told:
        yield f"              {'; '.join(told)}"


def _events_of(entity: Entity, index: GraphIndex) -> Iterator[Event]:
    for event in index.graph.events:
        named = {p.entity for p in event.participants} | {p.entity for p in event.places} | {event.operation}
        if entity.id in named:
            yield event


def _mentions(entity: Entity, index: GraphIndex, most: int) -> Iterator[str]:
    """Where it is named: each place, or for very many how often by which words in which document."""
    if not most or len(entity.mentions) <= most:
        for mention in entity.mentions:
            origin = index.documents[mention.document].origin
            repeat = ", a repeat" if mention.repeat else ""
            words = " ".join(index.words(mention).split())
            yield f"  {origin} {mention.start}-{mention.end}{repeat}: “{words}”"
        return
    counted: dict[str, Counter[str]] = {}
    for mention in entity.mentions:
        words = " ".join(index.words(mention).split())
        counted.setdefault(index.documents[mention.document].origin, Counter())[words] += 1
    yield f"  named {len(entity.mentions)} times in {len(counted)} {plural(len(counted), 'document')}"
    told = [f"{origin}: {_times(words)}" for origin, words in counted.items()]
    lines, more = shortened(told, most)
    yield from (f"  {line}" for line in lines)
    if more:
        yield f"  and {more} more documents (--all lists them)"


def _times(words: Counter[str]) -> str:
    """Some words with how often each stands there, the most frequent first."""
    ordered = sorted(words.items(), key=lambda pair: (-pair[1], pair[0]))
    return "; ".join(f"“{name}”" + (f" {number} times" if number > 1 else "") for name, number in ordered)


def _links(mentions: Iterable[Span], index: GraphIndex, most: int) -> Iterator[str]:
    """Why its mentions were taken for one thing, and what they were not joined with."""
    here = {mention.mention_id for mention in mentions}
    links = [link for link in index.graph.links if link.left in here or link.right in here]
    merged = [link for link in links if link.verdict is Verdict.SAME]
    kinds = {
        "one across documents": [link for link in merged if across(link)],
        "one within documents": [link for link in merged if not across(link)],
        "perhaps one, and kept apart": [link for link in links if link.verdict is Verdict.UNSURE],
    }
    for heading, found in kinds.items():
        lines, more = shortened(reasons(found, index, str), most)
        if lines:
            yield ""
            yield f"  {heading}"
        yield from (f"    {line}" for line in lines)
        if more:
            yield f"    and {more} more (--all lists them)"
