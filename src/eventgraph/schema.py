"""``schema.toml``, loaded and checked: entity types, event types with their roles, roles, relations."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

import msgspec

from eventgraph.errors import ConfigError


class EntityType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a type of entity is called and drawn; colours are CSS, ``shape`` is vis-network's word."""

    label: str
    definition: str
    plural: str
    rdf: str
    colour: str
    dark: str
    shape: str


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A role: as people read it, what it is, and its RDF term."""

    label: str
    definition: str
    rdf: str


class RelationType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A relation: as people read it, what it is, and its RDF term.

    ``passing`` where it may begin and end any day, so that the day on which a text tells it is its date.
    """

    label: str
    definition: str
    rdf: str
    passing: bool = False


class Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A family of event types: what it is, with its colour on white and on dark."""

    label: str
    definition: str
    colour: str
    dark: str


class EventType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event type: what it is, its family, its RDF class, the roles it takes, what it calls its patient."""

    label: str
    definition: str
    family: str
    rdf: str
    roles: tuple[str, ...]
    patient: str


class Schema(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``schema.toml``."""

    entity: dict[str, EntityType]
    role: dict[str, Term]
    relation: dict[str, RelationType]
    family: dict[str, Family]
    event: dict[str, EventType]


@cache
def load_schema() -> Schema:
    """The schema that ships with the program. ConfigError if the file contradicts itself."""
    text = resources.files("eventgraph").joinpath("schema.toml").read_text(encoding="utf-8")
    try:
        schema = msgspec.convert(tomllib.loads(text), Schema)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ConfigError(f"schema.toml: {error}") from error
    for name, event in schema.event.items():
        if event.family not in schema.family:
            raise ConfigError(f"schema.toml: event {name} is of the unknown family {event.family}")
        if unknown := set(event.roles) - set(schema.role):
            raise ConfigError(f"schema.toml: event {name} takes unknown roles {sorted(unknown)}")
    return schema
