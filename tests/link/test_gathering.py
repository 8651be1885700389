"""One happening is one event; different happenings stay apart; when unsure, apart."""

from __future__ import annotations

from datetime import date

import pytest

from eventgraph.link import conclude
from eventgraph.model import Event, Graph, When
from eventgraph.vocabulary import EventRelation, Status, Verdict
from stories import Story, between, on

TUESDAY, WEDNESDAY = on(date(2024, 3, 12)), on(date(2024, 3, 13))
WEEK = between(date(2024, 3, 11), date(2024, 3, 17))


def report(  # noqa: PLR0913 (a row of a table: what one report says)
    origin: str,
    *,
    number: int = 0,
    place: str = "",
    when: When | None = None,
    person: str = "",
    status: Status = Status.HAPPENED,
    kind: str = "arrest",
    aggregate: bool = False,
    operation: str = "",
    body: str = "Larnby Watch",
    verb: str = "arrested",
) -> Story:
    """A report of arrests by a body, with as much as is given."""
    words = [person, str(number) if number else "", place, operation]
    text = f"{body} {verb} " + " and ".join(filter(None, words)) + f" says {origin}."
    story = Story(origin, text, date(2024, 3, 20))
    agent = story.name("agency", body)
    patients = []
    if person:
        patients.append(story.name("person", person))
        story.detail(person, "case number", "17")
    story.tell(
        kind,
        verb,
        {"agent": [agent], "patient": patients},
        when=when,
        status=status,
        aggregate=aggregate,
        quantities=(story.number(str(number), number),) if number else (),
        places=story.where(story.name("location", place)) if place else (),
        operation=story.name("operation", operation) if operation else None,
    )
    return story


def graph_of(*stories: Story) -> Graph:
    """The graph of these documents."""
    return conclude([story.observed() for story in stories])


def happenings(graph: Graph) -> list[Event]:
    """The events that are not operations' own."""
    return [event for event in graph.events if event.type != "operation"]


ONE = [
    ({"number": 12, "when": TUESDAY}, {"number": 12, "when": TUESDAY}),
    ({"number": 12, "when": TUESDAY}, {"number": 12, "when": WEEK, "place": "Larnby"}),
    ({"person": "Bo Lind", "when": TUESDAY}, {"person": "Bo Lind", "when": TUESDAY}),
    ({"person": "Bo Lind"}, {"person": "Bo Lind"}),
    ({"person": "Bo Lind", "kind": "event"}, {"person": "Bo Lind", "kind": "event"}),
    ({"place": "Larnby", "when": TUESDAY}, {"place": "Larnby", "when": TUESDAY}),
    ({"number": 120, "operation": "Operation Tern"}, {"number": 134, "operation": "Operation Tern"}),
    ({"number": 12, "when": TUESDAY, "aggregate": True}, {"number": 12, "when": TUESDAY, "aggregate": True}),
    (
        {"person": "Bo Lind", "when": TUESDAY, "status": Status.PLANNED},
        {"person": "Bo Lind", "when": TUESDAY},
    ),
]

TWO = [
    ({"number": 12, "when": TUESDAY}, {"number": 12, "when": WEDNESDAY}),
    ({"number": 12, "when": TUESDAY}, {"number": 12}),
    (
        {"number": 12, "when": TUESDAY, "place": "Larnby"},
        {"number": 12, "when": TUESDAY, "place": "Tarbridge"},
    ),
    ({"person": "Bo Lind", "when": TUESDAY}, {"person": "Al Berg", "when": TUESDAY}),
    ({"number": 12, "when": TUESDAY}, {"number": 12, "when": TUESDAY, "aggregate": True}),
    ({"number": 12, "when": WEEK, "aggregate": True}, {"number": 13, "when": WEEK, "aggregate": True}),
    ({"number": 12, "when": TUESDAY}, {"number": 12, "when": TUESDAY, "status": Status.ALLEGED}),
    ({"number": 12, "when": TUESDAY}, {"number": 12, "when": TUESDAY, "kind": "search"}),
    (
        {"number": 12, "when": TUESDAY, "operation": "Operation Tern"},
        {"number": 12, "when": TUESDAY, "operation": "Operation Skua"},
    ),
    ({"when": TUESDAY}, {"when": TUESDAY}),
    ({"number": 2, "when": WEEK}, {"number": 2, "when": WEEK}),
    ({}, {}),
    (
        {"person": "Bo Lind", "when": TUESDAY, "kind": "event"},
        {"person": "Bo Lind", "when": TUESDAY, "kind": "event", "verb": "freed"},
    ),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_one_happening(left: dict[str, object], right: dict[str, object]) -> None:
    """Two reports of it are one event, with a link that says why."""
    graph = graph_of(report("a.txt", **left), report("b.txt", **right))  # type: ignore[arg-type]
    (event,) = happenings(graph)
    assert len(event.mentions) == 2
    (link,) = [link for link in graph.links if link.by == "same happening"]
    assert link.verdict is Verdict.SAME
    assert link.because.startswith("They tell of the same ")


@pytest.mark.parametrize(("left", "right"), TWO)
def test_two_happenings(left: dict[str, object], right: dict[str, object]) -> None:
    """Another day, place, person, number, kind or operation is another happening."""
    graph = graph_of(report("a.txt", **left), report("b.txt", **right))  # type: ignore[arg-type]
    assert len(happenings(graph)) == 2
    assert not [x for x in graph.links if x.by == "same happening" and x.verdict is Verdict.SAME]


def test_what_is_nearly_enough_is_left_to_a_person() -> None:
    """The doubt is listed, and the happenings stay apart."""
    graph = graph_of(
        report("a.txt", operation="Operation Tern", when=WEEK),
        report("b.txt", operation="Operation Tern", when=WEEK),
    )
    assert len(happenings(graph)) == 2
    (link,) = [link for link in graph.links if link.by == "same happening"]
    assert link.verdict is Verdict.UNSURE


def test_two_that_fit_equally_are_both_refused() -> None:
    """A report that could be of either of two happenings is of neither."""
    graph = graph_of(
        report("a.txt", number=12, when=TUESDAY, place="Larnby"),
        report("b.txt", number=12, when=TUESDAY, place="Tarbridge"),
        report("c.txt", number=12, when=TUESDAY),
    )
    assert len(happenings(graph)) == 3
    assert len([link for link in graph.links if "Another fits as well." in link.because]) == 2


def within(text: str, *triggers: tuple[str, str, int]) -> list[Event]:
    """The events of one document, from triggers with their types and numbers."""
    story = Story("a.txt", text, date(2024, 3, 20))
    for kind, words, number in triggers:
        quantities = (story.number(str(number), number),) if number else ()
        story.tell(kind, words, quantities=quantities, rule="verb" if words.endswith("ed") else "noun")
    return happenings(graph_of(story))


def test_the_arrests_point_back() -> None:
    """A definite noun means the one happening of its type before it."""
    text = "They arrested 139 people. The arrests were a start. Then 20 were detained. Those detentions hurt."
    one = within(text, ("arrest", "arrested", 139), ("arrest", "arrests", 0))
    assert [len(event.mentions) for event in one] == [2]
    two = within(text, ("arrest", "arrested", 139), ("arrest", "detained", 20), ("arrest", "detentions", 0))
    assert [len(event.mentions) for event in two] == [1, 1, 1]
    new = within(
        text.replace("The arrests", "The second arrests"),
        ("arrest", "arrested", 139),
        ("arrest", "arrests", 0),
    )
    assert [len(event.mentions) for event in new] == [1, 1]


def test_a_repeated_noun_points_back_to_its_own_happening() -> None:
    """Of two raids and a search, the raid that is spoken of again is the one told in that word."""
    text = "A raid was made. A search was made elsewhere by others. The raid was loud."
    story = Story("a.txt", text, None)
    story.tell("search", "raid", rule="noun")
    story.tell("search", "search", rule="noun")
    story.tell("search", "raid", nth=2, rule="noun")
    assert sorted(len(event.mentions) for event in graph_of(story).events) == [1, 2]


def test_a_headline_and_its_story_are_one() -> None:
    """One document gives one number for one thing; different numbers are different happenings."""
    text = "139 arrested in sweep. Officers arrested 45 there."
    story = Story("a.txt", "139 arrested in sweep. In all, 139 were arrested.", None)
    story.tell("arrest", "arrested", quantities=(story.number("139", 139),))
    second = story.span("139", 2)
    quantity = story.number("139", 139)
    moved = type(quantity)(
        second.document,
        second.start,
        second.end,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit="people",
        what="people",
        role="patient",
    )
    story.tell("arrest", "arrested", nth=2, quantities=(moved,))
    assert [len(event.mentions) for event in graph_of(story).events] == [2]
    other = Story("b.txt", text, None)
    other.tell("arrest", "arrested", quantities=(other.number("139", 139),))
    other.tell("arrest", "arrested", nth=2, quantities=(other.number("45", 45),))
    assert [len(event.mentions) for event in graph_of(other).events] == [1, 1]


def test_a_part_is_a_happening_within_the_whole() -> None:
    """Some of those arrested are another event, a part of the arrest of all; "the arrests" are of all."""
    text = "Watch arrested 123 smugglers. Of the smugglers, 13 were arrested abroad. The arrests hurt trade."
    story = Story("a.txt", text)
    operation = story.name("agency", "Watch")
    whole = story.number("123", 123)
    part = story.number("13", 13, part_of=whole.span)
    story.tell("arrest", "arrested", {"agent": [operation]}, quantities=(whole,), when=TUESDAY)
    story.tell("arrest", "arrested", {"agent": [operation]}, nth=2, quantities=(part,), when=TUESDAY)
    story.tell("arrest", "arrests", rule="noun")
    events = {event.quantities[0].text: event for event in graph_of(story).events}
    assert {text: len(event.mentions) for text, event in events.items()} == {"123": 2, "13": 1}
    (related,) = events["13"].related
    assert (related.relation, related.event) == (EventRelation.PART_OF, events["123"].id)
    assert events["13"].quantities[0].part_of == events["123"].quantities[0].id


@pytest.mark.parametrize(("first", "second", "events"), [("a man", "a woman", 2), ("a man", "the man", 1)])
def test_others_described_are_others(first: str, second: str, events: int) -> None:
    """In one document a man and a woman are two, though the day and the place are one."""
    story = Story("a.txt", f"In Larnby they held {first}. In Larnby they seized {second}.", None)
    story.tell(
        "arrest",
        "held",
        {"patient": [first]},
        when=TUESDAY,
        places=story.where(story.name("location", "Larnby")),
    )
    place = story.name("location", "Larnby", 2)
    story.same(story.mentions[0].span, place)
    story.tell("arrest", "seized", {"patient": [second]}, when=TUESDAY, places=story.where(place))
    story.tell("search", "held")
    graph = graph_of(story)
    assert len([event for event in graph.events if event.type == "arrest"]) == events
