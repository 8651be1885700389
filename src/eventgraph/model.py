"""The words of eventgraph, as data. Three layers: given, observed, concluded.

Conventions, stated here once:

- Offsets count Unicode code points of ``Document.text``; the end is excluded.
- Days are the resolution of everything; both ends of a ``(first, last)`` pair of days are included.
- ``None`` in such a pair is open or unknown, never today.
- Whatever rests on words *is* a `Span`: its document and offsets are its evidence.
- All classes are frozen. A higher layer never edits a lower one.

The classes of the concluded layer have exactly the fields of ``graph.json``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from eventgraph.faces import GraphFaces
from eventgraph.vocabulary import (
    DEFAULT_BASE,
    FACTS,
    STATUS_WORDS,
    Basis,
    ClaimAbout,
    ClaimState,
    Confidence,
    EventRelation,
    MentionKind,
    PlaceBasis,
    PlaceRelation,
    Precision,
    PublishedBasis,
    Status,
    TimexMod,
    TimexType,
    Verdict,
)

SCHEMA = "eventgraph/1"

DayPair = tuple[date | None, date | None]
"""The first and the last possible day, both included; None is open or unknown."""


# --- given -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words in a document: code points ``start`` to ``end``, end excluded."""

    document: str
    start: int
    end: int

    @property
    def mention_id(self) -> str:
        """``document:start-end``, the id of whatever stands at this span."""
        return f"{self.document}:{self.start}-{self.end}"

    @property
    def span(self) -> Span:
        """The bare span, without what a subclass adds."""
        return Span(self.document, self.start, self.end)

    def contains(self, other: Span) -> bool:
        """Whether the other span lies within this one."""
        return self.document == other.document and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.document == other.document and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text with its origin and publication date.

    ``id`` is the first 16 hexadecimal digits of sha256 over origin, NUL, text. ``origin`` is a POSIX
    path below the folder that was given, with ``#id`` or ``#line`` for a record within a file.
    ``duplicate_of`` is the id of the document whose text this one repeats word for word.
    """

    id: str
    origin: str
    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: date | None = None
    published_basis: PublishedBasis = PublishedBasis.UNKNOWN
    duplicate_of: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Bad input, as a value: where it is and what is wrong with it."""

    source: str
    message: str


# --- observed --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """It began on a day in ``begin`` and ended on a day in ``end``; ``docs/dates.md`` has the table.

    ``edtf`` is ISO 8601-2 level 2. ``anchor`` holds the words or the header it was reckoned from.
    ``clock`` is a time of day as TIMEX3 writes it ("03:00", "TNI"), local.
    """

    begin: DayPair
    end: DayPair
    precision: Precision
    edtf: str
    basis: Basis
    anchor: Span | None = None
    approximate: bool = False
    clock: str | None = None

    @property
    def earliest(self) -> date | None:
        """The first day it can have begun."""
        return self.begin[0]

    @property
    def latest(self) -> date | None:
        """The last day it can have ended."""
        return self.end[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention(Span):
    """A time expression with its TIMEX3 type and value and, where it can be dated, its `When`.

    ``mod`` is what the words add to the value ("early", "at least"), as TIMEX3 writes it. ``undated``
    tells why a date or time of day has no ``when``. ``rule`` names the rule that found it. ``parts`` are
    the spans of the expressions that a range joins ("from Nov. 1 to Dec. 7").
    """

    type: TimexType
    value: str
    mod: TimexMod | None = None
    when: When | None = None
    undated: str = ""
    rule: str = ""
    parts: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute(Span):
    """A detail of an entity or event, with the words that say it (of a place, also by the gazetteer)."""

    key: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Span):
    """An entity named at a span. ``name`` is tidied: white space folded, no article, no possessive."""

    type: str
    name: str
    kind: MentionKind = MentionKind.NAME
    rule: str = ""
    attributes: tuple[Attribute, ...] = ()
    protected: bool = False
    repeat: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Span):
    """A number in the text. ``value`` is None where nobody disclosed it; bounds are included.

    ``what`` is the counted noun as written ("suspects"), ``unit`` what sums may be made over
    ("people", "kg", "USD", "%"), ``role`` the role of those it counts, "" for the event itself.
    ``part_of`` is the quantity that this one is a part of.
    """

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str = ""
    what: str = ""
    qualifier: str = ""
    role: str = ""
    part_of: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Span):
    """Words that stand for somebody or something; ``mention`` is the `Mention` they are or mean."""

    mention: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument(Reference):
    """Somebody or something that takes part in an event, with its role."""

    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceReference(Reference):
    """Where an event took place."""

    relation: PlaceRelation = PlaceRelation.IN
    basis: PlaceBasis = PlaceBasis.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedMention:
    """Another event mention in the same document, by its trigger, and how it bears on this one."""

    relation: EventRelation
    event: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention(Span):
    """A happening told at a trigger span.

    ``when_span`` holds the words that date it. ``operation`` is the span of the mention of the
    operation it belongs to. ``said_by`` is a chain, the nearest speaker first. ``aggregate`` marks a
    statistic over a period, which is never merged with single happenings.
    """

    type: str
    lemma: str
    sentence: Span
    status: Status = Status.HAPPENED
    confidence: Confidence = Confidence.STATED
    aggregate: bool = False
    when: When | None = None
    when_span: Span | None = None
    arguments: tuple[Argument, ...] = ()
    places: tuple[PlaceReference, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    said_by: tuple[Reference, ...] = ()
    operation: Span | None = None
    related: tuple[RelatedMention, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    rule: str = ""
    repeat: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationMention(Span):
    """A lasting relation between two mentions, such as a post held; its span is what says so."""

    type: str
    subject: Span
    object: Span | None = None
    label: str = ""
    qualifier: str = ""
    status: Status = Status.HAPPENED
    when: When | None = None
    when_span: Span | None = None
    said_by: tuple[Reference, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two mentions, by id, judged the same or unsure. ``by`` names the rule, ``because`` explains it."""

    left: str
    right: str
    verdict: Verdict
    score: float
    by: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Observations:
    """What one document says, before anything is compared with other documents.

    All tuples are in the order of their spans. ``links`` are those within the document.
    """

    document: Document
    sentences: tuple[Span, ...] = ()
    times: tuple[TimeMention, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[EventMention, ...] = ()
    relations: tuple[RelationMention, ...] = ()
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()


# --- concluded: the fields of graph.json -----------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression(Span):
    """A time expression as ``graph.json`` lists it; ``edtf`` is None where it cannot be dated."""

    type: TimexType
    value: str
    mod: TimexMod | None = None
    edtf: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMention(Span):
    """Where an entity is named; ``repeat`` where the passage stands elsewhere already."""

    repeat: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """An agency, operation, official, location, organisation or person."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    protected: bool = False
    mentions: tuple[EntityMention, ...] = ()
    attributes: tuple[Attribute, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker(Span):
    """Who says so: an entity where one is known, the words in any case."""

    text: str
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWhen:
    """The chosen date of an event: a `When` and the words that say it, with their span.

    It holds its span rather than being one, since ``end`` is here the last day, not an offset.
    """

    span: Span
    text: str
    edtf: str
    earliest: date | None
    latest: date | None
    begin: DayPair
    end: DayPair
    precision: Precision
    basis: Basis
    approximate: bool = False
    clock: str | None = None
    anchor: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Span):
    """Who took part, in which role."""

    role: str
    text: str
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace(Span):
    """Where it took place."""

    relation: PlaceRelation
    basis: PlaceBasis
    text: str
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventQuantity(Span):
    """How many; see `Quantity`. ``part_of`` is the id of another quantity of the graph."""

    id: str
    role: str
    what: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    qualifier: str
    part_of: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEvidence(Span):
    """Where an event is told: the trigger, its sentence ``(start, end)`` and who says so."""

    type: str
    by: str
    sentence: tuple[int, int]
    repeat: bool = False
    said_by: tuple[Speaker, ...] = ()

    @property
    def sentence_span(self) -> Span:
        """The sentence as a span of the same document."""
        return Span(self.document, *self.sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedEvent:
    """Another event, by id, and how it bears on this one."""

    relation: EventRelation
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Span):
    """One of several answers that sources give; ``published`` is the day of its document."""

    about: ClaimAbout
    value: str
    state: ClaimState
    published: date | None = None
    said_by: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening, however many articles tell it."""

    id: str
    type: str
    label: str
    status: Status = Status.HAPPENED
    confidence: Confidence = Confidence.STATED
    aggregate: bool = False
    operation: str | None = None
    when: EventWhen | None = None
    participants: tuple[Participant, ...] = ()
    places: tuple[EventPlace, ...] = ()
    quantities: tuple[EventQuantity, ...] = ()
    mentions: tuple[EventEvidence, ...] = ()
    related: tuple[RelatedEvent, ...] = ()
    claims: tuple[Claim, ...] = ()
    attributes: tuple[Attribute, ...] = ()

    @property
    def full_label(self) -> str:
        """The label for wherever it travels alone: "Alleged: ..." unless it happened or goes on."""
        return self.label if self.status in FACTS else f"{STATUS_WORDS[self.status]}: {self.label}"

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the documents that tell it on their own; of all, where there are only repeats."""
        own = [told.document for told in self.mentions if not told.repeat]
        return tuple(dict.fromkeys(own or [told.document for told in self.mentions]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A lasting relation between two entities; when it holds is as ``docs/dates.md`` says."""

    id: str
    type: str
    subject: str
    object: str | None = None
    label: str = ""
    qualifier: str = ""
    status: Status = Status.HAPPENED
    when: EventWhen | None = None
    mentions: tuple[Span, ...] = ()
    said_by: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Graph(GraphFaces):
    """Everything concluded, with the documents it rests on; every tuple is sorted by id or span.

    ``base`` is what the IRIs of its RDF begin with.
    """

    schema: str = SCHEMA
    generator: str = ""
    title: str = ""
    base: str = DEFAULT_BASE
    documents: tuple[Document, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __repr__(self) -> str:
        counts = (f"{len(getattr(self, name))} {name}" for name in ("documents", "entities", "events"))
        return f"<Graph {self.title!r}: {', '.join(counts)}>"
