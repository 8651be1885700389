"""Whether the events that were found have the right participants and places, in the right roles."""

from __future__ import annotations

from collections import Counter

from eventgraph.evaluate.layout import PLACE_ROLE, ArgumentRecord, EventRecord, Record
from eventgraph.evaluate.pairing import counted, pair, pair_events
from eventgraph.evaluate.tally import Tallies, Tally, count_right

LAYER = "arguments"


def score_arguments(gold: Record, output: Record) -> Tallies:
    """Arguments that overlap those of the gold: found, in the right role, and so for each role.

    End to end: whoever misses an event misses its arguments, and those of a false event are false. But
    "place, of found" is the share, of the events that were found and have a place in the gold, that got one
    of its places.
    """
    wanted = _roles(counted(gold.events, gold.events, gold))
    given = _roles(counted(output.events, gold.events, gold))
    found, right = 0, Counter[str]()
    placed: list[bool] = []
    for left, other in pair_events(gold, output):
        for argument, answer in pair(left.args, other.args):
            found += 1
            right[argument.role] += argument.role == answer.role
        if places := _places(left):
            placed.append(bool(pair(places, _places(other))))
    tallies = {
        (LAYER, "found"): Tally(found, given.total(), wanted.total()),
        (LAYER, "right role"): Tally(right.total(), given.total(), wanted.total()),
        (LAYER, "place, of found"): count_right(placed),
    }
    for role in sorted(wanted | given):
        tallies[LAYER, role] = Tally(right[role], given[role], wanted[role])
    return tallies


def _places(event: EventRecord) -> list[ArgumentRecord]:
    return [argument for argument in event.args if argument.role == PLACE_ROLE]


def _roles(events: list[EventRecord]) -> Counter[str]:
    return Counter(argument.role for event in events for argument in event.args)
