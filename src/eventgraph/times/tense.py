"""Whether the words around a date speak of what was or of what is to come.

From the parse where there is one (the verb that governs the date), else from cue words nearby.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token
from eventgraph.times.tokens import Tokens

Tense = Callable[[int, int], bool | None]
"""Tokens ``first`` to ``last`` (excluded) of a date: True if to come, False if past, None if unknown."""

WORDS_BEFORE, WORDS_AFTER = 14, 6
SHORTEST_PAST = len("asked")


@cache
def _cues(name: str) -> frozenset[str]:
    return frozenset(load_lexicon("times/words")["tense"][name])


def tense_of_words(tokens: Tokens) -> Tense:
    """The nearest cue word before the date in its sentence, else the first after it."""

    def tense(first: int, last: int) -> bool | None:
        for index in range(first - 1, max(first - 1 - WORDS_BEFORE, -1), -1):
            if tokens.kinds[index] in {"stop", "break"}:
                break
            found = _cue(tokens, index, next_to_date=index == first - 1)
            if found is not None:
                return found
        for index in range(last, min(last + WORDS_AFTER, len(tokens))):
            if tokens.kinds[index] in {"stop", "break"}:
                break
            found = _cue(tokens, index, next_to_date=False)
            if found is not None:
                return found
        return None

    return tense


def _cue(tokens: Tokens, index: int, *, next_to_date: bool) -> bool | None:
    """What one word says of the tense."""
    word = tokens.word(index)
    if word in _cues("before_for") and tokens.word(index + 1) == "for":
        return True
    if word in _cues("past"):
        return False
    if word in _cues("future"):
        return not (word.endswith("ed") and tokens.word(index - 1) in {"had", "have", "has"})
    if word in _cues("prepositions_future"):
        return True if next_to_date else None
    if word == "to":
        return True if tokens.word(index - 1) in _cues("before_to") else None
    if word.endswith("ed") and len(word) >= SHORTEST_PAST and tokens.kinds[index] == "other":
        return False
    return None


def tense_of_parse(parsed: Parsed, tokens: Tokens, position: Callable[[int], int]) -> Tense:
    """The tense of the verb above the date; ``position`` gives a token's offset in the parsed text."""
    fallback = tense_of_words(tokens)

    def tense(first: int, last: int) -> bool | None:
        token = parsed.token_at(position(first))
        if token is None or tokens.word(first - 1) in _cues("prepositions_future"):
            return fallback(first, last)
        for verb in [token, *parsed.ancestors(token)]:
            if verb.pos in {"VERB", "AUX"}:
                found = _verb_tense(parsed, verb)
                if found is not None:
                    return found
        return fallback(first, last)

    return tense


def _verb_tense(parsed: Parsed, verb: Token) -> bool | None:
    """The tense of one verb with its auxiliaries; None where it takes that of the verb above."""
    helpers = parsed.children(verb, "aux", "auxpass")
    if any(helper.tag == "MD" for helper in helpers):
        return True
    if any(helper.lower in {"had", "has", "have", "was", "were", "did", "been"} for helper in helpers):
        if verb.lemma in _cues("heads_to_come") and any(
            child.dep == "xcomp" for child in parsed.children(verb)
        ):
            return None
        return False
    if verb.tag == "VBD":
        return False
    if verb.tag == "VB" and any(helper.lower == "to" for helper in helpers):
        return True if parsed.head(verb).lemma in _cues("heads_to_come") else None
    if verb.tag == "VBN" and not helpers:
        return False
    return None
