"""The named questions: SPARQL with places for arguments, as TOML that a person can read and extend."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum, auto
from functools import cache
from importlib import resources

import msgspec

from eventgraph.errors import ConfigError

FILES = ("time", "who", "numbers", "sources", "doubts")
"""The files of questions, in the order in which they are listed."""


class Kind(StrEnum):
    """What an argument is."""

    ENTITY = auto()
    OPERATION = auto()
    PLACE = auto()
    EVENT = auto()
    DOCUMENT = auto()
    TYPE = auto()
    """A type of event, or a family of types."""
    FROM = auto()
    """The first day of a day, month, year or other EDTF date."""
    TO = auto()
    """The last day of one."""
    DAYS = auto()
    """A number of days."""


class Argument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a question is asked about: ``name`` is that of the variable that the SPARQL has for it.

    An ``optional`` one that is not given restricts nothing; ``default`` stands for one that is not given.
    """

    name: str
    kind: Kind
    help: str
    optional: bool = False
    default: str = ""


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question with its SPARQL, where ``VALUES ?name {}`` is the place of the argument of that name.

    ``summary`` is one line in plain words, ``details`` say what the answer holds and leaves out; ``example``
    is what follows the name on a command line.
    """

    name: str
    summary: str
    sparql: str
    details: str = ""
    example: str = ""
    arguments: tuple[Argument, ...] = ()

    def filled(self, values: Mapping[str, tuple[str, ...]]) -> str:
        """The SPARQL with the values of its arguments, by name; a value is a term as SPARQL writes it.

        The place of an argument without values is left out, so that it restricts nothing.
        """

        def fill(place: re.Match[str]) -> str:
            terms = values.get(place["name"], ())
            return f"{place['before']}VALUES ?{place['name']} {{ {' '.join(terms)} }}\n" if terms else ""

        return PLACE.sub(fill, self.sparql)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    question: tuple[Question, ...]


PLACE = re.compile(r"^(?P<before> *)VALUES \?(?P<name>\w+) \{\}\n", re.MULTILINE)
"""Where a question takes an argument; it has a line of its own."""


@cache
def load_questions() -> dict[str, Question]:
    """Every question by its name. ConfigError where a file cannot be read or a question lacks a place."""
    questions = [question for name in FILES for question in _read(name).question]
    for question in questions:
        places = {place["name"] for place in PLACE.finditer(question.sparql)}
        if places != {argument.name for argument in question.arguments}:
            raise ConfigError(f"question {question.name}: its arguments and their places differ")
    return {question.name: question for question in questions}


def _read(name: str) -> _File:
    file = resources.files("eventgraph").joinpath("query", "catalogue", f"{name}.toml")
    try:
        return msgspec.toml.decode(file.read_text(encoding="utf-8"), type=_File)
    except (OSError, msgspec.DecodeError) as error:
        raise ConfigError(f"catalogue/{name}.toml: {error}") from error
