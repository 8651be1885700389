"""Events of a graph by who, what, where, when and how sure, in the order in which they happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from eventgraph.errors import UnknownThing
from eventgraph.model import Entity, Event, EventWhen, Graph
from eventgraph.schema import load_schema
from eventgraph.text.letters import without_accents
from eventgraph.vocabulary import FACTS, Status

NEAR, MOST_NEAR = 75, 5
"""How alike two names must be, of 100, for one to be offered for the other; how many are offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What to keep; an empty field keeps all.

    ``who``, ``where`` and ``operation`` are names or ids, compared loosely (see `name_matches`).
    ``begin`` and ``end`` are days, both included: an event is kept if it can have happened between
    them, or with ``certain`` only if it must have. An open bound reaches as far as it can. ``certain``
    also drops what is not said to have happened or to go on.
    """

    who: str = ""
    types: tuple[str, ...] = ()
    where: str = ""
    operation: str = ""
    begin: date | None = None
    end: date | None = None
    status: tuple[Status, ...] = ()
    certain: bool = False


def select(graph: Graph, selection: Selection) -> tuple[Event, ...]:
    """The events that fit, in the order of `chronology`.

    UnknownThing for a type that the schema lacks, and for a name that no event has.
    """
    if unknown := sorted(set(selection.types) - set(load_schema().event)):
        raise UnknownThing(
            f"No event type is called {', '.join(unknown)}; there are {', '.join(load_schema().event)}."
        )
    entities = {entity.id: entity for entity in graph.entities}
    for wanted, references in (
        (selection.who, _people_of),
        (selection.where, _places_of),
        (selection.operation, _operation_of),
    ):
        if not any(_names(wanted, references(event), entities) for event in graph.events):
            raise UnknownThing(f"No event names {wanted!r}.{_near(wanted, graph)}")
    return chronology(event for event in graph.events if _fits(event, selection, entities))


def chronology(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events by their first possible day, then their last, then id; undated ones come last."""
    return tuple(sorted(events, key=_when_key))


def first_day(when: EventWhen | None) -> date | None:
    """The day that a date is ordered by: the first on which it can have begun, else the nearest bound."""
    return (when.begin[0] or when.begin[1] or when.end[0] or when.end[1]) if when else None


def name_matches(wanted: str, entity: Entity) -> bool:
    """Whether the wanted words, folded, are the entity's id or stand in one of its names."""
    folded = _folded(wanted)
    names = (entity.id, entity.name, *entity.aliases)
    return any(
        folded == name or folded in name.split() or f" {folded} " in f" {name} "
        for name in map(_folded, names)
    )


def find_entities(graph: Graph, wanted: str) -> tuple[Entity, ...]:
    """The entities that a name or an id may mean, those whose whole name it is first."""
    fitting = [entity for entity in graph.entities if name_matches(wanted, entity)]
    return tuple(
        sorted(fitting, key=lambda e: (_folded(wanted) not in {_folded(e.id), _folded(e.name)}, e.id))
    )


def _when_key(event: Event) -> tuple[date, date, str]:
    latest = event.when.latest if event.when else None
    return first_day(event.when) or date.max, latest or date.max, event.id


def _fits(event: Event, selection: Selection, entities: dict[str, Entity]) -> bool:
    return (
        _in_list(event.type, selection.types)
        and _in_list(event.status, selection.status)
        and (not selection.certain or event.status in FACTS)
        and _in_time(event, selection)
        and _names(selection.who, _people_of(event), entities)
        and _names(selection.where, _places_of(event), entities)
        and _names(selection.operation, _operation_of(event), entities)
    )


def _people_of(event: Event) -> Iterator[tuple[str | None, str]]:
    yield from ((p.entity, p.text) for p in event.participants)
    yield from ((s.entity, s.text) for told in event.mentions for s in told.said_by)
    yield event.operation, ""


def _places_of(event: Event) -> Iterator[tuple[str | None, str]]:
    return ((place.entity, place.text) for place in event.places)


def _operation_of(event: Event) -> Iterator[tuple[str | None, str]]:
    yield event.operation, ""


def _near(wanted: str, graph: Graph) -> str:
    """A sentence with the names most like the one wanted, "" where none is like it."""
    from rapidfuzz import process  # noqa: PLC0415 (only for a message)

    names = sorted({name for entity in graph.entities for name in (entity.name, *entity.aliases)})
    found = process.extract(wanted, names, processor=_folded, limit=MOST_NEAR, score_cutoff=NEAR)
    return f" Perhaps: {', '.join(name for name, _, _ in found)}." if found else ""


def _in_list(value: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or value in wanted


def _names(wanted: str, references: Iterable[tuple[str | None, str]], entities: dict[str, Entity]) -> bool:
    """Whether one of the references, by its entity or by its words, is what is wanted."""
    if not wanted:
        return True
    return any(
        name_matches(wanted, entities[name])
        if name in entities
        else f" {_folded(wanted)} " in f" {_folded(words)} "
        for name, words in references
    )


def _in_time(event: Event, selection: Selection) -> bool:
    if selection.begin is None and selection.end is None:
        return True
    if event.when is None:
        return False
    first, last = event.when.earliest, event.when.latest
    begin, end = selection.begin or date.min, selection.end or date.max
    if selection.certain:
        return first is not None and last is not None and begin <= first and last <= end
    return (first or date.min) <= end and begin <= (last or date.max)


def _folded(text: str) -> str:
    """Lower case, without accents, dots and runs of white space."""
    kept = "".join(" " if c in "-_/:" else c for c in without_accents(text) if c != ".")
    return " ".join(kept.casefold().split())
