"""Relations on small records made by hand: between whom, of which type, under which title."""

from __future__ import annotations

import msgspec
import pytest

from eventgraph.evaluate.layout import EntityRecord, Meta, Record, RelationRecord
from eventgraph.evaluate.relations import score_relations
from eventgraph.evaluate.tally import Tally

Counts = tuple[int, int, int]

TEXT = (
    "Orla Finch, director of the Harbour Inspectorate, met the Tidal Office. "
    "The Inspectorate and the Office share a ship, the Grey Seal."
)


def named(words: str, entity: str) -> EntityRecord:
    """A name in the text."""
    start = TEXT.index(words)
    return EntityRecord(start, start + len(words), id=entity)


GOLD = Record(
    id="a",
    text=TEXT,
    entities=(
        named("Orla Finch", "finch"),
        named("Harbour Inspectorate", "inspectorate"),
        named("Tidal Office", "office"),
        msgspec.structs.replace(named("Grey Seal", "seal"), optional=True),
    ),
)

# The program has other ids, and other words for one of the names.
OUTPUT = Record(
    id="a",
    entities=(
        named("Orla Finch", "official:1"),
        named("the Harbour Inspectorate", "agency:1"),
        named("Tidal Office", "agency:2"),
        named("Grey Seal", "agency:3"),
        msgspec.structs.replace(named("The Inspectorate", "agency:4"), mention="NOM"),
    ),
)


def post(
    subject: str, agency: str | None, label: str, qualifier: str = "", status: str = "happened"
) -> RelationRecord:
    """A post that is held."""
    return RelationRecord(
        type="holds_position", subject=subject, object=agency, label=label, qualifier=qualifier, status=status
    )


def between(kind: str, subject: str, other: str) -> RelationRecord:
    """Any other relation."""
    return RelationRecord(type=kind, subject=subject, object=other)


DIRECTOR = post("finch", "inspectorate", "director")
PART = between("part_of", "office", "inspectorate")
TOGETHER = between("works_with", "office", "inspectorate")


def scores(
    gold: tuple[RelationRecord, ...] | msgspec.UnsetType,
    output: tuple[RelationRecord, ...],
    measure: str = "right",
    end: int | None = None,
) -> Tally | None:
    """One measure of the relations of these records."""
    wanted = msgspec.structs.replace(GOLD, relations=gold, meta=Meta(full_annotation_end=end))
    found = msgspec.structs.replace(OUTPUT, relations=output)
    return score_relations(wanted, found).get(("relations", measure))


@pytest.mark.parametrize(
    ("gold", "output", "counts"),
    [
        (DIRECTOR, post("official:1", "agency:1", "Director"), (1, 1, 1)),
        (DIRECTOR, post("official:1", "agency:1", "acting director"), (1, 1, 1)),
        (post("finch", None, "head of the watch"), post("official:1", None, "chief of the watch"), (1, 1, 1)),
        (post("finch", None, "head of the watch"), post("official:1", None, "chief of the guard"), (0, 1, 1)),
        (DIRECTOR, post("official:1", "agency:1", ""), (0, 1, 1)),
        (post("finch", "inspectorate", ""), post("official:1", "agency:1", "director"), (1, 1, 1)),
        (DIRECTOR, post("official:1", "agency:2", "director"), (0, 1, 1)),
        (DIRECTOR, post("official:1", None, "director"), (0, 1, 1)),
        (post("finch", None, "director"), post("official:1", "agency:1", "director"), (0, 1, 1)),
        (post("finch", None, "director"), post("official:1", None, "director"), (1, 1, 1)),
        (DIRECTOR, post("official:1", "agency:4", "director"), (0, 1, 1)),
        (PART, between("part_of", "agency:2", "agency:1"), (1, 1, 1)),
        (PART, between("part_of", "agency:1", "agency:2"), (0, 1, 1)),
        (PART, between("works_with", "agency:2", "agency:1"), (0, 1, 1)),
        (TOGETHER, between("works_with", "agency:1", "agency:2"), (1, 1, 1)),
        (TOGETHER, between("works_with", "agency:2", "agency:3"), (0, 0, 1)),
        (between("works_with", "office", "seal"), between("works_with", "agency:2", "agency:3"), (0, 0, 0)),
    ],
)
def test_one_against_one(gold: RelationRecord, output: RelationRecord, counts: Counts) -> None:
    """Type and ends are those of the gold, of a post a word of the title, too; optional ends do not count."""
    assert scores((gold,), (output,)) == Tally(*counts)


@pytest.mark.parametrize(
    ("measure", "counts"),
    [
        ("right", (2, 4, 3)),
        ("qualifier, of right", (1, 2, 2)),
        ("status, of right", (1, 1, 1)),
        ("holds_position", (1, 2, 2)),
        ("works_with", (1, 2, 1)),
    ],
)
def test_many_against_many(measure: str, counts: Counts) -> None:
    """Each is right once; qualifier and status are asked of those that are right, where the gold has them."""
    gold = (
        post("finch", "inspectorate", "director", "former", "alleged"),
        post("finch", "office", "clerk"),
        between("works_with", "office", "inspectorate"),
    )
    output = (
        post("official:1", "agency:1", "director", "", "alleged"),
        post("official:1", None, "sailor"),
        between("works_with", "agency:1", "agency:2"),
        between("works_with", "agency:2", "agency:1"),
    )
    assert scores(gold, output, measure) == Tally(*counts)


def test_the_one_that_agrees_more_is_taken() -> None:
    """Of two that are right, the one with the qualifier of the gold stands for it."""
    gold = (post("finch", "inspectorate", "director", "former"),)
    output = (
        post("official:1", "agency:1", "director", "former"),
        post("official:1", "agency:1", "director"),
    )
    for given in (output, output[::-1]):
        assert scores(gold, given, "qualifier, of right") == Tally(1, 1, 1)
        assert scores(gold, given) == Tally(1, 2, 1)


def test_optional_relations() -> None:
    """An optional relation is neither asked for nor held against the output; a false one is."""
    gold = (msgspec.structs.replace(between("part_of", "office", "inspectorate"), optional=True),)
    assert scores(gold, (between("part_of", "agency:2", "agency:1"),)) == Tally(0, 0, 0)
    assert scores(gold, (between("part_of", "agency:1", "agency:2"),)) == Tally(0, 1, 0)


def test_only_what_was_labelled_in_full_counts() -> None:
    """What is told beyond the end of the labels is passed over, and so is what is named only there."""
    gold = (between("works_with", "finch", "office"), between("works_with", "finch", "inspectorate"))
    output = (
        msgspec.structs.replace(between("works_with", "official:1", "agency:1"), start=TEXT.index("share")),
        between("works_with", "official:1", "agency:2"),
        between("works_with", "agency:1", "official:1"),
    )
    assert scores(gold, output, end=TEXT.index("met")) == Tally(1, 1, 1)


def test_gold_that_labels_no_relations() -> None:
    """Without a list of relations nothing is asked; an empty one says that there are none."""
    output = (between("works_with", "agency:1", "agency:2"),)
    assert scores(msgspec.UNSET, output) is None
    assert scores((), output) == Tally(0, 1, 0)
    assert scores((RelationRecord(type="located"),), output) is None, "another layout"
    assert scores((between("works_with", "office", "inspectorate"),), ()) == Tally(0, 0, 1)
