"""People's names put together: given names and surnames that were left out, particles, unseen names."""

from __future__ import annotations

from itertools import pairwise

from eventgraph.entities.candidate import (
    BODY,
    PERSON,
    PLACE,
    Candidate,
    covered,
    is_acronym,
    is_capital,
    words_of,
)
from eventgraph.entities.gender import is_given_name, is_person_noun
from eventgraph.entities.knowledge import gazetteer, title_words
from eventgraph.entities.pieces import (
    DATES,
    FULL_NAME,
    LETTERS,
    calendar,
    is_particle,
    is_piece,
    piece_end,
    surroundings,
)
from eventgraph.text.parse import Parsed, Token

QUOTES = frozenset("\"'\u2018\u2019\u201c\u201d") | {"``", "''"}
ROMANCE = frozenset({"da", "de", "degli", "dei", "del", "della", "des", "di", "do", "dos", "du"})
"""What joins the words of bodies in some languages: "Banco do Larn"."""
ENDING_NAME = frozenset({"appos", "dobj", "nsubj", "nsubjpass", "pobj", "poss"})
"""How the last word of a whole name hangs on what is around it."""
HYPHENED = 3
"""Tokens of two words with a hyphen between them."""
LONGEST_NICKNAME = 3
"""Words of a nickname within a name."""


def grow_people(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """People whose given name or surname the model left out."""
    at = covered(candidates)
    found = []
    for person in candidates:
        if person.sort != PERSON:
            continue
        first, last = person.first, person.last
        while first > 0 and first - 1 not in at and _is_name_part(parsed, first - 1, person.first):
            first -= 1
        while last < len(parsed.tokens) and last not in at and _is_name_part(parsed, last, person.first):
            last += 1
        last = max(last, _after_given_name(parsed, person, at), _after_hyphen(parsed, first, last))
        if (first, last) != (person.first, person.last):
            found.append(Candidate(first, last, PERSON, "joined", person.weight + 1))
    return found


def _after_hyphen(parsed: Parsed, first: int, last: int) -> int:
    """The end of a name that the model cut at a hyphen: "Lim Hyun" | "-seok"; the end as it is for others."""
    if last + 1 >= len(parsed.tokens) or parsed.tokens[last].text != "-" or last - first != FULL_NAME:
        return last
    left, hyphen, right = parsed.tokens[last - 1 : last + 2]
    close = left.end == hyphen.start and hyphen.end == right.start and left.text.istitle()
    noun = right.tag == "NN" and right.dep in ENDING_NAME and not is_person_noun(right.lower)
    word = right.text.isalpha() and right.text.islower() and (right.tag == "NNP" or noun)
    beyond = parsed.tokens[last + 2 : last + 3]
    return last + 2 if close and word and all(t.text != "-" for t in beyond) else last


def _after_given_name(parsed: Parsed, person: Candidate, at: dict[int, Candidate]) -> int:
    """The end of an unknown name that goes on a bare given name: "Natalia" | "Brandelskaya"."""
    token = parsed.tokens[person.first]
    after = at.get(person.last)
    if after is None or len(person) > 1 or len(after) > 1 or after.rule != "model":
        return person.last
    other = parsed.tokens[after.first]
    fits = other.sentence == token.sentence and other.text.istitle() and is_given_name(token.text)
    return after.last if fits and not gazetteer().find(other.text) else person.last


def with_nicknames(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """People with a nickname within their name: Otto "Bo" Brandel."""
    at = covered(candidates)
    found = []
    for person in [*candidates, *_unseen_given_names(parsed, at)]:
        one_word = len(person) == 1 and not gazetteer().find(parsed.tokens[person.first].text)
        if person.sort != PERSON and not one_word:
            continue
        limit = parsed.sentence_of(parsed.tokens[person.first]).last
        last = _after_nickname(parsed, person.last, limit)
        other = at.get(last - 1)
        if last > person.last and (other is None or other.sort in {PERSON, BODY, ""}):
            if other is not None and all(is_piece(token) for token in parsed.tokens[last : other.last]):
                last = max(last, other.last)
            found.append(Candidate(person.first, last, PERSON, "joined", person.weight + 3))
    return found


def _unseen_given_names(parsed: Parsed, at: dict[int, Candidate]) -> list[Candidate]:
    """Given names that nobody took for a name, with a quotation mark after them."""
    return [
        Candidate(token.index, token.index + 1, PERSON, "joined", 0)
        for token, after in pairwise(parsed.tokens)
        if after.text in QUOTES
        and token.index not in at
        and token.pos == "PROPN"
        and is_given_name(token.text)
    ]


def _after_nickname(parsed: Parsed, index: int, limit: int) -> int:
    """The end of the surname after a nickname in quotation marks, or the index as it is."""
    tokens = parsed.tokens
    if index + 3 > limit or tokens[index].text not in QUOTES:
        return index
    for close in range(index + 2, min(index + LONGEST_NICKNAME + 2, limit - 1)):
        opens = close == index + 2 and tokens[close - 1].lower == "the"  # Otto "the Fox" Brandel
        if not (is_capital(tokens[close - 1]) or opens):
            break
        if tokens[close].text in QUOTES:
            after = tokens[close + 1]
            return close + 2 if is_piece(after) and after.text.isalpha() else index
    return index


def with_first_words(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Names of places of which the model saw only the last word: "Vila" | "Larna"."""
    at = covered(candidates)
    found = []
    for place in candidates:
        first = place.first
        while place.sort == PLACE and first > 0 and first - 1 not in at and _opens_place(parsed, first):
            first -= 1
        if first < place.first and place.rule == "model":
            given = is_given_name(parsed.tokens[first].text)
            sort = PERSON if given and not gazetteer().find(parsed.tokens[first].text) else PLACE
            found.append(Candidate(first, place.last, sort, "joined", place.weight + 1))
    return found


def with_counties(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Places with the word that makes another place of them: "Larnby" | "County"."""
    words = surroundings()["place"]["after"]
    return [
        Candidate(place.first, place.last + 1, PLACE, "joined", max(place.weight, 1) + 1)
        for place in candidates
        if place.sort == PLACE and place.last < len(parsed.tokens) and parsed.tokens[place.last].text in words
    ]


def _opens_place(parsed: Parsed, first: int) -> bool:
    """Whether the word before a place's name is a part of it: no title, no demonym, no direction."""
    before, token, titles = parsed.tokens[first - 1], parsed.tokens[first], title_words()
    tied = before.dep == "compound" and before.head >= first and before.sentence == token.sentence
    form = before.tag == "NNP" and before.text.isalpha() and before.text.istitle()
    words = any(before.lower in known for known in (titles.beside, titles.courtesy, titles.qualifier))
    known = before.text in gazetteer().demonyms or gazetteer().find(token.text)
    return tied and form and not words and not known and before.label not in DATES


def _cut_after_particle(parsed: Parsed, left: Candidate, right: Candidate) -> Candidate | None:
    """Two names that the model cut after a particle, as one: "Jean-Luc de la" | "Brandelle"."""
    ends = is_particle(parsed.tokens[left.last - 1]) and left.last == right.first
    if not ends or len(left) == 1 or right.sort == PLACE:
        return None
    given = is_given_name(parsed.tokens[left.first].text)
    return Candidate(left.first, right.last, PERSON if given else left.sort, "joined", 2)


def with_particles(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Names cut at "de", "van", "bin": "Marina del Pilar Brandel", "Transportes del Larn"."""
    at = covered(candidates)
    found = [one for pair in pairwise(candidates) if (one := _cut_after_particle(parsed, *pair))]
    for name in candidates:
        before = name.first - 1
        cut = is_particle(parsed.tokens[name.first]) and name.sort == BODY and before >= 0
        if cut and before not in at and is_piece(parsed.tokens[before]):
            found.append(Candidate(before, name.last, BODY, "joined", name.weight + 1))
        last = _after_particles(parsed, name, at)
        person = name.sort == PERSON or is_given_name(parsed.tokens[name.first].text)
        body = name.sort == BODY and parsed.tokens[name.last].text in ROMANCE if last > name.last else False
        if last > name.last and (person or body):
            sort = PERSON if person else BODY
            found.append(Candidate(name.first, last, sort, "joined", max(name.weight, 1) + 2))
    return found


def _after_particles(parsed: Parsed, name: Candidate, at: dict[int, Candidate]) -> int:
    """The end of a name that goes on after particles, once or again; the end as it is where none follow."""
    last = name.last
    limit = parsed.sentence_of(parsed.tokens[name.first]).last
    while last + 1 < limit and is_particle(parsed.tokens[last]):
        step = last + 1
        while step < limit and is_particle(parsed.tokens[step]):
            step += 1
        if step >= limit or not is_capital(parsed.tokens[step]) or not parsed.tokens[step].text[0].isalpha():
            break
        other = at.get(step)
        if other is not None and other.sort == PLACE and gazetteer().find(words_of(parsed, other)):
            break
        last = other.last if other is not None and other.first == step else piece_end(parsed, step, limit)
        if last <= step:
            break
    return last


def _is_name_part(parsed: Parsed, index: int, within: int) -> bool:
    """Whether a token beside a person's name is a part of it, rather than a title or another name."""
    token, other = parsed.tokens[index], parsed.tokens[within]
    form = token.tag == "NNP" and is_capital(token) and not token.text.isupper()
    if not form or token.sentence != other.sentence or LETTERS.fullmatch(token.text) is None:
        return False
    if _is_no_name_part(token, front=index < within):
        return False
    linked = token.dep == "compound" and token.head > index and parsed.tokens[token.head].label == "PERSON"
    return linked or parsed.head(other).index == index or token.head == within


def _is_no_name_part(token: Token, *, front: bool) -> bool:
    """Whether a word beside a name is a title, a month or, before it, what one is: "Witness Ada Quist"."""
    titles, word = title_words(), token.lower
    title = any(word in known for known in (titles.beside, titles.courtesy, titles.qualifier))
    month = token.label in DATES and word in calendar()
    return title or month or (front and (word in titles.plurals or is_person_noun(word)))


def with_hyphens(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Acronyms joined by a hyphen, as one name of a body: "NCSC" - "UK"."""
    at = covered(candidates)
    found = []
    for name in candidates:
        if len(name) == HYPHENED and name.sort != BODY and _are_acronyms(parsed, name.first):
            found.append(Candidate(name.first, name.last, BODY, "joined", name.weight + 2))
        elif len(name) == 1 and _are_acronyms(parsed, name.first) and len(at.get(name.last + 1, name)) == 1:
            found.append(Candidate(name.first, name.last + 2, BODY, "joined", name.weight + 2))
    return found


def _are_acronyms(parsed: Parsed, index: int) -> bool:
    """Whether two acronyms begin at an index with nothing but a hyphen between them."""
    words = parsed.tokens[index : index + HYPHENED]
    if len(words) < HYPHENED or words[1].text != "-" or not words[0].text.isupper():
        return False
    close = words[0].end == words[1].start and words[1].end == words[2].start
    return close and is_acronym(words[0].text) and is_acronym(words[2].text)
