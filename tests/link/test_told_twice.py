"""What one text tells twice is one event; what only sounds alike stays apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

import pytest

from eventgraph.link import conclude
from eventgraph.model import Graph
from eventgraph.vocabulary import MentionKind, Verdict
from stories import Story

Roles = Mapping[str, str]


class Told(NamedTuple):
    """A trigger: its type, the words, the lemma, who takes part by role; names begin with a capital."""

    kind: str
    words: str
    lemma: str
    roles: Roles = MappingProxyType({})
    rule: str = "verb"
    nth: int = 1


WATCH = {"agent": "Larnby Watch"}
DETAIN = "Larnby Watch detains smugglers\n\n"


def graph_of(text: str, *told: Told) -> Graph:
    """The graph of one document."""
    story = Story("a.txt", text, date(2024, 3, 20))
    spans = {}
    for name in sorted({words for one in told for words in one.roles.values() if words[0].isupper()}):
        spans[name] = story.name("agency", name, by=MentionKind.NAME)
    for one in told:
        roles: dict[str, Sequence[object]] = {
            role: [spans.get(words, words)] for role, words in one.roles.items()
        }
        story.tell(one.kind, one.words, roles, lemma=one.lemma, rule=one.rule, nth=one.nth)  # type: ignore[arg-type]
    return conclude([story.observed()])


ONE = [
    # a headline and the first sentence, in words of one family
    ("Boats seized\n\nThe Watch has seized four old boats.", Told("seizure", "seized", "seize"),
     Told("seizure", "seized", "seize", nth=2)),
    ("Merger is decided\n\nA decision to merge fell on Monday night.", Told("event", "decided", "decide"),
     Told("event", "decision", "decision", {}, "open")),
    # of two types, in one word
    ("Boats handed over\n\nThe Watch handed over four old boats.", Told("event", "handed", "hand over"),
     Told("transfer", "handed", "hand over", nth=2)),
    # done by the same, to what the headline calls otherwise
    ("Larnby Watch buys jets\n\nToday Larnby Watch bought new aircraft for its men.",
     Told("acquisition", "buys", "buy", {**WATCH, "patient": "jets"}),
     Told("acquisition", "bought", "purchase", {**WATCH, "patient": "aircraft"})),
    # further down, done by the same to those described alike
    ("The rain did not stop at all.\n\nLarnby Watch moved boats. At noon Larnby Watch moved the boats.",
     Told("event", "moved", "move", {**WATCH, "patient": "boats"}),
     Told("event", "moved", "move", {**WATCH, "patient": "the boats"}, nth=2)),
    # nouns that point back
    ("They raided a barn at night. The raid was loud.", Told("search", "raided", "raid"),
     Told("search", "raid", "raid", {}, "noun")),
    ("They stabbed a man at night. The attack was short.", Told("attack", "stabbed", "stab"),
     Told("attack", "attack", "attack", {}, "noun")),
    ("The Watch protested at night. Its loud protest went on.", Told("protest", "protested", "protest"),
     Told("protest", "protest", "protest", {}, "noun")),
    ("It flew off at dawn. The flight was long.", Told("event", "flew", "fly"),
     Told("event", "flight", "flight", {}, "open")),
    ("The court filed a protest. Everyone heard the court's protest.",
     Told("protest", "protest", "protest", {}, "noun"),
     Told("protest", "protest", "protest", {}, "noun", 2)),
]  # fmt: skip

TWO = [
    # not in a headline, nobody named
    ("They left the town at noon. They left the hall at one.", Told("event", "left", "leave"),
     Told("event", "left", "leave", nth=2)),
    # in the headline, but of others
    ("Larnby Watch wins\n\nToday Tarby Guard won a case at the court.",
     Told("event", "wins", "win", {"patient": "Larnby Watch"}),
     Told("event", "won", "win", {"patient": "Tarby Guard"})),
    # told of more than before
    ("They raided a barn at night. A second raid was loud.", Told("search", "raided", "raid"),
     Told("search", "raid", "raid", {}, "noun")),
    ("They held a man at noon. They held another man at one.",
     Told("arrest", "held", "hold", {"patient": "a man"}),
     Told("arrest", "held", "hold", {"patient": "another man"}, nth=2)),
    # "the" is not of the trigger's own phrase, or it says which
    ("They raided a barn at night. The number of raids grew.", Told("search", "raided", "raid"),
     Told("search", "raids", "raid", {}, "noun")),
    ("They cheated a bank at night. The seed scam was older.", Told("fraud", "cheated", "cheat"),
     Told("fraud", "scam", "scam", {}, "noun")),
    # words of many meanings point back to themselves alone
    ("Profits rose by a fifth. The slump is over.", Told("market", "rose", "rise"),
     Told("market", "slump", "slump", {}, "noun")),
    # nouns that others do
    ("Tarby Guard raided a barn. The Larnby Watch raid was loud.",
     Told("search", "raided", "raid", {"agent": "Tarby Guard"}),
     Told("search", "raid", "raid", WATCH, "noun")),
    # two sayings
    ("Larnby Watch said it rained. Later on Larnby Watch said it snowed.",
     Told("announcement", "said", "say", WATCH),
     Told("announcement", "said", "say", WATCH, nth=2)),
    ("Larnby Watch told Tarby Guard a story. Later on Larnby Watch told Tarby Guard more.",
     Told("announcement", "told", "tell", {**WATCH, "patient": "Tarby Guard"}),
     Told("announcement", "told", "tell", {**WATCH, "patient": "Tarby Guard"}, nth=2)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "first", "second"), ONE)
def test_one_event(text: str, first: Told, second: Told) -> None:
    """The two are joined, by a link that says why in whole sentences."""
    graph = graph_of(text, first, second)
    assert [len(event.mentions) for event in graph.events] == [2]
    (link,) = [link for link in graph.links if link.by in {"same happening", "points back"}]
    assert link.verdict is Verdict.SAME
    assert link.because.endswith(".")


@pytest.mark.parametrize(("text", "first", "second"), TWO)
def test_two_events(text: str, first: Told, second: Told) -> None:
    """The two stay apart."""
    graph = graph_of(text, first, second)
    assert [len(event.mentions) for event in graph.events] == [1, 1]
    assert not [link for link in graph.links if link.verdict is Verdict.SAME]


def test_of_two_types_the_one_that_says_more() -> None:
    """A happening told in words of no type and of a type is of that type; each mention keeps its own."""
    text, *told = ONE[2]
    (event,) = graph_of(text, *told).events
    assert event.type == "transfer"
    assert [mention.type for mention in event.mentions] == ["event", "transfer"]


def test_the_headline_is_what_the_first_sentence_tells() -> None:
    """Further down, others described otherwise are others, whatever the headline was joined with."""
    text = (
        "Larnby Watch holds smugglers\n\nLarnby Watch held two men today. At night Larnby Watch held a woman."
    )
    holds = Told("arrest", "holds", "hold", {**WATCH, "patient": "smugglers"})
    men = Told("arrest", "held", "hold", {**WATCH, "patient": "two men"})
    woman = Told("arrest", "held", "hold", {**WATCH, "patient": "a woman"}, nth=2)
    graph = graph_of(text, holds, men, woman)
    assert sorted(len(event.mentions) for event in graph.events) == [1, 2]


def test_the_nearest_is_meant() -> None:
    """Of two that were told in the same word, a noun means the later one."""
    text = "They raided a barn. They raided a farm. The raid was loud."
    barn = Told("search", "raided", "raid", {"patient": "a barn"})
    farm = Told("search", "raided", "raid", {"patient": "a farm"}, nth=2)
    graph = graph_of(text, barn, farm, Told("search", "raid", "raid", {}, "noun"))
    (joined,) = [event for event in graph.events if len(event.mentions) == 2]
    assert joined.mentions[0].start == text.index("raided a farm")


def test_of_two_texts_words_alone_are_not_enough() -> None:
    """The same headline over two texts joins nothing across them."""
    stories = []
    for origin in ("a.txt", "b.txt"):
        story = Story(origin, f"Boats seized in {origin}\n\nNobody said more than that.", date(2024, 3, 20))
        story.tell("seizure", "seized", lemma="seize")
        stories.append(story.observed())
    graph = conclude(stories)
    assert [len(event.mentions) for event in graph.events] == [1, 1]


def test_one_of_many_is_not_all() -> None:
    """One arrest by name and nineteen arrests are two, though of one operation and in one word."""
    story = Story("a.txt", "Operation Tern: Bo Lind was arrested. In all 19 were arrested by now.", None)
    operation = story.name("operation", "Operation Tern")
    story.tell("arrest", "arrested", {"patient": [story.name("person", "Bo Lind")]}, operation=operation)
    story.tell("arrest", "arrested", nth=2, operation=operation, quantities=(story.number("19", 19),))
    events = [event for event in conclude([story.observed()]).events if event.type == "arrest"]
    assert [len(event.mentions) for event in events] == [1, 1]
