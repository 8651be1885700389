"""Candidates to begin with: the model's names, trimmed, and the names that the lexicons know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eventgraph.entities.candidate import (
    BODY,
    PERSON,
    PLACE,
    SORTS,
    Candidate,
    covered,
    is_acronym,
    is_capital,
    tokens_of,
)
from eventgraph.entities.classify import head_type
from eventgraph.entities.gender import is_given_name, is_person_noun
from eventgraph.entities.knowledge import Known, gazetteer, name_words, title_words
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Span
from eventgraph.text.parse import Name, Parsed, Token

EDGE = frozenset("\"'“”\u2018\u2019.,;:!?()[]{}<>-\u2013—*#|/•")
ARTICLES = frozenset({"the", "a", "an"})
POSSESSIVES = frozenset({"'s", "\u2019s", "'", "\u2019"})
FULL_NAME = 2
"""Words of a given name and a surname."""
SHORT = 2
"""Letters of an acronym that is too short to be taken without the model's word for it."""


def model_names(parsed: Parsed, times: Sequence[Span]) -> list[Candidate]:
    """The model's names that may be entities, trimmed, without those that are dates."""
    names = (name for name in parsed.names if name.label in SORTS and not _is_half(parsed, name))
    found = (_trimmed(parsed, name) for name in names)
    dated = {index for time in times for index in _token_range(parsed, time)}
    return [c for c in found if len(c) and not dated.issuperset(range(c.first, c.last))]


def _is_half(parsed: Parsed, name: Name) -> bool:
    """Whether a word taken for a people's is half of a name left out: "Inesa" of "Inesa Brandel"."""
    token = parsed.tokens[name.first]
    if name.label != "NORP" or name.last - name.first > 1 or token.text in gazetteer().demonyms:
        return False
    after = parsed.tokens[token.index + 1 : token.index + 2]
    beside = any(t.tag == "NNP" and not t.label and t.index == token.head for t in after)
    return beside and token.dep == "compound"


def _token_range(parsed: Parsed, span: Span) -> range:
    """The indexes of the tokens within a span."""
    tokens = parsed.tokens_in(span.start, span.end)
    return range(tokens[0].index, tokens[-1].index + 1) if tokens else range(0)


def _trimmed(parsed: Parsed, name: Name) -> Candidate:
    """A name without the article, title, quotation marks and possessive around it."""
    tokens, first, last = parsed.tokens, name.first, name.last
    while first < last and (tokens[last - 1].text in EDGE or tokens[last - 1].text in POSSESSIVES):
        last -= 1
    while first < last and tokens[first].text in EDGE:
        first += 1
    sort = SORTS[name.label]
    if sort in {BODY, PLACE} and _is_titled(tokens, first, last):
        sort = PERSON
    if sort == BODY and last - first > FULL_NAME and _has_letters(tokens, first, last):
        sort = PERSON
    if sort == PERSON:
        first = _after_titles(tokens, first, last)
        last -= last - first > FULL_NAME and tokens[last - 1].text in load_lexicon("people")["letters"]
    elif (
        first < last - 1
        and tokens[first].lower in ARTICLES
        and not (sort == PLACE and keeps_article(tokens[first:last]) and not _is_headed(tokens[first:last]))
    ):
        first += 1
    if any(_begins_another(tokens, index) for index in range(first + 1, last - 1)):
        last = first
    if first < last and not any(is_capital(token) or token.text[0].isdigit() for token in tokens[first:last]):
        last = first
    return Candidate(first, last, sort)


def _is_titled(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a full name stands after a title, or a noun for a person that begins a sentence.

    "Cllr Ada Brandel", "Spokeswoman Ada Brandel".
    """
    if last - first != FULL_NAME + 1:
        return False
    noun, *words = tokens[first:last]
    begins = first == 0 or tokens[first - 1].sentence != noun.sentence
    titles, lower = title_words(), [word.lower for word in words]
    post = titles.is_title((noun.lower,)) and noun.lower not in titles.surnames and not head_type(lower)
    given = is_given_name(words[0].text)
    told = given and (noun.lower in titles.courtesy or (begins and is_person_noun(noun.lower)))
    return (post or told) and all(t.text.istitle() for t in words) and not _is_headed(words)


def _has_letters(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a given name begins what ends in a lawyer's letters: "Ada Quist QC"."""
    letters = tokens[last - 1].text in load_lexicon("people")["letters"]
    return letters and is_given_name(tokens[first].text) and not _is_headed(tokens[first : last - 1])


def _begins_another(tokens: Sequence[Token], index: int) -> bool:
    """Whether "the" or "as" within a name shows that two have been taken for one: "Moor the Larnby"."""
    before, token = tokens[index - 1], tokens[index]
    joins = token.text == "the" or (token.text == "as" and token.tag == "IN")
    return joins and is_capital(before) and before.tag == "NNP"


def _after_titles(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where a person's name begins after titles that the model took into it."""
    titles = title_words()
    while first < last - 1 and _stands_before_name(tokens[first].lower, full=last - first > FULL_NAME):
        first += 1
    begins = (
        first == 0 or tokens[first - 1].sentence != tokens[first].sentence or tokens[first - 1].text in EDGE
    )
    if begins and last - first > 1 and tokens[first].tag == "VB" and not is_given_name(tokens[first].text):
        first += 1  # "Tell Brandel to come"
    if begins and last - first > FULL_NAME and is_person_noun(tokens[first].lower):
        first += 1  # "Goalkeeper Otto Brandel"
    hyphened = tuple(token.lower for token in tokens[first : first + 3])
    return first + 3 if last - first > len(hyphened) and titles.is_title(hyphened) else first


def _stands_before_name(word: str, *, full: bool) -> bool:
    """Whether a word belongs before a person's name; several have a title only before a full one."""
    titles = title_words()
    small = word in ARTICLES or word in titles.qualifier
    courtesy = word in titles.courtesy or word.rstrip(".") in titles.courtesy
    title = word in titles.beside and titles.is_title((word,))
    return small or courtesy or title or (full and word in titles.plurals)


def _is_headed(tokens: Sequence[Token]) -> bool:
    """Whether the head of an agency ends a name, so that it is no place's: "The Ruritania Coast Guard"."""
    lower = [token.lower for token in tokens]
    agency = name_words().heads["agency"]
    return tuple(lower[-1:]) in agency or tuple(lower[-2:]) in agency


def keeps_article(tokens: Sequence[Token]) -> bool:
    """Whether "the" before these words is part of a place's name: "the Netherlands", "The Hague"."""
    words = [token.lower for token in tokens if token.lower not in ARTICLES]
    return any(word in name_words().article for word in words)


def known_names(parsed: Parsed, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The names of the lexicons where they stand, as candidates; ``candidates`` say what the model saw."""
    seen = list(candidates)
    at = covered(seen)
    parts = {word for c in persons(seen) if len(c) > 1 for word in name_parts(parsed, c)}
    people = {word for word in parts if gazetteer().find(word) and not is_acronym(word)}
    found: list[Candidate] = []
    position = 0
    for token in parsed.capitals:
        if token.index < position or _is_surname(parsed, token, at, people):
            continue
        for last in _known_from(parsed, token):
            candidate = _accepted(parsed, token.index, last, at)
            if candidate:
                found.append(candidate)
                position = last
                break
    return found


def _is_surname(parsed: Parsed, token: Token, at: dict[int, Candidate], people: set[str]) -> bool:
    """Whether a word is a person's name: of one named in full here, or after a title ("Ms. Ford")."""
    seen = at.get(token.index)
    if seen is not None and seen.sort != PERSON:
        return False
    before = parsed.tokens[max(0, token.index - 1)]
    titles = title_words()
    titled = before.lower in titles.courtesy or titles.is_title((before.lower,))
    return token.text in people or (seen is not None and titled and before.sentence == token.sentence)


def _known_from(parsed: Parsed, token: Token) -> Iterator[int]:
    """The names of the lexicons that begin at a token, the longest first, as the token after each."""
    word = token.text.split("-")[0].split(".")[0].split("'")[0] if not token.text.isalnum() else token.text
    known = gazetteer()
    names = known.by_first_word.get(word, ())
    if not names and word.isupper():
        names = tuple(
            name.upper() for name in known.by_first_word.get(word.capitalize(), ()) if len(name) > SHORT + 1
        )
    for name in names:
        if parsed.text.startswith(name, token.start):
            end = parsed.token_at(token.start + len(name) - 1)
            if end and end.end == token.start + len(name):
                yield end.index + 1


def _accepted(parsed: Parsed, first: int, last: int, at: dict[int, Candidate]) -> Candidate | None:
    """A known name as a candidate, unless the words around it show that it is part of another."""
    name = parsed.text[parsed.tokens[first].start : parsed.tokens[last - 1].end]
    things = gazetteer().find(name)
    seen = at.get(first)
    single = last == first + 1
    if single and not _stands_alone(parsed, first, name, things, seen):
        return None
    if seen and len(seen) > last - first and seen.first <= first and last <= seen.last:
        return None
    sort = PLACE if all(thing.type == "location" for thing in things) else BODY
    return Candidate(first, last, sort, "lexicon", 1 if single else 3)


def _stands_alone(
    parsed: Parsed, index: int, name: str, things: Sequence[Known], seen: Candidate | None
) -> bool:
    """Whether a known name of one word is that name here, not part of a person's or another name."""
    token = parsed.tokens[index]
    letters = name.replace(".", "")
    if is_acronym(name) and len(letters) <= SHORT:
        return seen is not None and seen.sort in {BODY, PLACE}
    if is_acronym(name):
        return not is_shouting(parsed, token)
    if seen is not None:
        return not (seen.sort == PERSON and len(seen) > 1)
    if index + 2 < len(parsed.tokens) and parsed.tokens[index + 1].text == "-":
        return not is_capital(parsed.tokens[index + 2])
    beside = [parsed.tokens[i] for i in (index - 1, index + 1) if 0 <= i < len(parsed.tokens)]
    if any(
        other.pos == "PROPN" and is_capital(other) and other.sentence == token.sentence for other in beside
    ):
        return False
    return token.pos == "PROPN" and len({thing.type for thing in things}) == 1


def is_shouting(parsed: Parsed, token: Token) -> bool:
    """Whether all the words around are in capitals, so that capitals say nothing."""
    around = [
        t
        for t in parsed.tokens[max(0, token.index - 3) : token.index + 4]
        if t.text.isalpha() and len(t.text) > SHORT
    ]
    return len(around) > SHORT and all(t.text.isupper() for t in around)


def persons(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that are people."""
    return [candidate for candidate in candidates if candidate.sort == PERSON]


def name_parts(parsed: Parsed, person: Candidate) -> list[str]:
    """The words of a person's name without "Jr." and the like: the given name first, the surname last."""
    return without_generation([token.text for token in tokens_of(parsed, person)])


def without_generation(words: Sequence[str]) -> list[str]:
    """The words of a person's name without "Jr." and the like."""
    return [word for word in words if word.lower().rstrip(".") not in name_words().generations]
