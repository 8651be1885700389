"""Candidates that are longer than the name in them, or hold two: cut where the first one ends."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.entities.candidate import BODY, PERSON, PLACE, Candidate, is_capital, tokens_of, words_of
from eventgraph.entities.classify import BODY_HEADS, head_type
from eventgraph.entities.gender import is_given_name, is_person_noun
from eventgraph.entities.knowledge import gazetteer, title_words
from eventgraph.entities.pieces import FULL_NAME, has_person_form, surroundings
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token

CUT = 4
"""The weight of what is cut, which decides against the whole."""


def cut(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """The names within candidates of the model that are too long."""
    found: list[Candidate] = []
    for candidate in candidates:
        if candidate.rule == "model" and len(candidate) > 1:
            found += next((names for rule in CUTS if (names := rule(parsed, candidate))), [])
    return found


def _at_comma(parsed: Parsed, candidate: Candidate) -> list[Candidate]:
    """For "Ruritanian Armed Forces, Coast Guard" the two bodies; each must have a head."""
    commas = [token.index for token in tokens_of(parsed, candidate) if token.text == ","]
    if candidate.sort != BODY or len(commas) != 1 or not candidate.first < commas[0] < candidate.last - 1:
        return []
    parts = [(candidate.first, commas[0]), (commas[0] + 1, candidate.last)]
    lower = [[token.lower for token in parsed.tokens[first:last]] for first, last in parts]
    joined = any(word in {"and", "of", "for"} for words in lower for word in words)
    closing = lower[1][0] in load_lexicon("names")["head"]["closing"]
    if joined or closing or any(head_type(words) not in BODY_HEADS for words in lower):
        return []
    return [Candidate(first, last, BODY, "cut", CUT) for first, last in parts]


def _after_place(parsed: Parsed, candidate: Candidate) -> list[Candidate]:
    """For "Middle East Tobias Brandel" the person after the place."""
    tokens = tokens_of(parsed, candidate)
    if candidate.sort == PLACE or len(tokens) <= FULL_NAME or is_given_name(tokens[0].text):
        return []
    for length in range(len(tokens) - FULL_NAME, 0, -1):
        place = Candidate(candidate.first, candidate.first + length, PLACE, "cut", CUT)
        person = tokens[length:]
        known = gazetteer().type_of(words_of(parsed, place)) == "location"
        if known and is_given_name(person[0].text) and _all_names(person):
            return [place, Candidate(place.last, candidate.last, PERSON, "cut", CUT)]
    return []


def _all_names(tokens: Sequence[Token]) -> bool:
    return all(t.text.isalpha() and t.text.istitle() for t in tokens) and not head_type(
        [t.lower for t in tokens]
    )


def _before_number(parsed: Parsed, candidate: Candidate) -> list[Candidate]:
    """For "Larn Air Flight 574" the airline: a noun for what has a number, and the number, end the name."""
    numbered = load_lexicon("names")["numbered"]["nouns"]
    tokens = parsed.tokens[candidate.first : candidate.last + 1]
    for place in range(1, len(tokens) - 1):
        number = tokens[place + 1]
        if tokens[place].lower in numbered and number.text.isalnum() and _has_digit(number):
            return [Candidate(candidate.first, candidate.first + place, BODY, "cut", CUT)]
    return []


def _before_model(parsed: Parsed, candidate: Candidate) -> list[Candidate]:
    """For "Air Force F-16 Hawks" the body, known or told by its head, before the model of a product."""
    tokens = tokens_of(parsed, candidate)
    for place in range(1, len(tokens)):
        name = Candidate(candidate.first, candidate.first + place, BODY, "cut", CUT)
        model = tokens[place].text[0].isupper() and _has_digit(tokens[place])
        if candidate.sort == BODY and model:
            words = [token.lower for token in tokens[:place]]
            known = gazetteer().find(words_of(parsed, name)) or head_type(words) in BODY_HEADS
            return [name] if known else []
    return []


def _has_digit(token: Token) -> bool:
    return any(letter.isdigit() for letter in token.text)


def _before_title(parsed: Parsed, candidate: Candidate) -> list[Candidate]:
    """For "Navy Capt." or "Larnby Sheriff" before a person's name the body or the place alone."""
    tokens, last = parsed.tokens, candidate.last
    given = candidate.sort == PERSON and is_given_name(tokens[candidate.first].text)
    if candidate.sort not in {BODY, PERSON} or given or last >= len(tokens):
        return []
    after = tokens[last + 1] if tokens[last].text == "." and last + 1 < len(tokens) else tokens[last]
    if after.label != PERSON.upper():
        return []
    while last > candidate.first + 1 and _is_title_word(tokens[last - 1]):
        last -= 1
    if last == candidate.last or _is_title_word(tokens[candidate.first]):
        return []
    titled = Candidate(candidate.first, last, "", "cut", CUT)
    return [_seat(parsed, titled, tokens[last].lower) if candidate.sort == PERSON else _body(titled)]


def _at_title(parsed: Parsed, candidate: Candidate) -> list[Candidate]:
    """For "Larnby Mayor Ilse Brandel", of which the model made one, the place or body and the person."""
    tokens = tokens_of(parsed, candidate)
    if candidate.sort == PLACE or len(tokens) <= FULL_NAME or is_given_name(tokens[0].text):
        return []
    for place in range(1, len(tokens) - 1):
        person = tokens[place + 1 :]
        fits = _is_title_word(tokens[place]) and len(person) >= FULL_NAME and has_person_form(person)
        if not is_capital(tokens[place - 1]):
            return []  # "University of General Larn Brandel"
        if fits and not head_type([token.lower for token in person]):
            middle = candidate.first + place
            seat = _seat(parsed, Candidate(candidate.first, middle, "", "cut", CUT), tokens[place].lower)
            return [seat, Candidate(middle + 1, candidate.last, PERSON, "cut", CUT)]
    return []


def _seat(parsed: Parsed, name: Candidate, title: str) -> Candidate:
    """What somebody has a title of: a place, if it is known as one or places have such officers; a body."""
    known = gazetteer().type_of(words_of(parsed, name)) == "location"
    place = known or title in surroundings()["place"]["officers"]
    return Candidate(name.first, name.last, PLACE, "cut", CUT) if place else _body(name)


def _body(name: Candidate) -> Candidate:
    return Candidate(name.first, name.last, BODY, "cut", CUT)


def _is_title_word(token: Token) -> bool:
    """Whether a word is a title, its point left out or not."""
    titles = title_words()
    return titles.is_title((token.lower,)) or titles.is_title((token.lower.rstrip(".") + ".",))


def _at_bracket(parsed: Parsed, candidate: Candidate) -> list[Candidate]:
    """For "Office of Criminal Police (OCP" the name and the acronym, of which the model made one."""
    brackets = [token.index for token in tokens_of(parsed, candidate) if token.text in {"(", "["}]
    if candidate.sort != BODY or len(brackets) != 1 or not candidate.first < brackets[0] < candidate.last - 1:
        return []
    last = candidate.last - 1 if parsed.tokens[candidate.last - 1].text in {")", "]"} else candidate.last
    after = parsed.tokens[candidate.last].text if candidate.last < len(parsed.tokens) else ""
    if last == candidate.last and after not in {")", "]"}:
        return []
    name = Candidate(candidate.first, brackets[0], BODY, "cut", CUT)
    inside = Candidate(brackets[0] + 1, last, BODY, "cut", CUT)
    if gazetteer().type_of(words_of(parsed, name)) == "location":
        return [Candidate(name.first, name.last, PLACE, "cut", CUT)]
    short, words = words_of(parsed, inside), [token.text for token in tokens_of(parsed, name)]
    letters = sorted(word[0] for word in words)
    within = gazetteer().type_of(short) == "location" and letters != sorted(short)
    if within and not head_type([word.lower() for word in words]):
        return [Candidate(one.first, one.last, PLACE, "cut", CUT) for one in (name, inside)]  # "Larnby (NY)"
    return [name, inside]


def _after_noun(parsed: Parsed, candidate: Candidate) -> list[Candidate]:
    """For "Spokeswoman Ada Quist", of which the model made a body, the person."""
    tokens = tokens_of(parsed, candidate)
    first, titles = tokens[0].lower, title_words()
    noun = is_person_noun(first) or first in titles.courtesy or titles.is_title((first,))
    told = is_given_name(tokens[1].text) or tokens[0].lower.endswith(("woman", "sman", "person"))
    fits = candidate.sort == BODY and noun and len(tokens) > FULL_NAME and told
    person = fits and has_person_form(tokens[1:]) and not head_type([t.lower for t in tokens])
    return [Candidate(candidate.first + 1, candidate.last, PERSON, "cut", CUT)] if person else []


CUTS = (
    _after_noun,
    _at_comma,
    _at_bracket,
    _after_place,
    _before_number,
    _before_model,
    _before_title,
    _at_title,
)
