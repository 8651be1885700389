"""Parsed texts made by hand, for tests that need no language model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eventgraph.text.parse import Name, Parsed, Sentence, Token


@dataclass(frozen=True)
class Word:
    """A word with its tag and the model's name label; each label begins a name of its own."""

    text: str
    tag: str = "NNP"
    label: str = ""


COARSE = {
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "NN": "NOUN",
    "VBD": "VERB",
    "PRP": "PRON",
    "DT": "DET",
    "IN": "ADP",
}


def parsed(*sentences: Sequence[Word]) -> Parsed:
    """Sentences of words as a parse in which every word but the first hangs on the one before it."""
    tokens: list[Token] = []
    bounds: list[Sentence] = []
    text = ""
    for number, words in enumerate(sentences):
        first = len(tokens)
        for word in words:
            index = len(tokens)
            tokens.append(
                Token(
                    index=index,
                    start=len(text),
                    end=len(text) + len(word.text),
                    text=word.text,
                    lemma=word.text.lower(),
                    pos=COARSE.get(word.tag, "X"),
                    tag=word.tag,
                    dep="dep" if index > first else "ROOT",
                    head=max(first, index - 1),
                    label=word.label,
                    sentence=number,
                    children=(index + 1,) if index + 1 < first + len(words) else (),
                    lower=word.text.lower(),
                )
            )
            text += word.text + " "
        if words:
            bounds.append(Sentence(first, len(tokens), tokens[first].start, tokens[-1].end))
    names = tuple(Name(token.index, token.index + 1, token.label) for token in tokens if token.label)
    return Parsed(text, tuple(tokens), tuple(bounds), names)


def line(text: str) -> Parsed:
    """A line of words as one sentence of proper nouns: "U.S. Army Sgt Ada/PERSON" gives one a label."""
    pairs = [word.partition("/") for word in text.split()]
    return parsed([Word(word, "NNP", label) for word, _, label in pairs])
