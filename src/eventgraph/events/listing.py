"""Lists of things with numbers, told by their words alone: whether the next number goes on the list."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from eventgraph.events.grammar import is_verbal
from eventgraph.events.quantities import Number
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token

JOINTS = {",", "and", "plus", "&"}
CALM = {"NOUN", "PROPN", "ADJ", "DET", "CCONJ", "PUNCT", "NUM", "SYM", "PART", "ADV"}
LINKS = {"of", "in", "-"}
WHERE = {"in", "at", "near"}
FINITE = {"VBD", "VBZ", "VBP", "MD"}
LONGEST_ITEM = 12


def goes_on(parsed: Parsed, last: Token, first: Token, triggers: AbstractSet[int]) -> bool:
    """Whether a list goes on from a number to the next one, which is no subject of a clause of its own."""
    between = parsed.tokens[last.index + 1 : first.index]
    if last.sentence != first.sentence or not between or len(between) > LONGEST_ITEM:
        return False
    if is_elsewhere(parsed, first):
        return False
    if between[-1].lemma in load_lexicon("quantities")["weighing"]["words"]:  # "and paintings worth $3 m"
        between = between[:-1]
        joined = any(token.lower in JOINTS for token in between)
    else:
        joined = between[-1].lower in JOINTS
    if not joined or any(token.index in triggers for token in between):
        return False
    return all(_is_calm(token) for token in between) and not _opens_a_clause(parsed, first, triggers)


def is_elsewhere(parsed: Parsed, number: Token) -> bool:
    """Whether a bare number is followed by a place of its own ("40 in Norland and 12 in Larnby")."""
    behind = parsed.tokens[number.index + 1 : number.index + 2]
    return bool(behind) and behind[0].lower in WHERE


def _is_calm(token: Token) -> bool:
    """Whether a word can stand in an item of a list ("14 sovereigns of gold, two hand-made pistols")."""
    participle = token.tag in {"VBN", "VBG"} and (token.dep in {"amod", "compound"} or token.lower == "aged")
    return token.pos in CALM or participle or token.lower in LINKS


def _opens_a_clause(parsed: Parsed, first: Token, triggers: AbstractSet[int]) -> bool:
    """Whether a finite verb or a happening follows a number before the next comma or "and"."""
    for token in parsed.tokens[first.index + 1 : first.index + 1 + LONGEST_ITEM]:
        if token.sentence != first.sentence or token.text in {",", ";", ".", "("}:
            return False
        if token.lower in {"and", "that", "which", "who", "after", "when", "while"}:
            return False
        if token.tag in FINITE or token.index in triggers:
            return True
    return False


def told_behind(parsed: Parsed, whole: Token, part: Number, triggers: AbstractSet[int]) -> int | None:
    """The happening right behind a number and a part of it between commas, however both parsed.

    "14 persons, among them two reporters, sustained injuries": the injuries.
    """
    between = [token.lower for token in parsed.tokens[whole.index + 1 : part.first.index]]
    opened = [between.index(word) for word in ("among", "including") if word in between]
    if _is_of_them(parsed, part.last):
        opened = [len(between)]  # "15 migrants, seven of them children, suffocated"
    if not opened or opened[0] < 1 or between[opened[0] - 1] != "," or len(between) > LONGEST_ITEM:
        return None
    if _is_object(parsed, whole):
        return None  # "killed 14 men, five of them guards, said the army"
    commas = between.count(",")
    behind = parsed.tokens[part.last.index + 1 : part.last.index + LONGEST_ITEM]
    closed = next((token.index for token in behind if token.text == ","), None)
    if commas != 1 or closed is None or any(not _is_calm(token) for token in behind if token.index < closed):
        return None
    return _told_at(parsed, closed + 1, triggers)


def _root_of(parsed: Parsed, index: int) -> Token:
    token = parsed.tokens[index]
    return next((above for above in parsed.ancestors(token) if above.dep == "ROOT"), token)


def _is_object(parsed: Parsed, number: Token) -> bool:
    """Whether a number counts the object of a verb before it, and so belongs to that."""
    noun = number
    while noun.dep in {"nummod", "quantmod", "compound"} and parsed.head(noun) is not noun:
        noun = parsed.head(noun)
    return noun.dep == "dobj" and parsed.head(noun).index < number.index


def _is_of_them(parsed: Parsed, number: Token) -> bool:
    """Whether a number is a part of what was just told ("seven of them")."""
    behind = [token.lower for token in parsed.tokens[number.index + 1 : number.index + 3]]
    return behind in (["of", "them"], ["of", "whom"])


def _told_at(parsed: Parsed, start: int, triggers: AbstractSet[int]) -> int | None:
    """The happening that a finite verb tells from an index on ("were wounded", "sustained injuries")."""
    helped = not is_verbal(_root_of(parsed, start))  # without a verb above, the parse is wrong
    for token in parsed.tokens[start : start + LONGEST_ITEM]:
        if token.index in triggers:
            return token.index if helped or token.tag in FINITE else None
        verbal = token.pos in {"AUX", "ADV"} or token.lower == "not" or token.lower.endswith("ed")
        if token.sentence != parsed.tokens[start].sentence or not verbal:
            return None
        helped = helped or token.pos == "AUX" or token.lower.endswith("ed")
    return None
