"""Prepositions that the language model takes for something else: "gathered outside parliament"."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.text.columns import Columns

HIDDEN = {"outside", "inside"}
"""Words that are an adjective only behind an article ("the outside wall")."""
VERBAL = {"VERB", "AUX"}
NOMINAL = {"NOUN", "PROPN"}
CLAUSES = {"advcl", "xcomp"}
OBJECTS = {"dobj", "ccomp", "xcomp", "nmod", "npadvmod", "dep"}
"""What shows that a supposed noun is a verb after all ("sent back to face trial")."""


def give_prepositions(block: Columns, sentences: Sequence[Sequence[int]]) -> None:
    """Make such a word right behind a verb the preposition of the noun it describes. Changes the columns.

    So is a "to" that parsed as the auxiliary of a noun ("reduced to rubble by shells").
    """
    for numbers in sentences:
        for number in numbers[1:]:
            if block.deps[number] == "aux" and block.texts[number].lower() == "to":
                _give_noun(block, number, numbers)
        for number in numbers[1:]:
            noun = block.heads[number]
            hidden = block.texts[number].lower() in HIDDEN and block.deps[number] == "amod"
            if hidden and block.deps[noun] == "dobj" and block.poses[number - 1] in VERBAL:
                block.tags[number], block.poses[number], block.deps[number] = "IN", "ADP", "prep"
                block.heads[number], block.heads[noun] = block.heads[noun], number
                block.deps[noun] = "pobj"


def _give_noun(block: Columns, to: int, numbers: Sequence[int]) -> None:
    """Make a "to" bring the noun that it parsed as the auxiliary of, if that is no verb after all."""
    noun = block.heads[to]
    below = {block.deps[n] for n in numbers if block.heads[n] == noun}
    alone = below.isdisjoint(OBJECTS) and block.poses[noun] in NOMINAL
    if alone and block.deps[noun] in CLAUSES:
        block.tags[to], block.poses[to], block.deps[to] = "IN", "ADP", "prep"
        block.heads[to], block.heads[noun] = block.heads[noun], to
        block.deps[noun] = "pobj"
