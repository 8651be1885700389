"""What goes to the process that runs a query, and what comes back: one JSON value each way."""

from __future__ import annotations

import msgspec

from eventgraph.query.answer import Answer

UNMASKED = "unmasked"
"""The fault of a file that names people who are to be masked."""


class Request(msgspec.Struct, frozen=True):
    """A query with the file it asks ("" if the quads follow), and its limits.

    With a ``mask``, nothing is answered from a graph that calls a protected entity anything else.
    """

    sparql: str
    prefixes: dict[str, str]
    rows: int
    megabytes: int
    characters: int
    file: str = ""
    mask: str = ""


class Fault(msgspec.Struct, frozen=True):
    """Why there is no answer: ``reason`` is "syntax", "large", "broken" or `UNMASKED`."""

    reason: str
    message: str


class Reply(msgspec.Struct, frozen=True):
    """One of the two."""

    answer: Answer | None = None
    fault: Fault | None = None
