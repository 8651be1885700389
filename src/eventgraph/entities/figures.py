"""Everybody a text speaks of, by name or not: who might be meant by the next "he", "she" or "the chief".

Whoever is only described ("the man", "his lawyer", "one of them") can be meant as well as whoever is
named, and so counts against a link. A description beside a name ("his lawyer Ada Quist") is no second
person, but says something about the first.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

import msgspec

from eventgraph.entities.candidate import WORDS_KEPT
from eventgraph.entities.chains import Book, Chain
from eventgraph.entities.classify import head_type
from eventgraph.entities.forms import group_of
from eventgraph.entities.gender import fits, gender_of_name, gender_of_words, is_person_noun
from eventgraph.entities.knowledge import title_words
from eventgraph.entities.mentions import Named
from eventgraph.entities.posts import Post
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token

QUOTATION = re.compile(r"“(?:(?!\n[ \t]*\n)[^”])*(?:”|$)|\"(?:(?!\n[ \t]*\n)[^\"])*\"", re.MULTILINE)
"""What stands between quotation marks, within one paragraph."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ARGUMENTS = frozenset({*SUBJECTS, "dobj", "pobj", "attr", "conj", "appos", "ROOT", "dative"})
INDEFINITE = frozenset({"one", "another", "other", "each", "first", "second", "latter", "former"})
RELATIVE = frozenset({"who", "whose", "whom", "which", "that"})
AGED = "-year-old"
"""Who is only called by an age."""
MEMORY = 40
"""Figures before a word among which it may find who is meant."""
BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PART", "ADV"})
LONGEST_APPOSITION = 7
"""Words from a comma to the noun that says what the person before the comma is."""


class Figure(msgspec.Struct, frozen=True):
    """Somebody at a word: the chain of mentions, if named, and else words that tell others apart."""

    token: Token
    who: str
    gender: str
    chain: Chain | None = None

    @property
    def is_subject(self) -> bool:
        """Whether it is the subject of a clause."""
        return self.token.dep in SUBJECTS


@dataclass(slots=True)
class Cast:
    """The figures of a text in order; those of pronouns are added as they are read.

    ``at`` says whose name a token is part of, ``called`` by what nouns a chain (its identity) is
    described, ``described`` where figures without a name stand, by their nouns, and ``settled`` which of
    those have been understood since.
    """

    parsed: Parsed
    figures: list[Figure]
    quotations: tuple[tuple[int, int], ...]
    at: dict[int, Chain]
    called: dict[int, list[str]]
    described: dict[str, list[int]]
    pronouns: list[Figure] = field(default_factory=list)
    settled: dict[int, Chain] = field(default_factory=dict)

    def before(self, token: Token, sentences: int) -> list[Figure]:
        """The last figures before a word, in its sentence and so many before it."""
        since = self.parsed.sentences[max(0, token.sentence - sentences)].first
        found = [
            figure
            for figures in (self.figures, self.pronouns)
            for figure in _slice(figures, since, token.index)
        ]
        return [self._now(figure) for figure in sorted(found, key=lambda f: f.token.index)]

    def fitting(self, token: Token, gender: str, sentences: int) -> list[Figure]:
        """Those before a word that may be of this gender."""
        return [figure for figure in self.before(token, sentences) if fits(figure.gender, gender)]

    def _now(self, figure: Figure) -> Figure:
        """A figure with what has been learnt of it since: whom a description means, a gender."""
        chain = figure.chain or self.settled.get(figure.token.index)
        if chain is None:
            return figure
        return Figure(figure.token, str(id(chain)), chain.gender, chain)

    def has_stranger(self, token: Token, gender: str, sentences: int) -> bool:
        """Whether the text is about somebody without a name: "a man", "a 17-year-old" as a subject."""
        words = load_lexicon("people")["nameless"]
        near = self.fitting(token, gender, sentences)
        return any(f.chain is None and f.is_subject and (f.who == AGED or f.who in words) for f in near)

    def quoted(self, token: Token) -> bool:
        """Whether a word stands between quotation marks."""
        index = bisect.bisect_right(self.quotations, (token.start, token.end)) - 1
        return index >= 0 and token.start < self.quotations[index][1]

    def says(self, token: Token) -> bool:
        """Whether a word is the subject of a verb of saying, or follows "according to"."""
        above = self.parsed.head(token)
        if token.dep in SUBJECTS:
            return above.lemma in load_lexicon("speech")["saying"]
        return token.dep == "pobj" and self.parsed.head(above).lower == "according"

    def is_beside(self, chain: Chain) -> bool:
        """Whether somebody is an official, lawyer or relative, who speaks of others and acts on them."""
        words = load_lexicon("people")["beside"]
        return chain.best_type() == "official" or any(
            word in words for word in self.called.get(id(chain), ())
        )


def _slice(figures: Sequence[Figure], first: int, last: int) -> Sequence[Figure]:
    """The figures from one token to another (excluded), the last `MEMORY` of them."""
    begin = bisect.bisect_left(figures, first, key=lambda f: f.token.index)
    end = bisect.bisect_left(figures, last, key=lambda f: f.token.index)
    return figures[max(begin, end - MEMORY) : end]


def cast_of(parsed: Parsed, book: Book, posts: Iterable[Post]) -> Cast:
    """Everybody of a text, before any pronoun is read."""
    people = [chain for chain in book.chains if group_of(chain.first) == "person"]
    named = [(one, chain) for chain in people for one in chain.members if one.candidate]
    at = {index: chain for one, chain in named for index in _tokens(one)}
    others = {i for chain in book.chains for one in chain.members for i in _tokens(one) if i not in at}
    called: dict[int, list[str]] = {}
    apposed: dict[int, Chain] = {}
    figures = list(_unknown(parsed, book, at, others))
    for token in parsed.tokens:
        if token.index not in at and token.index not in others and _is_person(token):
            chain = _beside(parsed, token, at)
            if chain is not None:
                called.setdefault(id(chain), []).append(token.lower)
                apposed[token.index] = chain
            elif token.dep not in {"compound", "amod", "nmod"} and not _says_what(parsed, token):
                who = AGED if _is_age(token) else token.lower
                figures.append(Figure(token, who, gender_of_words([token.lower])))
    figures += [Figure(_place(parsed, one, apposed), str(id(chain)), "", chain) for one, chain in named]
    at |= apposed
    _hear_titles(parsed, posts, at, called)
    for one, chain in named:
        _learn_gender(parsed, one, chain, called)
    quotations = tuple(match.span() for match in QUOTATION.finditer(parsed.text))
    figures.sort(key=lambda figure: figure.token.index)
    described: dict[str, list[int]] = {}
    for figure in figures:
        if figure.chain is None:
            described.setdefault(figure.who, []).append(figure.token.index)
    return Cast(parsed, figures, quotations, at, called, described)


def _tokens(one: Named) -> range:
    return range(one.candidate.first, one.candidate.last) if one.candidate else range(0)


def _head(parsed: Parsed, one: Named) -> Token:
    """The syntactic head of a name."""
    inside = _tokens(one)
    heads = (
        parsed.tokens[i] for i in inside if parsed.tokens[i].head not in inside or parsed.tokens[i].head == i
    )
    return next(heads, parsed.tokens[inside[-1]])


def _place(parsed: Parsed, one: Named, apposed: dict[int, Chain]) -> Token:
    """The word that stands for a person in its clause: the name, or the noun that the name explains."""
    head = _head(parsed, one)
    return parsed.head(head) if head.dep == "appos" and head.head in apposed else head


def _unknown(parsed: Parsed, book: Book, people: dict[int, Chain], others: set[int]) -> Iterator[Figure]:
    """Names that may be people's after all: the model's, subjects of no type, unsure names of two words."""
    for name in parsed.names:
        free = all(i not in people and i not in others for i in range(name.first, name.last))
        if name.label == "PERSON" and free:
            yield Figure(parsed.tokens[name.last - 1], parsed.words(name.first, name.last), "")
    for token in parsed.tokens:
        if token.tag != "NNP" or token.dep not in SUBJECTS or token.label == "PERSON":
            continue
        if token.index not in people and token.index not in others and not _is_person(token):
            yield Figure(token, token.text, "")
    for chain in book.chains:
        for one in chain.members:
            words = one.mention.name.split()
            alone = len(words) == 1 and one.candidate and _head(parsed, one).dep in SUBJECTS
            full = (alone or len(words) == 2) and all(word.isalpha() and word.istitle() for word in words)  # noqa: PLR2004 (given name and surname)
            body = group_of(one.mention) == "body" and one.sure <= 1 and one.candidate
            if body and full and not head_type([word.lower() for word in words]):
                yield Figure(_head(parsed, one), one.mention.name, gender_of_name(one.mention.name))


@lru_cache(maxsize=WORDS_KEPT)
def _calls_a_person(noun: str) -> bool:
    """Whether a noun says who somebody is: "lawyer", "director"."""
    return is_person_noun(noun) or title_words().is_title((noun,))


def _is_person(token: Token) -> bool:
    """Whether a word that is no name stands for one person."""
    if token.tag in {"NN", "NNP"}:
        return _calls_a_person(token.lower) or _is_age(token)
    if token.lower in INDEFINITE:
        return token.dep in SUBJECTS and token.pos in {"NUM", "PRON", "DET", "ADJ", "NOUN"}
    return (token.pos == "PRON" and is_person_noun(token.lower)) or _is_age(token)


def _is_age(token: Token) -> bool:
    """Whether "old" stands for somebody: "the 46-year-old was charged"."""
    return (token.lower == "old" or token.lower.endswith(AGED)) and token.dep in ARGUMENTS


def _beside(parsed: Parsed, token: Token, at: dict[int, Chain]) -> Chain | None:
    """The named person whom a noun beside the name describes, or None."""
    following = at.get(token.index + 1)
    if following is not None:
        return following
    for other in (parsed.head(token), *parsed.children(token, "appos")):
        apposed = other.dep == "appos" or token.dep in {"appos", "compound"}
        if other.index in at and apposed:
            return at[other.index]
    above = parsed.head(token)
    if token.dep == "attr" and above.lemma == "be":
        subject = parsed.child(above, *SUBJECTS)
        return at.get(subject.index) if subject else None
    return _after_comma(parsed, token, at)


def _after_comma(parsed: Parsed, token: Token, at: dict[int, Chain]) -> Chain | None:
    """The person for "Otto Brandel, 51, a retired teacher", whatever the parser makes of it."""
    index = token.index - 1
    while index > 0 and token.index - index < LONGEST_APPOSITION and parsed.tokens[index].pos in BEFORE_NOUN:
        if parsed.tokens[index].lower in RELATIVE:
            return None
        index -= 1
    if parsed.tokens[index].text != "," or parsed.tokens[index].sentence != token.sentence:
        return None
    if parsed.tokens[index - 1].text.isdigit() and parsed.tokens[index - 2].text == ",":
        index -= 2
    return at.get(index - 1)


def _says_what(parsed: Parsed, token: Token) -> bool:
    """Whether a noun only says what somebody is or acts as: "he is a teacher", "as a teacher"."""
    above = parsed.head(token)
    if token.dep == "attr" and above.lemma == "be":
        subject = parsed.child(above, *SUBJECTS)
        return subject is not None and subject.pos == "PRON"
    return token.dep == "pobj" and above.lower == "as"


def _hear_titles(
    parsed: Parsed, posts: Iterable[Post], at: dict[int, Chain], called: dict[int, list[str]]
) -> None:
    """Note the last words of the titles that people have."""
    for post in posts:
        chain = at.get(post.person.first)
        if chain is not None:
            called.setdefault(id(chain), []).append(parsed.tokens[post.last - 1].lower)


def _learn_gender(parsed: Parsed, one: Named, chain: Chain, called: dict[int, list[str]]) -> None:
    """Settle the gender of a person by courtesy, then by what they are called, then by the given name."""
    if chain.gender or one.candidate is None:
        return
    before = parsed.tokens[one.candidate.first - 1].lower if one.candidate.first else ""
    chain.gender = (
        gender_of_words([before] if before.rstrip(".") in _courtesy_words() else ())
        or gender_of_words(called.get(id(chain), ()))
        or gender_of_name(chain.fullest)
    )


@cache
def _courtesy_words() -> set[str]:
    words = load_lexicon("people")["courtesy"]
    return {*words["female"], *words["male"]}
