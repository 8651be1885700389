"""Events that a person gave another type or date: gathered once as they are read, then again as decided.

A decision holds for the whole happening that its words tell of, however many texts do. So the happenings
are found first as if nothing were decided; then all tellings of those that were are given the new type or
date, stay together, and everything is gathered once more: what now fits them joins, what no longer does
stays apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from eventgraph.link.adding import note_of
from eventgraph.link.corrections import Fix, Resolved
from eventgraph.link.decisions import SOURCE, Decision
from eventgraph.link.gathering import Gathering, Ties, gather
from eventgraph.link.gone import Revision
from eventgraph.link.happenings import Places
from eventgraph.link.rejoining import Rejoining
from eventgraph.link.tellings import Telling
from eventgraph.model import Attribute, EventMention, Link, Problem, Span, When
from eventgraph.vocabulary import DECISION, Verdict


@dataclass
class _Change:
    """What a person made of one happening; ``notes`` go with the telling that was quoted."""

    type: str = ""
    when: When | None = None
    by: dict[str, Decision] = field(default_factory=dict)
    notes: dict[int, list[Attribute]] = field(default_factory=dict)


@dataclass(frozen=True)
class Fixed:
    """Happenings as decided. ``read`` holds the mentions as they were read of tellings that were changed."""

    gathering: Gathering
    read: Mapping[int, EventMention]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Surroundings:
    """What gathering goes by: links of repeats, what texts revise, which place lies in which."""

    copies: Sequence[Link]
    revisions: Mapping[Span, Revision]
    places: Places


def gather_as_decided(tellings: Sequence[Telling], resolved: Resolved, around: Surroundings) -> Fixed:
    """The happenings, with what a person decided about them.

    Where two decisions give one happening different types or dates, the first holds, and the other is a
    problem.
    """
    links = [*resolved.merged_events, *around.copies]
    ties = Ties(links, resolved.apart_events, resolved.alone_events)
    first = _gathered(tellings, ties, around)
    changes = _Changes(first)
    for fix in resolved.fixes:
        changes.fix(fix)
    for link in resolved.merged_events:
        changes.merge(link)
    if not changes.by_root:
        return Fixed(first, {}, tuple(changes.problems))
    kept = [
        link
        for link in first.links
        if link.verdict is Verdict.SAME and link.by not in {"repeat", DECISION} and changes.touches(link)
    ]
    changed = [changes.applied(telling) for telling in tellings]
    again = _gathered(changed, replace(ties, links=[*links, *kept]), around)
    read = {t.number: t.mention for t, c in zip(tellings, changed, strict=True) if t is not c}
    return Fixed(again, read, tuple(changes.problems))


def _gathered(tellings: Sequence[Telling], ties: Ties, around: Surroundings) -> Gathering:
    """The happenings, and with them what texts revise."""
    gathering = gather(tellings, ties, around.places)
    Rejoining(gathering, around.revisions, around.places).rejoin()
    return gathering


class _Changes:
    """What decisions change, by the number that stands for each happening."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._numbers: dict[str, list[int]] = {}
        for telling in gathering.tellings:
            self._numbers.setdefault(telling.mention.mention_id, []).append(telling.number)
        self.by_root: dict[int, _Change] = {}
        self.problems: list[Problem] = []

    def fix(self, fix: Fix) -> None:
        """Give the happening that a mention tells of another type or date."""
        number = self._told_by(fix.mention)
        decision = fix.decision
        if number is None:
            self._refuse(decision, f"“{decision.a.text}” in {decision.a.origin} is rejected by a decision")
            return
        change = self._change(number)
        earlier = change.by.setdefault(decision.action, decision)
        if (earlier.value, earlier.when) != (decision.value, decision.when):
            self._refuse(decision, f"{earlier.title} decides otherwise about the same event")
            return
        if decision.when is not None:
            change.when = replace(decision.when, anchor=fix.mention.span)
            words = f"dated {decision.when.edtf}"
        else:
            change.type = decision.value
            words = f"retyped from {fix.mention.type} to {decision.value}"
        change.notes.setdefault(number, []).append(note_of(decision, fix.mention, words))

    def merge(self, link: Link) -> None:
        """Give the happening at the right the type of the one at the left, with which it is to be one."""
        lefts, rights = self._numbers.get(link.left, ()), self._numbers.get(link.right, ())
        if not lefts or not rights:
            return
        types = {self._type(number) for number in rights}
        if not any(self._type(number) in types for number in lefts):
            self._change(rights[0]).type = self._type(lefts[0])

    def touches(self, link: Link) -> bool:
        """Whether a link ties tellings of a happening that is changed."""
        return any(self._root(number) in self.by_root for number in self._numbers.get(link.left, ()))

    def applied(self, telling: Telling) -> Telling:
        """A telling as decided; itself where nothing was decided about its happening."""
        change = self.by_root.get(self._root(telling.number))
        if change is None:
            return telling
        mention = telling.mention
        mention = replace(
            mention,
            type=change.type or mention.type,
            when=change.when or mention.when,
            attributes=(*mention.attributes, *change.notes.get(telling.number, ())),
        )
        return replace(telling, mention=mention)

    def _root(self, number: int) -> int:
        return self._gathering.sets.root(number)

    def _change(self, number: int) -> _Change:
        return self.by_root.setdefault(self._root(number), _Change())

    def _type(self, number: int) -> str:
        """The type of a telling, as decided so far."""
        change = self.by_root.get(self._root(number))
        return (change and change.type) or self._gathering.tellings[number].mention.type

    def _told_by(self, mention: EventMention) -> int | None:
        """The number of the telling that a mention is; None where it was rejected."""
        for number in self._numbers.get(mention.mention_id, ()):
            if self._gathering.tellings[number].mention.type == mention.type:
                return number
        return None

    def _refuse(self, decision: Decision, why: str) -> None:
        self.problems.append(Problem(SOURCE, f"{decision.title}: {why}"))
