"""Headlines, where capitals say nothing: a name is taken there only if it is known from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.entities.candidate import OPERATION, Candidate, is_capital, words_of
from eventgraph.entities.gender import is_person_noun
from eventgraph.entities.knowledge import gazetteer
from eventgraph.text.parse import Parsed, Sentence, Token

FEWEST_WORDS = 4
"""Words of content in a headline; fewer capital words may well be a mere name."""
MOST_CAPITALS = 0.75
"""The part of them that are capitalised in a headline."""
END_MARKS = frozenset(".!?:;,\u2026")
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "AUX"})


def without_headlines(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without those of headlines that neither a lexicon nor the running text knows."""
    headlines = {index for index, line in enumerate(parsed.sentences) if _is_headline(parsed, line)}
    if not headlines:
        return list(candidates)
    running = {
        words_of(parsed, c).casefold() for c in candidates if parsed.tokens[c.first].sentence not in headlines
    }
    return [
        c
        for c in candidates
        if parsed.tokens[c.first].sentence not in headlines
        or c.sort == OPERATION
        or gazetteer().find(words_of(parsed, c))
        or words_of(parsed, c).casefold() in running
    ]


def _is_headline(parsed: Parsed, line: Sentence) -> bool:
    """Whether a line stands alone, ends without a mark and has most of its words in capitals."""
    tokens = parsed.tokens[line.first : line.last]
    text = parsed.text
    alone = _begins_line(text, line.start) and text[line.end :].lstrip(" \t")[:1] in {"", "\n", "\r"}
    if not alone or tokens[-1].text[-1] in END_MARKS:
        return False
    words = [t for t in tokens if t.text.isalpha() and (t.pos in CONTENT or len(t.text) >= FEWEST_WORDS)]
    if len(words) < FEWEST_WORDS:
        return False
    capitals = sum(is_capital(t) for t in words)
    return capitals >= MOST_CAPITALS * len(words) and _has_joints(tokens)


def _begins_line(text: str, start: int) -> bool:
    before = text[max(0, start - FEWEST_WORDS) : start].rstrip(" \t#*")
    return before[-1:] in {"", "\n", "\r"}


def _has_joints(tokens: Sequence[Token]) -> bool:
    """Whether a line is no list of names: all is in capitals, or words that are no names have capitals."""
    letters = [t for t in tokens if t.text.isalpha()]
    if sum(t.text == "," for t in tokens) > 1:
        return False
    return all(t.text.isupper() for t in letters) or any(
        is_capital(t) and (t.pos in CONTENT - {"PROPN"} or is_person_noun(t.lower)) for t in letters[1:]
    )
