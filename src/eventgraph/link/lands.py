"""Countries as texts name them: where a place lies, what is beside a name, which one a text is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from eventgraph.entities.knowledge import Known, gazetteer
from eventgraph.lexicon import load_lexicon
from eventgraph.link.names import PEOPLE, land_key, plain
from eventgraph.model import Mention

DEEPEST = 3
"""Steps from a city to its division to its country."""
MAIN = 2
"""How many times as often as any other country the main one of a text is named."""
LONGEST = 3
"""Words of a country's name, at the most, that are looked for beside a name."""
REACH = 40
"""Code points beside a name in which its country may stand."""
AFTER = re.compile(r"['\u2019s]*\s+(?:of|in)\s+(?:the\s+)?([A-Z][\w.]*(?:[ \n][A-Z][\w.]*){0,2})")


@cache
def country_of(name: str) -> str:
    """The country that a place is or lies in, as a key; "" for unknown names and those of several places.

    >>> country_of("Chicago"), country_of("UK"), country_of("Georgia")
    ('us', 'uk', '')
    """
    found = {_country(known) for known in gazetteer().find(name) if known.type == "location"}
    return land_key(found.pop()) if len(found) == 1 else ""


def _country(known: Known) -> str:
    """The name of the country that a known place is or lies in, "" if it is of none."""
    countries = load_lexicon("places")["country"]
    for _ in range(DEEPEST):
        if not known.within and known.name in countries:
            return known.name
        if known.within in countries and len(gazetteer().find(known.within)) == 1:
            return known.within
        around = gazetteer().only(known.within or known.name)
        if around is None:
            return ""
        known = around
    return ""


@cache
def is_broad(name: str) -> bool:
    """Whether a place is a country or larger: two texts that name it need have nothing in common."""
    places = load_lexicon("places")
    if name in places["region"]["names"]:
        return True
    return any(known.name in places["country"] and not known.within for known in gazetteer().find(name))


def land_of_word(words: str) -> str:
    """The country that a demonym or a country's own name stands for, as a key; "" for any other words.

    >>> land_of_word("Norwegian"), land_of_word("Norway"), land_of_word("Oslo")
    ('norway', 'norway', '')
    """
    demonym = gazetteer().demonyms.get(words, "")
    if demonym:
        return land_key(demonym)
    return country_of(words) if is_broad(words) else ""


def land_beside(text: str, start: int, end: int) -> str:
    """The country whose name or demonym stands right before a name, or after it with "of" or "in".

    >>> land_beside("Norway's Ministry of Health", 9, 27), land_beside("the police of Norway", 4, 10)
    ('norway', 'norway')
    """
    return _land_before(text, start) or land_after(text, end)


def _land_before(text: str, start: int) -> str:
    """The country right before an offset, "" if none stands there."""
    words = re.sub(r"['\u2019]s?\s*$", "", text[max(0, start - REACH) : start].rstrip()).split()[-LONGEST:]
    if not words or "\n\n" in text[max(0, start - 2) : start]:
        return ""
    endings = (" ".join(words[number:]) for number in range(len(words)))
    return next((land for ending in endings if (land := land_of_word(ending))), "")


def land_after(text: str, end: int) -> str:
    """The country that "of" or "in" joins to what ends at an offset, "" if none is."""
    found = AFTER.match(text, end, end + REACH)
    words = found[1].split() if found else []
    beginnings = (" ".join(words[:number]).rstrip(".") for number in range(len(words), 0, -1))
    return next((land for words in beginnings if (land := land_of_word(words))), "")


def lands_named(mentions: Iterable[Mention]) -> Counter[str]:
    """How often places of each country, and people of its nationality, are named."""
    found: Counter[str] = Counter()
    for mention in mentions:
        if mention.type == "location":
            found[country_of(mention.name)] += 1
        elif mention.type in PEOPLE:
            found.update(land_key(a.value) for a in mention.attributes if a.key == "nationality")
    del found[""]
    return found


def main_land(lands: Counter[str]) -> str:
    """The country that a text is mostly about, "" where no one clearly is.

    >>> main_land(Counter({"us": 4, "iraq": 2})), main_land(Counter({"us": 3, "iraq": 2}))
    ('us', '')
    """
    ranked = lands.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < MAIN * ranked[1][1]):
        return ""
    return ranked[0][0]


@cache
def title_key(label: str) -> str:
    """A title as compared, without the country before it: "French President" is "president"."""
    words = label.split()
    for number in range(min(LONGEST, len(words) - 1), 0, -1):
        if land_of_word(" ".join(words[:number])):
            return plain(" ".join(words[number:]))
    return plain(label)


@cache
def title_land(label: str) -> str:
    """The country before a title, as a key: "French President"; "" if there is none."""
    words = label.split()
    endings = (" ".join(words[:number]) for number in range(min(LONGEST, len(words) - 1), 0, -1))
    return next((land for ending in endings if (land := land_of_word(ending))), "")
