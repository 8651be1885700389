"""Who did it, to whom, for whom: the participants of a trigger, by grammar and by its type's prepositions."""

from __future__ import annotations

from collections.abc import Iterator

from eventgraph.events.entries import Entry, load_triggers, members
from eventgraph.events.grammar import (
    LONGEST_CLIMB,
    NOMINAL,
    at_hands_of,
    direct_object,
    governing_verb,
    is_passive,
    is_verbal,
    prepositional,
    stands_for_people,
    subject,
)
from eventgraph.events.nouns import content, coordinated, is_part_of_known, is_sum
from eventgraph.events.part import PEOPLE, Part
from eventgraph.events.parties import is_lost, settled
from eventgraph.events.reading import Reading
from eventgraph.events.sites import is_place
from eventgraph.events.triggers import Trigger
from eventgraph.lexicon import load_lexicon
from eventgraph.schema import load_schema
from eventgraph.text.parse import Parsed, Token

CONTRADICTING = {"denial"}
"""Types whose patient is a happening that is told ("denied the murder")."""
BARRING = {"sanction", "ban"}
HARMING = {"violence", "disaster", "event"}
REACHING = {"crime", "violence", "enforcement", "justice"}
"""Families whose verbs reach somebody or something by "on", "into" or "with"."""
ASKING = {"request", "order"}
COSTING = {"removal", "layoff", "killing", "death", "injury"}
"""Types that somebody's loss tells ("the row cost a minister his job")."""
GIVEN = {"sentence", "fine"}
"""Types whose patient is given something ("handed him seven years")."""


def find_parts(reading: Reading, trigger: Trigger, heads: frozenset[int]) -> tuple[Part, ...]:
    """The participants of a trigger; ``heads`` are the tokens of all triggers, which speech only tells of."""
    found = (
        settled(reading, trigger, _of_verb(reading, trigger))
        if trigger.is_verb
        else _of_noun(reading, trigger)
    )
    objects = _entry(trigger).objects
    words = {w.index for w in trigger.words if not (objects and w.dep == "dobj" and not _is_effect(w))}
    allowed = load_schema().event[trigger.type].roles
    parts: dict[int, Part] = {}
    for part in found:
        for head in _heads(reading, _blow(reading, trigger, part, heads)):
            told = head.index in heads and (trigger.family == "speech" or not trigger.is_verb)
            said = trigger.is_verb and part.role == "patient" and head.dep in {"dobj", "nsubjpass"}
            told = told and trigger.type not in CONTRADICTING and not said
            told = told and not _is_sitting(trigger, part.role, head)
            act = head in trigger.words and head.lemma in _entry(trigger).nouns
            within = (
                (act or head.index in words) and reading.name_of(head) is None and not is_lost(trigger, head)
            )
            within = within and part.role != "recipient"
            toured = trigger.type == "visit" and part.role == "agent" and _is_toured(reading, part.token)
            if within or told or toured or part.role not in allowed or _is_mere_place(reading, trigger, part):
                continue
            paid = is_sum(reading.parsed, head) and part.role in _paid(trigger)
            if paid or _can_take_part(reading, head):
                parts.setdefault(head.index, Part(part.role, head))
    return tuple(parts.values())


def _blow(reading: Reading, trigger: Trigger, part: Part, heads: frozenset[int]) -> Token:
    """What did harm, where "which" parsed as the place of it ("attacks in Larnby which killed nine").

    Any other participant is itself.
    """
    parsed, token = reading.parsed, part.token
    verb = trigger.token
    while verb.dep == "conj" and is_verbal(parsed.head(verb)):
        verb = parsed.head(verb)
    clause = verb.dep == "relcl" and parsed.head(verb) is token
    if part.role != "agent" or trigger.family not in HARMING or not clause or not is_place(reading, token):
        return token
    above = parsed.head(token)
    while above.pos == "ADP" and parsed.head(above).pos == "NOUN":
        above = parsed.head(above)
        if above.index in heads:
            return above
        above = parsed.head(above)
    return token


def _is_sitting(trigger: Trigger, role: str, noun: Token) -> bool:
    """Whether a noun for a happening takes part: an inquest that is told something, an inquiry that finds."""
    words = load_lexicon("roles")["words"]
    if role == "recipient":
        return trigger.family == "speech" and noun.lemma in words["hearing_bodies"]
    return role == "agent" and trigger.type in {"report", "announcement"} and noun.lemma in words["inquiries"]


def _heads(reading: Reading, noun: Token) -> Iterator[Token]:
    """The nouns that count in a phrase: coordinated ones, and what numbers and measures are of."""
    parsed = reading.parsed
    if noun.lemma in load_lexicon("roles")["words"]["grounds"] and parsed.head(noun).pos == "ADP":
        crimes = [crime for by, crime in prepositional(parsed, noun) if by.lower == "of"]
        if (crimes or noun.lemma == "suspicion") and parsed.child(noun, "nummod") is None:
            yield from (head for crime in crimes for head in coordinated(parsed, crime))
            return
    for token in (*_named(reading, coordinated(parsed, noun)), *_after_apposition(reading, noun)):
        head = content(parsed, token)
        if head is token or is_part_of_known(parsed, token, head) or _is_named_beside(reading, token):
            yield token
        else:
            yield from coordinated(parsed, head)


def _named(reading: Reading, nouns: tuple[Token, ...]) -> Iterator[Token]:
    """Coordinated nouns without the titles of one who is named last ("singer and actor Tom Hill")."""
    name = reading.name_of(nouns[-1])
    for noun in nouns:
        bare = noun.tag == "NN" and not reading.parsed.children(noun, "det", "nummod", "poss", "appos")
        title = bare and (noun.lemma in members("people") or noun.lemma in members("posts"))
        if not (
            title
            and noun is not nouns[-1]
            and name is not None
            and name.type in PEOPLE
            and _has_title(reading, nouns[-1])
        ):
            yield noun


def _has_title(reading: Reading, name: Token) -> bool:
    """Whether a title stands right before a name."""
    titles = (word for word in reading.parsed.children(name, "compound") if word.pos == "NOUN")
    return any(word.lemma in members("people") or word.lemma in members("posts") for word in titles)


def _is_effect(noun: Token) -> bool:
    """Whether the object of a phrase only says how something stands ("took effect")."""
    return noun.lemma in load_lexicon("roles")["words"]["effects"]


def _is_named_beside(reading: Reading, token: Token) -> bool:
    """Whether a name is set beside a word ("one of them, Corvid Pay")."""
    return any(reading.name_of(beside) is not None for beside in reading.parsed.children(token, "appos"))


def _paid(trigger: Trigger) -> set[str]:
    """The roles that a sum of money can have in a happening of this type."""
    return {"patient"} if trigger.type in load_lexicon("quantities")["types"]["paid"] else set()


def _after_apposition(reading: Reading, noun: Token) -> Iterator[Token]:
    """The people coordinated to one noun, though they parse as part of what is set beside it.

    "The skipper, Tom Varga, 44, and deckhand Mia Rowe, 19, drowned", "two men, Varga and Rowe": both did.
    """
    if noun.tag not in {"NN", "NNP", "NNS"}:
        return
    for beside in reading.parsed.children(noun, "appos"):
        for other in coordinated(reading.parsed, beside):
            name = reading.name_of(other)
            if other is not beside and name is not None and name.type in PEOPLE:
                yield other


def _is_mere_place(reading: Reading, trigger: Trigger, part: Part) -> bool:
    """Whether what would judge is a place ("a hearing at Larnby")."""
    mention = reading.name_of(part.token)
    judges = trigger.family == "justice" and part.role == "agent" and part.token.dep != "nsubj"
    return judges and mention is not None and mention.type == "location"


def _is_toured(reading: Reading, noun: Token) -> bool:
    """Whether "of" brings where somebody goes, not who goes ("the tour of Asia")."""
    return reading.parsed.head(noun).lower == "of" and is_place(reading, noun)


def _can_take_part(reading: Reading, token: Token) -> bool:
    ordinal = token.pos == "ADJ" and token.dep in {"nsubj", "nsubjpass"}
    named = token.pos in NOMINAL or ordinal or stands_for_people(reading.parsed, token)
    if not named or token.dep == "expl" or token.lower == "there":
        return False
    if is_sum(reading.parsed, token):
        return False
    if token.lemma in members("times") and reading.mention_of(token) is None:
        return False
    return reading.time_of(token) is None and token.tag != "WDT"


def _entry(trigger: Trigger) -> Entry:
    return load_triggers().entries.get(trigger.type, Entry())


def _of_verb(reading: Reading, trigger: Trigger) -> Iterator[Part]:
    parsed, verb = reading.parsed, trigger.token
    surface = subject(parsed, verb)
    found = direct_object(parsed, verb)
    undergoes = is_passive(parsed, verb) or _undergoes(trigger, found)
    told = "recipient" if _is_told(trigger) and parsed.child(verb, "ccomp") is not None else "patient"
    bereaved = trigger.type == "death" and found is not None and found.lemma in members("kin")
    if surface is not None and not bereaved and not _is_borrowed_blame(reading, trigger, surface):
        yield Part(told if undergoes else "agent", surface)
    yield from _of_objects(parsed, trigger, found)
    if trigger.rule == "phrase" and _entry(trigger).objects:
        nouns = (w for w in trigger.words if w.dep in {"dobj", "nsubjpass"} and not _is_effect(w))
        yield from (Part("patient", noun) for noun in nouns if noun.lemma not in _entry(trigger).nouns)
    entry = _entry(trigger)
    brought = [part for word in trigger.words for part in _brought(parsed, word, entry, passive=undergoes)]
    yield from brought
    yield from _reached(parsed, trigger, found)
    within = found is not None and found.index in {word.index for word in trigger.words}
    if found is not None and within and found.lemma in load_lexicon("quantities")["carriers"]["words"]:
        yield from (Part("patient", noun) for by, noun in prepositional(parsed, found) if by.lower == "of")
    if (found is None or within) and not undergoes and not any(part.role == "patient" for part in brought):
        yield from _objects_of_phrase(parsed, trigger)
    named = any(part.role == "agent" for part in brought)
    if undergoes and not named:
        yield from _doer_behind(parsed, verb)
        yield from _doer_behind_event(reading, verb)
    if trigger.family == "enforcement" and is_passive(parsed, verb) and not named:
        yield from _shared_agent(parsed, verb)


def _of_objects(parsed: Parsed, trigger: Trigger, found: Token | None) -> Iterator[Part]:
    """Who is given or told something, and what is done to the direct object."""
    verb = trigger.token
    given = next((child for child in parsed.children(verb, "dative") if child.pos in NOMINAL), None)
    if given is not None:
        yield Part("patient" if _is_money(found) or trigger.type in GIVEN | COSTING else "recipient", given)
    if found is None:
        yield from _asked(parsed, verb) if trigger.type in ASKING else ()
    elif _is_told(trigger):
        yield Part("recipient", found)
    elif given is None or not (_is_money(found) or trigger.type in GIVEN):
        yield Part("patient", found)


def _asked(parsed: Parsed, verb: Token) -> Iterator[Part]:
    """Who is to do what a clause asks for ("demanded that the minister resign")."""
    for clause in parsed.children(verb, "ccomp"):
        doer = parsed.child(clause, "nsubj") if clause.tag in {"VB", "VBP"} else None
        if doer is not None:
            yield Part("patient", doer)


def _is_told(trigger: Trigger) -> bool:
    """Whether the object of a verb is who is told something ("briefed the president")."""
    tells = trigger.token.lemma in load_lexicon("roles")["words"]["telling"]
    return tells and (trigger.family == "speech" or trigger.type in {"event", "meeting"})


def _reached(parsed: Parsed, trigger: Trigger, found: Token | None) -> Iterator[Part]:
    """Whom or what a verb without an object reaches by a preposition, or the noun that it governs does.

    "Broke into nine homes", "left with three computers"; "slapped fines on two owners".
    """
    if not (trigger.family in REACHING or trigger.type in BARRING) or is_passive(parsed, trigger.token):
        return
    brought = trigger.brought
    if found is None and brought is not None and parsed.head(brought).lower in {"into", "on", "upon", "with"}:
        yield Part("patient", brought)
    given = {"to"} if trigger.type in GIVEN else set()
    owned = {"of"} if trigger.family != "justice" else set()
    governed = [word for word in trigger.words if word.dep == "dobj" and trigger.rule == "phrase"]
    for noun in governed:
        below = [*prepositional(parsed, noun), *prepositional(parsed, trigger.token)]
        for preposition, reached in below:
            if preposition.lower in {"on", "upon", *given, *owned} and reached.pos in NOMINAL:
                yield Part("patient", reached)


def _doer_behind(parsed: Parsed, verb: Token) -> Iterator[Part]:
    """Who did it, behind what a passive verb keeps ("was appointed envoy by the king") or at whose hands."""
    doer = at_hands_of(parsed, verb)
    if doer is not None:
        yield Part("agent", doer)
    for kept in parsed.children(verb, "oprd", "attr", "dobj") if is_passive(parsed, verb) else ():
        for preposition, doer in prepositional(parsed, kept):
            if preposition.lower == "by" and preposition.dep in {"prep", "agent"}:
                yield Part("agent", doer)


def _doer_behind_event(reading: Reading, verb: Token) -> Iterator[Part]:
    """Who did it, though "by" parsed as said of what it was in ("defeated in the election by Ann Lee")."""
    for preposition, noun in prepositional(reading.parsed, verb):
        for by, doer in (
            prepositional(reading.parsed, noun) if preposition.lower in {"in", "at", "during"} else ()
        ):
            name = reading.name_of(doer)
            if by.lower == "by" and name is not None and name.type in PEOPLE:
                yield Part("agent", doer)


def _objects_of_phrase(parsed: Parsed, trigger: Trigger) -> Iterator[Part]:
    """What the last preposition of a phrase brings, where its type says nothing else of it."""
    word, known = trigger.words[-1], _entry(trigger).prepositions
    if trigger.rule == "phrase" and word.lower not in known:
        yield from (Part("patient", noun) for _, noun in _completing(parsed, word))


def _shared_agent(parsed: Parsed, verb: Token) -> Iterator[Part]:
    """Who did what a coordinated passive clause tells ("men were arrested by police and girls rescued")."""
    for _ in range(LONGEST_CLIMB):
        verb, below = parsed.head(verb), verb
        if below.dep != "conj" or not is_passive(parsed, verb):
            return
        doers = [noun for preposition, noun in prepositional(parsed, verb) if preposition.dep == "agent"]
        if doers:
            yield Part("agent", doers[0])
            return


def _is_borrowed_blame(reading: Reading, trigger: Trigger, surface: Token) -> bool:
    """Whether a crime would be blamed on an agency only because its verb has no subject of its own."""
    mention = reading.mention_of(surface)
    borrowed = surface.head != trigger.token.index and trigger.token.dep != "conj"
    return trigger.family == "crime" and borrowed and mention is not None and mention.type == "agency"


def _is_money(token: Token | None) -> bool:
    """Whether a noun is a currency: what somebody was fined, not who."""
    return token is not None and token.lemma in load_lexicon("quantities")["currencies"]


def _undergoes(trigger: Trigger, found: Token | None) -> bool:
    """Whether the subject of an active verb undergoes it ("die", a type that nobody does)."""
    if "agent" not in load_schema().event[trigger.type].roles:
        return True
    lemma = trigger.token.lemma
    if lemma in _lending()["undergoing"] and (trigger.rule == "phrase" or lemma in {"die", "perish"}):
        return True
    alone = trigger.token.lemma in load_triggers().undergone or _entry(trigger).alone == "patient"
    return found is None and alone


def _brought(parsed: Parsed, word: Token, entry: Entry, *, passive: bool) -> Iterator[Part]:
    for preposition, noun in (*_completing(parsed, word), *prepositional(parsed, word)):
        if preposition.dep == "agent" or (preposition.lower == "by" and passive):
            yield Part("agent", noun)
        role = entry.prepositions.get(preposition.lower, "")
        if preposition.lower == "of" and preposition.index < word.index:
            continue  # "of those held, 88 were convicted"
        left = role == "agent" and preposition.lower == "of"  # "walked out of the cabinet"
        if role and role != "place" and not left and not _is_site(preposition, noun):
            yield Part(role, noun)


def _is_site(preposition: Token, noun: Token) -> bool:
    """Whether a building is only where it happened ("stabbed at a mall", "recovered from a garage")."""
    return preposition.lower in {"at", "from"} and noun.lemma in members("building")


def _completing(parsed: Parsed, word: Token) -> list[tuple[Token, Token]]:
    """What the preposition of a phrase brings ("make off with phones")."""
    joins = word.pos in {"ADP", "SCONJ"}  # "upon" is often taken for a conjunction
    return [(word, noun) for noun in parsed.children(word, "pobj", "pcomp")] if joins else []


def _of_noun(reading: Reading, trigger: Trigger) -> Iterator[Part]:
    parsed, noun = reading.parsed, trigger.token
    entry = _entry(trigger)
    if trigger.rule == "modifier":
        return
    yield from _possessors(reading, noun, entry)
    for preposition, brought in prepositional(parsed, noun):
        if preposition.lower == "by":
            yield Part("agent", brought)
        role = entry.prepositions.get(preposition.lower, "patient" if preposition.lower == "of" else "")
        if role and role != "place" and not _is_site(preposition, brought):
            yield Part(role, brought)
    doer = at_hands_of(parsed, noun)
    if doer is not None:
        yield Part("agent", doer)
    yield from _made(parsed, trigger)
    yield from _lent(parsed, trigger)


def _made(parsed: Parsed, trigger: Trigger) -> Iterator[Part]:
    """Those of whom a participle tells that only says that it came about ("fines imposed on two owners")."""
    entry, lending = _entry(trigger), _lending()
    for made in parsed.children(trigger.token, "acl"):
        if made.tag != "VBN" or made.lemma not in {*lending["making"], *lending["doing"], *lending["laying"]}:
            continue
        for preposition, brought in prepositional(parsed, made):
            laid = "patient" if preposition.lower in {"on", "upon", "against"} else ""
            role = "agent" if preposition.dep == "agent" else entry.prepositions.get(preposition.lower, laid)
            role = "patient" if trigger.type in GIVEN and preposition.lower == "to" else role
            if role and role != "place":
                yield Part(role, brought)


def _possessors(reading: Reading, noun: Token, entry: Entry) -> Iterator[Part]:
    """Whoever owns the noun ("the FBI's raid", "his arrest") or names it ("FBI raid")."""
    for owner in reading.parsed.children(noun, "poss"):
        role = entry.possessor
        done_to = any(of.lower == "of" for of, _ in prepositional(reading.parsed, noun))
        if role == "patient" and (done_to or _enforces(reading, owner)):
            role = "agent"  # "the FBI's arrest of a man"
        if reading.time_of(owner) is None and not (owner.lower == "its" and role == "patient"):
            yield Part(role, owner)
    for modifier in reading.parsed.children(noun, "compound", "nmod"):
        mention = reading.name_of(modifier)
        if mention is not None and mention.type in {"agency", "organisation"}:
            yield Part("agent", modifier)
        elif mention is not None and mention.type in {"person", "official"}:
            yield Part(entry.possessor, modifier)
        elif modifier.lemma == "police":
            yield Part("agent", modifier)


def _enforces(reading: Reading, token: Token) -> bool:
    mention = reading.name_of(token)
    return token.lemma in members("police") or (mention is not None and mention.type == "agency")


def _lending() -> dict[str, list[str]]:
    """The verbs that lend their subject to the noun below them."""
    return load_lexicon("light_verbs")


def _lent(parsed: Parsed, trigger: Trigger) -> Iterator[Part]:
    """What a verb lends to the noun that is its object: "carried out a raid", "faces a trial"."""
    noun = trigger.token
    while noun.dep == "conj" and parsed.head(noun).pos in NOMINAL:
        noun = parsed.head(noun)
    if noun.dep == "pobj":
        yield from _joining(parsed, noun)
        return
    verb = governing_verb(parsed, noun)
    if verb is None or not is_verbal(parsed.head(noun)) or noun.dep != "dobj":
        return
    doer = subject(parsed, verb)
    if doer is None or is_passive(parsed, verb) or doer.lemma in _lending()["tellings"]:
        return
    if verb.lemma in _lending()["undergoing"]:
        yield Part("patient", doer)
    elif verb.lemma in _lending()["doing"]:
        yield Part("agent", doer)


def _joining(parsed: Parsed, noun: Token) -> Iterator[Part]:
    """Who goes on a strike or takes part in a march."""
    preposition, verb = parsed.head(noun), governing_verb(parsed, noun)
    if verb is None or preposition.lower not in {"on", "in"} or verb.lemma not in _lending()["joining"]:
        return
    doer = subject(parsed, verb)
    if doer is not None and verb.index < preposition.index and not is_passive(parsed, verb):
        yield Part("agent", doer)
