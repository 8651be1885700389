"""Who must be protected: children, and victims of sexual crimes, as far as one sentence says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from eventgraph.entities.candidate import PERSON, Candidate, covered, offsets, settle
from eventgraph.entities.classify import head_type
from eventgraph.entities.gender import gender_of_name, is_given_name, is_person_noun
from eventgraph.entities.knowledge import gazetteer, name_words
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Attribute
from eventgraph.text.parse import Parsed, Token

ADULT = 18
LONGEST_SENTENCE = 1000
"""Characters after a name in which a crime against somebody is looked for; lists may be far longer."""
REACH = 120
"""Code points beside a name in which somebody may be called a child or a victim."""
STRONG = 99
"""Weight of a name that may be a child's, over what the model saw; one more where it must be."""
NAME = (
    r"(?<!\w)[A-Z][\w'\u2019-]{1,40}+(?:[ \n](?:[\"'\u2018\u201c][A-Z]\w++[\"'\u2019\u201d][ \n])?"
    r"(?:(?:al|bin|da|de|del|der|di|dos|el|la|van|von)[ \n])*[A-Z][\w'\u2019-]++){0,3}"
)
"""Words that may be a person's name, a nickname in quotes among them; no word is tried in part."""
YOUNG = r"(?:1[0-7]|[0-9])"


TOLD = r"(?:\s*,)?(?:\s+who)?\s+(?:(?:also|first|had|has|have|later|publicly)\s+)*"
"""From a name to what its bearer did: ", who later"."""
NAMING = (
    r"(?:\s*,?\s+(?:who\s+(?:is|was)\s+)?(?:identified|named|called|known)"
    r"(?:\s+(?-i:[a-z])\w*){0,3}?(?:\s+as)?)?"
)
"""From what somebody is called to the name: ", identified by police as"."""


@dataclass(frozen=True)
class ChildWords:
    """What may stand before and after the name of a child, and both with the name.

    ``anchors`` find the few places around which a name is looked for at all, each only in a text that has one
    of the words beside it ("" is in all).
    """

    anchors: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]
    before: re.Pattern[str]
    after: re.Pattern[str]
    named: re.Pattern[str]


@cache
def child_words() -> ChildWords:
    """The patterns of children, made of the words of ``names.toml``."""
    words = load_lexicon("names")["protected"]
    child, school, pupil = ("|".join(words[key]) for key in ("one_child", "school", "pupil"))
    aged = (
        rf"\b(?:{YOUNG}|[a-z]++(?:-[a-z]++)?)[- ](?:year|month|week|day)s?[- ]old"
        r"(?:\s+(?-i:[a-z])[\w-]*){0,3}"
    )
    return ChildWords(
        anchors=(
            (("old",), re.compile(r"[- ](?:year|month|week|day)s?[- ]old\b", re.IGNORECASE)),
            (tuple(words["one_child"]), re.compile(rf"\b(?:{child})\b", re.IGNORECASE)),
            ((",", "("), re.compile(rf"[,(]\s*(?:aged\s+)?{YOUNG}\b", re.IGNORECASE)),
            (
                ("month", "week", "day"),
                re.compile(r",\s+(?:aged\s+)?\w+\s+(?:months?|weeks?|days?)\b", re.IGNORECASE),
            ),
        ),
        before=re.compile(rf"\b(?:{child})(?:{NAMING}|\s+as)\s*,?\s+$", re.IGNORECASE),
        after=re.compile(
            rf"\s*,?\s+(?:(?:is|was)\s+)?(?:an?|the)\s+(?:[\w-]+\s+){{0,2}}(?:(?:{child})\b"
            rf"|(?:{pupil})\b(?=[^.;]{{0,60}}\b(?:{school})\b)|(?:{school})\s+(?:{pupil})\b|\w+[- ]grader\b)",
            re.IGNORECASE,
        ),
        named=re.compile(
            rf"(?i:(?:(?P<aged>{aged})|\b(?P<called>{child})){NAMING}(?:\s+as)?)\s*,?\s+(?P<after>{NAME})"
            rf"|(?P<before>{NAME})(?:\s*\({YOUNG}\)"
            rf"|,\s+(?:aged\s+)?{YOUNG}(?=\s*[,.;]\s|\s+(?:was|is|and|who|from)\b)"
            r"|(?P<months>,\s+(?:aged\s+)?\w+\s+(?:months?|weeks?|days?)(?:\s+old)?)(?=\s*[,.;)]))"
        ),
    )


@dataclass(frozen=True)
class VictimWords:
    """What may stand before and after the name of the victim of a sexual crime, and the words for one."""

    crime: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    telling: re.Pattern[str]
    called_before: re.Pattern[str]
    called_after: re.Pattern[str]


@cache
def victim_words() -> VictimWords:
    """The patterns of victims, made of the words of ``names.toml``."""
    words = load_lexicon("names")["protected"]
    verb, doing, crime, called = ("|".join(words[key]) for key in ("verb", "doing", "crime", "called"))
    small = r"(?:and|at|by|for|from|in|near|of|on|or|that|to|when|with|who|after|before|while)"
    lowered = r"[a-z][\w'\u2019-]*\s+"
    return VictimWords(
        crime=re.compile(rf"\b(?:{verb}|{doing}|{crime})\b", re.IGNORECASE),
        before=re.compile(
            rf"\b(?:(?:{verb}|{doing})(?:\s+(?:and|or)\s+\w+(?:ed|ing))?|(?:{crime})\s+(?:of|on|against))\s+"
            rf"(?:(?!{small}\b){lowered}){{0,4}}$",
            re.IGNORECASE,
        ),
        after=re.compile(
            rf"{TOLD}(?:(?:allegedly|reportedly)\s+)?(?:was|were|is|been|being|got)\s+(?:been\s+)?"
            rf"(?:\w+\s+)??(?:{verb})\b",
            re.IGNORECASE,
        ),
        telling=re.compile(
            rf"{TOLD}(?:(?:accused|accuses|accusing)\s+[^.;]{{1,80}}?\bof\s+(?:{lowered}){{0,3}}"
            rf"(?:(?:{crime})\b(?!\s+(?:of|against)\b)|(?:{doing})\s+(?:her|him|them)\b)"
            r"|(?:alleg|claim|recall|report|said|says|testif|told)\w*\s+[^.;]{0,100}?\b"
            rf"(?:(?:(?P<he>she|he)\s+(?:had\s+|has\s+)?)?(?:\w+ly\s+)?(?:{verb}|{doing})\s+(?:her|him|them)\b"
            rf"|(?:she|he)\s+(?:was|had\s+been|has\s+been)\s+(?:\w+ly\s+)?(?:{verb})\b))",
            re.IGNORECASE,
        ),
        called_before=re.compile(rf"\b(?:{called})s?\s*,?\s+$", re.IGNORECASE),
        called_after=re.compile(
            rf"\s*,?\s+(?:an?|the|another|his|her|one\s+of\s+(?:the|his|her))\s+[^,.;]{{0,40}}?"
            rf"\b(?:{called})s?\b",
            re.IGNORECASE,
        ),
    )


def with_children(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with the names that the words beside them give to children, whatever the model saw."""
    inside = covered(candidates)
    found = [name for name in _named_children(parsed) if not _is_other(parsed, name, inside.get(name.first))]
    return settle([*candidates, *found]) if found else list(candidates)


def _named_children(parsed: Parsed) -> Iterator[Candidate]:
    """The names that follow a child's age or a word for a child, or that such an age follows."""
    words = child_words()
    windows = _windows(sorted(_anchored(parsed.text)))
    for match in (found for window in windows for found in words.named.finditer(parsed.text, *window)):
        start, end = match.span("after" if match["after"] else "before")
        tokens = list(parsed.tokens_in(start, end))
        while len(tokens) > 1 and _is_common(tokens[0]):
            tokens.pop(0)
        while tokens and tokens[-1].lower in {"'s", "\u2019s", "'", "\u2019"}:
            tokens.pop()
        if tokens and (is_given_name(tokens[0].lower) or (len(tokens) > 1 and not _may_begin_name(match))):
            sure = match["before"] is None or match["months"] is not None
            yield Candidate(tokens[0].index, tokens[-1].index + 1, PERSON, "child", STRONG + sure)


def _anchored(text: str) -> Iterator[tuple[int, int]]:
    """Where the age of a child or a word for one stands."""
    lowered = text.lower()
    for beside, anchor in child_words().anchors:
        if any(word in lowered for word in beside):
            yield from (match.span() for match in anchor.finditer(text))


def _windows(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches around some places, in order and apart."""
    found: list[tuple[int, int]] = []
    for start, end in places:
        low, high = max(0, start - REACH), end + REACH
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], high)
        else:
            found.append((low, high))
    return found


def _may_begin_name(match: re.Match[str]) -> bool:
    """Whether the word for a child may be part of another name: "Boy Scouts", but not "Baby" or "boy"."""
    called = match["called"] or ""
    return called[:1].isupper() and called.lower() not in load_lexicon("names")["protected"]["before_name"]


def _is_common(token: Token) -> bool:
    """Whether a word in capitals is no name but what somebody is called: "Siblings", "Schoolgirl"."""
    word = token.lower
    return any(is_person_noun(form) for form in (word, word.removesuffix("s"))) and not is_given_name(word)


def _is_other(parsed: Parsed, name: Candidate, known: Candidate | None) -> bool:
    """Whether words after a child's age are known as something else, by the lexicon or by their last one."""
    tokens = parsed.tokens[name.first : name.last]
    words = " ".join(token.text for token in tokens)
    lower = [token.lower.rstrip(".") for token in tokens]
    other = name_words().company_forms
    if name.weight == STRONG:
        other |= name_words().place_last
    if gazetteer().find(words) or head_type(lower) or lower[-1] in other:
        return True
    return known is not None and known.sort == PERSON and len(known) > len(name)


def is_protected(
    parsed: Parsed, person: Candidate, attributes: tuple[Attribute, ...], *, official: bool = False
) -> bool:
    """Whether a named person is a child or the victim of a sexual crime, as far as this sentence says."""
    ages = [int(attribute.value) for attribute in attributes if attribute.key == "age"]
    if any(age < ADULT for age in ages) or person.rule == "child":
        return True
    grown = bool(ages)
    start, end = offsets(parsed, person)
    line = parsed.sentence_of(parsed.tokens[person.first])
    beside = _Beside(parsed.text, max(line.start, start - REACH), start, end)
    child = not grown and (_is_child(parsed, person) or beside.of_child)
    told = min(line.end, end + LONGEST_SENTENCE)
    return child or _is_victim(parsed, person) or beside.of_victim(told, official=official)


@dataclass(frozen=True)
class _Beside:
    """The words before and after a name, in its sentence."""

    text: str
    low: int
    start: int
    end: int

    @property
    def of_child(self) -> bool:
        """Whether they call somebody a child, or a pupil of a school for children."""
        words = child_words()
        before = words.before.search(self.text, self.low, self.start)
        after = words.after.match(self.text, self.end, self.end + REACH)
        return bool(before or after)

    def of_victim(self, end: int, *, official: bool) -> bool:
        """Whether they tell of a sexual crime that somebody suffered. Officials tell of those of others."""
        words = victim_words()
        if not words.crime.search(self.text, self.low, end):
            return False
        suffered = [words.before.search(self.text, self.low, self.start)]
        suffered.append(words.after.match(self.text, self.end, end))
        suffered.append(words.called_before.search(self.text, self.low, self.start))
        suffered.append(words.called_after.match(self.text, self.end, end))
        teller = None if official else words.telling.match(self.text, self.end, end)
        return any(suffered) or (teller is not None and not self._confesses(teller["he"] or ""))

    def _confesses(self, subject: str) -> bool:
        """Whether "he" in "he had raped her" may be who says so: then nothing was done to the speaker."""
        name = self.text[self.start : self.end]
        alone = len(name.split()) == 1
        return bool(subject) and (
            alone or gender_of_name(name) == {"he": "male", "she": "female"}[subject.lower()]
        )


def _is_child(parsed: Parsed, person: Candidate) -> bool:
    """Whether a word for a child stands in apposition to a name or right before it, or begins it."""
    head = _head(parsed, person)
    beside = parsed.children(head, "appos", "compound", "nmod")
    if head.dep == "appos":
        beside.append(parsed.head(head))
    if person.first and parsed.tokens[person.first - 1].sentence == head.sentence:
        beside.append(parsed.tokens[person.first - 1])
    return any(_calls_child(parsed, person, token) for token in beside)


def _calls_child(parsed: Parsed, person: Candidate, token: Token) -> bool:
    """Whether a word is one for a child, and not the surname of somebody else ("Jerry Minor")."""
    if token.lower not in load_lexicon("names")["protected"]["child"]:
        return False
    first = parsed.sentence_of(token).first == token.index
    return first or token.text[0].islower() or person.first <= token.index < person.last


def _is_victim(parsed: Parsed, person: Candidate) -> bool:
    """Whether somebody is the object of a sexual crime, alone or after another who is."""
    words = load_lexicon("names")["protected"]["victim"]
    head = _head(parsed, person)
    while head.dep == "conj" and parsed.head(head).index != head.index and parsed.head(head).pos == "PROPN":
        head = parsed.head(head)
    verb = parsed.head(head)
    return head.dep in {"dobj", "nsubjpass"} and (
        verb.lower in words or any(child.lower in words for child in parsed.children(verb, "advmod"))
    )


def _head(parsed: Parsed, person: Candidate) -> Token:
    """The syntactic head of a name."""
    inside = range(person.first, person.last)
    return next(
        (
            parsed.tokens[i]
            for i in inside
            if parsed.tokens[i].head not in inside or parsed.tokens[i].head == i
        ),
        parsed.tokens[person.last - 1],
    )
