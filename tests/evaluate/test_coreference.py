"""Mentions put together: worked examples with figures made by hand, and laws that hold for any."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.evaluate.chains import MUC, Place, chains, compare_chains
from eventgraph.evaluate.coreference import score_coreference
from eventgraph.evaluate.layout import EntityRecord, EventRecord, Meta, Record
from eventgraph.evaluate.tally import Score, Scores, total

MEASURES = ("MUC", "B-cubed", "CEAF-e", "mean")

Clusters = Mapping[str, Sequence[int]]
"""The mentions of each entity, by their number."""


def record(name: str, clusters: Clusters) -> Record:
    """A record with these entities; mention 3 stands at 30 to 35."""
    entities = [
        EntityRecord(10 * number, 10 * number + 5, id=entity)
        for entity, numbers in clusters.items()
        for number in numbers
    ]
    return Record(id=name, text="x" * 1000, entities=tuple(entities))


def summed(scores: Sequence[Scores], layer: str, measure: str) -> Score:
    """One measure over all documents."""
    return total([found[layer, measure] for found in scores])


GOLD = {"a": [1, 2, 3, 4], "b": [5, 6], "c": [7]}
OUTPUT = {"p": [1, 2], "q": [3, 5, 6, 8], "r": [4], "s": [9, 10]}


@pytest.mark.parametrize(
    ("singletons", "measure", "precision", "recall"),
    [
        (False, "MUC", 2 / 5, 2 / 4),
        (False, "B-cubed", 3.25 / 8, 3.25 / 6),
        (False, "CEAF-e", (4 / 3) / 3, (4 / 3) / 2),
        (False, "mean", (0.4 + 0.40625 + 4 / 9) / 3, (0.5 + 3.25 / 6 + 2 / 3) / 3),
        (True, "MUC", 2 / 5, 2 / 4),
        (True, "B-cubed", 4.25 / 9, 3.5 / 7),
        (True, "CEAF-e", (4 / 3) / 4, (4 / 3) / 3),
    ],
)
def test_a_worked_example(singletons: bool, measure: str, precision: float, recall: float) -> None:  # noqa: FBT001 (a column)
    """An entity torn, two run together, mentions that only one side knows; reckoned by hand."""
    scores = score_coreference([(record("a", GOLD), record("a", OUTPUT))], singletons=singletons)
    found = summed(scores, "coreference", f"within: {measure}")
    assert (found.precision, found.recall) == pytest.approx((precision, recall))
    assert not any(name.startswith("across") for _, name in scores[0])


def test_the_mean_is_that_of_three_f1() -> None:
    """The last row is the mean of the other three, not a harmonic mean of its own columns."""
    scores = score_coreference([(record("a", GOLD), record("a", OUTPUT))])
    found = [summed(scores, "coreference", f"within: {measure}").f1 for measure in MEASURES]
    assert found[3] == pytest.approx(sum(found[:3]) / 3)
    assert found[0] == pytest.approx(4 / 9)


def test_chains_are_paired_for_the_greatest_sum() -> None:
    """The likest pair (3/5) is forgone where two others come to more (4/7 each)."""
    gold = {"a": [1, 2, 3, 4, 5], "b": [6, 7]}
    output = {"x": [1, 2, 3, 6, 7], "y": [4, 5]}
    scores = score_coreference([(record("a", gold), record("a", output))])
    found = summed(scores, "coreference", "within: CEAF-e")
    assert (found.precision, found.recall) == pytest.approx((4 / 7, 4 / 7))


def test_across_documents_ids_go_on() -> None:
    """Two documents, an entity in both: links between them count across, and not within.

    Gold: A 1 2 in both. Output: the same in each document, kept apart between them.
    """
    gold = [record(name, {"A": [1, 2]}) for name in "ab"]
    output = [record(name, {f"A-{name}": [1, 2]}) for name in "ab"]
    scores = score_coreference(list(zip(gold, output, strict=True)))
    assert summed(scores, "coreference", "within: mean").f1 == 1
    muc = summed(scores, "coreference", "across: MUC")
    assert (muc.precision, muc.recall) == pytest.approx((2 / 2, 2 / 3))
    b_cubed = summed(scores, "coreference", "across: B-cubed")
    assert (b_cubed.precision, b_cubed.recall) == pytest.approx((1, 1 / 2))
    ceaf = summed(scores, "coreference", "across: CEAF-e")
    assert (ceaf.precision, ceaf.recall) == pytest.approx(((2 / 3) / 2, 2 / 3))


def test_an_entity_once_in_each_document_is_none_within() -> None:
    """Whether an entity is mentioned once is asked of all documents where they are taken together."""
    pairs = [(record(name, {"A": [1]}), record(name, {"A": [1]})) for name in "ab"]
    scores = score_coreference(pairs)
    assert summed(scores, "coreference", "within: CEAF-e").gold == 0
    assert summed(scores, "coreference", "across: CEAF-e").gold == pytest.approx(1)
    assert [found["coreference", "across: CEAF-e"].gold for found in scores] == pytest.approx([0.5, 0.5])


TEXT = "The Grey Wardens met. Grey wardens left; Wardens stayed. It grew. GREY WARDENS. The."


def named(words: str, entity: str, kind: str = "NAM", after: int = 0) -> EntityRecord:
    """A mention of words of the text."""
    start = TEXT.index(words, after)
    return EntityRecord(start, start + len(words), id=entity, mention=kind)


def test_names_spelt_alike_are_the_baseline() -> None:
    """Case and article do not matter; other words do, and what is no name stands alone."""
    mentions = (
        named("The Grey Wardens", "1"),
        named("Grey wardens", "2"),
        named("Wardens", "3", after=30),
        named("It", "4", "PRO"),
        named("GREY WARDENS", "5"),
        named("The", "6", after=70),
    )
    gold = Record(
        id="a",
        text=TEXT,
        entities=tuple(EntityRecord(item.start, item.end, id="A") for item in mentions[:5]),
    )
    scores = score_coreference([(gold, Record(id="a", entities=mentions))])
    muc = summed(scores, "same string", "within: MUC")
    assert (muc.precision, muc.recall) == pytest.approx((2 / 2, 2 / 4))
    assert summed(scores, "coreference", "within: MUC").recall == 0


def test_names_spelt_alike_in_two_documents() -> None:
    """Across documents the baseline joins what stands anywhere, within documents what stands in one."""
    gold = [Record(id=name, text="Orla", entities=(EntityRecord(0, 4, id="A"),)) for name in "ab"]
    output = [Record(id=name, entities=(EntityRecord(0, 4, id=name),)) for name in "ab"]
    scores = score_coreference(list(zip(gold, output, strict=True)))
    assert summed(scores, "same string", "across: mean").f1 == 1
    assert summed(scores, "same string", "within: mean").f1 == 0


def test_only_what_was_labelled_in_full_counts() -> None:
    """Mentions beyond the end of the labels and those that overlap an optional one are passed over."""
    gold = record("a", {"a": [1, 2], "b": [50, 51]})
    free = EntityRecord(32, 38, optional=True)
    gold = Record(id="a", text=gold.text, entities=(*gold.entities, free), meta=Meta(full_annotation_end=400))
    output = record("a", {"p": [1, 2, 3], "q": [60, 61]})
    scores = score_coreference([(gold, output)])
    assert summed(scores, "coreference", "within: mean").f1 == 1
    assert summed(scores, "coreference", "within: CEAF-e").gold == 1


def test_gold_without_ids_asks_for_nothing() -> None:
    """A set without ids has no such layer; a document without any, in a set that has them, is left out."""
    bare = Record(id="b", entities=(EntityRecord(10, 15), EntityRecord(20, 25)))
    found = record("b", {"p": [1, 2]})
    assert score_coreference([(bare, found)]) == [{}]
    whole = record("a", {"a": [1, 2]})
    scores = score_coreference([(bare, found), (whole, whole)])
    assert summed(scores, "coreference", "within: mean").precision == 1
    scores = score_coreference([(Record(id="b"), found), (whole, whole)])
    assert summed(scores, "coreference", "within: MUC").precision == 1 / 2


STORY = "They arrested two. The arrests hurt. Two more arrests came, and arrests go on."


def told(words: str, event: str, lemma: str = "", nth: int = 1) -> EventRecord:
    """An event told by words of the story."""
    start = -1
    for _ in range(nth):
        start = STORY.index(words, start + 1)
    if lemma:
        return EventRecord(start, start + len(words), id=event, lemma=lemma)
    return EventRecord(start, start + len(words), id=event)


EVENTS_OF_GOLD = (
    told("arrested", "A"),
    told("arrests", "A", nth=1),
    told("more arrests", "B"),
    told("arrests", "B", nth=3),
)
EVENTS_OF_OUTPUT = (
    told("arrested", "1", "arrest"),
    told("arrests", "1", "arrest"),
    told("arrests", "2", "arrest", nth=2),
    told("arrests", "2", "arrest", nth=3),
)


@pytest.mark.parametrize(
    ("layer", "measure", "precision", "recall"),
    [
        ("event coreference", "within: MUC", 1 / 2, 1 / 2),
        ("event coreference", "within: B-cubed", (1 + 1 + 0.5) / 4, (1 + 1 + 0.5) / 4),
        ("event coreference", "within, relaxed: mean", 1, 1),
        ("same trigger", "within: MUC", 1 / 3, 1 / 2),
        ("same trigger", "within, relaxed: mean", (2 / 3 + 1 / 2 + 2 / 3) / 3, (1 + 1 + (2 / 3) / 2) / 3),
    ],
)
def test_events_put_together(layer: str, measure: str, precision: float, recall: float) -> None:
    """Triggers are the gold's where their words are the same, relaxed where they overlap.

    The baseline takes all that have one lemma for one event: four mentions, two of each.
    """
    gold = Record(id="a", text=STORY, events=EVENTS_OF_GOLD)
    scores = score_coreference([(gold, Record(id="a", events=EVENTS_OF_OUTPUT))])
    found = summed(scores, layer, measure)
    assert (found.precision, found.recall) == pytest.approx((precision, recall))
    assert not any(name.startswith("across") for _, name in scores[0])


def test_a_trigger_without_lemma_is_alike_by_its_words() -> None:
    """Records of other programs need not give lemmas."""
    gold = Record(id="a", text=STORY, events=EVENTS_OF_GOLD)
    output = Record(id="a", events=(told("arrests", "1"), told("arrests", "2", nth=3)))
    scores = score_coreference([(gold, output)])
    assert summed(scores, "same trigger", "within: MUC").output == 1
    assert summed(scores, "event coreference", "within: MUC").output == 0


def test_events_and_entities_are_layers_of_their_own() -> None:
    """Gold that has ids of entities only asks for nothing of events, and the other way round."""
    entities, events = record("a", GOLD), Record(id="b", text=STORY, events=EVENTS_OF_GOLD)
    scores = score_coreference([(entities, entities), (events, events)])
    assert summed(scores, "coreference", "within: CEAF-e").gold == 2
    assert summed(scores, "event coreference", "within: CEAF-e").gold == 2
    assert {layer for layer, _ in score_coreference([(entities, entities)])[0]} == {
        "coreference",
        "same string",
    }


labellings = st.lists(st.dictionaries(st.integers(0, 12), st.sampled_from("abcd")), min_size=1, max_size=4)


def records_of(labelling: Sequence[Mapping[int, str]]) -> list[Record]:
    """A record for each document; the mention of a number belongs to the entity of its letter."""
    made = []
    for place, labels in enumerate(labelling):
        clusters: dict[str, list[int]] = {}
        for number, entity in labels.items():
            clusters.setdefault(entity, []).append(number)
        made.append(record(str(place), clusters))
    return made


def figures(scores: Sequence[Scores]) -> dict[tuple[str, str], tuple[float, float, float]]:
    """Precision, recall and F1 of every measure over all documents."""
    measures = scores[0]
    wholes = {measure: total([found[measure] for found in scores]) for measure in measures}
    return {measure: (whole.precision, whole.recall, whole.f1) for measure, whole in wholes.items()}


@given(labellings)
def test_the_gold_itself_is_perfect(labelling: list[dict[int, str]]) -> None:
    """Every measure is 1 wherever there is anything to put together, in every document."""
    gold = records_of(labelling)
    for scores in score_coreference(list(zip(gold, gold, strict=True))):
        for (layer, _), score in scores.items():
            if layer == "coreference" and score.gold:
                assert score.f1 == pytest.approx(1)


@given(labellings, labellings, st.randoms(use_true_random=False))
def test_names_of_entities_do_not_matter(
    gold: list[dict[int, str]], output: list[dict[int, str]], source: random.Random
) -> None:
    """Other ids, and mentions in another order, change nothing."""
    output = (output + [{}] * len(gold))[: len(gold)]
    letters = list("abcd")
    source.shuffle(letters)
    renamed = [{n: letters["abcd".index(e)] for n, e in reversed(labels.items())} for labels in output]
    before = score_coreference(list(zip(records_of(gold), records_of(output), strict=True)))
    after = score_coreference(list(zip(records_of(gold), records_of(renamed), strict=True)))
    assert bool(before[0]) == any(gold)
    if before[0]:
        for measure, numbers in figures(before).items():
            assert figures(after)[measure] == pytest.approx(numbers)


@given(labellings, labellings)
def test_gold_and_output_change_places(gold: list[dict[int, str]], output: list[dict[int, str]]) -> None:
    """Precision one way is recall the other, and all shares lie between 0 and 1."""
    one, two = (
        chains({Place(d, n, n + 1): e for d, labels in enumerate(side) for n, e in labels.items()})
        for side in (gold, output)
    )
    there, back = compare_chains(one, two, 4), compare_chains(two, one, 4)
    for name in MEASURES:
        left = total([found[name] for found in there])
        right = total([found[name] for found in back])
        assert (left.precision, left.recall) == pytest.approx((right.recall, right.precision))
        assert 0 <= left.f1 <= 1 + 1e-9


@given(st.lists(st.lists(st.integers(0, 5), max_size=8), min_size=1, max_size=4))
def test_what_chains_earn_is_shared_out(entities: list[list[int]]) -> None:
    """The shares of the documents come to the links of all chains."""
    labels = {Place(d, n, n + 1): e for d, row in enumerate(entities) for n, e in enumerate(row)}
    gold = chains(labels)
    found = compare_chains(gold, chains({}), len(entities))
    links = sum(len(members) - 1 for members in gold.members)
    assert sum(row[MUC].gold for row in found) == pytest.approx(links)


def test_events() -> None:
    """Tellings of one event in two texts, beside triggers spelt alike; what has no id asks for nothing."""

    def told(name: str, text: str, *events: tuple[str, str | None]) -> Record:
        spans = [(text.index(words), words, event) for words, event in events]
        found = tuple(EventRecord(start, start + len(words), id=event) for start, words, event in spans)
        return Record(id=name, text=text, events=found)

    first, second = (
        "Thieves raided a bank. Another raid failed.",
        "The bank was Raided; the raid shook Larnby.",
    )
    gold = [
        told("a", first, ("raided", "bank"), ("raid failed", "shop")),
        told("b", second, ("Raided", "bank"), ("raid shook", "bank")),
    ]
    output = [
        told("a", first, ("raided", "x"), ("raid failed", "y")),
        told("b", second, ("Raided", "z"), ("raid shook", "z")),
    ]
    scores = score_coreference(list(zip(gold, output, strict=True)))
    found = {layer: summed(scores, layer, "across: MUC") for layer in ("event coreference", "same trigger")}
    assert {layer: (score.precision, score.recall) for layer, score in found.items()} == {
        "event coreference": (1, 0.5),
        "same trigger": (1, 0.5),
    }
    assert summed(scores, "event coreference", "within: MUC").f1 == 1
    unnamed = told("a", first, ("raided", None))
    assert score_coreference([(unnamed, output[0])]) == [{}]
