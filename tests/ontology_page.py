"""``docs/ontology.md``, made from ``ontology.ttl``, ``schema.toml`` and one event of the sample articles."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import resources

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode

from eventgraph.export.rdf import named_graphs
from eventgraph.export.rdf_terms import EG, ONTOLOGY, RDF, RDFS, SKOS, VOCABULARIES, Namespace, prefixes
from eventgraph.export.rdf_turtle import Properties, Shortener, grouped, turtle_blocks
from eventgraph.model import Event, Graph
from eventgraph.schema import load_schema
from eventgraph.vocabulary import FACTS, PlaceBasis, PlaceRelation

OWL = Namespace("http://www.w3.org/2002/07/owl#")
MATCHES = {
    RDFS["subClassOf"]: "is a kind of",
    RDFS["subPropertyOf"]: "implies",
    SKOS["closeMatch"]: "close to",
    SKOS["relatedMatch"]: "related to",
}
"""How a term of ours leads to one of another vocabulary, in words."""

Table = Iterator[str]
Node = tuple[NamedNode, Properties]


class Ontology:
    """The ontology, with its terms in the order of the file."""

    def __init__(self) -> None:
        text = resources.files("eventgraph.export").joinpath("ontology.ttl").read_text(encoding="utf-8")
        triples = [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)]
        self.nodes = dict(grouped(triples))
        self.shortener = Shortener(prefixes() | {"owl": OWL.iri})

    def short(self, term: NamedNode) -> str:
        """A term with its prefix, as code."""
        return f"`{self.shortener.compact(term)}`"

    def terms(self, node: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        """The IRIs that a property of a term has."""
        return [value for value in self.nodes[node].get(predicate, []) if isinstance(value, NamedNode)]

    def words(self, node: NamedNode, predicate: NamedNode = RDFS["comment"]) -> str:
        """The text that a property of a term has, "" where it has none."""
        values = self.nodes.get(node, {}).get(predicate, [])
        return next((value.value for value in values if isinstance(value, Literal)), "")

    def of_type(self, *kinds: NamedNode) -> list[NamedNode]:
        """Our terms of some types."""
        ours = (node for node in self.nodes if node.value.startswith(ONTOLOGY))
        return [node for node in ours if set(self.terms(node, RDF["type"])) & set(kinds)]

    def classes(self) -> list[NamedNode]:
        """Our classes, closed lists apart."""
        return [node for node in self.of_type(OWL["Class"]) if not self.of_type(node)]

    def properties(self) -> dict[NamedNode | None, list[NamedNode]]:
        """Our properties by the class that they belong to, None for those of several."""
        found: dict[NamedNode | None, list[NamedNode]] = defaultdict(list)
        for node in self.of_type(OWL["ObjectProperty"], OWL["DatatypeProperty"]):
            found[next(iter(self.terms(node, RDFS["domain"])), None)].append(node)
        return found


def ontology_page(graph: Graph) -> str:
    """The page; the example is an event of the graph."""
    return (
        "\n".join([*_front(), *_example(graph), *_terms(), *_lists(), *_schema(), *_mappings()]).rstrip()
        + "\n"
    )


def _front() -> Table:
    yield "# The ontology"
    yield ""
    yield from _prose(
        "Made by `make docs` from [ontology.ttl](../src/eventgraph/export/ontology.ttl) and `schema.toml`. "
        "The rules are [SHACL shapes](../src/eventgraph/export/shapes.ttl); every build checks its RDF "
        "against them before it is written."
    )
    yield from _prose(
        f"`eg:` is `{ONTOLOGY}`. The IRIs of a graph begin with its base (`build --base`), followed by the "
        "kind of thing and its id in `graph.json`: `event:arrest:1a2b3c4d` is "
        "`https://example.org/kg/event/arrest:1a2b3c4d`. There are no blank nodes. The facts stand in one "
        "named graph, `graph:facts`; what each document says (its text, mentions, sentences, claims) in a "
        "graph of its own, so that to drop a document is to drop a graph. `graph.ttl` holds the facts alone."
    )


def _prose(text: str) -> Table:
    """A paragraph."""
    yield from textwrap.wrap(text, 120, break_long_words=False, break_on_hyphens=False)
    yield ""


# --- an example ------------------------------------------------------------------------------------


def _example(graph: Graph) -> Table:
    event = max(graph.events, key=lambda each: (_is_placed(each), _richness(each), -_length(each), each.id))
    parts = [node for _, triples in named_graphs(graph) for node in grouped(triples)]
    main = NamedNode(f"{graph.base}event/{event.id}")
    merged = _merged(parts)
    near = [main, *_around(main, merged)]
    shortener = Shortener(prefixes(graph.base))
    yield "## One event"
    yield ""
    sentence = " ".join(graph.text_of(event.mentions[0].sentence_span).split())
    yield from _prose(
        f"“{sentence}” That event, as it stands in the graph of the sample articles, with its "
        "participations, its places and numbers, and the evidence for it."
    )
    yield "```mermaid"
    yield "graph LR"
    yield from _drawn(near, merged, shortener)
    yield "```"
    yield ""
    yield "```turtle"
    yield from "".join(turtle_blocks([(node, merged[node]) for node in near], shortener)).strip().splitlines()
    yield "```"
    yield ""


def _is_placed(event: Event) -> bool:
    """Whether it is a fact of which the sentence itself says where."""
    where = (PlaceRelation.IN, PlaceBasis.TEXT)
    return event.status in FACTS and any(
        each.entity and (each.relation, each.basis) == where for each in event.places
    )


def _richness(event: Event) -> int:
    """How many sides of the model an event shows."""
    return sum(
        map(
            bool,
            (
                event.when,
                any(each.entity for each in event.participants),
                any(not each.entity for each in event.participants),
                event.quantities,
                event.operation,
                any(told.said_by for told in event.mentions),
                len(event.mentions) == 1,
                len(event.participants) < 4,
                len(event.quantities) < 3,
            ),
        )
    )


def _length(event: Event) -> int:
    """The code points of the sentence that tells it."""
    start, end = event.mentions[0].sentence
    return end - start


def _merged(parts: Iterable[Node]) -> dict[NamedNode, Properties]:
    """What all graphs say of each node."""
    merged: dict[NamedNode, Properties] = {}
    for subject, properties in parts:
        known = merged.setdefault(subject, {})
        for predicate, values in properties.items():
            known[predicate] = list(dict.fromkeys([*known.get(predicate, []), *values]))
    return merged


DETAILS = ("participation", "placement", "quantity")


def _around(main: NamedNode, merged: dict[NamedNode, Properties]) -> list[NamedNode]:
    """The details of an event, and its evidence."""
    details = [value for name in DETAILS for value in merged[main].get(EG[name], [])]
    evidence = [node for node, said in merged.items() if main in said.get(EG["evidenceFor"], [])]
    return [node for node in (*details, *evidence) if isinstance(node, NamedNode)]


def _drawn(near: list[NamedNode], merged: dict[NamedNode, Properties], shortener: Shortener) -> Table:
    """The nodes as boxes with their labels, their ties as arrows."""
    numbers: dict[NamedNode, str] = {}
    arrows = []
    for node in near:
        for predicate, values in merged[node].items():
            for value in values:
                is_drawn = isinstance(value, NamedNode) and not value.value.startswith(ONTOLOGY)
                if is_drawn and predicate != RDF["type"] and isinstance(value, NamedNode):
                    ends = [numbers.setdefault(one, f"n{len(numbers)}") for one in (node, value)]
                    arrows.append(f"  {ends[0]} -->|{shortener.compact(predicate)}| {ends[1]}")
    for node, number in numbers.items():
        yield f'  {number}["{shortener.compact(node).partition(":")[0]}<br>{_caption(node, merged)}"]'
    yield from arrows


def _caption(node: NamedNode, merged: dict[NamedNode, Properties]) -> str:
    """The words that a box shows."""
    said = merged.get(node, {})
    for predicate in (
        RDFS["label"],
        EG["participantText"],
        EG["quantityText"],
        VOCABULARIES["nif"]["anchorOf"],
    ):
        for value in said.get(predicate, []):
            words = " ".join(value.value.split())
            return (words if len(words) < 40 else f"{words[:37]}...").replace('"', "'")
    role = next((value.value.rpartition("#")[2] for value in said.get(EG["role"], [])), "")
    return role or node.value.rpartition("/")[2].partition(":")[0].partition("-")[0]


# --- the terms -------------------------------------------------------------------------------------


def _terms() -> Table:
    ontology = Ontology()
    properties = ontology.properties()
    yield "## Classes and their properties"
    yield ""
    for kind in ontology.classes():
        above = ontology.terms(kind, RDFS["subClassOf"])
        yield f"### {ontology.shortener.compact(kind)}"
        yield ""
        yield ontology.words(kind) + (f" A kind of {', '.join(map(ontology.short, above))}." if above else "")
        yield ""
        yield from _table(properties.pop(kind, []), ontology)
    listed = {kind: nodes for kind, nodes in properties.items() if kind is not None}
    yield "### Of several classes, or of others' classes"
    yield ""
    yield from _table(
        [node for nodes in [properties.get(None, []), *listed.values()] for node in nodes], ontology
    )


def _table(nodes: list[NamedNode], ontology: Ontology) -> Table:
    if not nodes:
        return
    yield "| property | of | leads to | meaning |"
    yield "| --- | --- | --- | --- |"
    for node in nodes:
        ends = (
            ", ".join(map(ontology.short, ontology.terms(node, RDFS[end]))) for end in ("domain", "range")
        )
        yield f"| {ontology.short(node)} | {' | '.join(ends)} | {ontology.words(node)} |"
    yield ""


def _lists() -> Table:
    ontology = Ontology()
    yield "## Closed lists"
    yield ""
    for kind in ontology.of_type(OWL["Class"]):
        members = ontology.of_type(kind)
        if members:
            yield f"**{ontology.short(kind)}** {ontology.words(kind)}"
            yield ""
            yield "| value | meaning |"
            yield "| --- | --- |"
            yield from (f"| {ontology.short(node)} | {ontology.words(node)} |" for node in members)
            yield ""


def _schema() -> Table:
    schema = load_schema()
    yield "## Event types"
    yield ""
    yield from _prose(
        "Each is a class below `eg:Event`, and a concept with this definition. What it calls its patient "
        "stands last."
    )
    for name, family in schema.family.items():
        yield f"**{family.label}.** {family.definition}"
        yield ""
        yield "| type | class | definition | patient |"
        yield "| --- | --- | --- | --- |"
        for kind, event in schema.event.items():
            if event.family == name:
                yield f"| {kind} | `{event.rdf}` | {event.definition} | {event.patient} |"
        yield ""
    yield "## Roles"
    yield ""
    yield "| role | concept | definition |"
    yield "| --- | --- | --- |"
    yield from (f"| {name} | `{role.rdf}` | {role.definition} |" for name, role in schema.role.items())
    yield ""
    yield "## Relations"
    yield ""
    yield "| relation | property | definition |"
    yield "| --- | --- | --- |"
    yield from (f"| {name} | `{kind.rdf}` | {kind.definition} |" for name, kind in schema.relation.items())
    yield ""


def _mappings() -> Table:
    ontology = Ontology()
    yield "## Other vocabularies"
    yield ""
    yield "These are used as they are:"
    yield ""
    yield "| term | used for |"
    yield "| --- | --- |"
    for node in ontology.nodes:
        note = ontology.words(node, SKOS["scopeNote"])
        if note:
            yield f"| {ontology.short(node)} | {note} |"
    yield ""
    yield "And ours lead to these:"
    yield ""
    yield "| ours | | theirs |"
    yield "| --- | --- | --- |"
    for node in ontology.nodes:
        for predicate, words in MATCHES.items():
            theirs = [term for term in ontology.terms(node, predicate) if not term.value.startswith(ONTOLOGY)]
            if theirs:
                yield f"| {ontology.short(node)} | {words} | {', '.join(map(ontology.short, theirs))} |"
    yield ""
