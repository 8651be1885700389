"""Who says so: the chain of speakers, the nearest first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eventgraph.events import Reading, find_events
from eventgraph.model import Span

pytestmark = pytest.mark.model

NAMES = {"Ada Quist": "official", "Norland Wire": "organisation", "Harbour Police": "agency"}


@pytest.mark.parametrize(
    ("text", "trigger", "speakers"),
    [
        ("Police arrested a man, the ministry said.", "arrested", ["ministry"]),
        ("Ada Quist said police had arrested a man.", "arrested", ["Ada Quist"]),
        ("According to Ada Quist, a man was arrested.", "arrested", ["Ada Quist"]),
        ("A man was arrested, according to Harbour Police.", "arrested", ["Harbour Police"]),
        (
            "According to Ada Quist, between January 2021 and March 2023 he sold the guns.",
            "sold",
            ["Ada Quist"],
        ),
        ("According to Ada Quist, in March 2023 he sold the guns.", "sold", ["Ada Quist"]),
        (
            "Norland Wire, citing Harbour Police, said a man had been arrested.",
            "arrested",
            ["Harbour Police", "Norland Wire"],
        ),
        ("The arrest of two men was announced by Harbour Police.", "arrest", ["Harbour Police"]),
        ("“A man was arrested in the harbour,” Ada Quist said.", "arrested", ["Ada Quist"]),
        (
            "“We rescued a child today. A man was arrested in the harbour,” Ada Quist said.",
            "rescued",
            ["Ada Quist"],
        ),
        (
            "Agents have seized 12 guns weighing 40 kilos at the port, Harbour Police (HP) said on Tuesday.",
            "seized",
            ["Harbour Police"],
        ),
        ("Police arrested a man.", "arrested", []),
        ("According to the rules, players are taken to hospital.", "taken to hospital", []),
        ("According to the plan, the bridge will be closed.", "closed", []),
        ("Ada Quist said police killed two men; officials said it was false.", "killed", ["Ada Quist"]),
        ("Clerks said police shot a man; guards said he had fled.", "shot", ["Clerks"]),
        ("According to the report, a man was arrested.", "arrested", ["report"]),
        ("Citing privacy rules, officials said that a man had been arrested.", "arrested", ["officials"]),
        ("Officials, quoting section nine, said that a man had been arrested.", "arrested", ["Officials"]),
    ],
)
def test_speakers(
    read: Callable[..., Reading],
    words: Callable[[str, Span], str],
    text: str,
    trigger: str,
    speakers: list[str],
) -> None:
    """The chain names the source that is cited before whoever cites it."""
    event = next(e for e in find_events(read(text, NAMES)) if words(text, e) == trigger)
    assert [words(text, speaker) for speaker in event.said_by] == speakers


def test_a_speaker_points_to_its_mention(read: Callable[..., Reading]) -> None:
    """Where the speaker is a mention, the reference holds its span."""
    reading = read("Ada Quist said police had arrested a man.", NAMES)
    arrest = next(e for e in find_events(reading) if e.type == "arrest")
    assert arrest.said_by[0].mention == reading.mentions[0].span


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Quist said the ship had sunk.", True),
        ("The sign said the shop was closed.", False),
        ("A spokeswoman declined to comment.", False),
        ("Ada Quist spoke at a news conference.", True),
    ],
)
def test_speech_needs_somebody_who_speaks(read: Callable[..., Reading], text: str, told: bool) -> None:  # noqa: FBT001 (a column of a table)
    """Words of saying make an announcement only where somebody says something."""
    assert any(e.type == "announcement" for e in find_events(read(text, NAMES))) is told
