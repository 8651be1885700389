"""Verbs that the lexicon does not know, typed by what stands beside them; each row has a verb of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eventgraph.events.entries import load_triggers

pytestmark = pytest.mark.model

TypesAt = Callable[[str, str], set[str]]

TOLD = [
    ("Three inmates sawed their way out of the jail in Osterholm.", "sawed", "escape"),
    ("Two prisoners chiselled their way out of the jail on Sunday.", "chiselled", "escape"),
    ("Passers-by yanked a toddler out of the river.", "yanked", "rescue"),
    ("A crew hoisted two climbers from a ledge.", "hoisted", "rescue"),
    ("Stewards confiscating nothing, police took 14 knives off the fans.", "took", "seizure"),
    ("Officers wrested a rifle from the man.", "wrested", "seizure"),
    ("Prosecutors added two counts on Friday.", "added", "charge"),
    ("Prosecutors appended a charge of perjury.", "appended", "charge"),
    ("The president romped to a third term.", "romped", "election"),
    ("The party breezed to victory in Norland.", "breezed", "election"),
    ("Norland rushed 400 soldiers to the border.", "rushed", "deployment"),
    ("The army trucked reinforcements to the border.", "trucked", "deployment"),
    ("Flames raced through the pine woods.", "raced", "disaster"),
    ("Lava crept across the road.", "crept", "disaster"),
    ("The storm chewed up two bridges.", "chewed", "damage"),
    ("The flood gnawed away the road at Larnby.", "gnawed", "damage"),
    ("The floods have turned 12,000 people out of their homes.", "turned", "evacuation"),
    ("Coaches whisked 3,000 villagers from their homes.", "whisked", "evacuation"),
    ("The crew floated cigarettes across the border by night.", "floated", "trafficking"),
    ("The brothers lugged heroin over the border.", "lugged", "trafficking"),
]

TRAPS = [
    ("He sang his way out of the school choir.", "sang", "escape"),
    ("The wave tore two swimmers from the pool.", "tore", "rescue"),
    ("Officers learned of the rifle from a neighbour.", "learned", "seizure"),
    ("Prosecutors postponed the interview.", "postponed", "charge"),
    ("The party sang of victory.", "sang", "election"),
    ("The army sang to the border guards.", "sang", "deployment"),
    ("The storm amused the children.", "amused", "damage"),
    ("The Red Cross was turned back at a roadblock on Tuesday.", "turned", "denial"),
    ("The coach was turned back on a mountain road on Friday.", "turned", "denial"),
    ("The crew floated music across the border.", "floated", "trafficking"),
]


def test_any_verb_comes_last(event_types_at: TypesAt) -> None:
    """A verb that the lexicon has keeps its type, whatever stands beside it."""
    assert load_triggers().verbs["arrest"] == "arrest"
    assert event_types_at("Police arrested two swimmers from the river.", "arrested") == {"arrest"}


@pytest.mark.parametrize(("text", "words", "kind"), TOLD)
def test_what_stands_beside_a_verb_tells_its_type(
    event_types_at: TypesAt, text: str, words: str, kind: str
) -> None:
    """The words tell an event of the type."""
    assert kind in event_types_at(text, words)


@pytest.mark.parametrize(("text", "words", "kind"), TRAPS)
def test_what_stands_beside_a_verb_may_tell_nothing(
    event_types_at: TypesAt, text: str, words: str, kind: str
) -> None:
    """The words tell no event of the type."""
    assert kind not in event_types_at(text, words)
