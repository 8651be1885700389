"""Web pages: the article, without what surrounds it, and what the page says about it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from eventgraph.read.days import read_day, states_day
from eventgraph.read.decode import decode
from eventgraph.read.plain import fold_line_ends
from eventgraph.read.records import Flaw, Record, one_line
from eventgraph.text.lines import ends_sentence, find_lines

if TYPE_CHECKING:
    from configparser import ConfigParser

DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#0*(?:[0-8]|1[124-9]|2\d|3[01]);|&#x0*(?:[0-8bcef]|1[\da-f]);",
    re.IGNORECASE,
)
"""Control characters, by themselves or by number, for which the parser would refuse a page."""
SINGLE_CELL = re.compile(r"\|\s+(?P<words>(?:[^|\\]|\\.)*?)\s*\|\s*")
HEAD = 2048
"""Bytes within which a page declares its encoding."""
FEWEST_WORDS = 5
"""A line of so many words with the end of a sentence is prose; menus have none."""


def read_html(data: bytes) -> Iterator[Record | Flaw]:
    """The one record of a page, or that it has no article."""
    declared = DECLARED.search(data, 0, HEAD)
    source, flaw = decode(data, declared[1].decode("ascii") if declared else "")
    if flaw:
        yield flaw
    if source or not flaw:
        yield _extract(source)


def _extract(source: str) -> Record | Flaw:
    from trafilatura import bare_extraction  # noqa: PLC0415 (0.3 s that other formats need not pay)

    try:
        found: Any = bare_extraction(
            CONTROL.sub(" ", source),
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
            config=_settings(),
        )
    except Exception as error:  # noqa: BLE001 (a hostile page may break any parser, and must not end the run)
        return Flaw(f"a page that cannot be parsed ({type(error).__name__})")
    text = _without_layout(fold_line_ends(found.text or "")) if found else ""
    if not _has_prose(text):
        return Flaw("no article in this page")
    day = read_day(found.date)
    return Record(
        text=text,
        title=one_line(found.title),
        publisher=one_line(found.sitename),
        url=one_line(found.url),
        # The extractor fills up "2024-03" with a day of its own; only a day that is written counts.
        published=day if day and states_day(source, day) else None,
    )


def _without_layout(text: str) -> str:
    """The text without rows of a single cell: such tables only lay out a page. Of them, prose is kept."""
    lines = text.split("\n")
    cells = [SINGLE_CELL.fullmatch(line) for line in lines]
    kept = [
        cell["words"] if cell else line
        for line, cell in zip(lines, cells, strict=True)
        if cell is None or _has_prose(cell["words"])
    ]
    return "\n".join(kept)


def _has_prose(text: str) -> bool:
    lines = (line.words for line in find_lines(text))
    return any(len(words) >= FEWEST_WORDS and any(map(ends_sentence, words)) for words in lines)


@cache
def _settings() -> ConfigParser:
    """Trafilatura's own settings, but short articles count too: else it takes the whole page for one."""
    from trafilatura.settings import use_config  # noqa: PLC0415

    # What it logs about a page without an article, the reader says in its own words.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    settings: ConfigParser = use_config()
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "0")
    return settings
