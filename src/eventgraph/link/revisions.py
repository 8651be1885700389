"""Event mentions as their texts revise them: moved days, newer figures, corrections."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from eventgraph.link.corpus import Corpus
from eventgraph.link.gone import Revision
from eventgraph.link.moving import moves
from eventgraph.link.notes import corrections
from eventgraph.link.rising import rises
from eventgraph.model import Observations, Span

STEPS: tuple[Callable[[Observations], Iterator[Revision]], ...] = (moves, rises, corrections)

Key = tuple[Span, str]
"""The span and the type of an event mention."""


def revise(corpus: Corpus) -> tuple[Corpus, Mapping[Span, Revision]]:
    """The corpus with event mentions as the texts around them revise them, and the revisions by span."""
    found: dict[Span, Revision] = {}
    revised = []
    for observed in corpus.observations:
        made = _revised(observed)
        found |= {span: revision for (span, _), revision in made.items()}
        revised.append(_with(observed, made) if made else observed)
    return (Corpus(tuple(revised)), found) if found else (corpus, found)


def _revised(observed: Observations) -> dict[Key, Revision]:
    """What one text says of its own mentions, each step on what the one before made of them."""
    found: dict[Key, Revision] = {}
    for step in STEPS:
        for revision in list(step(_with(observed, found))):
            key = (revision.mention.span, revision.mention.type)
            found[key] = revision.after(found.get(key))
    return found


def _with(observed: Observations, found: Mapping[Key, Revision]) -> Observations:
    """Observations with the mentions that revisions make."""
    if not found:
        return observed
    events = (found[key].mention if (key := (e.span, e.type)) in found else e for e in observed.events)
    return replace(observed, events=tuple(events))
