"""Document-level repair of names: what the model cut, missed or saw in one place and not in another.

Each pass takes the candidates and gives more of them, or better ones; `settle` decides where they
overlap. Passes look at the whole document, the model only at a few words around.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from eventgraph.entities.candidate import (
    BODY,
    OPERATION,
    PERSON,
    PLACE,
    Candidate,
    covered,
    is_acronym,
    is_capital,
    settle,
    tokens_of,
    words_of,
)
from eventgraph.entities.classify import BODY_HEADS, head_type
from eventgraph.entities.context import (
    corrected,
    grow_people,
    is_piece,
    piece_end,
    places_of,
    runs,
    without_products,
    without_words,
)
from eventgraph.entities.knowledge import gazetteer, name_words
from eventgraph.entities.names import POSSESSIVES, keeps_article, persons
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token

Pass = Callable[[Parsed, list[Candidate]], list[Candidate]]
OF_WORDS = frozenset({"of", "for", "on", "to", "against"})
OPENING, CLOSING = frozenset("(["), frozenset(")]")
BEFORE_NICKNAME = frozenset({"\u201c", '"', "'", "\u2018", "``", "as", "the", ","})
"""What may stand between "dubbed" and the nickname."""
SHORTEST_SURNAME = 3
"""Letters; shorter ones are too often a word of something else."""
LONGEST_NAME = 14
"""Tokens in the longest name that a bracketed acronym may stand for."""


def repair(parsed: Parsed, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates after all passes."""
    current = settle(without_words(parsed, candidates))
    for step in PASSES:
        current = settle([*current, *step(parsed, current)])
    return without_products(parsed, current)


# --- long names --------------------------------------------------------------------------------


def grow_bodies(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Names of bodies that were cut at "and", "of", "for", "on" or a comma, put together again."""
    at = covered(candidates)
    grown = []
    for candidate in candidates:
        if candidate.sort not in {BODY, PLACE, ""}:
            continue
        first, last = _grown(parsed, candidate, at)
        if (first, last) != (candidate.first, candidate.last):
            wider = Candidate(first, last, BODY, "joined", max(1, candidate.weight) + 1)
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
        if not is_capital(parsed.tokens[first]):
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
        return last + 1 if head_type(whole) == "agency" and len(after.text) > 1 else last
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
    return joiner.lower == "of" or (not _is_other(seen, PLACE) and not gazetteer().find(token.text))


def _joins_fields(parsed: Parsed, first: int, last: int, next_: int, limit: int) -> bool:
    """Whether "and" or a comma stands within a name: "... Missing and Exploited Children"."""
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
        or right[-1] in {"prevention", "development"}
    )


def _is_field(token: Token) -> bool:
    return is_capital(token) and token.lower in name_words().field


def _is_other(candidate: Candidate | None, sort: str) -> bool:
    return candidate is not None and candidate.sort == sort


def _headed(lower: list[str]) -> bool:
    """Whether words end in the head of a body ("Department", "National Center"), so that "of" may follow."""
    return head_type(lower) in {"agency", "organisation"} or lower[-1] in name_words().weak


def _joins_left(parsed: Parsed, first: int, at: dict[int, Candidate]) -> bool:
    """Whether the word before a name belongs to it."""
    tokens = parsed.tokens
    before = tokens[first - 1]
    if before.tag in {"NNP", "NNPS"} and is_capital(before):
        other = at.get(first - 1)
        return other is None or other.sort not in {PERSON, OPERATION}
    if before.lower in {"of", "for", "and", "&"} and first > 1 and is_piece(tokens[first - 2]):
        head = tokens[first - 2].lower
        if before.lower in {"and", "&"}:
            return head in name_words().field and tokens[first].lower in name_words().field
        return head in name_words().weak or head_type([head]) in BODY_HEADS
    return False


# --- acronyms ----------------------------------------------------------------------------------


def bracketed(parsed: Parsed, _: list[Candidate]) -> list[Candidate]:
    """Names introduced with their acronym: "Office of Foreign Assets Control (OFAC)", both of them.

    Where the name goes on after the bracket, "Internet Crimes Against Children (ICAC) Task Force", the
    whole is one name.
    """
    found: list[Candidate] = []
    for token in parsed.tokens[1:-2]:
        if token.text not in OPENING or parsed.tokens[token.index + 2].text not in CLOSING:
            continue
        acronym = parsed.tokens[token.index + 1]
        first = long_form(parsed, token.index, acronym.text) if is_acronym(acronym.text) else None
        if first is None:
            continue
        last = _head_after(parsed, token.index + 3)
        if last > token.index + 3:
            found.append(Candidate(first, last, BODY, "bracketed", 5))
        else:
            found.append(Candidate(first, token.index, BODY, "bracketed", 5))
            found.append(Candidate(acronym.index, acronym.index + 1, BODY, "bracketed", 5))
    return found


def long_form(parsed: Parsed, bracket: int, acronym: str) -> int | None:
    """The token at which the words before a bracket begin whose initials make the acronym, or None."""
    letters = [letter for letter in acronym.lower() if letter.isalpha()]
    sentence = parsed.sentence_of(parsed.tokens[bracket])
    best = None
    for first in range(bracket - 1, max(sentence.first, bracket - LONGEST_NAME) - 1, -1):
        token = parsed.tokens[first]
        if token.text in CLOSING or token.text in {";", ":"}:
            break
        if is_capital(token) and spells(letters, [t.text for t in parsed.tokens[first:bracket]]):
            best = first
            break
    return _with_country(parsed, best, sentence.first) if best is not None else None


def spells(letters: list[str], words: list[str]) -> bool:
    """Whether the initials of the words make the letters; small words may be left out."""
    initials = [w[0].lower() for w in words if w[0].isalpha() and w.lower() not in name_words().joiners]
    with_small = [w[0].lower() for w in words if w[0].isalpha()]
    return letters in (initials, with_small)


def _with_country(parsed: Parsed, first: int, limit: int) -> int:
    """A name with the country before it, which acronyms leave out: "U.S. Immigration and ... (ICE)"."""
    if first > limit:
        before = parsed.tokens[first - 1]
        known = gazetteer()
        if is_capital(before) and (known.type_of(before.text) == "location" or before.text in known.demonyms):
            return first - 1
    return first


def _head_after(parsed: Parsed, index: int) -> int:
    """The end of the capital words that finish a name after a bracket, if they are the head of a body."""
    if index >= len(parsed.tokens):
        return index
    limit = parsed.sentence_of(parsed.tokens[index - 1]).last
    end = piece_end(parsed, index, limit)
    return end if end > index and head_type([t.lower for t in parsed.tokens[index:end]]) else index


# --- operations --------------------------------------------------------------------------------


def operations(parsed: Parsed, _: list[Candidate]) -> list[Candidate]:
    """Named operations: "Operation Grey Heron", and what a crackdown is dubbed."""
    return [*_headed_operations(parsed), *_dubbed(parsed)]


def _headed_operations(parsed: Parsed) -> Iterator[Candidate]:
    words = load_lexicon("names")["operation"]
    for token in parsed.tokens:
        if not is_capital(token):
            continue
        project = token.lower in words["projects"] and _near_operation(parsed, token)
        if token.lower in words["heads"] or project:
            last = _nickname_end(parsed, token.index + 1)
            if last > token.index + 1:
                yield Candidate(token.index, last, OPERATION, "operation", 6)


def _nickname_end(parsed: Parsed, index: int) -> int:
    """The end of the capital words of a nickname; "of" and "the" may stand within it."""
    limit = len(parsed.tokens)
    end = index
    while end < limit and parsed.tokens[end].sentence == parsed.tokens[index - 1].sentence:
        token = parsed.tokens[end]
        if (
            (
                is_capital(token)
                and token.pos not in {"PRON", "DET", "VERB", "AUX"}
                and token.lower not in load_lexicon("names")["operation"]["heads"]
            )
            or token.text.isupper()
            or (token.text.isdigit() and end > index)
        ):
            end += 1
        elif token.lower in {"of", "the", "in", "and", "-"} and end > index and _capital_at(parsed, end + 1):
            if token.lower in {"and", "in"}:
                break
            end += 1
        else:
            break
    return end


def _capital_at(parsed: Parsed, index: int) -> bool:
    return index < len(parsed.tokens) and is_capital(parsed.tokens[index])


def _near_operation(parsed: Parsed, token: Token) -> bool:
    """Whether the sentence speaks of an operation of police or soldiers."""
    nouns = load_lexicon("names")["operation"]["nouns"]
    sentence = parsed.sentence_of(token)
    return any(
        t.lemma in nouns for t in parsed.tokens[sentence.first : sentence.last] if t.index != token.index
    )


def _dubbed(parsed: Parsed) -> Iterator[Candidate]:
    """The nickname after "dubbed", "codenamed", where what is dubbed is an operation."""
    words = load_lexicon("names")["operation"]
    for token in parsed.tokens:
        if token.lower not in words["called"] or not _names_operation(parsed, token):
            continue
        first = token.index + 1
        while first < len(parsed.tokens) and parsed.tokens[first].text in BEFORE_NICKNAME:
            first += 1
        last = _nickname_end(parsed, first)
        if last > first and parsed.tokens[first].lower not in words["heads"]:
            yield Candidate(first, last, OPERATION, "nickname", 6)


def _names_operation(parsed: Parsed, verb: Token) -> bool:
    """Whether what a verb of naming names is an operation, sting, crackdown."""
    nouns = load_lexicon("names")["operation"]["nouns"]
    above = next(iter(parsed.ancestors(verb)), None)
    near = [*parsed.children(verb, "nsubjpass", "dobj", "nsubj"), *([above] if above else [])]
    return any(token.lemma in nouns for token in near)


# --- seen once, meant always -------------------------------------------------------------------


def surnames(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Bare surnames and given names of people named in full, where the model missed or mistook them."""
    full = [tokens_of(parsed, c) for c in persons(candidates) if len(c) > 1]
    last = {tokens[-1].text for tokens in full if len(tokens[-1].text) >= SHORTEST_SURNAME}
    given = {tokens[0].text for tokens in full if len(tokens[0].text) >= SHORTEST_SURNAME}
    at = covered(candidates)
    found = []
    for token in parsed.tokens:
        if token.text not in last and token.text not in given:
            continue
        seen = at.get(token.index)
        likely = token.pos == "PROPN" or (token.text in last and token.pos in {"NOUN", "ADJ", "X"})
        if seen is None and likely and _alone(parsed, token):
            found.append(Candidate(token.index, token.index + 1, PERSON, "surname", 1))
        elif seen is not None and token.text in last and _mistaken(seen, token.text):
            found.append(Candidate(token.index, token.index + 1, PERSON, "surname", 2))
    return found


def _mistaken(seen: Candidate, surname: str) -> bool:
    """Whether the model took a bare surname for something else, which the lexicon does not know it to be."""
    return len(seen) == 1 and seen.sort != PERSON and not gazetteer().find(surname)


def _alone(parsed: Parsed, token: Token) -> bool:
    """Whether no capital word stands right after a word, which would make it part of a longer name."""
    after = token.index + 1
    return after >= len(parsed.tokens) or not (
        parsed.tokens[after].tag in {"NNP", "NNPS"}
        and is_capital(parsed.tokens[after])
        and parsed.tokens[after].sentence == token.sentence
    )


def companies(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Companies called by the first word of their name, where the model took that for a person or place."""
    known = gazetteer()
    firsts = {
        tokens[0].text
        for tokens in (tokens_of(parsed, c) for c in candidates if c.sort == BODY and len(c) > 1)
        if head_type([t.lower for t in tokens]) == "organisation"
        and not (known.find(tokens[0].text) or tokens[0].text in known.demonyms)
        and tokens[0].lower not in name_words().state | name_words().direction
    }
    singles = (c for c in candidates if len(c) == 1 and c.sort in {PERSON, PLACE, ""} and c.rule == "model")
    return [
        Candidate(c.first, c.last, BODY, "first word", 1) for c in singles if words_of(parsed, c) in firsts
    ]


def seen_elsewhere(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Further places where the words of a name stand that the model saw only once."""
    sorts = {tuple(t.text for t in tokens_of(parsed, c)): c.sort for c in candidates if _tells(parsed, c)}
    lengths: dict[str, list[int]] = {}
    for words in sorts:
        known = lengths.setdefault(words[0], [])
        if len(words) not in known:
            known.append(len(words))
    at = covered(candidates)
    found = []
    for token in parsed.tokens:
        if token.index in at:
            continue
        for length in lengths.get(token.text, ()):
            words = tuple(t.text for t in parsed.tokens[token.index : token.index + length])
            if words in sorts:
                found.append(Candidate(token.index, token.index + length, sorts[words], "seen elsewhere", 1))
    return found


def _tells(parsed: Parsed, candidate: Candidate) -> bool:
    """Whether the words of a candidate are a name wherever they stand."""
    words = words_of(parsed, candidate)
    single = len(candidate) == 1 and len(words) >= SHORTEST_SURNAME
    return bool(candidate.sort) and (
        len(candidate) > 1 or (single and (is_acronym(words) or candidate.weight > 0))
    )


def with_place(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Agencies with the place right before them, which is part of the name: "Utah Bureau of Parks"."""
    found = []
    for left, right in pairwise(candidates):
        words = [token.lower for token in tokens_of(parsed, right)]
        longer = len(right) > 1 or not is_acronym(words_of(parsed, right))
        side_by_side = left.sort == PLACE and right.sort == BODY and left.last == right.first and longer
        agency = "agency" in {head_type(words), gazetteer().type_of(words_of(parsed, right))}
        if side_by_side and agency:
            found.append(
                Candidate(left.first, right.last, BODY, right.rule, max(left.weight, right.weight) + 1)
            )
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


PASSES: tuple[Pass, ...] = (
    split_possessives,
    corrected,
    places_of,
    grow_people,
    runs,
    bracketed,
    grow_bodies,
    with_place,
    operations,
    companies,
    surnames,
    seen_elsewhere,
    with_article,
)
"""In order: what comes later sees what came before."""
