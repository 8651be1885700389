"""Words of one family: what is decided is a decision, whoever delivers makes a delivery.

The family of a word is a made-up stem, the same for the verb and the nouns made from it. It is good for
comparing words of one text and for nothing else: "station" and "state" have stems that mean nothing.
"""

from __future__ import annotations

from functools import cache

from eventgraph.lexicon import load_lexicon

SHORTEST = 2
"""Letters that are left of a word, at least, when an ending is cut off."""
VOWELS = "aeiou"


@cache
def family(lemma: str) -> str:
    """The stem of a trigger's first word, in lower case; "" for verbs that say little by themselves.

    >>> family("replacement") == family("replace"), family("decision") == family("decide")
    (True, True)
    >>> family("shut down"), family("make decision")
    ('shut', 'decid')
    """
    known = load_lexicon("link")["derivation"]
    words = [word for word in lemma.casefold().split() if word not in known["empty"]]
    if not words:
        return ""
    word = words[0]
    if verb := known["irregular"].get(word):
        return family(verb)
    for ending, instead in known["endings"].items():
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST:
            return _plain(stem + instead)
    return _plain(word)


@cache
def is_derived(lemma: str) -> bool:
    """Whether a word is a noun made from a verb by a change of form: "decision", not "search"."""
    word = lemma.casefold()
    endings = load_lexicon("link")["derivation"]["noun_endings"]
    return word in load_lexicon("link")["derivation"]["irregular"] or word.endswith(tuple(endings))


def _plain(stem: str) -> str:
    """A stem without a last "e", "y" as "i", a doubled consonant once: "ship" and "shipp" are one."""
    stem = stem.removesuffix("e")
    if stem.endswith("y"):
        return f"{stem[:-1]}i"
    doubled = len(stem) > SHORTEST and stem[-1] == stem[-2] and stem[-1] not in VOWELS
    return stem[:-1] if doubled else stem
