"""Dates that no words tell bound nothing hard: roughly then, not after publication, and any told day wins."""

from __future__ import annotations

from datetime import date

import pytest

from eventgraph.link import conclude
from eventgraph.model import Event, Graph, When
from eventgraph.vocabulary import Basis, Precision
from stories import Story, on

PUBLISHED = date(2024, 3, 20)


def rough(day: date, basis: Basis = Basis.PUBLICATION) -> When:
    """A day that no words tell: the news of the day, or the day of what was told before."""
    return When(
        begin=(day, day),
        end=(day, day),
        precision=Precision.DAY,
        edtf=f"{day.isoformat()}~",
        basis=basis,
        approximate=True,
    )


def story(
    origin: str, when: When | None, published: date = PUBLISHED, *, person: str = "Bo Lind", place: str = ""
) -> Story:
    """A report that somebody was arrested."""
    told = Story(origin, f"{person} was arrested, says {origin}, {place}.", published)
    where = told.where(told.name("location", place)) if place else ()
    name = told.name("person", person)
    told.detail(person, "case number", "17")
    told.tell("arrest", "arrested", {"patient": [name]}, when=when, places=where)
    return told


def graph_of(*stories: Story) -> Graph:
    """The graph of these documents."""
    return conclude([one.observed() for one in stories])


def arrests(graph: Graph) -> list[Event]:
    """The arrests."""
    return [event for event in graph.events if event.type == "arrest"]


@pytest.mark.parametrize(
    ("left", "right", "events"),
    [
        # told a few days before the day of publication that stands for it
        (on(date(2024, 3, 18)), rough(PUBLISHED), 1),
        (on(date(2024, 3, 14)), rough(PUBLISHED), 1),
        # long before, or after
        (on(date(2024, 2, 18)), rough(PUBLISHED), 2),
        (on(date(2024, 3, 21)), rough(PUBLISHED), 2),
        # the day of what was told before it is nearly the day
        (on(date(2024, 3, 13)), rough(date(2024, 3, 14), Basis.CONTEXT), 1),
        (on(date(2024, 3, 10)), rough(date(2024, 3, 14), Basis.CONTEXT), 2),
        (rough(date(2024, 3, 18)), rough(PUBLISHED), 1),
        (rough(date(2024, 1, 18)), rough(PUBLISHED), 2),
        # a day that words tell stays hard
        (on(date(2024, 3, 18)), on(date(2024, 3, 19)), 2),
    ],
)
def test_rough_dates_exclude_little(left: When, right: When, events: int) -> None:
    """Of one person, an arrest on a day and one told as today's news are one, unless far apart."""
    graph = graph_of(story("a.txt", left), story("b.txt", right))
    assert len(arrests(graph)) == events


def test_two_days_of_news_are_one_happening() -> None:
    """What two texts of neighbouring days tell as their news is one, of one person."""
    graph = graph_of(
        story("a.txt", rough(date(2024, 3, 19)), date(2024, 3, 19)), story("b.txt", rough(PUBLISHED))
    )
    (event,) = arrests(graph)
    assert len(event.mentions) == 2
    (link,) = [link for link in graph.links if link.by == "same happening"]
    assert link.because == "They tell of the same patient, news of the same days."


def test_one_day_of_news_and_one_place_are_not_enough() -> None:
    """The day stands for itself in no text: it is not "the same day"."""
    graph = graph_of(
        *(
            story(f"{n}.txt", rough(PUBLISHED), person=name, place="Larnby")
            for n, name in enumerate(["He", "A man"])
        )
    )
    assert len(arrests(graph)) == 2


@pytest.mark.parametrize("first", ["a.txt", "c.txt"])
def test_the_day_that_words_tell_is_shown(first: str) -> None:
    """A rough date is neither shown beside a told one nor a claim against it, even if published later."""
    told, news = story(first, on(date(2024, 3, 18)), date(2024, 3, 19)), story("b.txt", rough(PUBLISHED))
    (event,) = arrests(graph_of(told, news))
    assert event.when is not None
    assert event.when.edtf == "2024-03-18"
    assert event.claims == ()


def test_alone_a_rough_date_is_shown_as_such() -> None:
    """It is better than none."""
    (event,) = arrests(graph_of(story("a.txt", rough(PUBLISHED))))
    assert event.when is not None
    assert event.when.approximate


def test_a_third_day_is_measured_by_the_told_one() -> None:
    """Joined with a rough date, a told day stays what it is: the day after it is another."""
    graph = graph_of(
        story("a.txt", on(date(2024, 3, 18))),
        story("b.txt", rough(PUBLISHED)),
        story("c.txt", on(date(2024, 3, 19))),
    )
    assert sorted(len(event.mentions) for event in arrests(graph)) == [1, 2]
