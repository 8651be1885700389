"""The graph, its file, its check and its views."""
