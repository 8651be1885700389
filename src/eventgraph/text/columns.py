"""The language model's words of a block as columns: far cheaper than a Python object a word."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Columns:
    """The model's words of one block, column by column; tags and functions of words may be mended in place.

    ``heads`` and ``sentences`` are numbers of words and of sentences within the block, ``starts`` code
    points from its beginning.
    """

    texts: list[str]
    lemmas: list[str]
    poses: list[str]
    tags: list[str]
    deps: list[str]
    labels: list[str]
    heads: list[int]
    starts: list[int]
    sentences: list[int]

    @classmethod
    def of(cls, doc: Doc) -> Columns:
        """The columns of a document of the model's."""
        names: list[int | str] = [
            "ORTH",
            "LEMMA",
            "POS",
            "TAG",
            "DEP",
            "ENT_TYPE",
            "HEAD",
            "IDX",
            "SENT_START",
        ]
        array = doc.to_array(names).astype("int64")
        strings = doc.vocab.strings
        hashes = array[:, :6].astype("uint64").T.tolist()
        texts, lemmas, poses, tags, deps, labels = ([strings[key] for key in column] for column in hashes)
        heads = [number + step for number, step in enumerate(array[:, 6].tolist())]
        sentences = accumulate(int(mark == 1) for mark in array[:, 8].tolist())
        starts: list[int] = array[:, 7].tolist()
        return cls(texts, lemmas, poses, tags, deps, labels, heads, starts, list(sentences))
