"""Where the nodes of a graph stand: each connected part laid out alone, then packed; isolates in a grid.

The same nodes and edges in the same order give the same integer coordinates: random numbers are seeded.
x grows to the right, y downwards; about 100 units lie between neighbours.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import igraph

Point = tuple[float, float]

SEED = 20240229
STEP = 120
"""The mean length of an edge."""
ROOM = 70
"""The least distance between two nodes, so that a label has a chance."""
GAP = 140
"""The most between two packed parts; small ones stand closer."""
CELL = (170, 80)
"""A place of the grid where isolated nodes stand."""
WIDE = 1.5
"""How much wider than high the whole should be, as the pane between two columns and above the timeline is."""
EXACT_LIMIT = 300
"""Up to so many nodes the layout of Kamada and Kawai is used, which reads better and costs more."""
LEAST_ROUNDS, MOST_ROUNDS = 60, 500
LAYOUT_WORK = 400_000
"""Rounds times nodes of the layout of Fruchterman and Reingold, which bigger graphs get."""
CROWD = 40
SPARSE = 1.6
"""From so many nodes the box of a part has so many times the room that they need."""
SEPARATION_ROUNDS = 60
SEPARATION_WORK = 24_000
"""Rounds times nodes: big graphs are separated less well, not slowly."""


def place(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Integer coordinates for every node. KeyError if an edge names a node that is not there."""
    blocks = list(lay_out(nodes, edges))
    corners = pack([size(points) for _, points in blocks], [gap(len(points)) for _, points in blocks])
    return {
        member: (round(x + left), round(y + top))
        for (members, points), (left, top) in zip(blocks, corners, strict=True)
        for member, (x, y) in zip(members, points, strict=True)
    }


def lay_out(
    nodes: Sequence[str], edges: Iterable[tuple[str, str]]
) -> Iterator[tuple[list[str], list[Point]]]:
    """The connected parts, biggest first, each with its points; last the isolated nodes as one grid."""
    graph = whole_graph(nodes, edges)
    parts = sorted(graph.connected_components(), key=lambda part: (-len(part), part))
    for part in parts:
        if len(part) > 1:
            yield [nodes[index] for index in part], place_part(graph.induced_subgraph(part))
    lonely = [nodes[part[0]] for part in parts if len(part) == 1]
    if lonely:
        yield lonely, grid(len(lonely))


def whole_graph(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> igraph.Graph:
    """The nodes, by their number, with at most one edge between two of them."""
    import igraph  # noqa: PLC0415 (heavy: only where it is used)

    number = {node: index for index, node in enumerate(nodes)}
    pairs = {(min(a, b), max(a, b)) for a, b in ((number[a], number[b]) for a, b in edges) if a != b}
    return igraph.Graph(n=len(nodes), edges=sorted(pairs))


def place_part(graph: igraph.Graph) -> list[Point]:
    """The points of one connected part, the top left corner of their box at (0, 0)."""
    points = to_corner([(x * WIDE, y) for x, y in raw_points(graph)])
    lengths = [math.dist(points[edge.source], points[edge.target]) for edge in graph.es]
    scale = STEP * len(lengths) / (sum(lengths) or 1)
    if len(points) >= CROWD:
        width, height = size(points)
        scale = max(scale, ROOM * math.sqrt(SPARSE * len(points) / (width * height or math.inf)))
    return to_corner(separate([(x * scale, y * scale) for x, y in points]))


def raw_points(graph: igraph.Graph) -> list[Point]:
    """The points as igraph gives them, with its random numbers seeded for this call alone."""
    import igraph  # noqa: PLC0415 (heavy: only where it is used)

    igraph.set_random_number_generator(random.Random(SEED))  # noqa: S311 (a drawing, not a secret)
    try:
        if graph.vcount() <= EXACT_LIMIT:
            layout = graph.layout_kamada_kawai()
        else:
            rounds = max(LEAST_ROUNDS, min(MOST_ROUNDS, LAYOUT_WORK // graph.vcount()))
            layout = graph.layout_fruchterman_reingold(niter=rounds, seed=circle(graph.vcount()))
    finally:
        igraph.set_random_number_generator(random)
    return [(x, y) for x, y in layout]


def circle(count: int) -> list[Point]:
    """Points to start from, evenly on a circle whose length grows with their number."""
    turn = 2 * math.pi / count
    return [
        (math.cos(index * turn) * count / 6, math.sin(index * turn) * count / 6) for index in range(count)
    ]


def separate(points: Sequence[Point]) -> list[Point]:
    """The points moved apart, in pairs, until none is nearer than `ROOM` to another (or rounds run out)."""
    moved = list(points)
    for _ in range(min(SEPARATION_ROUNDS, 1 + SEPARATION_WORK // len(moved))):
        pairs = [pair for pair in close_pairs(moved) if push_apart(moved, *pair)]
        if not pairs:
            break
    return moved


def push_apart(points: list[Point], first: int, second: int) -> bool:
    """Move two points apart along their line if they are too near; whether they were."""
    (ax, ay), (bx, by) = points[first], points[second]
    distance = math.dist((ax, ay), (bx, by))
    if distance >= ROOM:
        return False
    angle = math.atan2(by - ay, bx - ax) if distance else first * 2.399963
    shift = (ROOM - distance) / 2 + 0.5
    dx, dy = math.cos(angle) * shift, math.sin(angle) * shift
    points[first], points[second] = (ax - dx, ay - dy), (bx + dx, by + dy)
    return True


def close_pairs(points: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """Pairs of points in the same or neighbouring squares of side `ROOM`: all that may be too near."""
    squares: dict[tuple[int, int], list[int]] = {}
    for index, (x, y) in enumerate(points):
        squares.setdefault((math.floor(x / ROOM), math.floor(y / ROOM)), []).append(index)
    for (column, row), members in squares.items():
        for across, down in product((-1, 0, 1), repeat=2):
            for first, second in product(members, squares.get((column + across, row + down), ())):
                if first < second:
                    yield first, second


def grid(count: int) -> list[Point]:
    """Points in rows that make a block of about the shape of the whole."""
    columns = max(1, math.ceil(math.sqrt(count * WIDE * CELL[1] / CELL[0])))
    return [(index % columns * CELL[0], index // columns * CELL[1]) for index in range(count)]


def to_corner(points: Sequence[Point]) -> list[Point]:
    """The points moved so that the top left corner of their box is (0, 0)."""
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return [(x - left, y - top) for x, y in points]


def size(points: Sequence[Point]) -> Point:
    """Width and height of the box of points whose corner is (0, 0)."""
    return max(x for x, _ in points), max(y for _, y in points)


def gap(count: int) -> float:
    """The room around a part of so many nodes."""
    return min(GAP, 70 + 10 * math.sqrt(count))


def pack(sizes: Sequence[Point], gaps: Sequence[float]) -> list[Point]:
    """The top left corner of each box, set in rows: a row ends where the whole would grow too wide."""
    roomy = [
        (width + between, height + between) for (width, height), between in zip(sizes, gaps, strict=True)
    ]
    area = sum(width * height for width, height in roomy)
    limit = max([math.sqrt(area * WIDE), *(width for width, _ in roomy)], default=0)
    corners: list[Point] = []
    left = top = row = 0.0
    for width, height in roomy:
        if left and left + width > limit:
            left, top, row = 0.0, top + row, 0.0
        corners.append((left, top))
        left, row = left + width, max(row, height)
    return corners
