"""Two ways of telling which mentions are one entity, compared: MUC, B-cubed, CEAF-e and their mean.

Mentions are places, the same on both sides where they have the same words; a place that only one side knows
is an error of that side or of the other. A chain is all mentions of one entity. What a chain earns is shared
out over the documents of its mentions, so that scores of chains across documents add up over documents, too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from networkx import Graph, connected_components, max_weight_matching

from eventgraph.evaluate.tally import Mean, Score, TwoSided

MUC, B_CUBED, CEAF_E, MEAN = "MUC", "B-cubed", "CEAF-e", "mean"


class Place(NamedTuple):
    """Where a mention stands: the number of its document, and its stretch there."""

    document: int
    start: int
    end: int


@dataclass(slots=True)
class Chains:
    """Mentions by entity, numbered: ``chain_of`` has the chain of each place, ``members`` the converse."""

    chain_of: dict[Place, int] = field(default_factory=dict)
    members: list[list[Place]] = field(default_factory=list)


class Credit(NamedTuple):
    """What some mentions earn together, and the most that they could."""

    places: tuple[Place, ...]
    earned: float
    possible: float


Matched = dict[tuple[int, int], float]
"""Which chain of the gold stands for which of the output, and how alike they are."""


def chains(entities: Mapping[Place, Hashable], *, singletons: bool = False) -> Chains:
    """The chains of mentions whose entities are known; those of a single mention only where asked for."""
    sizes = Counter(entities.values())
    numbers: dict[Hashable, int] = {}
    found = Chains()
    for place, entity in entities.items():
        if singletons or sizes[entity] > 1:
            number = numbers.setdefault(entity, len(numbers))
            found.chain_of[place] = number
            if number == len(found.members):
                found.members.append([])
            found.members[number].append(place)
    return found


def compare_chains(gold: Chains, output: Chains, documents: int) -> list[dict[str, Score]]:
    """The four measures for each document, by its number.

    MUC counts links, each chain having one less than mentions; B-cubed asks of each mention how much of
    its chain is in common; CEAF-e pairs chain with chain, each once, so that the likenesses (phi 4: common
    mentions, of the mean of both sizes) have the greatest sum.
    """
    pairs = _best_pairs(gold, output)
    links = _by_document(_links(gold, output), _links(output, gold), documents)
    mentions = _by_document(_mentions(gold, output), _mentions(output, gold), documents)
    entities = _by_document(
        _paired(gold, {left: alike for (left, _), alike in pairs.items()}),
        _paired(output, {right: alike for (_, right), alike in pairs.items()}),
        documents,
    )
    return [
        {MUC: muc, B_CUBED: b_cubed, CEAF_E: ceaf, MEAN: Mean(muc, b_cubed, ceaf)}
        for muc, b_cubed, ceaf in zip(links, mentions, entities, strict=True)
    ]


def _links(own: Chains, other: Chains) -> Iterator[Credit]:
    """For each chain, its links less those missing between the parts into which the other side splits it."""
    for members in own.members:
        parts = {other.chain_of.get(place, place) for place in members}
        yield Credit(tuple(members), len(members) - len(parts), len(members) - 1)


def _mentions(own: Chains, other: Chains) -> Iterator[Credit]:
    """For each mention, the share of its chain that the other side, too, puts together with it."""
    common = _common(own, other)
    for place, number in own.chain_of.items():
        both = common[number, other.chain_of[place]] if place in other.chain_of else 0
        yield Credit((place,), both / len(own.members[number]), 1)


def _paired(own: Chains, alike: Mapping[int, float]) -> Iterator[Credit]:
    """For each chain, how alike it is to the chain of the other side that stands for it."""
    for number, members in enumerate(own.members):
        yield Credit(tuple(members), alike.get(number, 0), 1)


def _by_document(gold: Iterable[Credit], output: Iterable[Credit], documents: int) -> list[TwoSided]:
    """Credits shared out evenly over the mentions that earned them, summed for each document."""
    found: defaultdict[int, list[float]] = defaultdict(lambda: [0, 0, 0, 0])
    for first, credits_ in ((0, output), (2, gold)):
        for credit in credits_:
            for place in credit.places:
                found[place.document][first] += credit.earned / len(credit.places)
                found[place.document][first + 1] += credit.possible / len(credit.places)
    return [TwoSided(*found[number]) for number in range(documents)]


def _common(own: Chains, other: Chains) -> Counter[tuple[int, int]]:
    """How many mentions each chain shares with each of the other side."""
    return Counter(
        (number, other.chain_of[place]) for place, number in own.chain_of.items() if place in other.chain_of
    )


def _best_pairs(gold: Chains, output: Chains) -> Matched:
    """The pairs of chains, each used once, whose likenesses have the greatest sum.

    Found for each group of overlapping chains by itself: groups are small where sets are large.
    """
    graph = Graph()
    for (left, right), both in _common(gold, output).items():
        size = len(gold.members[left]) + len(output.members[right])
        graph.add_edge(left, ~right, weight=2 * both / size)
    found: Matched = {}
    for group in connected_components(graph):
        for ends in max_weight_matching(graph.subgraph(group).copy()):
            left, right = max(ends), ~min(ends)
            found[left, right] = graph.edges[ends]["weight"]
    return found
