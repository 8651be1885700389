"""Whether entities, time expressions and events were found, with the right words, type and value."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.evaluate.layout import EntityRecord, Labelled, Record, TimeRecord
from eventgraph.evaluate.pairing import counted, pair, same_words
from eventgraph.evaluate.tally import Tallies, Tally

NAME_KINDS = {"NAM", "PRE.NAM"}
"""How gold sets mark a name, as against a description or a pronoun."""


def score_spans(gold: Record, output: Record) -> Tallies:
    """Strict (same words), relaxed (some word in common), both with the right type; for times the value.

    The layer ``names`` is that of entities without descriptions and pronouns.
    """
    layers: dict[str, tuple[Sequence[Labelled], Sequence[Labelled]]] = {
        "entities": (gold.entities, output.entities),
        "names": (_names(gold.entities), _names(output.entities)),
        "times": (gold.times, output.times),
        "events": (gold.events, output.events),
    }
    tallies: Tallies = {}
    for name, (wanted, found) in layers.items():
        free = gold.entities if name == "names" else wanted
        kept, given = counted(wanted, free, gold), counted(found, free, gold)
        tallies |= {(name, measure): tally for measure, tally in _layer(kept, given).items()}
    return tallies


def _names(entities: Sequence[EntityRecord]) -> list[EntityRecord]:
    return [entity for entity in entities if entity.mention in NAME_KINDS]


def _layer(gold: Sequence[Labelled], output: Sequence[Labelled]) -> dict[str, Tally]:
    pairs = pair(gold, output)
    strict = [same_words(wanted, found) for wanted, found in pairs]
    typed = [wanted.type is not None and wanted.type == found.type for wanted, found in pairs]
    with_type = sum(wanted.type is not None for wanted in gold)
    tallies = {
        "strict": Tally(sum(strict), len(output), len(gold)),
        "relaxed": Tally(len(pairs), len(output), len(gold)),
        "strict, type": Tally(sum(map(min, strict, typed)), len(output), with_type),
        "relaxed, type": Tally(sum(typed), len(output), with_type),
    }
    valued = [item for item in gold if isinstance(item, TimeRecord) and item.value]
    if valued:
        right = sum(_same_value(wanted, found) for wanted, found in pairs)
        tallies["relaxed, value"] = Tally(right, len(output), len(valued))
    return tallies


def _same_value(gold: Labelled, output: Labelled) -> bool:
    if not (isinstance(gold, TimeRecord) and isinstance(output, TimeRecord)):
        return False
    return bool(gold.value) and gold.value == output.value
