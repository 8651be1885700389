"""The sort of a name, by its own words and by the words beside it: rules, the surest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, takewhile

from eventgraph.entities.candidate import (
    BODY,
    PERSON,
    PLACE,
    Candidate,
    covered,
    is_acronym,
    is_capital,
    tokens_of,
    words_of,
)
from eventgraph.entities.classify import BODY_HEADS, head_type, is_place_name
from eventgraph.entities.gender import is_given_name, is_person_noun
from eventgraph.entities.knowledge import gazetteer, name_words, title_words
from eventgraph.entities.names import ARTICLES, POSSESSIVES
from eventgraph.entities.pieces import (
    FULL_NAME,
    called,
    has_person_form,
    is_body_noun,
    is_piece,
    piece_end,
    root_of,
    surroundings,
)
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token

LOCATIVE = frozenset({"in", "near", "off", "outside"})
FARTHEST = 9
"""Tokens after a name in which the post of its holder is looked for."""
AGE = re.compile(r"[1-9]\d")
"""Years that stand after a name."""
LONGEST_NAME = 4
"""Words of a person's name that a rule takes from the model's bodies and places."""
LONGEST_INITIALS = 5
"""Letters of an acronym that no person or place has for a name."""


def corrected(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Candidates of another sort than the model's, where their words or the words beside them say so."""
    found = []
    for candidate in candidates:
        sort, rule = _sort_by_words(parsed, candidate) if candidate.rule == "model" else ("", "")
        if sort and sort != candidate.sort:
            found.append(Candidate(candidate.first, candidate.last, sort, rule, 1))
    return found


def _sort_by_words(parsed: Parsed, candidate: Candidate) -> tuple[str, str]:
    """The sort that words in or beside a name show, "" for none, and the kind of rule that says so."""
    for name, rules in SORT_RULES.items():
        for rule in rules:
            if sort := rule(parsed, candidate):
                return sort, name
    return "", ""


def _by_apposition(parsed: Parsed, candidate: Candidate) -> str:
    return BODY if candidate.sort != BODY and called(parsed, candidate) else ""


def _by_head(parsed: Parsed, candidate: Candidate) -> str:
    """A head within the name: "Kings Road" is no person, "Larnby General Hospital" no body."""
    lower = [token.lower for token in tokens_of(parsed, candidate)]
    if candidate.sort == PERSON and lower[-1] not in name_words().surname:
        if head_type(lower) in BODY_HEADS:
            return BODY
        return PLACE if is_place_name(lower) else ""
    if candidate.sort == BODY and _is_unknown(parsed, candidate):
        return PLACE if is_place_name(lower) else ""
    return ""


def _by_company(parsed: Parsed, candidate: Candidate) -> str:
    """The known name that "and" joins to a name of one word."""
    if len(candidate) > 1 or candidate.sort == PERSON or gazetteer().find(words_of(parsed, candidate)):
        return ""
    return _sort_beside(parsed, parsed.tokens[candidate.first])


def _by_capitals(parsed: Parsed, candidate: Candidate) -> str:
    """A short word in capitals is no person and, unless the lexicon knows it, no place."""
    if len(candidate) > 1 or candidate.sort not in {PERSON, PLACE}:
        return ""
    words = words_of(parsed, candidate)
    short = words.isupper() and is_acronym(words) and len(words) <= LONGEST_INITIALS
    return BODY if short and not gazetteer().find(words) else ""


def _by_noun(parsed: Parsed, candidate: Candidate) -> str:
    """For "the town of" before a name or "river" after it."""
    if candidate.sort not in {PERSON, BODY} or head_type([t.lower for t in tokens_of(parsed, candidate)]):
        return ""
    after = parsed.tokens[candidate.last].text if candidate.last < len(parsed.tokens) else ""
    if after in name_words().place_after and len(candidate) == 1:
        return PLACE
    before = [token.text for token in parsed.tokens[max(0, candidate.first - 2) : candidate.first]]
    return PLACE if before[1:] == ["of"] and before[0] in name_words().place_of else ""


def _by_age(parsed: Parsed, candidate: Candidate) -> str:
    """An age beside a name of two words: "52-year-old Otto Brandel", "Otto Brandel, 52,"."""
    if not _may_be_person(parsed, candidate):
        return ""
    before = [token.lower for token in parsed.tokens[max(0, candidate.first - 2) : candidate.first]]
    after = [token.text for token in parsed.tokens[candidate.last : candidate.last + 3]]
    aged = len(after) > 2 and after[0] == "," and AGE.fullmatch(after[1]) and after[2] in {",", ".", ";"}  # noqa: PLR2004
    return PERSON if before == ["-", "old"] or aged else ""


def _by_title(parsed: Parsed, candidate: Candidate) -> str:
    """A title right before a name of two words: "minister Ada Quist"."""
    if not _may_be_person(parsed, candidate) or candidate.first == 0:
        return ""
    start = max(parsed.sentence_of(parsed.tokens[candidate.first]).first, candidate.first - LONGEST_NAME)
    words = [token.lower for token in parsed.tokens[start : candidate.first]]
    elect = words[-1:] == ["elect"] and words[-2:-1] == ["-"]
    words = words[:-2] if elect else words
    titled = any(title_words().is_title(tuple(words[place:])) for place in range(len(words)))
    return PERSON if titled else ""


def _by_given_name(parsed: Parsed, candidate: Candidate) -> str:
    """A given name and one more word: "Con Brandel"; not where a place has that name too."""
    first = parsed.tokens[candidate.first].text
    given = _may_be_person(parsed, candidate) and is_given_name(first) and not gazetteer().find(first)
    lower = [token.lower for token in tokens_of(parsed, candidate)]
    return PERSON if given and not is_place_name(lower) else ""


def _by_prepositions(parsed: Parsed, candidate: Candidate) -> str:
    """An unknown name between "from" and "to" a known place, or after "in" where no such person is named."""
    if candidate.sort == PLACE or candidate.first == 0 or candidate.last + 1 >= len(parsed.tokens):
        return ""
    words = words_of(parsed, candidate)
    if gazetteer().find(words) or head_type(words.lower().split()) or is_acronym(words):
        return ""
    before, after = parsed.tokens[candidate.first - 1], parsed.tokens[candidate.last]
    beyond = parsed.tokens[candidate.last + 1].text
    if before.lower == "from" and after.lower == "to" and gazetteer().type_of(beyond) == "location":
        return PLACE
    inside = before.lower in LOCATIVE and candidate.sort == PERSON and not is_given_name(words.split()[0])
    noun = parsed.head(before).lemma not in load_lexicon("names")["in_body"]["heads"]
    whole = before.dep == "prep" and root_of(parsed, candidate).head == before.index
    return PLACE if inside and noun and whole and after.lower not in POSSESSIVES else ""


def _by_description(parsed: Parsed, candidate: Candidate) -> str:
    """A noun for a person right before a name and a comma: "a survivor, Alfani Moor Kalla,"."""
    tokens = parsed.tokens
    if candidate.sort != BODY or candidate.first < FULL_NAME or candidate.last >= len(tokens):
        return ""
    comma, noun = tokens[candidate.first - 1], tokens[candidate.first - 2]
    if comma.text != "," or noun.tag != "NN" or tokens[candidate.last].text != ",":
        return ""
    words = tokens_of(parsed, candidate)
    form = len(words) >= FULL_NAME and has_person_form(words)
    person = is_person_noun(noun.lower) or title_words().is_title((noun.lower,))
    return PERSON if person and form and _is_unknown(parsed, candidate) else ""


def _words(tokens: Sequence[Token]) -> list[Token]:
    """The words of a name, hyphens apart."""
    return [token for token in tokens if token.text != "-"]


def _may_be_person(parsed: Parsed, candidate: Candidate) -> bool:
    """Whether a name that the model takes for something else has the form of a person's."""
    if candidate.sort == PERSON or len(candidate) < FULL_NAME:
        return False
    tokens = tokens_of(parsed, candidate)
    if candidate.first > 0 and parsed.tokens[candidate.first - 1].lower == "the":
        return False
    form = len(_words(tokens)) <= LONGEST_NAME and has_person_form(tokens)
    return form and _is_unknown(parsed, candidate)


def _by_preposition(parsed: Parsed, candidate: Candidate) -> str:
    """An unknown name of one word after "in" or "near", or after a person and "of": a place."""
    token = parsed.tokens[candidate.first]
    if len(candidate) > 1:
        return _by_in(parsed, candidate)
    if candidate.sort not in {BODY, PERSON} or candidate.first < FULL_NAME:
        return ""
    if gazetteer().find(token.text) or head_type([token.lower]) or is_acronym(token.text):
        return ""
    before, earlier = parsed.tokens[candidate.first - 1], parsed.tokens[candidate.first - 2]
    whole = token.head == before.index
    if before.lower == "off" or (before.lower in LOCATIVE and candidate.sort == BODY and whole):
        return PLACE if parsed.head(before).lemma not in load_lexicon("names")["in_body"]["heads"] else ""
    home = before.lower == "of" and (earlier.label == "PERSON" or _after_age(parsed, earlier))
    side = before.lower == "of" and earlier.lower in name_words().direction and token.head == before.index
    bound = before.lower == "for" and earlier.lower in {"bound", "headed"} and token.head == before.index
    return PLACE if home or side or bound else ""


def _by_in(parsed: Parsed, candidate: Candidate) -> str:
    """An unknown name of some words that is all that "in" or "near" stands before: "in Kvera Larnli"."""
    if candidate.sort != BODY or candidate.first == 0 or not _is_unknown(parsed, candidate):
        return ""
    before, noun = parsed.tokens[candidate.first - 1], parsed.head(parsed.tokens[candidate.first - 1])
    form = all(token.text.isalpha() and token.text.istitle() for token in tokens_of(parsed, candidate))
    whole = before.lower in LOCATIVE and root_of(parsed, candidate).head == before.index
    stake = noun.lemma in load_lexicon("names")["in_body"]["heads"]
    return PLACE if form and whole and not stake else ""


def _after_age(parsed: Parsed, comma: Token) -> bool:
    """Whether a comma ends an age: "Otto Brandel, 51, of Larnby"."""
    return comma.text == "," and comma.index > 0 and parsed.tokens[comma.index - 1].text.isdigit()


def _sort_beside(parsed: Parsed, token: Token) -> str:
    """The sort of the known name that "and" joins to a name of one word, or ""."""
    head = parsed.head(token)
    if token.dep != "conj" or not is_capital(head):
        return ""
    known = gazetteer().type_of(head.text)
    return {"location": PLACE, "agency": BODY, "organisation": BODY}.get(known, "")


def places_of(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Places after "the town of", and names such as "Port of Larnby"."""
    at = covered(candidates)
    found = []
    for token in parsed.tokens[1:-1]:
        if token.lower != "of" or not is_piece(parsed.tokens[token.index + 1]):
            continue
        noun, first = parsed.tokens[token.index - 1], token.index + 1
        seen = at.get(first)
        last = seen.last if seen else piece_end(parsed, first, parsed.sentence_of(token).last)
        if is_capital(noun) and noun.lower in name_words().named_of and noun.index not in at:
            found.append(Candidate(noun.index, last, PLACE, "place of", 3))
        elif seen is None and noun.text in name_words().place_of:
            found.append(Candidate(first, last, PLACE, "place of", 1))
    return found


def _is_unknown(parsed: Parsed, candidate: Candidate) -> bool:
    """Whether neither the lexicon nor a head word says what a name is."""
    lower = [token.lower for token in tokens_of(parsed, candidate)]
    return not (gazetteer().find(words_of(parsed, candidate)) or head_type(lower))


def _by_body_noun(parsed: Parsed, candidate: Candidate) -> str:
    """A noun for bodies right before an unknown name: "engine maker Larnpower"."""
    if candidate.sort == BODY or candidate.first == 0 or not _is_unknown(parsed, candidate):
        return ""
    noun = parsed.tokens[candidate.first - 1]
    joined = noun.dep == "compound" and candidate.first <= noun.head < candidate.last
    root = root_of(parsed, candidate)
    joined = joined or (root.dep == "appos" and root.head == noun.index)
    somebody = is_person_noun(noun.lower) and is_given_name(parsed.tokens[candidate.first].text)
    return BODY if joined and noun.pos == "NOUN" and is_body_noun(noun.lower) and not somebody else ""


def _by_base_of(parsed: Parsed, candidate: Candidate) -> str:
    """Where it is based, after an unknown name: "Larnora, based in Palo Alto,"."""
    after = [token.lower for token in parsed.tokens[candidate.last : candidate.last + 3]]
    based = after in ([",", "based", "in"], [",", "headquartered", "in"])
    return BODY if based and candidate.sort != BODY and _is_unknown(parsed, candidate) else ""


def _by_director(parsed: Parsed, candidate: Candidate) -> str:
    """Who leads it, before an unknown name: "the sole director of Larn Crest"."""
    if candidate.sort != PERSON or candidate.first < FULL_NAME or not _is_unknown(parsed, candidate):
        return ""
    of, noun = parsed.tokens[candidate.first - 1], parsed.tokens[candidate.first - 2]
    leads = of.lower == "of" and noun.lemma in surroundings()["body"]["directed"]
    return BODY if leads and not is_given_name(parsed.tokens[candidate.first].text) else ""


def _by_business(parsed: Parsed, candidate: Candidate) -> str:
    """What only bodies have or undergo, or "which" after it: "Larn Crest's customers", "Larnora, which"."""
    token = parsed.tokens[candidate.first]
    if candidate.sort != PERSON or is_given_name(token.text) or not _is_unknown(parsed, candidate):
        return ""
    words, root, tokens = surroundings()["body"], root_of(parsed, candidate), parsed.tokens
    after = [t.lower for t in tokens[candidate.last : candidate.last + 2]]
    head = parsed.head(root)
    owner = root.dep == "poss" and head.lower in words["owned"]
    undergoes = root.dep == "nsubjpass" and head.lemma in words["passive"]
    before = tokens[candidate.first - 2 : candidate.first] if candidate.first > 1 else ()
    held = [t.lower for t in before[1:]] in (["of"], ["in"]) and before[0].lemma in words["held"]
    return BODY if after == [",", "which"] or owner or undergoes or held else ""


def _by_officers(parsed: Parsed, candidate: Candidate) -> str:
    """What only bodies have, after an unknown name of one word: "Larnair CEO Ada Quist"."""
    if candidate.sort != PERSON or len(candidate) > 1 or candidate.last >= len(parsed.tokens):
        return ""
    after = parsed.tokens[candidate.last]
    tied = parsed.tokens[candidate.first].dep in {"compound", "poss", "nmod"}
    fits = tied and after.lower in surroundings()["body"]["after"] and _is_unknown(parsed, candidate)
    return BODY if fits and not is_given_name(parsed.tokens[candidate.first].text) else ""


def _by_rule(parsed: Parsed, candidate: Candidate) -> str:
    """What only those who rule have, after an unknown name of one word: "the Brandel regime"."""
    if candidate.sort not in {BODY, PLACE} or len(candidate) > 1 or candidate.last >= len(parsed.tokens):
        return ""
    token = parsed.tokens[candidate.first]
    fits = parsed.tokens[candidate.last].lower in surroundings()["person"]["after"]
    known = not _is_unknown(parsed, candidate) or token.text in gazetteer().demonyms
    return PERSON if fits and not known and token.text.isalpha() and not token.text.isupper() else ""


def _by_kind(parsed: Parsed, candidate: Candidate) -> str:
    """A noun for a body of people after an unknown name: "the Brandel clan", "M23 rebels"."""
    if candidate.sort == BODY or candidate.last >= len(parsed.tokens):
        return ""
    noun = parsed.tokens[candidate.last]
    tied = root_of(parsed, candidate).head == noun.index and noun.lower in surroundings()["body"]["kinds"]
    return BODY if tied and _is_unknown(parsed, candidate) else ""


def _by_base(parsed: Parsed, candidate: Candidate) -> str:
    """A place that something is based in: "Larnby-based"."""
    after = [token.lower for token in parsed.tokens[candidate.last : candidate.last + 2]]
    based = after in (["-", "based"], ["-", "born"])
    return PLACE if based and candidate.sort != PLACE and _is_unknown(parsed, candidate) else ""


def _by_origin(parsed: Parsed, candidate: Candidate) -> str:
    """A noun for people and "from" before an unknown name: "a fisherman from Larnby"."""
    if candidate.sort == PLACE or candidate.first < FULL_NAME or not _is_unknown(parsed, candidate):
        return ""
    before, noun = parsed.tokens[candidate.first - 1], parsed.tokens[candidate.first - 2]
    whole = before.lower == "from" and root_of(parsed, candidate).head == before.index
    people = noun.pos == "NOUN" and is_person_noun(noun.lemma)
    single = len(candidate) == 1 and not is_acronym(parsed.tokens[candidate.first].text)
    return PLACE if whole and people and single else ""


def _by_person_apposition(parsed: Parsed, candidate: Candidate) -> str:
    """A noun for a person after a comma: "Yumar, a fisherman"."""
    tokens = parsed.tokens
    if candidate.sort == PERSON or candidate.last + 1 >= len(tokens) or tokens[candidate.last].text != ",":
        return ""
    nouns = [t for t in parsed.children(root_of(parsed, candidate), "appos") if t.index > candidate.last]
    either = surroundings()["person"]["either"]
    person = any(n.tag == "NN" and is_person_noun(n.lemma) and n.lemma not in either for n in nouns)
    inside = candidate.first > 0 and tokens[candidate.first - 1].lower in {*LOCATIVE, "at"}
    form = all(token.text.isalpha() and token.text.istitle() for token in tokens_of(parsed, candidate))
    return PERSON if person and form and not inside and _is_unknown(parsed, candidate) else ""


def _by_who(parsed: Parsed, candidate: Candidate) -> str:
    """A clause with "who" after an unknown name: "Ife Brandel-Bright, who speaks for"."""
    after = [token.lower for token in parsed.tokens[candidate.last : candidate.last + 2]]
    told = after == [",", "who"] and candidate.sort in {BODY, PLACE}
    full = len(_words(tokens_of(parsed, candidate))) >= FULL_NAME
    fits = told and full and has_person_form(tokens_of(parsed, candidate))
    return PERSON if fits and _is_unknown(parsed, candidate) else ""


def _by_life(parsed: Parsed, candidate: Candidate) -> str:
    """What only people do or have, beside an unknown name of one word: "Brandel's widow"."""
    token = parsed.tokens[candidate.first]
    if candidate.sort not in {BODY, PLACE} or len(candidate) > 1 or not token.text.istitle():
        return ""
    head, words = parsed.head(token), surroundings()["person"]
    active = token.dep == "nsubj" and head.lemma in words["verbs"]
    passive = token.dep == "nsubjpass" and head.lemma in words["passive"]
    owned = words["owned"] if candidate.sort == BODY else words["owned"] | words["owned_here"]
    owner = token.dep == "poss" and head.lower in owned
    owners = [owner for other in parsed.children(token, "conj") for owner in parsed.children(other, "poss")]
    joined = any(owner.lower in {"his", "her"} for owner in owners)
    return PERSON if (active or passive or owner or joined) and _is_unknown(parsed, candidate) else ""


def _by_membership(parsed: Parsed, candidate: Candidate) -> str:
    """Who belongs to it, before an unknown name: "two former members of Larnlight"."""
    if candidate.sort != PLACE or candidate.first < FULL_NAME or not _is_unknown(parsed, candidate):
        return ""
    of, noun = parsed.tokens[candidate.first - 1], parsed.tokens[candidate.first - 2]
    if of.lower == "the" and candidate.first > FULL_NAME:
        of, noun = noun, parsed.tokens[candidate.first - 3]
    return BODY if of.lower == "of" and noun.lemma in surroundings()["body"]["members"] else ""


def _by_naming(parsed: Parsed, candidate: Candidate) -> str:
    """The noun that gets this name: "a group that calls itself Glass Heron", "a village called Larn"."""
    tokens, words = parsed.tokens, surroundings()["naming"]
    place = candidate.first - 1
    while place > 0 and (tokens[place].lower in words["itself"] or tokens[place].tag in {"``", "''", "IN"}):
        place -= 1
    if place < 1 or tokens[place].lemma not in words["verbs"] or not _is_unknown(parsed, candidate):
        return ""
    noun = parsed.head(tokens[place])
    if noun.pos != "NOUN" or noun.index > place:
        return ""
    if is_body_noun(noun.lower):
        return BODY
    if noun.lemma in words["places"]:
        return PLACE
    return PERSON if is_person_noun(noun.lemma) else ""


def _by_single_given_name(parsed: Parsed, candidate: Candidate) -> str:
    """A given name by itself: "Sophie"; not one that the lexicon knows as something else."""
    token = parsed.tokens[candidate.first]
    single = len(candidate) == 1 and candidate.sort in {BODY, PLACE} and token.text.istitle()
    return PERSON if single and is_given_name(token.text) and _is_unknown(parsed, candidate) else ""


def _by_office(parsed: Parsed, candidate: Candidate) -> str:
    """A post after a comma and a name of two words: "Olin Thames, the special adviser to"."""
    lower = [token.lower for token in tokens_of(parsed, candidate)]
    if not _may_be_person(parsed, candidate) or is_place_name(lower):
        return ""
    tokens, titles = parsed.tokens, title_words()
    limit = parsed.sentence_of(tokens[candidate.first]).last
    if candidate.last + 1 >= limit or tokens[candidate.last].text != ",":
        return ""
    words = [token.lower for token in tokens[candidate.last + 1 : min(limit, candidate.last + FARTHEST)]]
    beside = list(takewhile(lambda w: w in ARTICLES or w in titles.qualifier or w in titles.beside, words))
    pairs = combinations(range(len(beside) + 1), 2)
    return PERSON if any(titles.is_title(tuple(beside[first:last])) for first, last in pairs) else ""


SORT_RULES = {
    "told": (
        _by_apposition,
        _by_naming,
        _by_body_noun,
        _by_head,
        _by_age,
        _by_title,
        _by_office,
        _by_description,
        _by_given_name,
        _by_base_of,
        _by_director,
        _by_business,
        _by_officers,
        _by_rule,
        _by_who,
        _by_life,
        _by_kind,
        _by_base,
        _by_origin,
        _by_person_apposition,
        _by_membership,
    ),
    "context": (
        _by_prepositions,
        _by_company,
        _by_capitals,
        _by_noun,
        _by_preposition,
        _by_single_given_name,
    ),
}
"""What may tell the sort of a name: words that say it, then words that make it likely."""
