"""Known bodies in sentences: found by their short and native names, not taken for people, kept apart."""

from __future__ import annotations

from functools import cache

import pytest

from eventgraph.entities import EntityFindings, find_entities
from eventgraph.model import Document
from eventgraph.text.blocks import find_blocks
from eventgraph.text.front import find_front
from eventgraph.text.parse import parse
from eventgraph.vocabulary import MentionKind

pytestmark = pytest.mark.model


@cache
def found(text: str) -> EntityFindings:
    """What is found in a text."""
    fronts = find_front(text)
    parsed = parse(text, find_blocks(text, [(front.start, front.end) for front in fronts]))
    return find_entities(Document(id="d", origin="d.txt", text=text), parsed, fronts)


def names(text: str) -> list[tuple[str, str]]:
    """The type and words of each mention by name."""
    return [(m.type, text[m.start : m.end]) for m in found(text).mentions if m.kind is MentionKind.NAME]


def links(text: str) -> set[tuple[str, str]]:
    """The words of both sides of each link."""
    words = {m.mention_id: text[m.start : m.end] for m in found(text).mentions}
    return {(words[link.left], words[link.right]) for link in found(text).links}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The BKA searched flats in Hamburg.", [("agency", "BKA"), ("location", "Hamburg")]),
        ("Officers of the Guardia Civil seized hashish.", [("agency", "Guardia Civil")]),
        ("The Polícia Federal arrested nine people.", [("agency", "Polícia Federal")]),
        ("Kripos and Økokrim raided an office.", [("agency", "Kripos"), ("agency", "Økokrim")]),
        ("The SBU said it had detained a man.", [("agency", "SBU")]),
        ("Mexico's CNDH opened an inquiry.", [("location", "Mexico"), ("agency", "CNDH")]),
        ("The EFCC charged a former clerk with fraud.", [("agency", "EFCC")]),
        ("The Kremlin denied it and the Duma agreed.", [("agency", "Kremlin"), ("agency", "Duma")]),
        ("The Senate passed the bill on Friday.", [("agency", "Senate")]),
        (
            "Ryanair and Lufthansa cancelled flights.",
            [("organisation", "Ryanair"), ("organisation", "Lufthansa")],
        ),
        ("Ford recalled 9,000 vans on Monday.", [("organisation", "Ford")]),
        ("MIT researchers found the flaw.", [("organisation", "MIT")]),
        ("Frontex and Oxfam gave no names.", [("agency", "Frontex"), ("organisation", "Oxfam")]),
        ("Fianna Fáil won nine seats.", [("organisation", "Fianna Fáil")]),
    ],
)
def test_known_bodies_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    """Acronyms, native names and short names of agencies, companies, charities and parties."""
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Colm Ford left the court on Monday. Ford said nothing to reporters.",
            [("person", "Colm Ford"), ("person", "Ford")],
        ),
        (
            "Sheriff Helena Saab spoke on Monday. Saab praised the deputies.",
            [("official", "Helena Saab"), ("official", "Saab")],
        ),
        (
            "Ford closed a plant on Monday. Colm Ford, a welder, lost his job.",
            [("organisation", "Ford"), ("person", "Colm Ford")],
        ),
        (
            "The Progressive Seamen's Party (PSP) won nine seats. The PSP will govern.",
            [
                ("organisation", "Progressive Seamen's Party"),
                ("organisation", "PSP"),
                ("organisation", "PSP"),
            ],
        ),
    ],
)
def test_what_a_text_says_beats_the_lexicon(text: str, expected: list[tuple[str, str]]) -> None:
    """A surname that is a company's too is the person's, an acronym is what the text spells it out as."""
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The BKA searched flats on Monday. The Bundeskriminalamt gave no names.",
            {("BKA", "Bundeskriminalamt")},
        ),
        ("U.S. Senate leaders met on Monday. The Senate adjourned.", {("U.S. Senate", "Senate")}),
        ("The Senate met on Monday. The U.S. Senate will vote in May.", {("Senate", "U.S. Senate")}),
        ("The U.S. Senate and the Nigerian Senate met. The Senate adjourned.", set()),
        (
            "The Justice Department sued on Monday. The DOJ wants the firm to pay.",
            {("Justice Department", "DOJ")},
        ),
        (
            "The Armed Forces of the Philippines (AFP) fired. Agence France-Presse was told so.",
            {("Armed Forces of the Philippines", "AFP")},
        ),
        ("Boeing delivered nine jets. Shares of Boeing Co. rose.", {("Boeing", "Boeing Co.")}),
    ],
)
def test_names_of_one_body_are_linked_and_others_kept_apart(
    text: str, expected: set[tuple[str, str]]
) -> None:
    """A name of several bodies is the one a text has named; two that the lexicon knows are never one."""
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Superintendent of Police Ravi Quistan held two men.", "Ravi Quistan"),
        ("Deputy Commissioner of Police Meena Brandel visited the village.", "Meena Brandel"),
        ("Inspector-General of Police Musa Brandel addressed officers in Kano.", "Musa Brandel"),
        ("Barangay captain Otto Dela Larn called the police.", "Otto Dela Larn"),
        ("Lt. R. J. Quist led the search.", "R. J. Quist"),
        ("Sgt. Ada Quist was shot on Monday.", "Ada Quist"),
        ("Investigating judge Claire Brandelle ordered his release.", "Claire Brandelle"),
        ("U.N. Special Representative Ada Quist flew to Geneva.", "Ada Quist"),
        ("Group Captain Colm Strand flew the jet.", "Colm Strand"),
        ("District Magistrate Meena Larn ordered an inquiry.", "Meena Larn"),
        ("Vice President Ada Quist met the king.", "Ada Quist"),
        ("Ada Quist, vice president of Brazil, left Oslo.", "Ada Quist"),
    ],
)
def test_titles_make_officials(text: str, name: str) -> None:
    """Who carries a rank or post of any country is an official."""
    assert ("official", name) in names(text)
