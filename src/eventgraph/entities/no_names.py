"""Candidates that are no names of ours: common words, pieces of headlines, products, vessels."""

from __future__ import annotations

from collections.abc import Iterable

from eventgraph.entities.candidate import BODY, Candidate, is_acronym, tokens_of, words_of
from eventgraph.entities.classify import head_type
from eventgraph.entities.knowledge import gazetteer
from eventgraph.entities.pieces import DATES, FULL_NAME, PROPER
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed

MODEL_NUMBER = 3
"""Digits of a number that names a model, fewer than a year has."""


def without_words(parsed: Parsed, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates without common words that are capital only because they begin a sentence."""
    return [
        c for c in candidates if c.rule != "model" or not (_is_word(parsed, c) or _is_headline(parsed, c))
    ]


def without_products(parsed: Parsed, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates without makers within the name of a product, and without products."""
    return [c for c in candidates if not (_is_product(parsed, c) or _is_vessel(parsed, c))]


def _is_vessel(parsed: Parsed, candidate: Candidate) -> bool:
    """Whether the noun before a name says that it is a ship's: "the trawler Larn Maid", "the ferry Norway".

    A known name must hang together with the noun: "the ship Norway seized" is another's.
    """
    if candidate.first == 0:
        return False
    before = parsed.tokens[candidate.first - 1]
    if before.lower not in load_lexicon("names")["vessel"]["nouns"]:
        return False
    joined = before.dep == "compound" and candidate.first <= before.head < candidate.last
    beside = before.sentence == parsed.tokens[candidate.first].sentence
    return beside and (joined or not gazetteer().find(words_of(parsed, candidate)))


def _is_product(parsed: Parsed, candidate: Candidate) -> bool:
    """Whether a model number follows a maker's name or begins the name: "Fairwing F20", "F20 Skimmer"."""
    words = words_of(parsed, candidate)
    if candidate.sort != BODY or candidate.last >= len(parsed.tokens) or is_acronym(words):
        return False
    if words.split()[0].isdigit() and not head_type(words.lower().split()):
        return True
    after = parsed.tokens[candidate.last]
    digits = sum(letter.isdigit() for letter in after.text)
    mixed = after.text[0].isupper() and 0 < digits < len(after.text)
    return (
        after.text.isalnum()
        and after.label not in DATES
        and (mixed or digits == len(after.text) == MODEL_NUMBER)
    )


def _is_headline(parsed: Parsed, candidate: Candidate) -> bool:
    """Whether a name is a piece of a headline in capital words: it ends in a preposition or has a verb."""
    tokens = tokens_of(parsed, candidate)
    if tokens[-1].pos in {"ADP", "PART"}:
        return True
    return candidate.sort == BODY and len(tokens) > FULL_NAME and any(t.tag in {"VBD", "VBZ"} for t in tokens)


def _is_word(parsed: Parsed, candidate: Candidate) -> bool:
    """Whether a capital at the beginning of a sentence is all that makes a word look like a name."""
    token = parsed.tokens[candidate.first]
    if len(candidate) > 1:
        return False
    first = parsed.sentence_of(token).first
    begins = all(not t.text[0].isalnum() for t in parsed.tokens[first : token.index])
    plain = token.tag not in PROPER and token.pos != "PROPN"
    common = token.lower in parsed.small_words or token.lower in load_lexicon("names")["opening"]["words"]
    return begins and (plain or common) and not is_acronym(token.text)
