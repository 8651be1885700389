"""Headers, datelines, bylines and footers are found; sentences are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.text.front import Front, FrontKind, find_front

SENTENCE = "Police in Larnby arrested two people after a long chase, officials said."
HEADER, DATELINE, BYLINE, FOOTER = FrontKind.HEADER, FrontKind.DATELINE, FrontKind.BYLINE, FrontKind.FOOTER


def words(text: str, stretch: tuple[int, int] | None) -> str | None:
    """The words of a stretch."""
    return None if stretch is None else text[slice(*stretch)]


def seen(text: str) -> list[tuple[str, str, str | None, str | None]]:
    """Each stretch as its kind, words, date words and place words."""
    return [
        (front.kind, text[front.start : front.end], words(text, front.date), words(text, front.place))
        for front in find_front(text)
    ]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Wednesday, July 26, 2023", "Wednesday, July 26, 2023"),
        ("August 09, 2007", "August 09, 2007"),
        ("26 July 2023", "26 July 2023"),
        ("2023-07-26T08:30:00Z", "2023-07-26"),
        ("3:45 PM EST, Thu March 14, 2024", "Thu March 14, 2024"),
        ("Published: March 3, 2024", "March 3, 2024"),
        ("Published March 3, 2024 at 5:12 p.m. EST | Updated March 4, 2024", "March 3, 2024"),
        ("Posted on July 26, 2023 by Ada Quist", "July 26, 2023"),
        ("Date: Thu, 14 Mar 2024 10:22:00 +0000", "Thu, 14 Mar 2024"),
        ("Date: March 14", "March 14"),
        ("Last updated: 14/03/2024", "14/03/2024"),
        ("FOR IMMEDIATE RELEASE", None),
        ("FOR IMMEDIATE RELEASE: Monday, March 4, 2024", "Monday, March 4, 2024"),
        ("FOR IMMEDIATE RELEASE March 4, 2024", "March 4, 2024"),
        ("*** PRESS RELEASE ***", None),
        ("EMBARGOED UNTIL 00:01 GMT, March 5, 2024", "March 5, 2024"),
        ("From: Larnby Harbour Office", None),
        ("March 4, 2024        Press Office, 555-0123", "March 4, 2024"),
        ("FOR IMMEDIATE RELEASE\tContact: Ada Quist", None),
        ("**Published: March 3, 2024**", "March 3, 2024"),
        ("LARNBY ECHO, Monday 18 March 2024", "Monday 18 March 2024"),
        ("Larnby Post | March 3, 2024", "March 3, 2024"),
        ("Subject: Two held after raid", None),
    ],
)
def test_header_line(line: str, date: str | None) -> None:
    """A line that is a header is masked whole, and its date words are known."""
    text = f"{line}\n\n{SENTENCE}\n"
    assert seen(text) == [(HEADER, line.strip("* "), date, None)]


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("date 2023-07-26", "2023-07-26"),
        ("Date: March 3, 2024", "March 3, 2024"),
        ("Published: 3 March 2024", "3 March 2024"),
        ("Title:", None),
    ],
)
@pytest.mark.parametrize("sentence", [SENTENCE, "12 people were arrested in Larnby this month, police said."])
def test_header_before_a_sentence(head: str, date: str | None, sentence: str) -> None:
    """A header may share its line with the first sentence, which is not masked."""
    text = f" {head} {sentence}"
    ((kind, masked, found, place),) = seen(text)
    assert (kind, masked.strip(), found, place) == (HEADER, head, date, None)


@pytest.mark.parametrize(
    ("line", "date", "place"),
    [
        ("BOSTON, March 14, 2024 - ", "March 14, 2024", "BOSTON"),
        ("BOSTON, Mass., March 14, 2024 (GLOBE NEWSWIRE) -- ", "March 14, 2024", "BOSTON, Mass."),
        ("NEW YORK, March 14, 2024 /PRNewswire/ -- ", "March 14, 2024", "NEW YORK"),
        ("MIAMI (AP) — ", None, "MIAMI"),
        ("MIAMI — ", None, "MIAMI"),
        ("LARNBY, England -- ", None, "LARNBY, England"),
        ("LYON, France – ", None, "LYON, France"),  # noqa: RUF001
        ("PORT-AU-PRINCE, Haiti—", None, "PORT-AU-PRINCE, Haiti"),
        ("PORT ELLIS, Lakeland – ", None, "PORT ELLIS, Lakeland"),  # noqa: RUF001
        ("LARNBY, Norland — ", None, "LARNBY, Norland"),
        ("ST. LOUIS (KTLX) – ", None, "ST. LOUIS"),  # noqa: RUF001
        ("MEXICO CITY/LONDON (Reuters) - ", None, "MEXICO CITY/LONDON"),
        ("WASHINGTON, D.C. – ", None, "WASHINGTON, D.C."),  # noqa: RUF001
        ("WASHINGTON (Thursday, March 14, 2024) – ", "Thursday, March 14, 2024", "WASHINGTON"),  # noqa: RUF001
        ("LONDON, 14 March (Reuters) - ", "14 March", "LONDON"),
        ("SÃO PAULO (AFP) — ", None, "SÃO PAULO"),
        ("Taipei, Taiwan — ", None, "Taipei, Taiwan"),
        ("Boston (AP) -- ", None, "Boston"),
        ("Boston, March 14 - ", "March 14", "Boston"),
        ("Larnby, 3 March 2024 - ", "3 March 2024", "Larnby"),
        ("Rio de Janeiro, Brazil (Reuters) — ", None, "Rio de Janeiro, Brazil"),
        ("(Reuters) - ", None, None),
        ("LARNBY (Meridian Wire) — ", None, "LARNBY"),
        ("(CNN)", None, None),
        ("(CNN) -- ", None, None),
        ("Larnby, England (CNN)", None, "Larnby, England"),
        ("MIAMI (AP) ", None, "MIAMI"),
    ],
)
def test_dateline(line: str, date: str | None, place: str | None) -> None:
    """A dateline is masked up to the sentence, with its date and place."""
    assert seen(line + SENTENCE) == [(DATELINE, line, date, place)]
    later = f"Two held\n\n{SENTENCE}\n\n{SENTENCE}\n\n"
    if place and place.split(",")[0].isupper():
        assert [front.start for front in find_front(later + line + SENTENCE)] == [len(later)]


def test_fronts_on_one_line() -> None:
    """A header, a dateline and a sentence may share a line."""
    text = f" date 2023-07-26 LARNBY (AP) — {SENTENCE}"
    assert seen(text) == [
        (HEADER, "date 2023-07-26", "2023-07-26", None),
        (DATELINE, "LARNBY (AP) — ", None, "LARNBY"),
    ]


@pytest.mark.parametrize(
    ("line", "date", "place"),
    [
        ("The Hague, 12 March 2024", "12 March 2024", "The Hague"),
        ("*London, 5 December 2024*", "5 December 2024", "London"),
        ("Larnby, England, March 3, 2024", "March 3, 2024", "Larnby, England"),
        ("OSLO, Monday March 4, 2024 — Mayor's office / for release", "Monday March 4, 2024", "OSLO"),
    ],
)
def test_dateline_on_a_line_of_its_own(line: str, date: str, place: str) -> None:
    """A known place with a day is a dateline where it stands alone."""
    assert seen(f"Two held after raid\n{line}\n\n{SENTENCE}") == [(DATELINE, line.strip("*"), date, place)]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("By Jane Doe", None),
        ("BY JANE DOE", None),
        ("By Jane Doe, Staff Writer", None),
        ("By Jane Doe and John Q. Roe", None),
        ("By Jane Doe | March 3, 2024", "March 3, 2024"),
        ("By Jane Doe, The Larnby Post, Updated March 3, 2024 5:00 p.m.", "March 3, 2024"),
        ("By The Associated Press", None),
        ("By Staff", None),
        ("By Ana de la Cruz in Larnby Press", None),
        ("Jane Doe / Reuters", None),
        ("Jane Doe, Staff Writer", None),
        ("Jane Doe | Reuters | March 3, 2024", "March 3, 2024"),
        ("The Associated Press", None),
    ],
)
def test_byline(line: str, date: str | None) -> None:
    """A byline is masked whole, and its date words are known."""
    text = f"Two held after raid\n{line}\n\n{SENTENCE}"
    assert seen(text) == [(BYLINE, line, date, None)]


@pytest.mark.parametrize(
    "line",
    [
        "###",
        "# # #",
        "- END -",
        "-30-",
        "ENDS",
        "Copyright 2024 The Larnby Post. All rights reserved.",
        "© 2024 Larnby Media",
        "(c) 2024 Larnby Media",
        "Contact: Ada Quist, 555-0123",
        "Media Contact:\nAda Quist\nLarnby Harbour Office\npress@larnby.example",
        "Photo by Jane Doe",
        "Photo: Jane Doe/AP",
        "(AP Photo/Jane Doe)",
        "Reporting by Jane Doe; Editing by John Roe",
        "The Associated Press contributed to this report.",
        "Share this article",
    ],
)
def test_footer(line: str) -> None:
    """A footer is masked whole."""
    assert seen(f"{SENTENCE}\n\n{line}\n") == [(FOOTER, line, None, None)]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Chief Ada Quist speaks in Larnby. July 26, 2023. (KTLX)", "(KTLX)"),
        ("The harbour at dawn (Photo by Jane Doe/AP) was closed.", "(Photo by Jane Doe/AP)"),
        ("The harbour at dawn. Image: Jane Doe.", "Image: Jane Doe."),
    ],
)
def test_credit_behind_a_caption(caption: str, credit: str) -> None:
    """Only the credit is masked; the caption is prose."""
    assert [found[1] for found in seen(f"{SENTENCE}\n\n{caption}\n\n{SENTENCE}")] == [credit]


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "By Friday, March 3, the police had arrested twelve people.",
        "By Land And Sea",
        "By Friday Night, Everyone Was Home",
        "Published March 3, 2024, the report says that thefts rose.",
        "Date palms burned in Larnby on Tuesday, March 3, 2024.",
        "On March 3, 2024, police arrested two people.",
        "March 3, 2024, was the day on which it began.",
        "March 3, 2024 was a cold day in Larnby.",
        "From Larnby to Quayle, roads were closed.",
        "Released on Tuesday, the two men went home.",
        "Released March 3, 2024 after a year in jail, he moved to Larnby.",
        "NATO — the alliance of the north — said it would send ships to Larnby.",
        "NATO – Russia talks resumed in Larnby on Tuesday, officials said.",  # noqa: RUF001
        "NATO, Norland – Talks resumed in Larnby on Tuesday, officials said.",  # noqa: RUF001
        "BREAKING — but nobody knew it yet, and the ships sailed on.",
        "ICE - The agency arrested twelve people in Larnby on Tuesday.",
        "The police — Larnby has 40 officers — made twelve arrests on Tuesday.",
        "Ada Quist, the mayor — Larnby's first — resigned on Tuesday.",
        "LARNBY — A GUIDE",
        "Larnby - The harbour police arrested twelve people on Tuesday.",
        "Copyright infringement rose by a third in 2023, the ministry said.",
        "Contact with the ship was lost on Tuesday, officials said.",
        "Contact: the moment when two ships touched off Larnby, killing three.",
        "Photo evidence shows two men at the harbour.",
        "The end came on Tuesday.",
        "The Immigration and Customs Enforcement (ICE) agency arrested two people.",
        "Press releases were handed out to reporters on Tuesday.",
        "Ada Quist, Mayor of Larnby",
        "Credit Suisse",
        "The bank (Credit Suisse) was fined on Tuesday. Credit Suisse",
        "The picture (Image Works) was sold on Tuesday.",
        "Immigration and Customs Enforcement (ICE) - The agency arrested twelve people on Tuesday.",
        "The Associated Press (AP) The agency reported twelve arrests on Tuesday.",
        "London, March 3, 2024, was where they met.",
        "In London, March 3, 2024 was a cold day.",
        "The raid of Tuesday, March 3, 2024",
        "Two held, 3 March 2024 - a day on which it rained.",
        "Larnby Police Department",
        "He gave it to Jane Doe, Reuters said.",
    ],
)
def test_prose_is_left_alone(text: str) -> None:
    """Nothing of a sentence or a heading is ever masked, wherever in a text it stands."""
    assert seen(text) == []
    assert seen(f"Two held after raid\n{text}\n\n{SENTENCE}") == []
    assert seen(f"{SENTENCE}\n\n{text}") == []


def test_headers_end_where_prose_begins() -> None:
    """A line below the article that looks like a header is no header."""
    long = f"{SENTENCE} {SENTENCE}"
    assert seen(f"{long}\n\n{long}\n\nMarch 3, 2024\n\nBy Jane Doe") == []


def test_day_of_revision_counts_only_alone() -> None:
    """The date of an update is left out where another header has the date of publication."""
    both = seen(f"Updated: March 5, 2024\nPublished: March 3, 2024\n\n{SENTENCE}")
    assert [found[2] for found in both] == [None, "March 3, 2024"]


def test_press_release() -> None:
    """The whole front of a press release, in order."""
    text = (
        "FOR IMMEDIATE RELEASE\nMarch 4, 2024\n\nContact: Ada Quist\n555-0123\n\n"
        f"Harbour police hold twelve\n\nLARNBY, England – {SENTENCE}\n\n###\n"  # noqa: RUF001
    )
    assert [(kind, date) for kind, _, date, _ in seen(text)] == [
        (HEADER, None),
        (HEADER, "March 4, 2024"),
        (FOOTER, None),
        (DATELINE, None),
        (FOOTER, None),
    ]


PIECES = st.sampled_from(
    [
        SENTENCE,
        "MIAMI (AP) — ",
        "By Jane Doe",
        "date 2023-07-26 ",
        "Photo: AP",
        "Contact: 555-0123",
        "###",
        "(KTLX)",
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES | st.text(max_size=12) | st.sampled_from(["\n", "\n\n", " "])))
def test_stretches_are_in_order(pieces: list[str]) -> None:
    """Stretches are in order, disjoint and in the text; dates and places lie within them."""
    text = "".join(pieces)
    reached = 0
    for front in find_front(text):
        assert reached <= front.start < front.end <= len(text)
        reached = front.end
        for part in (front.date, front.place):
            assert part is None or (front.start <= part[0] < part[1] <= front.end)
        assert isinstance(front, Front)


@pytest.mark.parametrize(
    "line",
    ["March 3, 2024 " + "12:30 " * 2000 + "x", "By " + "A " * 5000, "x. Photo: " * 2000, "Contact:\n" * 2000],
)
def test_hostile_lines_end(line: str) -> None:
    """Lines made to send a pattern round and round are read like others, and are no header."""
    assert not [front for front in find_front(f"{line}\n{SENTENCE}") if front.kind is not FOOTER]
