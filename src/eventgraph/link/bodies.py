"""Agencies and organisations of two documents compared: names, acronyms, initials, spellings, countries."""

from __future__ import annotations

from collections.abc import Iterable

from eventgraph.link.cards import Card, card_initials
from eventgraph.link.judgement import Judgement, same, unsure
from eventgraph.link.names import (
    LEAST_ALIKE,
    LEAST_NEAR,
    body_core,
    is_general,
    is_national,
    land_name,
    likeness,
    meet,
    spelling_key,
)

TELLING_ACRONYM = 4
"""Letters from which an acronym that nobody explains is hardly two bodies'."""
OF_MANY = "international"
"""What the lexicon gives as the country of bodies of many countries."""


def compare_bodies(left: Card, right: Card) -> Judgement | None:
    """Agencies and organisations: by name, acronym, initials or spelling, with country and place."""
    if left.countries and right.countries and not left.countries & right.countries:
        return None
    if left.places and right.places and not meet(left.places, right.places):
        return None
    if shared := left.cores & right.cores:
        return _same_body_name(left, right, max(shared, key=lambda core: (not is_general(core), core)))
    return (
        _well_known(left, right)
        or _same_acronym(left, right)
        or _same_initials(left, right)
        or _same_spelling(left, right)
    )


def _same_body_name(left: Card, right: Card, core: str) -> Judgement:
    """One name: enough, unless it is one that every place has and nothing ties the two together."""
    by, named = _naming(left, right, core)
    if is_general(core) and not left.countries & right.countries:
        return _general_name(left, right, core)
    for one, other in ((left, right), (right, left)):
        if one.countries and not other.countries and _strange(one.countries, other.home):
            return unsure(0.5, by, f"{named}, but one is of {land_name(min(one.countries))}.")
    return same(1.0 if by == "same name" else 0.95, by, f"{named}.")


def _naming(left: Card, right: Card, core: str) -> tuple[str, str]:
    """The rule by which two names are one, and how both are named."""
    names = {name for name in left.names & right.names if body_core(name) == core}
    if names:
        return "same name", f"Both are named “{min(names)}”"
    one, other = (min(name for name in card.names if body_core(name) == core) for card in (left, right))
    return "other form", f"“{one}” and “{other}” are two forms of one name"


def _general_name(left: Card, right: Card, core: str) -> Judgement:
    """A name of general words: one body only where the setting is one."""
    by, named = _naming(left, right, core)
    one, other = left.countries or left.home, right.countries or right.home
    if left.known & right.known:
        return same(0.95, by, f"{named}, in texts that name the same country.")
    if _strange(one, other):
        return unsure(0.4, "general name", f"{named}, in texts about different countries.")
    if left.acronyms & right.acronyms or left.near & right.near or left.places & right.places:
        return same(0.9, f"{by} and setting", f"{named}, in texts that name the same place.")
    if is_national(core) and one & other:
        return same(0.85, f"{by} and setting", f"{named}, in texts about {land_name(min(one & other))}.")
    return unsure(0.6, "general name", f"{named}, as many are, and nothing else ties them.")


def _strange(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both have countries and share none."""
    return bool(one and other and not one & other)


def _well_known(left: Card, right: Card) -> Judgement | None:
    """Two names, or a name and an acronym, that the lexicon gives to one body."""
    for one, other in ((left, right), (right, left)):
        for core, land in sorted(one.known):
            fits = core in other.cores or (core, land) in other.known
            at_hand = land == OF_MANY or land in other.countries | other.lands
            if not fits or (other.countries and not at_hand) or (is_general(core) and not at_hand):
                continue
            sure = at_hand and (land == OF_MANY or land in one.countries | one.lands)
            return same(0.95 if sure else 0.9, "lexicon", f"“{_called(one)}” is known to be “{core}”.")
    return None


def _called(card: Card) -> str:
    """A name of a body, as a sentence has it."""
    return min(card.names, default="") or min(card.acronyms, default="").upper()


def _same_acronym(left: Card, right: Card) -> Judgement | None:
    """One acronym, unless each stands for another full name or a short one for bodies of two countries."""
    shared = left.acronyms & right.acronyms
    if not shared:
        return None
    acronym = min(shared)
    called = f"Both are called {acronym.upper()}"
    if left.names and right.names:
        if _part_of_each_other(left.names, right.names):
            return same(0.95, "acronym", f"{called}, and their full names agree.")
        return unsure(0.4, "acronym", f"{called}, but their full names differ.")
    by = "acronym" if left.names or right.names else "same name"
    if len(acronym) < TELLING_ACRONYM and _strange(left.home, right.home):
        return unsure(0.5, by, f"{called}, in texts about different countries.")
    if any(land in card.lands for card in (left, right) if not card.names for _, land in card.known):
        return unsure(0.4, by, f"{called}, but a text without a full name may mean another.")
    return same(0.92 if left.home & right.home else 0.9, by, f"{called}.")


def _part_of_each_other(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether a name of one has all the words of a name of the other, or is spelled nearly so."""
    words = [frozenset(name.split()) for name in right]
    for name in left:
        own = frozenset(name.split())
        if any((own <= others or others <= own) and min(len(own), len(others)) > 1 for others in words):
            return True
    return any(likeness(one, other) >= LEAST_NEAR for one, other in _alike(left, right))


def _same_initials(left: Card, right: Card) -> Judgement | None:
    """An acronym that nobody explains, and a full name with these initials."""
    one, other = (left, right) if left.acronyms else (right, left)
    shared = one.acronyms & card_initials(other)
    if not shared or (one.names and other.names):
        return None
    acronym = min(shared).upper()
    if one.near & other.near:
        return same(0.8, "initials", f"{acronym} are its initials, in texts that name the same place.")
    return unsure(0.6, "initials", f"{acronym} are its initials, but no text says so.")


def _same_spelling(left: Card, right: Card) -> Judgement | None:
    """Two spellings of one name."""
    pairs = [(likeness(a, b), a, b) for a, b in _alike(left.names, right.names)]
    best, one, other = max(pairs, default=(0.0, "", ""))
    if best < LEAST_ALIKE:
        return None
    because = f"“{one}” and “{other}” are spelled nearly alike."
    if best >= LEAST_NEAR:
        return same(0.9 * best / 100, "near name", because)
    return unsure(0.6 * best / 100, "near name", because)


def _alike(left: frozenset[str], right: frozenset[str]) -> Iterable[tuple[str, str]]:
    """The pairs of names worth comparing letter by letter: those whose words begin alike."""
    begun = [(spelling_key(name), name) for name in sorted(right)]
    for one in sorted(left):
        yield from ((one, other) for key, other in begun if key == spelling_key(one))
