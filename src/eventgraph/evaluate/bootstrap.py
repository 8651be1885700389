"""How far a score can be trusted: the interval it falls into when documents are drawn again at random."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import cache

from eventgraph.evaluate.tally import Score

RESAMPLES = 1000
SEED = 20240314
COVERED = 0.95

FEWEST = 2
"""Fewer documents than this tell nothing about how scores vary."""


def interval(scores: Sequence[Score]) -> tuple[float, float] | None:
    """The 95 % interval of F1 over documents, one score a document; None for fewer than two.

    The draws are the same for every measure and every run, so that scores can be compared.
    """
    if len(scores) < FEWEST:
        return None
    drawn = sorted(_drawn(scores))
    margin = round((1 - COVERED) / 2 * (len(drawn) - 1))
    return drawn[margin], drawn[-1 - margin]


def _drawn(scores: Sequence[Score]) -> Iterator[float]:
    columns = list(zip(*(score.numbers for score in scores), strict=True))
    for draw in _draws(len(scores)):
        yield scores[0].of([sum(map(column.__getitem__, draw)) for column in columns]).f1


@cache
def _draws(documents: int) -> tuple[tuple[int, ...], ...]:
    """For each resample, the numbers of the documents drawn, with replacement."""
    source = random.Random(SEED)  # noqa: S311 (a statistic, no secret)
    return tuple(tuple(source.choices(range(documents), k=documents)) for _ in range(RESAMPLES))
