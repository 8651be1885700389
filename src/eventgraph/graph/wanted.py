"""What somebody may mean who asks for a name: the entities that bear it, and words that hold it.

Comparison is loose and by whole words: case, accents, punctuation do not matter, nor whether words are
written in one ("Harbour Link", "HarbourLink"). Who asks for "police" means every police force.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from eventgraph.model import Entity, Graph, Span
from eventgraph.text.letters import without_accents

WORD = re.compile(r"[^\W_]+")
PLURAL = "s"

SPARE = 10
"""Characters that may stand between the words of a name in a text, beyond as many as the name has."""

KEPT = 50_000
"""Texts whose words are kept: the same participants are compared with one name after the other."""


class Wanted:
    """A name or an id that is asked for; ``name`` is as it was written."""

    def __init__(self, name: str, graph: Graph | None = None) -> None:
        self.name = name
        self._folded = folded(name)
        self._whole = frozenset({"".join(_words(name))} - {""})
        self._forms = self._whole | {form for part in _numbered(name) for form in (part, part + PLURAL)}
        self._texts = {document.id: document.text for document in graph.documents} if graph else {}
        self._entities = {entity.id for entity in graph.entities if self.means(entity)} if graph else set()

    def means(self, entity: Entity) -> bool:
        """Whether the name is the entity's id, or stands in one of its names."""
        if self._folded == folded(entity.id):
            return True
        return any(_stands(self._whole, _words(name)) for name in (entity.name, *entity.aliases))

    def is_name_of(self, entity: Entity) -> bool:
        """Whether it is the entity's id or its whole name."""
        return self._folded in {folded(entity.id), folded(entity.name)}

    def takes(self, entity: str | None, words: str, span: Span | None = None) -> bool:
        """Whether somebody whom a text of the graph names is meant: the entity, or the words.

        The words may name more than their entity, and the text around them may complete the name: at "orders
        for the Sable X90 jet", "X90 jet" is the Sable X90. A numbered part of the name will do ("the new
        X90s").
        """
        told = _words(words)
        if entity in self._entities or _stands(self._forms, told):
            return True
        if span is None or not any(word in form for word in told for form in self._forms):
            return False
        before, after = self._around(span)
        over = range(len(before), len(before) + len(told))
        return _stands(self._forms, (*before, *told, *after), over)

    def _around(self, span: Span) -> tuple[Sequence[str], Sequence[str]]:
        """The words before and after a span, as far as the name could reach."""
        text, reach = self._texts.get(span.document, ""), 2 * len(self.name) + SPARE
        before = text[max(0, span.start - reach) : span.start]
        return _words(before), _words(text[span.end : span.end + reach])


def folded(text: str) -> str:
    """Lower case, without accents, dots and runs of white space; dashes and colons part words."""
    kept = "".join(" " if c in "-_/:" else c for c in without_accents(text) if c != ".")
    return " ".join(kept.casefold().split())


@lru_cache(maxsize=KEPT)
def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(folded(text)))


def _numbered(name: str) -> Iterator[str]:
    """Parts of a name that stand for it, as they have a number: of "Sable X-90 Jet", "X-90", "X-90 Jet".

    A bare number needs a word with a capital beside it: of "Sable 90 Jet", "90 Jet".
    """
    words = name.split()
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            if _tells(words[start:end]):
                yield "".join(_words(" ".join(words[start:end])))


def _tells(words: Sequence[str]) -> bool:
    """Whether words with a number in them are more than a number of something."""
    numbers = [word for word in words if any(map(str.isdigit, word))]
    mixed = any(any(map(str.isalpha, word)) for word in numbers)
    capitals = all(word[0].isupper() or word in numbers for word in words)
    return mixed or bool(numbers and capitals and len(words) > len(numbers))


def _stands(forms: frozenset[str], words: Sequence[str], over: range | None = None) -> bool:
    """Whether some words, one after the other and written in one, are one of the forms.

    With ``over``, one of them must be at these places.
    """
    longest = max(map(len, forms), default=0)
    for start in range(len(words)):
        joined = ""
        for end in range(start, len(words)):
            joined += words[end]
            if len(joined) > longest:
                break
            if joined in forms and (over is None or (start < over.stop and end >= over.start)):
                return True
    return False
