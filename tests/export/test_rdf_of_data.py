"""The RDF of the sample articles as they are built: it conforms, and every event leads to its sources."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

from eventgraph.export.rdf import render_nquads
from eventgraph.export.rdf_facts import NO_ACTORS
from eventgraph.export.rdf_reading import read_rdf
from eventgraph.export.rdf_terms import prefixes
from eventgraph.graph.protect import protect
from eventgraph.graph.wire import load
from eventgraph.model import Graph
from eventgraph.pipeline import BuildOptions, build
from eventgraph.times.edtf_text import read_edtf
from eventgraph.vocabulary import FACTS
from held import held

DATA = Path(__file__).parent.parent.parent / "data"

pytestmark = [pytest.mark.model, pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Where the sample articles are built."""
    with TemporaryDirectory() as name:
        build([DATA], Path(name), BuildOptions(jobs=1))
        yield Path(name)


@pytest.fixture(scope="module")
def built(folder: Path) -> Graph:
    """The graph that the RDF shows."""
    return protect(load(folder))


@pytest.fixture(scope="module")
def store(folder: Path) -> ox.Store:
    """Its RDF in an engine, read from the file."""
    filled = ox.Store()
    filled.load(path=str(folder / "graph.trig"), format=ox.RdfFormat.TRIG)
    return filled


@pytest.fixture(scope="module")
def dataset(built: Graph) -> rdflib.Dataset:
    """The same in the other engine."""
    return built.to_rdflib()


def ids(store: ox.Store, pattern: str) -> set[str]:
    """The ids of the events for which a pattern holds."""
    found = store.query(
        f"SELECT DISTINCT ?id {{ ?e a eg:Event ; dct:identifier ?id . {pattern} }}",
        prefixes=prefixes(),
        use_default_graph_as_union=True,
    )
    assert isinstance(found, ox.QuerySolutions)
    return {row["id"].value for row in found}


def test_it_conforms(dataset: rdflib.Dataset) -> None:
    """The RDF keeps every rule of the shapes, by a SHACL engine."""
    data = rdflib.Graph()
    for triple in dataset.triples((None, None, None)):
        data.add(triple)
    shapes = resources.files("eventgraph.export").joinpath("shapes.ttl").read_text(encoding="utf-8")
    conforms, _, report = pyshacl.validate(data, shacl_graph=shapes, shacl_graph_format="turtle")
    assert conforms, report


def test_no_literal_is_wrong_for_rdflib(dataset: rdflib.Dataset) -> None:
    """It takes every value for what its datatype says."""
    literals = {o for _, _, o in dataset.triples((None, None, None)) if isinstance(o, rdflib.Literal)}
    assert len(literals) > 1000
    assert not [literal for literal in literals if literal.ill_typed]


@pytest.mark.parametrize("datatype", ["date", "integer", "decimal", "boolean", "nonNegativeInteger"])
def test_no_literal_is_wrong_for_the_engine(datatype: str, store: ox.Store) -> None:
    """What it makes of the characters of a value is the value, in the one form that counts as canonical."""
    cast = "integer" if datatype == "nonNegativeInteger" else datatype
    rows = store.query(
        f"SELECT DISTINCT ?o {{ ?s ?p ?o FILTER(DATATYPE(?o) = xsd:{datatype}) "
        f"FILTER(!COALESCE(xsd:{cast}(STR(?o)) = ?o && STR(xsd:{cast}(STR(?o))) = STR(?o), false)) }}",
        prefixes=prefixes(),
        use_default_graph_as_union=True,
    )
    assert isinstance(rows, ox.QuerySolutions)
    assert [row["o"].value for row in rows] == []


def test_every_edtf_is_read(store: ox.Store) -> None:
    """Each is a date as the program itself reads EDTF, with the first and last day that stand beside it."""
    rows = store.query(
        "SELECT DISTINCT ?date ?first ?last { ?e a eg:Event ; eg:edtf ?date "
        "OPTIONAL { ?e sem:hasEarliestBeginTimeStamp ?first } "
        "OPTIONAL { ?e sem:hasLatestEndTimeStamp ?last } }",
        prefixes=prefixes(),
        use_default_graph_as_union=True,
    )
    assert isinstance(rows, ox.QuerySolutions)
    found = [tuple(value.value if value else None for value in row) for row in rows]
    assert len(found) > 20
    for edtf, first, last in found:
        when = read_edtf(edtf or "")
        days = [day.isoformat() if day else None for day in (when.earliest, when.latest)]
        assert days == [first, last], edtf


def test_another_build_is_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    """Of the RDF, and of what is exported from it."""
    build([DATA], tmp_path, BuildOptions(jobs=1))
    for name in ("graph.ttl", "graph.trig"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()
    once, again = (list(render_nquads(load(where))) for where in (folder, tmp_path))
    assert once == again


def test_loading_twice_adds_nothing(folder: Path, store: ox.Store, dataset: rdflib.Dataset) -> None:
    """The engine counts as many quads after a second loading, rdflib as many after reading the file, too."""
    counted = len(store)
    assert counted == len(dataset)
    data = (folder / "graph.trig").read_bytes()
    store.load(data, format=ox.RdfFormat.TRIG)
    dataset.parse(data=data, format="trig")
    assert (len(store), len(dataset)) == (counted, counted)


def test_the_graph_comes_back(folder: Path, built: Graph) -> None:
    """Every document, time expression, entity, event and relation, from the file."""
    assert read_rdf(folder / "graph.trig") == held(built)


def test_every_event_leads_to_its_sentence(built: Graph, store: ox.Store) -> None:
    """From each event to the words that tell it, the sentence around them and the document they stand in."""
    pattern = (
        "?e gaf:denotedBy ?m ; prov:hadPrimarySource ?d . ?m nif:sentence ?s ; nif:anchorOf ?words . "
        "?s nif:anchorOf ?sentence ; nif:referenceContext ?d . ?d eg:origin ?origin ; nif:isString ?text "
        "FILTER(CONTAINS(?sentence, ?words) && CONTAINS(?text, ?sentence))"
    )
    assert ids(store, pattern) == {event.id for event in built.events}


def test_every_date_leads_to_its_words(built: Graph, store: ox.Store) -> None:
    """Each dated event has its date and the words that say it; no undated event has a bound."""
    dated = {event.id for event in built.events if event.when}
    assert dated
    assert ids(store, "?e eg:edtf ?date ; eg:datedBy/nif:anchorOf ?words ; eg:dateText ?words") == dated
    bounds = "sem:hasEarliestBeginTimeStamp|sem:hasLatestEndTimeStamp|eg:earliestDay|eg:latestDay"
    assert ids(store, f"?e {bounds} ?bound") <= dated


def test_every_participant_is_reached(built: Graph, store: ox.Store) -> None:
    """Each event that somebody takes part in leads to them, as an entity or in words."""
    taken = {event.id for event in built.events if event.participants}
    pattern = "?e eg:participation/(eg:participant/rdfs:label|eg:participantText) ?who"
    assert ids(store, pattern) == taken


def test_every_place_is_reached(built: Graph, store: ox.Store) -> None:
    """Each event that happened somewhere leads there, as an entity or in words, and to the words."""
    somewhere = {event.id for event in built.events if event.places}
    pattern = (
        "?e eg:placement ?p . ?p eg:place/rdfs:label|eg:placeText ?where ; gaf:denotedBy/nif:anchorOf ?words"
    )
    assert ids(store, pattern) == somewhere


def test_every_event_leads_to_its_document(built: Graph, store: ox.Store) -> None:
    """By its evidence, and to no document that it is not told in."""
    rows = store.query(
        "SELECT ?id ?document "
        "{ ?x eg:evidenceFor/dct:identifier ?id ; prov:hadPrimarySource/dct:identifier ?document }",
        prefixes=prefixes(),
        use_default_graph_as_union=True,
    )
    assert isinstance(rows, ox.QuerySolutions)
    found = {(row["id"].value, row["document"].value) for row in rows}
    assert found == {(event.id, told.document) for event in built.events for told in event.mentions}


def test_actors_of_facts_are_reached(built: Graph, store: ox.Store) -> None:
    """By SEM alone, for facts alone."""
    expected = {
        event.id
        for event in built.events
        if event.status in FACTS
        for each in event.participants
        if each.entity and not each.entity.startswith("operation:") and each.role not in NO_ACTORS
    }
    assert expected
    assert ids(store, "?e sem:hasActor/rdfs:label ?who") == expected
