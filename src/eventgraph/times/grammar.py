"""The rules of ``lexicon/times/rules.toml`` and where they match: tokens in, matches out.

A rule is a regular expression over kinds of tokens, compiled to one over their one-character codes.
All repeats in the rules are bounded, so matching is linear in the number of tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

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
    is_range: bool = False


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


def read_rule(row: dict[str, str], *, is_range: bool) -> Rule:
    """A row of the TOML file as a rule. ConfigError where it names what is not there."""
    name, guard = row["name"], row.get("guard", "")
    if guard and guard not in GUARDS:
        raise ConfigError(f"lexicon/times/rules.toml: {name}: no guard is named {guard}")
    try:
        pattern = re.compile(_translate(name, row["pattern"], _names()))
    except re.error as error:
        raise ConfigError(f"lexicon/times/rules.toml: {name}: {error}") from error
    return Rule(name, pattern, row.get("makes", "calendar"), guard, is_range)


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


def find_matches(tokens: Tokens) -> list[Match]:
    """The matches of a text in its order: longest first, then by rule, none overlapping another."""
    candidates = sorted(find_candidates(tokens), key=lambda found: (found[0] - found[1], found[2], found[0]))
    rules = load_rules()
    taken = bytearray(len(tokens))
    chosen = []
    for first, last, number in candidates:
        if any(taken[first:last]):
            continue
        rule = rules[number]
        if rule.guard and not GUARDS[rule.guard](tokens, first, last):
            continue
        taken[first:last] = b"\1" * (last - first)
        chosen.append(Match(rule, tokens, first, last))
    return sorted(chosen, key=lambda match: match.first)


def find_candidates(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """First token, last token (excluded) and number of the rule, of whatever any rule matches."""
    codes, places = _promising(tokens.codes)
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
