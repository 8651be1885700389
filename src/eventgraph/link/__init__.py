"""Observations to links to the graph: block, compare, cluster; decisions on top."""

from eventgraph.link.conclude import conclude
from eventgraph.link.decisions import Decision, Quote, read_decisions

__all__ = ["Decision", "Quote", "conclude", "read_decisions"]
