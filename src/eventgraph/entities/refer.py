"""Descriptions and pronouns that stand for a name: "the agency", "the border agency", "she".

A description becomes a mention only where exactly one thing of the document fits it; where two fit,
none is taken.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from eventgraph.entities.body_pronouns import body_meant
from eventgraph.entities.candidate import PERSON, offsets
from eventgraph.entities.chains import Book, Chain
from eventgraph.entities.figures import SUBJECTS, Cast, cast_of
from eventgraph.entities.forms import WORD, group_of
from eventgraph.entities.knowledge import gazetteer, name_words, words_in
from eventgraph.entities.mentions import tidy
from eventgraph.entities.pieces import is_body_noun
from eventgraph.entities.posts import Post
from eventgraph.entities.pronouns import person_meant
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Document, Link, Mention
from eventgraph.text.parse import Parsed, Token
from eventgraph.vocabulary import MentionKind, Verdict

DEFINITE = frozenset({"the", "this", "that", "these"})
MOST_MODIFIERS = 5
"""Words between the article and the noun of a description."""
MEMORY = 40
"""Mentions before a description among which it may find what it stands for."""
NEAR = 2
"""Sentences before its own in which a description looks for what it may stand for."""
BELOW = frozenset({"deputy", "vice", "assistant", "associate", "under", "undersecretary", "junior", "former"})
"""Words of a title that make its holder somebody else than the one who has the title without them."""
WHICH = frozenset({"who", "whose", "whom", "that", "which"})
SAYING_WHICH = ("det", "amod", "compound", "poss", "nummod", "prep", "conj", "acl", "relcl")
"""What hangs on a noun that is told apart from others of its kind."""
RECENT = 6
"""Sentences before a title within which its holder must have been named to be meant by it."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A description or pronoun, and the link that says what it stands for and why."""

    mention: Mention
    link: Link


@dataclass(frozen=True, slots=True)
class Reader:
    """What the rules look at: the parsed text, all mentions in order with their chains, and two indexes."""

    parsed: Parsed
    document: Document
    order: tuple[tuple[int, Mention, Chain], ...]
    by_word: dict[str, list[Chain]]
    by_title: dict[str, tuple[Chain, ...]]
    operations: tuple[Chain, ...]
    cast: Cast
    taken: dict[int, Chain]

    def near(self, token: Token, group: str, sentences: int) -> dict[int, tuple[Chain, Mention]]:
        """The chains named before a token in its sentence or so many before it, with their last mention.

        No more than the last `MEMORY` mentions are looked at.
        """
        since = self.parsed.sentences[max(0, token.sentence - sentences)].start
        first = bisect.bisect_left(self.order, since, key=lambda entry: entry[0])
        last = bisect.bisect_left(self.order, token.start, key=lambda entry: entry[0])
        return {
            id(chain): (chain, mention)
            for _, mention, chain in self.order[max(first, last - MEMORY) : last]
            if group_of(mention) == group and mention.end <= token.start
        }


def _reader(parsed: Parsed, document: Document, book: Book, posts: Sequence[Post]) -> Reader:
    members = [(m.mention.start, m.mention, chain) for chain in book.chains for m in chain.members]
    by_word: dict[str, list[Chain]] = {}
    for chain in book.chains:
        if group_of(chain.first) == "body":
            for word in sorted(words_of_chain(chain)):
                by_word.setdefault(word, []).append(chain)
    _note_nouns(parsed, book, by_word)
    return Reader(
        parsed,
        document,
        tuple(sorted(members, key=lambda entry: entry[0])),
        by_word,
        _by_title(parsed, document, book, posts),
        tuple(chain for chain in book.chains if chain.first.type == "operation"),
        cast_of(parsed, book, posts),
        {},
    )


def _note_nouns(parsed: Parsed, book: Book, by_word: dict[str, list[Chain]]) -> None:
    """Remember the nouns right before the names of bodies: "the carmaker" of "the carmaker Larnauto"."""
    for chain in book.chains:
        for one in chain.members:
            if one.candidate is None or group_of(one.mention) != "body" or one.candidate.first == 0:
                continue
            noun = parsed.tokens[one.candidate.first - 1]
            tied = noun.dep == "compound" and one.candidate.first <= noun.head < one.candidate.last
            if tied and noun.pos == "NOUN" and is_body_noun(noun.lower) and noun.lower not in chain.described:
                chain.described.append(noun.lower)
                chains = by_word.setdefault(noun.lower, [])
                if chain not in chains:
                    chains.append(chain)


def find_references(parsed: Parsed, document: Document, book: Book, posts: Sequence[Post]) -> list[Reference]:
    """All descriptions and pronouns that stand for exactly one name, in text order."""
    reader = _reader(parsed, document, book, posts)
    bare = load_lexicon("names")["description"]["bare"]
    found: list[Reference] = []
    for token in parsed.tokens:
        if token.tag in {"PRP", "PRP$"}:
            reference = _pronoun(reader, token)
        elif token.lower in bare and token.tag in {"NN", "NNS", "NNP"}:
            reference = _bare(reader, token) or _description(reader, token)
        elif token.pos == "NOUN" and token.text.islower():
            reference = _description(reader, token)
        else:
            continue
        if reference:
            found.append(reference)
    return found


def _pronoun(reader: Reader, token: Token) -> Reference | None:
    """For "he", "she", "it", "they" and their forms: the one person or body that must be meant."""
    chain = person_meant(reader.cast, token)
    if chain is not None:
        why = (MentionKind.PRONOUN, "pronoun", "{left} is the one person spoken of just before.")
        return _reference(reader, token.start, token.end, chain, why)
    chain = (
        None if reader.cast.quoted(token) else body_meant(reader.parsed, token, partial(_meant_by, reader))
    )
    if chain is None:
        return None
    reader.taken[token.index] = chain
    why = (MentionKind.PRONOUN, "subject", "{left} is the subject that this word refers back to.")
    return _reference(reader, token.start, token.end, chain, why)


def _meant_by(reader: Reader, token: Token) -> Chain | None:
    """The chain of the name, description or pronoun at a token."""
    return reader.taken.get(token.index) or _chain_at(reader, token)


def _by_title(
    parsed: Parsed, document: Document, book: Book, posts: Sequence[Post]
) -> dict[str, tuple[Chain, ...]]:
    """The people by the last word of each title they hold; a deputy's is not that of the one above."""
    found: dict[str, list[Chain]] = {}
    for post in posts:
        start, end = offsets(parsed, post.person)
        chain = book.of.get(f"{document.id}:{start}-{end}")
        words = [token.lower for token in parsed.tokens[post.first : post.last]]
        held = found.setdefault(words[-1], [])
        lower = post.qualifier == "former" or any(word in BELOW for word in words)
        if chain is not None and chain not in held and not lower:
            held.append(chain)
    return {title: tuple(chains) for title, chains in found.items()}


# --- descriptions ------------------------------------------------------------------------------


def _description(reader: Reader, head: Token) -> Reference | None:
    """A description by a noun, such as "the agency", where one thing fits; no noun within a name is one."""
    if _chain_at(reader, head) is not None:
        return None  # "the Larnby field office"
    sort = _sort_of(reader, head)
    named = _apposition(reader, head) if sort == "body" else None
    if named:
        return named
    first = _first_token(reader.parsed, head) if sort else None
    if first is None or _goes_on(reader, head) or _between_commas(reader.parsed, first, head):
        return None
    modifiers = [t.lower for t in reader.parsed.tokens[first + 1 : head.index]]
    if sort == PERSON:
        return _by_post(reader, first, head) if not modifiers else None
    if modifiers and not _two_word_head(head, modifiers):
        return _by_contents(reader, first, head)
    return _by_head(reader, first, head, sort)


def _bare(reader: Reader, head: Token) -> Reference | None:
    """For "police" with no word that says which: the one force that the whole text names."""
    fits = reader.by_word.get(head.lower, ())
    said = reader.parsed.children(head, *SAYING_WHICH)
    free = head.dep in SUBJECTS | {"pobj", "dobj"} and not said and _chain_at(reader, head) is None
    if not free or len(fits) != 1 or fits[0].first.type != "agency":
        return None
    because = f"{{left}} is the one body with the word \u201c{head.lower}\u201d that the text names."
    return _only(reader, (head.index, head), _earlier(fits, head), "bare noun", because)


def _apposition(reader: Reader, head: Token) -> Reference | None:
    """For "the company, Brightwell" and "Brightwell, the company": the name beside the description."""
    first = _first_token(reader.parsed, head)
    beside = reader.parsed.child(head, "appos")
    if beside is not None and reader.parsed.tokens[head.index + 1].text != ",":
        beside = None
    if beside is None and head.dep == "appos":
        beside = reader.parsed.head(head)
    chain = _chain_at(reader, beside) if beside is not None and first is not None else None
    if chain is None or first is None or group_of(chain.first) != "body":
        return None
    _describe(reader, chain, first, head)
    because = "{left} stands beside the description, between commas."
    return _only(reader, (first, head), [chain], "apposition", because)


def _chain_at(reader: Reader, token: Token) -> Chain | None:
    """The chain of the mention that covers a token."""
    at = bisect.bisect_right(reader.order, token.start, key=lambda entry: entry[0]) - 1
    return reader.order[at][2] if at >= 0 and token.start < reader.order[at][1].end else None


def _describe(reader: Reader, chain: Chain, first: int, head: Token) -> None:
    """Remember the words of a description, which may be used again without the name."""
    for token in reader.parsed.tokens[first + 1 : head.index + 1]:
        if token.pos in {"NOUN", "ADJ"} and token.lower not in chain.described:
            chain.described.append(token.lower)
            chains = reader.by_word.setdefault(token.lower, [])
            if chain not in chains:
                chains.append(chain)


def _sort_of(reader: Reader, head: Token) -> str:
    """What a noun may describe: a body, an operation, a person with that title, or ""."""
    words = words_in("names", "description")
    if head.lower in words["agency"] or head.lower in words["organisation"] or head.lower == "force":
        return "body"
    if is_body_noun(head.lower) and head.lower in reader.by_word:
        return "body"
    if head.lower in words["operation"]:
        return "operation"
    return PERSON if head.lower in reader.by_title and head.lower not in words["many"] else ""


def _two_word_head(head: Token, modifiers: Sequence[str]) -> bool:
    return [*modifiers, head.lower] == ["task", "force"]


def _first_token(parsed: Parsed, head: Token) -> int | None:
    """The index of the definite article that a description begins with, or None."""
    index = head.index - 1
    sentence = parsed.sentence_of(head)
    while index >= sentence.first:
        token = parsed.tokens[index]
        if token.lower in DEFINITE:
            return index
        if token.pos not in {"NOUN", "ADJ", "PROPN"} or head.index - index > MOST_MODIFIERS:
            return None
        index -= 1
    return None


def _goes_on(reader: Reader, head: Token) -> bool:
    """Whether words after a noun say which one is meant, or make it part of a longer one."""
    parsed = reader.parsed
    after = parsed.tokens[head.index + 1] if head.index + 1 < len(parsed.tokens) else None
    if after is not None and after.sentence == head.sentence:
        part = after.pos in {"NOUN", "PROPN"} and after.head == head.index
        named = _chain_at(reader, after) is not None
        clauses = [clause.index for clause in parsed.children(head, "acl", "relcl")]
        which = after.index in clauses or after.lower in WHICH
        if after.lower in {"of", "for"} or part or named or which:
            return True
    return head.dep in {"compound", "appos"}


def _between_commas(parsed: Parsed, first: int, head: Token) -> bool:
    """Whether a description explains the word before it, whatever that is: "Larnhub, the company, will"."""
    around = [parsed.tokens[i].text for i in (first - 1, head.index + 1) if 0 <= i < len(parsed.tokens)]
    return around == [",", ","] and parsed.tokens[first - 2].sentence == head.sentence


def words_of_chain(chain: Chain) -> set[str]:
    """All words of all names of a chain, the lexicon's and its descriptions' included, in lower case."""
    known = [thing.name for name in chain.names if (thing := gazetteer().only(name))]
    words = {word.lower() for name in [*chain.names, *known] for word in WORD.findall(name)}
    return words.union(chain.described)


def _earlier(chains: Sequence[Chain], head: Token) -> list[Chain]:
    """Those that are named before a token."""
    return [chain for chain in chains if chain.first.end <= head.start]


def _by_head(reader: Reader, first: int, head: Token, sort: str) -> Reference | None:
    """For "the department": the one body whose name has that word; for "the agency" the one near by."""
    if sort == "operation":
        fits = _earlier(reader.operations, head)
        return _only(
            reader, (first, head), fits, "the operation", "{left} is the one operation named so far."
        )
    generic = head.lower in words_in("names", "description")["generic"]
    fits = _earlier(reader.by_word.get(head.lower, ()), head)
    if fits and not generic:
        if _another(reader, head, fits[0]):
            return None
        because = f"{{left}} is the one name so far with the word \u201c{head.lower}\u201d."
        return _only(reader, (first, head), fits, "head word", because)
    return _last_named(reader, first, head) if generic else None


def _another(reader: Reader, head: Token, chain: Chain) -> bool:
    """Whether a body without a name was called by the same noun since one was named: "a court in Turku"."""
    near = reader.near(head, "body", NEAR)
    since = near[id(chain)][1].end if id(chain) in near else chain.first.end
    between = reader.parsed.tokens_in(since, head.start)
    return any(
        token.lower == head.lower
        and _first_token(reader.parsed, token) is None
        and _chain_at(reader, token) is None
        and token.dep != "compound"
        for token in between[-MEMORY * MEMORY :]
    )


def _last_named(reader: Reader, first: int, head: Token) -> Reference | None:
    """For "the agency", "the company": the one body of that sort that is spoken of near by, named or not."""
    type_ = "agency" if head.lower == "agency" else "organisation"
    fits = [
        chain
        for chain, _ in reader.near(head, "body", NEAR).values()
        if chain.first.type == type_ and _may_be_called(chain, head.lower)
    ]
    if len(fits) != 1 or _another(reader, head, fits[0]) or _unnamed(reader, head, type_):
        return None
    because = f"{{left}} is the one {type_} named in the sentences before."
    return _only(reader, (first, head), fits, "last named", because)


def _unnamed(reader: Reader, head: Token, type_: str) -> bool:
    """Whether a body without a name is spoken of near by, which may be meant: "its procurement office"."""
    parsed, words = reader.parsed, load_lexicon("names")["description"]
    nouns = [*words[type_], *words["further"]]
    since = parsed.sentences[max(0, head.sentence - NEAR)].first
    return any(
        token.tag == "NN"
        and token.lower in nouns
        and token.dep not in {"compound", "appos"}
        and token.index not in reader.taken
        and parsed.child(token, "appos") is None
        and parsed.head(token).lemma != "be"
        and _chain_at(reader, token) is None
        and _chain_at(reader, parsed.tokens[token.index + 1]) is None
        for token in parsed.tokens[max(since, head.index - MEMORY * NEAR) : head.index]
    )


def _may_be_called(chain: Chain, noun: str) -> bool:
    """Whether a body may be called by a noun that fits most: a party or a newspaper is no "company"."""
    words = load_lexicon("names")["description"]["never"]
    last = {name.lower().split()[-1] for name in chain.names} | set(chain.described)
    return last.isdisjoint(words.get(noun, ()))


def _by_contents(reader: Reader, first: int, head: Token) -> Reference | None:
    """For "the federal border protection agency": the one body whose name has those words."""
    known = gazetteer()
    contents: list[str] = []
    places: set[str] = set()
    for token in reader.parsed.tokens[first + 1 : head.index]:
        place = known.only(token.text)
        if token.text in known.demonyms:
            places.add(known.demonyms[token.text])
        elif place and place.type == "location":
            places.add(place.name)
        else:
            contents.append(token.lower)
    if not contents or all(word in name_words().direction or word == head.lower for word in contents):
        return None
    fits = [
        chain
        for chain in reader.by_word.get(contents[0], ())
        if set(contents) <= words_of_chain(chain) and _lies_in(chain, places)
    ]
    because = "The name {left} has all the words of this description, and no other name has."
    return _only(reader, (first, head), fits, "described", because)


def _lies_in(chain: Chain, places: set[str]) -> bool:
    """Whether a body may be one of these countries; unknown counts as yes."""
    within = {thing.within for name in chain.names if (thing := gazetteer().only(name)) and thing.within}
    return not places or not within or bool(places & within)


def _by_post(reader: Reader, first: int, head: Token) -> Reference | None:
    """For "the chief": the one person with that title, where nobody else is called so."""
    fits = _earlier(reader.by_title[head.lower], head)
    if len(fits) != 1 or reader.cast.quoted(head) or _is_somebody_else(reader, head, fits[0]):
        return None
    reader.cast.settled[head.index] = fits[0]
    because = f"{{left}} is the one person with the title \u201c{head.lower}\u201d."
    return _only(reader, (first, head), fits, "title", because)


def _is_somebody_else(reader: Reader, head: Token, chain: Chain) -> bool:
    """Whether a title may mean another: one named right after it, or one without a name called so before."""
    following = reader.parsed.tokens[head.index + 1 : head.index + 3]
    if any(token.index in reader.cast.at for token in following) or reader.parsed.child(head, "appos"):
        return True
    near = reader.near(head, PERSON, RECENT)
    others = reader.cast.described.get(head.lower, ())
    return id(chain) not in near or any(
        index < head.index and index not in reader.cast.settled for index in others
    )


def _only(
    reader: Reader, words: tuple[int, Token], fits: Sequence[Chain], rule: str, because: str
) -> Reference | None:
    """The reference to the one chain that fits, or None."""
    if len(fits) != 1:
        return None
    first, head = words
    reader.taken[head.index] = fits[0]
    return _reference(
        reader, reader.parsed.tokens[first].start, head.end, fits[0], (MentionKind.NOMINAL, rule, because)
    )


def _reference(
    reader: Reader, start: int, end: int, chain: Chain, why: tuple[MentionKind, str, str]
) -> Reference:
    kind, rule, because = why
    document = reader.document
    mention = Mention(
        document.id,
        start,
        end,
        type=chain.first.type,
        name=tidy(document.text[start:end]),
        kind=kind,
        rule=rule,
        protected=chain.members[0].mention.protected,
    )
    left = chain.first.mention_id
    reason = because.format(left=chain.fullest)
    link = Link(left=left, right=mention.mention_id, verdict=Verdict.SAME, score=0.7, by=rule, because=reason)
    return Reference(mention, link)
