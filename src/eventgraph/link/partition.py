"""Sets that grow by links, as long as nothing in them contradicts: the heart of all merging."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Generic, TypeVar

from networkx.utils import UnionFind

Node = TypeVar("Node", bound=Hashable)
Summary = TypeVar("Summary")


class Partition(Generic[Node, Summary]):
    """Nodes in disjoint sets. Each set has a summary; a set that would contradict itself is refused.

    ``clash`` says in words why two summaries cannot be of one thing, "" if they can; ``combine``
    makes the summary of their union.
    """

    def __init__(
        self,
        summaries: Mapping[Node, Summary],
        clash: Callable[[Summary, Summary], str],
        combine: Callable[[Summary, Summary], Summary],
    ) -> None:
        self._sets: UnionFind = UnionFind(summaries)
        self._summaries = dict(summaries)
        self._clash = clash
        self._combine = combine

    def __contains__(self, node: object) -> bool:
        return node in self._summaries

    def root(self, node: Node) -> Node:
        """The node that stands for the set this one is in."""
        parents: dict[Node, Node] = self._sets.parents
        above = parents[node]
        if parents[above] == above:
            return above
        found: Node = self._sets[node]
        return found

    def summary(self, node: Node) -> Summary:
        """The summary of the set a node is in."""
        return self._summaries[self.root(node)]

    def refuse(self, left: Node, right: Node) -> str:
        """Why the two cannot be of one set, "" if they can (or are already)."""
        if self.root(left) == self.root(right):
            return ""
        return self._clash(self.summary(left), self.summary(right))

    def join(self, left: Node, right: Node, *, whatever: bool = False) -> str:
        """Put two nodes into one set, unless they clash; what was refused and why, "" if nothing.

        ``whatever`` joins them in spite of a clash, as a person may decide.
        """
        if self.root(left) == self.root(right):
            return ""
        reason = "" if whatever else self.refuse(left, right)
        if not reason:
            summary = self._combine(self.summary(left), self.summary(right))
            self._sets.union(left, right)
            self._summaries[self.root(left)] = summary
        return reason

    def groups(self, nodes: Iterable[Node]) -> list[list[Node]]:
        """The sets, each in the order of the nodes given, by the first node of each."""
        found: dict[Node, list[Node]] = {}
        for node in nodes:
            found.setdefault(self.root(node), []).append(node)
        return list(found.values())
