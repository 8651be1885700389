"""What the words of a clause itself say of how real its happening is: modals, negation, conditions, tense."""

from __future__ import annotations

from collections.abc import Iterator

from eventgraph.events.entries import members
from eventgraph.events.grammar import is_verbal
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token
from eventgraph.vocabulary import Status


def of_clause(parsed: Parsed, token: Token) -> Iterator[Status]:
    """What the event's own auxiliaries, adverbs, determiners and conjunctions say."""
    words = load_lexicon("status")["clause"]
    for child in parsed.children(token, "aux", "neg", "advmod", "mark", "det", "amod", "preconj", "auxpass"):
        lower = child.lower
        if child.dep == "aux":
            yield from _of_auxiliary(parsed, token, lower)
        elif lower in words["negated"]:
            yield from () if _is_only_later(parsed, token) else (Status.NEGATED,)
        elif lower in words["alleged"]:
            yield Status.ALLEGED
        elif lower in words["ahead"]:
            yield Status.PLANNED
        elif lower in words["utmost"]:
            yield Status.HYPOTHETICAL
    if _has_no_part(parsed, token) or _is_yet_to_come(parsed, token) or _is_left_undone(parsed, token):
        yield Status.NEGATED
    if (
        _is_in_general(parsed, token)
        or is_conditional(parsed, token)
        or _has_time_to(parsed, token)
        or _is_kept_from(parsed, token)
    ):
        yield Status.HYPOTHETICAL
    if _goes_on(parsed, token):
        yield Status.ONGOING


def _of_auxiliary(parsed: Parsed, token: Token, auxiliary: str) -> Iterator[Status]:
    """What a modal says; what could not be done did not happen."""
    words = load_lexicon("status")["clause"]
    if auxiliary in words["able"] and _is_negated(parsed, token):
        return
    if auxiliary == "to" and _is_ahead(parsed, token):
        yield Status.PLANNED
    if auxiliary in words["reported"] and _is_reported(parsed, token):
        yield Status.PLANNED
    elif auxiliary == "would" and _is_told_from_before(parsed, token):
        return
    elif auxiliary in words["hypothetical"]:
        yield Status.HYPOTHETICAL
    elif auxiliary in words["planned"]:
        yield Status.PLANNED


def _has_no_part(parsed: Parsed, token: Token) -> bool:
    """Whether nobody and nothing takes part ("no ransom was paid", "neither man was hurt")."""
    nouns = parsed.children(token, "nsubj", "nsubjpass", "dobj")
    negated = load_lexicon("status")["clause"]["negated"]
    return any(
        word.lower in negated for noun in nouns for word in (noun, *parsed.children(noun, "det", "preconj"))
    )


def _is_left_undone(parsed: Parsed, token: Token) -> bool:
    """Whether something else was done, or it all but happened ("fined rather than jailed", "nearly fell")."""
    words = load_lexicon("status")["clause"]
    nearly = any(
        word.lower in words["nearly"] and word.index < token.index
        for word in parsed.children(token, "advmod")
    )
    if nearly and token.lemma not in words["growing"]:
        return True
    before = [word.lower for word in parsed.tokens[max(0, token.index - 2) : token.index]]
    rather = before == ["rather", "than"] and token.dep in {"conj", "advcl", "pcomp", "prep"}
    above = parsed.head(token)
    beside = (*parsed.children(above, "advmod"), parsed.head(above))
    return rather or (token.dep == "pcomp" and any(word.lower == "instead" for word in beside))


def _is_only_later(parsed: Parsed, token: Token) -> bool:
    """Whether "not" only says when ("did not make her a director until 1979")."""
    return any(by.lower in {"until", "till"} for by in parsed.children(token, "prep", "mark"))


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


def _is_in_general(parsed: Parsed, token: Token) -> bool:
    """Whether it is what a law or a story has ("anyone who steals is fined", "in the film, he kills her")."""
    words = load_lexicon("status")["clause"]
    if token.tag in {"VBZ", "VBP"} and parsed.child(token, "nsubj") is not None:
        fronted = (by for by in parsed.children(token, "prep") if by.lower == "in" and by.index < token.index)
        if any(noun.lemma in words["fiction"] for by in fronted for noun in parsed.children(by, "pobj")):
            return True
    who = parsed.child(token, "nsubj", "nsubjpass")
    above = parsed.head(token) if token.dep == "relcl" else who
    now = any(word.tag in {"VBZ", "VBP"} for word in (token, *parsed.children(token, "aux", "auxpass")))
    asked = token.lemma in load_lexicon("status")["above"]["called_for"]
    return now and not asked and above is not None and above.lower in words["anyone"]


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


def _is_ahead(parsed: Parsed, token: Token) -> bool:
    """Whether an infinitive is all the verb there is ("Volvo to cut 300 jobs", "prisoners to be freed")."""
    if token.dep == "ROOT":
        return parsed.child(token, "nsubj", "nsubjpass") is not None
    noun, above = parsed.head(token), parsed.head(parsed.head(token))
    caused = noun.dep == "dobj" and above.lemma in load_lexicon("status")["above"]["achieved"]
    caused = caused and above.lemma not in {"have", "see"}
    return token.dep == "relcl" and not (caused or noun.label == "DATE" or is_first(parsed, noun))


def is_first(parsed: Parsed, noun: Token) -> bool:
    """Whether an infinitive tells what somebody was the first to do ("the first woman to ski down it")."""
    firsts = load_lexicon("light_verbs")["firsts"]
    beside = (noun, *parsed.children(noun, "amod", "advmod", "nummod"))
    return any(word.lower in firsts or word.label == "ORDINAL" for word in beside)


def _is_told_from_before(parsed: Parsed, token: Token) -> bool:
    """Whether "would" tells what came then ("they would later surrender", "would become mayor in 1998")."""
    later = load_lexicon("status")["clause"]["later"]
    told = any(word.lower in later for word in parsed.children(token, "advmod"))
    return (told or has_year(parsed, token)) and not parsed.children(token, "advcl")


def has_year(parsed: Parsed, verb: Token) -> bool:
    """Whether a preposition of a verb, or of the noun it completes, brings a date with its year."""
    brought = (
        noun
        for holder in (verb, *parsed.children(verb, "dobj", "attr", "prep"))
        for by in parsed.children(holder, "prep")
        for noun in parsed.children(by, "pobj")
    )
    dated = (noun for noun in brought if noun.label == "DATE")
    return any(_is_year(word) for noun in dated for word in (noun, *parsed.children(noun)))


def _is_year(word: Token) -> bool:
    return len(word.text) == len("1998") and word.text.isdigit()


def _goes_on(parsed: Parsed, token: Token) -> bool:
    """Whether the verb is in the present progressive ("are searching", "are being held")."""
    passive = any(child.lower == "being" for child in parsed.children(token, "auxpass"))
    if token.tag != "VBG" and not passive:
        return False
    return any(aux.lemma == "be" and aux.tag in {"VBZ", "VBP"} for aux in parsed.children(token, "aux"))


def is_conditional(parsed: Parsed, verb: Token) -> bool:
    """Whether "if" opens a clause, or its auxiliary stands first ("had she been jailed, she would ...")."""
    conditional = load_lexicon("status")["clause"]["conditional"]
    if any(mark.lower in conditional for mark in parsed.children(verb, "mark")):
        return True
    who = parsed.child(verb, "nsubj", "nsubjpass")
    helped = [
        aux for aux in parsed.children(verb, "aux", "auxpass") if who is not None and aux.index < who.index
    ]
    return verb.dep == "advcl" and any(aux.lower in {"had", "were", "should"} for aux in helped)
