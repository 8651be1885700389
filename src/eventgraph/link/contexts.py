"""What a document says around its entities: posts held, places that contain them, who else is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from eventgraph.lexicon import load_lexicon
from eventgraph.link.cards import Context, Post, family, identifying_keys
from eventgraph.link.corpus import Corpus
from eventgraph.link.lands import (
    country_of,
    is_broad,
    land_after,
    land_beside,
    lands_named,
    main_land,
    title_key,
    title_land,
)
from eventgraph.link.names import land_key, name_key, plain
from eventgraph.link.places import near_places
from eventgraph.model import Mention, Observations, PlaceReference, RelationMention
from eventgraph.vocabulary import MentionKind, PlaceBasis

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


@dataclass(frozen=True)
class Surroundings:
    """One document and what the corpus knows, from which contexts are drawn."""

    corpus: Corpus
    observed: Observations
    root: Root
    containing: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def base(self) -> Context:
        """Year, countries and the main one: what all entities of the document share."""
        published = self.observed.document.published
        lands = lands_named(self.observed.mentions)
        return Context(
            year=published.year if published else None,
            home=main_land(lands),
            lands=frozenset(lands),
        )

    def named(self, kind: str) -> frozenset[str]:
        """The entities of one family that the document names; of places not countries and continents."""
        return frozenset(
            self.root(mention.mention_id)
            for mention in self.observed.mentions
            if family(mention.type) == kind and not (kind == "location" and is_broad(mention.name))
        )


def place_context(around: Surroundings) -> Context:
    """The context in which places are compared: containing places and places near, by their keys."""
    return replace(around.base, places=_frozen(_containing_places(around)), near=near_places(around.observed))


def body_context(around: Surroundings) -> Context:
    """The context in which bodies are compared: countries beside their names, containing places.

    A force named after a town lies in what the text says contains the town.
    """
    places = _containing_places(around)
    held = {
        place_key(inner.name): place_key(outer.name)
        for inner, outer in _located(around.corpus, around.observed)
    }
    countries: dict[str, set[str]] = defaultdict(set)
    text = around.observed.document.text
    for mention in around.observed.mentions:
        node = around.root(mention.mention_id)
        if mention.type == "agency" and mention.kind is MentionKind.NAME:
            countries[node] |= {land_beside(text, mention.start, mention.end)} - {""}
        if family(mention.type) == "organisation":
            words = name_key("organisation", mention.name).split()
            for number in range(1, len(words) if held else 0):
                if outer := held.get(" ".join(words[:number])):
                    places[node] |= {outer, *around.containing.get(outer, ())}
    return replace(
        around.base, places=_frozen(places), countries=_frozen(countries), near=around.named("location")
    )


def _containing_places(around: Surroundings) -> defaultdict[str, set[str]]:
    """For each node the keys of the places that contain it."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for inner, outer in _located(around.corpus, around.observed):
        key = place_key(outer.name)
        places[around.root(inner.mention_id)] |= {key, *around.containing.get(key, ())}
    return places


def operation_context(around: Surroundings) -> Context:
    """The context in which operations are compared: bodies that take part, and all that is named."""
    parties: dict[str, set[str]] = defaultdict(set)
    for relation, subject, target in _resolved(around.corpus, around.observed.relations):
        if relation.type == "took_part_in" and target is not None:
            parties[around.root(target.mention_id)].add(around.root(subject.mention_id))
    near = around.named("organisation") | around.named("location")
    return replace(around.base, parties=_frozen(parties), near=near)


def person_context(around: Surroundings) -> Context:
    """The context in which people are compared: posts, cases, places of what they took part in, agencies."""
    corpus, observed, root = around.corpus, around.observed, around.root
    posts: dict[str, set[Post]] = defaultdict(set)
    countries: dict[str, set[str]] = defaultdict(set)
    for relation, subject, target in _resolved(corpus, observed.relations):
        if relation.type == "holds_position":
            person = root(subject.mention_id)
            posts[person].add((title_key(relation.label), root(target.mention_id) if target else ""))
            countries[person] |= _lands_of_post(around, relation, subject, target)
    places: dict[str, set[str]] = defaultdict(set)
    keys: dict[str, set[str]] = defaultdict(set)
    facts: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for event in observed.events:
        nodes = [node for place in event.places if (node := _place_node(corpus, place))]
        where = {root(node) for node in nodes}
        near_by = {key for node in nodes for key in _around(corpus, node)}
        told = {(a.key.casefold(), a.value.casefold()) for a in event.attributes}
        for argument in event.arguments:
            if argument.mention is not None:
                places[root(argument.mention.mention_id)] |= where
                keys[root(argument.mention.mention_id)] |= near_by
                facts[root(argument.mention.mention_id)] |= told
    return replace(
        around.base,
        posts=_frozen(posts),
        facts={
            key: frozenset(v for v in values if v[0] in identifying_keys()) for key, values in facts.items()
        },
        places=_frozen(places),
        around=_frozen(keys),
        countries=_frozen(countries),
        near=around.named("organisation"),
    )


def _lands_of_post(
    around: Surroundings, relation: RelationMention, subject: Mention, target: Mention | None
) -> set[str]:
    """The countries that the words of a post name: "French President", "the president of France"."""
    text = around.observed.document.text
    found = {title_land(relation.label), land_after(text, subject.end), land_after(text, relation.end)}
    if target is not None and target.type == "location":
        found.add(country_of(target.name))
    found |= {land_key(a.value) for a in subject.attributes if a.key == "nationality"}
    return found - {""}


def _place_node(corpus: Corpus, place: PlaceReference) -> str:
    """The mention of a place that a clause names, "" where only the dateline does or it is a country."""
    node = place.mention.mention_id if place.mention and place.basis is PlaceBasis.TEXT else ""
    return node if node in corpus.mentions and not is_broad(corpus.mentions[node].name) else ""


def _around(corpus: Corpus, node: str) -> Iterator[str]:
    """The key of a place and that of the division it lies in: "portland", "in oregon"."""
    mention = corpus.mentions[node]
    yield place_key(mention.name)
    for attribute in mention.attributes:
        if attribute.key == "division":
            yield f"in {plain(attribute.value)}"


def _frozen(table: Mapping[str, set[Item]]) -> dict[str, frozenset[Item]]:
    """The same table with sets that do not change."""
    return {key: frozenset(values) for key, values in table.items()}
