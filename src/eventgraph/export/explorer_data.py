"""What the panel of the explorer shows, as plain data: events, entities, documents, sentences.

Everything is put into words here, once, so that the scripts of the page only place it. Empty values are
left out. Sentences are rows of a list, told by number; see `explorer_passages` for their marks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from eventgraph.export.explorer_edges import node_of, role_label
from eventgraph.export.explorer_passages import Mark, Passages, distinct, marks_within
from eventgraph.export.explorer_pins import Pin, Pins
from eventgraph.export.explorer_texts import texts
from eventgraph.export.merging import span_of
from eventgraph.export.page import safe_link
from eventgraph.graph.select import chronology
from eventgraph.graph.words import (
    basis_in_words,
    day_in_words,
    published_in_words,
    quantity_in_words,
    readable,
    when_in_words,
)
from eventgraph.model import (
    Attribute,
    Claim,
    Document,
    Entity,
    Event,
    EventPlace,
    EventQuantity,
    EventWhen,
    Graph,
    Relation,
    Span,
    Speaker,
)
from eventgraph.schema import load_schema
from eventgraph.vocabulary import (
    FACTS,
    STATUS_WORDS,
    Basis,
    ClaimState,
    Confidence,
    PlaceBasis,
    Status,
    Verdict,
)

Row = dict[str, Any]

FIRST_DAY = date(1970, 1, 1)
"""Days are counted from here."""
MOST_PASSAGES = 6
"""Of an entity; its events bring their own."""
CLAIM_WORDS = {
    ClaimState.CHOSEN: "shown here",
    ClaimState.OTHER: "also said",
    ClaimState.SUPERSEDED: "superseded",
    ClaimState.WITHDRAWN: "withdrawn",
    ClaimState.REJECTED: "rejected",
}


def explorer_data(graph: Graph, *, full_text: bool = False) -> Row:
    """The data of the page: look, documents, entities, events, relations, and the passages they quote.

    With ``full_text`` also ``texts``, the whole documents, and of each passage where it begins in its own.
    """
    documents = {document.id: document for document in graph.documents}
    passages = Passages(graph, with_places=full_text)
    view = View(documents, passages, graph)
    whole = {"texts": texts(graph)} if full_text else {}
    return whole | {
        "look": look(),
        "documents": {document.id: view.document(document) for document in graph.documents},
        "entities": [view.entity(entity) for entity in graph.entities],
        "events": [view.event(event) for event in chronology(graph.events)],
        "relations": [view.relation(relation) for relation in graph.relations],
        "passages": passages.rows,
    }


def look() -> Row:
    """Shapes, colours and words of entity types and of families of events."""
    schema = load_schema()
    kinds: Row = {
        name: {
            "label": kind.plural,
            "one": kind.label,
            "shape": kind.shape,
            "colours": [kind.colour, kind.dark],
        }
        for name, kind in schema.entity.items()
    }
    families: Row = {
        name: {
            "label": family.label,
            "one": family.label,
            "shape": "leaf",
            "colours": [family.colour, family.dark],
        }
        for name, family in schema.family.items()
    }
    return {
        "entity": kinds,
        "event": families,
        "order": {"entity": [*kinds], "event": [*families]},
        "types": [[name, kind.label] for name, kind in sorted(schema.event.items())],
    }


def full(row: Row) -> Row:
    """The row without empty values."""
    return {key: value for key, value in row.items() if value not in ("", None, [], False)}


def unless(word: str, usual: str) -> str:
    """The word, or "" where it is the usual one, which goes without saying."""
    return "" if word == usual else str(word)


class View:
    """Rows of data for the things of one graph."""

    def __init__(self, documents: dict[str, Document], passages: Passages, graph: Graph) -> None:
        self.documents = documents
        self.passages = passages
        self.pins = Pins(documents)
        self.merges = merges_of(graph, self.pins)

    def document(self, document: Document) -> Row:
        """Where a text comes from."""
        original = self.documents.get(document.duplicate_of or "")
        return full(
            {
                "title": document.title or document.origin,
                "origin": document.origin,
                "publisher": document.publisher,
                "url": safe_link(document.url),
                "published": published_in_words(document),
                "copy": original and (original.title or original.origin),
            }
        )

    def event(self, event: Event) -> Row:
        """An event with its date, evidence, participants and claims."""
        return full(
            {
                "id": event.id,
                "node": node_of(event) if node_of(event) != event.id else "",
                "kind": load_schema().event[event.type].family,
                "type": load_schema().event[event.type].label,
                "label": event.full_label,
                "status": unless(event.status, Status.HAPPENED),
                "statusWords": unless(STATUS_WORDS[event.status], STATUS_WORDS[Status.HAPPENED]),
                "unreal": event.status not in FACTS,
                "confidence": unless(event.confidence, Confidence.STATED),
                "statistic": event.aggregate,
                "operation": event.operation,
                "when": self.when(event.when) if event.when else None,
                "who": [
                    full({"role": role, "text": text, "node": node}) for role, text, node in parties(event)
                ],
                "where": [
                    full({"role": where_label(place), "text": place.text, "node": place.entity})
                    for place in event.places
                ],
                "howMany": [quantity_row(quantity) for quantity in event.quantities],
                "details": [{"key": readable(a.key), "value": a.value} for a in event.attributes],
                "quotes": self.quotes(event),
                "related": [{"how": readable(r.relation), "event": r.event} for r in event.related],
                "claims": [self.claim(claim) for claim in event.claims],
                "merges": self.merges.get(event.id, []),
            }
        )

    def when(self, when: EventWhen) -> Row:
        """A date in words, with the words of the text and what they were reckoned from."""
        basis = basis_in_words(when, self.documents[when.span.document])
        if when.anchor and when.basis is Basis.MENTION:
            basis += f", “{self.passages.text(when.anchor)}”"
        return full(
            {
                "words": when_in_words(when),
                "text": when.text,
                "basis": basis,
                "edtf": when.edtf,
                "days": days(when),
                "clock": when.clock,
            }
        )

    def quotes(self, event: Event) -> list[Row]:
        """Each sentence that tells the event, with its marks; then those that only some facts rest on."""
        marks = list(event_marks(event))
        within = marks_within(marks, (mention.sentence_span for mention in event.mentions))
        rows = [
            full(
                {
                    "quote": self.passages.quote(mention.sentence_span, within[mention.sentence_span]),
                    "repeat": mention.repeat,
                    "pin": self.pins.words(mention.span),
                    "saidBy": speakers(mention.said_by),
                }
            )
            for mention in sorted(event.mentions, key=lambda mention: mention.repeat)
        ]
        held = {mark for sentence_marks in within.values() for mark in sentence_marks}
        elsewhere = [mark for mark in marks if mark not in held]
        besides = distinct([self.passages.around(mark.span) for mark in elsewhere])
        return rows + [{"quote": self.passages.quote(found, elsewhere), "besides": True} for found in besides]

    def claim(self, claim: Claim) -> Row:
        """One of several answers, with the sentence that gives it."""
        mark = Mark(claim.span, "claim", str(claim.about))
        return full(
            {
                "about": str(claim.about),
                "value": claim.value,
                "state": CLAIM_WORDS[claim.state],
                "published": claim.published and day_in_words(claim.published),
                "saidBy": speakers(claim.said_by),
                "quote": self.passages.quote(self.passages.around(claim), [mark]),
            }
        )

    def detail(self, attribute: Attribute) -> Row:
        """A detail with the sentence that says it."""
        return {
            "key": readable(attribute.key),
            "value": attribute.value,
            "quote": self.one_quote(attribute.span, ""),
        }

    def one_quote(self, words: Span, label: str) -> list[object]:
        """The passage around the words, with them marked."""
        return self.passages.quote(self.passages.around(words), [Mark(words, "name", label)])

    def entity(self, entity: Entity) -> Row:
        """An entity with its other names, details and the first passages that name it."""
        mentions = [mention for mention in entity.mentions if not mention.repeat] or list(entity.mentions)
        marks = [Mark(mention.span, "name", "") for mention in mentions]
        sentences = distinct([self.passages.around(mention) for mention in mentions])
        return full(
            {
                "id": entity.id,
                "kind": entity.type,
                "label": entity.name,
                "aliases": [alias for alias in entity.aliases if alias != entity.name],
                "protected": entity.protected,
                "details": [self.detail(attribute) for attribute in entity.attributes],
                "quotes": [self.passages.quote(sentence, marks) for sentence in sentences[:MOST_PASSAGES]],
                "mentions": len(entity.mentions),
                "documents": len({mention.document for mention in entity.mentions}),
                "more": max(0, len(sentences) - MOST_PASSAGES),
                "merges": self.merges.get(entity.id, []),
                "pins": self.pins.of_entity(mentions),
            }
        )

    def relation(self, relation: Relation) -> Row:
        """A lasting relation with the first sentence that says it."""
        return full(
            {
                "subject": relation.subject,
                "object": relation.object,
                "type": relation.type,
                "words": load_schema().relation[relation.type].label,
                "label": relation.label,
                "qualifier": relation.qualifier,
                "status": unless(relation.status, Status.HAPPENED),
                "when": relation.when and when_in_words(relation.when),
                "saidBy": speakers(relation.said_by),
                "quote": self.one_quote(relation.mentions[0], "") if relation.mentions else None,
            }
        )


def days(when: EventWhen) -> list[int | None]:
    """First and last day of the begin, then of the end, since 1970-01-01; None is open or unknown."""
    return [None if day is None else (day - FIRST_DAY).days for day in (*when.begin, *when.end)]


def merges_of(graph: Graph, pins: Pins) -> dict[str, list[Row]]:
    """For each entity and event, why its mentions were taken for one: the most frequent reasons first.

    Each has the pins of the first two mentions that it ties.
    """
    things: tuple[Entity | Event, ...] = (*graph.entities, *graph.events)
    owner = {mention.mention_id: thing.id for thing in things for mention in thing.mentions}
    reasons: dict[str, Counter[str]] = {}
    tied: dict[tuple[str, str], list[Pin]] = {}
    for link in graph.links:
        entity = owner.get(link.left)
        if link.verdict is Verdict.SAME and entity and entity == owner.get(link.right):
            why = f"{link.by}: {link.because}"
            reasons.setdefault(entity, Counter())[why] += 1
            if (entity, why) not in tied:
                tied[entity, why] = [pins.placed(span_of(end)) for end in (link.left, link.right)]
    return {
        entity: [
            full({"why": why, "pins": tied[entity, why] if all(tied[entity, why]) else []})
            for why, _ in sorted(found.items(), key=lambda item: (-item[1], item[0]))[:5]
        ]
        for entity, found in reasons.items()
    }


def parties(event: Event) -> Iterator[tuple[str, str, str | None]]:
    """Role, words and entity of everybody who took part, each once."""
    rows = [(role_label(event.type, p.role), p.text, p.entity) for p in event.participants]
    yield from dict.fromkeys(rows)


def event_marks(event: Event) -> Iterator[Mark]:
    """All that an event's sentences show, the most telling first where two share their words."""
    for mention in event.mentions:
        yield Mark(mention.span, "what", load_schema().event[event.type].label.lower())
    if event.when:
        yield Mark(event.when.span, "when", "when")
    for quantity in event.quantities:
        yield Mark(quantity.span, "number", "number")
    for participant in event.participants:
        yield Mark(participant.span, "who", role_label(event.type, participant.role), participant.entity)
    for place in event.places:
        yield Mark(place.span, "where", where_label(place), place.entity)
    for attribute in event.attributes:
        yield Mark(attribute.span, "detail", readable(attribute.key))
    for mention in event.mentions:
        for speaker in mention.said_by:
            yield Mark(speaker.span, "speaker", "says so", speaker.entity)


def where_label(place: EventPlace) -> str:
    """How a place is labelled: "in", "near"; a dateline's place says so."""
    return f"{place.relation}, by the dateline" if place.basis is PlaceBasis.DATELINE else str(place.relation)


def quantity_row(quantity: EventQuantity) -> Row:
    """A number with what it counts, and whether it is a part of another."""
    return full({"words": quantity_in_words(quantity), "part": quantity.part_of is not None})


def speakers(said_by: Iterable[Speaker]) -> list[Row]:
    """Who says so, the nearest first."""
    return [full({"text": speaker.text, "node": speaker.entity}) for speaker in said_by]
