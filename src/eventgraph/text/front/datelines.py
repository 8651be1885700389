"""Datelines: a place, mostly in capitals, with a day or an agency and a dash before the first sentence."""

from __future__ import annotations

import re
from functools import cache

from eventgraph.text.front.bylines import is_agency
from eventgraph.text.front.places import is_place, is_region
from eventgraph.text.front.stretches import Front, FrontKind
from eventgraph.text.front.words import DASH, JUNK, any_date, either, fold, stamp, words_of
from eventgraph.text.lines import WORD, Line, ends_sentence

LONGEST = 120
"""Characters up to the dash."""
SHORTEST_SENTENCE = 30
"""Characters behind the dash; less is a heading with a dash in it."""
SHORTEST_CITY = 3
SHORTEST_CITY_IN_REGION = 5
"""Letters of a city in capitals before a region that no list knows; less may be an acronym."""
LONGEST_NAME = 80
LONGEST_LINE = 240
MOST_CITY_WORDS = 5
LINKING = frozenset({"de", "del", "la", "al", "el", "upon", "on", "of", "and", "the", "sur", "am", "/"})
SENTENCE_START = re.compile(r"[\"'“‘(]*(?P<first>\w)")  # noqa: RUF001 (typographic quotes)


def find_dateline(words: str, start: int) -> Front | None:
    """The dateline at the beginning of a paragraph whose first character is at code point ``start``."""
    dash = DASH.search(words, 0, LONGEST)
    if dash and (front := _up_to(words, start, dash.start(), dash.end())):
        return front
    agency = _bracketed_agency().search(words, 0, LONGEST)
    return _up_to(words, start, agency.start("behind"), agency.end()) if agency else None


def _up_to(words: str, start: int, behind: int, end: int) -> Front | None:
    """The dateline that the words up to ``behind`` are, if a sentence begins at ``end``."""
    head = _head().fullmatch(words, 0, behind)
    if head is None or not _is_proven(head) or not _is_sentence(words, end):
        return None
    date = _date().search(words, head.end("place"), behind)
    return Front(
        FrontKind.DATELINE,
        start,
        start + end,
        date and (start + date.start(), start + date.end()),
        (start + head.start("place"), start + head.end("place")) if head["place"] else None,
    )


def find_place_line(line: Line) -> Front | None:
    """A name and a day alone on a line: "The Hague, 12 March 2024"; a header if the name is no place.

    What may follow is a dash and a remark that is no sentence.
    """
    match = _place_line().fullmatch(line.text) if len(line.text) <= LONGEST_LINE else None
    if match is None or not all(_is_name(part) for part in re.split(r"\s*,\s*", match["name"])):
        return None
    if match["remark"] and ends_sentence(line.words[-1]):
        return None
    city, *regions = re.split(r"\s*,\s*", match["name"])
    known = is_place(city) or any(map(is_region, regions))
    return Front(
        FrontKind.DATELINE if known else FrontKind.HEADER,
        line.start,
        line.end,
        (line.start + match.start("date"), line.start + match.end("date")),
        (line.start + match.start("name"), line.start + match.end("name")) if known else None,
    )


def _is_sentence(words: str, position: int) -> bool:
    """Whether a sentence begins there: no small letter, and a full stop to come."""
    first = SENTENCE_START.match(words, position)
    if first is None or first["first"].islower() or len(words) - position < SHORTEST_SENTENCE:
        return False
    return any(ends_sentence(word.group()) for word in WORD.finditer(words, position))


def _is_proven(head: re.Match[str]) -> bool:
    """Whether the words before the dash are a place with enough beside it."""
    agency = (head["agency"] or "").strip("()/ ")
    proof = bool(head["date"] or _date().search(agency)) or is_agency(agency)
    if not head["place"]:
        return is_agency(agency) and not head["date"]
    city, *regions = (part.strip() for part in head["place"].split(","))
    regional = any(map(is_region, regions))
    if len(city) < SHORTEST_CITY or is_agency(city) or fold(city) in words_of("dateline", "not_places"):
        return False
    if city.isupper():
        plain = not agency or _is_name(agency)
        return proof or regional or (plain and (not regions or _is_city_and_region(city, regions)))
    return _is_name(city) and (proof or regional)


def _is_city_and_region(city: str, regions: list[str]) -> bool:
    """Whether a city in capitals, too long for an acronym, stands before the name of one region."""
    long = len(city) >= SHORTEST_CITY_IN_REGION or " " in city
    return long and len(regions) == 1 and regions[0].istitle() and _is_name(regions[0])


def _is_name(city: str) -> bool:
    words = city.split()
    capitals = all(word[0].isupper() or word in LINKING for word in words)
    return capitals and words[0][0].isupper() and len(words) <= MOST_CITY_WORDS


@cache
def _head() -> re.Pattern[str]:
    """Place, day and agency, each optional, in the orders newsrooms use."""
    agency = rf"\([^()\n]{{2,60}}\)|/[^/\n]{{2,40}}/|{either('dateline', 'agencies')}\b"
    return re.compile(
        rf"(?P<place>[^\W\d_](?:(?!\s\(|\s/\w)[^()\d\n:;!?\"“”])*?)??"
        rf"(?:(?:^|,\s*|\s+|\()(?P<date>{any_date()})\)?)?"
        rf"(?:(?:^|,?\s*)(?P<agency>{agency}))?(?:,?\s*{any_date()})?,?"
    )


@cache
def _bracketed_agency() -> re.Pattern[str]:
    """The brackets of an agency behind which no dash stands: "(CNN)The police"."""
    return re.compile(rf"\({either('dateline', 'agencies')}\)(?P<behind>)\s*")


@cache
def _place_line() -> re.Pattern[str]:
    name = rf"(?P<name>[^\W\d_][^\d:;()!?\"“”]{{1,{LONGEST_NAME}}}?)"
    remark = rf"(?P<remark>(?:{DASH.pattern})\S.{{0,{LONGEST_NAME}}})?"
    return re.compile(rf"{name}(?:,\s*|\s+[|·•–—-]\s+){stamp()}(?:{JUNK}|{remark})\.?")  # noqa: RUF001


@cache
def _date() -> re.Pattern[str]:
    return re.compile(any_date())
