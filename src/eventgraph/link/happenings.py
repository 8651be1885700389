"""Event mentions to sets of mentions, one a happening. When unsure: apart, and said so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, KeysView, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from eventgraph.lexicon import load_lexicon
from eventgraph.link.partition import Partition
from eventgraph.link.tellings import Telling, event_words
from eventgraph.model import Link, Quantity
from eventgraph.schema import load_schema
from eventgraph.vocabulary import Status, Verdict

MOST_COMPARED = 30
"""Happenings with one block key that a new telling is compared with, the latest first."""
SMALL_NUMBER = 3
"""Numbers up to this are too frequent to say that two tellings are of one happening."""
MOST_REVISED = 2.0
"""How many times the smaller number the larger may be, for one to be a revision of the other."""
BEST_SCORE = 8.0
"""A sum of weights that counts as certain when it becomes a score between 0 and 1."""

Days = tuple[date | None, date | None]
Numbers = frozenset[tuple[str, str, str]]
"""Totals as (role, unit, value)."""


@cache
def weights() -> Mapping[str, float]:
    """How much each shared thing speaks for one happening."""
    return dict(load_lexicon("link")["weights"])


@cache
def bars() -> Mapping[str, float]:
    """The sums from which two tellings are one, or left to a person."""
    return dict(load_lexicon("link")["bars"])


@cache
def agreeing_statuses() -> frozenset[frozenset[str]]:
    """Pairs of statuses that tellings of one happening may have."""
    return frozenset(frozenset(pair) for pair in load_lexicon("link")["events"]["agreeing"])


@dataclass(frozen=True, slots=True)
class Happening:
    """What is known of one happening while its tellings are gathered.

    ``numbers`` holds for each document that tells it the totals it gives, perhaps none.
    """

    type: str
    aggregate: bool
    statuses: frozenset[Status]
    days: Days
    dated: bool
    operation: str | None
    named: Mapping[str, frozenset[str]]
    described: frozenset[str]
    places: frozenset[str]
    numbers: dict[str, Numbers]
    all_numbers: Numbers
    cases: frozenset[str]
    words: frozenset[str]

    @property
    def documents(self) -> KeysView[str]:
        """The ids of the documents that tell it."""
        return self.numbers.keys()


def happening_of(telling: Telling) -> Happening:
    """What one telling alone says."""
    numbers = _numbers(telling)
    return Happening(
        type=telling.mention.type,
        aggregate=telling.mention.aggregate,
        statuses=frozenset({telling.mention.status}),
        days=telling.days,
        dated=telling.mention.when is not None,
        operation=telling.operation,
        named=telling.named,
        described=telling.described.get("patient", frozenset()),
        places=telling.places,
        numbers={telling.document: numbers},
        all_numbers=numbers,
        cases=telling.cases,
        words=frozenset({telling.mention.lemma.casefold()}),
    )


def _numbers(telling: Telling) -> Numbers:
    """The totals of a telling that are single in their role and unit, and so can be compared."""
    return frozenset(
        (role, unit, _value(quantities[0]))
        for (role, unit), quantities in telling.totals.items()
        if len(quantities) == 1 and quantities[0].value is not None
    )


def _value(quantity: Quantity) -> str:
    """A value in one spelling: 12, not 12.0."""
    value = quantity.value
    return "" if value is None else format(value.normalize(), "f")


def combine(left: Happening, right: Happening) -> Happening:
    """What two sets of tellings say together. The two are used up: the smaller is poured into the larger."""
    earliest = [day for day in (left.days[0], right.days[0]) if day]
    latest = [day for day in (left.days[1], right.days[1]) if day]
    small, numbers = sorted((left.numbers, right.numbers), key=len)
    for document, more in small.items():
        numbers[document] = numbers.get(document, frozenset()) | more
    return Happening(
        type=left.type,
        aggregate=left.aggregate,
        statuses=left.statuses | right.statuses,
        days=(max(earliest, default=None), min(latest, default=None)),
        dated=left.dated or right.dated,
        operation=left.operation or right.operation,
        named={
            role: left.named.get(role, frozenset()) | right.named.get(role, frozenset())
            for role in sorted({*left.named, *right.named})
        },
        described=left.described | right.described,
        places=left.places | right.places,
        numbers=numbers,
        all_numbers=left.all_numbers | right.all_numbers,
        cases=left.cases | right.cases,
        words=left.words | right.words,
    )


@dataclass(frozen=True, slots=True)
class Places:
    """Which places contain which, by entity id."""

    containing: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def agree(self, left: frozenset[str], right: frozenset[str]) -> bool:
        """Whether one place of the left is, contains or lies in one of the right."""
        return any(
            a == b or a in self.containing.get(b, ()) or b in self.containing.get(a, ())
            for a in left
            for b in right
        )


def contradiction(left: Happening, right: Happening, places: Places) -> str:
    """Why two sets of tellings cannot be of one happening, "" if they can."""
    if left.type != right.type or left.aggregate != right.aggregate:
        return "they are of different kinds"
    if left.operation and right.operation and left.operation != right.operation:
        return "they belong to different operations"
    if left.type == "operation" and left.operation and left.operation == right.operation:
        return ""
    if not _statuses_agree(left, right):
        return "one is told as a fact and the other is not"
    if not _days_overlap(left.days, right.days):
        return "their dates exclude each other"
    if left.places and right.places and not places.agree(left.places, right.places):
        return "they took place elsewhere"
    return _other_people(left, right) or _other_numbers(left, right)


def _statuses_agree(left: Happening, right: Happening) -> bool:
    """Whether all statuses can be told of one happening."""
    return all(
        a == b or frozenset({a.value, b.value}) in agreeing_statuses()
        for a in left.statuses
        for b in right.statuses
    )


def _days_overlap(left: Days, right: Days) -> bool:
    """Whether two stretches of days, open ends included, share a day."""
    return not (
        (left[1] and right[0] and left[1] < right[0]) or (right[1] and left[0] and right[1] < left[0])
    )


def _other_people(left: Happening, right: Happening) -> str:
    """Whether it was done to others, or by words alone to others in one document."""
    patients, others = left.named.get("patient", frozenset()), right.named.get("patient", frozenset())
    if patients and others and not patients & others:
        return "it was done to others"
    if load_schema().event[left.type].family == "speech":
        speakers, rest = left.named.get("agent", frozenset()), right.named.get("agent", frozenset())
        if speakers and rest and not speakers & rest:
            return "others said it"
    described = left.described and right.described and not left.described & right.described
    if described and not (patients & others) and left.documents & right.documents:
        return "it was done to others"
    return ""


def _other_numbers(left: Happening, right: Happening) -> str:
    """Whether one document gives two numbers for the same thing, or statistics differ at all."""
    if left.aggregate:
        return (
            "" if left.all_numbers == right.all_numbers and left.days == right.days else "the numbers differ"
        )
    for document in left.documents & right.documents:
        ours, theirs = left.numbers[document], right.numbers[document]
        if any(a[:2] == b[:2] and a[2] != b[2] for a in ours for b in theirs):
            return "one text gives different numbers for them"
    return ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much speaks for one happening, and what; ``identifying`` if any of it is telling by itself."""

    weight: float
    reasons: tuple[str, ...]
    identifying: bool


def likeness(left: Happening, right: Happening, places: Places) -> Likeness:
    """What two sets of tellings share, weighed."""
    shared = list(_shared(left, right, places))
    found = {kind for kind, _ in shared}
    identifying = bool(found & {"patient", "number", "operation", "case"}) or {"day", "place"} <= found
    if load_schema().event[left.type].family == "speech":
        identifying = bool(found & {"topic", "number", "case"}) or "patient" in found
    weight = sum(weights()[kind] for kind, _ in shared)
    return Likeness(weight, tuple(reason for _, reason in shared if reason), identifying)


def _shared(left: Happening, right: Happening, places: Places) -> Iterator[tuple[str, str]]:
    """What two sets of tellings share: the kind of thing, and the reason in words."""
    for role in ("patient", "agent", "recipient", "topic", "instrument"):
        if left.named.get(role, frozenset()) & right.named.get(role, frozenset()):
            yield role, f"the same {role}"
            if role == "patient" and left.type in event_words("once"):
                yield "once", "what is done to somebody once"
    if left.described & right.described:
        yield "described", "patients described alike"
    if left.operation and left.operation == right.operation:
        yield "operation", "the same operation"
    yield from _shared_time(left, right)
    if places.agree(left.places, right.places):
        yield "place", "the same place"
    if left.cases & right.cases:
        yield "case", "the same case number"
    yield from _shared_numbers(left, right)
    if left.words & right.words:
        yield "word", ""
    if left.documents & right.documents:
        yield "document", ""


def _shared_numbers(left: Happening, right: Happening) -> Iterator[tuple[str, str]]:
    """Numbers that are equal, or that one operation has in different reports."""
    values = [float(value) for _, _, value in left.all_numbers & right.all_numbers]
    if values:
        yield "number" if max(values) > SMALL_NUMBER else "small_number", "the same number"
    elif left.operation and left.operation == right.operation and _is_revision(left, right):
        yield "revised_number", "a number that another report of the operation gives otherwise"


def _is_revision(left: Happening, right: Happening) -> bool:
    """Whether numbers of one kind in different documents are near enough to be one, counted later."""
    pairs = [
        sorted((float(a[2]), float(b[2])))
        for a in left.all_numbers
        for b in right.all_numbers
        if a[:2] == b[:2]
    ]
    return any(SMALL_NUMBER < low <= high <= MOST_REVISED * low for low, high in pairs)


def _shared_time(left: Happening, right: Happening) -> Iterator[tuple[str, str]]:
    """How near in time two dated sets of tellings are."""
    if not (left.dated and right.dated):
        return
    days = {*left.days, *right.days}
    if len(days) == 1 and None not in days:
        yield "day", "the same day"
    elif left.days == right.days:
        yield "month", "the same time"
    else:
        yield "time", ""


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

    def follow(self, links: Iterable[Link]) -> None:
        """Join what links say is one, by the ids of mentions, where both ends tell of one type."""
        numbers: dict[str, list[Telling]] = defaultdict(list)
        for telling in self.tellings:
            numbers[telling.mention.mention_id].append(telling)
        for link in links:
            for left in numbers.get(link.left, ()):
                for right in numbers.get(link.right, ()):
                    if left.mention.type == right.mention.type:
                        self.join(left.number, right.number, link, whatever=True)

    def gather_operations(self) -> None:
        """Join all mentions of one operation's own event."""
        first: dict[str, int] = {}
        like = Likeness(BEST_SCORE, ("the same operation",), identifying=True)
        for telling in self.tellings:
            if telling.mention.type == "operation" and telling.operation:
                number = first.setdefault(telling.operation, telling.number)
                if self.sets.root(number) != self.sets.root(telling.number):
                    self.join(number, telling.number, self._link(number, telling, like, "same operation"))

    def gather(self) -> None:
        """Take each telling in order to the one happening it fits best, if any."""
        for telling in self.tellings:
            self._find_happening(telling)
            for key in block_keys(telling):
                self._blocks[key].append(telling.number)

    def _find_happening(self, telling: Telling) -> None:
        """Join a telling to what was told before."""
        candidates = self._candidates(telling)
        if self._as_definite(telling, candidates):
            return
        own = self.sets.summary(telling.number)
        found = []
        for number in candidates:
            other = self.sets.summary(number)
            if not contradiction(other, own, self._places) and not _undated_stranger(other, own):
                like = likeness(other, own, self._places)
                if like.identifying and like.weight >= bars()["unsure"]:
                    found.append((number, like, _bar(other, own)))
        found.sort(key=lambda item: (-item[1].weight, item[0]))
        self._decide(telling, found)

    def _decide(self, telling: Telling, found: list[tuple[int, Likeness, float]]) -> None:
        """Join the best of what is like enough; where two are equally like, note both as unsure."""
        enough = [(number, like) for number, like, bar in found if like.weight >= bar]
        tied = len(enough) > 1 and enough[0][1].weight == enough[1][1].weight
        for number, like, bar in found[:2]:
            link = self._link(number, telling, like)
            if like.weight >= bar and not tied:
                self.join(number, telling.number, link)
                return
            because = (
                f"{link.because} {'Another fits as well.' if tied else 'That is too little to be sure.'}"
            )
            self.links.append(replace(link, verdict=Verdict.UNSURE, because=because))

    def _candidates(self, telling: Telling) -> list[int]:
        """One earlier telling of each happening that shares a block key and is not joined yet."""
        own = self.sets.root(telling.number)
        found: dict[int, int] = {}
        for key in block_keys(telling):
            for number in self._blocks.get(key, [])[-MOST_COMPARED:]:
                root = self.sets.root(number)
                if root != own:
                    found.setdefault(root, number)
        return list(found.values())

    def _as_definite(self, telling: Telling, candidates: Iterable[int]) -> bool:
        """Join "the arrests" to the one happening of its type that the document told before.

        Of several, it is the one told in the same word, if that is one.
        """
        if not telling.definite or telling.totals or telling.named.get("patient"):
            return False
        before = [n for n in candidates if telling.document in self.sets.summary(n).documents]
        if len(before) > 1:
            word = telling.mention.lemma.casefold()
            before = [n for n in before if word in self.sets.summary(n).words]
        if len(before) != 1 or self.sets.refuse(before[0], telling.number):
            return False
        like = Likeness(BEST_SCORE * 0.8, ("the words point back to it",), identifying=True)
        return self.join(before[0], telling.number, self._link(before[0], telling, like, "points back"))

    def _link(self, number: int, telling: Telling, like: Likeness, by: str = "same happening") -> Link:
        """The link between a telling and an earlier one."""
        return Link(
            left=self.tellings[number].mention.mention_id,
            right=telling.mention.mention_id,
            verdict=Verdict.SAME,
            score=round(min(1.0, like.weight / BEST_SCORE), 3),
            by=by,
            because=f"They tell of {', '.join(like.reasons) or 'the same'}.",
        )


def _bar(left: Happening, right: Happening) -> float:
    """The weight two sets of tellings must reach to be one."""
    return bars()["same_document"] if left.documents & right.documents else bars()["across_documents"]


def _undated_stranger(left: Happening, right: Happening) -> bool:
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
    if telling.operation:
        yield kind, "operation", telling.operation
    for role in ("patient", "topic"):
        for entity in sorted(telling.named.get(role, ())):
            yield kind, role, entity
    for case in sorted(telling.cases):
        yield kind, "case", case
    for _, unit, value in sorted(_numbers(telling)):
        yield kind, "number", unit, value
    first, last = telling.days
    if first and first == last:
        for entity in sorted(telling.places | telling.named.get("agent", frozenset())):
            yield kind, "day", first.isoformat(), entity


def gather(
    tellings: Sequence[Telling], copies: Iterable[Link], decided: Iterable[Link], places: Places
) -> Gathering:
    """All tellings in sets, one a happening.

    ``copies`` are the links of repeats, ``decided`` those of decisions, by mention ids. All mentions of
    an operation's own event are one, and so are repeats and their originals; others by what they share.
    """
    gathering = Gathering(tellings, places)
    gathering.follow([*decided, *copies])
    gathering.gather_operations()
    gathering.gather()
    return gathering
