"""The calendar: read back by a library, whole days only, with status and source."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from eventgraph.errors import NothingDated
from eventgraph.export.ical import folded, left_out, render_ical
from eventgraph.graph.select import chronology
from hostile_markup import ADDRESSES, HOSTILE
from samples import FIRST, SAMPLE, TUESDAY
from snapshotting import Snapshot

EVENTS = chronology(SAMPLE.events)
ARREST = next(event for event in EVENTS if event.type == "arrest")


def read(text: str) -> Any:  # noqa: ANN401 (the library's)
    """The calendar as the library reads it; it must find nothing wrong."""
    calendar = Calendar.from_ical(text)
    assert [error for part in calendar.walk() for error in part.errors] == []
    return calendar


def test_the_whole_file(snapshot: Snapshot) -> None:
    """The sample as a calendar (here with LF line ends)."""
    snapshot(render_ical(SAMPLE, EVENTS).replace("\r\n", "\n"), "timeline.ics")


def test_only_what_is_known_to_the_day() -> None:
    """A month, an open span and the undated are left out, and counted in the file and in words."""
    calendar = read(render_ical(SAMPLE, EVENTS))
    (found,) = calendar.walk("VEVENT")
    assert found["uid"] == "arrest:aaaaaaaa@eventgraph"
    assert (found["dtstart"].dt, found["dtend"].dt) == (date(2024, 3, 12), date(2024, 3, 13))
    assert found["dtstamp"].dt == datetime(2024, 3, 16, tzinfo=UTC)
    assert found["status"] == "CONFIRMED"
    assert left_out(EVENTS) == "Left out: 2 undated, 1 open, 1 known less finely than to the day."
    assert "Left out: 2 undated\\, 1 open\\, 1 known" in render_ical(SAMPLE, EVENTS).replace("\r\n ", "")
    assert [int(calendar[f"x-eventgraph-left-out-{why}"]) for why in ("undated", "open", "coarse")] == [
        2,
        1,
        1,
    ]
    for words in (
        "“The Port Authority Police arrested",
        "reckoned from the publication date",
        "Harbour Post",
    ):
        assert words in found["description"]


def test_what_is_no_fact_says_so() -> None:
    """The summary begins with the status, and no such event is confirmed."""
    events = [replace(event, when=TUESDAY) for event in EVENTS]
    found = {event["summary"]: event["status"] for event in read(render_ical(SAMPLE, events)).walk("VEVENT")}
    assert found["Alleged: 40 kg of cocaine smuggled"] == found["Planned: Hearing"] == "TENTATIVE"


def test_a_span_ends_on_its_last_day() -> None:
    """DTEND is the day after; the last day of all has none."""
    first, last = (date(2023, 11, 1),) * 2, (date(2023, 12, 7),) * 2
    span = replace(ARREST, when=replace(TUESDAY, begin=first, end=last))
    (found,) = read(render_ical(SAMPLE, [span])).walk("VEVENT")
    assert (found["dtstart"].dt, found["dtend"].dt) == (date(2023, 11, 1), date(2023, 12, 8))
    never = replace(ARREST, when=replace(TUESDAY, begin=(date.max, date.max), end=(date.max, date.max)))
    assert "DTEND" not in render_ical(SAMPLE, [never])


def test_without_publication_dates_no_clock_is_read() -> None:
    """The stamp is always the same, then."""
    graph = replace(SAMPLE, documents=tuple(replace(d, published=None) for d in SAMPLE.documents))
    assert "DTSTAMP:19700101T000000Z" in render_ical(graph, EVENTS)


def test_nothing_known_to_the_day_is_an_error() -> None:
    """A calendar may not be empty, so none is made."""
    with pytest.raises(NothingDated, match=r"No event is known to the day\. Left out: 2 undated"):
        render_ical(SAMPLE, [event for event in EVENTS if event is not ARREST])


@pytest.mark.parametrize("url", ADDRESSES)
@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stay_in_their_line(words: str, url: str) -> None:
    """Whatever a document holds, there is one event and the words are read back as shown everywhere."""
    document = replace(FIRST, title=words, publisher=words, url=url)
    graph = replace(SAMPLE, title=words, documents=(document, *SAMPLE.documents[1:]))
    text = render_ical(graph, [replace(ARREST, label=words)])
    (found,) = read(text).walk("VEVENT")
    assert len([line for line in text.split("\r\n") if line.startswith(("BEGIN:", "END:"))]) == 4
    plain = " ".join(words.split())
    if plain.isprintable():
        assert found["summary"] == plain
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")


@given(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"])))
def test_folding_loses_nothing(line: str) -> None:
    """Unfolding gives the line back; no piece is longer than 75 octets."""
    made = folded(line)
    assert made.replace("\r\n ", "") == line
    assert all(len(piece.encode()) <= 75 for piece in made.split("\r\n"))
