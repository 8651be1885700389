"""``report.md``: what a build found, merged, doubts and could not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from eventgraph.export.chronology import escaped
from eventgraph.export.files import write_file
from eventgraph.export.merging import Doubt, Thing, across, doubts, entry, quoted, reasons, shortened, span_of
from eventgraph.graph.index import GraphIndex
from eventgraph.graph.words import plural, published_in_words, when_in_words
from eventgraph.model import Event, Graph
from eventgraph.schema import load_schema
from eventgraph.vocabulary import DECISION, SKIPPED_TABLE, ClaimState, Verdict

MOST_MERGES = 200
"""Merges of each kind listed at the most; the rest is counted."""
MOST_DOUBTS = 50
"""Doubts listed at the most."""


def render_report(graph: Graph, most: int | None = None) -> str:
    """The report as Markdown. ``most`` is how many merges of each kind and doubts are listed; 0 is all."""
    merges, open_ = (MOST_MERGES, MOST_DOUBTS) if most is None else (most, most)
    index = GraphIndex(graph)
    sections = [
        ("Counts", _counts(graph)),
        ("Problems", _problems(graph, tables=False)),
        ("Skipped tables", _problems(graph, tables=True)),
        ("Documents", _documents(graph)),
        ("Decided about events", _decided(index)),
        ("Perhaps the same: for a person to decide", _doubts(index, open_)),
        ("Merged across documents, and why", _merges(index, merges, between=True)),
        ("Merged within documents, and why", _merges(index, merges, between=False)),
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


def _problems(graph: Graph, *, tables: bool) -> Iterator[str]:
    """The problems with tables that were skipped or read in part, or all others."""
    for problem in graph.problems:
        if problem.message.startswith(SKIPPED_TABLE) is tables:
            yield f"- {escaped(problem.source)}: {escaped(problem.message)}"


def _documents(graph: Graph) -> Iterator[str]:
    origins = {document.id: document.origin for document in graph.documents}
    for document in graph.documents:
        repeated = f"; repeats {escaped(origins[document.duplicate_of])}" if document.duplicate_of else ""
        yield f"- {escaped(document.origin)}: {published_in_words(document)}{repeated}"


def _decided(index: GraphIndex) -> Iterator[str]:
    """What a person decided about single events; merges stand with the other merges."""
    for event in index.graph.events:
        for detail in event.attributes:
            if detail.key == DECISION:
                source = escaped(index.source(detail.document))
                yield f"- {_headline(event)}: {escaped(detail.value)} ({source})"


def _merges(index: GraphIndex, most: int, *, between: bool) -> Iterator[str]:
    """The merges within or across documents, the least certain first."""
    links = [
        link
        for link in index.graph.links
        if link.verdict is Verdict.SAME and link.by != "repeat" and across(link) is between
    ]
    lines, more = shortened(reasons(links, index, escaped), most)
    yield from (f"- {line}" for line in lines)
    if more:
        yield f"- and {more} more: `eventgraph report --most 0` lists all."


def _doubts(index: GraphIndex, most: int) -> Iterator[str]:
    """What a person may decide, with both sentences and what to write into ``decisions.toml``."""
    found = doubts(index)
    if found:
        yield "The most useful first: by the score times the mentions and events of the smaller of the two."
        yield "Paste a table into `decisions.toml` to make two one; where they are two, write `[[split]]` for"
        yield "`[[merge]]`, and nobody asks again."
    shown = found[:most] if most else found
    for number, doubt in enumerate(shown, 1):
        yield ""
        yield from _doubt(number, doubt, index)
    if len(found) > len(shown):
        yield ""
        yield f"And {len(found) - len(shown)} more: `eventgraph report --most 0` lists all."


def _doubt(number: int, doubt: Doubt, index: GraphIndex) -> Iterator[str]:
    names = [escaped(one.full_label if isinstance(one, Event) else one.name) for one in _sides(doubt)]
    links = f", {doubt.links} such pairs" if doubt.links > 1 else ""
    yield f"### {number}. {names[0]} ? {names[1]}"
    yield ""
    score = f"{doubt.link.score:.3f}{links}; {doubt.moved} to join"
    yield f"{escaped(doubt.link.because)} [{escaped(doubt.link.by)}, {score}]"
    yield ""
    for one, end in zip(_sides(doubt), (doubt.link.left, doubt.link.right), strict=True):
        span = span_of(end)
        origin = escaped(index.documents[span.document].origin)
        yield f"- `{one.id}` in {origin}: {escaped(quoted(span, index))}"
    settling = entry(doubt, index)
    yield ""
    if settling:
        yield from ("```toml", *settling, "```")
    else:
        yield "Names are masked: `eventgraph report --show-protected` has the table for `decisions.toml`."


def _sides(doubt: Doubt) -> tuple[Thing, Thing]:
    return doubt.left, doubt.right


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
