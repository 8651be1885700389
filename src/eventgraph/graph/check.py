"""The build's check of its own work: whatever the graph claims must stand in its sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from decimal import Decimal

from eventgraph.errors import GraphBroken
from eventgraph.model import Document, Entity, Event, EventQuantity, Graph, Span
from eventgraph.schema import load_schema
from eventgraph.spans import spans_of

MOST_SHOWN = 5
MENTION = re.compile(r"(?P<document>.+):\d+-\d+")
NUMBER = re.compile(r"\d(?:[\d,.  ]*\d)?")
SCALES = (0, 2, 3, 5, 6, 7, 9, 12)
"""Powers of ten that words after a number can stand for ("2.5 million", "8 lakh", "3 crore")."""


def check(graph: Graph) -> None:
    """Return if every fact shows its words; else GraphBroken with the first few that do not."""
    _refuse([*_reference_faults(graph), *_word_faults(graph)])


def check_references(graph: Graph) -> None:
    """Return if all that the graph points to is in it; else GraphBroken with the first few that are not.

    This is what every reader of a graph relies on, and cheap enough to ask of each file.
    """
    _refuse(list(_reference_faults(graph)))


def _refuse(faults: Sequence[str]) -> None:
    if faults:
        more = f" (and {len(faults) - MOST_SHOWN} more)" if len(faults) > MOST_SHOWN else ""
        raise GraphBroken("The graph fails its own check: " + "; ".join(faults[:MOST_SHOWN]) + more)


def _reference_faults(graph: Graph) -> Iterator[str]:
    texts = {document.id: document for document in graph.documents}
    yield from _repeated_ids(graph)
    for thing in (*graph.times, *graph.entities, *graph.events, *graph.relations):
        yield from _misplaced(thing, texts)
    yield from _dangling(graph)
    yield from _unknown(graph, texts)


def _word_faults(graph: Graph) -> Iterator[str]:
    texts = {document.id: document for document in graph.documents}
    for entity in graph.entities:
        yield from _misnamed(entity, texts)
    for event in graph.events:
        yield from _misquoted(event, texts)


def _repeated_ids(graph: Graph) -> Iterator[str]:
    for things in (graph.documents, graph.entities, graph.events, graph.relations):
        times = Counter(thing.id for thing in things)
        yield from (f"the id {name} stands for two things" for name in sorted(times) if times[name] > 1)


def _misplaced(thing: object, texts: dict[str, Document]) -> Iterator[str]:
    for span in spans_of(thing):
        document = texts.get(span.document)
        if document is None:
            yield f"{span.mention_id} points to a document that is not there"
        elif not 0 <= span.start < span.end <= len(document.text):
            yield f"{span.mention_id} lies outside its document"


def _dangling(graph: Graph) -> Iterator[str]:
    """References to entities, events or quantities that the graph does not hold."""
    entities = {entity.id for entity in graph.entities}
    events = {event.id for event in graph.events}
    quantities = {quantity.id for event in graph.events for quantity in event.quantities}
    for event in graph.events:
        named = [event.operation, *(p.entity for p in event.participants), *(p.entity for p in event.places)]
        yield from (f"{event.id} names the missing entity {e}" for e in named if e and e not in entities)
        yield from (
            f"{event.id} names the missing event {r.event}" for r in event.related if r.event not in events
        )
        parts = (quantity.part_of for quantity in event.quantities)
        yield from (f"{event.id} names the missing quantity {q}" for q in parts if q and q not in quantities)
        if not event.mentions:
            yield f"{event.id} has no mention"
    for relation in graph.relations:
        ends = (relation.subject, relation.object)
        yield from (f"{relation.id} names the missing entity {e}" for e in ends if e and e not in entities)


def _unknown(graph: Graph, texts: Container[str]) -> Iterator[str]:
    """Originals and mentions of documents that the graph does not hold, and types that the schema lacks."""
    for document in graph.documents:
        if document.duplicate_of and document.duplicate_of not in texts:
            yield f"{document.id} repeats the missing document {document.duplicate_of}"
    for name in (name for link in graph.links for name in (link.left, link.right)):
        mention = MENTION.fullmatch(name)
        if mention is None or mention["document"] not in texts:
            yield f"a link joins {name}, which is no mention here"
    schema = load_schema()
    for things, known in ((graph.entities, schema.entity), (graph.events, schema.event)):
        yield from (f"{one.id} is of the unknown type {one.type}" for one in things if one.type not in known)


def _misnamed(entity: Entity, texts: dict[str, Document]) -> Iterator[str]:
    """An entity whose names, all of them, stand at none of its mentions."""
    if not entity.mentions:
        yield f"{entity.id} has no mention"
        return
    said = {_folded(_words(mention, texts)) for mention in entity.mentions}
    names = {_folded(name) for name in (entity.name, *entity.aliases)}
    if not any(name in words or words in name for name in names for words in said if words):
        yield f"{entity.id} is called {entity.name!r}, which stands at none of its mentions"


def _misquoted(event: Event, texts: dict[str, Document]) -> Iterator[str]:
    """Words that an event quotes and that do not stand where it says."""
    quoted: list[tuple[Span, str]] = [(p, p.text) for p in event.participants]
    quoted += [(place, place.text) for place in event.places]
    quoted += [(quantity, quantity.text) for quantity in event.quantities]
    quoted += [(speaker, speaker.text) for told in event.mentions for speaker in told.said_by]
    if event.when:
        quoted.append((event.when.span, event.when.text))
    for span, text in quoted:
        if _words(span, texts) != text:
            yield f"{event.id} quotes {text!r}, but {span.mention_id} reads {_words(span, texts)!r}"
    yield from (
        f"{event.id}: {quantity.text!r} does not say {quantity.value}"
        for quantity in event.quantities
        if not _says_number(quantity)
    )
    for told in event.mentions:
        if not told.sentence_span.contains(told.span):
            yield f"{event.id}: the trigger at {told.mention_id} stands outside its sentence"


def _says_number(quantity: EventQuantity) -> bool:
    """Whether the digits in the words give the value, or without one a bound; words alone are let pass."""
    said = {
        Decimal(re.sub(r"[,  ]", "", digits).rstrip("."))
        for digits in NUMBER.findall(quantity.text)
        if re.fullmatch(r"[\d,  ]+(\.\d+)?", digits)
    }
    claims = (quantity.low, quantity.high) if quantity.value is None else (quantity.value,)
    claimed = {number for number in claims if number is not None}
    if not said or not claimed:
        return True
    # A strict bound is kept as the next whole number: "more than 30" has the lower bound 31.
    near = {number + step for number in said for step in (-1, 0, 1)}
    return any(number.scaleb(scale) in claimed for number in said for scale in SCALES) or bool(near & claimed)


def _words(span: Span, texts: dict[str, Document]) -> str:
    document = texts.get(span.document)
    return document.text[span.start : span.end] if document else ""


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
