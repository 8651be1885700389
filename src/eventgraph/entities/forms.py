"""The keys by which names are compared: what a name asks for, what it offers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventgraph.entities.candidate import is_acronym
from eventgraph.entities.classify import head_type, short_by_last
from eventgraph.entities.knowledge import gazetteer, name_words
from eventgraph.entities.mentions import Named
from eventgraph.entities.names import without_generation
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Mention

GROUPS = {"official": "person", "agency": "body", "organisation": "body"}
WORD = re.compile(r"[\w.&]+(?:-\w+)*")
BRACKET = re.compile(r"\s*\(([^)]+)\)\s*")
SHORTEST = 2
"""Letters, or words, that a key must have to say anything."""


def group_of(mention: Mention) -> str:
    """What may be compared with what: people with officials, agencies with organisations."""
    return GROUPS.get(mention.type, mention.type)


def plain(named: Named) -> Iterator[str]:
    """The name itself; names in capitals count as the same name in small letters."""
    name = named.mention.name
    yield name if is_acronym(name) else name.casefold()


def known_as(named: Named) -> Iterator[str]:
    """The lexicon's full name, where it knows exactly one thing of this name."""
    known = gazetteer().only(named.mention.name)
    if known:
        yield f"{known.name}/{known.within}"


def shared_names(named: Named) -> Iterator[str]:
    """The names that the lexicon gives this body and others: "Senate" for "U.S. Senate"."""
    yield from gazetteer().shared(named.mention.name)


def shared_name(named: Named) -> Iterator[str]:
    """The name itself, where the lexicon knows several things of this name."""
    if len(gazetteer().find(named.mention.name)) > 1:
        yield named.mention.name


def acronym_of(named: Named) -> Iterator[str]:
    """The letters of an acronym: the whole name, or what stands in brackets within it."""
    name = named.mention.name
    inside = BRACKET.search(name)
    for word in (inside.group(1) if inside else name,):
        if is_acronym(word):
            yield re.sub(r"[^A-Z]", "", word.upper())


def initials(named: Named) -> Iterator[str]:
    """The initials of a name of several words, with and without the country before it."""
    words = BRACKET.sub(" ", named.mention.name).split()
    if len(words) < SHORTEST:
        return
    parts = [part for word in words for part in word.split("-") if part]
    for chosen in (parts, _without_place(words), _contents(parts)):
        letters = "".join(
            word[0] for word in chosen if word[0].isalpha() and word.lower() not in name_words().joiners
        )
        if len(letters) >= SHORTEST:
            yield letters.upper()


def _contents(words: list[str]) -> list[str]:
    """The words before "of" and after it alike, without "U.S."."""
    return [word for word in words if "." not in word]


def _without_place(words: list[str]) -> list[str]:
    """Words without a country or demonym at their front."""
    known = gazetteer()
    if len(words) > SHORTEST and (known.type_of(words[0]) == "location" or words[0] in known.demonyms):
        return words[1:]
    return words


def word_sets(named: Named) -> Iterator[str]:
    """The words that tell names apart, in any order: "Justice Department" and "Department of Justice".

    A place at the front may be left out, an acronym in brackets may stand for the words before it.
    """
    name = named.mention.name
    inside = BRACKET.search(name)
    forms = [BRACKET.sub(" ", name)]
    if inside:
        forms.append(inside.group(1) + " " + name[inside.end() :])
    for form in forms:
        words = re.sub(r"['\u2019]s\b", "", form).split()
        for chosen in (words, _without_place(words)):
            key = sorted({w for word in chosen if not _is_form(w := word.lower())} - name_words().joiners)
            if len(key) >= SHORTEST or (
                len(key) == 1 and len(words) > 1 and len(key[0]) > SHORTEST and "." not in key[0]
            ):
                yield " ".join(key)


def _is_form(word: str) -> bool:
    return word.rstrip(".") in name_words().company_forms


def first_word(named: Named) -> Iterator[str]:
    """The first word of a company's name, as it is often called: "Brightwell" of "Brightwell Foods"."""
    words, known = named.mention.name.split(), gazetteer()
    company = named.mention.type == "organisation" and head_type([w.lower() for w in words]) == "organisation"
    tells = len(words) > 1 and len(words[0]) > SHORTEST
    if company and tells and not known.find(words[0]) and words[0] not in known.demonyms:
        yield words[0].casefold()


def short_form(named: Named) -> Iterator[str]:
    """What a body is called by one word: the first of a company's name, "Larnavela" of "Grupo Larnavela"."""
    yield from first_word(named)
    if group_of(named.mention) == "body" and (last := short_by_last(named.mention.name.split())):
        yield last.casefold()


def _name_parts(named: Named) -> list[str]:
    return without_generation(named.mention.name.split())


def surname(named: Named) -> Iterator[str]:
    """The last word of a full name."""
    words = _name_parts(named)
    if len(words) > 1:
        yield words[-1].casefold()


def long_surname(named: Named) -> Iterator[str]:
    """The last words of a longer name: "Caro Quinta" of "Rafael Caro Quinta"."""
    words = _name_parts(named)
    for start in range(1, len(words) - 1):
        yield " ".join(words[start:]).casefold()


def nickname(named: Named) -> Iterator[str]:
    """What an operation is called without its head: "Grey Heron" of "Operation Grey Heron"."""
    if named.mention.type == "operation":
        heads = load_lexicon("names")["operation"]
        words = named.mention.name.split()
        headed = words[0].lower() in {*heads["heads"], *heads["projects"]}
        yield " ".join(words[1:] if headed and len(words) > 1 else words).casefold()


def given_name(named: Named) -> Iterator[str]:
    """The first word of a full name."""
    words = _name_parts(named)
    if len(words) > 1:
        yield words[0].casefold()


def bare_surname(named: Named) -> Iterator[str]:
    """A name of one word."""
    words = _name_parts(named)
    if len(words) == 1:
        yield words[0].casefold()
