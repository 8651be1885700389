"""An event as a timeline tells it, in words: date and basis, label, quote, who and where, its sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eventgraph.export.chronology import places_in_words, speakers_in_words
from eventgraph.export.explorer_edges import OPERATION, role_label
from eventgraph.graph.index import GraphIndex
from eventgraph.graph.words import basis_in_words, day_in_words, quantity_in_words, when_in_words
from eventgraph.model import Claim, Document, Event
from eventgraph.schema import load_schema
from eventgraph.vocabulary import STATUS_WORDS, ClaimAbout, ClaimState, Status

ABOUT = {
    ClaimAbout.WHEN: "date",
    ClaimAbout.PLACE: "place",
    ClaimAbout.QUANTITY: "number",
    ClaimAbout.STATUS: "status",
    ClaimAbout.ROLE: "role",
}
STATES = {ClaimState.CHOSEN: "shown here", ClaimState.OTHER: ""}
"""How a person reads what became of a claim; the other states are words of their own."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as a timeline names it; ``url`` is as the document gives it, "" where it gives none."""

    title: str
    origin: str
    published: str
    url: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in words. All of it is text of documents or ours, for whoever shows it to escape.

    ``label`` has the status before it where the event is no fact; ``status`` is "" where it happened.
    ``kind`` is the type, ``family`` the name of its family and ``family_label`` how people read it. The
    quoted sentence is ``before``, ``trigger`` and ``after``, as written.
    """

    id: str
    when: str
    basis: str
    label: str
    kind: str
    family: str
    family_label: str
    status: str
    details: tuple[tuple[str, str], ...]
    before: str
    trigger: str
    after: str
    cited: tuple[Cited, ...]
    claims: tuple[str, ...]

    @property
    def quote(self) -> str:
        """The quoted sentence on one line."""
        return " ".join(f"{self.before}{self.trigger}{self.after}".split())


def entry(event: Event, index: GraphIndex) -> Entry:
    """An event of the graph in words."""
    told = index.quoted(event)
    kind = load_schema().event[event.type]
    words = index.documents[told.document].text
    start, end = told.sentence
    document = index.documents[event.when.span.document] if event.when else None
    return Entry(
        id=event.id,
        when=when_in_words(event.when),
        basis=basis_in_words(event.when, document) if event.when else "",
        label=event.full_label,
        kind=kind.label,
        family=kind.family,
        family_label=load_schema().family[kind.family].label,
        status="" if event.status is Status.HAPPENED else STATUS_WORDS[event.status],
        details=tuple(_details(event, index)),
        before=words[start : told.start],
        trigger=words[told.start : told.end],
        after=words[told.end : end],
        cited=tuple(_cited(index.documents[source], index) for source in event.sources),
        claims=tuple(_claim(claim, index) for claim in event.claims),
    )


def _details(event: Event, index: GraphIndex) -> Iterator[tuple[str, str]]:
    """Who took part in which role, as the type of the event calls it, and the rest that is known."""
    parties: dict[str, dict[str, None]] = {}
    for party in event.participants:
        named = parties.setdefault(role_label(event.type, party.role), {})
        named[index.name(party.entity, party.text)] = None
    for role, names in parties.items():
        yield role[:1].upper() + role[1:], "; ".join(names)
    said = {
        "Where": places_in_words(event, index),
        "How many": "; ".join(quantity_in_words(quantity) for quantity in event.quantities),
        "Operation": "" if event.type == OPERATION else index.name(event.operation, ""),
        "Said by": speakers_in_words(event, index),
    }
    yield from ((name, words) for name, words in said.items() if words)


def _cited(document: Document, index: GraphIndex) -> Cited:
    day = day_in_words(document.published) if document.published else "publication date unknown"
    return Cited(index.source(document.id), document.origin, day, document.url)


def _claim(claim: Claim, index: GraphIndex) -> str:
    state = STATES.get(claim.state, claim.state)
    aside = ", ".join(filter(None, (index.source(claim.document), state)))
    return f"{ABOUT[claim.about]} {claim.value} ({aside})"
