"""Operations: their own event, and which happenings belong to them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eventgraph.events import Reading, find_events
from eventgraph.model import EventMention, Span

pytestmark = pytest.mark.model

Read = Callable[..., Reading]
Words = Callable[[str, Span], str]

NAMES = {"Operation Grey Heron": "operation", "Harbour Police": "agency", "Norland": "location"}


def found(read: Read, text: str, kind: str) -> list[EventMention]:
    """The events of a type that the text tells."""
    return [event for event in find_events(read(text, NAMES)) if event.type == kind]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Twelve men were arrested during Operation Grey Heron.", "Operation Grey Heron"),
        ("Harbour Police launched Operation Grey Heron in May.", "launched"),
        ("The crackdown, called Operation Grey Heron, ended on Friday.", "ended"),
        ("Operation Grey Heron, a two-week sweep, was led by Harbour Police.", "led"),
        ("Operation Grey Heron, run by Harbour Police, began in May.", "began"),
        ("Operation Grey Heron, launched in May, ended on Friday.", "ended"),
    ],
)
def test_an_operation_has_one_event_a_sentence(read: Read, words: Words, text: str, trigger: str) -> None:
    """One event of type operation, at the words that say most, with the operation's mention."""
    operations = found(read, text, "operation")
    assert [words(text, event) for event in operations] == [trigger]
    span = operations[0].operation
    assert span is not None
    assert words(text, span) == "Operation Grey Heron"


def test_agencies_take_part(read: Read, words: Words) -> None:
    """Those whom an operation involved are its agents, with their number."""
    text = "The sweep involved over 40 agencies."
    operation = found(read, text, "operation")[0]
    assert [words(text, a) for a in operation.arguments if a.role == "agent"] == ["agencies"]
    assert [q.low for q in operation.quantities] == [41]


def test_what_an_operation_yields_belongs_to_it(read: Read) -> None:
    """Counted arrests of a report with one named operation belong to it and lie within its days."""
    text = (
        "Police arrested 30 smugglers and rescued 12 children. Operation Grey Heron, a sweep from Nov. 1 to "
        "Dec. 7, 2023, was led by Harbour Police."
    )
    arrest = found(read, text, "arrest")[0]
    assert arrest.operation is not None
    assert arrest.when is not None
    assert arrest.when.edtf == "[2023-11-01..2023-12-07]"
    operation = found(read, text, "operation")[0]
    assert operation.when is not None
    assert operation.when.edtf == "2023-11-01/2023-12-07"


def test_a_statistic_belongs_to_no_operation(read: Read) -> None:
    """A number over a year is an aggregate, outside of any operation."""
    text = "Harbour Police ended Operation Grey Heron on Friday. In 2022, a record 900 people were arrested."
    arrest = found(read, text, "arrest")[0]
    assert arrest.aggregate
    assert arrest.operation is None


def test_two_operations_claim_nothing_unsaid(read: Read) -> None:
    """Where a report names two operations, an arrest belongs to one only if its clause says so."""
    names = {**NAMES, "Operation Red Kite": "operation"}
    text = (
        "Operation Grey Heron ended on Friday. Operation Red Kite began on Monday. "
        "Police arrested 30 smugglers in Norland."
    )
    arrest = next(e for e in find_events(read(text, names)) if e.type == "arrest")
    assert arrest.operation is None


def test_one_arrest_tells_neither_day_nor_place_of_the_operation(read: Read) -> None:
    """What happened during an operation is dated and placed by its sentence; the operation is not."""
    text = "A man was arrested in Dovercourt on Tuesday during Operation Grey Heron."
    names = {"Operation Grey Heron": "operation", "Dovercourt": "location"}
    found = {event.type: event for event in find_events(read(text, names))}
    assert found["arrest"].when is not None
    assert found["arrest"].places
    assert found["operation"].when is None
    assert found["operation"].places == ()
