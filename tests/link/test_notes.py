"""Notes that correct what was published: what they call wrong is withdrawn, and is not shown."""

from __future__ import annotations

import pytest

from eventgraph.vocabulary import ClaimAbout, Status
from revising import claims, graph_of, happening, reading

BODY = "Police *arrested* #120# people in Larnby on 1 March 2024.\n\n"


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this article said #134# people were *arrested*.",
        "Correction (3 March): An earlier version of this article said #134# people were *arrested*.",
        "CLARIFICATION: A previous version of this story misstated the number *arrested* as #134#.",
        "Correction: #120# people were *arrested* in Larnby, not 134.",
        "Correction: #120# people were *arrested* in Larnby rather than 134.",
        "An earlier version of this report wrongly said #134# people were *arrested*.",
        "This article originally said that #134# people were *arrested*; it was #120#.",
        "Editor's note: A previous report gave the number *arrested* as #134#. The correct number is 120.",
        "Police *arrested* #120# people in Larnby, not the 134 first reported.",
        "Police *arrested* #120# people in Larnby, rather than 134 as initially announced.",
        "Police retracted a statement that #134# people were *arrested*.",
    ],
)
def test_a_number_is_withdrawn(note: str) -> None:
    """By a label with "not", or by words on an earlier version; the note tells no happening of its own."""
    event = happening(reading(BODY + note, "arrest"))
    assert [quantity.text for quantity in event.quantities] == ["120"]
    assert claims(event, ClaimAbout.QUANTITY) == {"120": "chosen", "134": "withdrawn"}


@pytest.mark.parametrize(
    "note",
    [
        "Correction: The *hearing* is on 10 March 2024, not 3 March 2024.",
        "Correction: The *hearing* is on 10 March 2024 and not on 3 March 2024.",
        "Clarification: An earlier version of this article said the *hearing* was on 3 March 2024.",
        "An earlier version of this article misstated the date of the *hearing* as 3 March 2024.",
        "This story previously said the *hearing* was on 3 March 2024; it is on 10 March 2024.",
    ],
)
def test_a_date_is_withdrawn(note: str) -> None:
    """The one that holds is shown."""
    event = happening(reading("The *hearing* will be on 10 March 2024.\n\n" + note))
    assert event.when
    assert event.when.edtf == "2024-03-10"
    assert claims(event, ClaimAbout.WHEN) == {"2024-03-10": "chosen", "2024-03-03": "withdrawn"}


@pytest.mark.parametrize(
    "note",
    [
        "Correction: The *raid* was in Larnby, not in Tarbridge.",
        "An earlier version of this article misstated the place of the *raid* as Tarbridge.",
    ],
)
def test_a_place_is_withdrawn(note: str) -> None:
    """What is where by a mistake is no longer shown there."""
    event = happening(reading("The *raid* in Larnby took an hour.\n\n" + note, "search"))
    assert [place.text for place in event.places] == ["Larnby"]
    assert claims(event, ClaimAbout.PLACE).get("location:tarbridge") == "withdrawn"


@pytest.mark.parametrize(
    "note",
    [
        "Correction: Police *arrested* #120# people in Operation Tern, not 134.",
        "Correction: Our report said #134# people in Operation Tern were *arrested*. The figure is 120.",
    ],
)
def test_another_document_is_corrected(note: str) -> None:
    """The number that was told before is withdrawn, and the one that a note gives instead is shown."""
    first = reading("Police *arrested* #134# people in Operation Tern.", "arrest", "2024-03-02", "a")
    event = happening(first, reading(note, "arrest", "2024-03-04", "b"))
    assert [quantity.text for quantity in event.quantities] == ["120"]
    assert claims(event, ClaimAbout.QUANTITY) == {"120": "chosen", "134": "withdrawn"}


def test_a_withdrawn_number_is_not_shown_again_by_a_later_text() -> None:
    """The latest report repeats the mistake: it stays one."""
    note = "Correction: Police *arrested* #120# people in Operation Tern in Larnby, not 134."
    late = reading("Police *arrested* #134# people in Operation Tern in Larnby.", "arrest", "2024-03-09", "c")
    event = happening(reading(note, "arrest", "2024-03-04", "b"), late)
    assert [quantity.text for quantity in event.quantities] == ["120"]


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this article misspelled a name of one *arrested* on 1 March.",
        "Correction: An earlier version of this article said a man of 43 was *arrested*. He is 34, not 43.",
        "Correction: An earlier version of this article misstated the age of one of #120# people *arrested*.",
        "Correction: An earlier version of this article misstated the title of a chief who *arrested* #120#.",
        "Corrections officers *arrested* #120# people in Larnby on 1 March 2024, not without a fight.",
        "This article was updated on 2 March 2024 to say that #120# people were *arrested*.",
        "An earlier version of the law was in force when police *arrested* #120# people.",
        "Police *arrested* #120# people in Larnby on 1 March 2024, not 134 men and women who were there.",
        "Correction: Not all of the #120# people *arrested* were men.",
    ],
)
def test_a_correction_of_something_else(note: str) -> None:
    """A name, an age, a title, another article: nothing about the happening is withdrawn."""
    graph = graph_of(reading(BODY + note, "arrest"))
    assert {claim.state.value for event in graph.events for claim in event.claims} <= {"chosen"}
    first = min(graph.events, key=lambda event: event.mentions[0].start)
    assert first.when
    assert first.when.edtf == "2024-03-01"
    assert [quantity.text for quantity in first.quantities] == ["120"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Larnby Post retracted its report that Ada Quist was *arrested* in Larnby.", Status.DENIED),
        ("Police took back a statement that Ada Quist was *arrested* in Larnby.", Status.DENIED),
        (
            "The town retracted the licence of a firm after Ada Quist was *arrested* in Larnby.",
            Status.HAPPENED,
        ),
        ("The army withdrew its troops when Ada Quist was *arrested* in Larnby.", Status.HAPPENED),
    ],
)
def test_a_happening_is_taken_back(text: str, status: Status) -> None:
    """What a retracted report told is no fact; whatever else is withdrawn changes nothing."""
    told = reading("Ada Quist was *arrested* in Larnby.", "arrest", "2024-03-02", "a")
    event = happening(told, reading(text, "arrest", "2024-03-03", "b"))
    assert event.status is status
    state = {Status.DENIED: {"denied": "chosen", "happened": "withdrawn"}}.get(status, {})
    assert claims(event, ClaimAbout.STATUS) == state
