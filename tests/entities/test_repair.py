"""The passes that repair names over a whole document: what each alone makes right, and what it leaves."""

from __future__ import annotations

import pytest

from entities.handmade import line
from entities.reading import Row, by_name, names, short_of_rows, stands, without
from eventgraph.entities import repair
from eventgraph.entities.candidate import BODY, PERSON, PLACE, Candidate, words_of

PASSES = by_name(repair.PASSES)

ROWS: list[Row] = [
    ("split_companies", "Shares of Nordbank Ltd and Ostbank Ltd fell.", "organisation", "Ostbank Ltd"),
    ("cut", "Larn Air Flight 574 left Oslo.", "organisation", "Larn Air"),
    ("cut", "U.S. Army Sgt Ada Quist was hurt.", "agency", "U.S. Army"),
    ("corrected", "The film is about Sophie.", "person", "Sophie"),
    ("corrected", "German carmaker Larn Crest will shut a plant.", "organisation", "Larn Crest"),
    ("places_of", "He lives in the village of Simrock.", "location", "Simrock"),
    ("grow_people", "Natalia Brandelskaya was hurt.", "person", "Natalia Brandelskaya"),
    ("runs", "Mr Wexmoor was hurt.", "person", "Wexmoor"),
    ("runs", "Talks with the KLMT ended.", "agency", "KLMT"),
    ("with_nicknames", "Police arrested Otto “the Fox” Brandel.", "person", "Otto “the Fox” Brandel"),
    ("with_nicknames", 'Police arrested Otto "the Fox" Brandel.', "person", 'Otto "the Fox" Brandel'),
    ("aliases", "Otto Brandel, also known as Larnfox, was held.", "person", "Larnfox"),
    ("aliases", "Otto Brandel, better known as Bo, was held.", "person", "Bo"),
    ("with_first_words", "Votes were bought in the Vila Nova district.", "location", "Vila Nova"),
    ("with_first_words", "A fire in the Vila Nova district killed two.", "location", "Vila Nova"),
    (
        "with_numbers",
        "Investigating Court No. 3 of Murcia freed him.",
        "agency",
        "Investigating Court No. 3 of Murcia",
    ),
    ("with_numbers", "Judges at Court No 7 freed him.", "agency", "Court No 7"),
    ("with_hyphens", "NCSC-UK warned of an attack.", "organisation", "NCSC-UK"),
    ("with_hyphens", "A report by NBI-PH named two men.", "organisation", "NBI-PH"),
    (
        "bracketed",
        "Crimes At Sea (CAS) Task Force was set up.",
        "agency",
        "Crimes At Sea (CAS) Task Force",
    ),
    (
        "of_districts",
        "Court was held in the Northern District of Larnia.",
        "location",
        "Northern District of Larnia",
    ),
    (
        "of_districts",
        "He is the U.S. attorney for the Southern District of Oklahoma.",
        "location",
        "Southern District of Oklahoma",
    ),
    ("with_counties", "Tulsa County Sheriff Regina Quist said so.", "location", "Tulsa County"),
    ("of_saints", "St Mary's Hospital in Larnby was closed.", "location", "St Mary's Hospital"),
    ("of_saints", "Pupils of Saint Tesmay's College marched.", "organisation", "Saint Tesmay's College"),
    ("of_saints", "Nurses at St. Olin's School marched.", "organisation", "St. Olin's School"),
    ("split_units", "The Cyber Division of the FBI searched the house.", "agency", "Cyber Division"),
    ("split_units", "Agents of the Crime Unit of Europol met.", "agency", "Crime Unit"),
    ("with_small_heads", "He was held by Houston police.", "agency", "Houston police"),
    ("with_small_heads", "The Bergen district court freed him.", "agency", "Bergen district court"),
    ("with_small_heads", "The Boston field office closed.", "agency", "Boston field office"),
    ("offices_of_posts", "The Prime Minister's Office denied it.", "agency", "Prime Minister's Office"),
    ("offices_of_posts", "The Larnby Mayor's Office denied it.", "agency", "Larnby Mayor's Office"),
    ("operations", "Police ended Operation Grey Heron.", "operation", "Operation Grey Heron"),
    ("operations", "The sweep, dubbed “Paper Lantern”, ended.", "operation", "Paper Lantern"),
    ("operations", "Quiet Heron, an operation led by Europol, ended.", "operation", "Quiet Heron"),
    ("companies", "Larnora Steel cut jobs. Tesmay left. Larnora denied it.", "organisation", "Larnora"),
    ("companies", "Larnora Group cut jobs. The strike at Larnora ended.", "organisation", "Larnora"),
    ("listed", "Ada Quist, Otto Brandel and Larnpower Moor were hurt.", "person", "Larnpower Moor"),
    ("surnames", "Colm Drennan left. A Drennan spokeswoman denied it.", "person", "Drennan"),
    ("surnames", "Otto Brandel married. Brandel's widow lives in Oslo.", "person", "Brandel"),
    ("with_article", "He was born in the Netherlands.", "location", "the Netherlands"),
]
MADE: list[tuple[str, str, list[tuple[str, str]], tuple[str, str]]] = [
    ("split_places", "Alicante and Larnby", [(PLACE, "Alicante and Larnby")], (PLACE, "Alicante")),
    ("split_places", "Larnby and Alicante", [(PLACE, "Larnby and Alicante")], (PLACE, "Alicante")),
    ("with_counties", "Boston County Judge", [(PLACE, "Boston")], (PLACE, "Boston County")),
    ("split_possessives", "Norway 's Night Watch", [(BODY, "Norway 's Night Watch")], (PLACE, "Norway")),
    ("split_possessives", "Europol 's Crime Unit", [(BODY, "Europol 's Crime Unit")], (BODY, "Crime Unit")),
    (
        "split_companies",
        "Larn Inc. and Quern Inc.",
        [(BODY, "Larn Inc. and Quern Inc.")],
        (BODY, "Quern Inc."),
    ),
    ("places_of", "the Port of Simrock", [], (PLACE, "Port of Simrock")),
    ("grow_people", "Otto Brandel", [(PERSON, "Brandel")], (PERSON, "Otto Brandel")),
    (
        "with_particles",
        "Marina del Pilar Brandel",
        [(PERSON, "Marina")],
        (PERSON, "Marina del Pilar Brandel"),
    ),
    ("with_particles", "Banco do Larn", [(BODY, "Banco")], (BODY, "Banco do Larn")),
    ("bracketed", "Larnby Harbour Board ( LHB ) met", [], (BODY, "Larnby Harbour Board")),
    ("bracketed", "Criminal Police ( LKA ) met", [(BODY, "Criminal Police")], (BODY, "LKA")),
    (
        "grow_bodies",
        "Ministry of Trade and Industry",
        [(BODY, "Ministry of Trade")],
        (BODY, "Ministry of Trade and Industry"),
    ),
    ("grow_bodies", "Bureau of Parks", [(BODY, "Bureau")], (BODY, "Bureau of Parks")),
    (
        "listed",
        "Rotterdam , Antwerp and Brandel",
        [(PLACE, "Rotterdam"), (PLACE, "Antwerp"), (PERSON, "Brandel")],
        (PLACE, "Brandel"),
    ),
    (
        "namesakes",
        "Otto Brandel and Tesmay Brandel",
        [(PERSON, "Otto Brandel"), (BODY, "Tesmay Brandel")],
        (PERSON, "Tesmay Brandel"),
    ),
    ("namesakes", "Ada Larnski", [(PLACE, "Larnski")], (PERSON, "Ada Larnski")),
    ("seen_elsewhere", "Grey Vipers met Grey Vipers", [(BODY, "Grey Vipers")], (BODY, "Grey Vipers")),
    ("seen_elsewhere", "KLMT met KLMT", [(BODY, "KLMT")], (BODY, "KLMT")),
    ("with_article", "the Netherlands", [(PLACE, "Netherlands")], (PLACE, "the Netherlands")),
]
TRAPS = [
    ("split_possessives", "The St. Mary's Church in Larnby burned down.", "St. Mary"),
    ("split_places", "They met in Trinidad and Tobago.", "Trinidad"),
    ("with_counties", "Police in Oslo county met.", "Oslo county"),
    ("of_districts", "The Lake District of England is wet.", "Lake District of England"),
    ("split_companies", "Friends of Larn and Quern Ltd met.", "Quern Ltd met"),
    ("cut", "The U.S. Army denied it.", "U.S."),
    ("corrected", "He read Sophie Larn Weekly.", "Sophie"),
    ("places_of", "The head of Larnby Steel left.", "head of Larnby Steel"),
    ("grow_people", "Witness Ingrid Brandel told the court she ran.", "Witness Ingrid Brandel"),
    ("aliases", "Otto Brandel, known as a quiet man, was held.", "a quiet man"),
    ("grow_people", "Last June Ada Quist left.", "June Ada Quist"),
    ("grow_people", "Striker Otto Brandel scored twice.", "Striker Otto Brandel"),
    ("runs", "The HQ was hit by shells.", "HQ"),
    ("with_particles", "He took Ada Quist to Oslo.", "Ada Quist to Oslo"),
    ("with_nicknames", 'He called Otto "the best" on Friday.', 'Otto "the best" on'),
    ("with_first_words", "The fire in Mayor Larnby Square spread.", "Mayor Larnby"),
    ("with_numbers", "The house at Kings Road No. 5 burned.", "Kings Road No. 5"),
    ("with_hyphens", "The FBI-led raid ended.", "FBI-led"),
    ("bracketed", "Otto Brandel (45) was hurt.", "45"),
    ("of_saints", "St. Louis's Police Department denied it.", "St. Louis's Police Department"),
    ("of_saints", "St Mary's husband left.", "St Mary's husband"),
    ("grow_bodies", "The Ministry of Trade and Otto Brandel met.", "Ministry of Trade and Otto Brandel"),
    ("grow_bodies", "Air Force F-16 Hawks bombed the port.", "Air Force F-16 Hawks"),
    ("split_units", "The Bank of England cut rates.", "Bank"),
    ("with_small_heads", "Norway police arrested two men.", "Norway police"),
    ("with_small_heads", "London restaurants closed in May.", "London restaurants"),
    ("offices_of_posts", "The mayor's office denied it.", "mayor's office"),
    ("operations", "The dish, dubbed “Paper Lantern”, is hot.", "Paper Lantern"),
    ("operations", "The operation on Ada Quist went well.", "operation on Ada Quist"),
    ("companies", "Norway Steel Ltd cut jobs. Norway denied it.", "Norway Steel"),
    ("companies", "The Quern Christian Party lost. Christian schools shut.", "Christian"),
    ("listed", "The FBI, Europol and two clerks met.", "two clerks"),
    ("namesakes", "Otto Brandel left. Larnby Brandel Ltd met.", "Larnby Brandel"),
    ("surnames", "Otto Brandel left. The Brandel Foundation met.", "Brandel"),
    ("seen_elsewhere", "Ada Quist left Oslo. The oslo accord was signed.", "oslo"),
    ("with_article", "The United States Senate met.", "The United States"),
]


@pytest.mark.model
@pytest.mark.parametrize(("rule", "text", "kind", "name"), ROWS)
def test_a_pass_makes_a_name_whole(
    rule: str, text: str, kind: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each pass, and no other, makes its rows right."""
    with monkeypatch.context() as patch:
        without(patch, repair, "PASSES", PASSES[rule])
        assert not stands(text, (kind, name))
    assert stands(text, (kind, name))


@pytest.mark.parametrize(("rule", "text", "seen", "expected"), MADE)
def test_a_pass_by_itself(
    rule: str, text: str, seen: list[tuple[str, str]], expected: tuple[str, str]
) -> None:
    """What a pass gives for the names that others saw."""
    made = line(text)
    words = text.split()
    candidates = []
    for sort, name in seen:
        parts = name.split()
        first = next(i for i in range(len(words)) if words[i : i + len(parts)] == parts)
        candidates.append(Candidate(first, first + len(parts), sort))
    assert expected in [(one.sort, words_of(made, one)) for one in PASSES[rule](made, candidates)]


@pytest.mark.model
@pytest.mark.parametrize(("rule", "text", "name"), TRAPS)
def test_a_pass_leaves_what_is_no_name(rule: str, text: str, name: str) -> None:
    """Words that stand as in a name, and are none or not a part of it."""
    assert rule in PASSES
    assert name not in [words for _, words in names(text)]


def test_every_pass_has_rows() -> None:
    """No pass is without rows that need it, and none without a trap."""
    assert not short_of_rows(PASSES, [*[row[:2] for row in ROWS], *[row[:2] for row in MADE]], TRAPS)
