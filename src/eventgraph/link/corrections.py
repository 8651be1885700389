"""Decisions applied to what was observed: each quote found in its document, and what stands there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from eventgraph.link.corpus import Corpus
from eventgraph.link.decisions import SOURCE, Decision, Quote
from eventgraph.link.entities import Corrections
from eventgraph.link.naming import Overrides
from eventgraph.model import EventMention, Link, Mention, Problem, Span
from eventgraph.vocabulary import Verdict

Found = TypeVar("Found", Mention, EventMention)


@dataclass
class Resolved:
    """What decisions come to, by the ids of mentions."""

    merged: list[Link] = field(default_factory=list)
    merged_events: list[Link] = field(default_factory=list)
    apart: list[tuple[frozenset[str], frozenset[str]]] = field(default_factory=list)
    alone: list[frozenset[str]] = field(default_factory=list)
    overrides: dict[str, Overrides] = field(default_factory=dict)
    rejected: set[str] = field(default_factory=set)
    rejected_events: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    @property
    def corrections(self) -> Corrections:
        """Those that bear on which mentions are of one entity."""
        return Corrections(tuple(self.merged), tuple(self.apart), tuple(self.alone))


@dataclass(frozen=True)
class _Sources:
    """The documents by origin."""

    corpus: Corpus
    by_origin: Mapping[str, Sequence[str]]

    def stretch(self, quote: Quote) -> Span | None:
        """Where the quoted words stand, None if they do not."""
        for identifier in self.by_origin.get(quote.origin, ()):
            text = self.corpus.by_document[identifier].document.text
            at = -1
            for _ in range(quote.nth):
                at = text.find(quote.text, at + 1)
                if at < 0:
                    break
            if at >= 0:
                return Span(identifier, at, at + len(quote.text))
        return None

    def entity(self, quote: Quote) -> Mention | None:
        """The mention of an entity at the quoted words, or the one that fits them most closely."""
        span = self.stretch(quote)
        return closest(self.corpus.by_document[span.document].mentions, span) if span else None

    def event(self, quote: Quote) -> EventMention | None:
        """The event mention whose trigger is at the quoted words, or fits them most closely."""
        span = self.stretch(quote)
        return closest(self.corpus.by_document[span.document].events, span) if span else None


def closest(items: Iterable[Found], span: Span) -> Found | None:
    """What stands at a span; else the longest thing within it, else the shortest around it; else None."""
    within = [item for item in items if span.contains(item) or item.contains(span)]
    return min(
        within,
        key=lambda item: (
            item.span != span,
            not span.contains(item),
            abs((item.end - item.start) - (span.end - span.start)),
            item.start,
        ),
        default=None,
    )


def resolve(corpus: Corpus, decisions: Iterable[Decision]) -> Resolved:
    """What decisions come to in these documents; one that matches nothing becomes a problem."""
    by_origin: dict[str, list[str]] = defaultdict(list)
    for observed in corpus.observations:
        by_origin[observed.document.origin].append(observed.document.id)
    sources, resolved = _Sources(corpus, by_origin), Resolved()
    for decision in decisions:
        missing = _missing(sources, decision) or ACTIONS[decision.action](sources, decision, resolved)
        if missing:
            message = f"{decision.title}: {missing}: it matches nothing any more"
            resolved.problems.append(Problem(SOURCE, message))
    return resolved


def _missing(sources: _Sources, decision: Decision) -> str:
    """Which of the quoted words do not stand in their document, "" if all do."""
    for quote in (decision.a, decision.b):
        if quote is not None and sources.stretch(quote) is None:
            return f"“{quote.text}” ({quote.nth}) does not stand in {quote.origin}"
    return ""


def _unnamed(quote: Quote, what: str = "entity") -> str:
    """The message for words where nothing is observed."""
    return f"no {what} is found at “{quote.text}” in {quote.origin}"


def _merge(sources: _Sources, decision: Decision, resolved: Resolved) -> str:
    """Tie the entities, or else the events, at two quotes together."""
    assert decision.b is not None  # noqa: S101 (read_decisions asks for both)
    left, right = sources.entity(decision.a), sources.entity(decision.b)
    told, again = sources.event(decision.a), sources.event(decision.b)
    triggers = [sources.stretch(decision.a), sources.stretch(decision.b)]
    exact = told and again and [told.span, again.span] == triggers and told.type == again.type
    if told and again and exact and not (left and right and [left.span, right.span] == triggers):
        resolved.merged_events.append(_link(told.mention_id, again.mention_id, decision))
    elif left and right:
        resolved.merged.append(_link(left.mention_id, right.mention_id, decision))
    else:
        return _unnamed(decision.b if left or told else decision.a)
    return ""


def _link(left: str, right: str, decision: Decision) -> Link:
    """The link that a decision makes."""
    because = decision.note or "A person decided so."
    return Link(left=left, right=right, verdict=Verdict.SAME, score=1.0, by="decision", because=because)


def _split(sources: _Sources, decision: Decision, resolved: Resolved) -> str:
    """Keep an entity apart from another, or what one document calls by this name from everything else."""
    mention = sources.entity(decision.a)
    if mention is None:
        return _unnamed(decision.a)
    if decision.b is None:
        resolved.alone.append(_namesakes(sources.corpus, mention))
        return ""
    other = sources.entity(decision.b)
    if other is None:
        return _unnamed(decision.b)
    resolved.apart.append((frozenset({mention.mention_id}), frozenset({other.mention_id})))
    return ""


def _namesakes(corpus: Corpus, mention: Mention) -> frozenset[str]:
    """The mentions of one document that have one name."""
    name = mention.name.casefold()
    mentions = corpus.by_document[mention.document].mentions
    return frozenset(other.mention_id for other in mentions if other.name.casefold() == name)


def _override(sources: _Sources, decision: Decision, resolved: Resolved) -> str:
    """Give an entity another name or type."""
    mention = sources.entity(decision.a)
    if mention is None:
        return _unnamed(decision.a)
    known = resolved.overrides.get(mention.mention_id, Overrides())
    if decision.action == "rename":
        known = Overrides(decision.value, known.type)
    else:
        known = Overrides(known.name, decision.value)
    resolved.overrides[mention.mention_id] = known
    return ""


def _reject(sources: _Sources, decision: Decision, resolved: Resolved) -> str:
    """Leave out an entity, or one telling of an event."""
    found = sources.event(decision.a) if decision.event else sources.entity(decision.a)
    if found is None:
        return _unnamed(decision.a, "event" if decision.event else "entity")
    (resolved.rejected_events if decision.event else resolved.rejected).add(found.mention_id)
    return ""


ACTIONS: dict[str, Callable[[_Sources, Decision, Resolved], str]] = {
    "merge": _merge,
    "split": _split,
    "rename": _override,
    "retype": _override,
    "reject": _reject,
}
