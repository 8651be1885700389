"""Dates that a clause lacks and its surroundings tell: of the headline, the paragraph, and today's news.

None of them is a day that the words name, so each is approximate, and its basis says what it rests on:
``context`` for a day told nearby, ``publication`` for what is told as the news of the day.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache

from eventgraph.events.grammar import SUBJECTS, is_verbal, own_words, subject
from eventgraph.events.reading import Reading
from eventgraph.events.triggers import Trigger
from eventgraph.lexicon import load_lexicon
from eventgraph.model import EventMention, When
from eventgraph.text.parse import Parsed, Token
from eventgraph.times.edtf import around, of_day
from eventgraph.times.published import published_anchor
from eventgraph.vocabulary import FACTS, Basis, Precision

Told = tuple[Trigger, EventMention]

CLOSE = timedelta(days=3)
"""A text is news of its day if it names a day this close before its publication."""
LEAD = 3
"""Sentences of the body that a headline sums up."""
HOT = 4
"""Sentences of the body in which the present perfect is news ("has been arrested"), not experience."""
MAIN = {"ROOT", "conj", "ccomp", "parataxis"}
ASSERTING = {"ROOT", "conj", "parataxis"}
SPEECH = "speech"
PRESENT = {"VBZ", "VBP"}
UNCONTINUED = {"event", "announcement"}
"""Types that lend no day to what is told after them."""


def dated_by_context(reading: Reading, told: Sequence[Told]) -> tuple[EventMention, ...]:
    """The events, those without a date given one where their surroundings tell it.

    ``told`` are triggers with their events, in text order.
    """
    if not _is_news(reading):
        return tuple(event for _, event in told)
    body = _body(reading)
    found: list[EventMention] = []
    thread = _Thread(reading)
    by_words = [(t.token.sentence, e.when) for t, e in told if e.when_span is not None and t.family != SPEECH]
    dated = {sentence for sentence, _ in by_words}
    older = {s for s, when in by_words if when is None or when.latest != reading.document.published}
    for trigger, event in told:
        when = thread.lend(trigger, event) if _is_undated(event) else None
        heads = trigger.token.sentence < body  # what heads a text is of its lead's day
        told_then = body in older if heads else trigger.token.sentence in dated
        if when is None and _is_undated(event) and _is_todays(reading, trigger, body, dated=told_then):
            when = _today(reading)
        thread.follow(trigger, event)
        found.append(event if when is None else dataclasses.replace(event, when=when))
    return tuple(_with_headline(told, found, body))


def _is_undated(event: EventMention) -> bool:
    """Whether a happening is told as a fact and no words date it."""
    return event.when is None and event.when_span is None and event.status in FACTS and not event.aggregate


def _is_news(reading: Reading) -> bool:
    """Whether a text names a day right before its publication."""
    published = reading.document.published
    days = (time.when for time in reading.times if time.when and time.when.precision is Precision.DAY)
    return published is not None and any(
        when.latest is not None and timedelta() <= published - when.latest <= CLOSE for when in days
    )


def _body(reading: Reading) -> int:
    """The number of the first sentence after the headline; 0 where there is none."""
    text, sentences = reading.document.text, reading.parsed.sentences
    if len(sentences) < 2:  # noqa: PLR2004 (a headline stands over something)
        return 0
    first = sentences[0]
    alone = "\n" in text[first.end : sentences[1].start]
    return 1 if alone and text[first.start : first.end].rstrip()[-1:] not in {".", "!", "?", "”", '"'} else 0


def _today(reading: Reading) -> When | None:
    published = reading.document.published
    if published is None:
        return None
    return around(of_day(published, published_anchor(reading.document, reading.fronts)))


def _is_todays(reading: Reading, trigger: Trigger, body: int, *, dated: bool) -> bool:
    """Whether a verb tells the news of the day: somebody says it, it has happened, or it is the lead.

    The lead, and the headline above it, are of the day only where nothing in it is ``dated`` but what
    somebody says. What a headline says in the past that others say was earlier.
    """
    parsed, verb = reading.parsed, trigger.token
    if not trigger.is_verb or verb.dep not in MAIN or _is_earlier(parsed, verb):
        return False
    if reading.quotation_at(verb.start) is not None or _is_dated_itself(reading, verb):
        return False
    place = verb.sentence - body
    if place < 0:
        return (not dated or trigger.family == SPEECH) and not (verb.dep == "ccomp" and verb.tag == "VBD")
    teller = subject(parsed, verb)
    if trigger.family == SPEECH and teller is not None and teller.lower in {"i", "we"}:
        return False
    announced = verb.lemma in load_lexicon("speech")["announcing"]
    if (trigger.family == SPEECH or announced) and verb.dep in ASSERTING:
        return verb.tag in {"VBD", *PRESENT} or _is_perfect(parsed, verb)
    if _is_perfect(parsed, verb):
        return place < HOT
    return place == 0 and _is_past(parsed, verb) and verb.dep in ASSERTING and not dated


def _is_dated_itself(reading: Reading, verb: Token) -> bool:
    """Whether an older date stands in a verb's own clause, though it was given to another word of it.

    Or in that of a verb before it, whose subject it shares ("rated it poor in May and recommended a limit").
    """
    parsed, published = reading.parsed, reading.document.published
    words = own_words(parsed, verb)
    if verb.dep == "conj" and is_verbal(parsed.head(verb)) and not parsed.child(verb, *SUBJECTS, "aux"):
        words += own_words(parsed, parsed.head(verb))
    days = (reading.time_of(word) for word in words)
    last = [day.when.latest for day in days if day is not None and day.when is not None]
    return any(day is None or published is None or published - day > CLOSE for day in last)


def _is_perfect(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb is in the present perfect ("has been arrested")."""
    return any(aux.lemma in {"have", "'ve"} and aux.tag in PRESENT for aux in parsed.children(verb, "aux"))


def _is_earlier(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb is in the past perfect, alone or after another: earlier than the rest."""
    while verb.dep == "conj" and not parsed.child(verb, *SUBJECTS, "aux", "auxpass"):
        verb = parsed.head(verb)
    return any(aux.lemma in {"have", "'d"} and aux.tag == "VBD" for aux in parsed.children(verb, "aux"))


def _is_past(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb is in the simple past, active or passive."""
    if verb.tag == "VBD":
        return not parsed.children(verb, "aux")
    passive = parsed.children(verb, "auxpass")
    return bool(passive) and passive[0].tag == "VBD" and not parsed.children(verb, "aux")


@cache
def _leaving() -> frozenset[str]:
    """Words by which a sentence leaves the day of the one before."""
    return frozenset(load_lexicon("open_events")["leaving_the_day"])


class _Thread:
    """The day that a paragraph is telling of, sentence by sentence."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._when: When | None = None
        self._sentence = -1

    def follow(self, trigger: Trigger, event: EventMention) -> None:
        """Note an event: its own day is lent to what follows, any other date ends the thread."""
        if event.when_span is None or event.type in UNCONTINUED:
            return
        main = trigger.is_verb and trigger.token.dep in MAIN and trigger.family != SPEECH
        if main and event.when is not None and _is_one_day(event.when) and event.status in FACTS:
            self._when, self._sentence = event.when, trigger.token.sentence
        elif trigger.token.sentence != self._sentence:
            self._when = None

    def lend(self, trigger: Trigger, event: EventMention) -> When | None:
        """The day of the thread, for a verb in the simple past right after it in the same paragraph."""
        parsed, verb = self._reading.parsed, trigger.token
        if self._when is None or not trigger.is_verb or trigger.family == SPEECH:
            return None
        if event.type in UNCONTINUED or verb.dep not in MAIN or not _is_past(parsed, verb):
            return None
        if verb.sentence - self._sentence != 1 or not self._goes_on(verb):
            return None
        return around(dataclasses.replace(self._when, basis=Basis.CONTEXT))

    def _goes_on(self, verb: Token) -> bool:
        """Whether the sentence of a verb stays in the paragraph, names no time and does not look back."""
        reading, sentences = self._reading, self._reading.parsed.sentences
        before, sentence = sentences[self._sentence], reading.parsed.sentence_of(verb)
        if "\n\n" in reading.document.text[before.end : sentence.start]:
            return False
        words = reading.parsed.tokens[sentence.first : sentence.last]
        timed = any(reading.time_of(word) for word in words)
        numbered = (
            [word.lower for word in words[:2]] == ["on", "the"] and words[2:3] and words[2].text[:1].isdigit()
        )
        return not timed and not numbered and all(word.lower not in _leaving() for word in words)


def _is_one_day(when: When) -> bool:
    return when.precision is Precision.DAY and when.begin == when.end and when.begin[0] is not None


def _with_headline(told: Sequence[Told], found: Sequence[EventMention], body: int) -> Iterator[EventMention]:
    """The events, those of the headline with the day on which the lead tells the same type."""
    pairs = list(zip(told, found, strict=True))
    lead = [event for (t, _), event in pairs if body <= t.token.sentence < body + LEAD]
    for (trigger, before), event in pairs:
        heads = trigger.token.sentence < body and _is_undated(before)
        same = next((e for e in lead if e.type == event.type and e.when and e.when_span), None)
        if heads and same is not None and same.when is not None and _is_one_day(same.when):
            yield dataclasses.replace(event, when=around(dataclasses.replace(same.when, basis=Basis.CONTEXT)))
        else:
            yield event
