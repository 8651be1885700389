"""Tellings that a text revises, brought to the happening they speak of in spite of what they revise.

A hearing that was moved has another day than the hearing it is; a correction gives another number. All else
is compared as ever, and where two happenings fit equally, none is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from eventgraph.graph.words import plain_number
from eventgraph.link.gathering import Gathering, bars, is_undated_stranger, least_weight
from eventgraph.link.gone import Revision
from eventgraph.link.happenings import (
    MOST_REVISED,
    Happening,
    Likeness,
    Places,
    contradiction,
    likeness,
    weights,
)
from eventgraph.link.tellings import Telling
from eventgraph.link.weighing import can_revise
from eventgraph.model import Span, When
from eventgraph.vocabulary import Status


class Rejoining:
    """The happenings as gathered, and what the texts revise."""

    def __init__(self, gathering: Gathering, revisions: Mapping[Span, Revision], places: Places) -> None:
        self._gathering = gathering
        self._revisions = revisions
        self._places = places

    def rejoin(self) -> None:
        """Join each telling that revises something to the one happening that it fits."""
        for telling in self._gathering.tellings:
            revision = self._revisions.get(telling.mention.span)
            if revision is None:
                continue
            if revision.note:
                self._join_note(telling, revision)
            elif revision.moved:
                self._join_moved(telling, revision)
            elif revision.rising:
                self._join_risen(telling, revision)

    def _join_note(self, telling: Telling, revision: Revision) -> None:
        """A note corrects the one happening of its type in its text, or the one with a number it names."""
        own = replace(_unnumbered(self._summary(telling.number)), days=(None, None), dated=False)
        told = [
            number
            for number in self._gathering.candidates(telling)
            if telling.document in self._summary(number).documents
            and not self._in_note(number)
            and not self._refused(number, telling, self._believed(own, number))
        ]
        if len(told) > 1:
            named = _values(revision, telling)
            told = [n for n in told if named & {value for *_, value in self._summary(n).all_numbers}]
        if len(told) == 1:
            self._join(told[0], telling, "correction", "The words correct what the text tells.")
        elif not told:
            wrong = _numbered(own, telling, revision)
            self._best(telling, lambda number: self._believed(wrong, number), 0.0)

    def _join_moved(self, telling: Telling, revision: Revision) -> None:
        """What was moved was set for the day that is told, or else planned before for another."""
        own = self._summary(telling.number)
        days = [one.value for one in revision.gone if isinstance(one.value, When)]
        if days:
            before = replace(own, days=(days[0].earliest, days[0].latest), dated=True)
            self._best(telling, lambda _: before, 0.0)
            return
        before = replace(own, days=(None, None), dated=False)
        self._best(telling, lambda number: before if self._is_planned(number) else None, weights()["moved"])

    def _join_risen(self, telling: Telling, revision: Revision) -> None:
        """A newer figure is of what was told with the older one it is compared with, or with a lower one."""
        own = self._summary(telling.number)
        if revision.gone:
            before = _numbered(own, telling, revision)
            self._best(telling, lambda _: before, 0.0)
            return
        before = _unnumbered(own)
        self._best(telling, lambda number: before if self._is_less(number, own) else None, weights()["moved"])

    def _is_less(self, number: int, own: Happening) -> bool:
        """Whether a happening has a lower number of the same kind, and no number too low to be its own."""
        pairs = [
            (float(a[2]), float(b[2]))
            for a in self._summary(number).all_numbers
            for b in own.all_numbers
            if a[:2] == b[:2]
        ]
        return bool(pairs) and all(old < new <= MOST_REVISED * old for old, new in pairs)

    def _best(self, telling: Telling, instead: Callable[[int], Happening | None], more: float) -> None:
        """Join the one happening that is most like a telling, as it would be without what it revises."""
        found: list[tuple[float, int, Likeness]] = []
        for number in self._gathering.candidates(telling):
            own, other = instead(number), self._summary(number)
            if own is None or not can_revise(telling, self._gathering.tellings[number]):
                continue
            if self._refused(number, telling, own) or is_undated_stranger(other, own):
                continue
            like = likeness(other, own, self._places)
            if like.identifying and like.weight + more >= least_weight(other, own):
                found.append((like.weight, number, like))
        found.sort(key=lambda item: (-item[0], item[1]))
        if found and (len(found) == 1 or found[0][0] > found[1][0]):
            words = f"They tell of {', '.join(found[0][2].reasons) or 'the same'}, and one revises the other."
            self._join(found[0][1], telling, "revision", words)

    def _join(self, number: int, telling: Telling, by: str, because: str) -> None:
        like = Likeness(bars()["across_documents"], (), identifying=True)
        link = replace(self._gathering.link(number, telling, like, by), because=because)
        self._gathering.join(number, telling.number, link, whatever=True)

    def _summary(self, number: int) -> Happening:
        return self._gathering.sets.summary(number)

    def _refused(self, number: int, telling: Telling, own: Happening) -> bool:
        """Whether a telling, as it is to be compared, contradicts a happening."""
        apart = self._gathering.sets.are_apart(number, telling.number)
        return apart or bool(contradiction(self._summary(number), own, self._places))

    def _believed(self, own: Happening, number: int) -> Happening:
        """A telling with the statuses of a happening: what is taken back was told as a fact."""
        return replace(own, statuses=self._summary(number).statuses)

    def _is_planned(self, number: int) -> bool:
        return self._summary(number).statuses == {Status.PLANNED}

    def _in_note(self, number: int) -> bool:
        revision = self._revisions.get(self._gathering.tellings[number].mention.span)
        return revision is not None and revision.note


def _unnumbered(happening: Happening) -> Happening:
    """A happening as if it counted nothing."""
    numbers = {document: frozenset[tuple[str, str, str]]() for document in happening.numbers}
    return replace(happening, numbers=numbers, all_numbers=frozenset())


def _numbered(happening: Happening, telling: Telling, revision: Revision) -> Happening:
    """A happening with the numbers that a text says do not hold, in place of those that do."""
    old = {plain_number(one.value) for one in revision.gone if isinstance(one.value, Decimal)}
    numbers = frozenset((role, unit, value) for role, unit in telling.totals for value in old)
    without = _unnumbered(happening)
    return replace(without, numbers={**without.numbers, telling.document: numbers}, all_numbers=numbers)


def _values(revision: Revision, telling: Telling) -> set[str]:
    """The numbers that a correction names, wrong and right, in plain digits."""
    wrong = [one.value for one in revision.gone if isinstance(one.value, Decimal)]
    right = [quantity.value for quantity in telling.mention.quantities if quantity.value is not None]
    return {plain_number(value) for value in (*wrong, *right)}
