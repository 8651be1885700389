"""Walking the values of the model: all spans within one, and the same value at another place."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from eventgraph.model import EventEvidence, Span

T = TypeVar("T")


def spans_of(thing: object) -> Iterator[Span]:
    """Every span within a value of the model, itself included, in the order of its fields."""
    if isinstance(thing, Span):
        yield thing
    if isinstance(thing, tuple):
        for item in thing:
            yield from spans_of(item)
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            yield from spans_of(getattr(thing, field.name))


def relocate(thing: T, where: Callable[[Span], Span]) -> T:
    """The same value with every span, nested ones included, moved to where the function says.

    Used to copy what was observed to a passage that repeats it, and to mask names in texts.
    """
    if isinstance(thing, tuple):
        return tuple(relocate(item, where) for item in thing)  # type: ignore[return-value]
    if not dataclasses.is_dataclass(thing) or isinstance(thing, type):
        return thing
    changes: dict[str, Any] = {}
    for field in dataclasses.fields(thing):
        old = getattr(thing, field.name)
        new = relocate(old, where)
        if new is not old:
            changes[field.name] = new
    if isinstance(thing, Span):
        moved = where(thing.span)
        changes |= {"document": moved.document, "start": moved.start, "end": moved.end}
    if isinstance(thing, EventEvidence):
        sentence = where(thing.sentence_span)
        changes["sentence"] = (sentence.start, sentence.end)
    return dataclasses.replace(thing, **changes) if changes else thing
