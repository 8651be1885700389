"""Time expressions: found, normalised to TIMEX3 and to `eventgraph.model.When`, joined to ranges."""

from eventgraph.times.find import find_times
from eventgraph.times.published import date_document, published_anchor

__all__ = ["date_document", "find_times", "published_anchor"]
