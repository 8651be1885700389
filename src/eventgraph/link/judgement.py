"""What comparing comes to: a verdict with its score, the rule that gave it and the reason in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from eventgraph.vocabulary import Verdict


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
