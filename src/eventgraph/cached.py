"""Observations of many documents: from the cache where they are kept, else observed, by several processes.

A text that stands word for word in several documents is observed once, in the one published first, and
its observations are copied to the others.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from os import cpu_count
from pathlib import Path

from eventgraph.errors import EventGraphError
from eventgraph.link.corpus import publication_key
from eventgraph.model import Document, Observations, Problem
from eventgraph.observe import TOGETHER, copy_to, observe_document, parse_documents
from eventgraph.store.observations import ObservationStore, key_of
from eventgraph.text.parse import Parsed, model_version
from eventgraph.text.repeats import fingerprint
from eventgraph.workers import Lost, map_in_processes

Progress = Callable[[int, int], None]
"""Called with how many documents are observed and how many there are."""

LEFT_OUT = "not observed"
"""How the problem of a document begins that the program could not cope with; it is tried again next time."""

WORTH_A_PROCESS = 100
"""Documents to observe that pay for starting one more process, which loads the model anew."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ObserveOptions:
    """``jobs`` is the number of processes, 0 for as many as pay off; ``model`` names a spaCy pipeline."""

    jobs: int = 0
    model: str = ""
    progress: Progress | None = None


def observe_cached(
    documents: Sequence[Document], cache: Path, options: ObserveOptions | None = None
) -> tuple[Observations, ...]:
    """What each document says, in the order given; ``cache`` is an SQLite file, made if it is not there.

    The result does not depend on what was cached nor on the number of processes. A document over which
    two processes die, or which cannot be observed, is left with a problem and nothing else.
    """
    options = options or ObserveOptions()
    version = model_version(options.model)
    originals = _originals(documents)
    keys = {document.id: key_of(document, version) for document in originals.values()}
    with ObservationStore(cache) as store:
        known = {name: found for name, key in keys.items() if (found := store.get(key))}
        missing = [document for document in originals.values() if document.id not in known]
        for observed in _observe(missing, options):
            known[observed.document.id] = observed
            if not any(problem.message.startswith(LEFT_OUT) for problem in observed.problems):
                store.put(keys[observed.document.id], observed)
        store.keep_only(keys.values())
    return tuple(copy_to(known[originals[fingerprint(d.text)].id], d) for d in documents)


def _originals(documents: Sequence[Document]) -> dict[str, Document]:
    """By the fingerprint of a text, the document that had it first: by publication, then by origin."""
    first: dict[str, Document] = {}
    for document in sorted(documents, key=publication_key):
        first.setdefault(fingerprint(document.text), document)
    return first


def _observe(documents: Sequence[Document], options: ObserveOptions) -> Iterator[Observations]:
    jobs = options.jobs or min(cpu_count() or 1, 1 + len(documents) // WORTH_A_PROCESS)
    work = partial(_observe_together, model=options.model)
    done = _here(work, documents) if jobs == 1 else _in_processes(work, documents, jobs)
    for number, observed in enumerate(done, 1):
        if options.progress:
            options.progress(number, len(documents))
        yield observed


Work = Callable[[Sequence[Document]], list[Observations]]


def _here(work: Work, documents: Sequence[Document]) -> Iterator[Observations]:
    for start in range(0, len(documents), TOGETHER):
        yield from work(documents[start : start + TOGETHER])


def _in_processes(work: Work, documents: Sequence[Document], jobs: int) -> Iterator[Observations]:
    for _, result in map_in_processes(work, documents, jobs=jobs):
        if isinstance(result, Lost):
            yield _left_out(result.item, "two processes died while reading it")
        else:
            yield result


def _observe_together(documents: Sequence[Document], model: str) -> list[Observations]:
    """Observations of each; should the model fail over one of them, each is read by itself."""
    parsed: Sequence[Parsed | None]
    try:
        parsed = list(parse_documents(documents, model=model))
    except EventGraphError:
        raise
    except Exception:  # noqa: BLE001 (which document it is shows when each is read by itself)
        parsed = [None] * len(documents)
    return [
        _observe_or_say_why(document, each, model) for document, each in zip(documents, parsed, strict=True)
    ]


def _observe_or_say_why(document: Document, parsed: Parsed | None, model: str) -> Observations:
    """Observations, or a problem: one document that the program cannot cope with never ends a run.

    What is wrong with the program's own files is no fault of the document's, and ends it.
    """
    try:
        return observe_document(document, parsed=parsed, model=model)
    except EventGraphError:
        raise
    except Exception as error:  # noqa: BLE001 (whatever it is, the other documents must not pay for it)
        return _left_out(document, f"{type(error).__name__}: {error}")


def _left_out(document: Document, why: str) -> Observations:
    return Observations(document=document, problems=(Problem(document.origin, f"{LEFT_OUT}: {why}"),))
