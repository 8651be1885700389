"""Passives that stand without their auxiliary, which the language model takes for an active past.

"Hostages freed in Sahel" says that they were freed. Where a line has no full stop, its verb is one that needs
an object, and none follows, its subject undergoes it. So does the subject of a participle that only completes
a verb or "with": "fighting that saw 120 soldiers killed", "with ten people killed and a school destroyed".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from eventgraph.lexicon import load_lexicon
from eventgraph.text.columns import Columns

PAST = {"VBN", "VBD"}
FILLED = {"aux", "auxpass", "dobj", "ccomp", "dative", "nsubjpass", "agent", "neg"}
"""What shows that a verb is active, or passive already, or that the line is a sentence in full."""
COMPLETED = {"ccomp", "pcomp"}
LISTING = {":", ";"}
CLOSED = ".!?:;\u2026\"\u201d'\u2019"
"""What a line ends with that is no headline."""


def give_passives(block: Columns, sentences: Sequence[Sequence[int]]) -> None:
    """Make the subjects of bare passives of a block undergo them. Changes the columns."""
    for numbers in sentences:
        _give_completing(block, numbers)
        _give_listed(block, numbers)
        if block.texts[numbers[-1]][-1] in CLOSED:
            continue
        for verb in (n for n in numbers if block.tags[n] in PAST and block.deps[n] in {"ROOT", "conj"}):
            below = [n for n in numbers if block.heads[n] == verb and n != verb]
            subject = next((n for n in below if block.deps[n] == "nsubj" and n < verb), None)
            if subject is not None and _lacks_object(block, verb, below):
                block.tags[verb], block.deps[subject] = "VBN", "nsubjpass"


def _give_completing(block: Columns, numbers: Sequence[int]) -> None:
    """Do so for the participles that complete what stands above them, and those coordinated to them."""
    completing: set[int] = set()
    for verb in numbers:
        head = block.heads[verb]
        completes = block.deps[verb] in COMPLETED and block.lemmas[head].lower() in _completed()
        if block.tags[verb] != "VBN" or not (
            completes or (block.deps[verb] == "conj" and head in completing)
        ):
            continue
        below = [n for n in numbers if block.heads[n] == verb and n != verb]
        subject = next((n for n in below if block.deps[n] == "nsubj" and n < verb), None)
        bare = {block.deps[n] for n in below}.isdisjoint(FILLED | {"mark"})
        if bare and block.lemmas[verb].lower() not in _intransitive():
            completing.add(verb)
            if subject is not None:
                block.deps[subject] = "nsubjpass"


def _give_listed(block: Columns, numbers: Sequence[int]) -> None:
    """Do so for what is counted in a list between semicolons ("24 shops closed; 312 phones seized; ...")."""
    bounds = [n for n in numbers if block.texts[n] in LISTING]
    for verb in numbers if any(block.texts[n] == ";" for n in bounds) else ():
        if block.tags[verb] not in PAST or verb < bounds[0]:
            continue
        within = [n for n in numbers if not any(min(n, verb) < bound < max(n, verb) for bound in bounds)]
        below = [n for n in within if block.heads[n] == verb and n != verb]
        subject = next((n for n in below if block.deps[n] == "nsubj" and n < verb), None)
        counted = subject is not None and any(
            block.heads[n] == subject and block.deps[n] == "nummod" for n in numbers
        )
        if subject is not None and counted and _lacks_object(block, verb, below):
            block.tags[verb], block.deps[subject] = "VBN", "nsubjpass"


def _lacks_object(block: Columns, verb: int, below: Sequence[int]) -> bool:
    """Whether a verb needs an object, or whom to tell, and has none."""
    word, deps = block.texts[verb].lower(), {block.deps[n] for n in below}
    told = "xcomp" in deps
    return word in _passives("told" if told else "done") and deps.isdisjoint(FILLED)


@cache
def _completed() -> frozenset[str]:
    """Words that a participle with a subject may complete."""
    return frozenset(load_lexicon("sentences")["passives"]["completed"])


@cache
def _intransitive() -> frozenset[str]:
    """Participles of verbs that have no object ("with prices risen")."""
    return frozenset(load_lexicon("sentences")["passives"]["intransitive"])


@cache
def _passives(kind: str) -> frozenset[str]:
    return frozenset(load_lexicon("sentences")["passives"][kind])
