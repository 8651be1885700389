"""Bodies of which there are several, told apart by a number: "Investigating Court No. 3 of Murcia"."""

from __future__ import annotations

import re

from eventgraph.entities.candidate import BODY, Candidate, covered, is_capital
from eventgraph.entities.classify import NUMBER_WORDS, head_type
from eventgraph.entities.names import ARTICLES
from eventgraph.entities.pieces import is_piece, piece_end
from eventgraph.text.parse import Parsed, Token

NUMBERED = re.compile(r" (?i:no|nr|number)\.?\s?\d")
"""What a text has somewhere that names such a body."""
LONGEST = 4
"""Words of a numbered body before its number."""


def with_numbers(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Names of agencies with the number that ends them and the place that may follow it."""
    if NUMBERED.search(parsed.text) is None:
        return []
    at = covered(candidates)
    found = []
    for token in parsed.tokens[1:-1]:
        if token.lower.rstrip(".") not in NUMBER_WORDS:
            continue
        sentence = parsed.sentence_of(token)
        first, last = _first(parsed, token, sentence.first), _number_end(parsed, token, sentence.last)
        head = [other.lower for other in parsed.tokens[first : token.index]]
        if token.index in {first, last} or head_type(head) != "agency":
            continue
        inside = [at[index].weight for index in range(first, last) if index in at]
        found.append(
            Candidate(first, _place_end(parsed, last, sentence.last), BODY, "joined", max(1, *inside, 1) + 1)
        )
    return found


def _first(parsed: Parsed, number: Token, limit: int) -> int:
    """Where the capital words before "No." begin; its own index where there are none."""
    first = number.index
    while first > max(limit, number.index - LONGEST) and _is_word(parsed.tokens[first - 1]):
        first -= 1
    return first


def _is_word(token: Token) -> bool:
    return is_capital(token) and token.text.isalpha() and token.lower not in ARTICLES


def _number_end(parsed: Parsed, number: Token, limit: int) -> int:
    """The end of the digits after "No.", or the index of "No." where none follow."""
    last = number.index + 1
    if last < limit and parsed.tokens[last].text == ".":
        last += 1
    return last + 1 if last < limit and parsed.tokens[last].text.isdigit() else number.index


def _place_end(parsed: Parsed, last: int, limit: int) -> int:
    """The end of "of" and a place after a number, or the end as it is."""
    tokens = parsed.tokens
    follows = last + 1 < limit and tokens[last].lower == "of" and is_piece(tokens[last + 1])
    return piece_end(parsed, last + 1, limit) if follows else last
