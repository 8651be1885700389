"""What a text says was moved to another day: the new day is shown, the old one is superseded."""

from __future__ import annotations

import pytest

from eventgraph.vocabulary import ClaimAbout
from revising import claims, graph_of, happening, reading

OLD, NEW = "2024-03-03", "2024-03-10"


@pytest.mark.parametrize(
    "text",
    [
        "The *hearing* was moved from 3 March 2024 to 10 March 2024.",
        "The *hearing* of Ada Quist, set for 3 March 2024, was moved to 10 March 2024.",
        "The *hearing*, originally scheduled for 3 March 2024, has been rescheduled for 10 March 2024.",
        "The *hearing* due on 3 March 2024 was again adjourned until 10 March 2024.",
        "The *hearing*, postponed from 3 March 2024 to 10 March 2024, is public.",
        "A judge moved the *hearing* of Ada Quist from 3 March 2024 to 10 March 2024.",
        "Court moves *hearing* planned for 3 March 2024 to 10 March 2024.",
        "They pushed the long-awaited *hearing* back from 3 March 2024 to 10 March 2024.",
        "The *hearing* originally set for 3 March 2024 will now be held on 10 March 2024.",
        "The *hearing*, which had been scheduled for 3 March 2024, takes place on 10 March 2024 instead.",
        "The *hearing* listed for 3 March 2024 was put back to the morning of 10 March 2024.",
    ],
)
def test_moved(text: str) -> None:
    """By a verb with its subject or object, or by saying what it was first set for."""
    event = happening(reading(text))
    assert event.when
    assert event.when.edtf == NEW
    assert claims(event, ClaimAbout.WHEN) == {NEW: "chosen", OLD: "superseded"}


@pytest.mark.parametrize("verb", ["brought forward", "moved up", "moved forward"])
def test_brought_forward(verb: str) -> None:
    """To an earlier day than it was set for."""
    event = happening(
        reading(f"The *meeting* planned for 10 March 2024 was {verb} to 3 March 2024.", "meeting")
    )
    assert claims(event, ClaimAbout.WHEN) == {OLD: "chosen", NEW: "superseded"}


@pytest.mark.parametrize("verb", ["postponed", "put off", "deferred"])
def test_put_off_to_no_day(verb: str) -> None:
    """The day that no longer holds is not shown, and no other is invented."""
    event = happening(reading(f"The *trial* scheduled for 3 March 2024 was {verb}.", "trial"))
    assert event.when is None
    assert claims(event, ClaimAbout.WHEN) == {OLD: "superseded"}


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("The *hearing* was moved to Tarbridge on 10 March 2024.", "hearing", NEW),
        ("The *hearing* was moved to a larger room for 10 March 2024.", "hearing", NEW),
        ("Lawyers moved to dismiss the *appeal* on 10 March 2024.", "appeal", NEW),
        ("The *appeal* moved the crowd on 10 March 2024.", "appeal", NEW),
        ("After the *hearing* on 3 March 2024 the case was moved to 10 March 2024.", "hearing", NEW),
        ("The *hearing* was not moved from 10 March 2024.", "hearing", NEW),
        ("Lawyers asked that the *hearing* on 10 March 2024 be postponed.", "hearing", NEW),
        ("The suspects were moved on 10 March 2024 before the *hearing*.", "hearing", NEW),
        ("The *arrest* of two men delayed the opening until 10 March 2024.", "arrest", NEW),
        ("The *hearing* on 10 March 2024 was delayed for an hour.", "hearing", NEW),
        ("The *hearing*, set for 10 March 2024, is public.", "hearing", NEW),
    ],
)
def test_moved_in_another_sense(text: str, kind: str, shown: str) -> None:
    """Another room, a lawyer's motion, a mere wish, what cannot be set for a day: no date gives way."""
    event = happening(reading(text, kind))
    assert event.when
    assert event.when.edtf == shown
    assert event.claims == ()


def test_two_reports_of_what_was_moved_are_one_happening() -> None:
    """Though their days exclude each other: the old one is told, or was planned and nothing else fits."""
    before = reading(
        "The *hearing* of Ada Quist in Larnby is set for 3 March 2024.", day="2024-02-20", origin="a"
    )
    told = "The *hearing* of Ada Quist in Larnby was moved from 3 March 2024 to 10 March 2024."
    untold = "The *hearing* of Ada Quist in Larnby was moved to 10 March 2024."
    after = reading(
        "The *hearing* of Ada Quist in Larnby was on 10 March 2024.", day="2024-03-12", origin="c"
    )
    for text in (told, untold):
        event = happening(before, reading(text, origin="b"), after)
        assert event.when
        assert event.when.edtf == NEW
        assert claims(event, ClaimAbout.WHEN) == {NEW: "chosen", OLD: "superseded"}


@pytest.mark.parametrize(
    "other",
    [
        "The *hearing* of Ada Quist in Larnby was on 3 February 2024.",
        "The *hearing* in Tarbridge of a clerk is set for 3 March 2024.",
    ],
)
def test_another_happening_stays_apart_from_what_was_moved(other: str) -> None:
    """One that is over, and one of somebody else elsewhere."""
    moved = reading("The *hearing* of Ada Quist in Larnby was moved to 10 March 2024.", origin="b")
    graph = graph_of(reading(other, day="2024-02-20", origin="a"), moved)
    assert len(graph.events) == 2
    assert all(event.claims == () for event in graph.events)


def test_a_later_plan_is_not_undone_by_an_earlier_move() -> None:
    """Only what was told before can have been moved: the next hearing is another."""
    moved = reading("The *hearing* of Ada Quist in Larnby was moved to 10 March 2024.", day="2024-02-20")
    later = reading(
        "The *hearing* of Ada Quist in Larnby is set for 3 June 2024.", day="2024-04-01", origin="b"
    )
    assert len(graph_of(moved, later).events) == 2
