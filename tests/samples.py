"""A small graph made by hand, for tests of whatever reads a graph: two documents, one told twice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from eventgraph.model import (
    Attribute,
    Claim,
    Document,
    Entity,
    EntityMention,
    Event,
    EventEvidence,
    EventPlace,
    EventQuantity,
    EventWhen,
    Graph,
    Link,
    Participant,
    Problem,
    RelatedEvent,
    Relation,
    Span,
    Speaker,
    TimeExpression,
)
from eventgraph.vocabulary import (
    Basis,
    ClaimAbout,
    ClaimState,
    Confidence,
    EventRelation,
    PlaceBasis,
    PlaceRelation,
    Precision,
    PublishedBasis,
    Status,
    TimexType,
    Verdict,
)

FIRST = Document(
    id="1111111111111111",
    origin="harbour.txt",
    title="Port police <end> a smuggling ring",
    publisher="Harbour Post",
    url="https://example.org/harbour",
    published=date(2024, 3, 14),
    published_basis=PublishedBasis.DATELINE,
    text=(
        "The Port Authority Police arrested at least 12 people in Larnby on Tuesday "
        "during Operation Grey Heron. "
        "Chief Ada Quist said the suspects allegedly smuggled 40 kg of cocaine in February. "
        "Mia Rowe, 9, was found unharmed."
    ),
)
SECOND = Document(
    id="2222222222222222",
    origin="later.html",
    published=date(2024, 3, 16),
    published_basis=PublishedBasis.METADATA,
    text=(
        "Police in Larnby arrested 14 people on March 12, Chief Quist said. A hearing is planned since April."
    ),
)


def at(document: Document, words: str) -> tuple[str, int, int]:
    """The span of words that stand in a document, as the positional arguments of a `Span`."""
    start = document.text.index(words)
    return document.id, start, start + len(words)


def sentence(document: Document, words: str) -> tuple[int, int]:
    """The start and end of the sentence that holds the words."""
    at_word = document.text.index(words)
    start = document.text.rfind(". ", 0, at_word)
    end = document.text.find(". ", at_word)
    return (start + 2 if start >= 0 else 0, end + 1 if end >= 0 else len(document.text))


def told(document: Document, words: str, kind: str, said_by: tuple[Speaker, ...] = ()) -> EventEvidence:
    """The evidence of an event whose trigger is these words."""
    return EventEvidence(
        *at(document, words), type=kind, by="verb", sentence=sentence(document, words), said_by=said_by
    )


POLICE, QUIST, HERON, LARNBY, MIA = (
    "agency:port-authority-police",
    "official:ada-quist",
    "operation:grey-heron",
    "location:larnby",
    "person:mia-rowe",
)
QUIST_SPEAKS = Speaker(*at(FIRST, "Chief Ada Quist"), text="Chief Ada Quist", entity=QUIST)

ENTITIES = (
    Entity(
        id=POLICE,
        type="agency",
        name="Port Authority Police",
        aliases=("Police",),
        mentions=(
            EntityMention(*at(FIRST, "Port Authority Police")),
            EntityMention(*at(SECOND, "Police")),
        ),
    ),
    Entity(
        id=LARNBY,
        type="location",
        name="Larnby",
        mentions=(EntityMention(*at(FIRST, "Larnby")), EntityMention(*at(SECOND, "Larnby"))),
    ),
    Entity(
        id=QUIST,
        type="official",
        name="Ada Quist",
        aliases=("Quist",),
        mentions=(EntityMention(*at(FIRST, "Ada Quist")), EntityMention(*at(SECOND, "Quist"))),
    ),
    Entity(
        id=HERON,
        type="operation",
        name="Operation Grey Heron",
        mentions=(EntityMention(*at(FIRST, "Operation Grey Heron")),),
    ),
    Entity(
        id=MIA,
        type="person",
        name="Mia Rowe",
        protected=True,
        mentions=(EntityMention(*at(FIRST, "Mia Rowe")),),
        attributes=(Attribute(*at(FIRST, "9"), key="age", value="9"),),
    ),
)

TUESDAY = EventWhen(
    span=Span(*at(FIRST, "Tuesday")),
    text="Tuesday",
    edtf="2024-03-12",
    earliest=date(2024, 3, 12),
    latest=date(2024, 3, 12),
    begin=(date(2024, 3, 12), date(2024, 3, 12)),
    end=(date(2024, 3, 12), date(2024, 3, 12)),
    precision=Precision.DAY,
    basis=Basis.PUBLICATION,
)
FEBRUARY = EventWhen(
    span=Span(*at(FIRST, "February")),
    text="February",
    edtf="2024-02",
    earliest=date(2024, 2, 1),
    latest=date(2024, 2, 29),
    begin=(date(2024, 2, 1), date(2024, 2, 29)),
    end=(date(2024, 2, 1), date(2024, 2, 29)),
    precision=Precision.MONTH,
    basis=Basis.PUBLICATION,
)
SINCE_APRIL = EventWhen(
    span=Span(*at(SECOND, "since April")),
    text="since April",
    edtf="2024-04/..",
    earliest=date(2024, 4, 1),
    latest=None,
    begin=(date(2024, 4, 1), date(2024, 4, 30)),
    end=(None, None),
    precision=Precision.MONTH,
    basis=Basis.PUBLICATION,
)

PEOPLE = EventQuantity(
    *at(FIRST, "at least 12"),
    id=Span(*at(FIRST, "at least 12")).mention_id,
    role="patient",
    what="people",
    value=Decimal(12),
    low=Decimal(12),
    high=None,
    unit="people",
    qualifier="at least",
    part_of=None,
    text="at least 12",
)
KILOGRAMS = EventQuantity(
    *at(FIRST, "40 kg"),
    id=Span(*at(FIRST, "40 kg")).mention_id,
    role="patient",
    what="cocaine",
    value=Decimal(40),
    low=Decimal(40),
    high=Decimal(40),
    unit="kg",
    qualifier="",
    part_of=None,
    text="40 kg",
)

EVENTS = (
    Event(
        id="arrest:aaaaaaaa",
        type="arrest",
        label="At least 12 people arrested in Larnby",
        operation=HERON,
        when=TUESDAY,
        participants=(
            Participant(
                *at(FIRST, "Port Authority Police"), role="agent", text="Port Authority Police", entity=POLICE
            ),
            Participant(*at(FIRST, "people"), role="patient", text="people"),
        ),
        places=(
            EventPlace(
                *at(FIRST, "Larnby"),
                relation=PlaceRelation.IN,
                basis=PlaceBasis.TEXT,
                text="Larnby",
                entity=LARNBY,
            ),
        ),
        quantities=(PEOPLE,),
        mentions=(told(FIRST, "arrested", "arrest"), told(SECOND, "arrested", "arrest")),
        related=(RelatedEvent(relation=EventRelation.PART_OF, event="operation:bbbbbbbb"),),
        claims=(
            Claim(
                *at(FIRST, "at least 12"),
                about=ClaimAbout.QUANTITY,
                value="12",
                state=ClaimState.CHOSEN,
                published=FIRST.published,
                said_by=(QUIST_SPEAKS,),
            ),
            Claim(
                *at(SECOND, "14"),
                about=ClaimAbout.QUANTITY,
                value="14",
                state=ClaimState.OTHER,
                published=SECOND.published,
            ),
        ),
    ),
    Event(
        id="discovery:cccccccc",
        type="discovery",
        label="Mia Rowe found",
        confidence=Confidence.WEAK,
        participants=(Participant(*at(FIRST, "Mia Rowe"), role="patient", text="Mia Rowe", entity=MIA),),
        mentions=(told(FIRST, "found", "discovery"),),
    ),
    Event(
        id="hearing:eeeeeeee",
        type="hearing",
        label="Hearing",
        status=Status.PLANNED,
        when=SINCE_APRIL,
        mentions=(told(SECOND, "hearing", "hearing"),),
    ),
    Event(
        id="operation:bbbbbbbb",
        type="operation",
        label="Operation Grey Heron",
        operation=HERON,
        mentions=(told(FIRST, "Operation Grey Heron", "operation"),),
    ),
    Event(
        id="trafficking:dddddddd",
        type="trafficking",
        label="40 kg of cocaine smuggled",
        status=Status.ALLEGED,
        when=FEBRUARY,
        quantities=(KILOGRAMS,),
        mentions=(told(FIRST, "smuggled", "trafficking", (QUIST_SPEAKS,)),),
    ),
)

SAMPLE = Graph(
    generator="eventgraph 0.1.0",
    title="Harbour",
    documents=(FIRST, SECOND),
    times=(
        TimeExpression(*at(FIRST, "Tuesday"), type=TimexType.DATE, value="2024-03-12", edtf="2024-03-12"),
        TimeExpression(*at(FIRST, "February"), type=TimexType.DATE, value="2024-02", edtf="2024-02"),
    ),
    entities=ENTITIES,
    events=EVENTS,
    relations=(
        Relation(
            id="holds_position:ffffffff",
            type="holds_position",
            subject=QUIST,
            object=POLICE,
            label="Chief",
            mentions=(Span(*at(FIRST, "Chief Ada Quist")),),
        ),
    ),
    links=(
        Link(
            left=Span(*at(FIRST, "Ada Quist")).mention_id,
            right=Span(*at(SECOND, "Quist")).mention_id,
            verdict=Verdict.SAME,
            score=0.9,
            by="surname and title",
            because="Both are Chief, of agencies that share a place.",
        ),
    ),
    problems=(Problem("broken.jsonl:3", "not JSON: line skipped"),),
)
