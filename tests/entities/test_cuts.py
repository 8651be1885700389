"""Names that the model made too long: cut where the first one ends."""

from __future__ import annotations

import pytest

from entities.handmade import line
from entities.reading import by_name, short_of_rows
from eventgraph.entities import cuts
from eventgraph.entities.candidate import BODY, PERSON, PLACE, Candidate, words_of

RULES = by_name(cuts.CUTS)

ROWS = [
    ("after_noun", "Spokeswoman Vastra Larn", BODY, [(PERSON, "Vastra Larn")]),
    ("after_noun", "Goalkeeper Otto Brandel", BODY, [(PERSON, "Otto Brandel")]),
    (
        "at_comma",
        "Ruritanian Armed Forces , Coast Guard",
        BODY,
        [(BODY, "Ruritanian Armed Forces"), (BODY, "Coast Guard")],
    ),
    ("at_comma", "Larnby Police , Coast Guard", BODY, [(BODY, "Larnby Police"), (BODY, "Coast Guard")]),
    (
        "at_bracket",
        "Office of Criminal Police ( OCP )",
        BODY,
        [(BODY, "Office of Criminal Police"), (BODY, "OCP")],
    ),
    ("at_bracket", "Larnby ( NY )", BODY, [(PLACE, "Larnby"), (PLACE, "NY")]),
    ("after_place", "Nigeria Tobias Brandel", BODY, [(PLACE, "Nigeria"), (PERSON, "Tobias Brandel")]),
    ("after_place", "Middle East Ada Quist", PERSON, [(PLACE, "Middle East"), (PERSON, "Ada Quist")]),
    ("before_number", "Larn Air Flight 574", BODY, [(BODY, "Larn Air")]),
    ("before_number", "Quern Line Bus 12B", BODY, [(BODY, "Quern Line")]),
    ("before_model", "Air Force F-16 Hawks", BODY, [(BODY, "Air Force")]),
    ("before_model", "Larn Navy MH60", BODY, [(BODY, "Larn Navy")]),
    ("at_title", "Portland Mayor Ilse Brandel", BODY, [(PLACE, "Portland"), (PERSON, "Ilse Brandel")]),
    ("at_title", "Larnby Mayor Ilse Brandel", PERSON, [(PLACE, "Larnby"), (PERSON, "Ilse Brandel")]),
    ("at_title", "Larnpower Chairman Ilse Brandel", BODY, [(BODY, "Larnpower"), (PERSON, "Ilse Brandel")]),
]
TRAPS = [
    ("after_noun", "General Larn Electric", BODY),
    ("after_noun", "Actor Larn Foundation", BODY),
    ("at_comma", "Larnby Department of Health , Customs and Trade", BODY),
    ("at_comma", "Larn Foods , Inc.", BODY),
    ("at_bracket", "Crimes At Sea ( CAS Task Force", BODY),
    ("at_bracket", "( OCP )", BODY),
    ("after_place", "Paris Brandel", PERSON),
    ("after_place", "Victoria Ada Moor", PERSON),
    ("before_number", "Flight 574", BODY),
    ("before_number", "Larn Flight Academy", BODY),
    ("before_model", "Quern Ten F20", BODY),
    ("before_title", "Larn Navy", BODY),
    ("at_title", "Otto Marshal Brandel Quist", PERSON),
    ("at_title", "University of General Larn Brandel", BODY),
    ("at_title", "Larnby Mayor Street Church", BODY),
]
TITLED = [
    ("U.S. Army Sgt Ada/PERSON", 3, "U.S. Army"),
    ("Coast Guard Capt. Ada/PERSON", 3, "Coast Guard"),
    ("Larnby Police Chief Constable Ada/PERSON", 4, "Larnby Police"),
    ("Larn Navy Capt. Crew/ORG", 3, ""),
    ("Major General Ada/PERSON", 2, ""),
]


def cut(text: str, sort: str, last: int = 0) -> list[tuple[str, str]]:
    """The sorts and words of the names that a candidate of the model is cut into."""
    made = line(text)
    whole = Candidate(0, last or len(made.tokens), sort)
    return [(one.sort, words_of(made, one)) for one in cuts.cut(made, [whole])]


@pytest.mark.parametrize(("rule", "text", "sort", "expected"), ROWS)
def test_a_name_is_cut(
    rule: str, text: str, sort: str, expected: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each rule, and no other, cuts its rows."""
    with monkeypatch.context() as patch:
        patch.setattr(cuts, "CUTS", tuple(one for one in cuts.CUTS if one is not RULES[rule]))
        assert cut(text, sort) != expected
    assert cut(text, sort) == expected


@pytest.mark.parametrize(("text", "last", "expected"), TITLED)
def test_a_body_ends_before_the_title_of_a_person(text: str, last: int, expected: str) -> None:
    """A title at the end of a body's name, right before a person, is the person's."""
    assert cut(text, BODY, last) == ([(BODY, expected)] if expected else [])


def test_a_place_ends_before_the_title_of_a_person() -> None:
    """What the model takes for a person before a sheriff's name is where he is sheriff."""
    assert cut("Larnby Sheriff Vic/PERSON Quist/PERSON", PERSON, 2) == [(PLACE, "Larnby")]
    assert not cut("Vic Sheriff Larnova/PERSON Quist/PERSON", PERSON, 2)


@pytest.mark.parametrize(("rule", "text", "sort"), TRAPS)
def test_a_name_stays_whole(rule: str, text: str, sort: str) -> None:
    """One name, though it has a comma, a bracket, a number or a title."""
    assert rule in RULES
    assert not cut(text, sort)


def test_only_names_of_the_model_are_cut() -> None:
    """What a rule has made is left as it is."""
    made = line("Larn Air Flight 574")
    assert not cuts.cut(made, [Candidate(0, 4, BODY, "head")])


def test_every_rule_has_rows() -> None:
    """No rule is without rows that need it, and none without a trap."""
    titled = [("before_title", text) for text, _, _ in TITLED]
    assert not short_of_rows(RULES, [*[row[:2] for row in ROWS], *titled], [row[:2] for row in TRAPS])
