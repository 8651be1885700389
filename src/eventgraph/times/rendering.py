"""The time expressions of a text for people and for other programs: a table, JSON Lines, TimeML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

import msgspec

from eventgraph.errors import UnknownFormat
from eventgraph.model import TimeMention, When
from eventgraph.times.find import find_times
from eventgraph.vocabulary import TimexMod

MOST_SHOWN = 60
"""Characters of an expression that the table shows."""
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HEADINGS = ("span", "words", "type", "value", "mod", "edtf", "earliest", "latest", "basis", "rule", "undated")


def render_times(text: str, published: date | None = None, name: str = "table") -> str:
    """The time expressions of a text; offsets are code points, the end excluded.

    ``table`` has one line an expression, columns aligned. ``json`` has one object a line, ranges with the
    spans of their ``parts``. ``timeml`` is the text with TIMEX3 tags; ranges, which lie over other
    expressions, are left out of it. UnknownFormat where there is no format of that name.
    """
    if name not in TIMES_FORMATS:
        raise UnknownFormat(f"no format of time expressions is named {name}")
    return TIMES_FORMATS[name](text, find_times(text, published), published)


def _table(text: str, mentions: Sequence[TimeMention], _published: date | None) -> str:
    table = [HEADINGS, *(_cells(text, mention) for mention in mentions)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in table)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _cells(text: str, mention: TimeMention) -> tuple[str, ...]:
    when = mention.when
    return (
        f"{mention.start}-{mention.end}",
        shorten(" ".join(text[mention.start : mention.end].split())),
        mention.type,
        mention.value,
        mention.mod or "",
        when.edtf if when else "",
        when.earliest.isoformat() if when and when.earliest else "",
        when.latest.isoformat() if when and when.latest else "",
        when.basis if when else "",
        mention.rule,
        mention.undated,
    )


def shorten(words: str) -> str:
    """Words as a column can hold them."""
    return words if len(words) <= MOST_SHOWN else f"{words[: MOST_SHOWN - 1]}…"


def _json(text: str, mentions: Sequence[TimeMention], _published: date | None) -> str:
    return "".join(msgspec.json.encode(_row(text, mention)).decode() + "\n" for mention in mentions)


def _row(text: str, mention: TimeMention) -> dict[str, object]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": text[mention.start : mention.end],
        "type": mention.type,
        "value": mention.value,
        "mod": mention.mod,
        "when": None if mention.when is None else _when(mention.when),
        "undated": mention.undated or None,
        "rule": mention.rule,
        "parts": [{"start": part.start, "end": part.end} for part in mention.parts],
    }


def _when(when: When) -> dict[str, object]:
    """The keys of ``when`` in ``graph.json``, as far as a text alone has them."""
    return {
        "edtf": when.edtf,
        "earliest": when.earliest,
        "latest": when.latest,
        "begin": when.begin,
        "end": when.end,
        "precision": when.precision,
        "basis": when.basis,
        "approximate": when.approximate,
        "clock": when.clock,
        "anchor": when.anchor and {"start": when.anchor.start, "end": when.anchor.end},
    }


def _timeml(text: str, mentions: Sequence[TimeMention], published: date | None) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n'
        f"{_creation_time(published)}<TEXT>{''.join(_tagged(text, mentions))}</TEXT>\n</TimeML>\n"
    )


def _creation_time(published: date | None) -> str:
    if published is None:
        return ""
    day = published.isoformat()
    tag = f'<TIMEX3 tid="t0" type="DATE" value="{day}" functionInDocument="CREATION_TIME">{day}</TIMEX3>'
    return f"<DCT>{tag}</DCT>\n"


def _tagged(text: str, mentions: Sequence[TimeMention]) -> Iterator[str]:
    position = 0
    for number, mention in enumerate((m for m in mentions if not m.parts), start=1):
        yield _escaped(text[position : mention.start])
        words = _escaped(text[mention.start : mention.end])
        yield f"<TIMEX3 {_attributes(number, mention)}>{words}</TIMEX3>"
        position = mention.end
    yield _escaped(text[position:])


def _attributes(number: int, mention: TimeMention) -> str:
    told: dict[str, str | TimexMod | None] = {
        "tid": f"t{number}",
        "type": mention.type,
        "value": mention.value,
        "mod": mention.mod,
    }
    return " ".join(f"{name}={quoteattr(str(value))}" for name, value in told.items() if value)


def _escaped(text: str) -> str:
    """Text as XML 1.0 can hold it: what it cannot (control characters, half surrogates) becomes spaces."""
    return escape(NOT_XML.sub(" ", text))


TIMES_FORMATS: dict[str, Callable[[str, Sequence[TimeMention], date | None], str]] = {
    "table": _table,
    "json": _json,
    "timeml": _timeml,
}
"""What time expressions can be written as."""
