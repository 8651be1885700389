"""Tables in a text, by their layout alone: which lines are rows, and where each cell stands.

Five layouts are known: cells between bars (Markdown, and what the reader makes of a web page), between
tabs, semicolons or commas, and in columns that are aligned by two or more spaces. Bars and tabs are
written for tables only; the other signs are common in prose, so that there a header is wanted whose
words name what the columns hold, or cells too short and regular for sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from eventgraph.text.headings import names_columns
from eventgraph.text.lines import LINE_BREAK, ends_sentence

LONGEST_ROW = 1_000
"""Code points of a line; a longer one is no row of a table."""
FEWEST_ROWS = 3
"""Rows that make a table where nothing but their likeness says so, the header among them."""
FEWEST_CELLS = 3
"""Cells of a row that make a table where no known header says so."""
PROSE_WORDS = 10
"""Words of a cell that ends like a sentence and is taken for one."""
SHORT_WORDS = 6
"""Words of a cell in a list that is so regular that it needs no known header."""
ALIKE = 0.6
"""Share of the rows that have one number of cells; where fewer have, the signs part something else."""

RULE_LINE = re.compile(r"[\s|+:=_–—-]*[|+=_–—-][\s|+:=_–—-]*")  # noqa: RUF001
BAR = re.compile(r"(?<!\\)\|")
TAB = re.compile(r"\t")
SEMICOLON = re.compile(r";")
COMMA = re.compile(r",")
GAP = re.compile(r" {2,}")
QUOTED = re.compile(r'\s*"(?:[^"]|"")*"\s*(?=[;,]|$)')
MARKS = " \t*_`\"'"

UNEVEN = "its rows have different numbers of cells"
BROKEN = "its rows go on over several lines"
TOLD = "its cells hold whole sentences"


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell without the marks around them: code points ``start`` to ``end``, end excluded."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its code points, without the white space around it, and its cells."""

    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that stand below each other, the header first; ``line`` counts from 1.

    ``fault`` says why its layout is not simple, "" where it is.
    """

    start: int
    end: int
    line: int
    rows: tuple[Row, ...]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text with its number (from 1); ``text`` is as it stands, white space included."""

    number: int
    start: int
    text: str

    @property
    def is_rule(self) -> bool:
        return RULE_LINE.fullmatch(self.text) is not None


def find_tables(text: str) -> tuple[Table, ...]:
    """The tables of a text, in order; they never overlap. Time grows with the length of the text."""
    return _find(text)


@lru_cache(maxsize=2)
def _find(text: str) -> tuple[Table, ...]:
    """What `find_tables` gives; kept, since the search for headers and the reading both ask."""
    found = [table for group in _groups(text) for table in _tables_in(group)]
    return tuple(sorted(found, key=lambda table: table.start))


def _groups(text: str) -> Iterator[list[_Line]]:
    """The lines that stand together without an empty line between them, as far as a row can be so long."""
    group: list[_Line] = []
    for number, (start, end) in enumerate(_raw_lines(text), 1):
        line = _Line(number, start, text[start:end]) if end - start <= LONGEST_ROW else None
        if line is None or not line.text.strip():
            yield group
            group = []
        else:
            group.append(line)
    yield group


def _raw_lines(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for match in LINE_BREAK.finditer(text):
        yield position, match.start()
        position = match.end()
    yield position, len(text)


def _tables_in(lines: Sequence[_Line]) -> Iterator[Table]:
    """The tables among lines that stand together: of each layout where no other one was found before."""
    left: list[Sequence[_Line]] = [lines]
    for sign, make in _LAYOUTS:
        remaining: list[Sequence[_Line]] = []
        for part in left:
            for run, has_sign in _runs(part, sign):
                table = make(run) if has_sign and len(run) > 1 else None
                if table is None:
                    remaining.append(run)
                else:
                    yield from table
        left = remaining


def _runs(lines: Sequence[_Line], sign: re.Pattern[str]) -> Iterator[tuple[Sequence[_Line], bool]]:
    """The lines cut where a sign begins or ends to stand in each; a rule belongs to what is above it."""
    first = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or _has(lines[number], sign) != _has(lines[first], sign):
            if number < len(lines) and lines[number].is_rule and _has(lines[first], sign):
                continue
            yield lines[first:number], _has(lines[first], sign)
            first = number


def _has(line: _Line, sign: re.Pattern[str]) -> bool:
    return sign.search(line.text.rstrip() if sign is GAP else line.text.strip()) is not None


Found = list[Table] | None


def _with_bars(lines: Sequence[_Line]) -> Found:
    """The tables of lines with bars. A rule stands below a header, so a table begins right above it."""
    rules = [number for number, line in enumerate(lines) if number and line.is_rule]
    starts = sorted({0, *(number - 1 for number in rules if not lines[number - 1].is_rule)})
    found = []
    for first, last in zip(starts, [*starts[1:], len(lines)], strict=True):
        part = lines[first:last]
        ruled = len(part) > 1 and part[1].is_rule
        rows = [_row(line, _parted(line, BAR)) for line in part if not line.is_rule]
        header = bool(rows) and names_columns([cell.text for cell in rows[0].cells])
        if len(rows) > 1 and (ruled or header or len(rows) >= FEWEST_ROWS) and _widest(rows) > 1:
            found.append(_table(part, rows))
    return found or None


def _with_tabs(lines: Sequence[_Line]) -> Found:
    """The table of lines with tabs, unless they are labels with what belongs to them, or sentences."""
    rows = [_row(line, _parted(line, TAB)) for line in lines if not line.is_rule]
    full = [row for row in rows if sum(bool(cell.text) for cell in row.cells) > 1]
    labels = sum(row.cells[0].text.endswith(":") for row in rows)
    if len(full) < max(len(rows) / 2, 2) or labels > len(rows) / 2 or _is_told(rows):
        return None
    header = names_columns([cell.text for cell in rows[0].cells])
    alike = _alike(rows) >= ALIKE and len(rows) >= FEWEST_ROWS
    return [_table(lines, rows)] if header or (alike and _widest(rows) >= FEWEST_CELLS) else None


def _with_semicolons(lines: Sequence[_Line]) -> Found:
    return _listed(lines, SEMICOLON)


def _with_commas(lines: Sequence[_Line]) -> Found:
    return _listed(lines, COMMA)


def _listed(lines: Sequence[_Line], sign: re.Pattern[str]) -> Found:
    """The table of lines with a sign that prose has too: below a known header, or all alike and short."""
    rows = [_row(line, _parted(line, sign)) for line in lines if not line.is_rule]
    first = next((n for n, row in enumerate(rows) if names_columns([c.text for c in row.cells])), None)
    if first is not None and len(rows) > first + 1 and not _is_told(rows[first:]):
        return [_table(lines[first:], rows[first:])]
    alike = _alike(rows) == 1 and len(rows) >= FEWEST_ROWS and _widest(rows) >= FEWEST_CELLS
    short = all(len(cell.text.split()) <= SHORT_WORDS for row in rows for cell in row.cells)
    tight = all(not re.search(rf"{sign.pattern}\s", line.text.strip()) for line in lines)
    return [_table(lines, rows)] if alike and short and tight else None


def _in_columns(lines: Sequence[_Line]) -> Found:
    """The table of lines whose cells stand below each other, with two or more spaces between them."""
    full = [line for line in lines if not line.is_rule]
    stretches = _columns([line.text.expandtabs(1) for line in full])
    rows = [_row(line, [(first, min(last, len(line.text))) for first, last in stretches]) for line in full]
    if len(stretches) < 2 or len(rows) < 2 or _is_told(rows):  # noqa: PLR2004 (a table has two columns)
        return None
    header = names_columns([cell.text for cell in rows[0].cells])
    if not header and (len(stretches) < FEWEST_CELLS or len(rows) < FEWEST_ROWS):
        return None
    broken = any(not row.cells[0].text for row in rows)
    return [_table(lines, rows, BROKEN if broken else "")]


def _columns(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The stretches of a line that hold a column: between two characters that are blank in all lines."""
    width = max(map(len, texts), default=0)
    filled = bytearray(width)
    for text in texts:
        for match in re.finditer(r"\S+(?: \S+)*", text):
            filled[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    found = [match.span() for match in re.finditer(rb"\x01+(?:\x00\x01+)*", bytes(filled))]
    starts = [start for start, _ in found]
    return list(zip(starts, [*starts[1:], width], strict=True))


_LAYOUTS: tuple[tuple[re.Pattern[str], Callable[[Sequence[_Line]], Found]], ...] = (
    (BAR, _with_bars),
    (TAB, _with_tabs),
    (SEMICOLON, _with_semicolons),
    (COMMA, _with_commas),
    (GAP, _in_columns),
)


def _parted(line: _Line, sign: re.Pattern[str]) -> list[tuple[int, int]]:
    """The stretches of a line between its signs; not at signs within quotation marks."""
    text = line.text.rstrip() if sign is not TAB else line.text
    found, position = [], 0
    while position <= len(text):
        quoted = QUOTED.match(text, position) if sign in {SEMICOLON, COMMA} else None
        mark = sign.search(text, quoted.end() if quoted else position)
        end = mark.start() if mark else len(text)
        found.append((position, end))
        position = mark.end() if mark else len(text) + 1
    if sign is BAR:
        # A row may have a bar at each of its ends, which parts nothing.
        found = found[1:] if not text[slice(*found[0])].strip() else found
        found = found[:-1] if found and not text[slice(*found[-1])].strip() else found
    return found


def _row(line: _Line, stretches: Sequence[tuple[int, int]]) -> Row:
    bare = line.text.strip()
    start = line.start + len(line.text) - len(line.text.lstrip())
    return Row(start, start + len(bare), tuple(_cell(line, first, last) for first, last in stretches))


def _cell(line: _Line, first: int, last: int) -> Cell:
    words = line.text[first:last]
    bare = words.strip(MARKS)
    start = line.start + first + (len(words) - len(words.lstrip(MARKS)) if bare else 0)
    return Cell(start, start + len(bare), bare)


def _table(lines: Sequence[_Line], rows: Sequence[Row], fault: str = "") -> Table:
    last = lines[-1]
    if not fault and _alike(rows) < 1:
        fault = UNEVEN
    if not fault and _is_told(rows, 0):
        fault = TOLD
    return Table(lines[0].start, last.start + len(last.text), lines[0].number, tuple(rows), fault)


def _widest(rows: Sequence[Row]) -> int:
    return max(len(row.cells) for row in rows)


def _alike(rows: Sequence[Row]) -> float:
    """The share of the rows that have the most common number of cells."""
    return Counter(len(row.cells) for row in rows).most_common(1)[0][1] / len(rows)


def _is_told(rows: Sequence[Row], share: float = 0.5) -> bool:
    """Whether more than this share of the rows have a cell that is a sentence."""
    return sum(any(map(_is_sentence, row.cells)) for row in rows) > share * len(rows)


def _is_sentence(cell: Cell) -> bool:
    words = cell.text.split()
    return len(words) >= PROSE_WORDS and ends_sentence(words[-1])
