"""The whole of linking, on stories marked by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph import __version__
from eventgraph.graph.check import check
from eventgraph.link import conclude
from eventgraph.link.corpus import Corpus
from eventgraph.model import Graph, Observations, Problem, RelatedMention
from eventgraph.spans import spans_of
from eventgraph.times.edtf import by, holding, of_day
from eventgraph.vocabulary import ClaimState, Confidence, EventRelation, MentionKind, Status, Verdict
from stories import Story, between, on


def harbour() -> Story:
    """The first report: 120 held in an operation, by a police force with an acronym and its chief."""
    story = Story(
        "harbour.txt",
        "The Larnby Harbour Police (LHP) arrested 120 people in Larnby on March 12 as part of "
        "Operation Grey Heron. LHP Chief Ada Quist said the arrests were a warning. She thanked the agency.",
        date(2024, 3, 13),
    )
    police = story.name("agency", "Larnby Harbour Police")
    short = story.name("agency", "LHP")
    again = story.name("agency", "LHP", 2)
    agency = story.name("agency", "the agency", by=MentionKind.NOMINAL)
    place = story.name("location", "Larnby", 2)
    heron = story.name("operation", "Operation Grey Heron")
    quist = story.name("official", "Ada Quist")
    she = story.name("person", "She", by=MentionKind.PRONOUN)
    for left, right in ((police, short), (police, again), (police, agency), (quist, she)):
        story.same(left, right)
    story.post("LHP Chief Ada Quist", quist, again, "Chief")
    day = on(date(2024, 3, 12))
    span = story.time("March 12", day)
    arrested = story.tell(
        "arrest",
        "arrested",
        {"agent": [police], "patient": ["people"]},
        when=day,
        when_span=span,
        quantities=(story.number("120", 120),),
        places=story.where(place),
        operation=heron,
    )
    story.tell("arrest", "arrests", rule="noun", said_by=story.speaker(quist))
    assert arrested.operation == heron
    return story


def later() -> Story:
    """A second report, three days on: the same arrests, now 134, and an interval for the operation."""
    story = Story(
        "later.txt",
        "LHP officers arrested 134 people in Operation Grey Heron, which ran from March 12 to March 14, "
        "Chief Ada Quist of the Larnby Harbour Police said.",
        date(2024, 3, 16),
    )
    short = story.name("agency", "LHP")
    heron = story.name("operation", "Operation Grey Heron")
    quist = story.name("official", "Ada Quist")
    police = story.name("agency", "Larnby Harbour Police")
    story.same(short, police)
    story.post("Chief Ada Quist", quist, police, "Chief")
    span = story.time("from March 12 to March 14", between(date(2024, 3, 12), date(2024, 3, 14)))
    story.tell(
        "arrest",
        "arrested",
        {"agent": [short], "patient": ["people"]},
        quantities=(story.number("134", 134),),
        operation=heron,
        said_by=story.speaker(quist),
    )
    story.tell(
        "operation",
        "ran",
        {"agent": [police]},
        when=between(date(2024, 3, 12), date(2024, 3, 14)),
        when_span=span,
        operation=heron,
    )
    return story


def elsewhere() -> Story:
    """A report of something else: another city, another chief, a person who shares a name."""
    story = Story(
        "elsewhere.txt",
        "Police in Tarbridge arrested 7 people on March 12. Ada Quist, 34, a baker, was not hurt.",
        date(2024, 3, 14),
    )
    place = story.name("location", "Tarbridge")
    story.name("person", "Ada Quist")
    story.detail("34", "age", "34")
    day = on(date(2024, 3, 12))
    story.tell(
        "arrest",
        "arrested",
        {"patient": ["people"]},
        when=day,
        when_span=story.time("March 12", day),
        quantities=(story.number("7", 7),),
        places=story.where(place),
    )
    return story


def three() -> list[Observations]:
    """The three reports."""
    return [harbour().observed(), later().observed(), elsewhere().observed()]


def whole() -> Graph:
    """The graph of the three reports."""
    return conclude(three(), title="Harbour")


def test_names_and_acronyms_of_documents_become_one_agency() -> None:
    """A force, its acronym and "the agency" are one entity; bare descriptions and pronouns are no alias."""
    (police,) = [entity for entity in whole().entities if entity.type == "agency"]
    assert police.id == "agency:larnby-harbour-police"
    assert (police.name, police.aliases) == ("Larnby Harbour Police", ("LHP",))
    assert len(police.mentions) == 6


def test_an_official_merges_by_post_and_a_namesake_stays_apart() -> None:
    """The chief of two reports is one official; a private person of that name is another."""
    people = {entity.id: entity for entity in whole().entities if entity.type in {"official", "person"}}
    assert list(people) == ["official:ada-quist", "person:ada-quist"]
    assert len(people["official:ada-quist"].mentions) == 3
    doubts = [link for link in whole().links if link.verdict is Verdict.UNSURE]
    assert [link.by for link in doubts] == ["name alone"]


def test_two_reports_of_one_happening_are_one_event_with_claims() -> None:
    """Of 120 and 134 the latest published is shown; both stay as claims. The other city stays apart."""
    arrests = [event for event in whole().events if event.type == "arrest"]
    assert [len(event.mentions) for event in sorted(arrests, key=lambda e: -len(e.mentions))] == [3, 1]
    event = max(arrests, key=lambda event: len(event.mentions))
    assert [quantity.value for quantity in event.quantities] == [Decimal(134)]
    assert {(claim.value, claim.state) for claim in event.claims} == {
        ("134", ClaimState.CHOSEN),
        ("120", ClaimState.OTHER),
    }
    assert event.label == "134 people arrested in Larnby"
    assert event.operation == "operation:grey-heron"


def test_an_operation_has_one_event_with_its_interval_and_agencies() -> None:
    """The operation's event carries its span of time; its parts point to it; the agency took part."""
    graph = whole()
    (operation,) = [event for event in graph.events if event.type == "operation"]
    assert operation.label == "Operation Grey Heron"
    assert operation.when
    assert operation.when.edtf == "2024-03-12/2024-03-14"
    arrests = next(event for event in graph.events if event.type == "arrest" and event.operation)
    assert [(r.relation, r.event) for r in arrests.related] == [(EventRelation.PART_OF, operation.id)]
    took_part = [relation for relation in graph.relations if relation.type == "took_part_in"]
    assert [(r.subject, r.object) for r in took_part] == [
        ("agency:larnby-harbour-police", "operation:grey-heron")
    ]


def test_an_operation_that_is_only_named_gets_a_weak_event() -> None:
    """Where no text tells of the operation itself, its name does."""
    graph = conclude([harbour().observed()])
    (operation,) = [event for event in graph.events if event.type == "operation"]
    assert operation.confidence is Confidence.WEAK
    assert graph.text_of(operation.mentions[0]) == "Operation Grey Heron"


def test_an_announcement_is_labelled_with_what_it_reports() -> None:
    """With the status of what is reported, since the label may travel alone."""
    story = Story("a.txt", "In an announcement of the Larnby Watch Bo Lind stole a boat.", None)
    watch, lind = story.name("agency", "Larnby Watch"), story.name("person", "Bo Lind")
    theft = story.tell("theft", "stole", {"agent": [lind]}, status=Status.ALLEGED)
    reports = (RelatedMention(relation=EventRelation.REPORTS, event=theft.span),)
    story.tell("announcement", "announcement", {"agent": [watch]}, related=reports, rule="noun")
    labels = [event.label for event in conclude([story.observed()]).events]
    assert labels == ["Larnby Watch announcement: Alleged: Bo Lind stole a boat", "Bo Lind stole a boat"]


def test_the_graph_is_sound() -> None:
    """It passes the check that every build runs, and says what made it."""
    graph = whole()
    check(graph)
    assert graph.generator == f"eventgraph {__version__}"
    assert graph.title == "Harbour"


def test_nothing_makes_an_empty_graph() -> None:
    """No documents, no entities; problems met before are kept, each once, in order."""
    problems = (Problem("b.txt", "empty"), Problem("a.txt", "empty"), Problem("b.txt", "empty"))
    graph = conclude([], problems=problems)
    assert graph.documents == ()
    assert [problem.source for problem in graph.problems] == ["a.txt", "b.txt"]


@given(st.permutations(range(3)))
def test_the_order_of_documents_does_not_matter(order: list[int]) -> None:
    """Any order of the observations gives the same graph."""
    reports = three()
    assert conclude([reports[number] for number in order], title="Harbour") == whole()


@settings(max_examples=20)
@given(st.sets(st.integers(0, 2), min_size=1))
def test_ids_survive_added_documents(some: set[int]) -> None:
    """What the earlier documents alone come to has the same ids when later ones are added."""
    reports = sorted(three(), key=lambda report: report.document.published or date.max)
    kept = reports[: max(some) + 1]
    before, after = conclude(kept), conclude(reports)
    assert {entity.id for entity in before.entities} <= {entity.id for entity in after.entities}
    assert {event.id for event in before.events} <= {event.id for event in after.events}
    assert {relation.id for relation in before.relations} <= {relation.id for relation in after.relations}


def test_every_span_lies_in_its_document() -> None:
    """No span of the graph points outside of the text."""
    graph = whole()
    lengths = {document.id: len(document.text) for document in graph.documents}
    assert all(0 <= span.start <= span.end <= lengths[span.document] for span in spans_of(graph))


BODIES = ("Larnby Watch", "Tarbridge Watch", "LW")
PEOPLE = ("Bo Lind", "Ada Quist", "Lind")


@st.composite
def corpora(draw: st.DrawFn) -> list[Observations]:
    """Up to six reports of arrests, of few bodies, people, days and numbers, so that many fit together."""
    reports = []
    for number in range(draw(st.integers(1, 6))):
        body, person = draw(st.sampled_from(BODIES)), draw(st.sampled_from(PEOPLE))
        held = draw(st.sampled_from([12, 13, 40]))
        day = date(2024, 3, draw(st.integers(10, 12)))
        text = f"{body} arrested {person} and {held} others in Operation Tern, paper {number} says."
        story = Story(f"{number}.txt", text, draw(st.sampled_from([None, day])))
        tern = story.name("operation", "Operation Tern")
        story.tell(
            "arrest",
            "arrested",
            {"agent": [story.name("agency", body)], "patient": [story.name("person", person)]},
            when=draw(st.sampled_from([None, on(day)])),
            when_span=story.span("says"),
            quantities=(story.number(str(held), held),),
            operation=draw(st.sampled_from([None, tern])),
        )
        reports.append(story.observed())
    return reports


@settings(max_examples=60, deadline=None)
@given(corpora(), st.randoms(use_true_random=False))
def test_any_corpus_gives_one_sound_graph(reports: list[Observations], random: Random) -> None:
    """Whatever the reports and their order: one graph that passes the check, each mention told once."""
    graph = conclude(reports)
    check(graph)
    shuffled = list(reports)
    random.shuffle(shuffled)
    assert conclude(shuffled) == graph
    told = [mention.span for event in graph.events if event.type == "arrest" for mention in event.mentions]
    assert sorted(told) == sorted(event.span for report in reports for event in report.events)
    named = [mention.span for entity in graph.entities for mention in entity.mentions]
    assert len(named) == len(set(named))


@settings(max_examples=60, deadline=None)
@given(corpora())
def test_a_later_document_changes_no_id(reports: list[Observations]) -> None:
    """What the earlier documents tell is there under its id, whatever the last one adds."""
    ordered = Corpus.of(reports).observations
    before, after = conclude(ordered[:-1]), conclude(ordered)
    assert {event.id for event in before.events} <= {event.id for event in after.events}
    assert {entity.id for entity in before.entities} <= {entity.id for entity in after.entities}


def told_on(day: date, qualifier: str = "") -> Observations:
    """A text of a day that gives somebody a post, as it is or as it was."""
    story = Story(f"{day}.txt", "Director Ada Quist of the Tide Agency spoke.", day)
    quist, agency = story.name("official", "Ada Quist"), story.name("agency", "Tide Agency")
    story.post("Director Ada Quist", quist, agency, "Director")
    when = by(of_day(day)) if qualifier else holding(of_day(day))
    story.relations[0] = replace(story.relations[0], qualifier=qualifier, when=when)
    return story.observed()


@pytest.mark.parametrize(
    ("qualifier", "begin", "end", "edtf"),
    [
        ("", (None, date(2024, 3, 14)), (date(2024, 5, 2), None), "2024-03-14/2024-05-02"),
        ("former", (None, date(2024, 3, 14)), (None, date(2024, 3, 14)), "[..2024-03-14]"),
    ],
)
def test_a_post_told_on_two_days(
    qualifier: str, begin: tuple[date | None, date | None], end: tuple[date | None, date | None], edtf: str
) -> None:
    """It is held from the one to the other at least; what is over was so by the earlier one."""
    days = (date(2024, 5, 2), date(2024, 3, 14))
    (relation,) = conclude([told_on(day, qualifier) for day in days]).relations
    assert relation.when is not None
    assert (relation.when.begin, relation.when.end, relation.when.edtf) == (begin, end, edtf)
