"""Notes that correct what was published ("Correction: an earlier version of this article said 134").

A note is a paragraph with a label, or a sentence that says so. What it calls wrong stands behind words like
"an earlier version said" and before those that say what is right, or right behind "not".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from eventgraph.link.corpus import beginning_in
from eventgraph.link.gone import Gone, Revision, any_of, revision_words
from eventgraph.model import EventMention, Observations, Quantity, Span, TimeMention, When
from eventgraph.schema import load_schema
from eventgraph.vocabulary import ClaimAbout, ClaimState, Status

DATED = r"(?:\s*\([^)\n]*\)|,?\s+(?:on\s+)?(?:[A-Z][a-z]+\.?\s+)?\d[\d\w., ]*)?"
"""What may stand between a label and its colon ("Correction (March 5):")."""
NUMBER = re.compile(r"(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?(?!\w)", re.ASCII)


FARTHEST_VERB = 8
"""Words between "an earlier version of this article" and "said"."""
KINDS = {
    "wrong_number": ClaimAbout.QUANTITY,
    "wrong_day": ClaimAbout.WHEN,
    "wrong_place": ClaimAbout.PLACE,
    "wrong_other": None,
}
"""The lists of nouns that say what was wrong, and what that is."""
WORDS = (
    *("note_labels", "version", "published", "stating", "misstated", "retracted", "statements"),
    *("right", "not_this", "before_wrong", "at_first", "reported", *KINDS),
)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The expressions that the words of ``[revisions]`` make, by the name of what they find."""
    words = {key: any_of(revision_words(key)) for key in WORDS}
    said = rf"(?:\W+[\w'\u2019-]+){{0,{FARTHEST_VERB}}}?\W+{words['stating']}\b"
    not_first = (
        rf"{words['not_this']}\s+(?:{words['before_wrong']}\s+)*{NUMBER.pattern}(?:\s+[\w%]+){{0,2}}?"
        rf"\s+(?:as\s+)?{words['at_first']}\s+{words['reported']}\b"
    )
    own = rf"{words['misstated']}\b|{words['version']}{said}"
    retraction = rf"{words['retracted']}\s+(?:[\w'\u2019-]+\s+){{1,4}}?{words['statements']}\b"
    forms = {
        "label": rf"(?:\A|\n)[ \t*_]*{words['note_labels']}\b[*_]*{DATED}\s*(?::|\u2014|\s-\s)",
        "own_fault": rf"\b(?:{own}|{retraction}|{not_first})",
        "fault": rf"\b(?:{own}|{words['published']}{said})",
        "retraction": rf"\b{retraction}",
        "named": "|".join(
            rf"(?P<{kind}>\b(?:a|an|the|wrong|incorrect|his|her)\s+(?:\w+\s+)?{words[kind]}\b)"
            for kind in KINDS
        ),
        "right": rf"\b{words['right']}\b",
        "not_this": rf"\b{words['not_this']}\s+(?:{words['before_wrong']}\s+)*$",
    }
    return re.compile(forms[name], re.IGNORECASE)


@dataclass(frozen=True)
class _Note:
    """One note: its span in a document, and the happenings told in it that are more than words."""

    observed: Observations
    span: Span
    events: Sequence[EventMention]

    @property
    def text(self) -> str:
        """The text of the document; spans point into it."""
        return self.observed.document.text

    @property
    def dates(self) -> list[TimeMention]:
        """The dates in the note."""
        times = beginning_in(self.observed.times, self.span)
        return [time for time in times if time.when is not None and not time.parts]

    @property
    def numbers(self) -> Iterator[Span]:
        """Numbers in figures."""
        for found in NUMBER.finditer(self.text, self.span.start, self.span.end):
            yield Span(self.span.document, found.start(), found.end())

    def sentence(self, span: Span) -> Span:
        """The sentence of the note in which a span begins."""
        sentences = beginning_in(self.observed.sentences, self.span)
        return next((s.span for s in sentences if s.start <= span.start < s.end), self.span)

    def before(self, span: Span) -> str:
        """The words of its sentence before a span."""
        return self.text[self.sentence(span).start : span.start]

    def is_denied(self, span: Span) -> bool:
        """Whether "not" or the like stands right before a span."""
        return bool(pattern("not_this").search(self.before(span)))

    def is_wrong(self, span: Span, about: ClaimAbout) -> bool:
        """Whether words are what the note calls wrong; in it, "rather than" brings what is right.

        Of a statement that was taken back, only the numbers are.
        """
        before = self.before(span)
        marks = [*pattern("fault").finditer(before)]
        if about is ClaimAbout.QUANTITY:
            marks += pattern("retraction").finditer(before)
        stretch = before[max((mark.end() for mark in marks), default=len(before)) :]
        mistaken = bool(marks) and not pattern("right").search(stretch) and _may_be(about, stretch)
        return mistaken != self.is_denied(span)

    def is_right(self, span: Span, about: ClaimAbout) -> bool:
        """Whether words are what the note says instead."""
        return bool(pattern("right").search(self.before(span))) and not self.is_wrong(span, about)

    def value(self, span: Span) -> Decimal:
        """The value of a number in figures."""
        return Decimal(self.text[span.start : span.end].replace(",", ""))


def _may_be(about: ClaimAbout, stretch: str) -> bool:
    """Whether what is wrong can be of this kind, as far as a noun says ("the wrong date")."""
    named = {KINDS[kind] for found in pattern("named").finditer(stretch) for kind in KINDS if found[kind]}
    return not named or about in named


def corrections(observed: Observations) -> Iterator[Revision]:
    """The event mentions in the notes of a document, without what these call wrong."""
    for span in _notes(observed):
        events = [
            event
            for event in beginning_in(observed.events, span)
            if load_schema().event[event.type].family != "speech"
            and not pattern("fault").fullmatch(observed.document.text, event.start, event.end)
        ]
        yield from _corrections(_Note(observed, span, events))


def _notes(observed: Observations) -> Iterator[Span]:
    """The notes of a document: labelled paragraphs, then sentences elsewhere that say so."""
    text, found = observed.document.text, []
    for label in pattern("label").finditer(text):
        end = re.compile(r"\n\s*\n").search(text, label.end())
        found.append(Span(observed.document.id, label.start(), end.start() if end else len(text)))
    yield from found
    if pattern("own_fault").search(text):
        for sentence in observed.sentences:
            known = any(note.overlaps(sentence) for note in found)
            if not known and pattern("own_fault").search(text, sentence.start, sentence.end):
                yield sentence.span


def _corrections(note: _Note) -> Iterator[Revision]:
    """Each happening of a note, with what the note calls wrong about it."""
    gone: dict[Span, list[Gone]] = {event.span: [] for event in note.events}
    for wrong in (*_wrong_dates(note), *_wrong_numbers(note), *_wrong_places(note)):
        if not _stands_elsewhere(note, wrong):
            for owner in _owners(note, wrong):
                gone[owner.span].append(wrong)
    if any(gone.values()):
        for event in note.events:
            yield _revision(note, event, _settled(note, gone[event.span]))
    else:
        yield from _retracted(note)


def _settled(note: _Note, gone: Sequence[Gone]) -> tuple[Gone, ...]:
    """What a note calls wrong: surely where it is the one thing that is, or stands behind "not"."""
    return tuple(replace(one, sure=len(gone) == 1 or note.is_denied(one.span)) for one in gone)


def _stands_elsewhere(note: _Note, wrong: Gone) -> bool:
    """Whether the text tells the same outside the note, which does not deny it: then it is not wrong."""
    outside = [e for e in note.observed.events if not note.span.overlaps(e)]
    if note.is_denied(wrong.span):
        return False
    if wrong.about is ClaimAbout.QUANTITY:
        return any(q.value == wrong.value for event in outside for q in event.quantities)
    if wrong.about is ClaimAbout.WHEN:
        return any(event.when is not None and _same(event.when, wrong.value) for event in outside)
    words = note.text[wrong.span.start : wrong.span.end]
    return any(note.text[place.start : place.end] == words for event in outside for place in event.places)


def _same(when: When, value: object) -> bool:
    return isinstance(value, When) and (when.begin, when.end) == (value.begin, value.end)


def _owners(note: _Note, wrong: Gone) -> Sequence[EventMention]:
    """Whose a wrong value is: of those that have it, else of the nearest happening, best in its sentence.

    A number is only of those that have it, or the number it is set against.
    """
    having = [event for event in note.events if _has(note, event, wrong)]
    if having or wrong.about is ClaimAbout.QUANTITY:
        return having
    here = [event for event in note.events if note.sentence(wrong.span).contains(event)]
    before = [event for event in note.events if event.end <= wrong.span.start]
    nearest = sorted(here, key=lambda event: max(event.start - wrong.span.end, wrong.span.start - event.end))
    return [*nearest, *reversed(before), *note.events][:1]


def _has(note: _Note, event: EventMention, wrong: Gone) -> bool:
    """Whether a happening has a date, a place or a number, or the number that stands before a bare one."""
    if wrong.about is ClaimAbout.WHEN:
        return event.when_span is not None and event.when_span.overlaps(wrong.span)
    if wrong.about is ClaimAbout.PLACE:
        return any(place.overlaps(wrong.span) for place in event.places)
    own = [quantity for quantity in event.quantities if quantity.part_of is None]
    if any(quantity.span == wrong.span for quantity in own):
        return True
    first = note.sentence(wrong.span).start
    before = [number for number in note.numbers if first <= number.start < wrong.span.start]
    return bool(before) and any(quantity.contains(before[-1]) for quantity in own)


def _wrong_dates(note: _Note) -> Iterator[Gone]:
    for time in note.dates:
        if time.when is not None and note.is_wrong(time, ClaimAbout.WHEN):
            yield Gone(ClaimAbout.WHEN, ClaimState.WITHDRAWN, time.span, time.when)


def _wrong_numbers(note: _Note) -> Iterator[Gone]:
    """Quantities that a note calls wrong, and bare numbers behind "not"."""
    counted = {q.span: q for event in note.events for q in event.quantities if q.value is not None}
    for span, quantity in counted.items():
        if quantity.value is not None and note.is_wrong(quantity, ClaimAbout.QUANTITY):
            yield Gone(ClaimAbout.QUANTITY, ClaimState.WITHDRAWN, span, quantity.value)
    taken = [*counted, *note.dates]
    for span in note.numbers:
        if (
            not any(span.overlaps(other) for other in taken)
            and note.is_denied(span)
            and note.is_wrong(span, ClaimAbout.QUANTITY)
        ):
            yield Gone(ClaimAbout.QUANTITY, ClaimState.WITHDRAWN, span, note.value(span))


def _wrong_places(note: _Note) -> Iterator[Gone]:
    for mention in beginning_in(note.observed.mentions, note.span):
        if mention.type == "location" and note.is_wrong(mention, ClaimAbout.PLACE):
            yield Gone(ClaimAbout.PLACE, ClaimState.WITHDRAWN, mention.span, mention.span)


def _revision(note: _Note, event: EventMention, gone: tuple[Gone, ...]) -> Revision:
    """A mention without what is wrong about it, with the date or number that the note gives instead."""

    def is_gone(span: Span) -> bool:
        return any(span.overlaps(one.span) for one in gone)

    when, when_span = event.when, event.when_span
    if when_span is not None and is_gone(when_span):
        dates = [time for time in note.dates if note.is_right(time, ClaimAbout.WHEN)]
        right = dates[0] if len(dates) == 1 else None
        when, when_span = (right.when, right.span) if right else (None, None)
    changed = replace(
        event,
        when=when,
        when_span=when_span,
        places=tuple(place for place in event.places if not is_gone(place)),
        quantities=tuple(_corrected(note, event, [q for q in event.quantities if is_gone(q)])),
    )
    return Revision(changed, gone, note=True)


def _corrected(note: _Note, event: EventMention, mistaken: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities of a mention; in the place of one that is wrong the one number that is right."""
    taken = [*note.dates, *event.quantities]
    right = [
        span
        for span in note.numbers
        if note.is_right(span, ClaimAbout.QUANTITY) and not any(span.overlaps(other) for other in taken)
    ]
    for quantity in event.quantities:
        if quantity not in mistaken:
            yield quantity
        elif len(mistaken) == len(right) == 1:
            start, end, value = right[0].start, right[0].end, note.value(right[0])
            yield replace(quantity, start=start, end=end, value=value, low=value, high=value, qualifier="")


def _retracted(note: _Note) -> Iterator[Revision]:
    """What was told in a statement that is taken back, with nothing else wrong about it: no fact any more."""
    for event in note.events:
        found = list(pattern("retraction").finditer(note.before(event)))
        if found and not pattern("right").search(note.before(event), found[-1].end()):
            gone = Gone(ClaimAbout.STATUS, ClaimState.WITHDRAWN, event.span, event.status)
            yield Revision(replace(event, status=Status.DENIED), (gone,), note=True)
