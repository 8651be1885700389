"""Who turns out to be an official: whoever holds a post at what is an agency, however the text says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from eventgraph.model import Link, Mention, RelationMention
from eventgraph.vocabulary import Status, Verdict

REAL = frozenset({Status.HAPPENED, Status.ONGOING})
"""How a post must be told to be held."""


def promoted(
    mentions: Sequence[Mention], links: Iterable[Link], relations: Iterable[RelationMention]
) -> list[Mention]:
    """The mentions, with all those of people who hold a post at an agency as officials.

    "R. J. Quist, who heads the unit" is known only when it is known what "the unit" stands for.
    """
    types = {mention.span: mention.type for mention in mentions}
    first: dict[str, str] = {}
    for link in links:
        if link.verdict is Verdict.SAME:
            first[link.right] = _root(first, link.left)
    holders = {
        _root(first, relation.subject.mention_id)
        for relation in relations
        if relation.type == "holds_position"
        and relation.status in REAL
        and relation.object is not None
        and types.get(relation.object) == "agency"
        and types.get(relation.subject) == "person"
    }
    return [
        replace(mention, type="official")
        if mention.type == "person" and _root(first, mention.mention_id) in holders
        else mention
        for mention in mentions
    ]


def _root(first: dict[str, str], mention: str) -> str:
    """The first mention of the same thing, as far as the links tell."""
    while mention in first and first[mention] != mention:
        mention = first[mention]
    return mention
