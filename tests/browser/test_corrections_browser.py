"""Corrections that are copied from the explorer, and what a build makes of them."""

from __future__ import annotations

from datetime import date

import pytest

from eventgraph.link import conclude
from eventgraph.link.decisions import parse_decisions
from eventgraph.model import Event, Graph
from opened import KEEP_COPIED, Open, Opened, until
from samples import SAMPLE
from stories import Story, on

pytestmark = pytest.mark.browser

ALL = """
() => {
  const { sayings } = shelf.require("./correct");
  const { events, entities } = shelf.require("./page");
  const changed = { edtf: "2001-02", name: 'A "new" name' };
  return [...events, ...entities].flatMap((thing) => sayings(thing).map((saying) => {
    const values = saying.fields.map(({ key, field }) => [key, changed[key] || field.value]);
    return [thing.id + " " + saying.key, saying.write(Object.fromEntries(values), "why \\\\ so")];
  }));
}
"""
"""What each choice of the window gives for each thing of the page."""


def stories() -> list[Story]:
    """Three reports: an arrest told twice, in words that stand more than once, and a search by others."""
    told = []
    for origin, day in (("a.txt", "Tuesday"), ("sub/b.txt", "12 March")):
        text = f"None was arrested at first. Harbour Police arrested Bo Lind in Larnby on {day}."
        text += " Harbour Police left."
        story = Story(origin, text, date(2024, 3, 14))
        police, lind = story.name("agency", "Harbour Police"), story.name("person", "Bo Lind")
        story.same(police, story.name("agency", "Harbour Police", 2))
        place = story.name("location", "Larnby")
        story.tell(
            "arrest",
            "arrested",
            {"agent": [police], "patient": [lind]},
            nth=2,
            when=on(date(2024, 3, 12)),
            when_span=story.time(day, on(date(2024, 3, 12))),
            places=story.where(place),
        )
        told.append(story)
    other = Story("c.txt", "The Coast Guard searched a boat in Port Elin.", date(2024, 3, 20))
    guard, port = other.name("agency", "Coast Guard"), other.name("location", "Port Elin")
    other.tell("search", "searched", {"agent": [guard]}, places=other.where(port))
    return [*told, other]


def built(text: str = "") -> Graph:
    """The graph of the reports, with the decisions of a file."""
    return conclude([story.observed() for story in stories()], parse_decisions(text))


def event(graph: Graph, kind: str) -> Event:
    """The only event of a type."""
    (found,) = (event for event in graph.events if event.type == kind)
    return found


def corrected(opened: Opened, saying: str, **values: str) -> str:
    """What the window gives to copy: a choice, its fields filled, and the button pressed."""
    page = opened.page
    page.evaluate(KEEP_COPIED)
    page.click("#panel >> text=Correct")
    page.check(f'dialog input[value="{saying}"]')
    for name, value in values.items():
        field = page.locator(f'dialog [name="{name}"]')
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    page.click("dialog >> text=Copy as decision")
    until(page, "globalThis.copied !== undefined")
    return str(page.evaluate("globalThis.copied"))


def test_every_choice_is_a_decision_that_a_build_applies(open_explorer: Open) -> None:
    """For all events and names at once: each text is read, and none of them becomes a problem."""
    opened = open_explorer(built())
    rows = dict(opened.page.evaluate(ALL))
    assert len(rows) >= 25
    for what, text in rows.items():
        (decision,) = parse_decisions(text)[:1]
        assert decision.note == "why \\ so", what
        assert built(text).problems == (), (what, text)
    assert opened.complaints == []


def test_a_rejected_event_is_gone_with_all_that_tell_it(open_explorer: Open) -> None:
    """Each telling is rejected, by its place where the word stands twice."""
    graph = built()
    arrest = event(graph, "arrest")
    assert len(arrest.mentions) == 2
    text = corrected(open_explorer(graph, fragment=arrest.id), "reject")
    assert text.count("[[reject]]") == 2
    assert text.count("nth = 2") == 2
    assert [event.type for event in built(text).events] == ["search"]


def test_an_event_is_redated(open_explorer: Open) -> None:
    """With the note, as EDTF; what cannot be a date is not copied."""
    graph = built()
    opened = open_explorer(graph, fragment=event(graph, "search").id)
    text = corrected(opened, "redate", edtf="2024-03", note='He said "in March"')
    when = event(built(text), "search").when
    assert when
    assert (when.edtf, str(when.basis)) == ("2024-03", "decision")
    opened.page.fill("dialog [name=edtf]", "next week")
    assert opened.page.locator("dialog .main").is_disabled()


def test_an_event_is_retyped(open_explorer: Open) -> None:
    """The types are those of the schema."""
    graph = built()
    text = corrected(open_explorer(graph, fragment=event(graph, "search").id), "retype", type="seizure")
    assert event(built(text), "seizure")


def test_a_name_is_renamed_retyped_and_left_out(open_explorer: Open) -> None:
    """As the panel of a name offers."""
    opened = open_explorer(built(), fragment="agency:harbour-police")
    texts = {}
    for saying, values in (
        ("rename", {"name": "Port Police"}),
        ("retype", {"type": "organisation"}),
        ("reject", {}),
    ):
        texts[saying] = corrected(opened, saying, **values)
        opened.page.click("dialog >> text=Close")
    assert "agency:port-police" in {entity.id for entity in built(texts["rename"]).entities}
    assert "organisation:harbour-police" in {entity.id for entity in built(texts["retype"]).entities}
    assert "Harbour Police" not in {entity.name for entity in built(texts["reject"]).entities}


def test_two_names_are_one_and_one_is_two(open_explorer: Open) -> None:
    """A merge names the other; a split names the words that mean somebody else."""
    opened = open_explorer(built(), fragment="agency:harbour-police")
    merged = built(corrected(opened, "merge", other="agency:coast-guard"))
    assert len([entity for entity in merged.entities if entity.type == "agency"]) == 1
    opened.page.click("dialog >> text=Close")
    split = built(corrected(opened, "split", pin="1"))
    assert len([entity for entity in split.entities if entity.type == "agency"]) == 3


def test_a_merge_is_undone(open_explorer: Open) -> None:
    """The two mentions that a link ties are kept apart."""
    opened = open_explorer(built(), fragment="agency:harbour-police")
    text = corrected(opened, "unmerge")
    assert text.startswith("[[split]]")
    assert "b = {" in text
    assert built(text).problems == ()


def test_an_operation_is_corrected_as_name_or_event(open_explorer: Open) -> None:
    """What is meant is chosen first; the window closes with Escape and leaves the selection."""
    opened = open_explorer(SAMPLE, fragment="operation:grey-heron")
    page = opened.page
    page.click("#panel >> text=Correct")
    page.select_option("dialog [name=subject]", "1")
    assert page.locator('dialog input[value="redate"]').is_visible()
    assert page.locator('dialog input[value="reject"]').count() == 0
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog", state="detached")
    assert opened.heading == "Operation Grey Heron"
