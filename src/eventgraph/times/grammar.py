"""The rules of ``lexicon/times/rules.toml`` and where they match: tokens in, matches out.

A rule is a regular expression over kinds of tokens, compiled to one over their one-character codes.
All repeats in the rules are bounded, so matching is linear in the number of tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from eventgraph.errors import ConfigError
from eventgraph.lexicon import load_lexicon
from eventgraph.times.guards import GUARDS
from eventgraph.times.tokens import Tokens
from eventgraph.times.words import Value, load_words

NAME = re.compile(r"[a-z_]+")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over the codes of tokens and what a match is read as; see the TOML file."""

    name: str
    pattern: re.Pattern[str]
    makes: str
    guard: str
    units: frozenset[str] = frozenset()
    is_range: bool = False

    def accepts(self, tokens: Tokens, first: int, last: int) -> bool:
        """Whether a match of the pattern stands: it has a unit asked for, and the guard lets it pass."""
        if self.units and self.units.isdisjoint(map(str, tokens.values[first:last])):
            return False
        return not self.guard or GUARDS[self.guard](tokens, first, last)


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens ``first`` to ``last`` (excluded) that a rule matched."""

    rule: Rule
    tokens: Tokens
    first: int
    last: int

    @property
    def start(self) -> int:
        """Its first code point in the text of the tokens."""
        return self.tokens.starts[self.first]

    @property
    def end(self) -> int:
        """The end (excluded) in the text of the tokens."""
        return self.tokens.ends[self.last - 1]

    @property
    def kinds(self) -> list[str]:
        """The kinds of its tokens."""
        return self.tokens.kinds[self.first : self.last]

    def has(self, *kinds: str) -> bool:
        """Whether a token of one of these kinds is among its tokens."""
        return not frozenset(kinds).isdisjoint(self.kinds)

    def find(self, *kinds: str) -> int | None:
        """The index, in the whole text, of the first token of one of these kinds."""
        for index in range(self.first, self.last):
            if self.tokens.kinds[index] in kinds:
                return index
        return None

    def value(self, *kinds: str) -> Value:
        """The value of the first token of one of these kinds; None if there is none."""
        index = self.find(*kinds)
        return None if index is None else self.tokens.values[index]

    def number(self, *kinds: str) -> int | None:
        """The same, if it is a number."""
        value = self.value(*kinds)
        return value if isinstance(value, int) else None

    def part(self, first: int, last: int) -> Match:
        """A part of the match, as a match of the same rule."""
        return Match(self.rule, self.tokens, first, last)


@cache
def load_rules() -> tuple[Rule, ...]:
    """The rules in their order. ConfigError where a rule names a kind, macro or guard that is not there."""
    table = load_lexicon("times/rules")
    rules = [read_rule(row, is_range=False) for row in table["rule"]]
    return (*rules, *(read_rule(row, is_range=True) for row in table["range"]))


def read_rule(row: dict[str, Any], *, is_range: bool) -> Rule:
    """A row of the TOML file as a rule. ConfigError where it names what is not there."""
    name, guard = row["name"], row.get("guard", "")
    if guard and guard not in GUARDS:
        raise ConfigError(f"lexicon/times/rules.toml: {name}: no guard is named {guard}")
    try:
        pattern = re.compile(_translate(name, row["pattern"], _names()))
    except re.error as error:
        raise ConfigError(f"lexicon/times/rules.toml: {name}: {error}") from error
    units = frozenset(row.get("unit", ()))
    return Rule(name, pattern, row.get("makes", "calendar"), guard, units, is_range)


@cache
def _names() -> dict[str, str]:
    """What a pattern may name: kinds by their codes, macros by their patterns."""
    names = dict(load_words().codes)
    for macro, pattern in load_lexicon("times/rules")["macros"].items():
        names[macro] = _translate(macro, pattern, names)
    return names


def _translate(name: str, pattern: str, names: dict[str, str]) -> str:
    """A pattern over names as one over codes; its groups capture nothing."""

    def code(match: re.Match[str]) -> str:
        if match[0] not in names:
            raise ConfigError(f"lexicon/times/rules.toml: {name}: no kind of token is named {match[0]}")
        return names[match[0]]

    uncaptured = re.sub(r"\((?!\?)", "(?:", NAME.sub(code, pattern))
    return "(?:" + re.sub(r"\s+", "", uncaptured) + ")"


MOST_ROUNDS = 3
"""So often the rules run over what no match has taken yet."""


def find_matches(tokens: Tokens) -> list[Match]:
    """The matches of a text in its order: longest first, then by rule, none overlapping another.

    A rule offers its longest match at each place. Where that loses to another rule's, the rules run once
    more over what is left: of "Monday 9 a.m. to 5 p.m." the day is found beside the hours.
    """
    codes, chosen = tokens.codes, list[Match]()
    for _ in range(MOST_ROUNDS):
        found, crowded = _choose(tokens, codes)
        chosen += found
        if not crowded:
            break
        codes = _without(codes, found)
    return sorted(chosen, key=lambda match: match.first)


def _choose(tokens: Tokens, codes: str) -> tuple[list[Match], bool]:
    """The matches of some codes, and whether any lost to a longer one."""
    rules, taken, chosen, crowded = load_rules(), bytearray(len(codes)), list[Match](), False
    for first, last, number in sorted(
        find_candidates(codes), key=lambda found: (found[0] - found[1], found[2], found[0])
    ):
        if any(taken[first:last]):
            crowded = crowded or not all(taken[first:last])
        elif rules[number].accepts(tokens, first, last):
            taken[first:last] = b"\1" * (last - first)
            chosen.append(Match(rules[number], tokens, first, last))
    return chosen, crowded


def _without(codes: str, found: list[Match]) -> str:
    """The codes with what was found made words of no kind."""
    other, rest, position = load_words().codes["other"], list[str](), 0
    for match in sorted(found, key=lambda match: match.first):
        rest += [codes[position : match.first], other * (match.last - match.first)]
        position = match.last
    return "".join([*rest, codes[position:]])


def find_candidates(codes: str) -> Iterator[tuple[int, int, int]]:
    """First token, last token (excluded) and number of the rule, of whatever any rule matches."""
    codes, places = _promising(codes)
    for number, rule in enumerate(load_rules()):
        for match in rule.pattern.finditer(codes):
            yield places[match.start()], places[match.end() - 1] + 1, number


def _promising(codes: str) -> tuple[str, list[int]]:
    """The stretches that may hold an expression, joined, and the token of each of their codes.

    A stretch lies between words that have nothing to do with time; the one behind it stays as its end.
    """
    stretch, essential = _stretches()
    kept: list[str] = []
    places: list[int] = []
    for match in stretch.finditer(codes):
        if essential.search(match[0]):
            kept.append(match[0])
            places.extend(range(match.start(), match.end()))
    return "".join(kept), places


@cache
def _stretches() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Codes up to and with the next word of no kind; what at least must stand in them."""
    other = load_words().codes["other"]
    patterns = [
        _translate("essential", pattern, _names()) for pattern in load_lexicon("times/rules")["essential"]
    ]
    single = "".join(pattern[3:-1] for pattern in patterns if len(pattern) == LONE_CODE)
    longer = [pattern for pattern in patterns if len(pattern) != LONE_CODE]
    return re.compile(f"[^{other}]+{other}?"), re.compile("|".join([f"[{single}]", *longer]))


LONE_CODE = len("(?:x)")
"""How long the pattern of a single kind is."""
