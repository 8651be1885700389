"""Names within a document that mean one thing: acronyms, shorter forms, surnames.

Each rule is a pair of keys: what a mention *asks* for and what it *offers* to later ones. Two mentions
are the same where one asks for what the other offers; where two different things offer it, neither is
taken. So the cost grows with the number of mentions, however many share a name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from eventgraph.entities.acronyms import spells
from eventgraph.entities.aliases import is_alias
from eventgraph.entities.candidate import is_acronym, offsets
from eventgraph.entities.forms import (
    acronym_of,
    bare_surname,
    given_name,
    group_of,
    initials,
    known_as,
    long_surname,
    nickname,
    plain,
    shared_name,
    shared_names,
    short_form,
    surname,
    word_sets,
)
from eventgraph.entities.knowledge import gazetteer
from eventgraph.entities.mentions import Named
from eventgraph.entities.posts import Post, is_private
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Link, Mention
from eventgraph.text.parse import Parsed
from eventgraph.vocabulary import Verdict

MOST_OFFERS = 3
"""Chains remembered for a key; more than one is a tie whatever their number."""
NAMES_KEPT = 2**12
"""Names whose keys are remembered; texts name the same ones over and over."""
Keys = Callable[[Named], Iterable[str]]
"""What a name asks for or offers, by its words and its type alone."""


@dataclass(frozen=True, slots=True)
class Rule:
    """When two names mean one thing: keys asked for and offered, a score and a reason.

    ``bare`` allows only chains that have no full name yet.
    """

    name: str
    asks: Keys
    offers: Keys
    score: float
    because: str
    bare: bool = False


_Pairs = tuple[tuple[Rule, str], ...]
"""Rules with a key each."""


@dataclass(eq=False, slots=True)
class Chain:
    """Mentions of one thing, in the order they were found.

    ``names`` are its different names, ``fullest`` the longest, ``described`` the words of descriptions
    beside a name. ``gender`` is that of the pronouns used
    for it, "" while none is; ``known`` is which thing of the lexicon it is, "" while that is open;
    ``spelt`` has the first mention of each spelling.
    """

    members: list[Named] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    described: list[str] = field(default_factory=list)
    fullest: str = ""
    gender: str = ""
    known: str = ""
    spelt: dict[str, Mention] = field(default_factory=dict)

    @property
    def first(self) -> Mention:
        """The first mention."""
        return self.members[0].mention

    def add(self, named: Named) -> None:
        """Add a mention."""
        name = named.mention.name
        self.members.append(named)
        if len(name) > len(self.fullest):
            self.fullest = name
        if name not in self.spelt:
            self.names.append(name)
            self.spelt[name] = named.mention
            self.known = self.known or _known(named)

    def best_type(self) -> str:
        """The type of the thing: the best founded of its mentions; an official stays one."""
        if any(member.mention.type == "official" for member in self.members):
            return "official"
        full = [m for m in self.members if not is_acronym(m.mention.name)]
        told = max((member.sure for member in full), default=0) > 1
        return max(full if told else self.members, key=lambda m: m.sure).mention.type


@dataclass(slots=True)
class Book:
    """The chains of a document and what they offer."""

    chains: list[Chain] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    of: dict[str, Chain] = field(default_factory=dict)
    _offers: dict[tuple[str, str, str], list[Chain]] = field(default_factory=dict)

    def add(self, named: Named) -> None:
        """Put a mention into the one chain that a rule finds, or into a new one."""
        found = self._find(named)
        if found is None:
            chain = Chain()
            self.chains.append(chain)
        else:
            rule, chain = found
            left = (
                chain.spelt.get(named.mention.name, chain.first) if rule.name == "same name" else chain.first
            )
            self.links.append(link(left, named.mention, rule, chain.fullest))
        self._join(named, chain)

    def _join(self, named: Named, chain: Chain) -> None:
        chain.add(named)
        self.of[named.mention.mention_id] = chain
        group = group_of(named.mention) + named.place
        for rule, key in _keys_of(named.mention.type, named.mention.name)[1]:
            known = self._offers.setdefault((rule.name, group, key), [])
            if len(known) < MOST_OFFERS and chain not in known:
                known.append(chain)

    def put(self, named: Named, chain: Chain, rule: Rule) -> None:
        """Put a mention into a chain that is known to be its own."""
        self.links.append(link(chain.first, named.mention, rule, chain.fullest))
        self._join(named, chain)

    def _find(self, named: Named) -> tuple[Rule, Chain] | None:
        """The rule and the one chain it finds; what the lexicon knows as two things is never one."""
        group, thing = group_of(named.mention) + named.place, _known(named)
        for rule, key in _keys_of(named.mention.type, named.mention.name)[0]:
            known = self._offers.get((rule.name, group, key), [])
            if not known:
                continue
            if thing:
                name = named.mention.name
                known = [c for c in known if c.known in {"", thing} or name in c.spelt]
            if rule.bare:
                known = [chain for chain in known if " " not in chain.fullest]
            if len(known) == 1:
                return rule, known[0]
            if known:
                return None
        return None


@lru_cache(maxsize=NAMES_KEPT)
def _keys_of(kind: str, name: str) -> tuple[_Pairs, _Pairs]:
    """The rules with the keys that a name of this type asks for and offers."""
    named = Named(Mention("", 0, 0, type=kind, name=name), None, 0)
    rules = PERSON_RULES if group_of(named.mention) == "person" else RULES
    found = {keys: tuple(keys(named)) for rule in rules for keys in (rule.asks, rule.offers)}
    asked = tuple((rule, key) for rule in rules for key in found[rule.asks])
    offered = tuple((rule, key) for rule in rules for key in found[rule.offers])
    return asked, offered


def _known(named: Named) -> str:
    """Which one thing of the lexicon a name is, "" for people and where it is none or one of several."""
    return "" if group_of(named.mention) == "person" else next(iter(known_as(named)), "")


def link(left: Mention, right: Mention, rule: Rule, name: str) -> Link:
    """The link that a rule makes between two mentions."""
    because = rule.because.format(left=name, right=right.name)
    return Link(
        left=left.mention_id,
        right=right.mention_id,
        verdict=Verdict.SAME,
        score=rule.score,
        by=rule.name,
        because=because,
    )


def chain_names(text: str, named: Sequence[Named]) -> Book:
    """The chains of all mentions by name, with the links between them."""
    book = Book()
    for place, one in enumerate(named):
        before = named[place - 1] if place else None
        if before is not None and _introduces(text, before.mention, one.mention):
            book.put(one, book.of[before.mention.mention_id], IN_BRACKETS)
        elif before is not None and _is_alias_of(text, before.mention, one.mention):
            book.put(one, book.of[before.mention.mention_id], ALIAS)
        else:
            book.add(one)
    return book


def _is_alias_of(text: str, name: Mention, other: Mention) -> bool:
    """Whether the text gives somebody a second name: "Otto Brandel, alias “El Búho”"."""
    people = group_of(name) == "person" == group_of(other)
    return people and other.rule == "alias" and is_alias(text[name.end : other.start])


def _introduces(text: str, name: Mention, short: Mention) -> bool:
    """Whether an acronym stands in brackets right after the name of a body: "Criminal Police (LKA)"."""
    bodies = group_of(name) == "body" == group_of(short) and is_acronym(short.name)
    beside = text[name.end : short.start].strip() == "(" and text[short.end : short.end + 1] == ")"
    known, other = gazetteer().only(short.name), gazetteer().only(name.name)
    clash = known and other and known != other and not _spells(name, short)
    return bodies and beside and not is_acronym(name.name) and not clash


def _spells(name: Mention, short: Mention) -> bool:
    """Whether the initials of a name make the acronym: "Ruritanian Armed Forces (RAF)"."""
    return spells([letter for letter in short.name.lower() if letter.isalpha()], name.name.split())


def settle_types(book: Book) -> None:
    """Give all mentions of a chain its one type, and protect all if one is protected."""
    for chain in book.chains:
        type_ = chain.best_type()
        protected = any(member.mention.protected for member in chain.members)
        chain.members = [member.with_type(type_, protected=protected) for member in chain.members]


def share_office(parsed: Parsed, book: Book) -> None:
    """Make the successor or predecessor of an official one too: "Quist replaces Otto Brandel"."""
    verbs = load_lexicon("names")["relation"]["succeeds"]
    heads = {
        m.candidate.last - 1: c
        for c in book.chains
        for m in c.members
        if m.candidate and m.mention.type in PEOPLE
    }
    for token in parsed.tokens:
        if token.pos == "VERB" and token.lemma in verbs:
            subject, other = parsed.child(token, "nsubj"), parsed.child(token, "dobj")
            if subject and subject.lower == "who":
                subject = parsed.head(token)
            pair = [heads.get(t.index) for t in (subject, other) if t]
            chains = [chain for chain in pair if chain]
            if len(chains) == 2 and any(chain.best_type() == "official" for chain in chains):  # noqa: PLR2004 (a pair)
                for chain in chains:
                    chain.members[0] = chain.members[0].with_type("official", protected=chain.first.protected)


def take_office(parsed: Parsed, document: str, book: Book, posts: Iterable[Post]) -> None:
    """Make those officials who hold a post of what has turned out to be an agency: "CAD Director Quist"."""
    for post in posts:
        places = [offsets(parsed, one) for one in (post.person, post.body) if one is not None]
        chains = [book.of.get(f"{document}:{start}-{end}") for start, end in places]
        person, body = (*chains, None)[:2]
        agency = body is not None and body.best_type() == "agency"
        if person and agency and person.best_type() == "person" and not is_private(parsed, post):
            person.members[0] = person.members[0].with_type("official", protected=person.first.protected)


PEOPLE = frozenset({"person", "official"})
PERSON_RULES = (
    Rule(
        "surname",
        bare_surname,
        surname,
        0.9,
        "“{right}” is the surname of {left}, the one person of that name so far.",
    ),
    Rule("same name", plain, plain, 1.0, "Both are written “{right}”."),
    Rule(
        "full name",
        surname,
        bare_surname,
        0.8,
        "“{right}” is the full name of the one {left} so far.",
        bare=True,
    ),
    Rule(
        "last words",
        plain,
        long_surname,
        0.9,
        "“{right}” are the last words of {left}, the one person of that name so far.",
    ),
    Rule(
        "given name",
        bare_surname,
        given_name,
        0.7,
        "“{right}” is the given name of {left}, the one person of that name so far.",
    ),
)
ALIAS = Rule("alias", plain, plain, 0.95, "The text says that {left} is called “{right}” too.")
IN_BRACKETS = Rule(
    "in brackets", plain, plain, 0.97, "“{right}” stands in brackets after {left}, as its short form."
)
RULES = (
    Rule("same name", plain, plain, 1.0, "Both are written “{right}”."),
    Rule("nickname", nickname, nickname, 0.95, "“{right}” is the nickname of {left}."),
    Rule("lexicon", known_as, known_as, 0.98, "The lexicon knows “{right}” as another name of {left}."),
    Rule(
        "shared name",
        shared_name,
        shared_names,
        0.9,
        "The lexicon knows “{right}” as a name of {left} and of others.",
    ),
    Rule(
        "name of several",
        shared_names,
        shared_name,
        0.9,
        "The lexicon knows {left} as a name of “{right}” and of others.",
        bare=True,
    ),
    Rule("initials", acronym_of, initials, 0.95, "“{right}” is made of the initials of {left}."),
    Rule("spelt out", initials, acronym_of, 0.95, "The initials of “{right}” are {left}."),
    Rule("same words", word_sets, word_sets, 0.9, "“{right}” has the words of {left} that tell names apart."),
    Rule(
        "first word",
        plain,
        short_form,
        0.8,
        "“{right}” is short for {left}, the one name that has that word so.",
    ),
)
