"""Finding what stands around the prose of an article.

It is masked for the language model, which would take "MIAMI (AP)" for the subject of the sentence
behind it, but not for the search for times: a text's own date mostly stands there. No sentence may
ever be masked, so each kind wants proof: a label, a date, a dash, a name alone on its line.
"""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from eventgraph.text.blocks import find_blocks
from eventgraph.text.front.bylines import find_byline
from eventgraph.text.front.datelines import find_dateline, find_place_line
from eventgraph.text.front.footers import find_contacts, find_credits, find_footer
from eventgraph.text.front.headers import find_header, is_revision
from eventgraph.text.front.stretches import Front, FrontKind
from eventgraph.text.lines import Line, ends_sentence, find_lines
from eventgraph.text.tables import find_tables

OPENING_LINES = 30
"""Headers and bylines stand within so many lines, and before the second line of prose."""
MARKS = "*_#> "
PROSE_LENGTH = 60
LONG_LINE = 120
"""Characters: so long a line is prose even where it ends no sentence."""


@lru_cache(maxsize=2)
def find_front(text: str) -> tuple[Front, ...]:
    """The headers, datelines, bylines and footers of a text, in order; they never overlap.

    Time grows with the length of the text; the last answers are kept, since several stages ask.
    """
    tables = [(table.start, table.end) for table in find_tables(text)]
    lines = [line for line in find_lines(text) if line.text and not _is_within(line, tables)]
    found = [
        *_opening(lines),
        *(
            front
            for block in find_blocks(text, tables)
            if (front := find_dateline(block.reading, block.start))
        ),
        *find_contacts(lines),
        *(front for line in lines if (front := find_footer(line))),
        *(front for line in lines for front in find_credits(line)),
    ]
    return tuple(_settle(text, _disjoint(found)))


def _is_within(line: Line, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether a line lies in one of the stretches, which are in text order."""
    number = bisect.bisect_right(stretches, line.start, key=lambda stretch: stretch[0]) - 1
    return number >= 0 and line.end <= stretches[number][1]


def _opening(lines: Sequence[Line]) -> Iterator[Front]:
    """Headers, bylines and datelines above and at the first prose."""
    prose = 0
    for line in (_plain(line) for line in lines[:OPENING_LINES] if not line.blank):
        fronts = list(_fronts_of(line))
        yield from fronts
        if not fronts or fronts[-1].end < line.end:
            prose += _is_prose(line)
        if prose == 2:  # noqa: PLR2004 (the first may be a standfirst above the byline)
            return


def _fronts_of(line: Line) -> Iterator[Front]:
    """What a line begins with, one after another: "date 2023-07-26 MIAMI (AP) — "."""
    front = (
        find_header(line)
        or find_byline(line)
        or find_dateline(line.text, line.start)
        or find_place_line(line)
    )
    if front:
        yield front
        rest = line.text[front.end - line.start :].lstrip()
        if rest:
            yield from _fronts_of(Line(line.end - len(rest), line.end, rest))


def _plain(line: Line) -> Line:
    """A line without the marks of Markdown around it."""
    text = line.text.strip(MARKS)
    lead = len(line.text) - len(line.text.lstrip(MARKS))
    return Line(line.start + lead, line.start + lead + len(text), text)


def _is_prose(line: Line) -> bool:
    length = len(line.text)
    return length >= LONG_LINE or (length >= PROSE_LENGTH and ends_sentence(line.words[-1]))


def _disjoint(found: Iterable[Front]) -> Iterator[Front]:
    """In order; of two that overlap the one that begins first, then the longer one."""
    reached = 0
    for front in sorted(found, key=lambda front: (front.start, -front.end, front.kind)):
        if front.start >= reached:
            yield front
            reached = front.end


def _settle(text: str, found: Iterable[Front]) -> Iterator[Front]:
    """The day of a revision is no publication date where another header has one."""
    fronts = list(found)
    revisions = [front for front in fronts if is_revision(text[front.start : front.end])]
    dated = any(front.date for front in fronts if front.kind is FrontKind.HEADER and front not in revisions)
    for front in fronts:
        yield dataclasses.replace(front, date=None) if dated and front in revisions else front
