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

from eventgraph.export.rdf import quads, to_rdflib
from eventgraph.export.rdf_terms import prefixes
from eventgraph.model import Graph
from eventgraph.pipeline import BuildOptions, build

DATA = Path(__file__).parent.parent.parent / "data"

pytestmark = [pytest.mark.model, pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")]


@pytest.fixture(scope="module")
def built() -> Iterator[Graph]:
    """The graph of the sample articles."""
    with TemporaryDirectory() as folder:
        yield build([DATA], Path(folder), BuildOptions(jobs=1))


@pytest.fixture(scope="module")
def store(built: Graph) -> ox.Store:
    """Its RDF in an engine."""
    filled = ox.Store()
    filled.extend(quads(built))
    return filled


def ids(store: ox.Store, pattern: str) -> set[str]:
    """The ids of the events for which a pattern holds."""
    found = store.query(
        f"SELECT DISTINCT ?id {{ ?e a eg:Event ; dct:identifier ?id . {pattern} }}",
        prefixes=prefixes(),
        use_default_graph_as_union=True,
    )
    assert isinstance(found, ox.QuerySolutions)
    return {row["id"].value for row in found}


def test_it_conforms(built: Graph) -> None:
    """The RDF keeps every rule of the shapes, and no literal is wrong for its type."""
    data = rdflib.Graph()
    for triple in to_rdflib(built).triples((None, None, None)):
        data.add(triple)
    assert not [o for o in data.objects() if isinstance(o, rdflib.Literal) and o.ill_typed]
    shapes = resources.files("eventgraph.export").joinpath("shapes.ttl").read_text(encoding="utf-8")
    conforms, _, report = pyshacl.validate(data, shacl_graph=shapes, shacl_graph_format="turtle")
    assert conforms, report


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
