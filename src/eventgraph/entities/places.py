"""Which place a name means: by the place named beside it, by what else the document names, by its size.

"Portland, Ore." is in Oregon; "Portland" alone is where the document names Oregon, or Seattle. What stays
open stays open: its country is told where all places of the name share it, and nothing else.

Facts of the gazetteer are no relations, since no sentence says them. They are attributes ("division",
"country") whose span is the name itself, or the words beside it that say so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from eventgraph.entities.atlas import CITY, COUNTRY, DIVISION, REGION, Place, atlas
from eventgraph.entities.knowledge import gazetteer
from eventgraph.entities.mentions import Named
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Attribute, Mention
from eventgraph.text.parse import Parsed
from eventgraph.vocabulary import MentionKind

LARGER = 20
"""How many times larger than all others of its name a place is that the name alone means."""
SHARE = 4
"""The part of a division's inhabitants, as one in so many, from which its name means the city first."""
WHOLE = frozenset({COUNTRY, REGION})
LONGEST_BETWEEN = 60
"""Code points between two places that stand beside each other."""
AFTER = re.compile(r"\s*[,(]\s*")
"""Between a place and the one it lies in: "Portland, Ore.", "Portland (Oregon)"."""
LIST = re.compile(r"\s*(?:,|,?\s*(?:and|or))\s+")
"""Between the places of a list."""


# --- places beside places ----------------------------------------------------------------------


@cache
def _before() -> re.Pattern[str]:
    """Between a place and one that lies in it: "Oregon's Portland", "the Oregon city of Portland"."""
    words = "|".join(load_lexicon("places")["beside"]["nouns"])
    return re.compile(rf"['\u2019]s?\s+|\s+(?:[\w-]+\s+)?(?:{words})\s+of\s+")


def contains(outer: str, inner: str) -> bool:
    """Whether the second of two places after a comma can hold the first, so that they are no mere list.

    A small place that no list knows lies in any country or division; "Paris, Ky." is no list either, but
    "Paris, Berlin" and "Paris, New York" are.
    """
    larger, smaller = atlas().find(outer), atlas().find(inner)
    if any(one.holds(other) for one in larger for other in smaller):
        return True
    if any(place.kind != CITY for place in smaller) or (not smaller and _is_large(inner)):
        return False
    city = any(place.kind == CITY for place in larger)
    for place in larger:
        by_hand = place.name in load_lexicon("places")["division"].get(place.country, ())
        if place.kind == DIVISION and (not city or (by_hand and not smaller)):
            return True
    return not smaller and any(place.kind == COUNTRY for place in larger)


def place_holders(text: str, places: Sequence[Mention]) -> dict[Mention, Mention]:
    """For each mention of a place the mention beside it of the place that holds it; all in text order."""
    found: dict[Mention, Mention] = {}
    for at, (left, right) in enumerate(pairwise(places)):
        if right.start - left.end > LONGEST_BETWEEN:
            continue
        between = text[left.end : right.start]
        if AFTER.fullmatch(between) and contains(right.name, left.name):
            if _surely_holds(right.name, left.name) or not _in_list(text, places, at):
                found[left] = right
        elif _before().fullmatch(between) and _surely_holds(left.name, right.name):
            found.setdefault(right, left)
    return found


def _in_list(text: str, places: Sequence[Mention], at: int) -> bool:
    """Whether a country stands before or behind a pair of places, so that they are a list of countries."""
    pair = places[at : at + 2]
    before = [places[at - 1]] if at and LIST.fullmatch(text[places[at - 1].end : pair[0].start]) else []
    behind = [m for m in places[at + 2 : at + 3] if LIST.fullmatch(text[pair[1].end : m.start])]
    return _is_country_name(pair[1].name) and any(_is_country_name(m.name) for m in before + behind)


def _is_country_name(name: str) -> bool:
    return any(place.kind == COUNTRY for place in atlas().find(name))


def _is_large(name: str) -> bool:
    """Whether an unknown place is too large to lie in what follows: "Northern Syria", "Larn Empire"."""
    words = name.split()
    ends = (" ".join(words[start:]) for start in range(1, len(words)))
    return words[-1].lower() in load_lexicon("places")["beside"]["large"] or any(map(_is_country_name, ends))


def _surely_holds(outer: str, inner: str) -> bool:
    """Whether a place of the one name holds one of the other."""
    return any(one.holds(other) for one in atlas().find(outer) for other in atlas().find(inner))


def full_name(name: str) -> str:
    """The gazetteer's own name of a place, the name itself where it knows none or several ("New York").

    >>> full_name("Ore."), full_name("Kiev"), full_name("Larnby"), full_name("Georgia")
    ('Oregon', 'Kyiv', 'Larnby', 'Georgia')
    """
    names = {place.name for place in atlas().find(name)}
    return names.pop() if len(names) == 1 else name


# --- one name, two places ----------------------------------------------------------------------


def part_places(text: str, named: Sequence[Named]) -> list[Named]:
    """The names with ``place`` on those that a document sets in several places.

    So "Portland, Ore." and "Portland, Maine" of one document are two, and "Portland" alone is neither.
    """
    holders = place_holders(text, [one.mention for one in named if one.mention.type == "location"])
    outer: dict[str, set[str]] = {}
    for inner, holder in holders.items():
        outer.setdefault(inner.name.casefold(), set()).add(_key(holder.name))
    parted = {name for name, keys in outer.items() if len(keys) > 1}
    return [
        replace(one, place=_key(holders[one.mention].name))
        if one.mention in holders and one.mention.name.casefold() in parted
        else one
        for one in named
    ]


def _key(name: str) -> str:
    """One word for all names of a place that holds others: "Ore." and "Oregon"."""
    return min((place.name for place in atlas().find(name)), default=name).casefold()


# --- which place a name means ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Scene:
    """What a document names around a place: divisions, countries, and the places that are beyond doubt.

    ``holders`` are the divisions and countries that stand beside what lies in them.
    """

    divisions: frozenset[tuple[str, str]] = frozenset()
    countries: frozenset[str] = frozenset()
    sure: frozenset[Place] = frozenset()
    holders: frozenset[tuple[str, str]] = frozenset()
    near: frozenset[tuple[str, str]] = frozenset()


def _scene(parsed: Parsed, places: Iterable[Mention], holders: Mapping[Mention, Mention]) -> Scene:
    """What the names of places and the words for peoples ("the Lebanese army") say."""
    found = [atlas().find(name) for name in dict.fromkeys(mention.name for mention in places)]
    left = [rivals(places) for places in found]
    sure = frozenset(places[0] for places in left if len(places) == 1)
    peoples = gazetteer().demonyms
    spoken = {country for token in parsed.tokens if (country := peoples.get(token.text))}
    pairs = {(inner.name, holder.name) for inner, holder in holders.items()}
    return Scene(
        divisions=frozenset(place.held for places in found for place in places if place.kind == DIVISION),
        countries=frozenset(place.name for place in sure if place.kind == COUNTRY) | spoken,
        sure=sure,
        holders=frozenset(place.held for pair in pairs for place in _holding_beside(*pair)),
        near=frozenset((place.division, place.country) for place in sure if place.kind == CITY),
    )


def _holding_beside(inner: str, outer: str) -> tuple[Place, ...]:
    """The places of the one name that hold the other; any that can hold a place that no list knows."""
    larger = tuple(place for place in atlas().find(outer) if place.kind in {COUNTRY, DIVISION})
    return tuple(p for p in larger if any(p.holds(one) for one in atlas().find(inner))) or larger


def rivals(places: Sequence[Place]) -> tuple[Place, ...]:
    """The places of one name that it may mean: not those around or within another, nor far smaller ones."""
    return _largest(_outermost(tuple(places)))


def meant(places: Sequence[Place], scene: Scene) -> tuple[Place, ...]:
    """The places of one name that may be meant; one where the document or their renown decides."""
    every = rivals(places)
    left = _narrowed(every, (_is_holder, _has_parts, _in_division, _is_country), scene)
    if len(left) == 1 < len(every) and not _is_holder(left[0], scene):
        left += tuple(place for place in every if _is_namesake(place, left[0]))
        if len(left) > 1:
            return left
    left = _before_its_division(_narrowed(left, (_is_usual,), scene))
    if any(place.kind in WHOLE for place in left):
        return left
    return _narrowed(left, (_in_country, _beside_city, _beside_place), scene)


def _narrowed(
    left: tuple[Place, ...], tests: Iterable[Callable[[Place, Scene], bool]], scene: Scene
) -> tuple[Place, ...]:
    """The places that pass the tests, one test after the other, as long as any does."""
    for test in tests:
        if len(left) > 1:
            left = tuple(place for place in left if test(place, scene)) or left
    return left


def _outermost(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Places without those of the same name around or within: the country, else the city of a division."""
    countries = {place.name for place in places if place.kind == COUNTRY}
    cities = {(place.division, place.country) for place in places if place.kind == CITY}
    return tuple(
        place
        for place in places
        if place.country not in countries and not (place.kind == DIVISION and place.held in cities)
    )


def _largest(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Places without those that are far smaller than the largest; a country stays before any city.

    A city is measured by cities only, since a division counts for all its cities.
    """
    if any(place.kind in WHOLE for place in places):
        return tuple(place for place in places if place.kind != CITY)
    most = max((place.people for place in places), default=0)
    most_of_city = max((place.people for place in places if place.kind == CITY), default=0)
    return tuple(
        place for place in places if place.people * LARGER >= (most_of_city if place.kind == CITY else most)
    )


def _is_namesake(city: Place, division: Place) -> bool:
    """Whether a city has the name of a division elsewhere in its country: Washington.

    Then a city of that division in the document ("Seattle") does not tell which of the two is meant.
    """
    return city.kind == CITY and division.kind == DIVISION and city.country == division.country


def _is_holder(place: Place, scene: Scene) -> bool:
    """Whether the document sets a place in this one: "Everett, Washington"."""
    return place.kind != CITY and place.held in scene.holders


def _has_parts(place: Place, scene: Scene) -> bool:
    """Whether the document names a place that lies in this one: Atlanta in Georgia."""
    return any(place.holds(other) for other in scene.sure)


def _in_division(place: Place, scene: Scene) -> bool:
    """Whether the document names the division this place lies in, which has another name."""
    return place.division != place.name and (place.division, place.country) in scene.divisions


def _is_country(place: Place, scene: Scene) -> bool:
    """Whether it is a country whose people the document names: Georgia, of "Georgian troops"."""
    return place.kind == COUNTRY and place.name in scene.countries


def _is_usual(place: Place, _scene: Scene) -> bool:
    """Whether the news mean this place by the bare name: Athens in Greece."""
    usual: dict[str, str] = load_lexicon("places")["usual"]
    return usual.get(place.name) in {place.division or place.country, place.country or place.name}


def _before_its_division(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Without the division that is named like a large city of the same country: Minsk, Washington."""
    return tuple(
        place
        for place in places
        if place.kind != DIVISION
        or not any(
            other.kind == CITY and other.country == place.country and other.people * SHARE >= place.people
            for other in places
        )
    )


def _in_country(place: Place, scene: Scene) -> bool:
    """Whether the document names the country this place lies in."""
    return place.country in scene.countries


def _beside_city(place: Place, scene: Scene) -> bool:
    """Whether the document names a city beyond doubt of the same division."""
    return (place.division, place.country) in scene.near


def _beside_place(place: Place, scene: Scene) -> bool:
    """Whether the document names a place beyond doubt of the same country."""
    return any(place.country == other.country for other in scene.sure if other.country)


# --- the attributes ----------------------------------------------------------------------------


def with_places(parsed: Parsed, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with "division" and "country" on the first of each place where they are known."""
    places = [m for m in mentions if m.type == "location" and m.kind is MentionKind.NAME]
    holders = place_holders(parsed.text, places)
    scene = _scene(parsed, places, holders)
    found: dict[Mention, Mention] = {}
    explicit = {mention.name.casefold() for mention in holders}
    done: set[tuple[str, str]] = set()
    for mention in places:
        holder, name = holders.get(mention), mention.name.casefold()
        key = (name, _key(holder.name) if holder else "")
        if key not in done and (holder or name not in explicit):
            done.add(key)
            found[mention] = _located(mention, _chain(mention, holders), scene)
    return tuple(found.get(mention, mention) for mention in mentions)


def _chain(mention: Mention, holders: Mapping[Mention, Mention]) -> list[Mention]:
    """The places beside a place, each holding the one before: "Portland, Oregon, United States"."""
    chain: list[Mention] = []
    while (holder := holders.get(mention)) and holder not in chain:
        chain.append(holder)
        mention = holder
    return chain


def _located(mention: Mention, chain: Sequence[Mention], scene: Scene) -> Mention:
    """A mention with what it lies in; the words beside it are the evidence where they say so."""
    division, country = _whereabouts(mention.name, [holder.name for holder in chain], scene)
    attributes = list(mention.attributes)
    for key, value in (("division", division), ("country", country)):
        if value:
            says = next((holder for holder in chain if _names(holder.name, value)), mention)
            attributes.append(Attribute(says.document, says.start, says.end, key=key, value=value))
    return replace(mention, attributes=tuple(attributes))


def _names(name: str, value: str) -> bool:
    """Whether a name is one of the country or division of this full name."""
    return any(place.name == value and place.kind != CITY for place in atlas().find(name))


def _whereabouts(name: str, outer: Sequence[str], scene: Scene) -> tuple[str, str]:
    """The division and the country of a place, "" for what is not known."""
    inner = atlas().find(name)
    if outer:
        holding = _holding(name, outer, scene)
        inside = tuple(place for place in inner if any(one.holds(place) for one in holding))
        if not inside:
            return holding[0].held if len(holding) == 1 else ("", "")
        inner = inside
    left = meant(inner, scene)
    divisions, countries = {place.division for place in left}, {place.country for place in left}
    if len(left) == 1 < len(rivals(inner)) and left[0].kind in {COUNTRY, DIVISION}:
        return left[0].held  # the country or division itself, not the place of its name elsewhere
    if any(place.kind in WHOLE for place in left) or len(countries) != 1:
        return "", ""
    return divisions.pop() if len(divisions) == 1 else "", countries.pop()


def _holding(inner: str, outer: Sequence[str], scene: Scene) -> tuple[Place, ...]:
    """The places that the name beside a place means: by what holds them, and by what they hold."""
    larger = _holding_beside(inner, outer[0])
    if len(outer) > 1:
        around = atlas().find(outer[1])
        larger = tuple(p for p in larger if any(one.holds(p) for one in around)) or larger
    return meant(larger, scene)
