"""Lines and the ends of sentences, by spelling alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.text.lines import Line, ends_sentence, find_lines


@pytest.mark.parametrize(
    ("word", "ends"),
    [
        ("arrested.", True),
        ("said.”", True),
        ('said."', True),
        ("arrested?", True),
        ("raid!", True),
        ("1993.", True),
        ("Gen.", False),
        ("(Sen.", False),
        ("U.S.", False),
        ("J.", False),
        ("a.m.", False),
        ("arrested,", False),
        ("arrested", False),
        ("...", True),
        ("”", False),
    ],
)
def test_ends_sentence(word: str, *, ends: bool) -> None:
    """A full stop ends a sentence, but not behind an abbreviation or an initial."""
    assert ends_sentence(word) is ends


def test_lines_have_no_white_space_around_them() -> None:
    """Each kind of line end is one break; blank lines are kept."""
    text = "  one \r\n\r\ntwo\rthree\n"
    assert list(find_lines(text)) == [
        Line(2, 5, "one"),
        Line(8, 8, ""),
        Line(10, 13, "two"),
        Line(14, 19, "three"),
        Line(20, 20, ""),
    ]


@settings(deadline=None)
@given(st.text(alphabet="ab \n\r\t.\u2028"))
def test_lines_hold_all_words(text: str) -> None:
    """The lines are stretches of the text and hold every word of it."""
    lines = list(find_lines(text))
    assert all(text[line.start : line.end] == line.text for line in lines)
    assert [word for line in lines for word in line.words] == text.split()
