"""Named operations: announced by a head, dubbed, told by an apposition, and called by their nickname."""

from __future__ import annotations

import pytest

from entities.reading import names, same

pytestmark = pytest.mark.model

ROWS = [
    ("Police ended Operation Grey Heron in May.", ["Operation Grey Heron"]),
    ("The raids were part of Operación Larnor.", ["Operación Larnor"]),
    ("The sweep, dubbed “Paper Lantern”, ended on Sunday.", ["Paper Lantern"]),
    ("Detectives ran an investigation codenamed Night Ferry.", ["Night Ferry"]),
    ("Quiet Heron, an operation led by Europol, ended in May.", ["Quiet Heron"]),
    ("Glass Otter, a crackdown on smugglers, began in May.", ["Glass Otter"]),
    ("Police ended Operation Grey Heron. Grey Heron began in 2019.", ["Operation Grey Heron", "Grey Heron"]),
    ("Police ran Operation Harvester. Harvester led to 14 arrests.", ["Operation Harvester", "Harvester"]),
    ("Detectives said that Project Iron Larn led to 14 arrests.", ["Project Iron Larn"]),
    ("Operation Back Step and Operation Grey Heron ended.", ["Operation Back Step", "Operation Grey Heron"]),
]
TRAPS = [
    "The dish, dubbed “Paper Lantern”, is hot.",
    "Project Blue Larn will feed 400 children.",
    "The operation on Ada Quist went well.",
    "The singer, known as Night Ferry, left Oslo.",
    "Quiet Heron, a novel about the sea, opens in May.",
    "Operation of the plant began in May.",
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_operations(text: str, expected: list[str]) -> None:
    """What police and soldiers call what they do."""
    assert [name for kind, name in names(text) if kind == "operation"] == expected


@pytest.mark.parametrize("text", TRAPS)
def test_no_operations(text: str) -> None:
    """Dishes, singers, novels and projects have names as well."""
    assert "operation" not in [kind for kind, _ in names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Police ended Operation Grey Heron. Grey Heron took a year.",
            ("Operation Grey Heron", "Grey Heron"),
        ),
        ("Police ran Operation Harvester. Harvester began in May.", ("Operation Harvester", "Harvester")),
    ],
)
def test_a_nickname_is_the_operation(text: str, expected: tuple[str, str]) -> None:
    """With its head or without it, an operation is one."""
    assert expected in same(text)


def test_a_word_of_the_text_is_no_nickname() -> None:
    """In "Operation Harvest" and "the harvest failed. Harvest hands left" the last is no operation."""
    text = "Police ran Operation Harvest. The harvest failed. Harvest hands left the farms."
    assert [name for kind, name in names(text) if kind == "operation"] == ["Operation Harvest"]
