"""Whether mentions of one entity, and tellings of one event, were put together, within and across documents.

Beside it a baseline: how far one comes by taking names for one entity where they are spelt alike, and
tellings for one event where their triggers are.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple

from eventgraph.evaluate.chains import Place, chains, compare_chains
from eventgraph.evaluate.layout import EntityRecord, EventRecord, Record
from eventgraph.evaluate.pairing import counted
from eventgraph.evaluate.spans import NAME_KINDS
from eventgraph.evaluate.tally import Scores
from eventgraph.lexicon import load_lexicon

LAYER, BASELINE = "coreference", "same string"
EVENT_LAYER, EVENT_BASELINE = "event coreference", "same trigger"

Told = EntityRecord | EventRecord

Things = dict[Place, Hashable]
"""The entity, or the event, of each mention."""


class Mentioned(NamedTuple):
    """The mentions of gold and output; ``alike`` has those of the output, as the baseline sees them."""

    gold: Things
    output: Things
    alike: Things


class Kind(NamedTuple):
    """What is put together: the layers of its scores, where a record has it, and what the baseline goes by.

    ``spelling`` is None for a mention that the baseline takes for nothing else.
    """

    layer: str
    baseline: str
    mentions: Callable[[Record], Sequence[Told]]
    spelling: Callable[[str, Told], str | None]


def score_coreference(compared: Sequence[tuple[Record, Record]], *, singletons: bool = False) -> list[Scores]:
    """MUC, B-cubed, CEAF-e and their mean of each document, of the output and of the baseline.

    Mentions are those of the output, and the same as the gold's where their words are the same. Across
    documents, ids mean the same entity or event in all of them. What is mentioned once (across: in all
    documents) counts only where ``singletons`` is set. Gold without ids asks for nothing, and gold none of
    whose ids stands in two documents for nothing across them.
    """
    scores: list[Scores] = [{} for _ in compared]
    for kind in KINDS:
        mentioned = _mentioned(compared, kind)
        for scope, keyed in _scopes(mentioned.gold):
            wanted = chains(keyed(mentioned.gold), singletons=singletons)
            for layer, found in ((kind.layer, mentioned.output), (kind.baseline, mentioned.alike)):
                given = chains(keyed(found), singletons=singletons)
                for row, measures in zip(scores, compare_chains(wanted, given, len(compared)), strict=True):
                    row.update({(layer, f"{scope}: {name}"): score for name, score in measures.items()})
    return scores


def _scopes(gold: Things) -> Iterator[tuple[str, Callable[[Things], Things]]]:
    """What is compared: mentions of one document, and of all where something stands in two of them."""
    if gold:
        yield "within", _within
    if len(set(_within(gold).values())) > len(set(gold.values())):
        yield "across", dict


def _within(mentioned: Things) -> Things:
    """The same with entities and events that end with their document."""
    return {place: (place.document, thing) for place, thing in mentioned.items()}


def _mentioned(compared: Sequence[tuple[Record, Record]], kind: Kind) -> Mentioned:
    """All mentions that count of the documents that have ids, or nothing of the kind at all."""
    found = Mentioned({}, {}, {})
    for number, (gold, output) in enumerate(compared):
        wanted = kind.mentions(gold)
        if wanted and not any(mention.id for mention in wanted):
            continue
        for place, mention in _placed(number, wanted, gold, wanted):
            found.gold[place] = mention.id
        for place, mention in _placed(number, kind.mentions(output), gold, wanted):
            found.output[place] = mention.id
            found.alike[place] = kind.spelling(gold.text, mention) or place
    return found


def _placed(
    document: int, mentions: Sequence[Told], gold: Record, wanted: Sequence[Told]
) -> Iterator[tuple[Place, Told]]:
    for mention in counted(mentions, wanted, gold):
        if mention.id:
            yield Place(document, mention.start, mention.end), mention


def _name(text: str, mention: Told) -> str | None:
    """A name in lower case, without an article: "The Hague" and "Hague" are spelt alike."""
    if not isinstance(mention, EntityRecord) or mention.mention not in NAME_KINDS:
        return None
    words = text[mention.start : mention.end].casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in _articles() else words)


def _trigger(text: str, mention: Told) -> str | None:
    """The words of a trigger in lower case."""
    return " ".join(text[mention.start : mention.end].casefold().split())


def _articles() -> frozenset[str]:
    return frozenset(load_lexicon("link")["names"]["articles"])


KINDS = (
    Kind(LAYER, BASELINE, lambda record: record.entities, _name),
    Kind(EVENT_LAYER, EVENT_BASELINE, lambda record: record.events, _trigger),
)
