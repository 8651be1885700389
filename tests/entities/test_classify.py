"""The type of a name by its words, the lexicons and what stands beside it."""

from __future__ import annotations

import pytest

from entities.handmade import Word, parsed
from entities.reading import names
from eventgraph.entities.candidate import BODY, PERSON, PLACE, Candidate
from eventgraph.entities.classify import Judged, judge

ROWS: list[tuple[str, str, str, tuple[str, int] | None]] = [
    ("", "GBL", "agents", ("agency", 2)),
    ("", "NBI-PH", "agents", ("agency", 2)),
    ("the", "GBL", "searched", ("agency", 1)),
    ("", "GBL", "searched", ("organisation", 1)),
    ("the", "GBL", "election", ("organisation", 1)),
    ("the", "HGV", "overturned", None),
    ("the", "Larn Vipers", "officers", ("organisation", 1)),
    ("", "Guardia Larnesa", "", ("agency", 2)),
    ("", "Partido Larnés", "", ("organisation", 2)),
    ("", "Union Station", "", ("location", 2)),
    ("the", "Larnby Peace Treaty", "", None),
]
PLACES: list[tuple[str, str, str, tuple[str, int] | None]] = [
    ("in", "Port Larnby", "", ("location", 1)),
    ("in", "Port Larnby Steel", "", ("organisation", 2)),
    ("in", "Larnby County Council", "", ("agency", 2)),
    ("in", "Larnby Club", "", ("location", 1)),
]


def judged(before: str, name: str, after: str, sort: str) -> tuple[str, int] | None:
    """The type of a name between two words, and how sure it is."""
    front = [Word(before, "IN")] if before else []
    words = [Word(word) for word in name.split()]
    text = parsed([*front, *words, Word(after or ".", "NN")])
    found = judge(text, Candidate(len(front), len(front) + len(words), sort))
    return (found.type, found.sure) if found else None


@pytest.mark.parametrize(("before", "name", "after", "expected"), ROWS)
def test_the_type_of_a_body(before: str, name: str, after: str, expected: tuple[str, int] | None) -> None:
    """Agencies by their acronym, heads at the front in other languages, and what is no body."""
    assert judged(before, name, after, BODY) == expected


@pytest.mark.parametrize(("before", "name", "after", "expected"), PLACES)
def test_the_type_of_a_place(before: str, name: str, after: str, expected: tuple[str, int] | None) -> None:
    """A company or an agency, where its head says so, though the model takes it for a place."""
    assert judged(before, name, after, PLACE) == expected


def test_a_person_is_one() -> None:
    """Nothing in the words of a person's name makes it anything else."""
    assert judge(parsed([Word("Otto"), Word("Bank")]), Candidate(0, 2, PERSON)) == Judged(PERSON, 1)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("GBL agents searched the house.", "agency"),
        ("The GBL searched the house.", "agency"),
        ("The GBL won the election.", "organisation"),
    ],
)
def test_an_acronym_in_a_sentence(text: str, kind: str) -> None:
    """Agents and an article make it an agency's, an election a party's."""
    assert (kind, "GBL") in names(text)
