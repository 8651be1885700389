"""Names that the model did not see: what says that a run of capital words is one, and what does not."""

from __future__ import annotations

import pytest

from entities.handmade import Word, line, parsed
from entities.reading import Row, by_name, names, short_of_rows, stands, without
from eventgraph.entities import unseen
from eventgraph.entities.candidate import Candidate, words_of

RULES = by_name(unseen.RUN_RULES)

ROWS: list[Row] = [
    ("after_title", "Mr Wexmoor was hurt.", "person", "Wexmoor"),
    ("after_title", "Sgt. Thames Brandel was hurt.", "official", "Thames Brandel"),
    ("after_title", "The tourist Quern was hurt.", "person", "Quern"),
    (
        "as_named",
        "Police named the victim of the fire in Larnby as Harpi Dhalo of Quern.",
        "person",
        "Harpi Dhalo",
    ),
    (
        "as_named",
        "Police named the victim of Tuesday's shooting in Guildford as Sundry Vale of Abbotsford.",
        "person",
        "Sundry Vale",
    ),
    ("with_description", "Wexmoor, a fisherman, was hurt.", "person", "Wexmoor"),
    ("with_description", "Phbow, the firm that owns it, was fined.", "organisation", "Phbow"),
    ("after_body_noun", "The British union Unite called a strike.", "organisation", "Unite"),
    ("after_body_noun", "The opposition Jan Vikas Larna won.", "organisation", "Jan Vikas Larna"),
    ("after_body_noun", "The charity Open Door said it was shocked.", "organisation", "Open Door"),
    ("after_body_noun", "His publisher, Simrock, denied it.", "organisation", "Simrock"),
    ("before_body_noun", "The Wexmoor gang stole cars.", "organisation", "Wexmoor"),
    ("before_body_noun", "Three Old Larn militiamen were shot.", "organisation", "Old Larn"),
    ("of_members", "He had been a member of Wexmoor all his life.", "organisation", "Wexmoor"),
    ("of_members", "A researcher at Little Harrow found the flaw.", "organisation", "Little Harrow"),
    (
        "beside_place",
        "23 house searches in Antwerp, Mechelen and the Kempen were made.",
        "location",
        "Mechelen",
    ),
    (
        "beside_place",
        "Police made 12 arrests on Tuesday morning in Antwerp, Mechelen and Larnstad.",
        "location",
        "Mechelen",
    ),
    ("acronym", "Talks with the KLMT ended.", "agency", "KLMT"),
    ("acronym", "Otto Brandel (ODM) won the seat.", "organisation", "ODM"),
    ("by_head", "Friends of Clear Harbour Initiative met.", "organisation", "Clear Harbour Initiative"),
    ("by_head", "Rivals of Night Harbour Initiative met.", "organisation", "Night Harbour Initiative"),
    ("with_age", "Open Larn, 29, was hurt.", "person", "Open Larn"),
    ("with_age", "Dead: Great Moor, 29.", "person", "Great Moor"),
    ("with_given_name", "I'm Isabel Ruiz.", "person", "Isabel Ruiz"),
    ("with_given_name", "Two singers, Colm and Isabel Ruiz, left.", "person", "Isabel Ruiz"),
    ("after_in", "Two men drowned near High Larn on Sunday.", "location", "High Larn"),
    ("after_in", "He owns an old shop in Phbow, where he was born.", "location", "Phbow"),
]
TRAPS = [
    ("after_title", "The driver ID was lost.", "ID"),
    ("as_named", "Police identified the substance as Larn Crystal.", "Larn Crystal"),
    ("with_description", "Simrock, a film about police, opens in May.", "Simrock"),
    ("after_body_noun", "The company Christmas party was put off.", "Christmas"),
    ("before_body_noun", "The Friday crew left.", "Friday"),
    ("of_members", "A candidate for District Attorney was shot.", "District Attorney"),
    ("of_members", "A boy with Down Syndrome was found on Friday.", "Down Syndrome"),
    ("acronym", "The HQ was hit by shells.", "HQ"),
    ("acronym", "The KING IS DEAD said the poster.", "KING"),
    ("by_head", "The council met on Friday.", "council"),
    ("with_age", "Chapter Two, 29 pages long, is dull.", "Chapter Two"),
    ("with_given_name", "May Day was quiet.", "May Day"),
    ("beside_place", "Raids in Antwerp, Ghent and Friday markets ended.", "Friday"),
    ("beside_place", "Prices in Paris and Tariff Zone Two rose.", "Tariff Zone Two"),
    ("after_in", "In May Otto Brandel left.", "May"),
    ("after_in", "Police in Riot Gear cleared the square.", "Riot Gear"),
]
RUNS = [
    ("Ada Quist , 29 ,", "Ada Quist"),
    ("Capt. Vastra Larn", "Vastra Larn"),
    ("Vastra van Larn , 44 .", "Vastra van Larn"),
    ("Anne - Laure Brandel , 31", "Anne - Laure Brandel"),
    ("Larnby Trade Union", "Larnby Trade Union"),
    ("Lake Quern", "Lake Quern"),
    ("Vastra Larn", ""),
    ("Vastra Larn , 1999 ,", ""),
    ("Union", ""),
    ("Louis XIV", ""),
]


@pytest.mark.model
@pytest.mark.parametrize(("rule", "text", "kind", "name"), ROWS)
def test_a_run_of_capital_words_is_a_name(
    rule: str, text: str, kind: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each rule, and no other, makes its rows right."""
    with monkeypatch.context() as patch:
        without(patch, unseen, "RUN_RULES", RULES[rule])
        assert not stands(text, (kind, name))
    assert stands(text, (kind, name))


@pytest.mark.model
@pytest.mark.parametrize(("rule", "text", "name"), TRAPS)
def test_a_run_of_capital_words_is_no_name(rule: str, text: str, name: str) -> None:
    """Titles, ailments, things, months and headlines have capitals too."""
    assert rule in RULES
    assert name not in [words for _, words in names(text)]


@pytest.mark.parametrize(("text", "name"), RUNS)
def test_a_run_by_itself(text: str, name: str) -> None:
    """Only what an age, a title, a head or a given name tells is taken where nobody saw a name."""
    made = line(text)
    assert [words_of(made, one) for one in unseen.runs(made, [])] == ([name] if name else [])


def test_a_run_ends_at_a_name_that_was_seen() -> None:
    """What the model took is left to it."""
    made = line("Capt. Vastra Larn Ltd")
    assert not unseen.runs(made, [Candidate(1, 4, "body")])


def test_a_run_ends_with_its_sentence() -> None:
    """Capital words of two sentences are no one name."""
    made = parsed([Word("Capt."), Word("Vastra")], [Word("Larn")])
    assert [words_of(made, one) for one in unseen.runs(made, [])] == ["Vastra"]


def test_every_rule_has_rows() -> None:
    """No rule is without rows that need it, and none without a trap."""
    assert not short_of_rows(RULES, ROWS, TRAPS)
