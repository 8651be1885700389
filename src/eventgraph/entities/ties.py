"""What two names side by side say by the words between them: parts, seats, places within places."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from eventgraph.entities.candidate import is_acronym
from eventgraph.entities.classify import head_type
from eventgraph.entities.ground import BODIES, PEOPLE, Ground
from eventgraph.entities.knowledge import gazetteer, name_words
from eventgraph.entities.names import POSSESSIVES
from eventgraph.entities.places import contains, place_holders
from eventgraph.entities.syntax import subject_of
from eventgraph.entities.told import clause_status
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Mention, RelationMention
from eventgraph.vocabulary import MentionKind, Status

MOST_LISTED = 8
"""Bodies in a list that are looked at."""
FARTHEST = 60
"""Code points between two names that one sentence ties."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words between two names, by what they say; each pattern matches all of them."""

    part: re.Pattern[str]
    owned_part: re.Pattern[str]
    member: re.Pattern[str]
    partner: re.Pattern[str]
    seat: re.Pattern[str]
    seated: re.Pattern[str]
    within: re.Pattern[str]
    owned_place: re.Pattern[str]


@cache
def _words() -> _Words:
    """The patterns made of the words of ``relations.toml``."""
    found = load_lexicon("relations")
    part, settlement = "|".join(found["part"]), "|".join(found["settlement"])
    small = "|".join(found["named_settlement"])
    seated, direction = "|".join(found["seated"]), "|".join(sorted(name_words().direction))
    belongs = "|".join(found["belongs"])
    word = r"(?:(?!(?:and|at|by|for|from|in|of|on|to|with) )[\w-]+ )"
    some, named = word + "{0,3}", r"(?:(?:the|its) )?"
    helped, works_with = (
        "|".join(found["helped_by"]),
        "|".join(load_lexicon("names")["relation"]["works_with"]),
    )
    clause = r",? ?(?:(?:which|that|who) )?(?:(?:is|are) (?:now |also )?)?"
    return _Words(
        part=re.compile(
            rf"{clause}(?:(?:an?|the) {some}(?:{part}) (?:of|within|at|under)|{belongs}) {named}"
        ),
        owned_part=re.compile(rf"(?:['\u2019]s? )?(?:[\w-]+ ){{0,2}}(?:{part}),? "),
        member=re.compile(rf"{clause}(?:{'|'.join(found['membership'])}) {named}"),
        partner=re.compile(
            rf",? (?:(?:working|acting) (?:\w+ )?(?:with|alongside)|(?:{helped}) by"
            rf"|(?:acting|working) in (?:\w+ )?(?:{works_with}) with) {named}"
        ),
        seat=re.compile(
            rf"{clause}(?:{seated}|(?:with|has) (?:its )?(?:headquarters|seat)"
            rf"|whose (?:headquarters|seat) (?:is|are)) (?:in|at) (?:the )?(?:(?:{direction}) )?"
        ),
        seated=re.compile(rf"-(?:based|headquartered) {some}"),
        within=re.compile(
            rf",? (?:(?:an?|the) {some}(?:{settlement}) (?:in|of|on) |in )(?:the )?(?:(?:{direction}) )?"
        ),
        owned_place=re.compile(rf"(?:['\u2019]s? {some}(?:{settlement})(?:,| of)?|{word}?(?:{small}) of) "),
    )


def side_by_side(ground: Ground) -> Iterator[RelationMention]:
    """The relations between each mention and the next: "the FBI's Larnby Field Office", "Portland, Ore."."""
    for left, right in pairwise(ground.mentions):
        between = ground.between(left, right)
        if len(between) <= FARTHEST and ground.sentence_of(left) == ground.sentence_of(right):
            words = " ".join(f"<{between}>".split())[1:-1].lower()
            for relation in _of_pair(ground, left, right, words):
                yield replace(relation, status=_status(ground, left, right))


def seats(ground: Ground) -> Iterator[RelationMention]:
    """Where a body has its seat, by a verb further off: "Europol, the EU's agency, is based in The Hague"."""
    parsed, seated = ground.parsed, load_lexicon("relations")["seated"]
    for verb in parsed.tokens:
        if verb.tag != "VBN" or verb.lower not in seated:
            continue
        noun = subject_of(parsed, verb)
        body = ground.covering(noun) if noun is not None else None
        if body is None or body.type not in BODIES:
            continue
        for preposition in parsed.children(verb, "prep"):
            place = parsed.child(preposition, "pobj")
            named = (
                ground.covering(place) if place is not None and preposition.lower in {"in", "at"} else None
            )
            if named is not None and named.type == "location":
                seat = ground.relation("located_in", body, named, "seat")
                yield replace(seat, status=clause_status(parsed, verb))


def _status(ground: Ground, left: Mention, right: Mention) -> Status:
    """How real the clause makes it whose verb stands between two mentions: "belongs to"."""
    between = ground.parsed.tokens_in(left.end, right.start)
    verb = next((t for t in between if t.pos in {"VERB", "AUX"} and t.dep not in {"aux", "auxpass"}), None)
    return clause_status(ground.parsed, verb) if verb is not None else Status.HAPPENED


def places_beside(ground: Ground) -> Iterator[RelationMention]:
    """Places within the place named beside them: "Portland, Ore.", "Ohio's Columbus"."""
    places = [m for m in ground.mentions if m.type == "location" and m.kind is MentionKind.NAME]
    for inner, outer in place_holders(ground.document.text, places).items():
        yield ground.relation("located_in", inner, outer, "place beside place")


def _of_pair(ground: Ground, left: Mention, right: Mention, between: str) -> Iterator[RelationMention]:
    """What the words between two mentions say of them."""
    if left.type in BODIES and right.type in BODIES:
        yield from _parts(ground, left, right, between)
    elif right.type == "location":
        yield from _in_place(ground, left, right, between)
    elif left.type == "location" and right.type in BODIES:
        yield from _of_place(ground, left, right, between)
    elif (
        left.type in PEOPLE and right.type in BODIES and between in {" of the ", " of ", ", of the ", ", of "}
    ):
        if left.kind is MentionKind.NAME:
            yield ground.relation("member_of", left, right, "of")
    elif left.type in PEOPLE and right.type in BODIES and _words().member.fullmatch(between):
        yield ground.relation("member_of", left, right, "member")
    elif left.type in BODIES and right.type == "operation" and between.strip() in {*POSSESSIVES, "-led"}:
        yield ground.relation("took_part_in", left, right, "owner")


def _parts(ground: Ground, left: Mention, right: Mention, between: str) -> Iterator[RelationMention]:
    """Which of two bodies is a part of the other: "the Cyber Division of the FBI", "the FBI unit Larnhub"."""
    words = _words()
    if between.strip() in POSSESSIVES:
        if _names_a_body(right.name):
            yield ground.relation("part_of", right, left, "owner")
    elif between.strip() in {"of the", "of"}:
        if left.kind is not MentionKind.PRONOUN:
            yield ground.relation("part_of", left, right, "of")
    elif words.part.fullmatch(between):
        yield ground.relation("part_of", left, right, "part")
    elif words.partner.fullmatch(between):
        for partner in (right, *_listed(ground, right)):
            yield ground.relation("works_with", left, partner, "with")
    elif words.owned_part.fullmatch(between.lstrip() if between[:1].isspace() else between):
        yield ground.relation("part_of", right, left, "part")


def _listed(ground: Ground, first: Mention) -> Iterator[Mention]:
    """The bodies that commas and "and" join to one."""
    at = bisect.bisect_right(ground.mentions, first.start, key=lambda mention: mention.start)
    before = first
    for mention in ground.mentions[at : at + MOST_LISTED]:
        between = " ".join(ground.between(before, mention).split())
        if mention.type not in BODIES or between not in {
            ",",
            "and",
            ", and",
            "and the",
            ", the",
            ", and the",
        }:
            return
        yield mention
        before = mention


def _in_place(ground: Ground, left: Mention, right: Mention, between: str) -> Iterator[RelationMention]:
    """What lies in the second, a place: "Interpol, based in Lyon", "Larnby, a town in Ohio"."""
    words = _words()
    if left.type == "location":
        if words.within.fullmatch(between) and not contains(left.name, right.name):
            yield ground.relation("located_in", left, right, "in")
        elif words.owned_place.fullmatch(between.lstrip() if between[:1].isspace() else between):
            yield ground.relation("located_in", right, left, "owner")
    elif left.type in BODIES:
        site = left.name.lower().split()[-1] in load_lexicon("relations")["site"] and between == " in "
        if site or words.seat.fullmatch(between):
            yield ground.relation("located_in", left, right, "seat")


def _of_place(ground: Ground, left: Mention, right: Mention, between: str) -> Iterator[RelationMention]:
    """A body named after its place: "Lyon-based Interpol", "Larnby's Central Court"."""
    if between.strip() in POSSESSIVES and _names_a_body(right.name):
        yield ground.relation("located_in", right, left, "owner")
    elif _words().seated.fullmatch(between):
        yield ground.relation("located_in", right, left, "seat")


def _names_a_body(name: str) -> bool:
    """Whether a name shows that it is a body, not a product or a work that an owner may have as well."""
    words = name.lower().split()
    return bool(
        head_type(words) or words[-1] in name_words().weak or gazetteer().find(name) or is_acronym(name)
    )
