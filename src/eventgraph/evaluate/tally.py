"""What every measure comes down to: numbers that add up over documents, and the shares they make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, Self, TypeVar

from eventgraph.evaluate.layout import Record


class Score(Protocol):
    """A measure of one document or many: ``numbers`` add up, and ``of`` them a score is made."""

    @property
    def numbers(self) -> tuple[float, ...]:
        """What is counted."""

    @classmethod
    def of(cls, numbers: Sequence[float]) -> Self:
        """The score with these numbers."""

    @property
    def output(self) -> float:
        """How many were output."""

    @property
    def gold(self) -> float:
        """How many the gold has; 0 where there is nothing to compare."""

    @property
    def precision(self) -> float:
        """The share of the output that is right; 0 where there is no output."""

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 0 where there is no gold."""

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where nothing is right."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right, how many were output, how many are in the gold."""

    right: float = 0
    output: float = 0
    gold: float = 0

    @property
    def numbers(self) -> tuple[float, ...]:
        """What is counted."""
        return self.right, self.output, self.gold

    @classmethod
    def of(cls, numbers: Sequence[float]) -> Self:
        """The tally with these numbers."""
        return cls(*numbers)

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


@dataclass(frozen=True, slots=True)
class TwoSided:
    """What is right is counted on each side by itself: ``precise`` of output, ``recalled`` of gold."""

    precise: float = 0
    output: float = 0
    recalled: float = 0
    gold: float = 0

    @property
    def numbers(self) -> tuple[float, ...]:
        """What is counted."""
        return self.precise, self.output, self.recalled, self.gold

    @classmethod
    def of(cls, numbers: Sequence[float]) -> Self:
        """The score with these numbers."""
        return cls(*numbers)

    @property
    def precision(self) -> float:
        """The share of the output that is right; 0 where there is no output."""
        return self.precise / self.output if self.output else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 0 where there is no gold."""
        return self.recalled / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where nothing is right."""
        precision, recall = self.precision, self.recall
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True)
class Mean:
    """Three measures of one thing; precision, recall and F1 are each the mean of theirs."""

    first: TwoSided = field(default_factory=TwoSided)
    second: TwoSided = field(default_factory=TwoSided)
    third: TwoSided = field(default_factory=TwoSided)

    @property
    def numbers(self) -> tuple[float, ...]:
        """What is counted, measure after measure."""
        return (*self.first.numbers, *self.second.numbers, *self.third.numbers)

    @classmethod
    def of(cls, numbers: Sequence[float]) -> Self:
        """The score with these numbers."""
        return cls(*(TwoSided(*numbers[start : start + 4]) for start in (0, 4, 8)))

    @property
    def output(self) -> float:
        """How many were output, of the last of the measures."""
        return self.third.output

    @property
    def gold(self) -> float:
        """How many the gold has, of the last of the measures."""
        return self.third.gold

    @property
    def precision(self) -> float:
        """The mean precision."""
        return (self.first.precision + self.second.precision + self.third.precision) / 3

    @property
    def recall(self) -> float:
        """The mean recall."""
        return (self.first.recall + self.second.recall + self.third.recall) / 3

    @property
    def f1(self) -> float:
        """The mean F1, which is not that of the mean precision and recall."""
        return (self.first.f1 + self.second.f1 + self.third.f1) / 3


Measure = tuple[str, str]
"""The layer and the name of a measure: ``("times", "strict")``."""

Tallies = dict[Measure, Tally]

Scores = dict[Measure, Score]

Scorer = Callable[[Record, Record], Tallies]
"""Compares the gold of one document with the output for it."""

S = TypeVar("S", bound=Score)


def total(scores: Iterable[S]) -> S:
    """The sum of one score or more of a kind."""
    found = list(scores)
    return found[0].of([sum(column) for column in zip(*(score.numbers for score in found), strict=True)])


def count_right(verdicts: Sequence[bool]) -> Tally:
    """A tally of things that are in gold and output alike, and either right or wrong."""
    return Tally(sum(verdicts), len(verdicts), len(verdicts))
