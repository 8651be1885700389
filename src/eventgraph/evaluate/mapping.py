"""Gold with types and roles of its own: both sides are brought to common names before they are compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import structs

from eventgraph.errors import UsageError
from eventgraph.evaluate.layout import EntityRecord, EventRecord, Record


class Mapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Common names: of types of entities, and of roles. A file has the same two keys, in JSON.

    Where types are named at all, entities of any other type are left out; roles that are not named stay.
    """

    types: dict[str, str] = {}
    roles: dict[str, str] = {}

    def of(self, record: Record) -> Record:
        """The record under the common names."""
        return structs.replace(
            record,
            entities=tuple(self._entities(record)) if self.types else record.entities,
            events=tuple(map(self._event, record.events)),
        )

    def _entities(self, record: Record) -> Iterator[EntityRecord]:
        for entity in record.entities:
            if common := self.types.get(entity.type or ""):
                yield structs.replace(entity, type=common)

    def _event(self, event: EventRecord) -> EventRecord:
        renamed = (structs.replace(each, role=self.roles.get(each.role, each.role)) for each in event.args)
        return structs.replace(event, args=tuple(renamed))


def read_mapping(path: Path) -> Mapping:
    """The common names of a JSON file. UsageError where it cannot be read or is none."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Mapping)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: no common names: {error}") from error
