"""What every measure comes down to: how many were right, how many were output, how many are in the gold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from eventgraph.evaluate.layout import Record


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one measure, for one document or many; tallies add up."""

    right: int = 0
    output: int = 0
    gold: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(self.right + other.right, self.output + other.output, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The share of the output that is right; 0 where there is no output."""
        return self.right / self.output if self.output else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 0 where there is no gold."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where nothing is right."""
        return 2 * self.right / (self.output + self.gold) if self.right else 0.0


Measure = tuple[str, str]
"""The layer and the name of a measure: ``("times", "strict")``."""

Tallies = dict[Measure, Tally]

Scorer = Callable[[Record, Record], Tallies]
"""Compares the gold of one document with the output for it."""


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of tallies."""
    return sum(tallies, Tally())


def count_right(verdicts: Sequence[bool]) -> Tally:
    """A tally of things that are in gold and output alike, and either right or wrong."""
    return Tally(sum(verdicts), len(verdicts), len(verdicts))
