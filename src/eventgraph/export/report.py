"""``report.md``: what a build found, merged, doubts and could not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from eventgraph.export.chronology import escaped
from eventgraph.export.files import write_file
from eventgraph.graph.index import GraphIndex
from eventgraph.graph.words import plural, published_in_words, when_in_words
from eventgraph.model import Event, Graph, Link
from eventgraph.schema import load_schema
from eventgraph.vocabulary import ClaimState, Verdict

MOST_MERGES = 500
"""Merges listed at the most; the rest is counted. ``graph.json`` holds all of them."""


def render_report(graph: Graph) -> str:
    """The report as Markdown."""
    index = GraphIndex(graph)
    sections = [
        ("Counts", _counts(graph)),
        ("Problems", _problems(graph)),
        ("Documents", _documents(graph)),
        ("Merged, and why", _merges(index, Verdict.SAME)),
        ("Perhaps the same: for a person to decide", _merges(index, Verdict.UNSURE)),
        ("Where sources differ", _conflicts(index)),
        ("Told by one source only", _single(index)),
        ("Undated events", _undated(index)),
    ]
    lines = [f"# Report: {escaped(graph.title)}" if graph.title else "# Report", ""]
    for heading, body in sections:
        lines += [f"## {heading}", "", *(list(body) or ["None."]), ""]
    return "\n".join(lines).rstrip() + "\n"


def write_report(graph: Graph, path: Path) -> None:
    """Write ``report.md``."""
    write_file([render_report(graph)], path)


def summary(graph: Graph) -> str:
    """The counts on one line: "18 documents, 120 entities, 143 events (98 dated), 2 problems"."""
    dated = sum(event.when is not None for event in graph.events)
    parts = [
        _counted(len(graph.documents), "document"),
        _counted(len(graph.entities), "entity", "entities"),
        f"{_counted(len(graph.events), 'event')} ({dated} dated)",
    ]
    return ", ".join([*parts, _counted(len(graph.problems), "problem")] if graph.problems else parts)


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {plural(number, one, many)}"


def _counts(graph: Graph) -> Iterator[str]:
    schema = load_schema()
    yield summary(graph) + "."
    yield ""
    yield "| what | number |"
    yield "| --- | ---: |"
    entities = Counter(entity.type for entity in graph.entities)
    events = Counter(event.type for event in graph.events)
    status = Counter(event.status for event in graph.events)
    yield from (f"| {schema.entity[t].plural} | {entities[t]} |" for t in schema.entity if entities[t])
    yield from (f"| {schema.event[t].label} events | {events[t]} |" for t in schema.event if events[t])
    yield from (f"| events {s} | {n} |" for s, n in sorted(status.items()))


def _problems(graph: Graph) -> Iterator[str]:
    for problem in graph.problems:
        yield f"- {escaped(problem.source)}: {escaped(problem.message)}"


def _documents(graph: Graph) -> Iterator[str]:
    origins = {document.id: document.origin for document in graph.documents}
    for document in graph.documents:
        repeated = f"; repeats {escaped(origins[document.duplicate_of])}" if document.duplicate_of else ""
        yield f"- {escaped(document.origin)}: {published_in_words(document)}{repeated}"


def _merges(index: GraphIndex, verdict: Verdict) -> Iterator[str]:
    """Links of one verdict, those of one reason between the same words told once."""
    said = Counter(
        _merge_words(link, index)
        for link in index.graph.links
        if link.verdict is verdict and link.by != "repeat"
    )
    for line in list(said)[:MOST_MERGES]:
        yield f"- {line}" + (f" ({said[line]} times)" if said[line] > 1 else "")
    if len(said) > MOST_MERGES:
        yield f"- and {len(said) - MOST_MERGES} more; graph.json lists all."


def _merge_words(link: Link, index: GraphIndex) -> str:
    left, right = (_mention_words(name, index) for name in (link.left, link.right))
    return f"{left} = {right}: {escaped(link.because)} [{escaped(link.by)}, {link.score:.3f}]"


def _mention_words(mention: str, index: GraphIndex) -> str:
    """The words of a mention id, with the document they stand in."""
    document, _, offsets = mention.rpartition(":")
    start, _, end = offsets.partition("-")
    cited = index.documents[document]
    return f"“{escaped(cited.text[int(start) : int(end)])}” ({escaped(cited.origin)})"


def _conflicts(index: GraphIndex) -> Iterator[str]:
    for event in index.graph.events:
        if any(claim.state is not ClaimState.CHOSEN for claim in event.claims):
            yield f"- {_headline(event)}"
            for claim in event.claims:
                day = claim.published.isoformat() if claim.published else "undated"
                source = escaped(index.source(claim.document))
                yield f"  - {claim.about} {escaped(claim.value)}: {claim.state} ({source}, {day})"


def _single(index: GraphIndex) -> Iterator[str]:
    alone = [event for event in index.graph.events if len(event.sources) == 1]
    if alone:
        yield f"{len(alone)} of {_counted(len(index.graph.events), 'event')}."


def _undated(index: GraphIndex) -> Iterator[str]:
    for event in _without_date(index.graph.events):
        yield f"- {_headline(event)} ({escaped(index.source(event.mentions[0].document))})"


def _without_date(events: Iterable[Event]) -> Iterator[Event]:
    return (event for event in events if event.when is None)


def _headline(event: Event) -> str:
    return f"{when_in_words(event.when)}: {escaped(event.full_label)} `{event.id}`"
