"""A name where it stands: its own words and those beside it, as the rules for its sort ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from eventgraph.entities.atlas import DIVISION, atlas
from eventgraph.entities.candidate import PERSON, PLACE, Candidate, is_acronym, tokens_of, words_of
from eventgraph.entities.classify import head_type
from eventgraph.entities.gender import is_given_name
from eventgraph.entities.knowledge import Known, gazetteer
from eventgraph.entities.pieces import FULL_NAME, has_person_form, root_of
from eventgraph.text.parse import Parsed, Token

LONGEST_NAME = 4
"""Words of a person's name that a rule takes from the model's bodies and places."""


class Standing:
    """A candidate in its text.

    ``first`` is its first word, ``tokens`` are its words, ``lower`` the same in small letters and ``text`` as
    they are written, white space folded. ``sort`` is what it is taken for so far, ``known`` what the lexicon
    knows of this name, ``unknown`` whether neither the lexicon nor a head word says what it is, ``single``
    whether it has one word. ``preceding`` and ``following`` are the words beside it in small letters, "" for
    none.
    """

    def __init__(self, parsed: Parsed, candidate: Candidate) -> None:
        self.parsed, self.candidate, self.sort = parsed, candidate, candidate.sort
        self.tokens: Sequence[Token] = tokens_of(parsed, candidate)
        self.first = self.tokens[0]
        self.single = len(self.tokens) == 1
        self.lower = [token.lower for token in self.tokens]
        self.text = words_of(parsed, candidate)
        self.known: tuple[Known, ...] = tuple(gazetteer().find(self.text))
        self.unknown = not (self.known or head_type(self.lower))
        before, after = self.beside(-1), self.beside(1)
        self.preceding = before.lower if before else ""
        self.following = after.lower if after else ""

    @cached_property
    def root(self) -> Token:
        """Its word whose head lies outside it."""
        return root_of(self.parsed, self.candidate)

    @cached_property
    def head(self) -> Token:
        """The word that it hangs on."""
        return self.parsed.head(self.root)

    @cached_property
    def is_division(self) -> bool:
        """Whether the gazetteer has a name of several words for a part of a country."""
        found = () if self.single else atlas().find(self.text)
        return any(place.kind == DIVISION and place.name == self.text for place in found)

    @cached_property
    def may_be_person(self) -> bool:
        """Whether an unknown name of two to four words has the form of a person's, no article before it."""
        words = sum(token.text != "-" for token in self.tokens)
        if self.sort == PERSON or not self.unknown or not FULL_NAME <= words <= LONGEST_NAME:
            return False
        division = self.sort == PLACE and self.is_division
        return self.preceding != "the" and not division and has_person_form(self.tokens)

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
