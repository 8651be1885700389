"""Several tellings of one happening weighed: what is shown, and the claims that differ from it.

The rule: the latest published telling is chosen; of one day, the more exact, then the more directly
stated, then the one told first. A finer answer that lies within the chosen one refines it. Answers
that do not contradict are no claims. Whatever differs stays, as a claim in the state ``other``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from eventgraph.link.corpus import Corpus
from eventgraph.link.happenings import Places
from eventgraph.link.names import plain
from eventgraph.link.tellings import Known, Telling, value_in_words
from eventgraph.model import (
    Claim,
    EventPlace,
    EventQuantity,
    EventWhen,
    PlaceReference,
    Quantity,
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
    """What resolving words needs: the documents, the entity of a mention, which place contains which."""

    corpus: Corpus
    known: Known
    places: Places

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


def _claims(setting: Setting, about: ClaimAbout, answers: Sequence[tuple[Telling, Span, str]]) -> list[Claim]:
    """Claims of the answers, the first of which was chosen; each value once, none if there is one value."""
    values = list(dict.fromkeys(value for _, _, value in answers))
    if len(values) < 2:  # noqa: PLR2004 (one answer is no dispute)
        return []
    first: dict[str, tuple[Telling, Span]] = {}
    for telling, span, value in answers:
        first.setdefault(value, (telling, span))
    return [
        setting.claim(first[value], (about, value, ClaimState.OTHER if number else ClaimState.CHOSEN))
        for number, value in enumerate(values)
    ]


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
    """The words that date: those given, else what it was reckoned from, else the mention itself."""
    return (words or when.anchor or mention_span).span


def choose_when(setting: Setting, tellings: Sequence[Telling]) -> tuple[EventWhen | None, list[Claim]]:
    """The date shown, and what differs from it. A date that no words tell yields to any that they do."""
    dated = [(t, t.mention.when) for t in tellings if t.mention.when is not None]
    dated = [(t, w) for t, w in dated if not t.roughly] or dated
    if not dated:
        return None, []
    whole = [(t, w) for t, w in dated if t.mention.type == "operation" and _is_closed_interval(w)]
    newest = max(whole or dated, key=lambda pair: recency(pair[0]))[1]
    finer = [(t, w) for t, w in whole or dated if _within(w, newest)]
    chosen, when = min(
        finer, key=lambda pair: (_width(pair[1]), BASIS_ORDER.index(pair[1].basis), pair[0].number)
    )
    differing = [(t, w) for t, w in dated if not _within(w, when) and not _within(when, w)]
    differing.sort(key=lambda pair: recency(pair[0]), reverse=True)
    answers = [
        (t, when_words(t.mention, w, t.mention.when_span), w.edtf) for t, w in [(chosen, when), *differing]
    ]
    shown = event_when(setting.corpus, when, answers[0][1])
    return shown, _claims(setting, ClaimAbout.WHEN, answers)


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
    """The status of the latest day; of that day the one told most often, then the more cautious."""
    newest = max(telling.published or date.min for telling in tellings)
    told = Counter(t.mention.status for t in tellings if (t.published or date.min) == newest)
    chosen = min(told, key=lambda status: (-told[status], STATUS_ORDER.index(status)))
    ordered = sorted(tellings, key=lambda t: (t.mention.status is not chosen, [-n for n in _ordinal(t)]))
    answers = [(t, t.mention.span, t.mention.status.value) for t in ordered]
    return chosen, _claims(setting, ClaimAbout.STATUS, answers) if _documents_differ(tellings) else []


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
    differing: list[tuple[Telling, PlaceReference, str]] = []
    claims: list[Claim] = []
    if located:
        first = max(located, key=lambda item: recency(item[0]))
        chosen = frozenset(entity for t, _, entity in located if t.document == first[0].document)
        differing = [item for item in located if not setting.places.agree(chosen, frozenset({item[2]}))]
        answers = [(t, place.span, entity) for t, place, entity in [first, *differing]]
        claims = _claims(setting, ClaimAbout.PLACE, answers)
    dropped = {place.span for _, place, _ in differing}
    return _distinct_places(setting, [p for _, p in pairs if p.span not in dropped]), claims


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


# --- numbers ---------------------------------------------------------------------------------

Counted = tuple[Telling, Quantity]


def choose_quantities(
    setting: Setting, tellings: Sequence[Telling]
) -> tuple[tuple[EventQuantity, ...], list[Claim], dict[str, str]]:
    """The numbers shown, what differs from them, and for each number left out the id of the one kept.

    Totals are compared where each telling gives one for a role and unit; others are all shown.
    """
    claims: list[Claim] = []
    dropped: set[Span] = set()
    for key in dict.fromkeys(key for telling in tellings for key in telling.totals):
        telling_totals = [(t, t.totals[key]) for t in tellings if key in t.totals]
        if all(len(totals) == 1 for _, totals in telling_totals):
            counted = [(t, totals[0]) for t, totals in telling_totals]
            others, more = _weigh_totals(setting, counted)
            dropped |= others
            claims += more
    kept: dict[tuple[object, ...], EventQuantity] = {}
    instead: dict[str, str] = {}
    for telling in tellings:
        for quantity in telling.mention.quantities:
            if quantity.span not in dropped:
                same = kept.setdefault(_identity(quantity), _event_quantity(setting.corpus, quantity))
                instead[quantity.mention_id] = same.id
    return tuple(kept.values()), claims, instead


def _weigh_totals(setting: Setting, counted: Sequence[Counted]) -> tuple[set[Span], list[Claim]]:
    """The totals that are not shown, and the claims where they differ."""
    disclosed = [(t, q) for t, q in counted if q.value is not None]
    hidden = {q.span for _, q in counted if q.value is None} if disclosed else set()
    if not disclosed:
        return set(), []
    ordered = sorted(disclosed, key=lambda pair: _number_rank(*pair), reverse=True)
    chosen = ordered[0][1]
    differing = [(t, q) for t, q in ordered[1:] if not _numbers_agree(q, chosen)]
    answers = [(t, q.span, value_in_words(q)) for t, q in [ordered[0], *differing]]
    less = {q.span for _, q in ordered[1:] if _shown(q) != _shown(chosen)}
    return hidden | less, _claims(setting, ClaimAbout.QUANTITY, answers)


def _number_rank(telling: Telling, quantity: Quantity) -> tuple[date, bool, int, int]:
    """How much a number counts: the latest, then the exact one, then the more directly said."""
    published, confidence, order = recency(telling)
    return published, quantity.low == quantity.high == quantity.value, confidence, order


def _numbers_agree(left: Quantity, right: Quantity) -> bool:
    """Whether two numbers are equal, or one lies within the bounds of the other."""
    return left.value == right.value or _in_bounds(left, right) or _in_bounds(right, left)


def _in_bounds(inner: Quantity, outer: Quantity) -> bool:
    """Whether a value lies within the bounds of an inexact number."""
    if inner.value is None or outer.low == outer.high:
        return False
    return (outer.low is None or inner.value >= outer.low) and (
        outer.high is None or inner.value <= outer.high
    )


def _shown(quantity: Quantity) -> tuple[object, ...]:
    """What two equal numbers share, whatever they count in words."""
    return quantity.value, quantity.low, quantity.high


def _identity(quantity: Quantity) -> tuple[object, ...]:
    """What makes two numbers of one event the same; parts also by what they count."""
    key = (quantity.role, plain(quantity.unit), *_shown(quantity))
    return key if quantity.part_of is None else (*key, plain(quantity.what), "part")


def _event_quantity(corpus: Corpus, quantity: Quantity) -> EventQuantity:
    """A number as the graph shows it."""
    return EventQuantity(
        quantity.document,
        quantity.start,
        quantity.end,
        id=quantity.mention_id,
        role=quantity.role,
        what=quantity.what,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        part_of=quantity.part_of.mention_id if quantity.part_of else None,
        text=corpus.text(quantity),
    )


def strongest(tellings: Iterable[Telling], of: Callable[[Telling], Confidence]) -> Confidence:
    """The most direct of several confidences."""
    return min((of(telling) for telling in tellings), key=CONFIDENCE_ORDER.index)
