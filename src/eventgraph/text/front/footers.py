"""Footers: end marks, copyright lines, contact details, photo credits and the furniture of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from eventgraph.text.front.bylines import is_agency, is_name
from eventgraph.text.front.stretches import Front, FrontKind
from eventgraph.text.front.words import either, fold, words_of
from eventgraph.text.lines import Line, ends_sentence

LONGEST_COPYRIGHT = 300
LONGEST_CREDIT = 100
LONGEST_CONTACT = 80
"""Characters of a line of contact details."""
MOST_CONTACT_LINES = 8
COPYRIGHT = re.compile(
    r"(?i:©|\(c\)\s*(?:19|20)\d\d|copyright\s*(?:©|\(c\)|(?:19|20)\d\d)|(?:19|20)\d\d\s*©)"
    r"|.*\ball\s+rights\s+reserved\W*$",
    re.IGNORECASE,
)
END_MARK = re.compile(r"(?:#\s*){3,}|[-–—*<(\s]*(?:END|ENDS|End|Ends)[-–—*>)\s]*|[-–—]\s*30\s*[-–—]")  # noqa: RUF001
CONTRIBUTED = re.compile(r"[A-Z].{0,150} contributed (?:reporting )?to this (?:report|story|article)\W*")
REPORTING = re.compile(r"\(?(?:Additional reporting|Reporting|Writing|Editing) (?:and \w+ )?by [A-Z].{2,200}")
DETAIL = re.compile(r"\+?\(?\d[\d\s().-]{5,}\d|\S+@\S+\.\S+|https?://\S+|www\.\S+")
STATION = re.compile(r"(?<=[.!?”\"'’])\s+(?P<credit>\((?P<who>[^()\n]{2,60})\))$")  # noqa: RUF001
BY = r"(?:(?<=\bby)|(?<=\bof))\s+"
"""What stands between a credit and a name, if no colon does: "Photo by Jane Doe", but not "Credit Suisse"."""
SPLIT_CREDIT = re.compile(r"\s*[/,|]\s*|\s+(?:via|and|for)\s+")


def find_footer(line: Line) -> Front | None:
    """The footer that a whole line is."""
    text = line.text
    if (
        END_MARK.fullmatch(text)
        or (len(text) <= LONGEST_COPYRIGHT and COPYRIGHT.match(text))
        or CONTRIBUTED.fullmatch(text)
        or REPORTING.fullmatch(text)
        or fold(text.strip(" :.-")) in words_of("footer", "furniture")
    ):
        return Front(FrontKind.FOOTER, line.start, line.end)
    return None


def find_contacts(lines: Sequence[Line]) -> Iterator[Front]:
    """Contact details: a label and the lines below it that hold details or are too short for prose."""
    for number, line in enumerate(lines):
        label = _contact().match(line.text)
        if label is None or not _is_detail(line, label.end()):
            continue
        last = line
        for below in lines[number + 1 : number + MOST_CONTACT_LINES]:
            if not _is_detail(below, 0) or below.start > last.end + 2:
                break
            last = below
        if last is not line or DETAIL.search(line.text) or is_name(line.text[label.end() :].strip()):
            yield Front(FrontKind.FOOTER, line.start, last.end)


def _is_detail(line: Line, start: int) -> bool:
    if DETAIL.search(line.text, start):
        return len(line.text) <= 2 * LONGEST_CONTACT
    return len(line.text) <= LONGEST_CONTACT and not ends_sentence(line.words[-1])


def find_credits(line: Line) -> Iterator[Front]:
    """Photo credits: "(Photo by Jane Doe)" anywhere, "Photo: AP" alone or last, "(KTLA)" behind a caption."""
    for match in _bracketed().finditer(line.text):
        yield _footer(line, *match.span())
    station = STATION.search(line.text)
    if station and (station["who"].isupper() or _is_credited(station["who"])):
        yield _footer(line, *station.span("credit"))
    last = _last().search(line.text)
    if last and _is_credited(last["who"]):
        yield _footer(line, *last.span("credit"))


def _footer(line: Line, start: int, end: int) -> Front:
    return Front(FrontKind.FOOTER, line.start + start, line.start + end)


def _is_credited(words: str) -> bool:
    """Whether words are names or agencies and nothing else."""
    parts = SPLIT_CREDIT.split(words.strip(" ."))
    return all(is_name(part) or is_agency(part) or (part.isalnum() and part[0].isupper()) for part in parts)


@cache
def _bracketed() -> re.Pattern[str]:
    credit = either("footer", "credits")
    return re.compile(rf"\({credit}(?:\s*[:/]|{BY}(?=[A-Z]|the\s))[^()\n]{{0,{LONGEST_CREDIT}}}\)")


@cache
def _last() -> re.Pattern[str]:
    credit = either("footer", "credits")
    who = rf"(?P<who>[^\W\d_][^\n.:;!?]{{1,{LONGEST_CREDIT}}})"
    return re.compile(rf"(?:^|(?<=[.!?”\"’])\s+)(?P<credit>{credit}(?:\s*[:/]\s*|{BY}(?=[A-Z])){who}\.?)$")  # noqa: RUF001


@cache
def _contact() -> re.Pattern[str]:
    return re.compile(rf"{either('contact', 'labels')}\s*(?::|$)\s*")
