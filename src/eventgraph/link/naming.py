"""A set of mentions to an `Entity`: its best name, its other names, its type and a readable id."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from eventgraph.lexicon import load_lexicon
from eventgraph.link.cards import specific_type
from eventgraph.link.corpus import Corpus
from eventgraph.link.names import PEOPLE, is_acronym, name_key, slug, tokens_of, without_brackets
from eventgraph.model import Attribute, Entity, EntityMention, Mention, Span
from eventgraph.vocabulary import MentionKind

HASH_LENGTH = 8
LONGEST_SHORT = 4
"""Letters of a place's name that may be an abbreviation ("UAE", "NSW")."""
LONGER_HASH = 16

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Overrides:
    """What a person decided of one entity: its name and type, "" where nothing."""

    name: str = ""
    type: str = ""


def short_hash(corpus: Corpus, span: Span, more: str = "") -> str:
    """16 hexadecimal digits of sha256 over the origin and start of a span; ids take the first ones."""
    origin = corpus.document(span).origin
    return hashlib.sha256(f"{origin}\0{span.start}\0{more}".encode()).hexdigest()[:LONGER_HASH]


def distinct_ids(wanted: Sequence[tuple[Key, str, str]]) -> dict[Key, str]:
    """An id for each key, from ``(key, readable id, hash)`` in order; the first keeps the plain id.

    So an id once given survives whatever is added after it.
    """
    given: dict[Key, str] = {}
    taken: set[str] = set()
    for key, readable, digits in wanted:
        candidates = (readable, f"{readable}-{digits[:HASH_LENGTH]}", f"{readable}-{digits}")
        given[key] = next(candidate for candidate in candidates if candidate not in taken)
        taken.add(given[key])
    return given


@cache
def bare_words() -> frozenset[str]:
    """Words that tell nothing of what is described."""
    return frozenset(load_lexicon("link")["descriptions"]["bare"])


def entity_type(mentions: Iterable[Mention], override: Overrides) -> str:
    """The type of an entity: a person's decision, else the more specific type of those observed."""
    return override.type or specific_type(frozenset(mention.type for mention in mentions))


def best_name(mentions: Sequence[Mention]) -> str:
    """The fullest name most often used, "" where nothing names the entity.

    A name is fuller without acronyms and shouting. It is supported by every mention whose words it
    has; equals are settled by length, then by the alphabet.
    """
    written = [m.name for m in mentions if m.kind is MentionKind.NAME and m.name]
    if not written:
        return ""
    kind = specific_type(frozenset(mention.type for mention in mentions))
    names = Counter(tidy(name, kind) for name in written)
    if len(names) == 1:
        return next(iter(names))
    words = {name: frozenset(name_key(kind, name).split()) for name in names}
    support = {
        name: sum(count for other, count in names.items() if words[other] <= words[name]) for name in names
    }
    return min(names, key=lambda name: (_poverty(name, kind), -support[name], -len(name), name))


@cache
def tidy(name: str, kind: str) -> str:
    """A name without acronyms in brackets; a place or a person in capitals as names are written."""
    full, _ = without_brackets(name)
    shouted = full.isupper() and len(full) > LONGEST_SHORT and (kind == "location" or " " in full)
    return full.title() if shouted else full


def _poverty(name: str, kind: str) -> int:
    """How far a name is from a full one: 0 for "Los Angeles Police Department", 3 for "LAPD"."""
    words = name.split()
    if is_acronym(name):
        return 3
    if (kind in PEOPLE and len(words) == 1) or (len(words) > 1 and name.isupper()):
        return 2
    return int(any(is_acronym(word) and len(word.strip(".")) > len("US.") - 1 for word in words))


def other_names(mentions: Sequence[Mention], name: str) -> tuple[str, ...]:
    """The other names and telling descriptions, sorted; "the agency" and pronouns are none."""
    found: dict[str, str] = {}
    for mention in mentions:
        if mention.kind is MentionKind.NAME or _telling(mention):
            key = mention.name.casefold()
            found[key] = min(found.get(key, mention.name), mention.name)
    found.pop(name.casefold(), None)
    return tuple(sorted(filter(None, found.values())))


def _telling(mention: Mention) -> bool:
    """Whether a description has a word more than what kind of thing it is; "the senator" is anybody."""
    if mention.kind is not MentionKind.NOMINAL or len(mention.name.split()) == 1:
        return False
    return any(len(word) > 1 and word not in bare_words() for word in tokens_of(mention.name))


def first_attributes(attributes: Iterable[Attribute]) -> tuple[Attribute, ...]:
    """Each key with each value once, as first given."""
    found: dict[tuple[str, str], Attribute] = {}
    for attribute in attributes:
        found.setdefault((attribute.key, attribute.value.casefold()), attribute)
    return tuple(
        sorted(found.values(), key=lambda attribute: (attribute.key, attribute.value, attribute.span))
    )


def earliest_name(mentions: Sequence[Mention], best: str) -> str:
    """The best name in the first document that names the entity: what its id is made of.

    ``best`` is that of all documents.
    """
    first = next((m.document for m in mentions if m.kind is MentionKind.NAME and m.name), "")
    here = [m for m in mentions if m.document == first]
    return best_name(here) if len(here) < len(mentions) else best


def make_entities(
    corpus: Corpus, groups: Sequence[Sequence[Mention]], overrides: Mapping[str, Overrides]
) -> dict[str, Entity]:
    """Entities by the id of their earliest mention. ``groups`` are in order, as are their mentions.

    A group that nothing names makes no entity. ``overrides`` are by the earliest mention, too.
    """
    every = ((group, best_name(group), _override(group, overrides)) for group in groups)
    named = [(group, best, override) for group, best, override in every if best or override.name]
    wanted = []
    for group, best, override in named:
        kind = entity_type(group, override)
        name = override.name or earliest_name(group, best)
        readable = slug(name_key("operation", name) if kind == "operation" else name)
        digits = short_hash(corpus, group[0], str(group[0].end))
        wanted.append((group[0].mention_id, f"{kind}:{readable or digits[:HASH_LENGTH]}", digits))
    ids = distinct_ids(wanted)
    return {
        group[0].mention_id: _entity(ids[group[0].mention_id], group, best, override)
        for group, best, override in named
    }


def _override(group: Sequence[Mention], overrides: Mapping[str, Overrides]) -> Overrides:
    """What was decided of a group."""
    return overrides.get(group[0].mention_id, Overrides())


def _entity(identifier: str, group: Sequence[Mention], best: str, override: Overrides) -> Entity:
    """The entity of one group; ``best`` is its best name."""
    name = override.name or best
    others = other_names(group, name)
    return Entity(
        id=identifier,
        type=entity_type(group, override),
        name=name,
        aliases=others or ((group[0].name,) if override.name and not best else ()),
        protected=any(mention.protected for mention in group),
        mentions=tuple(EntityMention(m.document, m.start, m.end, repeat=m.repeat) for m in group),
        attributes=first_attributes(attribute for mention in group for attribute in mention.attributes),
    )
