"""Numbers in a text: value, bounds, qualifier, unit, and the noun they count."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from eventgraph.events.entries import members
from eventgraph.events.grammar import NOMINAL, is_passive, is_verbal, prepositional, stands_for_people
from eventgraph.events.money import coin_behind, percent_behind
from eventgraph.events.numerals import Bare, may_begin, read_number
from eventgraph.events.reading import Reading
from eventgraph.events.tallies import read_tally
from eventgraph.events.uncounted import clause_of_whole, counts_nothing, only_picks_out
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Quantity
from eventgraph.text.parse import Parsed, Token
from eventgraph.vocabulary import TimexType

LONGEST_QUALIFIER = 5
"""Words of the longest qualifier that is looked for before a number."""
NEVER_COUNTED = {"NNP"}
ALIKE = {"aircraft", "craft", "hovercraft", "rolling-stock"}
"""Vehicles of which many have the word of one."""
MAGNITUDE = "magnitude"
OLDEST = 100
PREPOSITIONS = {"over"}
"""Qualifiers that are prepositions too."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number expression: tokens ``first`` to ``last`` (included), and the noun that it counts.

    ``counted`` is the number's own last token where it stands for what it counts ("44 were rescued").
    ``within`` is the verb that alone has a number which is the whole of a part ("of 90 who fled, 12 died").
    """

    first: Token
    last: Token
    counted: Token
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    qualifier: str = ""
    unit: str = ""
    within: int | None = None


def find_numbers(reading: Reading) -> tuple[Number, ...]:
    """The numbers of a text that count something, in text order; dates, ages and names are left out."""
    tokens = reading.parsed.tokens
    found, index = [], 0
    while index < len(tokens):
        if not may_begin(tokens[index]):
            index += 1
            continue
        tally = read_tally(reading.parsed, index)
        if tally is not None:
            found += [
                Number(figure, figure, tally.above, value, value, value) for figure, value in tally.figures
            ]
            index = tally.figures[-1][0].index + 1
            continue
        bare = _read(reading, index)
        if bare is None:
            index += 1
            continue
        number = _qualified(reading, _joined(reading, bare))
        index = number.last.index + 1
        within = clause_of_whole(reading.parsed, number.first.index, number.last.index)
        if within is not None or not _is_label(reading, number):
            found.append(dataclasses.replace(number, within=within))
    return (*found, *_undisclosed(reading))


def _read(reading: Reading, index: int) -> Bare | None:
    """The bare number that begins at a token; None within dates and names."""
    token = reading.parsed.tokens[index]
    time = reading.time_of(token)
    if token.tag == "PRP" and _stands_for_one(reading, token):
        return Bare(Decimal(1), index, index)
    dated = time is not None and time.type is not TimexType.DURATION
    named = reading.name_of(token) is not None and token.pos != "NUM"
    bare = None if dated else read_number(reading.parsed.tokens, index)
    return None if bare is None or (named and not bare.currency) else bare


def _stands_for_one(reading: Reading, pronoun: Token) -> bool:
    """Whether "one" is somebody of whom the past tells ("two brothers; one had died"), not just anybody."""
    verb = reading.parsed.head(pronoun)
    tensed = {word.tag for word in (verb, *reading.parsed.children(verb, "aux", "auxpass"))}
    subject_of_past = pronoun.dep in {"nsubj", "nsubjpass"} and "VBD" in tensed and "MD" not in tensed
    return pronoun.lower == "one" and subject_of_past and not reading.parsed.children(pronoun)


def _joined(reading: Reading, bare: Bare) -> tuple[Bare, Decimal | None]:
    """The number with the upper end of a range it opens ("between 5 and 7", "30 to 40", "30-40")."""
    tokens = reading.parsed.tokens
    at = bare.last + 1
    if bare.loose or at + 1 >= len(tokens):
        return bare, None
    between = bare.first > 0 and tokens[bare.first - 1].lower in {"between", "from"}
    changing = load_lexicon("quantities")["former"]["changing"]
    if between and bare.first > 1 and tokens[bare.first - 2].lemma in changing:
        return bare, None  # "rose from 12 to 19"
    joint = tokens[at].lower
    if joint in set(load_lexicon("quantities")["to"]) or (
        joint == "and" and between and tokens[bare.first - 1].lower == "between"
    ):
        upper = _read(reading, at + 1)
        if upper is not None and upper.value > bare.value:
            return Bare(
                bare.value, bare.first - between, upper.last, currency=bare.currency or upper.currency
            ), upper.value
    return bare, None


@cache
def _qualifiers() -> dict[str, str]:
    """Every qualifier phrase with its kind."""
    table = load_lexicon("quantities")
    return {phrase: kind for kind, phrases in table["before"].items() for phrase in phrases}


@cache
def _following() -> dict[str, list[tuple[str, str]]]:
    """The qualifiers that stand behind a number with their kinds, by their first words."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, phrases in load_lexicon("quantities")["after"].items():
        for phrase in phrases:
            found.setdefault(phrase.split()[0], []).append((phrase, kind))
    return found


def _qualified(reading: Reading, joined: tuple[Bare, Decimal | None]) -> Number:
    bare, upper = joined
    tokens = reading.parsed.tokens
    first, last, kind, qualifier = bare.first, bare.last, "", ""
    for length in range(min(LONGEST_QUALIFIER, bare.first), 0, -1):
        words = " ".join(token.lower for token in tokens[bare.first - length : bare.first])
        whole = tokens[bare.first - length].sentence == tokens[bare.first].sentence
        if words in _qualifiers() and whole and not _is_phrasal(tokens, bare.first - length):
            first, kind, qualifier = bare.first - length, _qualifiers()[words], words
            break
    behind = tokens[last + 1 : last + 1 + LONGEST_QUALIFIER]
    for phrase, phrase_kind in _following().get(behind[0].lower, ()) if behind and not kind else ():
        size = len(phrase.split())
        if not kind and " ".join(token.lower for token in behind[:size]) == phrase:
            last, kind, qualifier = last + size, phrase_kind, phrase
    if qualifier in PREPOSITIONS and _is_cause(reading, tokens[first]):
        first, kind, qualifier = bare.first, "", ""
    percent, coin = percent_behind(tokens, last), coin_behind(tokens, bare.last, bare.value)
    counted, unit = _counted(reading, _figure(reading, bare), bare.currency or coin[0])
    if percent is not None and not bare.currency:
        counted, unit, last = _top(reading, tokens[bare.last]), "%", percent
    elif coin[0] and not bare.currency:
        last = coin[1]
    if not bare.currency and unit and counted.index == last + 1 and counted.lemma in _units():
        last = counted.index
    low, high = _bounds(bare, upper, kind, whole=unit not in measures())
    value = None if bare.loose or upper else bare.value
    return Number(
        tokens[first],
        tokens[last],
        counted,
        value,
        low,
        high,
        qualifier or ("between" if upper else ""),
        unit,
    )


def _is_cause(reading: Reading, over: Token) -> bool:
    """Whether "over" says why ("suspended over 14 complaints") and not how many, or belongs to its verb."""
    tokens, number = reading.parsed.tokens, reading.parsed.child(over, "pobj")
    before = tokens[over.index - 1] if over.index else over
    unit = _unit_of(number) if number is not None else ""
    if over.dep == "prt":
        return True  # "handed over three lorries"
    behind = before.pos in {"NOUN", "PROPN"} or (is_verbal(before) and is_passive(reading.parsed, before))
    measured = unit in _units() or any(word.pos == "SYM" for word in tokens[over.index + 1 : over.index + 3])
    return over.dep == "prep" and number is not None and number.pos == "NOUN" and behind and not measured


def _figure(reading: Reading, bare: Bare) -> Token:
    """The figure of a number that stands by what it counts: its last word, of a range perhaps the first."""
    tokens = reading.parsed.tokens[bare.first : bare.last + 1]
    figures = [token for token in tokens if token.tag == "CD" and _top(reading, token).tag != "CD"]
    alone = _top(reading, tokens[-1]) is tokens[-1] and tokens[-1].dep == "conj"
    return figures[0] if figures and alone else tokens[-1]


def _is_phrasal(tokens: Sequence[Token], first: int) -> bool:
    """Whether "up to" belongs to the verb before it ("owned up to 23 thefts", "added up to 40")."""
    before = tokens[first - 1].lemma if first else ""
    return tokens[first].lower == "up" and before in load_lexicon("quantities")["phrasal"]["verbs"]


@cache
def _units() -> dict[str, str]:
    table = load_lexicon("quantities")
    return {**table["measures"], **table["currencies"]}


@cache
def currencies() -> frozenset[str]:
    """The currencies, by their codes."""
    return frozenset(load_lexicon("quantities")["currencies"].values())


@cache
def measures() -> frozenset[str]:
    """The units of weights, lengths, money, percentages and periods: all that is measured, not counted."""
    table = load_lexicon("quantities")
    return frozenset(table["measures"].values()) | frozenset(table["currencies"].values())


def is_weight(number: Number) -> bool:
    """Whether a number measures how much there is of something, and not how far or how long."""
    table = load_lexicon("quantities")
    return number.unit in measures() - {
        *table["lengths"]["units"],
        *table["periods"]["units"],
        "%",
        MAGNITUDE,
    }


def _bounds(
    bare: Bare, upper: Decimal | None, kind: str, *, whole: bool
) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most the words allow, both included; of things counted, "over 100" is 101 or more."""
    if bare.loose:
        return bare.value, None
    if upper is not None:
        return bare.value, upper
    step = Decimal(1) if whole and bare.value == bare.value.to_integral_value() else Decimal(0)
    value = bare.value
    return {
        "at_least": (value, None),
        "more_than": (value + step, None),
        "at_most": (None, value),
        "less_than": (None, value - step),
        "about": (None, None),
    }.get(kind, (value, value))


def _counted(reading: Reading, number: Token, currency: str) -> tuple[Token, str]:
    """The noun that a number counts, and its unit."""
    parsed = reading.parsed
    if currency:
        return _top(reading, number), currency
    if _is_magnitude(reading, number):
        return _top(reading, number), MAGNITUDE
    size = _sized(reading, number)
    if size is not None:
        return _top(reading, size), "people"
    noun = _top(reading, number)
    if noun is number:
        noun = _group_of(parsed, number) or _following_noun(reading, number)
    table = load_lexicon("quantities")
    unit = (
        table["measures"].get(noun.lemma)
        or table["measures"].get(noun.lower)
        or table["currencies"].get(noun.lemma, "")
    )
    if noun.pos == "NUM" or not unit:
        brought = next(
            (n for p, n in prepositional(parsed, noun) if p.lower == "of" and n.pos in NOMINAL), noun
        )
        if noun is number or noun.lemma in table["containers"]["words"]:
            return noun, _unit_of(brought) if brought is not noun else _unit_beside(reading, noun)
        return noun, _unit_of(noun)
    return noun, unit


def _group_of(parsed: Parsed, number: Token) -> Token | None:
    """The group that a bare number says the size of ("a gang of six")."""
    of = parsed.head(number)
    group = parsed.head(of) if number.dep == "pobj" and of.lower == "of" else number
    words = load_lexicon("quantities")["containers"]["words"]
    return group if group.pos == "NOUN" and group.lemma in words and parsed.child(group, "det") else None


def _unit_beside(reading: Reading, number: Token) -> str:
    """The measure that a number shares with the number coordinated to it ("to 10 and 12 years in prison")."""
    joint = reading.parsed.tokens[number.index + 1 : number.index + 3]
    if len(joint) > 1 and joint[0].lower in {"and", "or", ","} and joint[1].tag == "CD":
        noun = _top(reading, joint[1])
        table = load_lexicon("quantities")["measures"]
        return str(table.get(noun.lemma) or table.get(noun.lower, ""))
    return ""


def _sized(reading: Reading, number: Token) -> Token | None:
    """The word by which a number says how many a group holds ("a 12-strong gang", "a seven-man crew")."""
    beside = reading.parsed.tokens[number.index + 1 : number.index + 3]
    sizes = load_lexicon("quantities")["sized"]["words"]
    return beside[-1] if len(beside) > 1 and beside[0].text == "-" and beside[-1].lower in sizes else None


def _is_magnitude(reading: Reading, number: Token) -> bool:
    """Whether a number tells the strength of a quake ("6.4-magnitude", "magnitude 6.4")."""
    tokens = reading.parsed.tokens
    around = [*tokens[max(0, number.index - 2) : number.index], *tokens[number.index + 1 : number.index + 3]]
    beside = {token.lower for token in around if token.text not in {"of", "-"}}
    return MAGNITUDE in beside


def _unit_of(noun: Token) -> str:
    if noun.pos in {"NUM", "PRON"}:
        return ""
    return "people" if noun.lemma in members("people") else noun.lemma


def _top(reading: Reading, number: Token) -> Token:
    """The noun above a number and its scales."""
    parsed, token = reading.parsed, number
    while (
        token.dep in {"nummod", "quantmod", "compound", "amod", "nmod", "det"}
        and parsed.head(token) is not token
    ):
        above = parsed.head(token)
        if above.pos not in {*NOMINAL, "SYM", "ADJ"} and not stands_for_people(parsed, above):
            break
        token = above
    return token


def _following_noun(reading: Reading, number: Token) -> Token:
    """The noun right after a number that the parse leaves hanging ("between 5 and 7 people")."""
    found = number
    for token in reading.parsed.tokens[number.index + 1 : number.index + 4]:
        participle = token.tag == "VBN" and token.dep == "amod"
        if (token.pos not in {"NOUN", "ADJ"} and not participle) or token.sentence != number.sentence:
            break
        found = token if token.pos == "NOUN" else found
    return found


def _is_label(reading: Reading, number: Number) -> bool:
    """Whether a number names or dates something instead of counting ("aged 47", "Highway 9")."""
    tokens = reading.parsed.tokens
    token = number.last
    following = tokens[token.index + 1].lower if token.index + 1 < len(tokens) else ""
    before = tokens[number.first.index - 1] if number.first.index else None
    stands_alone = number.counted is token and not number.unit
    one = number.first is number.last and number.last.lower == "one" and following == "of"
    if (one and only_picks_out(reading.parsed, token)) or _is_called(number, following):
        return True
    if before is not None and before.lower in {"not", "no"} and number.value == 1:
        return True
    if (
        before is not None
        and before.lower == "but"
        and tokens[max(0, before.index - 1)].lower in {"all", "none"}
    ):
        return True  # "all but four"
    if counts_nothing(tokens, number.first.index, token.index) and number.unit != MAGNITUDE:
        return True
    joined = (
        following == "-" and number.unit not in {MAGNITUDE, *currencies()} and _sized(reading, token) is None
    )
    if joined or (stands_alone and token.dep in {"appos", "npadvmod"} and following not in {"of", "in"}):
        return True
    if before is None or before.sentence != token.sentence:
        return _is_of_time(reading, number)
    in_name = number.first is token and _is_in_name(tokens, token, before)
    labelled = before.lower in load_lexicon("quantities")["labels"] and number.unit != MAGNITUDE
    model = number.first is token and token.text.isdigit() and _is_model(reading.parsed, number, before)
    alone = stands_alone and (before.tag in NEVER_COUNTED or _is_age(number, before))
    return in_name or labelled or model or alone or _is_of_time(reading, number)


def _is_age(number: Number, before: Token) -> bool:
    """Whether "under 12" or "over 65" says how old somebody is ("children under 16")."""
    words = load_lexicon("quantities")["ages"]
    told = number.qualifier in words["qualifiers"] and number.value is not None and number.value <= OLDEST
    return told and (before.lower in words["before"] or before.lemma in members("people"))


def _is_of_time(reading: Reading, number: Number) -> bool:
    """Whether a number stands in words of time and measures none ("between Jan. 22 and Jan. 31")."""
    opened = reading.time_of(number.first) is not None or number.first.lower in {"from", "between"}
    within = reading.time_of(number.last) is not None and opened
    counted = number.counted.lemma in load_lexicon("quantities")["repetitions"]["words"]
    return within and number.unit not in measures() and not counted


def _is_model(parsed: Parsed, number: Number, before: Token) -> bool:
    """Whether a bare number is a name's ("Norvik 500 jets", "its 777 airliner", "five new 737 aircraft")."""
    token, counted = number.last, number.counted
    if token.head not in {counted.index, before.index} or number.qualifier or number.unit in measures():
        return False
    named = before.tag in NEVER_COUNTED and counted.index in {before.head, before.index}
    one = counted.tag == "NN" and counted.lemma in members("vehicle") - ALIKE and counted.index > token.index
    counts = [word for word in parsed.children(counted, "nummod") if word.index < token.index]
    between = parsed.tokens[counts[0].index : token.index] if counts else ()
    joined = any(word.dep == "cc" or word.text in {",", "-"} for word in between)
    return named or one or (bool(counts) and not joined)


def _is_in_name(tokens: Sequence[Token], number: Token, before: Token) -> bool:
    """Whether a number in capitals behind an article belongs to a name ("the Four Oaks inn")."""
    after = tokens[number.index + 1] if number.index + 1 < len(tokens) else number
    capitals = number.text.istitle() and after.text[:1].isupper() and after.sentence == number.sentence
    return capitals and before.lower in {"a", "an", "the"}


def _is_called(number: Number, following: str) -> bool:
    """Whether a number is whom one calls ("a 911 call")."""
    called = load_lexicon("quantities")["called"]
    return number.last.text in called["numbers"] and following in called["nouns"]


def _undisclosed(reading: Reading) -> Iterator[Number]:
    text = reading.document.text
    pattern = "|".join(map(re.escape, load_lexicon("quantities")["undisclosed"]["words"]))
    for match in re.finditer(rf"\b(?:{pattern})\b", text, re.IGNORECASE):
        words = reading.parsed.tokens_in(*match.span())
        if not words:
            continue
        if words[-1].lower == "of":
            words = words[:-1]
        container = next((token for token in words if token.pos == "NOUN"), words[-1])
        yield Number(words[0], words[-1], container, None, None, None, "undisclosed", "")


def says_part(reading: Reading, first: Token, last: Token) -> bool:
    """Whether a number says that it is a part of another ("including 5", "among them 87", "23 of the")."""
    tokens, words = reading.parsed.tokens, load_lexicon("quantities")["parts"]
    after = [token.lower for token in tokens[last.index + 1 : last.index + 3]]
    before = [token.lower for token in tokens[max(0, first.index - 2) : first.index]]
    sentence = reading.parsed.sentence_of(first)
    opening = [token.lower for token in tokens[sentence.first : sentence.first + 2]]
    of_them = after[:1] == ["of"] and after[-1] in words["wholes"]
    among_them = before[:1] in ([word] for word in words["among"]) and before[-1] in words["wholes"]
    opened = opening[:1] in (["of"], ["among"]) and opening[-1] in words["wholes"]
    return of_them or among_them or opened or (bool(before) and before[-1] in words["among"])


def quantity(reading: Reading, number: Number, role: str) -> Quantity:
    """A number as the model keeps it, with the role of those it counts."""
    span = reading.span(number.first, number.last)
    what = _what(reading, number)
    return Quantity(
        span.document, span.start, span.end,
        value=number.value, low=number.low, high=number.high,
        unit=number.unit, what=what, qualifier=number.qualifier, role=role,
    )  # fmt: skip


def _what(reading: Reading, number: Number) -> str:
    """The counted noun as written, also behind a measure or "of"."""
    counted = number.counted
    for preposition, noun in prepositional(reading.parsed, counted):
        measured = counted.pos == "NUM" or counted.lemma in load_lexicon("quantities")["containers"]["words"]
        if preposition.lower == "of" and measured and noun.pos in NOMINAL:
            return noun.text
    inside = number.first.index <= counted.index <= number.last.index
    standing = inside and (not number.unit or counted.lemma not in _units())
    scale = counted.lower in load_lexicon("quantities")["scales"]
    return "" if standing or scale or counted.pos in {"NUM", "SYM"} else counted.text
