"""Relations that a sentence states plainly: posts, members, parts, places within places, joint work.

Each rests on the mentions at its ends and on the words that say it. ``rule`` says how it is told; of posts,
"appointed" and "left" tell when one begins and ends, "verb" and "past verb" a time at which it is held.
"""

from __future__ import annotations

from collections.abc import Iterable

from eventgraph.entities.ground import Ground
from eventgraph.entities.joint import joint_work, part_in_operations
from eventgraph.entities.positions import positions
from eventgraph.entities.posts import Post
from eventgraph.entities.rosters import rosters
from eventgraph.entities.ties import places_beside, seats, side_by_side
from eventgraph.model import RelationMention


def find_relations(ground: Ground, posts: Iterable[Post]) -> tuple[RelationMention, ...]:
    """All relations, each once, in the order of their spans."""
    found = [
        *positions(ground, posts),
        *places_beside(ground),
        *side_by_side(ground),
        *seats(ground),
        *joint_work(ground),
        *part_in_operations(ground),
        *rosters(ground),
    ]
    posted = {(r.subject, r.object) for r in found if r.type == "holds_position"}
    found = [
        r for r in found if not (r.rule == "of" and r.type == "member_of" and (r.subject, r.object) in posted)
    ]
    told: dict[tuple[object, ...], RelationMention] = {}
    for relation in found:
        key = (relation.type, relation.subject, relation.object, relation.label, relation.qualifier)
        told.setdefault(key, relation)
    return tuple(sorted(told.values(), key=lambda r: (r.span, r.type, r.subject, r.label, r.qualifier)))
