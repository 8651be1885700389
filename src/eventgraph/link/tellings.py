"""Event mentions with what they refer to resolved, so that they can be compared."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from functools import cache

from eventgraph.graph.words import plain_number
from eventgraph.lexicon import load_lexicon
from eventgraph.link.corpus import Corpus
from eventgraph.link.derivation import family, is_derived
from eventgraph.link.names import plain, tokens_of
from eventgraph.link.openings import UNKNOWN, Opening, opening_of
from eventgraph.model import EventMention, Quantity, Span
from eventgraph.vocabulary import PlaceBasis

OPEN_TYPE = "event"
"""The type of whatever has no other; its word says what it is."""
OWNER = re.compile(r"\w['\u2019]s?\s+(?:\w+\s+)?$")
"""Somebody's, right before a noun or before the word before it."""
FRESH_WINDOW = 2
"""Words before a participant or a noun that are searched for "another" and the like."""
WINDOW = 3
"""Words before a trigger that are searched for "the" and the like."""

Days = tuple[date | None, date | None]
"""The first and the last day that something can have been on, both included; None is open."""
Known = Callable[[Span | None], str | None]
"""The id of the entity a mention is of; None where there is none."""


@cache
def event_words(name: str) -> frozenset[str]:
    """A list of the ``[events]`` table of ``lexicon/link.toml``."""
    return frozenset(load_lexicon("link")["events"][name])


class Pointing(Enum):
    """Whether a noun points back: "a raid" does not, "the raid" does, "the dawn raid" with a word between."""

    NOT = 0
    MODIFIED = 1
    PLAIN = 2


@dataclass(frozen=True, slots=True)
class Telling:
    """One event mention with the ids of the entities in it.

    ``number`` counts the mentions of all documents in order. ``named`` are entities and ``described``
    the head words of participants without one, each by role. ``totals`` are the quantities that are
    parts of no other, by role and unit; ``parts`` are the others. ``pointing`` is how the words point
    back ("the raid"), ``fresh`` if they tell of others ("two more men"). ``opening`` is its document's.
    """

    number: int
    mention: EventMention
    published: date | None
    operation: str | None
    named: Mapping[str, frozenset[str]]
    described: Mapping[str, frozenset[str]]
    places: frozenset[str]
    totals: Mapping[tuple[str, str], tuple[Quantity, ...]]
    parts: tuple[Quantity, ...]
    cases: frozenset[str]
    pointing: Pointing
    fresh: bool
    opening: Opening = UNKNOWN

    @property
    def document(self) -> str:
        """The id of the document that tells it."""
        return self.mention.document

    @property
    def is_part(self) -> bool:
        """Whether all it counts is a part of what something else counts ("23 of the suspects")."""
        return bool(self.parts) and not self.totals

    @property
    def family(self) -> str:
        """What its word has in common with others made from it; "" where it says little."""
        return family(self.mention.lemma)

    @property
    def roughly(self) -> bool:
        """Whether no words date it, but that it is told as news of the day or after what is dated."""
        when = self.mention.when
        return when is not None and when.approximate and when.basis.value in _days_about()

    @property
    def days(self) -> Days:
        """The first day it can have begun and the last it can have ended.

        What is dated `roughly` may have been some days earlier or later, but not after publication.
        """
        when = self.mention.when
        if when is None:
            return None, None
        if not self.roughly:
            return when.earliest, when.latest
        around = timedelta(days=_days_about()[when.basis.value])
        last = when.latest + around if when.latest else None
        return (
            when.earliest - around if when.earliest else None,
            min((day for day in (last, self.published) if day), default=None),
        )


@cache
def _days_about() -> Mapping[str, int]:
    """How many days about an approximate date a happening may lie, by the basis of the date."""
    return dict(load_lexicon("link")["days_about"])


def make_tellings(corpus: Corpus, known: Known, rejected: frozenset[str] = frozenset()) -> list[Telling]:
    """All event mentions of a corpus, in order, without those of these ids.

    Two at one span have two types, or the first is kept.
    """
    once: dict[tuple[Span, str], EventMention] = {}
    for observed in corpus.observations:
        for event in sorted(observed.events, key=lambda event: (event.span, event.type)):
            if event.mention_id not in rejected:
                once.setdefault((event.span, event.type), event)
    operations = _operation_spans(corpus, known)
    openings = {document: opening_of(corpus, document) for document in corpus.by_document}
    return [
        replace(_telling(corpus, known, (n, event), operations), opening=openings[event.document])
        for n, event in enumerate(once.values())
    ]


OperationSpans = Mapping[str, list[tuple[Span, str]]]


def _operation_spans(corpus: Corpus, known: Known) -> OperationSpans:
    """The mentions of operations in each document, in order, with their entities."""
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for observed in corpus.observations:
        for mention in observed.mentions:
            entity = known(mention.span)
            if entity and _is_operation(entity):
                found[mention.document].append((mention.span, entity))
    return found


def _telling(
    corpus: Corpus, known: Known, numbered: tuple[int, EventMention], operations: OperationSpans
) -> Telling:
    """One event mention resolved."""
    number, event = numbered
    named: dict[str, set[str]] = defaultdict(set)
    described: dict[str, set[str]] = defaultdict(set)
    for argument in event.arguments:
        entity = known(argument.mention)
        if entity:
            named[argument.role].add(entity)
        elif head := head_word(corpus.text(argument)):
            described[argument.role].add(head)
    return Telling(
        number=number,
        mention=event,
        published=corpus.document(event).published,
        operation=_operation(event, known, operations.get(event.document, [])),
        named={role: frozenset(ids) for role, ids in named.items()},
        described={role: frozenset(words) for role, words in described.items()},
        places=frozenset(
            entity
            for place in event.places
            if place.basis is PlaceBasis.TEXT and (entity := known(place.mention))
        ),
        totals=_totals(event),
        parts=tuple(quantity for quantity in event.quantities if quantity.part_of is not None),
        cases=frozenset(a.value.casefold() for a in event.attributes if a.key in event_words("case_keys")),
        pointing=_points_back(corpus, event),
        fresh=_is_fresh(corpus, event),
    )


def head_word(text: str) -> str:
    """The last word of a description before "of", "in", "who" and the like; "" for general words."""
    words = tokens_of(text)
    stop = next((n for n, word in enumerate(words) if n and word in event_words("head_ends")), len(words))
    head = words[stop - 1] if words else ""
    return "" if head in event_words("open_words") or head in pronouns() or head.isdigit() else head


@cache
def pronouns() -> frozenset[str]:
    """Words that stand for whoever was named before."""
    return frozenset(load_lexicon("link")["descriptions"]["pronouns"])


def _is_operation(entity: str) -> bool:
    """Whether the entity of an id is an operation; a person may have decided that it is none."""
    return entity.startswith("operation:")


def _operation(event: EventMention, known: Known, mentions: list[tuple[Span, str]]) -> str | None:
    """The operation an event belongs to; for an operation's own event the one it names or is done to."""
    entity = known(event.operation)
    if entity and _is_operation(entity):
        return entity
    if event.type != "operation":
        return None
    at = max(0, bisect_left(mentions, (event.span, "")) - 1)
    overlapping = (operation for span, operation in mentions[at : at + 3] if span.overlaps(event))
    done_to = (e for a in event.arguments if (e := known(a.mention)) and _is_operation(e))
    return next(overlapping, None) or next(done_to, None)


def _totals(event: EventMention) -> dict[tuple[str, str], tuple[Quantity, ...]]:
    """The quantities that are parts of no other, by role and unit."""
    return by_role_and_unit(quantity for quantity in event.quantities if quantity.part_of is None)


def by_role_and_unit(quantities: Iterable[Quantity]) -> dict[tuple[str, str], tuple[Quantity, ...]]:
    """Quantities by their role and plain unit, each in their order."""
    found: dict[tuple[str, str], tuple[Quantity, ...]] = {}
    for quantity in quantities:
        key = (quantity.role, plain(quantity.unit))
        found[key] = (*found.get(key, ()), quantity)
    return found


def value_in_words(quantity: Quantity) -> str:
    """A value in plain digits: 12, not 12.0; "undisclosed" where there is none."""
    return "undisclosed" if quantity.value is None else plain_number(quantity.value)


def _points_back(corpus: Corpus, event: EventMention) -> Pointing:
    """How the trigger points back: a noun after "the", "this", somebody's, and no word for something new.

    A trigger of no type may be a verb: only right after such a word is it surely a noun.
    """
    if event.rule not in event_words("noun_rules"):
        return Pointing.NOT
    before = corpus.text(Span(event.document, min(event.sentence.start, event.start), event.start))
    is_noun = event.type != OPEN_TYPE or is_derived(event.lemma)
    if is_noun and OWNER.search(before):
        return Pointing.MODIFIED
    for between, word in enumerate(reversed(plain(before).split()[-(WINDOW if is_noun else 1) :])):
        if word in event_words("definite"):
            return Pointing.MODIFIED if between else Pointing.PLAIN
        if word in event_words("another") or word in event_words("phrase_ends") or word.isdigit():
            return Pointing.NOT
    return Pointing.NOT


def _is_fresh(corpus: Corpus, event: EventMention) -> bool:
    """Whether it is told of others than before: "another man", "two more people", "a second raid"."""
    heads = [event.span] if event.rule in event_words("noun_rules") else []
    heads += [argument.span for argument in event.arguments if argument.role in ("agent", "patient")]
    return any(_has_fresh_word(corpus, head, event) for head in heads)


def _has_fresh_word(corpus: Corpus, head: Span, event: EventMention) -> bool:
    """Whether a word for more of a kind stands in a span or right before it, other than "more than"."""
    start = min(event.sentence.start, head.start)
    before = corpus.text(Span(head.document, start, head.start)).split()
    words = [word.strip(",;:.").casefold() for word in (*before[-FRESH_WINDOW:], *corpus.text(head).split())]
    following = [*words[1:], ""]
    fresh = event_words("fresh")
    return any(word in fresh and after != "than" for word, after in zip(words, following, strict=True))
