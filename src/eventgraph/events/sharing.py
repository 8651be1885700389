"""Which other happenings of a sentence share the date of the verb or noun that it hangs on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventgraph.events.entries import members
from eventgraph.events.grammar import (
    SUBJECTS,
    clause_verb,
    is_at_once,
    is_passive,
    is_verbal,
    own_words,
    prepositional,
    subject,
    twin,
)
from eventgraph.events.triggers import CRIMES, PURSUING, Trigger
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token

DIRECT, LIGHT, FRONTED, NOMINAL_BELOW, PARTICIPLE, CAPTION, JOINED = range(7)
"""How a date is joined to a trigger, the closest bond first."""

SPEECH = "speech"
YEAR = re.compile(r"(?:19|20)\d\d")
FARTHEST_WHEN = 5
"""Words from the head of a date to the "when" that it opens a clause with."""
OUTCOMES = {"killing", "injury", "death", "damage", "evacuation"}
"""Types of what a happening does at once to people and things."""
DURING = {"during", "in", "amid", "at"}
SUDDEN = {"disaster", "accident", "attack"}
"""Types of what is over at once, so that what it did, it did then ("a blast that tore through a shop")."""
DEEDS = {"violence", "crime", "disaster"}
"""Families of what is done in one go where two verbs tell it."""
APART = {"after", "before", "following", "since", "until", "from", "into", "about", "against", "over"}
"""Prepositions that set a noun apart in time from its clause ("convicted on Friday after a trial")."""


def shared(parsed: Parsed, root: Token, anchor: Token, here: list[Trigger]) -> Iterator[tuple[Trigger, int]]:
    """The other triggers of the clause that a date hangs on."""
    fronted = root.index < _beginning(parsed, anchor)
    saying = any(trigger.token is anchor and trigger.family == SPEECH for trigger in here)
    pursued = any(trigger.token is anchor and trigger.family in PURSUING for trigger in here)
    anchored = any(trigger.token is anchor and trigger.rule != "open" for trigger in here)
    for trigger in here:
        if trigger.token is anchor:
            continue
        if is_moved(parsed, root, trigger, anchor):
            bond: int | None = DIRECT
        elif _is_told_by_outcome(parsed, trigger, anchor, here) or _is_made_then(parsed, trigger, anchor):
            bond = LIGHT
        elif trigger.is_verb:
            bond = _bond_of_verb(parsed, trigger, root, (anchor, here), fronted=fronted)
        elif _is_to_begin(parsed, trigger.token, anchor):
            bond = LIGHT
        else:
            bond = _noun_bond(parsed, trigger, anchor, anchored=anchored)
        if not trigger.is_verb and _is_of_another_day(
            parsed, trigger, (anchor, here), behind=root.index > anchor.index
        ):
            continue
        beside = _is_beside(parsed, trigger.token, anchor, bond)
        accused = pursued and trigger.family in CRIMES and not beside
        said = saying and trigger.family != SPEECH and _when_clause(parsed, trigger.token, root) is None
        apart = said or accused
        if bond is not None and not apart:
            yield trigger, bond


def _is_beside(parsed: Parsed, verb: Token, anchor: Token, bond: int | None) -> bool:
    """Whether what is told beside an arrest or in a raid happened then, and is not what it was made for."""
    coordinated = bond == FRONTED and verb.dep == "conj"
    doing = bond == PARTICIPLE and verb.tag == "VBG"  # "raided a house on Monday, killing two"
    within = _during(parsed, verb, anchor) is not None  # "killed in a raid on Monday"
    return coordinated or doing or within or verb in _told_at_once(parsed, anchor)


def _bond_of_verb(
    parsed: Parsed, trigger: Trigger, root: Token, dated: tuple[Token, list[Trigger]], *, fronted: bool
) -> int | None:
    """How the date of a verb or noun is that of another verb too; None if it is not.

    What is coordinated within a clause that a date opens is of that date as well ("in May, when a tremor
    killed two and a ferry capsized").
    """
    (anchor, here), verb = dated, trigger.token
    bond = _verb_bond(parsed, verb, anchor, fronted=fronted)
    bond = _outcome(parsed, trigger, anchor) if bond is None else bond
    first = _first_coordinated(parsed, verb)
    for one in (verb,) if first is verb or is_perfect(parsed, verb) else (verb, first):
        bond = _during(parsed, one, anchor) if bond is None else bond
        bond = _when_clause(parsed, one, root) if bond is None else bond
    if bond is None and (_is_turn_of_court(parsed, verb, anchor) or _hangs_on_date(parsed, verb, root)):
        return LIGHT
    return _in_one_breath(parsed, trigger, anchor, here) if bond is None else bond


def _is_turn_of_court(parsed: Parsed, verb: Token, anchor: Token) -> bool:
    """Whether a clause goes on with what a court did ("taken on Monday to a judge, who remanded him")."""
    who = next((noun for noun in parsed.children(verb, "nsubj") if noun.lower == "who"), None)
    if who is None or parsed.tokens[who.index - 1].text != "," or is_perfect(parsed, verb):
        return False
    brought = [noun for by, noun in prepositional(parsed, anchor) if by.lower in {"to", "before"}]
    before = parsed.sentence_of(verb) is parsed.sentence_of(anchor) and anchor.index < who.index
    return before and any(noun.lemma in members("court") and noun.index < who.index for noun in brought)


def _hangs_on_date(parsed: Parsed, verb: Token, root: Token) -> bool:
    """Whether an infinitive parsed as a part of the date before it ("decided on Friday, 2 May to go")."""
    infinitive = any(aux.tag == "TO" for aux in parsed.children(verb, "aux"))
    above = parsed.head(verb)
    return infinitive and verb.dep in {"relcl", "acl"} and root in (above, parsed.head(above))


def _first_coordinated(parsed: Parsed, verb: Token) -> Token:
    """The first of the verbs coordinated with a verb."""
    while verb.dep == "conj" and is_verbal(parsed.head(verb)):
        verb = parsed.head(verb)
    return verb


def is_perfect(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb is in a perfect tense, and so of another time than what is told beside it."""
    return any(aux.lemma in {"have", "'ve", "'d"} for aux in parsed.children(verb, "aux"))


def _is_of_another_day(
    parsed: Parsed, trigger: Trigger, dated: tuple[Token, list[Trigger]], *, behind: bool
) -> bool:
    """Whether a noun is only what a dated verb decides on, ends or is held on.

    "Rejected the appeal on Thursday", "called off the search on Friday", "in court on Tuesday on charges of
    arson".
    """
    anchor, here = dated
    thing = trigger.token.dep == "dobj" or (trigger.token.dep == "nsubjpass" and anchor.tag == "VBN")
    ended = behind and thing and parsed.head(trigger.token) is anchor and _ends(parsed, anchor)
    decided = trigger.token.dep == "dobj" and any(t.token is anchor and t.family == "justice" for t in here)
    return decided or ended or (trigger.type == "charge" and parsed.head(trigger.token).lower == "on")


def _ends(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb says that something came to its end or did not take place ("called off")."""
    words = load_lexicon("light_verbs")
    particles = {f"{verb.lemma} {child.lower}" for child in parsed.children(verb, "prt")}
    return verb.lemma in words["ending"] or bool(particles.intersection(words["ending"]))


def _is_to_begin(parsed: Parsed, noun: Token, anchor: Token) -> bool:
    """Whether a date says when something is due to begin ("his trial is due to start on 20 January")."""
    due = parsed.head(anchor)
    ahead = anchor.dep == "xcomp" and due.lemma in load_lexicon("light_verbs")["awaited"]
    begins = anchor.lemma in load_lexicon("light_verbs")["coming"]
    return ahead and begins and _raised(parsed, due) is noun


def _raised(parsed: Parsed, due: Token) -> Token | None:
    """The noun that is "due" or "scheduled" to do something."""
    verb = due if is_verbal(due) else parsed.head(due)
    return subject(parsed, verb)


def _is_made_then(parsed: Parsed, trigger: Trigger, anchor: Token) -> bool:
    """Whether a dated clause only says of a noun that it came about ("a deal reached in April")."""
    made = anchor.dep in {"acl", "relcl"} and parsed.head(anchor) is trigger.token and not trigger.is_verb
    whole = anchor.dep == "acl" and trigger.token.dep == "ROOT"  # "Clashes flared in April" is often read so
    words = load_lexicon("light_verbs")
    return made and (whole or anchor.lemma in words["making"] or anchor.lemma in words["coming"])


def _is_told_by_outcome(parsed: Parsed, trigger: Trigger, anchor: Token, here: list[Trigger]) -> bool:
    """Whether a dated clause tells what a noun did at once ("a collision that cost four lives in June")."""
    done = anchor.dep in {"acl", "relcl"} and parsed.head(anchor) is trigger.token and not trigger.is_verb
    struck = trigger.type in SUDDEN and anchor.tag == "VBD" and subject(parsed, anchor) is trigger.token
    return done and (struck or any(other.token is anchor and other.type in OUTCOMES for other in here))


def is_moved(parsed: Parsed, root: Token, trigger: Trigger, anchor: Token) -> bool:
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
    if twin(parsed, verb) is anchor and not parsed.children(anchor, "aux", "auxpass"):
        return LIGHT
    if verb in _told_at_once(parsed, anchor) or _is_of_opening(parsed, verb, anchor):
        return PARTICIPLE
    crossed = _path(parsed, verb, anchor)
    if not crossed:
        return None
    if set(crossed) <= {"xcomp", "pcomp", "prep", "auxpass"} and len(crossed) <= 2:  # noqa: PLR2004 ("led to arresting")
        return LIGHT
    if _is_carried_out(parsed, verb, anchor, crossed):
        return LIGHT
    if fronted and (crossed == ["ccomp"] or set(crossed) == {"conj"}):
        return None if _has_time_of_its_own(parsed, verb) else FRONTED
    alone = parsed.child(verb, "nsubj", "nsubjpass", "mark") is None
    born = (
        verb.tag == "VBN" and verb.index < anchor.index and verb.lemma in load_lexicon("light_verbs")["early"]
    )
    joined = crossed in (["advcl"], ["conj", "advcl"]) and verb.tag in {"VBG", "VBN"} and not born
    at_once = crossed == ["advcl"] and is_at_once(parsed, verb) and _is_past(parsed, verb)
    return PARTICIPLE if (joined and alone) or at_once else None


def _has_time_of_its_own(parsed: Parsed, verb: Token) -> bool:
    """Whether an adverb says that a verb is of a time of its own ("and recently it sold ...")."""
    words = load_lexicon("light_verbs")["since"]
    return any(word.lower in words for word in parsed.children(verb, "advmod"))


def _told_at_once(parsed: Parsed, anchor: Token) -> list[Token]:
    """The verbs of which a dated clause says what happened at the same time, the nearest first.

    "Four died when a van overturned while fleeing police on Monday": the van overturned, the four died.
    """
    found: list[Token] = []
    while (anchor.dep == "advcl" and is_at_once(parsed, anchor)) or _is_witnessed(parsed, anchor):
        anchor = parsed.head(anchor)
        found += [anchor] if anchor.dep != "conj" else [anchor, parsed.head(anchor)]
    return found


def _is_witnessed(parsed: Parsed, anchor: Token) -> bool:
    """Whether a participle tells how somebody was seen or caught ("last seen leaving a bar on 2 June")."""
    plain = anchor.tag == "VBG" and not parsed.children(anchor, "aux", "mark")
    witnessed = load_lexicon("light_verbs")["witnessing"]
    return plain and anchor.dep in {"xcomp", "ccomp", "advcl"} and parsed.head(anchor).lemma in witnessed


def _is_of_opening(parsed: Parsed, verb: Token, anchor: Token) -> bool:
    """Whether a dated participle opens a sentence ("Speaking in Larnby on Monday, he said")."""
    if not is_verbal(anchor) and parsed.head(anchor).lower in DURING:
        anchor = clause_verb(parsed, anchor)  # "speaking at a rally on Monday, he said"
    opens = anchor.dep == "advcl" and anchor.tag == "VBG" and anchor.index < verb.index
    plain = not parsed.children(anchor, "aux", "mark", "nsubj")
    return opens and plain and _first_coordinated(parsed, verb) is parsed.head(anchor)


def _is_past(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb is in the simple past, active or passive."""
    helped = parsed.children(verb, "auxpass")
    past = verb.tag == "VBD" or (bool(helped) and helped[0].tag == "VBD")
    return past and not parsed.children(verb, "aux")


def _is_carried_out(parsed: Parsed, verb: Token, anchor: Token, crossed: list[str]) -> bool:
    """Whether an infinitive tells what came of a dated verb, not only what was meant.

    "Was unable on Friday to pay", "went back on Monday to look for two men", "became in 2019 the first
    woman to ski down it".
    """
    words = load_lexicon("light_verbs")
    if not any(aux.tag == "TO" for aux in parsed.children(verb, "aux")):
        return False
    above = parsed.head(verb)
    if crossed == ["xcomp", "acomp"]:
        return above.lemma in words["able"]
    if crossed == ["advcl"]:
        return anchor.lemma in words["going"]
    first = any(child.lower in words["firsts"] for child in parsed.children(above, "amod", "advmod"))
    return crossed in (["relcl", "attr"], ["acl", "attr"]) and first


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
    """A verb shares the date of what it happened in ("detained during a raid made on Tuesday")."""
    if anchor.dep == "acl" and anchor.lemma in load_lexicon("light_verbs")["making"]:
        anchor = parsed.head(anchor)
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


def _in_one_breath(parsed: Parsed, trigger: Trigger, anchor: Token, here: list[Trigger]) -> int | None:
    """A verb coordinated to a dated one, of its tense and subject ("fined one on Friday and freed two").

    A date behind the second verb is the first one's too where both tell one deed ("seized a trader and shot
    his driver on Friday").
    """
    verb, dated = trigger.token, next((t for t in here if t.token is anchor), None)
    if is_verbal(anchor) and verb.dep == "conj" and parsed.head(verb) is anchor:
        years = any(YEAR.fullmatch(word.text) for word in own_words(parsed, verb))  # "the 2018 Games"
        apart = years or (dated is not None and dated.type == "birth")
        return JOINED if _is_of_same_tense(parsed, anchor, verb) and not apart else None
    if anchor.dep != "conj" or parsed.head(anchor) is not verb or dated is None:
        return None
    deeds = trigger.family in DEEDS and dated.family in DEEDS
    return JOINED if deeds and _is_of_same_tense(parsed, verb, anchor) else None


def _is_of_same_tense(parsed: Parsed, first: Token, second: Token) -> bool:
    """Whether a coordinated verb is in the past as the first one is, and shares its subject."""
    if parsed.child(second, *SUBJECTS, "aux"):
        return False
    helped = parsed.child(second, "auxpass")  # "appeared in court on Monday and was remanded"
    if helped is not None:
        return first.tag == "VBD" and helped.tag == "VBD"
    if first.tag == second.tag == "VBN":
        return is_passive(parsed, first) and _is_past(parsed, first)
    return first.tag == second.tag == "VBD"


def _when_clause(parsed: Parsed, verb: Token, root: Token) -> int | None:
    """A clause that a date opens ("in May 2023, when officers found the boat") is of that date."""
    when = next(
        (child for child in parsed.children(verb, "advmod") if child.lower in {"when", "where"}), None
    )
    if when is not None and when.lower == "where" and parsed.head(verb) is not root:
        return None
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
        if token.lower == "of" and parsed.head(token).lemma in load_lexicon("light_verbs")["records"]:
            return None  # "footage of the crash was shown on Monday"
        if trigger.type == "operation" and token.lower in DURING:
            return None  # one arrest during an operation tells no day of the operation
    return NOMINAL_BELOW if anchored else LIGHT
