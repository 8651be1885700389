"""People of two documents compared: never one by the name alone."""

from __future__ import annotations

from functools import cache

from eventgraph.lexicon import load_lexicon
from eventgraph.link.cards import Card
from eventgraph.link.judgement import Judgement, same, unsure
from eventgraph.link.names import land_name, people_agree


@cache
def posts_of(table: str) -> frozenset[str]:
    """A list of titles of the ``[people]`` table of ``lexicon/link.toml``."""
    return frozenset(load_lexicon("link")["people"][table])


def compare_people(left: Card, right: Card) -> Judgement | None:
    """People: never by the name alone; a post, an agency, an age, a place or a case must agree."""
    full = any(people_agree(a, b) for a in left.names for b in right.names)
    if not full and ((left.names and right.names) or not left.surnames & right.surnames):
        return None
    if left.born and right.born and (left.born[0] > right.born[1] or right.born[0] > left.born[1]):
        return None
    named = _named(left, right)
    reason, score = _what_agrees(left, right)
    if full and reason:
        return same(score, "name and more", f"{named}, and {reason}.")
    if full and (reason := _public_figure(left, right)):
        return same(0.8, "public figure", f"{named}, and {reason}.")
    if full:
        against = _what_differs(left, right)
        because = against or "but nothing else says they are one"
        return unsure(0.4 if against else 0.5, "name alone", f"{named}, {because}.")
    if left.posts and right.posts and reason:
        return same(score - 0.1, "surname and post", f"{named}, and {reason}.")
    return None


def _named(left: Card, right: Card) -> str:
    """How both are named, as a sentence begins."""
    if shared := left.names & right.names:
        return f"Both are named “{min(shared)}”"
    pairs = [(a, b) for a in sorted(left.names) for b in sorted(right.names) if people_agree(a, b)]
    if pairs:
        return f"“{pairs[0][0]}” and “{pairs[0][1]}” can be one name"
    return f"Both are named “{min(left.surnames & right.surnames)}”"


def _what_agrees(left: Card, right: Card) -> tuple[str, float]:
    """What ties two people of one name together, and how surely; an empty reason for nothing."""
    if facts := left.facts & right.facts:
        key, value = min(facts)
        return f"their {key.replace('_', ' ')} is {value}", 1.0
    if left.posts and right.posts:
        return _posts_agree(left, right)
    if left.born and right.born:
        if left.around and right.around and not _near_each_other(left.around, right.around):
            return "", 0.0
        return "their ages agree", 0.95 if left.places & right.places else 0.9
    if left.places & right.places:
        return "they are tied to the same place", 0.85
    if _agencies(left) & right.near or _agencies(right) & left.near:
        return "both texts name the agency where one holds a post", 0.85
    return "", 0.0


def _near_each_other(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two lists of places share one, or one place is the division that another lies in."""
    here = [{key for key in keys if not key.startswith("in ")} for keys in (left, right)]
    inside = [{f"in {key}" for key in keys} for keys in here]
    return bool(here[0] & here[1] or inside[0] & right or inside[1] & left)


def _what_differs(left: Card, right: Card) -> str:
    """What speaks against two people of one name being one, "" if nothing does."""
    if left.born and right.born:
        return "and their ages agree, but in different places"
    if left.posts and right.posts:
        return "but they hold different posts"
    return ""


def _agencies(card: Card) -> frozenset[str]:
    """The agencies where somebody holds a post."""
    return frozenset(agency for _, agency in card.posts if agency)


def _titles(card: Card) -> frozenset[str]:
    """The titles that somebody holds."""
    return frozenset(title for title, _ in card.posts)


def _posts_agree(left: Card, right: Card) -> tuple[str, float]:
    """Whether two lists of posts can be one person's.

    A title of one word ("director") is anybody's, unless both texts name the same agency. A post of
    which a country has one holder is told by its country.
    """
    agencies, others = _agencies(left), _agencies(right)
    if agencies & others:
        return "both hold a post at the same agency", 0.95
    titles = _titles(left) & _titles(right)
    if shared := titles & posts_of("of_country"):
        return _posts_of_country(left, right, min(shared))
    telling = {title for title in titles if " " in title or left.near & right.near}
    if telling and not (agencies and others):
        return f"both are {min(telling)}", 0.9
    named = (not agencies or agencies & right.near, not others or others & left.near)
    if (agencies or others) and all(named):
        return "both texts name the agency where one holds a post", 0.85
    return "", 0.0


def _posts_of_country(left: Card, right: Card, title: str) -> tuple[str, float]:
    """Whether two holders of one post of a country hold it in the same one."""
    lands = _lands_of_post(left, right)
    if lands is None:
        return "", 0.0
    where = f" of {land_name(min(lands))}" if lands else ""
    if not lands and not any(people_agree(a, b) for a in left.names for b in right.names):
        return "", 0.0
    return f"both are {title}{where}", 0.95 if where else 0.85


def _lands_of_post(left: Card, right: Card) -> frozenset[str] | None:
    """The country that both posts can be of; empty where no text tells, None where it must be two."""
    if left.countries and right.countries:
        return left.countries & right.countries or None
    if known := left.countries or right.countries:
        other = right if left.countries else left
        return known & other.lands or (None if other.home else frozenset())
    if left.home and right.home:
        return left.home & right.home or None
    return frozenset()


def _public_figure(left: Card, right: Card) -> str:
    """Why two people of one full name are the one who holds a post of a country, "" if they need not be.

    One text names the post and its country; the other names the country, and says nothing else of the
    person: no age, no other post. Where it does not take the person for an official, only the highest
    posts count.
    """
    for one, other in ((left, right), (right, left)):
        titles = _titles(one) & posts_of("of_country" if other.official else "heads")
        land = (one.countries or one.home) & other.lands
        bare = not (other.posts or other.born or other.facts or one.born)
        if titles and land and bare and one.official:
            return f"both texts name {land_name(min(land))}, where one is {min(titles)}"
    return ""
