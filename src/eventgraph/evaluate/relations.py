"""Whether posts held, parts of bodies and the like were found, between the right two entities."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from msgspec import UNSET

from eventgraph.evaluate.layout import EntityRecord, Record, RelationRecord
from eventgraph.evaluate.pairing import counted, labelled_in_full, one_to_one, shared
from eventgraph.evaluate.spans import names_of
from eventgraph.evaluate.tally import Tallies, Tally, count_right
from eventgraph.lexicon import load_lexicon

LAYER = "relations"

TITLED = frozenset({"holds_position"})
"""Relations whose label is part of what they say: under another title it is another post."""

UNDIRECTED = frozenset({"works_with"})
"""Relations that say the same from either end."""

ById = Mapping[str, Sequence[EntityRecord]]

Pairs = list[tuple[RelationRecord, RelationRecord]]


class Names(NamedTuple):
    """The names that count of each entity, by its id, in the gold and in the output."""

    gold: ById
    output: ById


def score_relations(gold: Record, output: Record) -> Tallies:
    """Relations of the right type between the right entities, all and by type; of these, what else is right.

    Two entities are the same where a name of one overlaps a name of the other. Of a post, the titles have
    a word in common. Gold that labels no relations between its entities by their ids asks for none.
    """
    told = _told(gold)
    if gold.relations is UNSET or (gold.relations and not told):
        return {}
    names = Names(*(_by_id(counted(names_of(side.entities), gold.entities, gold)) for side in (gold, output)))
    told = [relation for relation in told if _ends(relation) <= names.gold.keys()]
    given = _that_count(gold, output, names.output)
    wanted = [relation for relation in told if relation.optional is not True]
    pairs, rest = _pair(wanted, given, names)
    free, _ = _pair([relation for relation in told if relation.optional is True], rest, names)
    return _tallies(pairs, wanted, _types(given) - _types(right for _, right in free))


def _tallies(pairs: Pairs, wanted: Sequence[RelationRecord], given: Counter[str]) -> Tallies:
    right, asked = _types(left for left, _ in pairs), _types(wanted)
    qualifiers = [_plain(left.qualifier) == _plain(found.qualifier) for left, found in pairs]
    statuses = [left.status == found.status for left, found in pairs if left.status is not None]
    tallies = {
        (LAYER, "right"): Tally(right.total(), given.total(), asked.total()),
        (LAYER, "qualifier, of right"): count_right(qualifiers),
        (LAYER, "status, of right"): count_right(statuses),
    }
    for kind in sorted(asked | given):
        tallies[LAYER, kind] = Tally(right[kind], given[kind], asked[kind])
    return tallies


def _told(record: Record) -> list[RelationRecord]:
    """The relations that have a type and a subject; those of other layouts have not."""
    relations = () if record.relations is UNSET else record.relations
    return [relation for relation in relations if relation.type and relation.subject]


def _that_count(gold: Record, output: Record, names: ById) -> list[RelationRecord]:
    """The relations of the output; not those told, or with an end only named, where nothing counts."""
    named_anywhere = _by_id(names_of(output.entities)).keys()
    return [
        relation
        for relation in _told(output)
        if (relation.start is None or labelled_in_full(gold, relation.start))
        and _ends(relation) & named_anywhere <= names.keys()
    ]


def _by_id(entities: Iterable[EntityRecord]) -> ById:
    found: defaultdict[str, list[EntityRecord]] = defaultdict(list)
    for entity in entities:
        if entity.id:
            found[entity.id].append(entity)
    return found


def _types(relations: Iterable[RelationRecord]) -> Counter[str]:
    return Counter(relation.type or "" for relation in relations)


def _ends(relation: RelationRecord) -> set[str]:
    return {end for end in (relation.subject, relation.object) if end}


def _pair(
    gold: Sequence[RelationRecord], output: Sequence[RelationRecord], names: Names
) -> tuple[Pairs, list[RelationRecord]]:
    """What of the output is right, with what it stands for, and the rest of it."""
    candidates = (
        (_agreement(left, right), i, j)
        for i, left in enumerate(gold)
        for j, right in enumerate(output)
        if _is_right(left, right, names)
    )
    pairs = one_to_one(candidates)
    used = {j for _, j in pairs}
    rest = [relation for j, relation in enumerate(output) if j not in used]
    return [(gold[i], output[j]) for i, j in pairs], rest


def _agreement(gold: RelationRecord, output: RelationRecord) -> tuple[int, ...]:
    """How much else two relations have in common: words of the label, qualifier, status."""
    return (
        len(_words(gold.label) & _words(output.label)),
        _plain(gold.qualifier) == _plain(output.qualifier),
        gold.status == output.status,
    )


def _is_right(gold: RelationRecord, output: RelationRecord, names: Names) -> bool:
    if gold.type != output.type:
        return False
    title = _words(gold.label) if gold.type in TITLED else None
    if title and not title & _words(output.label):
        return False
    there = _same(gold.subject, output.subject, names) and _same(gold.object, output.object, names)
    back = _same(gold.subject, output.object, names) and _same(gold.object, output.subject, names)
    return there or (back and gold.type in UNDIRECTED)


def _same(gold: str | None, output: str | None, names: Names) -> bool:
    """Whether both are no entity, or entities a name of which overlaps a name of the other."""
    if not gold or not output:
        return not gold and not output
    return any(
        shared(wanted, found) for wanted in names.gold.get(gold, ()) for found in names.output.get(output, ())
    )


def _words(label: str | None) -> set[str]:
    """The words of a title that tell it from others: of "Secretary of the Treasury", two."""
    return set(re.findall(r"\w+", _plain(label))) - _empty_words()


def _plain(text: str | None) -> str:
    return (text or "").casefold()


@cache
def _empty_words() -> frozenset[str]:
    names = load_lexicon("link")["names"]
    return frozenset((*names["articles"], *names["small_words"]))
