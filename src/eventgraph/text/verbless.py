"""Sentences that the language model left without a verb, as it took theirs for an adjective.

"A warder tortured inmates." reads to it as a heap of nouns, "tortured" describing the inmates. Where nothing
else in the sentence is a verb with a tense, the participle between two noun phrases is the verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.lexicon import load_lexicon
from eventgraph.text.columns import Columns

NOUNS = {"NN", "NNS", "NNP", "NNPS"}
PAST = {"VBN", "VBD"}
TENSED = {"VBD", "VBZ", "VBP", "MD"}
OPENING = {"det", "nummod", "poss"}
"""What opens a noun phrase, so that what stands before it cannot belong to it."""
LOOSE = {"prep", "npadvmod", "advmod", "advcl", "punct", "prt", "agent"}
"""What may hang on the verb as well as on its object."""


def give_verbs(block: Columns, sentences: Sequence[Sequence[int]]) -> None:
    """Make the participle the verb of every sentence of a block that has no other. Changes the columns."""
    for numbers in sentences:
        root = next((number for number in numbers if block.heads[number] == number), None)
        if root is None:
            continue
        _give_naming(block, numbers, root)
        if block.tags[root] not in NOUNS or _give_feeling(block, numbers, root):
            continue
        verb = _hidden_verb(block, numbers, root)
        if verb is not None:
            _raise(block, numbers, verb, root)


def _give_naming(block: Columns, numbers: Sequence[int], root: int) -> None:
    """Make "named" the verb where there is no other ("The king named Lee, a lawyer, to the court")."""
    for verb in (n for n in numbers if block.texts[n].lower() == "named" and block.deps[n] == "acl"):
        subject = block.heads[verb]
        named = next((n for n in numbers if block.heads[n] == verb and block.deps[n] == "oprd"), None)
        others = (n for n in numbers if block.tags[n] in TENSED and n != verb)
        if subject != verb - 1 or named is None or block.labels[named] != "PERSON" or any(others):
            continue
        if root not in {subject, block.heads[subject]} or block.texts[numbers[-1]][-1] not in ".!":
            continue
        block.tags[verb], block.deps[verb], block.heads[verb] = "VBD", "ROOT", verb
        for n in numbers:
            if block.heads[n] == subject and n > verb:
                block.heads[n] = verb
        if root != subject:
            block.deps[root], block.heads[root] = "xcomp", verb
        block.deps[subject], block.heads[subject], block.deps[named] = "nsubj", verb, "dobj"
        return


def _give_feeling(block: Columns, numbers: Sequence[int], root: int) -> bool:
    """Find the verb between what happened and whom it stirred ("The arrest of two boys angered teachers").

    Tell whether it was found.
    """
    feeling = frozenset(load_lexicon("places_of_events")["feeling"])
    for verb in (n for n in numbers if block.tags[n] in PAST and block.deps[n] == "amod"):
        stirred, before = block.heads[verb], verb - 1
        of = block.heads[stirred]
        owned = block.deps[stirred] == "pobj" and block.texts[of].lower() == "of" and block.heads[of] == root
        if not owned or block.lemmas[verb].lower() not in feeling or block.tags[before] not in NOUNS:
            continue
        block.tags[verb], block.poses[verb], block.deps[verb], block.heads[verb] = "VBD", "VERB", "ROOT", verb
        block.deps[root], block.heads[root] = "nsubj", verb
        block.deps[stirred], block.heads[stirred] = "dobj", verb
        block.deps[before], block.heads[before] = "pobj", of
        for n in numbers:
            if block.heads[n] == stirred and n < before:
                block.heads[n] = before
            elif block.heads[n] == root and n > verb:
                block.heads[n] = verb
        return True
    return False


def _hidden_verb(block: Columns, numbers: Sequence[int], root: int) -> int | None:
    """The participle that describes the root of a sentence and stands right after another noun."""
    nouns = {root, *(n for n in numbers if block.deps[n] == "compound" and block.heads[n] == root)}
    found = [
        n for n in numbers if block.tags[n] in PAST and block.deps[n] == "amod" and block.heads[n] in nouns
    ]
    if len(found) != 1 or found[0] > root:
        return None
    verb = found[0]
    before = verb - 1
    while before in numbers and block.tags[before] == "RB":
        before -= 1
    if before not in numbers or not _ends_noun_phrase(block, before, root):
        return None
    if any(block.tags[n] in TENSED for n in numbers if n != verb):
        return None
    opened = any(block.deps[n] in OPENING for n in numbers if verb < n < root)
    return verb if opened or block.texts[numbers[-1]][-1] in ".!" else None


def _ends_noun_phrase(block: Columns, number: int, root: int) -> bool:
    """Whether a word is a noun, or read as an adjective after an article that no plural has ("a warder")."""
    if block.tags[number] in NOUNS:
        return True
    article = block.texts[number - 1].lower() if number else ""
    return block.tags[number] == "JJ" and article in {"a", "an"} and block.tags[root] in {"NNS", "NNPS"}


def _raise(block: Columns, numbers: Sequence[int], verb: int, root: int) -> None:
    """Put the verb above its subject, the last noun before it, and its object, the old root."""
    subject = max(n for n in numbers if n < verb and block.tags[n] != "RB")
    block.tags[verb], block.poses[verb], block.deps[verb], block.heads[verb] = "VBD", "VERB", "ROOT", verb
    block.deps[root], block.heads[root] = "dobj", verb
    block.deps[subject], block.heads[subject] = "nsubj", verb
    if block.tags[subject] == "JJ":
        block.tags[subject], block.poses[subject] = "NN", "NOUN"
    for n in numbers:
        if n in {verb, root, subject}:
            continue
        if n < subject and block.heads[n] in {verb, root}:
            block.heads[n] = subject
        elif block.heads[n] == root and (subject < n < verb or (n > root and _is_loose(block, n))):
            block.heads[n] = verb


def _is_loose(block: Columns, number: int) -> bool:
    return block.deps[number] in LOOSE and block.texts[number].lower() != "of"
