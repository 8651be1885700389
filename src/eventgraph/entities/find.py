"""The whole step on one page: parsed text to mentions, relations and links within one document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eventgraph.entities.candidate import PERSON, tokens_of
from eventgraph.entities.chains import chain_names, settle_types, share_office, take_office
from eventgraph.entities.cities import city_names
from eventgraph.entities.covering import cover_names, protect_namesakes
from eventgraph.entities.ground import Ground, all_chains, all_mentions, stand_ins
from eventgraph.entities.mentions import (
    agree,
    as_mentions,
    find_named,
    owned_by_agencies,
    with_case_numbers,
    with_told,
)
from eventgraph.entities.names import known_names, model_names
from eventgraph.entities.offices import all_posts, with_stand_ins
from eventgraph.entities.officials import promoted
from eventgraph.entities.places import part_places, with_places
from eventgraph.entities.posts import is_title, without_bare_titles, without_titles
from eventgraph.entities.protection import with_children
from eventgraph.entities.refer import find_references
from eventgraph.entities.relations import find_relations
from eventgraph.entities.repair import repair
from eventgraph.entities.told import UNREAL
from eventgraph.model import Document, Link, Mention, RelationMention, TimeMention
from eventgraph.text.front import Front
from eventgraph.text.parse import Parsed


@dataclass(frozen=True, slots=True)
class EntityFindings:
    """What one document says about who is who: mentions and relations by their spans, links by their ids."""

    mentions: tuple[Mention, ...] = ()
    relations: tuple[RelationMention, ...] = ()
    links: tuple[Link, ...] = ()


def find_entities(
    document: Document,
    parsed: Parsed,
    fronts: Sequence[Front] = (),
    times: Sequence[TimeMention] = (),
    told: Sequence[Mention] = (),
) -> EntityFindings:
    """The entities a document names, how they relate, and which mentions are the same.

    ``told`` are mentions that stand outside the parsed text, such as the names in a table.
    """
    seen = model_names(parsed, times)
    candidates = repair(parsed, [*seen, *known_names(parsed, seen), *city_names(parsed, seen)])
    candidates = with_children(parsed, candidates)
    candidates = [c for c in candidates if c.sort != PERSON or not is_title(tokens_of(parsed, c))]
    candidates = without_bare_titles(parsed, candidates)
    held = all_posts(parsed, candidates)
    posts = [post for post in held if post.status not in UNREAL]
    named = find_named(parsed, document, without_titles(candidates, posts), posts, fronts)
    named = with_case_numbers(parsed, document, with_told(named, told))
    named = part_places(document.text, agree(owned_by_agencies(document.text, named)))
    book = chain_names(document.text, named)
    take_office(parsed, document.id, book, posts)
    share_office(parsed, book)
    settle_types(book)
    protect_namesakes(book)
    mentions = as_mentions(member for chain in book.chains for member in chain.members)
    references = find_references(parsed, document, book, posts)
    ground = Ground(parsed, document, all_mentions(mentions, references), all_chains(book.of, references))
    relations = find_relations(
        ground, with_stand_ins(parsed, candidates, stand_ins(parsed, references), held)
    )
    covered = list(cover_names(document, book, mentions))
    links = [*book.links, *(r.link for r in references), *(c.link for c in covered if c.link)]
    everything = [*mentions, *(r.mention for r in references), *(c.mention for c in covered)]
    everything = promoted(parsed, sorted(everything, key=lambda m: (m.start, m.end)), links, relations)
    return EntityFindings(
        with_places(parsed, everything),
        relations,
        tuple(sorted(links, key=lambda link: (link.left, link.right))),
    )
