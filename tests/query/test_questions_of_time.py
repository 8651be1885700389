"""The questions about when, in both engines: rows worked out by hand from what is told."""

from __future__ import annotations

import pytest

from eventgraph.vocabulary import Basis, Status
from every_date import BETWEEN, DATES, GRAPH
from told import Asking, Rows, Teller, redated

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")

DATED = Asking(GRAPH)


def harbour() -> Asking:
    """What one article tells of the Harbour Police and of Tom Hale."""
    told = Teller()
    told.document("one.txt", "2024-03-14")
    told.entity("agency", "Harbour Police", "HP")
    told.entity("person", "Tom Hale")
    told.entity("official", "Ana Ruiz")
    told.entity("location", "Larnby")
    told.event(
        "arrest:00000001",
        told.says("one.txt", "Harbour Police arrested Tom Hale in Larnby on 12 March."),
        "2024-03-12",
        label="Tom Hale arrested", agent=["Harbour Police"], patient=["Tom Hale"], place=["Larnby"],
    )  # fmt: skip
    told.event(
        "search:00000002", told.says("one.txt", "Harbour Police searched a barn in March."), "2024-03",
        label="Barn searched", agent=["Harbour Police"], dated="March",
    )  # fmt: skip
    told.event(
        "hearing:00000003", told.says("one.txt", "Ana Ruiz said that Tom Hale has a hearing on 2 April."),
        "2024-04-02", label="Hearing", status=Status.PLANNED, patient=["Tom Hale"], said_by=["Ana Ruiz"],
    )  # fmt: skip
    told.event(
        "questioning:00000004", told.says("one.txt", "Tom Hale had been questioned by Harbour Police."),
        label="Tom Hale questioned", agent=["Harbour Police"], patient=["Tom Hale"],
    )  # fmt: skip
    told.event(
        "surveillance:00000005", told.says("one.txt", "Since February Harbour Police have watched Larnby."),
        "2024-02/..", label="Larnby watched", status=Status.ONGOING, agent=["Harbour Police"],
        place=["Larnby"], dated="Since February",
    )  # fmt: skip
    told.event(
        "seizure:00000006", told.says("one.txt", "By 5 March Harbour Police had seized a boat."),
        "[..2024-03-05]", label="Boat seized", agent=["Harbour Police"], dated="By 5 March",
    )  # fmt: skip
    told.event(
        "escape:00000007", told.says("one.txt", "It is not true that Tom Hale escaped on 13 March."),
        "2024-03-13", label="Tom Hale escaped", status=Status.DENIED, patient=["Tom Hale"],
    )  # fmt: skip
    told.event(
        "visit:00000008", told.says("one.txt", "Somebody called about 1 May."), "2023-05-01~",
        label="Visit", dated="about 1 May",
    )  # fmt: skip
    told.event(
        "visit:00000009", told.says("one.txt", "Somebody called on 1 June."), "2022?-06-01",
        label="Another visit", dated="1 June",
    )  # fmt: skip
    told.relation(
        "holds_position", "Ana Ruiz", told.says("one.txt", "Ana Ruiz is chief of Harbour Police."),
        "2024-03-14", object="Harbour Police", label="chief",
    )  # fmt: skip
    return Asking(redated(told.graph(), "visit:00000009", Basis.CONTEXT))


HARBOUR = harbour()


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        ("2024-03", "2024-03", [BETWEEN, "from 1 to 20 March", "on 12 March"]),
        ("2024-03-12", "2024-03-12", ["on 12 March"]),
        ("2024-02-01", "2024-02-28", []),
        ("2024-02-01", "2024-02-29", ["in February"]),
        ("2024", "2024", ["in February", BETWEEN, "from 1 to 20 March", "on 12 March", "in 2024"]),
        ("2024-03-01", "2024-03-19", ["on 12 March"]),
        ("1000", "2999", ["in February", BETWEEN, "from 1 to 20 March", "on 12 March", "in 2024"]),
    ],
)  # fmt: skip
def test_certainly(begin: str, end: str, expected: list[str]) -> None:
    """All possible days lie between the two; what is open never does, nor what is undated."""
    rows = DATED.columns("certainly", "id", begin=begin, end=end)
    assert {each for (each,) in rows} == set(expected)
    assert len(rows) == len(expected)


WITHIN, OVERLAPPING, POSSIBLY = "certainly within", "certainly overlapping", "possibly"


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        (
            "2024-03-10",
            "2024-03-15",
            [
                ("in 2024", POSSIBLY),
                ("since February", POSSIBLY),
                ("from 1 to 20 March", OVERLAPPING),
                (BETWEEN, POSSIBLY),
                ("on 12 March", WITHIN),
            ],
        ),
        (
            "2024-02-10",
            "2024-02-11",
            [
                ("in 2024", POSSIBLY),
                ("since February", POSSIBLY),
                ("in February", POSSIBLY),
                ("by 5 March", POSSIBLY),
                ("until 5 March", POSSIBLY),
            ],
        ),
        (
            "2024-03",
            "2024-03",
            [
                ("in 2024", POSSIBLY),
                ("since February", POSSIBLY),
                ("from 1 to 20 March", WITHIN),
                (BETWEEN, WITHIN),
                ("by 5 March", POSSIBLY),
                ("until 5 March", POSSIBLY),
                ("on 12 March", WITHIN),
            ],
        ),
        ("2030", "2030", [("since February", POSSIBLY)]),
        (
            "1990",
            "1990",
            [("before 2024", POSSIBLY), ("by 5 March", POSSIBLY), ("until 5 March", POSSIBLY)],
        ),
    ],
)
def test_possibly(begin: str, end: str, expected: Rows) -> None:
    """Open ends count as far as they reach; "how" tells a span from a happening within one."""
    assert DATED.columns("possibly", "id how", begin=begin, end=end) == expected


def test_possibly_lists_every_status_certainly_only_facts() -> None:
    """What is planned or denied is listed with its status, never as certain."""
    between = {"begin": "2024-03-12", "end": "2024-04-30"}
    assert HARBOUR.columns("certainly", "id status", **between) == [("arrest:00000001", "happened")]
    assert HARBOUR.columns("possibly", "id how status", **between) == [
        ("surveillance:00000005", POSSIBLY, "ongoing"),
        ("search:00000002", POSSIBLY, "happened"),
        ("arrest:00000001", WITHIN, "happened"),
        ("escape:00000007", WITHIN, "denied"),
        ("hearing:00000003", WITHIN, "planned"),
    ]
    assert HARBOUR.columns("possibly", "id", **between, type="justice") == [("hearing:00000003",)]


def test_unknown_dates_are_told() -> None:
    """Dates that no type of event or calendar restricts are those of the table, and one is unknown."""
    assert len(DATED.ask("undated")) == 1
    assert len(DATED.ask("possibly", begin="0001", end="9998")) == len(DATES)


def test_about() -> None:
    """In order of the first possible day, else the last; undated ones come last."""
    assert HARBOUR.ask("about", who="HP") == [
        ("2024-02/..", "Larnby watched", "by", "ongoing",
         "Since February Harbour Police have watched Larnby.", "one.txt", "surveillance:00000005"),
        ("2024-03", "Barn searched", "by", "happened",
         "Harbour Police searched a barn in March.", "one.txt", "search:00000002"),
        ("[..2024-03-05]", "Boat seized", "by", "happened",
         "By 5 March Harbour Police had seized a boat.", "one.txt", "seizure:00000006"),
        ("2024-03-12", "Tom Hale arrested", "by", "happened",
         "Harbour Police arrested Tom Hale in Larnby on 12 March.", "one.txt", "arrest:00000001"),
        ("2024-03-14", "Ana Ruiz holds the post of chief, Harbour Police", "relation", "happened",
         "Ana Ruiz is chief of Harbour Police.", "one.txt", "holds_position:00000000"),
        ("", "Tom Hale questioned", "by", "happened",
         "Tom Hale had been questioned by Harbour Police.", "one.txt", "questioning:00000004"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("Ana Ruiz", [("holds_position:00000000", "relation"), ("hearing:00000003", "speaker")]),
        ("Larnby", [("surveillance:00000005", "place"), ("arrest:00000001", "place")]),
    ],
)
def test_about_places_and_speakers(who: str, expected: Rows) -> None:
    """Places have what took place there, speakers what they tell of."""
    assert HARBOUR.columns("about", "id as", who=who) == expected


def test_before_and_after() -> None:
    """Only dates that leave no doubt are before or after; what is undated is not listed."""
    assert HARBOUR.columns("before-and-after", "order date id", event="arrest:00000001") == [
        ("same time or unclear", "2024-02/..", "surveillance:00000005"),
        ("same time or unclear", "2024-03", "search:00000002"),
        ("before", "[..2024-03-05]", "seizure:00000006"),
        ("after", "2024-03-13", "escape:00000007"),
        ("after", "2024-04-02", "hearing:00000003"),
    ]


def test_nothing_is_before_what_is_undated() -> None:
    """An event without a date comes neither before nor after another."""
    rows = HARBOUR.columns("before-and-after", "order", event="questioning:00000004")
    assert set(rows) == {("same time or unclear",)}
    assert len(rows) == 6


def test_undated() -> None:
    """Only what has no date at all."""
    assert HARBOUR.ask("undated") == [
        ("Tom Hale questioned", "happened", "Tom Hale had been questioned by Harbour Police.", "one.txt",
         "questioning:00000004"),
    ]  # fmt: skip
    assert HARBOUR.ask("undated", type="justice") == []


def test_imprecise() -> None:
    """A day that a text wrote is not listed; everything else is, with why."""
    assert HARBOUR.columns("imprecise", "date words why id") == [
        ("2022?-06-01", "1 June", "inferred", "visit:00000009"),
        ("2023-05-01~", "about 1 May", "approximate", "visit:00000008"),
        ("2024-02/..", "Since February", "open", "surveillance:00000005"),
        ("2024-03", "March", "month", "search:00000002"),
        ("[..2024-03-05]", "By 5 March", "open", "seizure:00000006"),
    ]


def long_events(*dates: str) -> Asking:
    """Events of one agency with these dates."""
    told = Teller()
    told.document("one.txt", "2024-12-01")
    told.entity("agency", "Customs Service")
    for number, day in enumerate(dates):
        sentence = told.says("one.txt", f"Customs Service made search {number}.")
        told.event(f"search:{number}", sentence, day, label=f"Search {number}", agent=["Customs Service"])
    return Asking(told.graph())


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2024-01-01", "2024-01-31"], []),
        (["2024-01-01", "2024-02-01"], [("30", "2024-01-01", "Search 0", "2024-02-01", "Search 1")]),
        (["2024-01-01", "2024-03-01", "2024-01-05/2024-02-20"], []),
        (["2024-01-01", "2024-04-01", "2024-01"],
         [("60", "2024-01-31", "Search 2", "2024-04-01", "Search 1")]),
        (["2024-01-01", "2024-06-01", "2024-02/..", "[..2024-03-01]"],
         [("151", "2024-01-01", "Search 0", "2024-06-01", "Search 1")]),
        (["2024-06-01", "2024-01-01", "2024-03-01"],
         [("59", "2024-01-01", "Search 1", "2024-03-01", "Search 2"),
          ("91", "2024-03-01", "Search 2", "2024-06-01", "Search 0")]),
        (["2024-06-01", "2024-06-01", "2024-01-01"],
         [("151", "2024-01-01", "Search 2", "2024-06-01", "Search 0")]),
    ],
)  # fmt: skip
def test_gaps(dates: list[str], expected: Rows) -> None:
    """The days between the end of all before and the next; a long event covers, an open one counts not."""
    assert long_events(*dates).ask("gaps", who="Customs Service", days="30") == expected
