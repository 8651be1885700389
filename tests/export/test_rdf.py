"""RDF of the sample graph: the model, the files, and what other tools read in them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from eventgraph.errors import UsageError
from eventgraph.export.rdf import (
    quads,
    render_jsonld,
    render_nquads,
    render_trig,
    render_turtle,
    to_rdflib,
    write_jsonld,
    write_nquads,
    write_trig,
    write_turtle,
)
from eventgraph.export.rdf_terms import KINDS, ONTOLOGY, VOCABULARIES, prefixes, term
from eventgraph.model import Graph, Link, Participant, Relation, Span, Speaker
from eventgraph.schema import load_schema
from eventgraph.vocabulary import (
    Basis,
    ClaimAbout,
    ClaimState,
    Confidence,
    PlaceBasis,
    PlaceRelation,
    Precision,
    PublishedBasis,
    Status,
    Verdict,
)
from samples import (
    ENTITIES,
    EVENTS,
    FIRST,
    HERON,
    LARNBY,
    POLICE,
    QUIST,
    QUIST_SPEAKS,
    SAMPLE,
    SECOND,
    at,
)

ARREST, DISCOVERY, HEARING, _, TRAFFICKING = EVENTS
SECOND_POLICE = Span(*at(SECOND, "Police"))
FACTS = ox.NamedNode("https://example.org/kg/graph/facts")
WRITERS = [write_turtle, write_trig, write_nquads, write_jsonld]

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")

Write = Callable[[Graph, Path], None]


def store(graph: Graph = SAMPLE) -> ox.Store:
    """The graph in an engine."""
    filled = ox.Store()
    filled.extend(quads(graph))
    return filled


def iri(node: object) -> str:
    """The IRI of a node, which must be one."""
    assert isinstance(node, ox.NamedNode)
    return node.value


def ask(pattern: str, graph: Graph = SAMPLE) -> bool:
    """Whether a pattern holds in the graph."""
    return bool(
        store(graph).query(f"ASK {{ {pattern} }}", prefixes=prefixes(), use_default_graph_as_union=True)
    )


MODEL = """
event:arrest:aaaaaaaa a eg:Event, eg:Arrest, sem:Event ; eg:eventType eg:Arrest
event:arrest:aaaaaaaa sem:hasActor entity:agency:port-authority-police
event:arrest:aaaaaaaa sem:hasPlace entity:location:larnby
event:arrest:aaaaaaaa sem:subEventOf event:operation:bbbbbbbb
event:arrest:aaaaaaaa eg:partOfEvent event:operation:bbbbbbbb
event:arrest:aaaaaaaa eg:operation entity:operation:grey-heron
event:arrest:aaaaaaaa sem:hasLatestEndTimeStamp "2024-03-12"^^xsd:date ; eg:latestDay 19794
event:arrest:aaaaaaaa prov:hadPrimarySource ?d . ?d dct:publisher/foaf:name 'Harbour Post'
event:arrest:aaaaaaaa eg:participation ?p . ?p eg:role eg:patient ; eg:participantText 'people'
event:arrest:aaaaaaaa eg:quantity ?q . ?q eg:lowerBound 12.0 ; eg:unit 'people'
event:arrest:aaaaaaaa eg:quantity/eg:qualifier 'at least' ; eg:placement/eg:placeRelation eg:in
event:trafficking:dddddddd rdfs:label 'Alleged: 40 kg of cocaine smuggled' ; eg:status eg:alleged
event:trafficking:dddddddd eg:edtf "2024-02"^^edtf:EDTF ; eg:precision eg:month
event:trafficking:dddddddd eg:basis eg:publication ; eg:datedBy/nif:anchorOf 'February'
event:discovery:cccccccc eg:confidence eg:weak ; eg:aggregate false
?c a eg:Claim ; eg:claimFor event:arrest:aaaaaaaa ; eg:about eg:aboutQuantity ; eg:claimedValue '14'
?c eg:claimedValue '14' ; eg:claimState eg:other ; prov:hadPrimarySource/eg:origin 'later.html'
?c eg:claimState eg:chosen ; eg:saidBy entity:official:ada-quist ; eg:saidByText 'Chief Ada Quist'
?x a eg:Evidence ; eg:evidenceFor event:trafficking:dddddddd ; eg:saidBy entity:official:ada-quist
?x eg:sentence/nif:anchorOf ?words FILTER(CONTAINS(?words, 'allegedly smuggled'))
entity:official:ada-quist a eg:Official, foaf:Person ; foaf:name 'Ada Quist'
entity:official:ada-quist skos:altLabel 'Quist' ; eg:holdsPosition entity:agency:port-authority-police
?m a org:Membership ; org:member entity:official:ada-quist ; org:organization ?o ; eg:title 'Chief'
entity:location:larnby a sem:Place ; gaf:denotedBy/nif:anchorOf 'Larnby'
entity:person:mia-rowe eg:protected true ; eg:attribute ?a . ?a eg:key 'age' ; eg:attributeValue '9'
eg:Arrest a skos:Concept ; skos:prefLabel 'Arrest'@en
eg:Arrest skos:broader/skos:prefLabel 'Enforcement'@en ; rdfs:subClassOf eg:Event
?m a eg:TimeExpression ; nif:anchorOf 'Tuesday' ; eg:timexType 'DATE' ; eg:timexValue '2024-03-12'
run:build prov:used document:1111111111111111
graph:1111111111111111 prov:wasDerivedFrom document:1111111111111111 ; prov:wasGeneratedBy run:build
?c a eg:Claim ; eg:claimedValue '14' ; eg:claimedNumber 14.0
?x eg:evidenceFor event:arrest:aaaaaaaa ; eg:toldAs eg:Arrest
eg:Arrest skos:definition "Somebody is taken into custody, held or detained."@en
eg:Arrest skos:broader/skos:definition ?words FILTER(LANG(?words) = 'en')
eg:patient skos:prefLabel ?label ; skos:definition ?words
run:build prov:wasAssociatedWith/rdfs:label 'eventgraph 0.1.0'
"""


@pytest.mark.parametrize("pattern", MODEL.strip().splitlines())
def test_the_model(pattern: str) -> None:
    """What the graph says is found where the ontology puts it."""
    assert ask(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "event:trafficking:dddddddd a sem:Event",
        "event:hearing:eeeeeeee a sem:Event",
        "event:hearing:eeeeeeee sem:hasLatestEndTimeStamp|eg:latestDay|sem:hasEarliestEndTimeStamp ?d",
        "event:discovery:cccccccc eg:edtf|eg:precision|sem:hasEarliestBeginTimeStamp ?d",
        "?e sem:hasActor|sem:hasPlace|sem:subEventOf ?x FILTER NOT EXISTS { ?e a sem:Event }",
        "?c eg:status ?s FILTER NOT EXISTS { ?c a eg:Event }",
        "?s ?p ?o FILTER(ISBLANK(?s) || ISBLANK(?o))",
    ],
)
def test_what_the_model_does_not_say(pattern: str) -> None:
    """An allegation is no fact, an open bound no date, an undated event has none; there is no blank node."""
    assert not ask(pattern)


def unsure(left: Span, right: Span, score: float = 0.5) -> Link:
    """A link that nothing settles."""
    return Link(
        left=left.mention_id,
        right=right.mention_id,
        verdict=Verdict.UNSURE,
        score=score,
        by="surname",
        because=f"They share {score}.",
    )


def test_doubts_are_between_what_their_mentions_ended_in() -> None:
    """One for each pair, the surest; none about one thing, nor about mentions that are nobody's."""
    police, quist, again = Span(*at(FIRST, "Port Authority Police")), ENTITIES[2].mentions[0], SECOND_POLICE
    graph = replace(
        SAMPLE,
        links=(
            unsure(police, quist, 0.25),
            unsure(quist, again, 0.75),
            unsure(police, again),
            unsure(ARREST.mentions[0], DISCOVERY.mentions[0]),
            unsure(quist, Span(FIRST.id, 0, 3)),
        ),
    )
    found = store(graph).query(
        "SELECT ?a ?b ?score ?why { ?d a eg:Doubt ; eg:between ?a, ?b ; eg:score ?score ; eg:because ?why "
        "FILTER(STR(?a) < STR(?b)) }",
        prefixes=prefixes(),
        use_default_graph_as_union=True,
    )
    assert isinstance(found, ox.QuerySolutions)
    assert {tuple(value.value.rpartition("/")[2] for value in row) for row in found} == {
        (POLICE, QUIST, "0.75", "They share 0.75."),
        (ARREST.id, DISCOVERY.id, "0.5", "They share 0.5."),
    }


def test_a_chain_of_speakers_keeps_its_order() -> None:
    """Who is nearest to what is said, and which words are whose; the plain properties are there as well."""
    crew = Speaker(*at(FIRST, "Port Authority Police"), text="Port Authority Police", entity=POLICE)
    chained = replace(TRAFFICKING.mentions[0], said_by=(crew, QUIST_SPEAKS))
    graph = replace(SAMPLE, events=(replace(TRAFFICKING, mentions=(chained,)),))
    for pattern in (
        "?x eg:speaker ?s . ?s a eg:Speaker ; eg:speakerPlace 1 ; eg:speakerText 'Port Authority Police'",
        "?s eg:speakerPlace 2 ; eg:speakerEntity entity:official:ada-quist ; gaf:denotedBy ?words",
        "?x a eg:Evidence ; eg:saidBy entity:official:ada-quist, entity:agency:port-authority-police",
    ):
        assert ask(pattern, graph)
    assert not ask("?x eg:speaker ?s")


@pytest.mark.parametrize(
    ("about", "value", "pattern"),
    [
        (ClaimAbout.WHEN, "2024-03", 'eg:claimedDate "2024-03"^^edtf:EDTF'),
        (ClaimAbout.QUANTITY, "12.5", "eg:claimedNumber 12.5"),
        (ClaimAbout.QUANTITY, "at least 12", None),
        (ClaimAbout.PLACE, "12", None),
    ],
)
def test_claims_have_typed_values(about: ClaimAbout, value: str, pattern: str | None) -> None:
    """A date is one in RDF, too, and so is a number that is nothing more; the words are there in any case."""
    claim = replace(ARREST.claims[0], about=about, value=value)
    graph = replace(SAMPLE, events=(replace(ARREST, claims=(claim,), related=()),))
    assert ask(f"?c eg:claimedValue '{value}'", graph)
    assert ask(f"?c {pattern or 'eg:claimedDate|eg:claimedNumber ?x'}", graph) is bool(pattern)


def test_a_copy_is_no_source() -> None:
    """A document that only repeats a passage is evidence of the event, but no source of it."""
    first, *others = ARREST.mentions
    copied = replace(ARREST, mentions=(first, *(replace(told, repeat=True) for told in others)))
    graph = replace(SAMPLE, events=(copied,))
    copy = f"document:{others[0].document}"
    assert ask(f"?x a eg:Evidence ; prov:hadPrimarySource {copy}", graph)
    assert not ask(f"?e a eg:Event ; prov:hadPrimarySource {copy}", graph)
    assert ask(f"?e a eg:Event ; prov:hadPrimarySource document:{first.document}", graph)


def test_an_alleged_deed_has_participations_only() -> None:
    """Who is said to have done it is kept, but SEM says nothing of it."""
    accused = Participant(*at(FIRST, "Ada Quist"), role="agent", text="Ada Quist", entity=QUIST)
    graph = replace(SAMPLE, events=(replace(TRAFFICKING, participants=(accused,)),))
    assert ask("?e eg:participation ?p . ?p eg:participant entity:official:ada-quist", graph)
    assert not ask("?e sem:hasActor ?x", graph)


@pytest.mark.parametrize("role", ["topic", "instrument"])
def test_what_is_spoken_of_is_no_actor(role: str) -> None:
    """A topic or an instrument takes part without being an actor."""
    spoken_of = Participant(*at(FIRST, "Ada Quist"), role=role, text="Ada Quist", entity=QUIST)
    graph = replace(SAMPLE, events=(replace(DISCOVERY, participants=(spoken_of,)),))
    assert ask(f"?e eg:participation ?p . ?p eg:role eg:{role} ; eg:participant ?x", graph)
    assert not ask("?e sem:hasActor ?x", graph)


@pytest.mark.parametrize(
    ("changes", "plain", "membership"),
    [
        ({}, True, True),
        ({"qualifier": "acting"}, True, True),
        ({"qualifier": "former"}, False, True),
        ({"qualifier": "incoming"}, False, True),
        ({"object": LARNBY}, False, True),
        ({"status": Status.ALLEGED}, False, False),
    ],
)
def test_a_plain_relation_is_a_fact_that_lasts(
    changes: dict[str, str],
    plain: bool,  # noqa: FBT001 (a table)
    membership: bool,  # noqa: FBT001 (a table)
) -> None:
    """A former post is no present one, an alleged one no membership; the relation itself is always there."""
    relation: Relation = replace(SAMPLE.relations[0], **changes)  # type: ignore[arg-type]
    graph = replace(SAMPLE, relations=(relation,))
    assert ask("?r a eg:Relation ; eg:subject ?s ; eg:object ?o", graph)
    assert ask("?s eg:holdsPosition ?o", graph) is plain
    assert ask("?r a org:Membership", graph) is membership


def test_a_place_is_no_body_to_be_a_member_of() -> None:
    """The mayor of a town holds a post there; the town is no organisation."""
    graph = replace(SAMPLE, relations=(replace(SAMPLE.relations[0], object=LARNBY),))
    assert ask("?r a org:Membership ; eg:object ?place", graph)
    assert not ask("?r org:organization ?place", graph)


def test_a_number_counted_twice_is_two_quantities() -> None:
    """The same words may count for two events; each has its own node, so that roles do not mix."""
    shared = replace(ARREST.quantities[0], role="topic")
    graph = replace(SAMPLE, events=(ARREST, replace(DISCOVERY, quantities=(shared,))))
    found = store(graph).query(
        "SELECT ?q { ?q a eg:Quantity ; eg:value 12.0 ; dct:identifier ?i }",
        prefixes=prefixes(),
        use_default_graph_as_union=True,
    )
    assert isinstance(found, ox.QuerySolutions)
    assert len(list(found)) == 2


def test_each_source_has_its_own_graph() -> None:
    """Facts in one graph; mentions, sentences and claims in that of their document and nowhere else."""
    found: dict[str, set[str]] = {}
    for quad in quads(SAMPLE):
        kind = iri(quad.subject).removeprefix("https://example.org/kg/").partition("/")[0]
        found.setdefault(iri(quad.graph_name).rpartition("/")[2], set()).add(kind)
    assert set(found) == {"facts", "1111111111111111", "2222222222222222"}
    assert {"mention", "sentence", "claim", "evidence"} <= found["1111111111111111"]
    assert not {"mention", "sentence", "claim", "evidence"} & found["facts"]


def test_turtle_reads_like_a_chronology(snapshot: Callable[[str, str], None]) -> None:
    """The facts in Turtle: events by their dates, each with its participants and numbers below it."""
    snapshot("".join(render_turtle(SAMPLE)), "graph.ttl")


def test_every_format_holds_the_same() -> None:
    """TriG, N-Quads and JSON-LD hold the very quads of the graph; Turtle holds the facts."""
    expected = set(quads(SAMPLE))
    assert set(ox.parse("".join(render_trig(SAMPLE)), format=ox.RdfFormat.TRIG)) == expected
    assert set(ox.parse("".join(render_nquads(SAMPLE)), format=ox.RdfFormat.N_QUADS)) == expected
    assert set(ox.parse(render_jsonld(SAMPLE), format=ox.RdfFormat.JSON_LD)) == expected
    facts = {quad.triple for quad in expected if quad.graph_name == FACTS}
    assert {
        quad.triple for quad in ox.parse("".join(render_turtle(SAMPLE)), format=ox.RdfFormat.TURTLE)
    } == facts


def test_json_ld_needs_no_network() -> None:
    """The context is an object in the file itself, not an address."""
    assert isinstance(json.loads(render_jsonld(SAMPLE))["@context"], dict)


@pytest.mark.parametrize("write", WRITERS)
def test_files_are_the_same_bytes_each_time(write: Write, tmp_path: Path) -> None:
    """Two writings are equal, in UTF-8 with Unix line ends."""
    write(SAMPLE, tmp_path / "one")
    write(SAMPLE, tmp_path / "two")
    content = (tmp_path / "one").read_bytes()
    assert content == (tmp_path / "two").read_bytes()
    assert b"\r" not in content
    assert content.endswith(b"\n")


def test_n_quads_are_sorted() -> None:
    """One quad a line, in order, none twice."""
    lines = list(render_nquads(SAMPLE))
    assert lines == sorted(set(lines))


def test_loading_twice_adds_nothing() -> None:
    """Without blank nodes the same file is the same graph."""
    filled = store()
    before = len(filled)
    filled.load("".join(render_trig(SAMPLE)).encode(), format=ox.RdfFormat.TRIG)
    assert len(filled) == before


def test_adding_a_document_changes_no_iri() -> None:
    """What the second document adds leaves every quad of the first one's graph as it was."""
    first = replace(SAMPLE, documents=(FIRST,))
    alone = {quad for quad in quads(first) if iri(quad.graph_name).endswith(FIRST.id)}
    together = {quad for quad in quads(SAMPLE) if iri(quad.graph_name).endswith(FIRST.id)}
    assert alone == together


def test_rdflib_reads_the_same() -> None:
    """Every quad and prefix is there, and rdflib finds none of its literals wrong."""
    dataset = to_rdflib(SAMPLE)
    assert len(dataset) == len(set(quads(SAMPLE)))
    assert dict(dataset.namespaces())["eg"] == rdflib.URIRef(ONTOLOGY)
    wrong = [
        o for _, _, o in dataset.triples((None, None, None)) if isinstance(o, rdflib.Literal) and o.ill_typed
    ]
    assert not wrong


def test_both_engines_answer_alike() -> None:
    """The same rows from rdflib and pyoxigraph for a question over dates, people and sources."""
    sparql = (
        "SELECT ?id ?day ?name { ?e a eg:Event ; dct:identifier ?id ; eg:earliestDay ?day "
        "OPTIONAL { ?e sem:hasActor/foaf:name ?name } FILTER(?day > 19000) }"
    )
    rows = store().query(sparql, prefixes=prefixes(), use_default_graph_as_union=True)
    assert isinstance(rows, ox.QuerySolutions)
    theirs = {tuple(value.value if value else None for value in row) for row in rows}
    found: Iterable[tuple[object, ...]] = to_rdflib(SAMPLE).query(sparql)  # type: ignore[assignment]
    ours = {tuple(str(value) if value else None for value in row) for row in found}
    assert ours == theirs
    assert len(ours) == 3


@pytest.mark.parametrize("base", ["https://kg.example/", "urn:kg#", "https://kg.example/x#"])
def test_another_base(base: str) -> None:
    """Every IRI of the graph's own lies below the base that was asked for."""
    own = {iri(quad.subject) for quad in quads(SAMPLE, base)}
    assert all(name.startswith((base, ONTOLOGY)) for name in own)
    assert set(ox.parse("".join(render_trig(SAMPLE, base)), format=ox.RdfFormat.TRIG)) == set(
        quads(SAMPLE, base)
    )


@pytest.mark.parametrize("base", ["", "kg/", "https://kg.example", "https://kg example/"])
def test_a_base_that_cannot_be(base: str) -> None:
    """A base that is relative, holds a space or does not end a level is refused."""
    with pytest.raises(UsageError):
        list(quads(SAMPLE, base))


def test_prefixes_do_not_collide() -> None:
    """Kinds of thing and vocabularies share no prefix."""
    assert not set(KINDS) & set(VOCABULARIES)
    with pytest.raises(UsageError, match="nope"):
        term("nope:Thing")


def ontology() -> rdflib.Graph:
    """The ontology that ships with the package."""
    text = resources.files("eventgraph.export").joinpath("ontology.ttl").read_text(encoding="utf-8")
    return rdflib.Graph().parse(data=text, format="turtle")


def test_the_ontology_knows_every_term() -> None:
    """Each term of ours in the data is declared in the ontology, or is a type or role of schema.toml."""
    schema = load_schema()
    concepts = {kind.rdf for kind in schema.event.values()} | {role.rdf for role in schema.role.values()}
    declared = {str(subject) for subject in ontology().subjects()} | {term(each).value for each in concepts}
    declared |= {f"{ONTOLOGY}family{family.capitalize()}" for family in schema.family}
    used = {
        node.value
        for quad in quads(SAMPLE)
        for node in (quad.subject, quad.predicate, quad.object)
        if isinstance(node, ox.NamedNode) and node.value.startswith(ONTOLOGY)
    }
    assert used
    assert used <= declared


def test_the_ontology_says_what_other_terms_are_used_for() -> None:
    """Each class and property of another vocabulary has a note, RDF's own few apart."""
    notes = set(ontology().subjects(rdflib.SKOS.scopeNote))
    used = {quad.predicate.value for quad in quads(SAMPLE)} | {
        iri(quad.object) for quad in quads(SAMPLE) if quad.predicate.value == str(rdflib.RDF.type)
    }
    own = (ONTOLOGY, str(rdflib.RDF), str(rdflib.RDFS))
    assert {term for term in used if not term.startswith(own)} == {str(note) for note in notes}


def test_the_ontology_lists_every_value() -> None:
    """Each value of a closed list is an individual of its class, and there are no others."""
    graph = ontology()
    lists = {
        "Status": Status,
        "Basis": Basis,
        "Precision": Precision,
        "Confidence": Confidence,
        "PlaceRelation": PlaceRelation,
        "PlaceBasis": PlaceBasis,
        "ClaimState": ClaimState,
        "PublishedBasis": PublishedBasis,
    }
    for name, values in lists.items():
        members = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(ONTOLOGY + name)))
        assert members == {rdflib.URIRef(ONTOLOGY + value.value) for value in values}, name
    about = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"{ONTOLOGY}ClaimAbout")))
    assert about == {rdflib.URIRef(f"{ONTOLOGY}about{value.value.capitalize()}") for value in ClaimAbout}


def test_the_ontology_explains_every_term() -> None:
    """Each term has a label and a comment."""
    graph = ontology()
    own = {subject for subject in graph.subjects() if str(subject).startswith(ONTOLOGY)}
    assert own
    unexplained = {
        subject
        for subject in own
        if not (graph.value(subject, rdflib.RDFS.comment) and graph.value(subject, rdflib.RDFS.label))
    }
    assert not unexplained


def test_relations_of_the_schema_are_in_the_ontology() -> None:
    """The plain property of each relation, and the class of each entity, is declared or from outside."""
    declared = {str(subject) for subject in ontology().subjects()}
    schema = load_schema()
    terms = [each.rdf for each in schema.relation.values()] + [each.rdf for each in schema.entity.values()]
    ours = {term(each).value for each in terms if each.startswith("eg:")}
    assert ours <= declared


def test_the_sample_is_not_trivial() -> None:
    """The tests above would prove nothing of an empty graph."""
    assert {POLICE, HERON} <= {entity.id for entity in SAMPLE.entities}
    assert isinstance(SAMPLE.relations[0].mentions[0], Span)
