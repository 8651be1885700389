"""Documents that revise what was told: happenings marked in a line of text, dates found in it.

``*hearing*`` is the trigger of a happening, ``#120#`` a number of people it counts
in its sentence; "Ada Quist" is an official who undergoes it, Larnby and Tarbridge are places,
"Operation Tern" is what it belongs to.
A happening has the last date of its sentence, as a reader in a hurry would take it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from eventgraph.link import conclude
from eventgraph.model import Event, Graph, Quantity, Span
from eventgraph.times import find_times
from eventgraph.vocabulary import ClaimAbout, Status
from stories import Story

MARK = re.compile(r"\*([^*]+)\*|#(\d+)#")
NAMES = {
    "Larnby": "location",
    "Tarbridge": "location",
    "Ada Quist": "official",
    "Operation Tern": "operation",
}


def reading(marked: str, kind: str = "hearing", day: str = "2024-02-25", origin: str = "a.txt") -> Story:
    """One document, published on a day, with its happenings of one type."""
    text = MARK.sub(lambda mark: mark[1] or mark[2], marked)
    story = Story(origin, text, date.fromisoformat(day))
    story.times = list(find_times(text, story.published, document=story.id))
    for words, type_ in NAMES.items():
        for found in re.finditer(words, text):
            nth = len(re.findall(words, text[: found.start()])) + 1
            story.name(type_, words, nth)
    triggers, numbers = _marks(marked, story)
    for trigger in triggers:
        _tell(story, kind, trigger, [q for q in numbers if story.sentence(trigger).contains(q)])
    return story


def _marks(marked: str, story: Story) -> tuple[list[Span], list[Quantity]]:
    """Where the triggers and the numbers stand in the text without marks."""
    triggers, numbers, shift = [], [], 0
    for mark in MARK.finditer(marked):
        words, start = mark[1] or mark[2], mark.start() - shift
        span = Span(story.id, start, start + len(words))
        shift += len(mark[0]) - len(words)
        if mark[1]:
            triggers.append(span)
        else:
            number = story.number(words, int(words))
            numbers.append(replace(number, start=span.start, end=span.end))
    return triggers, numbers


def _tell(story: Story, kind: str, trigger: Span, numbers: list[Quantity]) -> None:
    """A happening with what its sentence says."""
    sentence = story.sentence(trigger)
    dates = [t for t in story.times if t.when and not t.parts and sentence.contains(t)]
    named = [mention for mention in story.mentions if sentence.contains(mention)]
    operations = [m.span for m in named if m.type == "operation"]
    places = [story.where(m.span) for m in named if m.type == "location"][:1]
    words = story.text[trigger.start : trigger.end]
    nth = len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", story.text[: trigger.start])) + 1
    when = dates[-1].when if dates else None
    later = bool(when and when.earliest and story.published and when.earliest > story.published)
    story.tell(
        kind,
        words,
        {"patient": [m.span for m in named if m.type == "official"][:1]},
        nth=nth,
        when=when,
        when_span=dates[-1].span if dates else None,
        places=places[0] if places else (),
        quantities=tuple(numbers),
        operation=operations[0] if operations else None,
        status=Status.PLANNED if later else Status.HAPPENED,
    )


def graph_of(*stories: Story) -> Graph:
    """The graph of these documents."""
    return conclude([story.observed() for story in stories])


def happening(*stories: Story) -> Event:
    """The one event of these documents, an operation's own aside."""
    (event,) = [event for event in graph_of(*stories).events if event.type != "operation"]
    return event


def claims(event: Event, about: ClaimAbout) -> dict[str, str]:
    """The state of each value that is claimed about one thing."""
    return {claim.value: claim.state.value for claim in event.claims if claim.about is about}
