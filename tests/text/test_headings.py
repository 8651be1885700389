"""Headers of tables, by their words."""

from __future__ import annotations

import pytest

from eventgraph.events.entries import load_entries
from eventgraph.lexicon import load_lexicon
from eventgraph.schema import load_schema
from eventgraph.text.headings import bracketed, counted_type, heading_of, names_columns


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Date", "date"),
        ("**Date:**", "date"),
        ("Date and time", "date"),
        ("Date / place", ""),
        ("City or town", "place"),
        ("Location of the raid", "place"),
        ("Incident type", "event"),
        ("By whom", "agency"),
        ("Defendant", "suspect"),
        ("Type of weapon", ""),
        ("Mood", ""),
        ("", ""),
    ],
)
def test_kinds(header: str, kind: str) -> None:
    """A header says what its column holds by all its words; two different things are none."""
    assert heading_of(header) == kind


@pytest.mark.parametrize(
    ("header", "type_"),
    [
        ("Arrests", "arrest"),
        ("Number of people arrested", "arrest"),
        ("No. of deaths", "death"),
        ("Seized (kg)", "seizure"),
        ("Date", ""),
    ],
)
def test_counts(header: str, type_: str) -> None:
    """What a number below a header counts, without the words that say nothing."""
    assert counted_type(header) == type_


def test_brackets() -> None:
    """A unit may stand behind a header."""
    assert (bracketed("Seized (kg)"), bracketed("Seized"), heading_of("Place (town)")) == ("kg", "", "place")


def test_headers_beyond_doubt() -> None:
    """Two known headers, all of them short and none a number."""
    assert names_columns(["Date", "City", "Mood"])
    assert not names_columns(["Date", "Mood"])
    assert not names_columns(["Date", "City", "3 May"])
    assert not names_columns(["Date", "City", "a word and many more that go on and on"])


def test_the_lexicon_agrees_with_the_schema() -> None:
    """Types, families and roles of the list are those of the program; no header has two meanings."""
    table, schema = load_lexicon("tables"), load_schema()
    assert {*table["counts"], *table["cells"]} <= {*load_entries()}
    assert {*table["own"]["types"]} <= {*schema.event}
    for part in table["roles"].values():
        assert {*part["families"]} <= {*schema.family}
        assert {*part.get("types", ())} <= {*schema.event}
        assert part["role"] in schema.role
    assert {*table["types"].values()} <= {*schema.entity}
    headers = [header for words in table["headers"].values() for header in words]
    assert len(headers) == len({*headers})
    counted = [header for words in table["counts"].values() for header in words]
    assert len(counted) == len({*counted})
