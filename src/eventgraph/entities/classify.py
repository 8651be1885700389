"""Which type a name has, by its words, the lexicons and its sort."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from eventgraph.entities.candidate import BODY, OPERATION, PERSON, PLACE, Candidate
from eventgraph.entities.knowledge import gazetteer, name_words
from eventgraph.text.parse import Parsed

BODY_HEADS = frozenset({"agency", "organisation"})
LONGEST_HEAD = 3
"""Words in the longest head of the lexicon."""
CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:-(?:TV|FM|AM))?")
SPLITTERS = frozenset({"of", "for", "on", "against", "to", "de", "in", "at", "("})


@dataclass(frozen=True, slots=True)
class Judged:
    """A type and how sure it is: 3 known, 2 by its words, 1 by the model's label only."""

    type: str
    sure: int


def judge(parsed: Parsed, candidate: Candidate) -> Judged | None:
    """The type of a candidate, or None where it is no entity of ours."""
    name = " ".join(parsed.words(candidate.first, candidate.last).split())
    words = [token.lower for token in parsed.tokens[candidate.first : candidate.last]]
    if candidate.sort in {OPERATION, PERSON}:
        return Judged(candidate.sort, 2 if candidate.rule != "model" else 1)
    known = gazetteer().type_of(name.removeprefix("the ").removeprefix("The "))
    if known:
        return Judged(known, 3)
    if candidate.rule == "gazetteer":
        return Judged("location", 2)
    if name in gazetteer().demonyms:
        return None
    return _by_words(words, candidate)


def _by_words(words: Sequence[str], candidate: Candidate) -> Judged | None:
    kind = head_type(words)
    if kind == "other":
        return None
    if candidate.sort == PLACE:
        return Judged(kind, 2) if kind == "agency" else Judged("location", 1)
    if candidate.sort == BODY:
        if kind:
            return Judged(kind, 2)
        return Judged("location", 2) if is_place_name(words) else Judged("organisation", 1)
    return Judged(kind, 2) if kind else None


def is_place_name(words: Sequence[str]) -> bool:
    """Whether the words of a name say that it is a place: "Lake Larn", "Larn Hospital", "Larnstraße"."""
    knowledge = name_words()
    if len(words) > 1 and (words[-1] in knowledge.place_last or words[0] in knowledge.place_first):
        return True
    if words[-1].endswith(knowledge.place_endings) and words[-1] not in knowledge.place_endings:
        return True
    known = gazetteer()
    return (
        len(words) > 1
        and words[0] in knowledge.direction
        and known.type_of(" ".join(words[1:]).title()) == "location"
    )


def head_type(words: Sequence[str]) -> str:
    """What the head of a name (lower-case words) says it is: agency, organisation, other, or ""."""
    if tuple(words[:2]) in name_words().heads["agency"]:
        return "agency"
    before = _before_splitter(words)
    return _ending(before, words) or (_ending(words, words) if len(before) != len(words) else "")


def _before_splitter(words: Sequence[str]) -> Sequence[str]:
    """The words before "of" or "for": "Ministry" of "Ministry of Justice"."""
    for index, word in enumerate(words):
        if word in SPLITTERS and index:
            return words[:index]
    return words


def _ending(head: Sequence[str], words: Sequence[str]) -> str:
    """What the last words of a head say; weak heads are agencies only where a word shows the state."""
    knowledge = name_words()
    for length in range(min(LONGEST_HEAD, len(head)), 0, -1):
        phrase = tuple(head[-length:])
        if length == 1 and phrase[0] in knowledge.weak:
            if shows_state(words, phrase[0]):
                return "agency"
            return "organisation" if phrase in knowledge.heads["organisation"] else ""
        for sort in ("other", "agency", "organisation"):
            if phrase in knowledge.heads[sort]:
                return sort
    return ""


def shows_state(words: Sequence[str], head: str) -> bool:
    """Whether a word beside the head shows a body of the state: a country, "federal", a field of work."""
    knowledge, known = name_words(), gazetteer()
    return any(
        word in knowledge.state
        or word in knowledge.field
        or word.capitalize() in known.demonyms
        or word.upper() in known.entries
        or known.type_of(word.capitalize()) == "location"
        for word in words
        if word != head
    )


def is_medium(name: str) -> bool:
    """Whether a name is a known organisation or a call sign of American radio and television ("KXYZ-TV")."""
    known = any(thing.type == "organisation" for thing in gazetteer().find(name))
    return known or CALL_SIGN.fullmatch(name) is not None
