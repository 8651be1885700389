"""A participant as the grammar gives it, before it has a span."""

from __future__ import annotations

from dataclasses import dataclass

from eventgraph.text.parse import Token

PEOPLE = {"person", "official"}
BODIES = {"agency", "organisation"}


@dataclass(frozen=True, slots=True)
class Part:
    """A participant as the grammar gives it: the head noun and its role."""

    role: str
    token: Token
