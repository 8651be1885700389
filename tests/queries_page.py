"""``docs/queries.md``: what a person wrote, then every named question with its answer over ``data/``."""

from __future__ import annotations

import re
import shlex
import textwrap
from collections.abc import Iterator

from eventgraph.graph.words import plural, visible
from eventgraph.model import Graph
from eventgraph.query import Answer, Question, load_questions, prepare
from eventgraph.query.questions import Argument
from told import Asking

MARK = "## The named questions\n"
"""Where what is made begins; what stands before it is kept."""

MOST_ROWS = 8
LONGEST_CELL = 90
WIDTH = 120
SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~#&]")
"""What Markdown would take for marks of its own."""


def queries_page(written: str, graph: Graph) -> str:
    """The page; ``written`` is what it is now. The graph is asked what the examples ask."""
    kept = written.partition(MARK)[0]
    asking = Asking(graph)
    questions = load_questions().values()
    lines = [
        MARK,
        *_prose(
            f"`eventgraph ask` knows {len(questions)} questions. Each is shown with the command line of an "
            "example, the SPARQL that runs (`--sparql` prints it, `eventgraph query` takes it), and the "
            f"answer over the sample articles in `data/`: {MOST_ROWS} rows at most, long texts cut at a word."
        ),
        *(f"- [{each.name}](#{each.name}): {each.summary}" for each in questions),
        "",
    ]
    for question in questions:
        lines += _section(question, asking)
    return kept.rstrip() + "\n\n" + "\n".join(lines).rstrip() + "\n"


def example_of(question: Question) -> dict[str, str]:
    """The arguments of a question's example, by name."""
    words = shlex.split(question.example)
    return dict(zip((argument.name for argument in question.arguments), words, strict=False))


def _section(question: Question, asking: Asking) -> Iterator[str]:
    sparql = prepare(question, example_of(question), asking.graph).sparql
    yield f"### {question.name}"
    yield ""
    yield f"**{question.summary[:1].upper()}{question.summary[1:]}.**"
    yield from _prose(" ".join(question.details.split()))
    yield from (_argument(argument) for argument in question.arguments)
    yield from [""] if question.arguments else []
    yield from ["```console", f"$ eventgraph ask {question.name} {question.example}".rstrip(), "```", ""]
    yield from ["```sparql", *sparql.rstrip().splitlines(), "```", ""]
    yield from _table(asking.answer(sparql))
    yield ""


def _argument(argument: Argument) -> str:
    """An argument, and whether it can be left out."""
    given = f" Without it: {argument.default}." if argument.default else ""
    optional = " (can be left out)" if argument.optional else ""
    return f"- `{argument.name.upper()}`{optional}: {argument.help}{given}"


def _table(answer: Answer) -> Iterator[str]:
    """The first rows of an answer, and how many there are."""
    yield f"| {' | '.join(answer.variables)} |"
    yield f"|{' --- |' * len(answer.variables)}"
    for row in answer.rows[:MOST_ROWS]:
        yield f"| {' | '.join(cell(term.value if term else '') for term in row)} |"
    yield ""
    count = len(answer.rows)
    left = count - MOST_ROWS
    yield f"{count} {plural(count, 'row')}" + (f", {left} of them not shown." if left > 0 else ".")


def cell(text: str) -> str:
    """A text in a cell of a table: in one line, with its marks escaped, and cut at a word if it is long."""
    line = visible(" ".join(text.split()))
    if len(line) > LONGEST_CELL:
        words, space, _ = line[: LONGEST_CELL + 1].rpartition(" ")
        line = f"{words}{space}…" if space else f"{line[:LONGEST_CELL]}…"
    return SPECIAL.sub(r"\\\g<0>", line)


def _prose(text: str) -> Iterator[str]:
    """A paragraph."""
    yield from textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
    yield ""
