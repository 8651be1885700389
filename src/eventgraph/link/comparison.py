"""Two cards compared: whether they are of one entity, how surely, by which rule and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from eventgraph.link.cards import Card, card_initials
from eventgraph.link.names import (
    LEAST_ALIKE,
    LEAST_NEAR,
    is_general,
    likeness,
    people_agree,
    spelling_key,
)
from eventgraph.link.places import closest, lie_apart, settled
from eventgraph.vocabulary import Verdict

SAME_PLACE_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its score (0 to 1), the rule that gave it and the reason in a sentence."""

    verdict: Verdict
    score: float
    by: str
    because: str


def same(score: float, by: str, because: str) -> Judgement:
    """A judgement that two cards are of one entity."""
    return Judgement(Verdict.SAME, round(score, 3), by, because)


def unsure(score: float, by: str, because: str) -> Judgement:
    """A judgement that is left to a person."""
    return Judgement(Verdict.UNSURE, round(score, 3), by, because)


def compare(left: Card, right: Card) -> Judgement | None:
    """Whether two cards of different documents are of one entity; None where nothing suggests it."""
    if left.family != right.family or left.nobody or right.nobody:
        return None
    return COMPARISONS.get(left.family, compare_names)(left, right)


def block_keys(card: Card) -> Iterable[tuple[str, ...]]:
    """What cards of one entity share at least one of: only those are compared at all."""
    for name in sorted(card.names):
        yield card.family, "name", name
        if card.family == "organisation":
            yield card.family, "spelling", spelling_key(name)
        if card.family == "person":
            yield from ((card.family, "name", name, *fact) for fact in sorted(card.facts))
            yield from ((card.family, "name", name, *post) for post in sorted(card.posts))
    for acronym in sorted(card.acronyms | (card_initials(card) if card.family == "organisation" else set())):
        yield card.family, "acronym", acronym
    for name in sorted(card.surnames):
        yield from ((card.family, "surname", name, agency) for _, agency in sorted(card.posts) if agency)
        if not card.names:
            yield from ((card.family, "surname", name, agency) for agency in sorted(card.near))


def set_apart(left: Card, right: Card) -> bool:
    """Whether two cards, both like a third, are of two entities all the same.

    People always are. Places and bodies are where countries, containing places or, for one acronym,
    full names differ, or where a name is so general that it does not tell.
    """
    if left.family == "person":
        return True
    for one, other in (
        (left.countries, right.countries),
        (left.divisions, right.divisions),
        (left.places, right.places),
    ):
        if one and other and not _meet(one, other):
            return True
    judgement = compare(left, right)
    return judgement is not None and judgement.verdict is Verdict.UNSURE


def compare_names(left: Card, right: Card) -> Judgement | None:
    """Operations: one name is one operation; nearly one name is for a person to judge."""
    if shared := left.names & right.names or left.acronyms & right.acronyms:
        return same(1.0, "same name", f"Both are named “{min(shared)}”.")
    return None


def compare_places(left: Card, right: Card) -> Judgement | None:
    """Places: one name, unless what they lie in differs; of a name that several share, if that is known."""
    shared = left.names & right.names or left.acronyms & right.acronyms
    if not shared or lie_apart(left, right):
        return None
    if left.places and right.places and not _meet(closest(left.places), closest(right.places)):
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


def _meet(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two lists of containing places share one, abbreviations ("ore", "oregon") included."""
    if left & right:
        return True
    return any(
        min(len(a), len(b)) >= SAME_PLACE_LETTERS and (a.startswith(b) or b.startswith(a))
        for a in left
        for b in right
    )


def compare_bodies(left: Card, right: Card) -> Judgement | None:
    """Agencies and organisations: by name, acronym, initials or spelling, with country and place."""
    if left.countries and right.countries and not left.countries & right.countries:
        return None
    if left.places and right.places and not _meet(left.places, right.places):
        return None
    if shared := left.names & right.names:
        return _same_body_name(left, right, max(shared, key=lambda name: (not is_general(name), name)))
    return _same_acronym(left, right) or _same_initials(left, right) or _same_spelling(left, right)


def _same_body_name(left: Card, right: Card, name: str) -> Judgement:
    """One name: enough, unless it is one that every place has and nothing ties the two together."""
    if not is_general(name) or left.countries & right.countries or left.places & right.places:
        return same(1.0, "same name", f"Both are named “{name}”.")
    if left.acronyms & right.acronyms or left.near & right.near:
        return same(
            0.9, "same name and setting", f"Both are named “{name}”, in texts that name the same place."
        )
    return unsure(0.6, "general name", f"Both are named “{name}”, as many are, and nothing else ties them.")


def _same_acronym(left: Card, right: Card) -> Judgement | None:
    """One acronym, unless each stands for another full name."""
    shared = left.acronyms & right.acronyms
    if not shared:
        return None
    acronym = min(shared).upper()
    if not left.names or not right.names:
        both = not left.names and not right.names
        return same(0.9, "same name" if both else "acronym", f"Both are called {acronym}.")
    if _part_of_each_other(left.names, right.names):
        return same(0.95, "acronym", f"Both are called {acronym}, and their full names agree.")
    return unsure(0.4, "acronym", f"Both are called {acronym}, but their full names differ.")


def _part_of_each_other(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether a name of one has all the words of a name of the other, or is spelled nearly so."""
    return any(
        (
            min(len(set(a.split())), len(set(b.split()))) > 1
            and (set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split()))
        )
        or likeness(a, b) >= LEAST_NEAR
        for a in left
        for b in right
    )


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
    pairs = [(likeness(a, b), a, b) for a in sorted(left.names) for b in sorted(right.names)]
    best, one, other = max(pairs, default=(0.0, "", ""))
    if best < LEAST_ALIKE:
        return None
    because = f"“{one}” and “{other}” are spelled nearly alike."
    if best >= LEAST_NEAR:
        return same(0.9 * best / 100, "near name", because)
    return unsure(0.6 * best / 100, "near name", because)


def compare_people(left: Card, right: Card) -> Judgement | None:
    """People: never by the name alone; a post, an agency, an age, a place or a case must agree."""
    full = any(people_agree(a, b) for a in left.names for b in right.names)
    if not full and ((left.names and right.names) or not left.surnames & right.surnames):
        return None
    if left.born and right.born and (left.born[0] > right.born[1] or right.born[0] > left.born[1]):
        return None
    name = min(left.names & right.names or left.surnames & right.surnames)
    reason, score = _what_agrees(left, right)
    if full and reason:
        return same(score, "name and more", f"Both are named “{name}”, and {reason}.")
    if full:
        return unsure(0.5, "name alone", f"Both are named “{name}”, but nothing else says they are one.")
    if left.posts and right.posts and reason:
        return same(score - 0.1, "surname and post", f"Both are named “{name}”, and {reason}.")
    return None


def _what_agrees(left: Card, right: Card) -> tuple[str, float]:
    """What ties two people of one name together, and how surely; an empty reason for nothing."""
    if facts := left.facts & right.facts:
        key, value = min(facts)
        return f"their {key.replace('_', ' ')} is {value}", 1.0
    if left.posts and right.posts:
        return _posts_agree(left, right)
    if left.born and right.born:
        return "their ages agree", 0.9
    if left.places & right.places:
        return "they are tied to the same place", 0.85
    if {agency for _, agency in left.posts} & right.near or {agency for _, agency in right.posts} & left.near:
        return "both texts name the agency where one holds a post", 0.85
    return "", 0.0


def _posts_agree(left: Card, right: Card) -> tuple[str, float]:
    """Whether two lists of posts can be one person's.

    A title of one word ("director") is anybody's, unless both texts name the same agency.
    """
    agencies = {agency for _, agency in left.posts} - {""}
    others = {agency for _, agency in right.posts} - {""}
    if agencies & others:
        return "both hold a post at the same agency", 0.95
    titles = {title for title, _ in left.posts} & {title for title, _ in right.posts}
    telling = {title for title in titles if " " in title or left.near & right.near}
    if telling and not (agencies and others):
        return f"both are {min(telling)}", 0.9
    return "", 0.0


COMPARISONS: dict[str, Callable[[Card, Card], Judgement | None]] = {
    "organisation": compare_bodies,
    "person": compare_people,
    "location": compare_places,
    "operation": compare_names,
}
