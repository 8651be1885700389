"""What each document says, as triples of its own graph: its text, mentions, sentences and claims.

To drop a document is to drop its graph. Offsets are Unicode code points, the end excluded, which is what
NIF asks for.
"""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Triple

from eventgraph.export.rdf_facts import (
    attribute_names,
    participation_names,
    placement_names,
    quantity_names,
)
from eventgraph.export.rdf_terms import (
    DCT,
    EG,
    GAF,
    NIF,
    PROV,
    RDF,
    Names,
    concept,
    day,
    describe,
    edtf,
    flag,
    integer,
    number,
    numbered,
    offset,
    term,
    text,
)
from eventgraph.graph.index import GraphIndex
from eventgraph.model import Claim, Document, Event, EventWhen, Graph, Span, Speaker
from eventgraph.schema import load_schema
from eventgraph.vocabulary import ClaimAbout

ABOUT = {about: EG[f"about{about.value.capitalize()}"] for about in ClaimAbout}

PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)

Said = tuple[Span, Triple]
"""A triple and the words it rests on; it stands in the graph of their document."""


def source_graphs(graph: Graph, names: Names) -> Iterator[tuple[NamedNode, Iterator[Triple]]]:
    """The graph of each document, in their order: its IRI and its triples, offsets ascending."""
    spans: dict[str, set[Span]] = defaultdict(set)
    said: dict[str, list[Triple]] = defaultdict(list)
    for span, triple in _everything(graph, names):
        spans[span.document].add(span.span)
        said[span.document].append(triple)
    sentences: dict[str, set[Span]] = defaultdict(set)
    for event in graph.events:
        for mention in event.mentions:
            sentences[mention.document].add(mention.sentence_span)
    for document in graph.documents:
        words = _Words(document, sorted(sentences[document.id]), names)
        yield names("graph", document.id), words.triples(sorted(spans[document.id]), said[document.id])


class _Words:
    """The text of one document and the stretches of it that something rests on."""

    def __init__(self, document: Document, sentences: Sequence[Span], names: Names) -> None:
        self.document = document
        self.sentences = sentences
        self.names = names
        self.subject = names("document", document.id)

    def triples(self, spans: Sequence[Span], said: Sequence[Triple]) -> Iterator[Triple]:
        """The text, its sentences, its mentions, then what rests on them."""
        yield from describe(
            self.subject, (RDF["type"], NIF["Context"]), (NIF["isString"], text(self.document.text))
        )
        for span in self.sentences:
            yield from self._stretch(self.names.at("sentence", span), span, NIF["Sentence"])
        for span in spans:
            name = self.names.at("mention", span)
            yield from self._stretch(name, span, NIF["String"])
            if sentence := self._sentence_of(span):
                yield Triple(name, NIF["sentence"], self.names.at("sentence", sentence))
        yield from said

    def _stretch(self, name: NamedNode, span: Span, kind: NamedNode) -> Iterator[Triple]:
        yield from describe(
            name,
            (RDF["type"], kind),
            (NIF["anchorOf"], text(self.document.text[span.start : span.end])),
            (NIF["beginIndex"], offset(span.start)),
            (NIF["endIndex"], offset(span.end)),
            (NIF["referenceContext"], self.subject),
        )

    def _sentence_of(self, span: Span) -> Span | None:
        """The last sentence that begins at or before the span, if it holds it."""
        index = bisect.bisect_right(self.sentences, (span.start, len(self.document.text)), key=_offsets) - 1
        if index >= 0 and self.sentences[index].contains(span):
            return self.sentences[index]
        return None


def _offsets(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _everything(graph: Graph, names: Names) -> Iterator[Said]:
    yield from _times(graph, names)
    yield from _quotes(graph, names)
    for entity in graph.entities:
        subject = names("entity", entity.id)
        for mention in entity.mentions:
            yield from _denoted(subject, mention, names)
            yield from _repeated(mention, names, repeat=mention.repeat)
        for attribute, name in attribute_names(entity.id, entity.attributes, names):
            yield from _denoted(name, attribute, names)
    for event in graph.events:
        yield from _told(event, names)
        yield from _dated(names("event", event.id), event.when, names)
        yield from _details(event, names)
        yield from _claims(event, names)
    for relation in graph.relations:
        subject = names("relation", relation.id)
        for span in relation.mentions:
            yield from _denoted(subject, span, names)
        yield from _dated(subject, relation.when, names)
        yield from _spoken(subject, None, relation.said_by, names)


def _quotes(graph: Graph, names: Names) -> Iterator[Said]:
    """The words to quote for each thing: an event's sentence, else where it is named first."""
    index = GraphIndex(graph)
    for event in graph.events:
        if event.mentions:
            told = index.quoted(event)
            sentence = names.at("sentence", told.sentence_span)
            yield told, Triple(names("event", event.id), EG["quotedAt"], sentence)
    named = [(names("entity", entity.id), entity.mentions) for entity in graph.entities]
    stated = [(names("relation", relation.id), relation.mentions) for relation in graph.relations]
    order = {document.id: _published_order(document) for document in graph.documents}
    for subject, spans in (*named, *stated):
        known = [span for span in spans if span.document in order]
        if known:
            first = min(known, key=lambda span: (order[span.document], span.start, span.end))
            yield first, Triple(subject, EG["quotedAt"], names.at("mention", first))


def _published_order(document: Document) -> tuple[date, str, str]:
    """The order of documents by day of publication; those of unknown day come last."""
    return document.published or date.max, document.origin, document.id


def _denoted(subject: NamedNode, span: Span, names: Names) -> Iterator[Said]:
    yield span, Triple(subject, GAF["denotedBy"], names.at("mention", span))


def _repeated(span: Span, names: Names, *, repeat: bool) -> Iterator[Said]:
    for triple in describe(names.at("mention", span), (EG["repeat"], flag(repeat))):
        yield span, triple


def _spoken(
    subject: NamedNode, at: Span | None, speakers: tuple[Speaker, ...], names: Names
) -> Iterator[Said]:
    """Who says so: the entity where it is known, the words in any case; of a chain, each in its place.

    It rests on the words at a span, or else on those that name the speaker.
    """
    if len(speakers) > 1:
        yield from _chained(subject, at, speakers, names)
    for speaker in speakers:
        yield at or speaker, Triple(subject, EG["saidAt"], names.at("mention", speaker))
        for triple in describe(
            subject,
            (EG["saidBy"], names("entity", speaker.entity) if speaker.entity else None),
            (EG["saidByText"], text(speaker.text)),
        ):
            yield at or speaker, triple
        yield speaker, Triple(names.at("mention", speaker), RDF["type"], NIF["String"])


def _chained(
    subject: NamedNode, at: Span | None, speakers: tuple[Speaker, ...], names: Names
) -> Iterator[Said]:
    """A chain ("police said that witnesses said"): which words are of which entity, in which order."""
    owner = subject.value.removeprefix(names.base).replace("/", "-", 1)
    for place, speaker in enumerate(speakers, 1):
        name = NamedNode(f"{names.base}speaker/{owner}-{place}")
        yield at or speaker, Triple(subject, EG["speaker"], name)
        for triple in describe(
            name,
            (RDF["type"], EG["Speaker"]),
            (EG["speakerPlace"], integer(place)),
            (EG["speakerEntity"], names("entity", speaker.entity) if speaker.entity else None),
            (EG["speakerText"], text(speaker.text)),
        ):
            yield at or speaker, triple
        yield speaker, Triple(name, GAF["denotedBy"], names.at("mention", speaker))


def _times(graph: Graph, names: Names) -> Iterator[Said]:
    for time in graph.times:
        for triple in describe(
            names.at("mention", time),
            (RDF["type"], EG["TimeExpression"]),
            (EG["timexType"], text(time.type.value)),
            (EG["timexValue"], text(time.value)),
            (EG["timexMod"], text(time.mod.value) if time.mod else None),
            (EG["edtf"], edtf(time.edtf)),
        ):
            yield time, triple


def _told(event: Event, names: Names) -> Iterator[Said]:
    """Where the event is told, in which sentence, by whom, and how that was found."""
    subject = names("event", event.id)
    types = load_schema().event
    minted = numbered(names.at("evidence", mention, event.id) for mention in event.mentions)
    for mention, name in zip(event.mentions, minted, strict=True):
        yield from _denoted(subject, mention, names)
        yield from _denoted(name, mention, names)
        yield from _repeated(mention, names, repeat=mention.repeat)
        for triple in describe(
            name,
            (RDF["type"], EG["Evidence"]),
            (EG["evidenceFor"], subject),
            (EG["toldAs"], term(types[mention.type].rdf) if mention.type in types else None),
            (EG["sentence"], names.at("sentence", mention.sentence_span)),
            (EG["foundBy"], text(mention.by)),
            (PROV["hadPrimarySource"], names("document", mention.document)),
        ):
            yield mention, triple
        yield from _spoken(name, mention, mention.said_by, names)


def _dated(subject: NamedNode, when: EventWhen | None, names: Names) -> Iterator[Said]:
    """The words that date it, and those that the date was reckoned from."""
    if when is None:
        return
    yield when.span, Triple(subject, EG["datedBy"], names.at("mention", when.span))
    if when.anchor is not None:
        yield when.anchor, Triple(subject, EG["anchor"], names.at("mention", when.anchor))


def _details(event: Event, names: Names) -> Iterator[Said]:
    for participant, name in participation_names(event, names):
        yield from _denoted(name, participant, names)
    for place, name in placement_names(event, names):
        yield from _denoted(name, place, names)
    for quantity, name in quantity_names(event, names):
        yield from _denoted(name, quantity, names)
    for attribute, name in attribute_names(event.id, event.attributes, names):
        yield from _denoted(name, attribute, names)


def _claims(event: Event, names: Names) -> Iterator[Said]:
    minted = numbered(names.at("claim", claim, event.id, claim.about) for claim in event.claims)
    for claim, name in zip(event.claims, minted, strict=True):
        for triple in _claim(claim, name, names("event", event.id), names):
            yield claim, triple
        yield from _denoted(name, claim, names)
        yield from _spoken(name, claim, claim.said_by, names)


def _claim(claim: Claim, name: NamedNode, event: NamedNode, names: Names) -> Iterator[Triple]:
    return describe(
        name,
        (RDF["type"], EG["Claim"]),
        (EG["claimFor"], event),
        (EG["about"], ABOUT[claim.about]),
        (EG["claimedValue"], text(claim.value)),
        (EG["claimedDate"], edtf(claim.value) if claim.about is ClaimAbout.WHEN else None),
        (EG["claimedNumber"], _plain_number(claim) if claim.about is ClaimAbout.QUANTITY else None),
        (EG["claimState"], concept(claim.state)),
        (DCT["issued"], day(claim.published)),
        (PROV["hadPrimarySource"], names("document", claim.document)),
    )


def _plain_number(claim: Claim) -> Literal | None:
    """The number that is claimed, None where the value is more than a number."""
    return number(Decimal(claim.value)) if PLAIN_NUMBER.fullmatch(claim.value) else None
