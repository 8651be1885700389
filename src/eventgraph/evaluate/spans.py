"""Whether entities, time expressions and events were found, with the right words, type and value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from eventgraph.evaluate.layout import EntityRecord, Labelled, Record, TimeRecord
from eventgraph.evaluate.pairing import counted, pair, pair_events, same_words
from eventgraph.evaluate.tally import Tallies, Tally, count_right
from eventgraph.schema import load_schema

NAME_KINDS = {"NAM", "PRE.NAM"}
"""How gold sets mark a name, as against a description or a pronoun."""


def score_spans(gold: Record, output: Record) -> Tallies:
    """Strict (same words), relaxed (some word in common), both with the right type; for times the value.

    The layer ``names`` is that of entities without descriptions and pronouns; it has each type by itself.
    Of events that were found, and have a type in the gold, there is also the share that got it.
    """
    layers: dict[str, tuple[Sequence[Labelled], Sequence[Labelled]]] = {
        "entities": (gold.entities, output.entities),
        "names": (names_of(gold.entities), names_of(output.entities)),
        "times": (gold.times, output.times),
        "events": (gold.events, output.events),
    }
    tallies: Tallies = {}
    for name, (wanted, found) in layers.items():
        free = gold.entities if name == "names" else wanted
        kept, given = counted(wanted, free, gold), counted(found, free, gold)
        tallies |= {(name, measure): tally for measure, tally in _layer(kept, given).items()}
        if name == "names":
            tallies |= _types(kept, given)
    tallies |= _types_of_found(gold, output)
    return tallies | _values(
        counted(gold.times, gold.times, gold),
        counted(output.times, gold.times, gold),
    )


def names_of(entities: Sequence[EntityRecord]) -> list[EntityRecord]:
    """Entities without descriptions and pronouns."""
    return [entity for entity in entities if entity.mention in NAME_KINDS]


def _layer(gold: Sequence[Labelled], output: Sequence[Labelled]) -> dict[str, Tally]:
    pairs = pair(gold, output)
    strict = [same_words(wanted, found) for wanted, found in pairs]
    tallies = {
        "strict": Tally(sum(strict), len(output), len(gold)),
        "relaxed": Tally(len(pairs), len(output), len(gold)),
    }
    if not gold or any(item.type for item in gold):  # gold without types asks for none
        typed = [wanted.type == found.type for wanted, found in pairs]
        tallies["strict, type"] = Tally(sum(map(min, strict, typed)), len(output), len(gold))
        tallies["relaxed, type"] = Tally(sum(typed), len(output), len(gold))
    return tallies


def _types(gold: Sequence[Labelled], output: Sequence[Labelled]) -> Tallies:
    """Names of each type of the schema: the same words with that type, end to end."""
    pairs = [(wanted, found) for wanted, found in pair(gold, output) if same_words(wanted, found)]
    alike = [wanted for wanted, found in pairs if wanted.type == found.type]
    right, given, asked = (Counter(item.type for item in items) for items in (alike, output, gold))
    return {
        ("names", f"strict, {kind}"): Tally(right[kind], given[kind], asked[kind])
        for kind in load_schema().entity
    }


def _types_of_found(gold: Record, output: Record) -> Tallies:
    typed = [wanted.type == found.type for wanted, found in pair_events(gold, output) if wanted.type]
    return {("events", "type, of found"): count_right(typed)}


def _values(gold: Sequence[TimeRecord], output: Sequence[TimeRecord]) -> Tallies:
    if gold and not any(item.value for item in gold):
        return {}
    right = [wanted.value is not None and wanted.value == found.value for wanted, found in pair(gold, output)]
    return {("times", "relaxed, value"): Tally(sum(right), len(output), len(gold))}
