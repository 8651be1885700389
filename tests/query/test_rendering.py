"""Answers as text: each format, and what must not get through it."""

from __future__ import annotations

import csv
import io
import json

import pytest
from pyoxigraph import RdfFormat, parse

from eventgraph.errors import UnknownFormat, UsageError
from eventgraph.query import Answer, Form, Term, render
from eventgraph.query.answer import TermKind

XSD = "http://www.w3.org/2001/XMLSchema#"
EVENT = Term(TermKind.URI, "https://example.org/kg/event/arrest:a")
PREFIXES = {"event": "https://example.org/kg/event/", "unused": "https://example.org/unused#"}
ROWS = Answer(
    form=Form.ROWS,
    variables=("e", "l", "n"),
    rows=(
        (EVENT, Term(TermKind.LITERAL, 'Twelve, "arrested"'), Term(TermKind.LITERAL, "-12", f"{XSD}integer")),
        (None, Term(TermKind.LITERAL, "rue", language="fr"), None),
    ),
    prefixes=PREFIXES,
)
TRIPLES = Answer(
    form=Form.TRIPLES,
    variables=("subject", "predicate", "object"),
    rows=(
        (EVENT, Term(TermKind.URI, "urn:label"), Term(TermKind.LITERAL, 'b\n"c"')),
        (EVENT, Term(TermKind.URI, "urn:label"), Term(TermKind.LITERAL, "a", language="en")),
        (
            Term(TermKind.BNODE, "x"),
            Term(TermKind.URI, "urn:n"),
            Term(TermKind.LITERAL, "1", f"{XSD}decimal"),
        ),
    ),
    prefixes=PREFIXES,
)


def one(value: str) -> Answer:
    """An answer of one string."""
    return Answer(form=Form.ROWS, variables=("x",), rows=((Term(TermKind.LITERAL, value),),))


def test_csv() -> None:
    """IRIs and values bare, what is unbound empty, numbers as they are."""
    assert list(csv.reader(io.StringIO(render(ROWS, "csv")))) == [
        ["e", "l", "n"],
        [EVENT.value, 'Twelve, "arrested"', "-12"],
        ["", "rue", ""],
    ]


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_csv_holds_no_formula(value: str) -> None:
    """Text that a spreadsheet would run is marked as text."""
    assert render(one(value), "csv") == f"x\n'{value}\n"


@pytest.mark.parametrize(
    ("value", "datatype", "cell"),
    [
        ("=HYPERLINK(1)", "anyURI", "'=HYPERLINK(1)"),
        ("-INF", "double", "'-INF"),
        ("-12.5", "decimal", "-12.5"),
        ("+1e3", "double", "+1e3"),
        ("2024-03-12", "date", "2024-03-12"),
    ],
)
def test_csv_marks_formulas_of_any_type(value: str, datatype: str, cell: str) -> None:
    """An address that begins like a formula is marked as text; numbers stay numbers."""
    term = Term(TermKind.LITERAL, value, f"{XSD}{datatype}")
    assert render(Answer(form=Form.ROWS, variables=("x",), rows=((term,),)), "csv") == f"x\n{cell}\n"


def test_json() -> None:
    """SPARQL's JSON results: kinds, datatypes, languages; unbound variables left out."""
    content = json.loads(render(ROWS, "json"))
    assert content["head"] == {"vars": ["e", "l", "n"]}
    first, second = content["results"]["bindings"]
    assert first["e"] == {"type": "uri", "value": EVENT.value}
    assert first["n"] == {"type": "literal", "value": "-12", "datatype": f"{XSD}integer"}
    assert second == {"l": {"type": "literal", "value": "rue", "xml:lang": "fr"}}


def test_tsv() -> None:
    """Terms as Turtle writes them."""
    assert render(ROWS, "tsv").splitlines() == [
        "?e\t?l\t?n",
        f'<{EVENT.value}>\t"Twelve, \\"arrested\\""\t-12',
        '\t"rue"@fr\t',
    ]


def test_turtle() -> None:
    """The triples come back, sorted, with only the prefixes that are used."""
    text = render(TRIPLES, "turtle")
    found = {quad.triple for quad in parse(text, format=RdfFormat.TURTLE)}
    assert len(found) == 3
    assert "@prefix event:" in text
    assert "unused" not in text
    assert '<urn:label> "a"@en, "b\\n' in text


def test_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person's table: short IRIs, a count, and no line wider than the terminal."""
    monkeypatch.setenv("COLUMNS", "60")
    text = render(ROWS)
    assert "event:arrest:a" in text
    assert text.endswith("2 rows\n")
    assert max(len(line) for line in text.splitlines()) <= 60


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("\x1b[31mred", "[U+001B][31mred"),
        ("\x9b31m", "[U+009B]31m"),
        ("back\x08space", "back[U+0008]space"),
        ("turned\u202eround", "turned[U+202E]round"),
        ("[red]markup[/]", "[red]markup[/]"),
    ],
)
def test_a_table_cannot_command_the_terminal(value: str, shown: str) -> None:
    """Control characters are written out, and nothing is taken for markup."""
    text = render(one(value))
    assert shown in text
    assert value == shown or value not in text


@pytest.mark.parametrize(("form", "expected"), [("table", "true\n"), ("csv", "true\n"), ("tsv", "true\n")])
def test_truth(form: str, expected: str) -> None:
    """Yes or no is one word."""
    assert render(Answer(form=Form.TRUTH, truth=True), form) == expected


def test_truth_in_json() -> None:
    """ASK has a result of its own in JSON."""
    assert json.loads(render(Answer(form=Form.TRUTH, truth=False), "json")) == {"head": {}, "boolean": False}


def test_misuse() -> None:
    """An unknown format, or Turtle of rows, is an error that says so."""
    with pytest.raises(UnknownFormat, match="tsv"):
        render(ROWS, "xml")
    with pytest.raises(UsageError, match="CONSTRUCT"):
        render(ROWS, "turtle")


@pytest.mark.parametrize(
    ("answer", "terminal", "expected"),
    [(ROWS, True, "table"), (ROWS, False, "csv"), (TRIPLES, True, "table"), (TRIPLES, False, "turtle")],
)
def test_the_format_for_an_answer(answer: Answer, terminal: bool, expected: str) -> None:  # noqa: FBT001 (a table)
    """A table for people, else what programs read."""
    assert answer.default_format(terminal=terminal) == expected
