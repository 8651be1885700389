"""Gold and sample articles: spans hold, words are of the vocabulary, dates agree, relations join entities."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from msgspec import UNSET

from edtf_days import outer_days
from eventgraph.evaluate.layout import PLACE_ROLE, Record, Stretch, WhenRecord, read_records
from eventgraph.evaluate.pairing import counted, labelled_in_full
from eventgraph.schema import load_schema
from eventgraph.vocabulary import Basis, Precision, Status, TimexMod, TimexType

TESTS = Path(__file__).parent.parent
DATA = TESTS.parent / "data"
GOLD_FILES = sorted((TESTS / "gold").glob("*.jsonl"))
GOLD = [pytest.param(record, id=record.id) for path in GOLD_FILES for record in read_records(path)]
ROWS = [json.loads(line) for path in GOLD_FILES for line in path.read_text(encoding="utf-8").splitlines()]
RELATED = [pytest.param(row, id=row["id"]) for row in ROWS if "relations" in row]
NAMES = ["names.jsonl", "names-unseen.jsonl"]
QUALIFIERS = {"", "former", "acting", "next"}
PEOPLE = {"official", "person"}
ARTICLES = sorted(path for path in DATA.iterdir() if not path.name.startswith("README"))

WEEKDAY = "(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
DAY_AND_MONTH = r"(?:(?P<month>[A-Z][a-z]+) (?P<day>\d{1,2})|(?P<day2>\d{1,2}) (?P<month2>[A-Z][a-z]+))"
DATED_WEEKDAY = re.compile(rf"{WEEKDAY},? {DAY_AND_MONTH},? (?P<year>\d{{4}})")


def stretches(record: Record) -> Iterator[Stretch]:
    """Every stretch that a record labels, quantities apart."""
    yield from record.entities
    yield from record.times
    yield from record.ranges
    for event in record.events:
        yield event
        yield from event.args


@pytest.mark.parametrize("record", GOLD)
def test_spans_hold_whole_words(record: Record) -> None:
    """A labelled stretch lies in the text, is not empty and begins and ends with a word's own edge."""
    for item in stretches(record):
        assert 0 <= item.start < item.end <= len(record.text)
        words = record.text[item.start : item.end]
        before, after = record.text[: item.start][-1:], record.text[item.end :][:1]
        assert words == words.strip()
        assert not (before.isalnum() and words[0].isalnum()), words
        assert not (words[-1].isalnum() and after.isalnum()), words


@pytest.mark.parametrize("path", GOLD_FILES, ids=lambda path: path.name)
def test_most_texts_have_labels(path: Path) -> None:
    """A text without any label is a trap; hardly any text is."""
    labelled = [bool(list(stretches(record))) for record in read_records(path)]
    assert sum(labelled) > 0.9 * len(labelled)


@pytest.mark.parametrize("record", GOLD)
def test_quantities_hold_their_numbers(record: Record) -> None:
    """Quantities lie in the text, bounds enclose the value; ranges have bounds alone, "dozens" neither."""
    for event in record.events:
        for quantity in event.quantities:
            assert quantity.start is not None
            assert quantity.end is not None
            assert 0 <= quantity.start < quantity.end <= len(record.text)
            steps = [
                each for each in (quantity.low, quantity.value, quantity.high) if isinstance(each, Decimal)
            ]
            assert steps == sorted(steps)
            if not steps:
                assert not re.search(r"\d", record.text[quantity.start : quantity.end])


@pytest.mark.parametrize("record", GOLD)
def test_what_is_asked_for_lies_apart_from_what_is_not(record: Record) -> None:
    """No optional event overlaps one that counts, which would take it out of the count."""
    asked = [event for event in record.events if event.optional is not True]
    within = [event for event in asked if labelled_in_full(record, event.start)]
    assert counted(record.events, record.events, record) == within


@pytest.mark.parametrize("record", GOLD)
def test_words_of_the_vocabulary(record: Record) -> None:
    """Types, roles and statuses are those of the schema."""
    schema = load_schema()
    assert {entity.type for entity in record.entities} <= set(schema.entity)
    assert {time.type for time in record.times} <= {timex.value for timex in TimexType}
    assert {event.type for event in record.events} <= {None, *schema.event}
    assert {event.status for event in record.events} <= {None, *(status.value for status in Status)}
    roles = {argument.role for event in record.events for argument in event.args}
    assert roles <= {*schema.role, PLACE_ROLE}


@pytest.mark.parametrize("row", RELATED)
def test_relations_join_entities_of_their_record(row: dict[str, Any]) -> None:
    """Subject and object are entities of the text, the title is in its words, the rest of the vocabulary."""
    known = {entity["id"] for entity in row["entities"]}
    for relation in row["relations"]:
        assert relation["type"] in load_schema().relation
        assert relation["subject"] in known
        assert relation["object"] in {None, *known}
        assert relation["subject"] != relation["object"]
        assert relation["label"] in row["text"]
        assert relation["qualifier"] in QUALIFIERS
        assert relation["status"] in set(Status)


def test_some_relations_are_labelled() -> None:
    """The check above has something to check."""
    assert len(RELATED) >= 40


@pytest.mark.parametrize("name", NAMES)
def test_entities_keep_their_type_through_a_file(name: str) -> None:
    """Every entity of the files of names has an id, and one type however many texts it stands in."""
    records = read_records(TESTS / "gold" / name)
    pairs = {(entity.id, entity.type) for record in records for entity in record.entities}
    assert None not in {known for known, _ in pairs}
    assert len({known for known, _ in pairs}) == len(pairs)


@pytest.mark.parametrize("name", NAMES)
def test_phrases_and_pronouns_stand_for_a_name(name: str) -> None:
    """A phrase or pronoun stands for an entity that the same text names; names hold no names."""
    for record in read_records(TESTS / "gold" / name):
        names = [entity for entity in record.entities if entity.mention == "NAM"]
        assert {entity.mention for entity in record.entities} <= {"NAM", "NOM", "PRO"}
        assert {entity.id for entity in record.entities} == {entity.id for entity in names}
        edges = sorted((entity.start, entity.end) for entity in names)
        assert all(end <= start for (_, end), (start, _) in pairwise(edges))


def test_unseen_names_are_not_those_of_development() -> None:
    """The two files of names share no made-up affair: no sentence and no person."""
    seen, unseen = (read_records(TESTS / "gold" / name) for name in NAMES)
    people = [
        {entity.id for record in records for entity in record.entities if entity.type in PEOPLE}
        for records in (seen, unseen)
    ]
    assert not people[0] & people[1]
    text = "".join(record.text for record in seen)
    assert not any(line in text for record in unseen for line in record.text.splitlines() if line)


@pytest.mark.parametrize("record", GOLD)
def test_dates_are_dates(record: Record) -> None:
    """An event's date is a day, month or year that exists."""
    for event in record.events:
        if event.time:
            for value in (event.time.begin, event.time.end, event.time.value):
                for day in (value or "").split("/"):
                    assert not day or date.fromisoformat(day + "2000-01-01"[len(day) :])


@pytest.mark.parametrize("record", GOLD)
def test_what_times_denote(record: Record) -> None:
    """Bounds are days in their order that agree with the EDTF text; words are of the vocabulary."""
    for item in (*record.times, *record.ranges):
        if item.mod is not UNSET:
            assert item.mod in {None, *(mod.value for mod in TimexMod)}
        if isinstance(item.dated, WhenRecord):
            when = item.dated
            assert when.precision in set(Precision)
            assert when.basis in set(Basis)
            days = tuple(date.fromisoformat(day) if day else None for day in (when.earliest, when.latest))
            assert days == outer_days(when.edtf)
            assert any(days)


def test_gold_of_the_articles_has_their_words() -> None:
    """The texts of data.jsonl are those of the articles, letter for letter."""
    records = read_records(TESTS / "gold" / "data.jsonl")
    assert len(records) >= 8
    for record in records:
        name, _, line = record.id.partition("#")
        text = (DATA / name).read_text(encoding="utf-8")
        if line:
            text = next(row["text"] for row in map(json.loads, text.splitlines()) if row["id"] == line)
        assert record.text == text


@pytest.mark.parametrize("name", ["unseen.jsonl", "events-unseen.jsonl", "events-unseen-2.jsonl"])
def test_unseen_texts_are_no_articles(name: str) -> None:
    """What is kept for measuring stands nowhere in the sample articles."""
    articles = "".join(path.read_text(encoding="utf-8") for path in ARTICLES)
    for record in read_records(TESTS / "gold" / name):
        assert not any(line in articles for line in record.text.splitlines() if line)


@pytest.mark.parametrize("path", [*ARTICLES, *GOLD_FILES], ids=lambda path: path.name)
def test_weekdays_agree_with_the_calendar(path: Path) -> None:
    """Where a text names a weekday with a full date, that day was one."""
    for match in DATED_WEEKDAY.finditer(path.read_text(encoding="utf-8")):
        day = f"{match['day'] or match['day2']} {match['month'] or match['month2']} {match['year']}"
        assert datetime.strptime(day, "%d %B %Y").strftime("%A") == match[1], match[0]  # noqa: DTZ007 (a calendar day)


def test_the_calendar_check_can_fail() -> None:
    """The pattern finds the styles of date that the articles use."""
    samples = ["Thursday, March 14, 2024", "Monday 18 March 2024", "Sunday, 20 October 2024"]
    assert all(DATED_WEEKDAY.fullmatch(sample) for sample in samples)


def test_the_copy_repeats_its_original() -> None:
    """The syndicated article has the words of the original and other line breaks."""
    original = (DATA / "ferry-rescue-palawan.txt").read_text(encoding="utf-8")
    copy = (DATA / "syndicated-ferry-rescue.txt").read_text(encoding="utf-8")
    assert original.split() == copy.split()
    assert original.splitlines() != copy.splitlines()


def test_articles_are_short_and_enough() -> None:
    """There are eighteen articles (records of a file counted), each of 120 to 330 words with its markup."""
    texts = []
    for path in ARTICLES:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".jsonl":
            texts += [json.loads(line)["text"] for line in text.splitlines()]
        else:
            texts.append(text)
    assert len(texts) == 18
    assert all(120 <= len(text.split()) <= 330 for text in texts)
