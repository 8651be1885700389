"""JSON Lines: a record a line, with ``text`` and perhaps ``id title date published url publisher``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from eventgraph.read.days import read_day
from eventgraph.read.decode import decode
from eventgraph.read.records import Flaw, Record, is_unicode, one_line


def read_jsonl(data: bytes) -> Iterator[Record | Flaw]:
    r"""The records of a file in the order of its lines; a line that is broken is lost alone.

    The text of a record is kept as it is given, ``\r`` included, since others may count offsets in it.
    """
    source, flaw = decode(data)
    if flaw:
        yield flaw
    elif not source.strip():
        yield Flaw("no records in this file")
    for number, line in enumerate(source.split("\n"), 1):
        if line.strip():
            yield _record(line, number)


def _record(line: str, number: int) -> Record | Flaw:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
        return Flaw(f"not JSON ({reason}), line skipped", number)
    if not isinstance(found, dict):
        return Flaw("not a JSON object, line skipped", number)
    text = found.get("text")
    if not isinstance(text, str):
        return Flaw(
            'no "text", line skipped' if text is None else '"text" is no string, line skipped', number
        )
    if not is_unicode(text) or "\0" in text:
        return Flaw('"text" holds what is no Unicode text, line skipped', number)
    return Record(
        text=text,
        title=one_line(found.get("title")),
        publisher=one_line(found.get("publisher")),
        url=one_line(found.get("url")),
        published=read_day(found.get("published")) or read_day(found.get("date")),
        mark=_mark(found) or str(number),
    )


def _mark(found: Mapping[str, object]) -> str:
    """The record's own id, where it can stand in an origin."""
    given = found.get("id")
    mark = str(given) if isinstance(given, (int, str)) and not isinstance(given, bool) else ""
    return mark if mark.isprintable() and mark == mark.strip() else ""
