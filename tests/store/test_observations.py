"""Observations kept by content."""

from __future__ import annotations

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
