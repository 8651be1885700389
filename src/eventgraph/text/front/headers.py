"""Headers: a line with a date or a label that stands above an article."""

from __future__ import annotations

import re
from functools import cache

from eventgraph.text.front.stretches import Front, FrontKind
from eventgraph.text.front.words import JUNK, any_date, clock, either, stamp
from eventgraph.text.lines import Line, ends_sentence

LONGEST_REST = 80
"""Characters behind a label or a phrase; more is prose."""
LONGEST_HEADER = 240
MOST_PARTS = 4
"""Times, names and revisions behind a date."""


def find_header(line: Line) -> Front | None:
    """The header that a line is or begins with.

    "date 2024-05-02 Nine boats were seized" begins with one; "Published: March 3, 2024" is one.
    """
    match = _beginning().match(line.text) or _prose_label().match(line.text)
    if len(line.text) <= LONGEST_HEADER:
        match = _whole().fullmatch(line.text) or match or _labelled(line)
    if match is None:
        return None
    date = None
    if match.groupdict().get("date"):
        date = line.start + match.start("date"), line.start + match.end("date")
    return Front(FrontKind.HEADER, line.start, line.start + match.end(), date)


def is_revision(words: str) -> bool:
    """Whether the words of a header tell when the text was changed, not when it was published."""
    return bool(_revision().match(words))


def _labelled(line: Line) -> re.Match[str] | None:
    """A label or phrase with something behind it that is no sentence."""
    return None if ends_sentence(line.words[-1]) else _loose().fullmatch(line.text)


@cache
def _whole() -> re.Pattern[str]:
    """A date alone, or with its label and what else such lines hold."""
    label = rf"(?:{_date_label()}\b\s*[:–—-]?\s*)?"  # noqa: RUF001
    read = r"\d+(?:\s+|-)min(?:ute)?s?\s+read"
    again = rf"(?:{either('header', 'revision_labels')}\s*:?\s*)?{stamp().replace('?P<date>', '?:')}"
    by = r"(?i:by)\s+[^\W\d_][\w.'’]*(?:\s+[^\W\d_][\w.'’]*){0,3}"  # noqa: RUF001
    parts = rf"(?:{JUNK}(?:{again}|{read}|{by}|{clock()})){{0,{MOST_PARTS}}}"
    column = rf"(?:\t|[^\S\n]{{3,}})\S.{{0,{LONGEST_REST}}}"
    return re.compile(rf"{label}{stamp()}{parts}(?:{JUNK}[.)]?|{column})")


@cache
def _beginning() -> re.Pattern[str]:
    """A labelled date with a sentence behind it on the same line."""
    label = rf"(?:{_date_label()}\s*:|(?i:date|dateline)\b)"
    return re.compile(rf"{label}\s*{stamp()}(?=\s+[\"'“‘(]*(?![a-zà-ÿ])\w)")  # noqa: RUF001


@cache
def _loose() -> re.Pattern[str]:
    dated = rf"(?=(?:.*?(?P<date>{any_date()}))?)"
    date_line = rf"{_date_label()}\s*:.{{1,{LONGEST_REST}}}"
    label_line = rf"{either('header', 'labels')}\s*:\s*\S.*"
    rest = rf"(?:\s*[:|–—-]|\s+(?i:on|at|until)\b|\s+(?=[A-Z\d])).{{1,{LONGEST_REST}}}"  # noqa: RUF001
    phrase_line = rf"[\W_]*{either('header', 'phrases')}(?:\W*|{rest})"
    return re.compile(rf"{dated}(?:{date_line}|{phrase_line})|{label_line}")


@cache
def _prose_label() -> re.Pattern[str]:
    return re.compile(rf"{either('header', 'prose_labels')}\s*:\s+(?=\S)")


@cache
def _revision() -> re.Pattern[str]:
    return re.compile(rf"{either('header', 'revision_labels')}\b")


@cache
def _date_label() -> str:
    return rf"(?:{either('header', 'date_labels')}|{either('header', 'revision_labels')})"
