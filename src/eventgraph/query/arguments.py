"""What the words of an argument mean in a graph, as terms that SPARQL can be given.

Things are given by their ids, as ``graph.json`` has them and RDF as ``dct:identifier``: the query stays
readable, and holds for whatever base its IRIs have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from eventgraph.errors import UnknownThing, UsageError
from eventgraph.export.rdf_turtle import quoted
from eventgraph.graph.select import names_of, nearest
from eventgraph.graph.wanted import Wanted, folded
from eventgraph.model import Document, Entity, Event, Graph, When
from eventgraph.query.questions import Kind
from eventgraph.schema import load_schema
from eventgraph.times.edtf_text import read_edtf

MOST_LISTED = 10
"""Things that a message lists."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an argument comes to: terms as SPARQL writes them, and in words what they are."""

    terms: tuple[str, ...]
    words: tuple[str, ...]


def meaning_of(kind: Kind, argument: str, graph: Graph) -> Meaning:
    """What an argument means in the graph; names are compared loosely, and may mean several things.

    UnknownThing where nothing is called so, with names that are like it; UsageError for what is no date
    or number, and for words that several events have.
    """
    if kind in OF_WORDS:
        return OF_WORDS[kind](argument)
    return OF_THINGS[kind](argument, graph)


def _entity(argument: str, graph: Graph) -> Meaning:
    return _entities(argument, graph.entities)


def _operation(argument: str, graph: Graph) -> Meaning:
    return _entities(argument, _of_type("operation", graph))


def _place(argument: str, graph: Graph) -> Meaning:
    return _entities(argument, _of_type("location", graph))


def _of_type(kind: str, graph: Graph) -> list[Entity]:
    return [entity for entity in graph.entities if entity.type == kind]


def _entities(argument: str, entities: Sequence[Entity]) -> Meaning:
    """The entities that are called so; where there is none, those with the words in their name."""
    wanted, name = Wanted(argument), folded(argument)
    found = [entity for entity in entities if wanted.means(entity)]
    if not found:
        raise UnknownThing(f"Nothing is called {argument!r}.{nearest(argument, names_of(entities))}")
    called = [entity for entity in found if name in map(folded, (entity.id, *names_of([entity])))]
    return _things((entity.id, entity.name) for entity in called or found)


def _event(argument: str, graph: Graph) -> Meaning:
    """The event with that id, or the only one with the words in its label."""
    wanted = Wanted(argument)
    found = [event for event in graph.events if event.id == argument]
    found = found or [event for event in graph.events if wanted.takes(None, event.full_label)]
    if not found:
        labels = {event.full_label for event in graph.events}
        raise UnknownThing(f"No event is called {argument!r}.{nearest(argument, labels)}")
    if len(found) > 1:
        raise UsageError(f"{len(found)} events are called {argument!r}; give an id:\n{_listed(found)}")
    return _things((event.id, event.full_label) for event in found)


def _listed(events: Sequence[Event]) -> str:
    lines = [
        f"  {event.id}  {event.when.edtf if event.when else 'undated'}  {event.full_label}"
        for event in events[:MOST_LISTED]
    ]
    left = len(events) - len(lines)
    return "\n".join([*lines, f"  and {left} more"] if left else lines)


def _document(argument: str, graph: Graph) -> Meaning:
    """The documents with that id, origin or title; where there is none, those that hold the words."""
    wanted = folded(argument)
    called = [document for document in graph.documents if wanted in map(folded, _called(document))]
    found = called or [
        document for document in graph.documents if any(wanted in folded(name) for name in _called(document))
    ]
    if not found:
        names = {name for document in graph.documents for name in _called(document)[1:]}
        raise UnknownThing(f"No document is called {argument!r}.{nearest(argument, names)}")
    return _things((document.id, document.title or document.origin) for document in found)


def _called(document: Document) -> tuple[str, ...]:
    return tuple(filter(None, (document.id, document.origin, document.title)))


def _type(argument: str) -> Meaning:
    """A type of event, or all types of a family."""
    schema = load_schema()
    name = argument.strip().lower().replace(" ", "_")
    types = [key for key, kind in schema.event.items() if name in {key, kind.family}]
    exact = [key for key in types if key == name]
    if not types:
        known = (*schema.event, *schema.family)
        raise UnknownThing(f"No type of event is called {argument!r}; there are {', '.join(known)}.")
    chosen = exact or types
    return Meaning(
        tuple(schema.event[key].rdf for key in chosen), tuple(schema.event[key].label for key in chosen)
    )


def _from(argument: str) -> Meaning:
    return _day(argument, _when(argument).begin[0])


def _to(argument: str) -> Meaning:
    return _day(argument, _when(argument).end[1])


def _when(argument: str) -> When:
    try:
        return read_edtf(argument)
    except ValueError as error:
        raise UsageError(f"{error}.") from error


def _day(argument: str, day: date | None) -> Meaning:
    if day is None:
        raise UsageError(f"{argument}: this date is open; give a day, month or year.")
    return Meaning((f'"{day.isoformat()}"^^xsd:date',), (day.isoformat(),))


def _days(argument: str) -> Meaning:
    if not (argument.isascii() and argument.isdecimal()):
        raise UsageError(f"{argument}: not a number of days.")
    return Meaning((str(int(argument)),), (str(int(argument)),))


OF_THINGS: dict[Kind, Callable[[str, Graph], Meaning]] = {
    Kind.ENTITY: _entity,
    Kind.OPERATION: _operation,
    Kind.PLACE: _place,
    Kind.EVENT: _event,
    Kind.DOCUMENT: _document,
}
"""What is looked for in the graph."""

OF_WORDS: dict[Kind, Callable[[str], Meaning]] = {
    Kind.TYPE: _type,
    Kind.FROM: _from,
    Kind.TO: _to,
    Kind.DAYS: _days,
}
"""What the words say by themselves."""


def _things(found: Iterable[tuple[str, str]]) -> Meaning:
    """Things by id and name; an id is a string in SPARQL."""
    pairs = tuple(found)
    return Meaning(tuple(quoted(identifier) for identifier, _ in pairs), tuple(name for _, name in pairs))
