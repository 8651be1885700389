"""How far a score can be trusted: the interval it falls into when documents are drawn again at random."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import cache

from eventgraph.evaluate.tally import Tally

RESAMPLES = 1000
SEED = 20240314
COVERED = 0.95

FEWEST = 2
"""Fewer documents than this tell nothing about how scores vary."""


def interval(tallies: Sequence[Tally]) -> tuple[float, float] | None:
    """The 95 % interval of F1 over documents, one tally a document; None for fewer than two.

    The draws are the same for every measure and every run, so that scores can be compared.
    """
    if len(tallies) < FEWEST:
        return None
    scores = sorted(_scores(tallies))
    margin = round((1 - COVERED) / 2 * (len(scores) - 1))
    return scores[margin], scores[-1 - margin]


def _scores(tallies: Sequence[Tally]) -> Iterator[float]:
    right = [tally.right for tally in tallies]
    output = [tally.output for tally in tallies]
    gold = [tally.gold for tally in tallies]
    for draw in _draws(len(tallies)):
        sums = (sum(map(column.__getitem__, draw)) for column in (right, output, gold))
        yield Tally(*sums).f1


@cache
def _draws(documents: int) -> tuple[tuple[int, ...], ...]:
    """For each resample, the numbers of the documents drawn, with replacement."""
    source = random.Random(SEED)  # noqa: S311 (a statistic, no secret)
    return tuple(tuple(source.choices(range(documents), k=documents)) for _ in range(RESAMPLES))
