"""What linking costs as documents grow in number: CPU time beside n log n, and memory.

    python tests/bench/linking.py [NUMBER OF DOCUMENTS ...]

The documents are made up, five mentions each. Names recur as they do in news: a few everywhere, most once.
Surnames, acronyms and towns are shared; some texts explain an acronym, some name a post. Each size runs in
a process of its own. A last column that stays level means that linking grows like n log n.
"""

from __future__ import annotations

import math
import random
import resource
import sys
import time
from bisect import bisect_left
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from itertools import accumulate
from multiprocessing import get_context

from eventgraph.link import conclude
from eventgraph.model import Attribute, Document, Link, Mention, Observations, RelationMention, Span
from eventgraph.vocabulary import Verdict

SIZES = (1_000, 10_000, 100_000)
SYLLABLES = ("bar", "den", "fol", "gra", "hul", "kes", "lin", "mor", "nav", "pel", "quo", "ras", "sel", "tor")
HEADS = ("Police Department", "Harbour Authority", "District Court", "Customs Service", "Ministry of Defence")
TITLES = ("director", "chief", "spokesman", "minister of fisheries")
FIRST_DAY = date(2020, 1, 1)


class Zipf:
    """Numbers from 0, each drawn half as often as one half its size; endless in principle."""

    def __init__(self, size: int) -> None:
        self._sums = list(accumulate(1 / (number + 1) for number in range(size)))

    def draw(self, chance: random.Random) -> int:
        """One number."""
        return bisect_left(self._sums, chance.random() * self._sums[-1])


def word(number: int, least: int = 2) -> str:
    """A made-up word for a number, always the same one."""
    letters: list[str] = []
    while number or len(letters) < least:
        number, rest = divmod(number, len(SYLLABLES))
        letters.append(SYLLABLES[rest])
    return "".join(letters).capitalize()


class Writer:
    """Makes documents out of a pool of names that grows with their number."""

    def __init__(self, count: int) -> None:
        self._chance = random.Random(count)
        self._names = Zipf(count)
        self._few = Zipf(200)

    def documents(self, count: int) -> list[Observations]:
        """That many documents with what is observed in them."""
        return [self.document(number) for number in range(count)]

    def document(self, number: int) -> Observations:
        """One document: an agency and its acronym, two people, a town."""
        chance = self._chance
        town, head = word(self._few.draw(chance)), chance.choice(HEADS)
        agency = f"{word(self._names.draw(chance))} {head}"
        short = "".join(part[0] for part in agency.split() if part != "of")
        people = [f"{word(self._few.draw(chance), 1)} {word(self._names.draw(chance))}" for _ in range(2)]
        return observed(number, [agency, short, *people, town], chance)


def observed(number: int, names: Sequence[str], chance: random.Random) -> Observations:
    """The observations of a document that is a list of names of an agency, its acronym, people and a town."""
    identifier = f"{number:016x}"
    kinds = ("agency", "agency", "official", "person", "location")
    mentions, at = [], 0
    for kind, name in zip(kinds, names, strict=True):
        mentions.append(Mention(identifier, at, at + len(name), type=kind, name=name))
        at += len(name) + 2
    agency, short, official, private, _ = mentions
    if chance.random() < 1 / 2:
        age = Attribute(identifier, private.start, private.end, key="age", value=str(chance.randint(18, 80)))
        mentions[3] = Mention(*_at(private), type="person", name=private.name, attributes=(age,))
    links = (_alias(agency, short),) if chance.random() < 1 / 2 else ()
    post = RelationMention(
        *_at(official),
        type="holds_position",
        subject=official.span,
        object=agency.span,
        label=chance.choice(TITLES),
    )
    text = ". ".join(names) + "."
    document = Document(
        id=identifier,
        origin=f"{number:06}.txt",
        text=text,
        published=FIRST_DAY + timedelta(chance.randrange(2000)),
    )
    return Observations(
        document=document,
        sentences=(Span(identifier, 0, len(text)),),
        mentions=tuple(mentions),
        relations=(post,) if chance.random() < 1 / 2 else (),
        links=links,
    )


def _at(span: Span) -> tuple[str, int, int]:
    return span.document, span.start, span.end


def _alias(left: Mention, right: Mention) -> Link:
    """A link as the text itself gives it."""
    return Link(
        left=left.mention_id,
        right=right.mention_id,
        verdict=Verdict.SAME,
        score=0.95,
        by="acronym",
        because="The text says so.",
    )


def measure(count: int) -> tuple[float, int, int, float]:
    """CPU seconds of linking that many documents, entities and links made, and the most memory in MB."""
    documents = Writer(count).documents(count)
    start = time.process_time()
    graph = conclude(documents)
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return seconds, len(graph.entities), len(graph.links), memory


def main(sizes: Sequence[int]) -> None:
    """Print the table for these numbers of documents."""
    print("documents  mentions  entities     links   CPU s   MB  microseconds / (n log2 n mentions)")
    for count in sizes:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            seconds, entities, links, memory = pool.submit(measure, count).result()
        mentions = 5 * count
        ratio = 1e6 * seconds / (mentions * math.log2(mentions))
        print(
            f"{count:9} {mentions:9} {entities:9} {links:9} {seconds:7.1f} {memory:5.0f}  {ratio:.2f}",
            flush=True,
        )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
