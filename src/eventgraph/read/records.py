"""What a reader of one format hands on: records, and what is wrong with those it cannot hand on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of what stands beside a title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A text with what its file says about it.

    ``mark`` tells records of one file apart: an id or a line number, "" where a file is one record.
    """

    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: date | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a file, or the line of that number (from 1) within it, cannot be read or was read in part."""

    message: str
    line: int | None = None


def one_line(value: object) -> str:
    """A value as a title or a name: "" unless it is a text; white space folded, control characters gone."""
    if not isinstance(value, str) or not is_unicode(value):
        return ""
    return " ".join(CONTROL.sub("", " ".join(value.split())).split())


def is_unicode(text: str) -> bool:
    """Whether a text can be written as UTF-8; half a surrogate pair cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
