"""Relation mentions to `Relation`s between entities, and the part that agencies took in operations."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from eventgraph.link.names import BODIES, plain
from eventgraph.link.naming import HASH_LENGTH
from eventgraph.link.weighing import STATUS_ORDER, Setting, event_when, when_words
from eventgraph.model import Entity, Event, EventWhen, Relation, RelationMention, Span, Speaker, When
from eventgraph.times.edtf import holding_both
from eventgraph.vocabulary import Status

Key = tuple[str, str, str | None, str, str]
"""Type, subject, object, label in lower case, qualifier."""


def make_relations(
    setting: Setting, events: Iterable[Event], entities: Mapping[str, Entity]
) -> tuple[Relation, ...]:
    """All relations, sorted by id: those observed, and ``took_part_in`` of the agents of operations."""
    groups = _observed(setting)
    made = {key: _relation(setting, key, mentions) for key, mentions in groups.items()}
    for key, spans in _took_part(setting, events, entities).items():
        if key not in made:
            made[key] = _from_roles(key, spans)
    return tuple(sorted(made.values(), key=lambda relation: relation.id))


def _observed(setting: Setting) -> dict[Key, list[RelationMention]]:
    """Relation mentions whose subject is known, by what they say, each group in order."""
    found: dict[Key, list[RelationMention]] = {}
    for observed in setting.corpus.observations:
        for mention in observed.relations:
            subject, target = setting.known(mention.subject), setting.known(mention.object)
            lost = mention.object is not None and target is None and not mention.label
            if subject and subject != target and not lost:
                label = " ".join(plain(mention.label).split())
                key = (mention.type, subject, target, label, mention.qualifier)
                found.setdefault(key, []).append(mention)
    return found


def relation_id(key: Key) -> str:
    """Type and 8 hexadecimal digits of the hash of what it says: the ends, the label, the qualifier."""
    said = "\0".join(part or "" for part in key)
    return f"{key[0]}:{hashlib.sha256(said.encode()).hexdigest()[:HASH_LENGTH]}"


def _relation(setting: Setting, key: Key, mentions: Sequence[RelationMention]) -> Relation:
    """The relation that several mentions tell of."""
    first = mentions[0]
    return Relation(
        id=relation_id(key),
        type=key[0],
        subject=key[1],
        object=key[2],
        label=" ".join(first.label.split()),
        qualifier=key[4],
        status=_status(setting, mentions),
        when=_when(setting, mentions),
        mentions=tuple(mention.span for mention in mentions),
        said_by=_speakers(setting, mentions),
    )


def _when(setting: Setting, mentions: Sequence[RelationMention]) -> EventWhen | None:
    """When a relation holds: by the words of the latest document that has some, else by all that tell it.

    Of bounds ("[..D]") the nearest is kept; days on which it holds are joined ("D/E").
    """
    dated = [(mention, mention.when) for mention in mentions if mention.when is not None]
    if not dated:
        return None
    worded = [pair for pair in dated if pair[0].when_span is not None]
    chosen, when = max(worded, key=lambda pair: _published(setting, pair[0])) if worded else dated[0]
    for _, other in () if worded else dated[1:]:
        when = _joined(when, other)
    return event_when(setting.corpus, when, when_words(chosen.span, when, chosen.when_span))


def _joined(when: When, other: When) -> When:
    """What two texts say of the time of one relation, by the days on which they were published."""
    if when.begin[0] is None and when.end[1] is None and other.begin[0] is None and other.end[1] is None:
        return holding_both(when, other)
    nearer = other.latest is not None and (when.latest is None or other.latest < when.latest)
    later = other.earliest is not None and (when.earliest is None or other.earliest > when.earliest)
    return other if nearer or later else when


def _published(setting: Setting, mention: RelationMention) -> date:
    return setting.corpus.document(mention).published or date.min


def _status(setting: Setting, mentions: Sequence[RelationMention]) -> Status:
    """The status that the latest documents tell most often; of equals the more cautious."""
    published = [_published(setting, mention) for mention in mentions]
    newest = max(published)
    told = Counter(m.status for m, day in zip(mentions, published, strict=True) if day == newest)
    return min(told, key=lambda status: (-told[status], STATUS_ORDER.index(status)))


def _speakers(setting: Setting, mentions: Iterable[RelationMention]) -> tuple[Speaker, ...]:
    """Who says so, each once."""
    found: dict[str, Speaker] = {}
    for mention in mentions:
        for speaker in setting.speakers(mention.said_by):
            found.setdefault(speaker.entity or plain(speaker.text), speaker)
    return tuple(found.values())


def _took_part(
    setting: Setting, events: Iterable[Event], entities: Mapping[str, Entity]
) -> dict[Key, list[Span]]:
    """The agents of operations' events, with the words that name them there."""
    found: dict[Key, list[Span]] = {}
    for event in events:
        if event.type == "operation" and event.operation:
            for person in event.participants:
                entity = entities.get(person.entity or "")
                if person.role == "agent" and entity and entity.type in BODIES:
                    key = ("took_part_in", entity.id, event.operation, "", "")
                    found.setdefault(key, []).append(person.span)
    return {key: sorted(spans, key=setting.corpus.place) for key, spans in found.items()}


def _from_roles(key: Key, spans: Sequence[Span]) -> Relation:
    """A relation that rests on roles in events."""
    return Relation(
        id=relation_id(key),
        type=key[0],
        subject=key[1],
        object=key[2],
        mentions=tuple(spans),
    )
