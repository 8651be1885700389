"""Titles in the plural that several people share: "Ministers Ada Quist and Otto Brandel"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from eventgraph.entities.candidate import PERSON, Candidate, covered, is_capital
from eventgraph.entities.knowledge import title_words
from eventgraph.entities.posts import Post, Title
from eventgraph.entities.titles import (
    FARTHEST,
    OPENERS,
    after_age,
    after_openers,
    may_be_title,
    post_of,
)
from eventgraph.text.parse import Parsed, Token

AMONG = frozenset({",", "and", "&", "(", ")"})
"""What may stand between people who share a title."""


def shared_titles(parsed: Parsed, candidates: Sequence[Candidate]) -> Iterator[Post]:
    """The posts of people who share a title in the plural: "Ministers Ada Quist and Otto Brandel"."""
    at = covered(candidates)
    for people in _together(parsed, candidates):
        start, end = people[0].first, people[-1].last
        sentence = parsed.sentence_of(parsed.tokens[start])
        for title in (
            _plural(parsed.tokens, _stretch(parsed.tokens, start, -1, sentence.first), start),
            _plural_after(parsed, end, sentence.last),
        ):
            if title is not None:
                before = title.last == start
                posts = [post_of(parsed, person, title, before=before, at=at) for person in people]
                body = posts[-1].body
                label = _singular(parsed, title)
                yield from (replace(post, label=label, body=body or post.body) for post in posts)


def _together(parsed: Parsed, candidates: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """People named one after the other with nothing but commas, "and" and ages between them."""
    group: list[Candidate] = []
    for person in candidates:
        between = parsed.tokens[group[-1].last : person.first] if group else ()
        joined = all(token.text in AMONG or token.text.isdigit() for token in between)
        if group and (person.sort != PERSON or not joined or not between):
            if len(group) > 1:
                yield group
            group = []
        if person.sort == PERSON:
            group.append(person)
    if len(group) > 1:
        yield group


def _stretch(tokens: Sequence[Token], index: int, step: int, limit: int) -> int:
    """Where the words that may be a title in the plural end, on one side of a token."""
    plurals = title_words().plurals
    for place in (
        range(index - 1, max(limit, index - FARTHEST) - 1, -1)
        if step < 0
        else range(index, min(limit, index + FARTHEST))
    ):
        dotted = tokens[place].text == "." and f"{tokens[place - 1].lower}." in plurals
        if not (dotted or may_be_title(tokens[place]) or _abbreviated(tokens, place) in plurals):
            return place + 1 if step < 0 else place
        index = place if step < 0 else place + 1
    return index


def _abbreviated(tokens: Sequence[Token], index: int) -> str:
    """A word with the stop that the parser cut off, such as that of "Sens."."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    stop = "." if after is not None and after.text == "." and after.start == tokens[index].end else ""
    return tokens[index].lower + stop


def _plural(tokens: Sequence[Token], first: int, last: int) -> Title | None:
    """The longest title in the plural that ends where it should."""
    titles = title_words()
    places = [index for index in range(first, last) if tokens[index].text != "."]
    words = [_abbreviated(tokens, index) for index in places]
    single = tuple(titles.plurals.get(word, word) for word in words)
    for start, begin in enumerate(places):
        plural = any(word in titles.plurals for word in words[start:])
        if plural and titles.is_title(single[start:]):
            return Title(begin, last, single[start:] in titles.public)
    return None


def _plural_after(parsed: Parsed, index: int, limit: int) -> Title | None:
    """The title of people named before it: "Ada Quist and Otto Brandel, both agents of the FBI"."""
    tokens = parsed.tokens
    index = after_age(tokens, index, limit)
    if index >= limit or (tokens[index].text not in OPENERS and tokens[index].lemma != "be"):
        return None
    index = after_openers(tokens, index + 1, limit)
    end = _stretch(tokens, index, 1, limit)
    return next((t for last in range(end, index, -1) if (t := _plural(tokens, index, last))), None)


def _singular(parsed: Parsed, title: Title) -> str:
    """The title of one of those who share it: "agent" for "agents", "Sen." for "Sens."."""
    plurals = title_words().plurals
    found = []
    for index in range(title.first, title.last):
        token = parsed.tokens[index]
        if token.text != ".":
            written = _abbreviated(parsed.tokens, index)
            word = plurals.get(written, parsed.text[token.start : token.start + len(written)])
            found.append(word.capitalize() if is_capital(token) and word.islower() else word)
    return " ".join(found)
