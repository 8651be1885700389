"""Names of protected people that no rule has found: they are covered too, so that they can be masked."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eventgraph.entities.chains import Book, Chain
from eventgraph.entities.forms import group_of
from eventgraph.entities.knowledge import gazetteer, name_words
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Document, Link, Mention
from eventgraph.vocabulary import Verdict

MARKS = "\"'\u2018\u2019\u201c\u201d.,"
"""What may stand at the ends of a word of a name, as around a nickname."""
SHORTEST = 3
"""Letters of a word of a name; shorter ones are too often another word."""


@dataclass(frozen=True, slots=True)
class Covered:
    """A protected name in no other mention, and the link to the one person who has it, if it is one."""

    mention: Mention
    link: Link | None


def protect_namesakes(book: Book) -> None:
    """Protect bare names that are a protected surname too, though it is not known whose they are."""
    hidden = {name.split()[-1].casefold() for chain in _protected(book) for name in chain.names}
    hidden |= {part for surname in hidden for part in surname.split("-") if len(part) >= SHORTEST}
    hidden |= {short for chain in _protected(book) for short in _short_forms(chain.fullest)}
    for chain in book.chains:
        if _called(chain.fullest) not in hidden:
            continue
        person = group_of(chain.first) == "person"
        if person or not gazetteer().find(chain.fullest):
            type_ = chain.first.type if person else "person"
            chain.members = [one.with_type(type_, protected=True) for one in chain.members]


def _called(name: str) -> str:
    """A name without "little" and the like, in small letters."""
    first, _, rest = name.casefold().partition(" ")
    return rest if rest and first in load_lexicon("names")["protected"]["fond"] else name.casefold()


def _short_forms(name: str) -> set[str]:
    """What a child of this full name may be called: the given name, and forms of it.

    >>> sorted(_short_forms("Tim Holm"))
    ['tim', 'timie', 'timmy', 'timy']
    """
    given, _, rest = name.casefold().partition(" ")
    if not rest or len(given) < SHORTEST:
        return set()
    known: dict[str, str] = load_lexicon("link")["names"]["short_given"]
    forms = {given, *(short for short, full in known.items() if full in {given, known.get(given, given)})}
    return forms | {form + end for form in forms for end in ("y", "ie", form[-1] + "y")}


def _protected(book: Book) -> list[Chain]:
    return [chain for chain in book.chains if any(one.mention.protected for one in chain.members)]


def cover_names(document: Document, book: Book, mentions: Sequence[Mention]) -> Iterator[Covered]:
    """The places where a word of a protected person's name stands in no mention, in text order.

    ``mentions`` are all mentions by name in text order. Cost grows with the text, not with the people.
    """
    owners: dict[str, list[Chain]] = {}
    for chain in _protected(book):
        for word in [*chain.fullest.split(), *sorted(_short_forms(chain.fullest))]:
            bare = word.strip(MARKS)
            if len(bare) >= SHORTEST and bare.lower() not in name_words().joiners:
                known = owners.setdefault(bare.casefold(), [])
                if chain not in known:
                    known.append(chain)
    if not owners:
        return
    starts = [mention.start for mention in mentions]
    for match in re.finditer(r"\w+(?:-\w+)*", document.text):
        word = match.group()
        chains = owners.get(word.casefold())
        if not chains or not word[0].isupper():
            continue
        before = bisect.bisect_right(starts, match.start()) - 1
        if before < 0 or mentions[before].end <= match.start():
            yield _covered(document, match.span(), chains)


def _covered(document: Document, place: tuple[int, int], chains: Sequence[Chain]) -> Covered:
    start, end = place
    first = chains[0].first
    mention = Mention(
        document.id,
        start,
        end,
        type=first.type,
        name=document.text[start:end],
        rule="protected name",
        protected=True,
    )
    if len(chains) > 1:
        return Covered(mention, None)
    because = f"“{mention.name}” is a word of the name of {chains[0].fullest}, who is protected."
    link = Link(
        left=first.mention_id,
        right=mention.mention_id,
        verdict=Verdict.SAME,
        score=0.7,
        by="protected name",
        because=because,
    )
    return Covered(mention, link)
