"""The tables of a document as they are read: their columns, the days in their cells, the names in them.

Names and days are found by the column they stand in, not by the language model, which needs sentences.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from eventgraph.entities.classify import head_type
from eventgraph.entities.knowledge import gazetteer
from eventgraph.entities.protection import ADULT, victim_words
from eventgraph.events.cells import amount_in, is_blank, is_several
from eventgraph.events.columns import DAYS, Sheet, read_sheet
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Attribute, Document, Mention, Problem, Span, TimeMention
from eventgraph.spans import relocate
from eventgraph.text.tables import Cell, Row, Table
from eventgraph.times import find_times
from eventgraph.vocabulary import SKIPPED_TABLE

LONGEST_NAME = 8
"""Words of a cell that may be a name."""
PEOPLE = frozenset({"suspect", "victim", "name"})
INNOCENT = frozenset({"victim", "name"})
"""Columns of people to whom something may have been done."""
PLACES = ("place", "region")
HOLDING = {"country": "country", "state": "division", "province": "division"}
"""Headers of what a place of the same row lies in, with the key of the attribute that says so."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """What the tables of a document hold. ``read`` can be read, the others are told in ``problems``."""

    read: tuple[Sheet, ...] = ()
    times: tuple[TimeMention, ...] = ()
    mentions: tuple[Mention, ...] = ()
    problems: tuple[Problem, ...] = ()

    def sentences(self, document: str) -> tuple[Span, ...]:
        """The rows that are read, headers included, in text order: what stands for their sentences."""
        rows = (row for sheet in self.read for row in (sheet.header, *sheet.rows))
        return tuple(Span(document, row.start, row.end) for row in rows)


def read_sheets(
    document: Document,
    tables: Iterable[Table],
    copies: Sequence[tuple[int, int]] = (),
    anchor: Span | None = None,
) -> Sheets:
    """The tables of a document, read.

    Rows within ``copies``, stretches ``(start, end)`` in text order, are left out: they are read where
    they stand first. ``anchor`` holds the words that told the day of publication.
    """
    sheets = [_without_copies(read_sheet(table), copies) for table in tables]
    read = [sheet for sheet in sheets if not sheet.fault]
    return Sheets(
        tuple(read),
        tuple(time for sheet in read for time in _times(document, sheet, anchor)),
        tuple(mention for sheet in read for row in sheet.rows for mention in _mentions(document, sheet, row)),
        tuple(_problems(document, sheets)),
    )


def _without_copies(sheet: Sheet, copies: Sequence[tuple[int, int]]) -> Sheet:
    def is_copy(row: Row) -> bool:
        number = bisect.bisect_right(copies, row.start, key=lambda copy: copy[0]) - 1
        return number >= 0 and row.end <= copies[number][1]

    return replace(sheet, rows=tuple(row for row in sheet.rows if not is_copy(row)))


def _problems(document: Document, sheets: Iterable[Sheet]) -> Iterator[Problem]:
    for sheet in sheets:
        where = f"{SKIPPED_TABLE}{sheet.table.line}"
        if sheet.fault:
            yield Problem(document.origin, f"{where} skipped: {sheet.fault}")
        elif sheet.unread:
            names = ", ".join(f"“{name}”" for name in sheet.unread)
            yield Problem(document.origin, f"{where} read without the columns {names}")


def _times(document: Document, sheet: Sheet, anchor: Span | None) -> Iterator[TimeMention]:
    """The time expressions in the cells of days: all at once, so that each helps to read the others."""
    start, end = sheet.table.start, sheet.table.end
    cells = [row.cells[column.number] for column in sheet.of(*DAYS) for row in sheet.rows]
    shown, position = [], start
    for cell in sorted(cells, key=lambda cell: cell.start):
        shown += [_hidden(document.text[position : cell.start]), document.text[cell.start : cell.end]]
        position = cell.end
    shown.append(_hidden(document.text[position:end]))
    before = None if anchor is None else Span(document.id, anchor.start - start, anchor.end - start)
    found = find_times("".join(shown), document.published, document=document.id, anchor=before)
    return (
        relocate(time, lambda span: Span(span.document, span.start + start, span.end + start))
        for time in found
    )


def _hidden(text: str) -> str:
    """White space of the same length, with the ends of lines."""
    return "".join(character if character.isspace() else " " for character in text)


def _mentions(document: Document, sheet: Sheet, row: Row) -> Iterator[Mention]:
    """The names in the cells of a row."""
    types = load_lexicon("tables")["types"]
    for column in sheet.of(*types):
        cell = row.cells[column.number]
        parts = _parts(cell) if column.kind in PLACES else [cell]
        for part in parts:
            type_ = _type(part, types[column.kind])
            if not _is_name(part, type_):
                continue
            yield Mention(
                document.id,
                part.start,
                part.end,
                type=type_,
                name=" ".join(part.text.split()),
                rule="table",
                attributes=tuple(_attributes(document, sheet, row, column.kind)),
                protected=column.kind in PEOPLE and _is_protected(document, sheet, row, column.kind),
            )


def _parts(cell: Cell) -> list[Cell]:
    """A place and what it lies in: "Larnby, Norland" is two."""
    found, position = [], 0
    for words in cell.text.split(","):
        bare = words.strip()
        start = cell.start + position + len(words) - len(words.lstrip())
        found.append(Cell(start, start + len(bare), bare))
        position += len(words) + 1
    return found


def _type(cell: Cell, usual: str) -> str:
    """The type of a name: what its column holds, unless the name says that it is another body."""
    if usual not in {"agency", "organisation"}:
        return usual
    known = gazetteer().type_of(cell.text) or head_type(tuple(cell.text.casefold().split()))
    return known if known in {"agency", "organisation"} else usual


def _is_name(cell: Cell, type_: str) -> bool:
    words = cell.text.split()
    if not words or len(words) > LONGEST_NAME or is_blank(cell.text) or not words[0][0].isupper():
        return False
    if is_several(cell.text) and not gazetteer().find(cell.text):
        return False
    digits = any(character.isdigit() for character in cell.text)
    if type_ == "person":
        small = any(word[0].islower() and len(word) > 3 for word in words)  # noqa: PLR2004 ("van", "de")
        return not digits and not small
    return not (digits and type_ == "location")


def _attributes(document: Document, sheet: Sheet, row: Row, kind: str) -> Iterator[Attribute]:
    """What other cells of the row say of somebody or of a place."""
    for column in sheet.of("age", "case") if kind in PEOPLE else ():
        cell = row.cells[column.number]
        number = amount_in(cell.text)
        if is_blank(cell.text) or is_several(cell.text) or (column.kind == "age" and number is None):
            continue
        key = {"age": "age", "case": "case number"}[column.kind]
        value = str(number.value) if number is not None and column.kind == "age" else cell.text
        yield Attribute(document.id, cell.start, cell.end, key=key, value=value)
    for column in sheet.of("region") if kind == "place" else ():
        cell, key = row.cells[column.number], HOLDING.get(column.header.text.casefold(), "")
        if key and _is_name(cell, "location"):
            yield Attribute(document.id, cell.start, cell.end, key=key, value=cell.text)


def _is_protected(document: Document, sheet: Sheet, row: Row, kind: str) -> bool:
    """Whether a row tells of a child, or names somebody to whom a sexual crime may have been done."""
    ages = [amount_in(row.cells[column.number].text) for column in sheet.of("age")]
    if any(age is not None and age.value < ADULT for age in ages):
        return True
    words = document.text[row.start : row.end]
    children = load_lexicon("names")["protected"]["child"]
    young = not any(ages) and any(word in children for word in words.casefold().split())
    crime = victim_words().crime
    told = crime.search(words) or crime.search(document.text[sheet.header.start : sheet.header.end])
    return young or (kind in INNOCENT and told is not None)
