"""Events that a person adds: a decision and the words it quotes, as an event mention like those observed."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.link.decisions import Decision, Missed
from eventgraph.link.names import tokens_of
from eventgraph.link.quotes import GONE, Sources, Unmatched, is_whole, places_of
from eventgraph.model import Argument, Attribute, EventMention, Mention, PlaceReference, Span
from eventgraph.vocabulary import DECISION


def note_of(decision: Decision, span: Span, words: str) -> Attribute:
    """What a person decided about an event, in words, with the reason given for it."""
    value = f"{words}: {' '.join(decision.note.split())}" if decision.note.strip() else words
    return Attribute(span.document, span.start, span.end, key=DECISION, value=value)


def added_mention(sources: Sources, decision: Decision) -> EventMention:
    """The event mention that a decision adds, at the words it quotes.

    Its participants and its place are those of the quoted words nearest to these. Unmatched where any of
    the words do not stand in the document, or where the event was found there already.
    """
    trigger = sources.only_stretch(decision.a)
    known = sources.corpus.by_document[trigger.document].events
    if any(event.span == trigger and event.type == decision.value for event in known):
        raise Unmatched(f"“{decision.a.text}” is found as {decision.value} in {decision.a.origin} already")
    missed = decision.missed or Missed()
    place = nearest(sources, missed.place, trigger) if missed.place.strip() else None
    return EventMention(
        trigger.document,
        trigger.start,
        trigger.end,
        type=decision.value,
        lemma=" ".join(decision.a.text.split()),
        sentence=sources.corpus.sentence(trigger),
        status=missed.status,
        when=decision.when,
        arguments=tuple(
            _argument(sources, role, nearest(sources, words, trigger)) for role, words in missed.participants
        ),
        places=(_place(sources, place),) if place else (),
        attributes=(note_of(decision, trigger, "added"),),
        rule=DECISION,
    )


def nearest(sources: Sources, words: str, trigger: Span) -> Span:
    """Where words stand in the document of a trigger: in its sentence if they do there, nearest to it."""
    document = sources.corpus.document(trigger)
    sentence = sources.corpus.sentence(trigger)
    places = list(places_of(document, words))
    if not places:
        raise Unmatched(f"“{words}” does not stand in {document.origin}{GONE}")
    return min(
        places,
        key=lambda span: (
            not is_whole(document.text, span),
            not sentence.contains(span),
            max(span.start - trigger.end, trigger.start - span.end),
            span.start,
        ),
    )


def _argument(sources: Sources, role: str, span: Span) -> Argument:
    mention = _meant(sources, span)
    return Argument(span.document, span.start, span.end, role=role, mention=mention.span if mention else None)


def _place(sources: Sources, span: Span) -> PlaceReference:
    mention = _meant(sources, span)
    return PlaceReference(span.document, span.start, span.end, mention=mention.span if mention else None)


def _meant(sources: Sources, span: Span) -> Mention | None:
    """The mention that words mean: a name that they are in; else the nearest of these words."""
    mentions: Sequence[Mention] = sources.corpus.by_document[span.document].mentions
    around = [mention for mention in mentions if mention.contains(span)]
    if around:
        return min(around, key=lambda mention: (mention.end - mention.start, mention.start))
    words = tokens_of(sources.corpus.text(span))
    alike = [mention for mention in mentions if tokens_of(sources.corpus.text(mention)) == words]
    return min(alike, key=lambda mention: (abs(mention.start - span.start), mention.start), default=None)
