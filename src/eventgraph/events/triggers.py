"""Finds the words that tell a happening, and its type, by the trigger lexicon.

A longer phrase ("take into custody") goes before a shorter one, of one length a phrase with a test ("hand
over" with a person as object) before a bare one, a phrase before a test ("fire" with a person as object),
a test before a bare lemma. Of a verb that none of these knows, what stands beside it may tell ("sawed their
way out of the jail"). What only looks like a trigger is left out: a modifier ("search team"), a word within
a name, a noun that speaks of the thing in general ("to fight crime").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from eventgraph.events.classes import begins_in_capital
from eventgraph.events.conditions import (
    Clause,
    asked_for,
    clause_of,
    is_date,
    noun_passes,
    verb_passes,
)
from eventgraph.events.entries import load_triggers, members
from eventgraph.events.grammar import (
    clause_verb,
    determined,
    is_verbal,
    prepositional,
    stands_before,
    stands_for_people,
)
from eventgraph.events.nouns import content, coordinated
from eventgraph.events.reading import Reading
from eventgraph.lexicon import load_lexicon
from eventgraph.schema import load_schema
from eventgraph.text.parse import Parsed, Token

LONGEST_GAP = 3
"""Words that may stand within a phrase and still belong to its span."""
MODIFYING = {
    "det", "amod", "compound", "poss", "advmod", "punct", "nummod", "quantmod", "prt", "case", "nmod",
    "aux", "auxpass", "neg",
}  # fmt: skip
PARTICLES = {"ADP", "PART", "SCONJ"}
"""Words of a phrase that keep their order; others may stand before the verb ("warrants were served")."""
ANY_VERB = "*"
"""What stands in the lexicon for a verb that nothing else there makes a trigger."""
CLAUSES = {"advcl", "relcl", "acl", "conj"}
CRIMES = {"crime", "violence"}
JUDGED = {"justice"}
RAGING = {"violence", "disaster"}
"""Families whose bare nouns are particular as subjects in the past ("heavy gunfire erupted")."""
PURSUING = {"justice", "enforcement"}
"""Families whose verbs make a bare noun particular ("arrested for murder")."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell a happening: ``token`` is their head, ``words`` all of them, in text order.

    ``rule`` tells how it was found: verb, noun, phrase, test, modifier, open; ``brought`` is what the
    preposition that a test asked for brings ("homes" of "broke into homes").
    """

    token: Token
    type: str
    rule: str
    words: tuple[Token, ...]
    whole: bool = True
    brought: Token | None = None

    @property
    def is_verb(self) -> bool:
        """Whether its head is a verb."""
        return self.rule not in {"noun", "modifier"} and is_verbal(self.token)

    @property
    def family(self) -> str:
        """The family of its type."""
        return load_schema().event[self.type].family

    @property
    def first(self) -> Token:
        """The first word of its span."""
        return self.words[0] if self.whole else self.token

    @property
    def last(self) -> Token:
        """The last word of its span."""
        return self.words[-1] if self.whole else self.token


def find_triggers(reading: Reading) -> tuple[Trigger, ...]:
    """The triggers of a text, in text order; no two share their head."""
    found = {trigger.token.index: trigger for trigger in _joined_nouns(reading)}
    covered = {word.index for trigger in found.values() for word in trigger.words}
    for token in reading.parsed.tokens:
        free = is_verbal(token) and token.index not in covered
        trigger = _verb_trigger(reading, token) if free else None
        if trigger is not None:
            found[token.index] = trigger
            covered.update(word.index for word in trigger.words)
    found = {index: trigger for index, trigger in found.items() if not _is_purpose_of_same(trigger, found)}
    for token in reading.parsed.tokens:
        if token.index in covered or not (token.pos == "NOUN" or begins_in_capital(reading, token)):
            continue
        trigger = _noun_trigger(reading, token)
        if trigger is not None:
            found[token.index] = trigger
    return tuple(found[index] for index in sorted(found))


def _joined_nouns(reading: Reading) -> Iterator[Trigger]:
    """The nouns of several words ("sit-in", "hit-and-run"), which no parse takes for one."""
    tokens, joined = reading.parsed.tokens, load_triggers().joined
    for first in tokens:
        for rest, kind in joined.get(first.lower, ()):
            words = tokens[first.index : first.index + 1 + len(rest)]
            same = len(words) > len(rest) and all(
                lemma in {word.lower, word.lemma, word.lower.removesuffix("s")}
                for word, lemma in zip(words[1:], rest, strict=True)
            )
            if not same or reading.name_of(first):
                continue
            within = {word.index for word in words}
            head = next((word for word in words if word.head not in within), words[-1])
            trigger = Trigger(head, kind, "noun", words)
            if head.dep not in {"compound", "amod"} and (
                head.pos != "NOUN" or is_particular(reading, trigger)
            ):
                yield trigger


def _is_purpose_of_same(trigger: Trigger, found: dict[int, Trigger]) -> bool:
    """Whether an infinitive of purpose only says again what its verb says ("marched to protest")."""
    above = found.get(trigger.token.head)
    again = above is not None and above.type == trigger.type and above is not trigger
    return again and trigger.token.tag == "VB" and trigger.token.dep in {"advcl", "xcomp"}


def _verb_trigger(reading: Reading, token: Token) -> Trigger | None:
    modifies = token.dep in {"amod", "compound", "aux", "auxpass"} and not stands_before(
        reading.parsed, token
    )
    if modifies or reading.name_of(token):
        return None
    if stands_for_people(reading.parsed, token):
        return None
    idle = is_idle(reading, token)
    trigger = _tested(reading, token, token.lemma, idle=idle)
    if trigger is not None or idle:
        return trigger
    kind = load_triggers().verbs.get(token.lemma, "announcement" if _brings_quotation(reading, token) else "")
    if kind:
        return Trigger(token, kind, "verb", (token,))
    return None if token.lemma in _stative() else _tested(reading, token, ANY_VERB, idle=False)


@cache
def _stative() -> frozenset[str]:
    """Verbs that tell no happening, whatever stands beside them."""
    return frozenset(load_lexicon("open_events")["stative"])


def _tested(reading: Reading, token: Token, lemma: str, *, idle: bool) -> Trigger | None:
    """The verb as a phrase or a test of that lemma has it; an idle verb only triggers within a phrase."""
    triggers = load_triggers()
    phrases = triggers.phrases_among(lemma, reading.words_around(token))
    tests = triggers.verb_tests.get(lemma, ())
    clause = clause_of(reading, token) if phrases or tests else Clause()
    for rest, test, kind in phrases:
        words = _phrase_words(reading, token, rest)
        if words and (test is None or verb_passes(reading, token, clause, test, words[-1])):
            return Trigger(token, kind, "phrase", words, whole=_is_close(reading, words))
    for test, kind in () if idle else tests:
        if verb_passes(reading, token, clause, test):
            return Trigger(token, kind, "test", (token,), brought=asked_for(reading, test, token))
    return None


def _brings_quotation(reading: Reading, verb: Token) -> bool:
    """Whether what a verb governs is quoted, whatever the verb ("No," she sobbed)."""
    quoted = any(
        reading.quotation_at(below.start) is not None and is_verbal(below)
        for below in reading.parsed.children(verb, "ccomp")
    )
    return quoted and reading.quotation_at(verb.start) is None and verb.tag in {"VBD", "VBZ"}


def is_idle(reading: Reading, verb: Token) -> bool:
    """Whether a verb stands in a fixed, uneventful use that the idiom list names ("according to")."""
    following = reading.parsed.tokens[verb.index + 1 : verb.index + 2]
    pair = f"{verb.lower} {following[0].lower}" if following else verb.lower
    return pair in load_lexicon("idioms")["verbs"]


def _phrase_words(reading: Reading, verb: Token, rest: tuple[str, ...]) -> tuple[Token, ...]:
    """The words of a phrase, if each depends on the verb, its object or a word of the phrase."""
    parsed = reading.parsed
    anchors = [verb]
    around = [*parsed.children(verb, "dobj", "nsubjpass"), *parsed.children(verb, "ccomp")]
    around += [parsed.head(verb)] if stands_before(parsed, verb) else []
    around += [content(parsed, noun) for noun in around if content(parsed, noun) is not noun]
    words = [verb]
    for lemma in rest:
        below = (
            child
            for anchor in [*anchors[::-1], *around]
            for child in parsed.children(anchor)
            if child.dep != "nsubj"
        )
        fitting = [w for w in below if _is_word(w, lemma) and w not in words and not _dates(reading, w)]
        match = next((child for child in fitting if not _is_early(child, anchors[-1])), None)
        if match is None and around:
            among = [noun for head in around for noun in coordinated(parsed, head)]
            match = next((noun for noun in among if noun.lemma == lemma and noun not in words), None)
        if match is None:
            return ()
        anchors.append(match)
        words.append(match)
    return tuple(sorted(words, key=lambda word: word.index))


def _dates(reading: Reading, preposition: Token) -> bool:
    """Whether a preposition only brings a date ("was turned back on Tuesday")."""
    dating = preposition.dep == "prep" and preposition.lower in {"on", "in"}
    brought = reading.parsed.child(preposition, "pobj") if dating else None
    return brought is not None and is_date(reading, brought)


def _is_early(word: Token, before: Token) -> bool:
    """Whether a particle stands before the word of a phrase that it should follow."""
    return word.pos in PARTICLES and word.dep != "neg" and word.index < before.index


def _is_word(token: Token, lemma: str) -> bool:
    """Whether a token is that word of a phrase; a clause of its own is not ("will fall unless backed")."""
    return token.lower == lemma or (token.lemma == lemma and token.dep not in CLAUSES)


def _is_close(reading: Reading, words: tuple[Token, ...]) -> bool:
    """Whether the words stand so close together that one span may hold them."""
    inside = reading.parsed.tokens[words[0].index : words[-1].index + 1]
    between = [token for token in inside if token not in words]
    return len(between) <= LONGEST_GAP and all(token.dep in MODIFYING for token in between)


def _noun_trigger(reading: Reading, noun: Token) -> Trigger | None:
    if reading.name_of(noun) or is_in_idiom(reading, noun) or _is_penalty(reading.parsed, noun):
        return None
    triggers = load_triggers()
    lemma = noun.lower.removesuffix("s") if noun.pos == "PROPN" else noun.lemma
    kind = next(
        (kind for test, kind in triggers.noun_tests.get(lemma, ()) if noun_passes(reading, noun, test)),
        triggers.nouns.get(lemma, ""),
    )
    if not kind:
        return None
    trigger = Trigger(noun, kind, "noun", (noun,))
    if trigger.type == "disaster" and _takes_part(reading, noun):
        return None
    if _is_building(reading, noun):
        return None
    if noun.dep in {"compound", "nmod", "amod", "npadvmod"}:
        return _modifier(reading, trigger)
    return trigger if is_particular(reading, trigger) else None


def _is_building(reading: Reading, noun: Token) -> bool:
    """Whether a noun says what a named place is ("The Larnby Barrage is a barrage on the Lar")."""
    above = reading.parsed.head(noun)
    place = reading.parsed.child(above, "nsubj") if noun.dep == "attr" and above.lemma == "be" else None
    name = reading.name_of(place) if place is not None else None
    return name is not None and name.type == "location"


def _is_penalty(parsed: Parsed, noun: Token) -> bool:
    """Whether a noun is what somebody is sentenced to, which has yet to come ("condemned to death")."""
    verb = parsed.head(parsed.head(noun))
    return (
        noun.dep == "pobj"
        and parsed.head(noun).lower == "to"
        and verb.lemma in load_lexicon("open_events")["condemning"]
    )


def _takes_part(reading: Reading, hazard: Token) -> bool:
    """Whether a storm or a fire told of before is the subject of a trigger, which tells what it did."""
    verb = reading.parsed.head(hazard)
    if hazard.dep != "nsubj" or not is_verbal(verb):
        return False
    again = any(word.lower in {"the", "this"} for word in reading.parsed.children(hazard, "det"))
    return again and _verb_trigger(reading, verb) is not None


def _modifier(reading: Reading, trigger: Trigger) -> Trigger | None:
    """A crime that modifies a word of justice ("murder charges") is told; other modifiers are not."""
    head = reading.parsed.head(trigger.token)
    triggers = load_triggers()
    kinds = [triggers.nouns.get(head.lemma, "")]
    kinds += [
        kind for test, kind in triggers.noun_tests.get(head.lemma, ()) if noun_passes(reading, head, test)
    ]
    judged = any(kind and load_schema().event[kind].family in JUDGED for kind in kinds)
    if judged and trigger.family in CRIMES:
        return Trigger(trigger.token, trigger.type, "modifier", trigger.words)
    return None


def is_in_idiom(reading: Reading, noun: Token) -> bool:
    """Whether the noun stands in a fixed phrase that tells no happening ("search-and-rescue")."""
    idioms = _idioms().get(noun.lower)
    if idioms is None:
        return False
    tokens = reading.parsed.tokens[max(0, noun.index - 2) : noun.index + 3]
    around = " ".join(token.lower for token in tokens)
    return any(idiom in around for idiom in idioms)


@cache
def _idioms() -> dict[str, list[str]]:
    """The fixed phrases that tell no happening, by each of their words."""
    found: dict[str, list[str]] = {}
    for idiom in load_lexicon("idioms")["nouns"]:
        for word in idiom.split():
            found.setdefault(word, []).append(idiom)
    return found


def is_particular(reading: Reading, trigger: Trigger) -> bool:
    """Whether a noun speaks of a particular happening, not of the thing in general.

    It does if it is determined, counted, dated or has arguments, or if a word of justice governs it
    ("charged with fraud"), for then a particular one is alleged.
    """
    parsed, noun = reading.parsed, trigger.token
    fought = trigger.family == "disaster" and determined(parsed, noun)
    if not fought and _is_generic(reading, noun):
        return False
    if trigger.type == "operation" and not _is_conducted(reading, noun):
        return False
    if determined(parsed, noun) or noun.tag == "NNS":
        return not any(word.lower in {"any", "such"} for word in parsed.children(noun, "det", "predet"))
    if any(
        preposition.lower in {"of", "by", "on", "against", "between", "with", "in", "at"}
        for preposition, _ in prepositional(parsed, noun)
    ):
        return True
    if any(reading.time_of(child) or reading.name_of(child) for child in parsed.children(noun)):
        return True
    verb = clause_verb(parsed, noun)
    kind = load_triggers().verbs.get(verb.lemma, "")
    tested = [kind for _, kind in load_triggers().verb_tests.get(verb.lemma, ())]
    phrases = load_triggers().phrases_among(verb.lemma, reading.words_around(verb))
    tested += [kind for rest, _, kind in phrases if _phrase_words(reading, verb, rest)]
    first = noun
    while first.dep == "conj" and parsed.head(first).pos == "NOUN":
        first = parsed.head(first)
    above = parsed.head(parsed.head(first)) if first.dep == "pobj" else parsed.head(first)
    if above.lemma in load_lexicon("status")["above"]["alleged_nouns"] or _is_accused_of(parsed, noun, above):
        return True
    aimed = noun.dep != "pobj" or parsed.head(noun).lower in load_lexicon("idioms")["aims"]
    if _is_undergone(reading, noun, verb) and trigger.family in PURSUING:
        return True
    pursued = aimed and any(load_schema().event[name].family in PURSUING for name in (kind, *tested) if name)
    subject_of_clause = (
        noun.dep in {"nsubj", "nsubjpass"} and noun.tag in {"NN", "NNP"} and verb.pos == "VERB"
    )
    raging = trigger.family in RAGING and verb.tag in {"VBD", "VBN"}
    return pursued or (subject_of_clause and (raging or not parsed.child(noun, "amod")))


def _is_conducted(reading: Reading, operation: Token) -> bool:
    """Whether an operation is a particular one, and not a machine's ("the operation of two reactors")."""
    if not (determined(reading.parsed, operation) or operation.dep == "appos"):
        return False
    brought = (noun for by, noun in prepositional(reading.parsed, operation) if by.lower == "of")
    bodies = members("police") | members("troops") | members("agencies")
    kept = (noun for noun in brought if reading.name_of(noun) is None and noun.lemma not in bodies)
    return operation.lemma != "operation" or next(kept, None) is None


def _is_accused_of(parsed: Parsed, noun: Token, verb: Token) -> bool:
    """Whether somebody is accused or suspected of what a bare noun says ("accused of manslaughter")."""
    of = noun.dep == "pobj" and parsed.head(noun).lower == "of"
    return of and verb.tag in {"VBN", "VBD"} and verb.lemma in load_lexicon("light_verbs")["accusing"]


def _is_undergone(reading: Reading, noun: Token, verb: Token) -> bool:
    """Whether a bare noun is what went on when a past event came about ("during interrogation he said")."""
    by = reading.parsed.head(noun)
    past = verb.tag in {"VBD", "VBN"} and not any(
        word.tag == "MD" for word in reading.parsed.children(verb, "aux")
    )
    return noun.dep == "pobj" and by.lower in {"during", "under"} and past and is_verbal(verb)


def _is_generic(reading: Reading, noun: Token) -> bool:
    """Whether a noun is what one fights or prevents in general ("the battle against exploitation")."""
    parsed, generic = reading.parsed, load_lexicon("idioms")["generic"]
    above = parsed.head(noun)
    if noun.lemma in generic and any(below.lower == "against" for below in parsed.children(noun, "prep")):
        return True
    if noun.dep == "pobj":
        return above.lower in {"against", "of", "to", "on", "into"} and parsed.head(above).lemma in generic
    return noun.dep == "dobj" and above.lemma in generic
