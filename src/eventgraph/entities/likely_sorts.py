"""What makes a sort of name likely: its form, the preposition before it, the noun or name beside it."""

from __future__ import annotations

from eventgraph.entities.candidate import BODY, PERSON, PLACE, is_capital
from eventgraph.entities.classify import head_type
from eventgraph.entities.figures import SUBJECTS
from eventgraph.entities.knowledge import gazetteer, name_words
from eventgraph.entities.names import POSSESSIVES
from eventgraph.entities.pieces import surroundings
from eventgraph.entities.standing import Standing
from eventgraph.entities.told_sorts import LOCATIVE, Rule
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Token

LONGEST_INITIALS = 5
"""Letters of an acronym that no person or place has for a name."""
WHITHER = frozenset({"to", "towards", "toward", "through", "into"})


def _by_route(name: Standing) -> str:
    """An unknown name between "from" and "to" a known place: "from Minolta to Goma"."""
    beyond = name.beside(2)
    if name.sort == PLACE or not name.unknown or name.acronym or beyond is None:
        return ""
    route = name.preceding == "from" and name.following == "to"
    return PLACE if route and gazetteer().type_of(beyond.text) == "location" else ""


def _by_place_within(name: Standing) -> str:
    """A person's name, but no given one, that is all that "in" or "near" stands before: "near Larn Crest"."""
    if name.sort != PERSON or not name.unknown or name.acronym or name.given:
        return ""
    return PLACE if _is_within(name) and name.following not in POSSESSIVES else ""


def _is_within(name: Standing) -> bool:
    """Whether "in" or "near" stands before a whole name, and no stake is held or trust put in it."""
    before = name.beside(-1)
    if before is None or before.lower not in LOCATIVE or before.dep != "prep" or not name.hangs_on(before):
        return False
    return name.parsed.head(before).lemma not in load_lexicon("names")["in_body"]["heads"]


def _by_motion(name: Standing) -> str:
    """An unknown name after a verb of motion and "to": "fled to Larn Crest"."""
    before = name.beside(-1)
    if name.sort == PLACE or not name.unknown or name.acronym or name.given or before is None:
        return ""
    if before.dep != "prep" or not name.hangs_on(before):
        return ""
    verb, words = name.parsed.head(before), surroundings()["motion"]
    verb = name.parsed.head(verb) if verb.dep in {"prt", "advmod"} else verb
    if before.lower not in WHITHER or not name.titlecase:
        return ""
    if name.sort == PERSON:
        return PLACE if verb.lemma in words["verbs"] | words["bare"] else ""
    return PLACE if name.single and verb.lemma in words["bare"] else ""


def _by_company(name: Standing) -> str:
    """The known name that "and" joins to a name of one word: "Norway and Larnora"."""
    if not name.single or name.sort == PERSON or name.known:
        return ""
    head = name.parsed.head(name.first)
    if name.first.dep != "conj" or not is_capital(head):
        return ""
    if name.sort == BODY and (head.dep in SUBJECTS or name.parsed.head(head).lower == "between"):
        return ""  # "Norway and Larnora agreed"
    known = gazetteer().type_of(head.text)
    return {"location": PLACE, "agency": BODY, "organisation": BODY}.get(known, "")


def _by_list(name: Standing) -> str:
    """A list that begins with a known place after a preposition of place: "in Antwerp, Larn and Brael"."""
    if name.sort not in {PERSON, BODY} or not name.single or name.given or not name.unknown or name.acronym:
        return ""
    token = name.first
    while token.dep == "conj":
        token = name.parsed.head(token)
    within = token.dep == "pobj" and name.parsed.head(token).lower in surroundings()["place"]["before_lists"]
    listed = within and token is not name.first and gazetteer().type_of(token.text) == "location"
    return PLACE if listed and name.parsed.head(token).lower != "between" and name.titlecase else ""


def _by_capitals(name: Standing) -> str:
    """A short word in capitals is no person and, unless the lexicon knows it, no place."""
    short = name.acronym and name.text.isupper() and len(name.text) <= LONGEST_INITIALS
    return BODY if short and name.sort in {PERSON, PLACE} and not name.known else ""


def _by_noun(name: Standing) -> str:
    """For "the town of" before a name or "river" after it."""
    if name.sort == PLACE or head_type(name.lower):
        return ""
    after, noun = name.beside(1), name.beside(-2)
    if after is not None and after.text in name_words().place_after and name.single:
        return PLACE
    told = name.preceding == "of" and noun is not None and noun.text in name_words().place_of
    return PLACE if told or _is_of_place(name, noun) else ""


def _is_of_place(name: Standing, noun: Token | None) -> bool:
    """Whether an unknown name has what only places have: "the slopes of Larnberg"."""
    if name.preceding != "of" or noun is None or not name.unknown or name.acronym or name.given:
        return False
    joint = name.beside(-1)
    capital = all(token.text.isalpha() and is_capital(token) for token in name.tokens)
    return noun.lower in surroundings()["place"]["parts"] and capital and name.hangs_on(joint)


def _by_preposition(name: Standing) -> str:
    """An unknown name of one word after "in" or "off", "north of", "bound for", "51, of": a place."""
    before, earlier = name.beside(-1), name.beside(-2)
    if name.sort == PLACE or not name.single or name.acronym or not name.unknown:
        return ""
    if before is None or earlier is None:
        return ""
    if not name.sort:
        return PLACE if _is_people_no_demonym(name) and _is_within(name) else ""
    if before.lower == "off" or (before.lower in LOCATIVE and name.sort == BODY):
        return PLACE if _is_within(name) else ""
    whole = name.hangs_on(before)
    person = earlier.label == "PERSON" and name.sort == PERSON and not name.given
    home = before.lower == "of" and (person or _after_age(name, earlier))
    side = before.lower == "of" and earlier.lower in name_words().direction and whole
    bound = before.lower == "for" and earlier.lower in {"bound", "headed"} and whole
    return PLACE if home or side or bound else ""


def _is_people_no_demonym(name: Standing) -> bool:
    """Whether one word was taken for a people's name, though it is a proper noun and no known one."""
    token, never = name.first, surroundings()["place"]["never"]
    people = token.text in gazetteer().demonyms or token.lower in never
    return token.label == "NORP" and token.pos == "PROPN" and not people


def _by_in(name: Standing) -> str:
    """An unknown name of some words that is all that "in" or "near" stands before: "in Kvera Larnli"."""
    if name.sort != BODY or name.single or not name.titlecase or not name.unknown:
        return ""
    return PLACE if _is_within(name) else ""


def _after_age(name: Standing, comma: Token) -> bool:
    """Whether a comma ends an age: "Otto Brandel, 51, of Larnby"."""
    return comma.text == "," and comma.index > 0 and name.parsed.tokens[comma.index - 1].text.isdigit()


def _by_single_given_name(name: Standing) -> str:
    """A given name by itself: "Sophie"; not one that the lexicon knows as something else."""
    beyond = name.beside(2)
    within = name.following == "," and beyond is not None and gazetteer().type_of(beyond.text) == "location"
    single = name.single and name.sort in {BODY, PLACE} and name.first.text.istitle()
    goes_on = (after := name.beside(1)) is not None and after.pos == "PROPN"
    alone = (name.preceding != "the" or goes_on) and not within and name.unknown
    return PERSON if single and alone and name.given else ""


LIKELY: tuple[Rule, ...] = (
    _by_route,
    _by_place_within,
    _by_motion,
    _by_list,
    _by_company,
    _by_capitals,
    _by_noun,
    _by_preposition,
    _by_in,
    _by_single_given_name,
)
"""What makes a sort likely, the surest first; asked only where nothing says it, see `told_sorts.TOLD`."""
