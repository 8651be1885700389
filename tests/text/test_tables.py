"""Tables in a text: which lines are rows, and what is none though it has bars, tabs or commas."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.text import tables
from eventgraph.text.front import find_front
from eventgraph.text.tables import BROKEN, LONGEST_ROW, TOLD, UNEVEN, Row, find_tables

ROWS = [["Date", "City", "Event"], ["3 May 2024", "Larnby", "Raid"], ["4 May 2024", "Quayle", "Fire"]]
BARS = (
    "| Date | City | Event |\n|---|:-:|--:|\n| 3 May 2024 | Larnby | Raid |\n| 4 May 2024 | Quayle | Fire |\n"
)
PROSE = "Police in Larnby, Quayle and Dorne held two.\nThe men, a woman and a boy, fled.\nAll, he said, go.\n"


def cells(text: str) -> list[list[list[str]]]:
    """The words of each cell of each row of each table."""
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in find_tables(text)]


def written(sign: str, *, ends: str = "") -> str:
    """The rows with a sign between the cells."""
    return "\n".join(f"{ends}{sign.join(row)}{ends}" for row in ROWS) + "\n"


ALIGNED = "Date         City     Event\n3 May 2024   Larnby   Raid\n4 May 2024   Quayle   Fire\n"


@pytest.mark.parametrize(
    "text",
    [
        BARS,
        written("|"),
        written(" | ", ends="|"),
        written("\t"),
        written(";"),
        written(","),
        written(", "),
        ALIGNED,
    ],
    ids=["Markdown", "bars", "bars at the ends", "tabs", "semicolons", "commas", "commas, spaced", "columns"],
)
def test_layouts(text: str) -> None:
    """A table is found in each layout, between paragraphs and alone; every cell stands where it says."""
    for before, behind in (("", ""), ("Police said so.\n\n", "\nHe left.\n"), ("Here it is:\n\n", "")):
        around = before + text + behind
        (table,) = find_tables(around)
        assert cells(around) == [ROWS]
        assert (table.line, table.fault) == (1 + before.count("\n"), "")
        assert around[table.start : table.end] == text.rstrip("\n")
        for row in table.rows:
            assert all(around[cell.start : cell.end] == cell.text for cell in row.cells)
            assert all(row.start <= cell.start <= cell.end <= row.end for cell in row.cells if cell.text)


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        PROSE.replace(", ", ",  "),
        "Home | News | Sport\n",
        "Interviewer:\tWho was held?\nQuist:\tTwo men.\nInterviewer:\tWhen?\n",
        "To:\tBo Lind\nFrom:\tAda Quist\nDate:\t3 May 2024\n",
        "He came; she left.\nThey ate; he slept.\nWe sang; they wept.\n",
        "The court heard it.  He left.\nThe men were held.  They fled.\nA boy was found.  He slept.\n",
        "red, white, blue\nred, green, black\nred, pink, grey\n",
        "Larnby, Norland\n3 May 2024\nPolice held two.\n",
        "| Police in Larnby held two men. |\n",
        "Date,City\n" + "x" * (LONGEST_ROW + 1),
    ],
)
def test_what_is_no_table(text: str) -> None:
    """Prose with commas, menus, labels, addresses and lists in a line are no tables."""
    assert find_tables(text) == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (BARS.replace("| Raid |", "| Raid | and more |"), UNEVEN),
        (BARS.replace("Raid", "Police in Larnby held two men in a raid on a house."), TOLD),
        (ALIGNED + "             Dorne\n", BROKEN),
        ("Date,City,Event\n3 May 2024,Larnby,Raid\n4 May 2024,Quayle\n", UNEVEN),
    ],
)
def test_what_is_no_simple_table(text: str, fault: str) -> None:
    """A table of another layout is found as a whole, with what is wrong with it."""
    (table,) = find_tables(text)
    assert table.fault == fault
    assert table.end == len(text.rstrip("\n"))


def test_two_tables_below_each_other() -> None:
    """A rule stands below a header, so that a table begins above it."""
    assert cells(BARS + BARS) == [ROWS, ROWS]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ('"Larnby, Norland";2', ["Larnby, Norland", "2"]),
        ('3 May 2024,"Larnby, Norland",Raid', ["3 May 2024", "Larnby, Norland", "Raid"]),
        ("| a \\| b | c |", ["a \\| b", "c"]),
        ("| **a** | `c` |", ["a", "c"]),
        ("| | c |", ["", "c"]),
        ("\tLarnby\t2", ["", "Larnby", "2"]),
    ],
)
def test_cells(line: str, row: list[str]) -> None:
    """Signs in quotation marks part nothing; a cell may be blank; marks around words are none of them."""
    header = {
        "|": "| City | Killed |",
        ";": "City;Killed",
        ",": "Date,City,Event",
        "\t": "Date\tCity\tKilled",
    }
    sign = next(sign for sign in ("|", "\t", ";", ",") if sign in line)
    assert cells(f"{header[sign]}\n{line}\n{line}\n")[0][1] == row


def test_no_row_is_a_header_of_the_article() -> None:
    """The day of the first row is not that of publication."""
    tabs = written("\t")
    assert find_front(f"Raids\n\n{tabs}") == ()
    assert find_front(f"3 May 2024\n\n{BARS}") != ()


SIGNS = st.lists(
    st.sampled_from(["|", ",", ";", "\t", "  ", "\n", "\n\n", "Date", "City", "Larnby", "---", '"', " a "])
).map("".join)


@settings(deadline=None)
@given(SIGNS)
def test_tables_are_the_text(text: str) -> None:
    """Tables never overlap; rows and cells stand in order where they say."""
    reached = 0
    for table in find_tables(text):
        assert reached <= table.start < table.end <= len(text)
        reached = table.end
        place = table.start
        for row in table.rows:
            assert place <= row.start <= row.end <= table.end
            place = row.end
            assert all(text[cell.start : cell.end] == cell.text for cell in row.cells)


@pytest.mark.parametrize("text", [BARS, written("\t"), written(","), ALIGNED, PROSE], ids=str.split)
def test_work_grows_with_the_text(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the text makes twice the rows to look at."""
    made: list[int] = []
    row = tables._row

    def counted(*given: Any) -> Row:  # noqa: ANN401 (whatever it is given)
        made.append(1)
        return row(*given)

    monkeypatch.setattr(tables, "_row", counted)
    counts = []
    for size in (200, 400):
        made.clear()
        find_tables(text * size)
        counts.append(len(made))
    assert counts[1] <= 2 * counts[0] + 10
