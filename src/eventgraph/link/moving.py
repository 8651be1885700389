"""Happenings that a text says were moved from one day to another ("the hearing was postponed to May 6").

Only what is set for a day can be moved (a hearing, an election), only where a new day follows the verb with
"to", "until" or "for", and only what is the verb's subject ("was moved") or its object ("moved the trial").
A hearing moved to another room, a lawyer who moved to dismiss an appeal, are none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from eventgraph.link.corpus import beginning_in
from eventgraph.link.gone import Gone, Revision, any_of, revision_words
from eventgraph.model import EventMention, Observations, Span, TimeMention, When
from eventgraph.vocabulary import ClaimAbout, ClaimState

FARTHEST_SUBJECT = 120
"""Characters between what is moved and the verb that moves it."""
FARTHEST_OBJECT = 40
"""Characters between a verb and what it moves."""
WORDS_BEFORE = 4
"""Words before a verb among which "not" or "may" belongs to it."""
FARTHEST_WORDS = 100
"""Characters before a date or a verb in which the words that bear on it are looked for."""
FARTHEST_DAY = 60
"""Characters between the verb, or its object, and the new day."""


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The expressions that the words of ``[revisions]`` make, by the name of what they find."""
    words = {
        key: any_of(revision_words(key))
        for key in ("moved", "to_day", "from_day", "set_for", "first", "instead", "helpers", "before_day")
    }
    forms = {
        "moved": rf"\b{words['moved']}\b",
        "helper": rf"(?:\b{words['helpers']}(?:\s+\w+ly|\s+again|\s+also|\s+since)?|,)\s*$",
        "to_day": rf"\b{words['to_day']}\s+(?:{words['before_day']}\s+)*$",
        "from_day": rf"\b{words['from_day']}\s+(?:{words['before_day']}\s+)*$",
        "set_for": rf"(?<![\w-]){words['set_for']}\b(?:\s+\w+){{0,5}}\s+$",
        "first": rf"\b{words['first']}\b(?:\s+\w+){{0,2}}\s+{words['set_for']}\b(?:\s+\w+){{0,5}}\s+$",
        "instead": rf"\b{words['instead']}\b",
    }
    return re.compile(forms[name], re.IGNORECASE)


@dataclass(frozen=True)
class _Sentence:
    """One sentence with the dates and the events in it, by offsets into the text of its document."""

    text: str
    span: Span
    times: Sequence[TimeMention]
    events: Sequence[EventMention]

    def before(self, offset: int) -> str:
        """The words shortly before an offset."""
        return self.text[max(self.span.start, offset - FARTHEST_WORDS) : offset]

    def is_new(self, time: TimeMention) -> bool:
        """Whether "to" or the like stands before a date."""
        return bool(pattern("to_day").search(self.before(time.start))) and not self.is_old(time)

    def is_old(self, time: TimeMention) -> bool:
        """Whether "from" or "set for" stands before a date."""
        return bool(pattern("from_day").search(self.before(time.start))) or self._follows("set_for", time)

    def was_first(self, time: TimeMention) -> bool:
        """Whether "originally set for" or the like stands before a date."""
        return self._follows("first", time)

    def _follows(self, name: str, time: TimeMention) -> bool:
        """Whether words stand before a date, with no other date between."""
        before = self.before(time.start)
        found = pattern(name).search(before)
        start = time.start - len(before) + found.start() if found else time.start
        return start < time.start and not any(start <= other.start < time.start for other in self.times)


def moves(observed: Observations) -> Iterator[Revision]:
    """The event mentions of a document that are moved, with their new days and the old ones that are told."""
    text = observed.document.text
    if not (pattern("moved").search(text) or pattern("instead").search(text)):
        return
    times = [time for time in observed.times if time.when is not None and not time.parts]
    for span in {event.sentence: None for event in observed.events}:
        sentence = _Sentence(
            text,
            span,
            list(beginning_in(times, span)),
            [
                event
                for event in beginning_in(observed.events, span)
                if event.type in revision_words("movable")
            ],
        )
        if sentence.times and sentence.events:
            yield from _moves(sentence)


def _moves(sentence: _Sentence) -> Iterator[Revision]:
    """What is moved in a sentence, each mention once."""
    seen: set[Span] = set()
    for mention, new in (*_by_verb(sentence), *_instead(sentence)):
        if mention.span not in seen:
            seen.add(mention.span)
            yield _revision(sentence, mention, new)


def _by_verb(sentence: _Sentence) -> Iterator[tuple[EventMention, TimeMention | None]]:
    """What a verb moves, with the new day; None where it is put off and no new day is told."""
    for verb in pattern("moved").finditer(sentence.text, sentence.span.start, sentence.span.end):
        if set(sentence.before(verb.start()).casefold().split()[-WORDS_BEFORE:]) & set(
            revision_words("unsure")
        ):
            continue
        found = _object(sentence, verb.end()) or _subject(sentence, verb.start())
        if found is None:
            continue
        new = _new_day(sentence, max(verb.end(), found.end))
        open_ended = " ".join(verb[0].casefold().split()) in revision_words("put_off")
        if new is not None or (open_ended and any(sentence.is_old(time) for time in sentence.times)):
            yield found, new


def _object(sentence: _Sentence, verb: int) -> EventMention | None:
    """What stands behind a verb with nothing but its own modifiers between ("moved the trial")."""
    found = next((event for event in sentence.events if event.start >= verb), None)
    between = sentence.text[verb : found.start] if found else ""
    words = set(between.casefold().split())
    fits = len(between) <= FARTHEST_OBJECT and re.fullmatch(r"[\w\s'\u2019-]*", between)
    return found if fits and not words & set(revision_words("no_object")) else None


def _subject(sentence: _Sentence, verb: int) -> EventMention | None:
    """What stands before a passive verb ("the trial was moved"), unless it only says when or where."""
    found = next((event for event in reversed(sentence.events) if event.end <= verb), None)
    if (
        found is None
        or verb - found.end > FARTHEST_SUBJECT
        or not pattern("helper").search(sentence.before(verb))
    ):
        return None
    return None if _is_adjunct(sentence, found) else found


def _is_adjunct(sentence: _Sentence, event: EventMention) -> bool:
    """Whether a preposition stands before an event ("after a hearing")."""
    return bool(
        set(sentence.before(event.start).casefold().split()[-WORDS_BEFORE:]) & set(revision_words("adjuncts"))
    )


def _new_day(sentence: _Sentence, offset: int) -> TimeMention | None:
    """The first day after an offset that "to" or the like brings."""
    following = (t for t in sentence.times if 0 <= t.start - offset <= FARTHEST_DAY)
    return next((time for time in following if sentence.is_new(time)), None)


def _instead(sentence: _Sentence) -> Iterator[tuple[EventMention, TimeMention | None]]:
    """What was first set for one day and is now on another ("originally set for May, it will now begin")."""
    if not pattern("instead").search(sentence.text, sentence.span.start, sentence.span.end):
        return
    for number, old in enumerate(sentence.times):
        if not sentence.was_first(old):
            continue
        found = next((event for event in reversed(sentence.events) if event.end <= old.start), None)
        later = [time for time in sentence.times[number + 1 :] if not sentence.is_old(time)]
        later = [time for time in later if _words(time) != _words(old)]
        if found and later and not _is_adjunct(sentence, found):
            yield found, later[0]


def _words(time: TimeMention) -> str | None:
    return time.when.edtf if time.when else None


def _revision(sentence: _Sentence, mention: EventMention, new: TimeMention | None) -> Revision:
    """A mention on its new day, with the old days that the sentence tells."""
    old = [
        time for time in sentence.times if sentence.is_old(time) and (not new or _words(time) != _words(new))
    ]
    gone = tuple(
        Gone(ClaimAbout.WHEN, ClaimState.SUPERSEDED, time.span, time.when) for time in old if time.when
    )
    when: When | None = new.when if new else None
    changed = replace(mention, when=when, when_span=new.span if new else None)
    return Revision(changed, gone, moved=True)
