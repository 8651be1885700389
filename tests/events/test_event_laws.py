"""Laws that hold for any text: spans lie in it, and roles are those of the type."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.events import Reading, find_events
from eventgraph.schema import load_schema
from eventgraph.spans import spans_of

pytestmark = pytest.mark.model

TEXT = """police arrested 12 men in Larnby on Monday , who were charged with fraud and said that the army had
killed at least 40 people during Operation Grey Heron . not will be If he denied stealing $3 million of the
suspects according to Quist “ ” raid by from May to June announced arrests"""


@settings(max_examples=40, deadline=None)
@given(words=st.lists(st.sampled_from(TEXT.split()), max_size=40))
def test_any_sequence_of_words(read: Callable[..., Reading], words: list[str]) -> None:
    """Whatever order words stand in, every span lies in the text and every role is one the type takes."""
    text = " ".join(words)
    reading = read(text, {"Larnby": "location", "Quist": "official", "Operation Grey Heron": "operation"})
    for event in find_events(reading):
        assert {argument.role for argument in event.arguments} <= set(load_schema().event[event.type].roles)
        assert event.sentence.start <= event.start < event.end <= event.sentence.end
        assert all(0 <= span.start < span.end <= len(text) for span in spans_of(event))


@settings(max_examples=20, deadline=None)
@given(text=st.text(max_size=60))
def test_any_characters(read: Callable[..., Reading], text: str) -> None:
    """No characters make the search fail."""
    assert all(text[event.start : event.end] for event in find_events(read(text)))
