"""What a text says of values that no longer hold: it moved a date, gives a newer figure, corrects itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from eventgraph.lexicon import load_lexicon
from eventgraph.model import EventMention, Span, When
from eventgraph.vocabulary import ClaimAbout, ClaimState, Status


@dataclass(frozen=True, slots=True)
class Gone:
    """A value that a text says does not hold, with the words that give it.

    It is a `When` for a date, a `Decimal` for a number, the span of a mention for a place, a `Status` for a
    happening that was taken back. ``sure`` where nothing else can be what the text calls wrong; else it is
    only taken back where another value is told.
    """

    about: ClaimAbout
    state: ClaimState
    span: Span
    value: When | Decimal | Span | Status
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Revision:
    """What the text around an event mention says of earlier answers.

    ``mention`` is the mention without what does not hold, with what holds instead. ``moved`` where its day
    was another before; ``rising`` are the spans of numbers that are newer figures of a growing total;
    ``note`` where the mention stands in a note that corrects something.
    """

    mention: EventMention
    gone: tuple[Gone, ...] = ()
    moved: bool = False
    rising: frozenset[Span] = frozenset()
    note: bool = False

    def after(self, earlier: Revision | None) -> Revision:
        """Both what this says and what was found before, whose mention this one was made from."""
        if earlier is None:
            return self
        return Revision(
            self.mention,
            (*earlier.gone, *self.gone),
            earlier.moved or self.moved,
            earlier.rising | self.rising,
            earlier.note or self.note,
        )


@cache
def revision_words(name: str) -> tuple[str, ...]:
    """A list of the ``[revisions]`` table of ``lexicon/link.toml``."""
    words: Any = load_lexicon("link")["revisions"][name]
    return tuple(words)


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of these words or phrases, the longest first, white space folded."""
    ordered = sorted(words, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(r"\s+".join(map(_escaped, phrase.split())) for phrase in ordered) + ")"


def _escaped(word: str) -> str:
    """A word with either apostrophe, to be found as it stands."""
    return "".join(r"['\u2019]" if letter == "'" else _plain(letter) for letter in word)


def _plain(letter: str) -> str:
    return letter if letter.isalnum() else f"\\{letter}"
