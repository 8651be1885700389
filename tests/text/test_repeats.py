"""Passages that stand twice, and the way from the original to the copy."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.text.repeats import Repeat, find_repeats, fingerprint

ONE = "Police in Larnby arrested twelve people on Tuesday, officials said."
TWO = "Chief Ada Quist of the harbour police called it a “very sad” day for Larnby."
THREE = "A hearing is to be held in the town of Quayle on the third of May."


def copies(text: str) -> list[str]:
    """The words of each copy, white space folded."""
    return [" ".join(text[slice(*repeat.copy)].split()) for repeat in find_repeats(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ONE} {TWO}\n{ONE}\n{TWO}", [f"{ONE} {TWO}"]),
        (f"{ONE}\n{TWO}\n\n{ONE} {TWO} {THREE}", [f"{ONE} {TWO}"]),
        (f"{ONE} {TWO} {THREE}\n\n{THREE} {ONE}", [THREE, ONE]),
        (f"{ONE}\n\n{ONE}\n\n{ONE}", [ONE, ONE]),
        (f"{ONE} {TWO}\n\n{ONE} {THREE}\n\n{ONE} {TWO} {ONE} {THREE}", [ONE, f"{ONE} {TWO}", ONE, THREE]),
        (f"{ONE} {TWO}".replace(" in ", "\nin ") + f"\n\n{ONE}", [ONE]),
        (f"MIAMI (AP) — {ONE} {TWO}\n\n{ONE}", [ONE]),
        (f"Two Held After Raid\n{ONE}\n{TWO}\n\n{ONE} {TWO}", [f"{ONE} {TWO}"]),
        # Not a passage: too short, or only a part of a sentence, at its head or at its tail.
        ("He said. She left. He said. She left.", []),
        (f"{ONE} He said so. {TWO} He said so.", []),
        (f"{ONE}\n\n{ONE.removesuffix(' officials said.')} and two fled to Quayle.", []),
        (f"{ONE}\n\nOn Monday {ONE}", []),
        (ONE, []),
        ("", []),
    ],
)
def test_copies(text: str, expected: list[str]) -> None:
    """Whole sentences that stand again are copies, however the lines break; nothing else is."""
    assert copies(text) == expected


def test_carry_meets_the_same_words() -> None:
    """Each word of the original is carried to the same word of the copy, over other line breaks."""
    text = f"{ONE} {TWO}\n\n{THREE}\n\n{ONE}\r\n  {TWO}".replace("Tuesday,\nofficials", "Tuesday, officials")
    (repeat,) = find_repeats(text)
    start = text.index("“very sad”")
    carried = repeat.carry(start)
    assert carried == text.rindex("“very sad”")
    assert text[carried : repeat.carry(start + len("“very sad”"))] == "“very sad”"
    assert (repeat.carry(repeat.original[0]), repeat.carry(repeat.original[1])) == repeat.copy
    assert repeat.holds(start, start + 5)
    assert not repeat.holds(start, repeat.original[1] + 1)


def test_carry_refuses_what_is_outside() -> None:
    """An offset outside the original is misuse."""
    repeat = Repeat((5, 10), (20, 25), ((5, 15),))
    for offset in (4, 11):
        with pytest.raises(ValueError, match=str(offset)):
            repeat.carry(offset)


SENTENCES = st.sampled_from([ONE, TWO, THREE, "He said.", "“Yes.”", "a b c d e f g h i j k l m n"])


@settings(deadline=None)
@given(st.lists(st.tuples(SENTENCES, st.sampled_from([" ", "\n", "\n\n", "\r\n", "\n- ", "\t "]))))
def test_carry_is_exact(parts: list[tuple[str, str]]) -> None:
    """Copies are disjoint and in order, originals hold no copy, and carrying keeps every character."""
    text = "".join(sentence + gap for sentence, gap in parts)
    repeats = find_repeats(text)
    reached = 0
    for repeat in repeats:
        assert reached <= repeat.copy[0] < repeat.copy[1] <= len(text)
        reached = repeat.copy[1]
        assert repeat.original[1] <= repeat.copy[0]
        assert not any(
            repeat.original[0] < other.copy[1] and other.copy[0] < repeat.original[1] for other in repeats
        )
        assert text[slice(*repeat.original)].split() == text[slice(*repeat.copy)].split()
        places = [repeat.carry(offset) for offset in range(repeat.original[0], repeat.original[1] + 1)]
        assert places == sorted(places)
        for offset in range(*repeat.original):
            if not text[offset].isspace():
                assert text[repeat.carry(offset)] == text[offset]


@settings(deadline=None)
@given(
    st.lists(st.text(alphabet="ab.\u00e9", min_size=1), min_size=1),
    st.sampled_from(["\n", "\n\n", "  ", "\t"]),
)
def test_fingerprint_folds_white_space(words: list[str], gap: str) -> None:
    """Texts of the same words share a fingerprint; other texts do not."""
    assert fingerprint(" ".join(words)) == fingerprint(gap.join([*words, ""]))
    assert fingerprint(" ".join(words)) != fingerprint(" ".join([*words, "c"]))
