"""How real a relation is, by the words of the clause that tells it and of what governs it."""

from __future__ import annotations

from collections.abc import Iterator

from eventgraph.entities.knowledge import post_verbs
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token
from eventgraph.vocabulary import Status

GOVERNED = {"xcomp", "ccomp", "pcomp", "prep", "acomp", "acl"}
"""How a clause hangs on what says how real it is: "accused of being a member", "denied that he is one"."""
HIGHEST = 8
"""Heads that are climbed in search of what says how real it is."""
UNREAL = frozenset({Status.HYPOTHETICAL, Status.NEGATED, Status.DENIED})
"""What is told so is no fact about anybody."""
ORDER = tuple(Status)


def clause_status(parsed: Parsed, verb: Token) -> Status:
    """The first status that the words around a verb call for; without any, it is so.

    "will become" is planned, "is not" negated, "is accused of being" alleged, "denied being" denied.
    """
    found = set(_of_clause(parsed, verb))
    token = verb
    for _ in range(HIGHEST):
        above = parsed.head(token)
        if token.dep not in GOVERNED or above is token:
            break
        if token.dep == "ccomp" and token.index < above.index:
            break
        found.update(_governed(token, above, parsed))
        if above.pos in {"VERB", "AUX"}:
            found.update(status for status in _of_clause(parsed, above) if token.dep == "xcomp")
        token = above
    return next((status for status in ORDER if status in found), Status.HAPPENED)


def _of_clause(parsed: Parsed, verb: Token) -> Iterator[Status]:
    """What auxiliaries, negations, adverbs and conjunctions of the verb itself say."""
    words = load_lexicon("status")["clause"]
    for child in parsed.children(verb, "aux", "neg", "advmod", "mark", "preconj"):
        lower = child.lower
        if lower in words["negated"]:
            yield Status.NEGATED
        elif lower in words["alleged"]:
            yield Status.ALLEGED
        elif child.dep == "aux" and lower in words["planned"]:
            yield Status.PLANNED
        elif (child.dep == "mark" and lower in words["conditional"]) or (
            child.dep == "aux" and lower in words["hypothetical"]
        ):
            yield Status.HYPOTHETICAL
    if any(child.lower == "no" for noun in parsed.children(verb, "attr") for child in parsed.children(noun)):
        yield Status.NEGATED


def _governed(token: Token, above: Token, parsed: Parsed) -> Iterator[Status]:
    """What the word above a clause says of it."""
    words, lemma = load_lexicon("status")["above"], above.lemma
    if lemma in words["alleged"] or lemma in words["alleged_nouns"]:
        yield Status.ALLEGED
    if lemma in words["denied"]:
        yield Status.DENIED
    infinitive = any(child.tag == "TO" for child in parsed.children(token, "aux"))
    if infinitive and (lemma in words["planned"] or lemma in post_verbs().nominates or lemma == "be"):
        yield Status.PLANNED
