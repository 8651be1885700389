"""Names of protected people that no rule has found: they are covered too, so that they can be masked."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eventgraph.entities.chains import Book, Chain
from eventgraph.entities.forms import group_of
from eventgraph.entities.knowledge import gazetteer, name_words
from eventgraph.model import Document, Link, Mention
from eventgraph.vocabulary import Verdict

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
    for chain in book.chains:
        if chain.fullest.casefold() not in hidden:
            continue
        person = group_of(chain.first) == "person"
        if person or not gazetteer().find(chain.fullest):
            type_ = chain.first.type if person else "person"
            chain.members = [one.with_type(type_, protected=True) for one in chain.members]


def _protected(book: Book) -> list[Chain]:
    return [chain for chain in book.chains if any(one.mention.protected for one in chain.members)]


def cover_names(document: Document, book: Book, mentions: Sequence[Mention]) -> Iterator[Covered]:
    """The places where a word of a protected person's name stands in no mention, in text order.

    ``mentions`` are all mentions by name in text order. Cost grows with the text, not with the people.
    """
    owners: dict[str, list[Chain]] = {}
    for chain in _protected(book):
        for word in chain.fullest.split():
            if len(word) >= SHORTEST and word.lower() not in name_words().joiners:
                owners.setdefault(word.casefold(), []).append(chain)
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
