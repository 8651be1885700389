"""Best names, other names, types and ids of entities."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.link import conclude
from eventgraph.link.naming import best_name, distinct_ids, other_names
from eventgraph.model import Attribute, Document, Mention, Observations
from eventgraph.vocabulary import MentionKind

NAM, NOM, PRO = MentionKind.NAME, MentionKind.NOMINAL, MentionKind.PRONOUN


def named(*names: str, kind: str = "agency", by: MentionKind = NAM) -> list[Mention]:
    """Mentions with these names, one after the other."""
    return [Mention("d", n * 100, n * 100 + 1, type=kind, name=name, kind=by) for n, name in enumerate(names)]


@pytest.mark.parametrize(
    ("kind", "names", "best"),
    [
        ("agency", ["LAPD", "LAPD", "Los Angeles Police Department"], "Los Angeles Police Department"),
        ("agency", ["LARNBY WATCH", "Larnby Watch"], "Larnby Watch"),
        ("agency", ["LA Crimes Unit", "Harbour Crimes Unit"], "Harbour Crimes Unit"),
        ("agency", ["Harbour Crimes (HC) Unit"], "Harbour Crimes Unit"),
        ("agency", ["LHP"], "LHP"),
        ("person", ["Quist", "Quist", "Ada Quist"], "Ada Quist"),
        ("person", ["Ada Quist", "Ada B. Quist", "Ada Quist"], "Ada B. Quist"),
        ("operation", ["Grey Heron", "Grey Heron", "Operation Grey Heron"], "Operation Grey Heron"),
        ("location", ["PORTO BELO"], "Porto Belo"),
        ("location", ["UAE"], "UAE"),
        ("organisation", [], ""),
    ],
)
def test_best_name(kind: str, names: list[str], best: str) -> None:
    """The full name that most mentions support; never an acronym where there is a name."""
    assert best_name(named(*names, kind=kind)) == best


def test_other_names() -> None:
    """Names and telling descriptions, each once; bare ones and pronouns are none."""
    mentions = [
        *named("Larnby Watch", "LW", "lw", "Watch"),
        *named("harbour protection agency", "agency", "local police", "senator", by=NOM),
        *named("it", by=PRO),
    ]
    assert other_names(mentions, "Larnby Watch") == ("LW", "Watch", "harbour protection agency")


def test_ids_given_first_stay() -> None:
    """Of two that read alike the first keeps the readable id, so that a later one does not change it."""
    one, two, three = (
        ("a", "agency:watch", "1" * 16),
        ("b", "agency:watch", "2" * 16),
        ("c", "agency:watch", "2" * 16),
    )
    assert distinct_ids([one]) == {"a": "agency:watch"}
    assert distinct_ids([one, two, three]) == {
        "a": "agency:watch",
        "b": "agency:watch-22222222",
        "c": "agency:watch-2222222222222222",
    }


def observed(text: str, *mentions: Mention) -> Observations:
    """A document with mentions at its beginning."""
    return Observations(document=Document(id="d", origin="a.txt", text=text), mentions=mentions)


def test_what_nobody_names_is_no_entity() -> None:
    """Descriptions and pronouns alone make none."""
    graph = conclude([observed("the agency said it", *named("agency", by=NOM), *named("it", by=PRO))])
    assert graph.entities == ()


def test_details_and_care_are_kept() -> None:
    """Each attribute once, with the words that say it; one protected mention protects all."""
    age = Attribute("d", 10, 11, key="age", value="9")
    mention = Mention("d", 0, 8, type="person", name="Mia Rowe", attributes=(age, age), protected=True)
    (child,) = conclude([observed("Mia Rowe, 9", mention)]).entities
    assert (child.protected, child.attributes) == (True, (age,))


@given(st.text(min_size=1, max_size=300))
def test_any_name_makes_a_readable_id(name: str) -> None:
    """Type, colon, and lower-case letters, digits and dashes."""
    mention = Mention("d", 0, len(name), type="agency", name=name)
    (entity,) = conclude([observed(name, mention)]).entities
    assert re.fullmatch(r"agency:[a-z0-9]+(-[a-z0-9]+)*", entity.id)
