"""What linking costs as documents and events grow in number: CPU time beside n log n, and memory.

    python tests/bench/linking.py [NUMBER OF DOCUMENTS OR EVENTS ...]

The documents are made up, five mentions each. Names recur as they do in news: a few everywhere, most once.
Surnames, acronyms and towns are shared; some texts explain an acronym, some name a post. The events come
four to a document: arrests, searches, seizures and charges by a few bodies in a few towns, every tenth
happening told again by a second text, and headlines and nouns that point back. In the worst case one
body does the same in one town on one day in every text. Each size runs in a process of its own. A last
column that stays level means that linking grows like n log n.
"""

from __future__ import annotations

import math
import random
import resource
import sys
import time
from bisect import bisect_left
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from itertools import accumulate
from multiprocessing import get_context

from eventgraph.link import conclude
from eventgraph.link.corpus import Corpus
from eventgraph.link.gathering import Ties, gather
from eventgraph.link.happenings import Places
from eventgraph.link.tellings import make_tellings
from eventgraph.model import (
    Argument,
    Attribute,
    Document,
    EventMention,
    Link,
    Mention,
    Observations,
    PlaceReference,
    Quantity,
    RelationMention,
    Span,
    When,
)
from eventgraph.vocabulary import Basis, Precision, Verdict

SIZES = (1_000, 10_000, 100_000)
SYLLABLES = ("bar", "den", "fol", "gra", "hul", "kes", "lin", "mor", "nav", "pel", "quo", "ras", "sel", "tor")
HEADS = ("Police Department", "Harbour Authority", "District Court", "Customs Service", "Ministry of Defence")
TITLES = ("director", "chief", "spokesman", "minister of fisheries")
FIRST_DAY = date(2020, 1, 1)
Measured = tuple[float, int, int, float]


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


EVENTS_EACH = 4
"""Events of a document."""
KINDS = (("arrest", "arrested"), ("search", "searched"), ("seizure", "seized"), ("charge", "charged"))
TOLD_AGAIN = 10
"""One document of so many tells what the one before it told."""


class Chronicler:
    """Makes documents that tell events; in the ``worst`` case all tell the same of the same."""

    def __init__(self, count: int, *, worst: bool = False) -> None:
        self._chance = random.Random(count)
        self._worst = worst
        self._last: list[tuple[int, str, str, str, int]] = []

    def documents(self, count: int) -> list[Observations]:
        """Documents that tell that many events together."""
        return [self.document(number) for number in range(max(1, count // EVENTS_EACH))]

    def document(self, number: int) -> Observations:
        """A headline that tells the first event, then a sentence for each, and a noun that points back."""
        told = self._last if number % TOLD_AGAIN == 1 else [self._happening() for _ in range(EVENTS_EACH - 2)]
        self._last = told
        return chronicle(number, told, FIRST_DAY + timedelta(0 if self._worst else number // 20 % 2000))

    def _happening(self) -> tuple[int, str, str, str, int]:
        """Its kind, who does it, to whom, where and how many."""
        chance = self._chance
        if self._worst:
            return 0, "Larnby Watch", "", "Larnby", 12
        agent, town = f"{word(chance.randrange(200))} Police", word(chance.randrange(100))
        patient = f"{word(chance.randrange(30), 1)} {word(chance.randrange(5000))}"
        return chance.randrange(len(KINDS)), agent, patient, town, chance.randrange(2, 300)


def chronicle(number: int, told: Sequence[tuple[int, str, str, str, int]], day: date) -> Observations:
    """The observations of a document that tells these happenings on a day."""
    identifier = f"{number:016x}"
    text, sentences, mentions, events = "", [], [], []
    when = When(
        begin=(day, day), end=(day, day), precision=Precision.DAY, edtf=day.isoformat(), basis=Basis.EXPLICIT
    )

    def write(words: str) -> tuple[str, int, int]:
        nonlocal text
        start = len(text)
        text += words
        return identifier, start, start + len(words)

    def name(kind: str, words: str) -> Span:
        mentions.append(Mention(*write(words), type=kind, name=words))
        write(" ")
        return mentions[-1].span

    def tell(kind: str, trigger: tuple[str, int, int], lemma: str, start: int, **more: object) -> None:
        sentence = Span(identifier, start, len(text))
        event = EventMention(*trigger, type=kind, lemma=lemma, sentence=sentence, **more)  # type: ignore[arg-type]
        events.append(event)
        sentences.append(sentence)

    kind, verb = KINDS[told[0][0]]
    trigger = write(verb.capitalize())
    write(f" in {told[0][3]}")
    tell(kind, trigger, verb, 0, rule="verb")
    write("\n\n")
    for which, agent, patient, town, counted in told:
        kind, verb = KINDS[which]
        start = len(text)
        people = [Argument(*_at(by := name("agency", agent)), role="agent", mention=by)]
        trigger = write(verb)
        write(" ")
        if patient:
            people.append(Argument(*_at(who := name("person", patient)), role="patient", mention=who))
        amount = Decimal(counted)
        quantity = Quantity(
            *write(str(counted)), value=amount, low=amount, high=amount, unit="people", role="patient"
        )
        write(" in ")
        place = name("location", town)
        write("at last.")
        tell(
            kind, trigger, verb, start, rule="verb", when=when, arguments=tuple(people),
            places=(PlaceReference(*_at(place), mention=place),), quantities=(quantity,),
        )  # fmt: skip
        write(" ")
    start = len(text)
    write("The ")
    trigger = write(kind)
    write(" was loud.")
    tell(kind, trigger, kind, start, rule="noun")
    return Observations(
        document=Document(id=identifier, origin=f"{number:06}.txt", text=text, published=day),
        sentences=tuple(sentences),
        mentions=tuple(mentions),
        events=tuple(events),
    )


def measure_events(count: int, *, worst: bool) -> Measured:
    """CPU seconds of gathering that many events, happenings and links made, and the most memory in MB.

    What entities cost is left out: who is who is known before.
    """
    corpus = Corpus.of(Chronicler(count, worst=worst).documents(count))
    known = {mention.span: f"{mention.type}:{mention.name}" for mention in corpus.mentions.values()}
    start = time.process_time()
    tellings = make_tellings(corpus, lambda span: known.get(span.span) if span else None)
    gathering = gather(tellings, Ties(), Places())
    seconds = time.process_time() - start
    happenings = len(gathering.sets.groups([telling.number for telling in tellings]))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return seconds, happenings, len(gathering.links), memory


def measure(count: int) -> Measured:
    """CPU seconds of linking that many documents, entities and links made, and the most memory in MB."""
    documents = Writer(count).documents(count)
    start = time.process_time()
    graph = conclude(documents)
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return seconds, len(graph.entities), len(graph.links), memory


def main(sizes: Sequence[int]) -> None:
    """Print the tables for these numbers of documents, and of events."""
    print("documents  mentions  entities     links   CPU s   MB  microseconds / (n log2 n mentions)")
    for count in sizes:
        _print_row(f"{count:9} {5 * count:9}", 5 * count, _apart(measure, count))
    for title, worst in (("events", False), ("events, all alike", True)):
        print(f"\n{title:19}  happenings   links   CPU s   MB  microseconds / (n log2 n events)")
        for count in sizes:
            _print_row(f"{count:19}", count, _apart(partial(measure_events, worst=worst), count))


def _apart(measuring: Callable[[int], Measured], count: int) -> Measured:
    """What is measured in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measuring, count).result()


def _print_row(head: str, number: int, measured: Measured) -> None:
    seconds, made, links, memory = measured
    ratio = 1e6 * seconds / (number * math.log2(number))
    print(f"{head} {made:9} {links:9} {seconds:7.1f} {memory:5.0f}  {ratio:.2f}", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
