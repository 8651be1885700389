"""Files and folders to documents: text, Markdown, HTML, JSON Lines. Bad input becomes a `Problem`."""

from eventgraph.read.documents import READERS, ReadOptions, read

__all__ = ["READERS", "ReadOptions", "read"]
