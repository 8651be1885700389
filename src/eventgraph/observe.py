"""A document to what it says, before anything is compared: the step that is cached and spread out.

What is observed of a document depends on nothing but that document, this program and the model.
"""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from eventgraph.collector import resting
from eventgraph.entities import find_entities
from eventgraph.events import (
    Reading,
    find_events,
    read_sheets,
    speaker_mentions,
    tell_relations,
    tell_rows,
    with_speakers,
)
from eventgraph.model import Document, Link, Observations, Problem, Span
from eventgraph.spans import relocate
from eventgraph.text.align import align
from eventgraph.text.blocks import Block, find_blocks
from eventgraph.text.front import find_front
from eventgraph.text.parse import Parsed, parse_all
from eventgraph.text.repeats import Repeat, find_repeats
from eventgraph.text.tables import find_tables
from eventgraph.text.turns import find_turns
from eventgraph.text.unread import find_unread
from eventgraph.times import find_times
from eventgraph.times.published import published_anchor
from eventgraph.vocabulary import Verdict

Item = TypeVar("Item", bound=Span)

LAYERS = ("sentences", "times", "mentions", "events", "relations")
"""The fields of `Observations` that lie at spans of the document."""

TOGETHER = 16
"""Documents that the model reads together; more gained nothing."""

SAME_PASSAGE = "The passage stands here a second time, word for word."
SAME_TEXT = "The document repeats another one word for word."


def observe(documents: Iterable[Document], *, model: str = "") -> Iterator[Observations]:
    """What each document says, in the order given; ``model`` names a spaCy pipeline.

    The documents' publication dates must have been settled (`eventgraph.times.published`).
    ModelMissing where no language model is installed.
    """
    waiting = iter(documents)
    while group := list(islice(waiting, TOGETHER)):
        for document, parsed in zip(group, parse_documents(group, model=model), strict=True):
            with resting():
                observations = observe_document(document, parsed=parsed)
            yield observations


def parse_documents(documents: Sequence[Document], *, model: str = "") -> Iterator[Parsed]:
    """The documents as the model reads them, without headers and without the copies of passages."""
    return parse_all([(document.text, _blocks(document.text)) for document in documents], model=model)


def _blocks(text: str) -> tuple[Block, ...]:
    fronts = [(front.start, front.end) for front in find_front(text)]
    tables = [(table.start, table.end) for table in find_tables(text)]
    copies = [repeat.copy for repeat in find_repeats(text)]
    labels = [turn.label for turn in find_turns(text)]
    return find_blocks(text, sorted([*fronts, *tables, *copies, *labels, *find_unread(text).stretches]))


def observe_document(document: Document, *, parsed: Parsed | None = None, model: str = "") -> Observations:
    """What one document says. A passage that stands twice in it is read once and kept at both places.

    ``parsed`` is what `parse_documents` gave for it, where it was read together with others.
    """
    text = document.text
    fronts = find_front(text)
    repeats = find_repeats(text)
    tables = find_tables(text)
    unread = find_unread(text)
    copies = [repeat.copy for repeat in repeats]
    apart = [*copies, *((table.start, table.end) for table in tables), *unread.stretches]
    parsed = parsed or next(parse_documents([document], model=model))
    anchor = published_anchor(document, fronts)
    times = find_times(
        _blanked(text, apart), document.published, parsed=parsed, document=document.id, anchor=anchor
    )
    sheets = read_sheets(document, tables, copies, anchor)
    turns = find_turns(text)
    told = (*sheets.mentions, *speaker_mentions(document, turns))
    found = find_entities(document, parsed, fronts, times, told)
    reading = Reading(document, parsed, fronts, times, found.mentions)
    sentences = (Span(document.id, sentence.start, sentence.end) for sentence in parsed.sentences)
    observations = Observations(
        document=document,
        sentences=_in_order(sentences, sheets.sentences(document.id)),
        times=_in_order(times, sheets.times),
        mentions=found.mentions,
        events=_in_order(
            with_speakers(document, find_events(reading), turns, found.mentions),
            tell_rows(document, sheets, found.mentions),
        ),
        relations=tell_relations(reading, found.relations),
        links=found.links,
        problems=(*sheets.problems, *(Problem(document.origin, message) for message in unread.messages)),
    )
    return _with_copies(observations, repeats) if repeats else observations


def _in_order(*layers: Iterable[Item]) -> tuple[Item, ...]:
    """The items of several layers in the order of their spans, of those at one place the longest first."""
    return tuple(sorted((item for layer in layers for item in layer), key=lambda s: (s.start, -s.end)))


def copy_to(observations: Observations, document: Document) -> Observations:
    """The observations as those of another document with the same words; each mention is a repeat.

    Given the very document that was observed, they come back as they are.
    """
    original = observations.document
    if document.id == original.id:
        return observations
    carry = align(original.text, document.text).carry

    def where(span: Span) -> Span:
        return Span(document.id, carry(span.start), carry(span.end))

    moved: dict[str, Any] = {layer: _repeated(getattr(observations, layer), where) for layer in LAYERS}
    return dataclasses.replace(
        observations,
        document=dataclasses.replace(document, duplicate_of=original.id),
        links=_twins(observations.mentions, moved["mentions"], SAME_TEXT)
        + _twins(observations.events, moved["events"], SAME_TEXT),
        problems=(),
        **moved,
    )


def _with_copies(observations: Observations, repeats: Sequence[Repeat]) -> Observations:
    """The observations with all that stands in an original also at each of its copies."""
    layers: dict[str, list[Any]] = {layer: list(getattr(observations, layer)) for layer in LAYERS}
    links = list(observations.links)
    by_start = {layer: sorted(found, key=lambda item: item.start) for layer, found in layers.items()}
    holding = _holding(repeats)
    for repeat in repeats:
        where = _carrier(repeat, holding)
        for layer, found in layers.items():
            inside = _inside(repeat, by_start[layer])
            moved = _repeated(inside, where)
            found.extend(moved)
            if layer in {"mentions", "events"}:
                links.extend(_twins(inside, moved, SAME_PASSAGE))
    ordered: dict[str, Any] = {
        layer: tuple(sorted(found, key=lambda item: (item.start, item.end)))
        for layer, found in layers.items()
    }
    return dataclasses.replace(observations, links=tuple(links), **ordered)


def _inside(repeat: Repeat, items: Sequence[Any]) -> list[Any]:
    """Those of the items, which are sorted by their start, that lie within the original of a repeat."""
    first = bisect.bisect_left(items, repeat.original[0], key=lambda item: item.start)
    behind = bisect.bisect_right(items, repeat.original[1], key=lambda item: item.start)
    return [item for item in items[first:behind] if repeat.holds(item.start, item.end)]


def _holding(repeats: Sequence[Repeat]) -> Callable[[int, int], list[Repeat]]:
    """Which repeats hold a stretch in their original; asked once for each stretch."""

    @cache
    def holding(start: int, end: int) -> list[Repeat]:
        return [repeat for repeat in repeats if repeat.holds(start, end)]

    return holding


def _carrier(repeat: Repeat, holding: Callable[[int, int], list[Repeat]]) -> Callable[[Span], Span]:
    """Where a span goes when what it belongs to is copied by ``repeat``.

    What lies outside the repeated passage (a name that a pronoun in it means) goes along if it has a
    copy of its own, the nearest one; else it stays where it is.
    """

    def where(span: Span) -> Span:
        nearest = repeat
        if not repeat.holds(span.start, span.end):
            others = holding(span.start, span.end)
            if not others:
                return span
            nearest = min(others, key=lambda other: abs(other.copy[0] - repeat.copy[0]))
        return Span(span.document, nearest.carry(span.start), nearest.carry(span.end))

    return where


def _repeated(items: Iterable[Any], where: Callable[[Span], Span]) -> tuple[Any, ...]:
    """Items of one layer at another place, marked as repeats if they can be."""
    moved = (relocate(item, where) for item in items)
    return tuple(dataclasses.replace(m, repeat=True) if hasattr(m, "repeat") else m for m in moved)


def _twins(originals: Sequence[Span], copies: Sequence[Span], because: str) -> tuple[Link, ...]:
    return tuple(
        Link(
            left=original.mention_id,
            right=copy.mention_id,
            verdict=Verdict.SAME,
            score=1.0,
            by="repeat",
            because=because,
        )
        for original, copy in zip(originals, copies, strict=True)
    )


def _blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """The text with spaces for some stretches, which may overlap, so that all offsets stay."""
    shown, position = [], 0
    for start, end in sorted(stretches):
        if end > position:
            begin = max(start, position)
            shown += [text[position:begin], " " * (end - begin)]
            position = end
    return "".join([*shown, text[position:]])
