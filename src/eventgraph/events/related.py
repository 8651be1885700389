"""How the happenings of a document bear on each other: announcements, charges, parts of totals."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from eventgraph.events.entries import members
from eventgraph.events.quantities import measures, says_part
from eventgraph.events.reading import Reading
from eventgraph.events.status import is_listed_charge
from eventgraph.events.triggers import CRIMES, Trigger
from eventgraph.model import EventMention, Quantity, RelatedMention, Span
from eventgraph.text.parse import Token
from eventgraph.vocabulary import EventRelation

CONCERNING = {
    "charge",
    "conviction",
    "acquittal",
    "sentence",
    "trial",
    "plea",
    "hearing",
    "arrest",
    "charges_dropped",
    "investigation",
    "accusation",
    "lawsuit",
    "fine",
}
"""Types that concern the act they are about."""
REPORTING = "speech"
CONTENT = {"ccomp", "dobj", "nsubjpass", "xcomp", "prep", "acl", "parataxis", "pcomp", "pobj"}


def find_related(
    reading: Reading, trigger: Trigger, triggers: Sequence[Trigger]
) -> tuple[RelatedMention, ...]:
    """Those of the triggers of its sentence that this one reports or concerns."""
    found = []
    for other in triggers:
        if other is trigger:
            continue
        relation = _relation(reading, trigger, other)
        if relation is not None:
            found.append(RelatedMention(relation=relation, event=reading.span(other.first, other.last)))
    return tuple(found)


def _relation(reading: Reading, trigger: Trigger, other: Trigger) -> EventRelation | None:
    if (
        other.family in CRIMES
        and trigger.type in CONCERNING
        and _is_about(reading, trigger.token, other.token)
    ):
        return EventRelation.CONCERNS
    if (
        trigger.family == REPORTING
        and other.family != REPORTING
        and _is_content(reading, trigger.token, other.token)
    ):
        return EventRelation.REPORTS
    return None


def _is_content(reading: Reading, speaking: Token, told: Token) -> bool:
    """Whether the told stands in the content clause or the object of the verb of saying."""
    below = told
    for above in reading.parsed.ancestors(told):
        if above is speaking:
            return below.dep in CONTENT
        below = above
    return False


def _is_about(reading: Reading, trigger: Token, crime: Token) -> bool:
    """Whether a crime stands below a word of justice, before any other verb but those of the crime itself."""
    if any(above is trigger for above in reading.parsed.ancestors(crime)):
        return True
    if is_listed_charge(reading.parsed, crime):
        return trigger.dep == "nsubj"
    return crime.dep == "compound" and crime.head == trigger.index


def link_parts(events: tuple[EventMention, ...], reading: Reading) -> tuple[EventMention, ...]:
    """The events with numbers that are parts of earlier ones linked to them."""
    earlier: list[tuple[str, Quantity]] = []
    linked = []
    for event in events:
        quantities = []
        for quantity in event.quantities:
            whole = None if event.aggregate else _whole(reading, quantity, event.type, earlier)
            quantities.append(dataclasses.replace(quantity, part_of=whole) if whole else quantity)
        linked.append(dataclasses.replace(event, quantities=tuple(quantities)))
        if not event.aggregate:
            earlier.extend((event.type, quantity) for quantity in event.quantities)
    return tuple(linked)


def _whole(
    reading: Reading, part: Quantity, kind: str, earlier: Sequence[tuple[str, Quantity]]
) -> Span | None:
    """The earlier number that a number says it is a part of ("23 of the suspects"), of its type first."""
    value = part.value
    words = reading.parsed.tokens_in(part.start, part.end)
    if value is None or part.unit in measures() or not words or not says_part(reading, words[0], words[-1]):
        return None
    fitting = [(k, q) for k, q in earlier if q.value is not None and q.value > value and _alike(q, part)]
    same_kind = [q for k, q in fitting if k == kind]
    same_noun = [q for _, q in fitting if q.what.lower() == part.what.lower()]
    return next((q.span for q in (same_kind or same_noun)[::-1]), None)


def _alike(one: Quantity, other: Quantity) -> bool:
    if one.unit == other.unit:
        return True
    people = members("people")
    return {one.unit, other.unit} <= {"people", ""} or (
        one.what.lower() in people and other.what.lower() in people
    )
