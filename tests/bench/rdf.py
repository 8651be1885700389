"""What RDF costs as graphs grow: writing it, the check of it, loading it into an engine, asking it.

    python tests/bench/rdf.py [NUMBER OF EVENTS ...]

The graph is the sample articles', built once and copied until there are so many events. Each size runs in
processes of its own; figures are CPU seconds, all threads and child processes together, and the peak of
memory in megabytes, the graph itself included. The bar: 10,000 events written in 60 s and 1,000 MB.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple, TypeVar

import pyoxigraph as ox

from copies import copied
from eventgraph.export.rdf import named_graphs, write_nquads, write_trig, write_turtle
from eventgraph.export.rdf_check import Check
from eventgraph.export.rdf_terms import prefixes
from eventgraph.export.rdf_turtle import grouped
from eventgraph.graph.wire import load
from eventgraph.model import Graph
from eventgraph.pipeline import BuildOptions, build

SIZES = (1_000, 10_000, 100_000)
LARGEST_CHECKED = 10_000
"""Events up to which the check is timed by itself, too: for that, all nodes are held at once."""

ARTICLES = Path(__file__).parents[2] / "data"
T = TypeVar("T")

Question = tuple[str, Callable[[Path], object]]
"""A name, and what asks the folder of a build, in which there is a ``graph.trig``."""

QUESTIONS: tuple[Question, ...] = ()
"""The questions that are timed; functions of modules, since they are sent to another process."""


class Measured(NamedTuple):
    """CPU seconds by name, megabytes at the peak, and what was made or found."""

    seconds: dict[str, float]
    megabytes: float
    made: int


def main(sizes: Sequence[int], questions: Sequence[Question] = QUESTIONS) -> None:
    """Print the tables for graphs of so many events."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build([ARTICLES], folder, BuildOptions(jobs=1))
        (folder / "graph.json").rename(folder / "sample.json")
        print("\n   events     quads   graph.ttl  graph.trig  nquads      MB | load      MB")
        for size in sizes:
            written = apart(write, folder, size)
            loaded = apart(load_file, folder)
            seconds = written.seconds
            print(
                f"{size:9,} {loaded.made:9,} {seconds['graph.ttl']:9.1f} s {seconds['graph.trig']:9.1f} s"
                f" {seconds['graph.nq']:6.1f} s {written.megabytes:6.0f} | {loaded.seconds['load']:5.1f} s"
                f" {loaded.megabytes:6.0f}",
                flush=True,
            )
            if "check" in seconds:
                print(f"{'':20}the check: {seconds['check'] / seconds['graph.trig']:.0%} of graph.trig")
            for question, ask in questions:
                asked = apart(asking, ask, folder)
                print(
                    f"{'':20}{question:40} {asked.seconds['ask']:6.2f} s  {asked.megabytes:6.0f} MB",
                    flush=True,
                )


def write(folder: Path, events: int) -> Measured:
    """Write the files of RDF of a graph of so many events."""
    (folder / "graph.json").write_bytes((folder / "sample.json").read_bytes())
    graph = copied(load(folder), events)
    seconds = {
        "graph.trig": timed(lambda: write_trig(graph, folder / "graph.trig"))[0],
        "graph.ttl": timed(lambda: write_turtle(graph, folder / "graph.ttl"))[0],
    }
    megabytes = peak()
    seconds["graph.nq"] = timed(lambda: write_nquads(graph, folder / "graph.nq"))[0]
    if events <= LARGEST_CHECKED:
        seconds["check"] = checking(graph)
    return Measured(seconds, megabytes, len(graph.events))


def checking(graph: Graph) -> float:
    """The seconds of the check alone."""
    nodes = [node for _, triples in named_graphs(graph) for node in grouped(triples)]
    check = Check(prefixes())

    def work() -> Check:
        for subject, properties in nodes:
            check.see(subject, properties)
        check.refuse()
        return check

    seconds, _ = timed(work)
    return seconds


def load_file(folder: Path) -> Measured:
    """Load what was written."""
    store = ox.Store()
    seconds, _ = timed(lambda: store.bulk_load(path=str(folder / "graph.trig"), format=ox.RdfFormat.TRIG))
    return Measured({"load": seconds}, peak(), len(store))


def asking(ask: Callable[[Path], object], folder: Path) -> Measured:
    """Ask one question."""
    seconds, _ = timed(lambda: ask(folder))
    return Measured({"ask": seconds}, peak(), 1)


def apart(measuring: Callable[..., Measured], *given: object) -> Measured:
    """What is measured in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measuring, *given).result()


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """CPU seconds of this process and its children, all threads, for one call, and what it returns."""
    before = sum(os.times()[:4])
    result = work()
    return sum(os.times()[:4]) - before, result


def peak() -> float:
    """The most memory that this process or a child has held, in megabytes."""
    held = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return max(held) / 1024


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
