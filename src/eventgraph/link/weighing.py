"""Several tellings of one happening weighed: what is shown, and the claims that differ from it.

The rule: what a person decided is chosen; else the latest published telling; of one day, the more exact,
then the more directly stated, then the one told first. A finer answer that lies within the chosen one
refines it. Answers that do not contradict are no claims. Whatever differs stays, as a claim: ``rejected``
where a person decided otherwise, ``withdrawn`` where a correction calls it wrong, ``superseded`` where a
later text says that the day was moved or the total has grown, else ``other``. What was withdrawn or
superseded is never chosen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from eventgraph.link.corpus import Corpus
from eventgraph.link.gone import Gone, Revision
from eventgraph.link.happenings import Places
from eventgraph.link.names import plain
from eventgraph.link.tellings import Known, Telling
from eventgraph.model import (
    Claim,
    EventMention,
    EventPlace,
    EventWhen,
    PlaceReference,
    Reference,
    Span,
    Speaker,
    When,
)
from eventgraph.vocabulary import (
    Basis,
    ClaimAbout,
    ClaimState,
    Confidence,
    PlaceBasis,
    PlaceRelation,
    Precision,
    Status,
)

OPEN_WIDTH = 4_000_000
"""Days that an open stretch of time counts as: more than all that a date can express."""

CONFIDENCE_ORDER = tuple(Confidence)
STATUS_ORDER = tuple(Status)
BASIS_ORDER = tuple(Basis)


@dataclass(frozen=True)
class Setting:
    """What resolving words needs: the documents, the entity of a mention, which place contains which.

    ``read`` holds the mentions as they were read of tellings that a decision changed, by number;
    ``revisions`` what texts say of answers that no longer hold, by the span of the event mention.
    """

    corpus: Corpus
    known: Known
    places: Places
    read: Mapping[int, EventMention] = field(default_factory=dict)
    revisions: Mapping[Span, Revision] = field(default_factory=dict)

    def as_read(self, telling: Telling) -> EventMention:
        """The mention of a telling as it was read, before any decision."""
        return self.read.get(telling.number, telling.mention)

    def revision(self, telling: Telling) -> Revision | None:
        """What the text around a telling says of earlier answers."""
        return self.revisions.get(telling.mention.span)

    def gone(
        self, tellings: Iterable[Telling], about: ClaimAbout, otherwise: Callable[[object], bool]
    ) -> list[tuple[Telling, Gone]]:
        """What these tellings say does not hold; ``otherwise`` whether another value than one is told."""
        revised = ((telling, self.revision(telling)) for telling in tellings)
        found = [(t, gone) for t, revision in revised if revision for gone in revision.gone]
        return [(t, g) for t, g in found if g.about is about and (g.sure or otherwise(g.value))]

    def speakers(self, chain: Iterable[Reference]) -> tuple[Speaker, ...]:
        """A chain of speakers with their words and entities."""
        return tuple(
            Speaker(s.document, s.start, s.end, text=self.corpus.text(s), entity=self.known(s.mention))
            for s in chain
        )

    def claim(self, where: tuple[Telling, Span], said: tuple[ClaimAbout, str, ClaimState]) -> Claim:
        """A claim that a telling makes with the words at a span."""
        telling, span = where
        about, value, state = said
        return Claim(
            span.document,
            span.start,
            span.end,
            about=about,
            value=value,
            state=state,
            published=telling.published,
            said_by=self.speakers(telling.mention.said_by),
        )


def recency(telling: Telling) -> tuple[date, int, int]:
    """How much a telling counts: by day of publication, then by how directly it says so, then by order."""
    return (
        telling.published or date.min,
        -CONFIDENCE_ORDER.index(telling.mention.confidence),
        -telling.number,
    )


class Answer(NamedTuple):
    """What one telling answers, with its words, and what became of it."""

    telling: Telling
    span: Span
    value: str
    state: ClaimState = ClaimState.OTHER


def make_claims(setting: Setting, about: ClaimAbout, answers: Iterable[Answer]) -> list[Claim]:
    """Claims of the answers, each value once, as first given; none if one is chosen and no other told."""
    first: dict[str, Answer] = {}
    for answer in answers:
        first.setdefault(answer.value, answer)
    if all(answer.state is ClaimState.CHOSEN for answer in first.values()):
        return []
    return [setting.claim((a.telling, a.span), (about, a.value, a.state)) for a in first.values()]


def can_revise(telling: Telling, other: Telling) -> bool:
    """Whether what one telling says can undo what another does: of the same text, or of no later a day."""
    if telling.number == other.number:
        return False
    days = (telling.published or date.min, other.published or date.min)
    return (
        telling.document == other.document
        or days > days[::-1]
        or (days[0] == days[1] and telling.number > other.number)
    )


# --- when ------------------------------------------------------------------------------------


def event_when(corpus: Corpus, when: When, span: Span) -> EventWhen:
    """A date as the graph shows it, with the words at a span."""
    return EventWhen(
        span=span.span,
        text=corpus.text(span),
        edtf=when.edtf,
        earliest=when.earliest,
        latest=when.latest,
        begin=when.begin,
        end=when.end,
        precision=when.precision,
        basis=when.basis,
        approximate=when.approximate,
        clock=when.clock,
        anchor=when.anchor,
    )


def when_words(mention_span: Span, when: When, words: Span | None) -> Span:
    """The words that date: those given, else what it was reckoned from, else the mention itself.

    A date that a person fixed rests on the words that the decision quotes.
    """
    return (words or when.anchor or mention_span).span


Dated = tuple[Telling, When]


def choose_when(setting: Setting, tellings: Sequence[Telling]) -> tuple[EventWhen | None, list[Claim]]:
    """The date shown, and what differs from it. A date that no words tell yields to any that they do."""
    decided = [(t, w) for t in tellings if (w := t.mention.when) and w.basis is Basis.DECISION]
    read = [(t, w) for t in tellings if (w := setting.as_read(t).when) is not None]
    read = [(t, w) for t, w in read if not t.roughly] or read
    gone = setting.gone(
        tellings, ClaimAbout.WHEN, lambda value: any(not _same_days(w, value) for _, w in read)
    )
    states = [_state_of_date(setting, pair, tellings, gone) for pair in read]
    standing = [pair for pair, state in zip(read, states, strict=True) if state is ClaimState.OTHER]
    shown = next(iter(decided), None) or _best_date(standing)
    told = [
        (_dated(pair, state), pair[1])
        for pair, state in sorted(
            zip(read, states, strict=True), key=lambda one: recency(one[0][0]), reverse=True
        )
    ]
    told += [
        (Answer(t, g.span, g.value.edtf, g.state), g.value) for t, g in gone if isinstance(g.value, When)
    ]
    if shown is None:
        return None, make_claims(setting, ClaimAbout.WHEN, [answer for answer, _ in told])
    chosen = _dated(shown, ClaimState.CHOSEN)
    differing = [_beside(answer, when, shown[1]) for answer, when in told]
    claims = make_claims(setting, ClaimAbout.WHEN, [chosen, *(one for one in differing if one)])
    return event_when(setting.corpus, shown[1], chosen.span), claims


def _best_date(dated: Sequence[Dated]) -> Dated | None:
    """The date of the latest telling, or a finer one within it; of an operation rather its whole span."""
    if not dated:
        return None
    whole = [(t, w) for t, w in dated if t.mention.type == "operation" and _is_closed_interval(w)]
    newest = max(whole or dated, key=lambda pair: recency(pair[0]))[1]
    finer = [(t, w) for t, w in whole or dated if _within(w, newest)]
    return min(finer, key=lambda pair: (_width(pair[1]), BASIS_ORDER.index(pair[1].basis), pair[0].number))


def _dated(pair: Dated, state: ClaimState) -> Answer:
    """A date as an answer, with the words that say it."""
    telling, when = pair
    words = None if when.basis is Basis.DECISION else telling.mention.when_span
    return Answer(telling, when_words(telling.mention, when, words), when.edtf, state)


def _beside(answer: Answer, when: When, shown: When) -> Answer | None:
    """An answer beside the date that is shown; None where the two agree, as far as nobody decided."""
    if answer.state is not ClaimState.OTHER:
        return answer
    if shown.basis is not Basis.DECISION:
        return None if _within(when, shown) or _within(shown, when) else answer
    if when.edtf == shown.edtf:
        return None
    return answer if _within(shown, when) else answer._replace(state=ClaimState.REJECTED)


def _state_of_date(
    setting: Setting, pair: Dated, tellings: Iterable[Telling], gone: Iterable[tuple[Telling, Gone]]
) -> ClaimState:
    """Whether the texts say that a date no longer holds.

    Without a word on the day before, what was moved takes back the other days that were planned.
    """
    telling, when = pair
    for source, one in gone:
        withdrawn = one.state is ClaimState.WITHDRAWN
        if _same_days(when, one.value) and (withdrawn or can_revise(source, telling)):
            return one.state
    if telling.mention.status is not Status.PLANNED:
        return ClaimState.OTHER
    for source in tellings:
        new, revision = setting.as_read(source).when, setting.revision(source)
        moved = revision and revision.moved and new and can_revise(source, telling)
        if moved and new and not _within(when, new) and not _within(new, when):
            return ClaimState.SUPERSEDED
    return ClaimState.OTHER


def _same_days(when: When, other: object) -> bool:
    """Whether two dates allow the same days."""
    return isinstance(other, When) and (when.begin, when.end) == (other.begin, other.end)


def _is_closed_interval(when: When) -> bool:
    """Whether both a beginning and an end are known, and are two."""
    return when.precision is Precision.INTERVAL and when.earliest is not None and when.latest is not None


def _within(inner: When, outer: When) -> bool:
    """Whether all days of one lie within the other's."""
    begins = outer.earliest is None or (inner.earliest is not None and inner.earliest >= outer.earliest)
    return begins and (outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest))


def _width(when: When) -> int:
    """How many days it may span."""
    if when.earliest is None or when.latest is None:
        return OPEN_WIDTH
    return (when.latest - when.earliest).days


# --- status ----------------------------------------------------------------------------------


def choose_status(setting: Setting, tellings: Sequence[Telling]) -> tuple[Status, list[Claim]]:
    """The status of the latest day; of that day the one told most often, then the more cautious.

    What a later text takes back is not chosen.
    """
    gone = setting.gone(tellings, ClaimAbout.STATUS, lambda _: True)
    undone = [
        t.number for t in tellings if any(t.mention.status is g.value and can_revise(s, t) for s, g in gone)
    ]
    standing = [t for t in tellings if t.number not in undone] or tellings
    newest = max(telling.published or date.min for telling in standing)
    told = Counter(t.mention.status for t in standing if (t.published or date.min) == newest)
    chosen = min(told, key=lambda status: (-told[status], STATUS_ORDER.index(status)))
    ordered = sorted(tellings, key=lambda t: (t.mention.status is not chosen, [-n for n in _ordinal(t)]))
    states = {True: ClaimState.WITHDRAWN, False: ClaimState.OTHER}
    answers = [
        Answer(
            t,
            t.mention.span,
            t.mention.status.value,
            ClaimState.CHOSEN if t.mention.status is chosen else states[t.number in undone],
        )
        for t in ordered
    ]
    answers += [Answer(s, g.span, str(g.value), g.state) for s, g in gone]
    if not gone and not _documents_differ(tellings):
        return chosen, []
    return chosen, make_claims(setting, ClaimAbout.STATUS, answers)


def _ordinal(telling: Telling) -> tuple[int, int, int]:
    """`recency` as numbers."""
    published, confidence, order = recency(telling)
    return published.toordinal(), confidence, order


def _documents_differ(tellings: Sequence[Telling]) -> bool:
    """Whether the documents that tell it do not share one status."""
    by_document: dict[str, set[Status]] = {}
    for telling in tellings:
        by_document.setdefault(telling.document, set()).add(telling.mention.status)
    return not frozenset.intersection(*(frozenset(found) for found in by_document.values()))


# --- places ----------------------------------------------------------------------------------


def choose_places(
    setting: Setting, tellings: Sequence[Telling]
) -> tuple[tuple[EventPlace, ...], list[Claim]]:
    """The places shown: each once, datelines only where no clause names a place; and what differs."""
    pairs = [(t, place) for t in tellings for place in t.mention.places]
    if any(place.basis is PlaceBasis.TEXT for _, place in pairs):
        pairs = [(t, place) for t, place in pairs if place.basis is PlaceBasis.TEXT]
    located = [
        (t, p, e) for t, p in pairs if p.relation is PlaceRelation.IN and (e := setting.known(p.mention))
    ]
    gone = setting.gone(
        tellings, ClaimAbout.PLACE, lambda value: any(e != _place_of(setting, value) for *_, e in located)
    )
    wrong = {
        entity: Answer(t, g.span, entity, g.state) for t, g in gone if (entity := _place_of(setting, g.value))
    }
    standing = [item for item in located if item[2] not in wrong]
    differing: list[tuple[Telling, PlaceReference, str]] = []
    answers: list[Answer] = []
    if standing:
        first = max(standing, key=lambda item: recency(item[0]))
        chosen = frozenset(entity for t, _, entity in standing if t.document == first[0].document)
        differing = [item for item in standing if not setting.places.agree(chosen, frozenset({item[2]}))]
        answers = [Answer(first[0], first[1].span, first[2], ClaimState.CHOSEN)]
        answers += [Answer(t, place.span, entity) for t, place, entity in differing]
    claims = make_claims(setting, ClaimAbout.PLACE, [*answers, *wrong.values()])
    differing += [item for item in located if item[2] in wrong]
    dropped = {place.span for _, place, _ in differing}
    return _distinct_places(setting, [p for _, p in pairs if p.span not in dropped]), claims


def _place_of(setting: Setting, value: object) -> str | None:
    """The entity of a place that a text takes back."""
    return setting.known(value) if isinstance(value, Span) else None


def _distinct_places(setting: Setting, places: Iterable[PlaceReference]) -> tuple[EventPlace, ...]:
    """Each place in each relation once, as first told."""
    found: dict[tuple[str, str], EventPlace] = {}
    for place in places:
        entity, text = setting.known(place.mention), setting.corpus.text(place)
        found.setdefault(
            (place.relation, entity or plain(text)),
            EventPlace(
                place.document,
                place.start,
                place.end,
                relation=place.relation,
                basis=place.basis,
                text=text,
                entity=entity,
            ),
        )
    return tuple(found.values())


def strongest(tellings: Iterable[Telling], of: Callable[[Telling], Confidence]) -> Confidence:
    """The most direct of several confidences."""
    return min((of(telling) for telling in tellings), key=CONFIDENCE_ORDER.index)
