"""Which words are places, for proof that a line is a dateline; the list is ``lexicon/places.toml``."""

from __future__ import annotations

from functools import cache

from eventgraph.lexicon import load_lexicon
from eventgraph.text.front.words import fold


def is_region(words: str) -> bool:
    """Whether words are a country, or a state or province, by name or abbreviation."""
    return fold(words) in _regions()


def is_place(words: str) -> bool:
    """Whether words are a place that the list knows, such as "The Hague" or "LYON"."""
    folded = fold(words)
    return folded in _regions() or folded.removeprefix("the ") in _cities()


@cache
def _regions() -> frozenset[str]:
    places = load_lexicon("places")
    names = [*places["country"], *places["region"]["names"]]
    names += [name for country in places["country"].values() for name in country.get("names", [])]
    for divisions in places["division"].values():
        names += [*divisions, *(name for others in divisions.values() for name in others)]
    return frozenset(map(fold, names))


@cache
def _cities() -> frozenset[str]:
    places = load_lexicon("places")
    names = [*places["short"], *(city for cities in places["city"].values() for city in cities)]
    return frozenset(fold(name).removeprefix("the ") for name in names)
