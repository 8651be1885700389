"""The numbers of several tellings of one happening weighed: totals that are shown, and claims beside them.

The rule is that of `eventgraph.link.weighing`, and of numbers of one day the exact one comes first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from eventgraph.graph.words import plain_number
from eventgraph.link.corpus import Corpus
from eventgraph.link.gone import Gone
from eventgraph.link.names import plain
from eventgraph.link.tellings import Telling, value_in_words
from eventgraph.link.weighing import Answer, Setting, can_revise, make_claims, recency
from eventgraph.model import Claim, EventQuantity, Quantity, Span
from eventgraph.vocabulary import ClaimAbout, ClaimState

Key = tuple[str, str]
"""The role and the plain unit of a total."""
Counted = tuple[Telling, Quantity]
Wrong = tuple[Telling, Gone]


def choose_quantities(
    setting: Setting, tellings: Sequence[Telling]
) -> tuple[tuple[EventQuantity, ...], list[Claim], dict[str, str]]:
    """The numbers shown, what differs from them, and for each number left out the id of the one kept.

    Totals are compared where each telling gives one for a role and unit; others are all shown, unless a
    text says that they do not hold.
    """
    totals = {
        key: [(t, q) for t in tellings for q in t.totals.get(key, ())]
        for key in dict.fromkeys(key for telling in tellings for key in telling.totals)
    }
    claims: list[Claim] = []
    dropped: set[Span] = set()
    for key, gone in _gone_by_key(setting, tellings, totals).items():
        others, more = _weigh_totals(setting, totals.get(key, []), gone)
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


def _gone_by_key(
    setting: Setting, tellings: Sequence[Telling], totals: Mapping[Key, Sequence[Counted]]
) -> dict[Key, list[Wrong]]:
    """What texts say does not hold, by role and unit: those of its own telling, else of an equal number."""
    values = {quantity.value for counted in totals.values() for _, quantity in counted}
    gone = setting.gone(tellings, ClaimAbout.QUANTITY, lambda value: bool(values - {None, value}))
    found: dict[Key, list[Wrong]] = {key: [] for key in totals}
    for telling, one in gone:
        equal = (key for key, counted in totals.items() if any(q.value == one.value for _, q in counted))
        key = next(iter([*telling.totals, *equal, *totals]), ("", ""))
        found.setdefault(key, []).append((telling, one))
    return found


def _weigh_totals(
    setting: Setting, counted: Sequence[Counted], gone: Sequence[Wrong]
) -> tuple[set[Span], list[Claim]]:
    """The totals of one role and unit that are not shown, and the claims where they differ."""
    disclosed = sorted(
        ((t, q) for t, q in counted if q.value is not None),
        key=lambda pair: _number_rank(*pair),
        reverse=True,
    )
    states = [_state_of_number(setting, pair, disclosed, gone) for pair in disclosed]
    told = [
        Answer(t, q.span, value_in_words(q), state) for (t, q), state in zip(disclosed, states, strict=True)
    ]
    undone = [answer for answer in told if answer.state is not ClaimState.OTHER]
    undone += [
        Answer(t, g.span, plain_number(g.value), g.state) for t, g in gone if isinstance(g.value, Decimal)
    ]
    standing = [pair for pair, state in zip(disclosed, states, strict=True) if state is ClaimState.OTHER]
    dropped = {answer.span for answer in undone}
    several = len({telling.number for telling, _ in counted}) < len(counted)
    if several or not standing:
        return dropped, make_claims(setting, ClaimAbout.QUANTITY, undone)
    dropped |= {q.span for _, q in counted if q.value is None}
    (telling, chosen), *rest = standing
    answers = [Answer(telling, chosen.span, value_in_words(chosen), ClaimState.CHOSEN)]
    answers += [Answer(t, q.span, value_in_words(q)) for t, q in rest if not _numbers_agree(q, chosen)]
    dropped |= {q.span for _, q in rest if _shown(q) != _shown(chosen)}
    return dropped, make_claims(setting, ClaimAbout.QUANTITY, [*answers, *undone])


def _state_of_number(
    setting: Setting, pair: Counted, counted: Sequence[Counted], gone: Sequence[Wrong]
) -> ClaimState:
    """Whether the texts say that a number no longer holds, or that the total has grown since."""
    telling, quantity = pair
    for source, one in gone:
        withdrawn = one.state is ClaimState.WITHDRAWN
        if one.value == quantity.value and (withdrawn or can_revise(source, telling)):
            return one.state
    for source, newer in counted:
        revision = setting.revision(source)
        grown = revision and newer.span in revision.rising and can_revise(source, telling)
        if grown and newer.value is not None and quantity.value is not None and quantity.value < newer.value:
            return ClaimState.SUPERSEDED
    return ClaimState.OTHER


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
