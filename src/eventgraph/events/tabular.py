"""Rows of tables to event mentions: one happening a row, and one for each number of a column that counts.

The row is the evidence, as a sentence is elsewhere; the header, without which the row says nothing, is an
attribute of each event with its own span.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from eventgraph.events.cells import OPEN, Amount, Happening, amount_in, happening_in, is_blank, is_several
from eventgraph.events.columns import DAYS, Column, Sheet
from eventgraph.events.dating import PERIODS
from eventgraph.events.sheets import PLACES, Sheets
from eventgraph.lexicon import load_lexicon
from eventgraph.model import (
    Argument,
    Attribute,
    Document,
    EventMention,
    Mention,
    PlaceReference,
    Quantity,
    Span,
    TimeMention,
    When,
)
from eventgraph.schema import load_schema
from eventgraph.text.tables import Cell, Row
from eventgraph.vocabulary import Basis, Confidence, Status

RULE = "table"
PURSUING = frozenset({"enforcement", "justice"})
ACCUSING = frozenset({"crime", "violence"})
"""Families of events that nobody is said to have done as a fact in a table of suspects."""
JUDGED = ("outcome", "sentence")
"""Columns of what a court did; what is beside them in a column of offences is what it was for."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A happening of a row: its trigger, the column that tells it and its numbers."""

    trigger: Span
    column: Column
    type: str
    lemma: str
    status: Status
    quantities: tuple[Quantity, ...] = ()


def tell_rows(document: Document, sheets: Sheets, mentions: Sequence[Mention]) -> tuple[EventMention, ...]:
    """The event mentions of all tables that are read, in text order; ``mentions`` are all of the document."""
    ground = _Ground(
        document, sorted(sheets.times, key=lambda time: time.start), {m.start: m for m in mentions}
    )
    return tuple(
        sorted(
            (
                event
                for sheet in sheets.read
                for row in sheet.rows
                for event in _Reader(ground, sheet, row).events()
            ),
            key=lambda event: (event.start, event.end),
        )
    )


@dataclass(frozen=True, slots=True)
class _Ground:
    """What rows are read with: the times in text order, and the mentions by where they begin."""

    document: Document
    times: Sequence[TimeMention]
    mentions: Mapping[int, Mention]

    def times_in(self, cell: Cell) -> list[TimeMention]:
        """The time expressions within a cell."""
        first = bisect.bisect_left(self.times, cell.start, key=lambda time: time.start)
        behind = bisect.bisect_left(self.times, cell.end, key=lambda time: time.start)
        return [time for time in self.times[first:behind] if time.end <= cell.end]

    def mention_in(self, cell: Cell) -> Mention | None:
        """The name that a cell begins with."""
        mention = self.mentions.get(cell.start)
        return mention if mention is not None and mention.end <= cell.end else None


class _Reader:
    """One row of a table."""

    def __init__(self, ground: _Ground, sheet: Sheet, row: Row) -> None:
        self._ground = ground
        self._sheet = sheet
        self._document = ground.document
        self._row = row

    def events(self) -> Iterator[EventMention]:
        """The events of the row, in no particular order."""
        told = self._told()
        for one in told:
            yield self._event(one)

    # --- what happened

    def _told(self) -> list[_Told]:
        """The happenings of the row, each type once: what the cells tell, with the numbers beside it."""
        told = [one for column in self._telling() if (one := self._of_cell(column)) is not None]
        told = [one for number, one in enumerate(told) if one.type not in {t.type for t in told[:number]}]
        if told:
            told[-1] = replace(told[-1], quantities=(*told[-1].quantities, *self._numbers()))
        for column in self._sheet.of("count"):
            quantity = self._quantity(column)
            if quantity is None or quantity.value == 0:
                continue
            same = next((n for n, one in enumerate(told) if one.type == column.type), None)
            if same is None:
                span = Span(self._document.id, quantity.start, quantity.end)
                told.append(_Told(span, column, column.type, column.type, Status.HAPPENED, (quantity,)))
            else:
                told[same] = replace(told[same], quantities=(*told[same].quantities, quantity))
        return told

    def _telling(self) -> Iterator[Column]:
        """The columns whose cells tell a happening."""
        judged = [c for c in self._sheet.of(*JUDGED) if not is_blank(self._cell(c).text)]
        typed = [c for c in self._sheet.columns if c.type and c.kind in {"name", "date"}]
        operations = [] if typed else self._sheet.of("operation")
        pursued = any(load_schema().event[c.type].family in PURSUING for c in self._sheet.of("count"))
        yield from (*judged, *typed, *operations)
        if not judged and not typed:
            events = [c for c in self._sheet.of("event", "offence") if not (pursued and self._is_pursued(c))]
            known = [c for c in events if (h := happening_in(self._cell(c).text)) and h.type != OPEN]
            yield from (known or events)[:1]

    def _is_pursued(self, column: Column) -> bool:
        """Whether a cell says for what somebody was arrested: the row's day is not that of the offence."""
        if column.kind != "offence":
            return False
        found = happening_in(self._cell(column).text)
        return found is None or load_schema().event[found.type].family not in PURSUING

    def _of_cell(self, column: Column) -> _Told | None:
        cell = self._cell(column)
        if is_blank(cell.text) or is_several(cell.text):
            return None
        known = column.type or ("operation" if column.kind == "operation" else "")
        if known:
            return _Told(self._span(cell), column, known, known, Status.HAPPENED)
        found = happening_in(cell.text)
        amount = amount_in(cell.text) if column.kind in JUDGED else None
        if column.kind == "sentence" and (found is None or found.type == OPEN):
            found = Happening(0, len(cell.text), "sentence", "sentence")
        if found is None:
            return None
        quantities = (self._as_quantity(cell, amount, column.unit),) if amount else ()
        span = Span(self._document.id, cell.start + found.start, cell.start + found.end)
        status = self._status(column, found)
        return _Told(span, column, found.type, found.lemma, status, quantities)

    def _status(self, column: Column, found: Happening) -> Status:
        """How real the happening of a cell is: an offence beside the name of a suspect is alleged."""
        charged = column.kind == "offence" and bool(self._sheet.of("suspect", "name"))
        accused = charged and load_schema().event[found.type].family in ACCUSING
        return Status.ALLEGED if accused and found.status is Status.HAPPENED else found.status

    # --- numbers

    def _numbers(self) -> Iterator[Quantity]:
        """The numbers that belong to what happened, whatever that was."""
        for column in self._sheet.of("number", "measure"):
            quantity = self._quantity(column)
            if quantity is not None:
                yield quantity

    def _quantity(self, column: Column) -> Quantity | None:
        """The number of a cell; people and what was seized are those to whom something was done."""
        cell = self._cell(column)
        amount = None if is_several(_without_thousands(cell.text)) else amount_in(cell.text)
        if amount is None:
            return None
        found = self._as_quantity(cell, amount, column.unit)
        peopled = column.type in load_lexicon("quantities")["types"]["peopled"]
        unit = found.unit or ("people" if peopled else "")
        undergone = column.kind == "count" and column.type not in load_lexicon("tables")["own"]["types"]
        role = "patient" if unit and undergone else ""
        return replace(found, unit=unit, role=role, what=column.what)

    def _as_quantity(self, cell: Cell, amount: Amount, unit: str) -> Quantity:
        return Quantity(
            self._document.id, cell.start + amount.start, cell.start + amount.end,
            value=amount.value, low=amount.low, high=amount.high,
            unit=amount.unit or unit, qualifier=amount.qualifier,
        )  # fmt: skip

    # --- when, where, who

    def _event(self, told: _Told) -> EventMention:
        time = self._time(told)
        when = time.when if time is not None else None
        operation = next(iter(self._named(*self._sheet.of("operation"))), None)
        period = bool(self._sheet.of("period")) or (when is not None and when.precision in PERIODS)
        row = Span(self._document.id, self._row.start, self._row.end)
        return EventMention(
            told.trigger.document, told.trigger.start, told.trigger.end,
            type=told.type, lemma=told.lemma, sentence=row,
            status=self._settled(told, when),
            confidence=Confidence.WEAK if told.type == OPEN else Confidence.STATED,
            aggregate=period and told.column.kind == "count",
            when=when, when_span=time.span if time is not None else None,
            arguments=tuple(self._arguments(told.type)), places=tuple(self._places()),
            quantities=told.quantities, operation=operation.span if operation else None,
            attributes=tuple(self._details(told)), rule=RULE,
        )  # fmt: skip

    def _settled(self, told: _Told, when: When | None) -> Status:
        """The status that the row's own column of it gives, or that of what has not come yet."""
        for column in self._sheet.of("status"):
            said = self._cell(column).text.casefold()
            words = load_lexicon("tables")["status"]
            status = next((Status(key) for key, cells in words.items() if said in cells), None)
            if status is not None:
                return status
        published = self._document.published
        ahead = when is not None and when.earliest is not None and published is not None
        if ahead and when is not None and when.earliest and published and when.earliest > published:
            return Status.PLANNED if told.status is Status.HAPPENED else told.status
        return told.status

    def _time(self, told: _Told) -> TimeMention | None:
        """The one time expression of the row's cell of days; none rather than a guess that lies ahead."""
        columns = self._sheet.of(*DAYS)
        own = [column for column in columns if column is told.column]
        untyped = [column for column in columns if not column.type]
        for column in own or untyped or columns[:1]:
            cell = self._cell(column)
            here = self._ground.times_in(cell)
            parts = {part for time in here for part in time.parts}
            whole = [t for t in here if t.span not in parts and t.when is not None]
            if len(whole) == 1 and not self._is_guess_ahead(whole[0].when):
                return whole[0]
        return None

    def _is_guess_ahead(self, when: When | None) -> bool:
        published = self._document.published
        guessed = when is not None and when.basis is not Basis.EXPLICIT and when.earliest is not None
        return bool(guessed and published and when and when.earliest and when.earliest > published)

    def _places(self) -> Iterator[PlaceReference]:
        """The place of the row, else what it lies in."""
        columns = self._sheet.of(PLACES[0]) or self._sheet.of(PLACES[1])
        for column in columns[:1]:
            cell = self._cell(column)
            mention = self._ground.mention_in(cell)
            if mention is not None:
                yield PlaceReference(mention.document, mention.start, mention.end, mention=mention.span)
            elif not is_blank(cell.text) and not is_several(cell.text):
                yield PlaceReference(self._document.id, cell.start, cell.end)

    def _arguments(self, type_: str) -> Iterator[Argument]:
        """Who takes part, by what the columns hold and the family of the event."""
        event, roles = load_schema().event[type_], load_lexicon("tables")["roles"]
        for kind, part in roles.items():
            known = event.family in part["families"] or type_ in part.get("types", ())
            if not known or part["role"] not in event.roles:
                continue
            for column in self._sheet.of(kind):
                cell = self._cell(column)
                mention = self._ground.mention_in(cell)
                if mention is not None:
                    span = mention.span
                    yield Argument(span.document, span.start, span.end, role=part["role"], mention=span)
                elif not is_blank(cell.text) and not is_several(cell.text):
                    yield Argument(self._document.id, cell.start, cell.end, role=part["role"])

    def _named(self, *columns: Column) -> Iterator[Mention]:
        for column in columns:
            mention = self._ground.mention_in(self._cell(column))
            if mention is not None:
                yield mention

    # --- the evidence

    def _details(self, told: _Told) -> Iterator[Attribute]:
        """The header of the table, that of the column, and what the row says beside the happening."""
        header = self._sheet.header
        names = " | ".join(cell.text for cell in header.cells)
        yield Attribute(self._document.id, header.start, header.end, key="table header", value=names)
        own = told.column.header
        yield Attribute(self._document.id, own.start, own.end, key="column", value=own.text)
        kinds = {"case": "case number"}
        if told.column.kind != "offence" and load_schema().event[told.type].family in PURSUING:
            kinds["offence"] = "charge"
        for kind, key in kinds.items():
            for column in self._sheet.of(kind):
                cell = self._cell(column)
                if not is_blank(cell.text) and (kind == "case" or self._is_pursued(column)):
                    yield Attribute(self._document.id, cell.start, cell.end, key=key, value=cell.text)

    def _cell(self, column: Column) -> Cell:
        return self._row.cells[column.number]

    def _span(self, cell: Cell) -> Span:
        return Span(self._document.id, cell.start, cell.end)


def _without_thousands(text: str) -> str:
    """A text without the commas within its numbers, which part no values."""
    return "".join(
        character
        for number, character in enumerate(text)
        if character != ","
        or not (text[number - 1 : number].isdigit() and text[number + 1 : number + 4].isdigit())
    )
