"""The fast check of a build's RDF, held against a SHACL engine: both find the same, whatever is broken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib import resources
from operator import attrgetter
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Triple

from eventgraph.errors import ConfigError, GraphBroken
from eventgraph.export import publish
from eventgraph.export.rdf import quads, render_trig, write_trig
from eventgraph.export.rdf_check import Check, Fault
from eventgraph.export.rdf_shapes import SH, Rule, load_shapes, shapes_of
from eventgraph.export.rdf_terms import RDF, XSD, prefixes
from eventgraph.export.rdf_turtle import grouped
from eventgraph.model import Claim, EventWhen, Graph, Link, Participant, RelatedEvent, Relation, Span
from eventgraph.vocabulary import ClaimAbout, ClaimState, EventRelation, Verdict
from samples import EVENTS, FIRST, POLICE, QUIST_SPEAKS, SAMPLE, SECOND, TUESDAY, at

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")

COPIES = tuple(replace(event, id=f"{event.id}-2") for event in EVENTS)

Found = set[tuple[str, str]]
"""Nodes, each with the path of a rule that it breaks, "" for a rule of the whole shape."""

NOWHERE = NamedNode("https://example.org/kg/nowhere")
OTHER_KIND = Literal("2024-03", datatype=XSD["gYearMonth"])


def full() -> Graph:
    """The sample with one of everything that there are rules for."""
    arrest, *others = EVENTS
    dated = Claim(*at(FIRST, "Tuesday"), about=ClaimAbout.WHEN, value="2024-03-12", state=ClaimState.CHOSEN)
    part = replace(arrest.quantities[0], id="part", part_of=arrest.quantities[0].id)
    crew = replace(QUIST_SPEAKS, text="Police", entity=POLICE)
    told = replace(arrest.mentions[0], said_by=(QUIST_SPEAKS, crew))
    when: EventWhen = replace(TUESDAY, anchor=Span(*at(FIRST, "February")))
    related = tuple(RelatedEvent(relation=each, event=EVENTS[3].id) for each in EventRelation)
    arrest = replace(
        arrest,
        related=related,
        when=when,
        claims=(*arrest.claims, dated),
        quantities=(*arrest.quantities, part),
        mentions=(told, *arrest.mentions[1:]),
        participants=(*arrest.participants, Participant(*at(FIRST, "Larnby"), role="topic", text="Larnby")),
    )
    doubt = Link(
        left=Span(*at(FIRST, "Port Authority Police")).mention_id,
        right=Span(*at(SECOND, "Quist")).mention_id,
        verdict=Verdict.UNSURE,
        score=0.5,
        by="rule",
        because="They may be.",
    )
    post: Relation = replace(SAMPLE.relations[0], when=when)
    return replace(SAMPLE, events=(arrest, *others), relations=(post,), links=(doubt,))


@cache
def whole() -> tuple[Triple, ...]:
    """Its triples, all graphs as one."""
    return tuple(dict.fromkeys(quad.triple for quad in quads(full())))


def fast(triples: Iterable[Triple]) -> list[Fault]:
    """What the check of a build finds."""
    check = Check(prefixes())
    for subject, properties in grouped(triples):
        check.see(subject, properties)
    return list(check.faults())


def as_found(faults: Iterable[Fault]) -> Found:
    """Faults as nodes and paths."""
    paths = ((fault.node.value, fault.rule) for fault in faults)
    return {(node, f"{'^' * rule.inverse}{rule.path.value}" if rule else "") for node, rule in paths}


@cache
def shapes() -> rdflib.Graph:
    """The shapes for the SHACL engine."""
    text = resources.files("eventgraph.export").joinpath("shapes.ttl").read_text(encoding="utf-8")
    return rdflib.Graph().parse(data=text, format="turtle")


def by_shacl(triples: Iterable[Triple]) -> Found:
    """What pySHACL finds."""
    lines = "".join(f"{triple} .\n" for triple in triples)
    data = rdflib.Graph().parse(data=lines, format="nt")
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes())
    assert isinstance(results, rdflib.Graph)
    shacl = rdflib.Namespace(SH.iri)
    found = set()
    for result in results.subjects(rdflib.RDF.type, shacl.ValidationResult):
        path = results.value(result, shacl.resultPath)
        inner = results.value(path, shacl.inversePath)
        words = f"^{inner}" if inner else str(path or "")
        found.add((str(results.value(result, shacl.focusNode)), words))
    return found


def test_the_sample_conforms_to_both() -> None:
    """Nothing is wrong to begin with."""
    assert fast(whole()) == []
    assert by_shacl(whole()) == set()


Change = Callable[[Rule, Triple], Iterator[Triple]]
"""What stands in the place of a triple so that a rule is broken."""


def another(value: object) -> Literal | NamedNode:
    """A second value of the same kind."""
    if isinstance(value, NamedNode):
        return NamedNode(f"{value.value}-2")
    assert isinstance(value, Literal)
    flag = "true" if value.value == "false" else "false"
    words = {XSD["date"]: "1999-01-01", XSD["boolean"]: flag, XSD["decimal"]: "0.125"}
    number = "7" if value.datatype in {XSD["integer"], XSD["nonNegativeInteger"]} else "again"
    written = words.get(value.datatype, number)
    return (
        Literal(written, language=value.language)
        if value.language
        else Literal(written, datatype=value.datatype)
    )


def last(value: object) -> Literal:
    """A value of the same kind after all others."""
    assert isinstance(value, Literal)
    return Literal("9000-01-01" if value.datatype == XSD["date"] else "99999999", datatype=value.datatype)


CHANGES: dict[str, tuple[Callable[[Rule], object], Change]] = {
    "none": (lambda rule: rule.least, lambda _, __: iter(())),
    "too many": (
        lambda rule: rule.most and not rule.inverse,
        lambda _, t: iter((t, Triple(t.subject, t.predicate, another(t.object)))),
    ),
    "wrong datatype": (
        lambda rule: rule.datatype,
        lambda _, t: iter((Triple(t.subject, t.predicate, OTHER_KIND),)),
    ),
    "wrong form": (
        lambda rule: rule.datatype in {XSD["date"], XSD["integer"], XSD["decimal"], XSD["boolean"]},
        lambda rule, t: iter((Triple(t.subject, t.predicate, Literal("2024-03", datatype=rule.datatype)),)),
    ),
    "wrong kind": (
        lambda rule: rule.kind,
        lambda rule, t: iter(
            (Triple(t.subject, t.predicate, Literal("x") if rule.kind == SH["IRI"] else NOWHERE),)
        ),
    ),
    "wrong class": (
        lambda rule: rule.classes and not rule.inverse,
        lambda _, t: iter((Triple(t.subject, t.predicate, NOWHERE),)),
    ),
    "not in the list": (
        lambda rule: rule.one_of,
        lambda _, t: iter((Triple(t.subject, t.predicate, NOWHERE),)),
    ),
    "out of order": (
        lambda rule: rule.below or rule.at_most,
        lambda _, t: iter((Triple(t.subject, t.predicate, last(t.object)),)),
    ),
    "out of bounds": (
        lambda rule: rule.high,
        lambda _, t: iter((Triple(t.subject, t.predicate, last(t.object)),)),
    ),
}
"""Ways to break rules: which rules each is for, and what becomes of a triple with the rule's path."""


def broken(wanted: Callable[[Rule], object], change: Change) -> tuple[list[Triple], Found]:
    """The sample with one triple changed for each rule that is wanted, and which paths were broken."""
    changed: dict[Triple, list[Triple]] = {}
    paths = set()
    for shape in load_shapes():
        nodes = {
            t.subject
            for t in whole()
            if t.predicate in shape.with_properties
            or (t.predicate == RDF["type"] and t.object in shape.of_classes)
        }
        for rule in filter(wanted, shape.rules):
            node = attrgetter("object" if rule.inverse else "subject")
            found = [t for t in whole() if t.predicate == rule.path and node(t) in nodes]
            many = Counter(map(node, found))
            triple = min(found, key=lambda t: many[node(t)])
            changed.setdefault(triple, list(change(rule, triple)))
            paths.add((node(triple).value, f"{'^' * rule.inverse}{rule.path.value}"))
    return [new for old in whole() for new in changed.get(old, [old])], paths


@pytest.mark.parametrize("name", CHANGES)
def test_each_rule_is_checked(name: str) -> None:
    """Each rule of the shapes, broken in each way that it can be, is found by both, and nothing else is."""
    triples, paths = broken(*CHANGES[name])
    assert paths
    found = as_found(fast(triples))
    assert paths <= found
    assert found == by_shacl(triples)


WRONG: dict[str, tuple[str, str]] = {
    "an allegation that is a fact": ("", "event:trafficking:dddddddd a sem:Event"),
    "a fact that is alleged, too": ("", "event:arrest:aaaaaaaa eg:status eg:alleged"),
    "an actor of an allegation": ("", "event:trafficking:dddddddd sem:hasActor entity:official:ada-quist"),
    "an actor that is none": ("", "event:arrest:aaaaaaaa sem:hasActor entity:operation:grey-heron"),
    "a participant in two events": (
        "event:arrest:aaaaaaaa eg:participation ?p",
        "event:hearing:eeeeeeee eg:participation ?p",
    ),
    "a participant of no event": ("?e eg:participation ?p", ""),
    "a participant without a name": ("?p eg:participantText ?words", ""),
    "a participant with both": ("", "?p eg:participantText 'police' . ?p eg:participant ?who"),
    "a place with both": ("", "?p eg:placeText 'here' . ?p eg:place ?where"),
    "an event without a sentence": ("?x eg:sentence ?s", ""),
    "an event without a source": ("event:hearing:eeeeeeee prov:hadPrimarySource ?d", ""),
    "a document without a text": ("document:2222222222222222 a nif:Context", ""),
    "an end before the beginning": (
        "?e sem:hasLatestEndTimeStamp ?day",
        '?e sem:hasLatestEndTimeStamp "1999-01-01"^^xsd:date',
    ),
    "a date that no calendar has": (
        "?d dct:issued ?day",
        '?d dct:issued "2024-02-30"^^xsd:date',
    ),
    "a mention of no length": ("?m nif:endIndex ?n", "?m nif:endIndex ?begin . ?m nif:beginIndex ?begin"),
    "a membership that is no relation": ("?r a eg:Relation", ""),
    "a doubt about one thing": ("?d eg:between entity:agency:port-authority-police", ""),
    "an event type of nowhere": ("eg:Arrest skos:inScheme ?s", "eg:Arrest skos:inScheme eg:elsewhere"),
}
"""What can be wrong with a graph as a person would say it: what is taken out of the RDF, and put in."""


def wrong(taken: str, put: str) -> list[Triple]:
    """The triples with one match of what is taken out away, and with the first triple of what is put in.

    The other patterns of what is put in must be there already.
    """
    added, *there = put.split(" . ")
    where = " . ".join(filter(None, (taken, *there)))
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in whole())
    store.update(
        f"DELETE {{ {taken} }} INSERT {{ {added} }} WHERE {{ "
        f"{{ SELECT * {{ {where} }} ORDER BY ?e ?p ?m ?x ?d ?r LIMIT 1 }} }}",
        prefixes=prefixes(),
    )
    return [quad.triple for quad in store]


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_found(name: str) -> None:
    """Both find the same in a graph that is wrong in one way."""
    triples = wrong(*WRONG[name])
    found = as_found(fast(triples))
    assert found
    assert found == by_shacl(triples)


def test_rdf_that_does_not_conform_is_not_written(tmp_path: Path) -> None:
    """The error says what is wrong; neither a file alone nor any of a build's is there afterwards."""
    unnamed = replace(SAMPLE, entities=(replace(SAMPLE.entities[0], name=""), *SAMPLE.entities[1:]))
    words = r"entity:agency:port-authority-police rdfs:label has 0 values, not at least 1 \(EntityShape\)"
    with pytest.raises(GraphBroken, match=words):
        write_trig(unnamed, tmp_path / "graph.trig")
    with pytest.raises(GraphBroken):
        publish(unnamed, unnamed, tmp_path / "output")
    assert [*tmp_path.rglob("*.trig"), *tmp_path.rglob("*.json")] == []


def test_only_the_first_faults_are_told() -> None:
    """An error is no report."""
    unnamed = replace(SAMPLE, events=tuple(replace(event, label="") for event in (*EVENTS, *COPIES)))
    with pytest.raises(GraphBroken) as error:
        "".join(render_trig(unnamed))
    assert str(error.value).count(";") == 4
    assert str(error.value).endswith("(and more)")


@pytest.mark.parametrize(
    "addition",
    [
        "sh:property [ sh:path eg:value ; sh:minLength 3 ]",
        "sh:sparql [ ]",
        "sh:property [ sh:path [ sh:zeroOrMorePath eg:value ] ]",
    ],
)
def test_a_rule_that_would_not_be_checked_is_refused(addition: str) -> None:
    """What the check does not know of SHACL cannot stand in the shapes."""
    text = resources.files("eventgraph.export").joinpath("shapes.ttl").read_text(encoding="utf-8")
    with pytest.raises(ConfigError, match="does not know"):
        shapes_of(f"{text}\neg:X a sh:NodeShape ; sh:targetClass eg:Event ; {addition} .")
