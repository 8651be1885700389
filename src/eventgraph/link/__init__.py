"""Observations to links to the graph: block, compare, cluster; decisions on top."""
