"""By how many votes something was decided: "voted 61 to 38", "passed it 5-4", "by a 51-49 vote"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from eventgraph.events.grammar import governing_verb
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token

JOINTS = {"to", "-", "\u2013", "\u2014", "against"}
FARTHEST_VOTE = 3
"""Words between a verb of deciding and the first figure ("passed the bill 5-4", "voted by 15 to 12")."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Two figures with their values, and the word that says that a vote was taken."""

    figures: tuple[tuple[Token, Decimal], ...]
    above: Token


def read_tally(parsed: Parsed, index: int) -> Tally | None:
    """The votes for and against that begin at a token; None if none do."""
    tokens = parsed.tokens[index : index + 3]
    if len(tokens) < len(("61", "to", "38")) or tokens[1].text.lower() not in JOINTS:
        return None
    values = [_value(token) for token in (tokens[0], tokens[2])]
    above = _decided(parsed, tokens[0], tokens[2])
    if above is None or values[0] is None or values[1] is None:
        return None
    return Tally(((tokens[0], values[0]), (tokens[2], values[1])), above)


def _value(token: Token) -> Decimal | None:
    words = load_lexicon("quantities")["digits"]
    if token.text.isdigit():
        return Decimal(token.text)
    return Decimal(words[token.lower]) if token.lower in words else None


def _decided(parsed: Parsed, first: Token, last: Token) -> Token | None:
    """The noun behind or the verb before two figures by which they are votes."""
    words = load_lexicon("quantities")["tallies"]
    behind = parsed.tokens[last.index + 1 : last.index + 2]
    if behind and behind[0].lemma in words["nouns"]:
        return behind[0]
    before = parsed.tokens[max(0, first.index - FARTHEST_VOTE) : first.index]
    for token in reversed(before):
        if token.lemma in words["words"]:
            return token
    verb = governing_verb(parsed, first)
    near = verb is not None and verb.index < first.index and verb.sentence == first.sentence
    by = bool(before) and before[-1].lower == "by"
    if verb is not None and near and verb.lemma in words["verbs"] and (by or verb in before):
        return verb
    return None
