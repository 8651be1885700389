"""Names of another sort than the model's: rules, the surest first; and places after "the town of"."""

from __future__ import annotations

from eventgraph.entities.candidate import PLACE, Candidate, covered, is_capital
from eventgraph.entities.knowledge import name_words
from eventgraph.entities.likely_sorts import LIKELY
from eventgraph.entities.pieces import is_piece, piece_end
from eventgraph.entities.standing import Standing
from eventgraph.entities.told_sorts import TOLD
from eventgraph.text.parse import Parsed

SORT_RULES = {"told": TOLD, "context": LIKELY}
"""What may tell the sort of a name: words that say it, then words that make it likely."""


def corrected(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Candidates of another sort than the model's, where their words or the words beside them say so."""
    found = []
    for candidate in candidates:
        if candidate.rule != "model":
            continue
        sort, rule = _sort_by_words(Standing(parsed, candidate))
        if sort and sort != candidate.sort:
            found.append(Candidate(candidate.first, candidate.last, sort, rule, 1))
    return found


def _sort_by_words(name: Standing) -> tuple[str, str]:
    """The sort that words in or beside a name show, "" for none, and the kind of rule that says so."""
    told = ((sort, kind) for kind, rules in SORT_RULES.items() for rule in rules if (sort := rule(name)))
    return next(told, ("", ""))


def places_of(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Places after "the town of", and names such as "Port of Larnby"."""
    at = covered(candidates)
    found = []
    for token in parsed.tokens[1:-1]:
        if token.lower != "of" or not is_piece(parsed.tokens[token.index + 1]):
            continue
        noun, first = parsed.tokens[token.index - 1], token.index + 1
        seen = at.get(first)
        last = seen.last if seen else piece_end(parsed, first, parsed.sentence_of(token).last)
        if is_capital(noun) and noun.lower in name_words().named_of and noun.index not in at:
            found.append(Candidate(noun.index, last, PLACE, "place of", 3))
        elif seen is None and noun.text in name_words().place_of:
            found.append(Candidate(first, last, PLACE, "place of", 1))
    return found
