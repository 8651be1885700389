"""Whether a noun is of the words and classes of nouns by which senses are told apart."""

from __future__ import annotations

from functools import cache

from eventgraph.events.entries import load_classes, members
from eventgraph.events.grammar import content, coordinated
from eventgraph.events.reading import Reading
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token

NAMED_PEOPLE = {"PERSON"}
NATIONALS = {"@people", "@foreigners", "@displaced"}
"""Classes that people told by their nation belong to."""
NAMED_PEOPLE_TYPES = {"person", "official"}


def is_one_of(reading: Reading, token: Token | None, words: tuple[str, ...]) -> bool:
    """Whether the noun, one coordinated to it, measured by it or its title is among the lemmas or classes."""
    if token is None:
        return False
    scales, nouns = load_lexicon("quantities")["scales"], []
    for head in coordinated(reading.parsed, token):
        counted = content(reading.parsed, head)
        nouns += [counted] if counted is head or head.lemma in scales else [head, counted]
        nouns += [*_titles(reading, head), *_ships(reading, head)]
    plain, listed, classes = _sorted_out(words)
    if any(noun.lemma in plain or noun.lemma in listed or noun.lower in listed for noun in nouns):
        return True
    inflected = [noun for noun in nouns if noun.tag == "NNPS"]  # "Landslides" may begin a sentence
    if any(fits(reading, noun, word) for noun in inflected for word in words):
        return True
    return any(fits(reading, noun, word) for noun in nouns for word in classes)


@cache
def _sorted_out(words: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """The lemmas among the words, the members of the classes among them, and these classes."""
    classes = tuple(word for word in words if word.startswith("@"))
    listed = frozenset[str]().union(*(members(word[1:]) for word in classes))
    return frozenset(words) - frozenset(classes), listed, classes


def _titles(reading: Reading, name: Token) -> list[Token]:
    """What a name is said to be right before it ("striker Tom Varga")."""
    mention = reading.name_of(name)
    if mention is None or mention.type not in NAMED_PEOPLE_TYPES:
        return []
    return reading.parsed.children(name, "compound")


def _ships(reading: Reading, name: Token) -> list[Token]:
    """The letters before a name that only ships have ("the MV Larnby")."""
    prefixes = members("ships")
    return [word for word in reading.parsed.children(name, "compound") if word.lower in prefixes]


def fits(reading: Reading, noun: Token, word: str) -> bool:
    """Whether a noun is a lemma, or belongs to a class ("@people")."""
    alone = noun.tag == "NNPS" and begins_in_capital(reading, noun) and not reading.name_of(noun)
    singular = noun.lower.removesuffix("s") if alone else noun.lemma
    if not word.startswith("@"):
        return word in (noun.lemma, singular)
    if word == "@acts" and noun.tag == "VBG":
        return True
    if not members(word[1:]).isdisjoint((noun.lemma, noun.lower, singular)):
        return True
    in_cash = _is_figure(noun) and any(_is_sum(word) for word in _counting(reading.parsed, noun))
    if word == "@money" and (in_cash or noun.lemma in load_lexicon("quantities")["currencies"]):
        return True
    mention = reading.name_of(noun)
    if mention is not None and noun.lemma not in members("sickness"):
        return mention.type in load_classes().names.get(word[1:], ())
    counted = noun.pos == "NUM" and not in_cash
    if _is_nationals(noun):
        return word in NATIONALS
    return word == "@people" and (noun.label in NAMED_PEOPLE or counted)


def _is_nationals(noun: Token) -> bool:
    """Whether a noun tells people by their nation or faith ("44 Bangladeshis")."""
    return noun.label == "NORP" and noun.tag in {"NNPS", "NNS"}


def _is_figure(noun: Token) -> bool:
    """Whether the head of a sum is a number or, as "7bn" and the "m" of "410m" parse, a scale."""
    return noun.pos == "NUM" or noun.text[0].isdigit() or noun.lower.rstrip(".") in _scales()


def _scales() -> dict[str, int]:
    """Words and letters that multiply a number."""
    scales: dict[str, int] = load_lexicon("quantities")["scales"]
    return scales


def _counting(parsed: Parsed, figure: Token) -> list[Token]:
    """What stands before the head of a sum, below its number too ("£" of "£410m")."""
    numbers = parsed.children(figure, "nummod")
    return [*parsed.children(figure), *(word for number in numbers for word in parsed.children(number))]


def _is_sum(word: Token) -> bool:
    """Whether a word before a number is a currency, or a currency joined to figures ("$", "R$6.5")."""
    figures = any(sign.isdigit() for sign in word.text)
    return word.pos == "SYM" or word.tag == "$" or (figures and not word.text[0].isdigit())


def begins_in_capital(reading: Reading, token: Token) -> bool:
    """Whether a noun only seems a name since it begins a sentence ("Landslides buried ...")."""
    return token.pos == "PROPN" and token.index == reading.parsed.sentences[token.sentence].first
