"""A newer figure of a total that grows: lower ones told before are superseded."""

from __future__ import annotations

import pytest

from eventgraph.vocabulary import ClaimAbout
from revising import claims, happening, reading

FIRST = reading(
    "Police *arrested* #120# people in Operation Tern in Larnby on 1 March 2024.", "arrest", "2024-03-02", "a"
)


@pytest.mark.parametrize(
    "text",
    [
        "Police have now *arrested* #134# people in Larnby over the riot of 1 March 2024.",
        "The number of people *arrested* in Larnby on 1 March 2024 rose to #134#.",
        "Those *arrested* in Larnby on 1 March 2024 have risen from 120 to #134#.",
        "Police *arrested* #134# people in Larnby on 1 March 2024, up from 120.",
        "The number *arrested* in Larnby on 1 March 2024 has reached #134#.",
        "In Larnby #134# people are now known to be *arrested* since 1 March 2024.",
    ],
)
def test_a_newer_figure(text: str) -> None:
    """Of two documents, by words before or behind the number."""
    event = happening(FIRST, reading(text, "arrest", "2024-03-05", "b"))
    assert [quantity.text for quantity in event.quantities] == ["134"]
    assert claims(event, ClaimAbout.QUANTITY) == {"134": "chosen", "120": "superseded"}


@pytest.mark.parametrize(
    "told",
    [
        "Police *arrested* #134# people {} on 1 March 2024.",
        "Police *arrested* #134# people {} on 1 March 2024, where water rose to 2 metres.",
        "As prices rose to 9 dollars, police *arrested* #134# people {} on 1 March 2024.",
        "Police *arrested* #134# people {} on 1 March 2024, up from 120 in the same period.",
        "Police, now with dogs, *arrested* #134# people {} on 1 March 2024.",
        "Police *arrested* #134# people {} on 1 March 2024, up from 120 during the last sweep.",
    ],
)
def test_what_rose_is_something_else(told: str) -> None:
    """Water, prices, the figure of another year: the older report merely differs."""
    text = told.format("in Operation Tern in Larnby")
    event = happening(FIRST, reading(text, "arrest", "2024-03-05", "b"))
    assert claims(event, ClaimAbout.QUANTITY) == {"134": "chosen", "120": "other"}


def test_the_older_figure_of_another_time_still_holds() -> None:
    """A comparison with another year is none with an earlier report."""
    text = "Police *arrested* #134# people in Larnby on 1 March 2024, up from 120 in 2022."
    event = happening(reading(text, "arrest", "2024-03-05"))
    assert event.claims == ()


def test_a_newer_figure_in_one_text() -> None:
    """The same text tells the lower one first; both tellings are of one happening."""
    event = happening(
        reading(
            "Police *arrested* #120# people in Larnby on 1 March 2024. "
            "Police have now *arrested* #134# people in Larnby since 1 March 2024.",
            "arrest",
        )
    )
    assert claims(event, ClaimAbout.QUANTITY) == {"134": "chosen", "120": "superseded"}


def test_a_higher_figure_told_before_is_not_superseded() -> None:
    """What rose to 134 was not 150: that is another answer."""
    told = "Police *arrested* #150# people in Operation Tern in Larnby on 1 March 2024."
    newer = "Police have now *arrested* #134# people in Operation Tern in Larnby since 1 March 2024."
    event = happening(reading(told, "arrest", "2024-03-02", "a"), reading(newer, "arrest", "2024-03-05", "b"))
    assert claims(event, ClaimAbout.QUANTITY) == {"134": "chosen", "150": "other"}


def test_an_older_report_supersedes_nothing() -> None:
    """The figure that had risen by the second is lower than that of the fifth."""
    newer = "Police have now *arrested* #134# people in Operation Tern in Larnby since 1 March 2024."
    later = "Police *arrested* #120# people in Operation Tern in Larnby on 1 March 2024."
    event = happening(
        reading(newer, "arrest", "2024-03-02", "a"), reading(later, "arrest", "2024-03-05", "b")
    )
    assert claims(event, ClaimAbout.QUANTITY) == {"120": "chosen", "134": "other"}
