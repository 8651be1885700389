"""Observations and decisions in, the graph out: the whole of linking on one page.

`conclude` is pure. What it makes depends on neither the order of the observations nor the hash seed:
everything is taken in the order of publication and sorted before it leaves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from eventgraph import __version__
from eventgraph.collector import resting
from eventgraph.link.contexts import closure
from eventgraph.link.corpus import Corpus
from eventgraph.link.corrections import Resolved, resolve
from eventgraph.link.decisions import Decision
from eventgraph.link.entities import Linking, link_entities
from eventgraph.link.events import make_events
from eventgraph.link.fixing import Surroundings, gather_as_decided
from eventgraph.link.gathering import Gathering
from eventgraph.link.happenings import Places
from eventgraph.link.naming import Overrides, make_entities
from eventgraph.link.places import containments
from eventgraph.link.relations import make_relations
from eventgraph.link.repeats import mark_repeats
from eventgraph.link.revisions import revise
from eventgraph.link.tellings import Known, make_tellings
from eventgraph.link.weighing import Setting
from eventgraph.model import (
    Entity,
    Graph,
    Link,
    Mention,
    Observations,
    Problem,
    Span,
    TimeExpression,
)
from eventgraph.vocabulary import Verdict


def conclude(
    observations: Sequence[Observations],
    decisions: Sequence[Decision] = (),
    *,
    title: str = "",
    problems: Iterable[Problem] = (),
) -> Graph:
    """The graph that follows from what the documents say and what a person decided.

    ``problems`` are those met before (in reading); those of the observations, and of decisions that
    match nothing any more, are added to them. The garbage collector rests meanwhile: nearly all that is
    made stays, and looking for what does not is a sixth of the time.
    """
    with resting():
        return _conclude(observations, decisions, title, problems)


def _conclude(
    observations: Sequence[Observations],
    decisions: Sequence[Decision],
    title: str,
    problems: Iterable[Problem],
) -> Graph:
    marked, repeats = mark_repeats(Corpus.of(observations))
    resolved = resolve(marked, decisions)
    corpus, revisions = revise(resolved.corpus)
    own = [link for observed in corpus.observations for link in observed.links]
    linking = link_entities(corpus, [*own, *repeats], resolved.corrections)
    by_root = _entities(linking, resolved)
    known = _resolver(linking, by_root)
    places = _places(corpus, known)
    tellings = make_tellings(corpus, known, frozenset(resolved.rejected_events))
    copies = [link for link in (*own, *repeats) if link.by == "repeat"]
    fixed = gather_as_decided(tellings, resolved, Surroundings(copies, revisions, places))
    setting = Setting(corpus, known, places, fixed.read, revisions)
    entities = {entity.id: entity for entity in by_root.values()}
    events = make_events(setting, fixed.gathering, entities)
    found = [problem for observed in corpus.observations for problem in observed.problems]
    return Graph(
        generator=f"eventgraph {__version__}",
        title=title,
        documents=tuple(sorted((o.document for o in corpus.observations), key=lambda d: (d.origin, d.id))),
        times=_times(corpus),
        entities=tuple(entities[identifier] for identifier in sorted(entities)),
        events=events,
        relations=make_relations(setting, events, entities),
        links=_links(linking, fixed.gathering),
        problems=_problems([*problems, *found, *resolved.problems, *fixed.problems]),
    )


def _problems(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by source."""
    return tuple(sorted(set(found), key=lambda problem: (problem.source, problem.message)))


def _entities(linking: Linking, resolved: Resolved) -> dict[str, Entity]:
    """The entities, by the node that stands for each set of mentions."""
    mentions = linking.corpus.mentions
    nodes = sorted(mentions, key=lambda node: linking.corpus.place(mentions[node]))
    rejected = {linking.root(node) for node in resolved.rejected}
    groups: list[list[Mention]] = [
        [mentions[node] for node in group]
        for group in linking.sets.groups(nodes)
        if linking.root(group[0]) not in rejected
    ]
    first = {linking.root(group[0].mention_id): group[0].mention_id for group in groups}
    overrides: dict[str, Overrides] = {}
    for node, override in resolved.overrides.items():
        if earliest := first.get(linking.root(node)):
            known = overrides.get(earliest, Overrides())
            overrides[earliest] = Overrides(override.name or known.name, override.type or known.type)
    made = make_entities(linking.corpus, groups, overrides)
    return {root: made[earliest] for root, earliest in first.items() if earliest in made}


def _resolver(linking: Linking, by_root: Mapping[str, Entity]) -> Known:
    """The function from the span of a mention to the id of its entity."""

    def known(span: Span | None) -> str | None:
        entity = by_root.get(linking.root(span.mention_id)) if span is not None else None
        return entity.id if entity else None

    return known


def _places(corpus: Corpus, known: Known) -> Places:
    """Which place lies in which, as the documents and the gazetteer say."""
    direct: dict[str, set[str]] = defaultdict(set)
    for inner, outer in containments(corpus, known):
        direct[inner].add(outer)
    return Places({inner: frozenset(closure(inner, direct)) for inner in sorted(direct)})


def _times(corpus: Corpus) -> tuple[TimeExpression, ...]:
    """Every time expression, by span."""
    found = {
        TimeExpression(
            time.document,
            time.start,
            time.end,
            type=time.type,
            value=time.value,
            mod=time.mod,
            edtf=time.when.edtf if time.when else None,
        )
        for observed in corpus.observations
        for time in observed.times
    }
    return tuple(sorted(found, key=lambda time: (time.span, time.type, time.value, time.edtf or "")))


def _rounded(link: Link) -> Link:
    """A link with its score to three places."""
    score = round(link.score, 3)
    return link if score == link.score else replace(link, score=score)


def _links(linking: Linking, gathering: Gathering) -> tuple[Link, ...]:
    """All links, by their ends. Doubts about what turned out to be one after all are left out."""
    number = {telling.mention.mention_id: telling.number for telling in gathering.tellings}
    doubted = [
        link
        for link in linking.links
        if link.verdict is Verdict.SAME or linking.root(link.left) != linking.root(link.right)
    ]
    told = [
        link
        for link in gathering.links
        if link.verdict is Verdict.SAME
        or gathering.sets.root(number[link.left]) != gathering.sets.root(number[link.right])
    ]
    rounded = {_rounded(link) for link in (*doubted, *told)}
    return tuple(
        sorted(rounded, key=lambda link: (link.left, link.right, link.by, link.verdict, link.because))
    )
