"""The timeline as JSON of TimelineJS 3 (https://timeline.knightlab.com/docs/json-format.html).

TimelineJS takes headlines and texts for HTML, undoes escapes when it cleans them, and then turns what
looks like an address into a link without looking for quotes in it. So words are escaped, "www." is
broken up, and only the plainest addresses become links of ours.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from eventgraph.errors import NothingDated
from eventgraph.export.axis import Lacking, Unit, lacking, lacking_in_words, stretch
from eventgraph.export.chronology import counted
from eventgraph.export.entries import Cited, Entry, entry
from eventgraph.graph.index import GraphIndex
from eventgraph.graph.words import visible
from eventgraph.model import Event, Graph

CAUTION = "Machine-extracted; an arrest is not guilt."
FINEST = "year"
"""What an event must be known to for a place on the axis."""

WITHOUT_SCHEME = re.compile(r"www(?=\.)", re.IGNORECASE)
PLAIN_LINK = re.compile(r"https?://[A-Za-z0-9](?:(?!\bwww\.)[A-Za-z0-9\-._~%/?#&=+:,;!()*])*")
"""Addresses of which no part can be mistaken for something else within a text that becomes HTML."""


def render_timelinejs(graph: Graph, events: Sequence[Event]) -> str:
    """The events that have a place on an axis, behind a title that tells how many have none.

    NothingDated if none has: TimelineJS takes no empty timeline.
    """
    index = GraphIndex(graph)
    slides = [slide for event in events if (slide := _slide(event, index))]
    if not slides:
        raise NothingDated(f"No event is known to the {FINEST}. {left_out(events)}".strip())
    shown = (
        f"{len(slides)} of {len(events)} events are shown." if len(slides) < len(events) else counted(events)
    )
    title = f"{_paragraph(shown)}{_paragraph(left_out(events))}{_paragraph(CAUTION)}"
    made = {
        "scale": "human",
        "title": {
            "unique_id": "title",
            "text": {"headline": _safe(graph.title or "Timeline"), "text": title},
        },
        "events": slides,
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def left_out(events: Sequence[Event]) -> str:
    """How many of the events TimelineJS has no place for, in words; "" if it has for all."""
    return lacking_in_words(lacking(stretch(event.when) for event in events), FINEST)


def _slide(event: Event, index: GraphIndex) -> dict[str, Any] | None:
    place = stretch(event.when)
    if isinstance(place, Lacking):
        return None
    told = entry(event, index)
    start, end = place
    shown = re.sub("[<>&]", "", visible(told.when))
    made = {
        "unique_id": event.id.replace(":", "-"),
        "group": told.family_label,
        "display_date": shown,
        "start_date": _date(start, shown),
        "text": {"headline": _safe(told.label), "text": "".join(_text(told))},
    }
    if end:
        made["end_date"] = _date(end, shown)
    return made


def _date(at: Unit, shown: str) -> dict[str, Any]:
    return {**at.numbers, "display_date": shown}


def _text(told: Entry) -> Iterator[str]:
    quoted = f"{_safe(told.before, ends=True)}<b>{_safe(told.trigger)}</b>{_safe(told.after, ends=True)}"
    yield f"<blockquote>{quoted.strip()}</blockquote>"
    yield "".join(f"<p>{name}: {_safe(words)}</p>" for name, words in told.details)
    if told.claims:
        yield _paragraph(f"Sources differ: {'; '.join(told.claims)}.")
    status = f"{told.status}. " if told.status else ""
    yield _paragraph(f"{told.kind}. {status}Date {told.basis}.")
    yield f"<p>Source: {'; '.join(map(_source, told.cited))}</p>"


def _source(cited: Cited) -> str:
    title, day = _safe(cited.title), _safe(cited.published)
    if not PLAIN_LINK.fullmatch(cited.url):
        return f"{title}, {day}"
    return f'<a href="{html.escape(cited.url)}" target="_blank" rel="noopener noreferrer">{title}</a>, {day}'


def _paragraph(text: str) -> str:
    return f"<p>{_safe(text)}</p>" if text else ""


def _safe(text: str, *, ends: bool = False) -> str:
    """Text as HTML that shows it and nothing else; with ``ends`` a blank at either end stays."""
    words = " ".join(text.split())
    if ends and words:
        words = f"{' ' * text[0].isspace()}{words}{' ' * text[-1].isspace()}"
    elif ends and text:
        words = " "
    return WITHOUT_SCHEME.sub(r"\g<0><wbr>", html.escape(visible(words)))
