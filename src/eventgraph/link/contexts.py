"""What a document says around its entities: posts held, places that contain them, who else is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from eventgraph.lexicon import load_lexicon
from eventgraph.link.cards import Context, Post, family
from eventgraph.link.corpus import Corpus
from eventgraph.link.names import name_key, plain
from eventgraph.link.places import near_places
from eventgraph.model import Mention, Observations, PlaceReference, RelationMention
from eventgraph.vocabulary import PlaceBasis

DEEPEST = 4
"""Steps of "lies in" that are followed: district, city, state, country."""

Item = TypeVar("Item")

Root = Callable[[str], str]
"""The node that stands for the entity of a mention, by the mention's id."""


def place_key(name: str) -> str:
    """A place's name as compared, abbreviations of states written out."""
    key = name_key("location", name)
    places: dict[str, str] = load_lexicon("link")["names"]["places"]
    return places.get(key.replace(" ", ""), key)


def containing_places(corpus: Corpus) -> dict[str, frozenset[str]]:
    """For each place's key those of the places that any document says contain it."""
    direct: dict[str, set[str]] = defaultdict(set)
    for observed in corpus.observations:
        for inner, outer in _located(corpus, observed):
            direct[place_key(inner.name)].add(place_key(outer.name))
    return {key: frozenset(closure(key, direct)) for key in direct}


def closure(key: str, direct: Mapping[str, set[str]]) -> set[str]:
    """The places that contain one, and those that contain them."""
    found: set[str] = set()
    edge = {key}
    for _ in range(DEEPEST):
        edge = {outer for inner in edge for outer in direct.get(inner, ())} - found
        found |= edge
    return found - {key}


def _located(corpus: Corpus, observed: Observations) -> Iterator[tuple[Mention, Mention]]:
    """The mentions of which a document says that the first lies in the second."""
    for relation, subject, target in _resolved(corpus, observed.relations):
        if relation.type == "located_in" and target is not None:
            yield subject, target


def _resolved(
    corpus: Corpus, relations: Iterable[RelationMention]
) -> Iterator[tuple[RelationMention, Mention, Mention | None]]:
    """Relations with the mentions at their ends; those without a known subject are left out."""
    for relation in relations:
        subject = corpus.mentions.get(relation.subject.mention_id)
        if subject is not None:
            target = corpus.mentions.get(relation.object.mention_id) if relation.object else None
            yield relation, subject, target


def body_context(
    corpus: Corpus, observed: Observations, root: Root, containing: Mapping[str, frozenset[str]]
) -> Context:
    """The context in which places and bodies are compared: containing places by their keys."""
    places: dict[str, set[str]] = defaultdict(set)
    for inner, outer in _located(corpus, observed):
        key = place_key(outer.name)
        places[root(inner.mention_id)] |= {key, *containing.get(key, ())}
    return Context(places=_frozen(places), near=named_near(observed, "location", root))


def place_context(
    corpus: Corpus, observed: Observations, root: Root, containing: Mapping[str, frozenset[str]]
) -> Context:
    """The context in which places are compared: near are other places, by their keys."""
    return replace(body_context(corpus, observed, root, containing), near=near_places(observed))


def person_context(corpus: Corpus, observed: Observations, root: Root) -> Context:
    """The context in which people are compared: posts, places of what they took part in, agencies."""
    posts: dict[str, set[Post]] = defaultdict(set)
    for relation, subject, target in _resolved(corpus, observed.relations):
        if relation.type == "holds_position":
            agency = root(target.mention_id) if target else ""
            posts[root(subject.mention_id)].add((plain(relation.label), agency))
    places: dict[str, set[str]] = defaultdict(set)
    for event in observed.events:
        where = {root(node) for place in event.places if (node := _place_node(corpus, place))}
        for argument in event.arguments:
            if argument.mention is not None:
                places[root(argument.mention.mention_id)] |= where
    published = observed.document.published
    return Context(
        year=published.year if published else None,
        posts=_frozen(posts),
        places=_frozen(places),
        near=named_near(observed, "organisation", root),
    )


def named_near(observed: Observations, kind: str, root: Root) -> frozenset[str]:
    """The entities of one family that a document names."""
    return frozenset(root(m.mention_id) for m in observed.mentions if family(m.type) == kind)


def _place_node(corpus: Corpus, place: PlaceReference) -> str:
    """The mention of a place that a clause names, "" where only the dateline does or none is known."""
    node = place.mention.mention_id if place.mention and place.basis is PlaceBasis.TEXT else ""
    return node if node in corpus.mentions else ""


def _frozen(table: Mapping[str, set[Item]]) -> dict[str, frozenset[Item]]:
    """The same table with sets that do not change."""
    return {key: frozenset(values) for key, values in table.items()}
