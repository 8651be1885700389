"""Names that the model did not see: runs of capital words, where something says what they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from eventgraph.entities.candidate import BODY, PERSON, PLACE, Candidate, covered, is_acronym, is_capital
from eventgraph.entities.classify import BODY_HEADS, head_type, is_place_name
from eventgraph.entities.gender import is_given_name, is_person_noun
from eventgraph.entities.knowledge import gazetteer, name_words, title_words
from eventgraph.entities.names import POSSESSIVES, SHORT, is_shouting
from eventgraph.entities.pieces import (
    DATES,
    FULL_NAME,
    PROPER,
    are_one_subject,
    calendar,
    called,
    has_person_form,
    is_body_noun,
    is_particle,
    named_as,
    root_of,
    surroundings,
)
from eventgraph.text.parse import Parsed

AGE = re.compile(r"[1-9]\d?")
"""Years, or months and weeks of an infant, after a name."""
ROMAN = re.compile(r"[IVXLCDM]+")
"""A number in Roman letters."""
LONGEST_TITLE = 4
"""Words of a title before a run that ends it."""
ACTING = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "poss", "conj", "appos"})
"""What an acronym that names a body is in its sentence."""


def runs(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Runs of capital words that the model did not see, where a head or a title says what they are."""
    at = covered(candidates)
    found = []
    position = 0
    for token in parsed.capitals:
        if token.index < position or token.tag not in PROPER:
            continue
        position = _run_end(parsed, token.index, at)
        candidate = _run(parsed, token.index, position) if position > token.index else None
        if candidate:
            found.append(candidate)
    return found


def _run_end(parsed: Parsed, index: int, at: dict[int, Candidate]) -> int:
    """The end of the run of unseen proper nouns that begins at an index; hyphens stand within it."""
    end = index
    while (
        end < len(parsed.tokens)
        and end not in at
        and parsed.tokens[end].sentence == parsed.tokens[index].sentence
    ):
        token = parsed.tokens[end]
        proper = token.tag in PROPER and is_capital(token) and token.label not in DATES
        hyphen = (
            token.text == "-"
            and end > index
            and end + 1 < len(parsed.tokens)
            and is_capital(parsed.tokens[end + 1])
        )
        particle = is_particle(token) and end > index and _goes_on(parsed, end + 1)
        if not proper and not hyphen and not particle:
            break
        end += 1
    return end


def _goes_on(parsed: Parsed, index: int) -> bool:
    """Whether a word of a name follows a particle."""
    tokens = parsed.tokens[index : index + 1]
    return any(token.tag in PROPER and is_capital(token) for token in tokens)


def _run(parsed: Parsed, first: int, last: int) -> Candidate | None:
    """A run of capital words as a candidate, by the first rule that says what it is."""
    return next((found for rule in RUN_RULES if (found := rule(parsed, first, last))), None)


def _after_title(parsed: Parsed, first: int, last: int) -> Candidate | None:
    """A title at the front of the run or right before it: "Sgt. Otto M. Brandel Jr."."""
    lower = [token.lower for token in parsed.tokens[first:last]]
    begin = _titles_end(lower) or _title_into(parsed, first, last)
    begin = begin or int(len(lower) > FULL_NAME and is_person_noun(lower[0]))
    before = parsed.tokens[first - 1] if first else None
    noun = before is not None and (
        (before.pos == "NOUN" and is_person_noun(before.lower)) or before.lower in title_words().courtesy
    )
    called_so = noun and not is_acronym(parsed.tokens[first].text)
    fits = (begin > 0 or called_so) and _has_form(parsed, first + begin, last, told=True)
    return Candidate(first + begin, last, PERSON, "after title", 1) if fits else None


def _has_form(parsed: Parsed, first: int, last: int, *, told: bool = False) -> bool:
    """Whether words have the form of a person's name, and no head of a body or a place.

    A head that is a surname too ("Marsh") does not count after a given name or where a person is ``told``.
    """
    tokens = parsed.tokens[first:last]
    lower = [token.lower for token in tokens]
    if not has_person_form(tokens):
        return False
    surname = len(lower) > 1 and lower[-1] in name_words().surname
    person = surname and (told or is_given_name(tokens[0].text))
    return person or not (head_type(lower) or is_place_name(lower))


def _with_age(parsed: Parsed, first: int, last: int) -> Candidate | None:
    """An age beside a name of two words or more: "Tesmay Brandel, 29,", "six-month-old Otis Marsh"."""
    before = [token.lower for token in parsed.tokens[max(0, first - 2) : first]]
    after = [token.lower for token in parsed.tokens[last : last + 3]]
    number = len(after) > 2 and after[0] == "," and AGE.fullmatch(after[1]) is not None  # noqa: PLR2004
    young = before == ["-", "old"] or (number and after[2] in {"months", "weeks", "days"})
    aged = number and after[2] in {",", ".", ";"}
    told = young or (aged and len(after[1]) > 1)
    fits = (young or aged) and last - first >= FULL_NAME and _has_form(parsed, first, last, told=told)
    return Candidate(first, last, PERSON, "age", 1) if fits else None


def _with_given_name(parsed: Parsed, first: int, last: int) -> Candidate | None:
    """A given name and more words."""
    given = parsed.tokens[first].text
    full = last - first >= FULL_NAME and is_given_name(given) and not gazetteer().find(given)
    return (
        Candidate(first, last, PERSON, "given name", 1) if full and _has_form(parsed, first, last) else None
    )


def _as_named(parsed: Parsed, first: int, last: int) -> Candidate | None:
    """What somebody is named as: "police identified the victim as Tesmay Brandel"."""
    fits = last - first >= FULL_NAME and named_as(parsed, first) and _has_form(parsed, first, last)
    return Candidate(first, last, PERSON, "after title", 1) if fits else None


def _with_description(parsed: Parsed, first: int, last: int) -> Candidate | None:
    """What an apposition calls it: "Yumar, a fisherman", "Larnpower, the company"."""
    candidate = Candidate(first, last, "")
    if called(parsed, candidate):
        return Candidate(first, last, BODY, "apposition", 1)
    root = root_of(parsed, candidate)
    beside = [token for token in parsed.children(root, "appos") if token.index >= last]
    person = any(token.pos == "NOUN" and is_person_noun(token.lemma) for token in beside)
    fits = person and parsed.tokens[last].text == "," and _has_form(parsed, first, last)
    return Candidate(first, last, PERSON, "apposition", 1) if fits else None


def _after_body_noun(parsed: Parsed, first: int, last: int) -> Candidate | None:
    return Candidate(first, last, BODY, "told", 1) if _described(parsed, first, last) else None


def _before_body_noun(parsed: Parsed, first: int, last: int) -> Candidate | None:
    """A noun for a body of people after it: "the Eastside Vipers gang"."""
    noun = parsed.tokens[last] if last < len(parsed.tokens) else None
    kind = noun is not None and noun.lower in surroundings()["body"]["kinds"]
    tied = noun is not None and parsed.tokens[last - 1].head == noun.index
    return Candidate(first, last, BODY, "told", 1) if kind and tied else None


def _of_members(parsed: Parsed, first: int, last: int) -> Candidate | None:
    """What somebody is a member of or works with: "members of the Larn Vipers", "a lawyer with Open Larn"."""
    before = first - 1 if first and parsed.tokens[first - 1].lower != "the" else first - 2
    if before < 1:
        return None
    joint, noun = parsed.tokens[before], parsed.tokens[before - 1]
    member = joint.lower == "of" and noun.lemma in surroundings()["body"]["members"]
    works = joint.lower in {"with", "at", "for"} and noun.pos == "NOUN" and is_person_noun(noun.lemma)
    post = title_words().is_title(tuple(token.lower for token in parsed.tokens[first:last]))
    several = last - first >= FULL_NAME and not is_given_name(parsed.tokens[first].text) and not post
    return Candidate(first, last, BODY, "told", 1) if member or (works and several) else None


def _acronym(parsed: Parsed, first: int, last: int) -> Candidate | None:
    """A word in capitals among others that are not: "agents of the LHB", "Ruritania's DIIK"."""
    token = parsed.tokens[first]
    if last - first > 1 or not token.text.isupper() or not is_acronym(token.text):
        return None
    before = parsed.tokens[first - 1] if first else None
    article = before is not None and (before.lower == "the" or before.text in POSSESSIVES)
    acts = token.dep in ACTING and len(token.text) > SHORT and not is_shouting(parsed, token)
    modified = any(child.lower != "the" for child in parsed.children(token, "det", "amod", "nummod"))
    other = token.lower in surroundings()["acronym"]["never"] or not token.text.isalpha()
    other = other or ROMAN.fullmatch(token.text) is not None
    fits = (article or (acts and not modified)) and not other
    return Candidate(first, last, BODY, "acronym", 1) if fits else None


def _after_in(parsed: Parsed, first: int, last: int) -> Candidate | None:
    """What stands after "in" or "near" in running text: "police in Novi Larn"; no number follows it."""
    before, words = parsed.tokens[first - 1] if first else None, surroundings()["place"]
    if before is None or before.dep != "prep" or before.lower not in words["before"]:
        return None
    tokens = parsed.tokens[first:last]
    form = all(t.text.isalpha() and t.text.istitle() and t.text not in gazetteer().demonyms for t in tokens)
    whole = root_of(parsed, Candidate(first, last, "")).head == before.index
    running = parsed.head(before).text.islower() and tokens[0].lower not in words["never"] | calendar()
    goes_on = last < len(parsed.tokens) and (
        parsed.tokens[last].lower == "of" or parsed.tokens[last].text[0].isdigit()
    )
    fits = form and whole and running and not goes_on
    return Candidate(first, last, PLACE, "context", 1) if fits else None


def _beside_place(parsed: Parsed, first: int, last: int) -> Candidate | None:
    """What a comma or "and" joins to a known place after a preposition: "in Antwerp, Larn and Brael"."""
    above = root_of(parsed, Candidate(first, last, ""))
    if above.dep != "conj":
        return None
    while above.dep == "conj":
        above = parsed.head(above)
    known = gazetteer().type_of(above.text) == "location" and parsed.tokens[above.index - 1].tag not in PROPER
    within = above.dep == "pobj" and parsed.head(above).lower in surroundings()["place"]["before_lists"]
    form = all(t.text.isalpha() and t.text.istitle() for t in parsed.tokens[first:last])
    ends = last >= len(parsed.tokens) or parsed.tokens[last].text in {",", ".", "and", ";"}
    whole = parsed.tokens[first].text not in gazetteer().demonyms
    return (
        Candidate(first, last, PLACE, "context", 1) if known and within and form and ends and whole else None
    )


def _by_head(parsed: Parsed, first: int, last: int) -> Candidate | None:
    """The head of a body or a place within it."""
    lower = [token.lower for token in parsed.tokens[first:last]]
    if len(lower) == 1:
        return None
    owned = first > 0 and parsed.tokens[first - 1].text in POSSESSIVES and lower[-1] in name_words().owned
    if owned or head_type(lower) in BODY_HEADS:
        return Candidate(first, last, BODY, "head", 1)
    return Candidate(first, last, PLACE, "head", 1) if is_place_name(lower) else None


def _described(parsed: Parsed, first: int, last: int) -> bool:
    """Whether a noun for bodies stands before a run of capital words: "its division, Larnpower"."""
    noun = parsed.tokens[first - 1] if first else None
    if noun is not None and noun.text == "," and first > 1:
        noun = parsed.tokens[first - 2]
    if noun is None or noun.pos != "NOUN" or not is_body_noun(noun.lower):
        return False
    run = range(first, last)
    roots = [token for token in parsed.tokens[first:last] if token.head not in run]
    tied = noun.dep == "compound" and noun.head in run and noun.index == first - 1
    subject = noun.index == first - 1 and any(are_one_subject(parsed, noun, root) for root in roots)
    return tied or subject or any(root.dep == "appos" and root.head == noun.index for root in roots)


def _title_into(parsed: Parsed, first: int, last: int) -> int:
    """How many words of a run end a title that begins before it: "Commissioner of Police Bode Brandel"."""
    titles = title_words()
    for start in range(max(0, first - LONGEST_TITLE), first):
        for end in range(first + 1, last):
            if titles.is_title(tuple(token.lower for token in parsed.tokens[start:end])):
                return end - first
    return 0


def _titles_end(words: Sequence[str]) -> int:
    """How many words of titles and courtesy begin a run of words: "Executive Vice-President"."""
    titles, index = title_words(), 0
    while index < len(words):
        lengths = range(min(LONGEST_TITLE, len(words) - index), 0, -1)
        step = next((n for n in lengths if titles.is_title(tuple(words[index : index + n]))), 0)
        if not step and words[index] not in titles.courtesy:
            break
        index += step or 1
    return index


Rule = Callable[[Parsed, int, int], Candidate | None]
RUN_RULES: tuple[Rule, ...] = (
    _after_title,
    _as_named,
    _with_description,
    _after_body_noun,
    _before_body_noun,
    _of_members,
    _acronym,
    _with_age,
    _with_given_name,
    _by_head,
    _beside_place,
    _after_in,
)
"""What may tell what a run of capital words is, the surest first."""
