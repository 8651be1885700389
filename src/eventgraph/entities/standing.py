"""A name where it stands: its own words and those beside it, as the rules for its sort ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from eventgraph.entities.candidate import Candidate, is_acronym, tokens_of, words_of
from eventgraph.entities.classify import head_type
from eventgraph.entities.gender import is_given_name
from eventgraph.entities.knowledge import Known, gazetteer
from eventgraph.entities.pieces import root_of
from eventgraph.text.parse import Parsed, Token


@dataclass(frozen=True)
class Standing:
    """A candidate in its text."""

    parsed: Parsed
    candidate: Candidate

    @property
    def sort(self) -> str:
        """What it is taken for so far."""
        return self.candidate.sort

    @property
    def first(self) -> Token:
        """Its first word."""
        return self.parsed.tokens[self.candidate.first]

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """Its words."""
        return tokens_of(self.parsed, self.candidate)

    @cached_property
    def lower(self) -> list[str]:
        """Its words in small letters."""
        return [token.lower for token in self.tokens]

    @cached_property
    def text(self) -> str:
        """Its words as they are written, white space folded."""
        return words_of(self.parsed, self.candidate)

    @cached_property
    def root(self) -> Token:
        """Its word whose head lies outside it."""
        return root_of(self.parsed, self.candidate)

    @cached_property
    def head(self) -> Token:
        """The word that it hangs on."""
        return self.parsed.head(self.root)

    @property
    def single(self) -> bool:
        """Whether it has one word."""
        return len(self.candidate) == 1

    @cached_property
    def known(self) -> tuple[Known, ...]:
        """What the lexicon knows of this name."""
        return tuple(gazetteer().find(self.text))

    @cached_property
    def unknown(self) -> bool:
        """Whether neither the lexicon nor a head word says what it is."""
        return not (self.known or head_type(self.lower))

    @property
    def acronym(self) -> bool:
        """Whether it is one word that looks like an acronym."""
        return self.single and is_acronym(self.first.text)

    @property
    def given(self) -> bool:
        """Whether it begins with a given name."""
        return is_given_name(self.first.text)

    @property
    def titlecase(self) -> bool:
        """Whether all its words are letters, the first of each a capital: "Larn Crest"."""
        return all(token.text.isalpha() and token.text.istitle() for token in self.tokens)

    def beside(self, distance: int) -> Token | None:
        """The word so many places after its last word, or before its first one where that is negative."""
        edge = self.candidate.last - 1 if distance > 0 else self.candidate.first
        place = edge + distance
        return self.parsed.tokens[place] if 0 <= place < len(self.parsed.tokens) else None

    @property
    def preceding(self) -> str:
        """The word before it in small letters, "" for none."""
        token = self.beside(-1)
        return token.lower if token else ""

    @property
    def following(self) -> str:
        """The word after it in small letters, "" for none."""
        token = self.beside(1)
        return token.lower if token else ""

    def before(self, count: int) -> list[str]:
        """Up to so many words before it, in small letters."""
        first = self.candidate.first
        return [token.lower for token in self.parsed.tokens[max(0, first - count) : first]]

    def after(self, count: int) -> list[str]:
        """Up to so many words after it, in small letters."""
        last = self.candidate.last
        return [token.lower for token in self.parsed.tokens[last : last + count]]

    def hangs_on(self, token: Token | None) -> bool:
        """Whether the whole name hangs on a word: on "in" in "in Larn Crest", not in "in Larn Crest bay"."""
        return token is not None and self.root.head == token.index
