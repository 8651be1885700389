"""What the columns of a table hold, and whether the table is one that can be read: one happening a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from eventgraph.events.cells import OPEN, amount_in, happening_in, is_blank, unit_of
from eventgraph.lexicon import load_lexicon
from eventgraph.text.headings import bracketed, counted_type, heading_of, plain_header
from eventgraph.text.tables import Cell, Row, Table

DAYS = frozenset({"date", "period"})
HAPPENINGS = frozenset({"event", "offence", "outcome", "sentence", "operation"})
COUNTABLE = frozenset({"event", "offence", "sentence", "victim", "suspect"})
"""What columns are called whether they tell what it was or how many there were."""
MOST = 0.5
"""More than this share of the cells of a column, blank ones apart, must be alike to say what it holds."""
NUMBERS = re.compile(r"[~<>+]?\s*\d[\d,.]*\s*(?:[/+–-]\s*\d[\d,.]*|\+)?")  # noqa: RUF001
"""One number or two, such as "12+" and "3 / 4"."""

NO_DAY = "no header that names a day or an event"
NO_EVENT = "no header that names what happened"
TWO_DAYS = "two headers that name a day"
HEADINGS = "rows that are headings of others"
NO_ROWS = "no rows below its header"


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: ``kind`` is a key of ``[headers]``, "count", "measure" or "" where nobody knows.

    ``type`` is the type of event that a number counts, a day dates or a name undergoes; ``unit`` that of
    the numbers, ``what`` the words of the header for what they count.
    """

    number: int
    kind: str
    header: Cell
    type: str = ""
    unit: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its columns and the rows that tell something; ``fault`` says why it cannot be read."""

    table: Table
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    fault: str = ""

    @property
    def header(self) -> Row:
        """The row of the headers."""
        return self.table.rows[0]

    @property
    def unread(self) -> tuple[str, ...]:
        """The headers of the columns that nobody knows how to read."""
        return tuple(c.header.text for c in self.columns if not c.kind and c.header.text)

    def of(self, *kinds: str) -> tuple[Column, ...]:
        """The columns of some kinds."""
        return tuple(column for column in self.columns if column.kind in kinds)


def read_sheet(table: Table) -> Sheet:
    """A table with what its columns hold, or with the reason why it is not read."""
    if table.fault:
        return Sheet(table, fault=table.fault)
    header, *below = table.rows
    rows = [row for row in below if not _is_idle(row, header)]
    columns = tuple(_column(number, cell, rows) for number, cell in enumerate(header.cells))
    return Sheet(table, columns, tuple(rows), _fault(columns, rows))


def _is_idle(row: Row, header: Row) -> bool:
    """Whether a row is blank, sums up others or repeats the header."""
    full = [cell.text.casefold() for cell in row.cells if not is_blank(cell.text)]
    if not full or full == [cell.text.casefold() for cell in header.cells if not is_blank(cell.text)]:
        return True
    totals = load_lexicon("tables")["rows"]["total"]
    first = full[0].rstrip(":")
    return any(first == word or first.startswith(f"{word} ") for word in totals)


def _fault(columns: Sequence[Column], rows: Sequence[Row]) -> str:
    """Why a table with these columns cannot be read, "" if it can."""
    days = [column for column in columns if column.kind in DAYS]
    told = any(c.kind in HAPPENINGS or (c.type and c.kind != "count") for c in columns)
    if not days and not told:
        return NO_DAY
    if not told and not any(column.kind == "count" for column in columns):
        return NO_EVENT
    if sum(not column.type for column in days) > 1:
        return TWO_DAYS
    if len(columns) > 2 and any(sum(bool(c.text) for c in row.cells) == 1 for row in rows):  # noqa: PLR2004
        return HEADINGS
    return "" if rows else NO_ROWS


def _column(number: int, header: Cell, rows: Sequence[Row]) -> Column:
    """What a column holds, by its header and by whether its cells are numbers."""
    kind, plain = heading_of(header.text), plain_header(header.text)
    cells = [row.cells[number].text for row in rows if not is_blank(row.cells[number].text)]
    unit = unit_of(bracketed(header.text))
    if not cells:
        return Column(number, kind or "idle", header)
    if kind and not (kind in COUNTABLE and _are_numbers(cells)):
        return Column(number, kind, header, unit=unit)
    if _are_numbers(cells):
        return _numbers(number, header, kind, unit)
    dated = _dated(plain)
    if dated:
        return Column(number, "date", header, type=dated)
    type_ = counted_type(header.text)
    return (
        Column(number, "name", header, type=type_)
        if type_ and _are_names(cells)
        else Column(number, "", header)
    )


def _numbers(number: int, header: Cell, kind: str, unit: str) -> Column:
    """A column of numbers: of happenings or people, of something seized, or a measure of the happening."""
    plain = plain_header(header.text)
    type_ = counted_type(header.text) or _type_of(plain)
    *before, last = plain.split() or [""]
    if not type_ and before and counted_type(last):
        return Column(number, "count", header, counted_type(last), unit, " ".join(before))
    if type_:
        people = type_ in load_lexicon("quantities")["types"]["peopled"]
        return Column(number, "count", header, type_, unit, "" if people or unit else plain)
    if kind:
        return Column(number, "number", header, unit=unit)
    return Column(number, "measure" if unit else "", header, unit=unit, what=plain)


def _are_numbers(cells: Sequence[str]) -> bool:
    numbers = sum(amount_in(cell) is not None or NUMBERS.fullmatch(cell) is not None for cell in cells)
    return numbers > MOST * len(cells)


def _are_names(cells: Sequence[str]) -> bool:
    names = sum(cell[0].isupper() and not any(map(str.isdigit, cell)) for cell in cells)
    return names > MOST * len(cells)


def _type_of(words: str) -> str:
    """The type of event that words name, "" for none."""
    idle = load_lexicon("tables")["idle_words"]
    bare = " ".join(word for word in words.split() if word not in idle)
    found = happening_in(bare)
    return found.type if found is not None and found.type != OPEN else ""


def _dated(words: str) -> str:
    """The type of event that a column dates: "date of arrest", "hearing date"."""
    table = load_lexicon("tables")["dated"]
    for before in table["before"]:
        if words.startswith(f"{before} "):
            return counted_type(words[len(before) :]) or _type_of(words[len(before) :])
    for after in table["after"]:
        if words.endswith(f" {after}"):
            return counted_type(words[: -len(after)]) or _type_of(words[: -len(after)])
    return ""
