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
    if name.sort != PERSON or not name.unknown or name.acronym or name.given or before is None:
        return ""
    goes = before.lower == "to" and before.dep == "prep" and name.hangs_on(before)
    return PLACE if goes and name.parsed.head(before).lemma in surroundings()["motion"]["verbs"] else ""


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


def _by_capitals(name: Standing) -> str:
    """A short word in capitals is no person and, unless the lexicon knows it, no place."""
    short = name.acronym and name.text.isupper() and len(name.text) <= LONGEST_INITIALS
    return BODY if short and name.sort in {PERSON, PLACE} and not name.known else ""


def _by_noun(name: Standing) -> str:
    """For "the town of" before a name or "river" after it."""
    if name.sort not in {PERSON, BODY} or head_type(name.lower):
        return ""
    after, noun = name.beside(1), name.beside(-2)
    if after is not None and after.text in name_words().place_after and name.single:
        return PLACE
    told = name.preceding == "of" and noun is not None and noun.text in name_words().place_of
    return PLACE if told else ""


def _by_preposition(name: Standing) -> str:
    """An unknown name of one word after "in" or "off", "north of", "bound for", "51, of": a place."""
    before, earlier = name.beside(-1), name.beside(-2)
    if name.sort not in {BODY, PERSON} or not name.single or name.acronym or not name.unknown:
        return ""
    if before is None or earlier is None:
        return ""
    if before.lower == "off" or (before.lower in LOCATIVE and name.sort == BODY):
        return PLACE if _is_within(name) else ""
    whole = name.hangs_on(before)
    person = earlier.label == "PERSON" and name.sort == PERSON and not name.given
    home = before.lower == "of" and (person or _after_age(name, earlier))
    side = before.lower == "of" and earlier.lower in name_words().direction and whole
    bound = before.lower == "for" and earlier.lower in {"bound", "headed"} and whole
    return PLACE if home or side or bound else ""


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
    _by_company,
    _by_capitals,
    _by_noun,
    _by_preposition,
    _by_in,
    _by_single_given_name,
)
"""What makes a sort likely, the surest first; asked only where nothing says it, see `told_sorts.TOLD`."""
