"""The lexicons of names, loaded once: which names are known, and what the words of a name say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from eventgraph.lexicon import load_lexicon

FIRST_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A thing the lexicon knows: its full name, type, and the country or larger place it is in."""

    name: str
    type: str
    within: str = ""


@dataclass(frozen=True)
class Gazetteer:
    """Known names by how they are written."""

    entries: dict[str, tuple[Known, ...]] = field(default_factory=dict)
    by_first_word: dict[str, tuple[str, ...]] = field(default_factory=dict)
    demonyms: dict[str, str] = field(default_factory=dict)
    shared_names: dict[Known, tuple[str, ...]] = field(default_factory=dict)

    def find(self, name: str) -> tuple[Known, ...]:
        """All things of this name, also if it is written in capitals throughout."""
        found = self.entries.get(name, ())
        if not found and name.isupper():
            found = self.entries.get(_spoken(name), ())
        return found

    def type_of(self, name: str) -> str:
        """The one type that all things of this name have, or ""."""
        types = {known.type for known in self.find(name)}
        return types.pop() if len(types) == 1 else ""

    def only(self, name: str) -> Known | None:
        """The one thing of this name, if it is one."""
        found = self.find(name)
        return found[0] if len(found) == 1 else None

    def shared(self, name: str) -> tuple[str, ...]:
        """The names that the one body of this name has in common with others, such as "DOJ"."""
        known = self.only(name)
        return self.shared_names.get(known, ()) if known else ()


def _spoken(name: str) -> str:
    """A name in capitals as it is written otherwise: "NEW YORK" as "New York"."""
    return " ".join(word.capitalize() for word in name.split())


@cache
def gazetteer() -> Gazetteer:
    """Agencies, organisations and places of the lexicons, by every name they have."""
    entries: dict[str, tuple[Known, ...]] = {}
    for name, known in [*_bodies(), *_places()]:
        others = entries.get(name)
        entries[name] = (known,) if others is None else tuple(sorted({*others, known}))
    starts: dict[str, list[str]] = {}
    for name in entries:
        match = FIRST_WORD.search(name)
        if match:
            starts.setdefault(match.group(), []).append(name)
    return Gazetteer(
        entries,
        {word: tuple(sorted(names, key=lambda n: (-len(n), n))) for word, names in starts.items()},
        _demonyms(),
        _shared_names(entries),
    )


def _shared_names(entries: dict[str, tuple[Known, ...]]) -> dict[Known, tuple[str, ...]]:
    """The ambiguous names of each body that has some."""
    found: dict[Known, tuple[str, ...]] = {}
    for name, things in entries.items():
        for known in things if len(things) > 1 else ():
            if known.type != "location":
                found[known] = (*found.get(known, ()), name)
    return found


def _bodies() -> Iterator[tuple[str, Known]]:
    for country, agencies in load_lexicon("agencies")["agencies"].items():
        for name, others in agencies.items():
            known = Known(name, "agency", country)
            for written in [name, *others]:
                yield written, known
    for names in load_lexicon("organisations").values():
        for name, others in names.items():
            known = Known(name, "organisation")
            for written in [name, *others]:
                yield written, known


def _places() -> Iterator[tuple[str, Known]]:
    places = load_lexicon("places")
    for name, country in places["country"].items():
        for written in [name, *country.get("names", ())]:
            yield written, Known(name, "location", "")
    for country, divisions in places["division"].items():
        for name, short in divisions.items():
            for written in [name, *short]:
                yield written, Known(name, "location", country)
    for within, cities in places["city"].items():
        for name in cities:
            yield name, Known(name, "location", within.removeprefix("country "))
    for short, name in places["short"].items():
        yield short, Known(name, "location", "")
    for name in places["region"]["names"]:
        yield name, Known(name, "location", "")


def _demonyms() -> dict[str, str]:
    return {
        word: name
        for name, country in load_lexicon("places")["country"].items()
        for word in country.get("demonyms", ())
    }


@dataclass(frozen=True)
class NameWords:
    """What the words within a name say; all in lower case, heads of several words as tuples."""

    heads: dict[str, frozenset[tuple[str, ...]]]
    weak: frozenset[str]
    owned: frozenset[str]
    corporate: frozenset[str]
    short: frozenset[str]
    state: frozenset[str]
    ordinary: frozenset[str]
    field: frozenset[str]
    ending_field: frozenset[str]
    joiners: frozenset[str]
    company_forms: frozenset[str]
    generations: frozenset[str]
    surname: frozenset[str]
    place_of: frozenset[str]
    place_after: frozenset[str]
    named_of: frozenset[str]
    place_last: frozenset[str]
    place_first: frozenset[str]
    place_endings: tuple[str, ...]
    direction: frozenset[str]
    article: frozenset[str]


@cache
def name_words() -> NameWords:
    """The words of ``names.toml`` and of the features in ``places.toml``."""
    names, features = load_lexicon("names"), load_lexicon("places")["feature"]
    return NameWords(
        heads={sort: _phrases(names["head"][sort]) for sort in ("agency", "organisation", "other")},
        weak=frozenset(names["head"]["state"]),
        owned=frozenset(names["head"]["owned"]),
        corporate=frozenset(names["head"]["corporate"]),
        short=frozenset(names["head"]["short"]),
        state=frozenset(names["state_words"]["words"]),
        ordinary=frozenset(names["state_words"]["ordinary"]),
        field=frozenset(names["field"]["words"]),
        ending_field=frozenset(names["field"]["ending"]),
        joiners=frozenset(names["field"]["joiners"]),
        company_forms=frozenset(names["forms"]["company"]),
        generations=frozenset(names["forms"]["generation"]),
        surname=frozenset([*names["head"]["surname"], *features["surname"]]),
        place_of=frozenset(names["place_of"]["nouns"]),
        place_after=frozenset(names["place_of"]["after"]),
        named_of=frozenset(names["place_of"]["named"]),
        place_last=frozenset(features["last"]),
        place_first=frozenset(features["first"]),
        place_endings=tuple(features["ending"]),
        direction=frozenset(features["direction"]),
        article=frozenset(features["article"]),
    )


JOINERS = frozenset({"and"})
"""Words within a title that more often stand between two: "work and pensions secretary"."""


@dataclass(frozen=True)
class TitleWords:
    """Titles as tuples of lower-case words, and the words that stand beside them.

    ``joined`` has the three words around an "and" within a title.
    """

    public: frozenset[tuple[str, ...]]
    shared: frozenset[tuple[str, ...]]
    before_name: frozenset[tuple[str, ...]]
    surnames: frozenset[str]
    with_field: frozenset[str]
    with_matter: frozenset[str]
    memberships: frozenset[str]
    of_parties: frozenset[str]
    courtesy: frozenset[str]
    qualifier: dict[str, str]
    suffix: dict[str, str]
    adverbs: dict[str, str]
    beside: frozenset[str]
    joined: frozenset[tuple[str, ...]]
    plurals: dict[str, str]

    def is_title(self, words: tuple[str, ...]) -> bool:
        """Whether these words are a title of the lexicon."""
        return words in self.public or words in self.shared


@cache
def title_words() -> TitleWords:
    """The titles of ``titles.toml``."""
    titles: dict[str, Any] = load_lexicon("titles")
    public, shared = _phrases(titles["public"]), _phrases(titles["shared"])
    return TitleWords(
        public=public,
        shared=shared,
        before_name=_phrases(titles["before_name"]),
        surnames=frozenset(titles["surnames"]),
        with_field=frozenset(titles["with_field"]),
        with_matter=frozenset(titles["with_matter"]),
        memberships=frozenset(titles["memberships"]),
        of_parties=frozenset(titles["of_parties"]),
        courtesy=frozenset(titles["courtesy"]),
        qualifier=dict(titles["qualifier"]),
        beside=frozenset(
            [*titles["words"]["rank"], *titles["words"]["field"], *(w for t in public | shared for w in t)]
        ).difference(JOINERS),
        joined=frozenset(
            title[at - 1 : at + 2]
            for title in public | shared
            for at in range(1, len(title) - 1)
            if title[at] in JOINERS
        ),
        suffix=dict(titles["suffix"]),
        adverbs=dict(titles["adverbs"]),
        plurals={
            **{plural_of(title[-1]): title[-1] for title in sorted(public | shared)},
            **{plural.split()[0]: title.split()[0] for plural, title in titles["plurals"].items()},
        },
    )


def plural_of(noun: str) -> str:
    """The plural of a title as English makes it: "ministers", "secretaries", "Sens."."""
    stop = "." if noun.endswith(".") else ""
    noun = noun.removesuffix(".")
    if noun.endswith("y") and noun[-2:-1] not in {"a", "e", "o"}:
        return f"{noun[:-1]}ies{stop}"
    return f"{noun}{'es' if noun.endswith(('s', 'ch')) else 's'}{stop}"


@dataclass(frozen=True)
class PostVerbs:
    """Verbs and nouns that give somebody a post, by what they say; ``leads`` with the post they name."""

    leads: dict[str, str]
    led_to: frozenset[str]
    appoints: frozenset[str]
    nominates: frozenset[str]
    holds: frozenset[str]
    begins: frozenset[str]
    leaves: frozenset[str]
    succeeds: frozenset[str]
    appointing: frozenset[str]
    nominating: frozenset[str]
    leaving: frozenset[str]
    before_them: frozenset[str]
    after_them: frozenset[str]
    every: frozenset[str]

    @cached_property
    def with_title(self) -> frozenset[str]:
        """The verbs that a title may follow: "appointed director", "serves as mayor"."""
        return self.appoints | self.nominates | self.holds | self.begins | self.leaves

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The nouns that a title may follow: "appointment as director"."""
        return self.appointing | self.nominating | self.leaving


@cache
def post_verbs() -> PostVerbs:
    """The verbs of ``titles.toml``."""
    verbs: dict[str, Any] = load_lexicon("titles")["verbs"]
    words = {key: frozenset(found) for key, found in verbs.items() if key != "leads"}
    return PostVerbs(
        leads=dict(verbs["leads"]), **words, every=frozenset(verbs["leads"]).union(*words.values())
    )


@cache
def words_in(lexicon: str, table: str) -> dict[str, frozenset[str]]:
    """The lists of words in a table of a lexicon, as sets to look words up in."""
    return {key: frozenset(words) for key, words in load_lexicon(lexicon)[table].items()}


def _phrases(phrases: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(_pieces(phrase)) for phrase in phrases)


def _pieces(phrase: str) -> list[str]:
    """The words of a phrase as the parser cuts them: hyphens and possessives apart."""
    return re.findall(r"'s|-|[^\s'-]+", phrase)
