"""Roles that the grammar alone gets wrong: who undergoes an active verb, who gets something, what is a means.

Rules by words (``lexicon/roles.toml``) over the parts that `roles` has found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from eventgraph.events.classes import is_one_of
from eventgraph.events.entries import members
from eventgraph.events.grammar import (
    SUBJECTS,
    direct_object,
    is_passive,
    is_verbal,
    prepositional,
    subject,
)
from eventgraph.events.part import PEOPLE, Part
from eventgraph.events.reading import Reading
from eventgraph.events.sites import is_brought_to, is_place, is_site
from eventgraph.events.triggers import Trigger
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Token

MONEY_ROLES = {"fine", "sentence"}
"""Types whose patient is whoever pays, never the money."""
SOUGHT = {"lawsuit", "appeal"}
"""Types by which somebody turns to a court."""
OWNERS = {"he": "his", "she": "her", "they": "their", "i": "my"}
LOSSES = {"killing", "death", "injury", "layoff"}
GIVES = {"event", "transfer", "aid", "announcement"}
MODIFIERS = ("nmod", "compound", "npadvmod", "dative")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_lexicon("roles")["words"][key])


def settled(reading: Reading, trigger: Trigger, parts: Iterable[Part]) -> Iterator[Part]:
    """The parts of a verb with their roles put right, and those that only the words of the trigger show."""
    undergoes = _subject_undergoes(reading, trigger)
    given = _given(reading, trigger)
    for part in parts:
        role = _role(reading, trigger, part, undergoes=undergoes, given=given)
        if role:
            yield Part(role, part.token)
    yield from _before_bench(reading, trigger)
    yield from _by_means(reading, trigger)
    yield from _beside_money(reading, trigger)
    yield from _dead(reading, trigger)
    yield from _receiver(reading, trigger)


def _role(
    reading: Reading, trigger: Trigger, part: Part, *, undergoes: Token | None, given: Token | None
) -> str:
    """The role of a part; empty where it takes no part."""
    token, found = part.token, direct_object(reading.parsed, trigger.token)
    if undergoes is not None and token is undergoes:
        return "patient"
    if undergoes is not None and token is found:
        return ""
    if part.role == "patient" and _takes_no_part(reading, trigger, token, found):
        return ""
    if given is not None and token is given:
        return "patient" if found is not None and found.lemma in _words("penalties") else "recipient"
    asked = trigger.type in SOUGHT and token.lemma.lower() in _words("courts")
    if asked and part.role in {"patient", "recipient"}:
        return "recipient"
    if part.role == "agent":
        return "" if _is_how(reading, token) else "agent"
    return _role_of_other(reading, trigger, part, found)


def _role_of_other(reading: Reading, trigger: Trigger, part: Part, found: Token | None) -> str:
    """The role of a part that is no agent and that its verb alone does not settle."""
    token = part.token
    if part.role == "instrument" and _is_somebody(reading, token):
        return _role_beside(reading, trigger, token)
    if token is found and trigger.token.lemma in _words("launching") and token.lemma in _words("projectiles"):
        return "instrument"
    idle = part.role == "recipient" and _gets_nothing(reading, token)
    return "" if idle or _is_whereabouts(reading, trigger, part, found) else part.role


def _is_somebody(reading: Reading, token: Token) -> bool:
    """Whether a noun stands for people, who are no means to anything."""
    name = reading.name_of(token)
    return name.type in PEOPLE if name is not None else token.lemma in members("people")


def _role_beside(reading: Reading, trigger: Trigger, somebody: Token) -> str:
    """The role of the subject for somebody "along with" it, else none."""
    if reading.parsed.head(reading.parsed.head(somebody)).lower not in {"along", "together"}:
        return ""
    return "patient" if is_passive(reading.parsed, trigger.token) else "agent"


def _gets_nothing(reading: Reading, token: Token) -> bool:
    """Whether "for" brings a thing and nobody ("paid for funerals", "treated for burns")."""
    brought = reading.parsed.head(token).lower == "for" and reading.mention_of(token) is None
    return brought and not is_one_of(reading, token, tuple(load_lexicon("roles")["words"]["receiving"]))


def _is_whereabouts(reading: Reading, trigger: Trigger, part: Part, found: Token | None) -> bool:
    """Whether a part is only where it happened ("attacked a convoy on a highway", "spent it in Larnby")."""
    token, by = part.token, reading.parsed.head(part.token)
    if token in (found, subject(reading.parsed, trigger.token)) or by.pos != "ADP":
        return False
    both = by.lower == "before" or trigger.type == "investment"
    if not both and is_site(reading, trigger, by, token, part.role):
        return True
    own = found is not None and found not in trigger.words
    road = by.lower == "on" and own and token.lemma in members("infrastructure")
    within = by.lower == "in" and (own or is_passive(reading.parsed, trigger.token))
    if part.role == "patient" and (road or within) and is_place(reading, token):
        return True
    return part.role == "recipient" and is_brought_to(reading, trigger, token)


def _subject_undergoes(reading: Reading, trigger: Trigger) -> Token | None:
    """The subject of an active verb that undergoes it, by the verb and its type."""
    parsed, verb = reading.parsed, trigger.token
    if is_passive(parsed, verb):
        return None
    found = direct_object(parsed, verb)
    if found is not None and _hurts_himself(reading, trigger, found):
        return subject(parsed, verb)
    told = {verb.lemma, " ".join(word.lemma for word in trigger.words)}  # "found", "came to light"
    if told.isdisjoint(load_lexicon("roles")["undergone"].get(trigger.type, ())):
        return None
    return subject(parsed, verb) if _is_undergone(reading, trigger, found) else None


def _is_undergone(reading: Reading, trigger: Trigger, found: Token | None) -> bool:
    """Whether a verb that may be undergone is, by its object."""
    lemma = trigger.token.lemma
    measured = found is not None and (found.pos == "NUM" or found.lemma in _words("measures"))
    if trigger.type == "fraud":
        return True  # "she lost her savings to callers"
    if trigger.type == "market":
        return measured
    if trigger.type in {"founding", "closure"}:
        return found is None
    if (lemma, trigger.type) in {("burst", "disaster"), ("come", "discovery")}:
        return any(word.lemma in {"light", "flame", "fire"} for word in trigger.words)
    if trigger.type == "event":
        alone = found is None and lemma not in _words("gaining")
        return alone or (measured and lemma in _words("measuring"))
    if found is None or trigger.rule == "phrase" or trigger.type == "sentence":
        return found is None or found.lemma not in _words("done")
    own = reading.parsed.child(found, "poss") is not None or _is_own_body(reading, found)
    return own and found.lemma not in _words("done")


def _takes_no_part(reading: Reading, trigger: Trigger, token: Token, found: Token | None) -> bool:
    """Whether what stands where a patient does is none: what "die of" brings, a fine's sum, "took refuge"."""
    if token is found and _is_empty(reading, trigger, token):
        return True
    if trigger.type == "death" and token is not found and _is_cause(reading, token):
        return True
    counted = token.dep in SUBJECTS  # "two of the men were jailed"
    return trigger.type in MONEY_ROLES and _is_money(token) and not counted


def _is_empty(reading: Reading, trigger: Trigger, token: Token) -> bool:
    """Whether an object only belongs to its verb ("took refuge", "lost their lives")."""
    own = reading.parsed.child(token, "poss") is not None
    bare = reading.parsed.child(token, "det", "nummod") is None
    return (bare and token.lemma in _words("empty")) or (own and is_lost(trigger, token))


def _is_cause(reading: Reading, token: Token) -> bool:
    """Whether "of" behind "die" brings what one died of ("died of snakebite")."""
    by = reading.parsed.head(token)
    return by.lower == "of" and is_verbal(reading.parsed.head(by))


def _hurts_himself(reading: Reading, trigger: Trigger, found: Token) -> bool:
    """Whether the object is a part of the own body, for verbs that else hurt others ("twisted his knee")."""
    parsed = reading.parsed
    hurt, owner = subject(parsed, trigger.token), parsed.child(found, "poss")
    hurting = trigger.type == "injury" and trigger.token.lemma in _words("hurting")
    if not hurting or hurt is None or owner is None or found.lemma not in _words("bodily"):
        return False
    name = reading.name_of(hurt)
    person = name.type in PEOPLE if name is not None else hurt.lemma in members("people")
    own = OWNERS.get(hurt.lower, owner.lower) == owner.lower
    return (person or hurt.pos == "PRON") and owner.tag == "PRP$" and own


def _is_own_body(reading: Reading, noun: Token | None) -> bool:
    """Whether a noun is a part of whoever lost it ("lost an eye")."""
    return noun is not None and reading.name_of(noun) is None and noun.tag in {"NN", "NNS"}


def _given(reading: Reading, trigger: Trigger) -> Token | None:
    """The subject of a passive verb of giving that keeps its object ("he was awarded a medal")."""
    parsed, verb = reading.parsed, trigger.token
    kept = parsed.child(verb, "dobj") is not None and is_passive(parsed, verb)
    gives = trigger.type in GIVES and verb.lemma in _words("giving")
    return subject(parsed, verb) if kept and gives else None


def _is_how(reading: Reading, token: Token) -> bool:
    """Whether what "by" brings does nothing ("won by a whisker", "fell by 3 percent", "sent by mail")."""
    by = reading.parsed.head(token).lower == "by" and token.dep == "pobj"
    bare = token.tag == "NN" and not reading.parsed.children(token, "det", "nummod", "poss", "compound")
    measured = token.lemma in _words("by") or token.pos == "NUM"
    measured = measured or (bare and token.lemma in _words("by_bare"))
    return by and measured and reading.name_of(token) is None


def _is_money(token: Token) -> bool:
    sign = any(sign in token.text for sign in "$€£¥") and token.text[-1].isdigit()  # "S$45,000"
    return token.pos == "NUM" or sign or token.lemma in load_lexicon("quantities")["currencies"]


def _before_bench(reading: Reading, trigger: Trigger) -> Iterator[Part]:
    """The judge somebody is brought before ("will go before a judge", "was taken before a magistrate")."""
    if trigger.type != "hearing":
        return
    for word in trigger.words:
        brought = [(word, noun) for noun in reading.parsed.children(word, "pobj")]
        for preposition, noun in (*brought, *prepositional(reading.parsed, word)):
            if preposition.lower == "before" and noun.lemma.lower() in _words("benches"):
                yield Part("recipient", noun)


def _by_means(reading: Reading, trigger: Trigger) -> Iterator[Part]:
    """With what somebody did it, for verbs of no narrower type ("blocked the road with tractors")."""
    if trigger.type != "event" or direct_object(reading.parsed, trigger.token) is None:
        return
    for preposition, noun in prepositional(reading.parsed, trigger.token):
        if preposition.lower == "with" and noun.lemma in _words("means") and reading.name_of(noun) is None:
            yield Part("instrument", noun)


def _beside_money(reading: Reading, trigger: Trigger) -> Iterator[Part]:
    """Who was fined, where it parsed as part of the sum ("fined the bank 20 million euros")."""
    money = direct_object(reading.parsed, trigger.token)
    if trigger.type != "fine" or money is None or not _is_money(money):
        return
    numbers = [child.index for child in reading.parsed.children(money) if child.pos in {"NUM", "SYM"}]
    for child in reading.parsed.children(money, *MODIFIERS):
        if child.pos in {"NOUN", "PROPN", "PRON"} and (not numbers or child.index < min(numbers)):
            yield Part("patient", child)


def _dead(reading: Reading, trigger: Trigger) -> Iterator[Part]:
    """Those of whom a phrase says what became of them ("left 37 dead", "claimed 94 lives")."""
    for word in trigger.words:
        number = reading.parsed.child(word, "nummod")
        if word.dep == "dobj" and word.pos == "ADJ" and number is not None:
            yield Part("patient", number)
        elif word.dep == "dobj" and is_lost(trigger, word) and reading.parsed.child(word, "poss") is None:
            yield Part("patient", word)


def is_lost(trigger: Trigger, word: Token) -> bool:
    """Whether a word of the trigger is what is lost, and so its patient ("claimed 94 lives")."""
    return trigger.type in LOSSES and word.lemma in _words("lost")


def _receiver(reading: Reading, trigger: Trigger) -> Iterator[Part]:
    """Who is given something after "to", for verbs of no narrower type ("handed the letter to the envoy")."""
    if trigger.type != "event" or trigger.token.lemma not in _words("giving"):
        return
    for preposition, noun in prepositional(reading.parsed, trigger.token):
        if preposition.lower == "to" and not is_place(reading, noun):
            yield Part("recipient", noun)
