"""Who is protected: names that vanish from what a graph shows, and names that must not."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from eventgraph.export import BUILD_FILES, FORMATS, TIMELINES, exporter_of, rendered, timeline
from eventgraph.export.explain import explain
from eventgraph.graph.check import check
from eventgraph.graph.protect import protect
from eventgraph.graph.select import chronology
from eventgraph.graph.wire import encode
from eventgraph.link import Decision, Quote, conclude
from eventgraph.model import Document, Graph, Problem
from eventgraph.observe import observe_document

pytestmark = pytest.mark.model


def graph_of(text: str, origin: str = "a.txt", title: str = "", url: str = "") -> Graph:
    """The graph of one text."""
    document = Document(
        id="a" * 16, origin=origin, text=text, title=title, url=url, published=date(2024, 3, 12)
    )
    return conclude([observe_document(document)])


def shows(written: str, name: str) -> bool:
    """Whether a name stands in what was written, in any case, as a word of its own."""
    return re.search(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", written, re.IGNORECASE) is not None


GONE = [
    ("Mia Rowe, 9, was found safe in Larnby on Tuesday. Rowe had been missing since May.", "Mia Rowe"),
    ("MISSING GIRL MIA ROWE FOUND SAFE\n\nPolice in Larnby found Mia Rowe, 9, on Tuesday.", "Mia Rowe"),
    ("Police found 15-year-old Tilda Marsh on Tuesday. Tilda's mother thanked them.", "Tilda Marsh"),
    ("The boy, Tim Holm, was hurt. Little Timmy was taken to hospital on Tuesday.", "Tim Holm Timmy"),
    ("The daughter of Ada Quist, Lena Quist, a pupil at Larnby Elementary School, was rescued.", "Lena"),
    ("Lena Quist, a student at Larnby Elementary School, was hurt on Tuesday.", "Lena Quist"),
    ("Lena Quist, a third-grader at Larnby Elementary, went missing on Tuesday.", "Lena Quist"),
    ("Police said Jonas Lind, a minor, was arrested on Tuesday. Lind's lawyer denied it.", "Jonas Lind"),
    ("Police look for Anna-Maria Holt-Berg (12). Holt-Berg was last seen on Friday.", "Anna-Maria Holt-Berg"),
    ("The victim, 13-year-old Zoe\nMaree, was abused for years, a court heard on Tuesday.", "Zoe Maree"),
    ("The victim, 13-year-old Zoe\nMaree, was abused for years, police said on Tuesday.", "Zoe Maree"),
    ("Ada Quist, 7, is missing. The Ada Quist Foundation was founded on Friday.", "Ada Quist"),
    ("A search for seven-year-old Ida Brook began. Police called it Operation Ida.", "Ida Brook"),
    ("Twins Ada and Mona Quist, both 16, were found on Tuesday.", "Ada Mona Quist"),
    ("Siblings Nils Berg, 8, and Karin Berg, 5, were rescued on Tuesday.", "Nils Karin Berg"),
    ("Police identified the girl as Lina Vogt on Tuesday. Vogt's parents were told.", "Lina Vogt"),
    ("The girl, identified as Lina Vogt, was found on Tuesday.", "Lina Vogt"),
    ("The 14-year-old, named as Lina Vogt, died on Monday.", "Lina Vogt"),
    ("Lina Vogt was 14 when she was taken to Larnby in 2019, prosecutors said.", "Lina Vogt"),
    ("Lina Vogt was only twelve years old. She was found on Tuesday.", "Lina Vogt"),
    ("Lina 'Bee' Vogt, 11, was found on Tuesday. Friends call her Bee.", "Lina Vogt Bee"),
    ("Schoolgirl Lina Vogt was found. Baby Otis Marsh died. Toddler Kim Lund lives.", "Lina Otis Marsh Kim"),
    ("The 10-year-old son of Karl Brandt, Max Brandt, was found on Tuesday.", "Max"),
    ("Six-month-old Otis Marsh and his sister, Ella Marsh, aged 3, were rescued.", "Otis Ella Marsh"),
    ("Otis Marsh, 6 months, was found on Tuesday.", "Otis Marsh"),
    ("Lina Vogt\u2019s mother said Lina, 14, was kind. Lina\u2019s friends wept.", "Lina Vogt"),
    ("Lina van der Vogt, 14, died on Monday. Van der Vogt was kind.", "Lina Vogt"),
    ("Otto Brandel, 41, was charged with raping Ada Quist. Quist told the court she knew him.", "Ada Quist"),
    ("Karl Brandt admitted raping Petra Kolb and Eva Moor in 2019.", "Petra Kolb Eva Moor"),
    ("Petra Kolb, who was sexually abused by a priest, Karl Brandt, told the inquiry.", "Petra Kolb"),
    ("Petra Kolb, a survivor of sexual abuse, told the inquiry on Tuesday.", "Petra Kolb"),
    ("Karl Brandt was accused of sexually assaulting actress Petra Kolb. He denied raping Kolb.", "Kolb"),
    ("Petra Kolb accused Karl Brandt of rape on Tuesday. Kolb, 34, went to the police.", "Petra Kolb"),
    ("Petra Kolb alleged that Karl Brandt had raped her in 2019.", "Petra Kolb"),
    ("Rape survivor Petra Kolb spoke on Monday. Sexual assault victim Eva Moor did too.", "Petra Eva Moor"),
    ("Trafficking victim Petra Kolb was rescued on Tuesday.", "Petra Kolb"),
    ("Tuesday's victim, 16-year-old Åsa Öberg, was buried in Malmö.", "Åsa Öberg"),
]


@pytest.mark.parametrize(("text", "names"), GONE, ids=[names for _, names in GONE])
def test_children_and_victims_are_masked(text: str, names: str) -> None:
    """Whatever way a text says that somebody is one, no word of the name is left in the shown graph."""
    shown = protect(graph_of(text))
    check(shown)
    written = encode(shown).decode()
    assert [name for name in names.split() if shows(written, name)] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Peter Holm, a teacher who worked with children, was praised on Tuesday.", ["Peter Holm"]),
        ("Peter Holm, 45, convicted of abusing a girl, 9, was sentenced on Tuesday.", ["Peter Holm"]),
        ("Officer Jane Marsh of the Child Protection Unit spoke on Tuesday.", ["Jane Marsh"]),
        ("Ada Berg, 51, was killed in Larnby. Police named the victim as Ada Berg.", ["Ada Berg"]),
        ("The children's commissioner, Otto Lind, spoke on Tuesday.", ["Otto Lind"]),
        (
            "Judge Ann Smith, 61, sentenced Karl Brandt, 38, for the rape of a girl.",
            ["Ann Smith", "Karl Brandt"],
        ),
        ("Prosecutor Otto Lind accused Karl Brandt of rape.", ["Otto Lind", "Karl Brandt"]),
        ("Detective Ola Nord said Karl Brandt, 44, had raped her.", ["Ola Nord", "Karl Brandt"]),
        ("Karl Brandt told police he had raped her.", ["Karl Brandt"]),
        ("The woman was raped by Karl Brandt near Petra Kolb's bakery.", ["Karl Brandt", "Petra Kolb"]),
        ("A boy Interpol had sought was found by Larnby Police.", ["Interpol", "Larnby Police"]),
        ("Otto Brandel was 17 points ahead. Ada Quist was 12 minutes late.", ["Otto Brandel", "Ada Quist"]),
        ("Karl Brandt, a high school teacher, was hired on Tuesday.", ["Karl Brandt"]),
        ("Karl Brandt, a student at Larnby University, spoke on Tuesday.", ["Karl Brandt"]),
        ("The child actor Bo Lind, 50, danced on Friday.", ["Bo Lind"]),
        ("Coach Karl Brandt, convicted of sexually abusing boys, was sentenced.", ["Karl Brandt"]),
        ("Petra Kolb accused Karl Brandt of trafficking cocaine.", ["Petra Kolb", "Karl Brandt"]),
        ("Larnby United, 12, and Portnby Town, 9, played on Tuesday.", ["Larnby United", "Portnby Town"]),
        (
            "Baby Bank opened. Children International gave $3 million.",
            ["Baby Bank", "Children International"],
        ),
    ],
)
def test_others_are_named(text: str, names: list[str]) -> None:
    """Who works with children, is convicted, killed or in office keeps the name."""
    written = encode(protect(graph_of(text))).decode()
    assert [name for name in names if name not in written] == []


def full_of_names() -> Graph:
    """A graph with a child's name wherever a name may come to stand."""
    text = (
        "SEARCH FOR MIA ROWE\n\nLARNBY, March 12, 2024 - Mia Rowe, 9, was found by Larnby Police on Tuesday "
        "as part of Operation Mia. Chief Ola Nord of Larnby Police said: \u201cMia Rowe is safe. We thank "
        "Mia's aunt.\u201d The Mia Rowe Fund gave $3,000 to Larnby Police. Karl Brandt, 41, was arrested for "
        "kidnapping Mia\nRowe on March 3, 2024. Mia-Rowe's friends and MIA ROWE's school rejoiced.\n"
    )
    again = "Mia Rowe told a court in Larnby on March 20, 2024 that Karl Brandt kidnapped her."
    documents = [
        Document(
            id="a" * 16,
            origin="news/mia-rowe_found.txt",
            text=text,
            title="Mia Rowe found: Rowe is safe",
            publisher="The Mia Rowe Gazette",
            url="https://news.example/2024/mia_rowe+safe?name=Mia%20Rowe",
            published=date(2024, 3, 12),
        ),
        Document(id="b" * 16, origin="rowe/MiaRowe.txt", text=again, published=date(2024, 3, 20)),
    ]
    first = Quote(origin="news/mia-rowe_found.txt", text="Mia Rowe, 9")
    second = Quote(origin="rowe/MiaRowe.txt", text="Mia Rowe told")
    gone = Quote(origin="gone.txt", text="Mia Rowe")
    decisions = [
        Decision(action="merge", a=first, b=second, note="Mia Rowe is the girl Mia Rowe", number=1),
        Decision(action="rename", a=gone, value="Mia R.", note="Mia Rowe", number=2),
    ]
    problems = [Problem("mia-rowe.pdf", "mia-rowe.pdf cannot be read"), Problem("rowe/MiaRowe.txt", "torn")]
    return conclude(
        [observe_document(document) for document in documents],
        decisions,
        title="The case of Mia Rowe",
        problems=problems,
    )


PLACES = sorted({*BUILD_FILES.values(), *FORMATS.values()})


@pytest.fixture(scope="module")
def named() -> Graph:
    """The graph full of names, built once."""
    return full_of_names()


@pytest.mark.parametrize("place", PLACES)
def test_no_file_names_a_protected_person(place: str, named: Graph, tmp_path: Path) -> None:
    """Texts, titles, addresses, file names, ids, IRIs, labels, notes and problems: none of them does."""
    exporter_of(place)(protect(named), tmp_path / "file")
    written = (tmp_path / "file").read_text(encoding="utf-8")
    assert not shows(written, "Mia")
    assert not shows(written, "Rowe")
    assert "MiaRowe" not in written


@pytest.mark.parametrize("place", PLACES)
def test_files_name_everybody_when_asked(place: str, named: Graph, tmp_path: Path) -> None:
    """Without masking the name is there: what the other test looks for can be found."""
    exporter_of(place)(named, tmp_path / "file")
    assert shows((tmp_path / "file").read_text(encoding="utf-8"), "Rowe")


@pytest.mark.parametrize("name", sorted(TIMELINES))
def test_no_timeline_names_a_protected_person(name: str, named: Graph) -> None:
    """In any format."""
    shown = protect(named)
    written = timeline(shown, list(chronology(shown.events)), name)
    assert written.count("protected person")
    assert not shows(written, "Mia")
    assert not shows(written, "Rowe")


def test_no_explanation_names_a_protected_person(named: Graph) -> None:
    """Nor does what explains an entity or event."""
    shown = protect(named)
    for identifier in (*(e.id for e in shown.entities), *(e.id for e in shown.events)):
        written = explain(shown, identifier)
        assert not shows(written, "Mia")
        assert not shows(written, "Rowe")


def test_all_formats_are_tried() -> None:
    """Every exporter has a name by which it is asked for."""
    assert {FORMATS[name] for name in FORMATS} <= set(PLACES)
    assert rendered(protect(graph_of(GONE[0][0])), "ttl")
