"""Records of a graph: ids as concluded, words as observed."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec import structs

from eventgraph.evaluate import read_records, records, write_records
from eventgraph.evaluate.layout import RelationRecord
from eventgraph.evaluate.records import date_record
from eventgraph.graph.index import record_id
from eventgraph.model import (
    Argument,
    Document,
    EventMention,
    Mention,
    Observations,
    PlaceReference,
    Quantity,
    RelationMention,
    Span,
    TimeMention,
    When,
)
from eventgraph.vocabulary import Basis, MentionKind, Precision, Status, TimexType
from samples import FIRST, SAMPLE, SECOND, at


def day(text: str | None) -> date | None:
    """A day, or none."""
    return date.fromisoformat(text) if text else None


def when(begin: Sequence[str | None], end: Sequence[str | None]) -> When:
    """A date with these bounds; what else it says is of no account here."""
    first, second = (day(begin[0]), day(begin[1])), (day(end[0]), day(end[1]))
    return When(begin=first, end=second, precision=Precision.DAY, edtf=begin[0] or "", basis=Basis.EXPLICIT)


MARCH_12 = when(("2024-03-12",) * 2, ("2024-03-12",) * 2)

OBSERVED = (
    Observations(
        document=FIRST,
        times=(TimeMention(*at(FIRST, "Tuesday"), type=TimexType.DATE, value="2024-03-12", when=MARCH_12),),
        mentions=(
            Mention(*at(FIRST, "Port Authority Police"), type="agency", name="Port Authority Police"),
            Mention(*at(FIRST, "Ada Quist"), type="official", name="Ada Quist", kind=MentionKind.NOMINAL),
        ),
        events=(
            EventMention(
                *at(FIRST, "arrested"),
                type="arrest",
                lemma="arrest",
                sentence=Span(FIRST.id, 0, 105),
                status=Status.ALLEGED,
                when=MARCH_12,
                arguments=(
                    Argument(*at(FIRST, "people"), role="patient"),
                    Argument(*at(FIRST, "Port Authority Police"), role="agent"),
                ),
                places=(PlaceReference(*at(FIRST, "Larnby")),),
                quantities=(
                    Quantity(
                        *at(FIRST, "at least 12"),
                        value=Decimal(12),
                        low=Decimal(12),
                        high=None,
                        what="people",
                    ),
                ),
            ),
        ),
    ),
    Observations(
        document=SECOND,
        events=(
            EventMention(
                *at(SECOND, "arrested"), type="arrest", lemma="arrest", sentence=Span(SECOND.id, 0, 67)
            ),
        ),
    ),
)


def test_the_format(tmp_path: Path) -> None:
    """A line of the file has the keys and values of the record format, with what was observed there."""
    write_records(records(SAMPLE, OBSERVED), tmp_path / "records.jsonl")
    lines = (tmp_path / "records.jsonl").read_text(encoding="utf-8").splitlines()
    first, second = map(json.loads, lines)
    layers = ["entities", "times", "ranges", "events", "relations"]
    assert list(first) == ["id", "text", "published", *layers]
    assert (first["id"], first["text"], first["published"]) == (FIRST.origin, FIRST.text, "2024-03-14")
    start = FIRST.text.index("Ada Quist")
    assert {
        "start": start,
        "end": start + 9,
        "type": "official",
        "id": "official:ada-quist",
        "mention": "NOM",
    } in first["entities"]
    assert first["times"][0] == {
        "start": 67,
        "end": 74,
        "type": "DATE",
        "value": "2024-03-12",
        "mod": None,
        "dated": {
            "edtf": "2024-03-12",
            "earliest": "2024-03-12",
            "latest": "2024-03-12",
            "precision": "day",
            "basis": "explicit",
        },
    }
    assert first["events"][0] == {
        "start": 26,
        "end": 34,
        "type": "arrest",
        "id": "arrest:aaaaaaaa",
        "lemma": "arrest",
        "status": "alleged",
        "args": [
            {"start": 4, "end": 25, "role": "agent"},
            {"start": 47, "end": 53, "role": "patient"},
            {"start": 57, "end": 63, "role": "place"},
        ],
        "quantities": [{"start": 35, "end": 46, "value": 12, "low": 12, "high": None, "what": "people"}],
        "time": {"value": "2024-03-12", "begin": "2024-03-12", "end": "2024-03-12"},
    }
    assert second["events"][0]["id"] == "arrest:aaaaaaaa"


def test_what_the_sentence_does_not_say_is_taken_from_the_event() -> None:
    """A telling without a date of its own has the event's; its numbers stay its own."""
    second = list(records(SAMPLE, OBSERVED))[1]
    arrest = second.events[0]
    assert arrest.time is not None
    assert arrest.time.value == "2024-03-12"
    assert arrest.quantities == ()
    assert arrest.status == "happened"


def test_mentions_that_nobody_observed_are_told_by_the_graph() -> None:
    """An event without an observation keeps its id, type, status and date."""
    first = next(records(SAMPLE, OBSERVED))
    smuggled = next(event for event in first.events if event.type == "trafficking")
    assert (smuggled.status, smuggled.args) == ("alleged", ())
    assert smuggled.time is not None
    assert smuggled.time.value == "2024-02"


def test_records_come_in_the_order_of_the_observations() -> None:
    """The order is that of reading, not of ids; a document without anything has a record too."""
    empty = Document(id="0", origin="feed.jsonl#x", text="Nothing.")
    observed = [*reversed(OBSERVED), Observations(document=empty)]
    found = list(records(SAMPLE, observed))
    assert [record.id for record in found] == [SECOND.origin, FIRST.origin, "x"]
    assert not found[-1].entities
    assert not found[-1].events
    assert found[-1].published is None


def test_rejected_mentions_are_left_out() -> None:
    """What the graph no longer holds is in no record."""
    without = dataclasses.replace(SAMPLE, entities=(), events=())
    assert not any(record.entities or record.events for record in records(without, OBSERVED))


def test_ranges_lie_apart_from_their_dates() -> None:
    """Times are the dates that a text writes; what joins some of them is listed as a range."""
    (time,) = OBSERVED[0].times
    whole = dataclasses.replace(time, start=time.start - 3, parts=(time.span,))
    observed = dataclasses.replace(OBSERVED[0], times=(whole, time))
    found = next(records(SAMPLE, [observed]))
    assert [(item.start, item.end) for item in found.times] == [(time.start, time.end)]
    assert [(item.start, item.end) for item in found.ranges] == [(whole.start, time.end)]


def test_relations_are_told_where_their_words_stand() -> None:
    """A document has the relations told in it, once each, where it first tells them, with its own status."""
    (post,) = SAMPLE.relations
    words, again = Span(*at(SECOND, "Chief Quist")), Span(*at(SECOND, "A hearing"))
    graph = dataclasses.replace(
        SAMPLE, relations=(dataclasses.replace(post, mentions=(*post.mentions, again, words)),)
    )
    told = RelationMention(
        words.document, words.start, words.end, type=post.type, subject=words, status=Status.ALLEGED
    )
    observed = [OBSERVED[0], dataclasses.replace(OBSERVED[1], relations=(told,))]
    first, second = (record.relations for record in records(graph, observed))
    (where,) = post.mentions
    record = RelationRecord(type=post.type, subject=post.subject, object=post.object, label=post.label)
    assert first == (structs.replace(record, start=where.start, end=where.end, status="happened"),)
    assert second == (structs.replace(record, start=words.start, end=words.end, status="alleged"),)
    assert [record.relations for record in records(SAMPLE, OBSERVED)][1] == ()


def test_what_was_written_is_read(tmp_path: Path) -> None:
    """Reading gives the records that were written, and writing them again the same bytes."""
    found = tuple(records(SAMPLE, OBSERVED))
    path = tmp_path / "records.jsonl"
    write_records(found, path)
    again = read_records(path)
    assert again == found
    data = path.read_bytes()
    write_records(again, path)
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("origin", "name"),
    [
        ("crime/a.txt", "crime/a.txt"),
        ("feed.jsonl#17", "17"),
        ("x/feed.jsonl#mombasa-ivory", "mombasa-ivory"),
        ("gold.jsonl#feed.jsonl#7", "feed.jsonl#7"),
        ("case #4.txt", "case #4.txt"),
    ],
)
def test_ids(origin: str, name: str) -> None:
    """A record of a JSONL file keeps its own id; any other document is named by its origin."""
    assert record_id(Document(id="0", origin=origin, text="")) == name


@pytest.mark.parametrize(
    ("begin", "end", "value", "first", "last"),
    [
        (("2024-03-12",) * 2, ("2024-03-12",) * 2, "2024-03-12", "2024-03-12", "2024-03-12"),
        (("2023-07-01", "2023-07-31"),) * 2 + ("2023-07",) * 3,
        (("2023-12-01", "2023-12-31"),) * 2 + ("2023-12",) * 3,
        (("2024-02-01", "2024-02-28"),) * 2 + ("2024-02-01/2024-02-28", "2024-02-01", "2024-02-28"),
        (("2024-02-01", "2024-02-29"),) * 2 + ("2024-02",) * 3,
        (("2012-01-01", "2012-12-31"),) * 2 + ("2012",) * 3,
        (("9999-01-01", "9999-12-31"),) * 2 + ("9999-01-01/9999-12-31", "9999-01-01", "9999-12-31"),
        (("2023-11-01",) * 2, ("2023-12-07",) * 2, "2023-11-01/2023-12-07", "2023-11-01", "2023-12-07"),
        (("2023-11-01", "2023-12-07"),) * 2 + ("2023-11-01/2023-12-07", "2023-11-01", "2023-12-07"),
        (("2023-05-01", "2023-05-31"), (None, None), None, "2023-05", None),
        ((None, "2024-01-24"), (None, "2024-01-24"), None, None, "2024-01-24"),
        ((None, None), (None, None), None, None, None),
    ],
)
def test_dates(
    begin: Sequence[str | None],
    end: Sequence[str | None],
    value: str | None,
    first: str | None,
    last: str | None,
) -> None:
    """A date goes as far as the words do: a month stays a month, a bound a bound."""
    found = date_record(when(begin, end))
    assert (found.value, found.begin, found.end) == (value, first, last)
