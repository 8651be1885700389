"""Which time expression dates which happening: the right one of the right clause, or none.

Candidates are weighed by how the sentence joins them; a lower weight is a closer bond. A date that hangs
on a verb of saying dates the saying, not what is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from eventgraph.events.grammar import (
    NOMINAL,
    SUBJECTS,
    clause_verb,
    is_at_once,
    is_passive,
    is_verbal,
    prepositional,
    subject,
    twin,
)
from eventgraph.events.quantities import measures
from eventgraph.events.reading import Reading
from eventgraph.events.triggers import CRIMES, PURSUING, Trigger
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Quantity, TimeMention, When
from eventgraph.text.parse import Parsed, Token
from eventgraph.times.edtf import up_to
from eventgraph.vocabulary import Precision, TimexType

DIRECT, LIGHT, FRONTED, NOMINAL_BELOW, PARTICIPLE, CAPTION, JOINED = range(7)
"""How a date is joined to a trigger, the closest bond first."""

PERIODS = {Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.QUARTER}
COARSE = {*PERIODS, Precision.MONTH, Precision.SEASON, Precision.INTERVAL}
FEWEST = 20
"""The least number of happenings in a year that is a statistic where nothing else says so."""
SPEECH = "speech"
FARTHEST_WHEN = 5
"""Words from the head of a date to the "when" that it opens a clause with."""
OUTCOMES = {"killing", "injury", "death", "damage", "evacuation"}
"""Types of what a happening does at once to people and things."""
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
BEFORE = {"compound", "amod", "nummod", "poss", "nmod"}
"""How a date stands before a noun that it describes."""
UNTIL = {"until", "till", "til"}
LATELY = timedelta(days=10)
"""A court's day lies so near to the publication, the day of what it judges seldom."""
DURING = {"during", "in", "amid", "at"}
APART = {"after", "before", "following", "since", "until", "from", "into", "about", "against", "over"}
"""Prepositions that set a noun apart in time from its clause ("convicted on Friday after a trial")."""
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
            key = (time.when is None, bond, abs(words[0].index - trigger.token.index))
            held = best.get(trigger.token.index)
            if held is None or key < held[0]:
                best[trigger.token.index] = (key, time)
    found = {index: time for index, (_, time) in best.items()}
    for trigger in triggers:
        within = _told_within(reading.parsed, trigger, by_sentence[trigger.token.sentence])
        if within is not None and within.token.index in best:
            found.setdefault(trigger.token.index, best[within.token.index][1])
    return found


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
    return time.when is not None and time.when.precision is Precision.DAY


def _only_compares(trigger: Trigger, time: TimeMention) -> bool:
    """Whether a stretch up to now only says since when a happening is the first or the largest."""
    return time.when is not None and time.when.end == (None, None) and not trigger.is_verb


def _dating(reading: Reading) -> Iterator[TimeMention]:
    """The expressions that can date something: dates, not durations or repetitions, nor parts of a range."""
    parts = {part for time in reading.times for part in time.parts}
    for time in reading.times:
        dates = time.type in {TimexType.DATE, TimexType.TIME} or time.when is not None
        if dates and time.type is not TimexType.SET and time.span not in parts:
            yield time


def _bonds(
    reading: Reading, words: Sequence[Token], by_sentence: dict[int, list[Trigger]]
) -> Iterator[tuple[Trigger, int]]:
    parsed = reading.parsed
    root = _root(words)
    here = by_sentence.get(root.sentence, [])
    heads = {trigger.token.index: trigger for trigger in here}
    heads |= {word.index: trigger for trigger in here for word in trigger.words}
    saying = _said_then(parsed, words[0], heads)
    if saying is not None:
        yield saying, DIRECT
        return
    counted = _counted_from(reading, words[0], heads)
    anchor = _anchor(parsed, root, heads)
    if counted is None and anchor is not None:
        counted = _of_second_date(reading, words[0], anchor, here) or _set_for(
            parsed, words[0], anchor, heads
        )
    if counted is not None:
        yield counted, DIRECT
        return
    if anchor is None:
        if not _has_verb(parsed, root):
            yield from ((t, CAPTION) for t in by_sentence.get(root.sentence - 1, []) if t.is_verb)
        return
    ends = parsed.tokens[max(0, words[0].index - 1)].lower in UNTIL or words[0].lower in UNTIL
    direct = heads.get(anchor.index)
    judged = direct is not None and _is_judged(reading, direct, words[0], heads)
    if direct is not None and not judged and not (ends and direct.type not in LASTING):
        yield direct, DIRECT
    if judged:
        anchor = clause_verb(parsed, anchor)
        if anchor.index in heads:
            yield heads[anchor.index], DIRECT
    if ends:
        yield from ((t, DIRECT) for t in here if t.token is not anchor and _is_moved(parsed, root, t, anchor))
        return
    yield from _shared(parsed, root, anchor, here)


def _counted_from(reading: Reading, first: Token, heads: dict[int, Trigger]) -> Trigger | None:
    """The noun that other days are counted from: "two days after the raid on 2 May, police ..."."""
    parsed = reading.parsed
    noun = next((parsed.tokens[i] for i in (first.index - 1, first.index - 2) if i >= 0 and i in heads), None)
    if noun is None or noun.dep != "pobj" or parsed.head(noun).lower not in {"after", "before"}:
        return None
    before = reading.time_of(parsed.tokens[max(0, parsed.head(noun).index - 1)])
    return heads[noun.index] if before is not None else None


def _of_second_date(reading: Reading, first: Token, anchor: Token, here: list[Trigger]) -> Trigger | None:
    """The noun that a verb's second date belongs to ("pleaded guilty in May to an assault in June 2022")."""
    parsed = reading.parsed
    nouns = (t for t in reversed(here) if not t.is_verb and anchor.index < t.token.index < first.index)
    noun = next((t for t in nouns if clause_verb(parsed, t.token) is anchor), None)
    if noun is None or not is_verbal(anchor):
        return None
    between = parsed.tokens[anchor.index + 1 : noun.token.index]
    dated = any((day := reading.time_of(word)) is not None and day.when is not None for word in between)
    return noun if dated else None


def _set_for(parsed: Parsed, first: Token, anchor: Token, heads: dict[int, Trigger]) -> Trigger | None:
    """The noun that somebody sets for a day ("called a strike for Monday")."""
    verb = heads[anchor.index].token if anchor.index in heads else anchor  # "call for" may be one trigger
    thing = parsed.child(verb, "dobj")
    settles = verb.lemma in load_lexicon("times/words")["tense"]["arranged_for"]
    before = parsed.tokens[max(0, first.index - 1)]
    return heads.get(thing.index) if thing is not None and settles and before.lower == "for" else None


def _is_judged(reading: Reading, direct: Trigger, first: Token, heads: dict[int, Trigger]) -> bool:
    """Whether a day behind a crime is that of the court ("jailed for murder on Friday")."""
    parsed, time, published = reading.parsed, reading.time_of(first), reading.document.published
    day = time.when.latest if time is not None and time.when is not None else None
    if direct.is_verb or published is None or day is None or published - day > LATELY:
        return False
    verb = heads.get(clause_verb(parsed, direct.token).index)
    tried = verb is not None and verb.family == "justice" and direct.family in CRIMES
    return tried and direct.token.dep == "pobj"


def _said_then(parsed: Parsed, first: Token, heads: dict[int, Trigger]) -> Trigger | None:
    """The verb of saying right before a date and a clause ("said on Tuesday they had ...")."""
    before = [parsed.tokens[index] for index in (first.index - 1, first.index - 2) if index >= 0]
    if before and before[0].pos == "ADP":
        before = before[1:]
    trigger = heads.get(before[0].index) if before else None
    return trigger if trigger is not None and trigger.family == SPEECH and trigger.is_verb else None


def _root(words: Sequence[Token]) -> Token:
    """The word of an expression whose head stands outside it."""
    inside = {word.index for word in words}
    roots = [word for word in words if word.head not in inside or word.head == word.index]
    unbound = [word for word in roots if word.dep not in {"conj", "nummod", "quantmod"}]
    return next(iter([*unbound, *roots]), words[-1])  # "between 1 and 5 a.m." hangs by "a.m."


def _has_verb(parsed: Parsed, token: Token) -> bool:
    sentence = parsed.sentence_of(token)
    return any(is_verbal(word) for word in parsed.tokens[sentence.first : sentence.last])


def _anchor(parsed: Parsed, root: Token, heads: dict[int, Trigger]) -> Token | None:
    """The trigger or verb that a date hangs on; None where it belongs to a mere noun ("the 2018 Games")."""
    token, nouns, apart = root, 0, False
    before = parsed.tokens[max(0, root.index - 1)]
    if root.dep == "nummod" and before.lower == "in" and before.pos == "ADP":
        token = before  # "In 1948 troops opened fire"
    while parsed.head(token) is not token:
        above = parsed.head(token)
        described = token.dep in BEFORE and above.pos in NOMINAL
        if described and above.index in heads and heads[above.index].token is not above:
            return None  # "posted first-quarter earnings"
        if above.index in heads or (is_verbal(above) and above.dep not in {"aux", "auxpass"}):
            return None if apart and nouns > 1 else above
        nouns += above.pos == "NOUN"
        apart = apart or above.lower in {"for", "over"}
        if described:
            return None
        token = above
    return None


def _shared(parsed: Parsed, root: Token, anchor: Token, here: list[Trigger]) -> Iterator[tuple[Trigger, int]]:
    """The other triggers of the clause that a date hangs on."""
    fronted = root.index < _beginning(parsed, anchor)
    saying = any(trigger.token is anchor and trigger.family == SPEECH for trigger in here)
    pursued = any(trigger.token is anchor and trigger.family in PURSUING for trigger in here)
    anchored = any(trigger.token is anchor and trigger.rule != "open" for trigger in here)
    for trigger in here:
        if trigger.token is anchor:
            continue
        if _is_moved(parsed, root, trigger, anchor):
            bond: int | None = DIRECT
        elif _is_told_by_outcome(parsed, trigger, anchor, here) or _is_made_then(parsed, trigger, anchor):
            bond = LIGHT
        elif trigger.is_verb:
            bond = _verb_bond(parsed, trigger.token, anchor, fronted=fronted)
            bond = _during(parsed, trigger.token, anchor) if bond is None else bond
            bond = _outcome(parsed, trigger, anchor) if bond is None else bond
            bond = _when_clause(parsed, trigger.token, root) if bond is None else bond
            bond = _in_one_breath(parsed, trigger.token, anchor) if bond is None else bond
        else:
            bond = _noun_bond(parsed, trigger, anchor, anchored=anchored)
        beside = bond == FRONTED and trigger.token.dep == "conj"
        decided = trigger.token.dep == "dobj" and any(
            t.token is anchor and t.family == "justice" for t in here
        )
        held_on = trigger.type == "charge" and parsed.head(trigger.token).lower == "on"
        if (decided or held_on) and not trigger.is_verb:
            continue  # "rejected the appeal on Thursday", "in court on Tuesday on charges of arson"
        apart = (saying and trigger.family != SPEECH) or (pursued and trigger.family in CRIMES and not beside)
        if bond is not None and not apart:
            yield trigger, bond


def _is_made_then(parsed: Parsed, trigger: Trigger, anchor: Token) -> bool:
    """Whether a dated clause only says of a noun that it came about ("a deal reached in April")."""
    made = anchor.dep in {"acl", "relcl"} and parsed.head(anchor) is trigger.token and not trigger.is_verb
    whole = anchor.dep == "acl" and trigger.token.dep == "ROOT"  # "Clashes flared in April" is often read so
    return made and (whole or anchor.lemma in load_lexicon("light_verbs")["making"])


def _is_told_by_outcome(parsed: Parsed, trigger: Trigger, anchor: Token, here: list[Trigger]) -> bool:
    """Whether a dated clause tells what a noun did at once ("a collision that cost four lives in June")."""
    done = anchor.dep in {"acl", "relcl"} and parsed.head(anchor) is trigger.token and not trigger.is_verb
    return done and any(other.token is anchor and other.type in OUTCOMES for other in here)


def _is_moved(parsed: Parsed, root: Token, trigger: Trigger, anchor: Token) -> bool:
    """Whether a noun was put on another day ("the hearing was moved to 10 March")."""
    moved = anchor.lemma in load_lexicon("light_verbs")["moving"] and trigger.token.dep == "nsubjpass"
    to = next((above for above in (root, *parsed.ancestors(root)) if above.pos in {"ADP", "SCONJ"}), None)
    return (
        moved
        and parsed.head(trigger.token) is anchor
        and to is not None
        and to.lower in {"to", "until", "till"}
    )


def _beginning(parsed: Parsed, verb: Token) -> int:
    """The index of the first word of a verb's own kernel: its subject or itself."""
    subject = parsed.child(verb, "nsubj", "nsubjpass", "expl")
    return min(subject.index, verb.index) if subject is not None else verb.index


def _verb_bond(parsed: Parsed, verb: Token, anchor: Token, *, fronted: bool) -> int | None:
    if twin(parsed, verb) is anchor:
        return LIGHT
    if anchor.dep == "advcl" and is_at_once(parsed, anchor):
        above = parsed.head(anchor)
        if verb in {above, parsed.head(above) if above.dep == "conj" else above}:
            return PARTICIPLE
    crossed = _path(parsed, verb, anchor)
    if not crossed:
        return None
    if set(crossed) <= {"xcomp", "pcomp", "prep", "auxpass"} and len(crossed) <= 2:  # noqa: PLR2004 ("led to arresting")
        return LIGHT
    if fronted and (crossed == ["ccomp"] or set(crossed) == {"conj"}):
        return FRONTED
    alone = parsed.child(verb, "nsubj", "nsubjpass", "mark") is None
    joined = crossed in (["advcl"], ["conj", "advcl"]) and verb.tag in {"VBG", "VBN"}
    return PARTICIPLE if joined and alone else None


def _path(parsed: Parsed, verb: Token, anchor: Token) -> list[str]:
    """How a verb hangs on another one; empty where it does not, or is set apart in time by a preposition."""
    token, crossed = verb, []
    while parsed.head(token) is not token and token is not anchor:
        crossed.append(token.dep)
        token = parsed.head(token)
        if token.lower in APART and token.pos in {"ADP", "SCONJ"}:
            return []  # "appointed in 2018 after winning a vote"
    return crossed if token is anchor else []


def _during(parsed: Parsed, verb: Token, anchor: Token) -> int | None:
    """A verb shares the date of what it happened in ("detained during a raid on Tuesday")."""
    preposition = parsed.head(anchor)
    if verb.dep == "relcl" and parsed.head(verb) is anchor and _is_in_which(parsed, verb):
        return LIGHT
    if anchor.dep == "pobj" and preposition.lower in DURING and parsed.head(preposition) is verb:
        return LIGHT
    return None


def _is_in_which(parsed: Parsed, verb: Token) -> bool:
    """Whether a clause tells what happened in something ("the January unrest, in which two people died")."""
    return any(
        preposition.lower in DURING
        and any(noun.tag == "WDT" for noun in parsed.children(preposition, "pobj"))
        for preposition in parsed.children(verb, "prep")
    )


def _outcome(parsed: Parsed, trigger: Trigger, anchor: Token) -> int | None:
    """What a dated happening did, it did then ("Monday's crash killed two people")."""
    first = parsed.head(trigger.token) if trigger.token.dep == "conj" else trigger.token
    did = anchor.dep == "nsubj" and parsed.head(anchor) in {trigger.token, first}
    return LIGHT if did and trigger.type in OUTCOMES and trigger.token.tag in {"VBD", "VBN"} else None


def _in_one_breath(parsed: Parsed, verb: Token, anchor: Token) -> int | None:
    """A verb coordinated to a dated one, of its tense and subject ("fined one on Friday and freed two")."""
    joined = verb.dep == "conj" and parsed.head(verb) is anchor and verb.tag == anchor.tag == "VBD"
    return JOINED if joined and not parsed.child(verb, "nsubj", "nsubjpass") else None


def _when_clause(parsed: Parsed, verb: Token, root: Token) -> int | None:
    """A clause that a date opens ("in May 2023, when officers found the boat") is of that date."""
    when = next((child for child in parsed.children(verb, "advmod") if child.lower == "when"), None)
    opened = (
        when is not None and verb.dep in {"relcl", "advcl"} and 0 < when.index - root.index <= FARTHEST_WHEN
    )
    return LIGHT if opened else None


def _noun_bond(parsed: Parsed, trigger: Trigger, anchor: Token, *, anchored: bool) -> int | None:
    verb = clause_verb(parsed, trigger.token)
    at_once = verb.dep == "advcl" and parsed.head(verb) is anchor and is_at_once(parsed, verb)
    if verb is not anchor and not at_once:
        return None
    token = trigger.token
    while parsed.head(token) is not verb:
        token = parsed.head(token)
        if token.dep in {"acl", "relcl"} or token.lower in APART:
            return None
        if trigger.type == "operation" and token.lower in DURING:
            return None  # one arrest during an operation tells no day of the operation
    return NOMINAL_BELOW if anchored else LIGHT


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
