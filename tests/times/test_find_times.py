"""What `find_times` makes of expressions in context: the table of expressions.txt, and what else holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from eventgraph.model import Span, TimeMention
from eventgraph.times import find_times
from eventgraph.times.meaning import (
    NO_BASE,
    NO_CALENDAR,
    NO_DAY_NAMED,
    NO_SUCH_DAY,
    NO_SUCH_YEAR,
    TOO_COARSE,
)
from eventgraph.vocabulary import Basis, TimexMod, TimexType

TABLE = Path(__file__).parent / "expressions.txt"
PUBLISHED = date(2024, 3, 14)


@dataclass(frozen=True)
class Row:
    """A line of the table: the text, where the words stand in it, and what is expected of them."""

    text: str
    start: int
    end: int
    published: date | None
    expected: tuple[str, ...]

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]


def read_rows() -> Iterator[Row]:
    """The rows of the table."""
    published = None
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("=="):
            published = None if line == "== -" else date.fromisoformat(line.removeprefix("== "))
        elif line and not line.startswith("#"):
            sentence, *expected = line.split(" | ")
            before, words, after = re.split(r"\[(.+?)\](?=[\s.,;']|$)", sentence)
            start = len(before)
            yield Row(before + words + after, start, start + len(words), published, tuple(expected))


ROWS = list(read_rows())


def described(mention: TimeMention) -> tuple[str, ...]:
    """A mention as the table writes it."""
    when = mention.when
    if when is None:
        return ("undated",)
    bounds = (str(when.earliest or ".."), str(when.latest or ".."))
    return (when.edtf, *bounds, when.precision.value, when.basis.value)


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.published}: {row.text}" for row in ROWS])
def test_table_of_expressions(row: Row) -> None:
    """Each expression is found with its very words and denotes what the table says."""
    mentions = find_times(row.text, row.published)
    if row.expected == ("none",):
        assert not [m for m in mentions if m.start < row.end and row.start < m.end]
    else:
        found = [m for m in mentions if (m.start, m.end) == (row.start, row.end)]
        assert [described(m) for m in found] == [row.expected]


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("He was held on July 26, 2023.", TimexType.DATE, "2023-07-26"),
        ("He was held in July 2023.", TimexType.DATE, "2023-07"),
        ("He was held last week.", TimexType.DATE, "2024-W10"),
        ("He was held over the weekend.", TimexType.DATE, "2024-W10-WE"),
        ("He was held in the third quarter of 2012.", TimexType.DATE, "2012-Q3"),
        ("He was held in the summer of 2012.", TimexType.DATE, "2012-SU"),
        ("He was held in the second half of 2012.", TimexType.DATE, "2012-H2"),
        ("He was held in the 1990s.", TimexType.DATE, "199"),
        ("He was held in the 19th century.", TimexType.DATE, "18"),
        ("He is now held.", TimexType.DATE, "PRESENT_REF"),
        ("He was recently held.", TimexType.DATE, "PAST_REF"),
        ("He will be held in the near future.", TimexType.DATE, "FUTURE_REF"),
        ("He was held Tuesday night.", TimexType.TIME, "2024-03-12TNI"),
        ("He was held at 3 a.m. Tuesday.", TimexType.TIME, "2024-03-12T03:00"),
        ("He was held at 10:30 UTC on March 5.", TimexType.TIME, "2024-03-05T10:30Z"),
        ("He was held at noon on March 5.", TimexType.TIME, "2024-03-05T12:00"),
        ("He was held for five weeks.", TimexType.DURATION, "P5W"),
        ("He was held for two and a half years.", TimexType.DURATION, "P2.5Y"),
        ("He was held for several months.", TimexType.DURATION, "PXM"),
        ("He was held for an hour.", TimexType.DURATION, "PT1H"),
        ("He was held for a decade.", TimexType.DURATION, "P10Y"),
        ("He was held for half an hour.", TimexType.DURATION, "PT30M"),
        ("He was held for 2½ years.", TimexType.DURATION, "P2.5Y"),
        ("He was held for 2 1/2 years.", TimexType.DURATION, "P2.5Y"),
        ("He was held for one hour and 12 minutes.", TimexType.DURATION, "PT1H12M"),
        ("He was held for nine years and 10 months.", TimexType.DURATION, "P9Y10M"),
        ("They ruled for one decade and two years.", TimexType.DURATION, "P12Y"),
        ("He was held for a couple of days.", TimexType.DURATION, "P2D"),
        ("He was held for two more years.", TimexType.DURATION, "P2Y"),
        ("It took years.", TimexType.DURATION, "PXY"),
        ("An 18-month sentence was passed.", TimexType.DURATION, "P18M"),
        ("A 24-hour strike was called.", TimexType.DURATION, "PT24H"),
        ("They meet every Monday.", TimexType.SET, "XXXX-WXX-1"),
        ("They meet on Mondays.", TimexType.SET, "XXXX-WXX-1"),
        ("They meet on a Monday.", TimexType.SET, "XXXX-WXX-1"),
        ("They meet every two weeks.", TimexType.SET, "P2W"),
        ("They meet every other day.", TimexType.SET, "P2D"),
        ("They meet every few years.", TimexType.SET, "PXY"),
        ("They meet once every three years.", TimexType.SET, "P3Y"),
        ("They meet twice daily.", TimexType.SET, "P1D"),
        ("They meet three times a week.", TimexType.SET, "P1W"),
        ("They earn $50 a week.", TimexType.SET, "P1W"),
        ("They meet in the evenings.", TimexType.SET, "XXXX-XX-XXTEV"),
        ("They hold an annual fair.", TimexType.SET, "P1Y"),
        ("They meet every morning.", TimexType.SET, "XXXX-XX-XXTMO"),
        ("The quake struck on February 30, 2023.", TimexType.DATE, "2023-02-30"),
        ("The tomb dates from 44 BC.", TimexType.DATE, "BC0044"),
        ("The tomb dates from March 15, 44 B.C.", TimexType.DATE, "BC0044-03-15"),
        ("At the time he was free.", TimexType.DATE, "PAST_REF"),
        ("He was held at 10:30:15 on March 5.", TimexType.TIME, "2024-03-05T10:30:15"),
        ("He was held at 10:30 (GMT+8) on March 5.", TimexType.TIME, "2024-03-05T10:30"),
    ],
)
def test_timex(text: str, type_: TimexType, value: str) -> None:
    """Type and value are those of TIMEX3."""
    assert [(m.type, m.value) for m in find_times(text, PUBLISHED)] == [(type_, value)]


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("He was held on Tuesday.", TimexType.DATE, "XXXX-WXX-2"),
        ("He was held Tuesday night.", TimexType.TIME, "XXXX-WXX-2TNI"),
        ("He was held at 3 a.m. Tuesday.", TimexType.TIME, "XXXX-WXX-2T03:00"),
        ("He was held yesterday.", TimexType.DATE, "XXXX-XX-XX"),
        ("He was held late last night.", TimexType.TIME, "XXXX-XX-XXTNI"),
        ("He was held at 3 p.m. yesterday.", TimexType.TIME, "XXXX-XX-XXT15:00"),
    ],
)
def test_timex_of_what_nothing_dates(text: str, type_: TimexType, value: str) -> None:
    """Without a day of publication the value keeps all that the words say."""
    assert [(m.type, m.value, m.when) for m in find_times(text)] == [(type_, value, None)]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("It blew up at 3 a.m. Tuesday.", "03:00"),
        ("It blew up at 3:15 p.m. on March 5.", "15:15"),
        ("It blew up at 12:05 a.m. Tuesday.", "00:05"),
        ("It blew up at 12 p.m. Tuesday.", "12:00"),
        ("It blew up Tuesday night.", "TNI"),
        ("It blew up early Wednesday morning.", "TMO"),
        ("It blew up last night.", "TNI"),
        ("It blew up at 24:00 on March 5.", "24:00"),
        ("It blew up at 24:30 on March 5.", None),
        ("It blew up on Tuesday.", None),
    ],
)
def test_clock(text: str, clock: str | None) -> None:
    """A time of day is kept as written, local; the day stays the resolution."""
    (mention,) = find_times(text, PUBLISHED)
    assert mention.when is not None
    assert mention.when.clock == clock
    assert mention.when.earliest == mention.when.latest


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("It fell in early May 2021.", TimexMod.START),
        ("It fell in the mid-1990s.", TimexMod.MID),
        ("It fell at the end of 2006.", TimexMod.END),
        ("It fell in about 2012.", TimexMod.APPROX),
        ("It lasted nearly three years.", TimexMod.LESS_THAN),
        ("It lasted more than two years.", TimexMod.MORE_THAN),
        ("It lasted for over two years.", TimexMod.MORE_THAN),
        ("It lasted at least two years.", TimexMod.EQUAL_OR_MORE),
        ("It lasted up to two years.", TimexMod.EQUAL_OR_LESS),
        ("It fell more than two years ago.", TimexMod.BEFORE),
        ("It fell almost two years ago.", TimexMod.AFTER),
        ("It fell in May 2021.", None),
    ],
)
def test_modifiers(text: str, mod: TimexMod | None) -> None:
    """What the words add to the value stands beside it."""
    assert [m.mod for m in find_times(text, PUBLISHED)] == [mod]


@pytest.mark.parametrize(
    ("text", "value", "reason"),
    [
        ("The quake struck on February 30, 2023.", "2023-02-30", NO_SUCH_DAY),
        ("The quake struck on 31 April 2023.", "2023-04-31", NO_SUCH_DAY),
        ("The quake struck on 13/13/2023.", "2023-13-13", NO_SUCH_DAY),
        ("The quake struck on 2023-13-01.", "2023-13-01", NO_SUCH_DAY),
        ("The quake struck on February 30.", "2024-02-30", NO_SUCH_DAY),
        ("The tomb dates from 44 BC.", "BC0044", NO_SUCH_YEAR),
        ("The star died 12000 years ago.", "PAST_REF", NO_SUCH_YEAR),
        ("He rose at 5 a.m.", "2024-03-14T05:00", NO_DAY_NAMED),
        ("He is now free.", "PRESENT_REF", NO_CALENDAR),
        ("He left the following day.", "XXXX-XX-XX", NO_BASE),
        ("He served for two years.", "P2Y", ""),
        ("They meet every Monday.", "XXXX-WXX-1", ""),
    ],
)
def test_reasons_why_nothing_is_dated(text: str, value: str, reason: str) -> None:
    """What cannot be placed in the calendar keeps its words and value, and says why."""
    (mention,) = find_times(text, PUBLISHED)
    assert (mention.value, mention.when, mention.undated) == (value, None, reason)


def test_nothing_so_fine_was_told() -> None:
    """No day is reckoned from what was told only as a month."""
    mentions = find_times("The dam broke in July 1998. It was rebuilt the next day.", PUBLISHED)
    assert [mention.undated for mention in mentions] == ["", TOO_COARSE]


def test_impossible_days_of_a_range_are_kept() -> None:
    """Each end of a range is read by itself; what no calendar has says so."""
    mentions = find_times("It ran between April 31 and May 3, 2023.", PUBLISHED)
    assert [(m.value, m.undated) for m in mentions] == [("2023-04-31", NO_SUCH_DAY), ("2023-05-03", "")]


def test_lengths_are_joined_without_a_date() -> None:
    """The words "two to three weeks" are two lengths and one range, which lies nowhere in the calendar."""
    whole, two, three = find_times("Talks will last two to three weeks.", PUBLISHED)
    assert [(m.value, m.when) for m in (whole, two, three)] == [
        ("P2W/P3W", None),
        ("P2W", None),
        ("P3W", None),
    ]
    assert whole.parts == (two.span, three.span)


def test_range_lists_its_parts() -> None:
    """A range is one mention more; its parts are the spans of mentions that keep a date of their own."""
    text = "It ran from Nov. 1 to Dec. 7 in town."
    mentions = find_times(text, PUBLISHED, document="d")
    whole = next(m for m in mentions if m.parts)
    parts = [m for m in mentions if not m.parts]
    assert text[whole.start : whole.end] == "from Nov. 1 to Dec. 7"
    assert [text[part.start : part.end] for part in whole.parts] == ["Nov. 1", "Dec. 7"]
    assert [part.span for part in parts] == list(whole.parts)
    assert [part.when.edtf for part in parts if part.when] == ["2023-11-01", "2023-12-07"]


def test_and_joins_only_after_between() -> None:
    """The words "May 5 and 9" are two days, "between May 5 and 9" is a stretch."""
    assert not [m for m in find_times("It rained on May 5 and 9.", PUBLISHED) if m.parts]
    assert [m for m in find_times("It rained between May 5 and 9.", PUBLISHED) if m.parts]


def test_anchors() -> None:
    """What was reckoned from other words points to them."""
    header = Span("d", 0, 10)
    text = "2024-03-14 Police met on Tuesday. On May 3, 2020, they met; two days later, again."
    mentions = {text[m.start : m.end]: m for m in find_times(text, PUBLISHED, document="d", anchor=header)}
    tuesday, later = mentions["Tuesday"].when, mentions["two days later"].when
    assert tuesday is not None
    assert (tuesday.basis, tuesday.anchor) == (Basis.PUBLICATION, header)
    assert later is not None
    assert (later.basis, later.anchor) == (Basis.MENTION, mentions["May 3, 2020"].span)


def test_inferred_year_points_to_the_year() -> None:
    """A year that nobody wrote is taken from the only one the text names."""
    text = "It ran in November. In 2012, a record was set."
    when = find_times(text, document="d")[0].when
    assert when is not None
    assert (when.edtf, when.basis) == ("2012?-11", Basis.CONTEXT)
    assert when.anchor == Span("d", text.index("2012"), text.index("2012") + 4)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The king sent his fleet in 492 BC. Two years later he sent another.", ["BC0492", "BC0490"]),
        ("The king came in 480 BC. In the autumn his fleet was burned.", ["BC0480", "BC0480-FA"]),
        ("The king came in 480 BC. He fled in June of the following year.", ["BC0480", "BC0479-06"]),
    ],
)
def test_stories_before_our_era(text: str, values: list[str]) -> None:
    """What follows a year before our era is of that year, though no day can be told."""
    assert [(m.value, m.when) for m in find_times(text, PUBLISHED)] == [(value, None) for value in values]


def test_narrative_goes_on_from_what_it_told() -> None:
    """A text about times long past dates its days by each other, not by its publication."""
    text = (
        "He was born on 25 October 1811 and died in 1832. In 1828 he sat an exam; in 1829 he wrote. "
        "On 29 April 1832 he was freed. On 25 May he wrote, and on 30 May he was shot."
    )
    found = {text[m.start : m.end]: m.when for m in find_times(text, date(2004, 8, 18))}
    when = found["30 May"]
    assert when is not None
    assert (when.edtf, when.basis) == ("1832?-05-30", Basis.MENTION)


@pytest.mark.parametrize(
    "text",
    [
        "He left on Saturday.",
        "He will leave on February 30.",
        "It ran between April 31 and May 3.",
        "It runs from Feb. 27 to Feb. 30, 2023.",
        "He left last Christmas, next weekend, 12000 years ago and in the next 9000 years.",
    ],
)
@pytest.mark.parametrize("published", [None, date.min, date.max])
def test_edges_of_the_calendar(text: str, published: date | None) -> None:
    """What the calendar does not have keeps its words and gets no date; nothing fails."""
    for mention in find_times(text, published):
        assert text[mention.start : mention.end]
        lasts = mention.type is TimexType.DURATION
        assert bool(mention.undated) == (mention.when is None and not lasts)


def test_every_mention_names_its_rule() -> None:
    """The rule that fired stands in each mention."""
    assert [m.rule for m in find_times("He left on Tuesday, two years ago.", PUBLISHED)] == ["weekday", "ago"]


def test_shorter_length_first_makes_two_lengths() -> None:
    """The second of two lengths is a part of the first only where it is counted in a shorter unit."""
    mentions = find_times("The two men got ten months and two years.")
    assert [mention.value for mention in mentions] == ["P10M", "P2Y"]
