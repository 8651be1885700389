"""A crew of processes that maps a function over lists of items and survives the death of any of them.

The standard pool breaks as a whole when one process dies, and cannot say over which item. Here each
process has a pipe of its own: when one dies, the items it held are tried once more, one at a time,
by a new process; an item that kills a second one is given up and named.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Generic, TypeVar

A = TypeVar("A")
B = TypeVar("B")

CHUNK = 8
"""Items handed to a process at a time."""

THREAD_LIMITS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Lost(Generic[A]):
    """An item over which two processes died."""

    item: A


@dataclass(slots=True)
class _Worker(Generic[A]):
    process: SpawnProcess
    pipe: Connection
    chunk: list[tuple[int, A]]


def map_in_processes(
    work: Callable[[list[A]], Sequence[B]], items: Iterable[A], *, jobs: int
) -> Iterator[tuple[int, B | Lost[A]]]:
    """``(number of the item, result)`` as they come; `Lost` for an item that cannot be worked on.

    The function works on a list of items and gives as many results. It and the items must be picklable.
    An exception of the function ends the map.
    """
    numbered = list(enumerate(items))
    waiting = deque([numbered[at : at + CHUNK] for at in range(0, len(numbered), CHUNK)])
    crew = _Crew(work, waiting)
    try:
        crew.hire(min(jobs, len(waiting)))
        while crew.workers:
            yield from crew.collect()
    finally:
        crew.dismiss()


class _Crew(Generic[A, B]):
    """The processes at work, the chunks that wait and the items that have cost a process already."""

    def __init__(self, work: Callable[[list[A]], Sequence[B]], waiting: deque[list[tuple[int, A]]]) -> None:
        self.work = work
        self.waiting = waiting
        self.suspects: set[int] = set()
        self.workers: list[_Worker[A]] = []

    def hire(self, count: int) -> None:
        """Start processes, each with a chunk, as long as chunks wait."""
        context = multiprocessing.get_context("spawn")
        for _ in range(min(count, len(self.waiting))):
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs, self.work), daemon=True)
            with _one_thread(), _deaf_to_interrupts():
                process.start()
            theirs.close()
            worker: _Worker[A] = _Worker(process, ours, [])
            self.workers.append(worker)
            self._hand(worker)

    def collect(self) -> Iterator[tuple[int, B | Lost[A]]]:
        """Wait for the next processes that answer or die; give what they finished or lost."""
        ready = wait([worker.pipe for worker in self.workers])
        for worker in [each for each in self.workers if each.pipe in ready]:
            try:
                results = worker.pipe.recv()
            except (EOFError, ConnectionError):
                yield from self._bury(worker)
                continue
            if isinstance(results, BaseException):
                raise results
            yield from zip((number for number, _ in worker.chunk), results, strict=True)
            self._hand(worker)

    def dismiss(self) -> None:
        """End every process."""
        for worker in self.workers:
            worker.pipe.close()
            worker.process.terminate()
            worker.process.join()
        self.workers.clear()

    def _hand(self, worker: _Worker[A]) -> None:
        """Give the process its next chunk, or let it go."""
        worker.chunk = self.waiting.popleft() if self.waiting else []
        # A process that is dying already is found dead at the next wait.
        with suppress(ConnectionError):
            worker.pipe.send([item for _, item in worker.chunk])
        if not worker.chunk:
            self._let_go(worker)

    def _bury(self, worker: _Worker[A]) -> Iterator[tuple[int, Lost[A]]]:
        self._let_go(worker)
        for number, item in worker.chunk:
            if number in self.suspects and len(worker.chunk) == 1:
                yield number, Lost(item)
            else:
                self.suspects.add(number)
                self.waiting.append([(number, item)])
        self.hire(1)

    def _let_go(self, worker: _Worker[A]) -> None:
        self.workers.remove(worker)
        worker.pipe.close()
        worker.process.join()


class _one_thread:  # noqa: N801 (reads as a statement)
    """While it lasts, processes that start are told to keep to one thread of linear algebra."""

    def __enter__(self) -> None:
        self.before = {name: os.environ.get(name) for name in THREAD_LIMITS}
        os.environ.update(dict.fromkeys(THREAD_LIMITS, "1"))

    def __exit__(self, *_: object) -> None:
        for name, value in self.before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """While it lasts, processes that start are told to ignore Ctrl-C, which reaches all of them.

    Who started them ends them. Signals can be set in the main thread only.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)


def _serve(pipe: Connection, work: Callable[[list[A]], Sequence[B]]) -> None:
    """A process's life: a chunk in, its results or an exception out, until an empty chunk comes.

    It also ends, without a word, when nobody is left at the other side.
    """
    with suppress(EOFError, ConnectionError):
        while chunk := pipe.recv():
            pipe.send(_results(work, chunk))


def _results(work: Callable[[list[A]], Sequence[B]], chunk: list[A]) -> Sequence[B] | Exception:
    try:
        return work(chunk)
    except Exception as error:  # noqa: BLE001 (whatever it is, the other side must raise it)
        return error
