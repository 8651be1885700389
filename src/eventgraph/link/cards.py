"""What one document knows of one entity, on a card that can be compared with another document's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

import msgspec
from msgspec.structs import replace

from eventgraph.entities.knowledge import Known, gazetteer
from eventgraph.entities.places import full_name
from eventgraph.lexicon import load_lexicon
from eventgraph.link.names import (
    PEOPLE,
    acronym_key,
    body_core,
    initials,
    is_acronym,
    is_general,
    is_placeholder,
    land_key,
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

Years = tuple[int, int]
"""Two years, both included."""

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


class Card(msgspec.Struct, frozen=True, gc=False):
    """An entity as one document has it, or as several documents compared so far have it.

    ``first`` is the id of the mention that stands for it. ``names`` are keys of names in full, ``cores``
    the same with a body's kind in one form, ``known`` those that the lexicon gives to its acronyms;
    ``surnames`` of single words that name people, ``acronyms`` without points. ``countries`` are those
    it is of, ``home`` that which its texts are mostly about, ``lands`` all that they name. ``facts`` are
    what identifies a person; ``born`` are years of birth as (least, most), ``told`` those of publication.
    ``places`` contain it or are where it lives, ``around`` the keys of those, and of the divisions they
    lie in after "in "; ``parties`` are bodies that take part in an operation,
    ``near`` the entities named in the same documents. ``official`` is somebody in office. A place has
    ``divisions`` (and ``countries``) by the gazetteer, and near it the keys of other places.
    """

    first: str
    family: str
    names: frozenset[str] = frozenset()
    cores: frozenset[str] = frozenset()
    known: frozenset[tuple[str, str]] = frozenset()
    surnames: frozenset[str] = frozenset()
    acronyms: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    home: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    divisions: frozenset[str] = frozenset()
    posts: frozenset[Post] = frozenset()
    facts: frozenset[tuple[str, str]] = frozenset()
    born: Years | None = None
    told: Years | None = None
    places: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    official: bool = False
    nobody: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing names it."""
        return not (self.names or self.surnames or self.acronyms)

    @property
    def telling(self) -> bool:
        """Whether it says more than names: a country, place, post or case."""
        return bool(self.countries or self.places or self.posts or self.facts or self.parties)

    def with_other(self, other: Card) -> Card:
        """This card with what another adds, for one and the same entity."""
        return replace(
            self,
            names=self.names | other.names,
            cores=self.cores | other.cores,
            known=self.known | other.known,
            surnames=self.surnames | other.surnames,
            acronyms=self.acronyms | other.acronyms,
            countries=self.countries | other.countries,
            home=(self.home & other.home) or self.home or other.home,
            lands=_bounded(self.lands, other.lands),
            divisions=self.divisions | other.divisions,
            posts=self.posts | other.posts,
            facts=self.facts | other.facts,
            born=_years(self.born, other.born),
            told=_stretch(self.told, other.told),
            places=_bounded(self.places, other.places),
            around=_bounded(self.around, other.around),
            parties=_bounded(self.parties, other.parties),
            near=_bounded(self.near, other.near),
            official=self.official or other.official,
        )


def _bounded(known: frozenset[str], more: frozenset[str]) -> frozenset[str]:
    """The union, but no longer growing once it is large: what thousands of texts name tells nothing."""
    return known if len(known) >= ENOUGH else known | more


def _years(left: Years | None, right: Years | None) -> Years | None:
    """The years of birth that both allow, or those of the one that knows any."""
    if left is None or right is None:
        return left or right
    return max(left[0], right[0]), min(left[1], right[1])


def _stretch(left: Years | None, right: Years | None) -> Years | None:
    """The years from the first to the last of both."""
    if left is None or right is None:
        return left or right
    return min(left[0], right[0]), max(left[1], right[1])


@dataclass(frozen=True, slots=True)
class Context:
    """What a document says around its entities, by their nodes; ``year`` is that of publication.

    ``lands`` are the countries it names, ``home`` the one it is mostly about.
    """

    year: int | None = None
    home: str = ""
    lands: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    posts: Mapping[str, frozenset[Post]] = field(default_factory=dict)
    facts: Mapping[str, frozenset[tuple[str, str]]] = field(default_factory=dict)
    places: Mapping[str, frozenset[str]] = field(default_factory=dict)
    countries: Mapping[str, frozenset[str]] = field(default_factory=dict)
    around: Mapping[str, frozenset[str]] = field(default_factory=dict)
    parties: Mapping[str, frozenset[str]] = field(default_factory=dict)


def make_card(node: str, mentions: Sequence[Mention], context: Context) -> Card:
    """The card of one document's mentions of an entity, in text order; ``node`` stands for it."""
    types = frozenset(mention.type for mention in mentions)
    spread = [without_brackets(m.name) for m in mentions if m.kind is MentionKind.NAME]
    written = sorted({name for full, short in spread for name in (full, *short)})
    card = Card(
        first=next((m.mention_id for m in mentions if m.kind is MentionKind.NAME), mentions[0].mention_id),
        family=family(specific_type(types)),
        countries=context.countries.get(node, frozenset()),
        home=frozenset(filter(None, (context.home,))),
        lands=context.lands,
        posts=context.posts.get(node, frozenset()),
        told=(context.year, context.year) if context.year else None,
        places=context.places.get(node, frozenset()),
        around=context.around.get(node, frozenset()),
        parties=context.parties.get(node, frozenset()),
        near=context.near,
        official="official" in types,
        nobody=any(is_placeholder(name) for name in written),
    )
    if card.family in PEOPLE:
        return _with_person(card, written, mentions, context.facts.get(node, frozenset()))
    if card.family == "organisation":
        return _with_body(card, written, agency="agency" in types)
    return _with_names(_with_whereabouts(card, mentions) if card.family == "location" else card, written)


def _with_whereabouts(card: Card, mentions: Sequence[Mention]) -> Card:
    """The card of a place with the divisions and countries it lies in."""
    values = {(a.key, plain(a.value)) for mention in mentions for a in mention.attributes}
    divisions = frozenset(value for key, value in values if key == "division")
    countries = frozenset(value for key, value in values if key == "country")
    return replace(card, divisions=divisions, countries=countries)


def _with_names(card: Card, written: Sequence[str]) -> Card:
    """The card with the names of a place or an operation, and acronyms of the latter.

    A place in capitals is no acronym ("LONDON").
    """
    short = [name for name in written if is_acronym(name) and card.family != "location"]
    keys = [name_key(card.family, name) for name in written if name not in short or len(name) >= LONG_ACRONYM]
    if card.family == "location":
        keys = [name_key("location", full_name(name)) for name in written]
        keys = [same_places().get(key, key) for key in keys]
    return replace(card, names=frozenset(keys), acronyms=frozenset(acronym_key(name) for name in short))


def _with_body(card: Card, written: Sequence[str], *, agency: bool) -> Card:
    """The card with the names and acronyms of a body, countries split off the names of agencies.

    A long word in capitals is a name as well ("UNICEF").
    """
    letters = {name: letters for name in written if (letters := _letters(name))}
    keys = [
        name_key(card.family, name)
        for name in written
        if name not in letters or len(letters[name]) >= LONG_ACRONYM
    ]
    split = [split_country(key) if agency else ("", key) for key in keys]
    names = frozenset(rest for _, rest in split)
    named = replace(
        card,
        names=names,
        cores=frozenset(body_core(name) for name in names),
        countries=card.countries | {country for country, _ in split if country},
        acronyms=frozenset(acronym_key(short) for short in letters.values()),
    )
    return replace(named, known=known_bodies(written, named.cores, named.countries or named.lands))


def _letters(name: str) -> str:
    """The acronym that is a body's name but for its form: "EADS" of "EADS N.V."; "" if there is none."""
    first = name.split(maxsplit=1)[0] if name.strip() else ""
    alone = first == name or " " not in name_key("organisation", name)
    return first if alone and is_acronym(first) else ""


def _with_person(
    card: Card, written: Sequence[str], mentions: Sequence[Mention], facts: frozenset[tuple[str, str]]
) -> Card:
    """The card with full names, surnames, year of birth and identifying attributes."""
    keys = [name_key("person", name) for name in written]
    attributes = sorted(
        {(a.key.casefold(), a.value.casefold()) for mention in mentions for a in mention.attributes}
    )
    ages = [int(value) for key, value in attributes if key == "age" and value.isdecimal()]
    year = card.told[0] if card.told else 0
    return replace(
        card,
        names=frozenset(key for key in keys if " " in key),
        surnames=frozenset(surname(key) for key in keys),
        facts=facts | {pair for pair in attributes if pair[0] in identifying_keys()},
        born=(year - ages[0] - 1, year - ages[0]) if ages and year else None,
    )


def known_bodies(
    written: Sequence[str], cores: frozenset[str], lands: frozenset[str]
) -> frozenset[tuple[str, str]]:
    """The bodies of the lexicon that these names stand for: the core of each one's name, and its country.

    Of several of one name that of the countries at hand is meant. A name of general words ("Ministry of
    Justice") needs its country at hand. What a text spells out itself is taken at its word.
    """
    found = set()
    for name in written:
        bodies = [
            (body_of(known), land_key(known.within))
            for known in gazetteer().find(name)
            if family(known.type) == "organisation"
        ]
        at_hand = [body for body in bodies if body[1] in lands]
        chosen = at_hand if len(bodies) > 1 or is_general(name_key("organisation", name)) else bodies
        if len(chosen) == 1 and (chosen[0][0] in cores or not (is_acronym(name) and cores)):
            found.add(chosen[0])
    return frozenset(found)


def body_of(known: Known) -> str:
    """The core of a body's name in the lexicon, without a country before it."""
    return body_core(split_country(name_key("organisation", known.name))[1])


def card_initials(card: Card) -> frozenset[str]:
    """The initials of each full name on a card."""
    return frozenset(letters for key in card.names if (letters := initials(key)))
