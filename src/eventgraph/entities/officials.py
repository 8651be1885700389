"""Who turns out to be an official: whoever holds a post at what is an agency, however the text says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from eventgraph.entities.figures import SUBJECTS
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Link, Mention, RelationMention
from eventgraph.text.parse import Parsed
from eventgraph.vocabulary import MentionKind, Status, Verdict

SPEAKS_FOR = re.compile(r",?\s+(?:from|of|with|at)\s+(?:the\s+)?")
"""What stands between a person and the agency that he or she speaks for: "Ada Quist, from the NCA, said"."""
IN_NAME_OF = re.compile(r",\s+who\s+(?:acts|speaks|spoke)\s+for\s+(?:the\s+)?")
"""What says so by itself: "Ada Quist, who speaks for the NCA"."""
POSSESSED = re.compile("['\u2019]s?\\s+")
"""What stands between an agency and one of its people: "the ATF's Ada Quist"."""
REAL = frozenset({Status.HAPPENED, Status.ONGOING})
"""How a post must be told to be held."""


def promoted(
    parsed: Parsed, mentions: Sequence[Mention], links: Iterable[Link], relations: Iterable[RelationMention]
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
    posts = {(r.label, r.object) for r in relations if types.get(r.subject) == "official"}
    holders |= {
        _root(first, r.subject.mention_id)
        for r in relations
        if r.rule == "predecessor" and r.status in REAL and (r.label, r.object) in posts
    }
    holders |= {_root(first, mention.mention_id) for mention in _speakers(parsed, mentions)}
    return [
        replace(mention, type="official")
        if mention.type == "person" and _root(first, mention.mention_id) in holders
        else mention
        for mention in mentions
    ]


def _speakers(parsed: Parsed, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """People who speak for an agency: "Ada Quist, of the Larnby Court, said", "the ATF's Ada Quist"."""
    saying = load_lexicon("speech")["saying"]
    for left, right in pairwise(mentions):
        if _is_ones_own(parsed, left, right):
            yield right
        if left.type != "person" or right.type != "agency" or left.end >= right.start:
            continue
        last = parsed.token_at(left.end - 1)
        beside = SPEAKS_FOR.fullmatch(parsed.text, left.end, right.start) is not None
        says = last is not None and last.dep in SUBJECTS and parsed.head(last).lemma in saying
        if (beside and says) or IN_NAME_OF.fullmatch(parsed.text, left.end, right.start):
            yield left


def _is_ones_own(parsed: Parsed, agency: Mention, person: Mention) -> bool:
    """Whether an agency's name in the possessive stands before a person's: "the ATF's Ada Quist said"."""
    if agency.type != "agency" or person.type != "person" or person.kind is not MentionKind.NAME:
        return False
    last = parsed.token_at(person.end - 1)
    owned = POSSESSED.fullmatch(parsed.text, agency.end, person.start) is not None
    return owned and last is not None and last.dep not in {"compound", "nmod", "poss"}


def _root(first: dict[str, str], mention: str) -> str:
    """The first mention of the same thing, as far as the links tell."""
    while mention in first and first[mention] != mention:
        mention = first[mention]
    return mention
