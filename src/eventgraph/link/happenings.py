"""What is known of a happening, whether two can be one, and how much speaks for it."""

from __future__ import annotations

from collections.abc import Iterator, KeysView, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

from eventgraph.lexicon import load_lexicon
from eventgraph.link.tellings import OPEN_TYPE, Days, Telling, by_role_and_unit, event_words, value_in_words
from eventgraph.schema import load_schema
from eventgraph.vocabulary import Status

SMALL_NUMBER = 9
"""Numbers up to this are too frequent to say that two tellings are of one happening."""
MOST_REVISED = 2.0
"""How many times the smaller number the larger may be, for one to be a revision of the other."""
ROLES = ("patient", "agent", "recipient", "topic", "instrument")
PEOPLE = frozenset({*ROLES, "described"})
"""Kinds of likeness that are about those who take part."""
MANNER = frozenset({"retold", "lead", "headline"})
"""Kinds of likeness that are about the telling."""
Parts = frozenset[str]
Numbers = frozenset[tuple[str, str, str]]
"""Totals as (role, unit, value)."""


T = TypeVar("T")


@cache
def weights() -> Mapping[str, float]:
    """How much each shared thing speaks for one happening."""
    return dict(load_lexicon("link")["weights"])


@cache
def agreeing_statuses() -> frozenset[frozenset[str]]:
    """Pairs of statuses that tellings of one happening may have."""
    return frozenset(frozenset(pair) for pair in load_lexicon("link")["events"]["agreeing"])


@dataclass(frozen=True, slots=True)
class Happening:
    """What is known of one happening while its tellings are gathered.

    ``described`` and ``speakers`` are the head words of patients and agents that are no entities.
    ``numbers`` holds for each document that tells it the totals it gives, perhaps none; ``is_part`` if
    what it counts is a part of what another happening counts. ``families`` are those of its words.
    ``parts`` are those of each document that tell it: headline, lead (the first sentences), body.
    """

    types: frozenset[str]
    aggregate: bool
    is_part: bool
    statuses: frozenset[Status]
    days: Days
    dated: bool
    roughly: bool
    operation: str | None
    named: Mapping[str, frozenset[str]]
    described: frozenset[str]
    speakers: frozenset[str]
    places: frozenset[str]
    numbers: dict[str, Numbers]
    all_numbers: Numbers
    cases: frozenset[str]
    words: frozenset[str]
    families: frozenset[str]
    parts: dict[str, Parts]

    @property
    def is_speech(self) -> bool:
        """Whether somebody says something."""
        return any(load_schema().event[kind].family == "speech" for kind in self.types)

    @property
    def is_bare(self) -> bool:
        """Whether nobody who takes part is known by name or by words, nor how many."""
        return not (any(self.named.values()) or self.described or self.speakers or self.all_numbers)

    @property
    def documents(self) -> KeysView[str]:
        """The ids of the documents that tell it."""
        return self.numbers.keys()


def happening_of(telling: Telling) -> Happening:
    """What one telling alone says."""
    numbers = single_totals(telling)
    return Happening(
        types=frozenset({telling.mention.type}),
        aggregate=telling.mention.aggregate,
        is_part=telling.is_part,
        statuses=frozenset({telling.mention.status}),
        days=telling.days,
        dated=telling.mention.when is not None,
        roughly=telling.roughly,
        operation=telling.operation,
        named=telling.named,
        described=telling.described.get("patient", frozenset()),
        speakers=telling.described.get("agent", frozenset()),
        places=telling.places,
        numbers={telling.document: numbers},
        all_numbers=numbers,
        cases=telling.cases,
        words=frozenset({telling.mention.lemma.casefold()}),
        families=frozenset({telling.family} - {""}),
        parts={telling.document: _parts_of(telling)},
    )


def single_totals(telling: Telling) -> Numbers:
    """The totals of a telling that are single in their role and unit, and so can be compared.

    A telling of a part has its parts for totals.
    """
    counted = by_role_and_unit(telling.parts) if telling.is_part else telling.totals
    return frozenset(
        (role, unit, value_in_words(quantities[0]))
        for (role, unit), quantities in counted.items()
        if len(quantities) == 1 and quantities[0].value is not None
    )


def combine(left: Happening, right: Happening) -> Happening:
    """What two sets of tellings say together. The two are used up: the smaller is poured into the larger."""
    return Happening(
        types=left.types | right.types,
        aggregate=left.aggregate,
        is_part=left.is_part,
        statuses=left.statuses | right.statuses,
        days=_common_days(left, right),
        dated=left.dated or right.dated,
        roughly=(left.roughly or not left.dated) and (right.roughly or not right.dated),
        operation=left.operation or right.operation,
        named={
            role: left.named.get(role, frozenset()) | right.named.get(role, frozenset())
            for role in sorted({*left.named, *right.named})
        },
        described=left.described | right.described,
        speakers=left.speakers | right.speakers,
        places=left.places | right.places,
        numbers=_poured(left.numbers, right.numbers),
        all_numbers=left.all_numbers | right.all_numbers,
        cases=left.cases | right.cases,
        words=left.words | right.words,
        families=left.families | right.families,
        parts=_poured(left.parts, right.parts),
    )


def _parts_of(telling: Telling) -> Parts:
    """Which part of its document a telling stands in."""
    if telling.opening.is_headline(telling.mention):
        return frozenset({"headline"})
    return frozenset({"lead", "body"} if telling.opening.is_lead(telling.mention) else {"body"})


def _poured(left: dict[str, frozenset[T]], right: dict[str, frozenset[T]]) -> dict[str, frozenset[T]]:
    """What is known by document, of both. The smaller is poured into the larger, which is changed."""
    small, large = sorted((left, right), key=len)
    for document, more in small.items():
        large[document] = large.get(document, frozenset()) | more
    return large


def _common_days(left: Happening, right: Happening) -> Days:
    """The days that both can have been on; a rough date yields to one that words tell."""
    if left.dated and right.dated and left.roughly != right.roughly:
        return right.days if left.roughly else left.days
    earliest = [day for day in (left.days[0], right.days[0]) if day]
    latest = [day for day in (left.days[1], right.days[1]) if day]
    return max(earliest, default=None), min(latest, default=None)


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
    if not _of_one_kind(left, right):
        return "they are of different kinds"
    if left.is_part != right.is_part:
        return "one is a part of the other"
    if left.operation and right.operation and left.operation != right.operation:
        return "they belong to different operations"
    if "operation" in left.types and left.operation and left.operation == right.operation:
        return ""
    if not _statuses_agree(left, right):
        return "one is told as a fact and the other is not"
    if not (_days_overlap(left.days, right.days) or (_opens(left, right) and left.roughly != right.roughly)):
        return "their dates exclude each other"
    if left.places and right.places and not places.agree(left.places, right.places):
        return "they took place elsewhere"
    return _other_people(left, right) or _other_numbers(left, right)


def _of_one_kind(left: Happening, right: Happening) -> bool:
    """Whether types agree. In one text, and where there is no type, words of one family will do."""
    if left.aggregate != right.aggregate:
        return False
    if (left.types & right.types) - {OPEN_TYPE}:
        return True
    if left.types & right.types or left.documents & right.documents:
        return bool(left.families & right.families or left.words & right.words)
    return False


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
    if left.is_speech or right.is_speech:
        speakers, rest = left.named.get("agent", frozenset()), right.named.get("agent", frozenset())
        words, others_words = left.speakers, right.speakers
        if (speakers and rest and not speakers & rest) or (
            words and others_words and not words & others_words
        ):
            return "others said it"
    described = left.described and right.described and not left.described & right.described
    if described and not (patients & others) and left.documents & right.documents:
        return "" if _is_summed_up(left, right) else "it was done to others"
    return ""


def _is_summed_up(left: Happening, right: Happening) -> bool:
    """Whether the headline tells what the first sentences tell in other words.

    A headline is short: what was done to "jets" there is done to "new aircraft" below, by the same or by
    somebody it does not name.
    """
    agents, others = left.named.get("agent", frozenset()), right.named.get("agent", frozenset())
    if not _opens(left, right) or left.statuses != right.statuses:
        return False
    return bool(agents & others) or bool(left.families & right.families and not (agents and others))


def _opens(left: Happening, right: Happening) -> bool:
    """Whether one is told in a headline alone, so far, and the other in the first sentences below it."""
    return any(
        (left.parts[document] == {"headline"} and "lead" in right.parts[document])
        or (right.parts[document] == {"headline"} and "lead" in left.parts[document])
        for document in left.documents & right.documents
    )


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
    """How much speaks for one happening, and what; ``identifying`` if any of it is telling by itself.

    ``reasons`` are things that two tellings share, ``remarks`` sentences on how they are told.
    """

    weight: float
    reasons: tuple[str, ...]
    identifying: bool
    remarks: tuple[str, ...] = ()

    @property
    def because(self) -> str:
        """All of it in sentences."""
        things = (f"They tell of {', '.join(self.reasons)}.",) if self.reasons else ()
        return " ".join((*things, *self.remarks)) or "They tell of the same."


def likeness(left: Happening, right: Happening, places: Places) -> Likeness:
    """What two sets of tellings share, weighed."""
    shared = list(_shared(left, right, places))
    found = {kind for kind, _ in shared}
    if not found & {"retold", *PEOPLE, "number", "small_number", "place"}:
        shared = [(kind, reason) for kind, reason in shared if kind not in MANNER]
    if left.is_speech or right.is_speech:
        identifying = _is_one_saying(found, mere=bool(left.types & event_words("sayings")))
    else:
        identifying = bool(found & {"patient", "number", "operation", "case"}) or {"day", "place"} <= found
        identifying = identifying or _is_retold(found, bare=left.is_bare or right.is_bare)
    weight = sum(weights()[kind] for kind, _ in shared)
    reasons = tuple(reason for kind, reason in shared if reason and kind not in MANNER)
    remarks = tuple(reason for kind, reason in shared if kind in MANNER)
    return Likeness(weight, reasons, identifying, remarks)


def _is_one_saying(found: set[str], *, mere: bool) -> bool:
    """Whether something identifies what is said; whom it is said to does not, where it is ``mere`` saying."""
    if found & {"topic", "number", "case"} or ("patient" in found and not mere):
        return True
    alike = "described" in found or ("agent" in found and ("retold" in found or not mere))
    return "lead" in found and alike


def _is_retold(found: set[str], *, bare: bool) -> bool:
    """Whether one text tells it twice, in like words: in the headline, or of the same people."""
    somebody = found & {"agent", "described", "recipient", "topic", "small_number"}
    if "lead" in found:
        return "retold" in found or "place" in found or bool(somebody)
    if "headline" in found:
        return "retold" in found and bool(somebody or bare)
    return {"retold", "agent", "described"} <= found


def _shared(left: Happening, right: Happening, places: Places) -> Iterator[tuple[str, str]]:
    """What two sets of tellings share: the kind of thing, and the reason in words."""
    for role in ROLES:
        if left.named.get(role, frozenset()) & right.named.get(role, frozenset()):
            yield role, f"the same {role}"
            if role == "patient" and left.types & right.types & event_words("once"):
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
    yield from _shared_text(left, right)


def _shared_text(left: Happening, right: Happening) -> Iterator[tuple[str, str]]:
    """That one text tells both: in words of one family, above the running text and in it."""
    documents = left.documents & right.documents
    if not documents:
        return
    yield "document", ""
    if left.families & right.families and not _is_one_of_many(left, right):
        yield "retold", "One text tells both in like words."
    if _opens(left, right):
        yield "lead", "The first sentences repeat the headline."
    elif any({"headline", "body"} <= left.parts[d] | right.parts[d] for d in documents):
        yield "headline", "One is in the headline."


def _is_one_of_many(left: Happening, right: Happening) -> bool:
    """Whether one is done to somebody by name, and the other to more people than that."""
    for one, other in ((left, right), (right, left)):
        named = len(one.named.get("patient", frozenset()) - other.named.get("patient", frozenset()))
        counted = [float(value) for role, _, value in other.all_numbers if role == "patient"]
        if named and not one.all_numbers and max(counted, default=0) > named:
            return True
    return False


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
    if left.roughly or right.roughly:
        if not left.documents & right.documents:
            yield "news", "news of the same days"
    elif len(days) == 1 and None not in days:
        yield "day", "the same day"
    elif left.days == right.days:
        yield "month", "the same time"
    else:
        yield "time", ""
