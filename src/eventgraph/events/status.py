"""How real a happening is, by the words of its clause and of what governs it; `Status` in its order."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from datetime import date

from eventgraph.events.grammar import governing_verb, has_two_objects, is_passive, is_verbal
from eventgraph.events.moods import has_year, is_conditional, is_first, of_clause
from eventgraph.events.reading import Reading
from eventgraph.events.triggers import CRIMES, Trigger
from eventgraph.lexicon import load_lexicon
from eventgraph.model import EventMention
from eventgraph.text.parse import Parsed, Token
from eventgraph.vocabulary import FACTS, Status

VERBAL = {"VERB", "AUX"}
MEANT = {"xcomp", "advcl"}
PREVENTED = {"xcomp", "dobj", "pcomp"}
INDEFINITE = {"a", "an", "any", "some", "another", "no", "either", "neither"}
SHARED = {"conj"}
IN_LISTS = {Status.HYPOTHETICAL, Status.PLANNED, Status.NEGATED}
"""What one auxiliary says of a whole list of verbs ("did not arrest him, search it or seize it")."""
GOVERNED = {
    "xcomp", "ccomp", "pcomp", "pobj", "dobj", "prep", "acl", "advcl", "conj", "nsubj", "nsubjpass",
    "compound", "dative", "agent", "csubj", "nmod", "acomp", "oprd",
}  # fmt: skip
FINITE = {"VBD", "VBZ", "VBP"}
ORDER = tuple(Status)
OVER = {"death", "killing"}
"""Types that are over though their words say how things are now ("a warder is dead")."""
LASTING = {"be", "remain", "stay"}
"""Verbs of phrases that say how things are now ("is under investigation", "remains at large")."""


def find_status(reading: Reading, trigger: Trigger) -> Status:
    """The first status that the words around a trigger call for; without any, it happened."""
    found = set(of_clause(reading.parsed, trigger.token))
    found.update(_from_above(reading, trigger))
    lasting = trigger.rule == "phrase" and trigger.token.lemma in LASTING and trigger.type not in OVER
    if lasting and trigger.token.tag in {"VBZ", "VBP"}:
        found.add(Status.ONGOING)
    if trigger.family == "speech":
        found.discard(Status.ONGOING)
    if trigger.token.lemma in load_lexicon("status")["prospective"].get(trigger.type, ()):
        found.add(Status.HYPOTHETICAL)
    if _is_proven(reading.parsed, trigger.token):
        found.discard(Status.ALLEGED)
    if _tells_by_denying(trigger):
        found.discard(Status.NEGATED)
    if _is_charged(reading, trigger):
        found.add(Status.ALLEGED)
    if trigger.rule == "modifier" or (
        trigger.family in CRIMES and is_listed_charge(reading.parsed, trigger.token)
    ):
        found.add(Status.ALLEGED)
    return next((status for status in ORDER if status in found), Status.HAPPENED)


def _tells_by_denying(trigger: Trigger) -> bool:
    """Whether the denial belongs to the words that tell it ("did not survive" tells a death)."""
    negated = load_lexicon("status")["clause"]["negated"]
    return trigger.rule == "phrase" and any(word.lower in negated for word in trigger.words)


def _is_charged(reading: Reading, trigger: Trigger) -> bool:
    """Whether a paper of the prosecution tells it ("according to the indictment")."""
    if trigger.family in {"justice", "enforcement", "speech"}:
        return False
    parsed, sentence = reading.parsed, reading.parsed.sentence_of(trigger.token)
    words = parsed.tokens[sentence.first : sentence.last]
    papers = set(load_lexicon("status")["above"]["accusing_papers"])
    return any(
        word.lemma in papers
        and word.dep == "pobj"
        and any(a.lower == "according" for a in parsed.ancestors(word))
        for word in words
    )


def not_yet(events: Iterable[EventMention], published: date | None) -> Iterator[EventMention]:
    """The events, of which none that begins after the day of publication is told as a fact."""
    for event in events:
        first = event.when.begin[0] if event.when else None
        if published and first and first > published and event.status in FACTS:
            yield dataclasses.replace(event, status=Status.PLANNED)
        else:
            yield event


def _is_proven(parsed: Parsed, token: Token) -> bool:
    """Whether somebody was convicted of it, was sentenced for it or admitted it in court."""
    above = load_lexicon("status")["above"]
    verb = governing_verb(parsed, token)
    if verb is None or token.dep not in {"pobj", "pcomp", "conj", "compound"}:
        return False
    around = [verb, *parsed.children(verb, "acomp", "oprd", "xcomp", "dobj", "advmod")]
    words = {child.lower for word in around for child in parsed.children(word)}
    admits = (
        verb.lemma == "plead"
        and "guilty" in words
        and not words & set(load_lexicon("status")["clause"]["negated"])
    )
    return verb.lemma in above["proven"] or admits


def is_listed_charge(parsed: Parsed, noun: Token) -> bool:
    """Whether a crime stands in a list of charges ("Charges include fraud and theft")."""
    verb = governing_verb(parsed, noun)
    if verb is None or verb.lemma != "include" or noun.index < verb.index:
        return False
    listing = parsed.child(verb, "nsubj")
    return listing is not None and listing.lemma in load_lexicon("status")["above"]["alleged_nouns"]


def _from_above(reading: Reading, trigger: Trigger) -> Iterator[Status]:
    """What the verbs and nouns above say, up to the clause that asserts it.

    What a past participle tells is no part of a plan above it ("a seat vacated by a death will be filled").
    """
    parsed, token = reading.parsed, trigger.token
    above_words = load_lexicon("status")["above"]
    told_apart = presupposed = False
    while token.dep in GOVERNED and parsed.head(token) is not token:
        head = parsed.head(token)
        if head.lower in above_words["awaiting"] and token.dep in {"pobj", "dobj"}:
            yield Status.PLANNED
            return
        apart = token.dep == "advcl" and _is_finite(parsed, token)
        if head.lower in above_words["presupposing"] or apart or _is_beside(parsed, token, head):
            return
        if token.dep in SHARED:
            yield from _shared(parsed, token, head)
            if is_verbal(token) and _is_finite(parsed, token) and not _is_finite(parsed, head):
                return
            token = head
            continue
        moot = {Status.PLANNED} if told_apart else set[Status]()
        moot |= {Status.NEGATED} if presupposed else set()  # "failed to report the theft"
        yield from (status for status in _governed(parsed, token, head, trigger) if status not in moot)
        told_apart = told_apart or (token.dep == "acl" and token.tag in {"VBN", "VBD"})
        if head.lemma in above_words["achieved"] or not _asserts(parsed, token):
            token, below = head, token
            if _is_kept_back(parsed, trigger, below, head):
                presupposed = told_apart = True
            elif is_verbal(head) and _is_presupposed(parsed, trigger, below, head):
                presupposed = True
            elif is_verbal(head):
                carried = _of_governor(parsed, head)
                yield from (status for status in carried if not told_apart or status is not Status.PLANNED)
            continue
        return


def _is_presupposed(parsed: Parsed, trigger: Trigger, below: Token, verb: Token) -> bool:
    """Whether what a verb says of a noun leaves open whether it does it, and the noun happened all the same.

    "Nobody was hurt in the crash", "the arrest did not end the protest", "did not comment on the raid"; but
    "the raid did not take place", "did not lead to an arrest", "did not launch an attack".
    """
    noun, words = trigger.token, load_lexicon("light_verbs")
    if trigger.is_verb or below.pos in VERBAL:
        return below.dep in {"acl", "relcl"}
    article = parsed.children(noun, "det", "poss")
    definite = any(word.lower not in INDEFINITE for word in article)
    if below.dep == "nsubj":
        return definite and verb.lemma not in {*words["coming"], "go", "proceed", "follow"}
    bearing = load_lexicon("status")["above"]["bearing"]
    if verb.lemma in {*words["doing"], *words["making"], *words["coming"], *bearing}:
        return below.dep == "prep" and below.lower not in {"to", "in", "for"}
    if below.dep in {"prep", "agent"}:
        return True
    return definite


def _is_kept_back(parsed: Parsed, trigger: Trigger, below: Token, verb: Token) -> bool:
    """Whether a noun is what somebody did not tell or judge ("failed to report transfers")."""
    above = load_lexicon("status")["above"]
    untold = verb.dep == "xcomp" and parsed.head(verb).lemma in above["negated"]
    return untold and not trigger.is_verb and below.dep == "dobj" and verb.lemma in above["telling"]


def _is_beside(parsed: Parsed, token: Token, head: Token) -> bool:
    """Whether a clause stands by itself before a semicolon, though it parses as what the next one says."""
    between = parsed.tokens[token.index + 1 : head.index]
    return token.dep == "ccomp" and any(word.text == ";" for word in between)


def _of_governor(parsed: Parsed, verb: Token) -> Iterator[Status]:
    """Modality and negation of a verb that carries the event below it ("did not lead to an arrest")."""
    yield from (status for status in of_clause(parsed, verb) if status is not Status.ONGOING)


def _shared(parsed: Parsed, token: Token, head: Token) -> Iterator[Status]:
    """What a coordinated verb shares with the first: modals and negation where it has no auxiliary; "if"."""
    own = parsed.child(token, "nsubj", "nsubjpass", "mark") is not None
    if is_verbal(token) and not own and is_conditional(parsed, head):
        yield Status.HYPOTHETICAL
    if is_verbal(token) and not parsed.children(token, "aux") and not _is_finite(parsed, token):
        yield from (status for status in of_clause(parsed, head) if status in IN_LISTS)


def _is_finite(parsed: Parsed, token: Token) -> bool:
    return token.tag in FINITE or any(
        aux.tag in {*FINITE, "MD"} for aux in parsed.children(token, "aux", "auxpass")
    )


def _asserts(parsed: Parsed, token: Token) -> bool:
    """Whether a clause below a verb stands for itself: a finite clause that somebody says or thinks."""
    if token.dep == "ccomp":
        return _is_finite(parsed, token)
    return token.dep in {"advcl", "relcl"}


def _governed(parsed: Parsed, token: Token, head: Token, trigger: Trigger) -> Iterator[Status]:
    above = load_lexicon("status")["above"]
    lemma = head.lemma
    faced = lemma == "face" and token.dep == "dobj" and trigger.type in above["faced"]
    asked = lemma in above["called_for"] and _is_called_for(token, head)
    if lemma in above["hypothetical"] or faced or asked or _is_wished(parsed, token, head):
        yield Status.HYPOTHETICAL
    if _is_prevented(token, head) or _is_spared(parsed, token, head):
        yield Status.NEGATED
    if lemma in load_lexicon("speech")["saying"] and token.dep == "xcomp" and is_passive(parsed, head):
        yield Status.ALLEGED  # "are said to have smuggled"
    if lemma in above["denied"] and not (token.dep == "prep" and is_verbal(head)):
        yield from _denied(parsed, token, head)
    if _alleges(token, head, trigger) or _is_looked_into(parsed, token, head, trigger):
        yield Status.ALLEGED
    if _intends(parsed, token, head):
        yield Status.PLANNED


def _is_prevented(token: Token, head: Token) -> bool:
    """Whether a verb above keeps it from happening ("failed to shoot him", "kept him from shooting")."""
    kept = token.dep == "prep" and token.lower in {"from", "of"}
    if head.lemma == "keep":
        return kept
    return head.lemma in load_lexicon("status")["above"]["negated"] and (kept or token.dep in PREVENTED)


def _denied(parsed: Parsed, token: Token, head: Token) -> Iterator[Status]:
    """What somebody denies, or is denied ("were denied visas to enter Norland"); not what he does by it."""
    if has_two_objects(parsed, head):
        if token.dep != "advcl" or token.tag == "VB":
            yield Status.NEGATED
    elif token.dep != "advcl":
        yield Status.DENIED


def _is_wished(parsed: Parsed, token: Token, head: Token) -> bool:
    """Whether a clause says what is to be done, or what is only weighed.

    "Proposed that the state buy the bank", "insisted that he leave", "considered jailing him".
    """
    above = load_lexicon("status")["above"]
    if token.dep in {"xcomp", "pcomp"} and token.tag == "VBG":
        by = token if token.dep == "xcomp" else parsed.head(token)
        return head.lemma in above["weighed"] and by.lower not in {"after", "before"}
    bare = token.tag in {"VB", "VBP"} and not parsed.children(token, "aux")
    if token.dep not in {"ccomp", "acl"} or not bare:
        return False
    who = parsed.child(token, "nsubj", "nsubjpass")
    one = who is not None and (who.tag in {"NN", "NNP"} or who.lower in {"he", "she", "it"})
    return head.lemma in above["wished"] or (one and head.lemma in above["insisted"])


def _is_spared(parsed: Parsed, token: Token, head: Token) -> bool:
    """Whether it was avoided or could not be done ("escaped being shot", "unable to sail", "too ill")."""
    above = load_lexicon("status")["above"]
    helped = [aux.lower for aux in parsed.children(token, "aux", "auxpass")]
    if token.dep == "xcomp" and (token.tag == "VBG" or helped[:1] == ["being"]):
        return head.lemma in above["spared"]
    if token.dep == "pcomp":
        return parsed.head(head).lower in {"short", "close"} or head.lower in {"short", "close"}
    said = head if head.dep == "acomp" else parsed.child(head, "acomp")
    if token.dep not in {"xcomp", "advcl"} or "to" not in helped or said is None:
        return False
    return said.lemma == "unable" or any(word.lower == "too" for word in parsed.children(said, "advmod"))


def _is_called_for(token: Token, head: Token) -> bool:
    """Whether an event is what somebody asks for: an infinitive, a clause with "that", a noun after "for"."""
    if token.dep == "prep":
        return token.lower == "for"
    return is_verbal(head) and token.dep in {"xcomp", "ccomp"} and token.tag in {"VB", "VBN"}


def _alleges(token: Token, head: Token, trigger: Trigger) -> bool:
    """Whether a verb of accusing or a noun of the law stands above; a conviction is no mere allegation."""
    above = load_lexicon("status")["above"]
    crime = trigger.family in CRIMES
    if head.lemma == "blame" and trigger.family in above["befalling"]:
        return False
    if head.lemma in above["alleged_nouns"] and crime and not is_verbal(head):
        return head.lemma not in above["examining"] or trigger.family not in {"violence", *above["befalling"]}
    if head.lemma in above["alleged_deeds"] and token.dep == "prep" and not is_verbal(head):
        return trigger.family not in {"justice", "enforcement"} and token.lower == "of"
    if head.lemma in above["cleared"] and crime and is_verbal(head):
        return token.dep == "prep" and token.lower == "of"
    if head.lemma in above["pursued"] and crime:
        return token.dep == "prep" and token.lower in {"for", "on", "over", "in"}
    return (
        head.lemma in above["alleged"]
        and token.dep in {"prep", "ccomp", "xcomp", "acl", "dobj", "pcomp", "acomp"}
        and is_verbal(head)
    )


def _first_below(parsed: Parsed, token: Token) -> int:
    """The index of the "to" of an infinitive."""
    return next(aux.index for aux in parsed.children(token, "aux") if aux.tag == "TO")


def _is_looked_into(parsed: Parsed, token: Token, head: Token, trigger: Trigger) -> bool:
    """Whether a crime is what an inquiry is about ("opened an inquiry into a fraud")."""
    noun = parsed.child(head, "dobj", "nsubjpass") if token.lower == "into" and is_verbal(head) else None
    inquiry = noun is not None and noun.lemma in load_lexicon("status")["above"]["examining"]
    return inquiry and trigger.family == "crime"


def _intends(parsed: Parsed, token: Token, head: Token) -> bool:
    """Whether the event is only meant to be: an infinitive of purpose, a plan, a request."""
    above = load_lexicon("status")["above"]
    infinitive = any(aux.tag == "TO" for aux in parsed.children(token, "aux"))
    if infinitive and head.lemma == "go" and any(word.lower == "on" for word in parsed.children(head)):
        return False  # "went on to rob two banks"
    if infinitive and head.lemma == "be" and head.tag == "VBD" and has_year(parsed, token):
        return False  # "was to die in exile in 1945"
    owed = head.lemma == "have" and head.tag != "VBD"  # "had to let him go" tells that he was let go
    if infinitive and (owed or (head.lemma in above["meant"] and token.dep in MEANT)):
        return True
    if infinitive and (token.dep == "advcl" or head.lemma == "be"):
        at = _first_below(parsed, token)
        before = [word.lower for word in parsed.tokens[max(0, at - 2) : at]]
        return before != [",", "only"]  # "reopened, only to be cut again"
    if token.dep == "ccomp" and head.lemma in above["planned"]:
        return not _is_finite(parsed, token)
    if head.lemma in above["achieved"]:
        return False
    if head.lemma in above["planned"] and not (parsed.child(head, "prt") and not infinitive):
        return infinitive or (
            token.dep in {"prep", "dobj", "pcomp", "acl", "nsubjpass"} and not _is_finite(parsed, token)
        )
    return token.dep in {"acl", "relcl"} and infinitive and not is_first(parsed, head)
