"""The places of the lexicons with what they lie in: Portland in Oregon in the United States."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from eventgraph.lexicon import load_lexicon
from eventgraph.text.letters import without_accents

FIRST_WORD = re.compile(r"\w+")
NOTED = 50
"""Thousands of inhabitants that a city in ``places.toml`` counts for at least: the news know it."""
ALSO = "also"
"""In ``cities.toml``, what stands before the divisions that have no large city."""
COUNTRY, DIVISION, CITY, REGION = "country", "division", "city", "region"


class Place(NamedTuple):
    """A place: its name, what kind it is, and the division and country it lies in, "" for none.

    ``people`` are its inhabitants in thousands; of a division and a country those of its large cities.
    """

    name: str
    kind: str
    division: str = ""
    country: str = ""
    people: int = 0

    def holds(self, other: Place) -> bool:
        """Whether the other place lies in this one.

        >>> Place("Ohio", "division", "", "Ruritania").holds(Place("Dayton", "city", "Ohio", "Ruritania"))
        True
        """
        if self.kind == COUNTRY:
            return other.country == self.name
        return self.kind == DIVISION and (other.division, other.country) == (self.name, self.country)

    @property
    def held(self) -> tuple[str, str]:
        """The division and the country that a place names if it holds another."""
        return ("", self.name) if self.kind == COUNTRY else (self.name, self.country)


@dataclass
class Atlas:
    """Places by every name they have; ``by_first_word`` are the names of cities in `cities.toml`."""

    places: dict[str, list[Place]] = field(default_factory=dict)
    by_first_word: dict[str, list[str]] = field(default_factory=dict)

    def find(self, name: str) -> tuple[Place, ...]:
        """All places of this name: also in capitals, after "the", before "Province" and the like."""
        found = self.places.get(name)
        if found is None and name[:4] in {"the ", "The "}:
            found = self.places.get(name[4:])
        if found is None and name.isupper():
            found = self.places.get(" ".join(word.capitalize() for word in name.split()))
        return tuple(found) if found is not None else self._as_division(name)

    def _as_division(self, name: str) -> tuple[Place, ...]:
        """The divisions that a name with a word for a division means: "Kherson region", "State of Ohio"."""
        if " " not in name:
            return ()
        words = load_lexicon("places")["feature"]["division"]
        first, _, rest = name.partition(" of ")
        before, _, last = name.rpartition(" ")
        bare = rest if first.lower() in words else before if last.lower() in words else ""
        return tuple(place for place in self.places.get(bare, ()) if place.kind == DIVISION)

    def add(self, place: Place, names: Iterable[str]) -> None:
        """Enter a place under its names, with and without accents."""
        for name in names:
            for written in (name,) if name.isascii() else (name, without_accents(name)):
                known = self.places.get(written)
                if known is None:
                    self.places[written] = [place]
                elif place not in known:
                    known.append(place)

    def knows(self, name: str, division: str, country: str) -> bool:
        """Whether a place of this name lies in this division or, without one, in this country."""
        return any(
            place.country == country and (not division or place.division == division)
            for place in self.places.get(name, ())
        )


@cache
def atlas() -> Atlas:
    """All places of ``cities.toml`` and ``places.toml``."""
    made, places = Atlas(), load_lexicon("places")
    listed = {country: list(_lines(text)) for country, text in load_lexicon("cities").items()}
    for country, divisions in listed.items():
        _add_country(made, country, divisions, places)
    for country in places["country"].keys() - listed.keys():
        made.add(Place(country, COUNTRY), [country, *places["country"][country].get("names", ())])
    for name in sorted(made.places, key=len, reverse=True):
        if any(place.kind == CITY for place in made.places[name]) and (match := FIRST_WORD.search(name)):
            made.by_first_word.setdefault(match.group(), []).append(name)
    _add_by_hand(made, places)
    for name in places["region"]["names"]:
        if not any(place.kind in {COUNTRY, DIVISION} for place in made.places.get(name, ())):
            made.add(Place(name, REGION), [name])
    return made


def _add_country(
    made: Atlas, country: str, divisions: list[tuple[str, list[str]]], places: Mapping[str, Any]
) -> None:
    """Enter a country with its divisions and cities."""
    short: dict[str, list[str]] = dict(places["division"].get(country, {}))
    total = 0
    for division, cities in divisions:
        people = 0
        inside = division if division != country else ""
        for written in cities:
            names, number = _city(written)
            people += number
            made.add(Place(names[0], CITY, inside, country, number), names)
        total += people
        if inside and not _is_general(inside):
            others = short.pop(division, [])
            made.add(Place(division, DIVISION, "", country, people), [division, *others])
    for division, others in short.items():
        made.add(Place(division, DIVISION, "", country), [division, *others])
    names = places["country"].get(country, {}).get("names", ())
    made.add(Place(country, COUNTRY, "", "", total), [country, *names])


@cache
def _general_words() -> frozenset[str]:
    places = load_lexicon("places")
    features = places["feature"]
    kinds = (features["direction"], features["division"], features["last"], places["beside"]["general"])
    return frozenset(word for words in kinds for word in words)


def _is_general(name: str) -> bool:
    """Whether a division's name is of words that say nothing without the country: "Southwest"."""
    return _general_words().issuperset(name.lower().split())


def _lines(text: str) -> Iterator[tuple[str, list[str]]]:
    """The divisions of a country with their cities, as ``cities.toml`` writes them.

    >>> list(_lines("Ohio: Akron 190; Dayton 137")), list(_lines("also: Utah; Iowa"))
    ([('Ohio', ['Akron 190', 'Dayton 137'])], [('Utah', []), ('Iowa', [])])
    """
    for line in text.replace("\n  ", " ").split("\n"):
        division, _, rest = line.partition(": ")
        parts = [part.strip() for part in rest.split(";")] if rest else []
        if division == ALSO:
            yield from ((part, []) for part in parts)
        elif division:
            yield division, parts


def _city(written: str) -> tuple[list[str], int]:
    """The names of a city and its inhabitants in thousands.

    >>> _city("Mumbai (Bombay) 12691")
    (['Mumbai', 'Bombay'], 12691)
    """
    names, _, number = written.rpartition(" ")
    name, _, others = names.rstrip(")").partition(" (")
    return [name, *others.split(", ")] if others else [name], int(number)


def _add_by_hand(made: Atlas, places: Mapping[str, Any]) -> None:
    """Enter the cities of ``places.toml`` that are too small for ``cities.toml``."""
    holding = {name: country for country, divisions in places["division"].items() for name in divisions}
    for within, cities in places["city"].items():
        outer = within.removeprefix("country ")
        country = outer if within != outer else holding.get(outer, outer)
        division = outer if country != outer else ""
        for name in cities:
            if not made.knows(name.removeprefix("the "), division, country):
                made.add(Place(name, CITY, division, country, NOTED), [name])
