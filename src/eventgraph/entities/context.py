"""What the words beside a name say about it: its sort, its limits, and names the model did not see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token

LOCATIVE = frozenset({"in", "near", "off", "outside"})
PROPER = frozenset({"NNP", "NNPS"})
DATES = frozenset({"DATE", "TIME"})
"""The model's labels of what is never part of a name that grows."""
PARTICLES = frozenset(
    {
        "al",
        "bin",
        "bint",
        "da",
        "dal",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "van",
        "von",
        "y",
        "zu",
    }
)
"""What may stand within a person's name in small letters."""
FULL_NAME = 2
"""Words of a given name and a surname."""
MODEL_NUMBER = 3
"""Digits of a number that names a model, fewer than a year has."""
LONGEST_INITIALS = 5
"""Letters of an acronym that no person or place has for a name."""


def is_piece(token: Token) -> bool:
    """Whether a token can be a word of a name."""
    return is_capital(token) and token.pos in {"PROPN", "NOUN", "ADJ"} and token.label not in DATES


def piece_end(parsed: Parsed, index: int, limit: int) -> int:
    """The end of the run of capital words from an index."""
    while index < limit and is_piece(parsed.tokens[index]):
        index += 1
    return index


def corrected(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Candidates of another sort than the model's, where their words or the words beside them say so."""
    found = []
    for candidate in candidates:
        sort = _sort_by_words(parsed, candidate) if candidate.rule == "model" else ""
        if sort and sort != candidate.sort:
            found.append(Candidate(candidate.first, candidate.last, sort, "context", 1))
    return found


def _sort_by_words(parsed: Parsed, candidate: Candidate) -> str:
    """The sort that words in or beside a name show, or ""; the first rule that says something."""
    return next((sort for rule in SORT_RULES if (sort := rule(parsed, candidate))), "")


def _by_apposition(parsed: Parsed, candidate: Candidate) -> str:
    return BODY if candidate.sort != BODY and called(parsed, candidate) else ""


def _by_head(parsed: Parsed, candidate: Candidate) -> str:
    """A head within the name: "Kings Road" is no person, "Larnby General Hospital" no body."""
    lower = [token.lower for token in tokens_of(parsed, candidate)]
    if candidate.sort == PERSON and lower[-1] not in name_words().surname:
        if head_type(lower) in BODY_HEADS:
            return BODY
        return PLACE if is_place_name(lower) else ""
    known = gazetteer().find(words_of(parsed, candidate))
    if candidate.sort == BODY and not known and not head_type(lower):
        return PLACE if is_place_name(lower) else ""
    return ""


def _by_company(parsed: Parsed, candidate: Candidate) -> str:
    """The known name that "and" joins to a name of one word."""
    known = gazetteer().find(words_of(parsed, candidate))
    if len(candidate) > 1 or candidate.sort == PERSON or known:
        return ""
    return _sort_beside(parsed, parsed.tokens[candidate.first])


def _by_capitals(parsed: Parsed, candidate: Candidate) -> str:
    """A short word in capitals is no person and, unless the lexicon knows it, no place."""
    words = words_of(parsed, candidate)
    short = len(candidate) == 1 and words.isupper() and is_acronym(words) and len(words) <= LONGEST_INITIALS
    return BODY if short and candidate.sort in {PERSON, PLACE} and not gazetteer().find(words) else ""


def _by_noun(parsed: Parsed, candidate: Candidate) -> str:
    """For "the town of" before a name or "river" after it."""
    if candidate.sort not in {PERSON, BODY} or head_type([t.lower for t in tokens_of(parsed, candidate)]):
        return ""
    after = parsed.tokens[candidate.last].text if candidate.last < len(parsed.tokens) else ""
    if after in name_words().place_after and len(candidate) == 1:
        return PLACE
    before = [token.text for token in parsed.tokens[max(0, candidate.first - 2) : candidate.first]]
    return PLACE if before[1:] == ["of"] and before[0] in name_words().place_of else ""


def called(parsed: Parsed, candidate: Candidate) -> str:
    """What an apposition calls a name, agency or organisation, or "": "Brightwell, a food company"."""
    last = parsed.tokens[candidate.last - 1]
    described = load_lexicon("names")["description"]
    after = [token.lower for token in parsed.tokens[candidate.last : candidate.last + 2]]
    if after[:1] != [","] or after[-1] not in ARTICLES:
        return ""
    nouns = [child.lower for child in parsed.children(last, "appos")]
    kinds = (kind for kind in ("agency", "organisation") if any(noun in described[kind] for noun in nouns))
    return next(kinds, "")


def _by_age(parsed: Parsed, candidate: Candidate) -> str:
    """An age beside a name of two words: "52-year-old Otto Brandel"."""
    if not _may_be_person(parsed, candidate):
        return ""
    before = [token.lower for token in parsed.tokens[max(0, candidate.first - 2) : candidate.first]]
    return PERSON if before == ["-", "old"] else ""


def _by_title(parsed: Parsed, candidate: Candidate) -> str:
    """A title right before a name of two words: "minister Ada Quist"."""
    if not _may_be_person(parsed, candidate) or candidate.first == 0:
        return ""
    before = parsed.tokens[candidate.first - 1]
    inside = before.sentence == parsed.tokens[candidate.first].sentence
    return PERSON if inside and title_words().is_title((before.lower,)) else ""


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
    return PLACE if inside and noun and before.dep == "prep" and after.lower not in POSSESSIVES else ""


def _by_description(parsed: Parsed, candidate: Candidate) -> str:
    """A noun for a person right before a name and a comma: "a survivor, Alfani Moor Kalla,"."""
    tokens = parsed.tokens
    if candidate.sort != BODY or candidate.first < FULL_NAME or candidate.last >= len(tokens):
        return ""
    words = tokens_of(parsed, candidate)
    form = len(words) >= FULL_NAME and all(t.text.isalpha() and t.text.istitle() for t in words)
    unknown = not gazetteer().find(words_of(parsed, candidate)) and not head_type([t.lower for t in words])
    comma, noun = tokens[candidate.first - 1], tokens[candidate.first - 2]
    beside = comma.text == "," and noun.tag == "NN" and is_person_noun(noun.lower)
    return PERSON if form and unknown and beside and tokens[candidate.last].text == "," else ""


def _may_be_person(parsed: Parsed, candidate: Candidate) -> bool:
    """Whether a name that the model takes for something else has the form of a person's."""
    tokens = tokens_of(parsed, candidate)
    form = len(tokens) == FULL_NAME and all(t.text.isalpha() and t.text.istitle() for t in tokens)
    known = gazetteer().find(words_of(parsed, candidate))
    return candidate.sort != PERSON and form and not known and not head_type([t.lower for t in tokens])


def _by_preposition(parsed: Parsed, candidate: Candidate) -> str:
    """An unknown name of one word after "in" or "near", or after a person and "of": a place."""
    token = parsed.tokens[candidate.first]
    unknown = not gazetteer().find(token.text) and not head_type([token.lower]) and not is_acronym(token.text)
    if (
        len(candidate) > 1
        or candidate.sort not in {BODY, PERSON}
        or candidate.first < FULL_NAME
        or not unknown
    ):
        return ""
    before, earlier = parsed.tokens[candidate.first - 1], parsed.tokens[candidate.first - 2]
    if before.lower == "off" or (before.lower in LOCATIVE and candidate.sort == BODY):
        return PLACE if parsed.head(before).lemma not in load_lexicon("names")["in_body"]["heads"] else ""
    home = before.lower == "of" and (earlier.label == "PERSON" or _after_age(parsed, earlier))
    return PLACE if home else ""


def _after_age(parsed: Parsed, comma: Token) -> bool:
    """Whether a comma ends an age: "Otto Brandel, 51, of Larnby"."""
    return comma.text == "," and comma.index > 0 and parsed.tokens[comma.index - 1].text.isdigit()


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


def _sort_beside(parsed: Parsed, token: Token) -> str:
    """The sort of the known name that "and" joins to a name of one word, or ""."""
    head = parsed.head(token)
    if token.dep != "conj" or not is_capital(head):
        return ""
    known = gazetteer().type_of(head.text)
    return {"location": PLACE, "agency": BODY, "organisation": BODY}.get(known, "")


def without_words(parsed: Parsed, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates without common words that are capital only because they begin a sentence."""
    common = {token.text for token in parsed.tokens if token.text.islower()}
    return [
        c
        for c in candidates
        if c.rule != "model" or not (_is_word(parsed, c, common) or _is_headline(parsed, c))
    ]


def without_products(parsed: Parsed, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates without makers within the name of a product, and without products."""
    return [c for c in candidates if not (_is_product(parsed, c) or _is_vessel(parsed, c))]


def _is_vessel(parsed: Parsed, candidate: Candidate) -> bool:
    """Whether the noun before an unknown name says that it is a ship's: "the trawler Larn Maid"."""
    if candidate.first == 0 or gazetteer().find(words_of(parsed, candidate)):
        return False
    before = parsed.tokens[candidate.first - 1]
    beside = before.sentence == parsed.tokens[candidate.first].sentence
    return beside and before.lower in load_lexicon("names")["vessel"]["nouns"]


def _is_product(parsed: Parsed, candidate: Candidate) -> bool:
    """Whether a model number follows a maker's name or begins the name: "Fairwing F20", "F20 Skimmer"."""
    words = words_of(parsed, candidate)
    if candidate.sort != BODY or candidate.last >= len(parsed.tokens) or is_acronym(words):
        return False
    if words.split()[0].isdigit() and not head_type(words.lower().split()):
        return True
    after = parsed.tokens[candidate.last]
    digits = sum(letter.isdigit() for letter in after.text)
    mixed = after.text[0].isupper() and 0 < digits < len(after.text)
    return (
        after.text.isalnum()
        and after.label not in DATES
        and (mixed or digits == len(after.text) == MODEL_NUMBER)
    )


def _is_headline(parsed: Parsed, candidate: Candidate) -> bool:
    """Whether a name is a piece of a headline in capital words: it ends in a preposition or has a verb."""
    tokens = tokens_of(parsed, candidate)
    if tokens[-1].pos in {"ADP", "PART"}:
        return True
    return candidate.sort == BODY and len(tokens) > FULL_NAME and any(t.tag in {"VBD", "VBZ"} for t in tokens)


def _is_word(parsed: Parsed, candidate: Candidate, common: set[str]) -> bool:
    """Whether a capital at the beginning of a sentence is all that makes a word look like a name."""
    token = parsed.tokens[candidate.first]
    if len(candidate) > 1:
        return False
    first = parsed.sentence_of(token).first
    begins = all(not t.text[0].isalnum() for t in parsed.tokens[first : token.index])
    plain = token.tag not in PROPER and token.pos != "PROPN"
    return begins and (plain or token.lower in common) and not is_acronym(token.text)


def grow_people(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """People whose given name or surname the model left out."""
    at = covered(candidates)
    found = []
    for person in candidates:
        if person.sort != PERSON:
            continue
        first, last = person.first, person.last
        while first > 0 and first - 1 not in at and _is_name_part(parsed, first - 1, person.first):
            first -= 1
        while last < len(parsed.tokens) and last not in at and _is_name_part(parsed, last, person.first):
            last += 1
        if (first, last) != (person.first, person.last):
            found.append(Candidate(first, last, PERSON, "joined", person.weight + 1))
    return found


def with_particles(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Names cut at "de", "van", "bin": "Marina del Pilar Brandel", "Transportes del Larn"."""
    at = covered(candidates)
    found = []
    for person in candidates:
        before = person.first - 1
        cut = parsed.tokens[person.first].text in PARTICLES and person.sort == BODY and before >= 0
        if cut and before not in at and is_piece(parsed.tokens[before]):
            found.append(Candidate(before, person.last, BODY, "joined", person.weight + 1))
        last = person.last
        limit = parsed.sentence_of(parsed.tokens[person.first]).last
        while last + 1 < limit and parsed.tokens[last].text in PARTICLES:
            step = next((i for i in (last + 1, last + 2) if i < limit and is_piece(parsed.tokens[i])), limit)
            between = [t.text for t in parsed.tokens[last + 1 : step]]
            if step >= limit or step in at or any(word not in PARTICLES for word in between):
                break
            last = piece_end(parsed, step, limit)
        if (
            person.sort == PERSON
            and last > person.last
            and all(i not in at for i in range(person.last, last))
        ):
            found.append(Candidate(person.first, last, PERSON, "joined", person.weight + 1))
    return found


def _is_name_part(parsed: Parsed, index: int, within: int) -> bool:
    """Whether a token beside a person's name is a part of it, rather than a title or another name."""
    token, titles = parsed.tokens[index], title_words()
    other = parsed.tokens[within]
    if (
        token.tag != "NNP"
        or not is_capital(token)
        or token.sentence != other.sentence
        or token.text.isupper()
    ):
        return False
    if token.lower in titles.beside or token.lower in titles.courtesy or token.lower in titles.qualifier:
        return False
    if index < within and token.lower in titles.plurals:
        return False
    linked = token.dep == "compound" and token.head > index and parsed.tokens[token.head].label == "PERSON"
    return token.text.isalpha() and (linked or parsed.head(other).index == index or token.head == within)


def runs(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Runs of capital words that the model did not see, where a head or a title says what they are."""
    at = covered(candidates)
    found = []
    index = 0
    while index < len(parsed.tokens):
        last = _run_end(parsed, index, at)
        if last > index:
            candidate = _run(parsed, index, last)
            if candidate:
                found.append(candidate)
        index = max(last, index + 1)
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
        if not proper and not hyphen:
            break
        end += 1
    return end


def _run(parsed: Parsed, first: int, last: int) -> Candidate | None:
    """A run of capital words as a candidate, if its words or the title before it say what it is."""
    tokens = parsed.tokens[first:last]
    lower = [token.lower for token in tokens]
    begin = _titles_end(lower)
    named = lower[begin:]
    if begin and named and all(word.isalpha() for word in named) and not head_type(named):
        return Candidate(first + begin, last, PERSON, "after title", 1)
    if called(parsed, Candidate(first, last, "")):
        return Candidate(first, last, BODY, "apposition", 1)
    if len(lower) == 1:
        article = first > 0 and parsed.tokens[first - 1].lower == "the"
        acronym = article and tokens[0].text.isupper() and is_acronym(tokens[0].text)
        return Candidate(first, last, BODY, "acronym", 1) if acronym else None
    if head_type(lower) in BODY_HEADS:
        return Candidate(first, last, BODY, "head", 1)
    return Candidate(first, last, PLACE, "head", 1) if is_place_name(lower) else None


def _titles_end(words: Sequence[str]) -> int:
    """How many words of titles and courtesy begin a run of words."""
    titles = title_words()
    index = 0
    while index < len(words) and (words[index] in titles.courtesy or titles.is_title((words[index],))):
        index += 1
    return index


SORT_RULES = (
    _by_apposition,
    _by_head,
    _by_age,
    _by_title,
    _by_description,
    _by_given_name,
    _by_prepositions,
    _by_company,
    _by_capitals,
    _by_noun,
    _by_preposition,
)
"""What may tell the sort of a name, the surest first."""
