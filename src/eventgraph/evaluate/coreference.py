"""Whether mentions of one entity were put together, within documents and across them.

Beside it a baseline: how far one comes by taking names for one entity where they are spelt alike.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple

from eventgraph.evaluate.chains import Place, chains, compare_chains
from eventgraph.evaluate.layout import EntityRecord, Record
from eventgraph.evaluate.pairing import counted
from eventgraph.evaluate.spans import NAME_KINDS
from eventgraph.evaluate.tally import Scores
from eventgraph.lexicon import load_lexicon

LAYER, BASELINE = "coreference", "same string"

Entities = dict[Place, Hashable]
"""The entity of each mention."""


class Mentioned(NamedTuple):
    """The mentions of gold and output; ``names`` has those of the output, as the baseline sees them."""

    gold: Entities
    output: Entities
    names: Entities


def score_coreference(compared: Sequence[tuple[Record, Record]], *, singletons: bool = False) -> list[Scores]:
    """MUC, B-cubed, CEAF-e and their mean of each document, of the output and of the baseline.

    Mentions are those of the output, and the same as the gold's where their words are the same. Across
    documents, ids mean the same entity in all of them. Entities mentioned once (across: in all documents)
    count only where ``singletons`` is set. Gold without ids of entities asks for nothing, and gold none of
    whose ids stands in two documents for nothing across them.
    """
    mentioned = _mentioned(compared)
    scores: list[Scores] = [{} for _ in compared]
    if not mentioned.gold:
        return scores
    for scope, keyed in _scopes(mentioned.gold):
        wanted = chains(keyed(mentioned.gold), singletons=singletons)
        for layer, found in ((LAYER, mentioned.output), (BASELINE, mentioned.names)):
            given = chains(keyed(found), singletons=singletons)
            for row, measures in zip(scores, compare_chains(wanted, given, len(compared)), strict=True):
                row.update({(layer, f"{scope}: {name}"): score for name, score in measures.items()})
    return scores


def _scopes(gold: Entities) -> Iterator[tuple[str, Callable[[Entities], Entities]]]:
    """What is compared: mentions of one document, and of all where an entity stands in two of them."""
    yield "within", _within
    if len(set(_within(gold).values())) > len(set(gold.values())):
        yield "across", dict


def _within(mentioned: Entities) -> Entities:
    """The same with entities that end with their document."""
    return {place: (place.document, entity) for place, entity in mentioned.items()}


def _mentioned(compared: Sequence[tuple[Record, Record]]) -> Mentioned:
    """All mentions that count of the documents that have ids of entities, or no entity at all."""
    found = Mentioned({}, {}, {})
    for number, (gold, output) in enumerate(compared):
        if gold.entities and not any(entity.id for entity in gold.entities):
            continue
        for place, entity in _placed(number, gold.entities, gold):
            found.gold[place] = entity.id
        for place, entity in _placed(number, output.entities, gold):
            found.output[place] = entity.id
            found.names[place] = _spelt(gold.text, entity) if entity.mention in NAME_KINDS else place
    return found


def _placed(
    document: int, entities: Sequence[EntityRecord], gold: Record
) -> Iterator[tuple[Place, EntityRecord]]:
    for entity in counted(entities, gold.entities, gold):
        if entity.id:
            yield Place(document, entity.start, entity.end), entity


def _spelt(text: str, entity: EntityRecord) -> str:
    """The words of a name in lower case, without an article: "The Hague" and "Hague" are spelt alike."""
    words = text[entity.start : entity.end].casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in _articles() else words)


def _articles() -> frozenset[str]:
    return frozenset(load_lexicon("link")["names"]["articles"])
