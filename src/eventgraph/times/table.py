"""The time expressions of a text as a table for people: where, what, which value, by which rule."""

from __future__ import annotations

from datetime import date

from eventgraph.model import TimeMention
from eventgraph.times.find import find_times

HEADINGS = ("span", "words", "type", "value", "edtf", "earliest", "latest", "basis", "rule")


def render_times(text: str, published: date | None = None) -> str:
    """One line an expression, columns aligned; offsets are code points, the end excluded."""
    table = [HEADINGS, *(_cells(text, mention) for mention in find_times(text, published))]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in table)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _cells(text: str, mention: TimeMention) -> tuple[str, ...]:
    when = mention.when
    return (
        f"{mention.start}-{mention.end}",
        " ".join(text[mention.start : mention.end].split()),
        mention.type,
        mention.value,
        when.edtf if when else "",
        when.earliest.isoformat() if when and when.earliest else "",
        when.latest.isoformat() if when and when.latest else "",
        when.basis if when else "",
        mention.rule,
    )
