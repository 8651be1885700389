"""Names made comparable: keys without accents, articles and forms; acronyms; surnames; slugs."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from rapidfuzz import fuzz

from eventgraph.entities.knowledge import gazetteer
from eventgraph.lexicon import load_lexicon
from eventgraph.text.letters import without_accents

LEAST_NEAR = 94.0
"""rapidfuzz ratio, of 100, from which two names of equal length in words are spellings of one."""
LEAST_ALIKE = 88.0
"""The same, from which it is left to a person."""
LEAST_WORD = 80.0
"""Each pair of words must be at least so alike: one other word is another name."""
LONGEST_ACRONYM = 10
SLUG_LENGTH = 60
SAME_PLACE_LETTERS = 3

BODIES = frozenset({"agency", "organisation"})
PEOPLE = frozenset({"official", "person"})


@cache
def words_of(table: str) -> frozenset[str]:
    """A list of the ``[names]`` table of ``lexicon/link.toml``."""
    return frozenset(load_lexicon("link")["names"][table])


def plain(text: str) -> str:
    """Lower case without accents; letters of other scripts stay."""
    return without_accents(text).casefold()


@cache
def tokens_of(name: str) -> tuple[str, ...]:
    """The words of a name, plain, without points, apostrophes and articles."""
    text = plain(name).replace("\u2019", "'").replace("&", " and ")
    text = re.sub(r"(?<=\w)[.'](?=\w|\s|$|,)", "", text)
    tokens = tuple(re.findall(r"\w+", text))
    return tuple(token for token in tokens if token not in words_of("articles")) or tokens


@cache
def name_key(kind: str, name: str) -> str:
    """What two names of one thing of this type have in common: "Acme, Inc." and "ACME" share one."""
    tokens = list(tokens_of(name))
    if kind in PEOPLE:
        tokens = [t for t in tokens if t not in words_of("honorifics") | words_of("generation_marks")]
    elif kind == "organisation":
        while len(tokens) > 1 and tokens[-1] in words_of("company_forms"):
            tokens.pop()
    elif kind == "operation" and len(tokens) > 1 and tokens[0] in words_of("operation_words"):
        tokens = tokens[1:]
    return " ".join(tokens or tokens_of(name))


def split_country(key: str) -> tuple[str, str]:
    """The country that a body's key begins with ("" if none) and the rest: "us", "coast guard"."""
    tokens = key.split()
    for length in (2, 1):
        country = _adjectives().get(" ".join(tokens[:length]))
        if country and len(tokens) > length:
            return country, " ".join(tokens[length:])
    return "", key


@cache
def _adjectives() -> dict[str, str]:
    """The countries by the words for them that stand before a body's name, as keys."""
    return {
        **{plain(word): land_key(country) for word, country in gazetteer().demonyms.items()},
        **load_lexicon("link")["names"]["countries"],
    }


@cache
def land_key(country: str) -> str:
    """A country's name as compared: "United States", "USA" and "American" are "us"."""
    key = " ".join(tokens_of(country))
    countries: dict[str, str] = load_lexicon("link")["names"]["countries"]
    return countries.get(key, key)


def land_name(key: str) -> str:
    """A country's key as a sentence has it: "us" is "the United States"."""
    names: dict[str, str] = load_lexicon("link")["names"]["land_names"]
    return names.get(key, key.title())


@cache
def body_core(key: str) -> str:
    """A body's key with its kind in one form, so that names of one body share it.

    >>> body_core("larnby police department"), body_core("ministry of defense")
    ('larnby police', 'defence ministry')
    """
    names = load_lexicon("link")["names"]
    words = [names["spellings"].get(word, word) for word in key.split()]
    key = re.sub(r"^(.*?)\b(department|ministry) of (.+)$", r"\1\3 \2", " ".join(words))
    for ending, core in names["kinds"].items():
        if key.endswith(" " + ending):
            return key.removesuffix(ending) + core if core else key.removesuffix(" " + ending)
    return key


@cache
def without_brackets(name: str) -> tuple[str, tuple[str, ...]]:
    """A name without acronyms in brackets, and those acronyms.

    >>> without_brackets("Harbour Crimes (HC) Unit")
    ('Harbour Crimes Unit', ('HC',))
    """
    found = tuple(re.findall(r"\(([A-Z][A-Z.&-]+)\)", name))
    return " ".join(re.sub(r"\([A-Z][A-Z.&-]+\)", " ", name).split()) or name, found


@cache
def is_acronym(name: str) -> bool:
    """Whether a name is one word in capitals, points aside: "LAPD", "F.B.I."."""
    letters = name.replace(".", "").replace("&", "")
    return 1 < len(letters) <= LONGEST_ACRONYM and letters.isalpha() and letters.isupper()


def acronym_key(name: str) -> str:
    """An acronym without its points."""
    return plain(name.replace(".", "").replace("&", ""))


@cache
def initials(key: str) -> str:
    """The first letters of a key's words, without "of", "and", "for", "on"; "" for fewer than three."""
    letters = "".join(word[0] for word in key.split() if word not in words_of("small_words"))
    return letters if len(letters) > 2 else ""  # noqa: PLR2004 (two letters are anybody's initials)


@cache
def is_general(key: str) -> bool:
    """Whether a body's name is of words that many places use: "supreme court"."""
    return all(word in words_of("general") for word in key.split())


def is_national(key: str) -> bool:
    """Whether a body called so is one of a country rather than of a town: "senate", "police" is not."""
    return any(word in words_of("national") for word in key.split())


@cache
def is_placeholder(name: str) -> bool:
    """Whether a name stands for nobody by name: "Victim 1", "Jane Doe", "Minor A", "Company 2"."""
    tokens = re.findall(r"\w+", plain(name))
    if len(tokens) == 1:
        return _one_of_many(tokens[0], words_of("placeholders"))
    for given, last in pairwise(tokens):
        if last in words_of("placeholder_surnames") and given in words_of("placeholder_given"):
            return True
    *before, last = tokens or [""]
    numbered = len(last) == 1 or last.isdecimal() or last in words_of("placeholder_numbers")
    many = words_of("placeholders") | words_of("placeholder_bodies") | words_of("placeholder_surnames")
    return numbered and bool(before) and _one_of_many(before[-1], many)


def _one_of_many(word: str, words: frozenset[str]) -> bool:
    """Whether a word is one of some, or the plural of one."""
    return word in words or word.removesuffix("s") in words


def surname(key: str) -> str:
    """The last word of a person's key."""
    return key.rpartition(" ")[2]


def people_agree(left: str, right: str) -> bool:
    """Whether two full names can be one person's: middle names and initials aside.

    >>> people_agree("john a morton", "j morton"), people_agree("john morton", "jane morton")
    (True, False)
    """
    if left == right:
        return True
    first, second = left.split(), right.split()
    if first[-1] != second[-1]:
        return False
    given, other = spoken_name(first[0]), spoken_name(second[0])
    return given == other or (1 in {len(given), len(other)} and given[0] == other[0])


@cache
def spoken_name(given: str) -> str:
    """A given name in full for its short form: "joe" is "joseph"."""
    short: dict[str, str] = load_lexicon("link")["names"]["short_given"]
    return short.get(given, given)


@cache
def spelling_key(key: str) -> str:
    """What spellings of one name share: the first four letters of each word."""
    return " ".join(word[:4] for word in key.split())


def likeness(left: str, right: str) -> float:
    """How alike two keys are, 0 to 100; 0 where any word is another word."""
    first, second = left.split(), right.split()
    if len(first) != len(second):
        return 0.0
    for word, other in zip(first, second, strict=True):
        if word == other:
            continue
        tells_apart = {word, other} & words_of("distinguishing") or not (word + other).isalpha()
        if tells_apart or fuzz.ratio(word, other) < LEAST_WORD:
            return 0.0
    return fuzz.ratio(left, right)


def slug(name: str) -> str:
    """A name as readable ASCII for an id; "" where no letter has an ASCII form.

    >>> slug("Bureau d'Enquêtes & d'Analyses")
    'bureau-d-enquetes-and-d-analyses'
    """
    text = plain(name.replace("&", " and ")).encode("ascii", "ignore").decode()
    text = re.sub(r"(?<=\b\w)\.(?=\w\b|\s|$|-)", "", text)
    words = re.sub(r"[^a-z0-9]+", "-", text).strip("-")
    return (
        words if len(words) <= SLUG_LENGTH else words[:SLUG_LENGTH].rpartition("-")[0] or words[:SLUG_LENGTH]
    )


def meet(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two lists of containing places share one, abbreviations ("ore", "oregon") included."""
    if left & right:
        return True
    return any(
        min(len(a), len(b)) >= SAME_PLACE_LETTERS and (a.startswith(b) or b.startswith(a))
        for a in left
        for b in right
    )
