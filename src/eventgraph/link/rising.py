"""Newer figures of totals that grow ("the death toll rose to 134", "134 people, up from 120")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import cache

from eventgraph.link.gone import Gone, Revision, any_of, revision_words
from eventgraph.model import EventMention, Observations, Quantity, Span
from eventgraph.vocabulary import ClaimAbout, ClaimState

NUMBER = r"(?P<old>\d[\d,]*(?:\.\d+)?)"
"""A number in figures."""
NEAR = 60
"""Characters between a number and the older one it is compared with."""


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The expressions that the words of ``[revisions]`` make, by the name of what they find."""
    names = ("risen", "reached", "lately", "before_number", "now", "up_from", "other_time")
    words = {key: any_of(revision_words(key)) for key in names}
    between = rf"(?:{words['before_number']}\s+)*"
    forms = {
        "any": rf"\b(?:{words['risen']}|{words['reached']}|{words['lately']}|{words['up_from']})\b",
        "before": rf"\b(?:{words['risen']}(?:\s+from\s+{between}{NUMBER})?\s+to|{words['reached']}"
        rf"|{words['lately']}(?:\s+\w+)?)\s+{between}$",
        "after": rf"[^.;:]{{0,{NEAR}}}?\b{words['up_from']}\s+{between}{NUMBER}",
        "now": rf"(?:\s+[\w-]+){{0,3}}\s+{words['now']}\b",
        "other_time": rf"[^.;:\d]{{0,20}}?\b{words['other_time']}",
    }
    return re.compile(forms[name], re.IGNORECASE)


def rises(observed: Observations) -> Iterator[Revision]:
    """The event mentions of a document whose numbers are newer figures, with the older ones it tells."""
    text = observed.document.text
    if not pattern("any").search(text):
        return
    for mention in observed.events:
        if mention.quantities and not mention.aggregate:
            found = [
                (quantity, *figure)
                for quantity in mention.quantities
                if (figure := _newer(text, mention, quantity))
            ]
            if found:
                yield _revision(mention, found)


def _newer(text: str, mention: EventMention, quantity: Quantity) -> tuple[Gone | None] | None:
    """For a number that is the newer figure, the older one if it is told; None where it is none."""
    if quantity.value is None or quantity.part_of is not None:
        return None
    before = pattern("before").search(text[mention.sentence.start : quantity.start])
    after = pattern("after").match(text, quantity.end, mention.sentence.end)
    if after and any(quantity.end <= q.start < after.start("old") for q in mention.quantities):
        after = None
    for found, offset in ((before, mention.sentence.start), (after, 0)):
        if found and found["old"]:
            old = _figure(found["old"])
            span = Span(quantity.document, offset + found.start("old"), offset + found.end("old"))
            if old is None or old >= quantity.value or pattern("other_time").match(text, span.end):
                return None
            return (Gone(ClaimAbout.QUANTITY, ClaimState.SUPERSEDED, span, old),)
    if before or pattern("now").match(text, quantity.end, mention.sentence.end):
        return (None,)
    return None


def _figure(digits: str) -> Decimal | None:
    try:
        return Decimal(digits.replace(",", ""))
    except InvalidOperation:
        return None


def _revision(mention: EventMention, found: list[tuple[Quantity, Gone | None]]) -> Revision:
    """A mention without the older figures that it tells beside the newer ones."""
    gone = tuple(old for _, old in found if old is not None)
    former = {old.span for old in gone}
    kept = tuple(q for q in mention.quantities if not any(q.span.overlaps(span) for span in former))
    changed = replace(mention, quantities=kept) if len(kept) < len(mention.quantities) else mention
    return Revision(changed, gone, rising=frozenset(quantity.span for quantity, _ in found))
