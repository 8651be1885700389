"""Blocks: what is parsed together and what apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.text.blocks import LONGEST_BLOCK, LONGEST_WORD, REFERENCE, RULE, find_blocks


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        (" \n\n\t", []),
        ("One. Two.", ["One. Two."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\n \t\nTwo.", ["One.", "Two."]),
        ("One sentence a line.\nAnother one.", ["One sentence a line.", "Another one."]),
        ("Two held in raid\nPolice held two.", ["Two held in raid", "Police held two."]),
        ("The police arrested\ntwo men.", ["The police arrested two men."]),
        ("The police arrested\r\ntwo men.", ["The police arrested  two men."]),
        ("They said that Sen.\nAda Quist left.", ["They said that Sen. Ada Quist left."]),
        ("A raid in Larnby,\nQuayle and Dorne.", ["A raid in Larnby, Quayle and Dorne."]),
        ("They met the\nMayor.", ["They met the Mayor."]),
        ("# Two held\nPolice held two.", ["Two held", "Police held two."]),
        ("Seized:\n- 40 kg of cocaine\n- two boats", ["Seized:", "40 kg of cocaine", "two boats"]),
        ("Seized:\n1. cocaine\n2) boats", ["Seized:", "1. cocaine", "2) boats"]),
        ("One.\n-----\n***\nTwo", ["One.", "Two"]),
        ("5\u00a0kg\tof it", ["5 kg of it"]),
        (
            "Ten died.[3][14] A nurse[citation needed] fled.",
            ["Ten died.        A nurse                  fled."],
        ),
        ("He said [1] that.", ["He said [1] that."]),
        ("In list[2024] it", ["In list[2024] it"]),
    ],
)
def test_blocks(text: str, blocks: list[str]) -> None:
    """Paragraphs, headings, list items and lines that end a sentence are blocks; other lines are joined."""
    assert [block.reading for block in find_blocks(text)] == blocks


def test_wrapped_lines_are_joined_before_a_capital() -> None:
    """In a text wrapped by hand a full line goes on, even where the next begins with a capital."""
    text = (
        "Harbour police arrested\n"
        "\n"
        "Police in Larnby said on Tuesday that they had arrested Ada\n"
        "Quist and two more people in a raid on a warehouse near the\n"
        "old harbour, where they found 40 kg of cocaine.\n"
        "A Second Heading\n"
        "The raid was over by noon.\n"
    )
    assert [block.reading for block in find_blocks(text)] == [
        "Harbour police arrested",
        text[text.index("Police") : text.index("\nA Second")].replace("\n", " "),
        "A Second Heading",
        "The raid was over by noon.",
    ]


def test_masked_stretches_are_in_no_block() -> None:
    """What is masked is left out, and ends a block; masks may overlap and come in any order."""
    text = "MIAMI (AP) — Police held two. (KTLX) More."
    masked = [(text.index("(KTLX)"), text.index(" More")), (0, 13), (4, 10)]
    assert [block.reading for block in find_blocks(text, masked)] == ["Police held two.", "More."]


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("a" * LONGEST_WORD, [LONGEST_WORD]),
        ("a" * (LONGEST_WORD + 1), [LONGEST_WORD, 1]),
        ("Ab cd. " + "a" * (2 * LONGEST_WORD), [7 + LONGEST_WORD, LONGEST_WORD]),
        ("Ab cd. " * 2000, [9_995, 4_003]),
        ("abc " * 1000, [1_999, 1_999]),
        ("Ab cd. " + "abc " * 501 + "Ab cd. " * 2, [2_006, 17]),
    ],
)
def test_long_texts_are_cut(text: str, lengths: list[int]) -> None:
    """No block, sentence or word is longer than its limit; each is cut behind the next smaller thing."""
    assert [len(block.reading) for block in find_blocks(text)] == lengths


@pytest.mark.parametrize("sign", ["(", '"', ".", "_", "*", "\u0301", "\U0001f6a8"])
def test_long_rows_of_signs_are_white_space(sign: str) -> None:
    """Lines drawn with signs, and dots that lead to a number, are not read; a few signs are."""
    (block,) = find_blocks(f"Police{sign * 40}held two. {sign * 40}\n")
    assert block.reading == f"Police{' ' * 40}held two."
    (block,) = find_blocks(f"Police {sign * 5} held two.")
    assert block.reading == f"Police {sign * 5} held two."


def letters(text: str) -> list[tuple[int, str]]:
    """The letters and digits of a text with their places."""
    return [(place, character) for place, character in enumerate(text) if character.isalnum()]


LEADING = "On Friday, Larnby police:"


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (
            f"{LEADING}\n- held two men\n- freed a girl\n\nHe left.",
            ["On Friday, Larnby police  held two men,& freed a girl", "He left."],
        ),
        (f"{LEADING}\n\n* held two;\n* freed four.", ["On Friday, Larnby police   held two; & freed four."]),
        (f"{LEADING}\n• held two.\n• freed four.", ["On Friday, Larnby police  held two, & freed four."]),
        (f"{LEADING}\n- held two and\n- freed four", ["On Friday, Larnby police  held two and  freed four"]),
        (f"{LEADING}\n- 12 men\n- two boats", ["On Friday, Larnby police  12 men,& two boats"]),
        (f"{LEADING}\n- 12 arrests\n- 4 rescues", [LEADING, "12 arrests", "4 rescues"]),
        (
            f"{LEADING}\n- Two men were held.\n- A girl was freed.",
            [LEADING, "Two men were held.", "A girl was freed."],
        ),
        (f"{LEADING}\n- held two men", [LEADING, "held two men"]),
        (f"{LEADING}\n- held two\n* freed four", [LEADING, "held two", "freed four"]),
        ("Seized:\n- cash\n- boats", ["Seized:", "cash", "boats"]),
        (
            "Larnby police said so.\n- held two\n- freed four",
            ["Larnby police said so.", "held two", "freed four"],
        ),
    ],
)
def test_a_list_that_goes_on_with_its_sentence_is_one(text: str, blocks: list[str]) -> None:
    """Items that go on with the line above are read with it; others each by themselves."""
    assert [" ".join(block.reading.split()) for block in find_blocks(text)] == [
        " ".join(b.split()) for b in blocks
    ]


TEXTS = st.lists(
    st.sampled_from(["\n", "\n\n", "[1]", "- ", "# ", "Police held two. ", "said", " Mr.", "U.S.", "1) "])
    | st.text(max_size=6)
).map("".join)


@settings(deadline=None)
@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_blocks_are_the_text(text: str, masked: list[tuple[int, int]]) -> None:
    """Blocks never overlap and equal the text but for white space; none holds masked words.

    Every letter and digit that is not masked, nor in the mark of a note, is in a block.
    """
    unmarked = REFERENCE.sub(lambda mark: " " * len(mark[0]), text)
    masked = [(min(pair), min(len(text), max(pair))) for pair in masked if min(pair) < len(text)]
    hidden = {offset for start, end in masked for offset in range(start, end)}
    covered: set[int] = set()
    reached = 0
    for block in find_blocks(text, masked):
        assert reached <= block.start < block.end <= len(text)
        reached = block.end
        plain = "".join(" " if c.isspace() else c for c in unmarked[block.start : block.end])
        if ":" in text:  # the bullets of a list that is one sentence are read as commas
            assert letters(block.reading) == letters(unmarked[block.start : block.end])
        else:
            assert block.reading == RULE.sub(lambda rule: " " * len(rule[0]), plain).strip()
        assert len(block.reading) <= LONGEST_BLOCK
        covered.update(range(block.start, block.end))
    assert not covered & hidden
    assert all(n in covered or n in hidden for n, c in enumerate(unmarked) if c.isalnum())
