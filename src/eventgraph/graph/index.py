"""Look-ups that whatever prints a graph needs: documents and entities by id, words, sources."""

from __future__ import annotations

from eventgraph.model import Document, Entity, Event, EventEvidence, Graph, Span

RECORD_MARK = ".jsonl#"
"""What parts a file's path from the id of a record within it."""


class GraphIndex:
    """A graph with its documents, entities and events by id. The graph itself is ``graph``."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.documents: dict[str, Document] = {document.id: document for document in graph.documents}
        self.entities: dict[str, Entity] = {entity.id: entity for entity in graph.entities}
        self.events: dict[str, Event] = {event.id: event for event in graph.events}

    def words(self, span: Span) -> str:
        """The words at a span, as written."""
        return self.documents[span.document].text[span.start : span.end]

    def quoted(self, event: Event) -> EventEvidence:
        """The telling to quote: the first whose sentence dates the event, else the first of all."""
        when = event.when
        dating = (told for told in event.mentions if when and told.sentence_span.contains(when.span))
        return next(dating, event.mentions[0])

    def sentence(self, told: EventEvidence) -> str:
        """The sentence of a piece of evidence on one line."""
        return " ".join(self.words(told.sentence_span).split())

    def name(self, entity: str | None, words: str) -> str:
        """The name of an entity, or the words where none is known."""
        known = self.entities.get(entity or "")
        return known.name if known else " ".join(words.split())

    def source(self, document: str) -> str:
        """How a document is cited: its title or origin, and its publisher."""
        cited = self.documents[document]
        title = cited.title or cited.origin
        return f"{title}, {cited.publisher}" if cited.publisher else title


def record_id(document: Document) -> str:
    """The id that a JSONL record came with, or its line; of any other document, its origin."""
    _, mark, name = document.origin.partition(RECORD_MARK)
    return name if mark else document.origin
