"""What stands around the prose of an article: headers, datelines, bylines, footers."""

from eventgraph.text.front.find import find_front
from eventgraph.text.front.stretches import Front, FrontKind

__all__ = ["Front", "FrontKind", "find_front"]
