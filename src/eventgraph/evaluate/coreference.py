"""Whether mentions of one entity, or of one event, were put together, within documents and across them.

Beside it a baseline: how far one comes by taking names for one entity where they are spelt alike, and
triggers for one event where their lemmas are alike.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from msgspec import UNSET

from eventgraph.evaluate.chains import Place, chains, compare_chains
from eventgraph.evaluate.layout import EntityRecord, EventRecord, Record
from eventgraph.evaluate.pairing import counted, pair
from eventgraph.evaluate.spans import NAME_KINDS
from eventgraph.evaluate.tally import Scores
from eventgraph.lexicon import load_lexicon

Identified = EntityRecord | EventRecord

Chained = dict[Place, Hashable]
"""The entity or event of each mention."""


class Mentioned(NamedTuple):
    """The mentions of gold and output; ``alike`` has those of the output, as the baseline sees them."""

    gold: Chained
    output: Chained
    alike: Chained


@dataclass(frozen=True, slots=True)
class Kind:
    """What is put together, and how the baseline does it.

    ``alike`` has what the baseline compares, of a text and a mention in it; None for what it lets stand
    alone. Where ``relaxed``, mentions of gold and output are the same where they overlap, each once.
    """

    layer: str
    baseline: str
    mentions: Callable[[Record], Sequence[Identified]]
    alike: Callable[[str, Identified], str | None]
    relaxed: bool = False


def score_coreference(compared: Sequence[tuple[Record, Record]], *, singletons: bool = False) -> list[Scores]:
    """MUC, B-cubed, CEAF-e and their mean of each document: of entities, of events, and of baselines.

    Mentions are those of the output, and the same as the gold's where their words are the same; those of
    events also, as "relaxed" measures, where they overlap. Across documents, ids mean the same entity or
    event in all of them. What is mentioned once (across: in all documents) counts only where
    ``singletons`` is set. Gold without ids asks for nothing, and gold none of whose ids stands in two
    documents for nothing across them.
    """
    scores: list[Scores] = [{} for _ in compared]
    for kind in KINDS:
        mentioned = _mentioned(kind, compared)
        for scope, keyed in _scopes(mentioned.gold):
            title = f"{scope}, relaxed" if kind.relaxed else scope
            wanted = chains(keyed(mentioned.gold), singletons=singletons)
            for layer, found in ((kind.layer, mentioned.output), (kind.baseline, mentioned.alike)):
                given = chains(keyed(found), singletons=singletons)
                for row, measures in zip(scores, compare_chains(wanted, given, len(compared)), strict=True):
                    row.update({(layer, f"{title}: {name}"): score for name, score in measures.items()})
    return scores


def _scopes(gold: Chained) -> Iterator[tuple[str, Callable[[Chained], Chained]]]:
    """What is compared: mentions of one document, and of all where something stands in two of them."""
    if gold:
        yield "within", _within
    if len(set(_within(gold).values())) > len(set(gold.values())):
        yield "across", dict


def _within(mentioned: Chained) -> Chained:
    """The same with entities and events that end with their document."""
    return {place: (place.document, identifier) for place, identifier in mentioned.items()}


def _mentioned(kind: Kind, compared: Sequence[tuple[Record, Record]]) -> Mentioned:
    """All mentions that count of the documents whose gold has ids, or nothing at all."""
    found = Mentioned({}, {}, {})
    for number, (gold, output) in enumerate(compared):
        listed = kind.mentions(gold)
        if listed and not any(item.id for item in listed):
            continue
        wanted, given = _counted(kind, gold, gold), _counted(kind, output, gold)
        overlapped = {_stretch(own): _stretch(other) for other, own in pair(wanted, given)}
        for item in wanted:
            found.gold[Place(number, item.start, item.end)] = item.id
        for item in given:
            stretch = _stretch(item)
            place = Place(number, *(overlapped.get(stretch, stretch) if kind.relaxed else stretch))
            found.output[place] = item.id
            found.alike[place] = kind.alike(gold.text, item) or place
    return found


def _counted(kind: Kind, record: Record, gold: Record) -> list[Identified]:
    """The mentions of a record that count and have an id."""
    return [item for item in counted(kind.mentions(record), kind.mentions(gold), gold) if item.id]


def _stretch(item: Identified) -> tuple[int, int]:
    return item.start, item.end


def _spelt(text: str, entity: Identified) -> str | None:
    """The words of a name in lower case, without an article: "The Hague" and "Hague" are spelt alike."""
    if not isinstance(entity, EntityRecord) or entity.mention not in NAME_KINDS:
        return None
    words = text[entity.start : entity.end].casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in _articles() else words)


def _triggered(text: str, event: Identified) -> str | None:
    """The lemma of a trigger, or its words where the record does not say."""
    lemma = event.lemma if isinstance(event, EventRecord) else UNSET
    return (lemma or text[event.start : event.end]).casefold()


def _articles() -> frozenset[str]:
    return frozenset(load_lexicon("link")["names"]["articles"])


KINDS = (
    Kind("coreference", "same string", lambda record: record.entities, _spelt),
    Kind("event coreference", "same trigger", lambda record: record.events, _triggered),
    Kind("event coreference", "same trigger", lambda record: record.events, _triggered, relaxed=True),
)

BASELINES = frozenset(kind.baseline for kind in KINDS)
"""The layers that are not the output's own but what a simple rule makes of it."""
