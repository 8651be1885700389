"""JSON Lines: a line that is broken is lost alone."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.read.jsonl import read_jsonl
from eventgraph.read.records import Flaw, Record

GOOD = '{"id": "a1", "text": "Police held two."}'
RECORD = Record(text="Police held two.", mark="a1")


@pytest.mark.parametrize(
    ("line", "record"),
    [
        (GOOD, RECORD),
        ('{"text": "Two."}', Record(text="Two.", mark="1")),
        ('{"text": "Two.", "id": 17}', Record(text="Two.", mark="17")),
        ('{"text": "Two.", "id": ""}', Record(text="Two.", mark="1")),
        ('{"text": "Two.", "id": "a\\nb"}', Record(text="Two.", mark="1")),
        ('{"text": "Two.", "id": ["a"]}', Record(text="Two.", mark="1")),
        (
            '{"text": "Two.", "title": "a\\u0000\\u202eb\\u001b[2J"}',
            Record(text="Two.", title="ab[2J", mark="1"),
        ),
        ('{"text": "Two.", "score": NaN}', Record(text="Two.", mark="1")),
        ('{"text": " Two.\\r\\nThree. "}', Record(text=" Two.\r\nThree. ", mark="1")),
        ('{"text": "Two\\u2028men."}', Record(text="Two\u2028men.", mark="1")),
        ('{"text": "Two\u2028men."}', Record(text="Two\u2028men.", mark="1")),
        (
            '{"text": "T", "title": " A\\n b", "publisher": "P", "url": "u", "published": "2024-03-14T09"}',
            Record(text="T", title="A b", publisher="P", url="u", published=date(2024, 3, 14), mark="1"),
        ),
        ('{"text": "T", "date": "March 14, 2024"}', Record(text="T", published=date(2024, 3, 14), mark="1")),
        ('{"text": "T", "date": "2024-03", "title": 7}', Record(text="T", mark="1")),
    ],
)
def test_record(line: str, record: Record) -> None:
    """A line with a text is a record, its text as given, its id or line number its mark."""
    assert list(read_jsonl(line.encode())) == [record]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not JSON"),
        ('{"text": "Two."', "not JSON"),
        ("[" * 100_000, "not JSON"),
        ('["text"]', "not a JSON object"),
        ('"text"', "not a JSON object"),
        ('{"title": "Two."}', 'no "text"'),
        ('{"text": null}', 'no "text"'),
        ('{"text": 7}', '"text" is no string'),
        ('{"text": "a\\u0000b"}', "no Unicode text"),
        ('{"text": "a\\ud800b"}', "no Unicode text"),
    ],
)
def test_broken_line_is_lost_alone(line: str, message: str) -> None:
    """A line that is no record is a flaw with its number; the lines around it are read."""
    before, flaw, after = read_jsonl(f"{GOOD}\n{line}\r\n\n{GOOD}".encode())
    assert (before, after) == (RECORD, RECORD)
    assert isinstance(flaw, Flaw)
    assert flaw.line == 2
    assert message in flaw.message


@settings(deadline=None)
@given(st.lists(st.text().filter(lambda text: "\0" not in text)))
def test_texts_come_back_as_given(texts: list[str]) -> None:
    """Every text comes back, character for character, in order."""
    lines = "\n".join(json.dumps({"text": text}, ensure_ascii=len(text) % 2 == 0) for text in texts)
    found = list(read_jsonl(lines.encode()))
    if texts:
        assert [record.text for record in found if isinstance(record, Record)] == texts
