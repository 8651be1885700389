"""What somebody may mean who asks for a name: the entities that bear it, and words that hold it.

Comparison is loose and by whole words: case, accents, dots and dashes do not matter, nor whether words are
written in one ("Harbour Link", "HarbourLink"). Who asks for "police" means every police force.
"""

from __future__ import annotations

from collections.abc import Iterable

from eventgraph.model import Entity
from eventgraph.text.letters import without_accents

PLURAL = "s"


class Wanted:
    """A name or an id that is asked for. ``entities`` has the ids of those of the given that it may mean."""

    def __init__(self, name: str, entities: Iterable[Entity] = ()) -> None:
        self.name = name
        self._folded = folded(name)
        self._run = self._folded.replace(" ", "")
        self._signs = _signs(name)
        self.entities = frozenset(entity.id for entity in entities if self.means(entity))

    def means(self, entity: Entity) -> bool:
        """Whether the name is the entity's id, or stands in one of its names."""
        names = (entity.name, *entity.aliases)
        return self._folded == folded(entity.id) or any(map(self._stands_in, names))

    def is_name_of(self, entity: Entity) -> bool:
        """Whether it is the entity's id or its whole name."""
        return self._folded in {folded(entity.id), folded(entity.name)}

    def takes(self, entity: str | None, words: str) -> bool:
        """Whether somebody who takes part is meant, by the entity or by the words, which may name more.

        Words that stand for no entity are taken, too, for a sign in the name that has letters and digits:
        of "Sable X90", "the new X90s".
        """
        if entity in self.entities or self._stands_in(words):
            return True
        return entity is None and any(_runs_in(sign, words, PLURAL) for sign in self._signs)

    def _stands_in(self, words: str) -> bool:
        """Whether the name is some of the words, one after the other."""
        return f" {self._folded} " in f" {folded(words)} " or _runs_in(self._run, words)


def folded(text: str) -> str:
    """Lower case, without accents, dots and runs of white space; dashes and colons part words."""
    kept = "".join(" " if c in "-_/:" else c for c in without_accents(text) if c != ".")
    return " ".join(kept.casefold().split())


def _signs(name: str) -> tuple[str, ...]:
    """What in a name of several words has letters and digits, in one: "x90" of "Sable X-90"."""
    words = name.split()
    signs = [word for word in words if any(map(str.isalpha, word)) and any(map(str.isdigit, word))]
    return tuple(folded(word).replace(" ", "") for word in signs) if len(words) > 1 else ()


def _runs_in(run: str, words: str, ending: str = "") -> bool:
    """Whether some words, one after the other and written in one, are the run, with the ending or without."""
    parts = folded(words).split()
    wanted = {run, run + ending} - {""}
    longest = max(map(len, wanted), default=0)
    for start in range(len(parts)):
        joined = ""
        for part in parts[start:]:
            joined += part
            if joined in wanted:
                return True
            if len(joined) >= longest:
                break
    return False
