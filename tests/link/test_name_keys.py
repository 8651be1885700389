"""Names made comparable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.link.names import (
    LEAST_NEAR,
    initials,
    is_acronym,
    is_general,
    is_placeholder,
    likeness,
    name_key,
    people_agree,
    slug,
    split_country,
)


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("agency", "the U.S. Coast Guard", "US Coast Guard"),
        ("agency", "Sheriff's Office", "Sheriffs Office"),
        ("agency", "Customs & Border Force", "Customs and Border Force"),
        ("organisation", "Acme Shipping, Inc.", "ACME Shipping"),
        ("organisation", "Société Générale", "Societe Generale"),
        ("operation", "Operation Grey Heron", "Grey Heron"),
        ("person", "Dr. Ada Quist", "Ada Quist"),
        ("person", "Ada Quist Jr.", "Ada Quist"),
        ("location", "Larnby", "LARNBY"),
    ],
)
def test_spellings_of_one_name_share_a_key(kind: str, left: str, right: str) -> None:
    """Points, accents, articles, forms and titles make no other name."""
    assert name_key(kind, left) == name_key(kind, right)


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("agency", "Larnby Police", "Larnby Fire Brigade"),
        ("agency", "First District Court", "Second District Court"),
        ("person", "Ada Quist", "Eda Quist"),
        ("operation", "Operation Heron", "Operation Herring"),
    ],
)
def test_different_names_have_different_keys(kind: str, left: str, right: str) -> None:
    """What tells things apart stays in the key."""
    assert name_key(kind, left) != name_key(kind, right)


@pytest.mark.parametrize(
    ("left", "right", "near"),
    [
        ("larnby harbour defence agency", "larnby harbour defense agency", True),
        ("centre for missing children", "center for missing children", True),
        ("eastern district court", "western district court", False),
        ("5th district court", "6th district court", False),
        ("larnby police", "larnby harbour police", False),
        ("ministry of justice", "ministry of labour", False),
    ],
)
def test_near_names(left: str, right: str, *, near: bool) -> None:
    """Spellings are near; another direction, number or word is another name."""
    assert (likeness(left, right) >= LEAST_NEAR) is near


@pytest.mark.parametrize(
    ("left", "right", "agree"),
    [
        ("ada quist", "ada quist", True),
        ("a quist", "ada quist", True),
        ("ada b quist", "ada quist", True),
        ("ada quist", "eda quist", False),
        ("ada quist", "ada quint", False),
        ("b quist", "ada quist", False),
    ],
)
def test_people_agree(left: str, right: str, *, agree: bool) -> None:
    """Initials and middle names may lack; given name and surname may not differ."""
    assert people_agree(left, right) is people_agree(right, left) is agree


@pytest.mark.parametrize(
    ("name", "acronym"),
    [
        ("LHP", True),
        ("L.H.P.", True),
        ("Larnby", False),
        ("A", False),
        ("LARNBY HARBOUR", False),
        ("MI6", False),
    ],
)
def test_acronyms(name: str, *, acronym: bool) -> None:
    """One word of capitals, points aside."""
    assert is_acronym(name) is acronym


def test_initials_leave_small_words_out() -> None:
    """Two letters are too few to say anything."""
    assert initials("bureau of harbour and coast safety") == "bhcs"
    assert not initials("harbour police")


def test_countries_are_split_off_bodies() -> None:
    """A country's word in front qualifies the name; alone it is the name."""
    assert split_country("us coast guard") == ("us", "coast guard")
    assert split_country("united states coast guard") == ("us", "coast guard")
    assert split_country("british") == ("", "british")
    assert split_country("larnby coast guard") == ("", "larnby coast guard")


@pytest.mark.parametrize(
    ("name", "general", "nobody"),
    [
        ("supreme court", True, False),
        ("larnby supreme court", False, False),
        ("victim 1", False, True),
        ("jane doe", False, True),
        ("ada quist", False, False),
    ],
)
def test_names_that_say_little(name: str, *, general: bool, nobody: bool) -> None:
    """Names that every place has, and names of nobody."""
    assert (is_general(name), is_placeholder(name)) == (general, nobody)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Los Águeros Police", "los-agueros-police"),
        ("U.S. Coast Guard", "us-coast-guard"),
        ("Care & Rescue", "care-and-rescue"),
        ("Москва", ""),
        ("😀", ""),
    ],
)
def test_slugs(name: str, expected: str) -> None:
    """Readable ASCII, empty where there is none."""
    assert slug(name) == expected


@given(st.text(max_size=300))
def test_any_text_has_a_key_and_a_safe_slug(name: str) -> None:
    """No name makes these fail; a slug has letters, digits and dashes, 60 at most."""
    assert isinstance(name_key("agency", name), str)
    assert set(slug(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(slug(name)) <= 60
