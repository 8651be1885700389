"""Tense decides between a weekday past and one to come: by cue words, or by the parse."""

from __future__ import annotations

from datetime import date

import pytest

from eventgraph.text.blocks import find_blocks
from eventgraph.text.parse import Parsed, Sentence, Token, parse
from eventgraph.times import find_times

THURSDAY = date(2024, 3, 14)
PAST, TO_COME = "2024-03-12", "2024-03-19"


def value(text: str, parsed: Parsed | None = None) -> str:
    """The value of the first expression."""
    return find_times(text, THURSDAY, parsed=parsed)[0].value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor resigned on Tuesday.", PAST),
        ("The mayor will resign on Tuesday.", TO_COME),
        ("The mayor, police said, died Tuesday.", PAST),
        ("A hearing is set for Tuesday.", TO_COME),
        ("The court is due to rule on Tuesday.", TO_COME),
        ("On Tuesday the mayor will resign.", TO_COME),
        ("The mayor will be sentenced on Tuesday.", TO_COME),
        ("The mayor is due to be formally sentenced on Tuesday.", TO_COME),
        ("The mayor has been sentenced on Tuesday.", PAST),
        ("The mayor was sentenced on Tuesday.", PAST),
        ("On Tuesday the mayor resigned.", PAST),
        ("Pay by Tuesday.", TO_COME),
        ("Tuesday.", PAST),
    ],
)
def test_cue_words(text: str, expected: str) -> None:
    """Without a parse the nearest cue word of the sentence decides, the past if there is none."""
    assert value(text) == expected


def test_hand_made_parse() -> None:
    """The governing verb decides, though a nearer word speaks of another time."""
    text = "He will go, she said Tuesday"
    words = [
        ("He", "PRON", "PRP", 2),
        ("will", "AUX", "MD", 2),
        ("go", "VERB", "VB", 5),
        (",", "PUNCT", ",", 5),
        ("she", "PRON", "PRP", 5),
        ("said", "VERB", "VBD", 5),
        ("Tuesday", "PROPN", "NNP", 2),
    ]
    tokens, position = [], 0
    for index, (word, pos, tag, head) in enumerate(words):
        start = text.index(word, position)
        position = start + len(word)
        children = tuple(i for i, other in enumerate(words) if other[3] == index and i != index)
        dep = "aux" if tag == "MD" else "dep"
        tokens.append(
            Token(
                index, start, position, word, word.lower(), pos, tag, dep, head, "", 0, children, word.lower()
            )
        )
    parsed = Parsed(text, tuple(tokens), (Sentence(0, len(tokens), 0, len(text)),))
    assert value(text) == PAST
    assert value(text, parsed) == TO_COME


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The governor will meet the mayor, who resigned in May, on Tuesday.", TO_COME),
        ("The mayor had been arrested on Tuesday.", PAST),
        ("The council is expected to vote on the plan on Tuesday.", TO_COME),
        ("The hearing is scheduled for Tuesday.", TO_COME),
        ("The man arrested on Tuesday will appear in court.", PAST),
        ("Officers who searched the house on Tuesday found nothing.", PAST),
    ],
)
def test_parse(text: str, expected: str) -> None:
    """With the language model the tense is that of the verb above the date."""
    parsed = parse(text, find_blocks(text, ()))
    mention = next(m for m in find_times(text, THURSDAY, parsed=parsed) if m.rule == "weekday")
    assert mention.value == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "published", "words", "value"),
    [
        ("Ports are closed to them from Friday.", "2024-12-05", "Friday", "2024-12-06"),
        ("He worked there from Monday.", "2025-08-19", "Monday", "2025-08-18"),
        ("A court denied them bail until a hearing on July 23.", "2024-07-09", "July 23", "2024-07-23"),
        ("He was held until June 23.", "2024-07-09", "June 23", "2024-06-23"),
        ("By Monday it had burned 30 hectares.", "2025-08-19", "Monday", "2025-08-18"),
        ("Residents must leave by Monday.", "2025-08-19", "Monday", "2025-08-25"),
        ("They threatened to publish the files on 14 February.", "2025-02-06", "14 February", "2025-02-14"),
        ("The hearing was moved to March 10.", "2024-02-25", "March 10", "2024-03-10"),
        ("The vote has been rescheduled for March 10.", "2024-02-25", "March 10", "2024-03-10"),
        ("The trial was postponed from May 2 to June 3.", "2024-05-20", "May 2", "2024-05-02"),
        ("The trial was postponed from May 2 to June 3.", "2024-05-20", "June 3", "2024-06-03"),
        ("He moved to Larnby on March 10.", "2024-02-25", "March 10", "2023-03-10"),
    ],
)
def test_prepositions_and_verbs_together(text: str, published: str, words: str, value: str) -> None:
    """What "until", "by" and "from" say of the direction depends on the verb above them."""
    parsed = parse(text, find_blocks(text))
    found = find_times(text, date.fromisoformat(published), parsed=parsed)
    assert value in {time.value for time in found if text[time.start : time.end] == words}
