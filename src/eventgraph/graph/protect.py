"""Children and victims of sexual crimes masked: a graph in which nothing names them any more.

Their names are replaced in the texts of the documents too, and every span moves with its words, so
that whoever shows the graph need not know. Shown in their stead is `MASK`.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from eventgraph.graph.name_finder import NameFinder
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Attribute, Document, Entity, EventQuantity, EventWhen, Graph, Link, Problem, Span
from eventgraph.spans import relocate
from eventgraph.text.letters import without_accents
from eventgraph.vocabulary import DECISION

MASK = "[protected person]"
NAMED_AFTER = frozenset({"operation", "organisation"})
"""Types of what is named after people, a given name by itself included."""
SHORTEST = 3
"""Letters of a given name that is looked for within other names."""

Stretch = tuple[int, int]


def protect(graph: Graph) -> Graph:
    """The graph with every protected entity masked; the same graph where nobody is protected.

    Masked are its name, its other names and its mentions, wherever they stand: texts, titles,
    addresses, labels, the words of others, ids. Descriptions without a name ("the girl") stay.
    """
    hidden = [entity for entity in graph.entities if entity.protected]
    if not hidden:
        return graph
    masking = _Masking(graph, hidden)
    masked: Graph = masking.of(graph)
    return dataclasses.replace(
        masked,
        documents=tuple(sorted(masked.documents, key=lambda document: (document.origin, document.id))),
        entities=tuple(sorted(masked.entities, key=lambda entity: entity.id)),
        links=tuple(sorted(masked.links, key=lambda link: (link.left, link.right, link.by))),
    )


@dataclass(frozen=True)
class _MaskedText:
    """A text with stretches of it, sorted and apart, replaced by the mask."""

    text: str
    stretches: tuple[Stretch, ...]

    @cached_property
    def masked(self) -> str:
        """The text as it is shown."""
        parts, at = [], 0
        for start, end in self.stretches:
            parts += [self.text[at:start], MASK]
            at = end
        return "".join([*parts, self.text[at:]])

    def moved(self, start: int, end: int) -> Stretch:
        """Where a stretch of the text stands in what is shown; one that cuts a mask takes all of it."""
        return self._place(start, last=False), self._place(end, last=True)

    def _place(self, offset: int, *, last: bool) -> int:
        """Where one offset comes to stand; within a mask its start, or its end."""
        number = bisect_right(self._starts, offset - last) - 1
        if number < 0:
            return offset
        start, end = self.stretches[number]
        if offset < end or (last and offset <= end):
            return start + self._shifts[number] + (len(MASK) if last else 0)
        return offset + self._shifts[number + 1]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.stretches]

    @cached_property
    def _shifts(self) -> list[int]:
        """By how much the text before each stretch, and after the last, is moved."""
        shifts = [0]
        for start, end in self.stretches:
            shifts.append(shifts[-1] + len(MASK) - (end - start))
        return shifts


class _Masking:
    """What is masked, and the graph's values without it."""

    def __init__(self, graph: Graph, hidden: Sequence[Entity]) -> None:
        texts = {document.id: document.text for document in graph.documents}
        self._names = NameFinder(
            name for entity in hidden for name in (*_identifying(entity), *_broken(entity, texts))
        )
        self._masked: dict[str, str] = {}
        named = _named_after(graph, hidden)
        self._named = NameFinder(name for entity, _ in named for name in (entity.name, *entity.aliases))
        self._given = NameFinder(given for _, given in named)
        self._ids = {entity.id: _masked_id(entity) for entity in (*hidden, *(entity for entity, _ in named))}
        self._hidden = {mention.mention_id for entity in hidden for mention in entity.mentions}
        mentions: dict[str, list[Span]] = defaultdict(list)
        for entity in hidden:
            for mention in entity.mentions:
                mentions[mention.document].append(mention.span)
        self._words = _words_by_document(hidden)
        self._origins = {
            document.origin: masked
            for document in graph.documents
            if (masked := self._address(document, document.origin)) != document.origin
        }
        self._texts = {
            document.id: _MaskedText(document.text, self._stretches(document, mentions))
            for document in graph.documents
        }

    def _stretches(self, document: Document, mentions: Mapping[str, Sequence[Span]]) -> tuple[Stretch, ...]:
        """The stretches of a document that are masked: names, and mentions that name."""
        found = self._found(document.text)
        found += [
            (mention.start, mention.end)
            for mention in mentions.get(document.id, ())
            if _names_somebody(document.text[mention.start : mention.end])
        ]
        return _joined(found)

    def _found(self, text: str) -> list[Stretch]:
        """Where names stand in a text, those within the names of operations and bodies among them."""
        found = self._names.find(text)
        for start, end in self._named.find(text):
            found += [(start + first, start + last) for first, last in self._given.find(text[start:end])]
        return found

    def of(self, thing: Any) -> Any:  # noqa: ANN401 (any value of the model)
        """A value of the model without the names, its spans moved."""
        if type(thing) is str:
            return self._string(thing)
        if isinstance(thing, tuple):
            return tuple(self.of(item) for item in thing)
        if isinstance(thing, Document):
            return self._document(thing)
        if not dataclasses.is_dataclass(thing) or isinstance(thing, type):
            return thing
        moved = relocate(thing, self._moved) if isinstance(thing, Span) else thing
        changes = {
            field.name: self.of(getattr(thing, field.name))
            for field in dataclasses.fields(thing)
            if field.name not in {"document", "start", "end", "sentence"} or not isinstance(thing, Span)
        }
        return dataclasses.replace(moved, **(changes | self._special(thing)))

    def _special(self, thing: object) -> dict[str, Any]:
        """The fields whose words or ids hang on where something stands."""
        if isinstance(thing, Entity) and thing.id in self._ids:
            return {"name": MASK, "aliases": ()}
        if isinstance(thing, Problem):
            return {"source": self._with_origins(thing.source), "message": self._with_origins(thing.message)}
        if isinstance(thing, Link):
            return self._link(thing)
        if isinstance(thing, Attribute) and thing.key == DECISION:
            return {"value": self._without(self._words.get(thing.document, frozenset()), thing.value)}
        changes: dict[str, Any] = {}
        if isinstance(thing, EventQuantity):
            whole = self._mention_id(thing.part_of) if thing.part_of else None
            changes = {"id": self._mention_id(thing.id), "part_of": whole}
        place = thing.span if isinstance(thing, (Span, EventWhen)) else None
        if (
            place
            and getattr(thing, "text", None) == self._texts[place.document].text[place.start : place.end]
        ):
            now = self._moved(place)
            changes["text"] = self._texts[place.document].masked[now.start : now.end]
        return changes

    def _document(self, document: Document) -> Document:
        """A document with its text, title and addresses masked; its id stays."""
        return dataclasses.replace(
            document,
            text=self._texts[document.id].masked,
            title=self._address(document, document.title, capitals=True),
            publisher=self._string(document.publisher),
            origin=self._address(document, document.origin),
            url=self._address(document, document.url),
        )

    def _address(self, document: Document, text: str, *, capitals: bool = False) -> str:
        """A title or address without names, nor single words of the names of those whom its text names.

        A title keeps such words in small letters.
        """
        return self._without(self._words.get(document.id, frozenset()), text, capitals=capitals)

    def _string(self, text: str) -> str:
        """A string without the names; the id of a masked entity by its new one."""
        if text not in self._masked:
            masked = _MaskedText(text, _joined(self._found(text))).masked
            self._masked[text] = self._ids.get(text) or masked
        return self._masked[text]

    def _link(self, link: Link) -> dict[str, Any]:
        """The ends of a link at their new places, and its reason without words of the names it joins."""
        words: frozenset[str] = frozenset()
        if link.left in self._hidden or link.right in self._hidden:
            ends = (end.rpartition(":")[0] for end in (link.left, link.right))
            words = frozenset().union(*(self._words.get(document, frozenset()) for document in ends))
        because = self._without(words, link.because)
        return {
            "left": self._mention_id(link.left),
            "right": self._mention_id(link.right),
            "because": because,
        }

    def _without(self, words: frozenset[str], text: str, *, capitals: bool = False) -> str:
        """A string without names and without some single words, in capitals only if so asked."""
        found = [match.span() for match in re.finditer(r"[^\W_]+", text) if plain(match[0]) in words]
        found = [(start, end) for start, end in found if text[start].isupper() or not capitals]
        return _MaskedText(text, _joined([*self._found(text), *found])).masked

    def _with_origins(self, text: str) -> str:
        """A string that may quote where a document comes from."""
        for origin, masked in self._origins.items():
            text = text.replace(origin, masked)
        return self._string(text)

    def _moved(self, span: Span) -> Span:
        """Where the words of a span stand now."""
        return Span(span.document, *self._texts[span.document].moved(span.start, span.end))

    def _mention_id(self, identifier: str) -> str:
        """The id of what stood at a span, at its new place."""
        document, _, place = identifier.rpartition(":")
        start, _, end = place.partition("-")
        if document not in self._texts or not (start.isdecimal() and end.isdecimal()):
            return identifier
        return self._moved(Span(document, int(start), int(end))).mention_id


def _words_by_document(hidden: Iterable[Entity]) -> dict[str, frozenset[str]]:
    """The words of the names of protected people, in small letters, by the documents that name them."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for entity in hidden:
        words = {plain(word) for name in _identifying(entity) for word in re.findall(r"[^\W_]+", name)}
        for mention in entity.mentions:
            found[mention.document] |= {word for word in words if len(word) >= SHORTEST}
    return {document: frozenset(words) for document, words in found.items()}


def _named_after(graph: Graph, hidden: Sequence[Entity]) -> list[tuple[Entity, str]]:
    """The operations and organisations that bear a protected person's given name, and that name.

    Only those that a text names beside the person: "Operation Ida" in the report on Ida Brook.
    """
    given: dict[str, set[str]] = defaultdict(set)
    for entity in hidden:
        first, _, rest = entity.name.partition(" ")
        if rest and len(first) >= SHORTEST:
            for mention in entity.mentions:
                given[mention.document].add(first)
    return [
        (entity, word)
        for entity in graph.entities
        if entity.type in NAMED_AFTER and not entity.protected
        for word in sorted({w for mention in entity.mentions for w in given.get(mention.document, ())})
        if word in re.findall(r"\w+", entity.name)
    ]


def _masked_id(entity: Entity) -> str:
    """An id that tells nothing of the name: type and hash of the earliest mention's place."""
    first = entity.mentions[0].mention_id if entity.mentions else entity.id
    return f"{entity.type}:protected-{hashlib.sha256(first.encode()).hexdigest()[:8]}"


def _broken(entity: Entity, texts: Mapping[str, str]) -> list[str]:
    """The parts of a name that stands on two lines, since words may be quoted from the second on."""
    words = (texts[mention.document][mention.start : mention.end] for mention in entity.mentions)
    return [
        part.strip() for name in words if "\n" in name.strip() for part in name.splitlines() if part.strip()
    ]


def _identifying(entity: Entity) -> list[str]:
    """The names of an entity that name it; descriptions do not."""
    return [name for name in (entity.name, *entity.aliases) if name == entity.name or _names_somebody(name)]


def plain(text: str) -> str:
    """Small letters without accents."""
    return without_accents(text).casefold()


def _names_somebody(words: str) -> bool:
    """Whether any word is capitalised and is not one of the general ones ("The girl", "She")."""
    general = load_lexicon("link")["descriptions"]["bare"]
    return any(word[0].isupper() and word.casefold() not in general for word in re.findall(r"\w+", words))


def _joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Stretches sorted, those that overlap as one."""
    found: list[Stretch] = []
    for start, end in sorted(stretches):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
