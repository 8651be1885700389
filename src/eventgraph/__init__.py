"""eventgraph: a knowledge graph of dated events from news-like texts, each fact with its sentence."""

__version__ = "0.1.0"
