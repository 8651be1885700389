"""What may be a name: a run of tokens with what the model or a rule takes it for.

The steps of this folder are functions from candidates to candidates. Candidates are kept in text
order and never overlap; `settle` decides between those that do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from eventgraph.text.parse import Parsed, Token

PERSON, PLACE, BODY, OPERATION = "person", "location", "body", "operation"
"""What a candidate is before its type is decided; a body is an agency or an organisation."""

SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 8
"""Letters in an acronym."""

WORDS_KEPT = 2**15
"""Words or names of which is remembered what they say; a text has the same ones over and over."""

SORTS = {
    "PERSON": PERSON,
    "GPE": PLACE,
    "LOC": PLACE,
    "FAC": PLACE,
    "ORG": BODY,
    "NORP": "",
    "EVENT": "",
    "LAW": "",
    "PRODUCT": "",
    "WORK_OF_ART": "",
}
"""The model's labels; those of no sort are names of something else until a rule knows better."""


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """Tokens ``first`` to ``last`` (excluded) that may be a name.

    ``sort`` is one of `PERSON`, `PLACE`, `BODY`, `OPERATION` or "". ``rule`` says where it comes from.
    ``weight`` decides between candidates that overlap: the larger stays, then the longer.
    """

    first: int
    last: int
    sort: str
    rule: str = "model"
    weight: int = 0

    def __len__(self) -> int:
        return self.last - self.first


def settle(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Those that stay where some overlap, in text order."""
    taken: set[int] = set()
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-c.weight, c.first - c.last, c.first, c.sort)):
        places = range(candidate.first, candidate.last)
        if places and taken.isdisjoint(places):
            taken.update(places)
            kept.append(candidate)
    kept.sort(key=lambda c: c.first)
    return kept


def covered(candidates: Iterable[Candidate]) -> dict[int, Candidate]:
    """For each token within a candidate, which one."""
    return {index: candidate for candidate in candidates for index in range(candidate.first, candidate.last)}


def words_of(parsed: Parsed, candidate: Candidate) -> str:
    """The words of a candidate, white space folded."""
    return " ".join(parsed.words(candidate.first, candidate.last).split())


def offsets(parsed: Parsed, candidate: Candidate) -> tuple[int, int]:
    """The code points that a candidate covers: start, and end (excluded)."""
    return parsed.tokens[candidate.first].start, parsed.tokens[candidate.last - 1].end


def tokens_of(parsed: Parsed, candidate: Candidate) -> Sequence[Token]:
    """The tokens of a candidate."""
    return parsed.tokens[candidate.first : candidate.last]


def is_capital(token: Token) -> bool:
    """Whether a word begins with a capital letter."""
    return token.text[:1].isupper()


@lru_cache(maxsize=WORDS_KEPT)
def is_acronym(word: str) -> bool:
    """Whether a word looks like an acronym: a few letters, mostly capitals ("ICE", "U.N.", "FinCEN")."""
    letters = [letter for letter in word if letter.isalpha()]
    if not SHORTEST_ACRONYM <= len(letters) <= LONGEST_ACRONYM or not word[0].isupper():
        return False
    plain = word.replace(".", "").replace("-", "").isalnum()
    return plain and sum(letter.isupper() for letter in letters) >= max(SHORTEST_ACRONYM, len(letters) - 2)
