"""The questions about who, in both engines: rows worked out by hand from what is told."""

from __future__ import annotations

import pytest

from eventgraph.vocabulary import Status
from told import Asking, Rows, Teller

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")


def night_tide() -> Asking:
    """An operation of three agencies, who was held in it, and statements about who works with whom."""
    told = Teller()
    told.document("one.txt", "2024-03-20")
    told.document("two.txt", "2024-03-22")
    for name in ("Harbour Police", "Customs Service", "Coast Guard", "Tax Office"):
        told.entity("agency", name)
    told.entity("operation", "Operation Night Tide")
    told.entity("person", "Tom Hale")
    inside = {"operation": "Operation Night Tide"}
    told.event(
        "operation:01", told.says("one.txt", "Operation Night Tide ran from 1 to 12 March 2024."),
        "2024-03-01/2024-03-12", label="Operation Night Tide", **inside,
    )  # fmt: skip
    told.event(
        "arrest:02", told.says("one.txt", "Harbour Police and Customs Service arrested Tom Hale."),
        "2024-03-12", label="Tom Hale arrested", agent=["Harbour Police", "Customs Service"],
        patient=["Tom Hale"], **inside,
    )  # fmt: skip
    told.event(
        "search:03", told.says("one.txt", "Customs Service and federal agents searched a barn in March."),
        "2024-03", label="Barn searched", agent=["Customs Service", "federal agents"], topic=["Tom Hale"],
        **inside,
    )  # fmt: skip
    told.event(
        "search:04", told.says("one.txt", "Customs Service searched a boat."), label="Boat searched",
        agent=["Customs Service"], **inside,
    )  # fmt: skip
    told.event(
        "fraud:05", told.says("one.txt", "Tom Hale is accused of fraud since 2020."), "2020/..",
        label="Fraud", status=Status.ALLEGED, agent=["Tom Hale"], **inside,
    )  # fmt: skip
    told.event(
        "search:06", told.says("two.txt", "On 2 May Customs Service and Harbour Police searched a shop."),
        "2024-05-02", label="Shop searched", agent=["Customs Service", "Harbour Police"],
    )  # fmt: skip
    told.event(
        "search:07", told.says("two.txt", "Coast Guard and Tax Office plan a search in June."), "2024-06",
        label="Search", status=Status.PLANNED, agent=["Coast Guard", "Tax Office"],
    )  # fmt: skip
    told.event(
        "search:08", told.says("two.txt", "Harbour Police searched the Tax Office on 3 May."), "2024-05-03",
        label="Tax Office searched", agent=["Harbour Police"], patient=["Tax Office"],
    )  # fmt: skip
    both = told.says("two.txt", "Harbour Police and Coast Guard took part in Operation Night Tide.")
    told.relation("took_part_in", "Harbour Police", both, object="Operation Night Tide")
    told.relation("took_part_in", "Coast Guard", both, object="Operation Night Tide")
    works = told.says("two.txt", "Tax Office works with Coast Guard.")
    told.relation("works_with", "Tax Office", works, "2024-03-22", object="Coast Guard")
    may = told.says("two.txt", "Tax Office may work with Customs Service.")
    told.relation("works_with", "Tax Office", may, object="Customs Service", status=Status.PLANNED)
    return Asking(told.graph())


NIGHT_TIDE = night_tide()


def test_operation() -> None:
    """Those known by name and by words only; topics are left out; allegations apart; first and last day."""
    assert NIGHT_TIDE.ask("operation", operation="night tide") == [
        ("Customs Service", "by", "happened", "3", "2024-03-01", "2024-03-31"),
        ("Coast Guard", "took part in", "happened", "1", "", ""),
        ("Harbour Police", "by", "happened", "1", "2024-03-12", "2024-03-12"),
        ("Harbour Police", "took part in", "happened", "1", "", ""),
        ("Tom Hale", "by", "alleged", "1", "2020-01-01", ""),
        ("Tom Hale", "whom or what", "happened", "1", "2024-03-12", "2024-03-12"),
        ("federal agents", "by", "happened", "1", "2024-03-01", "2024-03-31"),
    ]


TOGETHER = [
    ("Customs Service", "Harbour Police", "2", "2024-03-12", "2024-05-02"),
    ("Coast Guard", "Harbour Police", "1", "2024-03-01", "2024-03-12"),
    ("Coast Guard", "Tax Office", "1", "2024-03-22", "2024-03-22"),
]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, TOGETHER),
        ({"who": "coast guard"}, TOGETHER[1:]),
    ],
)
def test_together(given: dict[str, str], expected: Rows) -> None:
    """What is planned, or done by one to the other, joins nobody; each pair stands once."""
    assert NIGHT_TIDE.ask("together", **given) == expected


def chain() -> Asking:
    """A is joined to B, B to C, C to D, D to E; A to E only by what is denied or negated."""
    told = Teller()
    told.document("one.txt", "2024-03-20")
    for name in ("Ann A", "Bob B", "Cid C", "Dee D", "Eve E"):
        told.entity("person", name)
    told.entity("location", "Larnby")
    for number, (pair, day, status) in enumerate(
        (
            ("Ann A|Bob B", "2024-02-01", Status.HAPPENED),
            ("Ann A|Bob B", "2024-01-01", Status.HAPPENED),
            ("Bob B|Cid C", None, Status.ALLEGED),
            ("Cid C|Dee D", "2024-03", Status.HAPPENED),
            ("Dee D|Eve E", "2024-04-01", Status.HAPPENED),
            ("Ann A|Eve E", "2024-04-02", Status.DENIED),
            ("Ann A|Eve E", "2024-04-03", Status.NEGATED),
            ("Cid C|Dee D", "[2024-02-01..2024-02-09]", Status.HAPPENED),
        )
    ):
        one, other = pair.split("|")
        told.event(
            f"meeting:{number}", told.says("one.txt", f"{one} met {other} in Larnby, {number}."), day,
            label=f"{one} and {other} met", agent=[one], patient=[other], status=status, place=["Larnby"],
        )  # fmt: skip
    return Asking(told.graph())


CHAIN = chain()
AB = "2024-01-01 Ann A and Bob B met [meeting:1]"
BC = "undated Alleged: Bob B and Cid C met [meeting:2]"
CD = "[2024-02-01..2024-02-09] Cid C and Dee D met [meeting:7]"


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("Bob B", [("1", AB, "", "", "", "")]),
        ("Cid C", [("2", AB, "Bob B", BC, "", "")]),
        ("Dee D", [("3", AB, "Bob B", BC, "Cid C", CD)]),
        ("Eve E", []),
        ("Larnby", []),
    ],
)
def test_path(end: str, expected: Rows) -> None:
    """The shortest ways, by the earliest event between two; none over a place, a denial, or itself."""
    assert CHAIN.ask("path", start="Ann A", end=end) == expected


def test_path_by_operations_and_relations() -> None:
    """An operation and a relation join, too."""
    rows = NIGHT_TIDE.columns("path", "steps first_link", start="Coast Guard", end="Operation Night Tide")
    assert rows[0] == ("1", "undated took part in [took_part_in:00000001]")


def posts() -> Asking:
    """Posts of every kind of date."""
    told = Teller()
    told.document("one.txt", "2024-03-20")
    for name in ("Ada A", "Ben B", "Cat C", "Dan D", "Eli E", "Fay F", "Gus G", "Hal H"):
        told.entity("official", name)
    told.entity("agency", "Harbour Police")
    for name, when, told_of in (
        ("Ada A", "2024-03-20", {}),
        ("Ben B", "2023-05/..", {}),
        ("Cat C", "2022-01-01/2024-12-31", {"qualifier": "acting"}),
        ("Dan D", "../2024-02-29", {"qualifier": "former"}),
        ("Eli E", None, {}),
        ("Fay F", "2024-03-20", {"status": Status.PLANNED}),
        ("Gus G", "2024", {}),
        ("Hal H", "2024-03-21/..", {}),
    ):
        sentence = told.says("one.txt", f"{name} chief.")
        told.relation(
            "holds_position", name, sentence, when, object="Harbour Police", label="chief", **told_of
        )
    return Asking(told.graph())


POSTS = posts()


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (
            "2024-03-20",
            [
                ("certainly", "Ada A", ""),
                ("certainly", "Cat C", "acting"),
                ("possibly", "Ben B", ""),
                ("possibly", "Gus G", ""),
                ("undated", "Eli E", ""),
            ],
        ),
        (
            "2024-02",
            [
                ("certainly", "Cat C", "acting"),
                ("possibly", "Ben B", ""),
                ("possibly", "Dan D", "former"),
                ("possibly", "Gus G", ""),
                ("undated", "Eli E", ""),
            ],
        ),
        ("1999", [("possibly", "Dan D", "former"), ("undated", "Eli E", "")]),
        ("2030", [("possibly", "Ben B", ""), ("possibly", "Hal H", ""), ("undated", "Eli E", "")]),
    ],
)
def test_posts(day: str, expected: Rows) -> None:
    """A former chief held it before, an acting one is marked, a planned one does not hold it."""
    assert POSTS.columns("posts", "how person qualifier", day=day) == expected


@pytest.mark.parametrize(("who", "count"), [("Ada A", 1), ("harbour police", 5), ("Hal H", 0)])
def test_posts_of_one(who: str, count: int) -> None:
    """Only a person, or all at a body."""
    rows = POSTS.ask("posts", day="2024-03-20", who=who)
    assert len(rows) == count
    assert all(row[2:4] == ("chief", "Harbour Police") for row in rows)
