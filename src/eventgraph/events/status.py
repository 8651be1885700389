"""How real a happening is, by the words of its clause and of what governs it; `Status` in its order."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from datetime import date

from eventgraph.events.entries import members
from eventgraph.events.grammar import governing_verb, has_two_objects, is_passive, is_verbal
from eventgraph.events.reading import Reading
from eventgraph.events.triggers import CRIMES, Trigger
from eventgraph.lexicon import load_lexicon
from eventgraph.model import EventMention
from eventgraph.text.parse import Parsed, Token
from eventgraph.vocabulary import FACTS, Status

SHARED = {"conj"}
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
    found = set(_of_clause(reading.parsed, trigger.token))
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


def _of_clause(parsed: Parsed, token: Token) -> Iterator[Status]:
    """What the event's own auxiliaries, adverbs, determiners and conjunctions say."""
    words = load_lexicon("status")["clause"]
    for child in parsed.children(token, "aux", "neg", "advmod", "mark", "det", "amod", "preconj", "auxpass"):
        lower = child.lower
        if child.dep == "aux":
            yield from _of_auxiliary(parsed, token, lower)
        elif child.dep == "mark" and lower in words["conditional"]:
            yield Status.HYPOTHETICAL
        elif lower in words["negated"]:
            yield Status.NEGATED
        elif lower in words["alleged"]:
            yield Status.ALLEGED
        elif lower in words["ahead"]:
            yield Status.PLANNED
    if _has_no_part(parsed, token) or _is_yet_to_come(parsed, token):
        yield Status.NEGATED
    if _has_time_to(parsed, token) or _is_kept_from(parsed, token):
        yield Status.HYPOTHETICAL
    if _goes_on(parsed, token):
        yield Status.ONGOING


def _of_auxiliary(parsed: Parsed, token: Token, auxiliary: str) -> Iterator[Status]:
    """What a modal says; what could not be done did not happen."""
    words = load_lexicon("status")["clause"]
    if auxiliary in words["able"] and _is_negated(parsed, token):
        return
    if auxiliary in words["reported"] and _is_reported(parsed, token):
        yield Status.PLANNED
    elif auxiliary in words["hypothetical"]:
        yield Status.HYPOTHETICAL
    elif auxiliary in words["planned"]:
        yield Status.PLANNED


def _has_no_part(parsed: Parsed, token: Token) -> bool:
    """Whether nobody and nothing takes part ("no ransom was paid", "neither man was hurt")."""
    nouns = parsed.children(token, "nsubj", "nsubjpass", "dobj")
    negated = load_lexicon("status")["clause"]["negated"]
    return any(word.lower in negated for noun in nouns for word in (noun, *parsed.children(noun, "det")))


def _is_negated(parsed: Parsed, token: Token) -> bool:
    """Whether what "can" or "could" says is denied, so that it did not happen ("could not be reached")."""
    negated = load_lexicon("status")["clause"]["negated"]
    own = parsed.children(token, "neg", "advmod")
    return any(word.lower in negated for word in own) or _has_no_part(parsed, token)


def _is_yet_to_come(parsed: Parsed, token: Token) -> bool:
    """Whether it has not happened so far ("has yet to be charged", "is yet to report")."""
    above = parsed.head(token)
    infinitive = any(word.tag == "TO" for word in parsed.children(token, "aux"))
    waiting = above.lemma in {"have", "be", "remain"} and token.dep in {"xcomp", "advcl", "acl"}
    yet = [*parsed.children(above, "advmod"), *parsed.children(token, "advmod")]
    return infinitive and waiting and any(word.lower == "yet" and word.index < token.index for word in yet)


def _has_time_to(parsed: Parsed, token: Token) -> bool:
    """Whether somebody is only given time for it ("has 21 days to appeal")."""
    above, verb = parsed.head(token), parsed.head(parsed.head(token))
    infinitive = token.tag == "VB" and any(word.tag == "TO" for word in parsed.children(token, "aux"))
    given = above.dep in {"dobj", "npadvmod"} and verb.lemma in {"have", "give", "get", "allow"}
    return infinitive and given and token.dep in {"relcl", "acl"} and above.lemma in members("times")


def _is_kept_from(parsed: Parsed, token: Token) -> bool:
    """Whether somebody is barred or dissuaded from it ("barred five managers from leaving")."""
    by = parsed.head(token)
    verb = parsed.head(by) if is_verbal(parsed.head(by)) else parsed.head(parsed.head(by))
    barred = load_lexicon("status")["above"]["kept_from"]
    return token.dep == "pcomp" and by.lower == "from" and verb.lemma in barred


def _is_reported(parsed: Parsed, token: Token) -> bool:
    """Whether somebody said it in the past: what "would" be then is what "will" be ("said he would")."""
    while token.dep == "conj":
        token = parsed.head(token)
    above = parsed.head(token)
    return (
        token.dep == "ccomp"
        and above.tag in {"VBD", "VBN"}
        and above.lemma in load_lexicon("speech")["saying"]
    )


def _goes_on(parsed: Parsed, token: Token) -> bool:
    """Whether the verb is in the present progressive ("are searching", "are being held")."""
    passive = any(child.lower == "being" for child in parsed.children(token, "auxpass"))
    if token.tag != "VBG" and not passive:
        return False
    return any(aux.lemma == "be" and aux.tag in {"VBZ", "VBP"} for aux in parsed.children(token, "aux"))


def _from_above(reading: Reading, trigger: Trigger) -> Iterator[Status]:
    """What the verbs and nouns above say, up to the clause that asserts it.

    What a past participle tells is no part of a plan above it ("a seat vacated by a death will be filled").
    """
    parsed, token = reading.parsed, trigger.token
    above_words = load_lexicon("status")["above"]
    told_apart = False
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
        statuses = _governed(parsed, token, head, trigger)
        yield from (status for status in statuses if not told_apart or status is not Status.PLANNED)
        told_apart = told_apart or (token.dep == "acl" and token.tag in {"VBN", "VBD"})
        if head.lemma in above_words["achieved"] or not _asserts(parsed, token):
            token = head
            if is_verbal(head):
                carried = _of_governor(parsed, head)
                yield from (status for status in carried if not told_apart or status is not Status.PLANNED)
            continue
        return


def _is_beside(parsed: Parsed, token: Token, head: Token) -> bool:
    """Whether a clause stands by itself before a semicolon, though it parses as what the next one says."""
    between = parsed.tokens[token.index + 1 : head.index]
    return token.dep == "ccomp" and any(word.text == ";" for word in between)


def _of_governor(parsed: Parsed, verb: Token) -> Iterator[Status]:
    """Modality and negation of a verb that carries the event below it ("did not lead to an arrest")."""
    yield from (status for status in _of_clause(parsed, verb) if status is not Status.ONGOING)


def _shared(parsed: Parsed, token: Token, head: Token) -> Iterator[Status]:
    """What a coordinated verb shares with the first: its modals, if it has no auxiliary of its own."""
    if is_verbal(token) and not parsed.children(token, "aux") and not _is_finite(parsed, token):
        yield from (s for s in _of_clause(parsed, head) if s in {Status.HYPOTHETICAL, Status.PLANNED})


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
    if lemma in above["hypothetical"]:
        yield Status.HYPOTHETICAL
    if lemma in above["called_for"] and _is_called_for(token, head):
        yield Status.HYPOTHETICAL
    if lemma in load_lexicon("speech")["saying"] and token.dep == "xcomp" and is_passive(parsed, head):
        yield Status.ALLEGED  # "are said to have smuggled"
    if lemma == "face" and token.dep == "dobj" and trigger.type in above["faced"]:
        yield Status.HYPOTHETICAL
    if lemma in above["denied"] and not (token.dep == "prep" and is_verbal(head)):
        yield from _denied(parsed, token, head)
    kept = token.dep == "prep" and token.lower in {"from", "of"}
    if lemma in above["negated"] and (kept or token.dep in {"xcomp", "dobj", "pcomp"}):
        yield Status.NEGATED
    if _alleges(token, head, trigger) or _is_looked_into(parsed, token, head, trigger):
        yield Status.ALLEGED
    if _intends(parsed, token, head):
        yield Status.PLANNED


def _denied(parsed: Parsed, token: Token, head: Token) -> Iterator[Status]:
    """What somebody denies, or is denied ("were denied visas to enter Norland"); not what he does by it."""
    if has_two_objects(parsed, head):
        if token.dep != "advcl" or token.tag == "VB":
            yield Status.NEGATED
    elif token.dep != "advcl":
        yield Status.DENIED


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
    return token.dep == "acl" and infinitive
