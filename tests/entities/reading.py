"""What is found in a text, in plain words, for tests that need the language model."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

from eventgraph.entities import EntityFindings, find_entities
from eventgraph.model import Document, Mention, Span
from eventgraph.text.blocks import find_blocks
from eventgraph.text.front import Front, find_front
from eventgraph.text.parse import Parsed, parse
from eventgraph.vocabulary import MentionKind

if TYPE_CHECKING:
    import pytest

Names = list[tuple[str, str]]
"""The type and words of mentions by name, in text order."""
Rules = Mapping[str, Callable[..., Any]]
"""The rules of a table by their names."""
Row = tuple[str, str, str, str]
"""A row of a table: a rule, a text, and the type and words of a name in it."""
FEWEST_ROWS = 2
"""Rows that a rule has at least."""


@cache
def read(text: str) -> tuple[tuple[Front, ...], Parsed]:
    """A text as it is parsed, with its datelines."""
    fronts = tuple(find_front(text))
    return fronts, parse(text, find_blocks(text, [(front.start, front.end) for front in fronts]))


def found_anew(text: str) -> EntityFindings:
    """What is found in a text by the rules as they are at this moment."""
    fronts, parsed = read(text)
    return find_entities(Document(id="d", origin="d.txt", text=text), parsed, fronts)


@cache
def found(text: str) -> EntityFindings:
    """What is found in a text."""
    return found_anew(text)


def words(text: str, span: Span | None) -> str:
    """The words at a span, "" for none."""
    return text[span.start : span.end] if span else ""


def named(text: str, findings: EntityFindings) -> Names:
    """The type and words of each mention by name."""
    return [(m.type, words(text, m)) for m in findings.mentions if m.kind is MentionKind.NAME]


def names(text: str) -> Names:
    """The type and words of each mention by name that is found in a text."""
    return named(text, found(text))


def mention(text: str, name: str) -> Mention:
    """The first mention with these words."""
    return next(m for m in found(text).mentions if words(text, m) == name)


def same(text: str) -> set[tuple[str, str]]:
    """The words of both sides of each link."""
    by_id = {m.mention_id: words(text, m) for m in found(text).mentions}
    return {(by_id[link.left], by_id[link.right]) for link in found(text).links}


def meant(text: str) -> set[tuple[str, str]]:
    """The first name and the pronoun or description of each link to one."""
    by_id = {m.mention_id: m for m in found(text).mentions}
    return {
        (words(text, by_id[link.left]), words(text, by_id[link.right]))
        for link in found(text).links
        if by_id[link.right].kind is not MentionKind.NAME
    }


def by_name(rules: Sequence[Callable[..., Any]]) -> Rules:
    """Rules by their names, without the underscore that begins a private one."""
    return {rule.__name__.removeprefix("_"): rule for rule in rules}


def stands(text: str, name: tuple[str, str]) -> bool:
    """Whether a name is found in a text by the rules as they are at this moment."""
    return name in named(text, found_anew(text))


def without(patch: pytest.MonkeyPatch, module: ModuleType, table: str, rule: Callable[..., Any]) -> None:
    """Take a rule out of a table of rules for one test."""
    patch.setattr(module, table, tuple(one for one in getattr(module, table) if one is not rule))


def short_of_rows(rules: Rules, *tables: Sequence[tuple[str, ...]]) -> list[str]:
    """The rules that have too few rows, and the rows that name no rule: of a table, and of its traps one."""
    found = []
    for fewest, table in zip((FEWEST_ROWS, 1), tables, strict=False):
        count = dict.fromkeys(rules, 0)
        for row in table:
            count[row[0]] = count.get(row[0], fewest) + 1
        found += [rule for rule, rows in count.items() if rows < fewest or rule not in rules]
    return found
