"""What was merged and what is in doubt, in words: links by reason, doubts by what settling them changes."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from eventgraph.graph.index import GraphIndex
from eventgraph.graph.protect import MASK
from eventgraph.model import Entity, Event, Link, Span
from eventgraph.vocabulary import Verdict

LONGEST_QUOTE = 240
"""Code points of a sentence that are quoted."""
ENDING = re.compile(r"(?<!\b[A-Z])[.!?][\"'\u2019\u201d)]*\s|\n\s*\n")
"""Where a sentence ends, roughly."""

Words = Callable[[str], str]
Thing = Entity | Event


def span_of(mention: str) -> Span:
    """The span that the id of a mention tells."""
    document, _, place = mention.rpartition(":")
    start, _, end = place.partition("-")
    return Span(document, int(start), int(end))


def across(link: Link) -> bool:
    """Whether a link is between two documents."""
    return span_of(link.left).document != span_of(link.right).document


def reasons(links: Iterable[Link], index: GraphIndex, escaped: Words) -> list[str]:
    """Links in words, those with one reason and the same words once, with their number; the weakest first."""
    told: Counter[str] = Counter()
    weakest: dict[str, float] = {}
    for link in links:
        words = _in_words(link, index, escaped)
        told[words] += 1
        weakest[words] = min(link.score, weakest.get(words, link.score))
    ordered = sorted(told, key=lambda words: (weakest[words], -told[words], words))
    return [words + (f" ({told[words]} times)" if told[words] > 1 else "") for words in ordered]


def _in_words(link: Link, index: GraphIndex, escaped: Words) -> str:
    left, right = (_cited(span_of(end), index, escaped) for end in (link.left, link.right))
    sign = "=" if link.verdict is Verdict.SAME else "?"
    return f"{left} {sign} {right}: {escaped(link.because)} [{escaped(link.by)}, {link.score:.3f}]"


def _cited(span: Span, index: GraphIndex, escaped: Words) -> str:
    """The words at a span, with the document they stand in."""
    return f"“{escaped(index.words(span))}” ({escaped(index.documents[span.document].origin)})"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two entities, or two events, that may be one: the surest link between them and how many there are.

    ``moved`` is how many mentions and events of the smaller one would come to the other.
    """

    link: Link
    links: int
    left: Thing
    right: Thing
    moved: int

    @property
    def use(self) -> float:
        """How much deciding it is worth: how likely they are one, times what would be joined."""
        return self.link.score * self.moved


def doubts(index: GraphIndex) -> list[Doubt]:
    """What is left to a person, the most useful to decide first; once for each pair of entities or events."""
    owners = [_owners(things) for things in (index.graph.entities, index.graph.events)]
    told = Counter(entity for event in index.graph.events for entity in set(_named(event)))
    pairs: dict[tuple[str, str], list[tuple[Link, Thing, Thing]]] = defaultdict(list)
    for link in index.graph.links:
        sides = _sides(link, owners) if link.verdict is Verdict.UNSURE else None
        if sides:
            pairs[min(sides[0].id, sides[1].id), max(sides[0].id, sides[1].id)].append((link, *sides))
    found = []
    for linked in pairs.values():
        link, left, right = max(linked, key=lambda one: (one[0].score, one[0].left, one[0].right))
        moved = min(len(one.mentions) + told[one.id] for one in (left, right))
        found.append(Doubt(link, len(linked), left, right, moved))
    return sorted(found, key=lambda doubt: (-doubt.use, doubt.link.left, doubt.link.right))


def _owners(things: Iterable[Thing]) -> dict[str, Thing]:
    """The entity or event of each mention."""
    return {mention.mention_id: thing for thing in things for mention in thing.mentions}


def _sides(link: Link, owners: Iterable[Mapping[str, Thing]]) -> tuple[Thing, Thing] | None:
    """The two entities or the two events that a link is about, None where they are one after all."""
    for owner in owners:
        left, right = owner.get(link.left), owner.get(link.right)
        if left and right and left.id != right.id:
            return left, right
    return None


def _named(event: Event) -> Iterator[str]:
    """The entities that an event names."""
    yield from (entity for entity in (p.entity for p in event.participants) if entity)
    yield from (entity for entity in (p.entity for p in event.places) if entity)
    if event.operation:
        yield event.operation


def quoted(span: Span, index: GraphIndex) -> str:
    """The sentence around a span on one line, cut where it is long."""
    text = index.documents[span.document].text
    low = max(0, span.start - LONGEST_QUOTE)
    before = list(ENDING.finditer(text, low, span.start))
    start = before[-1].end() if before else low
    after = ENDING.search(text, span.end, span.end + LONGEST_QUOTE)
    end = after.end() if after else min(len(text), span.end + LONGEST_QUOTE)
    words = " ".join(text[start:end].split())
    cut = not before and low > 0
    return f"{'… ' if cut else ''}{words}{'' if after or end == len(text) else ' …'}"


def entry(doubt: Doubt, index: GraphIndex) -> list[str]:
    """The table for ``decisions.toml`` that makes the two one; empty where the words are masked."""
    left, right = (_quote(span_of(end), index) for end in (doubt.link.left, doubt.link.right))
    return [] if MASK in left + right else ["[[merge]]", f"a = {left}", f"b = {right}"]


def _quote(span: Span, index: GraphIndex) -> str:
    """Words in a source as ``decisions.toml`` points at them."""
    document = index.documents[span.document]
    words, nth, at = document.text[span.start : span.end], 0, -1
    while at < span.start:
        at = document.text.find(words, at + 1)
        nth += 1
    place = f", nth = {nth}" if nth > 1 else ""
    return f"{{origin = {_toml(document.origin)}, text = {_toml(words)}{place}}}"


def _toml(text: str) -> str:
    """A string as TOML writes it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def shortened(lines: Sequence[str], most: int) -> tuple[Sequence[str], int]:
    """The first lines, and how many more there are; all of them where ``most`` is 0."""
    return (lines, 0) if not most else (lines[:most], max(0, len(lines) - most))
