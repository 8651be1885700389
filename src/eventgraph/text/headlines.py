"""Headlines whose verb the language model took for a plural noun: "Strike halts trains in Larnby".

Where nothing in a headline is a verb with a tense, the model is asked to read it again with the verb in the
past ("Strike halted trains"), which it can hardly mistake. If it then finds a subject and an object, that
reading is kept, with the words as they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from eventgraph.lexicon import load_lexicon

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

SHORTEST, LONGEST = 3, 16
"""The fewest and most words of a text that is read as a headline."""
TENSED = {"VBD", "VBZ", "VBP", "MD"}
PLURAL = {"NNS", "NNPS"}
SUBJECTS = {"nsubj", "nsubjpass"}
OBJECTS = {"dobj", "dative"}


def read_again(model: Language, doc: Doc) -> tuple[Doc, int] | None:
    """A better reading of a headline and the number of its verb; None where the first will do."""
    if not _is_headline(doc) or any(word.tag_ in TENSED for word in doc):
        return None
    for number, past in _candidates(doc):
        again = _in_the_past(model, doc, number, past)
        if _is_told(again[number], doc[number + 1].lower_, doc[number].lower_):
            return again, number
    return None


def _is_headline(doc: Doc) -> bool:
    """Whether a block is short, of one sentence and has no full stop."""
    text = doc.text.rstrip()
    return SHORTEST <= len(doc) <= LONGEST and text[-1:].isalnum() and sum(1 for _ in doc.sents) == 1


def _candidates(doc: Doc) -> Iterator[tuple[int, str]]:
    """The plurals behind a noun that may be verbs, by number, with their past.

    None is one before what may be the verb of a plural ("Bus strikes halt trains").
    """
    past = load_lexicon("headlines")["past"]
    for before, word, behind in zip(doc, doc[1:], doc[2:], strict=False):
        plural = word.tag_ in PLURAL and f"{behind.lower_}s" not in past
        if plural and word.lower_ in past and before.pos_ in {"NOUN", "PROPN"}:
            yield word.i, past[word.lower_]


def _in_the_past(model: Language, doc: Doc, number: int, past: str) -> Doc:
    from spacy.tokens import Doc  # noqa: PLC0415 (see `parse.load_model`)

    words = [past if word.i == number else word.text for word in doc]
    return model(Doc(doc.vocab, words=words, spaces=[bool(word.whitespace_) for word in doc]))


def _is_told(verb: Token, following: str, written: str) -> bool:
    """Whether the second reading is one of a sentence: who did what to whom."""
    before = any(word.dep_ in SUBJECTS and word.i < verb.i for word in verb.children)
    behind = any(word.dep_ in OBJECTS and word.i > verb.i for word in verb.children)
    bare = f"{written} {following}" in load_lexicon("headlines")["words"]["without_object"]
    return verb.tag_ == "VBD" and verb.dep_ == "ROOT" and before and (behind or bare)
