"""A graph of any size, made of copies of a built one with ids of their own: for what must hold at scale."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from eventgraph.graph.wire import decode, encode
from eventgraph.model import Graph


def copied(graph: Graph, events: int) -> Graph:
    """Copies of the graph until there are so many events; no two copies share a document or an entity."""
    parts: list[Graph] = []
    made = 0
    for part in copies(graph):
        if made >= events:
            break
        short = part.events[: events - made]
        kept = {event.id for event in short}
        whole = [replace(e, related=tuple(r for r in e.related if r.event in kept)) for e in short]
        parts.append(replace(part, events=tuple(whole)) if len(short) < len(part.events) else part)
        made += len(short)
    return replace(
        graph,
        documents=tuple(one for part in parts for one in part.documents),
        times=tuple(one for part in parts for one in part.times),
        entities=tuple(one for part in parts for one in part.entities),
        events=tuple(one for part in parts for one in part.events),
        relations=tuple(one for part in parts for one in part.relations),
        links=tuple(one for part in parts for one in part.links),
    )


def copies(graph: Graph) -> Iterator[Graph]:
    """The graph, then copies of it without end."""
    data = encode(replace(graph, problems=())).decode()
    named = {thing.id for things in (graph.entities, graph.events, graph.relations) for thing in things}
    ids = re.compile(f'"({"|".join(re.escape(each) for each in sorted(named, key=len, reverse=True))})"')
    yield graph
    for number in count(2):
        text = ids.sub(rf'"\1-{number}"', data)
        for document in graph.documents:
            text = text.replace(
                document.id, hashlib.sha256(f"{number} {document.id}".encode()).hexdigest()[:16]
            )
        yield decode(text.encode())
