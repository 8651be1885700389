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
    makes the summary of their union. Sets that were set apart never join, whatever their summaries.
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
        self._apart: dict[Node, set[Node]] = {}
        self._alone: set[Node] = set()

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

    def set_apart(self, left: Node, right: Node) -> None:
        """Keep the sets of two nodes from ever joining."""
        self._apart.setdefault(self.root(left), set()).add(right)
        self._apart.setdefault(self.root(right), set()).add(left)

    def set_alone(self, node: Node) -> None:
        """Keep the set a node is in from joining any other."""
        self._alone.add(self.root(node))

    def are_apart(self, left: Node, right: Node) -> bool:
        """Whether the sets of two nodes were set apart."""
        first, second = self.root(left), self.root(right)
        if first == second:
            return False
        if first in self._alone or second in self._alone:
            return True
        return any(self.root(node) == second for node in self._apart.get(first, ()))

    def refuse(self, left: Node, right: Node) -> str:
        """Why the two cannot be of one set, "" if they can (or are already)."""
        if self.root(left) == self.root(right):
            return ""
        if self.are_apart(left, right):
            return "a decision keeps them apart"
        return self._clash(self.summary(left), self.summary(right))

    def join(self, left: Node, right: Node, *, whatever: bool = False) -> str:
        """Put two nodes into one set, unless they clash; what was refused and why, "" if nothing.

        ``whatever`` joins them in spite of a clash, as a person may decide, unless they were set apart.
        """
        old = self.root(left), self.root(right)
        if old[0] == old[1]:
            return ""
        reason = "" if whatever and not self.are_apart(left, right) else self.refuse(left, right)
        if not reason:
            summary = self._combine(self.summary(left), self.summary(right))
            self._sets.union(left, right)
            self._summaries[self.root(left)] = summary
            if self._apart:
                apart = self._apart.pop(old[0], set()) | self._apart.pop(old[1], set())
                self._apart[self.root(left)] = apart
        return reason

    def groups(self, nodes: Iterable[Node]) -> list[list[Node]]:
        """The sets, each in the order of the nodes given, by the first node of each."""
        found: dict[Node, list[Node]] = {}
        for node in nodes:
            found.setdefault(self.root(node), []).append(node)
        return list(found.values())
