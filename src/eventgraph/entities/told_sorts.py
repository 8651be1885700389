"""What words say of the sort of a name: an apposition, a title, an age, what only bodies or people have."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import combinations, takewhile

from eventgraph.entities.atlas import atlas
from eventgraph.entities.candidate import BODY, PERSON, PLACE
from eventgraph.entities.classify import BODY_HEADS, ends_in_agency, head_type, is_place_name
from eventgraph.entities.figures import SUBJECTS
from eventgraph.entities.gender import is_person_noun
from eventgraph.entities.knowledge import gazetteer, name_words, title_words
from eventgraph.entities.names import ARTICLES
from eventgraph.entities.pieces import (
    FULL_NAME,
    are_one_subject,
    called,
    has_person_form,
    is_body_noun,
    named_as,
    surroundings,
)
from eventgraph.entities.standing import LONGEST_NAME, Standing
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Token

LOCATIVE = frozenset({"in", "near", "off", "outside"})
FARTHEST = 9
"""Tokens after a name in which the post of its holder is looked for."""
AGE = re.compile(r"[1-9]\d")
"""Years that stand after a name."""
INITIALS = re.compile(r"(?:[A-Z]\.-?){2,4}")
"""All that is told of a name: "M.G."."""


def _by_apposition(name: Standing) -> str:
    """What an apposition calls it: "Larnora, a shipping company"."""
    return BODY if name.sort != BODY and called(name.parsed, name.candidate) else ""


def _by_place_apposition(name: Standing) -> str:
    """A noun for a place in apposition to an unknown name: "Larn Brael, a town in the north"."""
    if name.sort == PLACE or name.following != "," or not name.unknown:
        return ""
    nouns = [t for t in name.parsed.children(name.root, "appos") if t.index >= name.candidate.last]
    place = any(t.tag == "NN" and t.lemma in surroundings()["place"]["called"] for t in nouns)
    return PLACE if place and not name.acronym else ""


def _by_naming(name: Standing) -> str:
    """The noun that gets this name: "a group that calls itself Glass Heron", "a village called Larn"."""
    tokens, words = name.parsed.tokens, surroundings()["naming"]
    place = name.candidate.first - 1
    while place > 0 and (tokens[place].lower in words["itself"] or tokens[place].tag in {"``", "''", "IN"}):
        place -= 1
    if place < 1 or tokens[place].lemma not in words["verbs"] or not name.unknown:
        return ""
    noun = name.parsed.head(tokens[place])
    if noun.pos != "NOUN" or noun.index > place:
        return ""
    if is_body_noun(noun.lower):
        return BODY
    if noun.lemma in words["places"]:
        return PLACE
    return PERSON if is_person_noun(noun.lemma) else ""


def _by_body_noun(name: Standing) -> str:
    """A noun for bodies right before an unknown name: "engine maker Larnpower"."""
    noun = name.beside(-1)
    if name.sort == BODY or noun is None or not name.unknown:
        return ""
    joined = noun.dep == "compound" and name.candidate.first <= noun.head < name.candidate.last
    joined = (
        joined
        or (name.root.dep == "appos" and name.hangs_on(noun))
        or are_one_subject(name.parsed, noun, name.root)
    )
    somebody = is_person_noun(noun.lower) and name.given
    common = noun.pos == "NOUN" or noun.text.isupper()  # "the NGO Puerta Larna"
    return BODY if joined and common and is_body_noun(noun.lower) and not somebody else ""


def _by_head(name: Standing) -> str:
    """A head within the name: "Kings Road" is no person, "Larnby General Hospital" no body."""
    if name.sort == PERSON and name.lower[-1] not in name_words().surname:
        if ends_in_agency(name.tokens):
            return BODY
        if head_type(name.lower) in BODY_HEADS:
            return BODY
        return PLACE if is_place_name(name.lower) else ""
    return PLACE if name.sort == BODY and name.unknown and is_place_name(name.lower) else ""


def _by_river(name: Standing) -> str:
    """A name that begins with "River" after "the", as British rivers do: "the River Wend"."""
    river = name.lower[0] == "river" and not name.single and name.preceding == "the"
    return PLACE if river and name.sort != PLACE and not name.known else ""


def _by_division(name: Standing) -> str:
    """A name of several words that the gazetteer has for a part of a country: "Minas Gerais"."""
    if name.sort == PLACE or name.known or name.preceding not in {"in", "near", "across", "from", "of"}:
        return ""
    return PLACE if name.is_division else ""


def _by_body_described(name: Standing) -> str:
    """A noun for bodies that is somebody's, a comma, an unknown name: "his party, Larn Crest."."""
    comma, noun, owner = name.beside(-1), name.beside(-2), name.beside(-3)
    if name.sort == BODY or not name.unknown or name.given or comma is None or noun is None or owner is None:
        return ""
    beside = (
        comma.text == ","
        and noun.tag == "NN"
        and is_body_noun(noun.lower)
        and owner.sentence == comma.sentence
    )
    owned = owner.tag in {"POS", "PRP$"} and owner.sentence == comma.sentence
    return BODY if beside and owned and name.following in {",", ".", ";"} else ""


def _by_person_described(name: Standing) -> str:
    """An unknown full name in apposition to a noun for a person: "A doctor there, Tesmay Larn, told"."""
    comma = name.beside(-1)
    place = name.lower[-1] in surroundings()["place"]["nouns"]  # "the capital, Larn City"
    if place or not name.may_be_person or comma is None or comma.text != "," or name.root.dep != "appos":
        return ""
    noun, either = name.head, surroundings()["person"]["either"]
    person = noun.tag == "NN" and noun.index < comma.index and is_person_noun(noun.lemma)
    return PERSON if person and noun.lemma not in either and name.following == "," else ""


def _by_identification(name: Standing) -> str:
    """What somebody is named as: "police identified the victim as Tesmay Brandel"."""
    person = name.may_be_person or (name.unknown and INITIALS.fullmatch(name.text) is not None)
    return PERSON if person and named_as(name.parsed, name.candidate.first) else ""


def _by_initial(name: Standing) -> str:
    """An initial before one word: "I. Brandel"; "N. Larnby" may be the north of a place."""
    if name.sort != BODY or len(name.tokens) != FULL_NAME or not name.unknown or name.preceding == "the":
        return ""
    first, last = name.tokens
    told = first.text.endswith(".") and len(first.text) == FULL_NAME and first.text[0] not in "NSEW"
    return PERSON if told and has_person_form([first, last]) and last.text.istitle() else ""


def _by_age(name: Standing) -> str:
    """An age beside a name of two words: "52-year-old Otto Brandel", "Otto Brandel, 52,"."""
    if not name.may_be_person:
        return ""
    after = name.after(3)
    aged = len(after) > 2 and after[0] == "," and AGE.fullmatch(after[1]) and after[2] in {",", ".", ";"}  # noqa: PLR2004
    return PERSON if name.before(2) == ["-", "old"] or aged else ""


def _by_title(name: Standing) -> str:
    """A title right before a name of two words: "minister Ada Quist", "president-elect Ada Quist"."""
    if not name.may_be_person:
        return ""
    words = name.before(min(LONGEST_NAME, name.candidate.first - name.parsed.sentence_of(name.first).first))
    words = words[:-2] if words[-2:] == ["-", "elect"] else words
    titled = any(title_words().is_title(tuple(words[place:])) for place in range(len(words)))
    return PERSON if titled else ""


def _by_office(name: Standing) -> str:
    """A post after a comma and a name of two words: "Olin Thames, the special adviser to"."""
    if not name.may_be_person or is_place_name(name.lower) or name.following != ",":
        return ""
    titles = title_words()
    left = name.parsed.sentence_of(name.first).last - name.candidate.last
    words = name.after(min(left, FARTHEST))[1:]
    beside = list(takewhile(lambda w: w in ARTICLES or w in titles.qualifier or w in titles.beside, words))
    pairs = combinations(range(len(beside) + 1), 2)
    titled = any(titles.is_title(tuple(beside[first:last])) for first, last in pairs)
    ends = name.beside(1 + len(beside))
    return PERSON if titled and ends is not None and ends.pos not in {"ADJ", "ADV"} else ""


def _by_given_name(name: Standing) -> str:
    """A given name and one more word: "Con Brandel"; not where a place has that name too."""
    given = name.may_be_person and name.given and not gazetteer().find(name.first.text)
    return PERSON if given and not is_place_name(name.lower) else ""


def _by_base_of(name: Standing) -> str:
    """Where it is based, after an unknown name: "Larnora, based in Palo Alto,"."""
    based = name.after(3) in ([",", "based", "in"], [",", "headquartered", "in"])
    return BODY if based and name.sort != BODY and name.unknown else ""


def _by_director(name: Standing) -> str:
    """Who leads it, before an unknown name: "the sole director of Larn Crest"."""
    of, noun = name.beside(-1), name.beside(-2)
    if name.sort != PERSON or of is None or noun is None or name.given:
        return ""
    leads = of.lower == "of" and noun.lemma in surroundings()["body"]["directed"]
    return BODY if leads and name.unknown and not _is_told_person(name) else ""


def _by_business(name: Standing) -> str:
    """What only bodies have or undergo, or "which" after it: "Larn Crest's customers", "Larnora, which"."""
    if name.sort != PERSON or name.given or not name.unknown or _is_told_person(name):
        return ""
    words, noun = surroundings()["body"], name.beside(-2)
    owner = name.root.dep == "poss" and name.head.lower in words["owned"]
    undergoes = name.root.dep == "nsubjpass" and name.head.lemma in words["passive"]
    held = name.preceding in {"of", "in"} and noun is not None and noun.lemma in words["held"]
    return BODY if _is_which(name) or owner or undergoes or held else ""


def _by_shares(name: Standing) -> str:
    """What is held of companies only, before what looks like a place: "shares in Larnora"."""
    noun, joint = name.beside(-2), name.beside(-1)
    if name.sort != PLACE or noun is None or not name.hangs_on(joint) or not name.unknown:
        return ""
    return BODY if name.preceding == "in" and noun.lemma in surroundings()["body"]["shares"] else ""


def _is_which(name: Standing) -> bool:
    """Whether "which" after a name stands for it, not for what was said: "Larnora, which owns two mines"."""
    verb = name.beside(3)
    own = name.root.dep in SUBJECTS or (verb is not None and verb.tag in {"VBZ", "VBP"})
    return name.after(2) == [",", "which"] and own


def _is_told_person(name: Standing) -> bool:
    """Whether the words after a name say that it is a person's: "Tesmay Larn, a singer", "Larn, who"."""
    return name.following == "," and (name.after(2)[-1] == "who" or _is_called_person(name))


def _by_officers(name: Standing) -> str:
    """What only bodies have, after an unknown name of one word: "Larnair CEO Ada Quist"."""
    if name.sort != PERSON or not name.single or name.given or not name.unknown:
        return ""
    tied = name.first.dep in {"compound", "poss", "nmod"}
    return BODY if tied and name.following in surroundings()["body"]["after"] else ""


def _by_rule(name: Standing) -> str:
    """What only those who rule have, after an unknown name of one word: "the Brandel regime"."""
    word = name.first.text
    if name.sort not in {BODY, PLACE} or not name.single or not name.unknown or word in gazetteer().demonyms:
        return ""
    rules = name.following in surroundings()["person"]["after"]
    return PERSON if rules and word.isalpha() and not word.isupper() else ""


def _by_who(name: Standing) -> str:
    """A clause with "who" after an unknown name: "Ife Brandel-Bright, who speaks", "Moor, who left, says"."""
    if name.after(2) != [",", "who"] or name.sort not in {BODY, PLACE} or not name.unknown:
        return ""
    full = len(_words(name.tokens)) >= FULL_NAME and has_person_form(name.tokens)
    says = name.head.lemma in load_lexicon("speech")["saying"] and name.root.dep in SUBJECTS
    return PERSON if full or (says and name.titlecase) else ""


def _by_life(name: Standing) -> str:
    """What only people do or have, beside an unknown name of one word: "Brandel's widow"."""
    token, head, words = name.first, name.head, surroundings()["person"]
    if name.sort not in {BODY, PLACE} or not name.single or not token.text.istitle() or not name.unknown:
        return ""
    alone = head.lemma == "marry" or name.parsed.child(head, "dobj") is None  # "Larnair retired two jets"
    active = token.dep == "nsubj" and head.lemma in words["verbs"] and alone
    passive = token.dep == "nsubjpass" and head.lemma in words["passive"]
    owned = words["owned"] if name.sort == BODY else words["owned"] | words["owned_here"]
    owner = token.dep == "poss" and head.lower in owned
    return PERSON if active or passive or owner or _is_joined_by_owned(name) else ""


def _is_joined_by_owned(name: Standing) -> bool:
    """Whether somebody of his or hers is joined to a name: "Brandel and his wife"."""
    followers = surroundings()["body"]["members"]
    joined = [
        t for t in name.parsed.children(name.first, "conj") if is_person_noun(t.lemma) or t.lemma in followers
    ]
    owners = [owner for other in joined for owner in name.parsed.children(other, "poss")]
    return any(owner.lower in {"his", "her"} for owner in owners)


def _by_kind(name: Standing) -> str:
    """A noun for a body of people after an unknown name: "the Brandel clan", "M23 rebels"."""
    noun = name.beside(1)
    if name.sort == BODY or noun is None or not name.hangs_on(noun):
        return ""
    kinds = surroundings()["body"]["kin" if name.sort == PLACE else "kinds"]
    return BODY if noun.lower in kinds and name.unknown else ""


def _by_base(name: Standing) -> str:
    """A place that something is based in: "Larnby-based"."""
    based = name.after(2) in (["-", "based"], ["-", "born"])
    return PLACE if based and name.sort != PLACE and name.unknown else ""


def _by_visit(name: Standing) -> str:
    """A city of the gazetteer, no given name, that somebody visits or an army takes: "visited Windhoek"."""
    if name.sort not in {PERSON, BODY} or not name.single or name.given or name.root.dep != "dobj":
        return ""
    verb = name.head
    taken = verb.index == name.first.index - 1 and verb.lemma in surroundings()["place"]["visited"]
    return PLACE if taken and name.unknown and atlas().find(name.text) else ""


def _by_officers_of_place(name: Standing) -> str:
    """A post that only places have, after an unknown name of one word: "Larnby's mayor"."""
    if name.sort not in {PERSON, BODY} or not name.single or name.given or not name.unknown or name.acronym:
        return ""
    owner = name.root.dep == "poss" and name.head.lower in surroundings()["place"]["officers"]
    return PLACE if owner else ""


def _by_origin(name: Standing) -> str:
    """A noun for people and "from" before an unknown name: "a fisherman from Larnby"."""
    from_, noun = name.beside(-1), name.beside(-2)
    if name.sort == PLACE or from_ is None or noun is None or not name.unknown:
        return ""
    whole = from_.lower == "from" and name.hangs_on(from_) and name.single and not name.acronym
    sent = name.sort == BODY and noun.lemma in surroundings()["person"]["sent"]
    return PLACE if whole and noun.pos == "NOUN" and is_person_noun(noun.lemma) and not sent else ""


def _by_person_apposition(name: Standing) -> str:
    """A noun for a person after a comma: "Yumar, a fisherman"."""
    if name.sort == PERSON or name.following != "," or not name.titlecase or not name.unknown:
        return ""
    return PERSON if _is_called_person(name) and name.preceding not in {*LOCATIVE, "at"} else ""


def _is_called_person(name: Standing) -> bool:
    """Whether a noun for a person, which no body is called, stands in apposition after a name."""
    nouns = [t for t in name.parsed.children(name.root, "appos") if t.index >= name.candidate.last]
    either = surroundings()["person"]["either"]
    return any(n.tag == "NN" and is_person_noun(n.lemma) and n.lemma not in either for n in nouns)


def _by_membership(name: Standing) -> str:
    """Who belongs to it, before an unknown name: "two former members of Larnlight", "fighters of Larn"."""
    if name.sort not in {PLACE, PERSON} or not name.unknown or name.given:
        return ""
    of = -2 if name.preceding == "the" else -1
    joint, noun = name.beside(of), name.beside(of - 1)
    if joint is None or noun is None or joint.lower != "of" or not name.hangs_on(joint):
        return ""
    whose = "members" if name.sort == PLACE else "fighters"
    return BODY if noun.lemma in surroundings()["body"][whose] else ""


def _words(tokens: Sequence[Token]) -> list[Token]:
    """The words of a name, hyphens apart."""
    return [token for token in tokens if token.text != "-"]


Rule = Callable[[Standing], str]
TOLD: tuple[Rule, ...] = (
    _by_apposition,
    _by_place_apposition,
    _by_river,
    _by_division,
    _by_naming,
    _by_body_noun,
    _by_head,
    _by_body_described,
    _by_identification,
    _by_initial,
    _by_age,
    _by_title,
    _by_office,
    _by_person_described,
    _by_given_name,
    _by_base_of,
    _by_director,
    _by_business,
    _by_shares,
    _by_officers,
    _by_rule,
    _by_who,
    _by_life,
    _by_kind,
    _by_base,
    _by_officers_of_place,
    _by_visit,
    _by_origin,
    _by_person_apposition,
    _by_membership,
)
"""What says of which sort a name is, the surest first; each rule gives the sort, or "" where it is silent."""
