"""Which time expression dates which happening: the right one of the right clause, or none.

Candidates are weighed by how the sentence joins them; a lower weight is a closer bond. A date that hangs
on a verb of saying dates the saying, not what is said.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from datetime import date

from eventgraph.events.anchoring import (
    FINITE,
    LATELY,
    PRESENT,
    behind_that,
    counted_from,
    ends_at,
    find_anchor,
    has_verb,
    is_aside,
    is_judged,
    of_second_date,
    root_of,
    said_then,
    set_for,
)
from eventgraph.events.grammar import SUBJECTS, clause_verb, is_passive, is_verbal, prepositional, subject
from eventgraph.events.part import PEOPLE
from eventgraph.events.quantities import measures
from eventgraph.events.reading import Reading
from eventgraph.events.sharing import CAPTION, DIRECT, JOINED, SPEECH, is_moved, shared
from eventgraph.events.triggers import Trigger
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Quantity, TimeMention, When
from eventgraph.text.parse import Parsed, Token
from eventgraph.times.edtf import beginning, up_to
from eventgraph.vocabulary import Precision, TimexType

PERIODS = {Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.QUARTER}
COARSE = {*PERIODS, Precision.MONTH, Precision.SEASON, Precision.INTERVAL}
FEWEST = 20
"""The least number of happenings in a year that is a statistic where nothing else says so."""
LASTING = {
    "ban",
    "sanction",
    "closure",
    "protest",
    "ceasefire",
    "declaration",
    "deployment",
    "operation",
    "kidnapping",
}
"""Types that last until a day; what is done in a moment is not dated by "until"."""
PAST_HELPERS = {"was", "were", "has", "have", "had"}
LONGEST_LIFE = 48
"""Code points between the bracket and the last date of a life."""
LIFE = re.compile(r"\((?:c\. ?)?[\w ,.]*\d{3,4} ?[-\u2013\u2014] ?[\w ,.]*\d{3,4}\)")
HARMS = {"killing", "injury", "death", "damage"}
"""What comes about within an attack or an accident that is dated."""


def date_triggers(reading: Reading, triggers: tuple[Trigger, ...]) -> dict[int, TimeMention]:
    """The time expression of each trigger that has one, by the index of the trigger's token."""
    best: dict[int, tuple[tuple[bool, int, int], TimeMention]] = {}
    by_sentence: dict[int, list[Trigger]] = {}
    for trigger in triggers:
        by_sentence.setdefault(trigger.token.sentence, []).append(trigger)
    for time in _dating(reading):
        words = reading.parsed.tokens_in(time.start, time.end)
        if not words:
            continue
        for trigger, bond in _bonds(reading, words, by_sentence):
            if _only_compares(trigger, time) or (bond == JOINED and not _is_one_day(time)):
                continue
            if _is_out_of_tense(reading, trigger, time) or _is_the_most_since(
                reading, trigger, words[0], time
            ):
                continue
            key = (time.when is None, bond, abs(words[0].index - trigger.token.index))
            held = best.get(trigger.token.index)
            if held is None or key < held[0]:
                best[trigger.token.index] = (key, time)
    found = {index: _as_told(reading.parsed, index, time) for index, (_, time) in best.items()}
    for trigger in triggers:
        within = _told_within(reading.parsed, trigger, by_sentence[trigger.token.sentence])
        if within is not None and within.token.index in best:
            found.setdefault(trigger.token.index, best[within.token.index][1])
    return found


def _is_the_most_since(reading: Reading, trigger: Trigger, first: Token, time: TimeMention) -> bool:
    """Whether "since" says how long something was not surpassed ("into its worst crisis since 2019")."""
    tokens, at = reading.parsed.tokens, first.index - (first.lower != "since")
    behind = trigger.token.index > at  # "the worst fire since May, when nine died"
    if at < 1 or behind or tokens[at].lower != "since":
        return False
    if time.when is None or time.when.end != (None, None):
        return False
    noun = tokens[at - 1]
    most, firsts = reading.parsed.children(noun, "amod", "advmod"), load_lexicon("light_verbs")["firsts"]
    return noun.pos == "NOUN" and any(word.tag in {"JJS", "RBS"} or word.lower in firsts for word in most)


def _is_out_of_tense(reading: Reading, trigger: Trigger, time: TimeMention) -> bool:
    """Whether a verb of the past is not of a day to come, or one of saying in the present of a past day.

    "Has promised compensation by the end of March", "denies robbing a shop on 3 May last year".
    """
    parsed, verb, published, when = reading.parsed, trigger.token, reading.document.published, time.when
    if not trigger.is_verb or published is None or when is None:
        return False
    helpers = parsed.children(verb, "aux", "auxpass")
    if _lies_ahead(when, published) and verb.lemma not in load_lexicon("light_verbs")["moving"]:
        ahead = any(word.tag in {"MD", "TO"} for word in helpers)
        past = any(word.tag in FINITE and word.lower in PAST_HELPERS for word in helpers)
        return (past or verb.tag == "VBD") and not ahead
    told = (trigger.family == SPEECH or trigger.type == "plea") and verb.tag in PRESENT and not helpers
    return told and when.latest is not None and published - when.latest > LATELY


def _lies_ahead(when: When, published: date) -> bool:
    """Whether all of a time lies behind the publication; what lasts until then may have begun before."""
    if when.earliest is not None:
        return when.earliest > published
    by_then = when.begin[1]
    return by_then is not None and (
        by_then > published if _is_day(when) else by_then.replace(day=1) > published
    )


def _is_day(when: When) -> bool:
    return when.precision is Precision.DAY


def _as_told(parsed: Parsed, index: int, time: TimeMention) -> TimeMention:
    """A date as it is of a trigger: what "when" tells is of then ("the worst since May, when ten died")."""
    opened = any(child.lower == "when" for child in parsed.children(parsed.tokens[index], "advmod"))
    if not opened or time.when is None or time.when.end != (None, None):
        return time
    return dataclasses.replace(time, when=beginning(time.when))


def _told_within(parsed: Parsed, trigger: Trigger, here: list[Trigger]) -> Trigger | None:
    """The noun of which a verb tells what came about within it, on the same day therefore.

    "A crash on Sunday in which two men died", "the 2006 fire that killed six", "the raid left four dead".
    """
    verb = trigger.token
    if not trigger.is_verb:
        return None
    while verb.dep == "conj" and is_verbal(parsed.head(verb)) and not parsed.child(verb, *SUBJECTS[:2]):
        verb = parsed.head(verb)
    which = next(
        (n for p, n in prepositional(parsed, verb) if n.lower == "which" and p.lower in {"in", "during"}),
        None,
    )
    nouns = [other for other in here if not other.is_verb]
    if which is not None:
        before = (other for other in nouns if other.token.index < which.index)
        return max(before, key=lambda other: other.token.index, default=None)
    if trigger.type not in HARMS or trigger.token.tag != "VBD" or is_passive(parsed, trigger.token):
        return None
    cause = subject(parsed, trigger.token)
    return next((other for other in nouns if other.token is cause), None)


def _is_one_day(time: TimeMention) -> bool:
    """Whether an expression dates to the day, so that what follows in one breath was on that day too."""
    return time.when is not None and time.when.precision in {Precision.DAY, Precision.MONTH}


def _only_compares(trigger: Trigger, time: TimeMention) -> bool:
    """Whether a stretch up to now only says since when a happening is the first or the largest."""
    return time.when is not None and time.when.end == (None, None) and not trigger.is_verb


def _dating(reading: Reading) -> Iterator[TimeMention]:
    """The expressions that can date something: dates, not durations or repetitions, nor parts of a range."""
    parts = {part for time in reading.times for part in time.parts}
    for time in reading.times:
        dates = time.type in {TimexType.DATE, TimexType.TIME} or time.when is not None
        idle = time.type is TimexType.SET or time.span in parts or _is_compared(reading, time)
        if dates and not idle and not _is_of_a_life(reading, time):
            yield time


def _is_compared(reading: Reading, time: TimeMention) -> bool:
    """Whether a time is only what a figure is compared with ("fell 5% from a year earlier")."""
    words = reading.parsed.tokens_in(time.start, time.end)
    before = reading.parsed.tokens[max(0, words[0].index - 1)] if words else None
    return before is not None and before.lower == "from" and words[-1].lower in {"earlier", "ago", "before"}


def _is_of_a_life(reading: Reading, time: TimeMention) -> bool:
    """Whether years in brackets behind somebody's name are those of his life ("Ann Cole (1960-2011) ...")."""
    opened = reading.document.text.rfind("(", max(0, time.start - LONGEST_LIFE), time.start)
    life = LIFE.match(reading.document.text, opened) if opened >= 0 else None
    before = reading.parsed.tokens_in(max(0, opened - LONGEST_LIFE), opened) if life is not None else ()
    name = reading.name_of(before[-1]) if before else None
    return life is not None and time.end <= life.end() and name is not None and name.type in PEOPLE


def _bonds(
    reading: Reading, words: Sequence[Token], by_sentence: dict[int, list[Trigger]]
) -> Iterator[tuple[Trigger, int]]:
    parsed = reading.parsed
    root = root_of(words)
    here = by_sentence.get(root.sentence, [])
    heads = {trigger.token.index: trigger for trigger in here}
    heads |= {word.index: trigger for trigger in here for word in trigger.words}
    anchor = behind_that(parsed, words) or find_anchor(reading, root, heads)
    alone = said_then(parsed, words[0], heads) or counted_from(reading, words[0], heads)
    if alone is None and anchor is not None:
        alone = of_second_date(reading, words[0], anchor, here) or set_for(parsed, words[0], anchor, heads)
    if alone is not None:
        yield alone, DIRECT
        return
    if anchor is None:
        before = () if has_verb(parsed, root) else by_sentence.get(root.sentence - 1, ())
        yield from ((t, CAPTION) for t in before if t.is_verb)
        return
    direct = heads.get(anchor.index)
    if direct is not None and is_aside(parsed, direct, words[0]):
        return
    ends = ends_at(parsed, root, words[0], anchor)
    judged = direct is not None and is_judged(reading, direct, words[0], heads)
    if direct is not None and not judged and not (ends and direct.type not in LASTING):
        yield direct, DIRECT
    if judged:
        anchor = clause_verb(parsed, anchor)
        if anchor.index in heads:
            yield heads[anchor.index], DIRECT
    if ends:
        yield from ((t, DIRECT) for t in here if t.token is not anchor and is_moved(parsed, root, t, anchor))
        return
    if direct is not None and direct.is_verb and not is_verbal(anchor):
        anchor = direct.token  # "through" of "tore through a shop on Sunday"
    yield from shared(parsed, root, anchor, here)


def happening_when(time: TimeMention, *, total: bool, published: date | None) -> When | None:
    """The `When` of a happening that an expression dates.

    A sum "since" a day reaches up to publication; a happening within a stretch of days may have been
    on any of them.
    """
    when = time.when
    if when is None:
        return None
    if total and when.end == (None, None) and when.begin[0] is not None and published is not None:
        return up_to(when, published)
    return when


def is_statistic(trigger: Trigger, time: TimeMention | None, quantities: tuple[Quantity, ...]) -> bool:
    """Whether a number of happenings over a long period is told, not a single happening.

    A sum since a day is one; so are happenings of a year in the plural or in a large number.
    """
    when = time.when if time is not None else None
    if when is None or when.begin[0] is None:
        return False
    if quantities and when.end == (None, None):
        return True
    if any("record" in quantity.qualifier for quantity in quantities):
        return when.precision in COARSE
    counts = [quantity for quantity in quantities if quantity.unit not in measures()]
    many = any((quantity.value or quantity.low or 0) >= FEWEST for quantity in counts)
    return when.precision in PERIODS and (many or trigger.token.tag == "NNS")
