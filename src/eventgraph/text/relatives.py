"""Relative clauses with a saying amid them: "the man, who police say shot the clerk, fled".

To the language model "who" is what police say, so that they seem to have shot him.
"""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.lexicon import load_lexicon
from eventgraph.text.columns import Columns

RELATIVE = {"WP", "WDT"}
COMPLEMENTS = {"xcomp", "ccomp"}
SUBJECTS = {"nsubj", "nsubjpass"}


def give_relatives(block: Columns, sentences: Sequence[Sequence[int]]) -> None:
    """Make "who" the subject of what is said of him. Changes the columns."""
    saying = load_lexicon("speech")["saying"]
    for numbers in sentences:
        for verb in numbers:
            if block.deps[verb] == "relcl" and block.lemmas[verb].lower() in saying:
                _give(block, numbers, verb)


def _give(block: Columns, numbers: Sequence[int], verb: int) -> None:
    below = [n for n in numbers if block.heads[n] == verb and n != verb]
    who = next((n for n in below if block.tags[n] in RELATIVE and n < verb), None)
    speaks = any(block.deps[n] in SUBJECTS and n != who and n < verb for n in below)
    said = next((n for n in below if block.deps[n] in COMPLEMENTS and n > verb), None)
    if who is None or said is None or not speaks:
        return
    own = [n for n in numbers if block.heads[n] == said and n != said]
    helped = any(block.deps[n] == "auxpass" for n in own)
    if SUBJECTS.isdisjoint(block.deps[n] for n in own) and not any(block.tags[n] == "TO" for n in own):
        block.heads[who], block.deps[who] = said, "nsubjpass" if helped else "nsubj"
        block.deps[said] = "ccomp"
        if block.tags[said] == "VB" and block.texts[said].lower() != block.lemmas[said].lower():
            block.tags[said] = "VBD"
