"""Relations as they are told: since when or until when, and who says so.

A time counts where it hangs on the words of the relation ("director since 2019", "appointed in May"), not
on the sentence around them. Without one, what may pass is dated by the publication, see `Relation`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from eventgraph.events.reading import Reading
from eventgraph.events.speakers import find_speakers
from eventgraph.model import Reference, RelationMention, TimeMention, When
from eventgraph.schema import load_schema
from eventgraph.text.parse import Token
from eventgraph.times.edtf import by, holding, not_before, of_day, since, until
from eventgraph.times.published import published_anchor
from eventgraph.vocabulary import Status

BEGINS, ENDS = "appointed", "left"
"""Rules of what begins and what ends at the time that is told."""
TOLD_AS_PAST = frozenset({"past verb", "predecessor"})
"""Rules of what may be over on the day of publication."""
OVER, TO_COME = "former", "incoming"
OPEN = frozenset({Status.HYPOTHETICAL})
REACH = 200
"""Code points on both sides of a relation within which its time stands."""
STRAIGHT = frozenset({"prep", "pobj", "npadvmod", "pcomp", "nmod", "nummod", "advmod", "appos"})
"""How a time hangs on what it dates."""


def tell_relations(reading: Reading, relations: Iterable[RelationMention]) -> tuple[RelationMention, ...]:
    """The relations of a document with their times and speakers, in the same order."""
    return tuple(_told(reading, relation) for relation in relations)


def _told(reading: Reading, relation: RelationMention) -> RelationMention:
    time = _time_of(reading, relation)
    dated = _qualified(reading, relation, time) if time is not None else relation
    when = _by_words(dated, time) if time is not None and time.when is not None else None
    if when is None:
        time, when = None, _by_publication(reading, dated)
    return dataclasses.replace(
        dated,
        when=when,
        when_span=time.span if time is not None else None,
        said_by=_speakers(reading, dated),
    )


def _speakers(reading: Reading, relation: RelationMention) -> tuple[Reference, ...]:
    """Who says so, but for the one of whom it is said."""
    tokens = reading.parsed.tokens_in(relation.subject.start, relation.subject.end)
    inside = {token.index for token in tokens}
    head = next((token for token in tokens if token.head not in inside or token.head == token.index), None)
    found = find_speakers(reading, head) if head is not None else ()
    return tuple(one for one in found if not one.overlaps(relation.subject))


# --- when ----------------------------------------------------------------------------------------


def _time_of(reading: Reading, relation: RelationMention) -> TimeMention | None:
    """The time that hangs on the words of a relation; beside a mere title only a stretch: "since May"."""
    parsed = reading.parsed
    first = parsed.token_at(relation.start)
    if first is None:
        return None
    own = {token.index for token in parsed.tokens_in(relation.start, relation.end)}
    own -= {token.index for token in parsed.tokens_in(relation.subject.start, relation.subject.end)}
    sentence = parsed.sentence_of(first)
    start, end = max(sentence.start, relation.start - REACH), min(sentence.end, relation.end + REACH)
    whole = [time for time in reading.times_in(start, end) if time.when is not None]
    for time in whole:
        stretch = time.when is not None and "/" in time.when.edtf
        if (stretch or relation.rule in {BEGINS, ENDS, "verb", "past verb"}) and _hangs(reading, time, own):
            return time
    return None


def _hangs(reading: Reading, time: TimeMention, own: set[int]) -> bool:
    """Whether a time expression depends on one of some words, with nothing but prepositions between."""
    tokens = reading.parsed.tokens_in(time.start, time.end)
    inside = {token.index for token in tokens}
    head: Token | None = next((t for t in tokens if t.head not in inside), None)
    while head is not None and head.dep in STRAIGHT:
        head = reading.parsed.head(head)
        if head.index in own:
            return True
        if head.pos not in {"ADP", "SCONJ", "NOUN", "NUM"} and reading.time_of(head) is None:
            return False
    return False


def _qualified(reading: Reading, relation: RelationMention, time: TimeMention) -> RelationMention:
    """A relation that is over where its time is, and still to come where that is."""
    day, when = reading.document.published, time.when
    passing = load_schema().relation[relation.type].passing
    if when is None or not passing or relation.status not in {Status.HAPPENED, Status.ALLEGED}:
        return relation
    if relation.rule == BEGINS:
        ahead = day is not None and when.earliest is not None and when.earliest > day
        return _with(relation, TO_COME) if ahead and not relation.qualifier else relation
    if relation.rule == ENDS:
        ahead = day is not None and when.end[0] is not None and when.end[0] > day
        return _with(relation, "outgoing") if ahead else relation
    past = when.latest is not None and (
        when.latest < day if day is not None else relation.rule == "past verb"
    )
    return _with(relation, OVER) if past and not relation.qualifier else relation


def _with(relation: RelationMention, qualifier: str) -> RelationMention:
    return dataclasses.replace(relation, qualifier=qualifier)


def _by_words(relation: RelationMention, time: TimeMention) -> When | None:
    """When a relation holds, by a time that is told with it."""
    when = time.when
    if when is None or "/" in when.edtf:
        return when
    if when.earliest is None or when.latest is None:
        return None
    if relation.rule == BEGINS:
        return since(when)
    return until(when) if relation.rule == ENDS else holding(when)


def _by_publication(reading: Reading, relation: RelationMention) -> When | None:
    """When what may pass holds, by the day it is told; None of what held in an unknown past."""
    day = reading.document.published
    if day is None or not load_schema().relation[relation.type].passing or relation.status in OPEN:
        return None
    told = of_day(day, published_anchor(reading.document, reading.fronts))
    if relation.qualifier == OVER:
        return by(told)
    if relation.qualifier == TO_COME or relation.status is Status.PLANNED:
        return not_before(told)
    return None if relation.rule in TOLD_AS_PAST else holding(told)
