"""Several tellings weighed: what is shown, and which claims differ from it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from eventgraph.link import conclude
from eventgraph.model import Event, Quantity, When
from eventgraph.vocabulary import ClaimAbout, ClaimState, Confidence, PlaceBasis, Status
from stories import Story, between, on

MONDAY, TUESDAY = on(date(2024, 3, 11)), on(date(2024, 3, 12))
WEEK = between(date(2024, 3, 11), date(2024, 3, 17))
CHOSEN, OTHER = ClaimState.CHOSEN, ClaimState.OTHER


def told(origin: str, day: int, number: int = 0, **more: object) -> Story:
    """A report of the ending of one operation, published on a day of March 2024."""
    text = f"Operation Tern ended on a day with {number} people, {origin} says."
    story = Story(origin, text, date(2024, 3, day) if day else None)
    heron = story.name("operation", "Operation Tern")
    quantities: Sequence[Quantity] = (story.number(str(number), number, "agent"),) if number else ()
    if "low" in more and quantities:
        quantities = [dataclasses.replace(quantities[0], high=None, qualifier="at least")]
        del more["low"]
    if "when" in more:
        more["when_span"] = story.span("a day")
    story.tell("operation", "ended", operation=heron, quantities=tuple(quantities), **more)  # type: ignore[arg-type]
    return story


def outcome(*stories: Story) -> Event:
    """The one event of these reports."""
    (event,) = conclude([story.observed() for story in stories]).events
    return event


def claims(event: Event, about: ClaimAbout) -> list[tuple[str, ClaimState]]:
    """The claims about one thing."""
    return [(claim.value, claim.state) for claim in event.claims if claim.about is about]


@pytest.mark.parametrize(
    ("first", "second", "shown", "claimed"),
    [
        (MONDAY, MONDAY, "2024-03-11", []),
        (MONDAY, TUESDAY, "2024-03-12", [("2024-03-12", CHOSEN), ("2024-03-11", OTHER)]),
        (MONDAY, WEEK, "2024-03-11/2024-03-17", []),
    ],
)
def test_dates(first: When, second: When, shown: str, claimed: list[tuple[str, ClaimState]]) -> None:
    """The latest report decides; an operation's whole span is better than a day in it."""
    event = outcome(told("a.txt", 13, when=first), told("b.txt", 14, when=second))
    assert event.when
    assert event.when.edtf == shown
    assert claims(event, ClaimAbout.WHEN) == claimed


@pytest.mark.parametrize(
    ("first", "second", "shown", "claimed"),
    [
        ((13, 12), (14, 12), 12, []),
        ((13, 120), (14, 134), 134, [("134", CHOSEN), ("120", OTHER)]),
        ((14, 120), (13, 134), 120, [("120", CHOSEN), ("134", OTHER)]),
        ((0, 120), (13, 134), 134, [("134", CHOSEN), ("120", OTHER)]),
    ],
)
def test_numbers(
    first: tuple[int, int], second: tuple[int, int], shown: int, claimed: list[tuple[str, ClaimState]]
) -> None:
    """The latest published number is shown, whatever the order of the files; unknown days count least."""
    event = outcome(told("a.txt", *first), told("b.txt", *second))
    assert [quantity.value for quantity in event.quantities] == [Decimal(shown)]
    assert claims(event, ClaimAbout.QUANTITY) == claimed


def test_a_bound_that_a_number_keeps_is_no_dispute() -> None:
    """The words at least 100 and 120 agree; of one day the exact one is shown."""
    event = outcome(told("a.txt", 13, 100, low=True), told("b.txt", 13, 120))
    assert [quantity.value for quantity in event.quantities] == [Decimal(120)]
    assert event.claims == ()


def test_status() -> None:
    """What was planned and then happened has happened; both are claims, with their days."""
    event = outcome(told("a.txt", 13, status=Status.PLANNED), told("b.txt", 14))
    assert event.status is Status.HAPPENED
    assert claims(event, ClaimAbout.STATUS) == [("happened", CHOSEN), ("planned", OTHER)]
    assert [claim.published for claim in event.claims] == [date(2024, 3, 14), date(2024, 3, 13)]


def test_confidence_is_that_of_the_most_direct_telling() -> None:
    """One clear sentence is enough."""
    weak, stated = told("a.txt", 13, confidence=Confidence.WEAK), told("b.txt", 14)
    assert outcome(weak).confidence is Confidence.WEAK
    assert outcome(weak, stated).confidence is Confidence.STATED


def test_parts_point_to_the_whole_that_is_shown() -> None:
    """A part of a number that a later one replaced is a part of nothing."""
    first = Story("a.txt", "Operation Tern ended with 120 held, 30 of them girls.", date(2024, 3, 13))
    tern = first.name("operation", "Operation Tern")
    whole = first.number("120", 120)
    part = first.number("30", 30, part_of=whole.span)
    first.tell("operation", "ended", operation=tern, quantities=(whole, part))
    assert [quantity.part_of for quantity in outcome(first).quantities] == [None, whole.mention_id]
    both = outcome(first, told("b.txt", 14, 134))
    assert {(quantity.text, quantity.part_of) for quantity in both.quantities} >= {("134", None)}


def test_a_dateline_gives_way_to_a_place_in_the_text() -> None:
    """It is a last resort."""
    story = Story("a.txt", "LARNBY - A hearing was held in Tarbridge.", None)
    line, place = story.name("location", "LARNBY"), story.name("location", "Tarbridge")
    both = (*story.where(line, PlaceBasis.DATELINE), *story.where(place))
    story.tell("hearing", "hearing", places=both)
    assert [place.text for place in outcome(story).places] == ["Tarbridge"]


def test_places_that_differ_are_claims() -> None:
    """Reports of one operation that place it elsewhere: the latest is shown."""
    stories = []
    for origin, day, place in (("a.txt", 13, "Larnby"), ("b.txt", 14, "Tarbridge")):
        story = Story(origin, f"Operation Tern ended in {place} today.", date(2024, 3, day))
        tern, where = story.name("operation", "Operation Tern"), story.name("location", place)
        story.tell("operation", "ended", operation=tern, places=story.where(where))
        stories.append(story)
    event = outcome(*stories)
    assert [place.text for place in event.places] == ["Tarbridge"]
    assert claims(event, ClaimAbout.PLACE) == [("location:tarbridge", CHOSEN), ("location:larnby", OTHER)]
