"""The stretches of a text that are no prose."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto


class FrontKind(StrEnum):
    """What a stretch is; contact details and photo credits count as footers wherever they stand."""

    HEADER = auto()
    DATELINE = auto()
    BYLINE = auto()
    FOOTER = auto()


@dataclass(frozen=True, slots=True)
class Front:
    """A stretch that is no prose, with the stretches of its date words and of its place.

    All are ``(start, end)`` in code points of the text, end excluded; ``date`` and ``place`` lie
    within ``start`` and ``end``. The date may lack its year ("March 14").
    """

    kind: FrontKind
    start: int
    end: int
    date: tuple[int, int] | None = None
    place: tuple[int, int] | None = None
