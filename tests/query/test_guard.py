"""The guard of queries: what only reads is let through, the rest is refused before anything runs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.errors import QueryError, QueryRefused
from eventgraph.query.guard import refuse, tokens

READING = [
    "SELECT * { ?s ?p ?o }",
    "select ?s where { ?s a eg:Arrest } order by ?s limit 3",
    "ASK { ?s rdfs:label 'no SERVICE here' }",
    'ASK { ?s rdfs:label "LOAD <http://example.org/> INTO GRAPH <x>"@en }',
    'ASK { ?s rdfs:label """long, with "quotes" and\nSERVICE <http://example.org/> {}""" }',
    "ASK { ?s rdfs:label '''it's''' }",
    "ASK { ?s rdfs:label '' ; rdfs:comment \"\" }",
    "# SERVICE <http://example.org/> in a comment\nASK { ?s ?p ?o }",
    "SELECT ?service ?load ?from { ?service ?load ?from }",
    "SELECT * { ?s a <https://example.org/service/load#from> }",
    "SELECT * { entity:agency:secret-service ?p ?o ; ?q entity:agency:u.s.-marshals-service }",
    "SELECT * { <https://example.org/it's> ?p ?o }",
    "SELECT * { ?s a <urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6> }",
    "PREFIX x: <http://example.org/> DESCRIBE x:thing",
    "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER(?o<3 && ?o>-1.5e3 || ?o = true) }",
    "SELECT * { ?s ?p ?o FILTER(?a<?b&&?c>?d) }",
    "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s (eg:partOf|^eg:partOf)*/rdfs:label ?o } HAVING (?n > 1)",
    "SELECT * { ?s ?p 'tab\\t and \\u00e9 \\U0001F600' }",
    "SELECT * { ?s ex:a\\-b%20c _:x1 . [] a ex:B ; ex:c ( 1 2 ) }",
    'SELECT * { VALUES (?a ?b) { (UNDEF 1) (eg:a "x"^^xsd:string) } }',
    "SELECT * { ?größe rdfs:label 'Köln' }",
]

REFUSED = [
    "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://127.0.0.1/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o OPTIONAL { SeRvIcE ?where { ?s ?p ?o } } }",
    "SELECT * { SERVICE<http://127.0.0.1/>{} }",
    "SELECT * { SERVICEex:a { ?s ?p ?o } }",
    "SELECT * { SERVICESILENT<http://127.0.0.1/> {} }",
    "SELECT * { ?s ?p trueSERVICE<http://127.0.0.1/> {} }",
    "SELECT * { ?s ?p 1SERVICE<http://127.0.0.1/> {} }",
    "SELECT * { ?s ?p trueSERVICEex:a {} }",
    "SELECT * { ?s ?p ex:a.b.SERVICE<http://127.0.0.1/> {} }",
    "SELECT * { ?s ?p ex:.service ex:a {} }",
    "SELECT * FROM <http://127.0.0.1/> { ?s ?p ?o }",
    "SELECT * FROM NAMED <file:///etc/passwd> { ?s ?p ?o }",
    "LOAD <http://127.0.0.1/>",
    "LOAD SILENT <file:///etc/passwd> INTO GRAPH <urn:g>",
    "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
    "PREFIX x: <urn:x:> DELETE WHERE { ?s ?p ?o }",
    "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "CLEAR ALL",
    "DROP GRAPH <urn:g>",
    "BASE <http://127.0.0.1/> SELECT * { ?s ?p ?o }",
    "SELECT * { ?s ?p ?o }; DROP ALL",
    # What one reader takes for an IRI and another for a comparison that hides the rest.
    "SELECT * { ?a ?b ?c FILTER(?a<ex:b)SERVICE?e#>\n{ ?s ?p ?o } }",
    "SELECT * { ?a ?b ?c FILTER(?a<?b&&'>'=?c) SERVICE <http://127.0.0.1/> {} #'\n }",
    "SELECT * { ?a a <urn:'> . SERVICE <http://127.0.0.1/> {} #'\n }",
    "SELECT * { ?a ?b ?c FILTER(?a<ex:b#>'''\n) SERVICE <http://127.0.0.1/> {} #'''\n }",
    "SELECT * { ?a ?b ?c FILTER(?a<?b)SERVICE?e#>\n{ ?s ?p ?o } }",
]

UNREADABLE = [
    "",
    "hello",
    "{ ?s ?p ?o }",
    "SELECT * { ?s ?p 'not closed }",
    'SELECT * { ?s ?p "wrong \\q escape" }',
    'SELECT * { VALUES ?x { """a" } SERVICE <http://127.0.0.1/> {} #\\q"""\n } }',
    "\\u0053ELECT * { ?s ?p ?o }",
    "SELECT * { ?s ?p '\\ud800' }",
    "SELECT * { ?s ?p \x00 }",
]


@pytest.mark.parametrize("sparql", READING)
def test_reading_is_let_through(sparql: str) -> None:
    """Words in strings, IRIs, comments and names do no harm."""
    refuse(sparql)


@pytest.mark.parametrize("sparql", REFUSED)
def test_more_than_reading_is_refused(sparql: str) -> None:
    """What fetches, loads or changes, or could be read that way, is refused."""
    with pytest.raises(QueryRefused):
        refuse(sparql)


@pytest.mark.parametrize("sparql", UNREADABLE)
def test_in_doubt_nothing_runs(sparql: str) -> None:
    """What cannot be cut into tokens, or is no query, is an error before anything runs."""
    with pytest.raises(QueryError):
        refuse(sparql)


def test_a_refusal_shows_where() -> None:
    """The message has the line, the column, the line itself and a mark below the word."""
    with pytest.raises(QueryRefused) as caught:
        refuse("SELECT *\n{ SERVICE <x:y> {} }")
    assert "line 2, column 3" in str(caught.value)
    assert str(caught.value).endswith("\n  { SERVICE <x:y> {} }\n    ^")


@given(st.text(alphabet=" \n<>'\"\\#{}?:a1./&", max_size=40))
@settings(max_examples=200)
def test_the_tokens_are_the_whole_query(text: str) -> None:
    """Nothing is skipped: the tokens make up the query, or it is refused."""
    try:
        found = [token.group() for token in tokens(text)]
    except QueryError:
        return
    assert "".join(found) == text
    assert all(found)
