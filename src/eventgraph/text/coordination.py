"""Lists of verbs that the language model hangs on the wrong one: "threatened to kill him, bomb it and run".

To it the second and the third are coordinated with "threatened", so that they seem to have happened. A bare
verb without a subject belongs to the infinitive before it, a participle to the participle, and what "if"
opens holds for the whole list.
"""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.text.columns import Columns

BARE = {"VB", "VBP", "VBD"}
SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
OWN = {*SUBJECTS, "aux", "auxpass", "mark"}
"""What shows that a verb is no bare link of a list."""
NOUNS = {"NN", "NNS", "NNP", "NNPS"}
JOINTS = {"and", "or", "nor"}


def give_lists(block: Columns, sentences: Sequence[Sequence[int]]) -> None:
    """Hang the verbs of lists on the first verb of each. Changes the columns."""
    for numbers in sentences:
        verbs = [n for n in numbers if block.tags[n] in {*BARE, "VBG", "VBN", "VBZ"}]
        for verb in verbs:
            _give_subject(block, numbers, verb)
            _give_infinitive(block, numbers, verb)
            _give_participle(block, numbers, verb)
            _give_condition(block, numbers, verb)
            _give_form(block, numbers, verb)


def _below(block: Columns, numbers: Sequence[int], verb: int) -> list[int]:
    return [n for n in numbers if block.heads[n] == verb and n != verb]


def _give_subject(block: Columns, numbers: Sequence[int], verb: int) -> None:
    """Give a verb the noun before it, taken for another object ("won three seats and the Left won one")."""
    first, noun = block.heads[verb], verb - 1
    own = [block.deps[n] for n in _below(block, numbers, verb)]
    finite = block.tags[verb] in {"VBD", "VBZ"} and block.deps[verb] == "conj" and OWN.isdisjoint(own)
    if not finite or noun not in numbers or block.deps[noun] != "conj" or first > noun:
        return
    kept = block.heads[noun]
    if block.deps[kept] != "dobj" or block.heads[kept] != first or block.tags[noun] not in NOUNS:
        return
    block.deps[noun], block.heads[noun] = "nsubj", verb


def _is_bare(block: Columns, numbers: Sequence[int], verb: int) -> bool:
    """Whether a verb in its base form has nothing of its own that a clause has."""
    plain = block.texts[verb].lower() == block.lemmas[verb].lower() and block.tags[verb] in BARE
    return plain and OWN.isdisjoint(block.deps[n] for n in _below(block, numbers, verb))


def _give_infinitive(block: Columns, numbers: Sequence[int], verb: int) -> None:
    """Hang a bare verb on the infinitive before it, not on the verb above both."""
    head = block.heads[verb]
    if block.deps[verb] not in {"conj", "advcl"} or block.tags[head] == "VB" or verb < head:
        return
    if not _is_bare(block, numbers, verb):
        return
    for first in _below(block, numbers, head):
        below = [n for n in _below(block, numbers, first) if block.deps[n] == "aux"]
        infinitive = block.tags[first] == "VB" and any(block.tags[n] == "TO" for n in below)
        if infinitive and block.deps[first] in {"xcomp", "advcl", "ccomp"} and head < first < verb:
            block.heads[verb], block.deps[verb], block.tags[verb] = first, "conj", "VB"


def _give_participle(block: Columns, numbers: Sequence[int], verb: int) -> None:
    """Hang a participle amid a list on the one before it ("deny bombing it, killing him or robbing her")."""
    first = block.heads[verb]
    listed = block.tags[verb] == block.tags[first] == "VBG" and block.deps[verb] == "advcl" and first < verb
    if not listed or block.deps[first] not in {"xcomp", "pcomp", "ccomp", "conj"}:
        return
    below = _below(block, numbers, verb)
    goes_on = any(block.deps[n] == "conj" and block.tags[n] == "VBG" for n in below)
    joined = any(block.texts[n].lower() in JOINTS for n in below)
    if goes_on and joined and OWN.isdisjoint(block.deps[n] for n in below):
        block.deps[verb] = "conj"


def _give_condition(block: Columns, numbers: Sequence[int], verb: int) -> None:
    """Make what "if" opens govern its whole list ("If it attacks the town and kills him, we will leave")."""
    below = _below(block, numbers, verb)
    above = block.heads[verb]
    if (
        block.deps[verb] not in {"ccomp", "advcl"}
        or above <= verb
        or not SUBJECTS.isdisjoint(block.deps[n] for n in below)
    ):
        return
    for first in below:
        opened = [block.texts[n].lower() for n in _below(block, numbers, first) if block.deps[n] == "mark"]
        if first < verb and block.deps[first] == "advcl" and opened[:1] in (["if"], ["unless"]):
            block.heads[first], block.deps[first] = above, "advcl"
            block.heads[verb], block.deps[verb] = first, "conj"
            return


def _give_form(block: Columns, numbers: Sequence[int], verb: int) -> None:
    """Give a coordinated verb without a subject the form it shares ("has never bombed it or killed him")."""
    head = block.heads[verb]
    if block.deps[verb] != "conj" or block.tags[verb] != "VBD":
        return
    if not OWN.isdisjoint(block.deps[n] for n in _below(block, numbers, verb)):
        return
    helped = {block.lemmas[n].lower() for n in _below(block, numbers, head) if block.deps[n] == "aux"}
    same = block.texts[verb].lower() == block.lemmas[verb].lower()
    if block.tags[head] == "VBN" and helped & {"have", "'ve"}:
        block.tags[verb] = "VBN"
    elif block.tags[head] == "VB" and same:
        block.tags[verb] = "VB"
