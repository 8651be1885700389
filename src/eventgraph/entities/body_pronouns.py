"""What "it" and "they" and their forms stand for: only the body that is the subject they must refer back to.

Two places are sure enough: the clause of what a body says ("Larnair said it had lost money"), and what
belongs to the subject of the clause ("Larnair sold its hangars"). Anywhere else "it" may be anything.
"""

from __future__ import annotations

from collections.abc import Callable

from eventgraph.entities.chains import Chain
from eventgraph.entities.figures import SUBJECTS
from eventgraph.entities.forms import group_of
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token

ChainOf = Callable[[Token], Chain | None]
"""The chain of the mention whose head a token is, if it is one."""


def body_meant(parsed: Parsed, token: Token, chain_of: ChainOf) -> Chain | None:
    """The one body that a pronoun must stand for, or None."""
    words = load_lexicon("names")["pronoun"]
    if token.lower in words["owning"]:
        subject = _owner(parsed, token)
    elif token.lower in words["acting"] and token.dep in SUBJECTS:
        subject = _speaker(parsed, parsed.head(token))
        if _is_expletive(parsed, token):
            subject = None
    else:
        return None
    if subject is None or subject.index >= token.index or parsed.child(subject, "conj") is not None:
        return None
    if token.lower in words["plural"] and _has_rivals(parsed, subject, token):
        return None
    chain = chain_of(subject)
    return chain if chain is not None and group_of(chain.first) == "body" else None


def _has_rivals(parsed: Parsed, subject: Token, token: Token) -> bool:
    """Whether several people or things stand before "they" or "their": "Larnair gave workers their wages"."""
    between = parsed.tokens[subject.index + 1 : token.index]
    return any(t.tag in {"NNS", "NNPS"} and t.dep not in {"compound", "nmod", "npadvmod"} for t in between)


def _owner(parsed: Parsed, token: Token) -> Token | None:
    """The subject of the clause of a possessive, or whoever says it where the subject itself is owned."""
    for verb in parsed.ancestors(token):
        subject = parsed.child(verb, *SUBJECTS)
        if subject is None:
            continue
        return _speaker(parsed, verb) if _is_below(parsed, token, subject) else subject
    return None


def _is_below(parsed: Parsed, token: Token, other: Token) -> bool:
    return any(above.index == other.index for above in (token, *parsed.ancestors(token)))


def _speaker(parsed: Parsed, verb: Token) -> Token | None:
    """Whoever says what a clause tells: the subject of the verb of saying above it."""
    while verb.dep == "conj" and verb.head != verb.index:
        verb = parsed.head(verb)
    above = parsed.head(verb)
    said = verb.dep == "ccomp" and above.lemma in load_lexicon("speech")["saying"]
    return parsed.child(above, "nsubj") if said else None


def _is_expletive(parsed: Parsed, token: Token) -> bool:
    """Whether "it" stands for a clause that follows: "said it was likely that", "it took a year to"."""
    verb = parsed.head(token)
    words = load_lexicon("names")["pronoun"]
    clause = parsed.child(verb, "ccomp", "xcomp", "advcl", "acl", "csubj") is not None
    quality = parsed.child(verb, "acomp", "attr", "oprd")
    below = quality is not None and parsed.child(quality, "ccomp", "xcomp", "acl", "relcl") is not None
    copula = verb.lemma == "be" and token.lower == "it" and quality is not None
    return verb.lemma in words["expletive"] or (copula and (clause or below))
