"""What a build costs, in one run: each part of observing and concluding beside the language model alone.

    python tests/bench/bench.py [NUMBER OF DOCUMENTS]

The documents are the sample articles with names and numbers changed, so that no two are alike. Figures
are CPU seconds of one process and their ratios; only ratios of one run compare.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Generic, ParamSpec, TypeVar
from unittest.mock import patch

from eventgraph.entities import find_entities
from eventgraph.events import find_events
from eventgraph.export import BUILD_FILES, exporter_of, publish
from eventgraph.graph.protect import protect
from eventgraph.graph.wire import encode
from eventgraph.link import conclude
from eventgraph.model import Document, Graph
from eventgraph.observe import observe
from eventgraph.pipeline import BuildOptions, gather
from eventgraph.text.parse import load_model
from eventgraph.text.unread import find_unread
from eventgraph.times import find_times

T = TypeVar("T")
Given = ParamSpec("Given")

ARTICLES = Path(__file__).parents[2] / "data"
SYLLABLES = ("bar", "den", "fol", "gra", "hul", "kes", "lin", "mor", "nav", "pel", "quo", "ras", "sel", "tor")
CAPITALISED = re.compile(r"\b[A-Z][a-z]{4,}\b")
NUMBER = re.compile(r"\b\d{2,3}\b")
WARM = 20


def main(count: int) -> None:
    """Print the tables for that many documents."""
    documents = list(varied(count))
    print(f"{count} documents, {sum(len(document.text) for document in documents) / 1000:.0f} kB")
    model = load_model()
    list(observe(documents[:WARM]))
    texts = [document.text for document in documents]
    alone, _ = timed(lambda: sum(len(doc) for doc in model.pipe(texts, batch_size=64)))
    times, _ = timed(lambda: [find_times(document.text, document.published) for document in documents])
    aside, _ = timed(lambda: [find_unread(document.text) for document in documents])
    entities, events = Stopwatch(find_entities), Stopwatch(find_events)
    with (
        patch("eventgraph.observe.find_entities", entities),
        patch("eventgraph.observe.find_events", events),
    ):
        observing, observed = timed(lambda: list(observe(documents)))
    without_events = [replace(each, events=()) for each in observed]
    linking, _ = timed(lambda: conclude(without_events))
    concluding, graph = timed(lambda: conclude(observed))
    row("language model alone", alone, alone)
    row("time expressions by themselves", times, alone)
    row("finding tables, code and other languages", aside, alone)
    row("observing, the model's share included", observing, alone)
    row("  of that, entities", entities.seconds, alone)
    row("  of that, events", events.seconds, alone)
    row("concluding", concluding, alone)
    row("concluding without the events", linking, alone)
    row("entities and their linking", entities.seconds + linking, alone)
    kilobytes = sum(len(text) for text in texts) / 1000
    print(f"CPU ms a KB: times {1000 * times / kilobytes:.2f}, model {1000 * alone / kilobytes:.1f}")
    writing(graph)


def writing(graph: Graph) -> None:
    """Print what each file of a build costs."""
    events = len(graph.events)
    print(f"\n{events} events; CPU milliseconds an event:")
    shown = protect(graph)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        per_event("graph.json", timed(lambda: encode(graph))[0], events)
        for file, place in BUILD_FILES.items():
            write = partial(exporter_of(place), shown, folder / file)
            per_event(file, timed(write)[0], events)
        per_event("all files of a build", timed(lambda: publish(graph, shown, folder))[0], events)


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """CPU seconds of this process, all threads, for one call, and what it returns."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


class Stopwatch(Generic[Given, T]):
    """A function that keeps the CPU seconds of all its calls."""

    def __init__(self, work: Callable[Given, T]) -> None:
        self.work, self.seconds = work, 0.0

    def __call__(self, *args: Given.args, **kwargs: Given.kwargs) -> T:
        """What the function returns."""
        seconds, result = timed(lambda: self.work(*args, **kwargs))
        self.seconds += seconds
        return result


def row(name: str, seconds: float, alone: float) -> None:
    """A line of the first table."""
    print(f"{name:<40} {seconds:8.2f} s  {seconds / alone:6.2f} x the language model alone")


def per_event(name: str, seconds: float, events: int) -> None:
    """A line of the second table."""
    print(f"{name:<40} {1000 * seconds / max(events, 1):8.3f} ms")


def varied(count: int) -> Iterator[Document]:
    """Sample articles over and over, each time with other names and numbers."""
    originals, _ = gather([ARTICLES], BuildOptions())
    for number in range(count):
        original = originals[number % len(originals)]
        text = changed(original.text, random.Random(number)) if number >= len(originals) else original.text
        yield Document(
            id=f"{number:016x}",
            origin=f"{number}.txt",
            text=text,
            published=original.published,
            published_basis=original.published_basis,
        )


def changed(text: str, chance: random.Random) -> str:
    """The text with about a third of its names and most of its numbers changed, each always alike."""
    names = {
        name: other_name(chance) for name in sorted(set(CAPITALISED.findall(text))) if chance.random() < 1 / 3
    }
    names = {old: new for old, new in names.items() if old not in KEPT}
    text = CAPITALISED.sub(lambda match: names.get(match[0], match[0]), text)
    return NUMBER.sub(lambda match: str(chance.randint(10, 10 ** len(match[0]) - 1)), text)


def other_name(chance: random.Random) -> str:
    """A made-up name of two or three syllables."""
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 3))).capitalize()


def words(texts: Iterable[str]) -> set[str]:
    """The words of some texts."""
    return {word for text in texts for word in text.split()}


KEPT = words(
    [
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "January February March April June July August September October November December",
        "Police Department Operation Court Agency Office Ministry Officers There These Those After Before",
    ]
)

if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
