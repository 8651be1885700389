"""Decisions applied to what was observed: each quote found in its document, and what stands there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from eventgraph.link.adding import added_mention, note_of
from eventgraph.link.corpus import Corpus
from eventgraph.link.decisions import SOURCE, Decision, Quote
from eventgraph.link.entities import Corrections
from eventgraph.link.naming import Overrides
from eventgraph.link.quotes import Sources, Unmatched, unnamed
from eventgraph.model import Attribute, EventMention, Link, Mention, Observations, Problem, Span
from eventgraph.vocabulary import DECISION, Verdict


@dataclass(frozen=True, slots=True)
class Fix:
    """An event that a person gave another type or date, by one of its mentions."""

    decision: Decision
    mention: EventMention


@dataclass
class Resolved:
    """What decisions come to, by the ids of mentions; ``corpus`` has the events that they add."""

    corpus: Corpus
    merged: list[Link] = field(default_factory=list)
    merged_events: list[Link] = field(default_factory=list)
    apart: list[tuple[frozenset[str], frozenset[str]]] = field(default_factory=list)
    apart_events: list[tuple[str, str]] = field(default_factory=list)
    alone: list[frozenset[str]] = field(default_factory=list)
    alone_events: list[str] = field(default_factory=list)
    overrides: dict[str, Overrides] = field(default_factory=dict)
    fixes: list[Fix] = field(default_factory=list)
    rejected: set[str] = field(default_factory=set)
    rejected_events: set[str] = field(default_factory=set)
    notes: list[tuple[EventMention, Attribute]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def corrections(self) -> Corrections:
        """Those that bear on which mentions are of one entity."""
        return Corrections(tuple(self.merged), tuple(self.apart), tuple(self.alone))

    def note(self, decision: Decision, mention: EventMention, words: str) -> None:
        """Keep with an event mention what was decided about it."""
        self.notes.append((mention, note_of(decision, mention, words)))


def resolve(corpus: Corpus, decisions: Iterable[Decision]) -> Resolved:
    """What decisions come to in these documents; one that matches nothing becomes a problem.

    Events are added first, so that others can speak of them.
    """
    decisions, resolved = list(decisions), Resolved(corpus)
    added: dict[str, list[EventMention]] = defaultdict(list)
    sources = Sources.of(corpus)
    for decision in decisions:
        if decision.action == "add":
            with _Reported(resolved, decision):
                mention = added_mention(sources, decision)
                added[mention.document].append(mention)
    sources = Sources(_with_events(corpus, added), sources.by_origin)
    for decision in decisions:
        if decision.action in ACTIONS:
            with _Reported(resolved, decision):
                ACTIONS[decision.action](sources, decision, resolved)
    resolved.corpus = _with_notes(sources.corpus, resolved.notes)
    return resolved


class _Reported:
    """Within it, a decision that cannot be applied becomes a problem and is left out."""

    def __init__(self, resolved: Resolved, decision: Decision) -> None:
        self._resolved, self._decision = resolved, decision

    def __enter__(self) -> None: ...

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        if not isinstance(error, Unmatched):
            return False
        self._resolved.problems.append(Problem(SOURCE, f"{self._decision.title}: {error}"))
        return True


def _with_events(corpus: Corpus, added: Mapping[str, Sequence[EventMention]]) -> Corpus:
    """The corpus with more event mentions, by document."""
    if not added:
        return corpus

    def with_added(observed: Observations) -> Observations:
        more = added.get(observed.document.id)
        events = sorted((*observed.events, *(more or ())), key=lambda event: event.span)
        return replace(observed, events=tuple(events)) if more else observed

    return Corpus(tuple(map(with_added, corpus.observations)))


def _with_notes(corpus: Corpus, notes: Iterable[tuple[EventMention, Attribute]]) -> Corpus:
    """The corpus with event mentions that say what was decided about them."""
    by_mention: dict[tuple[Span, str], list[Attribute]] = defaultdict(list)
    for mention, note in notes:
        by_mention[mention.span, mention.type].append(note)
    if not by_mention:
        return corpus
    documents = {span.document for span, _ in by_mention}

    def noted(event: EventMention) -> EventMention:
        more = by_mention.get((event.span, event.type))
        return replace(event, attributes=(*event.attributes, *more)) if more else event

    return Corpus(
        tuple(
            replace(observed, events=tuple(map(noted, observed.events)))
            if observed.document.id in documents
            else observed
            for observed in corpus.observations
        )
    )


@dataclass(frozen=True)
class _Pair:
    """What stands at the two quotes of a decision: the nearest mentions of entities and of events."""

    quotes: tuple[Quote, Quote]
    spans: tuple[Span, Span]
    entities: tuple[Mention | None, Mention | None]
    events: tuple[EventMention | None, EventMention | None]

    @classmethod
    def at(cls, sources: Sources, a: Quote, b: Quote) -> _Pair:
        """Both sides. Unmatched where words do not stand there."""
        left, right = sources.stretch(a), sources.stretch(b)
        return cls(
            (a, b),
            (left, right),
            (sources.mention_at(left), sources.mention_at(right)),
            (sources.event_at(left), sources.event_at(right)),
        )

    def told(self) -> tuple[EventMention, EventMention] | None:
        """The two events, where the words are just their triggers and no names, or else mean no entities."""
        (left, right), (first, second) = self.events, self.entities
        if left is None or right is None:
            return None
        triggers = (left.span, right.span) == self.spans
        names = first is not None and second is not None
        exact = names and (first.span, second.span) == self.spans  # type: ignore[union-attr]
        return (left, right) if (triggers and not exact) or not names else None

    def named(self) -> tuple[Mention, Mention]:
        """The two entities. Unmatched where there is none at either."""
        left, right = self.entities
        if left is None or right is None:
            raise Unmatched(unnamed(self.quotes[0 if left is None and self.events[0] is None else 1]))
        return left, right


def _merge(sources: Sources, decision: Decision, resolved: Resolved) -> None:
    """Tie the entities, or else the events, at two quotes together."""
    assert decision.b is not None  # noqa: S101 (read_decisions asks for both)
    pair = _Pair.at(sources, decision.a, decision.b)
    if told := pair.told():
        resolved.merged_events.append(_link(told[0].mention_id, told[1].mention_id, decision))
    else:
        left, right = pair.named()
        resolved.merged.append(_link(left.mention_id, right.mention_id, decision))


def _link(left: str, right: str, decision: Decision) -> Link:
    """The link that a decision makes."""
    because = decision.note or "A person decided so."
    return Link(left=left, right=right, verdict=Verdict.SAME, score=1.0, by=DECISION, because=because)


def _split(sources: Sources, decision: Decision, resolved: Resolved) -> None:
    """Keep two apart, or one from everything else: what a document calls by a name, or one telling."""
    if decision.b is None:
        _split_off(sources, decision, resolved)
        return
    pair = _Pair.at(sources, decision.a, decision.b)
    if told := pair.told():
        for one, quote in zip(told, (decision.b, decision.a), strict=True):
            resolved.note(decision, one, f"kept apart from “{quote.text}” ({quote.origin})")
        resolved.apart_events.append((told[0].mention_id, told[1].mention_id))
    else:
        left, right = pair.named()
        resolved.apart.append((frozenset({left.mention_id}), frozenset({right.mention_id})))


def _split_off(sources: Sources, decision: Decision, resolved: Resolved) -> None:
    """Keep the entity or the event at a quote apart from everything else."""
    told = _Pair.at(sources, decision.a, decision.a).told()
    if told:
        resolved.note(decision, told[0], "kept apart from all others")
        resolved.alone_events.append(told[0].mention_id)
    else:
        resolved.alone.append(_namesakes(sources.corpus, sources.entity(decision.a)))


def _namesakes(corpus: Corpus, mention: Mention) -> frozenset[str]:
    """The mentions of one document that have one name."""
    name = mention.name.casefold()
    mentions = corpus.by_document[mention.document].mentions
    return frozenset(other.mention_id for other in mentions if other.name.casefold() == name)


def _rename(sources: Sources, decision: Decision, resolved: Resolved) -> None:
    """Give an entity another name."""
    mention = sources.entity(decision.a).mention_id
    known = resolved.overrides.get(mention, Overrides())
    resolved.overrides[mention] = Overrides(decision.value, known.type)


def _retype(sources: Sources, decision: Decision, resolved: Resolved) -> None:
    """Give an entity or an event another type."""
    if decision.event:
        resolved.fixes.append(Fix(decision, sources.event(decision.a)))
        return
    entity = sources.entity(decision.a).mention_id
    known = resolved.overrides.get(entity, Overrides())
    resolved.overrides[entity] = Overrides(known.name, decision.value)


def _redate(sources: Sources, decision: Decision, resolved: Resolved) -> None:
    """Give an event another date."""
    resolved.fixes.append(Fix(decision, sources.event(decision.a)))


def _reject(sources: Sources, decision: Decision, resolved: Resolved) -> None:
    """Leave out an entity, or one telling of an event."""
    if decision.event:
        resolved.rejected_events.add(sources.event(decision.a).mention_id)
    else:
        resolved.rejected.add(sources.entity(decision.a).mention_id)


ACTIONS: dict[str, Callable[[Sources, Decision, Resolved], None]] = {
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "retype": _retype,
    "reject": _reject,
    "redate": _redate,
}
