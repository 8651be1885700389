"""What the named questions cost as graphs grow: each on a graph in which a few names are in most events.

    python tests/bench/questions.py [NUMBER OF EVENTS ...]

The graph is loaded once for each size; each question then runs in a process of its own, which is stopped
after two minutes. Figures are CPU seconds of the query alone, the rows it finds, and the seconds it takes
to look its arguments up. The bar: at a million triples, loading and the slowest question below 10 s.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pyoxigraph as ox

from eventgraph.export.rdf import write_trig
from eventgraph.export.rdf_terms import prefixes
from eventgraph.model import Graph
from eventgraph.query import Limits, load_questions, prepare
from eventgraph.query.asking import MOST_CHARACTERS
from eventgraph.query.exchange import Request
from eventgraph.query.worker import TooLarge, _ask
from hubs import with_hubs, worst_case

SIZES = (1_000, 10_000, 100_000)
MOST_SECONDS = 120

Result = tuple[float, str]
"""CPU seconds, and how many rows or why there are none."""


def main(sizes: Sequence[int]) -> None:
    """Print a table for graphs of so many events."""
    for events in sizes:
        graph = with_hubs(events)
        store, seconds = loaded(graph)
        print(f"{events:,} events, {len(store):,} quads, loaded in {seconds:.1f} s")
        for question in load_questions().values():
            began = time.process_time()
            sparql = prepare(question, worst_case(question, graph), graph).sparql
            preparing = time.process_time() - began
            seconds, rows = within(MOST_SECONDS, partial(asking, store, sparql))
            print(f"{'':9}{question.name:18} {seconds:7.2f} s {rows:>9}  {preparing:5.2f} s", flush=True)


def loaded(graph: Graph) -> tuple[ox.Store, float]:
    """The RDF of a graph, written and loaded, and the CPU seconds of loading."""
    store = ox.Store()
    with tempfile.TemporaryDirectory() as name:
        write_trig(graph, Path(name) / "graph.trig")
        began = time.process_time()
        store.bulk_load(path=str(Path(name) / "graph.trig"), format=ox.RdfFormat.TRIG)
    return store, time.process_time() - began


def asking(store: ox.Store, sparql: str) -> Result:
    """Run one query."""
    request = Request(
        sparql=sparql, prefixes=prefixes(), rows=Limits().rows, megabytes=0, characters=MOST_CHARACTERS
    )
    began = time.process_time()
    try:
        rows = f"{len(_ask(store, request, prefixes()).rows):,}"
    except TooLarge:
        rows = "too many"
    return time.process_time() - began, rows


def within(seconds: float, work: Callable[[], Result]) -> Result:
    """What some work gives in a copy of this process, which is stopped when its time is up."""
    context = get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(work, sending))
    process.start()
    found = receiving.recv() if receiving.poll(seconds) else (seconds, "stopped")
    process.kill()
    process.join()
    result: Result = found
    return result


def _send(work: Callable[[], Result], sending: Connection) -> None:
    sending.send(work())


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
