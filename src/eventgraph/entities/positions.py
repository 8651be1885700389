"""Posts to relations: who holds which post of which body or place, and who is a member of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from eventgraph.entities.candidate import offsets
from eventgraph.entities.chains import Chain
from eventgraph.entities.ground import BODIES, PEOPLE, Ground
from eventgraph.entities.knowledge import gazetteer, name_words, post_verbs, title_words
from eventgraph.entities.posts import Post, is_private
from eventgraph.entities.refer import words_of_chain
from eventgraph.entities.syntax import subject_of
from eventgraph.entities.titles import (
    is_of_state,
)
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Mention, RelationMention, Span
from eventgraph.text.parse import Token
from eventgraph.vocabulary import Status

REACH = 2
"""Tokens before a title among which it may be called alleged."""
BESIDE = 3
"""Tokens between "her predecessor" and the name."""
OF_PLACE = frozenset({"of", "for"})
OF_EVERYBODY = frozenset({"police"})
"""Words of a title that say at which body it is held, where the document has only one such."""


@dataclass(frozen=True)
class _Office:
    """Bodies and countries that posts are held at without being named beside them."""

    ground: Ground

    @cached_property
    def _bodies(self) -> dict[str, list[Chain]]:
        """The agencies of the document by the words of `OF_EVERYBODY` that they are called by."""
        chains = {id(chain): chain for chain in self.ground.chains.values()}
        found: dict[str, list[Chain]] = {}
        for chain in chains.values():
            for word in OF_EVERYBODY & words_of_chain(chain) if chain.best_type() == "agency" else ():
                found.setdefault(word, []).append(chain)
        return found

    @cached_property
    def _countries(self) -> dict[str, Mention]:
        """The first mention of each place by the name that the lexicon has for it."""
        found: dict[str, Mention] = {}
        for mention in self.ground.mentions:
            known = gazetteer().only(mention.name) if mention.type == "location" else None
            if known is not None:
                found.setdefault(known.name, mention)
        return found

    def of_everybody(self, title: str, place: Mention | None) -> Mention | None:
        """For "the police chief", the police that the document names, if it names one only."""
        named = OF_EVERYBODY.intersection(title.split())
        fits = self._bodies.get(next(iter(named)), []) if len(named) == 1 else []
        if len(fits) != 1 or (place and place.name.lower() not in " ".join(fits[0].names).lower()):
            return None
        return fits[0].first

    def of_demonym(self, post: Post) -> Mention | None:
        """The country of "Norwegian President", where the document names it too."""
        tokens = self.ground.parsed.tokens
        near = tokens[max(0, post.first - 1) : post.last]
        countries = {known for token in near if (known := gazetteer().demonyms.get(token.text))}
        if len(countries) != 1 or not (post.public or is_of_state(tokens, post)):
            return None
        return self._countries.get(countries.pop())


def positions(ground: Ground, posts: Iterable[Post]) -> Iterator[RelationMention]:
    """Who holds which post where; a "member" is a member of the body rather than holding a post."""
    by_span = {(m.start, m.end): m for m in ground.mentions}
    office = _Office(ground)
    held: list[RelationMention] = []
    for post in posts:
        person = by_span.get(offsets(ground.parsed, post.person))
        if person is None or person.type not in PEOPLE or is_private(ground.parsed, post):
            continue
        body = by_span.get(offsets(ground.parsed, post.body)) if post.body else None
        for relation in _of_post(office, post, person, body):
            held.append(relation)
            yield relation
    passing = [relation for relation in held if relation.type == "holds_position" and relation.object]
    if passing:
        yield from _neighbours_in_office(ground, passing)


def _of_post(office: _Office, post: Post, person: Mention, body: Mention | None) -> Iterator[RelationMention]:
    """The relations that one post makes."""
    ground = office.ground
    title = post.label or " ".join(ground.parsed.words(post.first, post.last).split())
    place = body if body is not None and body.type == "location" else None
    body = body if body is not None and body.type in BODIES else None
    status = _status(ground, post)
    words = title.lower()
    if words in title_words().memberships:
        if body is not None:
            yield replace(
                _spread(ground, post, [person, body], "member_of"), status=status, rule=_rule(post, "member")
            )
        return
    ahead = body is not None and body.end <= ground.parsed.tokens[post.first].start
    party = ahead and body is not None and body.type == "organisation"
    if party and body is not None and words.split()[-1] in title_words().of_parties:
        yield replace(_spread(ground, post, [person, body], "member_of"), status=status, rule="party")
        body = None
    if place is not None and not _is_of_place(ground, post, place):
        place = None
    beside = body or place
    whole = (None if body else office.of_everybody(words, place)) or beside or office.of_demonym(post)
    ends = [person, beside] if beside and whole is beside else [person]
    yield replace(
        _spread(ground, post, ends, "holds_position"),
        object=whole.span if whole else None,
        label=title,
        qualifier=post.qualifier,
        status=status,
        rule=post.rule,
    )


def _rule(post: Post, rule: str) -> str:
    """The rule of a relation that is no post: that of its verb, if a verb tells it."""
    return rule if post.rule == "title" else post.rule


def _spread(ground: Ground, post: Post, ends: Sequence[Mention], kind: str) -> RelationMention:
    """A relation whose words are the title, what it is told by, and the mentions at its ends."""
    tokens = ground.parsed.tokens
    words = [tokens[i] for i in (post.first, post.last - 1, post.verb) if i is not None]
    return RelationMention(
        ground.document.id,
        min([*(end.start for end in ends), *(word.start for word in words)]),
        max([*(end.end for end in ends), *(word.end for word in words)]),
        type=kind,
        subject=ends[0].span,
        object=ends[1].span if len(ends) > 1 else None,
    )


def _status(ground: Ground, post: Post) -> Status:
    """Whether a post is only alleged: "a suspected member of the gang"."""
    words = load_lexicon("names")["relation"]["alleged"]
    before = ground.parsed.tokens[max(0, post.first - REACH) : post.first]
    named = {token.index for token in before if ground.covering(token)}
    told = (token for token in before if token.index not in named and token.tag != "VBD")  # no "she accused"
    alleged = any(token.lower in words for token in told)
    return Status.ALLEGED if alleged and post.status is Status.HAPPENED else post.status


def _is_of_place(ground: Ground, post: Post, place: Mention) -> bool:
    """Whether a post is one of the state there: "mayor of Lisbon", "Texas Governor", no "chief in Boston"."""
    if not (post.public or is_of_state(ground.parsed.tokens, post)):
        return False
    inside = ground.parsed.tokens_in(place.start, place.end)
    before = inside[0].index - 1 if inside else -1
    if inside and inside[-1].index < post.first:
        return before < 0 or ground.parsed.tokens[before].lower not in {"in", "at", "near"}
    passed = {"the", *name_words().direction}
    while before > 0 and ground.parsed.tokens[before].lower in passed:
        before -= 1
    return before >= 0 and ground.parsed.tokens[before].lower in OF_PLACE


# --- one after the other -------------------------------------------------------------------------


def _neighbours_in_office(ground: Ground, held: Sequence[RelationMention]) -> Iterator[RelationMention]:
    """For "her predecessor, Otto Brandel": the one post that she is said to hold is his former one."""
    verbs = post_verbs()
    for token in ground.parsed.tokens:
        if token.lower in verbs.before_them or token.lower in verbs.after_them:
            owner, person = _whose(ground, token), _who(ground, token)
            if owner is not None and person is not None and ground.chain(person) is not owner:
                qualifier = "former" if token.lower in verbs.before_them else ""
                span = (min(person.start, token.start), max(person.end, token.end))
                for post in _of_chain(ground, held, owner):
                    yield _passed_on(post, person, span, qualifier)
    yield from _successions(ground, held)


def _successions(ground: Ground, held: Sequence[RelationMention]) -> Iterator[RelationMention]:
    """For "and was succeeded by Otto Brandel": the one post of the one is the other's before or after."""
    parsed = ground.parsed
    for verb in parsed.tokens:
        if verb.pos != "VERB" or verb.lemma not in post_verbs().succeeds:
            continue
        passive = verb.tag == "VBN" and parsed.child(verb, "agent")
        brought = parsed.child(passive, "pobj") if passive else parsed.child(verb, "dobj")
        first, second = _person(ground, subject_of(parsed, verb)), _person(ground, brought)
        if first is None or second is None or ground.chain(first) is ground.chain(second):
            continue
        new, old = (second, first) if passive else (first, second)
        before, after = _only_post(ground, held, old, former=True), _only_post(ground, held, new)
        span = (min(first.start, verb.start), max(second.end, verb.end))
        for post in before if not after else []:
            yield _passed_on(post, new, span, "")
        for post in after if not (before or passive) else []:
            yield _passed_on(post, old, span, "former")


def _person(ground: Ground, token: Token | None) -> Mention | None:
    """The person that a noun or pronoun names."""
    named = ground.covering(token) if token is not None else None
    return named if named is not None and named.type in PEOPLE else None


def _passed_on(
    post: RelationMention, person: Mention, span: tuple[int, int], qualifier: str
) -> RelationMention:
    """The post of somebody as that of another, told by the words at a span."""
    return replace(
        post,
        start=span[0],
        end=span[1],
        subject=person.span,
        qualifier=qualifier,
        status=Status.HAPPENED,
        rule="predecessor",
    )


def _whose(ground: Ground, noun: Token) -> Chain | None:
    """The person before "predecessor" or "successor": "her", "Quist's"."""
    poss = ground.parsed.child(noun, "poss")
    owner = ground.covering(poss) if poss is not None else None
    return ground.chain(owner) if owner is not None and owner.type in PEOPLE else None


def _who(ground: Ground, noun: Token) -> Mention | None:
    """The person named beside "her predecessor", after it or before it."""
    tokens = ground.parsed.tokens
    for place in range(noun.index + 1, min(len(tokens), noun.index + BESIDE)):
        named = ground.covering(tokens[place])
        if named is not None:
            return named if named.type in PEOPLE and tokens[place].sentence == noun.sentence else None
        if tokens[place].text not in {",", "\u2013", "\u2014", "-"}:
            break
    above = ground.parsed.head(noun)
    beside = noun.dep == "appos" or (noun.dep == "attr" and above.lemma == "be")
    other = above if noun.dep == "appos" else ground.parsed.child(above, "nsubj")
    named = ground.covering(other) if beside and other is not None else None
    return named if named is not None and named.type in PEOPLE else None


def _only_post(
    ground: Ground, held: Sequence[RelationMention], person: Mention, *, former: bool = False
) -> list[RelationMention]:
    """The one post that somebody holds in a document."""
    chain = ground.chain(person)
    return _of_chain(ground, held, chain, former=former) if chain is not None else []


def _of_chain(
    ground: Ground, held: Sequence[RelationMention], chain: Chain, *, former: bool = False
) -> list[RelationMention]:
    """The one post that somebody holds, or held, in a document; none where it is none or several."""
    own = [r for r in held if ground.chain(r.subject) is chain and (former or r.qualifier != "former")]
    kinds = {(r.label.lower(), _key(ground, r.object)) for r in own}
    return own[:1] if len(kinds) == 1 else []


def _key(ground: Ground, span: Span | None) -> int | None:
    chain = ground.chain(span) if span is not None else None
    return id(chain) if chain is not None else None
