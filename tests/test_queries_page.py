"""The page of questions: cells that Markdown leaves alone, long texts cut at a word, no answer left empty."""

from __future__ import annotations

import pytest

import documents
from eventgraph.query import Question, load_questions, prepare
from queries_page import LONGEST_CELL, MARK, cell, example_of, queries_page
from samples import SAMPLE
from told import Asking


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("a | b", r"a \| b"),
        ("`code` *bold* <b>", r"\`code\` \*bold\* \<b\>"),
        ("[..2024-03]", r"\[..2024-03\]"),
        ("two\n lines\t here", "two lines here"),
        ("bad \u202e mark", r"bad \[U+202E\] mark"),
        ("word " * 17 + "seven", "word " * 17 + "seven"),
        ("word " * 17 + "sevens", "word " * 17 + "…"),
        ("x" * (LONGEST_CELL + 1), "x" * LONGEST_CELL + "…"),
    ],
)
def test_cells(text: str, expected: str) -> None:
    """In one line, escaped, never cut within a word that a line can hold."""
    assert cell(text) == expected


@pytest.mark.model
@pytest.mark.parametrize("question", load_questions().values(), ids=load_questions())
def test_no_answer_is_empty(question: Question) -> None:
    """The example of every question finds something in the sample articles."""
    graph = documents.sample()
    assert Asking(graph).answer(prepare(question, example_of(question), graph).sparql).rows


def test_what_a_person_wrote_stays() -> None:
    """All above the mark is kept, and making the page again changes nothing."""
    questions = {name: question for name, question in load_questions().items() if not question.arguments}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("queries_page.load_questions", lambda: questions)
        page = queries_page("# Queries\n\nBy hand.\n", SAMPLE)
        assert page.startswith(f"# Queries\n\nBy hand.\n\n{MARK}\n")
        assert queries_page(page, SAMPLE) == page
    assert page.count("```sparql\n# ") == len(questions) >= 1
