"""Folding, lexing and the grammar as data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.errors import ConfigError
from eventgraph.lexicon import load_lexicon
from eventgraph.times.fold import fold
from eventgraph.times.grammar import find_matches, load_rules, read_rule
from eventgraph.times.guards import GUARDS
from eventgraph.times.normalise import MAKERS
from eventgraph.times.tokens import lex


@given(st.text())
def test_fold_keeps_the_way_back(text: str) -> None:
    """Each plain character stands where its original stood, in order."""
    folded = fold(text)
    places = [folded.original(index, index + 1) for index in range(len(folded.text))]
    assert all(end == start + 1 for start, end in places)
    assert places == sorted(places)
    assert not places or places[-1][1] <= len(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("٣ May", "3 May"),
        ("Mar\u00adch\u00a03", "March 3"),
        ("1939\u20131945", "1939-1945"),
        ("last year\u2019s", "last year's"),
        ("plain", "plain"),
    ],
)
def test_fold(text: str, plain: str) -> None:
    """Digits, dashes, apostrophes and blanks become plain, what nobody sees vanishes."""
    assert fold(text).text == plain


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("May 3, 2012", ["month", "day", "comma", "year"]),
        ("you may go", ["other", "other", "other"]),
        ("Nov. 3", ["month", "day"]),
        ("Nov 3", ["shortmonth", "day"]),
        ("the 22nd", ["the", "dayordinal"]),
        ("at 3 p.m.", ["at", "clock"]),
        ("at 10:30 EST", ["at", "clock", "zone"]),
        ("at 10:30 am.", ["at", "clock", "stop"]),
        ("the '90s", ["the", "decade"]),
        ("12/3/2014", ["numeric"]),
        ("2014-12-03", ["iso"]),
        ("$2012", ["currency", "year"]),
        ("99999 men", ["number", "other"]),
        ("New Year's  Eve", ["holiday"]),
        ("Q3 FY2012", ["quartername", "fiscalyear"]),
        ("one\n\ntwo", ["numberword", "break", "numberword"]),
    ],
)
def test_kinds_of_tokens(text: str, kinds: list[str]) -> None:
    """Words get their kind from the lexicon, numbers and signs from their shape."""
    assert lex(text).kinds == kinds


def test_every_rule_matches_its_example() -> None:
    """The example of each rule in rules.toml fires that rule."""
    table = load_lexicon("times/rules")
    for row in [*table["rule"], *table["range"]]:
        fired = [match.rule.name for match in find_matches(lex(row["example"]))]
        assert row["name"] in fired, row["example"]


def test_rules_use_what_is_there() -> None:
    """Each guard and each maker is used by a rule, and each rule's maker exists."""
    rules = load_rules()
    assert {rule.makes for rule in rules if not rule.is_range} == set(MAKERS)
    assert {rule.guard for rule in rules} - {""} == set(GUARDS)
    assert len({rule.name for rule in rules}) == len(rules)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"name": "x", "pattern": "nonsense"}, "no kind of token is named nonsense"),
        ({"name": "x", "pattern": "year", "guard": "nonsense"}, "no guard is named nonsense"),
        ({"name": "x", "pattern": "(year"}, "x: "),
    ],
)
def test_broken_rule(row: dict[str, str], message: str) -> None:
    """A rule that names what is not there is refused with its name."""
    with pytest.raises(ConfigError, match=message):
        read_rule(row, is_range=False)
