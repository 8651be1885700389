"""Places across documents: which names several places share, and which entities lie in which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from eventgraph.entities.atlas import COUNTRY, DIVISION, REGION, Place, atlas
from eventgraph.entities.places import rivals
from eventgraph.lexicon import load_lexicon
from eventgraph.link.cards import Card
from eventgraph.link.corpus import Corpus
from eventgraph.link.names import name_key, plain
from eventgraph.link.tellings import Known
from eventgraph.model import Observations
from eventgraph.vocabulary import MentionKind

HOLDERS = ("division", "country")
"""The attributes that say what a place lies in."""


@cache
def shared_names() -> Mapping[str, tuple[Place, ...]]:
    """The places that a name may mean, for each key of a name that several places share."""
    found: dict[str, tuple[Place, ...]] = {}
    for name, places in atlas().places.items():
        if len(places) > 1 and len(left := rivals(places)) > 1:
            found[name_key("location", name)] = left
    return found


def settled(card: Card, name: str) -> bool:
    """Whether a card says which place of a name (a key) it is; where only one has the name, always."""
    places = shared_names().get(name, ())
    inside = [place for place in places if plain(place.country or place.name) in card.countries]
    return not places or bool(card.divisions) or len(inside) == 1


def lie_apart(left: Card, right: Card) -> bool:
    """Whether two places of one name lie in two divisions or countries."""
    pairs = ((left.divisions, right.divisions), (left.countries, right.countries))
    return any(one and other and not one & other for one, other in pairs)


@cache
def _countries() -> frozenset[str]:
    return frozenset(name_key("location", name) for name in load_lexicon("places")["country"])


def closest(places: frozenset[str]) -> frozenset[str]:
    """The places around one without the countries, where anything smaller is known."""
    return places - _countries() or places


def near_places(observed: Observations) -> frozenset[str]:
    """The keys of the places a document names, countries and regions aside, since those tell little."""
    names = {m.name for m in observed.mentions if m.type == "location" and m.kind is MentionKind.NAME}
    return frozenset(
        name_key("location", name)
        for name in names
        if not any(place.kind in {COUNTRY, REGION} for place in atlas().find(name))
    )


# --- which entity lies in which ----------------------------------------------------------------


def containments(corpus: Corpus, known: Known) -> Iterator[tuple[str, str]]:
    """Entities of which the first lies in the second: as documents say, and as the gazetteer does."""
    for observed in corpus.observations:
        for relation in observed.relations:
            inner, outer = known(relation.subject), known(relation.object)
            if relation.type == "located_in" and inner and outer:
                yield inner, outer
    inside = _inside(corpus, known)
    holders = _holders(corpus, known, inside)
    for inner in sorted(inside):
        for holder in sorted(inside[inner]):
            for outer in sorted(holders.get(holder, ())):
                if outer != inner:
                    yield inner, outer


def _inside(corpus: Corpus, known: Known) -> dict[str, set[tuple[str, str]]]:
    """For each place, by entity, the divisions and countries it lies in as its attributes say."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for observed in corpus.observations:
        for mention in observed.mentions:
            entity = known(mention.span) if mention.type == "location" and mention.attributes else None
            values = {a.key: a.value for a in mention.attributes if a.key in HOLDERS}
            if entity and values:
                country = values.get("country", "")
                found[entity] |= {("", country)} | {(d, country) for d in (values.get("division"),) if d}
    return found


def _holders(
    corpus: Corpus, known: Known, inside: Mapping[str, set[tuple[str, str]]]
) -> dict[tuple[str, str], set[str]]:
    """The entities that are a division or country of the gazetteer, by its name."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    names = {
        (entity, mention.name)
        for observed in corpus.observations
        for mention in observed.mentions
        if mention.type == "location" and mention.kind is MentionKind.NAME
        if (entity := known(mention.span))
    }
    for entity, name in names:
        around = {country for _, country in inside.get(entity, ())}
        for place in atlas().find(name):
            division = place.kind == DIVISION and place.country in around
            country = place.kind == COUNTRY and around <= {place.name} and not _is_open(name, around)
            if division or country:
                found[place.held].add(entity)
    return found


def _is_open(name: str, around: set[str]) -> bool:
    """Whether nothing says which of several places a name means."""
    return not around and name_key("location", name) in shared_names()
