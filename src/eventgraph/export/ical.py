"""The timeline as a calendar (iCalendar, RFC 5545): whole days, and only those that are known.

A calendar has days and nothing coarser. What is known to the month, about a day, or by a bound only is
left out and counted, never put on a day that nobody named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from eventgraph.errors import NothingDated
from eventgraph.export.axis import Lacking, days, lacking, lacking_in_words
from eventgraph.export.chronology import places_in_words
from eventgraph.export.entries import Cited, Entry, entry
from eventgraph.export.page import safe_link
from eventgraph.graph.index import GraphIndex
from eventgraph.graph.words import visible
from eventgraph.model import Event, Graph
from eventgraph.vocabulary import FACTS

FINEST = "day"
CAUTION = "Machine-extracted; an arrest is not guilt."
LONGEST = 75
"""Octets of a line, without its end."""
LINE_END = "\r\n"
UNPUBLISHED = date(1970, 1, 1)
"""Stamped on events of a graph in which no document has a publication date."""


def render_ical(graph: Graph, events: Sequence[Event]) -> str:
    """The events that are known to the day as a calendar with CRLF line ends.

    No clock is read: an event is stamped with the publication of the newest document that tells it.
    NothingDated if no event is known to the day, since a calendar may not be empty.
    """
    index = GraphIndex(graph)
    counts = lacking(days(event.when) for event in events)
    placed = [(event, place) for event in events if not isinstance(place := days(event.when), Lacking)]
    if not placed:
        raise NothingDated(f"No event is known to the {FINEST}. {left_out(events)}".strip())
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//eventgraph//NONSGML {_text(graph.generator or 'eventgraph')}//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(graph.title or 'Timeline')}",
        f"X-WR-CALDESC:{_text(f'{CAUTION} {left_out(events)}'.strip())}",
        *(f"X-EVENTGRAPH-LEFT-OUT-{why.upper()}:{number}" for why, number in counts.items()),
    ]
    for event, (first, last) in placed:
        lines += _component(event, first, last, index)
    return "".join(folded(line) + LINE_END for line in [*lines, "END:VCALENDAR"])


def left_out(events: Sequence[Event]) -> str:
    """How many of the events a calendar has no day for, in words; "" if it has for all."""
    return lacking_in_words(lacking(days(event.when) for event in events), FINEST)


def folded(line: str) -> str:
    """A line in pieces of at most `LONGEST` octets, no character cut in two (RFC 5545, section 3.1)."""
    pieces, size = [""], 0
    for character in line:
        octets = len(character.encode("utf-8", "replace"))
        if size + octets > LONGEST:
            pieces.append("")
            size = 1  # the blank that begins what goes on
        pieces[-1] += character
        size += octets
    return f"{LINE_END} ".join(pieces)


def _component(event: Event, first: date, last: date, index: GraphIndex) -> Iterator[str]:
    told = entry(event, index)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.id)}@eventgraph"
    yield f"DTSTAMP:{_day(_stamp(event, index))}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if last < date.max:
        yield f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"
    yield f"SUMMARY:{_text(told.label)}"
    yield f"DESCRIPTION:{_text(*_description(told))}"
    if where := places_in_words(event, index):
        yield f"LOCATION:{_text(where)}"
    yield f"CATEGORIES:{_text(told.family_label)},{_text(told.kind)}"
    yield f"STATUS:{'CONFIRMED' if event.status in FACTS else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
    yield from _address(told)
    yield from _own(event)
    yield "END:VEVENT"


def _own(event: Event) -> Iterator[str]:
    """What iCalendar has no word for."""
    yield f"X-EVENTGRAPH-STATUS:{event.status}"
    if event.when:
        yield f"X-EVENTGRAPH-EDTF:{_text(event.when.edtf)}"
        yield f"X-EVENTGRAPH-PRECISION:{event.when.precision}"
        yield f"X-EVENTGRAPH-BASIS:{event.when.basis}"


def _description(told: Entry) -> Iterator[str]:
    yield f"\N{LEFT DOUBLE QUOTATION MARK}{told.quote}\N{RIGHT DOUBLE QUOTATION MARK}"
    yield ""
    if told.status:
        yield f"Status: {told.status}"
    yield f"Date: {told.when}, {told.basis}"
    yield from (f"{name}: {words}" for name, words in told.details)
    if told.claims:
        yield f"Sources differ: {'; '.join(told.claims)}"
    yield from (f"Source: {_citation(cited)}" for cited in told.cited)
    yield CAUTION


def _citation(cited: Cited) -> str:
    return ", ".join(filter(None, (cited.title, cited.published, cited.url)))


def _address(told: Entry) -> Iterator[str]:
    """The address of the first source that has one which stands on one line."""
    links = (safe_link(cited.url) for cited in told.cited)
    link = next((link for link in links if link and link.isascii() and link.isprintable()), "")
    if link and " " not in link:
        yield f"URL:{link}"


def _stamp(event: Event, index: GraphIndex) -> date:
    """When the newest document that tells the event was published, else the newest of all."""
    own = [index.documents[told.document].published for told in event.mentions]
    known = [day for day in own if day] or [d.published for d in index.graph.documents if d.published]
    return max(known, default=UNPUBLISHED)


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(*lines: str) -> str:
    """Lines as one value of type TEXT (RFC 5545, section 3.3.11), nothing in them unseen."""
    safe = (visible(" ".join(line.split())) for line in lines)
    return "\\n".join("".join(f"\\{c}" if c in "\\;," else c for c in line) for line in safe)
