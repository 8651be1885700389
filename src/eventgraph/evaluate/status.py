"""Whether the events that were found are told as what they are: fact, plan, allegation, denial."""

from __future__ import annotations

from eventgraph.evaluate.layout import Record
from eventgraph.evaluate.pairing import pair_events
from eventgraph.evaluate.tally import Tallies, Tally, count_right
from eventgraph.vocabulary import FACTS, Status

LAYER = "status"


def score_status(gold: Record, output: Record) -> Tallies:
    """The status of events that were found: right, and whether what is no fact was kept apart from facts."""
    statuses = [
        (wanted.status, found.status or Status.HAPPENED.value)
        for wanted, found in pair_events(gold, output)
        if wanted.status is not None
    ]
    apart = [(wanted not in FACTS, found not in FACTS) for wanted, found in statuses]
    return {
        (LAYER, "right, of found"): count_right([wanted == found for wanted, found in statuses]),
        (LAYER, "no fact, of found"): Tally(
            sum(wanted and found for wanted, found in apart),
            sum(found for _, found in apart),
            sum(wanted for wanted, _ in apart),
        ),
    }
