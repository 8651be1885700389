"""Candidates to mentions: each with its type, its tidy name, its attributes and what decided."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from eventgraph.entities.candidate import PERSON, Candidate, is_acronym, offsets
from eventgraph.entities.classify import Judged, is_medium, judge
from eventgraph.entities.knowledge import gazetteer, name_words
from eventgraph.entities.names import POSSESSIVES
from eventgraph.entities.people import attributes_of, case_numbers
from eventgraph.entities.pieces import called, noun_before
from eventgraph.entities.posts import Post, is_private
from eventgraph.entities.protection import is_protected
from eventgraph.model import Document, Mention
from eventgraph.text.front import Front
from eventgraph.text.parse import Parsed

ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
POSSESSIVE = re.compile(r"['\u2019]s?$")
MARKS = frozenset("\"'\u2018\u2019\u201c\u201d*_#")
LONGEST_SHOUTED = 4
"""Letters of a word in capitals that may be another name than the word is: "ICE"."""
TOLD_SURE = 2
"""How well the type is founded that the header of a column gives."""
PEOPLE = frozenset({"person", "official"})
IN_BRACKETS = re.compile(r"\(([A-Z][\w .-]{1,30})\)")
"""Who reports, in a dateline or under a photo: "LONDON (Reuters)"."""


@dataclass(frozen=True, slots=True)
class Named:
    """A mention by name with the candidate it was made of, if it stands in parsed text.

    ``sure`` is how well its type is founded, see `classify.Judged`. ``place`` is what a place lies in, where
    the document has several of its name.
    """

    mention: Mention
    candidate: Candidate | None
    sure: int
    place: str = ""

    def with_type(self, kind: str, *, protected: bool) -> Named:
        """The same with another type, and protected or not."""
        if (self.mention.type, self.mention.protected) == (kind, protected):
            return self
        return replace(self, mention=replace(self.mention, type=kind, protected=protected))


def tidy(name: str) -> str:
    """A name without article and possessive, white space folded: "the  FBI's" as "FBI"."""
    folded = " ".join(name.split())
    if folded.startswith("The ") and gazetteer().find(folded):
        return folded
    return POSSESSIVE.sub("", ARTICLE.sub("", folded)) or folded


def find_named(
    parsed: Parsed,
    document: Document,
    candidates: Sequence[Candidate],
    posts: Iterable[Post],
    fronts: Iterable[Front],
) -> list[Named]:
    """All mentions by name, in text order: those of the parsed text and those of datelines."""
    judged = [(candidate, judge(parsed, candidate)) for candidate in candidates]
    types = {candidate: kind.type for candidate, kind in judged if kind}
    officials = _officials([post for post in posts if not is_private(parsed, post)], types)
    named = [_named(parsed, document, c, kind, c.first in officials) for c, kind in judged if kind]
    named += [
        n for n in _in_fronts(document, fronts) if not any(o.mention.overlaps(n.mention) for o in named)
    ]
    return sorted(named, key=lambda n: (n.mention.start, n.mention.end))


def with_told(named: Sequence[Named], told: Iterable[Mention]) -> list[Named]:
    """The mentions, in text order, with those that something else than the words around them tells."""
    other = [Named(mention, None, TOLD_SURE) for mention in told]
    return sorted([*named, *other], key=lambda n: (n.mention.start, n.mention.end))


def with_case_numbers(parsed: Parsed, document: Document, named: Sequence[Named]) -> list[Named]:
    """The mentions with each case number on the one person, or else the one body, of its sentence."""
    found = list(named)
    starts = [one.mention.start for one in named]
    for number in case_numbers(parsed, document.id):
        token = parsed.token_at(number.start)
        if token is None:
            continue
        sentence = parsed.sentence_of(token)
        here = range(bisect_left(starts, sentence.start), bisect_left(starts, sentence.end))
        for types in ({"person", "official"}, {"agency", "organisation"}):
            fits = [i for i in here if found[i].mention.type in types]
            if len(fits) == 1:
                mention = found[fits[0]].mention
                attributes = (*mention.attributes, number)
                found[fits[0]] = replace(found[fits[0]], mention=replace(mention, attributes=attributes))
                break
    return found


def _officials(posts: Iterable[Post], types: dict[Candidate, str]) -> set[int]:
    """The first tokens of the people whose post makes them officials."""
    return {
        post.person.first
        for post in posts
        if post.public or (post.body is not None and types.get(post.body) == "agency")
    }


def _named(parsed: Parsed, document: Document, candidate: Candidate, kind: Judged, official: bool) -> Named:  # noqa: FBT001 (one of two answers, private)
    start, end = _without_marks(parsed.text, *offsets(parsed, candidate))
    type_ = "official" if official and kind.type == PERSON else kind.type
    if type_ == "organisation" and "agency" in {called(parsed, candidate), noun_before(parsed, candidate)}:
        type_ = "agency"
    attributes = attributes_of(parsed, document.id, candidate) if kind.type == PERSON else ()
    mention = Mention(
        document.id,
        start,
        end,
        type=type_,
        name=tidy(parsed.text[start:end]),
        rule=candidate.rule,
        attributes=attributes,
        protected=kind.type == PERSON and is_protected(parsed, candidate, attributes, official=official),
    )
    return Named(mention, candidate, 2 if official else kind.sure)


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the quotation marks that the parser left in its first or last word."""
    while start < end - 1 and text[start] in MARKS:
        start += 1
    while end > start + 1 and text[end - 1] in MARKS:
        end -= 1
    return start, end


def _in_fronts(document: Document, fronts: Iterable[Front]) -> Iterator[Named]:
    """The places of datelines, and the media in brackets beside them or under a photo."""
    for front in fronts:
        if front.place is not None:
            yield from _places(document, *front.place)
        for match in IN_BRACKETS.finditer(document.text, front.start, front.end):
            if is_medium(match.group(1)):
                yield _front_name(document, match.start(1), match.end(1), "organisation")


def _places(document: Document, start: int, end: int) -> Iterator[Named]:
    """The places of a dateline, cut at its commas: "PORT ARTHUR, Texas" is two."""
    for match in re.finditer(r"[^,/]+", document.text[start:end]):
        words = match.group()
        left = len(words) - len(words.lstrip())
        if words.strip():
            first = start + match.start() + left
            yield _front_name(document, first, first + len(words.strip()), "location")


def _front_name(document: Document, start: int, end: int, kind: str) -> Named:
    name = tidy(document.text[start:end])
    known = gazetteer().only(name)
    if known and known.name.upper() == name:
        name = known.name
    return Named(Mention(document.id, start, end, type=kind, name=name, rule="dateline"), None, 3)


def as_mentions(named: Iterable[Named]) -> tuple[Mention, ...]:
    """The bare mentions, in the order of their spans."""
    return tuple(sorted((n.mention for n in named), key=lambda m: (m.start, m.end)))


def agree(named: Sequence[Named]) -> list[Named]:
    """The mentions with one type for each name: the best founded, then the most frequent, then the first.

    A bare word of a person's full name stays a person though the lexicon knows a place of that name.
    """
    full = [
        one.mention.name.split() for one in named if one.mention.type in PEOPLE and " " in one.mention.name
    ]
    parts = {word for words in full for word in words if gazetteer().find(word)}
    free = [one for one in named if one.mention.type not in PEOPLE or one.mention.name not in parts]
    votes: dict[str, Counter[tuple[int, str]]] = {}
    for one in free:
        votes.setdefault(_spelling(one), Counter())[one.sure, one.mention.type] += 1
    split = {name for name, types in votes.items() if len(types) > 1}
    free_ids = {one.mention.mention_id for one in free if _spelling(one) in split}
    return [
        _outvoted(one, votes[_spelling(one)]) if one.mention.mention_id in free_ids else one for one in named
    ]


def _spelling(one: Named) -> str:
    """A name as its places are counted together: "EL LARNA" of a dateline with "El Larna"."""
    name = one.mention.name
    return name if is_acronym(name) and len(name) <= LONGEST_SHOUTED else name.casefold()


def owned_by_agencies(text: str, named: Sequence[Named]) -> list[Named]:
    """The mentions with the units of an agency as agencies: "the LAPD's Hollywood Division"."""
    found = list(named)
    for place in range(1, len(found)):
        left, right = found[place - 1].mention, found[place].mention
        between = text[left.end : right.start].strip()
        last = right.name.lower().split(" of ")[0].rsplit(" ", 1)[-1]
        unit = last in name_words().owned or (last,) in name_words().heads["agency"]
        owner = left.type == "agency" and between in POSSESSIVES
        if owner and unit and right.type == "organisation":
            found[place] = replace(found[place].with_type("agency", protected=False), sure=2)
    return found


def _outvoted(one: Named, votes: Counter[tuple[int, str]]) -> Named:
    """A mention with the type that most of its name's well founded mentions have."""
    surest = max(sure for sure, _ in votes)
    best = max(
        (
            (count, -place, type_)
            for place, ((sure, type_), count) in enumerate(votes.items())
            if sure == surest
        )
    )
    return one.with_type(best[2], protected=one.mention.protected)
