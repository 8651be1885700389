"""Which type a name has, by its words, the lexicons and its sort."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from eventgraph.entities.candidate import (
    BODY,
    OPERATION,
    PERSON,
    PLACE,
    WORDS_KEPT,
    Candidate,
    is_acronym,
)
from eventgraph.entities.knowledge import gazetteer, name_words
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token

BODY_HEADS = frozenset({"agency", "organisation"})
LONGEST_HEAD = 3
"""Words in the longest head of the lexicon."""
SHORTEST_STATE = 2
"""Letters of an acronym that is too short to show the state: "al", "in" and "me" are words too."""
CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:-(?:TV|FM|AM))?")
TOLD = frozenset({"told", "context", "apposition", "list"})
"""Rules by which the words beside a name said what it is."""
NUMBER_WORDS = frozenset({"no", "number", "nr"})
"""What stands before the number of a court or a unit, its full stop apart."""
SPLITTERS = frozenset({"of", "for", "on", "against", "to", "de", "in", "at", "("})


class Judged(msgspec.Struct, frozen=True, gc=False):
    """A type and how sure it is: 3 known, 2 by its words or as a known acronym, 1 by the model's label only.

    A known acronym may be another's here: in "Larnby Sailing Club (LSC)" the words of the name decide.
    """

    type: str
    sure: int


def judge(parsed: Parsed, candidate: Candidate) -> Judged | None:
    """The type of a candidate, or None where it is no entity of ours."""
    name = " ".join(parsed.words(candidate.first, candidate.last).split())
    words = [token.lower for token in parsed.tokens[candidate.first : candidate.last]]
    if candidate.sort == PERSON and name in gazetteer().demonyms:
        return None  # "the Briton"
    if candidate.sort == PERSON and len(candidate) == 1 and any(letter.isdigit() for letter in name):
        return None  # "coach S4"
    if candidate.sort in {OPERATION, PERSON}:
        return Judged(candidate.sort, 2 if candidate.rule != "model" else 1)
    known = gazetteer().type_of(name.removeprefix("the ").removeprefix("The "))
    if known:
        return Judged(known, 2 if is_acronym(name) else 3)
    if candidate.rule == "gazetteer":
        return Judged("location", 2)
    if name in gazetteer().demonyms:
        return None
    return _by_words(parsed, words, candidate)


def _agency_acronym(parsed: Parsed, candidate: Candidate) -> int:
    """How sure an unknown acronym is an agency's: 2 for "GBL agents", 1 for "the GBL", 0 for neither."""
    name = parsed.words(candidate.first, candidate.last)
    if " " in name or not is_acronym(name):
        return 0
    words = load_lexicon("surroundings")["agency"]
    before = parsed.tokens[candidate.first - 1].lower if candidate.first else ""
    after = parsed.tokens[candidate.last].lower if candidate.last < len(parsed.tokens) else ""
    sentence = parsed.sentence_of(parsed.tokens[candidate.first])
    never = parsed.tokens[candidate.first].lower in load_lexicon("surroundings")["acronym"]["never"]
    other = never or any(t.lower in words["unless"] for t in parsed.tokens[sentence.first : sentence.last])
    return 2 if after in words["after"] else int(before == "the" and not other)


def _by_words(parsed: Parsed, words: Sequence[str], candidate: Candidate) -> Judged | None:
    kind = head_type(words)
    if kind == "other":
        return None
    if candidate.sort == PLACE:
        if kind == "agency" or (kind and words[-1] in name_words().corporate):
            return Judged(kind, 2)
        return Judged("location", 2 if candidate.rule in TOLD else 1)
    if candidate.sort == BODY:
        return Judged(kind, 2) if kind else _unheaded_body(parsed, words, candidate)
    return Judged(kind, 2) if kind else None


def _unheaded_body(parsed: Parsed, words: Sequence[str], candidate: Candidate) -> Judged | None:
    """What a name is that the model takes for a body's, where no head word tells."""
    if ends_in_agency(parsed.tokens[candidate.first : candidate.last]):
        return Judged("agency", 2)
    if _is_common_acronym(parsed, candidate):
        return None
    if sure := _agency_acronym(parsed, candidate):
        return Judged("agency", sure)
    sure = 2 if candidate.rule in TOLD else 1
    return Judged("location", 2) if is_place_name(words) else Judged("organisation", sure)


def short_by_last(words: Sequence[str]) -> str:
    """The last word of a body whose others only say what it is: "Larnavela" of "Grupo Larnavela"."""
    *kinds, last = words
    if not kinds or len(last) <= SHORTEST_STATE or not last.istitle():
        return ""
    firsts, known = load_lexicon("surroundings")["first"]["organisation"], gazetteer()
    own = not (known.find(last) or last in known.demonyms or head_type([last.lower()]))
    return last if own and all(word.lower() in firsts for word in kinds) else ""


def ends_in_agency(tokens: Sequence[Token]) -> bool:
    """Whether a known agency's acronym ends a longer name, as its branch is called: "Larnby RCMP"."""
    last = tokens[-1].text
    known = len(last) > SHORTEST_STATE and is_acronym(last) and gazetteer().type_of(last) == "agency"
    return len(tokens) > 1 and known and not any(is_acronym(token.text) for token in tokens[:-1])


def _is_common_acronym(parsed: Parsed, candidate: Candidate) -> bool:
    """Whether a name is one word in capitals that names no body: "VAT", "DNA"."""
    token = parsed.tokens[candidate.first]
    never = load_lexicon("surroundings")["acronym"]["never"]
    return len(candidate) == 1 and candidate.rule == "model" and token.text.isupper() and token.lower in never


def is_place_name(words: Sequence[str]) -> bool:
    """Whether the words of a name say that it is a place: "Lake Larn", "Larn Hospital", "Larnstraße"."""
    return _is_place_name(tuple(words))


@lru_cache(maxsize=WORDS_KEPT)
def _is_place_name(words: tuple[str, ...]) -> bool:
    knowledge = name_words()
    if len(words) > 1 and (words[-1] in knowledge.place_last or words[0] in knowledge.place_first):
        return True
    if len(words) > 1 and words[0] in load_lexicon("surroundings")["first"]["location"]:
        return True
    before = _before_splitter(words)
    if len(before) < len(words) - 1 and words[len(before)] == "of" and before[-1] in knowledge.named_of:
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
    return _head_type(tuple(words))


@lru_cache(maxsize=WORDS_KEPT)
def _head_type(words: tuple[str, ...]) -> str:
    if tuple(words[:2]) in name_words().heads["agency"]:
        return "agency"
    before = _without_number(_before_splitter(words))
    told = _ending(before, words) or (_ending(words, words) if len(before) != len(words) else "")
    return told or _beginning(words)


def _beginning(words: Sequence[str]) -> str:
    """What the first word says, which is the head in other languages: "Polícia Federal", "Banco do Larn"."""
    if words[-1] in name_words().place_last:
        return ""  # "Union Station"
    first = load_lexicon("surroundings")["first"]
    kinds = (kind for kind in ("agency", "organisation") if len(words) > 1 and words[0] in first[kind])
    return next(kinds, "")


def _before_splitter(words: Sequence[str]) -> Sequence[str]:
    """The words before "of" or "for": "Ministry" of "Ministry of Justice"."""
    for index, word in enumerate(words):
        if word in SPLITTERS and index:
            return words[:index]
    return words


def _without_number(words: Sequence[str]) -> Sequence[str]:
    """The words before a number: "Investigating Court" of "Investigating Court No. 3"."""
    if not words[-1].isdigit():
        return words
    last = len(words) - 1
    while last > 1 and words[last - 1].rstrip(".") in {*NUMBER_WORDS, ""}:
        last -= 1
    return words[:last] if last < len(words) - 1 else words


def _ending(head: Sequence[str], words: Sequence[str]) -> str:
    """What the last words of a head say; weak heads are agencies only where a word shows the state."""
    knowledge = name_words()
    if len(head) > 1 and head[-1] in knowledge.direction:
        head = head[:-1]  # "Major Crimes Unit East"
    if len(head) > 1 and head[-1] in knowledge.short:
        return "agency"
    if len(head) > 1 and head[-1] in knowledge.corporate:
        return "organisation"
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
        or (len(word) > SHORTEST_STATE and word not in knowledge.ordinary and word.upper() in known.entries)
        or known.type_of(word.capitalize()) == "location"
        for word in words
        if word != head
    )


def is_medium(name: str) -> bool:
    """Whether a name in brackets is that of who reports: known, its last word, a call sign ("KXYZ-TV")."""
    known = any(thing.type == "organisation" for thing in gazetteer().find(name))
    *before, last = name.lower().split()
    told = bool(before) and last in load_lexicon("names")["head"]["medium"]
    return known or told or CALL_SIGN.fullmatch(name) is not None
