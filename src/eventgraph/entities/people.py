"""What the text says about people beside their names: age, nationality, and who must be protected."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventgraph.entities.candidate import Candidate, offsets
from eventgraph.entities.knowledge import gazetteer
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Attribute
from eventgraph.text.parse import Parsed, Token

AGE_AFTER = re.compile(
    r"\s*(?:,|\()\s*(?:both\s+|each\s+)?(?:aged?\s+)?(\d{1,3})\b"
    r"(?!\s*(?:%|per ?cent|-?\s*(?:km|kg|days?|months?|weeks?))|[.,]\d|\s*:\d)"
    r"(?=\s*[,.);\u2013\u2014-]|\s+(?:was|is|and|of|from|who)\b)"
)
"""An age after a name: ", 34,", "(34)"."""
AGE_SHARED = re.compile(
    r"\s+and\s+(?:[A-Z][\w.'-]*\s+){0,3}[A-Z][\w.'-]*,\s+(?:both|each)\s+(?:aged\s+)?(\d{1,3})\b"
)
"""An age of two people: "Ada and Mona Quist, both 16"."""
AGE_BEFORE = re.compile(r"\b(\d{1,3}|\w+(?:-\w+)?)[- ]year[- ]old(?:\s+[\w-]+){0,3}\s*,?\s*$", re.IGNORECASE)
AGE_IN_APPOSITION = re.compile(
    r"\s*,\s*(?:an?|the|her|his)\s+(?:\w+\s+){0,2}(\d{1,3}|\w+(?:-\w+)?)[- ]year[- ]old\b", re.IGNORECASE
)
REACH = 60
"""Code points before a name in which an age may stand."""
CASE_NUMBER = re.compile(
    r"\b(?:case|docket|indictment)\s+(?:(?:no\.?|number|#)\s*)?((?=[\w:./-]*\d)[A-Z\d][\w:./-]{3,30})(?<![.:,])",
    re.IGNORECASE,
)
"""A case number: "Case No. 23-CR-00417"."""
ADULT = 18
OLDEST = 120


def attributes_of(parsed: Parsed, document: str, person: Candidate) -> tuple[Attribute, ...]:
    """Age and nationality of a person, with the words that say them."""
    return (*_ages(parsed, document, person), *_nationality(parsed, document, person))


def _ages(parsed: Parsed, document: str, person: Candidate) -> Iterator[Attribute]:
    start, end = offsets(parsed, person)
    line = parsed.sentence_of(parsed.tokens[person.first])
    before = AGE_BEFORE.search(parsed.text, max(line.start, start - REACH), start)
    after = (pattern.match(parsed.text, end) for pattern in (AGE_AFTER, AGE_IN_APPOSITION, AGE_SHARED))
    for match in (*after, before):
        age = _number(match.group(1)) if match else None
        if match and age is not None and age <= OLDEST:
            yield Attribute(document, match.start(1), match.end(1), key="age", value=str(age))
            return


def _number(word: str) -> int | None:
    """A number in digits or words ("sixty-two")."""
    if word.isdigit():
        return int(word)
    parts = [load_lexicon("quantities")["digits"].get(part) for part in word.lower().split("-")]
    return None if None in parts else sum(parts)


def _nationality(parsed: Parsed, document: str, person: Candidate) -> Iterator[Attribute]:
    """A demonym right before a name, with at most two words between: "Ruritanian national Otto Brandel"."""
    tokens = parsed.tokens
    start = max(parsed.sentence_of(tokens[person.first]).first, person.first - 3)
    for token in reversed(tokens[start : person.first]):
        country = gazetteer().demonyms.get(token.text)
        if country:
            yield Attribute(document, token.start, token.end, key="nationality", value=country)
            return
        if token.pos not in {"NOUN", "ADJ", "PROPN"}:
            return


def case_numbers(parsed: Parsed, document: str) -> list[Attribute]:
    """The case numbers of a text, with the words that say them."""
    return [
        Attribute(document, match.start(1), match.end(1), key="case number", value=match.group(1))
        for match in CASE_NUMBER.finditer(parsed.text)
    ]


def is_protected(parsed: Parsed, person: Candidate, attributes: tuple[Attribute, ...]) -> bool:
    """Whether a named person is a child or the victim of a sexual crime, as far as this sentence says."""
    ages = [int(attribute.value) for attribute in attributes if attribute.key == "age"]
    return any(age < ADULT for age in ages) or _is_child(parsed, person) or _is_victim(parsed, person)


def _is_child(parsed: Parsed, person: Candidate) -> bool:
    """Whether a word for a child stands in apposition to a name or right before it."""
    words = load_lexicon("names")["protected"]["child"]
    head = _head(parsed, person)
    beside = [child for child in parsed.children(head, "appos", "compound", "nmod") if child.lower in words]
    above = parsed.head(head)
    if head.dep == "appos" and above.lower in words:
        return True
    before = parsed.tokens[person.first - 1] if person.first else None
    return bool(beside) or (before is not None and before.lower in words and before.sentence == head.sentence)


def _is_victim(parsed: Parsed, person: Candidate) -> bool:
    """Whether somebody is the object of a sexual crime, or called a victim in a sentence about one."""
    words = load_lexicon("names")["protected"]["victim"]
    head = _head(parsed, person)
    verb = parsed.head(head)
    undergoes = head.dep in {"dobj", "nsubjpass"} and (
        verb.lower in words or any(child.lower in words for child in parsed.children(verb, "advmod"))
    )
    near = [parsed.head(head), *parsed.children(head, "appos", "compound")]
    if undergoes or not any(token.lemma == "victim" for token in near):
        return undergoes
    sentence = parsed.sentence_of(head)
    return any(token.lower in words for token in parsed.tokens[sentence.first : sentence.last])


def _head(parsed: Parsed, person: Candidate) -> Token:
    """The syntactic head of a name."""
    inside = range(person.first, person.last)
    return next(
        (
            parsed.tokens[i]
            for i in inside
            if parsed.tokens[i].head not in inside or parsed.tokens[i].head == i
        ),
        parsed.tokens[person.last - 1],
    )
