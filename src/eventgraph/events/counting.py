"""Which numbers say how many, or how much, of which happening: of its participants, its measures, itself."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import pairwise

from eventgraph.events.belonging import (
    SPEECH,
    counts_part,
    hangs,
    is_change,
    is_whither,
    role_of_own,
    says_where,
)
from eventgraph.events.entries import members
from eventgraph.events.grammar import (
    SUBJECTS,
    direct_object,
    is_passive,
    own_words,
    prepositional,
    subject,
    twin,
)
from eventgraph.events.listing import goes_on, is_elsewhere, told_behind
from eventgraph.events.nouns import content, coordinated
from eventgraph.events.part import Part
from eventgraph.events.quantities import Number, currencies, find_numbers, is_weight, measures, quantity
from eventgraph.events.reading import Reading
from eventgraph.events.triggers import Trigger
from eventgraph.lexicon import load_lexicon
from eventgraph.model import EventMention, Quantity
from eventgraph.text.parse import Parsed, Token

Numbers = Mapping[int, Sequence[Number]]
"""The numbers of a text by the index of the noun that they count."""

LONGEST_RANGE = 8
"""Words of the longest range that is looked for before a verb."""


@dataclass(frozen=True)
class Counting:
    """The numbers of a text, and the indices of the triggers of a sentence, which divide them among them.

    ``ordered`` are the numbers of the sentence in text order, each once; ``framed`` has the trigger right
    behind a number and its part, by the first words of both numbers.
    """

    numbers: Numbers
    triggers: AbstractSet[int]
    ordered: tuple[Number, ...] = ()
    framed: Mapping[int, int] = field(default_factory=dict)


def count_by_sentence(reading: Reading, triggers: Mapping[int, Sequence[Trigger]]) -> dict[int, Counting]:
    """What there is to count in each sentence with triggers, by the sentence's number."""
    numbers = numbers_by_noun(reading)
    beside: dict[int, dict[int, Number]] = {}
    for number in (number for found in numbers.values() for number in found):
        beside.setdefault(number.first.sentence, {})[number.first.index] = number
    found = {}
    for sentence, told in triggers.items():
        indices = {trigger.token.index for trigger in told}
        ordered = tuple(number for _, number in sorted(beside.get(sentence, {}).items(), key=lambda p: p[0]))
        found[sentence] = Counting(numbers, indices, ordered, _framed(reading.parsed, ordered, indices))
    return found


def _framed(parsed: Parsed, ordered: Sequence[Number], triggers: AbstractSet[int]) -> dict[int, int]:
    """The triggers right behind a number and its part, by the first words of both numbers."""
    found: dict[int, int] = {}
    for whole, part in pairwise(ordered):
        behind = told_behind(parsed, whole.last, part, triggers)
        if behind is not None:
            found |= {whole.first.index: behind, part.first.index: behind}
    return found


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
    if not counting.ordered:
        return ()
    seen: set[int] = set()
    found = []
    framed = counting.framed
    told = {word.index for word in trigger.words}
    counted = [
        pair
        for pair in _counted(reading, trigger, parts, counting)
        if framed.get(pair[1].first.index, trigger.token.index) in told
    ]
    counted = _of_whole(trigger, counted, counting)
    counted += [("patient", n) for n in counting.ordered if framed.get(n.first.index) in told]
    counted += _shared_by_twins(reading, trigger, counted, counting)
    for role, number in (*counted, *listed(reading, trigger, counted, counting)):
        strength = number.unit in load_lexicon("quantities")["magnitudes"]["units"]
        if number.first.index not in seen and (trigger.type == "disaster" or not strength):
            seen.add(number.first.index)
            found.append(_of_people(trigger, quantity(reading, number, role)))
    return tuple(sorted(found, key=lambda q: (q.start, q.end)))


def _of_whole(
    trigger: Trigger, counted: Sequence[tuple[str, Number]], counting: Counting
) -> list[tuple[str, Number]]:
    """The numbers of a happening, of which the whole of a part is only that of the clause behind it.

    "Of the 90 who fled, 12 were caught": 90 fled, of whom the 12 are a part.
    """
    words = {word.index for word in trigger.words}
    wholes = [number for number in counting.ordered if number.within in words]
    if not wholes:
        return [pair for pair in counted if pair[1].within is None]
    role = next((role for role, _ in counted if role), "patient")
    others = [pair for pair in counted if pair[0] != role and pair[1].within is None]
    return [(role, whole) for whole in wholes] + others


def _counted(
    reading: Reading, trigger: Trigger, parts: Sequence[Part], counting: Counting
) -> Iterator[tuple[str, Number]]:
    """Each number with the role of those it counts, "" where it counts or measures the happening."""
    numbers = counting.numbers
    yield from _of_parts(reading, trigger, parts, counting)
    yield from (("patient", number) for number in _reported(reading, trigger, counting))
    held = [noun for word in trigger.words for noun in _carried(reading, word)]
    own = (*trigger.words, *held, *(() if trigger.is_verb else _weighed(reading, trigger.token, counting)))
    if trigger.is_verb:
        own = tuple(w for w in own if w.dep != "pobj" or not is_whither(reading.parsed, trigger, w))
    yield from (("", number) for word in own for number in numbers.get(word.index, ()))
    yield from (("", n) for n in counting.ordered if is_change(reading, trigger, n, counting.triggers))
    yield from (("patient", number) for number in _reached(reading, trigger, numbers))
    yield from (("patient", number) for number in _paid_away(reading, trigger, numbers))
    yield from (("patient", number) for number in _of_predicate(reading, trigger, numbers))
    yield from (("patient", number) for number in _as_well(reading, trigger, counting))
    for token in _own(reading, trigger, counting):
        for number in numbers[token.index]:
            role = role_of_own(reading, trigger, number)
            if role is not None:
                yield role, number
            elif hangs(reading, trigger, number):
                yield "" if says_where(reading, number) else "patient", number


def _of_parts(
    reading: Reading, trigger: Trigger, parts: Sequence[Part], counting: Counting
) -> Iterator[tuple[str, Number]]:
    """The numbers of the participants, of what they carry and of what they weigh, with their roles."""
    ranged = _range_before(reading, trigger, counting.numbers)
    if ranged is not None:
        yield "patient", ranged
    for part in parts:
        if ranged is not None and part.token.index < ranged.first.index:
            continue  # borrowed from the clause before, as the range parsed as no subject
        for token in (part.token, *_carried(reading, part.token), *_weighed(reading, part.token, counting)):
            if not _is_of_another(reading, trigger, token, counting):
                found = counting.numbers.get(token.index, ())
                yield from ((part.role, n) for n in found if counts_part(reading, trigger, part, n))


def _is_of_another(reading: Reading, trigger: Trigger, token: Token, counting: Counting) -> bool:
    """Whether a participant is a happening itself, which has its own number, or is told of another place.

    "Sued over 14 complaints"; "killed 40 people in Norland and 12 in Larnby".
    """
    brought = token.dep == "pobj" and reading.parsed.head(token).lower not in {"to", "of"}
    spoken_of = trigger.family == SPEECH and token.dep == "dobj"
    apart = token.pos == "NUM" and token.dep == "conj" and is_elsewhere(reading.parsed, token)
    return apart or ((brought or spoken_of) and token.index in counting.triggers)


def _paid_away(reading: Reading, trigger: Trigger, numbers: Numbers) -> Iterator[Number]:
    """The sum of money that a verb has for its subject, also where it parsed as a clause about it."""
    above = subject(reading.parsed, trigger.token) if trigger.is_verb else None
    if above is not None and (above.head == trigger.token.index or trigger.token.dep in {"acl", "relcl"}):
        yield from (n for n in numbers.get(above.index, ()) if n.unit in currencies())


def _of_predicate(reading: Reading, trigger: Trigger, numbers: Numbers) -> Iterator[Number]:
    """The number of those of whom an adjective tells ("19 others are unaccounted for")."""
    parsed, token = reading.parsed, trigger.token
    helped = parsed.child(token, "auxpass") if token.tag == "JJ" else None
    if (token.dep not in {"acomp", "oprd"} and helped is None) or token.pos == "NOUN":
        return
    above = token if parsed.child(token, *SUBJECTS) else helped or parsed.head(token)
    for doer in parsed.children(above, *SUBJECTS):
        yield from numbers.get(doer.index, ())


def _as_well(reading: Reading, trigger: Trigger, counting: Counting) -> Iterator[Number]:
    """The numbers of what underwent the same ("the lorry was seized, as were $300 and four phones")."""
    parsed = reading.parsed
    for clause in parsed.children(trigger.token, "advcl") if trigger.is_verb else ():
        inverted = clause.lemma == "be" and parsed.tokens[clause.index - 1].lower == "as"
        if inverted and is_passive(parsed, trigger.token):
            yield from (n for n in counting.ordered if clause in parsed.ancestors(n.first))


def _shared_by_twins(
    reading: Reading, trigger: Trigger, counted: Sequence[tuple[str, Number]], counting: Counting
) -> list[tuple[str, Number]]:
    """The numbers of what two verbs side by side do both ("arrested and charged three men")."""
    parsed = reading.parsed
    other = twin(parsed, trigger.token) if trigger.is_verb else None
    joined = other is not None and other.index == trigger.last.index + len(("and", "charged"))
    alone = not any(role == "patient" for role, _ in counted) and parsed.child(trigger.token, "dobj") is None
    shared = trigger.type in load_lexicon("quantities")["types"]["peopled"]
    if other is None or not (joined and alone and shared) or is_passive(parsed, trigger.token):
        return []
    things = coordinated(parsed, noun) if (noun := direct_object(parsed, other)) is not None else []
    return [("patient", number) for thing in things for number in counting.numbers.get(thing.index, ())]


def _reported(reading: Reading, trigger: Trigger, counting: Counting) -> Iterator[Number]:
    """How many happenings a report tells of ("tallied 29 deaths and 300 new cases")."""
    told = direct_object(reading.parsed, trigger.token) if trigger.is_verb else None
    if trigger.type == "report" and told is not None:
        for noun in coordinated(reading.parsed, told):
            if noun.index in counting.triggers:
                yield from counting.numbers.get(noun.index, ())


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


def _own(reading: Reading, trigger: Trigger, counting: Counting) -> Iterator[Token]:
    """What is counted in the trigger's own clause and belongs to no other trigger in it."""
    words, triggers = {word.index for word in trigger.words}, counting.triggers
    told = triggers | words
    for token in own_words(reading.parsed, trigger.token):
        if token.index not in counting.numbers:
            continue
        above = (token, *reading.parsed.ancestors(token))
        nearest = next((word.index for word in above if word.index in told), -1)
        clause = reading.parsed.tokens[token.index + 1 : token.index + 2]
        taken = bool(clause) and clause[0].tag == "VBD" and clause[0].index in triggers - words
        taken = taken and reading.parsed.head(reading.parsed.head(trigger.token)) is not clause[0]
        if nearest in words and not taken and not _lies_behind_another(reading, trigger, token, triggers):
            yield token


def _lies_behind_another(
    reading: Reading, trigger: Trigger, token: Token, triggers: AbstractSet[int]
) -> bool:
    """Whether a coordinated verb that tells a happening stands between a trigger and a word."""
    parsed = reading.parsed
    between = range(trigger.last.index + 1, token.index)
    return any(
        parsed.tokens[i].dep == "conj" and parsed.tokens[i].tag == "VBD" for i in between if i in triggers
    )


def _carried(reading: Reading, token: Token) -> Iterator[Token]:
    """Whose bodies were found, whose records were stolen, who a party is of: there are as many of them."""
    words = load_lexicon("quantities")
    holding = token.lemma in words["carriers"]["words"] or token.lemma in words["parties"]["words"]
    if holding or token.lemma in members("body"):
        for by, noun in prepositional(reading.parsed, token):
            if by.lower == "of":
                yield from coordinated(reading.parsed, noun)


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


def listed(
    reading: Reading, trigger: Trigger, counted: Sequence[tuple[str, Number]], counting: Counting
) -> Iterator[tuple[str, Number]]:
    """The numbers that go on a list behind one of them, however it parsed ("14 rings, two guns and $300")."""
    known = {number.first.index: role for role, number in counted}
    role = ""
    for before, number in pairwise(counting.ordered):
        role = known.get(before.first.index, role)
        if before.first.index not in known or number.first.index in known:
            continue
        if _follows(reading.parsed, trigger, (before, number), counting.triggers):
            known[number.first.index] = role
            yield role, number


def _follows(
    parsed: Parsed, trigger: Trigger, pair: tuple[Number, Number], triggers: AbstractSet[int]
) -> bool:
    """Whether the second of two numbers goes on with a list.

    What a clause without a verb adds of another place ("seven were held in Norland, three in Larnby") is left
    out: the three were not held in Norland.
    """
    before, number = pair
    told = before.first.index > trigger.first.index and _may_be_listed(number)
    return told and goes_on(parsed, before.last, number.first, triggers)


def _may_be_listed(number: Number) -> bool:
    """Whether a number counts things or money, or says how much there is of them."""
    alone = number.counted is number.last and number.unit not in currencies()
    return not alone and (number.unit not in measures() or is_weight(number))


def _of_people(trigger: Trigger, found: Quantity) -> Quantity:
    """A number that stands alone counts people where a type is about people ("17 were wounded")."""
    alone = not found.unit and found.role == "patient"
    return (
        dataclasses.replace(found, unit="people")
        if alone and trigger.type in load_lexicon("quantities")["types"]["peopled"]
        else found
    )


def _says_it_again(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb may only say in other words what the verb beside it says ("identified and rescued")."""
    either = any(word.lower == "or" for word in parsed.children(verb, "cc"))
    return not either and parsed.child(verb, "dobj") is None


def counted_once(
    reading: Reading, triggers: list[Trigger], events: list[EventMention]
) -> tuple[EventMention, ...]:
    """The events without numbers that the verb right beside them says more of ("identified and rescued")."""
    beside = {trigger.token.index: (trigger, event) for trigger, event in zip(triggers, events, strict=True)}
    settled = []
    for trigger, event in zip(triggers, events, strict=True):
        other = twin(reading.parsed, trigger.token)
        follower, following = beside.get(other.index, (None, None)) if other is not None else (None, None)
        same = follower is not None and follower.type == trigger.type
        if same and following is not None and _says_it_again(reading.parsed, trigger.token):
            kept = tuple(q for q in event.quantities if q not in following.quantities)
            settled.append(dataclasses.replace(event, quantities=kept))
        else:
            settled.append(event)
    return tuple(settled)
