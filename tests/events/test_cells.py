"""What a cell of a table says by itself."""

from __future__ import annotations

from decimal import Decimal

import pytest

from eventgraph.events.cells import amount_in, happening_in, is_blank, is_several
from eventgraph.vocabulary import Status

NO = None


@pytest.mark.parametrize(
    ("text", "said", "value", "unit", "bounds"),
    [
        ("12", "12", 12, "", (12, 12)),
        ("1,655", "1,655", 1655, "", (1655, 1655)),
        ("40.5 kg", "40.5 kg", Decimal("40.5"), "kg", (Decimal("40.5"), Decimal("40.5"))),
        ("40kg of cocaine", "40kg", 40, "kg", (40, 40)),
        ("$500", "$500", 500, "USD", (500, 500)),
        ("€1.2 million", "€1.2 million", 1_200_000, "EUR", (1_200_000, 1_200_000)),
        ("12 people", "12 people", 12, "people", (12, 12)),
        ("five years in prison", "five years", 5, "year", (5, 5)),
        ("at least 12", "at least 12", 12, "", (12, NO)),
        ("more than 12", "more than 12", 12, "", (13, NO)),
        ("about 12", "about 12", 12, "", (NO, NO)),
        ("up to 12", "up to 12", 12, "", (NO, 12)),
    ],
)
def test_amounts(text: str, said: str, value: Decimal, unit: str, bounds: tuple[Decimal, Decimal]) -> None:
    """A number with its unit, its qualifier and the bounds that this leaves."""
    found = amount_in(text)
    assert found is not None
    assert (text[found.start : found.end], found.value, found.unit) == (said, value, unit)
    assert (found.low, found.high) == bounds


@pytest.mark.parametrize("text", ["", "-", "Larnby", "12 / 14", "3-4", "3 May 2024", "17B", "unknown"])
def test_what_is_no_amount(text: str) -> None:
    """Two numbers, names with digits and blank cells say nothing."""
    assert amount_in(text) is None


@pytest.mark.parametrize(
    ("text", "type_", "said", "status"),
    [
        ("Arrest", "arrest", "Arrest", Status.HAPPENED),
        ("Arrests", "arrest", "Arrests", Status.HAPPENED),
        ("Arrested on bail", "arrest", "Arrested", Status.HAPPENED),
        ("Drug raid on a warehouse", "search", "raid", Status.HAPPENED),
        ("Fraud trial", "trial", "trial", Status.HAPPENED),
        ("Armed robbery", "theft", "robbery", Status.HAPPENED),
        ("House fire", "disaster", "fire", Status.HAPPENED),
        ("Fire", "disaster", "Fire", Status.HAPPENED),
        ("Pleaded guilty", "plea", "Pleaded guilty", Status.HAPPENED),
        ("Fined $500", "fine", "Fined", Status.HAPPENED),
        ("Alleged fraud", "fraud", "fraud", Status.ALLEGED),
        ("Planned raid", "search", "raid", Status.PLANNED),
        ("Cancelled raid", "search", "raid", Status.NEGATED),
        ("Attempted murder", "event", "Attempted murder", Status.HAPPENED),
        ("Regatta", "event", "Regatta", Status.HAPPENED),
    ],
)
def test_happenings(text: str, type_: str, said: str, status: Status) -> None:
    """The head of the words gives the type; what has none is an open event; an attempt is no crime done."""
    found = happening_in(text)
    assert found is not None
    assert (found.type, text[found.start : found.end], found.status) == (type_, said, status)


@pytest.mark.parametrize("text", ["", "n/a", "-", "Fraud; theft", "Fraud, theft", "Fraud and theft", "12"])
def test_what_is_no_happening(text: str) -> None:
    """Blank cells, figures and cells of two values tell nothing."""
    assert happening_in(text) is None


def test_blank_and_several() -> None:
    """Signs for nothing, and signs that part two values."""
    assert all(map(is_blank, ["", "-", "–", "N/A", "None", "unknown"]))  # noqa: RUF001
    assert not any(map(is_blank, ["0", "Larnby"]))
    assert all(map(is_several, ["a; b", "a, b", "a/b", "a and b", "a & b"]))
    assert not any(map(is_several, ["Larnby", "Anderson", "Port Orland"]))
