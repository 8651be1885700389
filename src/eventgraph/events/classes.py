"""Whether a noun is of the words and classes of nouns by which senses are told apart."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.events.entries import keys_of, load_classes, members
from eventgraph.events.grammar import prepositional
from eventgraph.events.nouns import content, coordinated
from eventgraph.events.reading import Reading
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Mention
from eventgraph.text.parse import Parsed, Token

NOTHING = frozenset[str]()
NOBODY = {"no", "any", "every", "some"}
THINGS = (
    "goods",
    "product",
    "vehicle",
    "building",
    "infrastructure",
    "machinery",
    "structures",
    "farming",
    "virtual",
)
A_SHIP = frozenset({"=ship", "ship"})
NAMED_PEOPLE = {"PERSON"}
NATIONALS = {"@people", "@foreigners", "@displaced"}
"""Classes that people told by their nation belong to."""
NAMED_PEOPLE_TYPES = {"person", "official"}


def keys_at(reading: Reading, token: Token | None) -> frozenset[str]:
    """What a noun is, what is coordinated to it, measured by it or its title, as `entries.keys_of` has it."""
    if token is None:
        return NOTHING
    key = ("keys of the nouns at", token.index)
    known: frozenset[str] | None = reading.parsed.known.get(key)
    if known is None:
        known = _keys(reading, _nouns_at(reading, token))
        known |= A_SHIP if _is_ship(reading, token) else NOTHING
        reading.parsed.known[key] = known
    return known


def is_one_of(reading: Reading, token: Token | None, words: tuple[str, ...]) -> bool:
    """Whether the noun, one coordinated to it, measured by it or its title is among the lemmas or classes."""
    return not keys_at(reading, token).isdisjoint(keys_of(words))


def fits(reading: Reading, nouns: Sequence[Token], words: tuple[str, ...]) -> bool:
    """Whether one of these very nouns is among the lemmas or classes."""
    return bool(nouns) and not _keys(reading, nouns).isdisjoint(keys_of(words))


def _nouns_at(reading: Reading, token: Token) -> list[Token]:
    """The noun, those coordinated to it, what they count and their titles."""
    scales, nouns = load_lexicon("quantities")["scales"], []
    for head in coordinated(reading.parsed, token):
        if _is_percent(reading.parsed, head):
            nouns += [noun for by, noun in prepositional(reading.parsed, head) if by.lower == "of"]
            continue
        counted = content(reading.parsed, head)
        whole = counted is head or head.lemma in scales or (head.pos == "NUM" and _is_thing(counted))
        nouns += [counted] if whole else [head, counted]
        nouns += _titles(reading, head)
    return nouns


def _is_percent(parsed: Parsed, noun: Token) -> bool:
    """Whether "cent" is no money ("10 per cent of the requests")."""
    return noun.lower == "cent" and noun.index > 0 and parsed.tokens[noun.index - 1].lower == "per"


def _keys(reading: Reading, nouns: Sequence[Token]) -> frozenset[str]:
    nouns = [noun for noun in nouns if not _stands_for(reading, noun)]
    lemmas = {noun.lemma for noun in nouns} | {
        noun.lower.removesuffix("s")  # "Landslides" may begin a sentence
        for noun in nouns
        if noun.tag == "NNPS" and begins_in_capital(reading, noun) and not reading.name_of(noun)
    }
    lemmas |= {
        f"{word.lemma} {noun.lemma}"  # "price war"
        for noun in nouns
        for word in reading.parsed.children(noun, "compound", "amod")
    }
    forms = lemmas.union(noun.lower for noun in nouns)
    classes = (_classes_beyond_words(reading, noun) for noun in nouns)
    return frozenset(f"={lemma}" for lemma in lemmas).union(forms, *classes)


def _titles(reading: Reading, name: Token) -> list[Token]:
    """What a name is said to be right before it ("striker Tom Varga")."""
    mention = reading.name_of(name)
    if mention is None or mention.type not in NAMED_PEOPLE_TYPES:
        return []
    return [word for word in reading.parsed.children(name, "compound") if not _is_within(mention, word)]


def _is_within(name: Mention, word: Token) -> bool:
    """Whether a word is a part of the name itself ("Ada Van Acker" is no van)."""
    return name.start <= word.start and word.end <= name.end


def _is_ship(reading: Reading, name: Token) -> bool:
    """Whether letters that only ships have stand before a name ("the MV Larnby"; "Ms Quist" is none)."""
    before = reading.parsed.children(name, "compound")
    return any(word.text.isupper() and word.lower in members("ships") for word in before)


def _classes_beyond_words(reading: Reading, noun: Token) -> set[str]:
    """The classes that a noun belongs to by its form, as a sum, as a name or as a number of people."""
    in_cash = _is_figure(noun) and any(_is_sum(word) for word in _counting(reading.parsed, noun))
    found = {"@acts"} if noun.tag == "VBG" else set()
    if in_cash or noun.lemma in load_lexicon("quantities")["currencies"]:
        found.add("@money")
    mention = reading.name_of(noun)
    if mention is not None and noun.lemma not in members("sickness"):
        return found | {f"@{name}" for name, types in load_classes().names.items() if mention.type in types}
    if _is_nationals(noun):
        return found | NATIONALS
    people = noun.label in NAMED_PEOPLE or (
        noun.pos == "NUM" and not in_cash and not _stands_for(reading, noun)
    )
    return found | {"@people"} if people else found


def _is_thing(noun: Token) -> bool:
    """Whether a noun is of a class of things ("two of the pumps" are nobody)."""
    return any(noun.lemma in members(name) for name in THINGS)


def _stands_for(reading: Reading, one: Token) -> bool:
    """Whether "one" stands for a thing told of before ("will replace the old one")."""
    beside = reading.parsed.children(one, "det", "amod")
    return one.lower == "one" and any(word.lower not in NOBODY for word in beside)


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
