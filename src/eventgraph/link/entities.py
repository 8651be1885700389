"""Mentions to sets of mentions: what documents say of themselves first, then across documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

import msgspec

from eventgraph.link.cards import Card, Context, family, make_card
from eventgraph.link.comparison import block_keys, compare, set_apart
from eventgraph.link.contexts import (
    Surroundings,
    body_context,
    containing_places,
    operation_context,
    person_context,
    place_context,
)
from eventgraph.link.corpus import Corpus
from eventgraph.link.judgement import Judgement, as_written
from eventgraph.link.names import PEOPLE, name_key, people_agree, words_of
from eventgraph.link.partition import Partition
from eventgraph.model import Link, Mention, Observations
from eventgraph.vocabulary import MentionKind, Verdict

CONTEXTS = {
    "location": place_context,
    "organisation": body_context,
    "operation": operation_context,
    "person": person_context,
}
"""Families in the order they are compared, and in what context: bodies lean on places, people on bodies."""

MOST_COMPARED = 20
"""Cards with one block key that a new card is compared with; what a name shared by thousands costs."""
MOST_UNSURE = 3
"""Unsure links that one card gets: more is no help to whoever reviews them."""


class Ties(msgspec.Struct, frozen=True, gc=False):
    """What a set of mentions may not contradict: families, full names of people, decisions.

    ``sides`` holds, for each decision that keeps two apart, on which side the set is.
    """

    families: frozenset[str]
    people: frozenset[str] = frozenset()
    sides: frozenset[tuple[int, str]] = frozenset()


def clash(left: Ties, right: Ties) -> str:
    """Why two sets of mentions cannot be of one entity, "" if they can."""
    if not left.families & right.families:
        return f"{min(left.families)} and {min(right.families)} are different kinds"
    if apart := _against_decision(left, right):
        return apart
    for name in sorted(left.people):
        for other in sorted(right.people):
            if not people_agree(name, other):
                return f"“{name}” and “{other}” are two names"
    return ""


def _against_decision(left: Ties, right: Ties) -> str:
    """Whether a decision keeps the two apart."""
    opposite = {(number, "b" if side == "a" else "a") for number, side in left.sides}
    return "a decision keeps them apart" if opposite & right.sides else ""


def combine(left: Ties, right: Ties) -> Ties:
    """The ties of both sets together."""
    return Ties(left.families | right.families, left.people | right.people, left.sides | right.sides)


@dataclass(frozen=True, slots=True)
class Corrections:
    """What decisions say of mentions of entities, by their ids.

    ``merged`` are links to make whatever else is known, ``apart`` two lists of mentions that may not meet,
    ``alone`` mentions that are linked with nothing but each other.
    """

    merged: tuple[Link, ...] = ()
    apart: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    alone: tuple[frozenset[str], ...] = ()

    def forbids(self, link: Link) -> bool:
        """Whether a link would tie a mention that is to stand alone to another."""
        return any((link.left in group) != (link.right in group) for group in self.alone)

    @property
    def lonely(self) -> frozenset[str]:
        """All mentions that stand alone."""
        return frozenset().union(*self.alone)


EntityPartition = Partition[str, Ties]


@dataclass
class Linking:
    """The sets of mentions as they grow, and the links made and refused so far."""

    corpus: Corpus
    sets: EntityPartition
    corrections: Corrections
    links: list[Link] = field(default_factory=list)

    def root(self, node: str) -> str:
        """The node that stands for the set a mention is in; an unknown mention stands for itself."""
        return self.sets.root(node) if node in self.sets else node

    def apply(self, link: Link, *, whatever: bool = False) -> bool:
        """Join what a link says is the same. One that contradicts is kept as unsure, with the reason."""
        known = link.left in self.sets and link.right in self.sets
        if not known or (not whatever and self.corrections.forbids(link)):
            return False
        if link.verdict is Verdict.UNSURE and self._decided_apart(link):
            return False
        if link.verdict is Verdict.SAME:
            reason = self.sets.join(link.left, link.right, whatever=whatever)
            if reason:
                names = [self.corpus.mentions[node].name for node in (link.left, link.right)]
                because = f"{link.because} Refused: {as_written(reason, names)}."
                link = replace(link, verdict=Verdict.UNSURE, because=because)
        self.links.append(link)
        return link.verdict is Verdict.SAME

    def _decided_apart(self, link: Link) -> bool:
        """Whether a decision keeps the two apart, so that nobody need be asked."""
        return bool(_against_decision(self.sets.summary(link.left), self.sets.summary(link.right)))


def link_entities(corpus: Corpus, links: Iterable[Link], corrections: Corrections) -> Linking:
    """All mentions in sets, one an entity, with the links that say why.

    ``links`` are those within documents and between repeated passages; the surest are taken first.
    """
    linking = Linking(corpus, Partition(_ties(corpus, corrections), clash, combine), corrections)
    for link in corrections.merged:
        linking.apply(link, whatever=True)
    for link in sorted(links, key=lambda link: (-link.score, link.left, link.right, link.by)):
        linking.apply(link)
    containing = containing_places(corpus)
    around = [Surroundings(corpus, observed, linking.root, containing) for observed in corpus.observations]
    for kind in CONTEXTS:
        cards = _cards(linking, kind, around)
        _compare_all(linking, cards)
    return linking


def _ties(corpus: Corpus, corrections: Corrections) -> dict[str, Ties]:
    """What each mention alone may not contradict."""
    sides: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for number, pair in enumerate(corrections.apart):
        for side, group in zip("ab", pair, strict=True):
            for mention in group:
                sides[mention].add((number, side))
    return {
        node: Ties(frozenset({family(mention.type)}), _full_name(mention), frozenset(sides[node]))
        for node, mention in corpus.mentions.items()
    }


def _full_name(mention: Mention) -> frozenset[str]:
    """The full name of a person, if the mention is one."""
    if mention.type not in PEOPLE or mention.kind is not MentionKind.NAME or mention.rule == "alias":
        return frozenset()
    key = name_key("person", mention.name)
    surname = key.split()[0] in words_of("particles") and len(key.split()) == len(("o", "briain"))
    return frozenset({key}) if " " in key and not surname else frozenset()


def _cards(linking: Linking, kind: str, around: Iterable[Surroundings]) -> list[Card]:
    """The cards of one family, one for each entity of each document; those that say most first.

    So a bare name that fits two is found to fit two, whenever it was published.
    """
    corpus, cards = linking.corpus, []
    lonely = linking.corrections.lonely
    for surroundings in around:
        groups = _groups(linking, surroundings.observed, kind)
        if not groups:
            continue
        context = CONTEXTS[kind](surroundings)
        cards += [_card(group, linking.root(group[0].mention_id), context, lonely) for group in groups]
    named = [card for card in cards if not card.empty]
    return sorted(
        named, key=lambda card: (not card.names, not card.telling, corpus.place(corpus.mentions[card.first]))
    )


def _groups(linking: Linking, observed: Observations, kind: str) -> list[list[Mention]]:
    """The mentions of one family in a document, by entity as far as it is known."""
    nodes = [
        m.mention_id
        for m in observed.mentions
        if family(m.type) == kind and linking.corpus.mentions[m.mention_id] is m
    ]
    return [[linking.corpus.mentions[n] for n in group] for group in linking.sets.groups(nodes)]


def _card(group: list[Mention], root: str, context: Context, lonely: frozenset[str]) -> Card:
    """The card of one group; one that a decision keeps alone is nobody to compare with."""
    card = make_card(root, group, context)
    if lonely and any(m.mention_id in lonely for m in group):
        return msgspec.structs.replace(card, nobody=True)
    return card


@dataclass
class _Pile:
    """Cards found to be of one entity, laid together as comparing goes on.

    ``disputed`` are the first mentions of those that fitted several others: they never bring these together.
    """

    cards: list[Card] = field(default_factory=list)
    of_root: dict[str, int] = field(default_factory=dict)
    blocks: dict[tuple[str, ...], list[int]] = field(default_factory=lambda: defaultdict(list))
    now: dict[int, int] = field(default_factory=dict)
    disputed: set[str] = field(default_factory=set)

    def lay(self, card: Card, number: int | None = None) -> None:
        """Lay a card on the pile of that number, or on a new one."""
        if number is None:
            number = len(self.cards)
            self.cards.append(card)
        else:
            self.cards[number] = self.cards[number].with_other(card)
        for key in block_keys(card):
            block = self.blocks[key]
            if len(block) < MOST_COMPARED and number not in block:
                block.append(number)

    def near(self, card: Card) -> list[int]:
        """The piles that share a block key with a card."""
        numbers = (number for key in block_keys(card) for number in self.blocks.get(key, ()))
        return list(dict.fromkeys(self.current(number) for number in numbers))

    def current(self, number: int) -> int:
        """The pile that a pile has been laid on since, or the pile itself."""
        while number in self.now:
            number = self.now[number]
        return number

    def known(self, root: str) -> int | None:
        """The pile of the set of mentions that a node stands for."""
        number = self.of_root.get(root)
        return None if number is None else self.current(number)

    def bridged(self, numbers: Sequence[int]) -> bool:
        """Whether a card that fits all of these piles may make them one: nothing sets them apart."""
        cards = [self.cards[number] for number in numbers]
        return not any(set_apart(one, other) for one, other in combinations(cards, 2))

    def unite(self, numbers: Sequence[int]) -> int:
        """Lay piles together; the number of the one they are now."""
        first, *others = numbers
        for number in others:
            self.cards[first] = self.cards[first].with_other(self.cards[number])
            self.now[number] = first
        return first


def _compare_all(linking: Linking, cards: Sequence[Card]) -> None:
    """Lay each card on the one pile it fits best; where two fit equally, on neither."""
    pile = _Pile()
    for card in cards:
        root = linking.sets.root(card.first)
        number = pile.known(root)
        if number is None:
            number = _best(linking, card, pile)
        pile.lay(card, number)
        at = len(pile.cards) - 1 if number is None else number
        pile.of_root[linking.sets.root(card.first)] = at


def _best(linking: Linking, card: Card, pile: _Pile) -> int | None:
    """The pile a card belongs on, linked to it; None where none fits or two fit equally."""
    judged = [(number, compare(card, pile.cards[number])) for number in pile.near(card)]
    found = [(number, judgement) for number, judgement in judged if judgement is not None]
    found.sort(key=lambda pair: (pair[1].verdict, -pair[1].score, pair[0]))
    fits = [(number, judgement) for number, judgement in found if judgement.verdict is Verdict.SAME]
    fits = [fit for fit in fits if pile.cards[fit[0]].first not in pile.disputed] or fits
    if fits and pile.bridged([number for number, _ in fits]):
        joined = [n for n, j in fits if linking.apply(_link(linking.corpus, pile.cards[n], card, j))]
        return pile.unite(joined) if joined else None
    if fits and fits[0][1].score > fits[1][1].score:
        number, judgement = fits[0]
        return number if linking.apply(_link(linking.corpus, pile.cards[number], card, judgement)) else None
    if fits:
        pile.disputed.add(card.first)
    found = [pair for pair in found if not _of_one_text(card, pile.cards[pair[0]])]
    for number, judgement in found[:MOST_UNSURE]:
        linking.apply(_link(linking.corpus, pile.cards[number], card, _tied(judgement)))
    return None


def _of_one_text(left: Card, right: Card) -> bool:
    """Whether two cards were first named in one document, which itself has not said that they are one."""
    return left.first.rpartition(":")[0] == right.first.rpartition(":")[0]


def _tied(judgement: Judgement) -> Judgement:
    """A judgement that another contends with, as unsure."""
    if judgement.verdict is Verdict.UNSURE:
        return judgement
    because = f"{judgement.because} Another fits as well."
    return replace(judgement, verdict=Verdict.UNSURE, because=because)


def _link(corpus: Corpus, left: Card, right: Card, judgement: Judgement) -> Link:
    """The link between the mentions that stand for two cards, the earlier first."""
    first, second = sorted((left.first, right.first), key=lambda node: corpus.place(corpus.mentions[node]))
    return Link(
        left=first,
        right=second,
        verdict=judgement.verdict,
        score=judgement.score,
        by=judgement.by,
        because=as_written(judgement.because, [corpus.mentions[node].name for node in (first, second)]),
    )
