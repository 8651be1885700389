"""Asking a named question: its arguments looked up in a graph, its SPARQL filled in and run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from eventgraph.errors import UsageError
from eventgraph.graph.words import visible
from eventgraph.model import Graph
from eventgraph.query.arguments import Meaning, meaning_of
from eventgraph.query.questions import Argument, Question

MOST_NAMED = 5
"""Things that a note names of those that an argument means."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it runs: its SPARQL, and a note for each argument that was taken for something."""

    sparql: str
    notes: tuple[str, ...]


def prepare(question: Question, given: Mapping[str, str], graph: Graph) -> Asked:
    """The question with its arguments, which are given by name and in the words of whoever asks.

    UsageError for an argument that is missing, that the question has not, or that cannot be read;
    UnknownThing for a name that nothing in the graph has.
    """
    names = [argument.name for argument in question.arguments]
    if strange := sorted(set(given) - set(names)):
        raise UsageError(f"{question.name} has no argument {', '.join(strange)}; it has {', '.join(names)}.")
    words = {argument.name: _words(question, argument, given) for argument in question.arguments}
    meanings = {
        argument.name: meaning_of(argument.kind, words[argument.name], graph)
        for argument in question.arguments
        if words[argument.name]
    }
    notes = tuple(_line(f"{name} {words[name]!r}: {_named(meaning)}") for name, meaning in meanings.items())
    comments = "".join(f"# {line}\n" for line in (f"{question.name}: {question.summary}", *notes))
    terms = {name: meaning.terms for name, meaning in meanings.items()}
    return Asked(comments + question.filled(terms).lstrip("\n"), notes)


def _words(question: Question, argument: Argument, given: Mapping[str, str]) -> str:
    words = given.get(argument.name) or argument.default
    if not words and not argument.optional:
        raise UsageError(f"{question.name} needs {argument.name}: {argument.help}")
    return words


def _named(meaning: Meaning) -> str:
    """What an argument was taken for, in one line."""
    left = len(meaning.words) - MOST_NAMED
    return ", ".join(meaning.words[:MOST_NAMED]) + (f" and {left} more" if left > 0 else "")


def _line(text: str) -> str:
    """The text in one line, without what a terminal would act on: it may hold names of any characters."""
    return visible(" ".join(text.split()))
