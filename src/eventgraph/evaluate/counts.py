"""Whether the events that were found have the right numbers."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from msgspec import UNSET

from eventgraph.evaluate.layout import EventRecord, QuantityRecord, Record
from eventgraph.evaluate.pairing import counted, pair_events
from eventgraph.evaluate.tally import Tallies, Tally

LAYER = "quantities"

Bounds = tuple[Decimal | None, Decimal | None, Decimal | None]


def score_counts(gold: Record, output: Record) -> Tallies:
    """Numbers of events: the same value, and the same value with the same bounds; end to end.

    And of the numbers that the gold gives of events that were found, how many have their value. Bounds
    are asked for only where the gold gives them.
    """
    wanted = counted(gold.events, gold.events, gold)
    given = sum(len(event.quantities) for event in counted(output.events, gold.events, gold))
    pairs = pair_events(gold, output)
    values = sum(_in_common(_values(left), _values(right)) for left, right in pairs)
    asked = sum(len(left.quantities) for left, _ in pairs)
    bounds = sum(_in_common(_bounds(left), _bounds(right)) for left, right in pairs)
    return {
        (LAYER, "value"): Tally(values, given, sum(len(event.quantities) for event in wanted)),
        (LAYER, "value, of found"): Tally(values, asked, asked),
        (LAYER, "value, bounds"): Tally(bounds, given, sum(_bounds(event).total() for event in wanted)),
    }


def _in_common(left: Counter[Any], right: Counter[Any]) -> int:
    return (left & right).total()


def _values(event: EventRecord) -> Counter[Decimal | None]:
    return Counter(quantity.value for quantity in event.quantities)


def _bounds(event: EventRecord) -> Counter[Bounds]:
    return Counter(found for quantity in event.quantities if (found := _bounds_of(quantity)))


def _bounds_of(quantity: QuantityRecord) -> Bounds | None:
    if quantity.low is UNSET or quantity.high is UNSET:
        return None
    return quantity.value, quantity.low, quantity.high
