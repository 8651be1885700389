"""The questions about who says so, in both engines: rows worked out by hand from what is told."""

from __future__ import annotations

import pytest

from eventgraph.vocabulary import ClaimAbout, ClaimState, Status
from told import Asking, Rows, Teller, Told

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")


def papers() -> Asking:
    """Three papers and a note of no date: retellings, a copied passage, differing answers, speakers."""
    told = Teller()
    for origin, day in (("one.txt", "2024-03-14"), ("three.txt", "2024-03-20"), ("two.txt", "2024-03-16")):
        told.document(origin, day)
    told.document("note.txt")
    told.entity("agency", "Harbour Police")
    told.entity("person", "Tom Hale")
    told.entity("location", "Larnby")
    told.entity("location", "Port Elin")
    first = told.says("one.txt", "Harbour Police said Tom Hale was seen in Larnby on 12 March.")
    copied = told.says("two.txt", "Harbour Police said Tom Hale was seen in Larnby on 12 March.", repeat=True)
    told.event(
        "discovery:01", first, "2024-03-12", label="Tom Hale seen", patient=["Tom Hale"], place=["Larnby"],
        also=[copied], said_by=["Harbour Police"],
    )  # fmt: skip
    one = told.says("one.txt", "Tom Hale was arrested on 13 March in Larnby.")
    two = told.says("two.txt", "Tom Hale was arrested on 14 March in Larnby, witnesses told Harbour Police.")
    note = told.says("note.txt", "Tom Hale was arrested in Port Elin.")
    told.event(
        "arrest:02", one, "2024-03-13", label="Tom Hale arrested", patient=["Tom Hale"], place=["Larnby"],
        also=[two, note], said_by=["witnesses", "Harbour Police"],
        claims=[
            Told(one, "13 March", "2024-03-13", ClaimState.CHOSEN, ClaimAbout.WHEN),
            Told(two, "14 March", "2024-03-14", ClaimState.OTHER, ClaimAbout.WHEN, ("witnesses",)),
            Told(one, "Larnby", "location:larnby", ClaimState.CHOSEN, ClaimAbout.PLACE),
            Told(note, "Port Elin", "location:port-elin", ClaimState.REJECTED, ClaimAbout.PLACE),
            Told(one, "arrested", "happened", ClaimState.CHOSEN, ClaimAbout.STATUS),
            Told(two, "arrested", "happened", ClaimState.OTHER, ClaimAbout.STATUS),
        ],
    )  # fmt: skip
    told.event(
        "charge:03", told.says("three.txt", "Harbour Police expect that Tom Hale will be charged."),
        label="Tom Hale charged", status=Status.PLANNED, patient=["Tom Hale"], said_by=["Harbour Police"],
    )  # fmt: skip
    told.event(
        "seizure:04", told.says("three.txt", "Twelve boats were seized in Larnby."), label="Boats seized",
        place=["Larnby"], also=[told.says("note.txt", "Boats were seized too.")],
    )  # fmt: skip
    told.entity("person", "Lea Novak", "Ms Novak")
    told.says("note.txt", "Ms Novak was not there.")
    told.says("three.txt", "Lea Novak was there.")
    return Asking(told.graph())


PAPERS = papers()
SEEN = "Harbour Police said Tom Hale was seen in Larnby on 12 March."
ONE = "Tom Hale was arrested on 13 March in Larnby."
TWO = "Tom Hale was arrested on 14 March in Larnby, witnesses told Harbour Police."
NOTE = "Tom Hale was arrested in Port Elin."


def test_said() -> None:
    """One row a telling and speaker; a copied passage is marked; what has no day comes last."""
    assert PAPERS.ask("said", event="discovery:01") == [
        ("2024-03-14", "one.txt", "Harbour Police", SEEN, ""),
        ("2024-03-16", "two.txt", "Harbour Police", SEEN, "true"),
    ]
    assert PAPERS.ask("said", event="Tom Hale arrested") == [
        ("2024-03-14", "one.txt", "", ONE, ""),
        ("2024-03-16", "two.txt", "witnesses", TWO, ""),
        ("2024-03-16", "two.txt", "Harbour Police", TWO, ""),
        ("", "note.txt", "", NOTE, ""),
    ]


def test_quotes() -> None:
    """All that is said by somebody, or by somebody's account; the same words in two files are two rows."""
    assert PAPERS.ask("quotes", who="Harbour Police") == [
        ("2024-03-14", "one.txt", SEEN, "Tom Hale seen", "happened", "discovery:01"),
        ("2024-03-16", "two.txt", SEEN, "Tom Hale seen", "happened", "discovery:01"),
        ("2024-03-16", "two.txt", TWO, "Tom Hale arrested", "happened", "arrest:02"),
        ("2024-03-20", "three.txt", "Harbour Police expect that Tom Hale will be charged.",
         "Planned: Tom Hale charged", "planned", "charge:03"),
    ]  # fmt: skip
    assert PAPERS.ask("quotes", who="Tom Hale") == []


@pytest.mark.parametrize("given", [{}, {"who": "Tom Hale"}, {"who": "Larnby"}])
def test_disagreements(given: dict[str, str]) -> None:
    """More than one answer to one question about one event; two that say the same agree."""
    assert PAPERS.ask("disagreements", **given) == [
        ("Tom Hale arrested", "place", "Port Elin", "rejected", "Port Elin", "", "note.txt", "", "arrest:02"),
        ("Tom Hale arrested", "place", "Larnby", "chosen", "Larnby", "2024-03-14", "one.txt", "",
         "arrest:02"),
        ("Tom Hale arrested", "when", "2024-03-13", "chosen", "13 March", "2024-03-14", "one.txt", "",
         "arrest:02"),
        ("Tom Hale arrested", "when", "2024-03-14", "other", "14 March", "2024-03-16", "two.txt", "witnesses",
         "arrest:02"),
    ]  # fmt: skip


def test_disagreements_of_others() -> None:
    """Only events of whoever is asked for."""
    assert PAPERS.ask("disagreements", who="Lea Novak") == []


def test_single_source() -> None:
    """A copied passage is no second source, a retelling is; what is planned is not asked about."""
    assert PAPERS.ask("single-source") == [
        ("2024-03-12", "Tom Hale seen", "Harbour Police", SEEN, "one.txt", "discovery:01"),
    ]
    assert PAPERS.ask("single-source", type="seizure") == []


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (
            "one.txt",
            [
                ("entity", "Harbour Police", ""),
                ("entity", "Larnby", ""),
                ("entity", "Tom Hale", ""),
                ("event", "Tom Hale seen", "0"),
                ("event", "Tom Hale arrested", "2"),
            ],
        ),
        ("two.txt", []),
        (
            "three.txt",
            [
                ("entity", "Lea Novak", ""),
                ("event", "Planned: Tom Hale charged", "0"),
                ("event", "Boats seized", "1"),
            ],
        ),
        (
            "note.txt",
            [("entity", "Port Elin", "")],
        ),
    ],
)  # fmt: skip
def test_added(document: str, expected: Rows) -> None:
    """What no document of an earlier day tells; a document without a day comes after those with one."""
    assert sorted(PAPERS.columns("added", "added what others", document=document)) == sorted(expected)


def test_first_mentions() -> None:
    """By day of publication, then file, then place; the words as written."""
    assert PAPERS.ask("first-mentions") == [
        ("2024-03-14", "one.txt", "Harbour Police", "agency", "Harbour Police", "agency:harbour-police"),
        ("2024-03-14", "one.txt", "Tom Hale", "person", "Tom Hale", "person:tom-hale"),
        ("2024-03-14", "one.txt", "Larnby", "location", "Larnby", "location:larnby"),
        ("2024-03-20", "three.txt", "Lea Novak", "person", "Lea Novak", "person:lea-novak"),
        ("", "note.txt", "Port Elin", "location", "Port Elin", "location:port-elin"),
    ]
