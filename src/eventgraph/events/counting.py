"""Which numbers say how many, or how much, of which happening: of its participants, its measures, itself."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from eventgraph.events.entries import members
from eventgraph.events.grammar import content, is_passive, own_words, prepositional, twin
from eventgraph.events.part import Part
from eventgraph.events.quantities import Number, find_numbers, measures, quantity, says_part
from eventgraph.events.reading import Reading
from eventgraph.events.triggers import Trigger
from eventgraph.lexicon import load_lexicon
from eventgraph.model import EventMention, Quantity
from eventgraph.text.parse import Token

Numbers = Mapping[int, Sequence[Number]]
"""The numbers of a text by the index of the noun that they count."""

SPEECH = "speech"
LONGEST_RANGE = 8
"""Words of the longest range that is looked for before a verb."""
TERMS = {"for", "to", "of"}
"""Prepositions of how long something is to last."""


@dataclass(frozen=True, slots=True)
class Counting:
    """The numbers of a text, and the indices of the triggers of a sentence, which divide them among them."""

    numbers: Numbers
    triggers: AbstractSet[int]


def numbers_by_noun(reading: Reading) -> dict[int, list[Number]]:
    """The numbers of a text by the index of the noun they count, also of what stands behind a measure."""
    found: dict[int, list[Number]] = {}
    for number in find_numbers(reading):
        found.setdefault(number.counted.index, []).append(number)
        behind = content(reading.parsed, number.counted)
        others = {behind.index} | (
            {number.first.index} if number.first.text.isalpha() and number.unit else set()
        )
        for other in sorted(others - {number.counted.index}):
            found.setdefault(other, []).append(number)
    return found


def count(
    reading: Reading, trigger: Trigger, parts: Sequence[Part], counting: Counting
) -> tuple[Quantity, ...]:
    """The numbers of the participants, of the trigger itself and of its measures, in text order."""
    seen: set[int] = set()
    found = []
    for role, number in _counted(reading, trigger, parts, counting):
        strength = number.unit in load_lexicon("quantities")["magnitudes"]["units"]
        if number.first.index not in seen and (trigger.type == "disaster" or not strength):
            seen.add(number.first.index)
            found.append(_of_people(trigger, quantity(reading, number, role)))
    return tuple(sorted(found, key=lambda q: (q.start, q.end)))


def _counted(
    reading: Reading, trigger: Trigger, parts: Sequence[Part], counting: Counting
) -> Iterator[tuple[str, Number]]:
    """Each number with the role of those it counts, "" where it counts or measures the happening."""
    numbers = counting.numbers
    ranged = _range_before(reading, trigger, numbers)
    if ranged is not None:
        yield "patient", ranged
    for part in parts:
        if ranged is not None and part.token.index < ranged.first.index:
            continue  # borrowed from the clause before, as the range parsed as no subject
        for token in (part.token, *_carried(reading, part.token), *_weighed(reading, part.token, counting)):
            yield from ((part.role, number) for number in numbers.get(token.index, ()))
    own = (*trigger.words, *(() if trigger.is_verb else _weighed(reading, trigger.token, counting)))
    yield from (("", number) for word in own for number in numbers.get(word.index, ()))
    yield from (("patient", number) for number in _reached(reading, trigger, numbers))
    for token in _own(reading, trigger, counting.triggers):
        for number in numbers.get(token.index, ()):
            role = _role_of_own(reading, trigger, number)
            if role is not None:
                yield role, number


def _reached(reading: Reading, trigger: Trigger, numbers: Numbers) -> Iterator[Number]:
    """What the number of a happening has come to ("the toll rose to 134", "damage was put at $4 m")."""
    parsed, top = reading.parsed, _summed(reading, trigger)
    if top is None:
        return
    words, verb = load_lexicon("quantities"), parsed.head(top)
    counts = verb.lemma in load_lexicon("open_events")["counting"] and top.dep in {"nsubj", "dobj"}
    estimated = verb.lemma in words["estimating"]["verbs"] and top.dep in {"nsubjpass", "dobj"}
    amounts = verb.lemma in words["amounting"]["verbs"] and top.dep == "nsubj"
    summed = top.lemma in words["sums"]["words"]
    brought = [noun for by, noun in prepositional(parsed, verb) if by.lower in {"to", "at"}]
    if not (estimated or amounts or (summed and counts)):
        return
    if summed and top.dep == "nsubj":
        brought += parsed.children(verb, "dobj")
    measured = estimated or amounts
    found = (number for noun in brought for number in numbers.get(noun.index, ()))
    yield from (number for number in found if measured or number.unit not in measures())


def _summed(reading: Reading, trigger: Trigger) -> Token | None:
    """The noun that stands for the number of a happening: its own, or "number" above "of"; else None."""
    parsed, top = reading.parsed, trigger.token
    if trigger.is_verb:
        top = parsed.head(top) if top.dep in {"relcl", "acl"} else top
    of, sums = parsed.head(top), load_lexicon("quantities")["sums"]["words"]
    if top.dep == "pobj" and of.lower == "of" and parsed.head(of).lemma in sums:
        return parsed.head(of)
    return None if trigger.is_verb else top  # of "to 38, of whom 14 died" the 38 is not of the deaths


def _range_before(reading: Reading, trigger: Trigger, numbers: Numbers) -> Number | None:
    """The range that is the subject of a passive but did not parse so ("between 5 and 7 were hurt")."""
    parsed, verb = reading.parsed, trigger.token
    auxiliary = parsed.child(verb, "auxpass")
    if auxiliary is None or not is_passive(parsed, verb) or parsed.child(verb, "nsubjpass", "nsubj"):
        return None
    before = range(max(0, auxiliary.index - LONGEST_RANGE), auxiliary.index)
    alone = (number for index in before for number in numbers.get(index, ()))
    return next((n for n in alone if n.last.index == auxiliary.index - 1 and n.qualifier == "between"), None)


def _own(reading: Reading, trigger: Trigger, triggers: AbstractSet[int]) -> Iterator[Token]:
    """The words of the trigger's own clause that belong to no other trigger in it."""
    words = {word.index for word in trigger.words}
    for token in own_words(reading.parsed, trigger.token):
        nearest = next(
            (
                above.index
                for above in (token, *reading.parsed.ancestors(token))
                if above.index in triggers | words
            ),
            -1,
        )
        if nearest in words:
            yield token


def _role_of_own(reading: Reading, trigger: Trigger, number: Number) -> str | None:
    """The role of a number within a trigger's clause that counts no participant; None if it tells nothing."""
    if _is_repetition(number) or _is_tally(reading, number) or _was_before(reading, number):
        return ""
    if number.unit in measures():
        return "" if _measures(reading, trigger, number) else None
    return "patient" if trigger.family != SPEECH and says_part(reading, number.first, number.last) else None


def _is_repetition(number: Number) -> bool:
    """Whether a number says how often ("fired four times", "on three occasions")."""
    repeated = number.counted.lemma in load_lexicon("quantities")["repetitions"]["words"]
    return repeated and number.counted.dep in {"npadvmod", "pobj"}


def _is_tally(reading: Reading, number: Number) -> bool:
    """Whether a number says by how many votes ("by 61 votes to 39")."""
    tallies = load_lexicon("quantities")["tallies"]["words"]
    if number.counted.lemma in tallies:
        return number.counted.dep == "pobj"
    before = reading.parsed.tokens[max(0, number.first.index - 2) : number.first.index]
    return len(before) > 1 and before[0].lemma in tallies and before[1].lower == "to"


def _was_before(reading: Reading, number: Number) -> bool:
    """Whether a number is what another was before ("11 elephants, down from 36")."""
    before = reading.parsed.tokens[max(0, number.first.index - 2) : number.first.index]
    alone = number.counted is number.last or number.unit in measures()
    former = load_lexicon("quantities")["former"]["words"]
    return alone and " ".join(token.lower for token in before) in former


def _measures(reading: Reading, trigger: Trigger, number: Number) -> bool:
    """Whether a sum, weight, share or period says how much of a happening of this type."""
    kinds = load_lexicon("quantities")["types"]
    if number.unit in load_lexicon("quantities")["periods"]["units"]:
        above = reading.parsed.head(number.counted)
        lasting = number.counted.dep != "pobj" or above.lower in TERMS
        return lasting and trigger.type in kinds["timed"]
    if number.unit == "%":
        return trigger.type in kinds["shared_out"]
    if number.unit in load_lexicon("quantities")["lengths"]["units"]:
        return False
    if number.unit in load_lexicon("quantities")["magnitudes"]["units"]:
        return trigger.type == "disaster"
    return trigger.family != SPEECH or trigger.type in kinds["offered"]


def _carried(reading: Reading, token: Token) -> Iterator[Token]:
    """Whose bodies were found, whose records were stolen: there are as many of them."""
    if token.lemma in members("body") or token.lemma in load_lexicon("quantities")["carriers"]["words"]:
        yield from (noun for by, noun in prepositional(reading.parsed, token) if by.lower == "of")


def _weighed(reading: Reading, token: Token, counting: Counting) -> Iterator[Token]:
    """What says how much a participant weighs or is worth ("six horns weighing 31 kg")."""
    parsed = reading.parsed
    told = parsed.children(token, "acl", "amod")
    if token.dep == "nsubj" and parsed.head(token).index not in counting.triggers:
        told += parsed.children(parsed.head(token), "acomp")
    container = parsed.head(parsed.head(token))
    if token.dep == "pobj" and content(parsed, container) is token:
        told += parsed.children(container, "acl", "amod")
    for word in told:
        weighing = word.lemma in load_lexicon("quantities")["weighing"]["words"]
        if weighing and word.index not in counting.triggers:
            yield from own_words(parsed, word)


def _of_people(trigger: Trigger, found: Quantity) -> Quantity:
    """A number that stands alone counts people where a type is about people ("17 were wounded")."""
    alone = not found.unit and found.role == "patient"
    return (
        dataclasses.replace(found, unit="people")
        if alone and trigger.type in load_lexicon("quantities")["types"]["peopled"]
        else found
    )


def counted_once(
    reading: Reading, triggers: list[Trigger], events: list[EventMention]
) -> tuple[EventMention, ...]:
    """The events without numbers that the verb right beside them says more of ("identified and rescued")."""
    beside = {trigger.token.index: (trigger, event) for trigger, event in zip(triggers, events, strict=True)}
    settled = []
    for trigger, event in zip(triggers, events, strict=True):
        other = twin(reading.parsed, trigger.token)
        follower, following = beside.get(other.index, (None, None)) if other is not None else (None, None)
        if follower is not None and following is not None and follower.family == trigger.family:
            kept = tuple(q for q in event.quantities if q not in following.quantities)
            settled.append(dataclasses.replace(event, quantities=kept))
        else:
            settled.append(event)
    return tuple(settled)
