"""Two cards compared: whether they are of one entity, how surely, by which rule and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from eventgraph.lexicon import load_lexicon
from eventgraph.link.bodies import compare_bodies
from eventgraph.link.cards import Card, card_initials
from eventgraph.link.judgement import Judgement, same, unsure
from eventgraph.link.names import meet, spelling_key, spoken_name
from eventgraph.link.people import compare_people
from eventgraph.link.places import closest, lie_apart, settled
from eventgraph.vocabulary import Verdict

FAR_APART = 3
"""Years between the texts of two operations of one name from which they are hardly one."""


def compare(left: Card, right: Card) -> Judgement | None:
    """Whether two cards of different documents are of one entity; None where nothing suggests it."""
    if left.family != right.family or left.nobody or right.nobody:
        return None
    return COMPARISONS[left.family](left, right)


def block_keys(card: Card) -> Iterable[tuple[str, ...]]:
    """What cards of one entity share at least one of: only those are compared at all."""
    keys = KEYS.get(card.family)
    for name in sorted(card.names):
        yield card.family, "name", name
    if keys:
        yield from ((card.family, *key) for key in keys(card))


def _body_keys(card: Card) -> Iterable[tuple[str, ...]]:
    """Spellings, the kind in one form, acronyms and initials, and what the lexicon knows of them."""
    for name in sorted(card.names):
        yield "spelling", spelling_key(name)
    for core in sorted({*card.cores, *(core for core, _ in card.known)}):
        yield "core", core
        yield from (("core", core, country) for country in sorted(card.countries))
    for acronym in sorted(card.acronyms | card_initials(card)):
        yield "acronym", acronym


@cache
def _titles_of_state() -> frozenset[str]:
    """The titles that one person of a country has: "president"."""
    return frozenset(load_lexicon("link")["people"]["of_country"])


def _person_keys(card: Card) -> Iterable[tuple[str, ...]]:
    """Names with what identifies, short forms of given names, surnames with posts."""
    for name in sorted(card.names):
        given, _, rest = name.partition(" ")
        near = f"{spoken_name(given)[0]} {rest.rpartition(' ')[2]}"
        yield "near name", near
        yield from (("near name", near, agency) for _, agency in sorted(card.posts) if agency)
        yield from (("name", name, *fact) for fact in sorted(card.facts))
        yield from (("name", name, *post) for post in sorted(card.posts))
    state = _titles_of_state()
    for name in sorted(card.surnames):
        yield from (("surname", name, agency) for _, agency in sorted(card.posts) if agency)
        yield from (("surname", name, title) for title, _ in sorted(card.posts) if title in state)
        if not card.names:
            yield from (("surname", name, agency) for agency in sorted(card.near))


KEYS: dict[str, Callable[[Card], Iterable[tuple[str, ...]]]] = {
    "organisation": _body_keys,
    "person": _person_keys,
    "operation": lambda card: (("acronym", acronym) for acronym in sorted(card.acronyms)),
}


def set_apart(left: Card, right: Card) -> bool:
    """Whether two cards, both like a third, are of two entities all the same.

    People always are. Places and bodies are where countries, containing places or, for one acronym,
    full names differ, or where a name is so general that it does not tell; operations where they are
    not one by themselves.
    """
    if left.family == "person":
        return True
    for one, other in (
        (left.countries, right.countries),
        (left.divisions, right.divisions),
        (left.places, right.places),
    ):
        if one and other and not meet(one, other):
            return True
    judgement = compare(left, right)
    if left.family == "operation":
        return judgement is None or judgement.verdict is Verdict.UNSURE
    return judgement is not None and judgement.verdict is Verdict.UNSURE


def compare_operations(left: Card, right: Card) -> Judgement | None:
    """Operations: one name is one operation, unless time, countries or those taking part speak against it.

    Names of operations are used again: texts that share a body or a place speak of one. Without that,
    texts years apart or about other countries are for a person to judge, and if both, there is no doubt.
    """
    shared = left.names & right.names or left.acronyms & right.acronyms
    if not shared:
        return None
    named = f"Both are named “{min(shared)}”"
    if left.near & right.near:
        return same(1.0, "same name", f"{named}, in texts that name the same body or place.")
    far = left.told and right.told and max(left.told[0] - right.told[1], right.told[0] - left.told[1])
    elsewhere = bool(left.lands and right.lands and not left.lands & right.lands)
    others = bool(left.parties and right.parties)
    if far and far >= FAR_APART:
        told = f"{named}, but the texts are {far} years apart and name no body or place in common."
        return None if elsewhere or others else unsure(0.4, "same name", told)
    if elsewhere or others:
        return unsure(0.5, "same name", f"{named}, but the texts name no body or place in common.")
    return same(0.9, "same name", f"{named}.")


def compare_places(left: Card, right: Card) -> Judgement | None:
    """Places: one name, unless what they lie in differs; of a name that several share, if that is known."""
    shared = left.names & right.names or left.acronyms & right.acronyms
    if not shared or lie_apart(left, right):
        return None
    if left.places and right.places and not meet(closest(left.places), closest(right.places)):
        return None
    name = min(shared)
    sides = [settled(left, name), settled(right, name)]
    if all(sides):
        return same(1.0 if left.places and right.places else 0.9, "same name", f"Both are named “{name}”.")
    if not any(sides) and (left.near & right.near) - shared:
        because = f"Both are named “{name}”, in texts that name another place alike."
        return same(0.8, "same name and setting", because)
    because = f"Both are named “{name}”, as several places are, and no text says that they are one."
    return unsure(0.5, "name of several places", because)


COMPARISONS: dict[str, Callable[[Card, Card], Judgement | None]] = {
    "organisation": compare_bodies,
    "person": compare_people,
    "location": compare_places,
    "operation": compare_operations,
}
