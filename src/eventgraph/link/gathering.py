"""Event mentions to sets of mentions, one a happening. When unsure: apart, and said so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from eventgraph.lexicon import load_lexicon
from eventgraph.link.happenings import (
    Happening,
    Likeness,
    Places,
    combine,
    contradiction,
    happening_of,
    likeness,
    single_totals,
)
from eventgraph.link.partition import Partition
from eventgraph.link.tellings import Pointing, Telling, event_words
from eventgraph.model import Link
from eventgraph.vocabulary import Verdict

MOST_COMPARED = 30
"""Happenings with one block key that a new telling is compared with, the latest first."""
BEST_SCORE = 8.0
"""A sum of weights that counts as certain when it becomes a score between 0 and 1."""


@cache
def bars() -> Mapping[str, float]:
    """The sums from which two tellings are one, or left to a person."""
    return dict(load_lexicon("link")["bars"])


@dataclass(frozen=True, slots=True)
class Ties:
    """What is known of tellings before they are compared, by the ids of their mentions.

    ``links`` are made whatever else is known, ``apart`` may never be one, ``alone`` are one with nothing
    that no link ties them to.
    """

    links: Sequence[Link] = ()
    apart: Sequence[tuple[str, str]] = ()
    alone: Sequence[str] = ()


class Gathering:
    """Happenings as their tellings are gathered, in order, with the links made and refused."""

    def __init__(self, tellings: Sequence[Telling], places: Places) -> None:
        self.tellings = tellings
        self.links: list[Link] = []
        self._places = places
        self.sets: Partition[int, Happening] = Partition(
            {telling.number: happening_of(telling) for telling in tellings},
            lambda left, right: contradiction(left, right, places),
            combine,
        )
        self._blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)

    def join(self, left: int, right: int, link: Link, *, whatever: bool = False) -> bool:
        """Join two tellings by a link; where they contradict, the link is kept as unsure."""
        reason = self.sets.join(left, right, whatever=whatever)
        if reason:
            link = replace(link, verdict=Verdict.UNSURE, because=f"{link.because} Refused: {reason}.")
        self.links.append(link)
        return not reason

    def follow(self, ties: Ties) -> None:
        """Join what links say is one where both ends tell of one type, and keep apart what may not be."""
        numbers: dict[str, list[Telling]] = defaultdict(list)
        for telling in self.tellings:
            numbers[telling.mention.mention_id].append(telling)
        for one, other in ties.apart:
            for left, right in product(numbers.get(one, ()), numbers.get(other, ())):
                self.sets.set_apart(left.number, right.number)
        for link in ties.links:
            for left, right in product(numbers.get(link.left, ()), numbers.get(link.right, ())):
                if left.mention.type == right.mention.type:
                    self.join(left.number, right.number, link, whatever=True)
        for one in ties.alone:
            for left in numbers.get(one, ()):
                self.sets.set_alone(left.number)

    def gather_operations(self) -> None:
        """Join all mentions of one operation's own event."""
        first: dict[str, int] = {}
        like = Likeness(BEST_SCORE, ("the same operation",), identifying=True)
        for telling in self.tellings:
            if telling.mention.type == "operation" and telling.operation:
                number = first.setdefault(telling.operation, telling.number)
                if self.sets.root(number) != self.sets.root(telling.number):
                    self.join(number, telling.number, self.link(number, telling, like, "same operation"))

    def gather(self) -> None:
        """Take each telling in order to the one happening it fits best, if any."""
        for telling in self.tellings:
            self._find_happening(telling)
            for key in block_keys(telling):
                self._blocks[key].append(telling.number)

    def _find_happening(self, telling: Telling) -> None:
        """Join a telling to what was told before: to its own headline, then to one other happening."""
        candidates = self.candidates(telling)
        if self._as_definite(telling, candidates):
            return
        headline = {telling.document: frozenset({"headline"})}
        headlines = [n for n in candidates if self.sets.summary(n).parts == headline]
        if headlines:
            self._decide(telling, self._alike(telling, headlines))
        self._decide(telling, self._alike(telling, [n for n in candidates if n not in headlines]))

    def _alike(self, telling: Telling, candidates: Iterable[int]) -> list[tuple[int, Likeness, float]]:
        """The candidates that may be one with a telling, with likeness and bar; the likest first."""
        own = self.sets.summary(telling.number)
        found = []
        for number in candidates:
            other = self.sets.summary(number)
            if not self.sets.refuse(number, telling.number) and not is_undated_stranger(other, own):
                like = likeness(other, own, self._places)
                if like.identifying and like.weight >= bars()["unsure"]:
                    found.append((number, like, least_weight(other, own)))
        return sorted(found, key=lambda item: (-item[1].weight, item[0]))

    def _decide(self, telling: Telling, found: list[tuple[int, Likeness, float]]) -> None:
        """Join the best of what is like enough; where two are equally like, note both as unsure."""
        enough = [(number, like) for number, like, bar in found if like.weight >= bar]
        tied = len(enough) > 1 and enough[0][1].weight == enough[1][1].weight
        for number, like, bar in found[:2]:
            link = self.link(number, telling, like)
            if like.weight >= bar and not tied:
                self.join(number, telling.number, link)
                return
            because = (
                f"{link.because} {'Another fits as well.' if tied else 'That is too little to be sure.'}"
            )
            self.links.append(replace(link, verdict=Verdict.UNSURE, because=because))

    def candidates(self, telling: Telling) -> list[int]:
        """One earlier telling of each happening that shares a block key and is not joined yet.

        What is told of others than before is none of its document's but that of the headline.
        """
        own = self.sets.root(telling.number)
        found: dict[int, int] = {}
        for key in block_keys(telling):
            for number in self._blocks.get(key, [])[-MOST_COMPARED:]:
                root = self.sets.root(number)
                if root != own:
                    found.setdefault(root, number)
        if not telling.fresh:
            return list(found.values())
        return [
            n for n in found.values() if "body" not in self.sets.summary(n).parts.get(telling.document, ())
        ]

    def _as_definite(self, telling: Telling, candidates: Iterable[int]) -> bool:
        """Join "the arrests" to the one happening of its type that the document told before.

        Of several, it is the one that is no part of another, or the last one told in such a word. Such a
        word is also needed where more is said of it ("the dawn raid"), and for types of many meanings.
        """
        if telling.pointing is Pointing.NOT or telling.totals or telling.named.get("patient"):
            return False
        before = [n for n in candidates if telling.document in self.sets.summary(n).documents]
        before = [n for n in before if not self.sets.summary(n).is_part] or before
        loose = telling.mention.type in event_words("loose_types")
        if len(before) > 1 or loose or telling.pointing is Pointing.MODIFIED:
            before = [n for n in before if telling.family in self.sets.summary(n).families]
        before = [n for n in before if not self._refused(n, telling)]
        if not before or (len(before) > 1 and not telling.family):
            return False
        number = max(before)
        like = Likeness(BEST_SCORE * 0.8, (), identifying=True)
        link = self.link(number, telling, like, "points back")
        link = replace(link, because="The words point back to what was told before.")
        return self.join(number, telling.number, link)

    def _refused(self, number: int, telling: Telling) -> bool:
        """Whether what points back cannot mean a happening: it contradicts it, or others did that."""
        agents = self.sets.summary(number).named.get("agent", frozenset())
        own = telling.named.get("agent", frozenset())
        return bool(self.sets.refuse(number, telling.number) or (own and agents and not own & agents))

    def link(self, number: int, telling: Telling, like: Likeness, by: str = "same happening") -> Link:
        """The link between a telling and an earlier one."""
        return Link(
            left=self.tellings[number].mention.mention_id,
            right=telling.mention.mention_id,
            verdict=Verdict.SAME,
            score=round(min(1.0, like.weight / BEST_SCORE), 3),
            by=by,
            because=like.because,
        )


def least_weight(left: Happening, right: Happening) -> float:
    """The weight two sets of tellings must reach to be one."""
    return bars()["same_document"] if left.documents & right.documents else bars()["across_documents"]


def is_undated_stranger(left: Happening, right: Happening) -> bool:
    """Whether one is undated and nothing but its words ties it to the other's document."""
    if (left.dated and right.dated) or left.documents & right.documents:
        return False
    patients = left.named.get("patient", frozenset()) & right.named.get("patient", frozenset())
    operation = left.operation and left.operation == right.operation
    return not (patients or operation or left.cases & right.cases)


def block_keys(telling: Telling) -> Iterator[tuple[str, ...]]:
    """What two tellings of one happening share at least one of."""
    kind = f"{telling.mention.type} {telling.mention.aggregate}"
    yield kind, "document", telling.document
    if telling.family:
        yield "family", telling.document, telling.family
    if telling.operation:
        yield kind, "operation", telling.operation
    for role in ("patient", "topic"):
        for entity in sorted(telling.named.get(role, ())):
            yield kind, role, entity
    for case in sorted(telling.cases):
        yield kind, "case", case
    for _, unit, value in sorted(single_totals(telling)):
        yield kind, "number", unit, value
    first, last = telling.days
    if first and first == last:
        for entity in sorted(telling.places | telling.named.get("agent", frozenset())):
            yield kind, "day", first.isoformat(), entity


def gather(tellings: Sequence[Telling], ties: Ties, places: Places) -> Gathering:
    """All tellings in sets, one a happening.

    All mentions of an operation's own event are one, and so is what ``ties`` says (decisions, repeats and
    their originals); others by what they share.
    """
    gathering = Gathering(tellings, places)
    gathering.follow(ties)
    gathering.gather_operations()
    gathering.gather()
    return gathering
