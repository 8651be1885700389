"""What comparing comes to: a verdict with its score, the rule that gave it and the reason in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from eventgraph.vocabulary import Verdict

QUOTED = re.compile("“([^”]+)”")
"""A name in a reason; those that cards are compared by are in small letters."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its score (0 to 1), the rule that gave it and the reason in a sentence."""

    verdict: Verdict
    score: float
    by: str
    because: str


def same(score: float, by: str, because: str) -> Judgement:
    """A judgement that two cards are of one entity."""
    return Judgement(Verdict.SAME, round(score, 3), by, because)


def unsure(score: float, by: str, because: str) -> Judgement:
    """A judgement that is left to a person."""
    return Judgement(Verdict.UNSURE, round(score, 3), by, because)


def as_written(because: str, names: Iterable[str]) -> str:
    """A reason with the names in it as the mentions have them.

    >>> as_written("Both are named “ada quist”.", ["Ada Quist"])
    'Both are named “Ada Quist”.'
    """
    written = {name.lower(): name for name in names}

    def form(quoted: re.Match[str]) -> str:
        key = quoted[1]
        for lowered, name in written.items():
            start = lowered.find(key)
            if start >= 0 and len(lowered) == len(name):
                return f"“{name[start : start + len(key)]}”"
        return quoted[0]

    return QUOTED.sub(form, because)
