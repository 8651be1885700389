"""Questions that rules ask about noun phrases: what is coordinated or counted, where a phrase begins."""

from __future__ import annotations

from collections.abc import Iterator

from eventgraph.events.grammar import (
    LONGEST_CLIMB,
    NOMINAL,
    RELATIVE_TAGS,
    SUBJECTS,
    is_verbal,
    once,
    prepositional,
)
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token

DEFINITE = {"the", "these", "those"}


@once
def coordinated(parsed: Parsed, token: Token) -> tuple[Token, ...]:
    """The noun with the nouns coordinated to it, in text order."""
    found, waiting = [token], [token]
    while waiting:
        above = waiting.pop()
        further = [other for other in parsed.children(above, "conj") if other.pos in NOMINAL]
        further += _behind_aside(parsed, above)
        further += _listed(parsed, above)
        found.extend(further)
        waiting.extend(further)
    return tuple(sorted(found, key=lambda noun: noun.index))


def _behind_aside(parsed: Parsed, noun: Token) -> list[Token]:
    """What goes on a list behind an aside, though it parsed as coordinated to the verb.

    "Arrested a broker, aged 47, and two sailors": the sailors were arrested too.
    """
    verb = parsed.head(noun)
    if noun.dep != "dobj" or not is_verbal(verb):
        return []
    others = [other for other in parsed.children(verb, "conj") if other.pos == "NOUN" and other.tag != "VBG"]
    return [other for other in others if other.index > noun.index and not parsed.child(other, *SUBJECTS)]


def _listed(parsed: Parsed, noun: Token) -> list[Token]:
    """What goes on a list of counted things, though set beside ("six horns, two skins and a gun")."""
    if parsed.child(noun, "nummod") is None or noun.tag != "NNS":
        return []
    beside = [other for other in parsed.children(noun, "appos") if parsed.child(other, "conj", "cc")]
    for of in parsed.children(noun, "prep"):
        for brought in parsed.children(of, "pobj") if of.lower == "of" else ():
            beside += parsed.children(brought, "conj")  # "40 boxes of files and three drives"
    return [other for other in beside if _is_counted(parsed, other) or is_sum(parsed, other)]


def _is_counted(parsed: Parsed, noun: Token) -> bool:
    return noun.tag == "NNS" and parsed.child(noun, "nummod") is not None


def is_sum(parsed: Parsed, token: Token) -> bool:
    """Whether a number is a sum of money ("gave $9 million")."""
    return token.pos == "NUM" and any(child.pos == "SYM" for child in parsed.children(token))


def phrase_start(parsed: Parsed, noun: Token) -> Token:
    """The first word of a noun with its compounds ("prison guard", "child abuse images")."""
    first = noun
    while first.index > 0:
        before = parsed.tokens[first.index - 1]
        joined = before.dep == "compound" and before.head <= noun.index and before.text != "-"
        joined = joined and before.pos != "NUM" and before.lemma not in load_lexicon("quantities")["scales"]
        if before.sentence != noun.sentence or not joined or _is_hyphenated(parsed, before):
            break
        first = before
    return first


def _is_hyphenated(parsed: Parsed, token: Token) -> bool:
    """Whether a hyphen joins the token to the word before it ("five-week")."""
    return token.index > 0 and parsed.tokens[token.index - 1].text == "-"


@once
def content(parsed: Parsed, token: Token) -> Token:
    """The noun that counts: what "of" brings after a number or a measure ("dozens of people")."""
    for _ in range(LONGEST_CLIMB):
        brought = _measured(parsed, token)
        if brought is None:
            break
        token = brought
    return token


def _measured(parsed: Parsed, token: Token) -> Token | None:
    """What a number or a measure is of; None for any other noun, and where nothing says so."""
    if token.pos != "NUM" and token.lemma not in load_lexicon("quantities")["containers"]["words"]:
        return None
    for preposition, noun in (*prepositional(parsed, token), *_preposed(parsed, token)):
        in_cash = preposition.lower == "in" and token.pos == "NUM" and noun.lemma == "cash"
        whole = preposition.lower in {"of", "among"} and noun.pos in NOMINAL and noun.tag not in RELATIVE_TAGS
        how_many = noun.pos == "NUM" and token.pos != "NUM" and not is_sum(parsed, noun)  # "a gang of six"
        if in_cash or (whole and not how_many):
            return noun
    return None


def _preposed(parsed: Parsed, number: Token) -> Iterator[tuple[Token, Token]]:
    """What stands before a number that is a part of it: "Of the victims, 44 were rescued"."""
    verb = parsed.head(number)
    if number.pos == "NUM" and is_verbal(verb):
        yield from (pair for pair in prepositional(parsed, verb) if pair[0].index < number.index)


def is_part_of_known(parsed: Parsed, number: Token, whole: Token) -> bool:
    """Whether some of those already told of are meant, not all ("two of the survivors", "one of them")."""
    if (
        whole.index < number.index
    ):  # "of the 46 passengers, 19 were hurt", but "of the victims, 44 were rescued"
        return whole.pos in {"PRON", "DET"} or parsed.child(whole, "nummod") is not None
    known = whole.pos == "PRON" or parsed.child(whole, "poss") is not None
    known = known or any(child.lower in DEFINITE for child in parsed.children(whole, "det"))
    return known and (number.pos in {"NUM", "PRON"} or number.lower == "none")
