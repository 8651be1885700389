"""What the text says about people beside their names: age, nationality, case numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventgraph.entities.candidate import Candidate, offsets
from eventgraph.entities.knowledge import gazetteer
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Attribute
from eventgraph.text.parse import Parsed

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
AGE_BEFORE = re.compile(
    r"\b(\d{1,3}|\w+(?:-\w+)?)[- ]year[- ]old(?:\s+(?!of\b)[\w-]+){0,3}\s*,?\s*$", re.IGNORECASE
)
AGE_OF_KIN = re.compile(
    r"\b(\d{1,3}|[a-zA-Z]+(?:-\w+)?)[- ]year[- ]old\s+\w+\s+of\s+(?:[\w.'-]+\s+){0,2}[A-Z][\w.'-]*\s*,\s*$"
)
"""An age before whose child somebody is: "the 10-year-old son of Otto Brandel, Max"."""
AGE_TOLD = re.compile(
    r"(?:\s*,)?(?:\s+who)?\s+(?:is|was|had|has)\s+(?:then|only|just|still|now|turned|\s)*(\d{1,3}|[a-z]+(?:-[a-z]+)?)"
    r"(?=\s+(?:when|at\s+the\s+time|years?(?:\s+|-)old)|\s*[,;)]|\s*\.(?!\d))"
)
"""An age in a clause of its own: "was 14 when", "who is only twelve years old"."""
MONTHS_OLD = re.compile(
    r"\b[\w]+[- ](month|week|day)s?[- ]old(?:\s+(?!of\b)[\w-]+){0,2}\s*,?\s*$", re.IGNORECASE
)
MONTHS_AFTER = re.compile(r"\s*,\s*(?:aged\s+)?\w+\s+(month|week|day)s?(?:\s+old)?(?=\s*[,.;)])")
"""An age below one year."""
AGE_IN_APPOSITION = re.compile(
    r"\s*,\s*(?:an?|the|her|his)\s+(?:\w+\s+){0,2}(\d{1,3}|\w+(?:-\w+)?)[- ]year[- ]old\b", re.IGNORECASE
)
AGES_AFTER = (AGE_AFTER, AGE_IN_APPOSITION, AGE_SHARED, AGE_TOLD)
REACH = 60
"""Code points before a name in which an age may stand."""
CASE_NUMBER = re.compile(
    r"\b(?:case|docket|indictment)\s+(?:(?:no\.?|number|#)\s*)?((?=[\w:./-]*\d)[A-Z\d][\w:./-]{3,30})(?<![.:,])",
    re.IGNORECASE,
)
"""A case number: "Case No. 23-CR-00417"."""
OLDEST = 120


def attributes_of(parsed: Parsed, document: str, person: Candidate) -> tuple[Attribute, ...]:
    """Age and nationality of a person, with the words that say them."""
    return (*_ages(parsed, document, person), *_nationality(parsed, document, person))


def _ages(parsed: Parsed, document: str, person: Candidate) -> Iterator[Attribute]:
    start, end = offsets(parsed, person)
    line = parsed.sentence_of(parsed.tokens[person.first])
    reach = max(line.start, start - REACH)
    if young := MONTHS_OLD.search(parsed.text, reach, start) or MONTHS_AFTER.match(parsed.text, end):
        yield Attribute(document, young.start(1), young.end(1), key="age", value="0")
        return
    after = (pattern.match(parsed.text, end) for pattern in AGES_AFTER)
    before = (pattern.search(parsed.text, reach, start) for pattern in (AGE_BEFORE, AGE_OF_KIN))
    for match in (*after, *before):
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
