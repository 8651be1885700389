"""Laws of the RDF, for the sample and for graphs made up by hypothesis: it conforms and reads back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventgraph.export.rdf import quads, render_jsonld, render_nquads, render_trig, to_rdflib
from eventgraph.export.rdf_terms import prefixes
from eventgraph.model import (
    Attribute,
    Claim,
    DayPair,
    Document,
    Entity,
    EntityMention,
    Event,
    EventEvidence,
    EventPlace,
    EventQuantity,
    EventWhen,
    Graph,
    Participant,
    RelatedEvent,
    Relation,
    Span,
    Speaker,
)
from eventgraph.schema import load_schema
from eventgraph.vocabulary import (
    Basis,
    ClaimAbout,
    ClaimState,
    Confidence,
    EventRelation,
    PlaceBasis,
    PlaceRelation,
    Precision,
    Status,
)
from samples import EVENTS, SAMPLE

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")

CHARACTERS = st.characters(exclude_categories=["Cs"])
WORDS = st.text(CHARACTERS, min_size=1, max_size=12)
TEXTS = st.text(CHARACTERS, min_size=10, max_size=60)
DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9990, 1, 1))
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=3)


@st.composite
def spans(draw: st.DrawFn, documents: list[Document]) -> Span:
    """A stretch of one of the documents."""
    document = draw(st.sampled_from(documents))
    start = draw(st.integers(0, len(document.text) - 1))
    return Span(document.id, start, draw(st.integers(start + 1, len(document.text))))


@st.composite
def whens(draw: st.DrawFn, documents: list[Document]) -> EventWhen:
    """A date: a day, a stretch, or open at one end."""
    first = draw(DAYS)
    latest_begin = first + timedelta(days=draw(st.integers(0, 400)))
    last = latest_begin + timedelta(days=draw(st.integers(0, 400)))
    begin: DayPair = draw(
        st.sampled_from([(first, latest_begin), (None, latest_begin), (first, None), (None, None)])
    )
    end: DayPair = draw(st.sampled_from([(first, last), (None, last), (None, None)]))
    return EventWhen(
        span=draw(spans(documents)),
        text=draw(WORDS),
        edtf=draw(WORDS),
        earliest=begin[0],
        latest=end[1],
        begin=begin,
        end=end,
        precision=draw(st.sampled_from(Precision)),
        basis=draw(st.sampled_from(Basis)),
        approximate=draw(st.booleans()),
        anchor=draw(st.none() | spans(documents)),
    )


@st.composite
def events(draw: st.DrawFn, documents: list[Document], entities: list[Entity], ids: list[str]) -> Event:
    """An event with a little of everything."""

    def at(**details: object) -> dict[str, Any]:
        span = draw(spans(documents))
        return {"document": span.document, "start": span.start, "end": span.end} | details

    entity = st.none() | st.sampled_from([each.id for each in entities])
    told = draw(st.lists(spans(documents), min_size=1, max_size=2))
    low, high = sorted([draw(NUMBERS), draw(NUMBERS)])
    speaker = Speaker(**at(text=draw(WORDS), entity=draw(entity)))
    operations = [each.id for each in entities if each.type == "operation"]
    return Event(
        id="",
        type=draw(st.sampled_from(["arrest", "operation", "killing", "event"])),
        label=draw(WORDS),
        status=draw(st.sampled_from(Status)),
        confidence=draw(st.sampled_from(Confidence)),
        aggregate=draw(st.booleans()),
        operation=draw(st.none() | st.sampled_from(operations)) if operations else None,
        when=draw(st.none() | whens(documents)),
        participants=tuple(
            Participant(**at(role=role, text=draw(WORDS), entity=draw(entity)))
            for role in draw(st.lists(st.sampled_from(sorted(load_schema().role)), max_size=2))
        ),
        places=(
            EventPlace(
                **at(
                    relation=draw(st.sampled_from(PlaceRelation)),
                    basis=draw(st.sampled_from(PlaceBasis)),
                    text=draw(WORDS),
                    entity=draw(entity),
                )
            ),
        ),
        quantities=(
            EventQuantity(
                **at(
                    id=draw(WORDS), role="patient", what=draw(WORDS), value=draw(st.none() | NUMBERS),
                    low=low, high=high, unit="people", qualifier="", part_of=None, text=draw(WORDS),
                )
            ),
        ),
        mentions=tuple(
            EventEvidence(
                span.document, span.start, span.end,
                type="arrest", by="verb", sentence=(span.start, span.end), said_by=(speaker,),
            )
            for span in told
        ),
        related=tuple(
            RelatedEvent(relation=relation, event=draw(st.sampled_from(ids)))
            for relation in draw(st.lists(st.sampled_from(EventRelation), max_size=1))
        ),
        claims=(
            Claim(
                **at(
                    about=draw(st.sampled_from(ClaimAbout)), value=draw(WORDS),
                    state=draw(st.sampled_from(ClaimState)), published=draw(st.none() | DAYS),
                    said_by=(speaker,),
                )
            ),
        ),
        attributes=(Attribute(**at(key="age", value=draw(WORDS))),),
    )  # fmt: skip


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """A graph whose references hold, with texts, names and ids of any characters."""
    ids = ["1" * 16, "2" * 16]
    documents = [
        Document(id=name, origin=draw(WORDS), text=draw(TEXTS), published=draw(st.none() | DAYS))
        for name in ids
    ]
    entities = []
    for name in draw(st.lists(WORDS, min_size=1, max_size=3, unique=True)):
        span, kind = draw(spans(documents)), draw(st.sampled_from(sorted(load_schema().entity)))
        mention = EntityMention(span.document, span.start, span.end, repeat=draw(st.booleans()))
        entities.append(Entity(id=f"{kind}:{name}", type=kind, name=name, mentions=(mention,)))
    names = draw(st.lists(WORDS, min_size=1, max_size=2, unique=True))
    made = [replace(draw(events(documents, entities, names)), id=name) for name in names]
    relations = st.sampled_from(sorted(load_schema().relation))
    some = st.sampled_from([each.id for each in entities])
    status = draw(st.sampled_from(Status))
    relation = Relation(
        id="r", type=draw(relations), subject=draw(some), object=draw(st.none() | some), status=status
    )
    return Graph(
        title=draw(WORDS),
        documents=tuple(documents),
        entities=tuple(entities),
        events=tuple(made),
        relations=(relation,),
    )


FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@cache
def shapes() -> rdflib.Graph:
    """The shapes that ship with the package."""
    text = resources.files("eventgraph.export").joinpath("shapes.ttl").read_text(encoding="utf-8")
    return rdflib.Graph().parse(data=text, format="turtle")


def faults(graph: Graph) -> str:
    """What SHACL finds wrong with the RDF of a graph, "" for nothing."""
    return faults_of(to_rdflib(graph).triples((None, None, None)))


def faults_of(triples: Iterable[Any]) -> str:
    """What SHACL finds wrong with some triples, "" for nothing."""
    data = rdflib.Graph()
    for triple in triples:
        data.add(triple)
    conforms, _, report = pyshacl.validate(data, shacl_graph=shapes())
    return "" if conforms else str(report)


def test_the_sample_conforms() -> None:
    """The RDF of the sample keeps every rule of the shapes; undated events are no fault."""
    assert faults(SAMPLE) == ""


@given(graphs())
@settings(FEW, max_examples=10)
def test_any_graph_conforms(graph: Graph) -> None:
    """Whatever the graph holds, its RDF keeps every rule of the shapes."""
    assert faults(graph) == ""


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("event:arrest:aaaaaaaa", "eg:status", "eg:alleged"),
        ("event:trafficking:dddddddd", "rdf:type", "sem:Event"),
        ("event:trafficking:dddddddd", "sem:hasActor", "entity:official:ada-quist"),
        ("event:arrest:aaaaaaaa", "sem:hasEarliestBeginTimeStamp", '"2024-03"^^xsd:gYearMonth'),
        ("event:hearing:eeeeeeee", "sem:hasLatestEndTimeStamp", '"2023-01-01"^^xsd:date'),
        ("event:hearing:eeeeeeee", "eg:latestDay", "1"),
        ("mention:1111111111111111-0-1", "rdf:type", "nif:String"),
        ("quantity:x", "rdf:type", "eg:Quantity"),
    ],
)
def test_the_shapes_find_faults(subject: str, predicate: str, value: str) -> None:
    """One wrong triple added to the sample is enough to break a rule."""
    header = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes().items())
    wrong = rdflib.Graph().parse(data=f"{header}{subject} {predicate} {value} .", format="turtle")
    assert faults_of([*to_rdflib(SAMPLE).triples((None, None, None)), *wrong])


@given(graphs())
@FEW
def test_every_format_reads_back(graph: Graph) -> None:
    """TriG, N-Quads and JSON-LD give back every quad, whatever characters are in texts, names and ids."""
    expected = set(quads(graph))
    assert set(ox.parse("".join(render_trig(graph)), format=ox.RdfFormat.TRIG)) == expected
    assert set(ox.parse("".join(render_nquads(graph)), format=ox.RdfFormat.N_QUADS)) == expected
    assert set(ox.parse(render_jsonld(graph), format=ox.RdfFormat.JSON_LD)) == expected


@given(graphs())
@FEW
def test_literals_are_valid_in_two_engines(graph: Graph) -> None:
    """No literal is wrong for its type to rdflib, and the engine computes with every date and number."""
    dataset = to_rdflib(graph)
    literals = {o for _, _, o in dataset.triples((None, None, None)) if isinstance(o, rdflib.Literal)}
    assert not [literal for literal in literals if literal.ill_typed]
    store = ox.Store()
    store.extend(quads(graph))
    wrong = store.query(
        "SELECT ?o { ?s ?p ?o FILTER(DATATYPE(?o) IN (xsd:date, xsd:decimal, xsd:integer)) "
        "FILTER(!COALESCE(?o <= ?o, false)) }",
        prefixes=prefixes(),
        use_default_graph_as_union=True,
    )
    assert isinstance(wrong, ox.QuerySolutions)
    assert not list(wrong)


@given(graphs())
@FEW
def test_no_blank_nodes_and_no_quad_twice(graph: Graph) -> None:
    """Every subject is an IRI, every value an IRI or a literal, and each quad comes once."""
    found = list(quads(graph))
    assert len(found) == len(set(found))
    assert all(isinstance(quad.subject, ox.NamedNode) for quad in found)
    assert not [quad for quad in found if isinstance(quad.object, ox.BlankNode)]


def rows(store: ox.Store, pattern: str, *variables: str) -> set[tuple[str | None, ...]]:
    """The values of some variables of a pattern."""
    found = store.query(
        f"SELECT {' '.join(variables)} {{ {pattern} }}", prefixes=prefixes(), use_default_graph_as_union=True
    )
    assert isinstance(found, ox.QuerySolutions)
    return {tuple(value.value if value else None for value in row) for row in found}


@given(graphs())
@FEW
def test_the_heart_of_the_graph_survives(graph: Graph) -> None:
    """Documents, entities, events and relations come back from TriG: ids, labels, dates, status, texts."""
    store = ox.Store()
    store.load("".join(render_trig(graph)).encode(), format=ox.RdfFormat.TRIG)
    assert rows(
        store,
        "?d a foaf:Document ; dct:identifier ?id ; eg:origin ?origin ; nif:isString ?text "
        "OPTIONAL { ?d dct:issued ?day }",
        *("?id", "?origin", "?text", "?day"),
    ) == {(d.id, d.origin, d.text, d.published.isoformat() if d.published else None) for d in graph.documents}
    assert rows(store, "?e dct:identifier ?id ; rdfs:label ?name ; gaf:denotedBy ?m . ?m nif:beginIndex ?b "
                "FILTER(STRSTARTS(STR(?e), STR(entity:)))", "?id", "?name", "?b") == {
        (e.id, e.name, str(e.mentions[0].start)) for e in graph.entities
    }  # fmt: skip
    assert rows(
        store,
        "?e a eg:Event ; dct:identifier ?id ; rdfs:label ?label ; eg:status ?status "
        "OPTIONAL { ?e eg:edtf ?edtf } OPTIONAL { ?e sem:hasEarliestBeginTimeStamp ?first } "
        "OPTIONAL { ?e sem:hasLatestEndTimeStamp ?last }",
        *("?id", "?label", "?status", "?edtf", "?first", "?last"),
    ) == {core(event) for event in graph.events}
    assert rows(
        store, "?r a eg:Relation ; dct:identifier ?id ; eg:subject/dct:identifier ?s", "?id", "?s"
    ) == {(r.id, r.subject) for r in graph.relations}


def core(event: Event) -> tuple[str | None, ...]:
    """The core fields of an event as SPARQL gives them."""
    when = event.when
    return (
        event.id,
        event.full_label,
        f"https://w3id.org/eventgraph/ns#{event.status.value}",
        when.edtf if when else None,
        when.earliest.isoformat() if when and when.earliest else None,
        when.latest.isoformat() if when and when.latest else None,
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("12", "12"),
        ("12.50", "12.5"),
        ("1E+3", "1000"),
        ("-0.0", "0"),
        ("0.001", "0.001"),
        ("1000", "1000"),
        ("-7.10", "-7.1"),
    ],
)
def test_decimals_have_one_form(value: str, expected: str) -> None:
    """A number is written in the canonical form of xsd:decimal, however it was written in the text."""
    quantity = replace(EVENTS[0].quantities[0], value=Decimal(value))
    graph = replace(SAMPLE, events=(replace(EVENTS[0], quantities=(quantity,)),))
    store = ox.Store()
    store.extend(quads(graph))
    assert rows(store, "?q eg:value ?v", "?v") == {(expected,)}
    assert f'eg:value "{expected}"^^xsd:decimal' in "".join(render_trig(graph))
