"""Who is said to do what: the subject of a verb, its own or one that it shares."""

from __future__ import annotations

from eventgraph.text.parse import Parsed, Token

HIGHEST = 6
"""Heads that are climbed in search of a subject."""
RELATIVE = frozenset({"WP", "WDT"})
SHARING = frozenset({"xcomp", "pcomp", "prep", "conj", "acomp", "advcl", "auxpass"})
"""How a verb hangs on another whose subject is its own too: "denied being", "resigned and was charged"."""


def subject_of(parsed: Parsed, verb: Token) -> Token | None:
    """Who is said to do it: the verb's own subject, or one above that it shares."""
    for _ in range(HIGHEST):
        own = parsed.child(verb, "nsubj", "nsubjpass")
        above = parsed.head(verb)
        if own is not None:
            return above if own.tag in RELATIVE and verb.dep == "relcl" else own
        if verb.dep in {"acl", "relcl"}:
            return above
        if verb.dep == "xcomp" and (held := parsed.child(above, "dobj")):
            return held
        if verb.dep not in SHARING:
            return None
        verb = above
    return None
