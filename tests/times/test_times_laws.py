"""Laws of `find_times`: spans in the text, typography without effect, cost linear in the text."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edtf_days import outer_days
from eventgraph.model import When
from eventgraph.times import find_times
from eventgraph.times.words import load_words
from eventgraph.vocabulary import TimexType

PUBLISHED = date(2024, 3, 14)
VOCABULARY = """
on Tuesday May 3 , 2012 from to between and the last week of March 1939 - 45 two years ago Nov. 7 at 3 p.m.
1990s third quarter weekend since until by by . ; Christmas half a dozen 12/12/2012 fiscal 30 February 31
century said will 0 9999 99999 every
"""
WORDS = st.sampled_from(VOCABULARY.split()) | st.sampled_from(sorted(load_words().kinds))
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)
SENTENCE = "Police met on Tuesday, May 3, 2022, and from Nov. 1 to Dec. 7 at 3 p.m. two years ago."


def meanings(text: str) -> list[tuple[str, str, When | None]]:
    """Value, rule and bounds of each mention, without where it and its anchor stand."""
    return [(m.value, m.rule, m.when and replace(m.when, anchor=None)) for m in find_times(text, PUBLISHED)]


@given(TEXTS | st.text(max_size=200), st.none() | st.dates())
@settings(max_examples=150, deadline=None)
def test_spans_lie_in_the_text(text: str, published: date | None) -> None:
    """Every span is a stretch of words, in order; parts lie within their range; bounds are ordered."""
    mentions = find_times(text, published, document="d")
    assert list(mentions) == sorted(mentions, key=lambda m: (m.start, -m.end))
    for mention in mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        assert all(mention.contains(part) for part in mention.parts)
        if mention.when is not None:
            assert (mention.when.earliest, mention.when.latest) == outer_days(mention.when.edtf)
            if mention.when.earliest and mention.when.latest:
                assert mention.when.earliest <= mention.when.latest
        else:
            assert mention.undated or mention.type in {TimexType.DURATION, TimexType.SET}


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_single_mentions_do_not_overlap(text: str) -> None:
    """Apart from ranges over their parts, no two mentions share a character."""
    singles = [m for m in find_times(text, PUBLISHED) if not m.parts]
    assert all(left.end <= right.start for left, right in pairwise(singles))


@given(
    st.lists(st.sampled_from([" ", "  ", "\n", "\t", "\u00a0", "\u2009", " \n"]), min_size=40, max_size=40)
)
@settings(max_examples=60, deadline=None)
def test_white_space_makes_no_difference(blanks: list[str]) -> None:
    """Words apart by other white space mean the same."""
    words = SENTENCE.split()
    other = "".join(word + blank for word, blank in zip(words, blanks, strict=False)).rstrip()
    assert meanings(other) == meanings(SENTENCE)


ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@pytest.mark.parametrize(
    "disguised",
    [
        SENTENCE.translate(ARABIC_DIGITS),
        SENTENCE.replace("May", "M\u00aday"),
        SENTENCE.replace("2022", "\u200f2022\u200e"),
        SENTENCE.replace(" ", "\u00a0"),
        SENTENCE.replace("Tuesday", "Tues\u200bday"),
        "\ufeff" + SENTENCE,
    ],
    ids=[
        "digits of another script",
        "soft hyphen",
        "direction marks",
        "no-break spaces",
        "zero width",
        "BOM",
    ],
)
def test_typography_makes_no_difference(disguised: str) -> None:
    """Unicode digits, invisible characters and odd blanks change nothing; offsets stay right."""
    mentions = find_times(disguised, PUBLISHED)
    assert meanings(disguised) == meanings(SENTENCE)
    first = next(m for m in mentions if m.value == "2022-05-03")
    assert disguised[first.start : first.end].startswith("T")
    assert disguised[first.end - 1] not in "\u200e\u200f\u00ad\u200b"


MONOTONOUS = [
    "May ",
    "1",
    "1 ",
    "12/",
    "from May 1 to ",
    "May 5. 2012. ",
    "two ",
    "between ",
    "the last ",
    "1939-",
    "half a ",
    "3 p.m. ",
    "12:",
    "(1939",
    "in 2012 ",
    "On May 3, 2012. ",
    "a day later, ",
    " ",
    "\n",
    "\n\nMay",
]


@pytest.mark.parametrize("published", [PUBLISHED, None])
@pytest.mark.parametrize("unit", MONOTONOUS)
def test_cost_is_linear(unit: str, published: date | None) -> None:
    """Ten times a monotonous text takes about ten times the calls of functions, at any length."""
    find_times(SENTENCE, published)  # what is loaded once is loaded
    short, long = _calls(unit * 150, published), _calls(unit * 1500, published)
    assert long <= 12 * max(short, 50)


@pytest.mark.parametrize(
    "text",
    [
        "The 0th january.",
        "The 99th of february ended it.",
        "The hour before, nothing moved.",
        "It closed the minute after next.",
        "It began half an hour ago this minute.",
        "The year 0 and 30 February 0000.",
        "It was 1 millionth century ago.",
        "FY\n0000 was bad.",
        "The season of 2024/13/05 and 2024/02/30.",
    ],
)
@pytest.mark.parametrize("published", [PUBLISHED, date.min, date.max, None])
def test_impossible_days_are_never_dated(text: str, published: date | None) -> None:
    """What the calendar does not have is left undated or unfound, whatever the day of publication."""
    for mention in find_times(text, published):
        assert mention.when is None


@pytest.mark.parametrize("months", ["0", "zero", "99999", "12", "2400"])
@pytest.mark.parametrize("published", [PUBLISHED, date.min, date.max, None])
def test_stretches_that_leave_the_calendar_are_no_ranges(months: str, published: date | None) -> None:
    """Months that nobody can count back from their end make no range, whatever the day of publication."""
    mentions = find_times(
        f"Sales for the {months} months ended Sept. 30 and the 12 months to January.", published
    )
    for mention in mentions:
        assert mention.rule != "ended" or mention.when is not None
    if months != "12":
        assert not any(m.rule == "ended" and m.start < 40 for m in mentions)


def _calls(text: str, published: date | None) -> int:
    """How many functions are called, of Python and of C, to find the time expressions of a text."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        find_times(text, published)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    ("unit", "megabytes", "found"),
    [("1", 5, 0), ("1 ", 1, 0), ("between ", 2, 0), ("from May 1 to ", 0.2, None), ("May ", 0.1, 25_000)],
)
def test_long_texts(unit: str, megabytes: float, found: int | None) -> None:
    """Megabytes of digits, of months, of ranges that never close are read to their end."""
    mentions = find_times(unit * int(megabytes * 1_000_000 / len(unit)), PUBLISHED)
    assert found is None or len(mentions) == found
