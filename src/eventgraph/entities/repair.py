"""Document-level repair of names: what the model cut, missed or saw in one place and not in another.

Each pass takes the candidates and gives more of them, or better ones; `settle` decides where they
overlap. Passes look at the whole document, the model only at a few words around.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from eventgraph.entities.acronyms import bracketed
from eventgraph.entities.aliases import aliases
from eventgraph.entities.candidate import Candidate, settle
from eventgraph.entities.cuts import cut
from eventgraph.entities.growth import (
    grow_people,
    with_counties,
    with_first_words,
    with_hyphens,
    with_nicknames,
    with_particles,
)
from eventgraph.entities.headlines import without_headlines
from eventgraph.entities.lists import listed
from eventgraph.entities.long_names import (
    grow_bodies,
    of_districts,
    of_saints,
    offices_of_posts,
    split_companies,
    split_places,
    split_possessives,
    split_units,
    with_article,
)
from eventgraph.entities.no_names import without_products, without_words
from eventgraph.entities.numbered import with_numbers
from eventgraph.entities.operations import operations
from eventgraph.entities.recurrence import companies, namesakes, seen_elsewhere, surnames
from eventgraph.entities.small_heads import with_small_heads
from eventgraph.entities.sorts import corrected, places_of
from eventgraph.entities.unseen import runs
from eventgraph.text.parse import Parsed

Pass = Callable[[Parsed, list[Candidate]], list[Candidate]]


def repair(parsed: Parsed, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates after all passes."""
    current = without_headlines(parsed, settle(without_words(parsed, candidates)))
    for step in PASSES:
        if found := step(parsed, current):
            current = settle([*current, *found])
    return without_headlines(parsed, without_products(parsed, current))


PASSES: tuple[Pass, ...] = (
    split_possessives,
    split_companies,
    split_places,
    cut,
    corrected,
    places_of,
    grow_people,
    runs,
    with_particles,
    with_nicknames,
    aliases,
    with_first_words,
    with_counties,
    with_hyphens,
    bracketed,
    of_saints,
    grow_bodies,
    of_districts,
    split_units,
    with_numbers,
    with_small_heads,
    offices_of_posts,
    operations,
    companies,
    listed,
    namesakes,
    surnames,
    seen_elsewhere,
    with_article,
)
"""In order: what comes later sees what came before."""
