"""A reading in, its event mentions out: triggers with roles, numbers, date, place, status and speakers."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from eventgraph.events.arguments import arguments, with_wholes
from eventgraph.events.context import dated_by_context
from eventgraph.events.counting import Counting, count, count_by_sentence, counted_once
from eventgraph.events.dating import date_triggers, happening_when, is_statistic
from eventgraph.events.grammar import is_passive, own_words, subject
from eventgraph.events.opened import open_triggers
from eventgraph.events.operations import (
    agencies_of,
    find_operation,
    keep_one_operation,
    span_of_time,
    told_by_name,
)
from eventgraph.events.part import Part
from eventgraph.events.placing import find_places
from eventgraph.events.reading import Reading
from eventgraph.events.reckoning import dated_by_happening
from eventgraph.events.related import find_related, link_parts
from eventgraph.events.roles import find_parts
from eventgraph.events.speakers import find_speakers, speaks
from eventgraph.events.status import find_status, not_yet
from eventgraph.events.triggers import CRIMES, Trigger, find_triggers
from eventgraph.lexicon import load_lexicon
from eventgraph.model import EventMention, TimeMention, When
from eventgraph.schema import load_schema
from eventgraph.text.parse import Token
from eventgraph.times.edtf import within
from eventgraph.vocabulary import Confidence, Precision, Status

PRESENT = {"VBZ", "VBP"}
BOUNDED = {"enforcement"}
"""Families whose happenings in an operation lie within its known span of days."""


@dataclass(frozen=True)
class _Told:
    """A trigger with what was found for it so far."""

    trigger: Trigger
    parts: tuple[Part, ...]
    time: TimeMention | None


def find_events(reading: Reading) -> tuple[EventMention, ...]:
    """The event mentions of a document, in text order. Pure: the same reading gives the same events."""
    triggers = keep_one_operation(reading, find_triggers(reading))
    triggers = (*triggers, *told_by_name(reading, triggers))
    opened = open_triggers(reading, triggers)
    everything = tuple(sorted((*triggers, *opened), key=lambda trigger: trigger.token.index))
    dates = date_triggers(reading, everything)
    heads = frozenset(word.index for trigger in triggers for word in trigger.words)
    told = []
    for trigger in everything:
        parts = find_parts(reading, trigger, heads)
        one = _Told(trigger, parts, dates.get(trigger.token.index))
        if _is_worth_telling(reading, one, heads):
            told.append(one)
    neighbours: dict[int, list[Trigger]] = {}
    for one in told:
        neighbours.setdefault(one.trigger.token.sentence, []).append(one.trigger)
    told = _dated_anew(reading, everything, told)
    countings = count_by_sentence(reading, neighbours)
    events = [
        _event(reading, one, countings[s], neighbours[s])
        for one in told
        for s in [one.trigger.token.sentence]
    ]
    told_by = [one.trigger for one in told]
    counted = counted_once(reading, told_by, events)
    bounded = _bounded(link_parts(counted, reading))
    reckoned = dated_by_happening(reading, list(zip(told_by, bounded, strict=True)))
    dated = dated_by_context(reading, list(zip(told_by, reckoned, strict=True)))
    return tuple(not_yet(dated, reading.document.published))


def _dated_anew(reading: Reading, everything: Sequence[Trigger], told: list[_Told]) -> list[_Told]:
    """What is told, where something else beside it is not told after all: that takes no date."""
    kept = {one.trigger.token.index for one in told}
    left = {trigger.token.sentence for trigger in everything if trigger.token.index not in kept}
    around = left | {sentence - 1 for sentence in left}  # a date without a verb is of the sentence before
    beside = around | {sentence + 1 for sentence in around}
    dates = date_triggers(reading, tuple(one.trigger for one in told if one.trigger.token.sentence in beside))
    return [
        dataclasses.replace(one, time=dates.get(one.trigger.token.index))
        if one.trigger.token.sentence in around
        else one
        for one in told
    ]


def _is_worth_telling(reading: Reading, told: _Told, heads: frozenset[int]) -> bool:
    """Speech needs a speaker or is passive ("was announced"); what has no type needs a participant."""
    trigger = told.trigger
    if trigger.rule == "open":
        return _is_worth_telling_open(reading, told, heads)
    if trigger.type == "announcement" and _is_withheld(reading, trigger):
        return False
    if trigger.type == "announcement" and _only_adds(reading, trigger):
        return False
    if trigger.type == "announcement" and trigger.is_verb:
        agent = next((part.token for part in told.parts if part.role == "agent"), None)
        if agent is None:
            passive = is_passive(reading.parsed, trigger.token)
            return passive and subject(reading.parsed, trigger.token) is not None
        return speaks(reading, agent)
    return True


def _is_worth_telling_open(reading: Reading, told: _Told, heads: frozenset[int]) -> bool:
    """What has no type needs a participant; general truths, quotations and asides also a name or a date."""
    token = told.trigger.token
    if _is_held_on_a_day(reading, told):
        return True
    if all(part.token.index in heads for part in told.parts) and not _is_definite(reading, token):
        return False
    general = token.tag in PRESENT and not reading.parsed.children(token, "aux", "auxpass")
    aside = token.dep == "acl" or reading.quotation_at(token.start) is not None
    if not (general or aside) or (told.time is not None and told.time.when is not None):
        return True
    return any(reading.mention_of(word) for word in own_words(reading.parsed, token))


def _is_held_on_a_day(reading: Reading, told: _Told) -> bool:
    """Whether a verb only says that a noun comes about on a day ("a vigil will be held on Sunday")."""
    token, time = told.trigger.token, told.time
    day = time is not None and time.when is not None and time.when.precision is Precision.DAY
    words, above = load_lexicon("light_verbs"), reading.parsed.head(token)
    held = token.dep in {"nsubj", "nsubjpass", "dobj"} and above.lemma in (*words["making"], *words["coming"])
    return day and held and token.pos == "NOUN"


def _is_definite(reading: Reading, token: Token) -> bool:
    """Whether a noun speaks of a happening that the text knows ("the departure was put off")."""
    articles = reading.parsed.children(token, "det")
    return token.pos == "NOUN" and any(word.lower in {"the", "this"} for word in articles)


def _is_withheld(reading: Reading, trigger: Trigger) -> bool:
    """Whether nothing is said ("did not say", "would not comment", "declined to comment")."""
    negated = reading.parsed.child(trigger.token, "neg") is not None
    return negated or find_status(reading, trigger) is Status.NEGATED


def _only_adds(reading: Reading, trigger: Trigger) -> bool:
    """Whether a participle continues what the same speaker says ("Quist said, adding that ...")."""
    above = reading.parsed.head(trigger.token)
    return (
        trigger.token.tag == "VBG"
        and trigger.token.dep == "advcl"
        and above.lemma in load_lexicon("speech")["saying"]
    )


def _event(reading: Reading, told: _Told, counting: Counting, triggers: list[Trigger]) -> EventMention:
    trigger, parts = told.trigger, told.parts
    status = find_status(reading, trigger)
    if trigger.type == "operation":
        parts = (
            *parts,
            *(
                Part("agent", token)
                for token in agencies_of(reading, trigger)
                if all(token is not p.token for p in parts)
            ),
        )
    if trigger.family in CRIMES and status is Status.ALLEGED and trigger.rule == "modifier":
        parts = ()
    quantities = count(reading, trigger, with_wholes(reading.parsed, parts), counting)
    time = span_of_time(reading, trigger) if trigger.type == "operation" else None
    time = time or told.time
    published = reading.document.published
    when = happening_when(time, total=bool(quantities), published=published) if time else None
    if when is not None and _lies_ahead(reading, trigger, when) and status is Status.HAPPENED:
        status = Status.PLANNED
    statistic = trigger.type != "operation" and is_statistic(trigger, time, quantities)
    span = reading.span(trigger.first, trigger.last)
    kind = "death" if _is_mere_death(trigger, parts) else trigger.type
    return EventMention(
        span.document, span.start, span.end,
        type=kind, lemma=_lemma(trigger), sentence=reading.sentence_span(trigger.token),
        status=status, confidence=Confidence.WEAK if trigger.rule == "open" else Confidence.STATED,
        aggregate=statistic, when=when, when_span=time.span if time else None,
        arguments=arguments(reading, parts), places=find_places(reading, trigger), quantities=quantities,
        said_by=find_speakers(reading, trigger.token),
        operation=find_operation(reading, trigger, statistic=statistic, counted=bool(quantities)),
        related=find_related(reading, trigger, triggers), rule=trigger.rule,
    )  # fmt: skip


def _lies_ahead(reading: Reading, trigger: Trigger, when: When) -> bool:
    """Whether a noun tells of a day after publication; of a verb, tense and auxiliaries say so better."""
    published = reading.document.published
    return (
        not trigger.is_verb
        and published is not None
        and when.earliest is not None
        and when.earliest > published
    )


def _is_mere_death(trigger: Trigger, parts: tuple[Part, ...]) -> bool:
    """Whether somebody was killed, but by nobody and nothing that the sentence names."""
    return trigger.token.lemma == "kill" and trigger.is_verb and all(part.role != "agent" for part in parts)


def _lemma(trigger: Trigger) -> str:
    others = (word.lemma for word in trigger.words if word is not trigger.token)
    return " ".join((trigger.token.lemma, *others))


def _lies_within(event: EventMention) -> bool:
    """Whether an event without a date of its own happened in an operation."""
    undated = event.when is None and event.when_span is None and event.status is Status.HAPPENED
    enforced = event.type != "operation" and load_schema().event[event.type].family in BOUNDED
    return undated and enforced and event.operation is not None


def _bounded(events: tuple[EventMention, ...]) -> tuple[EventMention, ...]:
    """Undated happenings of an operation whose days are known get those days as bounds."""
    spans = [e for e in events if e.type == "operation" and e.when is not None and e.when.begin != e.when.end]
    if len({e.when.edtf for e in spans if e.when}) != 1:
        return events
    known = spans[0]
    bounds = within(known.when) if known.when else None
    return tuple(
        dataclasses.replace(event, when=bounds, when_span=known.when_span) if _lies_within(event) else event
        for event in events
    )
