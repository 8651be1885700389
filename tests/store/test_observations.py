"""Observations kept by content."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from eventgraph.model import (
    Argument,
    Document,
    EventMention,
    Link,
    Mention,
    Observations,
    Quantity,
    Span,
    When,
)
from eventgraph.store.observations import ObservationStore, key_of
from eventgraph.vocabulary import Basis, Precision, Verdict

DOCUMENT = Document(id="d", origin="a.txt", text="Police arrested 12.", published=date(2024, 3, 14))
DAY = date(2024, 3, 12)
OBSERVED = Observations(
    document=DOCUMENT,
    sentences=(Span("d", 0, 19),),
    mentions=(Mention("d", 0, 6, type="agency", name="Police"),),
    events=(
        EventMention(
            "d",
            7,
            15,
            type="arrest",
            lemma="arrest",
            sentence=Span("d", 0, 19),
            when=When(
                begin=(DAY, DAY), end=(None, DAY), precision=Precision.DAY, edtf="x", basis=Basis.CONTEXT
            ),
            arguments=(Argument("d", 0, 6, role="agent", mention=Span("d", 0, 6)),),
            quantities=(Quantity("d", 16, 18, value=Decimal(12), low=Decimal(12), high=None),),
        ),
    ),
    links=(Link(left="a", right="b", verdict=Verdict.SAME, score=0.5, by="x", because="y"),),
)


def test_what_is_put_is_got(tmp_path: Path) -> None:
    """Observations come back equal, also from a file opened anew."""
    with ObservationStore(tmp_path / "cache") as store:
        store.put("key", OBSERVED)
        assert store.get("key") == OBSERVED
        assert store.get("other") is None
    with ObservationStore(tmp_path / "cache") as store:
        assert store.get("key") == OBSERVED


def test_what_is_no_longer_wanted_goes(tmp_path: Path) -> None:
    """Only the keys named are kept."""
    with ObservationStore(tmp_path / "cache") as store:
        for key in "abc":
            store.put(key, OBSERVED)
        store.keep_only(["a", "z"])
        assert [store.get(key) is not None for key in "abc"] == [True, False, False]


@pytest.mark.parametrize("content", [b"no database", b""])
def test_a_broken_file_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    """A cache that is no database costs nothing but its content."""
    (tmp_path / "cache").write_bytes(content)
    with ObservationStore(tmp_path / "cache") as store:
        store.put("key", OBSERVED)
        assert store.get("key") == OBSERVED


def test_a_broken_entry_counts_as_none(tmp_path: Path) -> None:
    """An entry that cannot be read is observed again."""
    with ObservationStore(tmp_path / "cache") as store:
        store._connection.execute("INSERT INTO observations VALUES ('key', x'00')")
        assert store.get("key") is None


@pytest.mark.parametrize(
    "other",
    [
        replace(DOCUMENT, text="Police arrested 13."),
        replace(DOCUMENT, published=None),
        replace(DOCUMENT, id="e"),
        replace(DOCUMENT, publisher="Post"),
    ],
)
def test_the_key_depends_on_the_document(other: Document) -> None:
    """Another text, date or name is another key; the same is the same."""
    assert key_of(DOCUMENT, "model 1") == key_of(replace(DOCUMENT), "model 1")
    assert key_of(other, "model 1") != key_of(DOCUMENT, "model 1")
    assert key_of(DOCUMENT, "model 2") != key_of(DOCUMENT, "model 1")


def test_damage_found_late_costs_the_content_only(tmp_path: Path) -> None:
    """A file that is damaged behind its head is begun anew when that shows, and works again."""
    path = tmp_path / "cache"
    with ObservationStore(path) as store:
        for number in range(400):
            store.put(f"{number}", OBSERVED)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))
    with ObservationStore(path) as store:
        assert [store.get(f"{number}") for number in range(400)] == [None] * 400
        store.put("key", OBSERVED)
        store.keep_only(["key"])
        assert store.get("key") == OBSERVED


def test_a_file_of_another_make_is_begun_anew(tmp_path: Path) -> None:
    """A database with other columns is no reason to fail."""
    connection = sqlite3.connect(tmp_path / "cache")
    connection.execute("CREATE TABLE observations (other TEXT)")
    connection.close()
    with ObservationStore(tmp_path / "cache") as store:
        assert store.get("key") is None
        store.put("key", OBSERVED)
        assert store.get("key") == OBSERVED


def test_a_cache_that_cannot_be_made_is_an_error_of_the_system(tmp_path: Path) -> None:
    """The message names the file."""
    (tmp_path / "cache").mkdir()
    with pytest.raises(OSError, match="cache"):
        ObservationStore(tmp_path / "cache")
