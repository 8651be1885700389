"""Whether the events that were found are put on the right day, month and year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventgraph.evaluate.layout import DateRecord, EventRecord, Record
from eventgraph.evaluate.pairing import counted, pair_events
from eventgraph.evaluate.tally import Tallies, Tally, count_right

LAYER = "dates"

LENGTHS = {"day": 10, "month": 7, "year": 4}
"""How many characters of an ISO date each tells."""

LEADING_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


def score_dating(gold: Record, output: Record) -> Tallies:
    """The dates of events: of those that the gold gives to the day (month, year), how many are the same.

    A date of an interval is its beginning. Output that is coarser than asked for is no answer; of events
    that the gold does not date, nothing is held against the output. And of the dated events that were
    found, how many have the gold's date, as far as the gold tells it.
    """
    wanted = counted(gold.events, gold.events, gold)
    pairs = pair_events(gold, output)
    tallies = {(LAYER, name): _tally(wanted, pairs, length) for name, length in LENGTHS.items()}
    return {**tallies, (LAYER, "right, of found"): count_right(list(_verdicts(pairs)))}


def _tally(gold: list[EventRecord], pairs: list[tuple[EventRecord, EventRecord]], length: int) -> Tally:
    asked = sum(_date(event.time, length) is not None for event in gold)
    answers = [(_date(left.time, length), _date(right.time, length)) for left, right in pairs]
    given = [(want, got) for want, got in answers if got is not None and want is not None]
    return Tally(sum(want == got for want, got in given), len(given), asked)


def _verdicts(pairs: list[tuple[EventRecord, EventRecord]]) -> Iterator[bool]:
    """Of each event found that the gold dates, whether its date begins like that of the gold."""
    for left, right in pairs:
        lengths = [length for length in LENGTHS.values() if _date(left.time, length)]
        if lengths:
            yield _date(left.time, max(lengths)) == _date(right.time, max(lengths))


def _date(time: DateRecord | None, length: int) -> str | None:
    """The date to that many characters; None where it does not go so far."""
    if time is None:
        return None
    match = LEADING_DATE.match(time.value or time.begin or "")
    return match[0][:length] if match and len(match[0]) >= length else None
