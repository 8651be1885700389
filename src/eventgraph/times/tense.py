"""Whether the words around a date speak of what was or of what is to come.

From the parse where there is one (the verb that governs the date), else from cue words nearby.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token
from eventgraph.times.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Tense:
    """What the words say: of the past, of the future, or neither; ``certain`` if a verb governs the date."""

    past: bool = False
    future: bool = False
    certain: bool = False


PAST, FUTURE, UNKNOWN = Tense(past=True), Tense(future=True), Tense()
SURELY_PAST, SURELY_FUTURE = Tense(past=True, certain=True), Tense(future=True, certain=True)

TenseOf = Callable[[int, int], Tense]
"""The tense around tokens ``first`` to ``last`` (excluded) of a date."""

WORDS_BEFORE, WORDS_AFTER = 14, 6
SAYS_NOTHING = frozenset({"month", "shortmonth", "weekday", "day", "year", "number", "comma", "the", "a"})
"""Kinds of tokens that tell no tense."""
NOT_FAR = 6
"""So many words before the date, "from" makes "until" the end of a stretch."""
WORDS_CERTAIN = 4
"""A verb so near to the date governs it."""
SHORTEST_PAST = len("asked")


@cache
def _cues(name: str) -> frozenset[str]:
    return frozenset(load_lexicon("times/words")["tense"][name])


def tense_of_words(tokens: Tokens) -> TenseOf:
    """The nearest cue word before the date in its sentence, else the first after it."""

    def tense(first: int, last: int) -> Tense:
        if tokens.word(first - 1) in _cues("present_be"):
            return SURELY_FUTURE  # "the hearing is Tuesday"
        before = range(first - 1, max(first - 1 - WORDS_BEFORE, -1), -1)
        after = range(last, min(last + WORDS_AFTER, len(tokens)))
        return _nearest_cue(tokens, before) or _nearest_cue(tokens, after) or UNKNOWN

    return tense


def _nearest_cue(tokens: Tokens, indices: Iterable[int]) -> Tense | None:
    """What the first cue word among the tokens says, up to the end of the sentence."""
    for number, index in enumerate(indices):
        if tokens.kinds[index] in {"stop", "break"}:
            return None
        if tokens.kinds[index] in SAYS_NOTHING:
            continue
        found = _cue(tokens, index, next_to_date=number == 0)
        if found is not None:
            verb = tokens.word(index) not in _cues("prepositions_future")
            return replace(found, certain=verb and number < WORDS_CERTAIN)
    return None


def _cue(tokens: Tokens, index: int, *, next_to_date: bool) -> Tense | None:
    """What one word says of the tense."""
    word, before = tokens.word(index), tokens.word(index - 1)
    found = _helper_cue(tokens, index)
    if found is not None:
        return found
    if "be" in {before, tokens.word(index - 2)}:
        return None  # "will be held": the auxiliary tells
    if word in _cues("prepositions_future"):
        earlier = {tokens.word(i) for i in range(max(index - NOT_FAR, 0), index)}
        return FUTURE if next_to_date and "from" not in earlier else None
    if word == "to":
        return FUTURE if before in _cues("before_to") else None
    return _verb_cue(tokens, index)


def _helper_cue(tokens: Tokens, index: int) -> Tense | None:
    """What an auxiliary says with the verb behind it: "would not comment", "has been scheduled"."""
    word = tokens.word(index)
    if word == "would" and any(tokens.word(i) in _cues("not_said") for i in range(index + 1, index + 4)):
        return PAST
    if word in {"has", "have"} and tokens.word(index + 2) in _cues("to_come"):
        return FUTURE
    return None


def _verb_cue(tokens: Tokens, index: int) -> Tense | None:
    """What a verb says by its form, or a word by its meaning."""
    word, before = tokens.word(index), tokens.word(index - 1)
    if word in _cues("before_for") and tokens.word(index + 1) == "for":
        return FUTURE
    if word in _cues("past"):
        return None if before in _cues("present_be") else PAST  # "is held"
    if word in _cues("to_come") and before in {"was", "were", "been", "had"}:
        return UNKNOWN  # "was due on May 29"
    if word in _cues("future"):
        return PAST if word.endswith("ed") and before in {"had", "have", "has"} else FUTURE
    regular = word.endswith("ed") and len(word) >= SHORTEST_PAST and tokens.kinds[index] == "other"
    return PAST if regular else None


def tense_of_parse(parsed: Parsed, tokens: Tokens, position: Callable[[int], int]) -> TenseOf:
    """The tense of the verb above the date; ``position`` gives a token's offset in the parsed text."""
    fallback = tense_of_words(tokens)

    def tense(first: int, last: int) -> Tense:
        token = parsed.token_at(position(first))
        if token is None:
            return fallback(first, last)
        if tokens.word(first - 1) in _cues("present_be"):
            return SURELY_FUTURE
        path = [token, *parsed.ancestors(token)]
        verbs = [word for word in path if word.pos in {"VERB", "AUX"}]
        before = tokens.word(first - 1)
        found = next((tense for verb in verbs if (tense := _tense_of_verb(parsed, verb))), None)
        told = _tense_before(parsed, verbs, before, found or UNKNOWN)
        if told is not None:
            return told
        if before in _cues("prepositions_future"):
            return fallback(first, last)
        if any(word.lower in _cues("prepositions_future") for word in takewhile(_is_no_verb, path)):
            return UNKNOWN  # "denied bail until a hearing on July 23"
        if any(word.lower in _cues("to_come") for word in takewhile(_is_no_verb, path)):
            return UNKNOWN  # "was due on March 11"
        return found or fallback(first, last)

    return tense


def _tense_before(parsed: Parsed, verbs: list[Token], before: str, found: Tense) -> Tense | None:
    """What the word right before a date says with the verb above it, whose own tense is ``found``."""
    lemma = verbs[0].lemma if verbs else ""
    if verbs and any(word.lower in _cues("at_first") for word in parsed.children(verbs[0], "advmod")):
        return SURELY_PAST  # "originally set for March"
    if lemma in _cues("rearranges") and before in _cues("days_moved"):
        return UNKNOWN if before == "from" else SURELY_FUTURE  # "was moved from March 3 to March 10"
    if before == "for" and lemma in _cues("arranged_for"):
        return SURELY_FUTURE  # "called a session for Friday"
    if before == "through" and not found.past:
        return FUTURE  # "remains shut through Thursday"
    if before == "by" and found == SURELY_FUTURE:
        return found  # "expects to finish by March"
    if before == "from" and found == UNKNOWN and verbs:
        return SURELY_FUTURE  # "are closed from Friday"
    over = before in _cues("prepositions_future") and verbs and _was_over(parsed, verbs[0], before)
    return SURELY_PAST if over else None


def _is_no_verb(word: Token) -> bool:
    return word.pos not in {"VERB", "AUX"}


def _was_over(parsed: Parsed, verb: Token, preposition: str) -> bool:
    """Whether what a date bounds is told as over: "by Monday it had burned", "it burned until Monday".

    Not so in "the court adjourned until Monday", "he was held until Monday".
    """
    if any(helper.lower == "had" for helper in parsed.children(verb, "aux")):
        return True
    passive = parsed.child(verb, "auxpass", "nsubjpass") is not None
    return preposition == "until" and verb.tag == "VBD" and not passive and verb.lemma not in _cues("go_on")


def _tense_of_verb(parsed: Parsed, verb: Token) -> Tense | None:
    """The tense of one verb with its auxiliaries; None where it takes that of the verb above."""
    direct = parsed.children(verb, "aux", "auxpass")
    helpers = [*direct, *(deeper for helper in direct for deeper in parsed.children(helper, "aux"))]
    announces = verb.lemma in _cues("heads_to_come")
    headline = verb.dep == "ROOT" and parsed.child(verb, "nsubj", "nsubjpass") is not None
    if headline and any(helper.tag == "TO" for helper in helpers):
        return SURELY_FUTURE  # "Bank workers to strike on Friday"
    if any(helper.tag == "MD" for helper in helpers):
        return SURELY_PAST if _is_withheld(parsed, verb) else SURELY_FUTURE
    if verb.lemma in _cues("arranged") and any(helper.lower in _cues("has") for helper in helpers):
        return SURELY_FUTURE
    if any(helper.lower in _cues("past_helpers") for helper in helpers):
        return None if announces and parsed.child(verb, "xcomp") is not None else SURELY_PAST
    if verb.tag == "VBN" and announces:
        return SURELY_FUTURE
    if verb.tag == "VBN" and any(helper.lower == "to" for helper in helpers):
        return _tense_of_infinitive(parsed, verb)
    return _tense_of_form(parsed, verb, alone=not helpers)


def _tense_of_form(parsed: Parsed, verb: Token, *, alone: bool) -> Tense | None:
    """The tense of a verb by its form, ``alone`` where no auxiliary stands with it."""
    if verb.tag == "VB":
        return _tense_of_infinitive(parsed, verb)
    if verb.tag in {"VBD", "VBN"} and alone:
        return PAST if verb.dep == "acl" else SURELY_PAST
    if verb.tag in {"VBZ", "VBP"}:
        return UNKNOWN if verb.lemma in _cues("states") else FUTURE
    return UNKNOWN if verb.tag == "VBN" else None


def _tense_of_infinitive(parsed: Parsed, verb: Token) -> Tense | None:
    """What an infinitive says by the verb above it: "agreed to return", "are to be sworn in"."""
    head = parsed.head(verb)
    if head.lower in _cues("past_be"):
        return UNKNOWN  # "was to be sworn in"
    return SURELY_FUTURE if head.lemma in _cues("heads_to_come") else None


def _is_withheld(parsed: Parsed, verb: Token) -> bool:
    """Whether somebody would not say: "would not comment", "neither would say"."""
    children = parsed.children(verb)
    words = {word.lower for child in children for word in [child, *parsed.children(child)]}
    return verb.lemma in _cues("not_said") and "would" in words and bool(words & _cues("withheld"))
