"""The schema agrees with itself and with the design."""

from __future__ import annotations

from eventgraph.schema import load_schema


def test_the_types_of_entities_and_relations_are_those_of_the_design() -> None:
    """Six types of entities, five roles, six relations."""
    schema = load_schema()
    assert set(schema.entity) == {"agency", "operation", "official", "location", "organisation", "person"}
    assert set(schema.role) == {"agent", "patient", "recipient", "instrument", "topic"}
    assert set(schema.relation) == {
        "holds_position",
        "part_of",
        "located_in",
        "member_of",
        "took_part_in",
        "works_with",
    }


def test_terms_are_distinct() -> None:
    """No two event types, entity types or roles share an RDF term."""
    schema = load_schema()
    terms = [
        t.rdf for table in (schema.entity, schema.event, schema.role, schema.relation) for t in table.values()
    ]
    assert len(terms) == len(set(terms))


def test_every_family_has_types() -> None:
    """A family without a type would be a colour without a meaning."""
    schema = load_schema()
    assert {event.family for event in schema.event.values()} == set(schema.family)


def test_every_definition_is_one_plain_sentence() -> None:
    """Whatever the schema names is defined, in words of its own, with nothing that would break a table."""
    schema = load_schema()
    tables = (schema.entity, schema.role, schema.relation, schema.family, schema.event)
    definitions = [each.definition for table in tables for each in table.values()]
    assert len(definitions) == len(set(definitions))
    for text in definitions:
        assert text[0].isupper()
        assert text.endswith(".")
        assert not set(text) & set("|<>*_`")
