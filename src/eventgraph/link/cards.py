"""What one document knows of one entity, on a card that can be compared with another document's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from eventgraph.entities.places import full_name
from eventgraph.lexicon import load_lexicon
from eventgraph.link.names import (
    PEOPLE,
    acronym_key,
    initials,
    is_acronym,
    is_placeholder,
    name_key,
    plain,
    split_country,
    surname,
    without_brackets,
)
from eventgraph.model import Mention
from eventgraph.vocabulary import MentionKind

Post = tuple[str, str]
"""A post: its title in lower case, and the agency (a node of the partition, "" if unknown)."""

LONG_ACRONYM = 5
ENOUGH = 200
"""Entities in the surroundings of one that are kept."""

SPECIFIC = {"official": "person", "agency": "organisation"}
"""The more specific type of a pair, and the other; a mixture of both is the more specific one."""


def family(kind: str) -> str:
    """Types that mix share a family: an official is a person, an agency an organisation."""
    return SPECIFIC.get(kind, kind)


def specific_type(kinds: frozenset[str]) -> str:
    """The one type of an entity whose mentions have these: official over person, agency over organisation."""
    return next((kind for kind in SPECIFIC if kind in kinds), min(kinds))


@cache
def same_places() -> Mapping[str, str]:
    """The key of a place for each of its other keys."""
    return dict(load_lexicon("link")["names"]["same_places"])


@cache
def identifying_keys() -> frozenset[str]:
    """The attributes that tell one person from another."""
    return frozenset(load_lexicon("link")["people"]["identifying"])


@dataclass(frozen=True, slots=True)
class Card:
    """An entity as one document has it, or as several documents compared so far have it.

    ``first`` is the id of the mention that stands for it. ``names`` are keys of names in full,
    ``surnames`` of single words that name people, ``acronyms`` without points. ``facts`` are what
    identifies a person; ``ages`` are years of birth as (least, most). ``places`` contain it or are
    where it lives; ``near`` are the entities named in the same documents. A place has ``divisions`` (and
    ``countries``) by the gazetteer, and near it the keys of other places.
    """

    first: str
    family: str
    names: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    acronyms: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    divisions: frozenset[str] = frozenset()
    posts: frozenset[Post] = frozenset()
    facts: frozenset[tuple[str, str]] = frozenset()
    born: tuple[int, int] | None = None
    places: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    nobody: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing names it."""
        return not (self.names or self.surnames or self.acronyms)

    def with_other(self, other: Card) -> Card:
        """This card with what another adds, for one and the same entity."""
        return replace(
            self,
            names=self.names | other.names,
            surnames=self.surnames | other.surnames,
            acronyms=self.acronyms | other.acronyms,
            countries=self.countries | other.countries,
            divisions=self.divisions | other.divisions,
            posts=self.posts | other.posts,
            facts=self.facts | other.facts,
            born=_years(self.born, other.born),
            places=_bounded(self.places, other.places),
            near=_bounded(self.near, other.near),
        )


def _bounded(known: frozenset[str], more: frozenset[str]) -> frozenset[str]:
    """The union, but no longer growing once it is large: what thousands of texts name tells nothing."""
    return known if len(known) >= ENOUGH else known | more


def _years(left: tuple[int, int] | None, right: tuple[int, int] | None) -> tuple[int, int] | None:
    """The years of birth that both allow, or those of the one that knows any."""
    if left is None or right is None:
        return left or right
    return max(left[0], right[0]), min(left[1], right[1])


@dataclass(frozen=True, slots=True)
class Context:
    """What a document says around its entities, by their nodes; ``year`` is that of publication."""

    year: int | None = None
    posts: Mapping[str, frozenset[Post]] = field(default_factory=dict)
    places: Mapping[str, frozenset[str]] = field(default_factory=dict)
    near: frozenset[str] = frozenset()


def make_card(node: str, mentions: Sequence[Mention], context: Context) -> Card:
    """The card of one document's mentions of an entity, in text order; ``node`` stands for it."""
    kind = family(specific_type(frozenset(mention.type for mention in mentions)))
    spread = [without_brackets(m.name) for m in mentions if m.kind is MentionKind.NAME]
    written = sorted({name for full, short in spread for name in (full, *short)})
    card = Card(
        first=next((m.mention_id for m in mentions if m.kind is MentionKind.NAME), mentions[0].mention_id),
        family=kind,
        posts=context.posts.get(node, frozenset()),
        places=context.places.get(node, frozenset()),
        near=context.near,
    )
    if kind in PEOPLE:
        return _with_person(card, written, mentions, context.year)
    return _with_names(_with_whereabouts(card, mentions) if kind == "location" else card, written)


def _with_whereabouts(card: Card, mentions: Sequence[Mention]) -> Card:
    """The card of a place with the divisions and countries it lies in."""
    values = {(a.key, plain(a.value)) for mention in mentions for a in mention.attributes}
    divisions = frozenset(value for key, value in values if key == "division")
    return replace(
        card, divisions=divisions, countries=frozenset(value for key, value in values if key == "country")
    )


def _with_names(card: Card, written: Sequence[str]) -> Card:
    """The card with names and acronyms, countries split off the names of bodies.

    A place in capitals is no acronym ("LONDON"), and a long word in capitals is a name as well ("UNICEF").
    """
    short = [name for name in written if is_acronym(name) and card.family != "location"]
    acronyms = frozenset(acronym_key(name) for name in short)
    keys = [name_key(card.family, name) for name in written if name not in short or len(name) >= LONG_ACRONYM]
    if card.family == "location":
        keys = [name_key("location", full_name(name)) for name in written]
        keys = [same_places().get(key, key) for key in keys]
    if card.family != "organisation":
        return replace(card, names=frozenset(keys), acronyms=acronyms)
    split = [split_country(key) for key in keys]
    return replace(
        card,
        names=frozenset(rest for _, rest in split),
        countries=frozenset(country for country, _ in split if country),
        acronyms=acronyms,
    )


def _with_person(card: Card, written: Sequence[str], mentions: Sequence[Mention], year: int | None) -> Card:
    """The card with full names, surnames, year of birth and identifying attributes."""
    keys = [name_key("person", name) for name in written]
    attributes = sorted(
        {(a.key.casefold(), a.value.casefold()) for mention in mentions for a in mention.attributes}
    )
    ages = [int(value) for key, value in attributes if key == "age" and value.isdecimal()]
    return replace(
        card,
        names=frozenset(key for key in keys if " " in key),
        surnames=frozenset(surname(key) for key in keys),
        facts=frozenset(pair for pair in attributes if pair[0] in identifying_keys()),
        born=(year - ages[0] - 1, year - ages[0]) if ages and year else None,
        nobody=any(is_placeholder(name) for name in written),
    )


def card_initials(card: Card) -> frozenset[str]:
    """The initials of each full name on a card."""
    return frozenset(letters for key in card.names if (letters := initials(key)))
