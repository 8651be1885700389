"""The questions about what is not certain, in both engines: rows worked out by hand."""

from __future__ import annotations

import pytest

from eventgraph.query import load_questions, prepare
from eventgraph.vocabulary import Status
from told import Asking, Number, Teller

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")


def court() -> Asking:
    """Charges with outcomes before, after and without a date; what is alleged, planned or denied."""
    told = Teller()
    told.document("one.txt", "2024-06-20")
    for name in ("Ann A", "Bob B", "Cid C", "Dee D", "Eve E", "Fay F"):
        told.entity("person", name)
    told.entity("official", "Ana Ruiz")

    def tell(name: str, who: str, when: str | None, label: str, status: Status = Status.HAPPENED) -> None:
        sentence = told.says("one.txt", f"{label}, said Ana Ruiz.")
        told.event(
            name, sentence, when, label=label, patient=[who], status=status,
            said_by=["Ana Ruiz"] if status is not Status.HAPPENED else [],
        )  # fmt: skip

    tell("charge:a1", "Ann A", "2024-02-01", "Ann A charged")
    tell("plea:a2", "Ann A", "2024-03-01", "Ann A pleaded guilty")
    tell("sentence:a3", "Ann A", "2024-05", "Ann A jailed")
    tell("release:a4", "Ann A", "2024-01-15", "Ann A freed")
    tell("appeal:a5", "Ann A", "2024-07-01", "Ann A appeals", Status.PLANNED)
    tell("hearing:a6", "Ann A", "2024-06-01", "Ann A heard")
    tell("charge:b1", "Bob B", "2024-02-01", "Bob B charged")
    tell("conviction:b2", "Bob B", None, "Bob B convicted")
    tell("acquittal:c2", "Cid C", "2023-01-01", "Cid C acquitted")
    tell("charge:c1", "Cid C", "2024-02-01", "Cid C charged")
    tell("charge:d1", "Dee D", None, "Dee D charged")
    tell("acquittal:d2", "Dee D", "2022-01-01", "Dee D acquitted")
    tell("plea:d3", "Dee D", None, "Dee D pleaded")
    tell("charge:e1", "Eve E", "2024-02-01", "Eve E charged", Status.ALLEGED)
    tell("charge:f1", "Fay F", "2024-02", "Fay F charged")
    tell("trial:f2", "Fay F", "2024-02-10", "Fay F tried")
    tell("acquittal:f3", "Fay F", "2024-02-10", "Fay F acquitted")
    tell("escape:b3", "Bob B", "2024-04-01", "Bob B escaped", Status.DENIED)
    tell("escape:b4", "Bob B", None, "Bob B fled", Status.HYPOTHETICAL)
    tell("escape:b5", "Bob B", None, "Bob B at large", Status.NEGATED)
    tell("escape:b6", "Bob B", None, "Bob B missing", Status.ONGOING)
    return Asking(told.graph())


COURT = court()


def test_outcomes() -> None:
    """The latest that is not before the charge; undated ones where there is no other; two of one day both."""
    assert COURT.columns("outcomes", "person charged outcome_date outcome outcome_id") == [
        ("Ann A", "2024-02-01", "2024-05", "Ann A jailed", "sentence:a3"),
        ("Bob B", "2024-02-01", "", "Bob B convicted", "conviction:b2"),
        ("Cid C", "2024-02-01", "", "no outcome told", ""),
        ("Dee D", "", "2022-01-01", "Dee D acquitted", "acquittal:d2"),
        ("Fay F", "2024-02", "2024-02-10", "Fay F acquitted", "acquittal:f3"),
        ("Fay F", "2024-02", "2024-02-10", "Fay F tried", "trial:f2"),
    ]


def test_outcomes_of_one() -> None:
    """Only one person's, with the sentence that tells the outcome; in one engine, the other is slow here."""
    sparql = prepare(load_questions()["outcomes"], {"who": "bob b"}, COURT.graph).sparql
    (row,) = COURT.answer(sparql).rows
    assert [term.value if term else "" for term in row] == [
        "Bob B", "2024-02-01", "Bob B charged", "", "Bob B convicted", "Bob B convicted, said Ana Ruiz.",
        "one.txt", "charge:b1", "conviction:b2",
    ]  # fmt: skip


def test_unproven() -> None:
    """What is told as no fact, with who says so; neither facts nor what is negated are listed."""
    assert COURT.ask("unproven") == [
        ("alleged", "2024-02-01", "Alleged: Eve E charged", "Ana Ruiz", "Eve E charged, said Ana Ruiz.",
         "one.txt", "charge:e1"),
        ("denied", "2024-04-01", "Denied: Bob B escaped", "Ana Ruiz", "Bob B escaped, said Ana Ruiz.",
         "one.txt", "escape:b3"),
        ("hypothetical", "", "Hypothetical: Bob B fled", "Ana Ruiz", "Bob B fled, said Ana Ruiz.",
         "one.txt", "escape:b4"),
        ("planned", "2024-07-01", "Planned: Ann A appeals", "Ana Ruiz", "Ann A appeals, said Ana Ruiz.",
         "one.txt", "appeal:a5"),
    ]  # fmt: skip
    assert COURT.columns("unproven", "id", who="Bob B") == [("escape:b3",), ("escape:b4",)]


def doubtful() -> Asking:
    """Entities that may be one, and events that are alike in all but one thing."""
    told = Teller()
    told.document("one.txt", "2024-06-20")
    told.document("two.txt", "2024-06-21")
    told.entity("person", "Tom Hale")
    told.entity("person", "T. Hale", as_id="person:a-t-hale")
    told.entity("agency", "Harbour Police")
    told.entity("location", "Larnby")
    told.entity("location", "Port Elin")
    five = [Number("5", "5")]
    for name, day, place, numbers in (
        ("search:1", "2024-03-12", "Larnby", five),
        ("search:2", "2024-03-12", "Larnby", []),
        ("search:3", "2024-03-13", "Larnby", five),
        ("search:4", "2024-03", "Larnby", five),
        ("search:5", "2024-03-12", "Port Elin", []),
        ("arrest:6", "2024-03-12", "Larnby", five),
        ("search:7", "2024-03-12", "Port Elin", five),
    ):
        sentence = told.says("one.txt", f"{name} Harbour Police found 5 men in {place}.")
        told.event(
            name, sentence, day, label=f"Search {name[-1]}", agent=["Harbour Police"], place=[place],
            numbers=numbers,
        )  # fmt: skip
    told.event(
        "search:8", told.says("two.txt", "Harbour Police were searched in Larnby."), "2024-03-12",
        label="Search 8", patient=["Harbour Police"], place=["Larnby"],
    )  # fmt: skip
    told.event(
        "search:9", told.says("two.txt", "Harbour Police are to search Larnby."), "2024-03-12",
        label="Search 9", agent=["Harbour Police"], place=["Larnby"], status=Status.PLANNED,
    )  # fmt: skip
    told.says("two.txt", "Tom Hale and T. Hale are named.")
    told.doubt("Tom Hale", "T. Hale", 0.4, "One may be short for the other.")
    return Asking(told.graph())


ALIKE = "the same type and day, both with Harbour Police and "


def test_duplicates() -> None:
    """Doubts first; then pairs of one type, day, participant in one role, and place or number: each once."""
    assert doubtful().ask("duplicates") == [
        ("doubt", "0.4", "T. Hale", "Tom Hale", "One may be short for the other.", "person:a-t-hale",
         "person:tom-hale"),
        ("alike", "", "Search 1", "Search 2", f"{ALIKE}Larnby", "search:1", "search:2"),
        ("alike", "", "Search 1", "Search 7", f"{ALIKE}5", "search:1", "search:7"),
        ("alike", "", "Search 5", "Search 7", f"{ALIKE}Port Elin", "search:5", "search:7"),
    ]  # fmt: skip
