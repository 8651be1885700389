"""Passages that stand in several documents: told once, kept at every place.

The earliest published document tells; what the others have at the same relative place is marked as
a repeat and linked to it. Two passages are the same where their letters are, white space aside.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TypeVar

from eventgraph.link.corpus import Corpus
from eventgraph.model import EventMention, Link, Mention, Observations, Span
from eventgraph.vocabulary import Verdict

SHORTEST = 60
"""Code points, white space folded, from which a shared sentence is a copied one."""

Told = TypeVar("Told", Mention, EventMention)
Passage = tuple[Span, Span]
"""A passage of a later document and the one it repeats."""


def folded(text: str) -> str:
    """Text with each run of white space as one space."""
    return " ".join(text.split())


def find_passages(corpus: Corpus) -> dict[str, list[Passage]]:
    """For each document the passages that an earlier one has already."""
    seen: dict[str, Span] = {}
    found: dict[str, list[Passage]] = {}
    for observed in corpus.observations:
        document = observed.document
        whole = Span(document.id, 0, len(document.text))
        for span in _unless_known((whole, *observed.sentences), seen, corpus):
            text = folded(corpus.text(span))
            if len(text) < SHORTEST:
                continue
            original = seen.setdefault(text, span.span)
            if original.document != document.id:
                found.setdefault(document.id, []).append((span.span, original))
    return found


def _unless_known(spans: Sequence[Span], seen: dict[str, Span], corpus: Corpus) -> Sequence[Span]:
    """The whole text alone where all of it was seen before, else the whole text and its sentences."""
    whole = folded(corpus.text(spans[0]))
    return spans[:1] if len(whole) >= SHORTEST and whole in seen else spans


def mark_repeats(corpus: Corpus) -> tuple[Corpus, tuple[Link, ...]]:
    """The corpus with what is repeated across documents marked so, and the links to the originals."""
    passages = find_passages(corpus)
    links: list[Link] = []
    marked: list[Observations] = []
    for observed in corpus.observations:
        own = _match(corpus, observed, passages.get(observed.document.id, []))
        links += own
        marked.append(_with_repeats(observed, {link.right for link in own}))
    return Corpus(tuple(marked)), tuple(links)


def _match(corpus: Corpus, observed: Observations, passages: list[Passage]) -> list[Link]:
    """Links from what the originals hold to what this document holds at the same places."""
    links = []
    for copy, original in passages:
        source = corpus.by_document[original.document]
        because = f"The same passage stands in {source.document.origin}."
        pairs = [
            *_pairs(corpus, source.mentions, observed.mentions, (original, copy)),
            *_pairs(corpus, source.events, observed.events, (original, copy)),
        ]
        links += [
            Link(left=left, right=right, verdict=Verdict.SAME, score=1.0, by="repeat", because=because)
            for left, right in dict.fromkeys(pairs)
        ]
    return links


def _pairs(
    corpus: Corpus, told: Sequence[Told], again: Sequence[Told], passage: Passage
) -> Iterator[tuple[str, str]]:
    """The ids of what stands at the same relative place in a passage and in its copy."""
    original, copy = passage
    there = dict(_within(corpus, told, original))
    for key, item in _within(corpus, again, copy):
        if key in there:
            yield there[key].mention_id, item.mention_id


def _within(
    corpus: Corpus, items: Sequence[Told], passage: Span
) -> Iterator[tuple[tuple[int, int, str], Told]]:
    """What lies in a passage, by the letters before its start and end and by its type."""
    words: str = corpus.text(passage)
    letters = [0, *accumulate(not letter.isspace() for letter in words)]
    first = bisect_left(items, passage.start, key=lambda item: item.start)
    for item in (items[at] for at in range(first, len(items))):
        if item.start >= passage.end:
            break
        if passage.contains(item):
            start, end = item.start - passage.start, item.end - passage.start
            yield (letters[start], letters[end], item.type), item


def _with_repeats(observed: Observations, copies: set[str]) -> Observations:
    """The observations with the mentions of these ids marked as repeats."""
    if not copies:
        return observed
    return dataclasses.replace(
        observed,
        mentions=tuple(_marked(mention, copies) for mention in observed.mentions),
        events=tuple(_marked(event, copies) for event in observed.events),
    )


def _marked(item: Told, copies: set[str]) -> Told:
    """The item as a repeat where its id is among these."""
    return dataclasses.replace(item, repeat=True) if item.mention_id in copies else item
