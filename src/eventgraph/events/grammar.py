"""Walks over a parsed sentence: who is subject or object of a verb, however the sentence says it.

Tokens in, tokens out; nothing here knows what an event is. Labels are ClearNLP's, as spaCy gives them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from eventgraph.events.entries import members
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token

R = TypeVar("R")

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
RELATIVE_TAGS = {"WDT", "WP", "WP$"}
VERBAL = {"VERB", "AUX"}
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}
OBJECT_CONTROL = {"with", "of", "for", "from"}
"""Prepositions whose clause is about the object of the verb above ("charged him with stealing")."""
SUBJECTLESS = {"involve", "include", "mean", "entail"}
"""Verbs that do not lend their subject to what they govern ("the second phase involved searching")."""
BEFORE_NOUNS = {"det", "compound", "amod", "poss", "case", "nmod", "nummod"}
PREDICATES = ("acomp", "attr")
LONGEST_CLIMB = 8
FARTHEST_TWIN = 3
AT_ONCE = {"when", "as", "while"}
WHENCE_PEOPLE_ARE = {"from", "of", "in", "at", "near", "outside"}
WHENCE = {"where", "when", "why"}
OTHER_CLAUSES = {"conj", "advcl", "ccomp", "relcl", "acl", "parataxis"}


def is_verbal(token: Token) -> bool:
    """Whether the token is a verb, an auxiliary or a participle used as one."""
    return token.pos in VERBAL or (
        token.tag in {"VBN", "VBG", "VBD"} and token.dep not in {"amod", "compound"}
    )


def once(look_up: Callable[[Parsed, Token], R]) -> Callable[[Parsed, Token], R]:
    """What is the same at every look, kept with the text by the word it was asked for."""
    name = look_up.__name__

    @wraps(look_up)
    def known(parsed: Parsed, token: Token) -> R:
        key = (name, token.index)
        if key not in parsed.known:
            parsed.known[key] = look_up(parsed, token)
        found: R = parsed.known[key]
        return found

    return known


def stands_for_people(parsed: Parsed, token: Token) -> bool:
    """Whether a participle with an article or a number stands for people ("the three accused")."""
    standing = token.tag in {"VBN", "VBD", "JJ"} and token.dep in {"nsubj", "nsubjpass", "dobj", "pobj"}
    return standing and token.pos != "NOUN" and determined(parsed, token)


@once
def is_passive(parsed: Parsed, verb: Token) -> bool:
    """Whether the surface subject of the verb undergoes what it says."""
    for _ in range(LONGEST_CLIMB):
        if parsed.child(verb, "auxpass", "nsubjpass", "csubjpass", "agent"):
            return True
        if not _may_be_passive(parsed, verb):
            return False
        head = parsed.head(verb)
        given = verb.lemma in load_lexicon("roles")["words"]["giving"]  # "was convicted and given four years"
        own = parsed.child(verb, "ccomp", "xcomp") or (not given and direct_object(parsed, verb))
        if verb.dep != "conj" or not is_verbal(head) or own:
            break
        verb = head
    if _completes(parsed, verb):
        return True
    modifies = verb.dep in {"acl", "advcl", "relcl", "ROOT", "oprd"}
    return verb.tag == "VBN" and modifies and not parsed.child(verb, "dobj")


def _may_be_passive(parsed: Parsed, verb: Token) -> bool:
    """Whether nothing speaks against it: no "have", no subject, or one that shares the passive before it.

    "Nine were killed and 40 injured", "homes were damaged and schools destroyed".
    """
    own = parsed.child(verb, "nsubj")
    hurt = verb.lemma in load_lexicon("light_verbs")["hurting"] and parsed.child(verb, "dobj") is None
    shares = own is not None and verb.dep == "conj" and (own.pos == "NUM" or verb.tag == "VBN" or hurt)
    if verb.tag not in {"VBN", "VBD"} or (own is not None and not shares):
        return False
    return all(auxiliary.lemma not in {"have", "'ve"} for auxiliary in parsed.children(verb, "aux"))


def _completes(parsed: Parsed, verb: Token) -> bool:
    """Whether a participle completes "be" or "find" ("24 people had been slain", "was found strangled")."""
    above = parsed.head(verb)
    found = above.lemma == "find" and verb.dep in {"xcomp", "oprd", "ccomp"} and above.tag == "VBN"
    return verb.tag == "VBN" and (found or (verb.dep == "acomp" and above.lemma == "be"))


def antecedent(parsed: Parsed, token: Token) -> Token:
    """What a relative pronoun stands for; any other token is itself."""
    if token.tag not in RELATIVE_TAGS and token.lower != "that":
        return token
    clause = next((above for above in parsed.ancestors(token) if above.dep == "relcl"), None)
    if not clause or token.pos not in {"PRON", "DET", "SCONJ"}:
        return token
    noun = parsed.head(clause)
    if token.lower == "which" and noun.label == "PERSON":
        return _thing_before(parsed, token) or noun
    home = noun.pos == "PROPN" or noun.lemma in members("areas") | members("countries")
    placed = home and parsed.head(noun).lower in WHENCE_PEOPLE_ARE and token.lower == "who"
    return (_coming_from(parsed, parsed.head(noun)) or noun) if placed else noun


def _thing_before(parsed: Parsed, which: Token) -> Token | None:
    """The noun right before "which", which is nobody ("Hall, the head of Orion, which bought Delta")."""
    before = [word for word in parsed.tokens[max(0, which.index - 3) : which.index] if word.text != ","]
    last = before[-1] if before else None
    return last if last is not None and last.pos in {"NOUN", "PROPN"} and last.label != "PERSON" else None


def _coming_from(parsed: Parsed, preposition: Token) -> Token | None:
    """The people right before a preposition ("a driver from Larnby, who faces 19 counts")."""
    before = parsed.tokens[preposition.index - 1] if preposition.index else preposition
    return before if before.lemma in members("people") else None


@once
def subject(parsed: Parsed, verb: Token) -> Token | None:
    """The surface subject of a verb: its own, or the one it shares, controls or modifies."""
    return _subject(parsed, verb, 0)


def _subject(parsed: Parsed, verb: Token, climbed: int) -> Token | None:
    own = parsed.children(verb, *SUBJECTS)
    if own:
        named = [noun for noun in own if noun.tag not in RELATIVE_TAGS]
        nearest = [noun for noun in named if noun.index < verb.index] or named
        return antecedent(parsed, nearest[-1] if nearest else own[0])
    turned = inverted_speaker(parsed, verb) or _joined_to_verb(parsed, verb)
    if turned is not None:
        return turned
    head = parsed.head(verb)
    if head is verb or climbed > LONGEST_CLIMB:
        return None
    return trailing_speaker(parsed, verb) or _borrowed(parsed, verb, head, climbed)


def _borrowed(parsed: Parsed, verb: Token, head: Token, climbed: int) -> Token | None:
    """The subject of a verb without one of its own, by how it hangs on its head."""
    if _is_put_off(parsed, verb):
        return None
    if verb.dep in {"acl", "relcl"}:
        return _modified(parsed, verb, head, climbed)
    if verb.dep == "pcomp":
        return _of_prepositional_clause(parsed, head, climbed)
    above = _governing(parsed, verb, head)
    if above is not None:
        return _subject(parsed, above, climbed + 1)
    if verb.dep == "xcomp" and head.lemma in SUBJECTLESS:
        return None
    controlled = _controlled(parsed, verb, head, climbed)
    if controlled is not None or (verb.dep == "xcomp" and is_verbal(head)):
        return controlled
    follows = verb.dep == "dep" and head.index < verb.index
    if (
        (follows or verb.dep in {"conj", "advcl"})
        and is_verbal(head)
        and not _has_conjunction_of_its_own(parsed, verb)
    ):
        return _agreeing(parsed, verb, head, climbed)
    return None


def _controlled(parsed: Parsed, verb: Token, head: Token, climbed: int) -> Token | None:
    """Who does what a verb above has or lets somebody do, or goes on with after what is said."""
    called = _called_on(parsed, verb, head) if verb.dep in {"xcomp", "advcl"} else None
    if called is not None:
        return called
    sent = (
        verb.dep == "advcl"
        and verb.tag == "VB"
        and head.lemma in load_lexicon("light_verbs")["sending"]
        and not is_passive(parsed, head)
    )
    if sent or (verb.dep == "xcomp" and is_verbal(head)):
        return direct_object(parsed, head) or _subject(parsed, head, climbed + 1)
    return _subject(parsed, parsed.head(head), climbed + 1) if _resumes(parsed, verb, head) else None


def _resumes(parsed: Parsed, verb: Token, head: Token) -> bool:
    """Whether a verb in the past goes on with the main clause, not with what is said in the present.

    "He said the banks are sound and asked them to wait": he asked.
    """
    told = head.dep == "ccomp" and head.tag in {"VBZ", "VBP"} and parsed.head(head).tag == "VBD"
    says = verb.tag == "VBD" and (
        verb.lemma in load_lexicon("speech")["saying"] or verb.lemma in load_lexicon("light_verbs")["asking"]
    )
    return verb.dep == "conj" and says and told and parsed.child(verb, *SUBJECTS) is None


def _governing(parsed: Parsed, verb: Token, head: Token) -> Token | None:
    """The verb whose subject a form has for certain ("people had been slain", "he is due to go")."""
    if _completes(parsed, verb):
        return head
    bound = (
        verb.dep == "xcomp" and head.dep == "acomp" and head.pos == "ADJ" and head.lemma not in SUBJECTLESS
    )
    return parsed.head(head) if bound else None


def _is_put_off(parsed: Parsed, verb: Token) -> bool:
    """Whether an infinitive is itself what something is said of ("it is crucial to hold them to account")."""
    above = parsed.head(verb)
    said = above if above.dep in PREDICATES else parsed.child(above, *PREDICATES)
    it = parsed.child(parsed.head(said), *SUBJECTS) if said is not None else None
    return (
        verb.tag == "VB"
        and it is not None
        and it.lower == "it"
        and said is not None
        and said.lemma in load_lexicon("light_verbs")["judging"]
    )


def _called_on(parsed: Parsed, verb: Token, head: Token) -> Token | None:
    """Whoever is called on to do what an infinitive says ("called on the king to go")."""
    if head.lemma not in load_lexicon("light_verbs")["calling"]:
        return None
    infinitive = any(word.lower == "to" for word in parsed.children(verb, "aux"))
    brought = (pair for pair in prepositional(parsed, head) if pair[0].lower in {"on", "upon", "to"})
    return next((noun for _, noun in brought if noun.index < verb.index), None) if infinitive else None


def trailing_speaker(parsed: Parsed, verb: Token) -> Token | None:
    """The noun between a comma and a verb of saying that parsed as coordinated ("..., the LAPD said")."""
    if verb.dep != "conj" or verb.lemma not in load_lexicon("speech")["saying"]:
        return None
    tokens, at = parsed.tokens, verb.index - 1
    if at > 0 and tokens[at].text == ")":
        at = next((index - 1 for index in range(at, 0, -1) if tokens[index].text == "("), at)
    noun = start = tokens[at]
    while start.index > 0 and tokens[start.index - 1].dep in BEFORE_NOUNS:
        start = tokens[start.index - 1]
    comma = start.index > 0 and tokens[start.index - 1].text in {",", "\u201d", '"'}
    return noun if comma and noun.pos in {"NOUN", "PROPN"} and noun.sentence == verb.sentence else None


def inverted_speaker(parsed: Parsed, verb: Token) -> Token | None:
    """The noun behind a verb that follows a quotation and parsed as its object ('"No," fumed the owner')."""
    said, noun = parsed.child(verb, "ccomp"), parsed.child(verb, "dobj")
    if said is None or noun is None or not said.index < verb.index < noun.index:
        return None
    return noun if parsed.tokens[verb.index - 1].text in {"\u201d", '"', "\u2019", "'"} else None


def _joined_to_verb(parsed: Parsed, verb: Token) -> Token | None:
    """The name right before a verb in the present that parsed as its first part ("Minsk denies that")."""
    before = parsed.child(verb, "compound") if verb.pos == "VERB" and verb.tag == "VBZ" else None
    return (
        before if before is not None and before.index == verb.index - 1 and before.text[0].isupper() else None
    )


def _agreeing(parsed: Parsed, verb: Token, head: Token, climbed: int) -> Token | None:
    """The subject of the verb above or, where number disagrees, of the main clause.

    "The agency found children who were hurt and has arrested a man": the agency has, the children have not.
    """
    found = _subject(parsed, head, climbed + 1)
    singular = any(word.tag == "VBZ" for word in (verb, *parsed.children(verb, "aux", "auxpass")))
    plural = found is not None and found.tag in {"NNS", "NNPS"}
    if not (singular and plural and head.dep == "relcl"):
        return found
    main = governing_verb(parsed, head)
    return _subject(parsed, main, climbed + 1) if main is not None else found


def _has_conjunction_of_its_own(parsed: Parsed, verb: Token) -> bool:
    mark = parsed.child(verb, "mark")
    return mark is not None and verb.tag in {"VBD", "VBZ", "VBP"}


def _modified(parsed: Parsed, verb: Token, noun: Token, climbed: int) -> Token | None:
    """The noun that a participle modifies; for an infinitive ("plans to rape"), whoever owns the noun."""
    if verb.dep == "relcl" and not parsed.child(verb, "aux"):
        return noun
    above = parsed.head(parsed.head(noun))
    if verb.tag == "VBN" and noun.lemma in load_lexicon("roles")["words"]["states"] and is_verbal(above):
        return _subject(parsed, above, climbed + 1)  # "remanded in custody charged with murder"
    if verb.tag != "VB":
        return noun
    owner = parsed.child(noun, "poss")
    above = parsed.head(noun)
    if owner is None and is_verbal(above) and above is not noun:
        return _subject(parsed, above, climbed + 1)
    return owner


def _accused(parsed: Parsed, noun: Token | None, preposition: Token) -> Token | None:
    """Whom charges are against ("charges against a clerk for stealing"), by the noun before "for"."""
    if noun is None or preposition.lower != "for":
        return None
    if parsed.head(noun).lower == "against":
        return noun
    return next((other for by, other in prepositional(parsed, noun) if by.lower == "against"), None)


def _of_prepositional_clause(parsed: Parsed, preposition: Token, climbed: int) -> Token | None:
    above = parsed.head(preposition)
    if is_verbal(above):
        controlled = parsed.child(above, "dative") or direct_object(parsed, above)
        if controlled is not None and controlled.label == "MONEY":
            controlled = parsed.child(controlled, "nmod")  # "fined the bank two dollars for hiding it"
        controlled = controlled if preposition.lower in OBJECT_CONTROL else None
        return _accused(parsed, controlled, preposition) or controlled or _subject(parsed, above, climbed + 1)
    if _is_accused(parsed, above, preposition):
        return above
    accused = _accused(parsed, above, preposition)
    if accused is not None:
        return accused
    if above.pos in NOMINAL and preposition.lower in OBJECT_CONTROL:
        return parsed.child(above, "poss") or _governed_subject(parsed, above, climbed)
    return None


def _is_accused(parsed: Parsed, noun: Token, preposition: Token) -> bool:
    """Whether "of" says what the object of a verb is held to have done ("convicted a man of stealing")."""
    verb = parsed.head(noun)
    accused = noun.dep in {"dobj", "nsubjpass"} and verb.lemma in load_lexicon("light_verbs")["accusing"]
    return preposition.lower == "of" and accused


def _governed_subject(parsed: Parsed, noun: Token, climbed: int) -> Token | None:
    verb = governing_verb(parsed, noun)
    return _subject(parsed, verb, climbed + 1) if verb is not None else None


@once
def direct_object(parsed: Parsed, verb: Token) -> Token | None:
    """The direct object, also where it stands before the verb ("the man whom police arrested")."""
    found = parsed.child(verb, "dobj")
    if found is not None and found.lower == "home" and not parsed.children(found):
        found = None  # "was treated and sent home"
    if found is not None:
        return antecedent(parsed, found) if inverted_speaker(parsed, verb) is None else None
    if stands_before(parsed, verb):
        return parsed.head(verb)
    counted = _behind_up_to(parsed, verb) or _let_go(parsed, verb) or _caught_at(parsed, verb)
    counted = counted or _shared_with_twin(parsed, verb)
    if counted is not None:
        return counted
    own = parsed.child(verb, *SUBJECTS)
    gap = verb.dep == "relcl" and own is not None and antecedent(parsed, own) is own
    gap = gap and not any(word.lower in WHENCE for word in parsed.children(verb, "advmod"))
    filled = parsed.child(verb, "ccomp", "xcomp") or any(
        not _brings_a_day(parsed, preposition) for preposition in parsed.children(verb, "prep")
    )
    return parsed.head(verb) if gap and not filled and not is_passive(parsed, verb) else None


def _brings_a_day(parsed: Parsed, preposition: Token) -> bool:
    """Whether a preposition only dates its verb ("the minister he had fired in May")."""
    noun = parsed.child(preposition, "pobj")
    return noun is not None and noun.label == "DATE"


def stands_before(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb with a subject parsed as a modifier of its object ("The union downed tools")."""
    head = parsed.head(verb)
    return verb.dep == "amod" and verb.index < head.index and parsed.child(verb, "nsubj") is not None


def _shared_with_twin(parsed: Parsed, verb: Token) -> Token | None:
    """The object of the verb right behind "and" that one needs too ("shot and killed a man")."""
    beside = next((other for other in parsed.children(verb, "conj") if other.index == verb.index + 2), None)
    needs = verb.lower in load_lexicon("sentences")["passives"]["done"] or verb.lemma == "beat"
    if beside is None or not needs or not is_verbal(beside) or verb.tag != beside.tag:
        return None
    return None if parsed.child(verb, "prep", "nsubjpass", "auxpass") else parsed.child(beside, "dobj")


def _caught_at(parsed: Parsed, verb: Token) -> Token | None:
    """Of whom a clause behind the verb says what they did then ("intercepted 40 people trying to flee")."""
    clause = next((c for c in parsed.children(verb, "ccomp", "advcl") if c.index > verb.index), None)
    if clause is None or clause.tag != "VBG" or parsed.child(clause, "aux", "mark", "auxpass") is not None:
        return None
    doing = parsed.child(clause, "nsubj")
    between = parsed.tokens[verb.index + 1 : clause.index]
    return doing if doing is not None and doing in between and "," not in {w.text for w in between} else None


def _let_go(parsed: Parsed, verb: Token) -> Token | None:
    """Whom somebody lets go, before or behind "go" ("let 900 staff go", "let go two hostages")."""
    below = parsed.child(verb, "ccomp", "xcomp") if verb.lemma == "let" else None
    return parsed.child(below, "nsubj", "dobj") if below is not None and below.lemma == "go" else None


def _behind_up_to(parsed: Parsed, verb: Token) -> Token | None:
    """The object whose number begins with "up to", read as a particle ("wounding up to 26 people")."""
    for up in parsed.children(verb, "prt", "prep", "advmod"):
        if up.lower == "up" and up.index == verb.index + 1:
            for preposition in (*parsed.children(up, "prep"), *parsed.children(verb, "prep")):
                noun = parsed.child(preposition, "pobj")
                adjacent = preposition.lower == "to" and preposition.index == up.index + 1
                if adjacent and noun is not None and (noun.pos == "NUM" or parsed.child(noun, "nummod")):
                    return noun
    return None


def has_two_objects(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb gives or denies somebody something ("denied him entry", "were denied visas")."""
    kept = parsed.child(verb, "dobj") is not None and parsed.child(verb, "nsubjpass") is not None
    return kept or parsed.child(verb, "dative") is not None


def governing_verb(parsed: Parsed, token: Token) -> Token | None:
    """The nearest verb above the token."""
    return next((above for above in parsed.ancestors(token) if is_verbal(above)), None)


@once
def prepositional(parsed: Parsed, token: Token) -> tuple[tuple[Token, Token], ...]:
    """The prepositions below a token with the nouns or clauses they bring, chained ones included."""
    found, waiting = [], [token]
    while waiting:
        for preposition in parsed.children(waiting.pop(), "prep", "agent", "dative"):
            if preposition.lower == "according":
                continue
            found += [(preposition, brought) for brought in parsed.children(preposition, "pobj", "pcomp")]
            waiting.append(preposition)
    return tuple(found)


def at_hands_of(parsed: Parsed, token: Token) -> Token | None:
    """Who did what somebody underwent at his hands ("killed at the hands of rebels")."""
    for preposition, hands in prepositional(parsed, token):
        if preposition.lower == "at" and hands.lower in {"hands", "hand"}:
            return next((noun for of, noun in prepositional(parsed, hands) if of.lower == "of"), None)
    return None


def twin(parsed: Parsed, verb: Token) -> Token | None:
    """The verb coordinated right beside a verb, which shares what follows ("were shot and wounded ...")."""
    for other in parsed.children(verb, "conj"):
        if is_verbal(other) and 0 < other.index - verb.index <= FARTHEST_TWIN:
            return other
    return None


def is_at_once(parsed: Parsed, clause: Token) -> bool:
    """Whether a subordinate clause tells what happened at the same time ("when the ferry sank")."""
    contrast = parsed.child(clause, "nsubj", "nsubjpass")
    words = AT_ONCE - {"while"} if contrast is not None and contrast.pos != "PRON" else AT_ONCE
    return any(child.lower in words for child in parsed.children(clause, "advmod", "mark"))


@once
def own_words(parsed: Parsed, token: Token) -> tuple[Token, ...]:
    """The token and what depends on it within its own clause, in text order."""
    found, waiting = [token], [token]
    while waiting:
        for child in parsed.children(waiting.pop()):
            if not (child.dep in OTHER_CLAUSES and is_verbal(child)):
                found.append(child)
                waiting.append(child)
    return tuple(sorted(found, key=lambda word: word.index))


def clause_verb(parsed: Parsed, token: Token) -> Token:
    """The verb of the clause the token stands in: the token itself if it is one, else the nearest above."""
    if is_verbal(token):
        return token
    return governing_verb(parsed, token) or token


def clauses(parsed: Parsed, verb: Token) -> set[str]:
    """What a verb governs: "infinitive" ("told them to go"), "gerund", "that" or "predicate"."""
    found = {"predicate"} if parsed.child(verb, "oprd") else set()
    for below in parsed.children(verb, "xcomp", "ccomp", "advcl", "relcl"):
        governed = below.dep in {"xcomp", "ccomp"}
        if any(word.lower == "to" for word in parsed.children(below, "aux")):
            found |= {"infinitive"} if governed or below.index > verb.index else set()
        elif governed and below.tag == "VBG":
            found.add("gerund")
        elif below.dep == "ccomp":
            found.add("that" if is_verbal(below) else "predicate")
    return found


def determined(parsed: Parsed, noun: Token) -> bool:
    """Whether a noun has a determiner, a possessor or a number."""
    return parsed.child(noun, "det", "poss", "nummod", "predet") is not None
