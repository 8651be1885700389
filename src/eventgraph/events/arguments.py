"""Participants with their spans: the mention a noun stands in or is, the name set beside a title."""

from __future__ import annotations

from eventgraph.events.entries import members
from eventgraph.events.grammar import prepositional
from eventgraph.events.nouns import content, is_part_of_known, phrase_start
from eventgraph.events.part import BODIES, PEOPLE, Part
from eventgraph.events.reading import Reading
from eventgraph.model import Argument, Mention, Span
from eventgraph.text.parse import Parsed, Token
from eventgraph.vocabulary import MentionKind

LONGEST_PART = 6
"""Words from a number to what it is a part of."""


def arguments(reading: Reading, parts: tuple[Part, ...]) -> tuple[Argument, ...]:
    """The participants with their spans: the mention a noun stands in or is, else the noun itself."""
    found: dict[tuple[str, Span], Argument] = {}
    for part in parts:
        mention = mention_for(reading, part.token)
        last = part.token if mention else _whole(reading.parsed, part.token)
        span = mention.span if mention else reading.span(phrase_start(reading.parsed, part.token), last)
        argument = Argument(
            span.document, span.start, span.end, role=part.role, mention=mention.span if mention else None
        )
        found.setdefault((part.role, span), argument)
    return tuple(sorted(found.values(), key=lambda argument: (argument.start, argument.end, argument.role)))


def with_wholes(parsed: Parsed, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts with what some of them are a part of, which may have the number ("none of the 44 people")."""
    wholes = (Part(part.role, _whole(parsed, part.token)) for part in parts)
    return (*parts, *(whole for whole in wholes if all(whole.token is not part.token for part in parts)))


def _whole(parsed: Parsed, number: Token) -> Token:
    """The last word of "two of the survivors"; any other token is itself."""
    whole = content(parsed, number)
    behind = 0 < whole.index - number.index <= LONGEST_PART
    return whole if behind and is_part_of_known(parsed, number, whole) else number


def mention_for(reading: Reading, token: Token) -> Mention | None:
    """The mention a noun stands in, or the name set beside it ("his brother, Luis Betancur")."""
    mention = reading.mention_of(token)
    if mention is not None and reading.parsed.tokens_in(mention.start, mention.end)[-1].index >= token.index:
        return mention
    titled = _titled_name(reading, token) or _name_behind_place(reading, token)
    if titled is not None and mention is None:
        return titled
    for beside in reading.parsed.children(token, "appos"):
        name = reading.name_of(beside)
        if name is not None and (name.type in PEOPLE or (name.type in BODIES and _is_one(token, mention))):
            return name
    return None


def _titled_name(reading: Reading, title: Token) -> Mention | None:
    """Who has a title of several words that parsed as the head ("Commissioner for Labour Ada Quist")."""
    parsed = reading.parsed
    for preposition, noun in prepositional(parsed, title):
        name = reading.name_of(noun)
        if preposition.lower not in {"of", "for"} or name is None or name.type not in PEOPLE:
            continue
        if any(
            other.start < name.start and other.pos == "PROPN" for other in parsed.children(noun, "compound")
        ):
            return name
    return None


def _name_behind_place(reading: Reading, title: Token) -> Mention | None:
    """Who has a title that ends in a place or a body ("the mayor of Lima, Ana Cruz, was shot")."""
    if title.lemma not in members("posts") | members("leaders"):
        return None
    for preposition, place in prepositional(reading.parsed, title):
        for beside in reading.parsed.children(place, "appos") if preposition.lower == "of" else ():
            name = reading.name_of(beside)
            if name is not None and name.type in PEOPLE:
                return name
    return None


def _is_one(noun: Token, mention: Mention | None) -> bool:
    """Whether a noun without a name speaks of a single thing ("the owner, Larnby Shipping")."""
    return noun.tag == "NN" and (mention is None or mention.kind is not MentionKind.NAME)
