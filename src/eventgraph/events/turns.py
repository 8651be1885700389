"""Who says so in a transcript: the speaker of the turn. What is only asked there is no fact."""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Iterable, Sequence

from eventgraph.model import Document, EventMention, Mention, Reference
from eventgraph.text.turns import Turn
from eventgraph.vocabulary import FACTS, Status


def speaker_mentions(document: Document, turns: Iterable[Turn]) -> tuple[Mention, ...]:
    """The speakers who are named in full in their labels."""
    return tuple(
        Mention(document.id, *turn.name, type="person", name=_name(document, turn), rule="transcript")
        for turn in turns
        if turn.named
    )


def _name(document: Document, turn: Turn) -> str:
    words = " ".join(document.text[slice(*turn.name)].split())
    return words.title() if words.isupper() else words


def with_speakers(
    document: Document, events: Sequence[EventMention], turns: Sequence[Turn], mentions: Iterable[Mention]
) -> tuple[EventMention, ...]:
    """The events with the speaker of their turn, where no nearer one is told; questions as hypothetical."""
    known = {mention.start: mention for mention in mentions}
    return tuple(_with_speaker(document, event, turns, known) for event in events)


def _with_speaker(
    document: Document, event: EventMention, turns: Sequence[Turn], known: dict[int, Mention]
) -> EventMention:
    number = bisect.bisect_right(turns, event.start, key=lambda turn: turn.label[1]) - 1
    if number < 0 or event.start >= turns[number].end:
        return event
    turn = turns[number]
    if document.text[event.sentence.start : event.sentence.end].rstrip("\"'”’ ").endswith("?"):  # noqa: RUF001
        status = Status.HYPOTHETICAL if event.status in FACTS else event.status
        event = dataclasses.replace(event, status=status)
    if event.said_by:
        return event
    mention = known.get(turn.name[0])
    speaker = Reference(document.id, *turn.name, mention=mention.span if mention else None)
    return dataclasses.replace(event, said_by=(speaker,))
