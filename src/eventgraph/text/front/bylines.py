"""Bylines: who wrote it, alone on a line; and what a name looks like by its spelling."""

from __future__ import annotations

import re
from functools import cache

from eventgraph.text.front.stretches import Front, FrontKind
from eventgraph.text.front.words import JUNK, calendar_names, either, fold, stamp, words_of
from eventgraph.text.lines import Line, ends_sentence

LONGEST = 120
FEWEST_NAME_WORDS = 2
MOST_NAME_WORDS = 4
MOST_ROLE_WORDS = 7
SEPARATOR = re.compile(r"\s*[,|·•/–—;]\s*|\s+-\s+|\s+(?:and|&|for|in|at)\s+")  # noqa: RUF001 (dashes)
ADDRESS = re.compile(r"\S+@\S+|@\w+")


def find_byline(line: Line) -> Front | None:
    """The byline that a line is: "By Jane Doe, Staff Writer", "Jane Doe / Reuters | March 3, 2024"."""
    if len(line.text) > LONGEST or ends_sentence(line.words[-1]):
        return None
    dated = _dated().search(line.text)
    credit = line.text[: dated.start()] if dated else line.text
    opening = _opening().match(credit)
    if opening:
        found = _names_somebody(SEPARATOR.split(credit[opening.end() :].strip()))
    else:
        found = _proves_itself(SEPARATOR.split(credit.strip()), has_date=dated is not None)
    if not found:
        return None
    date = dated and (line.start + dated.start("date"), line.start + dated.end("date"))
    return Front(FrontKind.BYLINE, line.start, line.end, date)


def is_name(words: str) -> bool:
    """Whether words can be a person's name by their spelling: "Ana de la Cruz", "J. R. Roe"."""
    parts = words.split()
    if not FEWEST_NAME_WORDS <= len(parts) <= MOST_NAME_WORDS or fold(parts[0]) in _not_names():
        return False
    return all(_is_name_word(part) for part in parts) and parts[0][0].isupper() and parts[-1][0].isupper()


def is_agency(words: str) -> bool:
    """Whether words are a news agency: "AP", "The Associated Press"."""
    return fold(words) in words_of("dateline", "agencies")


def _is_name_word(word: str) -> bool:
    if fold(word) in words_of("byline", "particles"):
        return True
    possessive = word.lower().endswith(("'s", "’s"))  # noqa: RUF001 (typographic apostrophe)
    return word[0].isupper() and not possessive and all(c.isalpha() or c in "'’.-" for c in word)  # noqa: RUF001


def _is_role(words: str, table: str = "roles") -> bool:
    """Whether words are what a writer is or works for."""
    parts = words.split()
    known = words_of("byline", table)
    if not parts or len(parts) > MOST_ROLE_WORDS:
        return False
    telling = parts[-1:] if table == "closing_roles" else parts
    return any(fold(part) in known for part in telling)


def _names_somebody(parts: list[str]) -> bool:
    """Whether what stands behind "By" is names with roles, agencies, places and addresses."""
    first, *rest = parts
    if not (is_name(first) or is_agency(first) or _is_role(first, "closing_roles")):
        return False
    return all(_may_follow(part) for part in rest)


def _may_follow(part: str) -> bool:
    return not part or is_name(part) or is_agency(part) or _is_role(part) or bool(ADDRESS.fullmatch(part))


def _proves_itself(parts: list[str], *, has_date: bool) -> bool:
    """Whether a line without "By" is a byline: an agency alone, or a name with an agency, role or date."""
    first, *rest = [part for part in parts if part] or [""]
    if not rest:
        return is_agency(first) and not has_date
    proven = is_agency(rest[-1]) or _is_role(rest[-1], "closing_roles")
    return is_name(first) and proven and all(_may_follow(part) for part in rest)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"{either('byline', 'openings')}\s*:?\s+")


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(rf"(?:[\s,;:|·•(–—-]|\b(?i:on|updated|published|posted)\b)*{stamp()}{JUNK}\)?$")  # noqa: RUF001


@cache
def _not_names() -> frozenset[str]:
    return words_of("byline", "not_names") | calendar_names("month", "shortmonth", "weekday", "shortweekday")
