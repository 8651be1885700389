"""The lexicons of who is who: well formed, of many countries, without words that mean something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest

from eventgraph.entities.candidate import is_acronym
from eventgraph.entities.gender import gender_of_name
from eventgraph.entities.knowledge import gazetteer, title_words
from eventgraph.lexicon import load_lexicon
from eventgraph.text.letters import without_accents

FEWEST_AGENCIES, FEWEST_COUNTRIES = 700, 110
FEWEST_NAMES = 1000
LONGEST_ACRONYM = 6
TWO_TYPES = {"AFP", "CHP", "MIT", "PAP", "RSF"}
"""Acronyms of an agency and of an organisation, which the words around decide."""
TWO_LETTERS = {"AP", "AU", "BP", "DW", "EC", "EP", "EU", "FT", "G7", "G8", "GM", "IS", "SQ", "UN", "VW"}
"""The acronyms that are known though they are so short."""
OTHERWISE = [
    "AG",
    "CEO",
    "CET",
    "CFO",
    "DIY",
    "DNA",
    "EST",
    "ETD",
    "FAQ",
    "GDP",
    "GMT",
    "GPS",
    "HIV",
    "ID",
    "IT",
    "MP",
    "OK",
    "PET",
    "PM",
    "PST",
    "SARS",
    "TV",
    "UFO",
    "USB",
    "UTC",
    "VAT",
    "VIP",
]
"""Words in capitals that mostly are no body."""
WORDS = [
    "Article",
    "Bishop",
    "Chase",
    "Chief",
    "Dawn",
    "Discovery",
    "Else",
    "Gap",
    "Help",
    "Hope",
    "Mercy",
    "Nation",
    "Orange",
    "Oracle",
    "Police",
    "Post",
    "Prudential",
    "Shell",
    "Sprint",
    "Star",
    "Sun",
    "Target",
    "Total",
    "Visa",
    "Will",
]
"""Words that stand for a body only with a second word."""
GENERAL = [
    "Central Bank",
    "Coast Guard",
    "Congress",
    "Court of Appeal",
    "Department of Justice",
    "Electoral Commission",
    "Federal Police",
    "Guardia Nacional",
    "High Court",
    "House of Representatives",
    "Ministry of Defence",
    "Ministry of Foreign Affairs",
    "Ministry of Justice",
    "National Assembly",
    "National Guard",
    "National Police",
    "Policía Nacional",
    "Senate",
    "State Police",
    "Supreme Court",
    "Treasury",
]
"""What many countries call one of their agencies."""


def tables() -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Every table of bodies with its name."""
    yield from load_lexicon("agencies")["agencies"].items()
    yield from load_lexicon("organisations").items()


def test_agencies_of_many_countries_are_known() -> None:
    """There are agencies of the countries of every continent, and of many states together."""
    agencies = load_lexicon("agencies")["agencies"]
    assert len(agencies) >= FEWEST_COUNTRIES
    assert sum(len(table) for table in agencies.values()) >= FEWEST_AGENCIES
    assert {"Brazil", "Fiji", "India", "International", "Kenya", "Norway"} <= agencies.keys()


@pytest.mark.parametrize(("name", "table"), list(tables()), ids=[name for name, _ in tables()])
def test_tables_are_sorted_and_name_everything_once(name: str, table: dict[str, list[str]]) -> None:
    """Full names stand in the order of the alphabet, and none of its names stands twice for a body."""
    ordered = [without_accents(full).casefold() for full in table]
    assert [pair for pair in pairwise(ordered) if pair[0] > pair[1]] == [], name
    repeated = [full for full, others in table.items() if len({full, *others}) != 1 + len(others)]
    assert not repeated, name


def test_no_name_has_two_types_by_mistake() -> None:
    """A name is of an agency, an organisation or a place; where it is of two, that is intended."""
    double = {name for name, things in gazetteer().entries.items() if len({t.type for t in things}) > 1}
    assert double == TWO_TYPES


def test_short_names_are_acronyms_and_few_have_two_letters() -> None:
    """What is written in capitals looks like an acronym; two letters are too often something else."""
    names = {name for _, table in tables() for full, others in table.items() for name in (full, *others)}
    capital = {name for name in names if name.isupper() and name.isalpha() and len(name) <= LONGEST_ACRONYM}
    assert not [name for name in capital if not is_acronym(name)]
    assert {name for name in names if len(name.replace(".", "")) <= 2} <= TWO_LETTERS | {"E.U.", "U.N."}


@pytest.mark.parametrize("word", [*OTHERWISE, *WORDS])
def test_words_that_mean_something_else_are_no_names(word: str) -> None:
    """No body is known by a word that mostly means something else."""
    assert [known for known in gazetteer().find(word) if known.type != "location"] == []


@pytest.mark.parametrize("name", GENERAL)
def test_general_names_belong_to_no_one_country(name: str) -> None:
    """A name that many countries give is known of none or of several, so that it names no one body."""
    assert gazetteer().only(name) is None


@pytest.mark.parametrize(
    ("name", "full", "country"),
    [
        ("BKA", "Bundeskriminalamt", "Germany"),
        ("DGSE", "Direction générale de la sécurité extérieure", "France"),
        ("CNDH", "Comisión Nacional de los Derechos Humanos", "Mexico"),
        ("PDI", "Policía de Investigaciones", "Chile"),
        ("SBU", "Security Service of Ukraine", "Ukraine"),
        ("EFCC", "Economic and Financial Crimes Commission", "Nigeria"),
        ("KPK", "Corruption Eradication Commission", "Indonesia"),
        ("JAXA", "Japan Aerospace Exploration Agency", "Japan"),
        ("Scotland Yard", "Metropolitan Police", "United Kingdom"),
        ("Stortinget", "Storting", "Norway"),
        ("CJEU", "European Court of Justice", "International"),
    ],
)
def test_acronyms_and_native_names(name: str, full: str, country: str) -> None:
    """Acronyms and short names lead to the full name and the country."""
    known = gazetteer().only(name)
    assert known is not None
    assert (known.name, known.type, known.within) == (full, "agency", country)


@pytest.mark.parametrize(
    "name", ["Ford", "Ryanair", "Boeing Company", "Oxfam", "Hezbollah", "FIFA", "Fianna Fáil", "Harvard"]
)
def test_organisations_are_known(name: str) -> None:
    """Companies, charities, groups, parties, federations and universities are organisations."""
    assert gazetteer().type_of(name) == "organisation"


def test_given_names_tell_one_gender() -> None:
    """There are many given names of both genders, and none is of both, with accents or without."""
    names = {gender: words.split() for gender, words in load_lexicon("given_names").items()}
    plain = Counter(name for words in names.values() for name in {without_accents(word) for word in words})
    assert all(len(words) >= FEWEST_NAMES for words in names.values())
    assert not [name for name, count in plain.items() if count > 1]
    assert not [word for words in names.values() for word in words if word != word.casefold()]


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Oluwaseun Larn", "male"),
        ("Ngozi Larn", "female"),
        ("Aleksandra Larn", "female"),
        ("Gulnara Larn", "female"),
        ("Nguyễn Larn", ""),
        ("Andrea Larn", ""),
        ("Takahiro Larn", "male"),
        ("Sunita Larn", "female"),
        ("Bjørn Larn", "male"),
        ("Zübeyde Larn", "female"),
        ("Muhammadu Larn", "male"),
        ("Kiran Larn", ""),
    ],
)
def test_given_names_of_many_languages(name: str, gender: str) -> None:
    """A given name tells a gender where only women or only men have it, wherever they live."""
    assert gender_of_name(name) == gender


@pytest.mark.parametrize(
    "title",
    [
        "superintendent of police",
        "inspector - general of police",
        "barangay captain",
        "district magistrate",
        "station house officer",
        "investigating magistrate",
        "deputy special representative",
        "wing commander",
        "lance corporal",
        "chief of army staff",
        "taoiseach",
        "kagawad",
    ],
)
def test_titles_of_many_countries_are_public(title: str) -> None:
    """Ranks and posts of police, forces, councils and courts are titles of officials."""
    assert tuple(title.split()) in title_words().public
