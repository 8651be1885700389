"""Short forms of bodies and operations: which name they stand for."""

from __future__ import annotations

import pytest

from entities.reading import same

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Larnby Criminal Police (LKA) searched the house.", ("Larnby Criminal Police", "LKA")),
        ("The Federal Bureau of Tests (BVF) closed.", ("Federal Bureau of Tests", "BVF")),
        ("The Larnby Harbour Board (LHB) was searched.", ("Larnby Harbour Board", "LHB")),
        ("Police ran Operation Grey Heron. Grey Heron took a year.", ("Operation Grey Heron", "Grey Heron")),
        ("Larnora Steel cut 40 jobs. The strike at Larnora ended.", ("Larnora Steel", "Larnora")),
    ],
)
def test_a_short_form(text: str, expected: tuple[str, str]) -> None:
    """In brackets after the name, with or without its initials; a nickname; a company's first word."""
    assert expected in same(text)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The Larnby Criminal Police met Europol (LKA was out).", "LKA"),
        ("Otto Brandel (ODM) won the seat.", "ODM"),
        ("The Larnby Criminal Police (FBI) searched the house. Europol left.", "Europol"),
        ("The Larnby Council, in Oslo (LKA), was searched.", "LKA"),
        ("Norway Steel Ltd cut 40 jobs. Norway denied it.", "Norway"),
    ],
)
def test_no_short_form(text: str, short: str) -> None:
    """Words between, a person's party, another's acronym, a country."""
    assert not [pair for pair in same(text) if short in pair]
