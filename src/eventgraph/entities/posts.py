"""A post that somebody holds, and what it makes of those words and of its holder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eventgraph.entities.candidate import BODY, PERSON, Candidate
from eventgraph.entities.knowledge import title_words
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token
from eventgraph.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Post:
    """A post that somebody holds: the tokens of its title, and of the body or place it is held at.

    ``public`` where the title alone makes its holder an official. ``label`` is the title where the words
    do not have it as it is ("FBI agents Ada Quist and Otto Brandel": "agent"). ``rule`` says how it is told,
    see `relations`; ``verb`` is the token of the verb that does.
    """

    person: Candidate
    first: int
    last: int
    public: bool
    qualifier: str = ""
    body: Candidate | None = None
    label: str = ""
    rule: str = "title"
    status: Status = Status.HAPPENED
    verb: int | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """The tokens of a title; ``public`` where it is a post of the state by itself."""

    first: int
    last: int
    public: bool


def is_private(parsed: Parsed, post: Post) -> bool:
    """Whether a post is no public one: a lawyer's, unless of a body, a relative's, "his lieutenant"."""
    words, tokens = load_lexicon("people"), parsed.tokens[post.first : post.last]
    before = parsed.tokens[post.first - 1] if post.first else None
    owned = before is not None and before.tag == "PRP$" and before.lower != "its"
    if owned and len(tokens) == 1 and tokens[0].text in words["owned"]:
        return True
    title = " ".join(token.lower for token in tokens[-2:])
    return bool({tokens[-1].lower, title} & {*words["private"]}) and (
        owned or post.body is None or post.body.sort != BODY
    )


def without_titles(candidates: Sequence[Candidate], posts: Iterable[Post]) -> list[Candidate]:
    """The candidates without places and bodies that are words of a title: "Deputy U.S. Marshal"."""
    titles = {index for post in posts for index in range(post.first, post.last)}
    return [c for c in candidates if c.sort == PERSON or not titles.issuperset(range(c.first, c.last))]


def is_title(tokens: Sequence[Token]) -> bool:
    """Whether some words are a title and no name, which the model may take for one: "Marketing Officer"."""
    last, titles = tokens[-1].lower, title_words()
    whole = titles.is_title(tuple(token.lower for token in tokens))  # "Senior Constable"
    return len(tokens) > 1 and (whole or (titles.is_title((last,)) and last not in titles.surnames))


def without_bare_titles(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without titles that the model took for names: "Bishop" | "Emeka Brandel"."""
    people = {candidate.first for candidate in candidates if candidate.sort == PERSON}
    titles = title_words()
    return [
        c
        for c in candidates
        if len(c) > 1
        or c.last not in people
        or not ((word := parsed.tokens[c.first].lower) in titles.courtesy or titles.is_title((word,)))
    ]
