"""Names of bodies and places put together: cut at "and", without their place or article, two in one."""

from __future__ import annotations

import re

from eventgraph.entities.atlas import atlas
from eventgraph.entities.candidate import (
    BODY,
    OPERATION,
    PERSON,
    PLACE,
    Candidate,
    covered,
    is_acronym,
    is_capital,
    tokens_of,
    words_of,
)
from eventgraph.entities.classify import BODY_HEADS, head_type, is_place_name
from eventgraph.entities.knowledge import gazetteer, name_words, title_words
from eventgraph.entities.names import POSSESSIVES, keeps_article
from eventgraph.entities.pieces import is_piece, piece_end
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token

ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
"""The number of a court or regiment: "7th"."""
FIRST_OWNED = 2
"""The first token that an owner and a possessive may stand before."""
OF_WORDS = frozenset({"of", "for", "on", "to", "against"})


def grow_bodies(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Names of bodies that were cut at "and", "of", "for", "on" or a comma, put together again."""
    at = covered(candidates)
    grown = []
    for candidate in candidates:
        if candidate.sort not in {BODY, PLACE, ""}:
            continue
        first, last = _grown(parsed, candidate, at)
        if (first, last) != (candidate.first, candidate.last):
            inside = [at[index].weight for index in range(first, last) if index in at]
            wider = Candidate(first, last, BODY, "joined", max(1, *inside) + 1)
            if head_type([t.lower for t in tokens_of(parsed, wider)]) in BODY_HEADS:
                grown.append(wider)
    return grown


def _grown(parsed: Parsed, candidate: Candidate, at: dict[int, Candidate]) -> tuple[int, int]:
    first, last = candidate.first, candidate.last
    sentence = parsed.sentence_of(parsed.tokens[first])
    while True:
        longer = _one_further(parsed, first, last, sentence.last, at)
        if longer == last:
            break
        last = longer
    while first > sentence.first and _joins_left(parsed, first, at):
        first -= 1
        if not (is_capital(parsed.tokens[first]) or ORDINAL.fullmatch(parsed.tokens[first].text)):
            first -= 1
    return first, last


def _one_further(parsed: Parsed, first: int, last: int, limit: int, at: dict[int, Candidate]) -> int:
    """The end of a name with one more piece at its right, or the end as it is."""
    tokens, words = parsed.tokens, name_words()
    if last >= limit:
        return last
    lower = [token.lower for token in tokens[first:last]]
    after = tokens[last]
    if is_piece(after) and not _is_other(at.get(last), PERSON):
        whole = [*lower, after.lower]
        other = title_words().is_title((after.lower,)) or after.text[-1].isdigit()  # "Air Force F-16"
        return last + 1 if head_type(whole) == "agency" and len(after.text) > 1 and not other else last
    next_ = last + 1
    while next_ < limit and tokens[next_].lower in {"the", "and"} and after.text != tokens[next_].text:
        next_ += 1
    if next_ >= limit or not is_piece(tokens[next_]):
        return last
    if after.lower in OF_WORDS and _headed(lower):
        return next_ + 1 if _may_follow(after, tokens[next_], at.get(next_)) else last
    if (
        after.lower in {"and", "&", ","}
        and _is_field(tokens[last - 1])
        and tokens[next_].lower in words.field
    ):
        return piece_end(parsed, next_, limit) if _joins_fields(parsed, first, last, next_, limit) else last
    return last


def _may_follow(joiner: Token, token: Token, seen: Candidate | None) -> bool:
    """Whether a capital word may go on a name after "of"; after other joiners only what is no name itself."""
    if _is_other(seen, PERSON) or is_acronym(token.text):
        return False
    if joiner.lower == "for" and (token.lower in name_words().direction or token.lower == "district"):
        return True  # "District Court for the Southern District"
    return joiner.lower == "of" or (not _is_other(seen, PLACE) and not gazetteer().find(token.text))


def _joins_fields(parsed: Parsed, first: int, last: int, next_: int, limit: int) -> bool:
    """Whether "and" or a comma stands within a name: "... Parks and Recreation"."""
    lower = [token.lower for token in parsed.tokens[first:last]]
    end = piece_end(parsed, next_, limit)
    if parsed.tokens[last].text == ",":
        return (
            any(word in {"of", "for"} for word in lower)
            and end < limit
            and parsed.tokens[end].lower in {"and", ","}
        )
    right = [token.lower for token in parsed.tokens[next_:end]]
    return (
        "of" in lower
        or "for" in lower
        or head_type(right) == "agency"
        or right[-1] in name_words().ending_field
    )


def _is_field(token: Token) -> bool:
    return is_capital(token) and token.lower in name_words().field


def _is_other(candidate: Candidate | None, sort: str) -> bool:
    return candidate is not None and candidate.sort == sort


def _headed(lower: list[str]) -> bool:
    """Whether words end in the head of a body ("Department", "National Center"), so that "of" may follow."""
    knowledge = name_words()
    ends = [tuple(lower[-length:]) for length in (1, 2)]
    heads = knowledge.heads["agency"] | knowledge.heads["organisation"]
    return lower[-1] in knowledge.weak or any(end in heads for end in ends)


def _joins_left(parsed: Parsed, first: int, at: dict[int, Candidate]) -> bool:
    """Whether the word before a name belongs to it."""
    tokens = parsed.tokens
    before = tokens[first - 1]
    if ORDINAL.fullmatch(before.text):
        return first - 1 not in at
    if before.tag in {"NNP", "NNPS"} and is_capital(before):
        other = at.get(first - 1)
        return other is None or other.sort not in {PERSON, OPERATION}
    if before.lower in {"of", "for", "and", "&"} and first > 1 and is_piece(tokens[first - 2]):
        head = tokens[first - 2].lower
        if before.lower in {"and", "&"}:
            return head in name_words().field and tokens[first].lower in name_words().field
        return head in name_words().weak or head_type([head]) in BODY_HEADS
    return False


def of_saints(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """What is named after a saint, cut at the possessive: "St Brendan's" | "Hospital"."""
    found = []
    at = covered(candidates)
    for saint in candidates:
        after = saint.last + 1
        titled = parsed.tokens[saint.first].lower in {"st", "st.", "saint"} and len(saint) > 1
        owner = any(token.text in POSSESSIVES for token in parsed.tokens[saint.last : after])
        if not titled or not owner or gazetteer().find(words_of(parsed, saint)):
            continue
        limit = parsed.sentence_of(parsed.tokens[saint.first]).last
        last = at[after].last if after in at else piece_end(parsed, after, limit)
        words = [token.lower for token in parsed.tokens[saint.first : last]]
        sort = PLACE if is_place_name(words) else BODY if head_type(words) in BODY_HEADS else ""
        if sort and last > after:
            weight = max(saint.weight, at[after].weight if after in at else 0)
            found.append(Candidate(saint.first, last, sort, "joined", weight + 2))
    return found


def with_article(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Places with the article that is part of their name: "the Netherlands", "the Black Sea"."""
    found = []
    for candidate in candidates:
        before = candidate.first - 1
        if candidate.sort != PLACE or before < 0 or parsed.tokens[before].lower != "the":
            continue
        last = parsed.tokens[candidate.last - 1]
        if keeps_article(tokens_of(parsed, candidate)) and not _before_noun(parsed, candidate, last):
            found.append(Candidate(before, candidate.last, PLACE, candidate.rule, candidate.weight + 1))
    return found


def _before_noun(parsed: Parsed, candidate: Candidate, last: Token) -> bool:
    """Whether a name only describes the noun after it, whose article it is: "the United States Senate"."""
    return last.dep in {"compound", "nmod", "amod"} and parsed.head(last).index >= candidate.last


def offices_of_posts(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """The offices of those who hold a post: "Larnby County Sheriff's Office", "Prime Minister's Office"."""
    at = covered(candidates)
    titles = title_words()
    found = []
    for token in parsed.capitals:
        if token.index < FIRST_OWNED:
            continue
        holder = parsed.tokens[token.index - 2]
        owned = parsed.tokens[token.index - 1].text in POSSESSIVES and is_capital(holder)
        office = (token.lower,) in name_words().heads["agency"] or token.lower in name_words().weak
        if owned and office and holder.lower in titles.beside and not _is_other(at.get(holder.index), PERSON):
            found.append(Candidate(_posts_begin(parsed, holder), token.index + 1, BODY, "office", 5))
    return found


def _posts_begin(parsed: Parsed, holder: Token) -> int:
    """Where the capital words begin that end in the holder of a post; an owner may stand among them."""
    first = holder.index
    start = parsed.sentence_of(holder).first
    while first > start:
        before = parsed.tokens[first - 1]
        state = before.text in POSSESSIVES and first - 1 > start and parsed.tokens[first - 2].lower == "state"
        if not state and not (is_capital(before) and before.tag in {"NNP", "NNPS"}):
            break
        first -= 1
    return first


def split_companies(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """For "Nordbank Ltd and Ostbank Ltd" the two names."""
    closing = load_lexicon("names")["head"]["closing"]
    found = []
    for candidate in candidates:
        words = [token.lower for token in tokens_of(parsed, candidate)]
        for at in range(1, len(words) - 1):
            if candidate.sort == BODY and words[at] == "and" and words[at - 1] in closing:
                middle = candidate.first + at
                found.append(Candidate(candidate.first, middle, BODY, "joined by and", 4))
                found.append(Candidate(middle + 1, candidate.last, BODY, "joined by and", 4))
                break
    return found


def of_districts(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Districts of a court with the state that they lie in: "Northern District" | "of Larnia"."""
    at = covered(candidates)
    found = []
    for token in parsed.tokens[2:-1]:
        if token.lower != "of":
            continue
        district, side = parsed.tokens[token.index - 1], parsed.tokens[token.index - 2]
        after = parsed.tokens[token.index + 1]
        told = district.text == "District" and side.lower in name_words().direction and is_capital(side)
        if not told or not is_piece(after):
            continue
        seen, place = at.get(district.index), at.get(after.index)
        first, sort = (seen.first, seen.sort or PLACE) if seen else (side.index, PLACE)
        last = place.last if place else piece_end(parsed, after.index, parsed.sentence_of(token).last)
        if sort != PERSON and (seen is None or seen.last == token.index):
            found.append(Candidate(first, last, sort, "joined", (seen.weight if seen else 0) + 3))
    return found


def split_places(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """For "Alicante and Larnby" the two places, where the gazetteer knows one of them and not the whole."""
    found = []
    for candidate in candidates:
        words = [token.text for token in tokens_of(parsed, candidate)]
        at = words.index("and") if candidate.sort == PLACE and "and" in words[1:-1] else 0
        names = [" ".join(part) for part in (words, words[:at], words[at + 1 :])]
        whole, *parts = [bool(gazetteer().find(name) or atlas().find(name)) for name in names]
        if at and not whole and any(parts) and not is_place_name([word.lower() for word in words]):
            middle = candidate.first + at
            found.append(Candidate(candidate.first, middle, PLACE, "joined by and", 4))
            found.append(Candidate(middle + 1, candidate.last, PLACE, "joined by and", 4))
    return found


def split_units(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """For "Cyber Division of the FBI" two names, the unit and the agency that the lexicon knows."""
    found = []
    for candidate in candidates:
        tokens = tokens_of(parsed, candidate)
        words = [token.lower for token in tokens]
        at = words.index("of") if candidate.sort == BODY and "of" in words[1:-1] else 0
        if not at or words[at - 1] not in name_words().weak or gazetteer().find(words_of(parsed, candidate)):
            continue
        first = candidate.first + at + 1 + (words[at + 1] == "the")
        whole = Candidate(first, candidate.last, BODY, "whole", 4)
        if len(whole) > 0 and gazetteer().type_of(words_of(parsed, whole)) == "agency":
            found += [Candidate(candidate.first, candidate.first + at, BODY, "unit", 4), whole]
    return found


def split_possessives(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """For "Northern Ruritania's Night Watch" as two names, the owner and what it owns."""
    found = []
    for candidate in candidates:
        marks = [
            t.index
            for t in tokens_of(parsed, candidate)
            if t.text in POSSESSIVES and t.index > candidate.first
        ]
        whole = candidate.sort in {BODY, PLACE} and candidate.rule == "model"
        if whole and marks and marks[0] + 1 < candidate.last:
            owner = Candidate(candidate.first, marks[0], BODY, "owner", 4)
            known = gazetteer().type_of(words_of(parsed, owner))
            if known:
                sort = PLACE if known == "location" else BODY
                found += [
                    Candidate(owner.first, owner.last, sort, "owner", 4),
                    Candidate(marks[0] + 1, candidate.last, BODY, "owned", 4),
                ]
    return found
