"""Lists of names: what stands in one list is mostly of one sort, and the model sees that of some only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from eventgraph.entities.candidate import (
    BODY,
    PERSON,
    PLACE,
    Candidate,
    covered,
    is_acronym,
    is_capital,
    tokens_of,
    words_of,
)
from eventgraph.entities.classify import head_type, is_place_name
from eventgraph.entities.gender import is_given_name
from eventgraph.entities.knowledge import gazetteer
from eventgraph.entities.pieces import DATES, PROPER
from eventgraph.text.parse import Parsed

BETWEEN = frozenset({",", "and", "or", "&"})
"""What stands between the names of a list."""
FEWEST = 3
"""Names in a list; two may well be of two sorts ("Brandel and Larnby")."""
SURE = 2
"""Names of a list whose sort is sure, before others are taken for the same."""
SORT_OF_TYPE = {"location": PLACE, "agency": BODY, "organisation": BODY}


def listed(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Names of lists, of the sort that the sure ones among them have: "Rotterdam, Antwerp and Larnby"."""
    at = covered(candidates)
    found: list[Candidate] = []
    for names in _lists(parsed, candidates, at):
        sort = _sort_of_list(parsed, names)
        if not sort:
            continue
        for name in names:
            other = name.sort != sort or name.rule == UNSEEN
            if other and not _sure_sort(parsed, name) and _may_be(parsed, name, sort):
                found.append(Candidate(name.first, name.last, sort, "list", 2))
    return found


UNSEEN = "unseen"
"""The rule of a capital word of a list that is no candidate yet."""


def _lists(
    parsed: Parsed, candidates: Sequence[Candidate], at: dict[int, Candidate]
) -> Iterator[list[Candidate]]:
    """The names of each list, the capital words among them that nobody took for a name included."""
    position = 0
    for candidate in candidates:
        if candidate.first < position:
            continue
        names = [candidate]
        while (following := _next_in_list(parsed, names[-1], at)) is not None:
            names.append(following)
        position = names[-1].last
        if parsed.tokens[names[-1].first - 1].text == "," and _goes_on(parsed, position):
            names.pop()  # "In Larnby, Ostmark, Brandel graduated"
        if len(names) >= FEWEST:
            yield names


def _next_in_list(parsed: Parsed, name: Candidate, at: dict[int, Candidate]) -> Candidate | None:
    """The name that follows another in a list, after a comma or "and"."""
    tokens = parsed.tokens
    limit = parsed.sentence_of(tokens[name.first]).last
    index = name.last
    while index < limit and index < name.last + 2 and tokens[index].lower in BETWEEN:
        index += 1
    if index in (name.last, limit):
        return None
    if index in at:
        return at[index] if at[index].first == index else None
    end = index
    while end < limit and end not in at and _is_unseen_piece(parsed, end):
        end += 1
    whole = end > index and (end == limit or end not in at)
    return Candidate(index, end, "", UNSEEN) if whole and _ends_item(parsed, end, limit) else None


def _goes_on(parsed: Parsed, index: int) -> bool:
    """Whether a verb follows, whose subject the name before it may be."""
    return index < len(parsed.tokens) and parsed.tokens[index].pos in {"VERB", "AUX"}


def _is_unseen_piece(parsed: Parsed, index: int) -> bool:
    token = parsed.tokens[index]
    return token.tag in PROPER and is_capital(token) and token.label not in DATES


def _ends_item(parsed: Parsed, index: int, limit: int) -> bool:
    """Whether a name of a list ends here: at a comma, at "and", or where the sentence or clause goes on."""
    return index >= limit or parsed.tokens[index].pos != "NOUN"


def _sort_of_list(parsed: Parsed, names: Sequence[Candidate]) -> str:
    """The one sort of the sure names of a list, if they are enough and the others do not outweigh them."""
    sure = Counter(sort for name in names if (sort := _sure_sort(parsed, name)))
    if len(sure) != 1:
        return ""
    sort, count = next(iter(sure.items()))
    return sort if count >= SURE and 2 * count >= len(names) - 1 else ""


def _sure_sort(parsed: Parsed, name: Candidate) -> str:
    """The sort of a name that the lexicon, its head or its form tells, whatever the model says."""
    words = words_of(parsed, name)
    lower = [token.lower for token in tokens_of(parsed, name)]
    if known := SORT_OF_TYPE.get(gazetteer().type_of(words), ""):
        return known
    if head_type(lower) in {"agency", "organisation"} and len(lower) > 1:
        return BODY
    if is_place_name(lower):
        return PLACE
    return PERSON if name.sort == PERSON and len(lower) > 1 and is_given_name(lower[0]) else ""


def _may_be(parsed: Parsed, name: Candidate, sort: str) -> bool:
    """Whether a name may be of a sort as far as its form goes: acronyms are no places and no people."""
    if any(token.text in BETWEEN for token in tokens_of(parsed, name)):
        return False
    if sort == PERSON:
        return len(name) > 1 and all(token.text.isalpha() for token in tokens_of(parsed, name))
    if sort == BODY:
        return name.sort != PERSON or len(name) == 1
    return not is_acronym(words_of(parsed, name))
