"""What the words of names say, and what the lexicons of names hold."""

from __future__ import annotations

import pytest

from eventgraph.entities.acronyms import spells
from eventgraph.entities.candidate import BODY, PERSON, Candidate, is_acronym, settle
from eventgraph.entities.classify import head_type, is_medium, is_place_name
from eventgraph.entities.knowledge import gazetteer, name_words, title_words
from eventgraph.lexicon import load_lexicon

FEWEST_AGENCIES = 700


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ministry of justice", "agency"),
        ("larnby police department", "agency"),
        ("office of the ombudsman", "agency"),
        ("national centre for border security", "agency"),
        ("larnby county council", "agency"),
        ("task force orion", "agency"),
        ("senate select committee", "agency"),
        ("brightwell foods ltd.", "organisation"),
        ("university of larnby", "organisation"),
        ("larnby chess club", "organisation"),
        ("night unit", ""),
        ("freedom of information act", "other"),
        ("hurricane", "other"),
        ("ada quist", ""),
        ("polícia federal", "agency"),
        ("guardia larnesa", "agency"),
        ("banco do larn", "organisation"),
        ("partido larnés", "organisation"),
        ("union station", ""),
        ("banco", ""),
        ("port larnby steel", "organisation"),
        ("larn haulage", "organisation"),
        ("steel", ""),
    ],
)
def test_the_head_of_a_name_says_what_it_is(name: str, kind: str) -> None:
    """A head decides; a weak head ("unit", "office") only beside a word that shows the state."""
    assert head_type(name.split()) == kind


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("larnby general hospital", True),
        ("lake larn", True),
        ("northern norway", True),
        ("larn nuclear refinery", True),
        ("rafiq refugee camp", True),
        ("upper larn wetlands", True),
        ("jabal larn", True),
        ("route 66", True),
        ("larnstraße", True),
        ("platz", False),
        ("hospital", False),
        ("avenida larna", True),
        ("rua do larn", True),
        ("rua", False),
        ("union station", True),
        ("brightwell foods", False),
    ],
)
def test_place_names(name: str, place: bool) -> None:  # noqa: FBT001 (a column of the table)
    """A feature at the end or the beginning, or a direction before a known place, names a place."""
    assert is_place_name(name.split()) is place


@pytest.mark.parametrize(
    ("word", "acronym"),
    [
        ("FBI", True),
        ("U.N.", True),
        ("FinCEN", True),
        ("MI5", True),
        ("Quist", False),
        ("I", False),
        ("it", False),
    ],
)
def test_acronyms(word: str, acronym: bool) -> None:  # noqa: FBT001 (a column of the table)
    """A few letters, mostly capitals."""
    assert is_acronym(word) is acronym


@pytest.mark.parametrize(
    ("letters", "words", "fits"),
    [
        ("lpd", "Larnby Police Department", True),
        ("opr", "Office of Public Records", True),
        ("oopr", "Office of Public Records", True),
        ("xyz", "Larnby Police Department", False),
    ],
)
def test_initials_spell_an_acronym(letters: str, words: str, fits: bool) -> None:  # noqa: FBT001 (a column)
    """With or without the small words."""
    assert spells(list(letters), words.split()) is fits


@pytest.mark.parametrize(
    ("name", "medium"),
    [
        ("Reuters", True),
        ("AFP", True),
        ("KXYZ-TV", True),
        ("Larnby Wire", True),
        ("Wire", False),
        ("Quist", False),
    ],
)
def test_media(name: str, medium: bool) -> None:  # noqa: FBT001 (a column of the table)
    """Known organisations and call signs report."""
    assert is_medium(name) is medium


def test_of_candidates_that_overlap_the_weightier_stays() -> None:
    """The larger weight wins, then the longer run."""
    short, long = Candidate(0, 2, PERSON), Candidate(1, 4, BODY)
    heavy = Candidate(3, 4, BODY, weight=1)
    assert settle([short, long]) == [long]
    assert settle([short, long, heavy]) == [short, heavy]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("FBI", "agency"),
        ("Drug Enforcement Administration", "agency"),
        ("NORWAY", "location"),
        ("Calif.", "location"),
        ("Reuters", "organisation"),
        ("AFP", ""),
        ("Quist", ""),
    ],
)
def test_known_names(name: str, kind: str) -> None:
    """A name has a type where all things of that name have it; AFP is an agency and a medium."""
    assert gazetteer().type_of(name) == kind


def test_an_ambiguous_place_is_no_one_place() -> None:
    """Georgia is a state and a country, Cambridge two cities."""
    assert gazetteer().only("Georgia") is None
    assert gazetteer().only("Cambridge") is None
    assert gazetteer().type_of("Georgia") == "location"


def test_every_city_lies_in_a_known_place() -> None:
    """What holds a city is a country or a division of the lexicon."""
    places = load_lexicon("places")
    holders = {*places["country"], *(name for divisions in places["division"].values() for name in divisions)}
    assert not [h for h in places["city"] if h.removeprefix("country ") not in holders]
    assert not [c for c in places["division"] if c not in places["country"]]


def test_agencies_stand_under_known_countries() -> None:
    """Each table of agencies is a country or "International", and there are many agencies."""
    agencies = load_lexicon("agencies")["agencies"]
    assert not [c for c in agencies if c not in load_lexicon("places")["country"] and c != "International"]
    assert sum(len(table) for table in agencies.values()) >= FEWEST_AGENCIES


def test_demonyms_are_no_places() -> None:
    """A word for a people names no place of the lexicon."""
    assert not [word for word in gazetteer().demonyms if gazetteer().type_of(word) == "location"]


def test_words_are_written_in_lower_case() -> None:
    """Words that are compared with lower-case tokens are themselves in lower case."""
    knowledge, titles = name_words(), title_words()
    words = [*knowledge.weak, *knowledge.state, *knowledge.field, *knowledge.place_last, *titles.beside]
    assert not [word for word in words if word != word.lower()]
