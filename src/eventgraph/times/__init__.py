"""Time expressions: found, normalised to TIMEX3 and to `eventgraph.model.When`, joined to ranges."""

from eventgraph.times.find import find_times

__all__ = ["find_times"]
