"""Events of a graph by who, what, where, when and how sure, in the order in which they happened."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from eventgraph.errors import UnknownThing
from eventgraph.graph.wanted import Wanted, folded
from eventgraph.model import Entity, Event, EventWhen, Graph, Span
from eventgraph.schema import load_schema
from eventgraph.vocabulary import FACTS, Status

NEAR, MOST_NEAR = 75, 5
"""How alike two names must be, of 100, for one to be offered for the other; how many are offered."""

SPEAKER = "speaker"
"""The part of those who only say that an event took place; it is no role of the event itself."""

_Reference = tuple[str | None, str, Span | None]
"""Somebody whom an event names: the entity or None, the words, and where they stand."""

_References = Callable[[Event], Iterable[_Reference]]

_Sought = tuple[Wanted, _References]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What to keep; an empty field keeps all.

    ``who``, ``where`` and ``operation`` are names or ids, compared loosely (see `Wanted`); ``roles`` are
    what ``who``, or anybody, must be in an event: roles of the schema, or `SPEAKER`.
    ``begin`` and ``end`` are days, both included: an event is kept if it can have happened between
    them, or with ``certain`` only if it must have. An open bound reaches as far as it can. ``certain``
    also drops what is not said to have happened or to go on.
    """

    who: str = ""
    roles: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    where: str = ""
    operation: str = ""
    begin: date | None = None
    end: date | None = None
    status: tuple[Status, ...] = ()
    certain: bool = False


def select(graph: Graph, selection: Selection) -> tuple[Event, ...]:
    """The events that fit, in the order of `chronology`.

    UnknownThing for a type or role that the schema lacks, and for a name that no event has.
    """
    schema = load_schema()
    _refuse_unknown("event type", selection.types, schema.event)
    _refuse_unknown("role", selection.roles, (*schema.role, SPEAKER))
    sought = _sought(selection, graph)
    fitting = chronology(event for event in graph.events if _fits(event, selection, sought))
    if not fitting:
        _refuse_unnamed(_sought(replace(selection, roles=()), graph), graph)
    return fitting


def chronology(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events by their first possible day, then their last, then id; undated ones come last."""
    return tuple(sorted(events, key=_when_key))


def first_day(when: EventWhen | None) -> date | None:
    """The day that a date is ordered by: the first on which it can have begun, else the nearest bound."""
    return (when.begin[0] or when.begin[1] or when.end[0] or when.end[1]) if when else None


def find_entities(graph: Graph, name: str) -> tuple[Entity, ...]:
    """The entities that a name or an id may mean, those whose whole name it is first."""
    wanted = Wanted(name)
    fitting = [entity for entity in graph.entities if wanted.means(entity)]
    return tuple(sorted(fitting, key=lambda entity: (not wanted.is_name_of(entity), entity.id)))


def names_of(entities: Iterable[Entity]) -> frozenset[str]:
    """Every name that one of the entities bears."""
    return frozenset(name for entity in entities for name in (entity.name, *entity.aliases))


def nearest(wanted: str, names: Iterable[str]) -> str:
    """A sentence with the names most like the one wanted, to end a message; "" where none is like it."""
    from rapidfuzz import process  # noqa: PLC0415 (only for a message)

    found = process.extract(wanted, sorted(names), processor=folded, limit=MOST_NEAR, score_cutoff=NEAR)
    return f" Perhaps: {', '.join(name for name, _, _ in found)}." if found else ""


def _when_key(event: Event) -> tuple[date, date, str]:
    latest = event.when.latest if event.when else None
    return first_day(event.when) or date.max, latest or date.max, event.id


def _sought(selection: Selection, graph: Graph) -> tuple[_Sought, ...]:
    """The names of a selection, each with what of an event may be meant by it."""
    fields: tuple[tuple[str, _References], ...] = (
        (selection.who, partial(_people_of, roles=selection.roles)),
        (selection.where, _places_of),
        (selection.operation, _operation_of),
    )
    return tuple((Wanted(name, graph), references) for name, references in fields if name)


def _refuse_unknown(what: str, names: Iterable[str], known: Collection[str]) -> None:
    if unknown := sorted(set(names) - set(known)):
        raise UnknownThing(f"No {what} is called {', '.join(unknown)}; there are {', '.join(known)}.")


def _refuse_unnamed(sought: Iterable[_Sought], graph: Graph) -> None:
    for wanted, references in sought:
        if not any(_names(wanted, references(event)) for event in graph.events):
            raise UnknownThing(
                f"No event names {wanted.name!r}.{nearest(wanted.name, names_of(graph.entities))}"
            )


def _fits(event: Event, selection: Selection, sought: Iterable[_Sought]) -> bool:
    return (
        _in_list(event.type, selection.types)
        and _in_list(event.status, selection.status)
        and (not selection.certain or event.status in FACTS)
        and _in_time(event, selection)
        and (not selection.roles or any(_people_of(event, selection.roles)))
        and all(_names(wanted, references(event)) for wanted, references in sought)
    )


def _people_of(event: Event, roles: tuple[str, ...]) -> Iterator[_Reference]:
    """Those who take part, in one of the roles where any is given, and those who say so."""
    yield from ((p.entity, p.text, p) for p in event.participants if _in_list(p.role, roles))
    if _in_list(SPEAKER, roles):
        yield from ((s.entity, s.text, s) for told in event.mentions for s in told.said_by)
    if not roles:
        yield event.operation, "", None


def _places_of(event: Event) -> Iterator[_Reference]:
    return ((place.entity, place.text, place) for place in event.places)


def _operation_of(event: Event) -> Iterator[_Reference]:
    yield event.operation, "", None


def _in_list(value: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or value in wanted


def _names(wanted: Wanted, references: Iterable[_Reference]) -> bool:
    """Whether one of the references is what is wanted."""
    return any(wanted.takes(*reference) for reference in references)


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
